#include "app/project/project.h"
#include "tests/project/dump.h"
#include "tests/project/otherprogram.h"
#include "tests/project/verify.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

using Work = std::function<Result<>(Writer &)>;
Q_DECLARE_METATYPE(Work)

namespace {

const QString asItWas = u"The project could not be read or changed; it is as it was. "_s;

Result<> addLaneNamed(Writer &writer, qint64 id, const QString &key)
{
    return writer.insert(u"lane"_s, {u"id"_s, u"key"_s, u"title"_s}, {id, key, key});
}

Result<> addEventNamed(Writer &writer, qint64 id, const QString &key, const QVariant &lane = {})
{
    return writer.insert(u"event"_s, {u"id"_s, u"key"_s, u"title"_s, u"date"_s, u"lane_id"_s}, {id, key, key, u"2022"_s, lane});
}

/// One lane, one event in it, one source with a capture.
Result<> content(Writer &writer)
{
    auto done = addLaneNamed(writer, 1, u"a"_s);
    if (done)
        done = addEventNamed(writer, 1, u"strike"_s, 1);
    if (done)
        done = writer.insert(u"source"_s, {u"id"_s, u"key"_s, u"title"_s}, {1, u"nato"_s, u"NATO"_s});
    return done ? writer.insert(u"capture"_s, {u"id"_s, u"source_id"_s, u"captured_at"_s, u"bytes"_s, u"sha256"_s, u"text"_s},
                      {1, 1, u"2026"_s, QByteArray("x"), QString(64, u'0'), u"x"_s})
                : done;
}

/// A row of a megabyte.
Result<> addLarge(Writer &writer, qint64 id)
{
    return writer.insert(u"brief"_s, {u"id"_s, u"key"_s, u"title"_s, u"text"_s},
        {id, u"large-%1"_s.arg(id), u"Large"_s, QString(1 << 20, u'x')});
}

} // namespace

/// What fails changes nothing, says so well, and does not stand in the way of what comes next.
class TestFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void refusedEdit_data();
    void refusedEdit();
    void refusedHalfWay();
    void brokenOffWorkWritesNothingMore();
    void readOnlyProject();
    void movedFile();
    void anotherProgramIsWriting();
    void createWhereItCannotBe_data();
    void createWhereItCannotBe();
    void createWithContentThatFails();
    void fullDiskWhileEditing();
    void fullDiskWhileCreating();
    void fullDiskWhileCopying();
    void checksPages();

private:
    [[nodiscard]] const Reader &reader() const { return m_project->reader(); }
    void open(const QString &folder);
    /// Fails the action with that text, and finds everything else as it was.
    void checkFails(const std::function<Result<>()> &action, const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void TestFailure::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open(m_folder->path());
}

void TestFailure::cleanup()
{
    m_project.reset();
}

void TestFailure::open(const QString &folder)
{
    const QString path = folder + u"/project.redoubt"_s;
    VERIFY_OK(Project::create(path, u"Test"_s));
    auto opened = Project::open(path);
    VERIFY_OK(opened);
    m_project = std::move(*opened);
    VERIFY_OK(m_project->edit(u"First"_s, content));
    VERIFY_OK(m_project->edit(u"Second"_s, [](Writer &writer) { return addLaneNamed(writer, 2, u"b"_s); }));
    VERIFY_OK(m_project->undo());
}

void TestFailure::checkFails(const std::function<Result<>()> &action, const QString &text)
{
    const Dump before = dump(reader());
    const QList<Action> history = m_project->history().value();
    QSignalSpy changed(m_project.get(), &Project::changed);
    const auto done = action();
    QVERIFY(!done);
    QCOMPARE(done.error().text(), text);
    QCOMPARE(difference(before, dump(reader())), QString());
    QCOMPARE(m_project->history().value(), history);
    QCOMPARE(m_project->undoText(), u"First"_s);
    QCOMPARE(m_project->redoText(), u"Second"_s);
    QCOMPARE(changed.size(), 0);
}

void TestFailure::refusedEdit_data()
{
    QTest::addColumn<Work>("work");
    QTest::addColumn<QString>("why");
    const auto sql = [](const QString &statement) { return Work([statement](Writer &writer) { return writer.run(statement); }); };
    QTest::newRow("unique") << Work([](Writer &writer) { return addLaneNamed(writer, 7, u"a"_s); })
                            << u"Another one already has this (lane.key); it must be unique."_s;
    QTest::newRow("unique id") << Work([](Writer &writer) { return addLaneNamed(writer, 1, u"z"_s); })
                               << u"Another one already has this (lane.id); it must be unique."_s;
    QTest::newRow("unique, index") << sql(u"INSERT INTO tag (id, name) VALUES (1, 'Air'), (2, 'AIR')"_s)
                                   << u"Another one already has this (tag.name); it must be unique."_s;
    QTest::newRow("missing") << Work([](Writer &writer) { return writer.update(u"event"_s, 1, {u"date"_s}, {QVariant()}); })
                             << u"A value that is required is missing (event.date)."_s;
    QTest::newRow("check") << Work([](Writer &writer) { return writer.update(u"lane"_s, 1, {u"colour"_s}, {8}); })
                           << u"A value is outside of what is allowed (colour BETWEEN 0 AND 7)."_s;
    QTest::newRow("check of two") << Work([](Writer &writer) { return writer.update(u"event"_s, 1, {u"latitude"_s}, {44.8}); })
                                  << u"A value is outside of what is allowed ((latitude IS NULL) = (longitude IS NULL))."_s;
    QTest::newRow("kind of value") << Work([](Writer &writer) { return writer.update(u"lane"_s, 1, {u"position"_s}, {u"top"_s}); })
                                   << u"A value is outside of what is allowed (lane.position)."_s;
    QTest::newRow("reference") << Work([](Writer &writer) { return addEventNamed(writer, 5, u"x"_s, 404); })
                               << u"It refers to something that is not in the project."_s;
    QTest::newRow("altered capture") << Work([](Writer &writer) { return writer.update(u"capture"_s, 1, {u"text"_s}, {u"y"_s}); })
                                     << u"A capture is never altered; capture the source again instead."_s;
    QTest::newRow("second project row") << sql(u"INSERT INTO project (id, created_at) VALUES (2, 'now')"_s)
                                        << u"A value is outside of what is allowed (id = 1)."_s;
    QTest::newRow("no such table") << sql(u"DELETE FROM nowhere"_s) << u"no such table: nowhere"_s;
    QTest::newRow("values missing") << Work([](Writer &writer) { return writer.run(u"DELETE FROM lane WHERE id = ?"_s); })
                                    << u"Parameter count mismatch"_s;
    QTest::newRow("full-text table") << sql(u"DELETE FROM event_search_data"_s)
                                     << u"table event_search_data may not be modified"_s;
    QTest::newRow("schema") << sql(u"PRAGMA writable_schema = ON"_s) << QString();
}

void TestFailure::refusedEdit()
{
    QFETCH(Work, work);
    QFETCH(QString, why);
    if (why.isEmpty()) { // allowed to be said, but does nothing
        VERIFY_OK(m_project->edit(u"Third"_s, work));
        why = u"table sqlite_master may not be modified"_s;
        work = [](Writer &writer) { return writer.run(u"DELETE FROM sqlite_master"_s); };
    }
    checkFails([&] { return m_project->edit(u"Third"_s, work); }, asItWas + why);
    checkFails([&] { return m_project->keep(work); }, asItWas + why);
    VERIFY_OK(m_project->redo());
    VERIFY_OK(m_project->edit(u"Next"_s, [](Writer &writer) { return addLaneNamed(writer, 3, u"c"_s); }));
    QCOMPARE(m_project->problems().value(), QStringList());
}

void TestFailure::refusedHalfWay()
{
    checkFails(
        [&] {
            return m_project->edit(u"Third"_s, [](Writer &writer) -> Result<> {
                for (int i = 10; i < 500; ++i) {
                    if (auto added = addEventNamed(writer, i, QString::number(i), 1); !added)
                        return added;
                }
                if (auto removed = writer.remove(u"lane"_s, 1); !removed)
                    return removed;
                return failure(u"Not imported."_s, u"Line 500 is wrong."_s, u"Correct it."_s, Error::Kind::Invalid);
            });
        },
        u"Not imported. Line 500 is wrong. Correct it."_s);
    QCOMPARE(m_project->problems().value(), QStringList());
}

/// Some failures end SQLite's transaction at once; work that goes on all the same must not write on its own then.
void TestFailure::brokenOffWorkWritesNothingMore()
{
    checkFails(
        [&] {
            return m_project->edit(u"Third"_s, [](Writer &writer) -> Result<> {
                if (auto added = addLaneNamed(writer, 8, u"before"_s); !added)
                    return added;
                (void)writer.run(u"ROLLBACK"_s);
                return addLaneNamed(writer, 9, u"after"_s);
            });
        },
        u"The project was not changed. The action that this belongs to has been broken off."_s);
    VERIFY_OK(m_project->edit(u"Next"_s, [](Writer &writer) { return addLaneNamed(writer, 3, u"c"_s); }));
}

void TestFailure::readOnlyProject()
{
    const QString path = m_project->path();
    m_project.reset();
    const QByteArray before = sha256Of(path);
    auto opened = Project::open(path, Project::Mode::ReadOnly);
    VERIFY_OK(opened);
    m_project = std::move(*opened);
    QVERIFY(m_project->isReadOnly());
    const QString text = u"Nothing was changed. The project is open to read only. Save a copy and work in that."_s;
    const Work work = [](Writer &writer) { return addLaneNamed(writer, 3, u"c"_s); };
    checkFails([&] { return m_project->edit(u"Third"_s, work); }, text);
    checkFails([&] { return m_project->keep(work); }, text);
    checkFails([&] { return m_project->undo(); }, text);
    checkFails([&] { return m_project->redo(); }, text);
    QCOMPARE(m_project->problems().value(), QStringList());
    const QString copy = m_folder->filePath(u"copy.redoubt"_s);
    VERIFY_OK(m_project->saveCopy(copy));
    m_project.reset();
    QCOMPARE(sha256Of(path), before);
    QCOMPARE(filesIn(m_folder->path()), (QStringList{u"copy.redoubt"_s, u"project.redoubt"_s}));
    QVERIFY(Project::open(copy));
}

void TestFailure::movedFile()
{
    const QString elsewhere = m_folder->filePath(u"elsewhere.redoubt"_s);
    QVERIFY(QFile::rename(m_project->path(), elsewhere));
    checkFails([&] { return m_project->edit(u"Third"_s, [](Writer &writer) { return addLaneNamed(writer, 3, u"c"_s); }); },
        u"Nothing was changed. The file “%1” was moved, replaced or deleted by another program. Save a copy, then go on in that."_s.arg(
            m_project->path()));
    const QString copy = m_folder->filePath(u"copy.redoubt"_s);
    VERIFY_OK(m_project->saveCopy(copy));
    const auto opened = Project::open(copy, Project::Mode::ReadOnly);
    VERIFY_OK(opened);
    QCOMPARE(difference(dump(reader()), dump((*opened)->reader())), QString());
    QVERIFY(QFile::rename(elsewhere, m_project->path()));
    VERIFY_OK(m_project->edit(u"Third"_s, [](Writer &writer) { return addLaneNamed(writer, 3, u"c"_s); }));
}

void TestFailure::anotherProgramIsWriting()
{
    const OtherProgram other(m_project->path());
    QCOMPARE(other.run(u"BEGIN IMMEDIATE"_s), QString());
    checkFails([&] { return m_project->edit(u"Third"_s, [](Writer &writer) { return addLaneNamed(writer, 3, u"c"_s); }); },
        asItWas + u"Another program is writing to the file. Try again in a moment."_s);
    QCOMPARE(other.run(u"ROLLBACK"_s), QString());
    VERIFY_OK(m_project->redo());
}

void TestFailure::createWhereItCannotBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("exists") << u"project.redoubt"_s
                            << u"“project.redoubt” was not made. There is a file of that name already. Choose another name."_s;
    QTest::newRow("a folder") << u"folder"_s << u"“folder” was not made. There is a file of that name already. Choose another name."_s;
    QTest::newRow("a dangling link") << u"link"_s << u"“link” was not made. There is a file of that name already. Choose another name."_s;
    QTest::newRow("a log of another") << u"gone.redoubt"_s
                                      << u"“gone.redoubt” was not made. Unsaved changes of an older file of that name are still there, in “%1/gone.redoubt-wal”. Choose another name, or remove that file if the older project is not needed."_s;
    QTest::newRow("no folder") << u"none/a.redoubt"_s
                               << u"“a.redoubt” was not made. There is no folder “%1/none”. Choose a folder that is there."_s;
    QTest::newRow("a file as folder") << u"project.redoubt/a"_s
                                      << u"“a” was not made. There is no folder “%1/project.redoubt”. Choose a folder that is there."_s;
    QTest::newRow("no room for a log's name") << QString(250, u'x')
                                              << u"“%1” was not made. The name is too long. Choose a shorter name."_s.arg(QString(250, u'x'));
    QTest::newRow("long name") << QString(300, u'x')
                               << u"“%1” was not made. The name is too long. Choose a shorter name."_s.arg(QString(300, u'x'));
}

void TestFailure::createWhereItCannotBe()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QDir(m_folder->path()).mkdir(u"folder"_s);
    QFile::link(u"nowhere"_s, m_folder->filePath(u"link"_s));
    QFile log(m_folder->filePath(u"gone.redoubt-wal"_s));
    QVERIFY(log.open(QIODevice::WriteOnly) && log.write("log") > 0);
    log.close();
    const QStringList before = filesIn(m_folder->path());
    const auto created = Project::create(m_folder->filePath(name), u"T"_s);
    QVERIFY(!created);
    QCOMPARE(created.error().text(), text.replace(u"%1"_s, m_folder->path()));
    QCOMPARE(filesIn(m_folder->path()), before);
}

void TestFailure::createWithContentThatFails()
{
    const QStringList before = filesIn(m_folder->path());
    const auto created = Project::create(m_folder->filePath(u"new.redoubt"_s), u"T"_s, [](Writer &writer) -> Result<> {
        auto added = addLaneNamed(writer, 1, u"a"_s);
        return added ? addLaneNamed(writer, 2, u"a"_s) : added;
    });
    QCOMPARE(created.error().text(), u"“new.redoubt” was not made. Another one already has this (lane.key); it must be unique."_s);
    QCOMPARE(filesIn(m_folder->path()), before);
}

namespace {

/// Fills the small disk but for so many bytes, with files that free() takes away.
void fill(const QString &disk, qint64 left)
{
    QFile file(disk + u"/filler"_s);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (file.write(QByteArray(4096, 'x')) == 4096) { }
    QVERIFY(file.resize(qMax<qint64>(file.size() - left, 0)));
}

void free(const QString &disk)
{
    QVERIFY(QFile::remove(disk + u"/filler"_s));
}

} // namespace

#define NEEDS_SMALL_DISK \
    const QString disk = qEnvironmentVariable("SMALL_DISK"); \
    if (disk.isEmpty()) \
        QSKIP("needs a small disk"); \
    m_project.reset(); \
    for (const QString &name : filesIn(disk)) \
        QFile::remove(disk + u'/' + name)

void TestFailure::fullDiskWhileEditing()
{
    NEEDS_SMALL_DISK;
    open(disk);
    const QString full = asItWas + u"The disk is full. Free some space, then do it again."_s;
    for (const qint64 left : {0, 40'000, 400'000}) {
        fill(disk, left);
        checkFails([&] { return m_project->edit(u"Third"_s, [](Writer &writer) { return addLarge(writer, 1); }); }, full);
        // Larger than SQLite's cache, so that it fails before the commit.
        checkFails(
            [&] {
                return m_project->edit(u"Third"_s, [](Writer &writer) {
                    Result<> done;
                    for (int i = 1; done && i <= 8; ++i)
                        done = addLarge(writer, i);
                    return done;
                });
            },
            full);
        free(disk);
    }
    VERIFY_OK(m_project->edit(u"Third"_s, [](Writer &writer) { return addLarge(writer, 1); }));
    QCOMPARE(m_project->problems().value(), QStringList());

    // Closing on a full disk: what was done is still there afterwards.
    const Dump before = dump(reader());
    const QString path = m_project->path();
    fill(disk, 0);
    m_project.reset();
    free(disk);
    auto again = Project::open(path);
    VERIFY_OK(again);
    QCOMPARE(difference(before, dump((*again)->reader())), QString());
    VERIFY_OK((*again)->undo());
    again->reset();
    QCOMPARE(filesIn(disk), QStringList{u"project.redoubt"_s});
}

void TestFailure::fullDiskWhileCreating()
{
    NEEDS_SMALL_DISK;
    for (const qint64 left : {0, 4096, 60'000, 150'000}) {
        fill(disk, left);
        const auto created = Project::create(disk + u"/new.redoubt"_s, u"T"_s);
        QVERIFY(!created);
        QCOMPARE(created.error().text(), u"“new.redoubt” was not made. The disk is full. Free some space, then do it again."_s);
        QCOMPARE(created.error().kind, Error::Kind::DiskFull);
        QCOMPARE(filesIn(disk), QStringList{u"filler"_s});
        free(disk);
    }
    VERIFY_OK(Project::create(disk + u"/new.redoubt"_s, u"T"_s));
}

void TestFailure::fullDiskWhileCopying()
{
    NEEDS_SMALL_DISK;
    open(disk);
    VERIFY_OK(m_project->undo());
    VERIFY_OK(m_project->edit(u"First"_s, [](Writer &writer) { return addLarge(writer, 1); }));
    VERIFY_OK(m_project->edit(u"Second"_s, [](Writer &writer) { return addLaneNamed(writer, 3, u"c"_s); }));
    VERIFY_OK(m_project->undo());
    const QStringList before = filesIn(disk);
    for (const qint64 left : {0, 40'000, 800'000}) {
        fill(disk, left);
        checkFails([&] { return m_project->saveCopy(disk + u"/copy.redoubt"_s); },
            u"“copy.redoubt” was not made. The disk is full. Free some space, then do it again."_s);
        free(disk);
        QCOMPARE(filesIn(disk), before);
    }
    VERIFY_OK(m_project->saveCopy(m_folder->filePath(u"copy.redoubt"_s)));
}

/// As is done aside for a large file, before it is opened.
void TestFailure::checksPages()
{
    m_project.reset();
    const QString path = m_folder->filePath(u"project.redoubt"_s);
    (void)OtherProgram(path).run(
        u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO lane (key, title) SELECT 'k' || i, 'Lane ' || i FROM n"_s);
    const QByteArray before = sha256Of(path);
    JobState state;
    const auto whole = Project::checkPages(path, state);
    QVERIFY2(whole, whole ? "" : qPrintable(whole.error().text()));
    QVERIFY(state.progress() > 0 && state.progress() <= 1);
    QCOMPARE(sha256Of(path), before);
    QVERIFY(Project::open(path, Project::Mode::ReadWrite, Project::Pages::Known));
    state.stop();
    const auto stopped = Project::checkPages(path, state);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestFailure)
#include "tst_failure.moc"
