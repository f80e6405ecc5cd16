#include "app/commands/command.h"

#include "app/project/project.h"
#include "app/publish/edition.h"
#include "app/publish/pdf.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ExportCommand)
};

Result<Brief> briefToExport(const Reader &reader, const QString &key)
{
    const auto all = briefs(reader);
    if (!all)
        return failure(all);
    QStringList keys;
    for (const Brief &brief : *all) {
        if (key.isEmpty() || brief.key == key)
            return brief;
        keys.append(brief.key);
    }
    return failure(Words::tr("Nothing was exported."),
        keys.isEmpty() ? Words::tr("The project has no brief.")
                       : Words::tr("There is no brief “%1”.").arg(key),
        keys.isEmpty() ? QString()
                       : Words::tr("Choose one of: %1.").arg(QLocale().createSeparatedList(keys)));
}

Result<Paper> paperFrom(const QCommandLineParser &parser)
{
    const QString name = parser.value(u"paper"_s);
    if (name == "a4"_L1)
        return Paper::A4;
    if (name == "letter"_L1)
        return Paper::Letter;
    return failure(Words::tr("Nothing was exported."), Words::tr("There is no paper “%1”.").arg(name),
        Words::tr("Give a4 or letter."));
}

Result<Answer> run(const QCommandLineParser &parser)
{
    const QString out = parser.positionalArguments().last();
    if (!out.endsWith(".pdf"_L1, Qt::CaseInsensitive)) {
        return failure(Words::tr("Nothing was exported."),
            Words::tr("The format of “%1” is not known.").arg(out),
            Words::tr("Give the file a name that ends in .pdf."));
    }
    if (QFileInfo(out).exists() && QFileInfo(out).canonicalFilePath() == QFileInfo(parser.positionalArguments().first()).canonicalFilePath()) {
        return failure(Words::tr("Nothing was exported."), Words::tr("“%1” is the project itself.").arg(out),
            Words::tr("Choose another name."));
    }
    const auto paper = paperFrom(parser);
    if (!paper)
        return failure(paper);
    const auto project = Project::open(parser.positionalArguments().first(), Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const auto brief = briefToExport((*project)->reader(), parser.value(u"brief"_s));
    if (!brief)
        return failure(brief);
    const auto publication = publicationOf((*project)->reader(), *brief);
    if (!publication)
        return failure(publication);
    const auto written = writePdf(*publication, *paper, out);
    if (!written)
        return failure(written);
    return Answer{Words::tr("Wrote %1: %n pages.", nullptr, written->pages).arg(out) + u'\n',
        QJsonObject{{u"file"_s, out}, {u"pages"_s, written->pages}, {u"bytes"_s, written->bytes}}};
}

} // namespace

Command exportCommand()
{
    return {u"export"_s, u"FILE OUT [--brief KEY] [--paper a4|letter]"_s,
        Words::tr("Writes a brief as a PDF."),
        Words::tr("The format follows from the name of OUT. The first brief is taken when none is named. An "
                          "existing OUT is replaced, and only once the new one is complete."),
        {{u"brief"_s, Words::tr("which brief"), u"KEY"_s},
            {u"paper"_s, Words::tr("the size of the pages"), u"NAME"_s, u"a4"_s}},
        2, 2, run};
}

} // namespace redoubt
