#include "app/project/references.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Reference
{
    QString table;
    QString column;
};

Result<QList<Reference>> referencesTo(const Reader &reader, const QString &table, const QStringList &except)
{
    auto all = reader.all(u"SELECT l.name, k.\"from\" FROM pragma_table_list l JOIN pragma_foreign_key_list(l.name) k "
                          "WHERE l.schema = 'main' AND k.\"table\" = ? ORDER BY l.name, k.\"from\""_s,
        {table}, [](const QSqlQuery &row) { return Reference{row.value(0).toString(), row.value(1).toString()}; });
    if (all)
        all->removeIf([&](const Reference &reference) { return except.contains(reference.table); });
    return all;
}

} // namespace

Result<References> References::to(const Reader &reader, const QString &table, const QStringList &except)
{
    const auto all = referencesTo(reader, table, except);
    if (!all)
        return failure(all);
    References references;
    QStringList counts;
    for (const Reference &reference : *all)
        counts.append(u"(SELECT count(*) FROM \"%1\" WHERE \"%2\" = ?)"_s.arg(reference.table, reference.column));
    references.m_values = int(counts.size());
    if (!counts.isEmpty())
        references.m_sql = u"SELECT "_s + counts.join(u" + "_s);
    return references;
}

Result<qint64> References::count(const Reader &reader, qint64 id) const
{
    if (m_sql.isEmpty())
        return 0;
    return reader.number(m_sql, QVariantList(m_values, id));
}

Result<> moveReferences(Writer &writer, const QString &table, qint64 from, qint64 to, const QStringList &except)
{
    const auto all = referencesTo(writer, table, except);
    if (!all)
        return failure(all);
    for (const Reference &reference : *all) {
        auto moved = writer.run(
            u"UPDATE OR IGNORE \"%1\" SET \"%2\" = ? WHERE \"%2\" = ?"_s.arg(reference.table, reference.column), {to, from});
        if (!moved)
            return moved;
    }
    return {};
}

} // namespace redoubt
