#include "ui/timeline/countchart.h"

#include "ui/look/look.h"
#include "ui/timeline/drawing.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int mostNamed = 6;     ///< events in a tool tip
constexpr int mostFollowed = 500; ///< events that clicks on one bar go through

} // namespace

CountChart::CountChart(const Reader &reader, QWidget *parent)
    : PatternChart(parent)
    , m_reader(reader)
{
    setObjectName(u"count-chart"_s);
    setAccessibleName(tr("Events over time"));
}

void CountChart::show(std::shared_ptr<const Chronology> chronology, std::shared_ptr<const std::vector<Truth>> matches)
{
    m_chronology = std::move(chronology);
    m_matches = matches ? std::move(matches) : std::make_shared<const std::vector<Truth>>();
    m_counts = countsByPeriod(*m_chronology, *m_matches);
    dataChanged();
}

void CountChart::paintInto(QPainter &painter, const QRectF &rect, const look::Colours &colours)
{
    const QFontMetricsF metrics(look::font(look::Text::Caption));
    double left = 0;
    for (const Lane &lane : m_counts.lanes)
        left = std::max(left, metrics.horizontalAdvance(lane.title));
    left = std::min(left, rect.width() / 4) + look::group;
    const QRectF area = rect.adjusted(left, look::tight, -look::related, -metrics.height() * 1.6);
    m_plot = CountPlot::of(m_counts, area, metrics.height(), locale());
    paintScale(painter, colours, left);
    for (const CountPlot::Bar &bar : std::as_const(m_plot.bars)) {
        const QColor colour = colours.lane[size_t(m_counts.lanes[bar.lane].colour)];
        painter.fillRect(bar.certain, colour);
        painter.fillRect(bar.possible, drawing::faded(colour, 0.3));
        if (bar.possible.width() >= 3 && bar.possible.height() >= 3) {
            painter.setPen(QPen(drawing::faded(colour, 0.7), look::hair, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar.possible.adjusted(0.5, 0.5, -0.5, 0));
        }
    }
}

void CountChart::paintScale(QPainter &painter, const look::Colours &colours, double left) const
{
    const QFont small = look::font(look::Text::Caption);
    const QFontMetricsF metrics(small);
    const QRectF &area = m_plot.area;
    for (const Tick &tick : m_plot.dates) {
        const double x = area.left() + tick.position;
        if (tick.label.isEmpty() || x > area.right())
            continue;
        painter.setPen(QPen(colours.line, look::hair));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + look::tight));
        const double width = metrics.horizontalAdvance(tick.label);
        const double from = std::min(x, area.right() - width);
        drawing::write(painter, small, colours.inkSoft, {from, area.bottom() + look::tight, width + 1, metrics.height()}, Qt::AlignLeft,
            tick.label);
    }
    for (const CountPlot::Row &row : m_plot.rows) {
        painter.setPen(QPen(colours.inkFaint, look::hair));
        painter.drawLine(QPointF(area.left(), row.base), QPointF(area.right(), row.base));
        const QRectF place(look::group - look::related, row.base - metrics.height() - 1, left - look::group, metrics.height());
        drawing::writeElided(painter, small, colours.ink, place, m_counts.lanes[row.lane].title, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (m_plot.rows.isEmpty())
        return;
    // What a full row stands for.
    const double top = m_plot.rows.first().base - m_plot.rowHeight * 0.84;
    painter.setPen(QPen(colours.line, look::hair, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), top), QPointF(area.right(), top));
    drawing::write(painter, small, colours.inkSoft, {0, top - metrics.height() / 2, left - look::related, metrics.height()},
        Qt::AlignRight | Qt::AlignVCenter, locale().toString(m_plot.most));
}

QList<Id<Event>> CountChart::eventsOf(int mark, int most) const
{
    const CountPlot::Bar &bar = m_plot.bars[mark];
    return eventsOfPeriod(*m_chronology, *m_matches, m_counts, bar.lane, bar.period, most);
}

QPointF CountChart::placeOf(int mark) const
{
    return m_plot.bars[mark].certain.united(m_plot.bars[mark].possible).center();
}

QString CountChart::textOf(int mark) const
{
    const CountPlot::Bar &bar = m_plot.bars[mark];
    const PeriodCounts::Count &count = m_counts.counts[size_t(bar.lane)][size_t(bar.period)];
    QStringList lines{u"%1 · %2"_s.arg(m_counts.lanes[bar.lane].title, periodText(m_counts, bar.period))};
    QStringList numbers;
    if (count.certain > 0)
        numbers.append(tr("%n event(s)", nullptr, count.certain));
    if (count.possible > 0)
        numbers.append(tr("%n possibly", nullptr, count.possible));
    lines.append(numbers.join(u", "_s));
    const auto some = eventsOf(mark, mostNamed);
    for (const Id<Event> id : some)
        lines.append(u"· "_s + redoubt::event(m_reader, id).value_or(std::nullopt).value_or(Event()).title);
    if (count.certain + count.possible > some.size())
        lines.append(u"…"_s);
    return lines.join(u'\n');
}

Id<Event> CountChart::eventOf(int mark)
{
    const auto all = eventsOf(mark, mostFollowed);
    if (all.isEmpty())
        return {};
    const qsizetype next = all.indexOf(m_last) + 1;
    m_last = all[next < all.size() ? next : 0];
    return m_last;
}

} // namespace redoubt
