#include "app/commands/exportsources.h"

#include "app/project/project.h"
#include "app/publish/sourceexport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
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
    const auto project = Project::open(parser.positionalArguments().first(), Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const auto written = writeSources((*project)->reader(), out);
    if (!written)
        return failure(written);
    return Answer{Words::tr("Wrote %1: %n source(s).", nullptr, int(written->sources)).arg(out) + u'\n',
        QJsonObject{{u"file"_s, out}, {u"pages"_s, 0}, {u"bytes"_s, written->bytes}}};
}

} // namespace redoubt
