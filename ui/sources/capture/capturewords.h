#pragma once

#include "app/sources/capture/capturequeue.h"

/// What is said of an address that is captured, in words.
namespace redoubt::capturewords {

/// "✓"; each state has another one.
[[nodiscard]] QString glyph(CaptureItem::State state);

/// "captured", "fetching 45 %"
[[nodiscard]] QString state(const CaptureItem &item);

/// The title of its source where it has one, else the address without what goes without saying.
[[nodiscard]] QString name(const CaptureItem &item);

/// One line: key, size and redirects of what was captured; since when it is unchanged; why it failed; the address of all else.
[[nodiscard]] QString detail(const CaptureItem &item);

/// More lines: the address, each redirect, what is odd about it, why it failed and what to do.
[[nodiscard]] QString story(const CaptureItem &item);

/// All of it; plain text that is safe as a tool tip.
[[nodiscard]] QString toolTip(const CaptureItem &item);

/// All of it in one sentence for a screen reader.
[[nodiscard]] QString spoken(const CaptureItem &item);

} // namespace redoubt::capturewords
