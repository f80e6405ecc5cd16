#include "ui/watchlist/watchlistmodel.h"

#include "app/watchlist/due.h"
#include "ui/watchlist/watchtext.h"
#include "ui/workbench/draggedtext.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// With more changes than this a view is faster when it starts anew.
constexpr qsizetype mostSteps = 200;

} // namespace

WatchListModel::WatchListModel(Project &project, QObject *parent)
    : QAbstractListModel(parent)
    , m_project(project)
    , m_today(QDate::currentDate())
{
    connect(&project, &Project::changed, this, &WatchListModel::follow);
}

Result<> WatchListModel::reload()
{
    auto list = indicators(m_project.reader());
    const QList<Indicator> before = std::exchange(m_all, list ? *list : QList<Indicator>());
    QSet<Id<Indicator>> altered;
    QHash<Id<Indicator>, const Indicator *> old;
    for (const Indicator &indicator : before)
        old.insert(indicator.id, &indicator);
    for (const Indicator &indicator : std::as_const(m_all)) {
        const Indicator *known = old.value(indicator.id);
        if (known && *known != indicator)
            altered.insert(indicator.id);
    }
    arrange(altered);
    return list ? Result<>() : Result<>(failure(list));
}

void WatchListModel::follow(const Changes &changes)
{
    if (!changes.touchesAny({u"indicator", u"outcome", u"forecast", u"indicator_event"}))
        return;
    if (auto read = reload(); !read)
        Q_EMIT failed(read.error());
}

void WatchListModel::setFilter(const WatchFilter &filter)
{
    if (std::exchange(m_filter, filter) != filter)
        arrange();
}

void WatchListModel::setToday(QDate today)
{
    if (std::exchange(m_today, today) == today)
        return;
    arrange();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void WatchListModel::setResolvedShown(bool shown)
{
    if (std::exchange(m_resolvedShown, shown) != shown)
        arrange({Id<Indicator>()});
}

void WatchListModel::setRelated(const QSet<Id<Indicator>> &related)
{
    const QSet<Id<Indicator>> before = std::exchange(m_related, related);
    for (int row = 0; row < rowCount(); ++row) {
        if (before.contains(m_rows[row]) != related.contains(m_rows[row]))
            Q_EMIT dataChanged(index(row), index(row), {RelatedRole});
    }
}

const Indicator *WatchListModel::find(Id<Indicator> id) const
{
    const qsizetype place = m_places.value(id, -1);
    return place < 0 ? nullptr : &m_all[place];
}

int WatchListModel::overdue() const
{
    return int(std::ranges::count_if(m_all, [this](const Indicator &indicator) { return isOverdue(indicator, m_today); }));
}

QModelIndex WatchListModel::indexOf(Id<Indicator> id) const
{
    const qsizetype row = id.isValid() ? m_rows.indexOf(id) : -1;
    return row < 0 ? QModelIndex() : index(int(row));
}

const Indicator *WatchListModel::at(const QModelIndex &index) const
{
    return index.isValid() ? find(m_rows.value(index.row())) : nullptr;
}

QList<Id<Indicator>> WatchListModel::wanted()
{
    QList<Id<Indicator>> open;
    QList<Id<Indicator>> resolved;
    for (const Indicator &indicator : std::as_const(m_all)) {
        if (m_filter.passes(indicator, m_today))
            (indicator.isResolved() ? resolved : open).append(indicator.id);
    }
    m_resolvedPassing = int(resolved.size());
    m_passing = int(open.size() + resolved.size());
    if (m_filter.status == WatchFilter::Status::Resolved)
        return resolved;
    if (!resolved.isEmpty())
        open.append(Id<Indicator>());
    return m_resolvedShown ? open + resolved : open;
}

void WatchListModel::arrange(const QSet<Id<Indicator>> &altered)
{
    std::ranges::sort(m_all, watchedBefore);
    m_places.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i)
        m_places.insert(m_all[i].id, i);
    const int resolvedBefore = m_resolvedPassing;
    const QList<Id<Indicator>> rows = wanted();
    const QSet<Id<Indicator>> stay(rows.begin(), rows.end());
    const bool foldAltered = resolvedBefore != m_resolvedPassing;

    if (qAbs(rows.size() - m_rows.size()) > mostSteps) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (stay.contains(m_rows[row]))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < int(rows.size()); ++row) {
        if (row < rowCount() && m_rows[row] == rows[row])
            continue;
        const int from = int(m_rows.indexOf(rows[row], row));
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, rows[row]);
            endInsertRows();
        } else {
            beginMoveRows({}, from, from, {}, row);
            m_rows.move(from, row);
            endMoveRows();
        }
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (altered.contains(m_rows[row]) || (foldAltered && !m_rows[row].isValid()))
            Q_EMIT dataChanged(index(row), index(row));
    }
}

int WatchListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant WatchListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Indicator *indicator = at(index);
    if (!indicator) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return tr("%Ln resolved", nullptr, m_resolvedPassing);
        return role == FoldRole ? QVariant(m_resolvedShown) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return indicator->title;
    case Qt::ToolTipRole:
        return watchtext::toolTip(*indicator);
    case Qt::AccessibleTextRole:
        return watchtext::spoken(*indicator, m_today);
    case Qt::CheckStateRole:
        return indicator->isResolved() ? Qt::Checked : Qt::Unchecked;
    case IndicatorRole:
        return QVariant::fromValue(indicator);
    case RelatedRole:
        return m_related.contains(indicator->id);
    default:
        return {};
    }
}

Qt::ItemFlags WatchListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return at(index) ? all | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled : all;
}

QStringList WatchListModel::mimeTypes() const
{
    return {u"text/plain"_s};
}

QMimeData *WatchListModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList links;
    for (const QModelIndex &index : indexes) {
        if (const Indicator *indicator = at(index))
            links.append(projectLink(indicator->title, u"indicator:"_s + indicator->key));
    }
    return draggedText(links.join(u' '));
}

} // namespace redoubt
