#pragma once

#include "app/base/result.h"

#include <functional>

namespace redoubt {

/// Lets `write` fill an empty file beside `path`, and gives it that name only once it is complete and on the disk. So a
/// file of that name is whole or is not there, and one that is there already is never overwritten (Error::Kind::Exists).
/// Whatever fails, nothing of the new file stays. Inner to app/project.
Result<> makeFile(const QString &path, const std::function<Result<>(const QString &unfinished)> &write);

} // namespace redoubt
