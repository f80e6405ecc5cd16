#include "ui/look/listrow.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTextLayout>
#include <QWidget>

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

int drawElided(QPainter &painter, const QRectF &place, const QString &text, Qt::TextElideMode elide, Qt::Alignment alignment)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setFlags(QTextOption::IncludeTrailingSpaces);
    option.setTextDirection(painter.layoutDirection());
    QTextLayout layout(QString(text).replace(u'\n', u' '), painter.font(), painter.device());
    const QFontMetricsF metrics(painter.font(), painter.device());
    layout.setTextOption(option);
    QTextLine line;
    const auto layOut = [&] {
        layout.beginLayout();
        line = layout.createLine();
        line.setLineWidth(QWIDGETSIZE_MAX);
        layout.endLayout();
    };
    layOut();
    if (line.isValid() && line.naturalTextWidth() > place.width()) {
        layout.setText(metrics.elidedText(layout.text(), elide, place.width()));
        layOut();
    }
    if (!line.isValid())
        return 0;
    const double width = line.naturalTextWidth();
    const Qt::Alignment at = QStyle::visualAlignment(painter.layoutDirection(), alignment);
    const double right = place.width() - width;
    const double below = place.height() - metrics.height();
    const double x = at & Qt::AlignRight ? right : at & Qt::AlignHCenter ? right / 2 : 0;
    const double y = at & Qt::AlignBottom ? below : at & Qt::AlignVCenter ? below / 2 : 0;
    // A character of another typeface, which may be higher, does not move the line.
    line.draw(&painter, place.topLeft() + QPointF(x, y + metrics.ascent() - line.ascent()));
    return qRound(width);
}

} // namespace redoubt::look
