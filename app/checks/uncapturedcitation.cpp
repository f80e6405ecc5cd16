#include "app/checks/rules.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::UncapturedCitationRule)
};

/// Once for each source, where it is cited first. What is quoted of it is found by the rule of quotations.
QList<Finding> check(const CheckedBrief &brief)
{
    QSet<QString> seen;
    for (const DraftQuotation &checked : brief.draft.quotations) {
        if (checked.verified && checked.verification.status == Verification::Status::NothingCaptured)
            seen.insert(checked.captureKey);
    }
    QList<Finding> found;
    for (const Mention &mention : brief.draft.mentions) {
        const auto source = brief.material.sources.constFind(mention.key);
        if (mention.kind != Mention::Kind::Source || source == brief.material.sources.cend() || source->captured || seen.contains(mention.key))
            continue;
        seen.insert(mention.key);
        found.append({.severity = Severity::Note,
            .range = mention.range,
            .message = Words::tr("Nothing is captured of “%1”.").arg(source->title)});
    }
    return found;
}

} // namespace

Rule uncapturedCitationRule()
{
    return {u"uncaptured-citation"_s, Severity::Note, Words::tr("Cited source that is not captured"),
        Words::tr("What is on the web today may be changed or gone when the brief is read. A capture keeps what the source said when it was "
                  "cited, and lets each quotation of it be verified (ICD 206)."),
        check};
}

} // namespace redoubt
