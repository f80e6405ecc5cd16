#pragma once

#include "app/watchlist/indicator.h"

#include <QStyledItemDelegate>

namespace redoubt {

namespace look {
struct Colours;
}

/// Draws an indicator as a card: check box, title, days left; likelihood, sparkline and number of the likeliest outcome;
/// the outcomes and what they would mean. Resolved ones are quiet: title, day, outcome.
class WatchListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The card that asks what happened; its outcomes make place for the choices.
    void setAsking(Id<Indicator> id) { m_asking = id; }
    [[nodiscard]] Id<Indicator> asking() const { return m_asking; }

    /// Where a click marks the indicator as resolved, in a card drawn in `card`.
    [[nodiscard]] static QRect checkArea(const QRect &card);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    /// An empty outcome means that none of them did.
    void outcomeChosen(redoubt::Id<redoubt::Indicator> indicator, redoubt::Id<redoubt::Outcome> occurred) const;
    void askingCancelled() const;

private:
    Id<Indicator> m_asking;
};

} // namespace redoubt
