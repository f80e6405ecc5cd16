#include "ui/timeline/textcache.h"

#include "ui/look/look.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRectF>

namespace redoubt {

namespace {

constexpr qsizetype mostTexts = 8000;

} // namespace

TextCache::TextCache()
    : m_fonts{look::font(look::Text::Caption), look::font(look::Text::Caption, true), look::font(look::Text::Body),
          look::font(look::Text::Body, true)}
{
    for (size_t i = 0; i < m_fonts.size(); ++i)
        m_heights.at(i) = QFontMetricsF(m_fonts.at(i)).height();
}

double TextCache::advance(Face face, const QString &text)
{
    auto &known = m_advances.at(size_t(face));
    if (known.size() > mostTexts)
        known.clear();
    auto found = known.find(text);
    if (found == known.end())
        found = known.insert(text, QFontMetricsF(font(face)).horizontalAdvance(text));
    return *found;
}

void TextCache::write(QPainter &painter, Face face, const QColor &colour, const QRectF &place, const QString &text)
{
    if (m_laidOut.size() > mostTexts)
        m_laidOut.clear();
    auto found = m_laidOut.find({text, face, int(place.width())});
    if (found == m_laidOut.end()) {
        const bool fits = advance(face, text) <= place.width();
        QStaticText laidOut(fits ? text : QFontMetricsF(font(face)).elidedText(text, Qt::ElideRight, place.width()));
        laidOut.setTextFormat(Qt::PlainText);
        laidOut.setPerformanceHint(QStaticText::AggressiveCaching);
        laidOut.prepare({}, font(face));
        found = m_laidOut.insert({text, face, int(place.width())}, laidOut);
    }
    painter.setFont(font(face));
    painter.setPen(colour);
    painter.drawStaticText(QPointF(place.left(), place.center().y() - height(face) / 2), *found);
}

} // namespace redoubt
