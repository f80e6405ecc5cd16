#include "ui/sources/capture/capturedelegate.h"

#include "ui/look/listrow.h"
#include "ui/sources/capture/capturequeuemodel.h"
#include "ui/sources/capture/capturewords.h"

#include <QPainter>

namespace redoubt {

namespace {

QColor colourOf(CaptureItem::State state, const look::Colours &colours)
{
    switch (state) {
    case CaptureItem::State::Done:
        return colours.exact;
    case CaptureItem::State::Failed:
        return colours.notFound;
    case CaptureItem::State::Fetching:
        return colours.accent;
    case CaptureItem::State::Waiting:
    case CaptureItem::State::Unchanged:
    case CaptureItem::State::Cancelled:
        return colours.nothing;
    }
    return {};
}

void drawProgress(QPainter &painter, const QRect &card, double progress, const look::Colours &colours)
{
    const QRect bar(card.left() + look::group, card.bottom() + 1 - look::tight / 2, card.width() - 2 * look::group, look::tight / 2);
    painter.fillRect(bar, colours.line);
    painter.fillRect(QRect(bar.topLeft(), QSize(int(bar.width() * std::clamp(progress, 0.0, 1.0)), bar.height())), colours.accent);
}

} // namespace

void CaptureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const look::Colours &colours = look::colours(option.palette);
    const auto item = index.data(CaptureQueueModel::ItemRole).value<CaptureItem>();
    const QFont heavy = look::font(look::Text::Body, true);
    const QFont small = look::font(look::Text::Caption);
    const int high = QFontMetrics(heavy).height();
    const int glyphWidth = QFontMetrics(heavy).horizontalAdvance(u'✓') + look::related;

    painter->save();
    look::drawRow(*painter, option);
    QRect line(option.rect.left() + look::group, option.rect.top() + look::related, option.rect.width() - 2 * look::group, high);
    painter->setFont(heavy);
    painter->setPen(colourOf(item.state, colours));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, capturewords::glyph(item.state));
    line.setLeft(line.left() + glyphWidth);

    painter->setFont(look::tabular(small));
    const QString state = capturewords::state(item);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, state);
    QRect rest = line;
    rest.setRight(line.right() - painter->fontMetrics().horizontalAdvance(state) - look::related);
    painter->setFont(heavy);
    painter->setPen(colours.ink);
    look::drawElided(*painter, rest, capturewords::name(item), Qt::ElideMiddle);

    painter->setFont(small);
    painter->setPen(colours.inkSoft);
    const QRect below(line.left(), line.bottom() + 1 + look::tight / 2, line.width(), QFontMetrics(small).height());
    const auto elide = item.state == CaptureItem::State::Failed ? Qt::ElideRight : Qt::ElideMiddle;
    look::drawElided(*painter, below, capturewords::detail(item), elide);
    if (item.state == CaptureItem::State::Fetching)
        drawProgress(*painter, option.rect, item.progress, colours);
    painter->restore();
}

QSize CaptureDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(look::font(look::Text::Body, true)).height() + QFontMetrics(look::font(look::Text::Caption)).height();
    return {option.rect.width(), 2 * look::related + lines + look::tight / 2};
}

} // namespace redoubt
