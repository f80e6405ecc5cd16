#include "app/sources/sourcecard.h"

namespace redoubt {

namespace {

/// How each table that hangs on a source says on which.
QString rowsOf(const QString &table)
{
    if (table == "excerpt"_L1)
        return u"SELECT excerpt.id, capture.source_id FROM excerpt JOIN capture ON capture.id = capture_id"_s;
    Q_ASSERT(table == "capture"_L1 || table == "event_source"_L1 || table == "origin"_L1);
    return u"SELECT id, source_id FROM "_s + table;
}

void readCounts(SourceCard &card, const QSqlQuery &row)
{
    card.captures = row.value(1).toInt();
    card.capturedAt = QDateTime::fromString(row.value(2).toString(), Qt::ISODate);
    card.excerpts = row.value(3).toInt();
    card.events = row.value(4).toInt();
}

} // namespace

Result<QList<SourceCard>> sourceCards(const Reader &reader)
{
    const auto all = sources(reader);
    if (!all)
        return failure(all);
    QList<SourceCard> cards;
    QHash<qint64, qsizetype> places;
    cards.reserve(all->size());
    for (const Source &source : *all) {
        places.insert(source.id.number, cards.size());
        cards.append({.source = source, .capturedAt = {}});
    }
    const auto captured = reader.each(
        u"WITH passages AS (SELECT source_id, count(*) AS number FROM excerpt "
        "JOIN capture ON capture.id = capture_id GROUP BY source_id), "
        "said AS (SELECT source_id, count(*) AS number FROM event_source GROUP BY source_id), "
        "kept AS (SELECT source_id, count(*) AS number, max(captured_at) AS latest FROM capture GROUP BY source_id) "
        "SELECT source.id, coalesce(kept.number, 0), coalesce(latest, ''), coalesce(passages.number, 0), "
        "coalesce(said.number, 0) FROM source LEFT JOIN kept ON kept.source_id = source.id "
        "LEFT JOIN passages ON passages.source_id = source.id LEFT JOIN said ON said.source_id = source.id "
        "WHERE kept.number IS NOT NULL OR said.number IS NOT NULL"_s,
        {}, [&](const QSqlQuery &row) { readCounts(cards[places.value(row.value(0).toLongLong())], row); });
    if (!captured)
        return failure(captured);
    return cards;
}

Result<std::optional<SourceCard>> sourceCard(const Reader &reader, Id<Source> id)
{
    const auto found = source(reader, id);
    if (!found)
        return failure(found);
    if (!*found)
        return std::nullopt;
    SourceCard card{.source = **found, .capturedAt = {}};
    const auto counted = reader.each(
        u"WITH chosen(id) AS (SELECT ?) SELECT chosen.id, (SELECT count(*) FROM capture WHERE source_id = chosen.id), "
        "(SELECT coalesce(max(captured_at), '') FROM capture WHERE source_id = chosen.id), "
        "(SELECT count(*) FROM excerpt JOIN capture ON capture.id = capture_id WHERE source_id = chosen.id), "
        "(SELECT count(*) FROM event_source WHERE source_id = chosen.id) FROM chosen"_s,
        {id.number}, [&](const QSqlQuery &row) { readCounts(card, row); });
    if (!counted)
        return failure(counted);
    return card;
}

Result<QHash<qint64, Id<Source>>> sourcesOfRows(const Reader &reader, const QString &table)
{
    QHash<qint64, Id<Source>> owners;
    const auto read = reader.each(rowsOf(table), {}, [&](const QSqlQuery &row) {
        owners.insert(row.value(0).toLongLong(), {row.value(1).toLongLong()});
    });
    if (!read)
        return failure(read);
    return owners;
}

Result<Id<Source>> sourceOfRow(const Reader &reader, const QString &table, qint64 id)
{
    const auto found = reader.first(rowsOf(table) + u" WHERE %1.id = ?"_s.arg(table), {id},
        [](const QSqlQuery &row) { return Id<Source>{row.value(1).toLongLong()}; });
    if (!found)
        return failure(found);
    return found->value_or(Id<Source>());
}

} // namespace redoubt
