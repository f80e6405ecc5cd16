#include "app/timeline/import/rowfeed.h"

#include "app/base/words.h"
#include "app/project/key.h"

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostReady = 4;

} // namespace

void PackedTexts::append(QByteArrayView utf8)
{
    m_bytes.append(utf8);
    m_ends.append(m_bytes.size());
}

void PackedTexts::pack(const ImportedEvent &event)
{
    const QByteArray title = event.title.toUtf8();
    const QByteArray place = event.place.toUtf8();
    const QByteArray summary = event.summary.toUtf8();
    for (const QByteArray &text : {event.externalId.toUtf8(), event.key.toUtf8(), title, event.date.toUtf8(), place, summary, searchWords(title),
             searchWords(place), searchWords(summary)})
        append(text);
    for (const QString &actor : event.actors)
        append(actor.toUtf8());
}

QByteArrayView PackedTexts::at(qsizetype text) const
{
    const qsizetype start = text == 0 ? 0 : m_ends.at(text - 1);
    return QByteArrayView(m_bytes).sliced(start, m_ends.at(text) - start);
}

RowFeed::RowFeed(EventImporter &importer, const QString &keyPrefix)
    : m_importer(importer)
    , m_keyPrefix(keyPrefix)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

RowFeed::~RowFeed()
{
    m_thread.request_stop();
    m_moved.notify_all();
}

void RowFeed::prepare(FedRow &fed)
{
    ImportedEvent &event = fed.row.event;
    tidy(event);
    fed.print = fingerprint(event);
    fed.print.references = quint32(event.sources.size());
    nameRow(fed);
    fed.texts.pack(event);
}

void RowFeed::nameRow(FedRow &fed)
{
    ImportedEvent &event = fed.row.event;
    if (!event.externalId.isEmpty()) {
        if (event.key.isEmpty())
            event.key = keyFrom(m_keyPrefix + u' ' + event.externalId);
        return;
    }
    // What the row is about; its other fields may change from one version to the next.
    using enum Fingerprint::Field;
    const quint64 name = fed.print.of(Title) ^ (fed.print.of(Date) * 3) ^ (fed.print.of(Place) * 5);
    const int before = m_same[name]++;
    event.externalId = u"%1-%2"_s.arg(name, 16, 16, QChar(u'0')).arg(before);
}

void RowFeed::run(const std::stop_token &stop)
{
    bool more = true;
    while (more && !stop.stop_requested()) {
        std::vector<FedRow> batch;
        batch.reserve(batchSize);
        Result<> end;
        while (more && batch.size() < batchSize && !stop.stop_requested()) {
            FedRow fed;
            const auto read = m_importer.next(fed.row);
            more = read && *read;
            if (!read)
                end = failure(read);
            if (!more)
                break;
            if (fed.row.problem.isEmpty() && !fed.row.isRemark)
                prepare(fed);
            batch.push_back(std::move(fed));
        }
        m_progress = m_importer.progress();
        std::vector<std::vector<FedRow>> spent;
        std::unique_lock lock(m_mutex);
        m_moved.wait(lock, stop, [this] { return m_ready.size() < mostReady; });
        spent.swap(m_spent);
        if (!batch.empty())
            m_ready.push_back(std::move(batch));
        m_end = end;
        m_ended = !more;
        m_moved.notify_all();
    }
}

Result<> RowFeed::next(std::vector<FedRow> &batch)
{
    std::unique_lock lock(m_mutex);
    m_spent.push_back(std::move(batch));
    batch.clear();
    m_moved.wait(lock, [this] { return !m_ready.empty() || m_ended; });
    if (m_ready.empty())
        return m_end;
    batch = std::move(m_ready.front());
    m_ready.pop_front();
    m_moved.notify_all();
    return {};
}

} // namespace redoubt
