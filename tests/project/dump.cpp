#include "tests/project/dump.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QString textOf(const QVariant &value)
{
    if (value.isNull())
        return u"NULL"_s;
    if (value.typeId() == QMetaType::QByteArray)
        return QString::fromLatin1(value.toByteArray().toHex());
    return value.typeId() == QMetaType::QString ? u'\'' + value.toString() + u'\'' : value.toString();
}

} // namespace

Dump dump(const Reader &reader)
{
    Dump result;
    const auto tables = reader.all(
        u"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite%' AND name NOT IN ('history', 'history_part')"_s,
        {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!tables)
        qFatal("%s", qPrintable(tables.error().text()));
    for (const QString &table : *tables) {
        auto &rows = result[table];
        int columns = 0;
        const auto read = reader.each(u"SELECT id, * FROM "_s + table, {}, [&](const QSqlQuery &row) {
            // A record made for each of 100,000 rows is most of the time that a dump takes.
            if (columns == 0)
                columns = row.record().count();
            QStringList values;
            values.reserve(columns);
            for (int column = 1; column < columns; ++column)
                values.append(textOf(row.value(column)));
            rows.insert(row.value(0).toLongLong(), values.join(u", "_s));
        });
        if (!read)
            qFatal("%s", qPrintable(read.error().text()));
    }
    return result;
}

Changes changesBetween(const Dump &before, const Dump &after)
{
    Changes changes;
    for (const auto &[table, rows] : after.asKeyValueRange()) {
        const auto &old = before[table];
        for (const auto &[id, values] : rows.asKeyValueRange()) {
            if (old.value(id) != values)
                changes.rows[table].insert(id);
        }
        for (const auto &[id, values] : old.asKeyValueRange()) {
            if (!rows.contains(id))
                changes.rows[table].insert(id);
        }
    }
    return changes;
}

QString difference(const Dump &before, const Dump &after)
{
    QStringList lines;
    const Changes changes = changesBetween(before, after);
    for (const auto &[table, ids] : changes.rows.asKeyValueRange()) {
        for (const qint64 id : ids) {
            lines.append(u"%1 %2: %3 → %4"_s.arg(
                table, QString::number(id), before[table].value(id, u"-"_s), after[table].value(id, u"-"_s)));
        }
    }
    return lines.first(qMin(lines.size(), 8)).join(u'\n');
}

QByteArray sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : "not readable";
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

} // namespace redoubt
