#pragma once

#include "app/commands/command.h"

#include <optional>

namespace redoubt {

/// `redoubt import` for lists of feeds and for feed files: the answer when `--as` says that it is one, or, without it, when the
/// file begins like one; nothing for all other files.
[[nodiscard]] std::optional<Result<Answer>> importFeeds(const QCommandLineParser &parser);

} // namespace redoubt
