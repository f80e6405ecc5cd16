#include "ui/look/listrow.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace redoubt::look {

void drawRow(QPainter &painter, const QStyleOptionViewItem &option, bool isRelated, int indent)
{
    const Colours &colours = look::colours(option.palette);
    const QRect &row = option.rect;
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || isRelated) {
        painter.fillRect(row, isSelected ? colours.selection : colours.related);
        painter.fillRect(QRect(row.topLeft(), QSize(isRelated ? tight : tight / 2, row.height())), colours.accent);
    }
    painter.fillRect(QRect(row.left() + indent, row.bottom(), row.width() - indent, hair), colours.line);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(colours.accent);
        painter.drawRect(row.adjusted(0, 0, -1, -1));
    }
}

} // namespace redoubt::look
