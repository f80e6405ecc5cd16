#include "tests/project/randomedits.h"

#include "app/base/id.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

const QStringList tables{u"project"_s, u"tag"_s, u"tagging"_s, u"lane"_s, u"event"_s, u"event_actor"_s, u"link"_s,
    u"saved_filter"_s, u"source"_s, u"origin"_s, u"capture"_s, u"excerpt"_s, u"event_source"_s, u"brief"_s, u"project_word"_s, u"revision"_s, u"rating"_s,
    u"indicator"_s, u"indicator_event"_s, u"outcome"_s, u"forecast"_s, u"observation"_s, u"data_set"_s, u"data_row"_s, u"not_same"_s,
    u"not_same_source"_s, u"feed"_s, u"feed_item"_s, u"ignored"_s};

Result<> refusedIsFine(Result<> result)
{
    return !result && result.error().kind == Error::Kind::Refused ? Result<>() : result;
}

} // namespace

RandomEdits::RandomEdits(quint32 seed)
    : m_random(seed)
{
}

QString RandomEdits::word()
{
    return oneOf({u"drone"_s, u"Galați"_s, u"“line”"_s, u"naïve"_s, u"北"_s, u"it's"_s, u""_s, u"a\nb"_s, u"😀"_s});
}

QString RandomEdits::name()
{
    return u"%1 %2"_s.arg(word(), QString::number(++m_number % 40));
}

QVariant RandomEdits::anyOf(const Reader &reader, const QString &table, bool mayBeNone)
{
    if (mayBeNone && below(3) == 0)
        return {};
    const qint64 count = reader.number(u"SELECT count(*) FROM "_s + table).value();
    if (count == 0)
        return {};
    return reader.number(u"SELECT id FROM %1 ORDER BY id LIMIT 1 OFFSET ?"_s.arg(table), {below(int(count))}).value();
}

QList<RandomEdits::Column> RandomEdits::row(const Reader &r, const QString &table)
{
    const bool ofEvent = below(2) == 0;
    if (table == "project"_L1)
        return {{u"title"_s, name()}, {u"time_zone"_s, word()}};
    if (table == "tag"_L1)
        return {{u"name"_s, name()}};
    if (table == "tagging"_L1) {
        const QString kind = oneOf({u"event"_s, u"source"_s, u"excerpt"_s, u"brief"_s, u"indicator"_s});
        return {{u"tag_id"_s, anyOf(r, u"tag"_s)}, {u"kind"_s, kind}, {u"item"_s, anyOf(r, kind)}};
    }
    if (table == "lane"_L1)
        return {{u"key"_s, name()}, {u"title"_s, name()}, {u"colour"_s, below(10)}, {u"position"_s, below(5)}};
    if (table == "event"_L1) {
        return {{u"key"_s, name()}, {u"title"_s, name()}, {u"date"_s, u"2022"_s}, {u"summary"_s, word()},
            {u"start_earliest"_s, ofEvent ? QVariant(below(1000)) : QVariant()}, {u"lane_id"_s, anyOf(r, u"lane"_s, true)},
            {u"latitude"_s, below(100) / 1.5}, {u"longitude"_s, below(190)},
            {u"certainty"_s, oneOf({u"confirmed"_s, u"disputed"_s, u"no such"_s})}};
    }
    if (table == "event_actor"_L1)
        return {{u"event_id"_s, anyOf(r, u"event"_s)}, {u"position"_s, below(4)}, {u"name"_s, word()}};
    if (table == "link"_L1) {
        return {{u"from_event"_s, anyOf(r, u"event"_s)}, {u"to_event"_s, anyOf(r, u"event"_s)},
            {u"kind"_s, oneOf({u"response to"_s, u"escalates"_s})}, {u"note"_s, word()}};
    }
    if (table == "saved_filter"_L1)
        return {{u"name"_s, name()}, {u"query"_s, word()}, {u"position"_s, below(5)}};
    if (table == "source"_L1)
        return {{u"key"_s, name()}, {u"title"_s, name()}, {u"author"_s, word()}, {u"credibility"_s, 1 + below(6)}};
    if (table == "origin"_L1)
        return {{u"source_id"_s, anyOf(r, u"source"_s)}, {u"repeats_id"_s, anyOf(r, u"source"_s)}};
    if (table == "capture"_L1) {
        return {{u"source_id"_s, anyOf(r, u"source"_s)}, {u"captured_at"_s, u"2026"_s}, {u"status"_s, below(600)},
            {u"bytes"_s, name().toUtf8()}, {u"sha256"_s, QString(64, u'a')}, {u"text"_s, name()}};
    }
    if (table == "excerpt"_L1) {
        return {{u"capture_id"_s, anyOf(r, u"capture"_s)}, {u"exact"_s, name()}, {u"start"_s, below(5)}, {u"\"end\""_s, below(9)},
            {u"note"_s, word()}};
    }
    if (table == "event_source"_L1) {
        return {{u"event_id"_s, anyOf(r, u"event"_s)}, {u"source_id"_s, anyOf(r, u"source"_s)},
            {u"excerpt_id"_s, anyOf(r, u"excerpt"_s, true)}};
    }
    if (table == "brief"_L1)
        return {{u"key"_s, name()}, {u"title"_s, name()}, {u"text"_s, name()}};
    if (table == "project_word"_L1)
        return {{u"word"_s, name()}, {u"brief_id"_s, anyOf(r, u"brief"_s, true)}};
    if (table == "revision"_L1)
        return {{u"brief_id"_s, anyOf(r, u"brief"_s)}, {u"at"_s, u"2026"_s}, {u"text"_s, name()}};
    if (table == "ignored"_L1) {
        return {{u"brief_id"_s, anyOf(r, u"brief"_s)}, {u"rule"_s, name()}, {u"exact"_s, word()}, {u"prefix"_s, word()},
            {u"suffix"_s, word()}, {u"reason"_s, word()}, {u"at"_s, u"2026"_s}};
    }
    if (table == "rating"_L1) {
        return {{u"brief_id"_s, anyOf(r, u"brief"_s)}, {u"reading"_s, word()}, {u"value"_s, below(5) - 2},
            {u"event_id"_s, ofEvent ? anyOf(r, u"event"_s) : QVariant()},
            {u"source_id"_s, ofEvent ? QVariant() : anyOf(r, u"source"_s)}};
    }
    if (table == "indicator"_L1)
        return {{u"key"_s, name()}, {u"title"_s, name()}, {u"resolved_at"_s, word()}};
    if (table == "indicator_event"_L1)
        return {{u"indicator_id"_s, anyOf(r, u"indicator"_s)}, {u"event_id"_s, anyOf(r, u"event"_s)}};
    if (table == "outcome"_L1)
        return {{u"indicator_id"_s, anyOf(r, u"indicator"_s)}, {u"label"_s, word()}, {u"occurred"_s, below(2)}};
    if (table == "forecast"_L1)
        return {{u"outcome_id"_s, anyOf(r, u"outcome"_s)}, {u"at"_s, u"2026"_s}, {u"probability"_s, below(11) / 10.0}};
    if (table == "data_set"_L1)
        return {{u"name"_s, name()}, {u"format"_s, u"csv"_s}, {u"file"_s, word()}};
    if (table == "data_row"_L1) {
        return {{u"data_set_id"_s, anyOf(r, u"data_set"_s)}, {u"external_id"_s, name()}, {u"event_id"_s, anyOf(r, u"event"_s, true)},
            {u"raw"_s, name()}, {u"imported"_s, name().toUtf8()}};
    }
    if (table == "not_same"_L1)
        return {{u"event_id"_s, anyOf(r, u"event"_s)}, {u"other_id"_s, anyOf(r, u"event"_s)}};
    if (table == "not_same_source"_L1)
        return {{u"source_id"_s, anyOf(r, u"source"_s)}, {u"other_id"_s, anyOf(r, u"source"_s)}};
    if (table == "feed"_L1)
        return {{u"address"_s, name()}, {u"title"_s, name()}, {u"folder"_s, word()}, {u"problem"_s, word()}, {u"gone"_s, below(2)}};
    if (table == "feed_item"_L1) {
        return {{u"feed_id"_s, anyOf(r, u"feed"_s)}, {u"item"_s, name()}, {u"summary"_s, word()},
            {u"state"_s, oneOf({u"new"_s, u"read"_s, u"kept"_s, u"no such"_s})}, {u"source_id"_s, anyOf(r, u"source"_s, true)}};
    }
    return {{u"indicator_id"_s, anyOf(r, u"indicator"_s)}, {u"at"_s, u"2026"_s}, {u"note"_s, name()},
        {u"event_id"_s, anyOf(r, u"event"_s, true)}, {u"source_id"_s, anyOf(r, u"source"_s, true)}};
}

Result<> RandomEdits::insert(Writer &writer, const QString &table)
{
    QStringList columns{u"id"_s};
    QVariantList values{table == "project"_L1 ? 1 : newIdNumber()};
    for (const Column &column : row(writer, table)) {
        columns.append(column.name);
        values.append(column.value);
    }
    return writer.insert(table, columns, values);
}

Result<> RandomEdits::update(Writer &writer, const QString &table)
{
    QStringList columns;
    QVariantList values;
    for (const Column &column : row(writer, table)) {
        if (below(3) != 0)
            continue;
        columns.append(column.name);
        values.append(column.value);
    }
    const QVariant id = anyOf(writer, table);
    return columns.isEmpty() || id.isNull() ? Result<>() : writer.update(table, id.toLongLong(), columns, values);
}

Result<> RandomEdits::remove(Writer &writer, const QString &table)
{
    return table == "project"_L1 ? Result<>() : writer.remove(table, anyOf(writer, table).toLongLong());
}

Result<> RandomEdits::exchangeKeys(Writer &writer, const QString &table)
{
    const QVariant first = anyOf(writer, table);
    const QVariant second = anyOf(writer, table);
    if (first.isNull() || first == second)
        return {};
    const auto key = [&](const QVariant &id) {
        return writer.first(u"SELECT key FROM %1 WHERE id = ?"_s.arg(table), {id},
            [](const QSqlQuery &row) { return row.value(0).toString(); }).value().value();
    };
    const QString firstKey = key(first);
    const QString secondKey = key(second);
    auto done = writer.update(table, first.toLongLong(), {u"key"_s}, {u"meanwhile"_s});
    if (done)
        done = writer.update(table, second.toLongLong(), {u"key"_s}, {firstKey});
    return done ? writer.update(table, first.toLongLong(), {u"key"_s}, {secondKey}) : done;
}

Result<> RandomEdits::change(Writer &writer)
{
    const QString table = oneOf(tables);
    switch (below(10)) {
    case 0:
    case 1:
        return refusedIsFine(update(writer, table));
    case 2:
        return refusedIsFine(remove(writer, table));
    case 3:
        return exchangeKeys(writer, oneOf({u"lane"_s, u"event"_s, u"source"_s, u"brief"_s}));
    default:
        return refusedIsFine(insert(writer, table));
    }
}

Result<> RandomEdits::type(Writer &writer)
{
    const QVariant brief = anyOf(writer, u"brief"_s);
    if (brief.isNull())
        return {};
    if (below(3) == 0) {
        auto kept = writer.insert(u"revision"_s, {u"id"_s, u"brief_id"_s, u"at"_s, u"text"_s},
            {newIdNumber(), brief, u"2026"_s, u"typed "_s + name()});
        if (!kept)
            return kept;
    }
    return writer.update(u"brief"_s, brief.toLongLong(), {u"text"_s}, {u"typed "_s + name()});
}

} // namespace redoubt
