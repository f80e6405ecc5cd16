#include "ui/sources/sourcedelegate.h"

#include "ui/look/listrow.h"
#include "ui/sources/sourcelistmodel.h"
#include "ui/sources/sourcetext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace redoubt {

namespace {

/// The places of a card's parts.
struct CardLayout
{
    QFont titleFont = look::font(look::Text::Body, true);
    QFont smallFont = look::font(look::Text::Caption);
    QFont badgeFont = look::font(look::Text::Caption, true);
    int titleHeight = QFontMetrics(titleFont).height();
    int lineHeight = QFontMetrics(smallFont).height();
    int badgeWidth = QFontMetrics(badgeFont).horizontalAdvance(u"A0"_s) + 2 * look::tight + look::tight;
    bool wide = true;

    explicit CardLayout(int width)
    {
        // Room for origin, capture and counts in one line.
        wide = textWidth(width) > 68 * QFontMetrics(smallFont).averageCharWidth();
    }

    [[nodiscard]] int textLeft() const { return look::group + badgeWidth + look::related; }
    [[nodiscard]] int textWidth(int width) const { return width - textLeft() - look::group; }
    [[nodiscard]] int height() const
    {
        const int lines = wide ? 2 : 3;
        return 2 * look::related + titleHeight + lines * lineHeight + look::tight / 2 * lines;
    }
    [[nodiscard]] QRect title(const QRect &card) const
    {
        return {card.left() + textLeft(), card.top() + look::related, textWidth(card.width()), titleHeight};
    }
    [[nodiscard]] QRect line(const QRect &card, int number) const
    {
        const int top = title(card).bottom() + 1 + number * (lineHeight + look::tight / 2) + look::tight / 2;
        return {card.left() + textLeft(), top, textWidth(card.width()), lineHeight};
    }
    [[nodiscard]] QRect badge(const QRect &card) const
    {
        return {card.left() + look::group, card.top() + look::related, badgeWidth, titleHeight};
    }
};

/// Elided in the middle to `width`; gives the width that it took.
int drawText(QPainter &painter, const QRect &place, const QString &text, int width)
{
    return look::drawElided(painter, {place.topLeft(), QSize(width, place.height())}, text, Qt::ElideMiddle);
}

void drawBadge(QPainter &painter, const QRect &place, const Grade &grade, const CardLayout &layout, const look::Colours &colours)
{
    const bool unknown = grade.reliability == u'F' && grade.credibility == 6;
    const bool good = grade.reliability <= u'B' && grade.credibility <= 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(good ? colours.accent : unknown ? colours.line : colours.inkFaint);
    painter.setBrush(good ? QBrush(colours.accent) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), look::radius, look::radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(good ? colours.onAccent : unknown ? colours.inkFaint : colours.ink);
    painter.setFont(layout.badgeFont);
    look::drawElided(painter, place, grade.text(), Qt::ElideNone, Qt::AlignCenter);
}

void drawTitle(QPainter &painter, const QRect &place, const Source &source, const QString &fallen, const CardLayout &layout, const look::Colours &colours)
{
    QFont font = layout.titleFont;
    QRect rest = place;
    if (const QString words = sourcetext::fallen(source, fallen); !words.isEmpty()) {
        painter.setFont(layout.badgeFont);
        painter.setPen(source.retracted ? colours.notFound : colours.altered);
        const int taken = look::drawElided(painter, place, words, Qt::ElideRight, Qt::AlignRight | Qt::AlignVCenter);
        rest.setWidth(place.width() - taken - look::related);
        font.setStrikeOut(source.retracted);
    }
    painter.setFont(font);
    painter.setPen(source.retracted ? colours.inkFaint : colours.ink);
    drawText(painter, rest, source.title.simplified(), rest.width());
}

const QString dot = u" · "_s;

/// Who says it, then what it is; the first gives way where both do not fit.
void drawKind(QPainter &painter, QRect place, const Source &source)
{
    look::Line kind(painter, sourcetext::kind(source).simplified());
    if (const QString who = sourcetext::who(source); !who.isEmpty()) {
        look::Line between(painter, dot);
        const int room = place.width() - between.width() - kind.width();
        place.setLeft(place.left() + drawText(painter, place, who, room));
        place.setLeft(place.left() + between.draw(painter, place, Qt::ElideNone));
    }
    kind.draw(painter, place, Qt::ElideMiddle);
}

/// Origin, then what was captured; the origin gives way where both do not fit. With `counts`, those behind them.
void drawState(QPainter &painter, const QRect &place, const SourceCard &card, const QString &origin, const QString &counts,
    const look::Colours &colours)
{
    look::Line between(painter, dot);
    look::Line captured(painter, sourcetext::captured(card));
    look::Line behind(painter, counts.isEmpty() ? QString() : dot + counts);
    QRect rest = place;
    painter.setPen(colours.inkSoft);
    const int room = place.width() - between.width() - captured.width() - behind.width();
    rest.setLeft(rest.left() + drawText(painter, rest, sourcetext::origin(origin).simplified(), room));
    rest.setLeft(rest.left() + between.draw(painter, rest, Qt::ElideNone));
    painter.setPen(card.captures > 0 ? colours.exact : colours.nothing);
    rest.setLeft(rest.left() + captured.draw(painter, rest, Qt::ElideMiddle));
    painter.setPen(colours.inkSoft);
    behind.draw(painter, rest, Qt::ElideMiddle);
}

} // namespace

void SourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const look::Colours &colours = look::colours(option.palette);
    const auto card = index.data(SourceListModel::CardRole).value<SourceCard>();
    const QString origin = index.data(SourceListModel::OriginRole).toString();
    const CardLayout layout(option.rect.width());

    painter->save();
    look::drawRow(*painter, option, index.data(SourceListModel::RelatedRole).toBool());
    drawBadge(*painter, layout.badge(option.rect), card.source.grade, layout, colours);
    drawTitle(*painter, layout.title(option.rect), card.source, index.data(SourceListModel::FallenRole).toString(), layout, colours);
    painter->setFont(layout.smallFont);
    painter->setPen(colours.inkSoft);
    drawKind(*painter, layout.line(option.rect, 0), card.source);
    const QString counts = sourcetext::counts(card);
    drawState(*painter, layout.line(option.rect, 1), card, origin, layout.wide ? counts : QString(), colours);
    if (!layout.wide)
        drawText(*painter, layout.line(option.rect, 2), counts, layout.textWidth(option.rect.width()));
    painter->restore();
}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, CardLayout(width).height()};
}

} // namespace redoubt
