#pragma once

#include "app/brief/revision.h"
#include "app/publish/publication.h"

namespace redoubt {

/// What has changed in a publication's text since a version of it, as a reader sees both: without Markdown, citations in short. Sources
/// are those of the publication. Inner to app/publish.
[[nodiscard]] Result<PublishedChanges> changesSince(const Reader &reader, Id<Revision> since, const Publication &publication);

} // namespace redoubt
