#pragma once

#include "app/base/job.h"
#include "app/sources/bibliography/bibliographyitem.h"

#include <functional>

namespace redoubt {

/// A reference as a tagged format writes it.
struct TaggedEntry
{
    QString type; ///< "JOUR", "inproceedings"
    QString id;
    QList<std::pair<QString, QString>> fields; ///< in their order; a name may come again
    qint64 line = 1;

    /// The first of this name; empty when there is none.
    [[nodiscard]] QString value(QStringView name) const;

    bool operator==(const TaggedEntry &) const = default;
};

/// A tagged format as two functions that know nothing of kept fields.
struct TaggedFormat
{
    QString name; ///< under which `custom` keeps its fields
    BibliographyItem (*read)(const TaggedEntry &entry) = nullptr;
    TaggedEntry (*write)(const BibliographyItem &item) = nullptr;
};

/// What the entry says, and in `custom` the type and the fields that format.write would not write as they stand here.
[[nodiscard]] BibliographyItem readKeeping(const TaggedFormat &format, const TaggedEntry &entry);
/// The same of many; those that were read until then when stopped.
[[nodiscard]] QList<BibliographyItem> readKeeping(const TaggedFormat &format, const QList<TaggedEntry> &entries, const JobState *state);

/// The item as an entry. Kept fields are written as they stood, as long as they say what the item says: a title that was
/// changed since is written anew.
[[nodiscard]] TaggedEntry writeKeeping(const TaggedFormat &format, const BibliographyItem &item);

} // namespace redoubt
