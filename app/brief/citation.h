#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace redoubt {

/// A stretch of a brief's text, in positions of its QString (UTF-16 units).
struct TextRange
{
    qsizetype offset = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return offset + length; }
    [[nodiscard]] bool isEmpty() const { return length == 0; }
    /// The position behind the last character counts as inside: a cursor can stand there.
    [[nodiscard]] bool touches(qsizetype position) const { return position >= offset && position <= end(); }

    bool operator==(const TextRange &) const = default;
};

/// One cited source: `see @pavel-2026, p. 3 and passim`.
struct Citation
{
    QString key;                 ///< "pavel-2026"
    QString prefix;              ///< "see"
    QString locator;             ///< "p. 3": a page, chapter, … as written, or a bare number; no braces
    QString suffix;              ///< "and passim": what follows the locator
    bool suppressAuthor = false; ///< `-@key`: the text around names the author
    TextRange range;             ///< from the prefix to the end of the suffix, without brackets and separators
    TextRange keyRange;          ///< the key alone, without @ and braces

    bool operator==(const Citation &) const = default;
};

/// What is cited at one place: `[@a, p. 2; see @b]`, or with the author in the sentence: `@a argues`, `@a [p. 3; see @b]`.
struct CitationCluster
{
    QList<Citation> citations; ///< never empty when read from a text
    bool inText = false;       ///< the author of the first one is part of the sentence; others stand in the bracket behind it
    TextRange range;           ///< brackets included

    bool operator==(const CitationCluster &) const = default;
};

/// The citations in plain text, in their order, by the rules of Pandoc: a key starts with a letter, a digit or `_`, goes on
/// with letters, digits, `_`, single inner marks out of `:.#$%&-+?<>~/` and the `://` of an address, or is anything without
/// spaces in `@{…}`, where braces may stand in pairs; an `@` right behind a letter or digit is no citation (a mail address).
/// Each citation of a bracket needs its key, else the bracket is text and the keys in it stand alone; so does a bracket
/// with another one right behind it. Brackets inside a bracket are read one level deep. Takes linear time.
/// Knows no Markdown: use Document for a whole brief, where code, links and escapes are kept apart.
[[nodiscard]] QList<CitationCluster> citationsIn(QStringView text);

/// The key that a cursor at `position` is writing, for completion: the range of what follows the `@` up to the end of the
/// key (empty right behind the `@`), or nothing when the cursor is not in a key.
[[nodiscard]] std::optional<TextRange> citationKeyAt(QStringView text, qsizetype position);

/// Can stand behind `@` as it is, without braces.
[[nodiscard]] bool isCitationKey(QStringView key);

} // namespace redoubt
