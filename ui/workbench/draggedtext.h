#pragma once

#include <QString>

class QMimeData;
class QWidget;

namespace redoubt {

/// What any editor takes as text. Paragraphs get an empty line around them, so that they stay paragraphs where they are dropped.
[[nodiscard]] QMimeData *draggedText(const QString &text);
/// Whether that is what is dropped, and part of a line: spaces come between it and the words beside it.
[[nodiscard]] bool isDraggedInLine(const QMimeData &data);

/// `[title](address)`; brackets in the title do not end it.
[[nodiscard]] QString projectLink(const QString &title, const QString &address);

/// Drags a text from a widget until it is dropped; returns then.
void dragText(const QString &text, QWidget *from);

} // namespace redoubt
