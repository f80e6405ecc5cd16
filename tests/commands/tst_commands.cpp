#include "app/brief/revision.h"
#include "app/commands/sample.h"
#include "app/project/project.h"
#include "app/timeline/lane.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

struct Run
{
    int code = -1;
    QString out;
    QString error;
    QJsonValue json; ///< undefined when the output is not exactly one value
};

QByteArray sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : "not there";
}

QString keysOf(const QJsonValue &value)
{
    const QJsonObject object = value.isArray() ? value.toArray().first().toObject() : value.toObject();
    return object.keys().join(u' ');
}

} // namespace

/// The real executable, without a display.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void answers_data();
    void answers();
    void json_data();
    void json();
    void refused_data();
    void refused();
    void notAProject_data();
    void notAProject();
    void newProjects();
    void undoAndRedo();
    void historyTells();
    void eventsAreFiltered_data();
    void eventsAreFiltered();
    void verifyFindsDamage();
    void inUse();
    void exportsAPdf();
    void exportsWhatHasChangedSince();
    void exportIsRefused();
    void searchIsRefused_data();
    void searchIsRefused();
    void sourcesInAndOut();
    void hostileText();
    void hugeArguments();
    void pageWithoutText();
    void helpOfEveryCommand();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"case.redoubt"_s); }
    Run run(const QStringList &arguments);

    QTemporaryDir m_once;
    QString m_master; ///< the sample with three actions, the last of them undone
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCommands::initTestCase()
{
    m_master = m_once.filePath(u"master.redoubt"_s);
    QVERIFY(createSample(m_master));
    const auto project = Project::open(m_master);
    QVERIFY(project);
    for (const QString &key : {u"one"_s, u"two"_s, u"three"_s}) {
        QVERIFY((*project)->edit(u"Add “%1”"_s.arg(key), [&](Writer &writer) {
            return addLane(writer, {Id<Lane>::make(), key, key, 9, 0, false});
        }));
    }
    QVERIFY((*project)->undo());
}

void TestCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(m_master, file()));
}

Run TestCommands::run(const QStringList &arguments)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder->path());
    process.start(QStringLiteral(REDOUBT_EXECUTABLE), arguments);
    process.waitForFinished(60'000);
    Run result;
    result.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    const QByteArray out = process.readAllStandardOutput();
    result.out = QString::fromUtf8(out);
    result.error = QString::fromUtf8(process.readAllStandardError());
    QJsonParseError parsed;
    const auto document = QJsonDocument::fromJson(out, &parsed);
    if (parsed.error == QJsonParseError::NoError)
        result.json = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    else
        result.json = QJsonValue::Undefined;
    return result;
}

void TestCommands::answers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("part"); ///< of the output
    const QString f = u"case.redoubt"_s;
    QTest::newRow("new") << QStringList{u"new"_s, u"n.redoubt"_s} << 0 << u"Made n.redoubt.\n"_s;
    QTest::newRow("info") << QStringList{u"info"_s, f} << 0 << u"       18  events\n"_s;
    QTest::newRow("events") << QStringList{u"events"_s, f, u"--match"_s, u"zagreb"_s} << 0 << u"A Tu-141 crashes in Zagreb\n"_s;
    QTest::newRow("search") << QStringList{u"search"_s, f, u"zagreb"_s} << 0 << u"A Tu-141 crashes in Zagreb\n"_s;
    QTest::newRow("search, limited") << QStringList{u"search"_s, f, u"drone"_s, u"--limit"_s, u"1"_s} << 0 << u"rone"_s;
    QTest::newRow("search, nothing") << QStringList{u"search"_s, f, u"unheardof"_s} << 1 << u"Nothing was found.\n"_s;
    QTest::newRow("check") << QStringList{u"check"_s, f} << 0 << u"nothing was found, 1 let stand\n"_s;
    QTest::newRow("check, one rule") << QStringList{u"check"_s, f, u"--rule"_s, u"unknown-citation"_s, u"--rule"_s, u"quotation"_s} << 0 << u"nothing was found\n"_s;
    QTest::newRow("help of check") << QStringList{u"help"_s, u"check"_s} << 0 << u"\n  uncited-quotation       Quotation without a source\n"_s;
    QTest::newRow("dates") << QStringList{u"dates"_s, u"spring 2014"_s} << 0
                           << u"spring 2014 → 2014-21  2014-03-01T00:00:00Z … 2014-05-31T23:59:59Z\n"_s;
    QTest::newRow("dates, not one") << QStringList{u"dates"_s, u"2014"_s, u"nonsense"_s} << 1 << u"“nonsense” was not understood."_s;
    QTest::newRow("dates before the year 0") << QStringList{u"dates"_s, u"-0044-03-15"_s, u"-03XX"_s} << 0
                                             << u"-03XX → -03XX  -0399-01-01T00:00:00Z … -0300-12-31T23:59:59Z\n"_s;
    QTest::newRow("dates, nearly one") << QStringList{u"dates"_s, u"2026-5-9"_s} << 1 << u"Write 2026-05-09."_s;
    const QString page = QStringLiteral(TEST_DATA "/pages/article.html");
    QTest::newRow("page") << QStringList{u"page"_s, page, u"--url"_s, u"https://example.org/a"_s} << 0
                          << u"Ioana Marin\nThe Danube Courier\n2026-05-29T06:12:00+03:00\nen-GB\n\nBy Ioana Marin\n\nParts of the drone in a field"_s;
    QTest::newRow("history") << QStringList{u"history"_s, f} << 0 << u"Add “three”  (undone)\n"_s;
    QTest::newRow("undo") << QStringList{u"undo"_s, f} << 0 << u"Add “two”  (undone)\n"_s;
    QTest::newRow("redo") << QStringList{u"redo"_s, f} << 0 << u"Add “three”\n"_s;
    QTest::newRow("verify") << QStringList{u"verify"_s, f} << 0 << u"All is well.\n"_s;
    QTest::newRow("export") << QStringList{u"export"_s, f, u"out.pdf"_s} << 0 << u"Wrote out.pdf: "_s;
    QTest::newRow("export events") << QStringList{u"export"_s, f, u"out.csv"_s, u"--what"_s, u"events"_s} << 0 << u"Wrote out.csv: 18 event"_s;
    QTest::newRow("export a lane") << QStringList{u"export"_s, f, u"o.json"_s, u"--what"_s, u"events"_s, u"--lane"_s, u"diplomacy"_s, u"--from"_s, u"2026"_s}
                                   << 0 << u"Wrote o.json: 1 event"_s;
    QTest::newRow("export a picture") << QStringList{u"export"_s, f, u"o.SVG"_s, u"--what"_s, u"events"_s, u"--to"_s, u"2024"_s} << 0 << u"Wrote o.SVG: 7 event"_s;
    QTest::newRow("help") << QStringList{u"help"_s} << 0 << u"Usage: redoubt [FILE]\n"_s;
    QTest::newRow("help of one") << QStringList{u"help"_s, u"undo"_s} << 0 << u"Usage: redoubt undo FILE [N] [--json]\n"_s;
    QTest::newRow("--help of one") << QStringList{u"undo"_s, u"--help"_s} << 0 << u"Usage: redoubt undo FILE [N] [--json]\n"_s;
    QTest::newRow("--help before a mistake") << QStringList{u"info"_s, u"-h"_s, u"a"_s, u"b"_s} << 0 << u"Usage: redoubt info FILE"_s;
}

void TestCommands::answers()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, part);
    const Run result = run(arguments);
    QCOMPARE(result.error, QString());
    QTEST(result.code, "code");
    QVERIFY2(result.out.contains(part), qPrintable(result.out));
    QCOMPARE(QDir(m_folder->path()).entryList({u"*-wal"_s, u"*-shm"_s, u"*-journal"_s, u".*"_s}, QDir::Files | QDir::Hidden), QStringList());
}

void TestCommands::json_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("keys");
    const QString f = u"case.redoubt"_s;
    QTest::newRow("new") << QStringList{u"new"_s, u"n.redoubt"_s} << 0 << u"file schema"_s;
    QTest::newRow("new --sample") << QStringList{u"new"_s, u"n.redoubt"_s, u"--sample"_s} << 0 << u"file schema"_s;
    QTest::newRow("info") << QStringList{u"info"_s, f} << 0
                          << u"briefs bytes captures events excerpts history indicators lanes schema sources"_s;
    QTest::newRow("events") << QStringList{u"events"_s, f} << 0
                            << u"certainty date earliest key lane latest links place sources title"_s;
    QTest::newRow("search") << QStringList{u"search"_s, f, u"drone"_s} << 0 << u"key kind score snippet title"_s;
    QTest::newRow("search, nothing") << QStringList{u"search"_s, f, u"unheardof"_s} << 1 << QString();
    const QString date = u"edtf end_earliest end_latest error input level start_earliest start_latest valid"_s;
    QTest::newRow("dates") << QStringList{u"dates"_s, u"2014"_s} << 0 << date;
    QTest::newRow("dates, not one") << QStringList{u"dates"_s, u"nonsense"_s} << 1 << date;
    QTest::newRow("dates before the year 0") << QStringList{u"dates"_s, u"-0044"_s, u"-XXXX"_s} << 0 << date;
    QTest::newRow("page") << QStringList{u"page"_s, QStringLiteral(TEST_DATA "/pages/article.html")} << 0
                          << u"byline excerpt language published site text title"_s;
    QTest::newRow("history") << QStringList{u"history"_s, f} << 0 << u"at seq undone what"_s;
    QTest::newRow("undo") << QStringList{u"undo"_s, f, u"2"_s} << 0 << u"at seq undone what"_s;
    QTest::newRow("redo") << QStringList{u"redo"_s, f} << 0 << u"at seq undone what"_s;
    QTest::newRow("verify") << QStringList{u"verify"_s, f} << 0 << u"ok problems"_s;
    QTest::newRow("export") << QStringList{u"export"_s, f, u"out.pdf"_s} << 0 << u"bytes file pages"_s;
    QTest::newRow("export events") << QStringList{u"export"_s, f, u"out.png"_s, u"--what"_s, u"events"_s} << 0 << u"bytes file pages"_s;
    QTest::newRow("help") << QStringList{u"help"_s} << 0 << u"help"_s;
}

void TestCommands::json()
{
    QFETCH(QStringList, arguments);
    const Run result = run(arguments + QStringList{u"--json"_s});
    QCOMPARE(result.error, QString());
    QTEST(result.code, "code");
    QVERIFY2(!result.json.isUndefined() && result.out.endsWith(u'\n'), qPrintable(result.out));
    QTEST(keysOf(result.json), "keys");
}

void TestCommands::refused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("error"); ///< how it begins
    const QString f = u"case.redoubt"_s;
    const QString other = u"redoubt: It takes other arguments.\nUsage: redoubt "_s;
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s, f} << u"redoubt: There is no command “frobnicate”.\n\nUsage: redoubt [FILE]"_s;
    QTest::newRow("nothing given") << QStringList{u"info"_s} << other + u"info FILE\n"_s;
    QTest::newRow("too much given") << QStringList{u"info"_s, f, f} << other + u"info FILE\n"_s;
    QTest::newRow("no date") << QStringList{u"dates"_s} << other + u"dates TEXT…\n"_s;
    QTest::newRow("no page") << QStringList{u"page"_s, u"none.html"_s} << u"redoubt: “none.html” was not read. "_s;
    QTest::newRow("a folder as a page") << QStringList{u"page"_s, u"."_s} << u"redoubt: “.” was not read. It is a folder. "_s;
    QTest::newRow("unknown rule") << QStringList{u"check"_s, f, u"--rule"_s, u"spelling"_s}
                                  << u"redoubt: Nothing was checked. There is no rule “spelling”. Rules are: quotation, "_s;
    QTest::newRow("unknown brief") << QStringList{u"check"_s, f, u"--brief"_s, u"other"_s}
                                   << u"redoubt: Nothing was checked. There is no brief “other”. Briefs are: galati-2026.\n"_s;
    QTest::newRow("unknown option") << QStringList{u"info"_s, u"--fast"_s, f} << u"redoubt: Unknown option 'fast'.\nUsage: redoubt info FILE\n"_s;
    QTest::newRow("another's option") << QStringList{u"info"_s, f, u"--lane"_s, u"x"_s} << u"redoubt: Unknown option 'lane'.\n"_s;
    QTest::newRow("option without a value") << QStringList{u"events"_s, f, u"--lane"_s} << u"redoubt: Missing value after '--lane'.\n"_s;
    QTest::newRow("new over a file") << QStringList{u"new"_s, f}
                                     << u"redoubt: “case.redoubt” was not made. There is a file of that name already. Choose another name.\n"_s;
    QTest::newRow("new in no folder") << QStringList{u"new"_s, u"none/a.redoubt"_s} << u"redoubt: “a.redoubt” was not made. There is no folder “"_s;
    QTest::newRow("unknown template") << QStringList{u"new"_s, u"n.redoubt"_s, u"--template"_s, u"novel"_s} << u"redoubt: "_s;
    QTest::newRow("template of elsewhere") << QStringList{u"new"_s, u"n.redoubt"_s, u"--template"_s, u"../sample/galati"_s} << u"redoubt: "_s;
    QTest::newRow("sample from a template") << QStringList{u"new"_s, u"n.redoubt"_s, u"--sample"_s, u"--template"_s, u"blank"_s}
                                            << u"redoubt: No project was made. The sample is not made from a template. Give --sample or --template, not both.\n"_s;
    for (const QString &count : {u"0"_s, u"two"_s, u"1.5"_s, u"99999999999999999999"_s, u""_s}) {
        QTest::newRow(qPrintable(u"undo “%1”"_s.arg(count))) << QStringList{u"undo"_s, f, count}
                                                            << u"redoubt: Nothing was changed. “%1” is not a number of actions. Give a whole number from 1.\n"_s.arg(count);
    }
    QTest::newRow("undo -1") << QStringList{u"undo"_s, f, u"--"_s, u"-1"_s} << u"redoubt: Nothing was changed. “-1” is not a number of actions."_s;
    QTest::newRow("undo too many") << QStringList{u"undo"_s, f, u"3"_s} << u"redoubt: Nothing was undone. There are only 2 of them.\n"_s;
    QTest::newRow("redo too many") << QStringList{u"redo"_s, f, u"2"_s} << u"redoubt: Nothing was redone. "_s;
    QTest::newRow("help on nothing") << QStringList{u"help"_s, u"frobnicate"_s}
                                     << u"redoubt: There is no help on “frobnicate”. There is no such command. Run “redoubt help” for the list.\n"_s;
}

void TestCommands::refused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, error);
    const QByteArray before = sha256Of(file());
    for (const QStringList &more : {QStringList(), QStringList{u"--json"_s}}) {
        if (!more.isEmpty() && (arguments.contains(u"--"_s) || arguments.last() == "--lane"_L1))
            continue;
        const Run result = run(arguments + more);
        QCOMPARE(result.out, QString());
        QVERIFY2(result.error.startsWith(error), qPrintable(result.error));
        QCOMPARE(result.code, 2);
        QCOMPARE(sha256Of(file()), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{u"case.redoubt"_s});
    }
}

void TestCommands::notAProject_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *command : {"info", "events", "history", "undo", "redo", "verify"})
        QTest::newRow(command) << QStringList{QString::fromLatin1(command), u"letter.txt"_s};
    QTest::newRow("search") << QStringList{u"search"_s, u"letter.txt"_s, u"drone"_s};
    QTest::newRow("export") << QStringList{u"export"_s, u"letter.txt"_s, u"out.pdf"_s};
}

void TestCommands::notAProject()
{
    QFETCH(QStringList, arguments);
    QFile letter(m_folder->filePath(u"letter.txt"_s));
    QVERIFY(letter.open(QIODevice::WriteOnly) && letter.write("Dear reader") > 0);
    letter.close();
    Run result = run(arguments);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.error, u"redoubt: “letter.txt” was not opened. It is not a Redoubt project. "
                           "Choose a .redoubt file; other documents come in through a project's import.\n"_s);
    QVERIFY(letter.remove());
    result = run(arguments);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.error, u"redoubt: “letter.txt” was not opened. There is no such file. Check the name, or where it was moved to.\n"_s);
    QVERIFY(!QFile::exists(m_folder->filePath(u"out.pdf"_s)));
}

void TestCommands::newProjects()
{
    QCOMPARE(run({u"new"_s, u"a b #1.redoubt"_s, u"--template"_s, u"contrarian"_s}).code, 0);
    Run result = run({u"info"_s, u"--json"_s, u"a b #1.redoubt"_s});
    QCOMPARE(result.json[u"events"_s].toInt(), 0);
    QCOMPARE(result.json[u"lanes"_s].toInt(), 3);
    QCOMPARE(result.json[u"history"_s].toInt(), 0);
    QCOMPARE(result.json[u"schema"_s].toInt(), Project::lastStep());
    QCOMPARE(result.json[u"briefs"_s][0][u"title"_s].toString(), u"a b #1"_s);
    QCOMPARE(result.json[u"bytes"_s].toInteger(), QFileInfo(m_folder->filePath(u"a b #1.redoubt"_s)).size());
    QCOMPARE(run({u"new"_s, u".redoubt"_s}).code, 0);
    QCOMPARE(run({u"verify"_s, u".redoubt"_s}).out, u"All is well.\n"_s);
    QCOMPARE(run({u"new"_s, u"--sample"_s, u"s.redoubt"_s}).code, 0);
    result = run({u"info"_s, u"--json"_s, u"s.redoubt"_s});
    QCOMPARE(result.json[u"events"_s].toInt(), 18);
    QVERIFY(result.json[u"briefs"_s][0][u"words"_s].toInt() >= 800);
}

void TestCommands::undoAndRedo()
{
    const auto lanes = [this] { return run({u"info"_s, u"--json"_s, file()}).json[u"lanes"_s].toInt(); };
    const int all = lanes() + 1;
    Run result = run({u"undo"_s, file(), u"2"_s, u"--json"_s});
    QCOMPARE(result.json.toArray().size(), 2);
    QCOMPARE(result.json[0][u"what"_s].toString(), u"Add “one”"_s);
    QCOMPARE(result.json[0][u"undone"_s].toBool(), true);
    QCOMPARE(lanes(), all - 3);
    QCOMPARE(run({u"undo"_s, file()}).error, u"redoubt: Nothing was undone. There is no such action.\n"_s);
    result = run({u"redo"_s, file(), u"3"_s, u"--json"_s});
    QCOMPARE(result.json.toArray().size(), 3);
    QCOMPARE(result.json[2][u"what"_s].toString(), u"Add “three”"_s);
    QCOMPARE(lanes(), all);
    QCOMPARE(run({u"redo"_s, file()}).error, u"redoubt: Nothing was redone. There is no such action.\n"_s);
    QCOMPARE(run({u"verify"_s, file()}).code, 0);
}

void TestCommands::historyTells()
{
    const QJsonArray list = run({u"history"_s, u"--json"_s, file()}).json.toArray();
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[0][u"seq"_s].toInt(), 1);
    QCOMPARE(list[0][u"what"_s].toString(), u"Add “one”"_s);
    QCOMPARE(list[0][u"undone"_s].toBool(), false);
    QCOMPARE(list[2][u"undone"_s].toBool(), true);
    const QString at = list[0][u"at"_s].toString();
    QVERIFY2(at.endsWith(u'Z') && QDateTime::fromString(at, Qt::ISODate).isValid(), qPrintable(at));
}

void TestCommands::eventsAreFiltered_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("keys"); ///< of the first and the last, and how many
    QTest::newRow("one day") << QStringList{u"--from"_s, u"2022-03-10"_s, u"--to"_s, u"2022-03-10"_s} << u"zagreb-drone"_s;
    QTest::newRow("words") << QStringList{u"--from"_s, u"10 March 2022"_s, u"--to"_s, u"11 March 2022"_s} << u"zagreb-drone"_s;
    QTest::newRow("match in any case") << QStringList{u"--match"_s, u"TU-141"_s} << u"zagreb-drone"_s;
    QTest::newRow("none") << QStringList{u"--to"_s, u"1999"_s} << QString();
    QTest::newRow("no such lane") << QStringList{u"--lane"_s, u"nowhere"_s} << QString();
}

void TestCommands::eventsAreFiltered()
{
    QFETCH(QStringList, options);
    const Run result = run(QStringList{u"events"_s, u"--json"_s, file()} + options);
    QCOMPARE(result.code, 0);
    QStringList keys;
    for (const QJsonValue &event : result.json.toArray())
        keys.append(event[u"key"_s].toString());
    QTEST(keys.join(u' '), "keys");
    const Run wrong = run({u"events"_s, file(), u"--from"_s, u"nonsense"_s});
    QCOMPARE(wrong.code, 1);
    QCOMPARE(wrong.out, QString());
    QVERIFY2(wrong.error.contains(u"“nonsense” was not understood"), qPrintable(wrong.error));
}

void TestCommands::verifyFindsDamage()
{
    // A capture's text, altered behind the back of the program.
    QFile project(file());
    QVERIFY(project.open(QIODevice::ReadWrite));
    const qsizetype place = project.readAll().indexOf("Sample text written for Redoubt");
    QVERIFY(place > 0 && project.seek(place) && project.write("s") == 1);
    project.close();
    Run result = run({u"verify"_s, file(), u"--json"_s});
    QCOMPARE(result.code, 1);
    QCOMPARE(result.json[u"ok"_s].toBool(true), false);
    QVERIFY(result.json[u"problems"_s].toArray().size() >= 1);

    QVERIFY(QFile::resize(file(), 20'000));
    const QByteArray before = sha256Of(file());
    result = run({u"verify"_s, file()});
    QCOMPARE(result.code, 1);
    QVERIFY2(result.out.contains(u"The file is damaged"), qPrintable(result.out));
    result = run({u"info"_s, file()});
    QCOMPARE(result.code, 2);
    QCOMPARE(sha256Of(file()), before);
}

void TestCommands::inUse()
{
    const auto project = Project::open(file());
    QVERIFY(project);
    const QString history = run({u"history"_s, file()}).out;
    for (const QString &command : {u"undo"_s, u"redo"_s}) {
        const Run result = run({command, file()});
        QCOMPARE(result.code, 2);
        QCOMPARE(result.error, u"redoubt: “case.redoubt” was not opened. It is already open in another window. "
                               "Work in that window, or open it here to read only.\n"_s);
    }
    QCOMPARE(run({u"history"_s, file()}).out, history);
    for (const QString &command : {u"info"_s, u"events"_s, u"verify"_s})
        QCOMPARE(run({command, file()}).code, 0);
    QCOMPARE((*project)->undoText(), u"Add “two”"_s);
}

void TestCommands::exportsAPdf()
{
    const QByteArray before = sha256Of(file());
    const Run result = run({u"export"_s, file(), u"it's #1.PDF"_s, u"--paper"_s, u"letter"_s, u"--json"_s});
    QCOMPARE(result.error, QString());
    QCOMPARE(result.code, 0);
    QFile pdf(m_folder->filePath(u"it's #1.PDF"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    QVERIFY(bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF"));
    QCOMPARE(result.json[u"bytes"_s].toInteger(), bytes.size());
    QVERIFY(result.json[u"pages"_s].toInt() > 1);
    QCOMPARE(sha256Of(file()), before);
}

void TestCommands::exportsWhatHasChangedSince()
{
    const auto keepAs = [&](const QString &name) {
        auto project = Project::open(file());
        QVERIFY(project);
        const Id<Brief> id = briefs((*project)->reader())->first().id;
        QVERIFY((*project)->edit(u"Name"_s, [&](Writer &writer) { return nameVersion(writer, id, name, QDateTime::currentDateTimeUtc()); }));
    };
    Run result = run({u"export"_s, file(), u"out.pdf"_s, u"--since"_s, u"Sent"_s});
    QCOMPARE(result.code, 2);
    QCOMPARE(result.error, u"redoubt: Nothing was exported. The brief has no version with a name. Name one in the brief panel (Ctrl+S).\n"_s);
    keepAs(u"Sent"_s);
    const int pages = run({u"export"_s, file(), u"without.pdf"_s, u"--json"_s}).json[u"pages"_s].toInt();
    result = run({u"export"_s, file(), u"out.pdf"_s, u"--since"_s, u"Sent"_s, u"--json"_s});
    QCOMPARE(result.error, QString());
    QVERIFY(result.json[u"pages"_s].toInt() >= pages);
    QVERIFY(QFileInfo(m_folder->filePath(u"out.pdf"_s)).size() > QFileInfo(m_folder->filePath(u"without.pdf"_s)).size());
    result = run({u"export"_s, file(), u"other.pdf"_s, u"--since"_s, u"Send"_s});
    QCOMPARE(result.error, u"redoubt: Nothing was exported. There is no version “Send”. Choose one of: Sent.\n"_s);
    QVERIFY(!QFile::exists(m_folder->filePath(u"other.pdf"_s)));
}

void TestCommands::exportIsRefused()
{
    QVERIFY(QFile::copy(file(), m_folder->filePath(u"case.pdf"_s)));
    const QByteArray before = sha256Of(m_folder->filePath(u"case.pdf"_s));
    for (const auto &[arguments, error] : QList<std::pair<QStringList, QString>>{
             {{u"case.redoubt"_s, u"out.txt"_s}, u"Nothing was exported. The format of “out.txt” is not known. Give the file a name that ends in .pdf.\n"_s},
             {{u"case.redoubt"_s, u"out.pdf"_s, u"--brief"_s, u"none"_s}, u"Nothing was exported. There is no brief “none”."_s},
             {{u"case.redoubt"_s, u"out.pdf"_s, u"--paper"_s, u"a3"_s}, u"Nothing was exported. There is no paper “a3”. Give a4 or letter.\n"_s},
             {{u"case.pdf"_s, u"./case.pdf"_s}, u"Nothing was exported. “./case.pdf” is the project itself. Choose another name.\n"_s},
             {{u"case.redoubt"_s, u"out.pdf"_s, u"--what"_s, u"events"_s}, u"Nothing was exported. The format of “out.pdf” is not known. Give the file a name that ends in .csv, .json, .svg or .png.\n"_s},
             {{u"case.redoubt"_s, u"out.pdf"_s, u"--what"_s, u"all"_s}, u"Nothing was exported. “all” cannot be exported."_s},
             {{u"case.redoubt"_s, u"out.csv"_s, u"--what"_s, u"events"_s, u"--lane"_s, u"x"_s}, u"Nothing was exported. There is no lane “x”. Choose one of: war,"_s},
             {{u"case.redoubt"_s, u"none/out.csv"_s, u"--what"_s, u"events"_s}, u"“none/out.csv” could not be written. "_s},
             {{u"case.redoubt"_s, u"none/out.pdf"_s}, QString()}}) {
        const Run result = run(QStringList{u"export"_s} + arguments);
        QCOMPARE(result.code, 2);
        QVERIFY2(result.error.startsWith(u"redoubt: "_s + error), qPrintable(result.error));
        QVERIFY(!QFile::exists(m_folder->filePath(u"out.pdf"_s)));
    }
    QCOMPARE(sha256Of(m_folder->filePath(u"case.pdf"_s)), before);
}

void TestCommands::searchIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("error");
    QTest::newRow("nothing") << QStringList{u" "_s}
                             << u"redoubt: Nothing was looked for. The search has no word and no condition. Write a word, or a condition such as “grade:A”.\n"_s;
    QTest::newRow("only not") << QStringList{u"--"_s, u"-drone"_s}
                              << u"redoubt: Nothing was looked for. The search says only what shall not be found. Add a word or a condition without “-”, such as “kind:source”.\n"_s;
    QTest::newRow("no grade") << QStringList{u"grade:Z"_s}
                              << u"redoubt: Nothing was looked for. There is no grade “Z”; write A to F, 1 to 6, or both: B2.\n"_s;
    QTest::newRow("no limit") << QStringList{u"drone"_s, u"--limit"_s, u"many"_s}
                              << u"redoubt: Nothing was looked for. “many” is not a limit. Write how many results you want, 1 or more.\n"_s;
}

void TestCommands::searchIsRefused()
{
    QFETCH(QStringList, arguments);
    const Run result = run(QStringList{u"search"_s, file()} + arguments);
    QTEST(result.error, "error");
    QCOMPARE(result.out, QString());
    QCOMPARE(result.code, 1);
}

/// A bibliography in, and out again in each format.
void TestCommands::sourcesInAndOut()
{
    QFile data(m_folder->filePath(u"refs.bib"_s));
    QVERIFY(data.open(QIODevice::WriteOnly));
    data.write("@misc{new, title = {New}, keywords = {war}}\n@misc{broken, title}\n@book{other, title = {Other}}\n");
    data.close();
    const QByteArray before = sha256Of(file());
    const QString f = u"case.redoubt"_s;
    QCOMPARE(run({u"import"_s, f, u"refs.bib"_s, u"--dry-run"_s}).code, 0);
    QCOMPARE(sha256Of(file()), before);
    const Run first = run({u"import"_s, f, u"refs.bib"_s, u"--json"_s});
    QCOMPARE(first.error, QString());
    QCOMPARE(keysOf(first.json), u"added errors format kept skipped unchanged updated"_s);
    QCOMPARE(first.json[u"format"_s].toString(), u"bibtex"_s);
    QCOMPARE(first.json[u"added"_s].toInt(), 2);
    QCOMPARE(first.json[u"skipped"_s].toInt(), 1);
    QCOMPARE(first.json[u"errors"_s].toArray().at(0)[u"line"_s].toInt(), 2);
    QCOMPARE(run({u"import"_s, f, u"refs.bib"_s, u"--as"_s, u"bibtex"_s}).out.section(u'\n', 0, 0), u"BibTeX: 0 added, 0 updated, 2 unchanged, 1 skipped."_s);
    for (const auto &[name, format] : {std::pair{u"o.json"_s, u"csljson"_s}, std::pair{u"o.bib"_s, u"bibtex"_s}, std::pair{u"o.ris"_s, u"ris"_s}}) {
        const Run out = run({u"export"_s, f, name, u"--what"_s, u"sources"_s, u"--json"_s});
        QCOMPARE(out.error, QString());
        QCOMPARE(keysOf(out.json), u"bytes file pages"_s);
        const Run again = run({u"import"_s, f, name, u"--json"_s});
        QCOMPARE(again.json[u"format"_s].toString(), format);
        QCOMPARE(again.json[u"added"_s].toInt(), 0);
        QCOMPARE(again.json[u"skipped"_s].toInt(), 0);
        QCOMPARE(again.json[u"updated"_s].toInt(), 0);
        QVERIFY2(again.json[u"unchanged"_s].toInt() > 2, qPrintable(again.out + again.error));
    }
    QCOMPARE(run({u"export"_s, f, u"o.txt"_s, u"--what"_s, u"sources"_s}).code, 2);
    QCOMPARE(run({u"import"_s, f, u"refs.bib"_s, u"--as"_s, u"ris"_s}).code, 1);
    QCOMPARE(run({u"import"_s, f, u"refs.bib"_s, u"--rejects"_s, u"r.csv"_s}).code, 2);
    QCOMPARE(run({u"import"_s, f, u"missing.bib"_s}).code, 2);
}

void TestCommands::hostileText()
{
    {
        const auto project = Project::open(file());
        QVERIFY(project);
        QVERIFY((*project)->edit(u"\x1b]0;owned\x07\x9b" "2J %1 %n\r"_s, [](Writer &writer) {
            return writer.run(u"UPDATE event SET title = char(27) || '[2Jgone %1' WHERE key = 'zagreb-drone'"_s);
        }));
    }
    const Run history = run({u"history"_s, file()});
    QVERIFY2(history.out.contains(u"\ufffd]0;owned\ufffd\ufffd" "2J %1 %n\ufffd\n"), qPrintable(history.out));
    const Run events = run({u"events"_s, file(), u"--match"_s, u"gone"_s});
    QVERIFY2(events.out.contains(u"\ufffd[2Jgone %1\n"), qPrintable(events.out));
    QVERIFY(!run({u"dates"_s, u"\x1b[31m"_s}).out.contains(u'\x1b'));
    QVERIFY(!run({u"info"_s, u"\x1b[31m"_s}).error.contains(u'\x1b'));
    QCOMPARE(run({u"history"_s, file(), u"--json"_s}).json[2][u"what"_s].toString(), u"\x1b]0;owned\x07\x9b" "2J %1 %n\r"_s);
}

void TestCommands::hugeArguments()
{
    const QString huge(100'000, u'9');
    QCOMPARE(run({u"dates"_s, huge}).code, 1);
    QCOMPARE(run({u"dates"_s, QString(100'000, u'[')}).code, 1);
    QCOMPARE(run({u"info"_s, huge}).code, 2);
    QCOMPARE(run({u"new"_s, huge}).code, 2);
    QCOMPARE(run({u"undo"_s, file(), huge}).code, 2);
    QCOMPARE(run({u"help"_s, huge}).code, 2);
    QCOMPARE(run({u"events"_s, file(), u"--match"_s, huge}).out, QString());
    QStringList many(3000, u"2014"_s);
    QCOMPARE(run(QStringList{u"dates"_s, u"--json"_s} + many).json.toArray().size(), 3000);
    QCOMPARE(run({u"dates"_s, QString()}).code, 1);
}

/// The answer is no: the page was read, and there is nothing in it.
void TestCommands::pageWithoutText()
{
    QFile page(m_folder->filePath(u"app.html"_s));
    QVERIFY(page.open(QIODevice::WriteOnly) && page.write("<div id=app></div><script>start()</script>") > 0);
    page.close();
    const Run result = run({u"page"_s, u"app.html"_s, u"--json"_s});
    QCOMPARE(result.out, QString());
    QVERIFY2(result.error.startsWith(u"redoubt: The page was not read. It has no main text"), qPrintable(result.error));
    QCOMPARE(result.code, 1);
}


void TestCommands::helpOfEveryCommand()
{
    const QString all = run({u"help"_s}).out;
    for (const char *name : {"new", "info", "search", "events", "import", "capture", "dates", "feed", "page", "quote", "check", "export", "history", "undo", "redo", "verify", "help"}) {
        const QString command = QString::fromLatin1(name);
        QVERIFY2(all.contains(u"\n  %1 "_s.arg(command)), name);
        const Run help = run({u"help"_s, command});
        QVERIFY2(help.out.startsWith(u"Usage: redoubt "_s + command), name);
        QCOMPARE(run({command, u"--help"_s}).out, help.out);
        QCOMPARE(run({u"help"_s, command, u"--json"_s}).json[u"help"_s].toString(), help.out);
    }
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
