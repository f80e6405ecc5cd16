#include "app/commands/command.h"

#include "app/brief/projectsearch.h"
#include "app/project/project.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::SearchCommand)
};

constexpr int usualLimit = 20;

Result<int> limitFrom(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"limit"_s))
        return usualLimit;
    bool isNumber = false;
    const int limit = parser.value(u"limit"_s).toInt(&isNumber);
    if (isNumber && limit > 0)
        return limit;
    return failure(Words::tr("Nothing was looked for."), Words::tr("“%1” is not a limit.").arg(parser.value(u"limit"_s)),
        Words::tr("Write how many results you want, 1 or more."), Error::Kind::Invalid);
}

Result<Answer> run(const QCommandLineParser &parser)
{
    const auto limit = limitFrom(parser);
    if (!limit)
        return failure(limit);
    const SearchQuery query = readSearch(parser.positionalArguments().at(1));
    if (!query.problems.isEmpty())
        return failure(Words::tr("Nothing was looked for."), query.problems.first().text, {}, Error::Kind::Invalid);
    const auto project = Project::open(parser.positionalArguments().first(), Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const auto found = searchProject((*project)->reader(), query, *limit);
    if (!found)
        return failure(found);
    Answer answer;
    QJsonArray json;
    for (const SearchResult &result : *found) {
        const QString kind = searchKindNames.name(result.kind);
        answer.text += u"%1  %2  %3\n         %4\n"_s.arg(kind.leftJustified(7), result.key, result.title, result.snippet.text);
        json.append(QJsonObject{{u"kind"_s, kind}, {u"key"_s, result.key}, {u"title"_s, result.title},
            {u"snippet"_s, result.snippet.text}, {u"score"_s, result.score}});
    }
    if (found->isEmpty())
        answer.text = Words::tr("Nothing was found.") + u'\n';
    answer.json = json;
    answer.verdict = found->isEmpty() ? Answer::Verdict::No : Answer::Verdict::Yes;
    return answer;
}

} // namespace

Command searchCommand()
{
    return {u"search"_s, u"FILE QUERY [--limit N]"_s, Words::tr("Finds in captures, sources, excerpts, events and briefs."),
        Words::tr("All words must occur; letter case and accents do not count. \"an exact phrase\", word* for words that begin so,\n"
                  "-word for what must not occur, one OR another. Conditions: grade:A grade:2 grade:B2 type:statement kind:capture\n"
                  "by:NAME publisher:NAME tag:NAME lang:en retracted:yes after:2025-09 before:2026. Exits 1 when nothing is found."),
        QList{QCommandLineOption{u"limit"_s, Words::tr("at most so many results (20)"), u"N"_s}}, 2, 2, run};
}

} // namespace redoubt
