#pragma once

#include "app/timeline/filter.h"

namespace redoubt {

/// Sets to No what the terms on texts (Word, Text, Actor, Place) leave out: all events in one pass, or, where few are left,
/// those. Returns early when `isStopped` says so. Inner to app/timeline.
Result<> narrowByTexts(Matches &all, const Reader &reader, const Chronology &chronology, const EventFilter &filter,
    const std::function<bool()> &isStopped);

} // namespace redoubt
