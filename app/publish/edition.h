#pragma once

#include "app/brief/revision.h"
#include "app/publish/publication.h"

namespace redoubt {

/// A brief with all of the project that is printed with it: the chronology, the watch list with the latest forecasts,
/// and the sources that the text cites or the events rest on. Dates are written in the brief's language. `since`, where
/// given, is a version of it: what has changed since then is printed too.
[[nodiscard]] Result<Publication> publicationOf(const Reader &reader, const Brief &brief, Id<Revision> since = {});

} // namespace redoubt
