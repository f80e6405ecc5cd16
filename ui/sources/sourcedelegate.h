#pragma once

#include <QStyledItemDelegate>

namespace redoubt {

/// Draws the card of a source: grade, title, type and date, origin, capture, counts. Three lines where there is room, four
/// in a narrow list. All cards of a list are of one height.
class SourceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace redoubt
