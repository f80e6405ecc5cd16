#pragma once

#include "app/sources/sourcecard.h"

/// What the panel says of a source, in words.
namespace redoubt::sourcetext {

/// A moment's day or minute in the user's own time zone: "29 May 2026", "29 May 2026, 05:10".
[[nodiscard]] QString day(const QDateTime &at);
[[nodiscard]] QString minute(const QDateTime &at);

/// A date of publication in words where it is EDTF, as written otherwise.
[[nodiscard]] QString published(const QString &edtf);

/// Who says it: the publisher, or the author where there is none. May be empty.
[[nodiscard]] QString who(const Source &source);

/// "Official statement, 29 May 2026"
[[nodiscard]] QString kind(const Source &source);

/// "origin: itself" or "origin: Wire report of …"
[[nodiscard]] QString origin(const QString &originTitle);

/// "✕ retracted", "▲ origin retracted" where it goes back to a retracted source, or nothing.
[[nodiscard]] QString fallen(const Source &source, const QString &fallenTitle);

/// "captured 29 May 2026 ✓" or "nothing captured ○"
[[nodiscard]] QString captured(const SourceCard &card);

/// "2 excerpts · 3 events"; empty where there is neither.
[[nodiscard]] QString counts(const SourceCard &card);

/// All of it with the retracted source that it goes back to, key, author, publisher and what the grade means; plain text that is safe as a tool tip.
[[nodiscard]] QString toolTip(const SourceCard &card, const QString &originTitle, const QString &fallenTitle = {});

/// All of it in one sentence for a screen reader.
[[nodiscard]] QString spoken(const SourceCard &card, const QString &originTitle, const QString &fallenTitle = {});

} // namespace redoubt::sourcetext
