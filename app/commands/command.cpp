#include "app/commands/command.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Command)
};

std::optional<Command> find(const QString &name)
{
    for (const Command &command : commands()) {
        if (command.name == name)
            return command;
    }
    return {};
}

QByteArray jsonText(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Compact);
}

QString usage(const Command &command)
{
    return u"redoubt %1 %2"_s.arg(command.name, command.arguments).trimmed();
}

QString describe(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
    QString text = names.join(u", "_s);
    if (!option.valueName().isEmpty())
        text += u' ' + option.valueName();
    return u"  %1  %2\n"_s.arg(text.leftJustified(22), option.description());
}

/// What comes out of a file goes to the terminal as text only: nothing in it moves the cursor or renames the window.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            c = QChar::ReplacementCharacter;
    }
    return text;
}

int exitCode(const Error &error)
{
    return error.kind == Error::Kind::Invalid ? 1 : 2;
}

/// Options first, then all else: a date before the year 0 begins with a minus sign, and is no option.
QStringList sorted(const QStringList &arguments, const QList<QCommandLineOption> &options)
{
    static const QRegularExpression number(u"\\A-[0-9X]"_s);
    QStringList given{arguments.first()};
    QStringList others;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == u"--") {
            others += arguments.sliced(i + 1);
            break;
        }
        if (!argument.startsWith(u'-') || argument == u"-" || number.match(argument).hasMatch()) {
            others += argument;
            continue;
        }
        given += argument;
        const bool takesNext = std::ranges::any_of(options, [&](const QCommandLineOption &option) {
            return !option.valueName().isEmpty() && argument.startsWith(u"--") && option.names().contains(argument.sliced(2));
        });
        if (takesNext && i + 1 == arguments.size())
            return arguments;
        if (takesNext)
            given += arguments.at(++i);
    }
    return given + QStringList{u"--"_s} + others;
}

} // namespace

QList<Command> commands()
{
    return {newCommand(), infoCommand(), eventsCommand(), importCommand(), captureCommand(), searchCommand(), quoteCommand(), checkCommand(),
        pageCommand(), feedCommand(), datesCommand(), exportCommand(), historyCommand(), undoCommand(), redoCommand(), verifyCommand(), helpCommand()};
}

bool isCommand(const QString &name)
{
    return find(name).has_value();
}

QString helpText(const QString &name)
{
    QString text;
    if (name.isEmpty()) {
        text = Words::tr("Usage: redoubt [FILE]\n       redoubt COMMAND [ARGUMENT…] [--json]\n\n"
                         "Without a command the workbench opens. Commands:\n\n");
        for (const Command &command : commands())
            text += u"  %1\n      %2\n"_s.arg(usage(command).sliced(8), command.summary);
        return text + u'\n' +
               Words::tr("With --json a command prints one JSON value. Exit codes: 0 done; 1 the answer is "
                         "no, or the input is "
                         "not valid; 2 it could not be carried out.\n");
    }
    const std::optional<Command> command = find(name);
    if (!command)
        return {};
    text = Words::tr("Usage: %1 [--json]").arg(usage(*command)) + u"\n\n"_s + command->summary + u"\n"_s;
    if (!command->details.isEmpty())
        text += u'\n' + command->details + u'\n';
    if (!command->options.isEmpty())
        text += u'\n';
    for (const QCommandLineOption &option : command->options)
        text += describe(option);
    return text;
}

int runCommand(const QStringList &arguments, QTextStream &out, QTextStream &error)
{
    const std::optional<Command> command = find(arguments.value(0));
    if (!command) {
        if (!arguments.isEmpty())
            error << "redoubt: " << harmless(Words::tr("There is no command “%1”.").arg(arguments.first())) << "\n\n";
        error << helpText();
        return 2;
    }
    QCommandLineParser parser;
    const QCommandLineOption json(u"json"_s);
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    parser.addOptions(command->options + QList{json, help});
    const bool parsed = parser.parse(sorted(arguments, command->options));
    if (parsed && parser.isSet(help)) {
        out << helpText(command->name);
        return 0;
    }
    const qsizetype count = parser.positionalArguments().size();
    if (!parsed || count < command->fewest || (command->most >= 0 && count > command->most)) {
        const QString why = parsed ? Words::tr("It takes other arguments.") : parser.errorText();
        error << "redoubt: " << harmless(why) << '\n' << Words::tr("Usage: %1").arg(usage(*command)) << '\n';
        return 2;
    }
    const Result<Answer> answer = command->run(parser);
    if (!answer) {
        error << "redoubt: " << harmless(answer.error().text()) << '\n';
        return exitCode(answer.error());
    }
    if (parser.isSet(json))
        out << jsonText(answer->json) << '\n';
    else
        out << harmless(answer->text);
    return answer->verdict == Answer::Verdict::Yes ? 0 : 1;
}

Command helpCommand()
{
    return {u"help"_s, u"[COMMAND]"_s, Words::tr("Explains a command."), {}, {}, 0, 1,
        [](const QCommandLineParser &parser) -> Result<Answer> {
            const QString name = parser.positionalArguments().value(0);
            const QString text = helpText(name);
            if (text.isEmpty()) {
                return failure(Words::tr("There is no help on “%1”.").arg(name),
                    Words::tr("There is no such command."), Words::tr("Run “redoubt help” for the list."));
            }
            return Answer{text, QJsonObject{{u"help"_s, text}}};
        }};
}

} // namespace redoubt
