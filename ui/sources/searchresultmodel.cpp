#include "ui/sources/searchresultmodel.h"

namespace redoubt {

int SearchResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_things.size());
}

QVariant SearchResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FoundThing &thing = m_things.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return thing.result.title;
    case Qt::ToolTipRole:
        return foundtext::toolTip(thing);
    case Qt::AccessibleTextRole:
        return foundtext::spoken(thing);
    case FoundRole:
        return QVariant::fromValue(thing);
    default:
        return {};
    }
}

void SearchResultModel::setThings(const QList<FoundThing> &things)
{
    if (m_things == things)
        return;
    beginResetModel();
    m_things = things;
    endResetModel();
}

int SearchResultModel::rowOf(const SearchResult &result) const
{
    const auto found = std::ranges::find_if(m_things,
        [&](const FoundThing &thing) { return thing.result.kind == result.kind && thing.result.id == result.id; });
    return found == m_things.cend() ? -1 : int(found - m_things.cbegin());
}

} // namespace redoubt
