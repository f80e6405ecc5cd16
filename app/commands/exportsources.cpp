#include "app/commands/exportsources.h"

#include "app/project/project.h"
#include "app/publish/outfile.h"
#include "app/sources/bibliography/bibliography.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ExportCommand)
};

} // namespace

Result<Answer> exportSources(const QCommandLineParser &parser, const QString &out)
{
    static const QHash<QString, BibliographyFormat> formats{{u"json"_s, BibliographyFormat::CslJson}, {u"bib"_s, BibliographyFormat::Bibtex},
        {u"ris"_s, BibliographyFormat::Ris}};
    const auto format = formats.constFind(QFileInfo(out).suffix().toLower());
    if (format == formats.constEnd()) {
        return failure(Words::tr("Nothing was exported."), Words::tr("The format of “%1” is not known.").arg(out),
            Words::tr("Give the file a name that ends in .json, .bib or .ris."));
    }
    const auto project = Project::open(parser.positionalArguments().first(), Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const auto items = bibliographyOf((*project)->reader());
    if (!items)
        return failure(items);
    OutFile file(out);
    if (auto opened = file.open(); !opened)
        return failure(opened);
    if (auto written = file.write(writeBibliography(*items, *format)); !written)
        return failure(written);
    const auto bytes = file.commit();
    if (!bytes)
        return failure(bytes);
    return Answer{Words::tr("Wrote %1: %n source(s).", nullptr, int(items->size())).arg(out) + u'\n',
        QJsonObject{{u"file"_s, out}, {u"pages"_s, 0}, {u"bytes"_s, *bytes}}};
}

} // namespace redoubt
