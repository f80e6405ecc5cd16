#include "app/project/project.h"

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

/// `redoubt feed`, and `redoubt import` for feeds, by the real executable.
class TestFeedCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void feed_data();
    void feed();
    void refused_data();
    void refused();
    void importsAreIdempotent_data();
    void importsAreIdempotent();
    void trialChangesNothing();
    void brokenFilesChangeNothing_data();
    void brokenFilesChangeNothing();

private:
    struct Run
    {
        int code = -1;
        QString out;
        QString error;
    };

    [[nodiscard]] Run run(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral(REDOUBT_EXECUTABLE), arguments);
        process.waitForFinished(60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

const QByteArray news = "<rss version=\"2.0\"><channel><title>News</title><link>http://n.example/</link>"
                        "<item><title>A &lt;b&gt;drone&lt;/b&gt;</title><link>1</link><guid isPermaLink=\"false\">g</guid>"
                        "<pubDate>Fri, 29 May 2026</pubDate><description>D</description><author>a@n.example (Ana)</author></item><item/></channel></rss>";
const QByteArray list = "<opml><body><outline text=\"A\" xmlUrl=\"http://a.example/\"/><outline text=\"B\" xmlUrl=\"file:///b\"/></body></opml>";

void TestFeedCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(Project::create(m_folder->filePath(u"case.redoubt"_s), u"Case"_s));
    write(u"news.xml"_s, news);
    write(u"list.opml"_s, list);
}

void TestFeedCommands::feed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("out");
    QTest::newRow("text") << QStringList{u"feed"_s, u"news.xml"_s} << u"News\nhttp://n.example/\n\n2026-05-29  A drone\n            \n"_s;
    QTest::newRow("json") << QStringList{u"feed"_s, u"news.xml"_s, u"--json"_s}
                          << uR"({"items":[{"authors":["Ana"],"id":"g","link":"1","published":"2026-05-29T00:00:00Z","summary":"D","title":"A drone"},{"authors":[],"id":"","link":"","published":null,"summary":"","title":""}],"link":"http://n.example/","title":"News"})"_s + u'\n';
    QTest::newRow("json, with an address") << QStringList{u"feed"_s, u"news.xml"_s, u"--json"_s, u"--url"_s, u"http://u.example/f/x"_s}
                          << uR"({"items":[{"authors":["Ana"],"id":"g","link":"http://u.example/f/1","published":"2026-05-29T00:00:00Z","summary":"D","title":"A drone"},{"authors":[],"id":"","link":"","published":null,"summary":"","title":""}],"link":"http://n.example/","title":"News"})"_s + u'\n';
}

void TestFeedCommands::feed()
{
    QFETCH(QStringList, arguments);
    const Run result = run(arguments);
    QCOMPARE(result.error, QString());
    QCOMPARE(result.code, 0);
    QTEST(result.out, "out");
}

void TestFeedCommands::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("error");
    QTest::newRow("broken") << QByteArray("<rss>\n<channel>\n</rss>") << 1 << u"redoubt: The feed was not read. Line 3, column "_s;
    QTest::newRow("empty") << QByteArray() << 1 << u"redoubt: The feed was not read. It is empty."_s;
    QTest::newRow("not there") << QByteArray("-") << 2 << u"redoubt: “none” was not read. "_s;
    QTest::newRow("folder") << QByteArray("/") << 2 << u"redoubt: “folder” was not read. It is a folder."_s;
}

void TestFeedCommands::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    const QString name = bytes == "-" ? u"none"_s : bytes == "/" ? u"folder"_s : u"x.xml"_s;
    if (bytes == "/")
        QVERIFY(QDir(m_folder->path()).mkdir(name));
    else if (bytes != "-")
        write(name, bytes);
    const Run result = run({u"feed"_s, name});
    QCOMPARE(result.out, QString());
    QTEST(result.code, "code");
    QVERIFY2(result.error.startsWith(error), qPrintable(result.error));
}

void TestFeedCommands::importsAreIdempotent_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    const QString feed = uR"({"added":%1,"errors":[],"format":"feed","skipped":0,"unchanged":%2,"updated":0})"_s + u'\n';
    const QString opml = uR"({"added":%1,"errors":[{"line":1,"message":"“file:///b” is not an address of the web."}],"format":"opml","skipped":1,"unchanged":%2,"updated":0})"_s + u'\n';
    QTest::newRow("feed") << QStringList{u"news.xml"_s, u"--as"_s, u"feed"_s} << feed.arg(3).arg(0) << feed.arg(0).arg(3);
    QTest::newRow("feed, guessed") << QStringList{u"news.xml"_s} << feed.arg(3).arg(0) << feed.arg(0).arg(3);
    QTest::newRow("opml") << QStringList{u"list.opml"_s, u"--as"_s, u"opml"_s} << opml.arg(1).arg(0) << opml.arg(0).arg(1);
    QTest::newRow("opml, guessed") << QStringList{u"list.opml"_s} << opml.arg(1).arg(0) << opml.arg(0).arg(1);
}

void TestFeedCommands::importsAreIdempotent()
{
    QFETCH(QStringList, arguments);
    const QStringList all = QStringList{u"import"_s, u"case.redoubt"_s} + arguments + QStringList{u"--json"_s};
    QTEST(run(all).out, "first");
    QTEST(run(all).out, "second");
    QCOMPARE(run(all).code, 0);
    const Run history = run({u"history"_s, u"case.redoubt"_s});
    QCOMPARE(history.out.count(u"Import “"_s), 1);
    QCOMPARE(run({u"undo"_s, u"case.redoubt"_s}).code, 0);
    QTEST(run(all).out, "first");
    QCOMPARE(run({u"verify"_s, u"case.redoubt"_s}).code, 0);
}

void TestFeedCommands::trialChangesNothing()
{
    const Run trial = run({u"import"_s, u"case.redoubt"_s, u"news.xml"_s, u"--dry-run"_s});
    QCOMPARE(trial.code, 0);
    QVERIFY2(trial.out.startsWith(u"Feed: 3 added, 0 updated, 0 unchanged, 0 skipped.\n"), qPrintable(trial.out));
    QVERIFY(!run({u"history"_s, u"case.redoubt"_s}).out.contains(u"Import"_s));
    QVERIFY(run({u"import"_s, u"case.redoubt"_s, u"news.xml"_s}).out.startsWith(u"Feed: 3 added"));
}

void TestFeedCommands::brokenFilesChangeNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("error");
    QTest::newRow("feed cut off") << news.first(200) << u"feed"_s << u"redoubt: The feed was not read. Line 1, column "_s;
    QTest::newRow("list as a feed") << list << u"feed"_s << u"redoubt: The feed was not read. It is a list of feeds (OPML), no feed."_s;
    QTest::newRow("feed as a list") << news << u"opml"_s << u"redoubt: The list of feeds was not read. It begins with “rss”"_s;
    QTest::newRow("empty list") << QByteArray() << u"opml"_s << u"redoubt: The list of feeds was not read. It is empty."_s;
}

void TestFeedCommands::brokenFilesChangeNothing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QFETCH(QString, error);
    write(u"x"_s, bytes);
    const Run result = run({u"import"_s, u"case.redoubt"_s, u"x"_s, u"--as"_s, format});
    QCOMPARE(result.code, 1);
    QVERIFY2(result.error.startsWith(error), qPrintable(result.error));
    QVERIFY(!run({u"history"_s, u"case.redoubt"_s}).out.contains(u"Import"_s));
}

QTEST_GUILESS_MAIN(TestFeedCommands)
#include "tst_feedcommands.moc"
