#include "app/project/changeset.h"
#include "app/project/historyparts.h"
#include "app/project/recorder.h"

#include <QTest>

#include <sqlite3.h>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *schema = "PRAGMA foreign_keys = ON;"
                               "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT, size REAL, body BLOB, "
                               "whole REFERENCES thing ON DELETE CASCADE);"
                               "CREATE TABLE note (id INTEGER PRIMARY KEY, name TEXT UNIQUE ON CONFLICT REPLACE);"
                               "CREATE TABLE history (id INTEGER PRIMARY KEY);"
                               "CREATE TRIGGER noted AFTER UPDATE OF size ON thing BEGIN "
                               "INSERT INTO note VALUES (new.id * 10, old.size || '>' || new.size); END;";

QString text(sqlite3_value *value)
{
    if (!value)
        return u"."_s;
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        return u"null"_s;
    case SQLITE_TEXT:
        return u"'%1'"_s.arg(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_value_text(value)), sqlite3_value_bytes(value)));
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
        return u"x"_s + QString::fromLatin1(QByteArray(bytes, sqlite3_value_bytes(value)).toHex());
    }
    case SQLITE_FLOAT:
        return QString::number(sqlite3_value_double(value), 'g', 17) + u"r"_s;
    default:
        return QString::number(sqlite3_value_int64(value));
    }
}

using Side = int (*)(sqlite3_changeset_iter *, int, sqlite3_value **);

QString record(sqlite3_changeset_iter *row, int columns, Side side)
{
    QStringList values;
    for (int column = 0; column < columns; ++column) {
        sqlite3_value *value = nullptr;
        side(row, column, &value);
        values.append(text(value));
    }
    return u"(%1)"_s.arg(values.join(u' '));
}

/// A line for each change, in the order of the alphabet: the order of rows is nobody's business.
QString written(const QByteArray &changeset)
{
    QStringList lines;
    sqlite3_changeset_iter *row = nullptr;
    sqlite3changeset_start(&row, int(changeset.size()), const_cast<char *>(changeset.constData()));
    while (sqlite3changeset_next(row) == SQLITE_ROW) {
        const char *table = nullptr;
        unsigned char *keys = nullptr;
        int columns = 0;
        int operation = 0;
        sqlite3changeset_op(row, &table, &columns, &operation, nullptr);
        sqlite3changeset_pk(row, &keys, nullptr);
        QString line = QString::fromUtf8(table) + u' ' + QString::fromLatin1(QByteArray(reinterpret_cast<char *>(keys), columns).toHex());
        if (operation != SQLITE_INSERT)
            line += u" old "_s + record(row, columns, sqlite3changeset_old);
        if (operation != SQLITE_DELETE)
            line += u" new "_s + record(row, columns, sqlite3changeset_new);
        lines.append(line);
    }
    if (sqlite3changeset_finalize(row) != SQLITE_OK)
        lines.append(u"damaged"_s);
    lines.sort();
    return lines.join(u'\n');
}

class Database
{
public:
    explicit Database(const QByteArray &before)
    {
        sqlite3_open(":memory:", &m_db);
        run(schema + before);
    }
    ~Database() { sqlite3_close(m_db); }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    bool run(const QByteArray &sql) const { return sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK; }
    [[nodiscard]] sqlite3 *get() const { return m_db; }

private:
    sqlite3 *m_db = nullptr;
};

/// What SQLite's own session records of the same.
QByteArray recordedBySession(const QByteArray &before, const QByteArray &sql)
{
    Database database(before);
    sqlite3_session *session = nullptr;
    sqlite3session_create(database.get(), "main", &session);
    sqlite3session_table_filter(session, [](void *, const char *table) { return int(isRecordedTable(table)); }, nullptr);
    sqlite3session_attach(session, nullptr);
    database.run(sql);
    int size = 0;
    void *data = nullptr;
    sqlite3session_changeset(session, &size, &data);
    QByteArray changeset(static_cast<const char *>(data), size);
    sqlite3_free(data);
    sqlite3session_delete(session);
    return changeset;
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void records_data();
    void records();
    void recordsLongTexts_data();
    void recordsLongTexts();
    void recordsOnlyTheWork();
    void tablesAsTheyCameUpRowsByTheirIds();
    void tellsThatARowCannotBeRead();
};

void TestRecorder::records_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("changes");

    const QByteArray one = "INSERT INTO thing VALUES (1, 'mast', 2.5, x'00ff', NULL)";
    QTest::newRow("nothing") << one << QByteArray() << QString();
    QTest::newRow("a new row") << QByteArray() << one << u"thing 0100000000 new (1 'mast' 2.5r x00ff null)"_s;
    QTest::newRow("a row that goes") << one << QByteArray("DELETE FROM thing") << u"thing 0100000000 old (1 'mast' 2.5r x00ff null)"_s;
    QTest::newRow("one column") << one << QByteArray("UPDATE thing SET name = 'pole'") << u"thing 0100000000 old (1 'mast' . . .) new (. 'pole' . . .)"_s;
    QTest::newRow("two columns") << one << QByteArray("UPDATE thing SET name = NULL, body = 7")
                                 << u"thing 0100000000 old (1 'mast' . x00ff .) new (. null . 7 .)"_s;
    QTest::newRow("every kind") << QByteArray("INSERT INTO thing (id, body) VALUES (1, 1), (2, 0.5), (3, 'a'), (4, x'61'), (5, NULL)")
                                << QByteArray("UPDATE thing SET body = CASE id WHEN 1 THEN 1.5 WHEN 2 THEN 'a' WHEN 3 THEN x'61' WHEN 4 THEN NULL ELSE 1 END")
                                << u"thing 0100000000 old (1 . . 1 .) new (. . . 1.5r .)\n"
                                   "thing 0100000000 old (2 . . 0.5r .) new (. . . 'a' .)\n"
                                   "thing 0100000000 old (3 . . 'a' .) new (. . . x61 .)\n"
                                   "thing 0100000000 old (4 . . x61 .) new (. . . null .)\n"
                                   "thing 0100000000 old (5 . . null .) new (. . . 1 .)"_s;
    QTest::newRow("every kind as it is") << QByteArray("INSERT INTO thing (id, body) VALUES (1, 1), (2, 0.5), (3, 'a'), (4, x'61'), (5, NULL), (6, ''), (7, x'')")
                                         << QByteArray("UPDATE thing SET body = body") << QString();
    QTest::newRow("empty ones") << QByteArray() << QByteArray("INSERT INTO thing (id, name, body) VALUES (1, '', x'')")
                                << u"thing 0100000000 new (1 '' null x null)"_s;
    QTest::newRow("a text with a null in it") << QByteArray() << QByteArray("INSERT INTO note VALUES (1, 'a' || char(0) || 'b')")
                                              << u"note 0100 new (1 'a%1b')"_s.arg(QChar(u'\0'));
    QTest::newRow("not Latin") << QByteArray() << QByteArray("INSERT INTO note VALUES (1, 'Львів 🛰')") << u"note 0100 new (1 'Львів 🛰')"_s;
    QTest::newRow("numbers at the ends") << QByteArray()
                                         << QByteArray("INSERT INTO thing (id, size, body) VALUES (-9223372036854775807 - 1, -1.7976931348623157e308, -1), "
                                                       "(9223372036854775807, 5e-324, 4294967296)")
                                         << u"thing 0100000000 new (-9223372036854775808 null -1.7976931348623157e+308r -1 null)\n"
                                            "thing 0100000000 new (9223372036854775807 null 4.9406564584124654e-324r 4294967296 null)"_s;
    QTest::newRow("a new row with whole numbers among real ones") << QByteArray() << QByteArray("INSERT INTO thing (id, size) VALUES (1, 2)")
                                                                  << u"thing 0100000000 new (1 null 2r null null)"_s;
    QTest::newRow("a whole number among real ones") << QByteArray("INSERT INTO thing (id, size) VALUES (1, 0)") << QByteArray("UPDATE thing SET name = 'a', size = 0")
                                                    << u"thing 0100000000 old (1 null . . .) new (. 'a' . . .)\n"
                                                       "note 0100 new (10 '0.0>0.0')"_s;
    QTest::newRow("another whole number among real ones") << QByteArray("INSERT INTO thing (id, size) VALUES (1, 0)") << QByteArray("UPDATE thing SET size = 1")
                                                          << u"thing 0100000000 old (1 . 0r . .) new (. . 1r . .)\n"
                                                             "note 0100 new (10 '0.0>1.0')"_s;

    QTest::newRow("new, then changed") << QByteArray() << one + ";UPDATE thing SET name = 'pole'" << u"thing 0100000000 new (1 'pole' 2.5r x00ff null)"_s;
    QTest::newRow("new, then gone") << QByteArray() << one + ";DELETE FROM thing" << QString();
    QTest::newRow("gone, then as it was") << one << "DELETE FROM thing;" + one << QString();
    QTest::newRow("gone, then another") << one << QByteArray("DELETE FROM thing; INSERT INTO thing VALUES (1, 'pole', 2.5, x'00ff', NULL)")
                                        << u"thing 0100000000 old (1 'mast' . . .) new (. 'pole' . . .)"_s;
    QTest::newRow("changed twice") << one << QByteArray("UPDATE thing SET name = 'a'; UPDATE thing SET name = 'b', body = NULL")
                                   << u"thing 0100000000 old (1 'mast' . x00ff .) new (. 'b' . null .)"_s;
    QTest::newRow("changed and back") << one << QByteArray("UPDATE thing SET name = 'a'; UPDATE thing SET name = 'mast'") << QString();
    QTest::newRow("changed, then gone") << one << QByteArray("UPDATE thing SET name = 'a'; DELETE FROM thing")
                                        << u"thing 0100000000 old (1 'mast' 2.5r x00ff null)"_s;
    QTest::newRow("another id") << one << QByteArray("UPDATE thing SET id = 2")
                                << u"thing 0100000000 new (2 'mast' 2.5r x00ff null)\nthing 0100000000 old (1 'mast' 2.5r x00ff null)"_s;
    QTest::newRow("ids that move up") << QByteArray("INSERT INTO note VALUES (1, 'a'), (2, 'b')") << QByteArray("UPDATE note SET id = id + 10 WHERE id = 2; UPDATE note SET id = id + 1 WHERE id = 1")
                                      << u"note 0100 new (12 'b')\nnote 0100 old (1 'a')\nnote 0100 old (2 'b') new (. 'a')"_s;
    QTest::newRow("replaced by its id") << QByteArray("INSERT INTO note VALUES (1, 'a')") << QByteArray("INSERT OR REPLACE INTO note VALUES (1, 'b')")
                                        << u"note 0100 old (1 'a') new (. 'b')"_s;
    QTest::newRow("replaced by another") << QByteArray("INSERT INTO note VALUES (1, 'a')") << QByteArray("INSERT INTO note VALUES (2, 'a')")
                                         << u"note 0100 new (2 'a')\nnote 0100 old (1 'a')"_s;
    QTest::newRow("cascade") << QByteArray("INSERT INTO thing (id, whole) VALUES (1, NULL), (2, 1), (3, 2)") << QByteArray("DELETE FROM thing WHERE id = 1")
                             << u"thing 0100000000 old (1 null null null null)\nthing 0100000000 old (2 null null null 1)\nthing 0100000000 old (3 null null null 2)"_s;
    QTest::newRow("all of a table") << QByteArray("INSERT INTO note VALUES (1, 'a'), (2, 'b')") << QByteArray("DELETE FROM note")
                                    << u"note 0100 old (1 'a')\nnote 0100 old (2 'b')"_s;
    QTest::newRow("by a trigger") << one << QByteArray("UPDATE thing SET size = 3.5")
                                  << u"note 0100 new (10 '2.5>3.5')\nthing 0100000000 old (1 . 2.5r . .) new (. . 3.5r . .)"_s;
    QTest::newRow("refused") << one << QByteArray("UPDATE thing SET whole = 7") << QString();
    QTest::newRow("taken back to a savepoint") << one << QByteArray("SAVEPOINT a; UPDATE thing SET name = 'a'; ROLLBACK TO a; RELEASE a") << QString();
    QTest::newRow("not recorded") << QByteArray() << QByteArray("INSERT INTO history VALUES (1)") << QString();
    QTest::newRow("in another database") << QByteArray("ATTACH ':memory:' AS other; CREATE TABLE other.note (id INTEGER PRIMARY KEY, name TEXT)")
                                         << QByteArray("INSERT INTO other.note VALUES (1, 'a')") << QString();
}

void TestRecorder::records()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, sql);
    QFETCH(QString, changes);
    QStringList lines = changes.split(u'\n');
    lines.sort();
    const QString expected = lines.join(u'\n');
    QCOMPARE(written(recordedBySession(before, sql)), expected);

    Database database(before);
    Recorder recorder(database.get());
    const auto changeset = recorder.record([&]() -> Result<> {
        database.run(sql);
        return {};
    });
    QCOMPARE(written(changeset.value()), expected);
}

void TestRecorder::recordsLongTexts_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 127, 128, 16383, 16384, 2097151, 2097152, 100000000})
        QTest::addRow("%d", length) << length;
}

/// The length is written in seven bits a byte.
void TestRecorder::recordsLongTexts()
{
    QFETCH(int, length);
    const Database database({});
    Recorder recorder(database.get());
    const auto changeset = recorder.record([&]() -> Result<> {
        database.run("INSERT INTO thing (id, name, body) VALUES (1, 'a', zeroblob(" + QByteArray::number(length) + "))");
        return {};
    });
    QVERIFY(changeset);
    sqlite3_changeset_iter *row = nullptr;
    QCOMPARE(sqlite3changeset_start(&row, int(changeset->size()), const_cast<char *>(changeset->constData())), SQLITE_OK);
    QCOMPARE(sqlite3changeset_next(row), SQLITE_ROW);
    sqlite3_value *value = nullptr;
    sqlite3changeset_new(row, 3, &value);
    QCOMPARE(sqlite3_value_bytes(value), length);
    QCOMPARE(sqlite3changeset_next(row), SQLITE_DONE);
    sqlite3changeset_finalize(row);
}

/// One recorder records one after the other, and nothing between.
void TestRecorder::recordsOnlyTheWork()
{
    const Database database({});
    Recorder recorder(database.get());
    const auto recorded = [&](const QByteArray &sql, const Result<> &done = {}) {
        return recorder.record([&]() -> Result<> {
            database.run(sql);
            return done;
        });
    };
    QCOMPARE(written(recorded("INSERT INTO note VALUES (1, 'a')").value()), u"note 0100 new (1 'a')"_s);
    QVERIFY(database.run("INSERT INTO note VALUES (2, 'b')"));
    QCOMPARE(recorded({}).value(), QByteArray());
    QCOMPARE(recorded("UPDATE note SET name = 'c' WHERE id = 2", failure(u"refused"_s, {})).error().what, u"refused"_s);
    QCOMPARE(written(recorded("DELETE FROM note").value()), u"note 0100 old (1 'a')\nnote 0100 old (2 'c')"_s);
}

/// The order that taking many rows back relies on.
void TestRecorder::tablesAsTheyCameUpRowsByTheirIds()
{
    const Database database({});
    Recorder recorder(database.get());
    const auto changeset = recorder.record([&]() -> Result<> {
        database.run("INSERT INTO thing (id) VALUES (3); INSERT INTO note (id) VALUES (2), (-1); INSERT INTO thing (id) VALUES (1)");
        return {};
    });
    const auto rows = onlyAdded(changeset.value());
    QVERIFY(rows);
    QCOMPARE(rows->tables.size(), 2);
    QCOMPARE(rows->tables.at(0).name, "thing");
    QCOMPARE(rows->tables.at(0).ids, (std::vector<qint64>{1, 3}));
    QCOMPARE(rows->tables.at(1).name, "note");
    QCOMPARE(rows->tables.at(1).ids, (std::vector<qint64>{-1, 2}));
}

void TestRecorder::tellsThatARowCannotBeRead()
{
    const Database database("INSERT INTO note VALUES (1, 'a')");
    Recorder recorder(database.get());
    sqlite3_progress_handler(database.get(), 1, [](void *) { return 0; }, nullptr);
    const auto changeset = recorder.record([&]() -> Result<> {
        database.run("UPDATE note SET name = 'b'");
        sqlite3_progress_handler(database.get(), 1, [](void *) { return 1; }, nullptr);
        return {};
    });
    QVERIFY(!changeset);
    QCOMPARE(changeset.error().kind, Error::Kind::Cancelled);
    sqlite3_progress_handler(database.get(), 0, nullptr, nullptr);
    const auto next = recorder.record([&]() -> Result<> {
        database.run("DELETE FROM note");
        return {};
    });
    QCOMPARE(written(next.value()), u"note 0100 old (1 'b')"_s);
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
