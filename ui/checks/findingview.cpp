#include "ui/checks/findingview.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace redoubt {

FindingView::FindingView(FindingFilter &filter, bool mayWrite, QWidget *parent)
    : QListView(parent)
    , m_filter(filter)
    , m_delegate(new FindingDelegate(this))
{
    m_delegate->setMayWrite(mayWrite);
    setModel(&filter);
    setItemDelegate(m_delegate);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setWordWrap(true); // else QListView keeps the heights of rows when only the width changes
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Findings"));
    viewport()->setAttribute(Qt::WA_Hover);
}

qsizetype FindingView::current() const
{
    return selectionModel()->isSelected(currentIndex()) ? m_filter.findingOf(currentIndex()) : -1;
}

void FindingView::show(qsizetype finding)
{
    const QModelIndex index = m_filter.indexOf(finding);
    if (!index.isValid()) {
        selectionModel()->clearSelection();
        return;
    }
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void FindingView::fitRows()
{
    static constexpr int measured = 300; // rows; to measure more of them while one writes would be felt
    setUniformItemSizes(model()->rowCount() > measured);
    viewport()->update();
}

FindingDelegate::Link FindingView::linkAt(QPoint point) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return FindingDelegate::Link::None;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    option.state |= QStyle::State_MouseOver;
    return m_delegate->linkAt(point, option, index);
}

/// Reached by Tab, its current row is the one that keys are for.
void FindingView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (currentIndex().isValid() && event->reason() != Qt::MouseFocusReason)
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
}

void FindingView::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    m_pressed = event->button() == Qt::LeftButton ? linkAt(point) : FindingDelegate::Link::None;
    if (event->button() == Qt::LeftButton && index.isValid() && m_pressed == FindingDelegate::Link::None)
        Q_EMIT chosen(m_filter.findingOf(index));
}

void FindingView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QPoint point = event->position().toPoint();
    const auto pressed = std::exchange(m_pressed, FindingDelegate::Link::None);
    if (pressed == FindingDelegate::Link::None || linkAt(point) != pressed)
        return;
    const qsizetype finding = m_filter.findingOf(indexAt(point));
    if (pressed == FindingDelegate::Link::Fix)
        Q_EMIT fixWanted(finding);
    else
        Q_EMIT ignoreWanted(finding);
}

void FindingView::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    viewport()->setCursor(linkAt(event->position().toPoint()) == FindingDelegate::Link::None ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void FindingView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (indexAt(point).isValid() && linkAt(point) == FindingDelegate::Link::None)
        Q_EMIT opened(m_filter.findingOf(indexAt(point)));
}

void FindingView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex before = currentIndex();
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && current() >= 0)
        Q_EMIT opened(current());
    else
        QListView::keyPressEvent(event);
    if (!isReturn && currentIndex() != before && current() >= 0)
        Q_EMIT chosen(current());
}

} // namespace redoubt
