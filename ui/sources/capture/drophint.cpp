#include "ui/sources/capture/drophint.h"

#include "ui/look/look.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace redoubt {

DropHint::DropHint(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"dropHint"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropHint::show(const QRect &place, const QString &text)
{
    m_text = text;
    setGeometry(place);
    raise();
    QWidget::show();
    update();
}

void DropHint::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.accent, look::tight / 2));
    painter.setBrush(Qt::NoBrush);
    const int inset = look::tight;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), look::radius, look::radius);

    painter.setFont(look::font(look::Text::Body, true));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(m_text, Qt::ElideMiddle, width() - 2 * look::page - 2 * look::group);
    QRect label(0, 0, metrics.horizontalAdvance(shown) + 2 * look::group, metrics.height() + 2 * look::related);
    label.moveCenter(rect().center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawRoundedRect(label, look::radius, look::radius);
    painter.setPen(colours.onAccent);
    painter.drawText(label, Qt::AlignCenter, shown);
}

} // namespace redoubt
