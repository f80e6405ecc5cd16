#pragma once

#include "ui/timeline/chronologycells.h"

#include <QStyledItemDelegate>

class QComboBox;

namespace redoubt {

class ChronologyModel;

/// Draws the cells of the chronology table, and makes the fields in which they are changed: a date in words, a lane or a
/// certainty to choose, a line of text.
class ChronologyDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    /// A field was filled in with a value, of the kind that the model's EditRole has.
    void entered(const QModelIndex &index, const QVariant &value) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *makeChoice(QWidget *parent, const QModelIndex &index) const;
};

} // namespace redoubt
