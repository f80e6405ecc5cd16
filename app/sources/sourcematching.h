#pragma once

#include "app/sources/source.h"

#include <QHash>
#include <QSet>

namespace redoubt {

/// A source with its tags.
struct TaggedSource
{
    Source source;
    QStringList tags;

    bool operator==(const TaggedSource &) const = default;
};

/// What a reference adds to a source: what that has not is filled in, what it has stays.
struct MergedSource
{
    TaggedSource result;
    bool changed = false;
    qint64 keptFields = 0; ///< that say something else
};
[[nodiscard]] MergedSource merged(const TaggedSource &there, const TaggedSource &incoming);

/// Finds the sources that the references of one file are already (bibliographyimport.h).
class SourceMatching
{
public:
    explicit SourceMatching(const QList<TaggedSource> &sources, const QString &citationKeys);

    /// The place of the source among those given and added; -1 for a new one. A source is found once, and again only by a
    /// reference that says the very same.
    qsizetype find(const TaggedSource &incoming);
    /// Gives the source a key that is free, and keeps the one that it came with.
    qsizetype add(TaggedSource source);

    [[nodiscard]] const TaggedSource &at(qsizetype place) const { return m_sources.at(place); }
    void replace(qsizetype place, const TaggedSource &source) { m_sources[place] = source; }

private:
    [[nodiscard]] QList<QList<qsizetype>> candidates(const TaggedSource &incoming) const;
    [[nodiscard]] qsizetype best(const QList<qsizetype> &places, const TaggedSource &incoming) const;
    [[nodiscard]] QString freeKey(const QString &wanted);
    void enter(qsizetype place);

    QList<TaggedSource> m_sources;
    QString m_citationKeys;
    QSet<qsizetype> m_claimed;
    QSet<QString> m_keys;
    QHash<QString, qint64> m_numbers; ///< the last one tried behind a key
    QMultiHash<QString, qsizetype> m_byName;
    QMultiHash<QString, qsizetype> m_byDoi;
    QMultiHash<QString, qsizetype> m_byAddress;
    QMultiHash<QString, qsizetype> m_byTitle;
};

} // namespace redoubt
