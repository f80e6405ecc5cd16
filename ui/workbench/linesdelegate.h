#pragma once

#include <QStyledItemDelegate>

class QListView;

namespace redoubt {

/// Rows of a list that are a few lines of text: titles or passages, wrapped, and one line in small type that says what is known of them.
/// A row that can be ticked has its box before them. A text that would take
/// more lines than are given is elided: in its middle where that is one, so that its end is seen.
class LinesDelegate : public QStyledItemDelegate
{
public:
    enum class Small { First, Last };

    /// Makes itself the delegate of the list, which it belongs to, and readies the list for rows as high as their text.
    LinesDelegate(Small small, int linesPerText, QListView *list);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    struct Line
    {
        QString text;
        bool isSmall;
    };
    [[nodiscard]] QList<Line> linesOf(const QModelIndex &index, int rowWidth) const;

    QListView *m_list;
    Small m_small;
    int m_linesPerText;
};

} // namespace redoubt
