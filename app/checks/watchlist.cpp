#include "app/checks/rules.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::WatchListRule)
};

bool hasWatchList(const QList<Block> &blocks)
{
    return std::ranges::any_of(
        blocks, [](const Block &block) { return block.kind == Block::Kind::WatchList || hasWatchList(block.children); });
}

QList<Finding> check(const CheckedBrief &brief)
{
    const Draft &draft = brief.draft;
    const DraftSection *watch = sectionOf(draft, SectionRole::Watch);
    const DraftSection *different = sectionOf(draft, SectionRole::Different);
    const bool linked
        = std::ranges::any_of(draft.mentions, [](const Mention &mention) { return mention.kind == Mention::Kind::Indicator; });
    if (!brief.material.hasIndicators || linked || hasWatchList(brief.document.blocks) || (!watch && !different))
        return {};
    const QString message = watch ? Words::tr("The project has a watch list, and this section neither shows it (::: {.watchlist}) nor links to an indicator.")
                                  : Words::tr("The project has a watch list, and the brief does not say what to watch.");
    return {{.range = (watch ? watch : different)->entry.heading, .message = message}};
}

} // namespace

Rule watchListRule()
{
    return {u"watch-list"_s, Severity::Warning, Words::tr("Watch list that the text leaves out"),
        Words::tr("Two readings are told apart by what would be seen if one of them is right. ICD 203 asks a text to name the indicators that would "
                  "change its judgement; those of the project's watch list belong in it."),
        check};
}

} // namespace redoubt
