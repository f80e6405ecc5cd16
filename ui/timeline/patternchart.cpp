#include "ui/timeline/patternchart.h"

#include "ui/look/look.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace redoubt {

namespace {

constexpr int lines = 8; ///< that a plot needs at least

} // namespace

PatternChart::PatternChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumHeight(fontMetrics().height() * lines);
}

QSize PatternChart::sizeHint() const
{
    return {fontMetrics().height() * lines * 4, fontMetrics().height() * lines};
}

void PatternChart::dataChanged()
{
    m_current = -1;
    update();
}

void PatternChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    const look::Colours &colours = look::colours(palette());
    paintInto(painter, rect(), colours);
    if (m_current < 0 || m_current >= markCount() || !hasFocus())
        return;
    painter.setPen(QPen(colours.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(placeOf(m_current), look::related, look::related);
}

bool PatternChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const int mark = markAt(help->pos());
    QToolTip::showText(help->globalPos(), mark < 0 ? QString() : textOf(mark), this);
    return true;
}

void PatternChart::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(markAt(event->position()) < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void PatternChart::mousePressEvent(QMouseEvent *event)
{
    const int mark = event->button() == Qt::LeftButton ? markAt(event->position()) : -1;
    if (mark < 0)
        return QWidget::mousePressEvent(event);
    moveTo(mark);
    if (const Id<Event> id = eventOf(mark); id.isValid())
        Q_EMIT chosen(id);
}

void PatternChart::keyPressEvent(QKeyEvent *event)
{
    const int last = markCount() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(std::max(0, m_current - 1));
    case Qt::Key_Right:
        return moveTo(std::min(last, m_current + 1));
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0 && m_current <= last) {
            if (const Id<Event> id = eventOf(m_current); id.isValid())
                Q_EMIT chosen(id);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PatternChart::moveTo(int mark)
{
    if (mark < 0 || mark >= markCount())
        return;
    m_current = mark;
    setAccessibleDescription(textOf(mark));
    update();
}

} // namespace redoubt
