// bench_capture [--small]: captures pages from servers on the loopback into a project (text taken out, packed, hashed, full text,
// history) against a bare QNetworkAccessManager that puts the same pages, packed the same way, into a bare table, each in a
// transaction that is on the disk. The marks: at most 3 times as long; a file of at most 1.2 times the packed bytes and the texts,
// and the full-text index.

#include "app/project/project.h"
#include "app/sources/capture/capturequeue.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>

#include <sqlite3.h>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

constexpr double mostFactor = 3;
constexpr double mostSize = 1.2;
constexpr int hosts = 4;

/// A page as newspapers make them: an article in a great deal of markup and script.
QByteArray page(quint32 number)
{
    QRandomGenerator random(number + 1);
    const auto word = [&] {
        QByteArray text;
        for (int i = 2 + random.bounded(8); i > 0; --i)
            text += char('a' + random.bounded(26));
        return text;
    };
    QByteArray html = "<!DOCTYPE html><html lang=\"en\"><head><title>Page " + QByteArray::number(number) + " " + word() + "</title><script>";
    for (int i = 0; i < 6000; ++i)
        html += "\"" + word() + "\":{\"id\":" + QByteArray::number(random.bounded(100'000)) + "},";
    html += "</script></head><body><nav><ul>";
    for (int i = 0; i < 300; ++i)
        html += "<li class=\"menu-item menu-item-" + QByteArray::number(i) + "\"><a href=\"/" + word() + '/' + word() + "\">" + word() + "</a></li>\n";
    html += "</ul></nav><article>";
    for (int i = 0; i < 25; ++i) {
        html += "<p>The";
        for (int j = 0; j < 60; ++j)
            html += (j % 13 == 12 ? ", " : " ") + word();
        html += ".</p>\n";
    }
    return html + "</article></body></html>";
}

/// Answers "/n" with page n, on several addresses of the loopback, on a thread of its own.
class Servers
{
public:
    explicit Servers(const QByteArrayList &pages)
    {
        m_thread.reset(QThread::create([this, &pages] {
            QTcpServer servers[hosts];
            for (int i = 0; i < hosts; ++i) {
                QTcpServer &server = servers[i];
                if (!server.listen(QHostAddress(u"127.0.0.%1"_s.arg(i + 1))))
                    std::printf("%s\n", qPrintable(server.errorString()));
                m_ports[i] = server.serverPort();
                QObject::connect(&server, &QTcpServer::newConnection, &server, [&server, &pages] {
                    QTcpSocket *socket = server.nextPendingConnection();
                    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                    QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, &pages] {
                        const QByteArray request = socket->readAll();
                        const QByteArray &body = pages.at(request.split(' ').value(1).sliced(1).toInt());
                        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                    });
                });
            }
            m_ready.release();
            QEventLoop().exec();
        }));
        m_thread->start();
        m_ready.acquire();
    }
    ~Servers()
    {
        m_thread->quit();
        m_thread->wait();
    }
    Servers(const Servers &) = delete;
    Servers &operator=(const Servers &) = delete;

    [[nodiscard]] QString address(int number) const
    {
        return u"http://127.0.0.%1:%2/%3"_s.arg(number % hosts + 1).arg(m_ports[number % hosts]).arg(number);
    }

private:
    std::unique_ptr<QThread> m_thread;
    QSemaphore m_ready;
    quint16 m_ports[hosts] = {};
};

/// Seconds; 0 when something went wrong.
double captureAll(Project &project, const Servers &servers, int count)
{
    CaptureQueue queue(project);
    QEventLoop loop;
    QObject::connect(&queue, &CaptureQueue::finished, &loop, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i)
        queue.add(servers.address(i));
    loop.exec();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    for (const CaptureItem &item : queue.items()) {
        if (item.state != CaptureItem::State::Done) {
            std::printf("%s\n", qPrintable(item.error.text()));
            return 0;
        }
    }
    return seconds;
}

class BareTable
{
public:
    explicit BareTable(const QString &path)
    {
        sqlite3_open(path.toUtf8().constData(), &m_db);
        sqlite3_exec(m_db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE page (id INTEGER PRIMARY KEY, bytes BLOB)", nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(m_db, "INSERT INTO page (bytes) VALUES (?)", -1, &m_insert, nullptr);
    }
    ~BareTable()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_db);
    }
    BareTable(const BareTable &) = delete;
    BareTable &operator=(const BareTable &) = delete;

    bool add(const QByteArray &bytes)
    {
        sqlite3_bind_blob(m_insert, 1, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
        return sqlite3_step(m_insert) == SQLITE_DONE && sqlite3_reset(m_insert) == SQLITE_OK;
    }

private:
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

/// As many at once, one of a host at a time. Seconds; 0 when something went wrong.
double bare(const QString &path, const Servers &servers, int count)
{
    BareTable table(path);
    QNetworkAccessManager manager;
    QEventLoop loop;
    int done = 0;
    bool isRight = true;
    std::function<void(int)> next = [&](int number) {
        if (number >= count)
            return;
        QNetworkReply *reply = manager.get(QNetworkRequest(QUrl(servers.address(number))));
        QObject::connect(reply, &QNetworkReply::finished, &loop, [&, reply, number] {
            isRight = reply->error() == QNetworkReply::NoError && table.add(qCompress(reply->readAll())) && isRight;
            reply->deleteLater();
            next(number + hosts);
            if (++done == count)
                loop.quit();
        });
    };
    QElapsedTimer timer;
    timer.start();
    for (int host = 0; host < hosts; ++host)
        next(host);
    loop.exec();
    return isRight ? double(timer.nsecsElapsed()) / 1e9 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int count = QCoreApplication::arguments().contains(u"--small"_s) ? 20 : 400;
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() + u"/bench-XXXXXX"_s);
    QByteArrayList pages;
    qint64 bytes = 0;
    for (int i = 0; i < count; ++i) {
        pages.append(page(quint32(i)));
        bytes += pages.last().size();
    }
    const Servers servers(pages);
    const QString path = folder.filePath(u"bench.redoubt"_s);
    if (!Project::create(path, u"Benchmark"_s))
        return 2;
    const qint64 emptySize = QFileInfo(path).size();
    auto project = Project::open(path);
    if (!project)
        return 2;
    const double bareTime = bare(folder.filePath(u"bare.db"_s), servers, count);
    const double ours = captureAll(**project, servers, count);
    if (ours <= 0 || bareTime <= 0)
        return 2;
    const Reader &reader = (*project)->reader();
    const double packedSize = double(reader.number(u"SELECT sum(length(bytes)) FROM capture"_s).value_or(0));
    const double texts = double(reader.number(u"SELECT sum(length(CAST(text AS BLOB))) FROM capture"_s).value_or(0));
    const double index = double(reader.number(u"SELECT sum(length(block)) FROM capture_search_data"_s).value_or(0));
    project->reset();
    const double fileSize = double(QFileInfo(path).size() - emptySize);
    const double factor = ours / bareTime;
    const double sizeFactor = (fileSize - index) / (packedSize + texts);
    std::printf("%d pages, %.1f MB: %.0f captures a second, %.1f MB/s; bare network and table: %.0f, ratio %.2f (goal <= %.1f)\n", count, double(bytes) / 1e6,
        count / ours, double(bytes) / 1e6 / ours, count / bareTime, factor, mostFactor);
    std::printf("file %.2f MB: packed bytes %.2f MB, texts %.2f MB, index %.2f MB; all but the index is %.2f of bytes and texts (goal <= %.1f)\n", fileSize / 1e6,
        packedSize / 1e6, texts / 1e6, index / 1e6, sizeFactor, mostSize);
    return factor <= mostFactor && sizeFactor <= mostSize ? 0 : 1;
}
