#pragma once

#include "app/watchlist/indicator.h"

#include <QWidget>

namespace redoubt {

/// How the forecasts of an indicator's outcomes went: one line each, named at its end. A line's marks have a shape of their own, so
/// that nothing hangs on its colour. Hidden while there is no forecast.
class ForecastChart : public QWidget
{
    Q_OBJECT

public:
    explicit ForecastChart(QWidget *parent = nullptr);

    void show(const QList<Outcome> &outcomes);
    using QWidget::show;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Line
    {
        QString label;
        QList<Forecast> forecasts;
        qsizetype place = 0; ///< of the outcome in the indicator
    };

    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QPointF at(const Forecast &forecast) const;
    void paintScale(QPainter &painter) const;
    void paintNames(QPainter &painter) const;

    QList<Line> m_lines;
    QDateTime m_first;
    QDateTime m_last;
};

} // namespace redoubt
