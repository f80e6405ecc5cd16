#pragma once

#include "app/commands/command.h"
#include "app/sources/bibliography/bibliographyitem.h"

#include <optional>

namespace redoubt {

/// The bibliography that `redoubt import` is given: what --as says, else what the file looks like. None for anything else.
[[nodiscard]] std::optional<BibliographyFormat> bibliographyIn(const QCommandLineParser &parser);

[[nodiscard]] Result<Answer> importSources(const QCommandLineParser &parser, BibliographyFormat format);

} // namespace redoubt
