#pragma once

#include "app/base/snippet.h"

#include <QStyledItemDelegate>

namespace redoubt {

/// Draws something found: what it is, its title, grade, date and key, and the passage with what was looked for in heavier
/// type. All rows of a list are of one height.
class SearchDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The part of a snippet that `lines` lines of this width show, with what was found in it: where that stands too far behind,
/// the beginning is cut off at a word.
[[nodiscard]] Snippet fitted(const Snippet &snippet, const QFont &font, int width, int lines);

} // namespace redoubt
