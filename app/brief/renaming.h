#pragma once

#include "app/base/id.h"
#include "app/project/reader.h"
#include "app/sources/source.h"

namespace redoubt {

/// What a renaming changed.
struct Renaming
{
    int citations = 0; ///< in the present texts
    int briefs = 0;    ///< whose present text cites the source

    bool operator==(const Renaming &) const = default;
};

/// The text with every citation of `key` naming `newKey`: `@key`, `-@key`, `[@a; see @key, p. 3]`, `@{key}`, in prose, footnotes, tables,
/// metadata and the argument's fences. Code, addresses and longer keys stay. `citations`, where given, is added to.
[[nodiscard]] QString withCitationsRenamed(const QString &text, const QString &key, const QString &newKey, int *citations = nullptr);

/// Does that in the text of each brief and in the kept versions of them, automatic and named: one that is brought back cites
/// the source too. Refused when a brief is too long to be read whole.
Result<Renaming> renameCitations(Writer &writer, const QString &key, const QString &newKey);

/// Gives a source another key and changes every citation of it, as renameCitations() does. Meant for Project::edit, which makes it one action.
/// A source that came from a bibliography keeps the id that it had there, so that its file is recognised. Refused when there is no
/// such source, when another one has the key, when it cannot be cited, and when a brief is too long to be read whole.
Result<Renaming> renameSource(Writer &writer, Id<Source> id, const QString &newKey);

/// What the history says of it: "Rename “old” to “new”".
[[nodiscard]] QString renamingText(const QString &key, const QString &newKey);

} // namespace redoubt
