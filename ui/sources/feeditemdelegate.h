#pragma once

#include <QStyledItemDelegate>

namespace redoubt {

/// Draws an item of a feed: a dot where it is new, title, who and when, what became of its capture, and up to two lines of
/// its summary. Each in the direction of its own script.
class FeedItemDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace redoubt
