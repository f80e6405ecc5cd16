#include "ui/sources/searchdelegate.h"

#include "ui/look/listrow.h"
#include "ui/sources/searchresultmodel.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QPainter>
#include <QTextLayout>

namespace redoubt {

namespace {

/// The places of a row's parts.
struct RowLayout
{
    QFont titleFont = look::font(look::Text::Body, true);
    QFont smallFont = look::font(look::Text::Caption);
    QFont foundFont = look::font(look::Text::Caption, true);
    int titleHeight = QFontMetrics(titleFont).height();
    int lineHeight = QFontMetrics(smallFont).height();
    int snippetLines = 2;

    explicit RowLayout(int width)
    {
        // A whole snippet goes into one line.
        snippetLines = textWidth(width) > 140 * QFontMetrics(smallFont).averageCharWidth() ? 1 : 2;
    }

    [[nodiscard]] static int textLeft() { return look::group + look::group + look::related; }
    [[nodiscard]] static int textWidth(int width) { return width - textLeft() - look::group; }
    [[nodiscard]] int gap() const { return look::tight / 2; }
    [[nodiscard]] int height() const
    {
        return 2 * look::related + titleHeight + (1 + snippetLines) * (lineHeight + gap());
    }
    [[nodiscard]] QRect icon(const QRect &row) const
    {
        return {row.left() + look::group, row.top() + look::related + (titleHeight - look::group) / 2, look::group, look::group};
    }
    [[nodiscard]] QRect title(const QRect &row) const
    {
        return {row.left() + textLeft(), row.top() + look::related, textWidth(row.width()), titleHeight};
    }
    [[nodiscard]] QRect facts(const QRect &row) const
    {
        return {title(row).left(), title(row).bottom() + 1 + gap(), textWidth(row.width()), lineHeight};
    }
    [[nodiscard]] QPoint snippet(const QRect &row) const { return {title(row).left(), facts(row).bottom() + 1 + gap()}; }
};

void drawTitle(QPainter &painter, QRect place, const FoundThing &thing, const RowLayout &layout, const look::Colours &colours)
{
    QFont font = layout.titleFont;
    if (thing.retracted) {
        const QString word = QCoreApplication::translate("redoubt::SearchDelegate", "✕ retracted");
        painter.setFont(layout.foundFont);
        painter.setPen(colours.notFound);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, word);
        place.setWidth(place.width() - painter.fontMetrics().horizontalAdvance(word) - look::related);
        font.setStrikeOut(true);
    }
    painter.setFont(font);
    painter.setPen(thing.retracted ? colours.inkFaint : colours.ink);
    look::drawElided(painter, place, thing.result.title.simplified(), Qt::ElideMiddle);
}

QList<QTextLayout::FormatRange> formatsOf(const Snippet &snippet, const QFont &heavy, const QColor &ink)
{
    QTextCharFormat found;
    found.setFontWeight(heavy.weight());
    found.setForeground(ink);
    QList<QTextLayout::FormatRange> formats;
    for (const SnippetMark &mark : snippet.marks)
        formats.append({int(mark.start), int(mark.length), found});
    return formats;
}

/// Lays a snippet out; gives the offset behind what fits, or the text's length.
qsizetype layOut(QTextLayout &text, int width, int lines)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    text.setTextOption(option);
    text.beginLayout();
    qreal top = 0;
    qsizetype end = 0;
    for (int i = 0; i < lines; ++i) {
        QTextLine line = text.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, top});
        top += line.height() + look::tight / 2.0;
        end = line.textStart() + line.textLength();
    }
    text.endLayout();
    return end;
}

qsizetype lengthThatFits(const Snippet &snippet, const QFont &font, int width, int lines)
{
    QTextLayout text(snippet.text, font);
    text.setFormats(formatsOf(snippet, look::font(look::Text::Caption, true), QColor()));
    return layOut(text, width, lines);
}

Snippet withoutStart(const Snippet &snippet, qsizetype from)
{
    Snippet rest{u"…"_s + snippet.text.sliced(from), {}, snippet.place};
    for (const SnippetMark &mark : snippet.marks) {
        if (mark.start >= from)
            rest.marks.append({mark.start - from + 1, mark.length});
    }
    return rest;
}

Snippet cutAt(const Snippet &snippet, qsizetype end)
{
    // A script without spaces is cut between two letters.
    static constexpr qsizetype longestWord = 24;
    const qsizetype space = snippet.text.lastIndexOf(u' ', end);
    end = space > 0 && space + longestWord > end ? space : std::max<qsizetype>(end - 1, 0);
    if (end > 0 && snippet.text.at(end).isLowSurrogate())
        --end;
    Snippet cut{snippet.text.first(end) + u'…', {}, snippet.place};
    for (const SnippetMark &mark : snippet.marks) {
        if (mark.start < end)
            cut.marks.append({mark.start, std::min(mark.length, end - mark.start)});
    }
    return cut;
}

} // namespace

Snippet fitted(const Snippet &snippet, const QFont &font, int width, int lines)
{
    if (width <= 0)
        return {};
    Snippet shown = snippet;
    if (!shown.marks.isEmpty()) {
        const SnippetMark first = shown.marks.first();
        // Before the first thing found stays a word or two.
        static constexpr qsizetype before = 12;
        if (first.start + first.length > lengthThatFits(shown, font, width, lines) && first.start > before) {
            const qsizetype space = shown.text.lastIndexOf(u' ', first.start - before);
            shown = withoutStart(shown, space < 0 ? first.start : space + 1);
        }
    }
    const qsizetype end = lengthThatFits(shown, font, width, lines);
    return end >= shown.text.size() ? shown : cutAt(shown, end - 1);
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const look::Colours &colours = look::colours(option.palette);
    const auto thing = index.data(SearchResultModel::FoundRole).value<FoundThing>();
    const RowLayout layout(option.rect.width());
    const int width = RowLayout::textWidth(option.rect.width());

    painter->save();
    look::drawRow(*painter, option);
    look::icon(foundtext::icon(thing.result.kind)).paint(painter, layout.icon(option.rect));
    drawTitle(*painter, layout.title(option.rect), thing, layout, colours);
    painter->setFont(layout.smallFont);
    painter->setPen(colours.inkSoft);
    look::drawElided(*painter, layout.facts(option.rect), foundtext::facts(thing), Qt::ElideMiddle);
    const Snippet snippet = fitted(thing.result.snippet, layout.smallFont, width, layout.snippetLines);
    QTextLayout text(snippet.text, layout.smallFont);
    text.setFormats(formatsOf(snippet, layout.foundFont, colours.ink));
    layOut(text, width, layout.snippetLines);
    text.draw(painter, layout.snippet(option.rect));
    painter->restore();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, RowLayout(width).height()};
}

} // namespace redoubt
