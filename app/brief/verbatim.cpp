#include "app/brief/verbatim.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Where what opens at `i` ends, as far as `text` goes: behind its closing mark, or -1 when it is still open; `i` when nothing opens.
qsizetype endOfBackticks(QStringView text, qsizetype i)
{
    qsizetype length = 0;
    while (i + length < text.size() && text[i + length] == u'`')
        ++length;
    for (qsizetype at = i + length; at < text.size();) {
        qsizetype run = 0;
        while (at + run < text.size() && text[at + run] == u'`')
            ++run;
        if (run == length)
            return at + run;
        at += std::max<qsizetype>(run, 1);
    }
    return -1;
}

qsizetype behind(QStringView text, QStringView closing, qsizetype from)
{
    const qsizetype at = text.indexOf(closing, from);
    return at < 0 ? -1 : at + closing.size();
}

qsizetype endOfAngle(QStringView text, qsizetype i)
{
    if (text.sliced(i).startsWith(u"<!--"))
        return behind(text, u"-->", i + 4);
    const bool isTag = i + 1 < text.size() && (text[i + 1].isLetter() || text[i + 1] == u'/' || text[i + 1] == u'!');
    return isTag ? behind(text, u">", i + 1) : i;
}

/// A bracket with a key in it.
qsizetype endOfCitation(QStringView text, qsizetype i)
{
    static const QRegularExpression key(u"(?:^|[^\\w])@[\\w{]"_s);
    const qsizetype end = behind(text, u"]", i + 1);
    const QStringView inside = text.sliced(i + 1, (end < 0 ? text.size() : end - 1) - i - 1);
    return key.matchView(inside).hasMatch() ? end : i;
}

qsizetype endOfSpan(QStringView text, qsizetype i)
{
    switch (text[i].unicode()) {
    case u'`':
        return endOfBackticks(text, i);
    case u'<':
        return endOfAngle(text, i);
    case u'{':
        return behind(text, u"}", i + 1);
    case u'[':
        return endOfCitation(text, i);
    case u'(':
        return i > 0 && text[i - 1] == u']' ? behind(text, u")", i + 1) : i;
    default:
        return i;
    }
}

/// An address or a key as it stands: up to the position without a space.
bool isInAddress(QStringView text)
{
    qsizetype start = text.size();
    while (start > 0 && !text[start - 1].isSpace())
        --start;
    const QStringView word = text.sliced(start);
    static const QRegularExpression key(u"^[(\\[]?-?@[\\w{]"_s);
    return word.contains(u"://") || word.startsWith(u"www.") || word.startsWith(u"mailto:") || key.matchView(word).hasMatch();
}

} // namespace

bool mayBeFence(QStringView line)
{
    while (line.startsWith(u' ') || line.startsWith(u'>'))
        line = line.sliced(1);
    return line.startsWith(u"```") || line.startsWith(u"~~~");
}

bool isInFence(const QStringList &fences)
{
    static const QRegularExpression shape(u"^[ >]*(`{3,}|~{3,})\\s*([^`]*)$"_s);
    QString open;
    for (const QString &line : fences) {
        const auto match = shape.match(line);
        if (!match.hasMatch())
            continue;
        const QString mark = match.captured(1);
        const bool closes = !open.isEmpty() && mark.front() == open.front() && mark.size() >= open.size();
        if (match.captured(2).trimmed().isEmpty() && closes)
            open.clear();
        else if (open.isEmpty() || (closes && mark.size() == open.size()))
            open = mark; // a fence that says what it is opens one, so that the one before it was read wrongly
    }
    return !open.isEmpty();
}

bool isVerbatim(QStringView line, qsizetype position)
{
    const QStringView before = line.first(position);
    if (before.startsWith(u":::"))
        return true;
    for (qsizetype i = 0; i < before.size();) {
        if (before[i] == u'\\') {
            i += 2;
            continue;
        }
        const qsizetype end = endOfSpan(before, i);
        if (end < 0)
            return true;
        i = std::max(end, i + 1);
    }
    return isInAddress(before);
}

} // namespace redoubt
