#pragma once

#include "app/watchlist/score.h"

#include <QWidget>

class QBoxLayout;
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

    /// In a low panel the plot gives its place to the list, and the score takes one line.
    void setCompact(bool compact);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Plot;

    QBoxLayout *m_words;
    QLabel *m_brier;
    QLabel *m_basis;
    Plot *m_plot;
};

} // namespace redoubt
