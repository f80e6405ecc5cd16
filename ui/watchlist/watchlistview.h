#pragma once

#include "ui/watchlist/watchlistmodel.h"

#include <QListView>

namespace redoubt {

class WatchListDelegate;

/// The list of cards: keys and mouse, and the question what happened on the card itself. What is pressed is chosen when it is let go, or
/// when it was dropped elsewhere: what follows the choice must not move beneath what is dragged.
class WatchListView : public QListView
{
    Q_OBJECT

public:
    WatchListView(WatchListModel &model, QWidget *parent = nullptr);

    [[nodiscard]] Id<Indicator> current() const;

    /// Makes it the current one and scrolls to it; with no id, or one that is not shown, nothing stays chosen.
    void show(Id<Indicator> id);
    using QListView::show;

    /// Opens the choice of outcomes on its card.
    void ask(Id<Indicator> id);
    void stopAsking();

Q_SIGNALS:
    void chosen(redoubt::Id<redoubt::Indicator> id); ///< by the user
    void openRequested(redoubt::Id<redoubt::Indicator> id);
    void checkRequested(redoubt::Id<redoubt::Indicator> id);
    void outcomeChosen(redoubt::Id<redoubt::Indicator> id, redoubt::Id<redoubt::Outcome> occurred);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    [[nodiscard]] Id<Indicator> idAt(const QModelIndex &index) const;
    [[nodiscard]] bool isCheck(const QPoint &position) const;
    void toggleFold();

    WatchListModel &m_model;
    WatchListDelegate *m_delegate;
    QPersistentModelIndex m_asked;
    QPersistentModelIndex m_pressed;
    bool m_isShowing = false;
};

} // namespace redoubt
