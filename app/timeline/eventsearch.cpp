#include "app/timeline/eventsearch.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

EventName readName(const QSqlQuery &row)
{
    return {{row.value(0).toLongLong()}, row.value(1).toString(), row.value(2).toString()};
}

} // namespace

Result<QList<EventName>> eventsCalled(const Reader &reader, const QString &text, int most)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}\\p{M}]+"_s);
    QStringList asked;
    for (const auto &match : word.globalMatch(text.left(1000)))
        asked.append(u'"' + match.captured() + u"\"*"_s);
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

} // namespace redoubt
