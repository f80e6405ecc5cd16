#include "ui/watchlist/watchlistview.h"

#include "ui/watchlist/watchlistdelegate.h"

#include <QKeyEvent>
#include <QPointer>
#include <QScopedValueRollback>

namespace redoubt {

WatchListView::WatchListView(WatchListModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_delegate(new WatchListDelegate(this))
{
    static constexpr int rowsAtOnce = 500;
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setWordWrap(true); // else QListView keeps the heights of cards when only the width changes
    setLayoutMode(Batched);
    setBatchSize(rowsAtOnce);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(DragOnly);
    setAccessibleName(tr("Watch list"));
    // Later: the delegate's editor is the sender, and it goes away with the answer.
    connect(m_delegate, &WatchListDelegate::outcomeChosen, this,
        [this](Id<Indicator> id, Id<Outcome> occurred) {
            stopAsking();
            setFocus();
            Q_EMIT outcomeChosen(id, occurred);
        },
        Qt::QueuedConnection);
    connect(m_delegate, &WatchListDelegate::askingCancelled, this,
        [this] {
            const bool hadFocus = isAncestorOf(window()->focusWidget());
            stopAsking();
            if (hadFocus)
                setFocus();
        },
        Qt::QueuedConnection);
}

Id<Indicator> WatchListView::idAt(const QModelIndex &index) const
{
    const Indicator *indicator = m_model.at(index);
    return indicator ? indicator->id : Id<Indicator>();
}

Id<Indicator> WatchListView::current() const
{
    return selectionModel()->isSelected(currentIndex()) ? idAt(currentIndex()) : Id<Indicator>();
}

void WatchListView::show(Id<Indicator> id)
{
    const QScopedValueRollback quietly(m_isShowing, true);
    const QModelIndex index = m_model.indexOf(id);
    if (!index.isValid()) {
        selectionModel()->clearSelection();
        return;
    }
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void WatchListView::ask(Id<Indicator> id)
{
    stopAsking();
    const QModelIndex index = m_model.indexOf(id);
    if (!index.isValid())
        return;
    m_asked = index;
    m_delegate->setAsking(id);
    Q_EMIT m_delegate->sizeHintChanged(index);
    executeDelayedItemsLayout();
    openPersistentEditor(index);
    scrollTo(index);
    if (QWidget *chooser = indexWidget(index))
        chooser->setFocus(Qt::OtherFocusReason);
}

void WatchListView::stopAsking()
{
    m_delegate->setAsking({});
    if (!m_asked.isValid())
        return;
    const QModelIndex index = std::exchange(m_asked, QPersistentModelIndex());
    closePersistentEditor(index);
    Q_EMIT m_delegate->sizeHintChanged(index);
}

void WatchListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    const Id<Indicator> id = idAt(current);
    if (!m_isShowing && id.isValid() && hasFocus())
        Q_EMIT chosen(id);
}

bool WatchListView::isCheck(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    return idAt(index).isValid() && WatchListDelegate::checkArea(visualRect(index)).contains(position);
}

void WatchListView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = indexAt(event->position().toPoint());
    const QScopedValueRollback quietly(m_isShowing, m_isShowing || event->button() == Qt::LeftButton);
    QListView::mousePressEvent(event);
}

void WatchListView::startDrag(Qt::DropActions actions)
{
    const QPointer<WatchListView> self(this);
    QListView::startDrag(actions);
    if (self && current().isValid())
        Q_EMIT chosen(current());
}

void WatchListView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (event->button() != Qt::LeftButton || !index.isValid() || index != m_pressed)
        return;
    const Id<Indicator> id = idAt(index);
    if (!id.isValid())
        return toggleFold();
    Q_EMIT chosen(id);
    if (isCheck(position))
        Q_EMIT checkRequested(id);
}

void WatchListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Id<Indicator> id = idAt(indexAt(event->position().toPoint()));
    if (id.isValid() && !isCheck(event->position().toPoint()))
        Q_EMIT openRequested(id);
    else
        QListView::mouseDoubleClickEvent(event);
}

void WatchListView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const Id<Indicator> id = idAt(currentIndex());
    if (isReturn && id.isValid()) {
        Q_EMIT openRequested(id);
    } else if (currentIndex().isValid() && !id.isValid()
        && (isReturn || event->key() == Qt::Key_Space
            || event->key() == (m_model.isResolvedShown() ? Qt::Key_Left : Qt::Key_Right))) {
        toggleFold();
    } else {
        QListView::keyPressEvent(event);
    }
}

void WatchListView::toggleFold()
{
    m_model.setResolvedShown(!m_model.isResolvedShown());
}

} // namespace redoubt
