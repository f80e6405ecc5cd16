#pragma once

#include "app/brief/citation.h"

#include <functional>
#include <memory>

namespace redoubt {

/// A dictionary of one language. Used on one thread.
class Dictionary
{
public:
    virtual ~Dictionary() = default;
    [[nodiscard]] virtual bool knows(const QString &word) = 0;
    /// What was meant, the likeliest first.
    [[nodiscard]] virtual QStringList suggestions(const QString &word) = 0;
};

/// The dictionary of a language (BCP 47); null when none is installed.
using OpenDictionary = std::function<std::unique_ptr<Dictionary>(const QString &language)>;

/// The words of a line that a dictionary is asked about, hyphenated ones in their parts, English and French apostrophes inside of them.
/// Left out are the stretches `apart`, which are in the order of the line (code, citations, addresses, attributes: what the highlighter
/// knows not to be prose); and whatever is no word of a language: with a figure, an underscore, or a capital in its middle (names of
/// things: "GitHub"), abbreviations in capitals, single letters, mail and web addresses, paths, names of files, abbreviations with
/// inner points, entities, and attributes in braces behind a bracket or code. Scripts that are written without spaces are not looked into.
[[nodiscard]] QList<TextRange> checkedWords(QStringView line, const QList<TextRange> &apart);

/// A word as dictionaries have it: with straight apostrophes and without soft hyphens.
[[nodiscard]] QString dictionaryWord(QStringView word);

/// A stretch of a line in a language of its own: `[mot juste]{lang=fr}`.
struct ForeignStretch
{
    TextRange range;  ///< between the brackets
    QString language; ///< empty where it says `lang=""`: of none

    bool operator==(const ForeignStretch &) const = default;
};
[[nodiscard]] QList<ForeignStretch> foreignStretches(QStringView line);

/// A line that opens or closes a fenced div.
struct DivFence
{
    bool opens = false;
    QString language; ///< that it says its content to be in; empty when it says nothing

    bool operator==(const DivFence &) const = default;
};
[[nodiscard]] std::optional<DivFence> divFence(QStringView line);

} // namespace redoubt
