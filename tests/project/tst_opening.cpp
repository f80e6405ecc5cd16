#include "app/project/largeedit.h"
#include "app/project/opening.h"
#include "app/project/project.h"
#include "app/project/schema.h"
#include "app/project/sqlite.h"
#include "tests/project/dump.h"
#include "tests/project/otherprogram.h"
#include "tests/project/verify.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace redoubt;
using namespace Qt::StringLiterals;

using Maker = std::function<void(const QString &path)>;
using Mode = Project::Mode;
Q_DECLARE_METATYPE(Maker)

namespace {

constexpr int pageSize = 4096;
const QString goBack = u" Nothing was written to it. Go back to a copy of it."_s;

Result<> content(Writer &writer)
{
    return writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO event "
                      "(id, key, title, date, start_earliest) SELECT i, 'e' || i, 'Event ' || i, '2022', i FROM n"_s);
}

Result<> addLane(Writer &writer)
{
    const qint64 number = writer.number(u"SELECT count(*) FROM lane"_s).value() + 1;
    return writer.insert(u"lane"_s, {u"id"_s, u"key"_s, u"title"_s}, {number, QString::number(number), u"Lane"_s});
}

qint64 lanes(const Project &project)
{
    return project.reader().number(u"SELECT count(*) FROM lane"_s).value();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void makeProject(const QString &path)
{
    VERIFY_OK(Project::create(path, u"Test"_s, content));
}

void makeOfStep(const QString &path, int step)
{
    auto connection = opening::connect(path, Mode::ReadWrite);
    VERIFY_OK(connection);
    sqlite3 *db = sqlite::handle(*connection);
    VERIFY_OK(schema::migrate(db, step));
    VERIFY_OK(sqlite::execute(db, "INSERT INTO project (id, title, created_at) VALUES (1, 'Old', '2020')"));
    if (step >= 2)
        VERIFY_OK(sqlite::execute(db, "INSERT INTO event (id, key, title, date) VALUES (1, 'e', 'Strike', '2022')"));
    opening::disconnect(std::exchange(*connection, {}), true);
}

/// A project with other bytes at an offset.
Maker patched(qint64 offset, const QByteArray &bytes)
{
    return [=](const QString &path) {
        makeProject(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(offset));
        QCOMPARE(file.write(bytes), bytes.size());
    };
}

Maker cutTo(qint64 size)
{
    return [size](const QString &path) {
        makeProject(path);
        QVERIFY(QFile::resize(path, size));
    };
}

/// A project that another program ran SQL on.
Maker altered(const QString &sql)
{
    return [sql](const QString &path) {
        makeProject(path);
        QCOMPARE(OtherProgram(path).run(sql), QString());
    };
}

/// A project with garbage in the first page of a table or an index.
Maker spoilt(const QString &name)
{
    return [name](const QString &path) {
        makeProject(path);
        const qint64 page = OtherProgram(path).run(u"SELECT rootpage FROM sqlite_schema WHERE name = '%1'"_s.arg(name)).toInt();
        QFile file(path);
        QVERIFY(page > 1 && file.open(QIODevice::ReadWrite) && file.seek((page - 1) * pageSize + 8));
        file.write(QByteArray(40, '\xff'));
    };
}

/// More than fits in memory; says so half way, and waits.
Result<> addManyLanes(Writer &writer, QTextStream &out)
{
    const QString title(10'000, u'x');
    for (int i = 1; i < 10'000; ++i) {
        if (auto added = writer.insert(u"lane"_s, {u"id"_s, u"key"_s, u"title"_s}, {i, QString::number(i), title}); !added)
            return added;
    }
    out << "half" << Qt::endl;
    QTextStream(stdin).readLine();
    return {};
}

/// What this executable does as another process, told by its arguments.
int beAnotherProcess(const QString &what, const QString &path)
{
    QTextStream out(stdout);
    QTextStream in(stdin);
    if (what == "--journal"_L1) { // tries to end the write-ahead log under another's feet
        out << OtherProgram(path).run(u"PRAGMA journal_mode = DELETE"_s) << Qt::endl;
        return 0;
    }
    auto project = Project::open(path);
    if (!project) {
        out << project.error().text() << Qt::endl;
        return 1;
    }
    out << "ready" << Qt::endl;
    if (what == "--hold"_L1)
        in.readLine();
    if (what == "--large"_L1) {
        (*project)->keepOthersOut();
        (void)(*project)->editLarge(u"Add"_s, [&](LargeEdit &edit) { return edit.add([&] { return addManyLanes(edit.writer(), out); }); });
    }
    while (what == "--edit"_L1 && (*project)->edit(u"Add"_s, addLane))
        out << lanes(**project) << Qt::endl;
    return 0;
}

class OtherProcess : public QProcess
{
public:
    OtherProcess(const QString &what, const QString &path)
    {
        start(QCoreApplication::applicationFilePath(), {what, path});
    }
    QString line()
    {
        while (!canReadLine() && waitForReadyRead()) { }
        return QString::fromUtf8(readLine()).trimmed();
    }
};

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void notOpened_data();
    void notOpened();
    void openToReadOnly_data();
    void openToReadOnly();
    void olderStep_data();
    void olderStep();
    void olderStepBesideItsCopies();
    void olderStepWithAFullDisk();
    void stepInTheLog();
    void openElsewhere();
    void openHereAlready();
    void lockThatCannotBeMade();
    void killed_data();
    void killed();
    void killedWithinALargeChange();
    void notAllowed();
    void readOnlyPlaces_data();
    void readOnlyPlaces();
    void names_data();
    void names();
    void hardened();
    void listing();
    void throughALink();
    void problemsInTheIndex();

private:
    [[nodiscard]] QString path(const QString &name = u"project.redoubt"_s) const { return m_folder->filePath(name); }
    [[nodiscard]] QString diskPath() const { return qEnvironmentVariable("SMALL_DISK") + u"/disk.redoubt"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOpening::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestOpening::cleanup()
{
    if (const QString disk = qEnvironmentVariable("SMALL_DISK"); !disk.isEmpty()) {
        QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,bind,rw"_s, disk});
        QFile::setPermissions(disk, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        for (const QString &name : filesIn(disk))
            QFile::remove(disk + u'/' + name);
    }
}

void TestOpening::notOpened_data()
{
    QTest::addColumn<Maker>("make");
    QTest::addColumn<QString>("why");
    const QString other = u"Choose a .redoubt file; other documents come in through a project's import."_s;
    const auto row = [](const char *name, const Maker &make, const QString &why) { QTest::newRow(name) << make << why; };
    const auto bytes = [](const QByteArray &text) { return Maker([text](const QString &path) { write(path, text); }); };

    row("missing", [](const QString &) {}, u"There is no such file. Check the name, or where it was moved to."_s);
    row("a folder", [](const QString &path) { QDir().mkpath(path); }, u"It is a folder. Choose a .redoubt file in it."_s);
    row("a pipe", [](const QString &path) { ::mkfifo(qPrintable(path), 0600); }, u"It is a device, not a file. Choose a .redoubt file."_s);
    row("a link to nowhere", [](const QString &path) { QFile::link(u"nowhere"_s, path); },
        u"There is no such file. Check the name, or where it was moved to."_s);
    row("empty", bytes({}), u"The file is empty. Go back to a copy of it, or make a new project."_s);
    row("a text", bytes("Dear reader,\n"), u"It is not a Redoubt project. "_s + other);
    row("a PDF", bytes("%PDF-1.7\n" + QByteArray(500, '\n')), u"It is not a Redoubt project. "_s + other);
    row("a ZIP", bytes("PK\x03\x04" + QByteArray(500, 'z')), u"It is not a Redoubt project. "_s + other);
    row("zeros", bytes(QByteArray(8192, '\0')), u"It is not a Redoubt project. "_s + other);
    row("another database", [](const QString &path) { (void)OtherProgram(path).run(u"CREATE TABLE t (a)"_s); },
        u"It is a database of another program. Choose a .redoubt file."_s);
    row("cut to 5 bytes", cutTo(5), u"The file is cut off after a few bytes. Go back to a copy of it."_s);
    row("cut to 99 bytes", cutTo(99), u"The file is cut off after a few bytes. Go back to a copy of it."_s);
    for (const qint64 size : {100, 4095, 4096, 50'000, 40 * pageSize})
        row(qPrintable(u"cut to %1 bytes"_s.arg(size)), cutTo(size), u"The file is damaged (database disk image is malformed)."_s + goBack);
    row("a later version", patched(60, QByteArray::fromHex("00000063")),
        u"It was written by a later version of Redoubt. Update Redoubt, or open it to read only."_s);
    row("no format number", patched(60, QByteArray::fromHex("00000000")), u"The file is damaged (it has no format number)."_s + goBack);
    row("a negative format number", patched(60, QByteArray::fromHex("ffffffff")), u"The file is damaged (it has no format number)."_s + goBack);
    row("page size", patched(16, QByteArray::fromHex("0003")), u"The file is damaged (file is not a database)."_s + goBack);
    row("first page", patched(100, QByteArray(60, '\xff')), u"The file is damaged (database disk image is malformed)."_s + goBack);
    row("table page", spoilt(u"event"_s), u"The file is damaged ("_s);
    row("index page", spoilt(u"event_start"_s), u"The file is damaged ("_s);
    row("full-text page", spoilt(u"event_search_data"_s), u"The file is damaged ("_s);
    const QString foreign = u"It holds something that Redoubt did not make (%1)."_s + goBack;
    row("a trigger", altered(u"CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM source; END"_s), foreign.arg(u"trigger evil"_s));
    row("a view", altered(u"CREATE VIEW evil AS SELECT 1"_s), foreign.arg(u"view evil"_s));
    row("a table", altered(u"CREATE TABLE evil (a)"_s), foreign.arg(u"table evil"_s));
    row("an index", altered(u"CREATE INDEX evil ON event (title)"_s), foreign.arg(u"index evil"_s));
    row("a full-text table", altered(u"CREATE VIRTUAL TABLE evil USING fts5(a)"_s), foreign.arg(u"table evil"_s));
    row("a column", altered(u"ALTER TABLE lane ADD COLUMN evil TEXT"_s), foreign.arg(u"table lane"_s));
    row("a trigger less", altered(u"DROP TRIGGER capture_is_never_altered"_s), u"A part of a project file is missing from it."_s + goBack);
}

void TestOpening::notOpened()
{
    QFETCH(Maker, make);
    QFETCH(QString, why);
    make(path());
    const QByteArray before = QFileInfo(path()).isFile() ? sha256Of(path()) : QByteArray();
    const QStringList files = filesIn(m_folder->path());
    // A later version can be read.
    for (JobState state; const int attempt : why.contains(u"later version") ? QList{0} : QList{0, 1, 2}) {
        const auto project = Project::open(path(), attempt == 0 ? Mode::ReadWrite : Mode::ReadOnly);
        const auto opened = attempt == 2 ? Project::checkPages(path(), state) : project ? Result<>() : failure(project);
        QVERIFY(!opened);
        const QString text = u"“project.redoubt” was not opened. "_s + why;
        if (why.endsWith(u'('))
            QVERIFY2(opened.error().text().startsWith(text) && opened.error().text().endsWith(goBack), qPrintable(opened.error().text()));
        else
            QCOMPARE(opened.error().text(), text);
        QCOMPARE(QFileInfo(path()).isFile() ? sha256Of(path()) : QByteArray(), before);
        QCOMPARE(filesIn(m_folder->path()), files);
    }
}

void TestOpening::openToReadOnly_data()
{
    QTest::addColumn<Maker>("make");
    QTest::newRow("closed") << Maker(makeProject);
    QTest::newRow("a later version") << patched(60, QByteArray::fromHex("00000063"));
    for (int step = 2; step < Project::lastStep(); ++step)
        QTest::addRow("step %d", step) << Maker([step](const QString &path) { makeOfStep(path, step); });
}

void TestOpening::openToReadOnly()
{
    QFETCH(Maker, make);
    make(path());
    const QByteArray before = sha256Of(path());
    {
        const auto project = Project::open(path(), Mode::ReadOnly);
        VERIFY_OK(project);
        QVERIFY((*project)->reader().number(u"SELECT count(*) FROM event"_s).value() > 0);
        QCOMPARE((*project)->reader().number(u"SELECT count(*) FROM brief"_s).value(), 0);
        QCOMPARE((*project)->problems().value(), QStringList());
        QCOMPARE((*project)->edit(u"Add"_s, addLane).error().kind, Error::Kind::ReadOnly);
    }
    QCOMPARE(sha256Of(path()), before);
    QCOMPARE(filesIn(m_folder->path()), QStringList{u"project.redoubt"_s});
}

void TestOpening::olderStep_data()
{
    QTest::addColumn<int>("step");
    for (int step = 1; step < Project::lastStep(); ++step)
        QTest::addRow("step %d", step) << step;
}

void TestOpening::olderStep()
{
    QFETCH(int, step);
    makeOfStep(path(), step);
    {
        const auto project = Project::open(path());
        VERIFY_OK(project);
        QCOMPARE((*project)->step(), Project::lastStep());
        QCOMPARE((*project)->problems().value(), QStringList());
        QCOMPARE((*project)->reader().number(u"SELECT count(*) FROM event_search('strike')"_s).value(), step >= 2 ? 1 : 0);
        VERIFY_OK((*project)->edit(u"Add"_s, addLane));
    }
    const QString copy = u"project.step%1.redoubt"_s.arg(step);
    QCOMPARE(filesIn(m_folder->path()), (QStringList{u"project.redoubt"_s, copy}));
    QCOMPARE(opening::look(path(copy)).value().step, step);
    const auto old = Project::open(path(copy), Mode::ReadOnly);
    VERIFY_OK(old);
    QCOMPARE((*old)->reader().number(u"SELECT count(*) FROM event"_s).value(), step >= 2 ? 1 : 0);
}

void TestOpening::olderStepBesideItsCopies()
{
    makeOfStep(path(u"a"_s), 3);
    write(path(u"a.step3"_s), "something else");
    VERIFY_OK(Project::open(path(u"a"_s)));
    QCOMPARE(filesIn(m_folder->path()), (QStringList{u"a"_s, u"a.step3"_s, u"a.step3-2"_s}));
    QCOMPARE(opening::look(path(u"a.step3-2"_s)).value().step, 3);
}

void TestOpening::olderStepWithAFullDisk()
{
    if (!qEnvironmentVariableIsSet("SMALL_DISK"))
        QSKIP("needs a small disk");
    makeOfStep(diskPath(), 3);
    const QByteArray before = sha256Of(diskPath());
    const QString filler = QFileInfo(diskPath()).path() + u"/filler"_s;
    const qint64 size = QFileInfo(diskPath()).size();
    for (const qint64 left : {qint64(0), size / 2, size + 2 * pageSize, size + 24 * pageSize}) {
        QFile file(filler);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (file.write(QByteArray(pageSize, 'x')) == pageSize) { }
        QVERIFY(file.resize(file.size() - left));
        file.close();
        const auto project = Project::open(diskPath());
        QVERIFY(!project);
        const QString text = project.error().text();
        QVERIFY2(text.startsWith(u"“disk.redoubt” was not opened. It has an older format"), qPrintable(text));
        QVERIFY2(text.contains(u"The disk is full."), qPrintable(text));
        QCOMPARE(sha256Of(diskPath()), before);
        QCOMPARE(filesIn(QFileInfo(filler).path()), (QStringList{u"disk.redoubt"_s, u"filler"_s}));
    }
    QFile::remove(filler);
    VERIFY_OK(Project::open(diskPath()));
}

/// Killed after a migration, before the log was written back: the header still says the old step.
void TestOpening::stepInTheLog()
{
    makeOfStep(path(u"made"_s), 3);
    {
        auto connection = opening::connect(path(u"made"_s), Mode::ReadWrite);
        VERIFY_OK(connection);
        VERIFY_OK(sqlite::execute(sqlite::handle(*connection), "PRAGMA journal_mode = WAL"));
        VERIFY_OK(schema::migrate(sqlite::handle(*connection), Project::lastStep()));
        QVERIFY(QFile::copy(path(u"made"_s), path()));
        QVERIFY(QFile::copy(path(u"made-wal"_s), path() + u"-wal"_s));
        opening::disconnect(std::exchange(*connection, {}), true);
    }
    QCOMPARE(opening::look(path()).value().step, 3);
    const auto project = Project::open(path());
    VERIFY_OK(project);
    QCOMPARE((*project)->step(), Project::lastStep());
    QVERIFY(!QFile::exists(path(u"project.step3.redoubt"_s)));
}

void TestOpening::openElsewhere()
{
    makeProject(path());
    OtherProcess other(u"--hold"_s, path());
    QCOMPARE(other.line(), u"ready"_s);
    const auto project = Project::open(path());
    QVERIFY(!project);
    QCOMPARE(project.error().kind, Error::Kind::InUse);
    QCOMPARE(project.error().text(),
        u"“project.redoubt” was not opened. It is already open in another window. Work in that window, or open it here to read only."_s);
    {
        const auto reading = Project::open(path(), Mode::ReadOnly);
        VERIFY_OK(reading);
        QCOMPARE((*reading)->problems().value(), QStringList());
        QCOMPARE(lanes(**reading), 0);
    }
    other.write("\n");
    QVERIFY(other.waitForFinished());
    QCOMPARE(filesIn(m_folder->path()), QStringList{u"project.redoubt"_s});
    VERIFY_OK(Project::open(path()));
}

void TestOpening::openHereAlready()
{
    makeProject(path());
    const auto project = Project::open(path());
    VERIFY_OK(project);
    VERIFY_OK((*project)->edit(u"Add"_s, addLane));
    QFile::link(path(), path(u"link"_s));
    for (const QString &name : {u"project.redoubt"_s, u"link"_s})
        QCOMPARE(Project::open(path(name)).error().kind, Error::Kind::InUse);
    VERIFY_OK(Project::open(path(), Mode::ReadOnly));
    // POSIX locks go when the process closes any descriptor of the file: what was looked at must not have cost the lock.
    OtherProcess other(u"--journal"_s, path());
    QCOMPARE(other.line(), u"database is locked"_s);
    QVERIFY(other.waitForFinished());
    VERIFY_OK((*project)->edit(u"Add"_s, addLane));
}

void TestOpening::lockThatCannotBeMade()
{
    if (!qEnvironmentVariableIsSet("SMALL_DISK"))
        QSKIP("needs a small disk");
    makeProject(path());
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    qputenv("XDG_RUNTIME_DIR", qgetenv("SMALL_DISK"));
    const QString filler = QFileInfo(diskPath()).path() + u"/filler"_s;
    QFile file(filler);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (file.write(QByteArray(pageSize, 'x')) == pageSize) { }
    const auto project = Project::open(path());
    qputenv("XDG_RUNTIME_DIR", before);
    QVERIFY(!project);
    QCOMPARE(project.error().text(),
        u"“project.redoubt” was not opened. No note could be left in “%1” that it is open. Make room there, or open the project to read only."_s.arg(
            qEnvironmentVariable("SMALL_DISK")));
}

void TestOpening::killed_data()
{
    QTest::addColumn<int>("after");
    for (const int after : {1, 7, 60})
        QTest::addRow("after %d edits", after) << after;
}

void TestOpening::killed()
{
    QFETCH(int, after);
    makeProject(path());
    OtherProcess other(u"--edit"_s, path());
    QCOMPARE(other.line(), u"ready"_s);
    int reported = 0;
    while (reported < after)
        reported = other.line().toInt();
    other.kill();
    QVERIFY(other.waitForFinished());
    while (other.canReadLine())
        reported = other.line().toInt();
    QVERIFY(QFile::exists(path() + u"-wal"_s));

    const QByteArray before = sha256Of(path());
    const QByteArray log = sha256Of(path() + u"-wal"_s);
    {
        const auto project = Project::open(path(), Mode::ReadOnly);
        VERIFY_OK(project);
        QVERIFY(lanes(**project) >= reported);
    }
    QCOMPARE(sha256Of(path()), before);
    QCOMPARE(sha256Of(path() + u"-wal"_s), log);
    {
        const auto project = Project::open(path());
        VERIFY_OK(project);
        QVERIFY(lanes(**project) - reported <= 1);
        QCOMPARE((*project)->history()->size(), lanes(**project));
        QCOMPARE((*project)->problems().value(), QStringList());
        VERIFY_OK((*project)->undo());
    }
    QCOMPARE(filesIn(m_folder->path()), QStringList{u"project.redoubt"_s});
}

/// A large change that is written straight into the file is taken back when the file is opened again.
void TestOpening::killedWithinALargeChange()
{
    makeProject(path());
    OtherProcess other(u"--large"_s, path());
    QCOMPARE(other.line(), u"ready"_s);
    QCOMPARE(other.line(), u"half"_s);
    other.kill();
    QVERIFY(other.waitForFinished());
    QVERIFY(QFile::exists(path() + u"-journal"_s));
    {
        const auto project = Project::open(path(), Mode::ReadOnly);
        QVERIFY(!project);
        QCOMPARE(project.error().text(),
            u"“project.redoubt” was not opened. A large change to it was cut off, and has not been taken back yet. Open the project once so that it can be changed; then all is as it was before."_s);
    }
    {
        const auto project = Project::open(path());
        VERIFY_OK(project);
        QCOMPARE(lanes(**project), 0);
        QCOMPARE((*project)->history()->size(), 0);
        QCOMPARE((*project)->problems().value(), QStringList());
    }
    QCOMPARE(filesIn(m_folder->path()), QStringList{u"project.redoubt"_s});
}

void TestOpening::notAllowed()
{
    if (!qEnvironmentVariableIsSet("SMALL_DISK"))
        QSKIP("permissions do not count for root");
    makeProject(path());
    QFile::setPermissions(path(), {});
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly}) {
        const auto project = Project::open(path(), mode);
        QVERIFY(!project);
        QCOMPARE(project.error().text(),
            u"“project.redoubt” was not opened. You are not allowed to read it. Ask its owner for permission, or for a copy."_s);
        QCOMPARE(project.error().kind, Error::Kind::NotAllowed);
    }
}

void TestOpening::readOnlyPlaces_data()
{
    QTest::addColumn<bool>("wal");
    QTest::addColumn<QString>("place");
    for (const bool wal : {false, true}) {
        for (const char *place : {"file", "folder", "disk"})
            QTest::addRow("%s%s", place, wal ? ", not closed cleanly" : "") << wal << QString::fromLatin1(place);
    }
}

void TestOpening::readOnlyPlaces()
{
    QFETCH(bool, wal);
    QFETCH(QString, place);
    if (!qEnvironmentVariableIsSet("SMALL_DISK"))
        QSKIP("needs a small disk");
    makeProject(diskPath());
    if (wal)
        QCOMPARE(OtherProgram(diskPath()).run(u"PRAGMA journal_mode = WAL"_s), u"wal"_s);
    const QString folder = QFileInfo(diskPath()).path();
    if (place == "file"_L1)
        QVERIFY(QFile::setPermissions(diskPath(), QFile::ReadOwner));
    else if (place == "folder"_L1)
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    else
        QCOMPARE(QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,bind,ro"_s, folder}), 0);
    const QByteArray before = sha256Of(diskPath());

    const auto refused = Project::open(diskPath());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::ReadOnly);
    QCOMPARE(refused.error().text(), u"“disk.redoubt” was not opened for writing. %1 Open it to read only, or save a copy in a folder of your own."_s.arg(
        place == "folder"_L1 ? u"Its folder “%1” can only be read."_s.arg(folder) : u"The file can only be read."_s));
    {
        const auto project = Project::open(diskPath(), Mode::ReadOnly);
        VERIFY_OK(project);
        QCOMPARE((*project)->reader().number(u"SELECT count(*) FROM event"_s).value(), 500);
        QCOMPARE((*project)->problems().value(), QStringList());
        VERIFY_OK((*project)->saveCopy(path(u"copy.redoubt"_s)));
        if (place != "file"_L1) {
            const auto there = (*project)->saveCopy(folder + u"/copy.redoubt"_s);
            QCOMPARE(there.error().kind, place == "folder"_L1 ? Error::Kind::NotAllowed : Error::Kind::ReadOnly);
        }
    }
    VERIFY_OK(Project::open(path(u"copy.redoubt"_s)));
    QCOMPARE(sha256Of(diskPath()), before);
    QCOMPARE(filesIn(folder).first(), u"disk.redoubt"_s);
    if (!wal || place != "file"_L1)
        QCOMPARE(filesIn(folder).size(), 1);
}

void TestOpening::names_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"two words.redoubt"_s, u"it's \"quoted\".redoubt"_s, u"a#b?c=d%20&e.redoubt"_s, u"Galați 北京 😀.redoubt"_s,
             u"file:a?mode=ro"_s, u"-rf"_s, u"no ending"_s, u".redoubt"_s, u"line\nbreak"_s, u"%1 %n.redoubt"_s,
             u"back\\slash;semi"_s, QString(247, u'x')})
        QTest::newRow(qPrintable(name.left(30))) << name;
}

void TestOpening::names()
{
    QFETCH(QString, name);
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const auto back = qScopeGuard([&] { QDir::setCurrent(before); });
    VERIFY_OK(Project::create(name, u"Test"_s));
    {
        const auto project = Project::open(name);
        VERIFY_OK(project);
        VERIFY_OK((*project)->edit(u"Add"_s, addLane));
        QCOMPARE((*project)->path(), path(name));
    }
    QCOMPARE(filesIn(m_folder->path()), QStringList{name});
    const auto project = Project::open(path(name), Mode::ReadOnly);
    VERIFY_OK(project);
    QCOMPARE(lanes(**project), 1);
    if (name.size() < 200) {
        VERIFY_OK((*project)->saveCopy(u"copy of "_s + name));
        VERIFY_OK(Project::open(u"copy of "_s + name));
    }
}

void TestOpening::hardened()
{
    makeProject(path());
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly}) {
        const auto project = Project::open(path(), mode);
        VERIFY_OK(project);
        const auto pragma = [&](const QString &name) {
            return (*project)->reader().first(u"PRAGMA "_s + name, {}, [](const QSqlQuery &row) { return row.value(0).toString(); })
                .value().value_or(QString());
        };
        QCOMPARE(pragma(u"journal_mode"_s), mode == Mode::ReadWrite ? u"wal"_s : u"delete"_s);
        QCOMPARE(pragma(u"synchronous"_s), u"2"_s);
        QCOMPARE(pragma(u"foreign_keys"_s), u"1"_s);
        QCOMPARE(pragma(u"trusted_schema"_s), u"0"_s);
        QCOMPARE(pragma(u"cell_size_check"_s), u"1"_s);
        QCOMPARE(pragma(u"mmap_size"_s), u"0"_s);
        QCOMPARE(pragma(u"application_id"_s), QString::number(schema::applicationId));
    }
    QCOMPARE(filesIn(m_folder->path()), QStringList{u"project.redoubt"_s});
}

/// What was listed when Redoubt was built is what its steps make.
void TestOpening::listing()
{
    makeProject(path());
    const auto project = Project::open(path(), Mode::ReadOnly);
    VERIFY_OK(project);
    QFile query(u":/schema/listing/query.sql"_s);
    QFile listed(u":/schema/listing/expected.txt"_s);
    QVERIFY(query.open(QIODevice::ReadOnly) && listed.open(QIODevice::ReadOnly));
    const auto found = (*project)->reader().all(QString::fromUtf8(query.readAll()), {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    VERIFY_OK(found);
    QCOMPARE_GT(found->size(), 40);
    QCOMPARE(QString::fromUtf8(listed.readAll()).trimmed(), found->join(u'\n'));
}

void TestOpening::throughALink()
{
    QDir(m_folder->path()).mkdir(u"real"_s);
    makeProject(path(u"real/project.redoubt"_s));
    QVERIFY(QFile::link(path(u"real/project.redoubt"_s), path()));
    {
        const auto project = Project::open(path());
        VERIFY_OK(project);
        VERIFY_OK((*project)->edit(u"Add"_s, addLane));
        QVERIFY(QFile::exists(path(u"real/project.redoubt-wal"_s)));
    }
    QCOMPARE(filesIn(path(u"real"_s)), QStringList{u"project.redoubt"_s});
    QVERIFY(QFileInfo(path()).isSymLink());
}

/// What opening does not look for, because it would take too long, is found by asking.
void TestOpening::problemsInTheIndex()
{
    makeProject(path());
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype place = bytes.lastIndexOf("e499");
    QVERIFY(place > 0);
    file.seek(place);
    file.write("f");
    file.close();
    {
        const auto project = Project::open(path(), Mode::ReadOnly);
        VERIFY_OK(project);
        const QString found = (*project)->problems().value().join(u'\n');
        QVERIFY2(found.contains(u"row 499 missing from index sqlite_autoindex_event_1"), qPrintable(found));
    }
    QCOMPARE(filesIn(m_folder->path()), QStringList{u"project.redoubt"_s});
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && QStringList{u"--hold"_s, u"--edit"_s, u"--large"_s, u"--journal"_s}.contains(arguments.at(1)))
        return beAnotherProcess(arguments.at(1), arguments.at(2));
    TestOpening test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_opening.moc"
