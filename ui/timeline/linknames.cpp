#include "ui/timeline/linknames.h"

#include "ui/timeline/drawing.h"

namespace redoubt {

namespace {

QRectF placeOnCurve(QPointF middle, QSizeF size, const QRectF &within)
{
    const auto start = [](double at, double length, double from, double to) {
        return std::clamp(at - length / 2, from, std::max(from, to - length));
    };
    return {QPointF(start(middle.x(), size.width(), within.left(), within.right()),
                start(middle.y(), size.height(), within.top(), within.bottom())),
        size};
}

QRectF freePlace(const LinkName &name, const QRectF &within, const QList<QRectF> &taken)
{
    for (const double part : {0.5, 0.35, 0.65, 0.2, 0.8}) {
        const QRectF place = placeOnCurve(drawing::pointOf(name.curve, part), name.size, within);
        if (std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(place); }))
            return place;
    }
    return {};
}

} // namespace

QList<QRectF> placeLinkNames(const QList<LinkName> &names, const TimelineLayout &layout, int chosen)
{
    QList<QRectF> cards;
    QRectF beside = layout.content;
    for (const PlacedEvent &placed : layout.events) {
        if (placed.card.isEmpty())
            continue;
        cards.append(placed.card);
        if (layout.direction == TimeDirection::Down)
            beside.setRight(std::min(beside.right(), placed.card.left() - look::tight));
    }
    const PlacedEvent *card = chosen < 0 ? nullptr : layout.placed(chosen);
    QList<QRectF> places;
    for (const LinkName &name : names) {
        QRectF place = freePlace(name, name.size.width() <= beside.width() ? beside : layout.content, cards + places);
        if (place.isNull())
            place = freePlace(name, layout.content, cards + places);
        if (place.isNull())
            place = freePlace(name, layout.content, card ? places + QList{card->card} : places);
        places.append(place);
    }
    return places;
}

} // namespace redoubt
