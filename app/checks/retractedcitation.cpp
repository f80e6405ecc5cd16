#include "app/checks/rules.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::RetractedCitationRule)
};

QList<Finding> check(const CheckedBrief &brief)
{
    QList<Finding> found;
    for (const QList<Mention> &list : {brief.draft.mentions, brief.argued}) {
        for (const Mention &mention : list) {
            const auto source = brief.material.sources.constFind(mention.key);
            if (mention.kind != Mention::Kind::Source || source == brief.material.sources.cend() || source->retraction.isEmpty())
                continue;
            found.append({.range = mention.range,
                .message = Words::tr("“%1” no longer stands. %2").arg(source->title, source->retraction)});
        }
    }
    return found;
}

} // namespace

Rule retractedCitationRule()
{
    return {u"retracted-citation"_s, Severity::Warning, Words::tr("Citation of a source that was retracted"),
        Words::tr("What rests on a source that was taken back, or on one that repeats it, has to rest on another one, or say that it was taken "
                  "back (ICD 206 asks for what bears on a source's quality)."),
        check};
}

} // namespace redoubt
