#pragma once

#include "app/project/reader.h"
#include "ui/timeline/countplot.h"
#include "ui/timeline/patternchart.h"

#include <memory>

namespace redoubt {

/// Events by month, lane by lane: solid what certainly lies in the month, lighter what possibly does.
class CountChart : public PatternChart
{
    Q_OBJECT

public:
    explicit CountChart(const Reader &reader, QWidget *parent = nullptr);

    void show(std::shared_ptr<const Chronology> chronology, std::shared_ptr<const std::vector<Truth>> matches);
    [[nodiscard]] const PeriodCounts &counts() const { return m_counts; }
    [[nodiscard]] const CountPlot &plot() const { return m_plot; }

    void paintInto(QPainter &painter, const QRectF &rect, const look::Colours &colours) override;

protected:
    [[nodiscard]] int markCount() const override { return int(m_plot.bars.size()); }
    [[nodiscard]] int markAt(QPointF position) const override { return m_plot.at(position); }
    [[nodiscard]] QPointF placeOf(int mark) const override;
    [[nodiscard]] QString textOf(int mark) const override;
    [[nodiscard]] Id<Event> eventOf(int mark) override;

private:
    void paintScale(QPainter &painter, const look::Colours &colours, double left) const;
    [[nodiscard]] QList<Id<Event>> eventsOf(int mark, int most) const;

    const Reader &m_reader;
    std::shared_ptr<const Chronology> m_chronology;
    std::shared_ptr<const std::vector<Truth>> m_matches;
    PeriodCounts m_counts;
    CountPlot m_plot;
    Id<Event> m_last; ///< that a bar was followed to
};

} // namespace redoubt
