#include "app/commands/command.h"

#include "app/brief/brief.h"
#include "app/brief/document.h"
#include "app/project/project.h"
#include "app/project/projectinfo.h"
#include "app/sources/excerpt.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::InfoCommand)
};

struct Count
{
    QString name;
    QString title;
    Result<qint64> number;
};

QList<Count> counts(const Reader &reader)
{
    return {{u"events"_s, Words::tr("events"), eventCount(reader)},
        {u"lanes"_s, Words::tr("lanes"), laneCount(reader)},
        {u"sources"_s, Words::tr("sources"), sourceCount(reader)},
        {u"captures"_s, Words::tr("captures"), captureCount(reader)},
        {u"excerpts"_s, Words::tr("excerpts"), excerptCount(reader)},
        {u"indicators"_s, Words::tr("indicators"), indicatorCount(reader)}};
}

Result<Answer> run(const QCommandLineParser &parser)
{
    const QString path = parser.positionalArguments().first();
    const auto project = Project::open(path, Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const Reader &reader = (*project)->reader();
    const auto about = projectInfo(reader);
    const auto writings = briefs(reader);
    const auto history = (*project)->history();
    if (!about || !writings || !history)
        return !about ? failure(about) : !writings ? failure(writings) : failure(history);

    QJsonObject json{{u"schema"_s, (*project)->step()}};
    QString text = about->title + u"\n\n"_s;
    for (const Count &count : counts(reader)) {
        if (!count.number)
            return failure(count.number);
        json.insert(count.name, *count.number);
        text += u"%1  %2\n"_s.arg(QLocale().toString(*count.number).rightJustified(9), count.title);
    }
    QJsonArray list;
    for (const Brief &brief : *writings) {
        const int words = wordCount(readDocument(brief.text));
        list.append(QJsonObject{{u"key"_s, brief.key}, {u"title"_s, brief.title}, {u"words"_s, words}});
        text += u"%1  %2\n"_s.arg(QLocale().toString(words).rightJustified(9),
            Words::tr("words in “%1” (%2)").arg(brief.title, brief.key));
    }
    const qint64 bytes = QFileInfo(path).size();
    json.insert(u"briefs"_s, list);
    json.insert(u"history"_s, history->size());
    json.insert(u"bytes"_s, bytes);
    text += u"%1  %2\n"_s.arg(
        QLocale().toString(history->size()).rightJustified(9), Words::tr("actions in the history"));
    text += u"%1  %2\n"_s.arg(QLocale().toString(bytes).rightJustified(9), Words::tr("bytes"));
    return Answer{text, json};
}

} // namespace

Command infoCommand()
{
    return {u"info"_s, u"FILE"_s, Words::tr("Tells what is in a project."), {}, {}, 1, 1, run};
}

} // namespace redoubt
