#include "ui/timeline/chronologydelegate.h"

#include "ui/look/listrow.h"
#include "ui/look/look.h"
#include "ui/timeline/chronologymodel.h"
#include "ui/timeline/datefield.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int dot = look::related;

/// Date fields say below themselves how they are read, and need the room of a few rows.
constexpr int dateFieldWidth = look::page * 13;

ChronologyColumn columnOf(const QModelIndex &index)
{
    return ChronologyColumn(index.column());
}

/// Whether no column stands before this one.
bool isFirstShown(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    const QHeaderView *header = table ? table->horizontalHeader() : nullptr;
    int place = 0;
    while (header && place < header->count() && header->isSectionHidden(header->logicalIndex(place)))
        ++place;
    return header && header->logicalIndex(place) == index.column();
}

void drawGround(QPainter &painter, const QStyleOptionViewItem &option, bool isFirst, const look::Colours &colours)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect &cell = option.rect;
    if (isSelected)
        painter.fillRect(cell, colours.selection);
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), look::hair), colours.line);
    if (isSelected && isFirst)
        painter.fillRect(QRect(cell.topLeft(), QSize(look::tight / 2, cell.height())), colours.accent);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(colours.accent);
        painter.drawRect(cell.adjusted(0, 0, -look::hair, -2 * look::hair));
    }
}

QColor inkOf(const QModelIndex &index, const look::Colours &colours)
{
    if (Truth(index.data(ChronologyModel::TruthRole).toInt()) == Truth::Possibly)
        return colours.inkFaint;
    const auto certainty = Certainty(index.data(ChronologyModel::CertaintyRole).toInt());
    if (columnOf(index) == ChronologyColumn::Certainty) {
        return certainty == Certainty::Disputed    ? colours.altered
               : certainty == Certainty::Retracted ? colours.notFound
                                                   : colours.inkSoft;
    }
    if (columnOf(index) == ChronologyColumn::Title)
        return certainty == Certainty::Retracted ? colours.inkFaint : colours.ink;
    return columnOf(index) == ChronologyColumn::Date ? colours.ink : colours.inkSoft;
}

} // namespace

void ChronologyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const look::Colours &colours = look::colours(option.palette);
    painter->save();
    const bool isFirst = isFirstShown(option, index);
    drawGround(*painter, option, isFirst, colours);
    QRect rest = option.rect.adjusted(look::related, 0, -look::related, -look::hair);
    if (isFirst)
        rest.setLeft(option.rect.left() + look::group);
    const bool isPossible = Truth(index.data(ChronologyModel::TruthRole).toInt()) == Truth::Possibly;
    if (columnOf(index) == ChronologyColumn::Lane) {
        if (const int colour = index.data(ChronologyModel::ColourRole).toInt(); colour >= 0) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(isPossible ? QPen(colours.lane.at(size_t(colour))) : QPen(Qt::NoPen));
            painter->setBrush(isPossible ? QBrush(Qt::NoBrush) : QBrush(colours.lane.at(size_t(colour))));
            painter->drawEllipse(QRectF(rest.left(), rest.center().y() - dot / 2.0 + 0.5, dot, dot));
        }
        rest.setLeft(rest.left() + dot + look::related);
    }
    if (isPossible && isFirst) {
        painter->setFont(look::font(look::Text::Caption));
        painter->setPen(colours.inkFaint);
        const int text = QFontMetrics(option.font).horizontalAdvance(index.data().toString());
        const int word = painter->fontMetrics().horizontalAdvance(tr("possibly"));
        const QString mark = text + word + look::related < rest.width() ? tr("possibly") : u"?"_s;
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, mark);
        rest.setRight(rest.right() - painter->fontMetrics().horizontalAdvance(mark) - look::tight);
    }
    const auto certainty = Certainty(index.data(ChronologyModel::CertaintyRole).toInt());
    QFont font = look::tabular(option.font);
    font.setStrikeOut(columnOf(index) == ChronologyColumn::Title && certainty == Certainty::Retracted);
    painter->setFont(font);
    painter->setPen(inkOf(index, colours));
    const QString text = index.data().toString().simplified();
    look::drawElided(*painter, rest, text, Qt::ElideMiddle, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    painter->restore();
}

QSize ChronologyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(look::tabular(option.font));
    const int mark = columnOf(index) == ChronologyColumn::Lane ? dot + look::related : 0;
    return {metrics.horizontalAdvance(index.data().toString().simplified()) + mark + look::group + look::related,
        look::rowHeight(look::rowDense, option.font)};
}

QComboBox *ChronologyDelegate::makeChoice(QWidget *parent, const QModelIndex &index) const
{
    auto *choice = new QComboBox(parent);
    choice->setAccessibleName(columnTitle(columnOf(index)));
    if (columnOf(index) == ChronologyColumn::Lane) {
        const auto *model = qobject_cast<const ChronologyModel *>(index.model());
        choice->addItem(ChronologyModel::tr("No lane"), 0LL);
        for (const Lane &lane : model ? model->lanes() : QList<Lane>()) {
            if (lane.id.isValid())
                choice->addItem(lane.title, lane.id.number);
        }
    } else {
        for (const auto &[certainty, name] : certaintyNames.table)
            choice->addItem(certaintyText(certainty), int(certainty));
    }
    auto *self = const_cast<ChronologyDelegate *>(this);
    connect(choice, &QComboBox::activated, self, [self, choice] {
        Q_EMIT self->commitData(choice);
        Q_EMIT self->closeEditor(choice);
    });
    QTimer::singleShot(0, choice, [choice] { choice->showPopup(); });
    return choice;
}

QWidget *ChronologyDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    const ChronologyColumn column = columnOf(index);
    if (column == ChronologyColumn::Lane || column == ChronologyColumn::Certainty)
        return makeChoice(parent, index);
    if (column == ChronologyColumn::Date) {
        auto *field = new DateField(parent);
        field->setAutoFillBackground(true);
        field->setBackgroundRole(QPalette::Button);
        field->edit()->installEventFilter(const_cast<ChronologyDelegate *>(this));
        return field;
    }
    auto *field = new QLineEdit(parent);
    field->setObjectName(u"cell-editor"_s);
    field->setAccessibleName(columnTitle(column));
    if (column == ChronologyColumn::Actors || column == ChronologyColumn::Tags)
        field->setPlaceholderText(ChronologyModel::tr("Separated by commas"));
    if (column == ChronologyColumn::Casualties)
        field->setPlaceholderText(ChronologyModel::tr("3, 2–5, 2–5 (3)"));
    return field;
}

void ChronologyDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentIndex(std::max(0, choice->findData(value)));
    else if (auto *date = qobject_cast<DateField *>(editor))
        date->setDate(value.toString());
    else if (auto *field = qobject_cast<QLineEdit *>(editor))
        field->setText(value.toString());
}

void ChronologyDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    Q_UNUSED(model)
    if (const auto *choice = qobject_cast<QComboBox *>(editor)) {
        Q_EMIT entered(index, choice->currentData());
    } else if (const auto *date = qobject_cast<DateField *>(editor)) {
        if (date->date())
            Q_EMIT entered(index, date->date()->text);
    } else if (const auto *field = qobject_cast<QLineEdit *>(editor); field && field->isModified()) {
        Q_EMIT entered(index, field->text());
    }
}

void ChronologyDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    QRect place = option.rect;
    if (qobject_cast<DateField *>(editor)) {
        const QRect whole = editor->parentWidget()->rect();
        place.setSize({std::min(std::max(place.width(), dateFieldWidth), whole.width()), editor->sizeHint().height() + look::page});
        if (place.bottom() > whole.bottom())
            place.moveBottom(std::max(option.rect.bottom(), whole.bottom()));
        if (place.right() > whole.right())
            place.moveRight(whole.right());
    }
    editor->setGeometry(place);
}

/// The line of a date field is not the editor itself; its keys mean the same.
bool ChronologyDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *field = watched->parent() ? qobject_cast<DateField *>(watched->parent()) : nullptr;
    if (!field)
        return QStyledItemDelegate::eventFilter(watched, event);
    const auto end = [&](EndEditHint hint) {
        field->edit()->removeEventFilter(this);
        if (hint != RevertModelCache)
            Q_EMIT commitData(field);
        Q_EMIT closeEditor(field, hint);
    };
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isEnd = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        if (key == Qt::Key_Escape)
            end(RevertModelCache);
        else if (isEnd && field->date())
            end(key == Qt::Key_Tab ? EditNextItem : key == Qt::Key_Backtab ? EditPreviousItem : NoHint);
        return isEnd || key == Qt::Key_Escape;
    }
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        end(NoHint);
    }
    return false;
}

} // namespace redoubt
