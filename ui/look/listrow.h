#pragma once

#include "ui/look/look.h"

class QPainter;
class QStyleOptionViewItem;

namespace redoubt::look {

/// Draws what a row of a list stands on: whether it is chosen, or belongs to what is chosen elsewhere, the line that ends it, `indent` from
/// its left, and the frame of the keyboard's focus.
void drawRow(QPainter &painter, const QStyleOptionViewItem &option, bool isRelated = false, int indent = group);

} // namespace redoubt::look
