#include "ui/timeline/timelineview.h"

#include "app/timeline/datetext.h"
#include "ui/timeline/drawing.h"
#include "ui/timeline/timelinegestures.h"

#include <QDateTime>
#include <QMenu>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

TimeDirection directionFor(QSize size)
{
    return size.width() > size.height() * 1.2 ? TimeDirection::Across : TimeDirection::Down;
}

} // namespace

TimelineView::TimelineView(const Reader &reader, QWidget *parent)
    : QWidget(parent)
    , m_chronology(std::make_shared<const Chronology>())
    , m_texts(reader)
    , m_painter(std::make_unique<TimelinePainter>(look::colours(palette())))
    , m_gestures(new TimelineGestures(*this))
{
    setObjectName(u"timeline-view"_s);
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_glide.setEasingCurve(QEasingCurve::OutQuad);
    connect(m_gestures, &TimelineGestures::bandChanged, this, qOverload<>(&QWidget::update));
    connect(m_gestures, &TimelineGestures::eventMoved, this, &TimelineView::dateChosen);
    connect(m_gestures, &TimelineGestures::eventCarriedOut, this, &TimelineView::eventCarriedOut);
    connect(m_gestures, &TimelineGestures::bandDrawn, this,
        [this](double from, double to) {
            m_isFitted = false;
            Q_EMIT spanChosen(m_scale.second(from), m_scale.second(to));
        });
}

TimelineView::~TimelineView() = default;

void TimelineView::setChronology(std::shared_ptr<const Chronology> chronology,
    std::shared_ptr<const std::vector<Truth>> matches, std::optional<Density> density)
{
    const bool wasEmpty = m_density.size() == 0;
    m_chronology = std::move(chronology);
    m_matches = std::move(matches);
    m_density = density ? *std::move(density) : Density(*m_chronology, this->matches());
    m_isFitted = m_isFitted || wasEmpty;
    if (m_isFitted)
        m_scale = fittingScale();
    m_overview = Overview::of(m_density, m_scale.length);
    layOutLater();
    describe();
}

std::span<const Truth> TimelineView::matches() const
{
    return m_matches ? std::span<const Truth>(*m_matches) : std::span<const Truth>();
}

bool TimelineView::isShown(int row) const
{
    return row >= 0 && (matches().empty() || matches()[size_t(row)] != Truth::No);
}

void TimelineView::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    update();
}

void TimelineView::choose(Id<Event> id)
{
    if (m_chosen == id)
        return;
    m_chosen = id;
    bringIntoSight(m_chronology->row(id));
    layOutLater();
    describe();
}

void TimelineView::setRelated(const QSet<Id<Event>> &events)
{
    if (std::exchange(m_related, events) != events)
        layOutLater();
}

void TimelineView::setLinks(const QList<TimelineLink> &links)
{
    if (std::exchange(m_links, links) != links)
        layOutLater();
}

void TimelineView::setDragged(Id<Event> id, const Edtf &date)
{
    m_dragged = id;
    m_draggedDate = date;
    layOutLater();
}

const TimelineLayout &TimelineView::shown() const
{
    layOutNow();
    return m_layout;
}

const Sight &TimelineView::sight() const
{
    layOutNow();
    return m_sight;
}

TimeDirection TimelineView::direction() const
{
    return directionFor(size());
}

const PlacedEvent *TimelineView::placed(Id<Event> id) const
{
    const auto &entries = sight().entries;
    const auto entry = std::ranges::find(entries, id, &TimelineEntry::id);
    return entry == entries.end() ? nullptr : m_layout.placed(int(entry - entries.begin()));
}

void TimelineView::fitAll()
{
    glideTo(fittingScale());
    m_isFitted = true;
}

void TimelineView::zoom(double factor)
{
    const PlacedEvent *chosen = placed(m_chosen);
    glideTo(m_scale.zoomed(factor, chosen ? m_layout.along(chosen->anchor) : m_scale.length / 2));
}

QSize TimelineView::sizeHint() const
{
    return {look::page * 14, look::page * 24};
}

QSize TimelineView::minimumSizeHint() const
{
    return {look::page * 6, look::page * 5};
}

TimelineMetrics TimelineView::metrics() const
{
    return m_painter->metrics(direction(), m_chronology->lanes());
}

TimeScale TimelineView::fittingScale() const
{
    const double length = timeLength(direction(), size(), metrics());
    if (const auto whole = m_density.whole()) {
        return TimeScale::fitting(whole->first, whole->last, length,
            direction() == TimeDirection::Across ? look::page * 2 : look::page);
    }
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    static constexpr qint64 halfAYear = 180 * 86400;
    return TimeScale::fitting(now - halfAYear, now + halfAYear, length, 0);
}

void TimelineView::layOutLater()
{
    m_isStale = true;
    update();
}

void TimelineView::layOutNow() const
{
    if (!std::exchange(m_isStale, false))
        return;
    TimelineInput input;
    input.direction = direction();
    input.size = size();
    input.scale = m_scale;
    input.metrics = metrics();
    for (const Lane &lane : m_chronology->lanes())
        input.lanes.append({lane.id, lane.title, lane.colour, lane.collapsed});
    SightInput sightInput{*m_chronology, m_density, matches(), m_scale, input.metrics,
        rowsOfMarks(input.direction, input.size, input.metrics, input.lanes.size()), {}};
    const int chosen = m_chronology->row(m_chosen);
    for (const Id<Event> id : m_related) {
        if (const int row = m_chronology->row(id); isShown(row))
            sightInput.always.push_back(row);
    }
    for (const TimelineLink &link : m_links) {
        for (const Id<Event> id : {link.from, link.to}) {
            if (const int row = m_chronology->row(id); isShown(row))
                sightInput.always.push_back(row);
        }
    }
    if (isShown(chosen))
        sightInput.always.push_back(chosen);
    m_sight = sightOf(sightInput);
    if (const auto dragged = std::ranges::find(m_sight.entries, m_dragged, &TimelineEntry::id);
        dragged != m_sight.entries.end())
        dragged->bounds = m_draggedDate.bounds;
    input.entries = m_sight.entries;
    input.clusters = m_sight.clusters;
    input.profiles = m_sight.profiles;
    const auto entry = std::ranges::find(m_sight.entries, m_chosen, &TimelineEntry::id);
    input.chosen = entry == m_sight.entries.end() ? -1 : int(entry - m_sight.entries.begin());
    input.prepareCards = [this](const QList<int> &entries) {
        QList<Id<Event>> ids;
        for (const int each : entries)
            ids.append(m_sight.entries[each].id);
        m_texts.prepare(ids);
    };
    input.cardSizes = [this](int each, double breadth) {
        return m_painter->cardSizes(m_texts.brief(m_sight.entries[each].id), breadth);
    };
    m_layout = layOut(input);
}

void TimelineView::setScale(const TimeScale &scale)
{
    m_isFitted = false;
    showScale(scale);
}

void TimelineView::showScale(const TimeScale &scale)
{
    m_scale = scale;
    layOutLater();
}

void TimelineView::stopGliding()
{
    m_glide.stop();
    m_glide.disconnect(this);
}

void TimelineView::glideTo(const TimeScale &scale)
{
    stopGliding();
    m_isFitted = false;
    const int duration = look::motion();
    if (duration == 0 || !isVisible()) {
        showScale(scale);
        return;
    }
    const TimeScale from = m_scale;
    m_glide.setDuration(duration);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this, from, scale](const QVariant &value) {
        const double part = value.toDouble();
        TimeScale between = scale;
        if (part < 1) {
            between.secondsPerPixel =
                from.secondsPerPixel * std::pow(scale.secondsPerPixel / from.secondsPerPixel, part);
            between.origin = from.origin + qint64((double(scale.origin) - double(from.origin)) * part);
        }
        showScale(between);
    });
    m_glide.start();
}

void TimelineView::bringIntoSight(int row)
{
    if (!isShown(row))
        return;
    const MarkShape shape = shapeOf(entryOf(*m_chronology, row), m_scale, metrics());
    const double edge = std::min(double(look::page), m_scale.length / 4);
    if (shape.fadeTo >= edge && shape.fadeFrom <= m_scale.length - edge)
        return;
    glideTo(m_scale.panned((shape.fadeTo < edge ? shape.fadeTo : shape.fadeFrom) - m_scale.length / 2));
}

void TimelineView::chooseRow(int row)
{
    if (!isShown(row))
        return;
    const Id<Event> id = m_chronology->id(row);
    choose(id);
    Q_EMIT eventChosen(id);
}

/// Chooses the first event that is shown from a row on, in steps.
void TimelineView::stepAlong(int row, int step)
{
    while (row >= 0 && row < m_chronology->size() && !isShown(row))
        row += step;
    if (row < m_chronology->size())
        chooseRow(row);
}

void TimelineView::stepAcross(int step)
{
    const int chosen = m_chronology->row(m_chosen);
    if (!isShown(chosen))
        return stepAlong(0, 1);
    const Extent at = extentOf(m_chronology->bounds(chosen));
    for (int lane = m_chronology->lane(chosen) + step; lane >= 0 && lane < m_density.lanes(); lane += step) {
        const int size = m_density.size(lane);
        if (size == 0)
            continue;
        const int after = m_density.startingBefore(lane, at.first);
        const auto distance = [&](int place) {
            return std::abs(double(m_density.extent(lane, place).first) - double(at.first));
        };
        const int nearest = after == size || (after > 0 && distance(after - 1) < distance(after)) ? after - 1 : after;
        return chooseRow(m_density.rows(lane, nearest, nearest + 1).front());
    }
}

void TimelineView::openCluster(int cluster, QPoint at)
{
    const Cluster opened = sight().clusters.at(cluster);
    const bool isFinest = m_scale.secondsPerPixel <= TimeScale::finest;
    if (!opened.isOneMoment() && !isFinest) {
        const double margin = m_scale.length / 6;
        return glideTo(TimeScale::fitting(opened.starts.first, opened.starts.last, m_scale.length, margin));
    }
    static constexpr int most = 40;
    const int from = m_density.startingBefore(opened.lane, opened.starts.first);
    const int to = std::min(from + std::min(opened.count, most), m_density.size(opened.lane));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const int row : m_density.rows(opened.lane, from, to)) {
        const Id<Event> id = m_chronology->id(row);
        QString title = m_texts.brief(id).title;
        connect(menu->addAction(title.replace(u'&', u"&&"_s)), &QAction::triggered, this,
            [this, id] { chooseRow(m_chronology->row(id)); });
    }
    if (opened.count > most)
        menu->addAction(tr("and %n more", nullptr, opened.count - most))->setEnabled(false);
    menu->popup(at);
}

void TimelineView::describe()
{
    const bool isChosen = isShown(m_chronology->row(m_chosen));
    setAccessibleDescription(
        isChosen ? toolTipOf(m_chosen) : tr("%n event(s), none chosen", nullptr, m_density.size()));
}

QString TimelineView::toolTipOf(Id<Event> id) const
{
    const TimelineItem &item = m_texts.whole(id);
    const int row = m_chronology->row(id);
    const QString date = item.dateText == item.event.date
                             ? item.dateText
                             : u"%1 (%2)"_s.arg(item.dateText, item.event.date);
    QStringList lines{item.event.title, date,
        u"%1 · %2"_s.arg(row < 0 ? QString() : m_chronology->lanes().at(m_chronology->lane(row)).title,
            certaintyText(item.event.certainty)),
        item.event.place, supportText(item.sources, item.shaken)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString TimelineView::toolTipAt(QPointF point) const
{
    const TimelineLayout &layout = shown();
    if (const int entry = layout.entryAt(point); entry >= 0)
        return toolTipOf(m_sight.entries.at(entry).id);
    if (const int cluster = layout.clusterAt(point); cluster >= 0) {
        const Cluster &over = m_sight.clusters.at(cluster);
        const QString from = dayText(toZone(over.starts.first, m_zone));
        const QString to = dayText(toZone(over.starts.last, m_zone));
        return tr("%n event(s)", nullptr, over.count) + u'\n' + (from == to ? from : u"%1 – %2"_s.arg(from, to));
    }
    if (const int lane = layout.titleAt(point); lane >= 0) {
        const Lane &over = m_chronology->lanes().at(lane);
        return over.title + u'\n' + tr("%n event(s)", nullptr, m_density.size(lane)) + u'\n' +
               (over.collapsed ? tr("Click to unfold this lane") : tr("Click to fold this lane"));
    }
    for (const PlacedProfile &profile : layout.profiles) {
        if (!profile.area.contains(point))
            continue;
        const int lane = m_sight.profiles.at(profile.profile).lane;
        const double at = layout.along(point);
        const Extent span{m_scale.second(at - 1), m_scale.second(at + 1)};
        return m_chronology->lanes().at(lane).title + u'\n' + tr("%n event(s)", nullptr, m_density.touching(lane, span)) +
               u'\n' + spanText({span.first, m_scale.secondsPerPixel, 2}, QLocale(), m_zone);
    }
    for (const PlacedLane &lane : layout.lanes) {
        if (lane.track.contains(point))
            return m_chronology->lanes().at(lane.lane).title;
    }
    return layout.overview.contains(point) ? tr("The whole chronology; drag the window or its ends") : QString();
}

int TimelineView::paintShown(QPainter &painter, const TimelinePainter &by, bool isOnScreen) const
{
    layOutNow();
    const auto found = std::ranges::find(m_sight.entries, m_chosen, &TimelineEntry::id);
    const int chosen = found == m_sight.entries.end() ? -1 : int(found - m_sight.entries.begin());
    const QList<DrawnLink> links = drawnLinks();
    by.paint(painter, {m_chronology->lanes(), m_sight, m_texts, m_layout, m_scale, m_overview, m_zone, chosen, isOnScreen ? m_hovered : -1,
        isOnScreen ? m_hoveredCluster : -1, isOnScreen && hasFocus(), QDateTime::currentSecsSinceEpoch(), m_related, links});
    return chosen;
}

void TimelineView::drawPicture(QPainter &painter) const
{
    paintShown(painter, TimelinePainter(look::light()), false);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    const int chosen = paintShown(painter, *m_painter, true);
    if (m_density.size() == 0) {
        painter.setPen(colours.inkSoft);
        painter.drawText(
            m_layout.content, Qt::AlignCenter | Qt::TextWordWrap, tr("No event matches the filter."));
    }
    paintGestures(painter);
    if (hasFocus() && chosen < 0) {
        painter.setPen(QPen(colours.accent, look::hair));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineView::paintGestures(QPainter &painter)
{
    const look::Colours &colours = look::colours(palette());
    if (const auto band = m_gestures->band()) {
        QRectF drawn = m_layout.content;
        const bool down = m_layout.direction == TimeDirection::Down;
        const double start = down ? drawn.top() : drawn.left();
        if (down)
            drawn = {drawn.left(), start + band->first, drawn.width(), band->second - band->first};
        else
            drawn = {start + band->first, drawn.top(), band->second - band->first, drawn.height()};
        painter.fillRect(drawn, drawing::faded(colours.accent, 0.14));
        painter.setPen(QPen(colours.accent, look::hair));
        painter.drawRect(drawn);
    }
    if (const QString label = m_gestures->label(); !label.isEmpty())
        m_painter->paintLabel(painter, m_gestures->pointer(), label, QRectF(rect()));
}

/// Where a link to an event begins or ends: at its mark, or beyond the edge where it is not in sight.
QPointF TimelineView::pointOf(Id<Event> id) const
{
    if (const PlacedEvent *event = placed(id))
        return event->anchor;
    const int row = m_chronology->row(id);
    const double at = std::clamp(shapeOf(entryOf(*m_chronology, row), m_scale, metrics()).middle(),
        -double(look::page), m_scale.length + look::page);
    const QRectF track = m_layout.lanes.at(m_chronology->lane(row)).track;
    return m_layout.direction == TimeDirection::Down ? QPointF(track.center().x(), m_layout.content.top() + at)
                                                     : QPointF(m_layout.content.left() + at, track.center().y());
}

QList<DrawnLink> TimelineView::drawnLinks() const
{
    QList<DrawnLink> drawn;
    for (const TimelineLink &link : m_links) {
        if (isShown(m_chronology->row(link.from)) && isShown(m_chronology->row(link.to)))
            drawn.append({pointOf(link.from), pointOf(link.to), link.text, link.isReversed});
    }
    return drawn;
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    const double length = timeLength(direction(), size(), metrics());
    if (m_isFitted) {
        m_scale = fittingScale();
    } else if (m_scale.length > 0) {
        m_scale.secondsPerPixel = std::clamp(
            m_scale.secondsPerPixel * m_scale.length / length, TimeScale::finest, TimeScale::coarsest);
        m_scale.length = length;
    }
    m_overview = Overview::of(m_density, length);
    layOutLater();
}

void TimelineView::changeEvent(QEvent *event)
{
    const bool looksChange = event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
                             event->type() == QEvent::LocaleChange;
    if (looksChange) {
        m_painter = std::make_unique<TimelinePainter>(look::colours(palette()));
        layOutLater();
    }
    QWidget::changeEvent(event);
}

} // namespace redoubt
