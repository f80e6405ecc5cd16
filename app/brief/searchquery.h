#pragma once

#include "app/base/names.h"

#include <QDate>
#include <QList>

namespace redoubt {

/// What a condition of a search asks for.
enum class SearchField {
    Word,
    Grade,     ///< of the source: a reliability, a credibility or both: "A", "2", "A2"
    Type,      ///< of the source: one of sourceTypeNames
    Kind,      ///< one of searchKindNames
    By,        ///< a word of the author, of the speaker of an excerpt, or of a brief's byline
    Publisher, ///< a word of the source's publisher
    Tag,       ///< the tag's whole name; a capture and an excerpt have those of their source too
    Lang,      ///< of the source or brief: "en" is "en-GB" too
    Retracted, ///< "yes" or "no": the source, or the event
    After,     ///< EDTF: published, or happened, possibly later than all of it
    Before,    ///< EDTF: possibly earlier
};

inline constexpr Names<SearchField, 11> searchFieldNames{
    {{{SearchField::Word, ""_L1}, {SearchField::Grade, "grade"_L1}, {SearchField::Type, "type"_L1}, {SearchField::Kind, "kind"_L1},
        {SearchField::By, "by"_L1}, {SearchField::Publisher, "publisher"_L1}, {SearchField::Tag, "tag"_L1},
        {SearchField::Lang, "lang"_L1}, {SearchField::Retracted, "retracted"_L1}, {SearchField::After, "after"_L1},
        {SearchField::Before, "before"_L1}}}};

/// What a search finds.
enum class SearchKind { Source, Event, Brief, Excerpt, Capture };

inline constexpr Names<SearchKind, 5> searchKindNames{
    {{{SearchKind::Source, "source"_L1}, {SearchKind::Event, "event"_L1}, {SearchKind::Brief, "brief"_L1},
        {SearchKind::Excerpt, "excerpt"_L1}, {SearchKind::Capture, "capture"_L1}}}};

struct SearchTerm
{
    SearchField field = SearchField::Word;
    QString value;              ///< as understood: dates are EDTF, names whole; words as they were typed
    bool isExcluded = false;    ///< what it asks for shall not be
    bool isPrefix = false;      ///< of a word: it may go on
    bool isAlternative = false; ///< this or the term before it

    bool operator==(const SearchTerm &) const = default;
};

/// Why something that was typed is no part of the search, in finished sentences, and where it stands.
struct SearchProblem
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString text;

    bool operator==(const SearchProblem &) const = default;
};

/// All terms must hold, of a row of alternatives one.
struct SearchQuery
{
    QList<SearchTerm> terms;
    QList<SearchProblem> problems;

    [[nodiscard]] bool isEmpty() const { return terms.isEmpty(); }

    bool operator==(const SearchQuery &) const = default;
};

/// Whether the text is still being typed: its last word then may go on, unless it is one that shall not be.
enum class Typed { Whole, SoFar };

/// Reads what people type: `galati drone* OR uav "every inch" -exercise grade:A type:statement after:2025-09`.
///
/// Terms stand between white space. One may have `-` before it (not), then a name of searchFieldNames with a colon in any letter
/// case, and then the value: to the next white space, or within quotation marks, straight or curly, where \ takes the meaning
/// from a mark or another \. `*` behind a word or a quotation: words that begin so. OR between two terms in capital letters: one
/// is enough; it joins words with words and conditions with conditions, and binds closer than standing side by side. What has an
/// unknown name is words; a name without a value, and signs without a letter or digit, are not terms (yet).
/// At most 64 terms of at most 1000 characters count; others have a problem.
[[nodiscard]] SearchQuery readSearch(QStringView text, Typed typed = Typed::Whole, QDate today = {});

/// The text that reads as these terms.
[[nodiscard]] QString searchText(const SearchQuery &query);

} // namespace redoubt
