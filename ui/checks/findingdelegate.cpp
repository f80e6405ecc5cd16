#include "ui/checks/findingdelegate.h"

#include "ui/checks/findingmodel.h"
#include "ui/look/listrow.h"

#include <QListView>
#include <QPainter>

namespace redoubt {

namespace {

constexpr int mostLines = 2;

/// The places of a row's parts.
struct RowLayout
{
    QFont messageFont = look::font(look::Text::Body);
    QFont smallFont = look::font(look::Text::Caption);
    int lineHeight = QFontMetrics(messageFont).lineSpacing();
    int smallHeight = QFontMetrics(smallFont).height();

    [[nodiscard]] static int textLeft() { return look::group + look::group + look::related; }
    [[nodiscard]] static int textWidth(int width) { return std::max(0, width - textLeft() - look::group); }
    [[nodiscard]] int lines(const QString &message, int width) const
    {
        return QFontMetrics(messageFont).horizontalAdvance(message) > textWidth(width) ? mostLines : 1;
    }
    [[nodiscard]] int height(int messageLines) const
    {
        return 2 * look::related + messageLines * lineHeight + look::tight / 2 + smallHeight;
    }
    [[nodiscard]] QRect glyph(const QRect &row) const
    {
        return {row.left() + look::group, row.top() + look::related, look::group, lineHeight};
    }
    [[nodiscard]] QRect about(const QRect &row) const
    {
        return {row.left() + textLeft(), row.bottom() + 1 - look::related - smallHeight, textWidth(row.width()), smallHeight};
    }
    [[nodiscard]] QRect message(const QRect &row) const
    {
        const int top = row.top() + look::related;
        return {row.left() + textLeft(), top, textWidth(row.width()), about(row).top() - look::tight / 2 - top};
    }
};

const RowLayout &layoutNow()
{
    static RowLayout layout;
    if (layout.messageFont != look::font(look::Text::Body))
        layout = RowLayout();
    return layout;
}

const Finding &findingOf(const QModelIndex &index)
{
    return *index.data(FindingModel::FindingRole).value<const Finding *>();
}

/// What does not fit into the lines is elided at their end.
void drawMessage(QPainter &painter, const QRect &place, const QString &message)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int lines = std::max(1, place.height() / metrics.lineSpacing());
    // A word that goes into the next line leaves some room behind it.
    const int room = lines == 1 ? place.width() : lines * place.width() - metrics.averageCharWidth() * 12;
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | (lines == 1 ? Qt::TextSingleLine : Qt::TextWordWrap),
        metrics.elidedText(message.simplified(), Qt::ElideRight, room));
}

} // namespace

QList<FindingDelegate::PlacedLink> FindingDelegate::links(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QList<PlacedLink> placed;
    if (!m_mayWrite)
        return placed;
    const RowLayout &layout = layoutNow();
    QRect room = layout.about(option.rect);
    const QFontMetrics metrics(layout.smallFont);
    const auto add = [&](Link link, const QString &text) {
        const int width = metrics.horizontalAdvance(text);
        placed.append({link, text, QRect(room.right() + 1 - width, room.top(), width, room.height())});
        room.setRight(room.right() - width - look::group);
    };
    const bool isPointedAt = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    if (isPointedAt && !findingOf(index).ignored.isValid())
        add(Link::Ignore, tr("Ignore here…"));
    if (const QString fix = index.data(FindingModel::FixRole).toString(); !fix.isEmpty())
        add(Link::Fix, metrics.elidedText(fix, Qt::ElideRight, room.width() * 2 / 3));
    return placed;
}

FindingDelegate::Link FindingDelegate::linkAt(QPoint point, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    for (const PlacedLink &link : links(option, index)) {
        if (link.place.adjusted(-look::tight, -look::tight, look::tight, look::tight).contains(point))
            return link.link;
    }
    return Link::None;
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const look::Colours &colours = look::colours(option.palette);
    const RowLayout &layout = layoutNow();
    const Finding &finding = findingOf(index);
    const bool isIgnored = finding.ignored.isValid();
    painter->save();
    look::drawRow(*painter, option);
    painter->setFont(layout.smallFont);
    painter->setPen(isIgnored ? colours.inkFaint : severityColour(finding.severity, option.palette));
    painter->drawText(layout.glyph(option.rect), Qt::AlignLeft | Qt::AlignVCenter, isIgnored ? u"○"_s : severityGlyph(finding.severity));
    painter->setFont(layout.messageFont);
    painter->setPen(isIgnored ? colours.inkFaint : colours.ink);
    drawMessage(*painter, layout.message(option.rect), finding.message);

    QRect about = layout.about(option.rect);
    painter->setFont(layout.smallFont);
    painter->setPen(colours.accent);
    for (const PlacedLink &link : links(option, index)) {
        painter->drawText(link.place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, link.text);
        about.setRight(link.place.left() - look::group);
    }
    const QString text = isIgnored ? index.data(FindingModel::AboutRole).toString()
                                   : u"%1 · %2"_s.arg(severityText(finding.severity), index.data(FindingModel::AboutRole).toString());
    painter->setPen(colours.inkSoft);
    look::drawElided(*painter, about, text, Qt::ElideRight);
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    // Where all rows are as high as one of them, none is measured.
    const bool isUniform = view && view->uniformItemSizes();
    const RowLayout &layout = layoutNow();
    return {width, layout.height(isUniform ? mostLines : layout.lines(index.data().toString(), width))};
}

} // namespace redoubt
