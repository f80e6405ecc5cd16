#pragma once

#include "app/sources/capture/capturequeue.h"

#include <QAbstractListModel>

namespace redoubt {

/// The addresses of a queue as they are seen: in the order in which they came, without those that were cleared away. One that is
/// tried again keeps its place. All that goes into the queue goes through here.
class CaptureQueueModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ItemRole = Qt::UserRole, ///< CaptureItem
    };

    /// The queue must live longer.
    explicit CaptureQueueModel(CaptureQueue &queue, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const CaptureItem &item(int row) const { return m_queue.items().at(m_shown.at(row)); }

    /// Those that came into the queue behind its first `told` items.
    [[nodiscard]] QList<CaptureItem> since(qsizetype told) const;

    /// An address that is under way for the same source is not added twice.
    void add(const QString &address, Id<Source> source = {});
    void cancel(int row);
    void cancelAll();
    /// Only what has failed or was cancelled can be.
    [[nodiscard]] bool canTryAgain(int row) const;
    void tryAgain(int row);
    /// Takes away all that is over, or one of them.
    void clearOver();
    void clear(int row);

    [[nodiscard]] bool isRunning() const { return m_queue.isRunning(); }
    [[nodiscard]] bool hasOver() const;

private:
    void tell(qsizetype index);

    CaptureQueue &m_queue;
    QList<qsizetype> m_shown; ///< which of the queue's items stands in each row
};

} // namespace redoubt
