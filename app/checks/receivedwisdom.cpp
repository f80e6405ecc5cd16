#include "app/checks/rules.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ReceivedWisdomRule)
};

/// A section with fewer words is only begun.
constexpr int begun = 40;
/// A reading at its strongest takes at least this part of what is set against it, and as many words.
constexpr int leastPart = 4;
constexpr int leastWords = 60;

bool citesSource(const CheckedBrief &brief, const DraftSection &section)
{
    const auto isInside = [&](const Mention &mention) {
        return mention.range.offset >= section.entry.section.offset && mention.range.offset < section.entry.section.end();
    };
    return std::ranges::any_of(brief.argued, isInside)
        || std::ranges::any_of(brief.paragraphs, [](const CheckedParagraph &paragraph) {
               return paragraph.role == SectionRole::Received
                   && std::ranges::any_of(paragraph.sentences, [](const CheckedSentence &sentence) { return !sentence.keys.isEmpty(); });
           });
}

QList<Finding> check(const CheckedBrief &brief)
{
    const DraftSection *different = sectionOf(brief.draft, SectionRole::Different);
    const DraftSection *received = sectionOf(brief.draft, SectionRole::Received);
    if (!different || different->words < begun)
        return {};
    if (!received) {
        return {{.range = different->entry.heading,
            .message = Words::tr("A different read stands here, and no section {.received} says what it differs from.")}};
    }
    QList<Finding> found;
    if (received->words < std::max(leastWords, different->words / leastPart)) {
        found.append({.range = received->entry.heading,
            .message = Words::tr("The received wisdom has %1 words beside %2 of the different read: is it put at its strongest?")
                           .arg(received->words)
                           .arg(different->words)});
    }
    if (received->words > 0 && !citesSource(brief, *received)) {
        found.append({.range = received->entry.heading,
            .message = Words::tr("Nobody is cited who holds the received wisdom.")});
    }
    return found;
}

} // namespace

Rule receivedWisdomRule()
{
    return {u"received-wisdom"_s, Severity::Warning, Words::tr("Received wisdom not put at its strongest"),
        Words::tr("The different read is worth as much as the reading that it beats. ICD 203 asks for an analysis of alternatives: what most "
                  "will conclude is put so well that they would sign it, and with a source that holds it. A section of fewer than 60 words, or "
                  "less than a quarter of the different read, is taken for thin."),
        check};
}

} // namespace redoubt
