#pragma once

#include "ui/look/look.h"

#include <memory>

class QPaintDevice;
class QPainter;
class QStyleOptionViewItem;

namespace redoubt::look {

/// Draws what a row of a list stands on: whether it is chosen, or belongs to what is chosen elsewhere, the line that ends it, `indent` from
/// its left, and the frame of the keyboard's focus.
void drawRow(QPainter &painter, const QStyleOptionViewItem &option, bool isRelated = false, int indent = group);

/// One line of text in a painter's font, in the painter's direction. It is shaped once, to be measured and drawn, and not again while it is
/// among those that were last drawn: rows that are scrolled to, or painted anew below the pointer, say the same. Only for the thread of
/// the windows.
class Line
{
public:
    Line(const QPainter &painter, const QString &text);
    /// For a device (null: the screen) that is not painted on yet.
    Line(const QFont &font, const QPaintDevice *device, const QString &text, Qt::LayoutDirection direction = Qt::LeftToRight);

    /// In pixels.
    [[nodiscard]] double advance() const;
    [[nodiscard]] int width() const { return qRound(advance()); }

    /// Draws it in the painter's colour, elided where it does not fit into `place`. Gives the width that it took.
    int draw(QPainter &painter, const QRectF &place, Qt::TextElideMode elide, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter) const;

private:
    struct Shaped;
    std::shared_ptr<Shaped> m_shaped;
};

/// The same for a text that need not be measured before.
int drawElided(QPainter &painter, const QRectF &place, const QString &text, Qt::TextElideMode elide, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// Draws a text in its own direction in lines that share the height of `place`; what does not fit into them is elided at the end of the last.
void drawWrapped(QPainter &painter, const QRectF &place, const QString &text, int lines);

} // namespace redoubt::look
