#include "app/commands/command.h"
#include "app/sources/capture.h"
#include "tests/support/temporaryproject.h"
#include "tests/support/webserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace redoubt;

/// `redoubt capture` within the test, so that the test's own server can answer.
class TestCaptureCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void captures();
    void oneThatFails();
    void noProject();

private:
    int run(const QStringList &arguments)
    {
        QTextStream out(&m_out);
        QTextStream error(&m_error);
        m_out.clear();
        m_error.clear();
        return runCommand(QStringList{u"capture"_s} + arguments, out, error);
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"case.redoubt"_s); }

    std::unique_ptr<WebServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_out;
    QString m_error;
};

void TestCaptureCommand::init()
{
    m_server = std::make_unique<WebServer>();
    m_folder = std::make_unique<QTemporaryDir>();
    must(Project::create(path(), u"Case"_s));
    m_server->answer("/a", WebServer::answerOf("<title>One</title><p>What is said of it in a whole sentence.</p>"));
}

void TestCaptureCommand::captures()
{
    const QString address = m_server->url(u"/a"_s);
    QCOMPARE(run({path(), address, u"--json"_s}), 0);
    const QJsonObject answer = QJsonDocument::fromJson(m_out.toUtf8()).array().first().toObject();
    QCOMPARE(answer.keys(), QStringList({u"bytes"_s, u"error"_s, u"key"_s, u"sha256"_s, u"status"_s, u"url"_s}));
    QCOMPARE(answer[u"url"_s].toString(), address);
    QCOMPARE(answer[u"key"_s].toString(), u"one"_s);
    QCOMPARE(answer[u"status"_s].toInt(), 200);
    QCOMPARE(answer[u"bytes"_s].toInt(), 64);
    QCOMPARE(answer[u"error"_s].toString(), QString());
    const auto project = must(Project::open(path(), Project::Mode::ReadOnly));
    QCOMPARE(must(latestCapture(project->reader(), must(sourceByKey(project->reader(), u"one"_s))->id))->sha256, answer[u"sha256"_s].toString());
}

void TestCaptureCommand::oneThatFails()
{
    QCOMPARE(run({path(), m_server->url(u"/none"_s), m_server->url(u"/a"_s), u"gopher://example.org/"_s}), 1);
    const QStringList lines = m_out.split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(0).contains(u"404: there is nothing at this address"_s), qPrintable(m_out));
    QVERIFY2(lines.at(1).startsWith(m_server->url(u"/a"_s) + u" → one: "_s), qPrintable(m_out));
    QVERIFY2(lines.at(2).contains(u"“gopher://example.org/” is not an address of the web."_s), qPrintable(m_out));
    QCOMPARE(m_error, QString());
}

void TestCaptureCommand::noProject()
{
    QCOMPARE(run({path() + u"x"_s, m_server->url(u"/a"_s)}), 2);
    QVERIFY(m_error.startsWith(u"redoubt: "_s));
    QVERIFY(m_server->requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestCaptureCommand)
#include "tst_capturecommand.moc"
