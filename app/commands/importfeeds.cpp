#include "app/commands/importfeeds.h"

#include "app/project/project.h"
#include "app/sources/feed/feedimport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ImportFeedsCommand)
};

/// "opml" or "feed" where the file begins like one, else empty.
QString guessed(const QString &path)
{
    constexpr qint64 startSize = 4096;
    static const QRegularExpression root(u"<(?:\\w+:)?(opml|rss|feed|rdf)[\\s>]"_s, QRegularExpression::CaseInsensitiveOption);
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return {};
    const QString start = QString::fromLatin1(file.read(startSize)).remove(QChar::Null);
    if (const auto match = root.match(start); match.hasMatch() && QStringView(start).first(match.capturedStart()).count(u'<') < 20)
        return match.captured(1).toLower() == "opml"_L1 ? u"opml"_s : u"feed"_s;
    return start.contains(u"jsonfeed.org/version/") || start.contains(u"jsonfeed.org\\/version") ? u"feed"_s : QString();
}

Answer answerOf(const FeedImport &done, const QString &format, bool dryRun)
{
    QString text = format == "opml"_L1 ? Words::tr("List of feeds: %1 added, %2 updated, %3 unchanged, %4 skipped.")
                                       : Words::tr("Feed: %1 added, %2 updated, %3 unchanged, %4 skipped.");
    text = text.arg(done.added).arg(done.updated).arg(done.unchanged).arg(done.skipped) + u'\n';
    QJsonArray errors;
    for (const FeedImportError &error : done.errors) {
        text += Words::tr("line %1: %2").arg(QString::number(error.line), error.message) + u'\n';
        errors.append(QJsonObject{{u"line"_s, error.line}, {u"message"_s, error.message}});
    }
    if (dryRun)
        text += Words::tr("Nothing was changed: this was a trial.") + u'\n';
    return {text,
        QJsonObject{{u"format"_s, format}, {u"added"_s, done.added}, {u"updated"_s, done.updated}, {u"unchanged"_s, done.unchanged}, {u"skipped"_s, done.skipped},
            {u"errors"_s, errors}},
        done.added + done.updated + done.unchanged > 0 ? Answer::Verdict::Yes : Answer::Verdict::No};
}

/// Runs `work` as one action. A trial does all of it, and then takes the edit back by failing it.
Result<FeedImport> edited(Project &project, const QString &what, bool dryRun, const std::function<Result<FeedImport>(Writer &)> &work)
{
    Result<FeedImport> done;
    const auto edit = project.edit(what, [&](Writer &writer) -> Result<> {
        done = work(writer);
        if (!done)
            return failure(done);
        return dryRun ? Result<>(failure(what, {}, {}, Error::Kind::Cancelled)) : Result<>();
    });
    const bool wasTrial = dryRun && done && !edit && edit.error().kind == Error::Kind::Cancelled;
    return edit || wasTrial ? Result<FeedImport>(std::move(done)) : failure(edit);
}

Result<Answer> importAs(const QString &format, const QCommandLineParser &parser)
{
    const QString data = parser.positionalArguments().last();
    const QString name = QFileInfo(data).fileName();
    const bool dryRun = parser.isSet(u"dry-run"_s);
    const auto bytes = readFeedFile(data);
    if (!bytes)
        return failure(bytes);
    std::function<Result<FeedImport>(Writer &)> work;
    if (format == "opml"_L1) {
        const auto list = readOpml(*bytes);
        if (!list)
            return failure(list);
        work = [list = *list](Writer &writer) { return importOpml(writer, list); };
    } else {
        const auto document = readFeed(*bytes);
        if (!document)
            return failure(document);
        work = [document = *document](Writer &writer) { return importFeed(writer, document); };
    }
    const auto project = Project::open(parser.positionalArguments().first());
    if (!project)
        return failure(project);
    const auto done = edited(**project, Words::tr("Import “%1”").arg(name), dryRun, work);
    return done ? Result<Answer>(answerOf(*done, format, dryRun)) : failure(done);
}

} // namespace

std::optional<Result<Answer>> importFeeds(const QCommandLineParser &parser)
{
    const QString said = parser.value(u"as"_s);
    const bool isEvents = parser.isSet(u"map"_s) || (!said.isEmpty() && said != "opml"_L1 && said != "feed"_L1);
    const QString format = isEvents ? QString() : said.isEmpty() ? guessed(parser.positionalArguments().last()) : said;
    if (format.isEmpty())
        return {};
    return importAs(format, parser);
}

} // namespace redoubt
