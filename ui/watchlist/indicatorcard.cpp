#include "ui/watchlist/indicatorcard.h"

#include "app/base/likelihood.h"
#include "app/watchlist/due.h"
#include "app/watchlist/score.h"
#include "ui/look/listrow.h"
#include "ui/look/look.h"
#include "ui/watchlist/sparkline.h"
#include "ui/watchlist/watchtext.h"

#include <QGuiApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int sparklineLetters = 7; ///< its width, so that it grows with the text
const QString arrow = u"→ "_s;

int checkSide()
{
    return QFontMetrics(look::font(look::Text::Body)).ascent();
}

int barWidth()
{
    return look::page;
}

} // namespace

IndicatorCard::IndicatorCard(const Indicator &indicator, QDate today, int width, const QWidget *widget)
    : m_indicator(indicator)
    , m_today(today)
    , m_textWidth(width - textLeft() - look::group)
    , m_widget(widget)
    , m_title(look::font(look::Text::Body, !indicator.isResolved()))
    , m_when(look::font(look::Text::Caption, isOverdue(indicator, today)))
    , m_caption(look::font(look::Text::Caption))
    , m_number(look::font(look::Text::Body, true))
{
}

int IndicatorCard::textLeft()
{
    return look::group + checkSide() + look::related;
}

QRect IndicatorCard::checkArea(const QRect &card)
{
    return {card.left(), card.top(), textLeft(), 2 * look::related + QFontMetrics(look::font(look::Text::Body)).height()};
}

int IndicatorCard::titleHeight() const
{
    return QFontMetrics(m_title).height();
}

int IndicatorCard::lineHeight() const
{
    return QFontMetrics(m_caption).height() + look::hair;
}

int IndicatorCard::top() const
{
    const int forecast = m_indicator.isResolved() ? 0 : QFontMetrics(m_number).height() + look::tight;
    return look::related + titleHeight() + look::tight + forecast;
}

int IndicatorCard::widthOf(const QString &text) const
{
    return look::Line(m_caption, m_widget, text, m_widget ? m_widget->layoutDirection() : QGuiApplication::layoutDirection()).width();
}

int IndicatorCard::linesOf(qsizetype outcome) const
{
    const Outcome &one = m_indicator.outcomes.at(outcome);
    if (one.reading.isEmpty())
        return 1;
    const int room = m_textWidth - barWidth() - look::related;
    const int reading = widthOf(arrow + one.reading);
    if (widthOf(one.label) + widthOf(u" "_s) + reading <= room)
        return 1;
    return reading <= room ? 2 : 3;
}

int IndicatorCard::height() const
{
    int below = 0;
    if (m_indicator.isResolved()) {
        below = lineHeight() + look::tight;
    } else {
        for (qsizetype i = 0; i < m_indicator.outcomes.size(); ++i)
            below += linesOf(i) * lineHeight() + look::tight;
    }
    return top() + below + look::related;
}

void IndicatorCard::paint(QPainter *painter, const QStyleOptionViewItem &option, bool headOnly) const
{
    const look::Colours &colours = look::colours(option.palette);
    paintCheck(painter, option);
    QRect line(option.rect.left() + textLeft(), option.rect.top() + look::related, m_textWidth, titleHeight());
    paintTitle(painter, line, colours);
    line.moveTop(line.bottom() + 1 + look::tight);
    if (m_indicator.isResolved()) {
        line.setHeight(lineHeight());
        paintResult(painter, line, colours);
        return;
    }
    line.setHeight(QFontMetrics(m_number).height());
    paintForecast(painter, line, colours);
    if (headOnly)
        return;
    int y = option.rect.top() + top();
    for (qsizetype i = 0; i < m_indicator.outcomes.size(); ++i)
        y += paintOutcome(painter, {line.left(), y}, i, colours);
}

void IndicatorCard::paintCheck(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const look::Colours &colours = look::colours(option.palette);
    const int side = checkSide();
    const QRectF box(option.rect.left() + look::group + 0.5,
        option.rect.top() + look::related + (titleHeight() - side) / 2 + 0.5, side, side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(m_indicator.isResolved() ? Qt::transparent : colours.raised);
    painter->setPen(QPen(m_indicator.isResolved() ? colours.line : colours.inkFaint, look::hair));
    painter->drawRoundedRect(box, look::radius / 2.0, look::radius / 2.0);
    if (m_indicator.isResolved()) {
        const double inset = side / 4.0;
        const QPolygonF tick{{box.left() + inset, box.center().y()},
            {box.center().x() - inset / 3, box.bottom() - inset}, {box.right() - inset, box.top() + inset}};
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colours.inkSoft, look::hair * 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(tick);
    }
    painter->restore();
}

void IndicatorCard::paintTitle(QPainter *painter, const QRect &line, const look::Colours &colours) const
{
    painter->setFont(m_when);
    painter->setPen(isOverdue(m_indicator, m_today) ? colours.notFound : colours.inkSoft);
    const int whenWidth = look::drawElided(*painter, line, watchtext::when(m_indicator, m_today), Qt::ElideRight, Qt::AlignRight | Qt::AlignVCenter);
    painter->setFont(m_title);
    painter->setPen(m_indicator.isResolved() ? colours.inkSoft : colours.ink);
    look::drawElided(*painter, line.adjusted(0, 0, -whenWidth - look::related, 0), m_indicator.title, Qt::ElideMiddle);
}

void IndicatorCard::paintForecast(QPainter *painter, const QRect &line, const look::Colours &colours) const
{
    painter->setFont(m_caption);
    const Outcome *outcome = watchtext::leading(m_indicator);
    if (!outcome) {
        painter->setPen(colours.inkFaint);
        look::drawElided(*painter, line, QCoreApplication::translate("redoubt::IndicatorCard", "no forecast yet"), Qt::ElideRight);
        return;
    }
    const double probability = latestForecast(*outcome)->probability;
    painter->setFont(m_number);
    const int numberWidth = std::max(look::Line(*painter, percentText(1)).width(), look::Line(*painter, percentText(0.001)).width());
    const int sparkWidth = painter->fontMetrics().averageCharWidth() * sparklineLetters;
    const QRect spark(line.right() - numberWidth - sparkWidth, line.top(), sparkWidth, line.height());
    painter->setFont(m_caption);
    painter->setPen(colours.inkSoft);
    look::drawElided(*painter, {line.topLeft(), QSize(spark.left() - line.left() - look::related, line.height())}, watchtext::likelihood(probability), Qt::ElideRight);
    drawSparkline(*painter, spark, outcome->forecasts, colours.accent);
    painter->setFont(m_number);
    painter->setPen(colours.ink);
    look::drawElided(*painter, line, percentText(probability), Qt::ElideRight, Qt::AlignRight | Qt::AlignVCenter);
}

int IndicatorCard::paintOutcome(QPainter *painter, const QPoint &at, qsizetype number, const look::Colours &colours) const
{
    const Outcome &outcome = m_indicator.outcomes.at(number);
    const bool isLeading = &outcome == watchtext::leading(m_indicator);
    const int lines = linesOf(number);
    QRect bar(at.x(), at.y() + (lineHeight() - look::tight) / 2, barWidth(), look::tight);
    painter->fillRect(bar, colours.line);
    if (const Forecast *forecast = latestForecast(outcome)) {
        bar.setWidth(qRound(forecast->probability * bar.width()));
        painter->fillRect(bar, isLeading ? colours.accent : colours.inkFaint);
    }
    painter->setFont(m_caption);
    QRect line(at.x() + barWidth() + look::related, at.y(), m_textWidth - barWidth() - look::related, lineHeight());
    painter->setPen(isLeading ? colours.ink : colours.inkSoft);
    const int labelWidth = look::drawElided(*painter, line, outcome.label, Qt::ElideMiddle);
    const int height = lines * lineHeight() + look::tight;
    if (lines == 1)
        line.setLeft(line.left() + labelWidth + widthOf(u" "_s));
    else
        line = QRect(line.left(), line.bottom() + 1, line.width(), (lines - 1) * lineHeight());
    painter->setPen(colours.inkSoft);
    if (!outcome.reading.isEmpty())
        look::drawWrapped(*painter, line, arrow + outcome.reading, std::max(lines - 1, 1));
    return height;
}

void IndicatorCard::paintResult(QPainter *painter, const QRect &line, const look::Colours &colours) const
{
    const Outcome *outcome = watchtext::occurred(m_indicator);
    QString text = watchtext::result(m_indicator);
    if (outcome && !outcome->reading.isEmpty())
        text += u' ' + arrow + outcome->reading;
    const Forecast *forecast = outcome ? forecastBefore(*outcome, m_indicator.resolvedAt) : nullptr;
    const QString given = forecast
        ? QCoreApplication::translate("redoubt::IndicatorCard", "forecast %1", "forecast 62 %").arg(percentText(forecast->probability))
        : QString();
    painter->setFont(m_caption);
    painter->setPen(colours.inkSoft);
    const int givenWidth = look::drawElided(*painter, line, given, Qt::ElideRight, Qt::AlignRight | Qt::AlignVCenter);
    const int room = line.width() - (given.isEmpty() ? 0 : givenWidth + look::related);
    look::drawElided(*painter, {line.topLeft(), QSize(room, line.height())}, text, Qt::ElideRight);
}

} // namespace redoubt
