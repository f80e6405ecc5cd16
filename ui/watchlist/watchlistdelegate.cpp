#include "ui/watchlist/watchlistdelegate.h"

#include "ui/look/look.h"
#include "ui/watchlist/indicatorcard.h"
#include "ui/watchlist/outcomechooser.h"
#include "ui/watchlist/watchlistmodel.h"

#include <QAbstractItemView>
#include <QPainter>

namespace redoubt {

namespace {

const Indicator *indicatorOf(const QModelIndex &index)
{
    return index.data(WatchListModel::IndicatorRole).value<const Indicator *>();
}

QDate todayOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const WatchListModel *>(index.model());
    return model ? model->today() : QDate::currentDate();
}

IndicatorCard cardOf(const QModelIndex &index, const Indicator &indicator, int width, const QWidget *widget)
{
    return {indicator, todayOf(index), width, widget};
}

int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

QColor background(const QStyleOptionViewItem &option, const QModelIndex &index, const look::Colours &colours)
{
    if (option.state & QStyle::State_Selected)
        return colours.selection;
    return index.data(WatchListModel::RelatedRole).toBool() ? colours.related : colours.paper;
}

void paintFold(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const look::Colours &colours = look::colours(option.palette);
    const QRect area = option.rect.adjusted(look::group, 0, -look::group, 0);
    QStyleOption arrow;
    const int side = painter->fontMetrics().height() / 2;
    arrow.palette = option.palette;
    arrow.palette.setColor(QPalette::Text, colours.inkSoft);
    arrow.palette.setColor(QPalette::WindowText, colours.inkSoft);
    arrow.rect = QRect(area.left(), area.center().y() - side / 2, side, side);
    const bool isUnfolded = index.data(WatchListModel::FoldRole).toBool();
    option.widget->style()->drawPrimitive(
        isUnfolded ? QStyle::PE_IndicatorArrowDown : QStyle::PE_IndicatorArrowRight, &arrow, painter, option.widget);
    painter->setFont(look::font(look::Text::Caption, true));
    painter->setPen(colours.inkSoft);
    painter->drawText(area.adjusted(IndicatorCard::textLeft() - look::group, 0, 0, 0), Qt::AlignVCenter, index.data().toString());
}

} // namespace

QRect WatchListDelegate::checkArea(const QRect &card)
{
    return IndicatorCard::checkArea(card);
}

void WatchListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const look::Colours &colours = look::colours(option.palette);
    painter->save();
    painter->fillRect(option.rect, background(option, index, colours));
    if (index.data(WatchListModel::RelatedRole).toBool())
        painter->fillRect(QRect(option.rect.topLeft(), QSize(look::tight, option.rect.height())), colours.accent);
    if (const Indicator *indicator = indicatorOf(index)) {
        cardOf(index, *indicator, option.rect.width(), option.widget).paint(painter, option, m_asking == indicator->id);
    } else {
        paintFold(painter, option, index);
    }
    painter->setPen(colours.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(QPen(colours.accent, look::hair));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize WatchListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Indicator *indicator = indicatorOf(index);
    const int width = widthOf(option);
    if (!indicator)
        return {width, look::rowHeight(look::rowList, look::font(look::Text::Caption))};
    const IndicatorCard card = cardOf(index, *indicator, width, option.widget);
    return {width, m_asking == indicator->id ? card.top() + OutcomeChooser::heightFor(*indicator) : card.height()};
}

QWidget *WatchListDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Indicator *indicator = indicatorOf(index);
    if (!indicator)
        return nullptr;
    auto *chooser = new OutcomeChooser(*indicator, parent);
    connect(chooser, &OutcomeChooser::chosen, this,
        [this, id = indicator->id](Id<Outcome> occurred) { Q_EMIT outcomeChosen(id, occurred); });
    connect(chooser, &OutcomeChooser::cancelled, this, &WatchListDelegate::askingCancelled);
    return chooser;
}

void WatchListDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Indicator *indicator = indicatorOf(index);
    if (!indicator)
        return;
    const int top = cardOf(index, *indicator, option.rect.width(), option.widget).top();
    editor->setGeometry(option.rect.adjusted(IndicatorCard::textLeft(), top, -look::group, -look::hair));
}

} // namespace redoubt
