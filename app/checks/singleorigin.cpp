#include "app/checks/sourcedstatements.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::SingleOriginRule)
};

QList<Finding> check(const CheckedBrief &brief)
{
    QList<Finding> found;
    eachSourcedStatement(brief, [&](const CheckedSentence &sentence, const QHash<QString, CheckedSource> &sources) {
        const QString origin = sources.cbegin()->origin;
        const bool single = std::ranges::all_of(sources, [&](const CheckedSource &source) { return source.origin == origin; });
        if (sources.size() < 2 || !single)
            return;
        found.append({.range = sentence.citations,
            .message = Words::tr("All %n sources go back to “%1”: they are one witness.", nullptr, int(sources.size())).arg(origin)});
    });
    return found;
}

} // namespace

Rule singleOriginRule()
{
    return {u"single-origin"_s, Severity::Warning, Words::tr("Several citations of one origin"),
        Words::tr("Five outlets that carry one wire report are one source. Cited side by side they look as if they confirmed each other; ICD 206 asks "
                  "a text to show what its sources really are. Cite the origin, or say that the others repeat it."),
        check};
}

} // namespace redoubt
