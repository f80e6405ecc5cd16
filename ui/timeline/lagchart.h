#pragma once

#include "app/project/reader.h"
#include "ui/timeline/lagplot.h"
#include "ui/timeline/patternchart.h"

namespace redoubt {

/// The lags of links over time: a dot where the lag is known, a bar as far as the dates allow, a line at the median.
class LagChart : public PatternChart
{
    Q_OBJECT

public:
    explicit LagChart(const Reader &reader, QWidget *parent = nullptr);

    void show(const QList<LagPoint> &points);
    [[nodiscard]] const QList<LagPoint> &points() const { return m_points; }
    [[nodiscard]] const LagPlot &plot() const { return m_plot; }

    void paintInto(QPainter &painter, const QRectF &rect, const look::Colours &colours) override;

protected:
    [[nodiscard]] int markCount() const override { return int(m_points.size()); }
    [[nodiscard]] int markAt(QPointF position) const override;
    [[nodiscard]] QPointF placeOf(int mark) const override;
    [[nodiscard]] QString textOf(int mark) const override;
    [[nodiscard]] Id<Event> eventOf(int mark) override;

private:
    void paintScale(QPainter &painter, const look::Colours &colours) const;
    void paintMedian(QPainter &painter, const look::Colours &colours) const;

    const Reader &m_reader;
    QList<LagPoint> m_points;
    LagPlot m_plot;
};

} // namespace redoubt
