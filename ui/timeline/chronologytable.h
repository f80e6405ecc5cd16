#pragma once

#include "ui/timeline/chronologymodel.h"

#include <QTableView>

namespace redoubt {

class ChronologyDelegate;

/// The chronology as a table: rows to sort, select, change in place and copy.
///
/// F2, Return or a double click change a cell; with several rows selected, what is entered for a lane, a place, a
/// certainty, actors, tags or casualties goes to all of them. Ctrl+Return opens the event, Delete deletes the selected ones,
/// Ctrl+C copies them, Ctrl+A selects all. A right click on the header chooses the columns.
class ChronologyTable : public QTableView
{
    Q_OBJECT

public:
    explicit ChronologyTable(Project &project, QWidget *parent = nullptr);

    [[nodiscard]] ChronologyModel *chronology() const { return m_model; }

    /// See ChronologyModel; selection and sight stay with the events.
    void setChronology(std::shared_ptr<const Chronology> chronology, std::shared_ptr<const Matches> matches);
    void setMatches(std::shared_ptr<const Matches> matches);
    /// Before the chronology follows an edit: what reads it stops, and what was read of it is read anew.
    void forget(const Changes &changes);

    /// Highlights an event and brings it into sight. Says nothing back.
    void choose(Id<Event> id);
    /// The event of the current row.
    [[nodiscard]] Id<Event> chosen() const { return m_model->idAt(currentIndex().row()); }
    /// The selected events in the order in which they stand.
    [[nodiscard]] QList<Id<Event>> selectedEvents() const;

    [[nodiscard]] bool isShown(ChronologyColumn column) const { return !isColumnHidden(int(column)); }
    void showColumn(ChronologyColumn column, bool isShown);

    /// The selected rows in the columns that are shown, with a line of their names; cells that hold tabs, line breaks or
    /// quotation marks stand in quotation marks.
    [[nodiscard]] QString selectedText() const;
    void copy() const;

    /// Columns, their widths and order, and what is sorted by, to be kept between two runs.
    [[nodiscard]] QByteArray arrangement() const;
    void setArrangement(const QByteArray &arrangement);

Q_SIGNALS:
    void eventChosen(redoubt::Id<redoubt::Event> id);
    void openRequested(redoubt::Id<redoubt::Event> id);
    void deleteRequested(const QList<redoubt::Id<redoubt::Event>> &ids);
    void failed(const redoubt::Error &error);
    void arrangementChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QList<int> selectedRows() const;
    void makeHeader();
    void showHeaderMenu(QPoint place);
    void enter(const QModelIndex &index, const QVariant &value);
    void keepSelection(const std::function<void()> &change);
    void fitRows();

    Project &m_project;
    ChronologyModel *m_model;
    ChronologyDelegate *m_delegate;
    bool m_isFollowing = false; ///< the current row is being set, not chosen by the user
};

} // namespace redoubt
