#include "ui/watchlist/calibrationfoot.h"

#include "app/base/likelihood.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace redoubt {

/// One dot for each bin, its area by the number of outcomes in it.
class CalibrationFoot::Plot : public QWidget
{
public:
    using QWidget::QWidget;

    void setBins(const QList<CalibrationBin> &bins)
    {
        m_bins = bins;
        QStringList lines;
        for (const CalibrationBin &bin : bins) {
            lines.append(CalibrationFoot::tr("%1–%2: given %3 on average, came true in %4 (%Ln outcomes)", nullptr, bin.count)
                             .arg(percentText(bin.from), percentText(bin.to), percentText(bin.meanForecast),
                                 percentText(bin.shareOccurred)));
        }
        setToolTip(lines.join(u'\n'));
        setAccessibleName(CalibrationFoot::tr("Calibration"));
        setAccessibleDescription(lines.join(u". "_s));
        update();
    }

    QSize sizeHint() const override
    {
        static constexpr int lines = 6;
        const int side = lines * fontMetrics().height();
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const look::Colours &colours = look::colours(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int side = std::min(width(), height()) - 2 * look::tight;
        const QRectF plot(look::tight, look::tight, side, side);
        const auto at = [&plot](double x, double y) {
            return QPointF(plot.left() + x * plot.width(), plot.bottom() - y * plot.height());
        };
        painter.setPen(QPen(colours.line, look::hair));
        painter.drawRect(plot);
        painter.setPen(QPen(colours.inkFaint, look::hair, Qt::DashLine));
        painter.drawLine(at(0, 0), at(1, 1));
        QPolygonF line;
        for (const CalibrationBin &bin : std::as_const(m_bins))
            line.append(at(bin.meanForecast, bin.shareOccurred));
        painter.setPen(QPen(colours.accent, look::hair));
        painter.drawPolyline(line);
        painter.setPen(QPen(colours.paper, look::hair));
        painter.setBrush(colours.accent);
        for (const CalibrationBin &bin : std::as_const(m_bins)) {
            const double radius = std::min<double>(look::related, look::tight / 2.0 * std::sqrt(bin.count));
            painter.drawEllipse(at(bin.meanForecast, bin.shareOccurred), radius, radius);
        }
    }

private:
    QList<CalibrationBin> m_bins;
};

CalibrationFoot::CalibrationFoot(QWidget *parent)
    : QWidget(parent)
    , m_words(new QVBoxLayout)
    , m_brier(new QLabel(this))
    , m_basis(new QLabel(this))
    , m_plot(new Plot(this))
{
    m_brier->setFont(look::font(look::Text::Body, true));
    m_basis->setFont(look::font(look::Text::Caption));
    m_basis->setForegroundRole(QPalette::PlaceholderText);
    auto *title = new QLabel(tr("Calibration"), this);
    title->setFont(look::font(look::Text::Caption));
    title->setForegroundRole(QPalette::PlaceholderText);
    m_words->setSpacing(look::tight);
    m_words->addWidget(title);
    m_words->addWidget(m_brier);
    m_words->addWidget(m_basis);
    m_words->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::group, look::related, look::group, look::related);
    layout->setSpacing(look::group);
    layout->addLayout(m_words, 1);
    layout->addWidget(m_plot, 0, Qt::AlignTop);
    m_brier->setToolTip(tr("Brier score: the mean of (forecast − outcome)².\n0 is perfect, 1 the worst; saying 50 % always gives 0.25."));
    hide();
}

void CalibrationFoot::show(const Score &score)
{
    m_brier->setText(tr("Brier %1", "Brier 0.17").arg(locale().toString(score.brier, 'f', 2)));
    const QString resolved = tr("%Ln resolved", nullptr, score.indicators);
    const QString forecasts = tr("%Ln forecasts", nullptr, score.forecasts);
    m_basis->setText(tr("%1, %2", "8 resolved, 20 forecasts").arg(resolved, forecasts));
    m_plot->setBins(score.bins);
    setVisible(score.isEnough());
}

void CalibrationFoot::setCompact(bool compact)
{
    m_plot->setVisible(!compact);
    m_words->setDirection(compact ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_words->setSpacing(compact ? look::related : look::tight);
}

void CalibrationFoot::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, 0, width(), look::hair), look::colours(palette()).line);
}

} // namespace redoubt
