#include "app/timeline/eventsearch.h"

#include "app/project/fulltext.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

EventName readName(const QSqlQuery &row)
{
    return {{row.value(0).toLongLong()}, row.value(1).toString(), row.value(2).toString()};
}

/// `sql` is a literal that gives ids.
Result<QSet<qint64>> idsOf(const Reader &reader, const QString &sql, const QVariantList &values)
{
    QSet<qint64> ids;
    const auto read = reader.eachRaw(sql, values, [&](const RawRow &row) {
        ids.insert(row.number(0));
        return true;
    });
    return read ? Result<QSet<qint64>>(std::move(ids)) : Result<QSet<qint64>>(failure(read));
}

} // namespace

Result<QList<EventName>> eventsCalled(const Reader &reader, const QString &text, int most)
{
    QStringList asked;
    for (const QString &part : text.left(1000).simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (const SoughtWords words = soughtWords(part, true); !words.words.isEmpty())
            asked.append(matchText(words));
    }
    if (asked.isEmpty())
        return QList<EventName>();
    return reader.all(u"SELECT event.id, event.title, event.date FROM event_search JOIN event ON event.id = event_search.rowid "
                      "WHERE event_search MATCH ? LIMIT ?"_s,
        {asked.join(u' '), most}, readName);
}

Result<QList<EventName>> eventsBefore(const Reader &reader, const Event &event, int most)
{
    const auto start = event.bounds.startLatest ? event.bounds.startLatest : event.bounds.endLatest;
    return reader.all(u"SELECT id, title, date FROM event WHERE start_earliest <= ? AND id <> ? "
                      "ORDER BY start_earliest DESC LIMIT ?"_s,
        {start.value_or(std::numeric_limits<qint64>::max()), event.id.number, most}, readName);
}

Result<QSet<qint64>> eventsWithin(const Reader &reader, const Bounds &span)
{
    return idsOf(reader, u"SELECT id FROM event WHERE date <> '' AND (start_earliest IS NULL OR start_earliest <= ?) "
                         "AND (end_latest IS NULL OR end_latest >= ?)"_s,
        {span.endLatest.value_or(std::numeric_limits<qint64>::max()), span.startEarliest.value_or(std::numeric_limits<qint64>::min())});
}

Result<QSet<qint64>> eventsRetracted(const Reader &reader, bool isRetracted)
{
    return idsOf(reader, u"SELECT id FROM event WHERE (certainty = 'retracted') = ?"_s, {int(isRetracted)});
}

} // namespace redoubt
