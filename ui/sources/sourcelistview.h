#pragma once

#include <QListView>
#include <QMouseEvent>
#include <QPointer>
#include <QScopedValueRollback>

namespace redoubt {

/// The list of sources. What is pressed is chosen when it is let go, or when it was dropped elsewhere: what follows the choice must not move
/// beneath what is dragged.
class SourceListView : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

Q_SIGNALS:
    void chosen(const QModelIndex &index);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        QListView::currentChanged(current, previous);
        if (!m_isPressing && current.isValid())
            Q_EMIT chosen(current);
    }
    void mousePressEvent(QMouseEvent *event) override
    {
        const QScopedValueRollback pressing(m_isPressing, event->button() == Qt::LeftButton);
        QListView::mousePressEvent(event);
    }
    void startDrag(Qt::DropActions actions) override
    {
        const QPointer<SourceListView> self(this);
        QListView::startDrag(actions);
        if (self && currentIndex().isValid())
            Q_EMIT chosen(currentIndex());
    }

private:
    bool m_isPressing = false;
};

} // namespace redoubt
