#include "ui/sources/feeditemdelegate.h"

#include "ui/look/listrow.h"
#include "ui/sources/feeditemmodel.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int mostLines = 2;

/// The places of a card's parts.
struct CardLayout
{
    QFont titleFont = look::font(look::Text::Body);
    QFont newFont = look::font(look::Text::Body, true);
    QFont smallFont = look::font(look::Text::Caption);
    int titleHeight = QFontMetrics(newFont).height();
    int lineHeight = QFontMetrics(smallFont).height();
    int letter = QFontMetrics(smallFont).averageCharWidth();

    [[nodiscard]] static int textWidth(int width) { return width - look::page - look::group; }

    /// Of the preview: guessed from its length, so that thousands of rows are placed at once.
    [[nodiscard]] int lines(int length, int width) const
    {
        return length == 0 ? 0 : length * letter < textWidth(width) ? 1 : mostLines;
    }
    [[nodiscard]] int height(int lines) const
    {
        return 2 * look::related + titleHeight + look::tight / 2 + lineHeight + (lines > 0 ? look::tight / 2 : 0) + lines * lineHeight;
    }
    [[nodiscard]] QRect title(const QRect &card) const
    {
        return {card.left() + look::page, card.top() + look::related, textWidth(card.width()), titleHeight};
    }
    [[nodiscard]] QRect about(const QRect &card) const
    {
        return {card.left() + look::page, title(card).bottom() + 1 + look::tight / 2, textWidth(card.width()), lineHeight};
    }
    [[nodiscard]] QRect preview(const QRect &card, int lines) const
    {
        return {card.left() + look::page, about(card).bottom() + 1 + look::tight / 2, textWidth(card.width()), lines * lineHeight};
    }
    [[nodiscard]] QRectF dot(const QRect &card) const
    {
        const QRect line = title(card);
        const int size = look::related - look::hair;
        return {double(card.left() + look::group - size), line.top() + (line.height() - size) / 2.0, double(size), double(size)};
    }
};

const CardLayout &layoutNow()
{
    static QFont made;
    static std::unique_ptr<CardLayout> layout;
    if (const QFont now = look::font(look::Text::Body); !layout || made != now) {
        made = now;
        layout = std::make_unique<CardLayout>();
    }
    return *layout;
}

/// What became of the capture on the right; who and when before it, who gives way.
void drawAbout(QPainter &painter, QRect place, const FeedRow &row, const FeedCapture &capture, const look::Colours &colours)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString state = !capture.words.isEmpty() ? capture.words : row.isSource ? FeedItemModel::tr("in the sources ✓") : QString();
    if (!state.isEmpty()) {
        painter.setPen(capture.isBad ? colours.notFound : colours.exact);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, state);
        place.setRight(place.right() - metrics.horizontalAdvance(state) - look::related);
    }
    painter.setPen(colours.inkSoft);
    const QString date = row.by.isEmpty() || row.date.isEmpty() ? row.date : u" · "_s + row.date;
    const int room = std::max(0, place.width() - metrics.horizontalAdvance(date));
    place.setLeft(place.left() + look::drawElided(painter, {place.topLeft(), QSize(room, place.height())}, row.by, Qt::ElideMiddle));
    look::drawElided(painter, place, date, Qt::ElideRight);
}

} // namespace

void FeedItemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const look::Colours &colours = look::colours(option.palette);
    const auto row = index.data(FeedItemModel::RowRole).value<FeedRow>();
    const CardLayout &layout = layoutNow();
    const bool isNew = row.state == FeedItemState::New;
    painter->save();
    look::drawRow(*painter, option, false, look::page);
    if (isNew) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.accent);
        painter->drawEllipse(layout.dot(option.rect));
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    painter->setFont(isNew ? layout.newFont : layout.titleFont);
    painter->setPen(colours.ink);
    look::drawWrapped(*painter, layout.title(option.rect), row.title, 1);
    painter->setFont(layout.smallFont);
    drawAbout(*painter, layout.about(option.rect), row, index.data(FeedItemModel::CaptureRole).value<FeedCapture>(), colours);
    painter->setPen(colours.inkSoft);
    if (const int lines = layout.lines(int(row.preview.size()), option.rect.width()); lines > 0)
        look::drawWrapped(*painter, layout.preview(option.rect, lines), row.preview, lines);
    painter->restore();
}

QSize FeedItemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const CardLayout &layout = layoutNow();
    return {width, layout.height(layout.lines(index.data(FeedItemModel::PreviewLengthRole).toInt(), width))};
}

} // namespace redoubt
