#include "ui/workbench/linesdelegate.h"

#include "ui/look/listrow.h"

#include <QApplication>
#include <QListView>
#include <QPainter>
#include <QTextLayout>

namespace redoubt {

namespace {

constexpr int boxWidth = look::group;

QFont fontOf(bool isSmall)
{
    return look::font(isSmall ? look::Text::Caption : look::Text::Body);
}

int heightOf(bool isSmall)
{
    return QFontMetrics(fontOf(isSmall)).lineSpacing();
}

int textLeft(const QModelIndex &index)
{
    return look::related + (index.data(Qt::CheckStateRole).isValid() ? boxWidth + look::related : 0);
}

/// The place that the style puts the tick's box in the middle of: beside the first line.
QStyleOptionViewItem boxOption(const QStyleOptionViewItem &option, const QModelIndex &index, bool isSmall)
{
    QStyleOptionViewItem box = option;
    box.features |= QStyleOptionViewItem::HasCheckIndicator;
    box.checkState = index.data(Qt::CheckStateRole).value<Qt::CheckState>();
    box.rect = QRect(option.rect.left() + look::related, option.rect.top() + look::related, option.rect.width(), heightOf(isSmall));
    return box;
}

QStringList wrapped(const QString &text, const QFont &font, int width, int mostLines)
{
    const QFontMetrics metrics(font);
    if (mostLines == 1)
        return {metrics.elidedText(text, Qt::ElideMiddle, width)};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == mostLines) {
            lines.append(metrics.elidedText(text.sliced(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(text.sliced(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

} // namespace

LinesDelegate::LinesDelegate(Small small, int linesPerText, QListView *list)
    : QStyledItemDelegate(list)
    , m_list(list)
    , m_small(small)
    , m_linesPerText(linesPerText)
{
    list->setItemDelegate(this);
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setResizeMode(QListView::Adjust);
}

QList<LinesDelegate::Line> LinesDelegate::linesOf(const QModelIndex &index, int rowWidth) const
{
    QList<Line> lines;
    const int width = rowWidth - textLeft(index) - look::related;
    const QStringList texts = index.data().toString().split(u'\n');
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const bool isSmall = i == (m_small == Small::First ? 0 : texts.size() - 1);
        for (const QString &line : wrapped(texts.at(i), fontOf(isSmall), width, m_linesPerText))
            lines.append({line, isSmall});
    }
    return lines;
}

void LinesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const look::Colours &colours = look::colours(option.palette);
    const QVariant ink = index.data(Qt::ForegroundRole);
    painter->save();
    look::drawRow(*painter, option, false, look::related);
    if (index.data(Qt::CheckStateRole).isValid()) {
        QStyleOptionViewItem box = boxOption(option, index, m_small == Small::First);
        const QStyle *style = m_list->style();
        box.rect = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &box, m_list);
        box.state.setFlag(box.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
        box.state.setFlag(QStyle::State_HasFocus, false);
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, m_list);
    }
    QPoint at(option.rect.left() + textLeft(index), option.rect.top() + look::related);
    for (const Line &line : linesOf(index, option.rect.width())) {
        painter->setFont(fontOf(line.isSmall));
        painter->setPen(ink.isValid() ? ink.value<QBrush>().color() : line.isSmall ? colours.inkSoft : colours.ink);
        painter->drawText(QRect(at, QSize(option.rect.right() - at.x(), heightOf(line.isSmall))), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line.text);
        at.ry() += heightOf(line.isSmall);
    }
    painter->restore();
}

QSize LinesDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = m_list->viewport()->width();
    int height = 2 * look::related;
    for (const Line &line : linesOf(index, width))
        height += heightOf(line.isSmall);
    return {width, height};
}

bool LinesDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return QStyledItemDelegate::editorEvent(event, model, boxOption(option, index, m_small == Small::First), index);
}

} // namespace redoubt
