#pragma once

#include "app/brief/reading.h"
#include "app/checks/check.h"
#include "app/checks/words.h"

#include <span>

namespace redoubt {

/// A word of the author's that says how likely something is, or how sure the author is of it.
struct CheckedUse
{
    TextRange place;         ///< in the text of the paragraph's reading
    const CheckedTerm *term; ///< of CheckedBrief::words
};

struct CheckedSentence
{
    TextRange place;          ///< in the text of the paragraph's reading, without white space at its ends
    TextRange range;          ///< in the brief
    QStringList keys{};       ///< of all sources that it cites, those in its footnotes too
    TextRange citations{};    ///< from the first to the last of them, in the brief
    QList<CheckedUse> uses{}; ///< by place
    bool reports = false;     ///< it says what a source that it cites says; the words are not the author's
};

/// A stretch of running text: a paragraph, a heading, a line of a list, a cell of a table.
struct CheckedParagraph
{
    enum class Kind { Heading, Text, Cell, Quote, Note };

    Kind kind = Kind::Text;
    SectionRole role = SectionRole::None; ///< of its section; none for a note
    Reading reading;
    QList<TextRange> quotations; ///< the pairs of quotation marks in the reading's text, with or without a citation
    QString own;                 ///< that text with what stands in quotation marks and in code made unreadable
    QList<CheckedSentence> sentences;
};

/// A brief as the rules look at it.
struct CheckedBrief
{
    const Draft &draft;
    const Document &document;
    const CheckMaterial &material;
    std::optional<CheckWords> words{};    ///< none in a language that is not known: then nothing has uses
    QList<Mention> argued{};              ///< the sources that Argdown cites, by place
    QList<CheckedParagraph> paragraphs{}; ///< by place, as far as blocks do not hold each other
};

/// Stands in CheckedParagraph::own for a letter that is not the author's.
inline constexpr QChar notOwn{0xFFFE};

/// Where its lines have marks of a list or a quotation before them, the whole fence is the place.
[[nodiscard]] QList<Mention> arguedMentions(const Document &document);

[[nodiscard]] QList<CheckedParagraph> checkedParagraphs(const Document &document, const Draft &draft);

/// Finds the words of likelihood and confidence, but for those in headings and block quotes.
void findUses(CheckedParagraph &paragraph, const CheckWords &words);

/// The links and citations within a stretch of the brief.
[[nodiscard]] std::span<const Mention> mentionsWithin(const Draft &draft, TextRange range);

/// The first section of a role, by its heading; null where there is none.
[[nodiscard]] const DraftSection *sectionOf(const Draft &draft, SectionRole role);

} // namespace redoubt
