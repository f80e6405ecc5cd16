#pragma once

#include "ui/look/look.h"

#include <QFontMetricsF>
#include <QTextLayout>

class QPainter;
class QStyleOptionViewItem;

namespace redoubt::look {

/// Draws what a row of a list stands on: whether it is chosen, or belongs to what is chosen elsewhere, the line that ends it, `indent` from
/// its left, and the frame of the keyboard's focus.
void drawRow(QPainter &painter, const QStyleOptionViewItem &option, bool isRelated = false, int indent = group);

/// One line of text in a painter's font. It is shaped once, to be measured and drawn; to ask QFontMetrics for its width, elide it and draw
/// it shapes it thrice.
class Line
{
public:
    Line(const QPainter &painter, const QString &text);

    /// In whole pixels.
    [[nodiscard]] int width() const;

    /// Draws it in the painter's colour, elided where it does not fit into `place`. Gives the width that it took.
    int draw(QPainter &painter, const QRectF &place, Qt::TextElideMode elide, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

private:
    void layOut();

    QFontMetricsF m_metrics;
    QTextLayout m_layout;
    QTextLine m_line;
};

/// The same for a text that need not be measured before.
int drawElided(QPainter &painter, const QRectF &place, const QString &text, Qt::TextElideMode elide, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// Draws a text in its own direction in lines that share the height of `place`; what does not fit into them is elided at the end of the last.
void drawWrapped(QPainter &painter, const QRectF &place, const QString &text, int lines);

} // namespace redoubt::look
