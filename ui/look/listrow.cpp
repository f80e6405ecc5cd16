#include "ui/look/listrow.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QWidget>

namespace redoubt::look {

namespace {

/// How much higher a line's top is than its letters ask for: a character of another typeface, which may be higher, does not move the line.
double excess(const QTextLine &line, const QFontMetricsF &metrics)
{
    return line.ascent() - metrics.ascent();
}

} // namespace

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

Line::Line(const QPainter &painter, const QString &text)
    : m_metrics(painter.font(), painter.device())
    , m_layout(QString(text).replace(u'\n', u' '), painter.font(), painter.device())
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setFlags(QTextOption::IncludeTrailingSpaces);
    option.setTextDirection(painter.layoutDirection());
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true); // what was shaped to be measured is drawn
    layOut();
}

void Line::layOut()
{
    m_layout.beginLayout();
    m_line = m_layout.createLine();
    m_line.setLineWidth(QWIDGETSIZE_MAX);
    m_layout.endLayout();
}

int Line::width() const
{
    return m_line.isValid() ? qRound(m_line.naturalTextWidth()) : 0;
}

int Line::draw(QPainter &painter, const QRectF &place, Qt::TextElideMode elide, Qt::Alignment alignment)
{
    if (m_line.isValid() && m_line.naturalTextWidth() > place.width()) {
        m_layout.setText(m_metrics.elidedText(m_layout.text(), elide, place.width()));
        layOut();
    }
    if (!m_line.isValid())
        return 0;
    const Qt::Alignment at = QStyle::visualAlignment(painter.layoutDirection(), alignment);
    const double right = place.width() - m_line.naturalTextWidth();
    const double below = place.height() - m_metrics.height();
    const double x = at & Qt::AlignRight ? right : at & Qt::AlignHCenter ? right / 2 : 0;
    const double y = at & Qt::AlignBottom ? below : at & Qt::AlignVCenter ? below / 2 : 0;
    m_line.draw(&painter, place.topLeft() + QPointF(x, y - excess(m_line, m_metrics)));
    return width();
}

int drawElided(QPainter &painter, const QRectF &place, const QString &text, Qt::TextElideMode elide, Qt::Alignment alignment)
{
    return Line(painter, text).draw(painter, place, elide, alignment);
}

void drawWrapped(QPainter &painter, const QRectF &place, const QString &text, int lines)
{
    const bool toLeft = text.isRightToLeft();
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double height = place.height() / lines;
    QTextOption option(toLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setTextDirection(toLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(text, painter.font(), painter.device());
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    qsizetype end = 0;
    layout.beginLayout();
    for (int i = 0; i + 1 < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(place.width());
        line.setPosition({0, i * height + (height - metrics.height()) / 2 - excess(line, metrics)});
        end = line.textStart() + line.textLength();
    }
    layout.endLayout();
    layout.draw(&painter, place.topLeft());
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(option.textDirection());
    drawElided(painter, place.adjusted(0, (lines - 1) * height, 0, 0), text.sliced(end), Qt::ElideRight);
    painter.setLayoutDirection(before);
}

} // namespace redoubt::look
