#pragma once

#include "app/project/project.h"
#include "ui/watchlist/watchfilter.h"

#include <QAbstractListModel>

namespace redoubt {

/// The watch list in its order: overdue first, then by date, open-ended ones next; then a line that says how many are resolved,
/// and behind it, when it is unfolded, these with the latest first. Follows the project; rows that stay are not reset.
class WatchListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IndicatorRole = Qt::UserRole, ///< const Indicator *, valid until the next change; null on the fold line
        RelatedRole,                  ///< whether it bears on what is chosen elsewhere
        FoldRole,                     ///< of the fold line: whether the resolved ones are shown
    };

    explicit WatchListModel(Project &project, QObject *parent = nullptr);

    /// Reads all again; the error leaves the model empty.
    Result<> reload();

    void setFilter(const WatchFilter &filter);
    [[nodiscard]] const WatchFilter &filter() const { return m_filter; }

    /// The day from which is counted; the current one at first.
    void setToday(QDate today);
    [[nodiscard]] QDate today() const { return m_today; }

    /// Resolved ones are folded away at first. A status filter for them shows them all the same.
    void setResolvedShown(bool shown);
    [[nodiscard]] bool isResolvedShown() const { return m_resolvedShown; }

    void setRelated(const QSet<Id<Indicator>> &related);

    /// All of the project, whatever is shown.
    [[nodiscard]] const QList<Indicator> &all() const { return m_all; }
    [[nodiscard]] const Indicator *find(Id<Indicator> id) const;
    /// How many pass the filter, folded or not.
    [[nodiscard]] int passing() const { return m_passing; }
    [[nodiscard]] int overdue() const;

    /// Invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(Id<Indicator> id) const;
    [[nodiscard]] const Indicator *at(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    /// A link to an indicator, as text.
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

Q_SIGNALS:
    void failed(const redoubt::Error &error);

private:
    void follow(const Changes &changes);
    /// The ids that should be shown, in order; no id stands for the fold line.
    [[nodiscard]] QList<Id<Indicator>> wanted();
    void arrange(const QSet<Id<Indicator>> &altered = {});

    Project &m_project;
    QDate m_today;
    WatchFilter m_filter;
    bool m_resolvedShown = false;
    int m_passing = 0;
    int m_resolvedPassing = 0;
    QList<Indicator> m_all; ///< in the order of the list
    QHash<Id<Indicator>, qsizetype> m_places; ///< in m_all
    QList<Id<Indicator>> m_rows;
    QSet<Id<Indicator>> m_related;
};

} // namespace redoubt
