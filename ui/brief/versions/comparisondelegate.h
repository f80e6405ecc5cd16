#pragma once

#include <QStyledItemDelegate>

namespace redoubt {

/// Draws the cells of a ComparisonModel: a label above the text, and the text with what was removed struck out and what was added
/// underlined.
class ComparisonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The height of a cell of this width.
    [[nodiscard]] static int heightOf(const QModelIndex &index, int width);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace redoubt
