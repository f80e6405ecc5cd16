#pragma once

#include "app/watchlist/indicator.h"

#include <QDate>
#include <QFont>
#include <QRect>

class QPainter;
class QStyleOptionViewItem;
class QWidget;

namespace redoubt {

namespace look {
struct Colours;
}

/// The layout and the drawing of one indicator's card, of a given width. Inner to ui/watchlist.
class IndicatorCard
{
public:
    /// The indicator must stay for as long as the card. `widget` is what it stands on; null: the screen.
    IndicatorCard(const Indicator &indicator, QDate today, int width, const QWidget *widget);

    /// In pixels from the top of the card.
    [[nodiscard]] int height() const;
    /// Where the outcomes begin.
    [[nodiscard]] int top() const;

    [[nodiscard]] static QRect checkArea(const QRect &card);
    /// From the left of the card.
    [[nodiscard]] static int textLeft();

    /// With `headOnly` the outcomes are left out.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, bool headOnly) const;

private:
    [[nodiscard]] int titleHeight() const;
    [[nodiscard]] int lineHeight() const;
    /// In the letters of outcomes, in pixels.
    [[nodiscard]] int widthOf(const QString &text) const;
    /// One when label and reading stand side by side, else one for the label and at most two for the reading.
    [[nodiscard]] int linesOf(qsizetype outcome) const;
    void paintCheck(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintTitle(QPainter *painter, const QRect &line, const look::Colours &colours) const;
    void paintForecast(QPainter *painter, const QRect &line, const look::Colours &colours) const;
    int paintOutcome(QPainter *painter, const QPoint &at, qsizetype number, const look::Colours &colours) const;
    void paintResult(QPainter *painter, const QRect &line, const look::Colours &colours) const;

    const Indicator &m_indicator;
    QDate m_today;
    int m_textWidth;
    const QWidget *m_widget;
    QFont m_title;
    QFont m_when;
    QFont m_caption;
    QFont m_number;
};

} // namespace redoubt
