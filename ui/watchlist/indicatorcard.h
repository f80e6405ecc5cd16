#pragma once

#include "app/watchlist/indicator.h"

#include <QDate>
#include <QFont>
#include <QList>
#include <QRect>

class QPainter;
class QStyleOptionViewItem;

namespace redoubt {

namespace look {
struct Colours;
}

/// The layout and the drawing of one indicator's card, of a given width. Inner to ui/watchlist.
class IndicatorCard
{
public:
    /// What an outcome's label and its reading take, each on one line, in pixels.
    struct Widths
    {
        int label = 0;
        int reading = 0;
    };

    /// One for each of the outcomes. They are the same in a card of any width.
    [[nodiscard]] static QList<Widths> measure(const Indicator &indicator);

    /// The indicator must stay for as long as the card.
    IndicatorCard(const Indicator &indicator, QList<Widths> widths, QDate today, int width);

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
    /// One when label and reading stand side by side, else one for the label and at most two for the reading.
    [[nodiscard]] int linesOf(qsizetype outcome) const;
    void paintCheck(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintTitle(QPainter *painter, const QRect &line, const look::Colours &colours) const;
    void paintForecast(QPainter *painter, const QRect &line, const look::Colours &colours) const;
    int paintOutcome(QPainter *painter, const QPoint &at, qsizetype number, const look::Colours &colours) const;
    void paintResult(QPainter *painter, const QRect &line, const look::Colours &colours) const;

    const Indicator &m_indicator;
    QList<Widths> m_widths;
    QDate m_today;
    int m_textWidth;
    QFont m_title;
    QFont m_when;
    QFont m_caption;
    QFont m_number;
};

} // namespace redoubt
