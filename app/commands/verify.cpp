#include "app/commands/command.h"

#include "app/project/project.h"
#include "app/sources/capture.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::VerifyCommand)
};

Result<Answer> run(const QCommandLineParser &parser)
{
    QStringList problems;
    const auto project = Project::open(parser.positionalArguments().first(), Project::Mode::ReadOnly);
    if (!project && project.error().kind != Error::Kind::Damaged)
        return failure(project);
    if (project) {
        const auto structure = (*project)->problems();
        if (!structure)
            return failure(structure);
        const auto altered = alteredCaptures((*project)->reader());
        if (!altered)
            return failure(altered);
        problems = *structure;
        for (const QString &key : *altered)
            problems.append(Words::tr("A capture of %1 no longer has its SHA-256.").arg(key));
    } else {
        problems.append(project.error().why);
    }
    const QString text = problems.isEmpty() ? Words::tr("All is well.") : problems.join(u'\n');
    return Answer{text + u'\n',
        QJsonObject{{u"ok"_s, problems.isEmpty()}, {u"problems"_s, QJsonArray::fromStringList(problems)}},
        problems.isEmpty() ? Answer::Verdict::Yes : Answer::Verdict::No};
}

} // namespace

Command verifyCommand()
{
    return {u"verify"_s, u"FILE"_s,
        Words::tr("Checks the file: structure, references, full-text index, captures."),
        Words::tr("Nothing is changed. Exits 1 when something is wrong."), {}, 1, 1, run};
}

} // namespace redoubt
