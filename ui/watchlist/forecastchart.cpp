#include "ui/watchlist/forecastchart.h"

#include "app/base/likelihood.h"
#include "ui/look/look.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QColor colourOf(qsizetype place, const look::Colours &colours)
{
    return colours.lane[size_t(place) % colours.lane.size()];
}

void drawMark(QPainter &painter, qsizetype place, QPointF at)
{
    const double r = look::tight * 0.75;
    switch (place % 4) {
    case 0:
        painter.drawEllipse(at, r, r);
        break;
    case 1:
        painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
        break;
    case 2:
        painter.drawPolygon(QPolygonF{{at.x(), at.y() - r}, {at.x() + r, at.y() + r}, {at.x() - r, at.y() + r}});
        break;
    default:
        painter.drawPolygon(
            QPolygonF{{at.x(), at.y() - r}, {at.x() + r, at.y()}, {at.x(), at.y() + r}, {at.x() - r, at.y()}});
    }
}

} // namespace

ForecastChart::ForecastChart(QWidget *parent)
    : QWidget(parent)
{
    setFont(look::font(look::Text::Caption));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("History of the forecasts"));
    hide();
}

void ForecastChart::show(const QList<Outcome> &outcomes)
{
    m_lines.clear();
    m_first = m_last = {};
    QStringList spoken;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        const auto &forecasts = outcomes[i].forecasts;
        if (forecasts.isEmpty())
            continue;
        m_lines.append({outcomes[i].label, forecasts, i});
        if (m_first.isNull() || forecasts.first().at < m_first)
            m_first = forecasts.first().at;
        if (m_last.isNull() || forecasts.last().at > m_last)
            m_last = forecasts.last().at;
        QStringList numbers;
        for (const Forecast &forecast : forecasts)
            numbers.append(percentText(forecast.probability));
        spoken.append(tr("%1: %2").arg(outcomes[i].label, numbers.join(u", "_s)));
    }
    setAccessibleDescription(spoken.join(u". "_s));
    setVisible(!m_lines.isEmpty());
    update();
}

QSize ForecastChart::sizeHint() const
{
    static constexpr int lines = 9;
    return {lines * fontMetrics().height(), lines * fontMetrics().height()};
}

QRectF ForecastChart::plot() const
{
    const QFontMetricsF metrics(font());
    const double left = metrics.horizontalAdvance(percentText(1)) + look::tight;
    const double names = width() * 0.4;
    return {left, metrics.height() / 2, width() - left - names, height() - 2 * metrics.height() - look::tight};
}

QPointF ForecastChart::at(const Forecast &forecast) const
{
    const QRectF area = plot();
    const double whole = double(m_first.msecsTo(m_last));
    const double share = whole > 0 ? double(m_first.msecsTo(forecast.at)) / whole : 1;
    return {area.left() + share * area.width(), area.bottom() - forecast.probability * area.height()};
}

void ForecastChart::paintScale(QPainter &painter) const
{
    const look::Colours &colours = look::colours(palette());
    const QRectF area = plot();
    const double height = painter.fontMetrics().height();
    for (const double level : {0.0, 0.5, 1.0}) {
        const double y = area.bottom() - level * area.height();
        painter.setPen(QPen(colours.line, look::hair));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colours.inkFaint);
        painter.drawText(QRectF(0, y - height / 2, area.left() - look::tight, height), Qt::AlignRight | Qt::AlignVCenter,
            percentText(level));
    }
    const bool isOneDay = m_first.toLocalTime().date() == m_last.toLocalTime().date();
    const auto text = [&](const QDateTime &moment) {
        return isOneDay ? locale().toString(moment.toLocalTime().time(), QLocale::ShortFormat)
                        : locale().toString(moment.toLocalTime().date(), QLocale::ShortFormat);
    };
    const QRectF below(area.left(), area.bottom() + look::tight, width() - area.left(), height);
    painter.setPen(colours.inkFaint);
    if (m_first < m_last)
        painter.drawText(below, Qt::AlignLeft, text(m_first));
    const QString last = text(m_last);
    painter.drawText(below.translated(area.width() - painter.fontMetrics().horizontalAdvance(last), 0), Qt::AlignLeft, last);
}

void ForecastChart::paintNames(QPainter &painter) const
{
    const QRectF area = plot();
    const double height = painter.fontMetrics().height();
    QList<std::pair<double, const Line *>> names;
    for (const Line &line : m_lines)
        names.append({at(line.forecasts.constLast()).y(), &line});
    std::ranges::stable_sort(names, {}, &std::pair<double, const Line *>::first);
    // Names that would overlap are pushed down, and as a whole back up when they leave the widget.
    double lowest = 0;
    for (auto &[y, line] : names) {
        y = std::max(y, lowest + height / 2);
        lowest = y + height / 2;
    }
    double highest = double(this->height());
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        name->first = std::min(name->first, highest - height / 2);
        highest = name->first - height / 2;
    }
    const look::Colours &colours = look::colours(palette());
    for (const auto &[y, line] : std::as_const(names)) {
        const QRectF place(area.right() + look::related, y - height / 2, width() - area.right() - look::related, height);
        painter.setPen(colourOf(line->place, colours));
        const QString text = percentText(line->forecasts.constLast().probability) + u' ' + line->label;
        painter.drawText(place, Qt::AlignVCenter, painter.fontMetrics().elidedText(text, Qt::ElideRight, int(place.width())));
    }
}

void ForecastChart::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintScale(painter);
    for (const Line &line : std::as_const(m_lines)) {
        QPolygonF points;
        for (const Forecast &forecast : line.forecasts)
            points.append(at(forecast));
        const QColor colour = colourOf(line.place, colours);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, look::hair * 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(points);
        painter.setPen(QPen(colours.paper, look::hair));
        painter.setBrush(colour);
        for (const QPointF &point : std::as_const(points))
            drawMark(painter, line.place, point);
    }
    paintNames(painter);
}

bool ForecastChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const QPointF position = static_cast<QHelpEvent *>(event)->pos();
    QStringList lines;
    for (const Line &line : std::as_const(m_lines)) {
        for (const Forecast &forecast : line.forecasts) {
            if ((at(forecast) - position).manhattanLength() > look::related)
                continue;
            lines.append(tr("%1 %2, %3", "62 % More than words, 29 May 18:00")
                             .arg(percentText(forecast.probability), line.label,
                                 locale().toString(forecast.at.toLocalTime(), QLocale::ShortFormat)));
            if (!forecast.note.isEmpty())
                lines.append(forecast.note);
        }
    }
    if (lines.isEmpty()) {
        for (const Line &line : std::as_const(m_lines))
            lines.append(percentText(line.forecasts.constLast().probability) + u' ' + line.label);
    }
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), lines.join(u'\n'), this);
    return true;
}

} // namespace redoubt
