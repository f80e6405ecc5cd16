#include "app/commands/command.h"

#include "app/commands/sample.h"
#include "app/project/project.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::NewCommand)
};

Result<Answer> run(const QCommandLineParser &parser)
{
    const QString path = parser.positionalArguments().first();
    if (parser.isSet(u"sample"_s) && parser.isSet(u"template"_s)) {
        return failure(Words::tr("No project was made."),
            Words::tr("The sample is not made from a template."),
            Words::tr("Give --sample or --template, not both."));
    }
    const QString name = parser.isSet(u"template"_s) ? parser.value(u"template"_s) : u"blank"_s;
    const QString baseName = QFileInfo(path).completeBaseName();
    auto made = parser.isSet(u"sample"_s)
        ? createSample(path)
        : createFromTemplate(path, name, baseName.isEmpty() ? Words::tr("Untitled") : baseName);
    if (!made)
        return failure(made);
    return Answer{Words::tr("Made %1.").arg(path) + u'\n',
        QJsonObject{{u"file"_s, path}, {u"schema"_s, Project::lastStep()}}};
}

} // namespace

Command newCommand()
{
    return {u"new"_s, u"FILE [--sample | --template NAME]"_s, Words::tr("Makes a project."),
        Words::tr("An existing file is never overwritten."),
        {{u"sample"_s, Words::tr("the sample: a finished case to look at")},
            {u"template"_s, Words::tr("the brief's template: contrarian, situation-report, blank, or one that you kept"), u"NAME"_s}},
        1, 1, run};
}

} // namespace redoubt
