#pragma once

#include "app/watchlist/score.h"

#include <QWidget>

class QLabel;

namespace redoubt {

/// At the foot of the watch list: the Brier score, and how often what was given a probability came true, against the diagonal of a
/// perfect forecaster. Hidden until enough indicators are resolved.
class CalibrationFoot : public QWidget
{
    Q_OBJECT

public:
    explicit CalibrationFoot(QWidget *parent = nullptr);

    void show(const Score &score);
    using QWidget::show;

    /// In a low panel the plot gives its place to the list; the score stays.
    void setPlotShown(bool shown);

private:
    class Plot;

    QLabel *m_brier;
    QLabel *m_basis;
    Plot *m_plot;
};

} // namespace redoubt
