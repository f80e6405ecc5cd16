#include "app/commands/command.h"

#include "app/project/project.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::HistoryCommand)
};

Answer answer(const QList<Action> &actions)
{
    QString text;
    QJsonArray json;
    for (const Action &action : actions) {
        const QString at = action.at.toString(Qt::ISODate);
        text += u"%1  %2  %3%4\n"_s.arg(QString::number(action.seq).rightJustified(5), at, action.what,
            action.undone ? u"  "_s + Words::tr("(undone)") : QString());
        json.append(QJsonObject{
            {u"seq"_s, action.seq}, {u"at"_s, at}, {u"what"_s, action.what}, {u"undone"_s, action.undone}});
    }
    return {text, json};
}

Result<Answer> show(const QCommandLineParser &parser)
{
    const auto project = Project::open(parser.positionalArguments().first(), Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const auto actions = (*project)->history();
    if (!actions)
        return failure(actions);
    return answer(*actions);
}

/// The actions of a project, when enough of them can be taken back or repeated. Only reads: a file that nothing is done to
/// stays as it is to the last byte.
Result<QList<Action>> enoughActions(const QString &path, int wanted, bool back)
{
    const auto project = Project::open(path, Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    auto actions = (*project)->history();
    if (!actions)
        return actions;
    const auto there = std::ranges::count(*actions, !back, &Action::undone);
    if (there >= wanted)
        return actions;
    return failure(back ? Words::tr("Nothing was undone.") : Words::tr("Nothing was redone."),
        there == 0 ? Words::tr("There is no such action.") : Words::tr("There are only %n of them.", nullptr, int(there)));
}

/// Takes actions back or repeats them: as many as asked for, or none of them.
Result<Answer> step(const QCommandLineParser &parser, bool back)
{
    const QString path = parser.positionalArguments().first();
    const QString count = parser.positionalArguments().value(1, u"1"_s);
    bool isNumber = false;
    const int wanted = count.toInt(&isNumber);
    if (!isNumber || wanted < 1) {
        return failure(Words::tr("Nothing was changed."),
            Words::tr("“%1” is not a number of actions.").arg(count),
            Words::tr("Give a whole number from 1."));
    }
    const auto before = enoughActions(path, wanted, back);
    if (!before)
        return failure(before);
    auto project = Project::open(path);
    if (!project)
        return failure(project);
    QList<Action> changed;
    for (int i = 0; i < wanted; ++i) {
        const auto done = back ? (*project)->undo() : (*project)->redo();
        if (!done) {
            for (int j = 0; j < i; ++j)
                (void)(back ? (*project)->redo() : (*project)->undo());
            return failure(done);
        }
    }
    const auto after = (*project)->history();
    if (!after)
        return failure(after);
    for (qsizetype i = 0; i < after->size(); ++i) {
        if (after->at(i).undone != before->at(i).undone)
            changed.append(after->at(i));
    }
    return answer(changed);
}

} // namespace

Command historyCommand()
{
    return {u"history"_s, u"FILE"_s, Words::tr("Lists the actions, oldest first."), {}, {}, 1, 1, show};
}

Command undoCommand()
{
    return {u"undo"_s, u"FILE [N]"_s, Words::tr("Takes the last action back, or the last N."),
        Words::tr("When there are fewer than N, nothing is changed."), {}, 1, 2,
        [](const QCommandLineParser &parser) { return step(parser, true); }};
}

Command redoCommand()
{
    return {u"redo"_s, u"FILE [N]"_s, Words::tr("Repeats the action taken back last, or N of them."),
        Words::tr("When there are fewer than N, nothing is changed."), {}, 1, 2,
        [](const QCommandLineParser &parser) { return step(parser, false); }};
}

} // namespace redoubt
