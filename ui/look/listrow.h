#pragma once

#include "ui/look/look.h"

class QPainter;
class QStyleOptionViewItem;

namespace redoubt::look {

/// Draws what a row of a list stands on: whether it is chosen, or belongs to what is chosen elsewhere, the line that ends it, `indent` from
/// its left, and the frame of the keyboard's focus.
void drawRow(QPainter &painter, const QStyleOptionViewItem &option, bool isRelated = false, int indent = group);

/// Draws one line of text in the painter's font and colour, elided where it does not fit into `place`. Gives the width that it took, in
/// whole pixels. The text is shaped once where it fits, which it mostly does; to ask for its width, elide it and draw it shapes it thrice.
int drawElided(QPainter &painter, const QRectF &place, const QString &text, Qt::TextElideMode elide, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

} // namespace redoubt::look
