#include "app/base/words.h"
#include "app/checks/rules.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::UnansweredReadingRule)
};

/// A section with fewer words is only begun.
constexpr int begun = 40;
/// So many words that the received wisdom brought into the brief show that it is talked about.
constexpr qsizetype enoughInCommon = 3;
/// Shorter words are of the language more than of the matter.
constexpr qsizetype shortest = 5;

struct Matter
{
    QSet<QByteArray> words;
    QSet<QString> keys; ///< of sources, and with their scheme of events and indicators
};

void add(const CheckedBrief &brief, const CheckedParagraph &paragraph, Matter &matter)
{
    const QByteArray text = paragraph.reading.text().toUtf8();
    for (WordReader reader(text); reader.next();) {
        if (reader.word().size() >= shortest)
            matter.words.insert(reader.word().toByteArray());
    }
    for (const CheckedSentence &sentence : paragraph.sentences) {
        matter.keys.unite(QSet<QString>(sentence.keys.begin(), sentence.keys.end()));
        for (const Mention &mention : mentionsWithin(brief.draft, sentence.range)) {
            if (mention.kind != Mention::Kind::Source)
                matter.keys.insert(u"link:"_s + mention.key);
        }
    }
}

/// The argument has both sides, and is where they answer each other.
bool arguesBoth(const QList<Block> &blocks)
{
    return std::ranges::any_of(blocks, [](const Block &block) {
        return (block.kind == Block::Kind::Argdown && block.text.contains("#received"_L1) && block.text.contains("#different"_L1))
            || arguesBoth(block.children);
    });
}

QList<Finding> check(const CheckedBrief &brief)
{
    const DraftSection *different = sectionOf(brief.draft, SectionRole::Different);
    const DraftSection *received = sectionOf(brief.draft, SectionRole::Received);
    if (!brief.words || !different || !received || different->words < begun || received->words < begun || arguesBoth(brief.document.blocks))
        return {};
    Matter incident, of, answer;
    for (const CheckedParagraph &paragraph : brief.paragraphs) {
        if (paragraph.role == SectionRole::Incident)
            add(brief, paragraph, incident);
        else if (paragraph.role == SectionRole::Received)
            add(brief, paragraph, of);
        else if (paragraph.role == SectionRole::Different)
            add(brief, paragraph, answer);
    }
    of.words.subtract(incident.words).intersect(answer.words);
    of.keys.subtract(incident.keys).intersect(answer.keys);
    if (of.words.size() >= enoughInCommon || !of.keys.isEmpty())
        return {};
    return {{.severity = Severity::Note,
        .range = different->entry.heading,
        .message = Words::tr("Nothing here takes up what the received wisdom says: none of its sources, events or words.")}};
}

} // namespace

Rule unansweredReadingRule()
{
    return {u"unanswered-reading"_s, Severity::Note, Words::tr("Different read that does not answer the received one"),
        Words::tr("A different read argues against the first one, and not beside it: ICD 203's analysis of alternatives weighs them against each "
                  "other. The section is looked at for what the received wisdom brings in beyond the incident; an argument in Argdown with "
                  "#received and #different in it is taken for the answer."),
        check};
}

} // namespace redoubt
