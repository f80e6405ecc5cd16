#include "app/project/schema.h"

#include "app/project/sqlite.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QStringList>

#include <sqlite3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace redoubt::schema {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::schema)
};

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One entry an object of the schema, sorted; white space is as the statement was written.
Result<QStringList> objects(sqlite3 *db)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(db, resource(u":/schema/listing/query.sql"_s).constData(), -1, &statement, nullptr) != SQLITE_OK)
        return std::unexpected(sqlite::error(db));
    QStringList lines;
    while (sqlite3_step(statement) == SQLITE_ROW)
        lines.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))));
    if (sqlite3_finalize(statement) != SQLITE_OK)
        return std::unexpected(sqlite::error(db));
    return lines;
}

/// What the last step's tables are is listed when Redoubt is built, so that opening a project needs no second database to
/// compare it with.
bool isAsListed(const QStringList &found, int step)
{
    return step == lastStep() && found.join(u'\n') == QString::fromUtf8(resource(u":/schema/listing/expected.txt"_s)).trimmed();
}

Result<QStringList> expectedObjects(int step)
{
    sqlite3 *raw = nullptr;
    sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> memory(raw, sqlite3_close);
    for (int i = 0; i < step; ++i) {
        if (auto made = sqlite::execute(raw, steps().at(i).constData()); !made)
            return failure(made);
    }
    return objects(raw);
}

/// The full-text indexes, each as it was made.
Result<QMap<QByteArray, QByteArray>> indexes(sqlite3 *db)
{
    static const char sql[] = "SELECT name, sql FROM sqlite_schema WHERE name GLOB '*_search' AND sql GLOB 'CREATE VIRTUAL*'";
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) != SQLITE_OK)
        return std::unexpected(sqlite::error(db));
    QMap<QByteArray, QByteArray> found;
    const auto text = [&](int column) { return QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(statement, column))); };
    while (sqlite3_step(statement) == SQLITE_ROW)
        found.insert(text(0), text(1));
    if (sqlite3_finalize(statement) != SQLITE_OK)
        return std::unexpected(sqlite::error(db));
    return found;
}

/// Runs the steps and fills the indexes that are new or other than before: the steps cannot, as they are run without
/// search_words too, to list what they make.
Result<> takeSteps(sqlite3 *db, const QByteArray &sql, const QString &what)
{
    const auto before = indexes(db);
    if (!before)
        return failure(before);
    if (auto done = sqlite::execute(db, sql.constData(), what); !done)
        return done;
    const auto after = indexes(db);
    if (!after)
        return failure(after);
    for (const auto &[name, made] : after->asKeyValueRange()) {
        if (before->value(name) == made)
            continue;
        const QByteArray filling = "INSERT INTO " + name + " (" + name + ") VALUES ('rebuild')";
        if (auto filled = sqlite::execute(db, filling.constData(), what); !filled)
            return filled;
    }
    return sqlite::execute(db, "COMMIT", what);
}

} // namespace

const QList<QByteArray> &steps()
{
    static const QList<QByteArray> all = [] {
        const QDir folder(u":/schema"_s);
        QList<QByteArray> texts;
        for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
            texts.append(resource(folder.filePath(name)));
        }
        return texts;
    }();
    return all;
}

int lastStep()
{
    return SCHEMA_STEPS;
}

Result<> migrate(sqlite3 *db, int target)
{
    auto version = sqlite::text(db, "PRAGMA user_version");
    if (!version)
        return failure(version);
    QByteArray sql = "BEGIN IMMEDIATE;\n";
    for (int step = version->toInt(); step < target; ++step)
        sql += steps().at(step) + '\n';
    sql += "PRAGMA user_version = " + QByteArray::number(target) + ";\n";
    sql += "PRAGMA application_id = " + QByteArray::number(applicationId) + ';';
    // A step may rewrite how a table was made.
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    auto done = takeSteps(db, sql, Words::tr("The project could not be brought to this version's format."));
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (!done)
        sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
    return done;
}

Result<> compare(sqlite3 *db, int step)
{
    const auto found = objects(db);
    if (!found)
        return failure(found);
    if (isAsListed(*found, step))
        return {};
    const auto expected = expectedObjects(step);
    if (!expected)
        return failure(expected);
    if (*found == *expected)
        return {};
    QString first;
    for (const QString &line : *found) {
        if (!expected->contains(line)) {
            first = line.section(u' ', 0, 1);
            break;
        }
    }
    return failure(Words::tr("The project was not opened."),
        first.isEmpty() ? Words::tr("A part of a project file is missing from it.")
                        : Words::tr("It holds something that Redoubt did not make (%1).").arg(first),
        Words::tr("It was changed by another program. Go back to a copy of it."), Error::Kind::Damaged);
}

} // namespace redoubt::schema
