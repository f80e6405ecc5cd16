#pragma once

#include <QByteArrayList>
#include <QString>

#include <span>

namespace redoubt {

/// Words that are looked for in this order, one right after the other.
struct SoughtWords
{
    QByteArrayList words;  ///< as WordReader has them
    bool isPrefix = false; ///< the last one need only begin so

    bool operator==(const SoughtWords &) const = default;
};

/// A place in a text, in UTF-16 units.
struct SnippetMark
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const SnippetMark &) const = default;
};

/// The part of a text that shows best what was found in it.
struct Snippet
{
    QString text;             ///< in one line, with … where it was cut
    QList<SnippetMark> marks; ///< what was looked for, in `text`
    SnippetMark place;        ///< the first of the marks in the whole text; length 0 where nothing of it is there

    bool operator==(const Snippet &) const = default;
};

/// The passage in which most of what is sought stands together, the first of several; the text's beginning where nothing
/// does. Behind the first thing found no more than a MiB is looked through.
[[nodiscard]] Snippet snippetOf(const QString &text, std::span<const SoughtWords> sought);

} // namespace redoubt
