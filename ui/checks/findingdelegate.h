#pragma once

#include <QStyledItemDelegate>

namespace redoubt {

/// Draws a finding: the mark of its severity, what it says in up to two lines, rule and section below; and as links what can be
/// done about it.
class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Link { None, Fix, Ignore };

    using QStyledItemDelegate::QStyledItemDelegate;

    /// The project may be changed: without it there are no links.
    void setMayWrite(bool mayWrite) { m_mayWrite = mayWrite; }

    /// The link at a point of the view, of the row that `option` was made for.
    [[nodiscard]] Link linkAt(QPoint point, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct PlacedLink
    {
        Link link = Link::None;
        QString text;
        QRect place;
    };
    /// From right to left.
    [[nodiscard]] QList<PlacedLink> links(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    bool m_mayWrite = true;
};

} // namespace redoubt
