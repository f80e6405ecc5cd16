#include "ui/sources/feedwords.h"

#include "ui/sources/sourcetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace redoubt::feedwords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Feeds)
};

constexpr qsizetype longestTitle = 120;

QString joined(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

QDateTime timeOf(const QString &published)
{
    return published.contains(u'T') ? QDateTime::fromString(feedTime(published), Qt::ISODate) : QDateTime();
}

QString percent(double part)
{
    return QLocale().toString(int(part * 100)) + QChar(QChar::Nbsp) + QLocale().percent();
}

} // namespace

QString day(const QString &published)
{
    const QDateTime time = timeOf(published);
    return time.isValid() ? sourcetext::day(time) : sourcetext::published(published);
}

QString moment(const QString &published)
{
    const QDateTime time = timeOf(published);
    return time.isValid() ? sourcetext::minute(time) : sourcetext::published(published);
}

QString title(const FeedItem &item)
{
    if (const QString title = item.title.simplified(); !title.isEmpty())
        return title;
    const QString start = item.summary.left(longestTitle).simplified();
    return !start.isEmpty() ? start : !item.link.isEmpty() ? item.link : Words::tr("Without a title");
}

QString by(const FeedItem &item, const QString &feedTitle)
{
    return joined({feedTitle.simplified(), item.authors.join(u", "_s).simplified()}, u" · "_s);
}

QString problem(const Feed &feed)
{
    if (feed.gone)
        return Words::tr("%1 It is not asked for any more: look on its site for another one, or remove it. Its items stay until then.").arg(feed.problem);
    if (feed.problem.isEmpty())
        return {};
    return Words::tr("%1 What came before is still here. Try again later, or look whether its address has changed.").arg(feed.problem);
}

QString told(const QList<RefreshedFeed> &feeds)
{
    if (feeds.isEmpty())
        return Words::tr("The refresh was stopped; nothing was changed.");
    qint64 added = 0;
    QStringList moved;
    QStringList broken;
    for (const RefreshedFeed &one : feeds) {
        added += one.refresh.merge.added;
        if (one.refresh.moved)
            moved.append(one.title);
        if (!one.refresh.problem.isEmpty())
            broken.append(one.title);
    }
    const QString items = added == 0 ? Words::tr("nothing new") : Words::tr("%n new item(s)", nullptr, int(added));
    QString text = feeds.size() == 1 ? Words::tr("“%1”: %2.").arg(feeds.first().title, items)
                                     : Words::tr("Refreshed %n feed(s): %1.", nullptr, int(feeds.size())).arg(items);
    if (feeds.size() == 1 && !broken.isEmpty())
        return Words::tr("“%1” could not be refreshed: %2").arg(broken.first(), feeds.first().refresh.problem);
    if (moved.size() == 1)
        text += u' ' + Words::tr("“%1” has moved; its new address is kept.").arg(moved.first());
    else if (!moved.isEmpty())
        text += u' ' + Words::tr("%n feed(s) have moved; the new addresses are kept.", nullptr, int(moved.size()));
    if (!broken.isEmpty())
        text += u' ' + Words::tr("%n feed(s) could not be refreshed.", nullptr, int(broken.size()));
    return text;
}

QString told(const FeedImport &import)
{
    QString text = Words::tr("Imported: %1 added, %2 changed, %3 as they were.")
                       .arg(QLocale().toString(import.added), QLocale().toString(import.updated), QLocale().toString(import.unchanged));
    if (import.skipped > 0)
        text += u' ' + Words::tr("%n were skipped", nullptr, int(import.skipped));
    if (!import.errors.isEmpty())
        text += u' ' + Words::tr("(line %1: %2)").arg(QString::number(import.errors.first().line), import.errors.first().message);
    return text;
}

QString shortly(const CaptureItem &capture)
{
    switch (capture.state) {
    case CaptureItem::State::Waiting:
        return Words::tr("waiting…");
    case CaptureItem::State::Fetching:
        return capture.progress > 0 ? Words::tr("capturing… %1").arg(percent(capture.progress)) : Words::tr("capturing…");
    case CaptureItem::State::Done:
        return Words::tr("captured ✓");
    case CaptureItem::State::Unchanged:
        return Words::tr("captured before ✓");
    case CaptureItem::State::Failed:
        return Words::tr("not captured ✕");
    case CaptureItem::State::Cancelled:
        return Words::tr("capture stopped");
    }
    return {};
}

QString wholly(const CaptureItem &capture)
{
    if (capture.state == CaptureItem::State::Done)
        return joined({shortly(capture), capture.remark}, u" · "_s);
    if (capture.state == CaptureItem::State::Unchanged)
        return Words::tr("captured before, and unchanged since ✓");
    return joined({shortly(capture), capture.error.why, capture.state == CaptureItem::State::Failed ? capture.error.remedy : QString()}, u" "_s);
}

} // namespace redoubt::feedwords
