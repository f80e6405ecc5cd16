#include "app/brief/wordtarget.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

int target(const QString &value)
{
    return std::max(0, value.toInt());
}

} // namespace

int wordTarget(const Attributes &heading)
{
    return target(heading.value(u"words"));
}

int wordTarget(const Document &document)
{
    return target(document.metadataValue(u"words"));
}

TypedChange setSectionTarget(QStringView heading, int words)
{
    static const QRegularExpression braces(u"[ \\t]*(\\{[^{}]*\\})[ \\t]*$"_s);
    static const QRegularExpression present(u"(?<=[\\s{])words=(?:\"[^\"]*\"|'[^']*'|[^\\s}]*)\\s*"_s);
    const auto match = braces.matchView(heading);
    const bool hasAttributes = match.hasMatch() && readAttributes(match.capturedView(1)).has_value();
    QString inside = hasAttributes ? match.captured(1).sliced(1).chopped(1) : QString();
    inside = (u'{' + inside + u'}').remove(present);
    inside = inside.sliced(1).chopped(1).trimmed();
    if (words > 0)
        inside += (inside.isEmpty() ? u"words=%1"_s : u" words=%1"_s).arg(words);
    QString title = heading.first(hasAttributes ? match.capturedStart() : heading.size()).toString();
    while (!title.isEmpty() && title.back().isSpace())
        title.chop(1);
    const QString line = inside.isEmpty() ? title : title + u" {%1}"_s.arg(inside);
    return changeBetween(heading, line, {title.size(), 0});
}

TypedChange setBriefTarget(QStringView start, int words)
{
    static const QRegularExpression line(u"^words[ \\t]*:.*(?:\\n|$)"_s, QRegularExpression::MultilineOption);
    const QString value = words > 0 ? u"words: %1\n"_s.arg(words) : QString();
    const TextRange metadata = readDocument(start).metadataRange;
    QString changed = start.toString();
    if (metadata.isEmpty()) {
        changed.prepend(value.isEmpty() ? QString() : u"---\n%1---\n\n"_s.arg(value));
    } else {
        QString lines = changed.first(metadata.end());
        lines.remove(line);
        lines.insert(lines.lastIndexOf(u'\n') + 1, value);
        const bool isEmpty = lines.count(u'\n') < 2;
        qsizetype end = metadata.end();
        while (isEmpty && end < changed.size() && changed[end] == u'\n')
            ++end;
        changed.replace(0, end, isEmpty ? QString() : lines);
    }
    return changeBetween(start, changed, {0, 0});
}

} // namespace redoubt
