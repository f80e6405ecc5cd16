#include "app/commands/importsources.h"

#include "app/project/project.h"
#include "app/sources/bibliography/bibliography.h"
#include "app/sources/bibliographyimport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ImportCommand)
};

constexpr qsizetype errorsShown = 20;

Answer answerOf(const BibliographyReport &report, bool dryRun)
{
    QString text = Words::tr("%1: %2 added, %3 updated, %4 unchanged, %5 skipped.")
                       .arg(bibliographyFormatText(report.format))
                       .arg(report.added)
                       .arg(report.updated)
                       .arg(report.unchanged)
                       .arg(report.skipped)
        + u'\n';
    if (report.keptFields > 0)
        text += Words::tr("%n fields say something else in the project than in the file; those of the project stay.", nullptr, int(report.keptFields)) + u'\n';
    QJsonArray errors;
    for (const BibliographyProblem &problem : report.errors) {
        if (errors.size() < errorsShown)
            text += Words::tr("line %1: %2").arg(QString::number(problem.line), problem.message) + u'\n';
        errors.append(QJsonObject{{u"line"_s, problem.line}, {u"message"_s, problem.message}});
    }
    if (errors.size() > errorsShown)
        text += Words::tr("… and %n more.", nullptr, int(errors.size() - errorsShown)) + u'\n';
    if (dryRun)
        text += Words::tr("Nothing was changed: this was a trial.") + u'\n';
    return {text,
        QJsonObject{{u"format"_s, bibliographyFormatNames.name(report.format)}, {u"added"_s, report.added}, {u"updated"_s, report.updated},
            {u"unchanged"_s, report.unchanged}, {u"skipped"_s, report.skipped}, {u"kept"_s, report.keptFields}, {u"errors"_s, errors}},
        report.added + report.updated + report.unchanged > 0 ? Answer::Verdict::Yes : Answer::Verdict::No};
}

} // namespace

std::optional<BibliographyFormat> bibliographyIn(const QCommandLineParser &parser)
{
    if (parser.isSet(u"as"_s))
        return bibliographyFormatNames.value(parser.value(u"as"_s));
    return parser.isSet(u"map"_s) ? std::nullopt : bibliographyFormatOf(parser.positionalArguments().last());
}

Result<Answer> importSources(const QCommandLineParser &parser, BibliographyFormat format)
{
    for (const QString &option : {u"map"_s, u"rejects"_s}) {
        if (parser.isSet(option)) {
            return failure(Words::tr("Nothing was imported."), Words::tr("--%1 is for events.").arg(option),
                Words::tr("Leave it out for a bibliography."));
        }
    }
    const bool dryRun = parser.isSet(u"dry-run"_s);
    const auto project = Project::open(parser.positionalArguments().first(), dryRun ? Project::Mode::ReadOnly : Project::Mode::ReadWrite);
    if (!project)
        return failure(project);
    const auto report = importBibliography(**project, {parser.positionalArguments().last(), format, dryRun});
    if (!report)
        return failure(report);
    return answerOf(*report, dryRun);
}

} // namespace redoubt
