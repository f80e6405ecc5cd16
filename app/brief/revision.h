#pragma once

#include "app/brief/brief.h"

namespace redoubt {

/// Automatic versions are kept no more often than this.
inline constexpr qint64 secondsBetweenRevisions = 300;

/// Writes the text of a brief as it is typed; meant for Project::keep. When the last automatic version is older than five
/// minutes, the text that is written over is kept as one, unless it is empty or the latest version already: what stood there
/// before one began to type can be had back. `now` is UTC.
Result<> writeBriefText(Writer &writer, Id<Brief> id, const QString &text, const QDateTime &now);

/// Keeps a text that stood in the brief until something else than typing wrote over it (an action, or taking one back) as an
/// automatic version, unless it is empty or kept already; meant for Project::keep.
Result<> keepOverwritten(Writer &writer, Id<Brief> id, const QString &text, const QDateTime &now);

/// Keeps the present text of a brief as a version of this name; meant for Project::edit. Refused without a name.
Result<> nameVersion(Writer &writer, Id<Brief> id, const QString &name, const QDateTime &now);

} // namespace redoubt
