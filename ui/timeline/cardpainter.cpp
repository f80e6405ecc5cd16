#include "ui/timeline/drawing.h"
#include "ui/timeline/timelinepainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>

using namespace Qt::StringLiterals;
using namespace redoubt::drawing;

// The part of the painter that is about cards.

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Timeline)
};

/// "Galați · 2 casualties · confirmed"
QString detailsOf(const TimelineItem &item)
{
    QStringList parts{item.event.place, casualtiesText(item.event), certaintyText(item.event.certainty)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// "◎ 3 independent of 5 sources  ↳ 2 responses", or what of them is retracted.
QString supportOf(const TimelineItem &item)
{
    QStringList parts;
    if (item.sources.sources > 0)
        parts.append((item.shaken.fallen == 0 ? u"◎ "_s : QString()) + supportText(item.sources, item.shaken));
    if (item.responses > 0)
        parts.append(u"↳ "_s + Words::tr("%n response(s)", nullptr, item.responses));
    return parts.isEmpty() ? Words::tr("no sources yet") : parts.join(u"   "_s);
}

} // namespace

std::array<QSizeF, 3> TimelinePainter::cardSizes(const EventTexts::Brief &text, double breadth) const
{
    const double caption = heightOf(m_caption);
    const double body = heightOf(m_heavy);
    const bool isFree = breadth <= 0;
    const double whole = isFree ? look::page * 12 : breadth;
    const double brief = isFree ? body : titleHeight(text.title, breadth - look::hair - look::related - look::tight);
    std::array sizes{QSizeF(breadth, body + look::tight), QSizeF(breadth, caption + brief + look::related),
        QSizeF(whole, 3 * caption + titleHeight(text.title, whole - look::hair - look::related * 2) +
                          look::related * 2 + look::tight * 2)};
    if (isFree) {
        const double most = look::page * 10;
        const double title = advanceOf(m_heavy, text.title) + look::group;
        const double date = advanceOf(m_caption, text.dateText) + look::group;
        const double line = advanceOf(m_body, text.title) + look::group;
        sizes[0].setWidth(std::min(line, most));
        sizes[1].setWidth(std::min(std::max(title, date), most));
    }
    return sizes;
}

/// At most two lines.
double TimelinePainter::titleHeight(const QString &title, double breadth) const
{
    const QFontMetricsF metrics(m_heavy);
    return advanceOf(m_heavy, title) > breadth ? metrics.lineSpacing() + metrics.height() : metrics.height();
}

void TimelinePainter::paintTitle(
    QPainter &painter, const QString &title, bool isRetracted, const QRectF &place, QFont font) const
{
    font.setStrikeOut(isRetracted);
    const QFontMetricsF metrics(font);
    if (place.height() < metrics.height() * 1.5)
        return writeElided(painter, font, m_colours.ink, place, title);
    // What does not fit in two lines loses words until it does.
    QString text = title;
    const auto fits = [&] {
        return metrics.boundingRect(place, Qt::TextWordWrap, text).height() <=
               place.height() + metrics.descent();
    };
    for (QString words = text; !fits() && words.contains(u' ');) {
        words = words.left(words.lastIndexOf(u' '));
        text = words + u'…';
    }
    write(painter, font, m_colours.ink, place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
}

void TimelinePainter::paintLeader(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const
{
    if (placed.style == CardStyle::None)
        return;
    const bool down = scene.layout.direction == TimeDirection::Down;
    const QColor colour = placed.entry == scene.chosen ? m_colours.accent : m_colours.line;
    const double inside = placed.style == CardStyle::Whole ? look::related : look::tight / 2.0;
    const QPointF from = placed.anchor;
    painter.setPen(QPen(colour, look::hair));
    if (down) {
        const QPointF to(placed.card.left(), placed.card.top() + inside + heightOf(m_caption) / 2);
        const double half = (from.x() + to.x()) / 2;
        return drawCurve(painter, {from, {half, from.y()}, {half, to.y()}, to});
    }
    const bool isAbove = placed.card.bottom() < from.y();
    const double edge = std::min<double>(look::related, placed.card.width() / 2);
    const QPointF to(std::clamp(from.x(), placed.card.left() + edge, placed.card.right() - edge),
        isAbove ? placed.card.bottom() : placed.card.top());
    const double half = (from.y() + to.y()) / 2;
    drawCurve(painter, {from, {from.x(), half}, {to.x(), half}, to});
}

void TimelinePainter::paintCard(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const
{
    if (placed.style == CardStyle::None)
        return;
    const TimelineEntry &entry = scene.sight.entries.at(placed.entry);
    const EventTexts::Brief brief = scene.texts.brief(entry.id);
    const bool isRetracted = entry.certainty == Certainty::Retracted;
    const bool isChosen = placed.entry == scene.chosen;
    const bool down = scene.layout.direction == TimeDirection::Down;
    const QRectF card = placed.card.adjusted(0.5, 0.5, -0.5, -0.5);
    if (placed.style == CardStyle::Whole || isChosen) {
        painter.setPen(QPen(isChosen ? m_colours.accent : m_colours.line,
            isChosen && scene.hasFocus ? look::hair * 2 : look::hair));
        painter.setBrush(isChosen                                ? m_colours.selection
                         : scene.related.contains(entry.id) ? m_colours.related
                                                                 : m_colours.raised);
        painter.drawRoundedRect(card, look::radius, look::radius);
    } else {
        painter.fillRect(placed.card, placed.entry == scene.hovered || scene.related.contains(entry.id)
                                          ? m_colours.related
                                          : m_colours.paper);
    }
    painter.setBrush(Qt::NoBrush);
    const QRectF inside = card.adjusted(look::related, look::tight / 2.0, -look::tight, -look::tight / 2.0);
    const double caption = heightOf(m_caption);
    if (placed.style == CardStyle::Whole) {
        paintWhole(painter, scene, entry,
            card.adjusted(look::related, look::related, -look::related, -look::related));
    } else if (placed.style == CardStyle::Short) {
        writeElided(painter, m_caption, m_colours.inkSoft, QRectF(inside.topLeft(), QSizeF(inside.width(), caption)), brief.dateText);
        paintTitle(painter, brief.title, isRetracted, inside.adjusted(0, caption, 0, 0), m_heavy);
    } else {
        // In a narrow column the axis says enough of the date.
        const bool saysDate = down && inside.width() > look::page * 10;
        const QString date = saysDate ? brief.dateText + u"  "_s : QString();
        const double before = std::min(advanceOf(m_caption, date), inside.width() / 2);
        if (saysDate)
            writeElided(painter, m_caption, m_colours.inkSoft, QRectF(inside.topLeft(), QSizeF(before + look::hair, inside.height())), date);
        paintTitle(painter, brief.title, isRetracted, inside.adjusted(before, 0, 0, 0), m_body);
    }
}

void TimelinePainter::paintWhole(
    QPainter &painter, const Scene &scene, const TimelineEntry &entry, QRectF inside) const
{
    const TimelineItem item = scene.texts.whole(entry.id);
    const Lane &lane = scene.lanes.at(entry.lane);
    const double caption = heightOf(m_caption);
    const double laneWidth =
        std::min(advanceOf(m_captionHeavy, lane.title), inside.width() / 2);
    const QColor laneColour = m_colours.lane.at(size_t(lane.colour));
    const auto row = [&](double height) {
        const QRectF place(inside.topLeft(), QSizeF(inside.width(), height));
        inside.setTop(inside.top() + height);
        return place;
    };
    const QRectF first = row(caption);
    writeElided(painter, m_caption, m_colours.inkSoft, first.adjusted(0, 0, -laneWidth - look::related, 0), item.dateText);
    writeElided(painter, m_captionHeavy, laneColour, {first.right() - laneWidth, first.top(), laneWidth, caption}, lane.title, Qt::AlignRight | Qt::AlignVCenter);
    row(look::tight / 2.0);
    paintTitle(painter, item.event.title, entry.certainty == Certainty::Retracted, row(titleHeight(item.event.title, inside.width())), m_heavy);
    row(look::tight / 2.0);
    writeElided(painter, m_caption, m_colours.inkSoft, row(caption), detailsOf(item));
    row(look::tight);
    const bool isShaken = item.shaken.fallen > 0;
    const QFont &font = isShaken ? m_captionHeavy : m_caption;
    QString support = supportOf(item);
    if (isShaken && advanceOf(font, support) > inside.width())
        support = shortSupportText(item.sources, item.shaken);
    writeElided(painter, font, isShaken ? m_colours.notFound : m_colours.inkSoft, row(caption), support);
}

} // namespace redoubt
