#include "app/brief/revision.h"
#include "app/project/project.h"
#include "app/timeline/event.h"
#include "tests/project/dump.h"
#include "tests/project/randomedits.h"
#include "tests/project/verify.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

Result<> addLaneNamed(Writer &writer, qint64 id, const QString &key)
{
    return writer.insert(u"lane"_s, {u"id"_s, u"key"_s, u"title"_s}, {id, key, key});
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyTableIsUndoneAndRedone_data();
    void everyTableIsUndoneAndRedone();
    void everyTableWasFilled();
    void typedTextIsNeverLost_data();
    void typedTextIsNeverLost();
    void namesThePlaceInTheHistory();
    void aNewEditCutsWhatWasUndone();
    void anEditThatChangesNothingLeavesNoEntry();
    void undoWithNothingLeftToChangeIsPassed();
    void undoneAdditionTakesItsRevisionsAlong();
    void undoneAdditionTakesTypedTextAlong();
    void exchangedKeysComeBack();
    void removedThingsLoseTheirTags();
    void reportsCascades();
    void hundredThousandRows();
    void editWithinAnEditIsRefused();
    void aChangeMayFollowOnAChange();
    void copyHasTheHistory();
    void aFileWhoseBeginningWasNotWrittenIsReadWithItsLog();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"project.redoubt"_s); }
    [[nodiscard]] const Reader &reader() const { return m_project->reader(); }
    [[nodiscard]] qint64 count(const QString &table) const
    {
        return reader().number(u"SELECT count(*) FROM "_s + table).value();
    }
    void reopen();
    /// Changes the project, and checks that it says what of it has changed.
    void act(const std::function<Result<>()> &action);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    QMap<QString, bool> m_filled; ///< table → whether the random edits put rows in it
};

void TestHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    VERIFY_OK(Project::create(path(), u"Test"_s));
    reopen();
}

void TestHistory::cleanup()
{
    m_project.reset();
    if (!QTest::currentTestFailed())
        QCOMPARE(filesIn(m_folder->path()).size(), filesIn(m_folder->path()).filter(u".redoubt"_s).size());
}

void TestHistory::reopen()
{
    m_project.reset();
    auto opened = Project::open(path());
    VERIFY_OK(opened);
    m_project = std::move(*opened);
}

void TestHistory::act(const std::function<Result<>()> &action)
{
    const Dump before = dump(reader());
    Changes reported;
    const auto connection = connect(m_project.get(), &Project::changed, this, [&](const Changes &changes) { reported = changes; });
    VERIFY_OK(action());
    disconnect(connection);
    QCOMPARE(reported, changesBetween(before, dump(reader())));
}

void TestHistory::everyTableIsUndoneAndRedone_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("reopening");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u%s", seed, seed % 2 ? "" : ", reopening") << seed << (seed % 2 == 0);
}

void TestHistory::everyTableIsUndoneAndRedone()
{
    QFETCH(quint32, seed);
    QFETCH(bool, reopening);
    RandomEdits edits(seed);
    QList<Dump> states{dump(reader())};
    const auto check = [&](qsizetype at) {
        const QString differs = difference(states.at(at), dump(reader()));
        QVERIFY2(differs.isEmpty(), qPrintable(u"at %1: %2"_s.arg(QString::number(at), differs)));
    };
    while (states.size() <= 60) {
        const int changes = 1 + edits.below(6);
        const qsizetype entries = m_project->history()->size();
        act([&] {
            return m_project->edit(u"Step"_s, [&](Writer &writer) -> Result<> {
                for (int i = 0; i < changes; ++i) {
                    if (auto done = edits.change(writer); !done)
                        return done;
                }
                return {};
            });
        });
        if (QTest::currentTestFailed())
            return;
        if (m_project->history()->size() > entries)
            states.append(dump(reader()));
        if (states.size() > 1 && edits.below(8) == 0) {
            act([&] { return m_project->undo(); });
            check(states.size() - 2);
            act([&] { return m_project->redo(); });
            check(states.size() - 1);
        }
        if (reopening && edits.below(15) == 0)
            reopen();
    }
    for (const Dump &state : states) {
        for (const auto &[table, rows] : state.asKeyValueRange())
            m_filled[table] = m_filled.value(table) || !rows.isEmpty();
    }
    for (qsizetype at = states.size() - 2; at >= 0 && !QTest::currentTestFailed(); --at) {
        act([&] { return m_project->undo(); });
        check(at);
        if (reopening && at % 20 == 7)
            reopen();
    }
    QCOMPARE(m_project->undoText(), QString());
    QCOMPARE(m_project->problems().value(), QStringList());
    for (qsizetype at = 1; at < states.size() && !QTest::currentTestFailed(); ++at) {
        act([&] { return m_project->redo(); });
        check(at);
        if (reopening && at % 20 == 7)
            reopen();
    }
    QCOMPARE(m_project->redoText(), QString());
    QCOMPARE(m_project->problems().value(), QStringList());
}

void TestHistory::everyTableWasFilled()
{
    if (m_filled.isEmpty())
        QSKIP("needs everyTableIsUndoneAndRedone");
    QCOMPARE(m_filled.keys(false), QStringList());
}

void TestHistory::typedTextIsNeverLost_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 101; seed <= 104; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestHistory::typedTextIsNeverLost()
{
    QFETCH(quint32, seed);
    RandomEdits edits(seed);
    const auto type = [&] { return m_project->keep([&](Writer &writer) { return edits.type(writer); }); };
    for (int i = 0; i < 80; ++i) {
        act([&] {
            return m_project->edit(u"Step"_s, [&](Writer &writer) -> Result<> {
                auto done = edits.change(writer);
                return done ? edits.change(writer) : done;
            });
        });
        act(type);
        if (edits.below(4) != 0)
            continue;
        const Dump before = dump(reader());
        int steps = 0;
        for (const int wanted = 1 + edits.below(12); steps < wanted && !m_project->undoText().isEmpty(); ++steps)
            act([&] { return m_project->undo(); });
        if (edits.below(3) == 0)
            reopen();
        for (; steps > 0; --steps)
            act([&] { return m_project->redo(); });
        const QString differs = difference(before, dump(reader()));
        QVERIFY2(differs.isEmpty(), qPrintable(u"at %1: %2"_s.arg(QString::number(i), differs)));
        if (QTest::currentTestFailed())
            return;
    }
    // Typing while some is undone: what was undone comes back, and so does what was typed, each by its own way.
    while (!m_project->undoText().isEmpty()) {
        act([&] { return m_project->undo(); });
        act(type);
    }
    while (!m_project->redoText().isEmpty()) {
        act([&] { return m_project->redo(); });
        act(type);
    }
    QCOMPARE(m_project->problems().value(), QStringList());
}

void TestHistory::namesThePlaceInTheHistory()
{
    QSignalSpy changed(m_project.get(), &Project::changed);
    QCOMPARE(m_project->undoText(), QString());
    QCOMPARE(m_project->redoText(), QString());
    QCOMPARE(m_project->undo().error().text(), u"There is nothing to undo."_s);
    QCOMPARE(m_project->redo().error().text(), u"There is nothing to redo."_s);
    QCOMPARE(m_project->undo().error().kind, Error::Kind::Refused);
    for (const QString &key : {u"one"_s, u"two"_s, u"three"_s}) {
        VERIFY_OK(m_project->edit(u"Add “%1”"_s.arg(key), [&](Writer &writer) { return addLaneNamed(writer, newIdNumber(), key); }));
    }
    QCOMPARE(m_project->undoText(), u"Add “three”"_s);
    VERIFY_OK(m_project->undo());
    VERIFY_OK(m_project->undo());
    QCOMPARE(m_project->undoText(), u"Add “one”"_s);
    QCOMPARE(m_project->redoText(), u"Add “two”"_s);
    reopen();
    QCOMPARE(m_project->undoText(), u"Add “one”"_s);
    QCOMPARE(m_project->redoText(), u"Add “two”"_s);
    VERIFY_OK(m_project->redo());
    QCOMPARE(m_project->redoText(), u"Add “three”"_s);
    const auto history = m_project->history().value();
    QCOMPARE(history.size(), 3);
    QCOMPARE(history.at(1).what, u"Add “two”"_s);
    QCOMPARE(history.at(1).undone, false);
    QCOMPARE(history.at(2).undone, true);
    QCOMPARE(history.at(2).at.timeSpec(), Qt::UTC);
    QVERIFY(qAbs(history.at(2).at.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(changed.size(), 5);
}

void TestHistory::aNewEditCutsWhatWasUndone()
{
    for (int i = 1; i <= 3; ++i)
        VERIFY_OK(m_project->edit(u"Old %1"_s.arg(i), [i](Writer &writer) { return addLaneNamed(writer, i, QString::number(i)); }));
    for (int i = 0; i < 3; ++i)
        VERIFY_OK(m_project->undo());
    VERIFY_OK(m_project->keep([](Writer &writer) { return writer.update(u"project"_s, 1, {u"language"_s}, {u"fr"_s}); }));
    QCOMPARE(m_project->redoText(), u"Old 1"_s);
    VERIFY_OK(m_project->edit(u"New"_s, [](Writer &writer) { return addLaneNamed(writer, 9, u"new"_s); }));
    QCOMPARE(m_project->redoText(), QString());
    QCOMPARE(m_project->history()->size(), 1);
    QCOMPARE(m_project->redo().error().kind, Error::Kind::Refused);
    VERIFY_OK(m_project->undo());
    QCOMPARE(count(u"lane"_s), 0);
}

void TestHistory::anEditThatChangesNothingLeavesNoEntry()
{
    VERIFY_OK(m_project->edit(u"Add"_s, [](Writer &writer) { return addLaneNamed(writer, 1, u"a"_s); }));
    VERIFY_OK(m_project->edit(u"Add more"_s, [](Writer &writer) { return addLaneNamed(writer, 2, u"b"_s); }));
    VERIFY_OK(m_project->undo());
    QSignalSpy changed(m_project.get(), &Project::changed);
    VERIFY_OK(m_project->edit(u"Nothing"_s, [](Writer &) { return Result<>(); }));
    VERIFY_OK(m_project->edit(u"The same"_s, [](Writer &writer) { return writer.update(u"lane"_s, 1, {u"key"_s}, {u"a"_s}); }));
    VERIFY_OK(m_project->edit(u"There and back"_s, [](Writer &writer) {
        auto added = addLaneNamed(writer, 3, u"c"_s);
        return added ? writer.remove(u"lane"_s, 3) : added;
    }));
    QCOMPARE(m_project->undoText(), u"Add"_s);
    QCOMPARE(m_project->redoText(), u"Add more"_s);
    QCOMPARE(changed.size(), 0);
}

void TestHistory::undoWithNothingLeftToChangeIsPassed()
{
    VERIFY_OK(m_project->edit(u"Lane"_s, [](Writer &writer) { return addLaneNamed(writer, 1, u"a"_s); }));
    VERIFY_OK(m_project->edit(u"Title"_s, [](Writer &writer) { return writer.update(u"project"_s, 1, {u"title"_s}, {u"New"_s}); }));
    VERIFY_OK(m_project->keep([](Writer &writer) { return writer.update(u"project"_s, 1, {u"title"_s}, {u"Test"_s}); }));
    const Dump before = dump(reader());
    QSignalSpy changed(m_project.get(), &Project::changed);
    VERIFY_OK(m_project->undo());
    QCOMPARE(m_project->undoText(), u"Lane"_s);
    QCOMPARE(m_project->redoText(), u"Title"_s);
    QCOMPARE(changed.size(), 1);
    VERIFY_OK(m_project->undo());
    QCOMPARE(count(u"lane"_s), 0);
    VERIFY_OK(m_project->redo());
    VERIFY_OK(m_project->redo());
    QCOMPARE(difference(before, dump(reader())), QString());
}

void TestHistory::undoneAdditionTakesItsRevisionsAlong()
{
    Brief brief;
    brief.title = u"Brief"_s;
    VERIFY_OK(m_project->edit(u"Add brief"_s, [&](Writer &writer) { return addBrief(writer, brief); }));
    VERIFY_OK(m_project->keep([&](Writer &writer) -> Result<> {
        for (int i = 0; i < 50; ++i) {
            Revision revision{{}, brief.id, QDateTime::currentDateTimeUtc(), {}};
            if (auto added = addRevision(writer, revision, packText(u"text %1"_s.arg(i))); !added)
                return added;
        }
        return {};
    }));
    const Dump before = dump(reader());
    act([&] { return m_project->undo(); });
    QCOMPARE(count(u"brief"_s), 0);
    QCOMPARE(count(u"revision"_s), 0);
    QCOMPARE(m_project->problems().value(), QStringList());
    act([&] { return m_project->redo(); });
    QCOMPARE(difference(before, dump(reader())), QString());
}

void TestHistory::undoneAdditionTakesTypedTextAlong()
{
    Brief brief;
    brief.title = u"Brief"_s;
    brief.text = u"first"_s;
    VERIFY_OK(m_project->edit(u"Add brief"_s, [&](Writer &writer) { return addBrief(writer, brief); }));
    VERIFY_OK(m_project->edit(u"Correct"_s, [&](Writer &writer) { return updateBriefText(writer, brief.id, u"second"_s); }));
    VERIFY_OK(m_project->keep([&](Writer &writer) { return updateBriefText(writer, brief.id, u"typed"_s); }));
    const auto text = [&] { return redoubt::brief(reader(), brief.id).value().value().text; };
    VERIFY_OK(m_project->undo());
    QCOMPARE(text(), u"first"_s);
    VERIFY_OK(m_project->undo());
    QCOMPARE(count(u"brief"_s), 0);
    reopen();
    VERIFY_OK(m_project->redo());
    QCOMPARE(text(), u"first"_s);
    VERIFY_OK(m_project->keep([&](Writer &writer) { return updateBriefText(writer, brief.id, u"between"_s); }));
    VERIFY_OK(m_project->redo());
    QCOMPARE(text(), u"typed"_s);
    VERIFY_OK(m_project->undo());
    QCOMPARE(text(), u"between"_s);
}

void TestHistory::exchangedKeysComeBack()
{
    VERIFY_OK(m_project->edit(u"Add"_s, [](Writer &writer) {
        for (int i = 1; i <= 3; ++i) {
            if (auto added = addLaneNamed(writer, i, QString(QChar(u'a' + i))); !added)
                return added;
        }
        return writer.insert(u"event"_s, {u"id"_s, u"key"_s, u"title"_s, u"date"_s, u"lane_id"_s}, {1, u"e"_s, u"E"_s, u"2022"_s, 2});
    }));
    const Dump before = dump(reader());
    VERIFY_OK(m_project->edit(u"Rotate"_s, [](Writer &writer) -> Result<> {
        for (const auto &[id, key] : {std::pair{1, u"x"_s}, {2, u"y"_s}, {3, u"b"_s}, {1, u"c"_s}, {2, u"d"_s}}) {
            if (auto done = writer.update(u"lane"_s, id, {u"key"_s}, {key}); !done)
                return done;
        }
        return {};
    }));
    const Dump after = dump(reader());
    act([&] { return m_project->undo(); });
    QCOMPARE(difference(before, dump(reader())), QString());
    act([&] { return m_project->redo(); });
    QCOMPARE(difference(after, dump(reader())), QString());
}

void TestHistory::removedThingsLoseTheirTags()
{
    VERIFY_OK(m_project->edit(u"Add"_s, [](Writer &writer) {
        for (const auto &[table, columns, values] : QList<std::tuple<QString, QStringList, QVariantList>>{
                 {u"event"_s, {u"id"_s, u"key"_s, u"title"_s, u"date"_s}, {1, u"e"_s, u"E"_s, u"2022"_s}},
                 {u"tag"_s, {u"id"_s, u"name"_s}, {1, u"air"_s}},
                 {u"tagging"_s, {u"id"_s, u"tag_id"_s, u"kind"_s, u"item"_s}, {1, 1, u"event"_s, 1}}}) {
            if (auto added = writer.insert(table, columns, values); !added)
                return added;
        }
        return Result<>();
    }));
    act([&] { return m_project->edit(u"Remove"_s, [](Writer &writer) { return removeEvent(writer, {1}); }); });
    QCOMPARE(count(u"tagging"_s), 0);
    act([&] { return m_project->undo(); });
    QCOMPARE(count(u"tagging"_s), 1);
    VERIFY_OK(m_project->undo());
    VERIFY_OK(m_project->redo());
    QCOMPARE(count(u"tagging"_s), 1);
}

void TestHistory::reportsCascades()
{
    VERIFY_OK(m_project->edit(u"Add"_s, [](Writer &writer) -> Result<> {
        auto done = addLaneNamed(writer, 1, u"a"_s);
        for (int i = 1; done && i <= 2; ++i) {
            done = writer.insert(u"event"_s, {u"id"_s, u"key"_s, u"title"_s, u"date"_s, u"lane_id"_s},
                {i, QString::number(i), u"E"_s, u"2022"_s, 1});
        }
        return done ? writer.insert(u"link"_s, {u"id"_s, u"from_event"_s, u"to_event"_s, u"kind"_s}, {7, 1, 2, u"escalates"_s}) : done;
    }));
    Changes reported;
    connect(m_project.get(), &Project::changed, this, [&](const Changes &changes) { reported = changes; });
    VERIFY_OK(m_project->edit(u"Remove event"_s, [](Writer &writer) { return removeEvent(writer, {2}); }));
    QCOMPARE(reported, (Changes{{{u"event"_s, {2}}, {u"link"_s, {7}}}}));
    VERIFY_OK(m_project->edit(u"Remove lane"_s, [](Writer &writer) { return removeLane(writer, {1}); }));
    QCOMPARE(reported, (Changes{{{u"event"_s, {1}}, {u"lane"_s, {1}}}}));
}

void TestHistory::hundredThousandRows()
{
    static constexpr int rows = 100'000;
    VERIFY_OK(m_project->edit(u"Import"_s, [](Writer &writer) {
        auto done = addLaneNamed(writer, 1, u"a"_s);
        if (done)
            done = writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO event "
                              "(id, key, title, date, lane_id) SELECT i, 'e' || i, 'Event ' || i, '2022', 1 FROM n"_s);
        return done ? writer.run(u"INSERT INTO event_actor (id, event_id, position, name) SELECT id, id, 0, 'A' FROM event"_s) : done;
    }));
    const Dump full = dump(reader());
    VERIFY_OK(m_project->edit(u"Clear"_s, [](Writer &writer) { return writer.run(u"DELETE FROM event"_s); }));
    QCOMPARE(count(u"event_actor"_s), 0);
    QSignalSpy changed(m_project.get(), &Project::changed);
    VERIFY_OK(m_project->undo());
    QVERIFY(dump(reader()) == full);
    QCOMPARE(changed.first().first().value<Changes>().rows.value(u"event_actor"_s).size(), rows);
    VERIFY_OK(m_project->undo());
    QCOMPARE(count(u"event"_s) + count(u"lane"_s), 0);
    VERIFY_OK(m_project->redo());
    QVERIFY(dump(reader()) == full);
    VERIFY_OK(m_project->redo());
    QCOMPARE(count(u"event"_s), 0);
    QCOMPARE(m_project->problems().value(), QStringList());
}

void TestHistory::editWithinAnEditIsRefused()
{
    VERIFY_OK(m_project->edit(u"Outer"_s, [&](Writer &writer) {
        const auto inner = m_project->edit(u"Inner"_s, [](Writer &w) { return addLaneNamed(w, 1, u"inner"_s); });
        if (inner || inner.error().text() != "Nothing was changed. Another change is not finished yet."_L1)
            QTest::qFail("The inner edit was not refused", __FILE__, __LINE__);
        return addLaneNamed(writer, 2, u"outer"_s);
    }));
    QCOMPARE(count(u"lane"_s), 1);
    QCOMPARE(m_project->undoText(), u"Outer"_s);
}

void TestHistory::aChangeMayFollowOnAChange()
{
    bool followed = false;
    connect(m_project.get(), &Project::changed, this, [&] {
        if (!std::exchange(followed, true))
            VERIFY_OK(m_project->edit(u"Second"_s, [](Writer &writer) { return addLaneNamed(writer, 2, u"b"_s); }));
    });
    VERIFY_OK(m_project->edit(u"First"_s, [](Writer &writer) { return addLaneNamed(writer, 1, u"a"_s); }));
    QCOMPARE(count(u"lane"_s), 2);
    QCOMPARE(m_project->undoText(), u"Second"_s);
}

void TestHistory::copyHasTheHistory()
{
    VERIFY_OK(m_project->edit(u"Add"_s, [](Writer &writer) { return addLaneNamed(writer, newIdNumber(), u"a"_s); }));
    const QString copyPath = m_folder->filePath(u"a 'copy' #1 100%.redoubt"_s);
    VERIFY_OK(m_project->saveCopy(copyPath));
    const auto again = m_project->saveCopy(copyPath);
    QCOMPARE(again.error().kind, Error::Kind::Exists);
    QCOMPARE(again.error().text(), u"“a 'copy' #1 100%.redoubt” was not made. There is a file of that name already. Choose another name."_s);
    QCOMPARE(m_project->saveCopy(path()).error().kind, Error::Kind::Exists);
    QVERIFY(!m_project->saveCopy(m_folder->filePath(u"none/b.redoubt"_s)));

    auto copy = Project::open(copyPath);
    VERIFY_OK(copy);
    QCOMPARE(difference(dump(reader()), dump((*copy)->reader())), QString());
    QCOMPARE((*copy)->undoText(), u"Add"_s);
    VERIFY_OK((*copy)->undo());
    QCOMPARE((*copy)->reader().number(u"SELECT count(*) FROM lane"_s).value(), 0);
    QCOMPARE(count(u"lane"_s), 1);
    VERIFY_OK((*copy)->redo());
    // Rows that are added on both sides from now on never get the same id.
    const auto add = [](Writer &writer) { return addLaneNamed(writer, newIdNumber(), u"b"_s); };
    VERIFY_OK(m_project->edit(u"Here"_s, add));
    VERIFY_OK((*copy)->edit(u"There"_s, add));
    const QString sql = u"SELECT id FROM lane WHERE key = 'b'"_s;
    QVERIFY(reader().number(sql).value() != (*copy)->reader().number(sql).value());
}

/// As a power failure leaves it that came before the disk had what says that there is a log: its log was waited for.
void TestHistory::aFileWhoseBeginningWasNotWrittenIsReadWithItsLog()
{
    VERIFY_OK(m_project->edit(u"One"_s, [](Writer &writer) { return addLaneNamed(writer, 1, u"one"_s); }));
    const QString left = m_folder->filePath(u"left.redoubt"_s);
    QVERIFY(QFile::copy(path(), left));
    QVERIFY(QFile::copy(path() + u"-wal"_s, left + u"-wal"_s));
    QFile file(left);
    QVERIFY(file.open(QIODevice::ReadWrite));
    static constexpr qint64 versions = 18; // how the file is written and read (SQLite's file format, 1.3)
    QVERIFY(file.seek(versions));
    QCOMPARE(file.read(2), QByteArray("\2\2"));
    QVERIFY(file.seek(versions));
    QCOMPARE(file.write("\1\1"), 2);
    file.close();
    const auto opened = Project::open(left);
    VERIFY_OK(opened);
    QCOMPARE((*opened)->reader().number(u"SELECT count(*) FROM lane WHERE key = 'one'"_s).value(), 1);
    QCOMPARE((*opened)->undoText(), u"One"_s);
    QCOMPARE((*opened)->problems().value(), QStringList());
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
