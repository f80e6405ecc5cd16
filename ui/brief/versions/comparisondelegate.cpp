#include "ui/brief/versions/comparisondelegate.h"

#include "ui/brief/versions/comparisonmodel.h"
#include "ui/look/listrow.h"
#include "ui/workbench/changeformat.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace redoubt {

namespace {

int textWidth(int width)
{
    return std::max(width - 2 * look::related, look::page);
}

int labelHeight(const ComparisonCell &cell)
{
    return cell.label.isEmpty() ? 0 : QFontMetrics(look::font(look::Text::Caption)).height();
}

/// The text of a cell in lines of this width; the colours count for drawing alone.
void layOut(QTextLayout &layout, const ComparisonCell &cell, int width, const look::Colours &colours)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const TextRun &run : cell.runs) {
        QTextCharFormat format = changeFormat(run.kind, colours);
        format.setForeground(cell.isSoft ? colours.inkSoft : colours.ink);
        formats.append({int(text.size()), int(run.text.size()), format});
        text += run.text;
    }
    layout.setText(text.replace(u'\n', QChar::LineSeparator));
    layout.setFont(look::writingFont());
    layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double top = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, top});
        top += line.height();
    }
    layout.endLayout();
}

void drawGround(QPainter &painter, const QStyleOptionViewItem &option, const look::Colours &colours)
{
    if (!(option.state & QStyle::State_Selected))
        return;
    painter.fillRect(option.rect, colours.related);
    if (option.state & QStyle::State_HasFocus)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(look::tight / 2, option.rect.height())), colours.accent);
}

} // namespace

int ComparisonDelegate::heightOf(const QModelIndex &index, int width)
{
    const auto cell = index.data(ComparisonModel::CellRole).value<ComparisonCell>();
    QTextLayout layout;
    layOut(layout, cell, textWidth(width), look::light());
    const int text = cell.runs.isEmpty() ? 0 : int(std::ceil(layout.boundingRect().height()));
    return labelHeight(cell) + text + 2 * look::tight;
}

void ComparisonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const look::Colours &colours = look::colours(option.palette);
    painter->save();
    painter->setClipRect(option.rect);
    drawGround(*painter, option, colours);
    QRect place = option.rect.adjusted(look::related, look::tight, -look::related, -look::tight);
    if (index.column() == ComparisonModel::Mark) {
        painter->setFont(look::font(look::Text::Body, true));
        painter->setPen(colours.accent);
        painter->drawText(option.rect.adjusted(0, look::tight, 0, 0), Qt::AlignHCenter | Qt::AlignTop, index.data().toString());
    } else {
        const auto cell = index.data(ComparisonModel::CellRole).value<ComparisonCell>();
        painter->setFont(look::font(look::Text::Caption));
        painter->setPen(cell.runs.isEmpty() ? colours.inkSoft : colours.accent);
        look::drawElided(*painter, place, cell.label, Qt::ElideMiddle, Qt::AlignLeft | Qt::AlignTop);
        place.setTop(place.top() + labelHeight(cell));
        QTextLayout layout;
        layOut(layout, cell, textWidth(option.rect.width()), colours);
        layout.draw(painter, place.topLeft());
    }
    painter->restore();
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {look::page, heightOf(index, option.rect.width())};
}

} // namespace redoubt
