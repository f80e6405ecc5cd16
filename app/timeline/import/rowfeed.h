#pragma once

#include "app/base/job.h"
#include "app/timeline/import/eventimporter.h"
#include "app/timeline/import/fingerprint.h"

#include <QVarLengthArray>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace redoubt {

/// The texts of an event in UTF-8, end to end: the thread that writes only reads what lies in one row.
class PackedTexts
{
public:
    /// `…Words` are those of the full-text index; the actors follow each other from FirstActor on.
    enum Text { ExternalId, Key, Title, Date, Place, Summary, TitleWords, PlaceWords, SummaryWords, FirstActor };

    void pack(const ImportedEvent &event);
    [[nodiscard]] QByteArrayView at(qsizetype text) const;

private:
    void append(QByteArrayView utf8);

    QByteArray m_bytes;
    QVarLengthArray<qsizetype, FirstActor + 4> m_ends;
};

/// A row that is ready to be written.
struct FedRow
{
    ImportedRow row;
    Fingerprint print;
    PackedTexts texts;
};

/// Reads an importer to its end on a thread of its own, a few batches ahead of the one who writes: reading a row costs about
/// as much as writing it. Rows without a name of their own get one from what they say.
class RowFeed
{
public:
    static constexpr size_t batchSize = 1000;

    /// `keyPrefix` begins the keys of events that have an external id.
    RowFeed(EventImporter &importer, const QString &keyPrefix);
    ~RowFeed();
    RowFeed(const RowFeed &) = delete;
    RowFeed &operator=(const RowFeed &) = delete;

    /// Puts the next rows in the order of the file in place of those that have been written, which are cleared away on the thread
    /// that made them; none at the end.
    Result<> next(std::vector<FedRow> &batch);

    /// 0 to 1.
    [[nodiscard]] double progress() const { return m_progress; }

private:
    void run(const std::stop_token &stop);
    void prepare(FedRow &fed);
    void nameRow(FedRow &fed);

    EventImporter &m_importer;
    QString m_keyPrefix;
    QHash<quint64, int> m_same; ///< what rows without a name say → how many of them said it before
    std::mutex m_mutex;
    std::condition_variable_any m_moved;
    std::deque<std::vector<FedRow>> m_ready;
    std::vector<std::vector<FedRow>> m_spent;
    Result<> m_end;
    bool m_ended = false;
    std::atomic<double> m_progress = 0;
    std::jthread m_thread; ///< last: it uses all the others
};

} // namespace redoubt
