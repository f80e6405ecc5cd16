#pragma once

#include "app/project/changes.h"
#include "app/project/reader.h"

#include <QMap>

namespace redoubt {

/// Every row of every table but the history and the full text: table → id → values.
using Dump = QMap<QString, QMap<qint64, QString>>;

[[nodiscard]] Dump dump(const Reader &reader);

/// The first differences of two dumps as text, for the message of a failing test; empty when they are the same.
[[nodiscard]] QString difference(const Dump &before, const Dump &after);

/// The rows in which two dumps differ, as an edit that led from one to the other has to report them.
[[nodiscard]] Changes changesBetween(const Dump &before, const Dump &after);

[[nodiscard]] QByteArray sha256Of(const QString &path);

/// The names of all files in a folder, hidden ones too.
[[nodiscard]] QStringList filesIn(const QString &folder);

} // namespace redoubt
