#include "ui/timeline/lagchart.h"

#include "app/timeline/datetext.h"
#include "ui/look/look.h"
#include "ui/timeline/drawing.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr double dot = 4; ///< radius
constexpr double bar = 3; ///< half its width

} // namespace

LagChart::LagChart(const Reader &reader, QWidget *parent)
    : PatternChart(parent)
    , m_reader(reader)
{
    setObjectName(u"lag-chart"_s);
    setAccessibleName(tr("Lag over time"));
}

void LagChart::show(const QList<LagPoint> &points)
{
    if (points == m_points)
        return;
    m_points = points;
    dataChanged();
}

void LagChart::paintInto(QPainter &painter, const QRectF &rect, const look::Colours &colours)
{
    const QFontMetricsF metrics(look::font(look::Text::Caption));
    const double left = metrics.horizontalAdvance(tr("3 months")) + look::group;
    const QRectF area = rect.adjusted(left, look::related, -look::related, -metrics.height() * 1.6);
    m_plot = LagPlot::of(m_points, area, metrics.height(), locale());
    if (m_points.isEmpty())
        return;
    paintScale(painter, colours);
    painter.setPen(Qt::NoPen);
    for (const LagPlot::Mark &mark : std::as_const(m_plot.marks)) {
        const bool isLate = m_points[mark.point].lag.least.value_or(0) >= 0;
        const QColor colour = isLate ? colours.accent : colours.notFound;
        const double x = (mark.left + mark.right) / 2;
        if (mark.bottom - mark.top <= 2 * dot) {
            painter.setBrush(colour);
            painter.drawEllipse(QPointF(x, (mark.top + mark.bottom) / 2), dot, dot);
            continue;
        }
        painter.setBrush(drawing::faded(colour, 0.45));
        painter.drawRoundedRect(QRectF(x - bar, mark.top, 2 * bar, mark.bottom - mark.top), bar, bar);
    }
    paintMedian(painter, colours);
}

void LagChart::paintScale(QPainter &painter, const look::Colours &colours) const
{
    const QFont small = look::font(look::Text::Caption);
    const double height = QFontMetricsF(small).height();
    const QRectF &area = m_plot.area;
    for (const Tick &tick : m_plot.heights) {
        painter.setPen(QPen(tick.isTurn ? colours.inkFaint : colours.line, look::hair));
        painter.drawLine(QPointF(area.left(), tick.position), QPointF(area.right(), tick.position));
        const QRectF place(0, tick.position - height / 2, area.left() - look::related, height);
        drawing::write(painter, small, colours.inkSoft, place, Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    for (const Tick &tick : m_plot.dates) {
        const double x = area.left() + tick.position;
        if (tick.label.isEmpty() || x > area.right())
            continue;
        painter.setPen(QPen(colours.line, look::hair));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + look::tight));
        const double width = QFontMetricsF(small).horizontalAdvance(tick.label);
        const double from = std::min(x, area.right() - width);
        drawing::write(painter, small, colours.inkSoft, {from, area.bottom() + look::tight, width + 1, height}, Qt::AlignLeft, tick.label);
    }
}

/// A line, or where the dates leave the median open, a band.
void LagChart::paintMedian(QPainter &painter, const look::Colours &colours) const
{
    if (!m_plot.median || m_points.size() < 3)
        return;
    const auto [upper, lower] = *m_plot.median;
    const QRectF &area = m_plot.area;
    if (lower - upper > 2)
        painter.fillRect(QRectF(area.left(), upper, area.width(), lower - upper), drawing::faded(colours.altered, 0.14));
    painter.setPen(QPen(colours.altered, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), (upper + lower) / 2), QPointF(area.right(), (upper + lower) / 2));
    const QFont small = look::font(look::Text::Caption);
    const double height = QFontMetricsF(small).height();
    const auto median = *medianLag(m_points);
    qint64 unit = 1;
    for (const LagPoint &point : m_points)
        unit = std::max(unit, point.lag.unit);
    const Lag lag{qint64(median.first), qint64(median.second), unit};
    const QString text = tr("median: %1", "a lag").arg(lagText(lag, locale()));
    const QRectF place(area.left(), upper - height - 1, area.width() - look::tight, height);
    drawing::write(painter, small, colours.altered, place, Qt::AlignRight, text);
}

int LagChart::markAt(QPointF position) const
{
    return m_plot.at(position, look::related);
}

QPointF LagChart::placeOf(int mark) const
{
    const LagPlot::Mark &at = m_plot.marks[mark];
    return {(at.left + at.right) / 2, (at.top + at.bottom) / 2};
}

QString LagChart::textOf(int mark) const
{
    const LagPoint &point = m_points[mark];
    const auto named = [this](Id<Event> id) {
        const auto found = redoubt::event(m_reader, id).value_or(std::nullopt).value_or(Event());
        const auto date = readEdtf(found.date);
        return u"%1 · %2"_s.arg(date ? dateText(*date, locale()) : found.date, found.title);
    };
    return QStringList{named(point.effect), lagText(point.lag, locale()), named(point.cause)}.join(u'\n');
}

Id<Event> LagChart::eventOf(int mark)
{
    return m_points[mark].effect;
}

} // namespace redoubt
