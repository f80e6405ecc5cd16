#include "tests/structure/rules.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace redoubt::rules {

namespace {

/// Each room's rank in the plan's one direction; rooms of one rank stand together.
const QMap<QString, int> ranks{{u"base"_s, 0}, {u"project"_s, 1}, {u"timeline"_s, 2}, {u"sources"_s, 2},
    {u"brief"_s, 3}, {u"argument"_s, 3}, {u"watchlist"_s, 3}, {u"checks"_s, 4}, {u"publish"_s, 4}, {u"commands"_s, 5}};

/// Rooms that stand together and may include each other all the same: "from to". Bibliographies have dates, which are those of
/// the timeline, and are read as its data sets are.
const QSet<QString> exceptions{u"sources timeline"_s};

const QHash<QString, QString> tableRooms{{u"project"_s, u"project"_s}, {u"history"_s, u"project"_s},
    {u"tag"_s, u"project"_s}, {u"tagging"_s, u"project"_s}, {u"lane"_s, u"timeline"_s}, {u"event"_s, u"timeline"_s},
    {u"event_actor"_s, u"timeline"_s}, {u"data_set"_s, u"timeline"_s}, {u"data_row"_s, u"timeline"_s}, {u"history_part"_s, u"project"_s},
    {u"link"_s, u"timeline"_s},
    {u"saved_filter"_s, u"timeline"_s}, {u"not_same"_s, u"timeline"_s}, {u"not_same_source"_s, u"sources"_s}, {u"source"_s, u"sources"_s},
    {u"origin"_s, u"sources"_s}, {u"capture"_s, u"sources"_s}, {u"excerpt"_s, u"sources"_s},
    {u"feed"_s, u"sources"_s}, {u"feed_item"_s, u"sources"_s}, {u"event_source"_s, u"sources"_s}, {u"brief"_s, u"brief"_s}, {u"revision"_s, u"brief"_s},
    {u"project_word"_s, u"brief"_s}, {u"ignored"_s, u"checks"_s}, {u"rating"_s, u"argument"_s}, {u"indicator"_s, u"watchlist"_s}, {u"indicator_event"_s, u"watchlist"_s},
    {u"outcome"_s, u"watchlist"_s}, {u"forecast"_s, u"watchlist"_s}, {u"observation"_s, u"watchlist"_s}};

QString finding(const QString &text, qsizetype offset, const QString &message)
{
    return u"%1: %2"_s.arg(QStringView(text).first(offset).count(u'\n') + 1).arg(message);
}

/// A finding for each match of the pattern.
QStringList matches(const QString &text, const QString &pattern, const QString &message)
{
    QStringList found;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    Q_ASSERT(expression.isValid());
    for (const auto &match : expression.globalMatch(text))
        found += finding(text, match.capturedStart(), message.arg(match.captured().simplified()));
    return found;
}

/// Those among the findings that are not counted in units of ui/look, as `look::page * 3` is.
QStringList notInUnits(QStringList findings)
{
    findings.removeIf([](const QString &finding) { return finding.contains(u"look::"); });
    return findings;
}

bool isCode(const QString &path)
{
    return path.endsWith(u".cpp") || path.endsWith(u".h");
}

/// "app/timeline" of "app/timeline/event.h"; "ui" of "ui/main.cpp".
QString roomOf(const QString &path)
{
    return path.section(u'/', 0, path.count(u'/') >= 2 ? 1 : 0);
}

bool appMayInclude(const QString &from, const QString &to)
{
    return from == to || ranks.value(to, 99) < ranks.value(from, -1) || exceptions.contains(from + u' ' + to);
}

bool mayInclude(const QString &from, const QString &to)
{
    const QString fromName = from.section(u'/', 1);
    const QString toName = to.section(u'/', 1);
    if (from == to || fromName.isEmpty())
        return from.startsWith(u"ui") || to.startsWith(u"app");
    if (from.startsWith(u"app/"))
        return to.startsWith(u"app/") && appMayInclude(fromName, toName);
    if (to.startsWith(u"app/")) {
        return fromName == u"look" ? toName == u"base" : fromName == u"workbench" || toName != u"commands";
    }
    if (toName == u"look")
        return true;
    return toName == u"workbench" && fromName != u"look";
}

/// Where a literal or a comment that starts at `from` ends; `from` itself when none does.
qsizetype endOfSpecial(const QString &text, qsizetype from)
{
    const QStringView rest = QStringView(text).sliced(from);
    const auto after = [&](const QString &mark, qsizetype skip) {
        const qsizetype end = text.indexOf(mark, from + skip);
        return end < 0 ? text.size() : end + mark.size();
    };
    if (rest.startsWith(u"//"))
        return std::max(after(u"\n"_s, 2) - 1, from + 2);
    if (rest.startsWith(u"/*"))
        return after(u"*/"_s, 2);
    if (rest.startsWith(u"R\"")) {
        const qsizetype open = text.indexOf(u'(', from);
        return after(u')' + text.sliced(from + 2, open - from - 2) + u'"', 2);
    }
    const QChar quote = rest.front();
    const bool separatesDigits = quote == u'\'' && from > 0 && text[from - 1].isDigit();
    if ((quote != u'"' && quote != u'\'') || separatesDigits)
        return from;
    for (qsizetype at = from + 1; at < text.size(); ++at) {
        if (text[at] == u'\\')
            ++at;
        else if (text[at] == quote)
            return at + 1;
    }
    return text.size();
}

/// The string literals of some code with the offset of each; neighbours that the compiler joins are one.
QList<std::pair<qsizetype, QString>> literals(const QString &text)
{
    QList<std::pair<qsizetype, QString>> found;
    qsizetype joinedEnd = -1;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfSpecial(text, at);
        if (end == at) {
            ++at;
            continue;
        }
        if (text[at] == u'"' || text[at] == u'R') {
            const QString content = text.sliced(at + 1, end - at - 2);
            if (joinedEnd >= 0 && QStringView(text).sliced(joinedEnd, at - joinedEnd).trimmed().isEmpty())
                found.last().second += content;
            else
                found.append({at, content});
            joinedEnd = end;
        }
        at = end;
    }
    return found;
}

/// The start and end of each function's text, head and body, in code without comments and literals.
QList<std::pair<qsizetype, qsizetype>> functions(const QString &blank)
{
    static const QRegularExpression scope(u"\\b(namespace|class|struct|union|enum|extern)\\b[^()]*$"_s);
    QList<std::pair<qsizetype, qsizetype>> found;
    QStringList open; // what each open brace began: a scope, a function, or something else
    qsizetype statement = 0, functionStart = 0;
    for (qsizetype at = 0; at < blank.size(); ++at) {
        const QChar c = blank[at];
        const bool inFunction = open.contains(u"function"_s);
        if (c == u'{') {
            const QString head = blank.sliced(statement, at - statement).trimmed();
            const bool initializer = at > 0 && (blank[at - 1].isLetterOrNumber() || head.endsWith(u'=') ||
                                                   head.endsWith(u'(') || head.endsWith(u','));
            const bool starts = !inFunction && !initializer && !open.contains(u"other"_s) && head.contains(u'(') &&
                                !scope.match(head).hasMatch();
            open += starts ? u"function"_s : initializer || inFunction ? u"other"_s : u"scope"_s;
            if (starts)
                functionStart = statement;
            if (!initializer)
                statement = at + 1;
        } else if (c == u'}' && !open.isEmpty()) {
            const QString closed = open.takeLast();
            if (closed == u"function")
                found.append({functionStart, at});
            if (closed != u"other")
                statement = at + 1;
        } else if (c == u';' && !inFunction && !open.contains(u"other"_s)) {
            statement = at + 1;
        }
    }
    return found;
}

} // namespace

QString code(const QString &text, bool withLiterals)
{
    QString result = text;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfSpecial(text, at);
        const bool comment = text[at] == u'/';
        if (end > at && (comment || !withLiterals)) {
            const qsizetype edge = comment ? 0 : 1;
            for (qsizetype i = at + edge; i < end - edge; ++i)
                result[i] = text[i] == u'\n' ? u'\n' : u' ';
        }
        at = std::max(end, at + 1);
    }
    return result;
}

QStringList includeDirection(const QString &path, const QString &text)
{
    static const QRegularExpression include(
        u"^#include \"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    if (!isCode(path) || path.startsWith(u"translations/"))
        return {};
    QStringList found;
    for (const auto &match : include.globalMatch(text)) {
        const QString included = match.captured(1);
        const QString to = roomOf(included);
        if (included.endsWith(u".moc"))
            continue;
        if (!included.startsWith(u"app/") && !included.startsWith(u"ui/") && !included.startsWith(u"tests/"))
            found += finding(text, match.capturedStart(), included + u" is not written from the root"_s);
        else if (!path.startsWith(u"tests/") && !included.endsWith(u"pch.h") && !mayInclude(roomOf(path), to))
            found += finding(text, match.capturedStart(), u"%1 may not include %2"_s.arg(roomOf(path), included));
    }
    return found;
}

QStringList noWidgetsInApp(const QString &path, const QString &text)
{
    if (!path.startsWith(u"app/"))
        return {};
    return matches(code(text, true),
        u"^#include <(QtWidgets\\b.*|QApplication|Q\\w*(Widget|Dialog|Button|Label|Menu|MenuBar|ToolBar|StatusBar|Window"
        "|Layout|Delegate|ScrollArea|Splitter|ComboBox|SpinBox|LineEdit|TextEdit|TreeView|ListView|TableView|ItemView"
        "|Style|ToolTip|MessageBox)(/.*)?)>"
        "(?<!QTextLayout>)(?<!QWindow>)(?<!QRasterWindow>)"_s,
        u"a widget under app/: %1"_s);
}

QStringList sqlInItsRoom(const QString &path, const QString &text)
{
    static const QRegularExpression verb(u"\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\\b"_s);
    static const QRegularExpression table(u"\\b(?:FROM|JOIN|INTO|UPDATE)\\s+(\\w+)"_s);
    static const QRegularExpression call(u"[wW]riter(?:\\.|->)(?:insert|update|remove)\\(\\s*u\"(\\w+)\"_s"_s);
    if (!isCode(path) || path.startsWith(u"tests/"))
        return {};
    const QString room = path.section(u'/', 1, 1);
    QStringList found;
    const auto check = [&](qsizetype at, const QString &name) {
        const QString owner = tableRooms.value(name);
        if (!owner.isEmpty() && (!path.startsWith(u"app/") || owner != room))
            found += finding(text, at, u"the table %1 belongs to app/%2"_s.arg(name, owner));
    };
    const QString live = code(text, true);
    for (const auto &[at, content] : literals(live)) {
        if (!verb.match(content).hasMatch())
            continue;
        if (!path.startsWith(u"app/"))
            found += finding(text, at, u"SQL outside app/"_s);
        for (const auto &match : table.globalMatch(content))
            check(at, match.captured(1));
    }
    for (const auto &match : call.globalMatch(live))
        check(match.capturedStart(), match.captured(1));
    return found;
}

QStringList looksInLook(const QString &path, const QString &text)
{
    if (!path.startsWith(u"ui/") || path.startsWith(u"ui/look/") || !isCode(path))
        return {};
    const QString live = code(text, true);
    const QString number = u"[^();]*(?<![\\w.])(?!1\\b)[1-9][0-9.]*(?![\\w])[^;]*;"_s;
    return matches(live, u"\\bQColor[({]\\s*[^)}\\s]|\\bQt::(dark)?(red|green|blue|cyan|magenta|yellow|gr[ae]y|black|white)\\b"_s,
               u"a colour outside ui/look: %1"_s) +
           matches(live, u"\"[^\"\\n]*#[0-9a-fA-F]{3,8}\\b[^\"\\n]*\"|\\bqRgba?\\("_s, u"a colour outside ui/look: %1"_s) +
           matches(live, u"\\bset(Pixel|Point)SizeF?\\(|\"[^\"\\n]*\\b[0-9]+(px|pt)\\b[^\"\\n]*\""_s,
               u"a size outside ui/look: %1"_s) +
           notInUnits(matches(live,
               u"\\b(set(ContentsMargins|Spacing|HorizontalSpacing|VerticalSpacing|DocumentMargin|ViewportMargins"
               "|(Fixed|Minimum|Maximum)(Size|Width|Height)|IconSize)|addSpacing|resize|adjusted)\\("_s +
                   number,
               u"a size outside ui/look: %1"_s)) +
           notInUnits(matches(live, u"\\bQ(Size|Margins)F?[({]"_s + number, u"a size outside ui/look: %1"_s));
}

QStringList dialogsInWorkbench(const QString &path, const QString &text)
{
    if (path.startsWith(u"ui/workbench/") || path.startsWith(u"tests/") || !isCode(path))
        return {};
    return matches(code(text, false), u"\\bQMessageBox\\b"_s, u"%1 outside ui/workbench"_s);
}

QStringList fileSize(const QString &path, const QString &text)
{
    const qsizetype limit = path.startsWith(u"tests/") ? 700 : 500;
    const qsizetype lines = text.count(u'\n');
    if (!isCode(path) || lines <= limit)
        return {};
    return {u"1: %1 lines, more than %2"_s.arg(lines).arg(limit)};
}

QStringList functionSize(const QString &path, const QString &text)
{
    static const QRegularExpression data(u"_data\\(\\)"_s);
    if (!isCode(path))
        return {};
    const qsizetype limit = path.startsWith(u"tests/") ? 100 : 70;
    QStringList found;
    const QString blank = code(text, false);
    for (const auto &[from, to] : functions(blank)) {
        const QString all = blank.sliced(from, to - from + 1).trimmed();
        const qsizetype lines = all.count(u'\n') + 1;
        const QString head = all.section(u'{', 0, 0).simplified();
        if (lines > limit && !data.match(head).hasMatch())
            found += finding(text, to, u"%1 ends after %2 lines, more than %3"_s.arg(head).arg(lines).arg(limit));
    }
    return found;
}

QStringList habits(const QString &path, const QString &text)
{
    if (!isCode(path))
        return {};
    const QString live = code(text, false);
    QStringList found = matches(live, u"\\bstatic\\b[^;{}()]*\\binstance\\s*\\("_s, u"a singleton: %1"_s) +
                        matches(live, u"\\bthrow\\b[^;]*"_s, u"an exception of ours: %1"_s) +
                        matches(live, u"\\bfriend\\s+(class|struct)\\s+(?!\\w*Test)\\w+"_s, u"a friend: %1"_s) +
                        matches(text, u"\\b(TO"_s u"DO|FIX"_s u"ME)\\b"_s, u"a note to ourselves: %1"_s);
    if (path.startsWith(u"tests/") && !path.startsWith(u"tests/bench/"))
        found += matches(live, u"\\b(qSleep|qWait|m?sleep|usleep)\\("_s, u"a test sleeps: %1"_s);
    if (path.endsWith(u".h") && !text.startsWith(u"#pragma once\n"))
        found += u"1: does not begin with #pragma once"_s;
    return found;
}

QStringList fileName(const QString &path, const QString &)
{
    static const QRegularExpression lower(u"^[a-z0-9][a-z0-9_.-]*$"_s);
    static const QSet<QString> given{u"CMakeLists.txt"_s, u".clang-format"_s, u".shellcheckrc"_s, u"redoubt_en_XA.ts"_s};
    const QString name = path.section(u'/', -1);
    if (given.contains(name) || lower.match(name).hasMatch())
        return {};
    return {u"1: %1 is not in lower case"_s.arg(name)};
}

QStringList everyFileIsBuilt(const QStringList &present, const QString &text)
{
    QStringList found;
    const bool takesAll = text.contains(u"file(GLOB"_s);
    const bool lists = text.contains(u"redoubt_test(${"_s); // the names stand in a foreach
    for (const QString &name : present) {
        const QString test = name.startsWith(u"tst_") ? name.sliced(4).section(u'.', 0, 0) : QString();
        const QString word = QRegularExpression::escape(test.isEmpty() ? name : test);
        const QString pattern =
            test.isEmpty() || lists ? u"(^|[\\s(])%1($|[\\s)])"_s : u"redoubt_test\\(\\s*%1[\\s)]"_s;
        const QRegularExpression built(pattern.arg(word), QRegularExpression::MultilineOption);
        if (!takesAll && !built.match(text).hasMatch())
            found += u"1: %1 is not built"_s.arg(name);
    }
    return found;
}

} // namespace redoubt::rules
