#pragma once

#include <QStringList>

namespace redoubt {

/// How texts stand in the cells of our CSV of events, so that a spreadsheet takes none for a formula and reading gives
/// every one back as it was: what begins with = + - @ or a control character, apostrophes before it not counted, gets one
/// apostrophe more.
[[nodiscard]] QString textCell(const QString &text);
[[nodiscard]] QString fromTextCell(const QString &cell);

/// Several in one cell: "NATO; Romania". A semicolon or backslash within one has a backslash before it.
[[nodiscard]] QString listCell(const QStringList &texts);
[[nodiscard]] QStringList fromListCell(const QString &cell);

} // namespace redoubt
