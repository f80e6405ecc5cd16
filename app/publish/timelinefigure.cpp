// The part of Composer that draws the chronology as a figure.

#include "app/publish/composer.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Pages)
};

constexpr double axisHeight = 18;
constexpr double rowHeight = 12.6;
constexpr double lanePadding = 5;
constexpr double dot = 5.2;
constexpr double labelGap = 3.5;
constexpr double mostRows = 16; ///< of one lane; marks beyond have no label
constexpr qsizetype mostTold = 1000; ///< events in the alternative text; the table below has them all
constexpr double leastTickGap = 46;
constexpr double openFade = 24; ///< the length that stands for "no limit"
constexpr qint64 day = 86'400;

const TextStyle labelStyle{.face = TextStyle::Face::Sans, .size = 7.3};
const TextStyle tickStyle{.face = TextStyle::Face::Sans, .size = 6.8, .colour = style::soft, .tabular = true};

/// Lanes are told apart by their place and name; the colour only helps.
Colour laneColour(qsizetype lane)
{
    static const QList<Colour> colours{style::accent, {0.72, 0.36, 0.05}, {0.20, 0.33, 0.55}, {0.55, 0.20, 0.36},
        {0.30, 0.45, 0.15}, {0.42, 0.40, 0.12}, {0.35, 0.28, 0.55}, {0.36, 0.40, 0.42}};
    return colours[lane % colours.size()];
}

struct Bounds
{
    double start, sureStart, sureEnd, end; ///< seconds
    bool opensBefore, opensBehind;
};

std::optional<Bounds> boundsOf(const PublishedEvent &event)
{
    const auto first = [](auto... options) {
        std::optional<qint64> found;
        ((found = found ? found : options), ...);
        return found;
    };
    const auto any = first(event.earliestStart, event.latestStart, event.earliestEnd, event.latestEnd);
    if (!any)
        return {};
    const auto start = first(event.earliestStart, event.latestStart, event.earliestEnd, event.latestEnd);
    const auto end = first(event.latestEnd, event.earliestEnd, event.latestStart, event.earliestStart);
    Bounds bounds{double(*start), double(*first(event.latestStart, start)), double(*first(event.earliestEnd, end)), double(*end),
        !event.earliestStart, !event.latestEnd};
    // Within a point that is not known better, all of it is uncertain.
    if (bounds.sureStart > bounds.sureEnd)
        bounds.sureStart = bounds.sureEnd = (bounds.sureStart + bounds.sureEnd) / 2;
    return bounds;
}

/// Round steps of the axis: days, months, years.
struct Step
{
    int days = 0;
    int months = 0;
};

QDate nextTick(QDate date, Step step)
{
    return step.months > 0 ? date.addMonths(step.months) : date.addDays(step.days);
}

QDate firstTick(QDate from, Step step)
{
    if (step.days > 0)
        return from;
    if (step.months < 12)
        return {from.year(), (from.month() - 1) / step.months * step.months + 1, 1};
    const int years = step.months / 12;
    return {from.year() - (from.year() % years + years) % years, 1, 1};
}

Step stepFor(double seconds, double width)
{
    static const QList<Step> steps{{1, 0}, {2, 0}, {7, 0}, {14, 0}, {0, 1}, {0, 3}, {0, 6}, {0, 12}, {0, 24}, {0, 60}, {0, 120},
        {0, 240}, {0, 600}, {0, 1200}, {0, 6000}, {0, 12000}};
    for (const Step &step : steps) {
        const double length = (step.days + step.months * 30.4) * double(day);
        if (length / seconds * width >= leastTickGap)
            return step;
    }
    return steps.constLast();
}


struct Placed
{
    const PublishedEvent *event;
    Bounds bounds;
    qsizetype row = 0;
    double labelX = -1; ///< none: no room
};

struct Scale
{
    double from, to, x, width;
    [[nodiscard]] double at(double time) const { return x + (time - from) / (to - from) * width; }
};

/// Gives each event the first row where its mark and label stand free.
qsizetype placeInRows(std::vector<Placed> &events, const Scale &scale, const std::function<double(const QString &)> &widthOf)
{
    std::ranges::stable_sort(events, {}, [](const Placed &one) { return one.bounds.start; });
    std::vector<double> free; // where each row is free from
    const double right = scale.x + scale.width;
    for (Placed &one : events) {
        const double start = scale.at(one.bounds.start) - dot;
        if (double(free.size()) >= mostRows && std::ranges::none_of(free, [=](double from) { return from <= start; })) {
            one.row = qsizetype(mostRows) - 1;
            continue;
        }
        const double end = std::max(scale.at(one.bounds.end), scale.at(one.bounds.start)) + dot / 2;
        const double width = widthOf(one.event->title);
        const bool behind = end + labelGap + width <= right;
        const double from = behind ? start : std::min(start, start - labelGap - width);
        const double to = behind ? end + labelGap + width : end;
        size_t row = 0;
        while (row < free.size() && free[row] > from)
            ++row;
        if (double(row) >= mostRows) {
            one.row = qsizetype(mostRows) - 1;
            continue;
        }
        if (row == free.size())
            free.push_back(0);
        free[row] = to + 6;
        one.row = qsizetype(row);
        one.labelX = std::max(scale.x, behind ? end + labelGap : start - labelGap - width);
    }
    return std::max<qsizetype>(1, qsizetype(free.size()));
}

struct Gathered
{
    QStringList names; ///< of the lanes
    QHash<QString, std::vector<Placed>> byLane;
    QStringList told; ///< each event in words
    int count = 0;
    double from = std::numeric_limits<double>::max();
    double to = std::numeric_limits<double>::lowest();
};

/// The events that have a place in time.
Gathered gather(const QList<const PublishedEvent *> &events, const QStringList &lanes)
{
    Gathered all;
    all.names = lanes;
    for (const PublishedEvent *event : events) {
        const std::optional<Bounds> bounds = boundsOf(*event);
        if (!bounds)
            continue;
        if (!all.names.contains(event->lane))
            all.names.append(event->lane);
        all.byLane[event->lane].push_back({event, *bounds});
        all.from = std::min(all.from, bounds->start);
        all.to = std::max(all.to, bounds->end);
        ++all.count;
        if (all.told.size() < mostTold)
            all.told.append(u"%1: %2"_s.arg(event->date, event->title));
    }
    return all;
}

/// Where the axis is marked, and with what.
std::vector<std::pair<double, QString>> ticks(const Scale &scale, const QLocale &locale)
{
    std::vector<std::pair<double, QString>> found;
    const Step step = stepFor(scale.to - scale.from, scale.width);
    const QString format = step.months >= 12 ? u"yyyy"_s : step.months > 0 ? u"MMM yyyy"_s : u"d MMM"_s;
    const QDate first = QDateTime::fromSecsSinceEpoch(qint64(scale.from), QTimeZone::UTC).date();
    for (QDate date = firstTick(first, step); date.isValid(); date = nextTick(date, step)) {
        const double x = scale.at(double(date.startOfDay(QTimeZone::UTC).toSecsSinceEpoch()));
        if (x > scale.x + scale.width)
            break;
        if (x >= scale.x)
            found.emplace_back(x, locale.toString(date, format));
    }
    return found;
}

void drawMark(Piece &piece, const Placed &one, const Scale &scale, double y, const Colour &colour)
{
    double start = scale.at(one.bounds.start);
    const double sureStart = scale.at(one.bounds.sureStart);
    const double sureEnd = scale.at(one.bounds.sureEnd);
    double end = scale.at(one.bounds.end);
    if (one.bounds.opensBefore)
        start = std::max(scale.x, start - openFade);
    if (one.bounds.opensBehind)
        end = std::min(scale.x + scale.width, end + openFade);
    const double middle = y + rowHeight / 2;
    if (end - start <= dot) {
        piece.marks.push_back(Shape{.x = (start + end) / 2 - dot / 2, .y = middle - dot / 2, .width = dot, .height = dot,
            .colour = colour, .round = dot / 2});
        return;
    }
    const double thick = 4.4;
    const auto bar = [&](double from, double to, double opacity, double endOpacity) {
        if (to > from)
            piece.marks.push_back(Shape{.x = from, .y = middle - thick / 2, .width = to - from, .height = thick, .colour = colour,
                .opacity = opacity, .endOpacity = endOpacity});
    };
    const double from = std::clamp(sureStart, start, end);
    const double to = std::clamp(sureEnd, from, end);
    bar(start, from, 0.08, 0.9);
    bar(from, to, 0.9, 0.9);
    bar(to, end, 0.9, 0.08);
}

/// Whether a mark without a label stands where another one does, to half a point.
bool isCovered(const Placed &one, const Scale &scale, QSet<std::pair<qint64, qint64>> &drawn)
{
    const std::pair place(qRound64(scale.at(one.bounds.start) * 2), qRound64(scale.at(one.bounds.end) * 2));
    const qsizetype before = drawn.size();
    drawn.insert(place);
    return drawn.size() == before;
}

} // namespace

std::vector<Strip> Composer::composeFigure()
{
    QList<const PublishedEvent *> events;
    for (const PublishedEvent &event : m_publication.events)
        events.append(&event);
    addTimelineFigure(events, m_publication.lanes);
    return std::move(m_flow.strips);
}

void Composer::addFigureText(Piece &drawn, const QString &text, const TextStyle &style, double x, double baseline, double width)
{
    constexpr double leading = 9;
    std::vector<SetLine> lines = m_typesetter.set({{text, style, drawn.element}},
        {.width = width, .align = ParagraphSettings::Align::Left, .hyphenate = false});
    for (size_t i = 0; i < lines.size(); ++i) {
        for (LinePart &part : lines[i].parts) {
            for (GlyphRun &run : part.runs) {
                for (GlyphRun::Glyph &glyph : run.glyphs) {
                    glyph.x += float(x);
                    glyph.y += float(baseline + double(i) * leading);
                }
                drawn.marks.push_back(std::move(run));
            }
        }
    }
}

void Composer::addTimelineFigure(const QList<const PublishedEvent *> &events, const QStringList &lanes)
{
    auto [names, byLane, told, count, from, to] = gather(events, lanes);
    if (byLane.isEmpty())
        return;
    const double margin = std::max(double(day), (to - from) * 0.025);
    const Scale scale{from - margin, to + margin, m_left + style::marginColumn, m_width - style::marginColumn};

    const int figure = element(Element::Role::Figure, m_body.parent);
    m_flow.elements[size_t(figure)].alternative
        = Tr::tr("Timeline of %n event(s).", nullptr, count) + u' ' + told.join(u"; "_s) + u'.';
    Piece drawn = piece(figure);
    const auto widthOf = [this](const QString &text) { return m_typesetter.width(text, labelStyle) + 1; };
    std::vector<std::pair<double, qsizetype>> tops; // of each lane, and its rows
    double y = axisHeight;
    for (const QString &name : std::as_const(names)) {
        const qsizetype rows = byLane.contains(name) ? placeInRows(byLane[name], scale, widthOf) : 0;
        tops.emplace_back(y, rows);
        y += rows > 0 ? double(rows) * rowHeight + 2 * lanePadding : 0;
    }
    const double height = y;

    for (const auto &[x, label] : ticks(scale, QLocale(m_publication.language))) {
        drawn.marks.push_back(Shape{.x = x, .y = axisHeight - 4, .width = 0.4, .height = height - axisHeight + 4, .colour = style::faint});
        if (x + m_typesetter.width(label, tickStyle) <= scale.x + scale.width + 4)
            addFigureText(drawn, label, tickStyle, x + 2, axisHeight - 7, 80);
    }
    for (qsizetype lane = 0; lane < names.size(); ++lane) {
        const auto [top, rows] = tops[size_t(lane)];
        if (rows == 0)
            continue;
        drawn.marks.push_back(Shape{.x = m_left, .y = top, .width = m_width, .height = 0.4, .colour = style::faint});
        TextStyle name = style::label;
        name.colour = laneColour(lane);
        addFigureText(drawn, names[lane].toUpper(), name, m_left, top + lanePadding + rowHeight / 2 + 2.4, style::marginColumn - 8);
        QSet<std::pair<qint64, qint64>> crowd;
        for (const Placed &one : byLane[names[lane]]) {
            if (one.labelX < 0 && isCovered(one, scale, crowd))
                continue;
            const double rowTop = top + lanePadding + double(one.row) * rowHeight;
            drawMark(drawn, one, scale, rowTop, laneColour(lane));
            if (one.labelX < 0)
                continue;
            // The axis lines do not run through the letters.
            drawn.marks.push_back(Shape{.x = one.labelX - 1, .y = rowTop + 1.5, .width = widthOf(one.event->title) + 2,
                .height = rowHeight - 3, .colour = {1, 1, 1}});
            addFigureText(drawn, one.event->title, labelStyle, one.labelX, rowTop + rowHeight / 2 + 2.6, scale.width);
        }
    }
    drawn.marks.push_back(Shape{.x = m_left, .y = height, .width = m_width, .height = 0.8, .colour = style::accent});
    drawn.x = m_left;
    drawn.width = m_width;
    drawn.height = height;
    Strip strip;
    strip.height = height + 4;
    strip.before = style::line;
    strip.onGrid = false;
    strip.floats = true;
    strip.pieces.push_back(std::move(drawn));
    m_flow.strips.push_back(std::move(strip));
    addSmallText(Tr::tr("Figure: events by lane on a true time scale; fades are uncertain dates."), style::caption, 3);
    m_flow.strips.back().before = 3;
    m_flow.strips[m_flow.strips.size() - 2].keepWithNext = true;
}

} // namespace redoubt
