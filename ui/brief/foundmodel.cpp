#include "ui/brief/foundmodel.h"

#include <algorithm>
#include <numeric>

namespace redoubt {

void FoundModel::setPlaces(QList<PlacesInBrief> briefs, bool replaces)
{
    QList<QList<bool>> ticks;
    for (const PlacesInBrief &brief : std::as_const(briefs)) {
        const auto before = std::ranges::find(m_briefs, brief.brief, &PlacesInBrief::brief);
        const bool isSame = before != m_briefs.end() && before->text == brief.text
            && std::ranges::equal(before->places, brief.places, {}, &Replacement::range, &Replacement::range);
        ticks.append(isSame ? m_ticks[before - m_briefs.begin()] : QList<bool>(brief.places.size(), true));
    }
    beginResetModel();
    m_briefs = std::move(briefs);
    m_ticks = std::move(ticks);
    m_replaces = replaces;
    endResetModel();
}

QList<PlacesInBrief> FoundModel::ticked() const
{
    QList<PlacesInBrief> chosen;
    for (qsizetype brief = 0; brief < m_briefs.size(); ++brief) {
        PlacesInBrief places = m_briefs[brief];
        places.places.clear();
        for (qsizetype place = 0; place < m_ticks[brief].size(); ++place) {
            if (m_ticks[brief][place])
                places.places.append(m_briefs[brief].places[place]);
        }
        if (!places.places.isEmpty())
            chosen.append(std::move(places));
    }
    return chosen;
}

qsizetype FoundModel::placeCount() const
{
    return std::accumulate(m_briefs.begin(), m_briefs.end(), qsizetype(0),
        [](qsizetype sum, const PlacesInBrief &brief) { return sum + brief.places.size(); });
}

qsizetype FoundModel::tickedCount() const
{
    return std::accumulate(m_ticks.begin(), m_ticks.end(), qsizetype(0),
        [](qsizetype sum, const QList<bool> &ticks) { return sum + ticks.count(true); });
}

QModelIndex FoundModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex FoundModel::parent(const QModelIndex &index) const
{
    return index.isValid() && isPlace(index) ? createIndex(int(index.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int FoundModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_briefs.size());
    return isPlace(parent) || parent.column() > 0 ? 0 : int(m_briefs[parent.row()].places.size());
}

int FoundModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant FoundModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return isPlace(index) ? placeData(qsizetype(index.internalId()) - 1, index.row(), role) : briefData(index.row(), role);
}

QVariant FoundModel::briefData(qsizetype brief, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %n places", nullptr, int(m_briefs[brief].places.size())).arg(m_briefs[brief].title);
    case Qt::CheckStateRole: {
        const qsizetype ticked = tickedIn(brief);
        return ticked == 0 ? Qt::Unchecked : ticked == m_ticks[brief].size() ? Qt::Checked : Qt::PartiallyChecked;
    }
    default:
        return {};
    }
}

QVariant FoundModel::placeData(qsizetype brief, qsizetype place, int role) const
{
    const Replacement &replacement = m_briefs[brief].places[place];
    const auto inLine = [&] { return placeInLine(m_briefs[brief].text, replacement.range); };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const PlaceInLine around = inLine();
        return QString(around.before + around.found + around.behind);
    }
    case Qt::CheckStateRole:
        return m_ticks[brief][place] ? Qt::Checked : Qt::Unchecked;
    case BeforeRole:
        return inLine().before;
    case FoundRole:
        return inLine().found;
    case BehindRole:
        return inLine().behind;
    case ReplacementRole:
        return m_replaces ? QVariant(replacement.text) : QVariant();
    default:
        return {};
    }
}

bool FoundModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const bool ticked = value.toInt() != Qt::Unchecked;
    const QModelIndex brief = isPlace(index) ? parent(index) : index;
    if (isPlace(index))
        m_ticks[brief.row()][index.row()] = ticked;
    else
        m_ticks[brief.row()].fill(ticked);
    Q_EMIT dataChanged(brief, brief, {Qt::CheckStateRole});
    const int last = rowCount(brief) - 1;
    if (isPlace(index))
        Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    else
        Q_EMIT dataChanged(this->index(0, 0, brief), this->index(last, 0, brief), {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags FoundModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

} // namespace redoubt
