#include "ui/sources/feeditemfilter.h"

#include "app/base/folding.h"

namespace redoubt {

FeedItemFilter::FeedItemFilter(FeedItemModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void FeedItemFilter::setText(const QString &text)
{
    if (std::exchange(m_text, text) == text)
        return;
    m_words.clear();
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        m_words.append(folded(word).toUtf8());
    invalidateRowsFilter();
}

void FeedItemFilter::setNewOnly(bool newOnly)
{
    m_newOnly = newOnly;
    forgetRead();
}

void FeedItemFilter::forgetRead()
{
    m_staying.clear();
    invalidateRowsFilter();
}

QModelIndex FeedItemFilter::indexOf(Id<FeedItem> id) const
{
    const int row = m_model.rowOf(id);
    return row < 0 ? QModelIndex() : mapFromSource(m_model.index(row));
}

Id<FeedItem> FeedItemFilter::at(const QModelIndex &index) const
{
    return index.isValid() ? m_model.row(mapToSource(index).row()).id : Id<FeedItem>();
}

int FeedItemFilter::nextNew(int row) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int candidate = (row + step) % count;
        if (m_model.row(mapToSource(index(candidate, 0)).row()).state == FeedItemState::New)
            return candidate;
    }
    return -1;
}

bool FeedItemFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const FeedRow &item = m_model.row(row);
    if (m_newOnly && item.state != FeedItemState::New && !m_staying.contains(item.id))
        return false;
    return std::ranges::all_of(m_words, [&](const QByteArray &word) { return item.searched.contains(word); });
}

} // namespace redoubt
