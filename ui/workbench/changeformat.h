#pragma once

#include "app/base/textdifference.h"
#include "ui/look/look.h"

#include <QTextCharFormat>

namespace redoubt {

/// How a stretch of two texts laid over each other looks: what was removed is struck out, what was added is underlined, and both are
/// tinted.
[[nodiscard]] QTextCharFormat changeFormat(TextRun::Kind kind, const look::Colours &colours);

} // namespace redoubt
