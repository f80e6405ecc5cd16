#pragma once

#include "app/brief/brief.h"
#include "app/publish/publication.h"

namespace redoubt {

/// A brief with all of the project that is printed with it: the chronology, the watch list with the latest forecasts,
/// and the sources that the text cites or the events rest on. Dates are written in the brief's language.
[[nodiscard]] Result<Publication> publicationOf(const Reader &reader, const Brief &brief);

} // namespace redoubt
