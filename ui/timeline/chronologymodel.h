#pragma once

#include "app/timeline/filter.h"
#include "ui/timeline/chronologycells.h"
#include "ui/workbench/newestread.h"

#include <QAbstractTableModel>

namespace redoubt {

/// The events that a filter lets pass, a row each, in the order of any column. Of an event it keeps its id; what a row
/// says is read when it is shown. Puts few events in order at once, many on a thread of its own; until that has ended
/// they stand as they stood.
class ChronologyModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        TruthRole = Qt::UserRole, ///< Truth as a number: Possibly or Yes
        ColourRole,               ///< of the lane, 0 to 7; -1 without one
        CertaintyRole,            ///< Certainty as a number
    };

    /// The project must live longer.
    explicit ChronologyModel(Project &project, QObject *parent = nullptr);

    /// Before the chronology changes: what reads it stops.
    void stop() { m_order.stop(); }
    /// The chronology is another one, or has changed; with what the filter says of it.
    void setChronology(std::shared_ptr<const Chronology> chronology, std::shared_ptr<const Matches> matches);
    /// Only the filter has changed.
    void setMatches(std::shared_ptr<const Matches> matches);
    /// Forgets what was read of rows that an edit may have changed.
    void forget(const Changes &changes);

    [[nodiscard]] Id<Event> idAt(int row) const;
    [[nodiscard]] int rowOf(Id<Event> id) const; ///< -1 when it is not shown
    [[nodiscard]] QString textAt(int row, ChronologyColumn column) const;
    [[nodiscard]] const QList<Lane> &lanes() const { return m_chronology->lanes(); }
    [[nodiscard]] ChronologyColumn sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }
    [[nodiscard]] bool isSorting() const { return m_order.isRunning(); }

    /// One action of the user: a column of several events takes a value, of the kind that EditRole has. What cannot be
    /// taken is told by failed().
    bool change(const QList<Id<Event>> &ids, ChronologyColumn column, const QVariant &value);
    [[nodiscard]] static bool isEditable(ChronologyColumn column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void failed(const redoubt::Error &error) const;

private:
    [[nodiscard]] const ChronologyRow &row(int row) const;
    [[nodiscard]] QVariant editValue(const ChronologyRow &row, ChronologyColumn column) const;
    [[nodiscard]] QString laneTitle(int row) const;
    [[nodiscard]] Truth truth(int row) const;
    [[nodiscard]] QString toolTip(int row, ChronologyColumn column) const;
    void putInOrder();
    void takeOrder(Result<std::vector<int>> rows);
    /// The ids in the order of `rows`, of all that the filter lets pass.
    [[nodiscard]] std::vector<qint64> shownOf(const std::vector<int> &rows) const;
    [[nodiscard]] std::vector<qint64> asTheyStood() const;
    void show(std::vector<qint64> ids);

    Project &m_project;
    NewestRead m_order;
    std::shared_ptr<const Chronology> m_chronology;
    std::shared_ptr<const Matches> m_matches;
    ChronologyColumn m_sortColumn = ChronologyColumn::Date;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<int> m_rows;     ///< of the chronology in ascending order; empty for that of time, or while none is known
    bool m_isInOrder = true;     ///< m_rows is of this chronology and column
    std::vector<qint64> m_ids;   ///< of the rows shown
    mutable QHash<Id<Event>, ChronologyRow> m_read;
};

} // namespace redoubt
