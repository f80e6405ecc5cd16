#pragma once

#include "app/base/result.h"

#include <QCommandLineOption>
#include <QJsonValue>
#include <QList>
#include <QStringList>

class QCommandLineParser;
class QTextStream;

namespace redoubt {

/// What a sub-command prints on success: text for people, and the same as JSON. With Verdict::No the command exits 1.
struct Answer
{
    enum class Verdict { Yes, No };
    QString text;
    QJsonValue json;
    Verdict verdict = Verdict::Yes;
};

/// One sub-command of `redoubt`. `redoubt help` and the man page are made from these.
struct Command
{
    QString name;
    QString arguments; ///< "FILE OUT"
    QString summary;   ///< one line
    QString details;   ///< paragraphs
    QList<QCommandLineOption> options;
    int fewest = 0; ///< positional arguments
    int most = 0;   ///< -1 for any number
    Result<Answer> (*run)(const QCommandLineParser &parser);
};

/// All sub-commands in the order of the help, with their texts in the language that is spoken now.
[[nodiscard]] QList<Command> commands();

[[nodiscard]] bool isCommand(const QString &name);

/// Runs `arguments` (the sub-command first). Returns the exit code: 0 done, 1 the answer is "no" or the input is not
/// valid, 2 it could not be carried out. With --json, `out` gets one JSON value and nothing else.
int runCommand(const QStringList &arguments, QTextStream &out, QTextStream &error);

/// The help of one command, or of all when the name is empty; nothing for an unknown name.
[[nodiscard]] QString helpText(const QString &name = {});

// Each in a file of its own.
[[nodiscard]] Command newCommand();
[[nodiscard]] Command importCommand();
[[nodiscard]] Command captureCommand();
[[nodiscard]] Command infoCommand();
[[nodiscard]] Command searchCommand();
[[nodiscard]] Command eventsCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command datesCommand();
[[nodiscard]] Command quoteCommand();
[[nodiscard]] Command checkCommand();
[[nodiscard]] Command feedCommand();
[[nodiscard]] Command historyCommand();
[[nodiscard]] Command undoCommand();
[[nodiscard]] Command redoCommand();
[[nodiscard]] Command pageCommand();
[[nodiscard]] Command verifyCommand();
[[nodiscard]] Command helpCommand();

} // namespace redoubt
