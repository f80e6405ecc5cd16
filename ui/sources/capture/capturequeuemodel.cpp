#include "ui/sources/capture/capturequeuemodel.h"

#include "ui/sources/capture/capturewords.h"

namespace redoubt {

CaptureQueueModel::CaptureQueueModel(CaptureQueue &queue, QObject *parent)
    : QAbstractListModel(parent)
    , m_queue(queue)
{
    connect(&queue, &CaptureQueue::changed, this, &CaptureQueueModel::tell);
}

int CaptureQueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant CaptureQueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaptureItem &shown = item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return capturewords::name(shown);
    case Qt::ToolTipRole:
        return capturewords::toolTip(shown);
    case Qt::AccessibleTextRole:
        return capturewords::spoken(shown);
    case ItemRole:
        return QVariant::fromValue(shown);
    default:
        return {};
    }
}

QList<CaptureItem> CaptureQueueModel::since(qsizetype told) const
{
    QList<CaptureItem> items;
    for (const qsizetype index : m_shown) {
        if (index >= told)
            items.append(m_queue.items().at(index));
    }
    return items;
}

void CaptureQueueModel::add(const QString &address, Id<Source> source)
{
    const auto url = fetchableAddress(address);
    const QString asked = url ? QString::fromLatin1(url->toEncoded()) : QString();
    const bool isUnderWay = std::ranges::any_of(m_queue.items(), [&](const CaptureItem &item) {
        return !item.isOver() && item.address == asked && (item.source == source || !source.isValid());
    });
    if (isUnderWay)
        return;
    const int row = int(m_shown.size());
    beginInsertRows({}, row, row);
    m_queue.add(address, source);
    m_shown.append(m_queue.items().size() - 1);
    endInsertRows();
}

void CaptureQueueModel::cancel(int row)
{
    m_queue.cancel(m_shown.at(row));
}

void CaptureQueueModel::cancelAll()
{
    m_queue.cancelAll();
}

bool CaptureQueueModel::canTryAgain(int row) const
{
    using State = CaptureItem::State;
    const State state = item(row).state;
    return state == State::Failed || state == State::Cancelled;
}

void CaptureQueueModel::tryAgain(int row)
{
    if (!canTryAgain(row))
        return;
    const CaptureItem before = item(row);
    m_queue.add(before.address, before.source);
    m_shown[row] = m_queue.items().size() - 1;
    Q_EMIT dataChanged(index(row), index(row));
}

void CaptureQueueModel::clear(int row)
{
    if (!item(row).isOver())
        return;
    beginRemoveRows({}, row, row);
    m_shown.removeAt(row);
    endRemoveRows();
}

void CaptureQueueModel::clearOver()
{
    for (int row = int(m_shown.size()) - 1; row >= 0; --row)
        clear(row);
}

bool CaptureQueueModel::hasOver() const
{
    return std::ranges::any_of(m_shown, [this](qsizetype index) { return m_queue.items().at(index).isOver(); });
}

void CaptureQueueModel::tell(qsizetype index)
{
    // What changes is mostly among the last.
    if (const qsizetype row = m_shown.lastIndexOf(index); row >= 0)
        Q_EMIT dataChanged(this->index(int(row)), this->index(int(row)));
}

} // namespace redoubt
