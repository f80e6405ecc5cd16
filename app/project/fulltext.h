#pragma once

#include "app/base/snippet.h"
#include "app/project/reader.h"

#include <QSet>

namespace redoubt {

/// What is asked of a full-text index, beneath the language that people type (app/brief/searchquery.h): of each group one of
/// its alternatives must be there, and nothing of what is excluded. All are made with soughtWords() and are not empty.
struct TextQuestion
{
    QList<QList<SoughtWords>> groups;
    QList<SoughtWords> excluded;

    bool operator==(const TextQuestion &) const = default;
};

/// A row in which it was found.
struct TextHit
{
    qint64 row = 0;
    double score = 0; ///< the higher the better; 0 where the rows are not ranked

    bool operator==(const TextHit &) const = default;
};

/// The words of a text; empty where it has none.
[[nodiscard]] SoughtWords soughtWords(const QString &text, bool isPrefix = false);

/// As FTS5 reads it: `"every inch" *`.
[[nodiscard]] QString matchText(const SoughtWords &sought);

/// At most `most` rows of event, source, capture, excerpt or brief that `passes` lets through, by the index of the table: the best
/// by BM25, with titles counting most. Not ranked, but newest first, are those of a beginning of a word of three letters or
/// fewer, as ranking all that it finds takes seconds, and those asked for without any group. Where more than 10,000 rows have the
/// words (one that is everywhere), those of the newest 10,000 are ranked.
[[nodiscard]] Result<QList<TextHit>> textHits(const Reader &reader, const QString &table, const TextQuestion &question, int most,
    const std::function<bool(qint64)> &passes = {});

/// All rows with these words in one column of the table.
[[nodiscard]] Result<QSet<qint64>> rowsWithText(
    const Reader &reader, const QString &table, const QString &column, const SoughtWords &sought);

} // namespace redoubt
