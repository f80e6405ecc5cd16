#pragma once

#include "app/commands/command.h"

namespace redoubt {

/// `redoubt export --what sources`: CSL-JSON, BibTeX or RIS by the name of `out`.
[[nodiscard]] Result<Answer> exportSources(const QCommandLineParser &parser, const QString &out);

} // namespace redoubt
