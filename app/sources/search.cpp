#include "app/sources/search.h"

namespace redoubt {

namespace {

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

Result<QList<Source>> sourcesWithKey(const Reader &reader, const QString &part, int most)
{
    QStringList keys;
    const auto read = reader.each(u"SELECT key FROM source WHERE instr(lower(key), ?) ORDER BY key LIMIT ?"_s,
        {part.toLower(), most}, [&](const QSqlQuery &row) { keys.append(row.value(0).toString()); });
    if (!read)
        return failure(read);
    QList<Source> found;
    for (const QString &key : std::as_const(keys)) {
        const auto one = sourceByKey(reader, key);
        if (!one)
            return failure(one);
        if (*one)
            found.append(**one);
    }
    return found;
}

Result<QSet<qint64>> sourcesGraded(const Reader &reader, const QString &reliability, int credibility)
{
    return idsOf(reader, u"SELECT id FROM source WHERE ?1 IN ('', reliability) AND ?2 IN (0, credibility)"_s, {reliability, credibility});
}

Result<QSet<qint64>> sourcesOfType(const Reader &reader, SourceType type)
{
    return idsOf(reader, u"SELECT id FROM source WHERE type = ?"_s, {QString(sourceTypeNames.name(type))});
}

Result<QSet<qint64>> sourcesInLanguage(const Reader &reader, const QString &language)
{
    return idsOf(reader, u"SELECT id FROM source WHERE lower(language) = ?1 OR instr(lower(language), ?1 || '-') = 1"_s, {language});
}

Result<QSet<qint64>> sourcesRetracted(const Reader &reader, bool isRetracted)
{
    return idsOf(reader, u"SELECT id FROM source WHERE (status = 'retracted') = ?"_s, {int(isRetracted)});
}

Result<> eachPublished(const Reader &reader, const std::function<void(qint64, const QString &)> &visit)
{
    return reader.eachRaw(u"SELECT id, published FROM source WHERE published <> ''"_s, {}, [&](const RawRow &row) {
        visit(row.number(0), QString::fromUtf8(row.text(1)));
        return true;
    });
}

} // namespace redoubt
