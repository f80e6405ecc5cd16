#include "app/commands/command.h"

#include "app/project/project.h"
#include "app/sources/capture/capturequeue.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::CaptureCommand)
};

QString line(const QString &given, const CaptureItem &item)
{
    switch (item.state) {
    case CaptureItem::State::Done:
        return Words::tr("%1 → %2: %3, SHA-256 %4").arg(given, item.key, QLocale().formattedDataSize(item.bytes), item.sha256)
               + (item.remark.isEmpty() ? QString() : u'\n' + Words::tr("  kept without text: %1").arg(item.remark));
    case CaptureItem::State::Unchanged:
        return Words::tr("%1 → %2: unchanged since the last capture").arg(given, item.key);
    default:
        return item.error.text();
    }
}

Answer answerOf(const QStringList &given, const QList<CaptureItem> &items)
{
    Answer answer;
    QJsonArray array;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const CaptureItem &item = items.at(i);
        answer.text += line(given.at(i), item) + u'\n';
        array.append(QJsonObject{{u"url"_s, given.at(i)}, {u"key"_s, item.key}, {u"status"_s, item.status}, {u"sha256"_s, item.sha256},
            {u"bytes"_s, item.bytes}, {u"error"_s, item.error.text()}});
        if (item.state != CaptureItem::State::Done && item.state != CaptureItem::State::Unchanged)
            answer.verdict = Answer::Verdict::No;
    }
    answer.json = array;
    return answer;
}

Result<Answer> run(const QCommandLineParser &parser)
{
    const QStringList arguments = parser.positionalArguments();
    const auto project = Project::open(arguments.first());
    if (!project)
        return failure(project);
    const QStringList addresses = arguments.sliced(1);
    CaptureQueue queue(**project);
    QEventLoop loop;
    QObject::connect(&queue, &CaptureQueue::finished, &loop, &QEventLoop::quit);
    for (const QString &address : addresses)
        queue.add(address);
    loop.exec();
    return answerOf(addresses, queue.items());
}

} // namespace

Command captureCommand()
{
    return {u"capture"_s, u"FILE URL…"_s, Words::tr("Fetches documents of the web and archives them."),
        Words::tr("A source of that address gets a further capture beside the earlier ones; else a new source is made of what the page says of "
                  "itself. Where the server says that nothing has changed, none is added. Web pages, web archives, PDF, text and pictures are understood.\n"
                  "No cookies, names or passwords are sent. Each capture is one action: “redoubt undo” takes it back. Exits 1 when one failed; the "
                  "others are kept all the same."),
        {}, 2, -1, run};
}

} // namespace redoubt
