#pragma once

#include <QString>

class QMimeData;
class QWidget;

namespace redoubt {

/// What any editor takes as text. Paragraphs get an empty line around them, so that they stay paragraphs where they are dropped.
[[nodiscard]] QMimeData *draggedText(const QString &text);

/// Drags a text from a widget until it is dropped; returns then.
void dragText(const QString &text, QWidget *from);

} // namespace redoubt
