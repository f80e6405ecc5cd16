#include "ui/timeline/drawing.h"
#include "ui/timeline/timelinepainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>

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

/// "◎ 3 independent of 5 sources  ↳ 2 responses"
QString supportOf(const TimelineItem &item)
{
    QStringList parts;
    if (item.sources.sources > 0)
        parts.append(u"◎ "_s + sourceCountText(item.sources));
    if (item.responses > 0)
        parts.append(u"↳ "_s + Words::tr("%n response(s)", nullptr, item.responses));
    return parts.isEmpty() ? Words::tr("no sources yet") : parts.join(u"   "_s);
}

} // namespace

std::array<QSizeF, 3> TimelinePainter::cardSizes(const EventTexts::Brief &text, double breadth) const
{
    const double caption = QFontMetricsF(m_caption).height();
    const double body = QFontMetricsF(m_heavy).height();
    const bool isFree = breadth <= 0;
    const double whole = isFree ? look::page * 12 : breadth;
    const double brief = isFree ? body : titleHeight(text.title, breadth - look::related - look::tight);
    std::array sizes{QSizeF(breadth, body + look::tight), QSizeF(breadth, caption + brief + look::related),
        QSizeF(whole, 3 * caption + titleHeight(text.title, whole - look::related * 2) +
                          look::related * 2 + look::tight * 2)};
    if (isFree) {
        const double most = look::page * 10;
        const double title = QFontMetricsF(m_heavy).horizontalAdvance(text.title) + look::group;
        const double date = QFontMetricsF(m_caption).horizontalAdvance(text.dateText) + look::group;
        const double line = QFontMetricsF(m_body).horizontalAdvance(text.title) + look::group;
        sizes[0].setWidth(std::min(line, most));
        sizes[1].setWidth(std::min(std::max(title, date), most));
    }
    return sizes;
}

/// At most two lines.
double TimelinePainter::titleHeight(const QString &title, double breadth) const
{
    const QFontMetricsF metrics(m_heavy);
    return metrics.horizontalAdvance(title) > breadth - look::tight ? metrics.lineSpacing() + metrics.height()
                                                                    : metrics.height();
}

void TimelinePainter::paintTitle(
    QPainter &painter, const QString &title, bool isRetracted, const QRectF &place, QFont font) const
{
    font.setStrikeOut(isRetracted);
    const QFontMetricsF metrics(font);
    const bool isOneLine = place.height() < metrics.lineSpacing() * 1.5;
    QString text = title;
    if (isOneLine) {
        text = elided(font, text, place.width());
    } else {
        // What does not fit in two lines loses words until it does.
        const auto fits = [&] {
            return metrics.boundingRect(place, Qt::TextWordWrap, text).height() <=
                   place.height() + metrics.descent();
        };
        for (QString words = text; !fits() && words.contains(u' ');) {
            words = words.left(words.lastIndexOf(u' '));
            text = words + u'…';
        }
    }
    write(painter, font, m_colours.ink, place,
        Qt::AlignLeft | (isOneLine ? Qt::AlignVCenter : Qt::AlignTop) | Qt::TextWordWrap, text);
}

void TimelinePainter::paintLeader(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const
{
    if (placed.style == CardStyle::None)
        return;
    const bool down = scene.layout.direction == TimeDirection::Down;
    const QColor colour = placed.entry == scene.chosen ? m_colours.accent : m_colours.line;
    const double inside = placed.style == CardStyle::Whole ? look::related : look::tight / 2.0;
    QPainterPath path(placed.anchor);
    if (down) {
        const QPointF to(
            placed.card.left(), placed.card.top() + inside + QFontMetricsF(m_caption).height() / 2);
        const double half = (placed.anchor.x() + to.x()) / 2;
        path.cubicTo(QPointF(half, placed.anchor.y()), QPointF(half, to.y()), to);
    } else {
        const bool isAbove = placed.card.bottom() < placed.anchor.y();
        const double edge = std::min<double>(look::related, placed.card.width() / 2);
        const QPointF to(std::clamp(placed.anchor.x(), placed.card.left() + edge, placed.card.right() - edge),
            isAbove ? placed.card.bottom() : placed.card.top());
        const double half = (placed.anchor.y() + to.y()) / 2;
        path.cubicTo(QPointF(placed.anchor.x(), half), QPointF(to.x(), half), to);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, look::hair));
    painter.drawPath(path);
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
        painter.setPen(Qt::NoPen);
        painter.setBrush(placed.entry == scene.hovered || scene.related.contains(entry.id)
                             ? m_colours.related
                             : faded(m_colours.paper, 0.9));
        painter.drawRoundedRect(card, look::radius, look::radius);
    }
    painter.setBrush(Qt::NoBrush);
    const QRectF inside = card.adjusted(look::related, look::tight / 2.0, -look::tight, -look::tight / 2.0);
    const double caption = QFontMetricsF(m_caption).height();
    if (placed.style == CardStyle::Whole) {
        paintWhole(painter, scene, entry,
            card.adjusted(look::related, look::related, -look::related, -look::related));
    } else if (placed.style == CardStyle::Short) {
        write(painter, m_caption, m_colours.inkSoft,
            QRectF(inside.topLeft(), QSizeF(inside.width(), caption)), Qt::AlignLeft | Qt::AlignVCenter,
            elided(m_caption, brief.dateText, inside.width()));
        paintTitle(painter, brief.title, isRetracted, inside.adjusted(0, caption, 0, 0), m_heavy);
    } else {
        // In a narrow column the axis says enough of the date.
        const bool saysDate = down && inside.width() > look::page * 10;
        const QString date = saysDate ? brief.dateText + u"  "_s : QString();
        const double before = std::min(QFontMetricsF(m_caption).horizontalAdvance(date), inside.width() / 2);
        write(painter, m_caption, m_colours.inkSoft, inside, Qt::AlignLeft | Qt::AlignVCenter,
            elided(m_caption, date, before));
        paintTitle(painter, brief.title, isRetracted, inside.adjusted(before, 0, 0, 0), m_body);
    }
}

void TimelinePainter::paintWhole(
    QPainter &painter, const Scene &scene, const TimelineEntry &entry, QRectF inside) const
{
    const TimelineItem item = scene.texts.whole(entry.id);
    const Lane &lane = scene.lanes.at(entry.lane);
    const double caption = QFontMetricsF(m_caption).height();
    const double laneWidth =
        std::min(QFontMetricsF(m_captionHeavy).horizontalAdvance(lane.title), inside.width() / 2);
    const QColor laneColour = m_colours.lane.at(size_t(lane.colour));
    const auto row = [&](double height) {
        const QRectF place(inside.topLeft(), QSizeF(inside.width(), height));
        inside.setTop(inside.top() + height);
        return place;
    };
    const int flags = Qt::AlignLeft | Qt::AlignVCenter;
    const QRectF first = row(caption);
    write(painter, m_caption, m_colours.inkSoft, first, flags,
        elided(m_caption, item.dateText, first.width() - laneWidth - look::related));
    write(painter, m_captionHeavy, laneColour, first, Qt::AlignRight | Qt::AlignVCenter,
        elided(m_captionHeavy, lane.title, laneWidth));
    row(look::tight / 2.0);
    paintTitle(painter, item.event.title, entry.certainty == Certainty::Retracted, row(titleHeight(item.event.title, inside.width())), m_heavy);
    row(look::tight / 2.0);
    write(painter, m_caption, m_colours.inkSoft, row(caption), flags,
        elided(m_caption, detailsOf(item), inside.width()));
    row(look::tight);
    write(painter, m_caption, m_colours.inkSoft, row(caption), flags,
        elided(m_caption, supportOf(item), inside.width()));
}

} // namespace redoubt
