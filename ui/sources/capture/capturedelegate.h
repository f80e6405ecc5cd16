#pragma once

#include <QStyledItemDelegate>

namespace redoubt {

/// Draws an address of the queue: the mark of its state, what it is, its state in words with the figure, and a line below. While
/// it is fetched a bar under it shows how far. All are of one height.
class CaptureDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace redoubt
