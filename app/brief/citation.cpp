#include "app/brief/citation.h"

#include "app/brief/locator.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// What an address has before its @, as in you+me@example.org or you+@example.org.
bool isOfAddress(QChar c)
{
    return isWord(c) || c == u'+';
}

bool isInnerMark(QChar c)
{
    return u":.#$%&-+?<>~/"_s.contains(c);
}

struct FoundKey
{
    TextRange key;
    qsizetype end = 0; ///< behind the key and its closing brace
};

/// The key behind the @ at `at`.
std::optional<FoundKey> keyBehind(QStringView text, qsizetype at)
{
    const qsizetype start = at + 1;
    if (start >= text.size())
        return {};
    if (text[start] == u'{') {
        constexpr qsizetype longest = 256;
        const qsizetype last = std::min(text.size(), start + longest);
        int depth = 1;
        for (qsizetype i = start + 1; i < last && !text[i].isSpace(); ++i) {
            depth += text[i] == u'{' ? 1 : text[i] == u'}' ? -1 : 0;
            if (depth == 0)
                return i > start + 1 ? std::optional(FoundKey{{start + 1, i - start - 1}, i + 1}) : std::nullopt;
        }
        return {};
    }
    if (!isWord(text[start]))
        return {};
    qsizetype end = start + 1;
    while (end < text.size()) {
        if (isWord(text[end]) || text[end].isMark()) {
            ++end;
            continue;
        }
        // One mark within the key, or those of an address; none at its end.
        const QStringView rest = text.sliced(end);
        const qsizetype marks = rest.startsWith("://"_L1) ? 3 : rest.startsWith("//"_L1) ? 2 : isInnerMark(rest[0]) ? 1 : 0;
        if (marks == 0 || marks >= rest.size() || !isWord(rest[marks]))
            break;
        end += marks;
    }
    return FoundKey{{start, end - start}, end};
}

/// The citation key at position i, when an @ there begins one.
std::optional<FoundKey> keyAt(QStringView text, qsizetype i, qsizetype from)
{
    if (text[i] != u'@' || (i > from && isOfAddress(text[i - 1])))
        return {};
    return keyBehind(text, i);
}

TextRange trimmed(QStringView text, TextRange range)
{
    while (range.length > 0 && text[range.offset].isSpace()) {
        ++range.offset;
        --range.length;
    }
    while (range.length > 0 && text[range.end() - 1].isSpace())
        --range.length;
    return range;
}

void readEnd(QStringView behindKey, Citation &citation)
{
    CitationEnd end = splitCitationEnd(behindKey);
    citation.locator = std::move(end.locator);
    citation.suffix = std::move(end.suffix);
}

std::optional<Citation> readCitation(QStringView text, TextRange item)
{
    item = trimmed(text, item);
    for (qsizetype i = item.offset; i < item.end(); ++i) {
        const auto found = keyAt(text, i, item.offset);
        if (!found)
            continue;
        if (found->end > item.end())
            return {};
        Citation citation;
        citation.key = text.sliced(found->key.offset, found->key.length).toString();
        citation.keyRange = found->key;
        citation.range = item;
        qsizetype prefixEnd = i;
        if (i > item.offset && text[i - 1] == u'-') {
            citation.suppressAuthor = true;
            --prefixEnd;
        }
        citation.prefix = text.sliced(item.offset, prefixEnd - item.offset).trimmed().toString();
        readEnd(text.sliced(found->end, item.end() - found->end), citation);
        return citation;
    }
    return {};
}

/// What stands in `bracket`, the whole `[…]`, between semicolons that no other brackets are around.
QList<TextRange> itemsOf(QStringView text, TextRange bracket)
{
    QList<TextRange> items;
    qsizetype start = bracket.offset + 1;
    int depth = 0;
    for (qsizetype i = start; i < bracket.end() - 1; ++i) {
        depth += text[i] == u'[' ? 1 : text[i] == u']' ? -1 : 0;
        if (text[i] != u';' || depth > 0)
            continue;
        items.append({start, i - start});
        start = i + 1;
    }
    items.append({start, bracket.end() - 1 - start});
    return items;
}

/// Behind a bracket that holds citations nothing may stand that makes it the text of a link.
bool startsLinkTarget(QStringView behind)
{
    return behind.startsWith(u'[') && !behind.startsWith(u"[^") && !behind.startsWith(u"[@") && !behind.startsWith(u"[-@");
}

/// The citations of a bracket; none when one of its items has no key. What stands at the start of a bracket behind a key in the
/// text (`lead`) may be the end of that.
QList<Citation> readBracket(QStringView text, TextRange bracket, Citation *lead)
{
    QList<Citation> citations;
    QList<TextRange> items = itemsOf(text, bracket);
    const TextRange first = items.constFirst();
    if (lead && !text.sliced(first.offset, first.length).contains(u'@')) {
        readEnd(text.sliced(first.offset, first.length), *lead);
        lead->range.length = (items.size() == 1 ? bracket.end() : first.end()) - lead->range.offset;
        items.removeFirst();
    }
    for (const TextRange &item : std::as_const(items)) {
        auto citation = readCitation(text, item);
        if (!citation)
            return {};
        citations.append(*std::move(citation));
    }
    return citations;
}

/// For each `[` the position of its `]` when it holds at most one level of other brackets, else -1.
std::vector<qsizetype> shallowBrackets(QStringView text)
{
    struct Open
    {
        qsizetype position;
        int height;
    };
    std::vector<qsizetype> closes(size_t(text.size()), -1);
    std::vector<Open> open;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'[') {
            open.push_back({i, 0});
        } else if (text[i] == u']' && !open.empty()) {
            const Open last = open.back();
            open.pop_back();
            if (last.height <= 1)
                closes[size_t(last.position)] = i;
            if (!open.empty())
                open.back().height = std::max(open.back().height, last.height + 1);
        }
    }
    return closes;
}

/// The bracket that belongs to a key in the text, if it begins at most a space and a line end behind it.
std::optional<TextRange> bracketBehind(QStringView text, qsizetype end, const std::vector<qsizetype> &closes)
{
    qsizetype open = end;
    bool newLine = false;
    while (open < text.size() && text[open].isSpace() && !(newLine && text[open] == u'\n')) {
        newLine = newLine || text[open] == u'\n';
        ++open;
    }
    if (open >= text.size() || text[open] != u'[' || closes[size_t(open)] < 0 || text.sliced(open).startsWith(u"[^"))
        return {};
    const TextRange bracket{open, closes[size_t(open)] + 1 - open};
    const QStringView behind = text.sliced(bracket.end());
    if (behind.startsWith(u'(') || startsLinkTarget(behind))
        return {};
    return bracket;
}

/// `@key argues`, `-@key`, `@key [p. 3]`, `@key [p. 3; see @other]`.
CitationCluster inTextCitation(QStringView text, qsizetype at, const FoundKey &found, const std::vector<qsizetype> &closes)
{
    Citation citation;
    citation.key = text.sliced(found.key.offset, found.key.length).toString();
    citation.keyRange = found.key;
    qsizetype start = at;
    if (at > 0 && text[at - 1] == u'-' && (at == 1 || !isWord(text[at - 2]))) {
        citation.suppressAuthor = true;
        --start;
    }
    citation.range = {start, found.end - start};
    const CitationCluster alone{{citation}, true, citation.range};
    const auto bracket = bracketBehind(text, found.end, closes);
    if (!bracket)
        return alone;
    const QList<Citation> others = readBracket(text, *bracket, &citation);
    if (others.isEmpty() && citation.range.end() != bracket->end())
        return alone;
    return {QList{citation} + others, true, {start, bracket->end() - start}};
}

} // namespace

QList<CitationCluster> citationsIn(QStringView text)
{
    QList<CitationCluster> found;
    if (!text.contains(u'@'))
        return found;
    const std::vector<qsizetype> closes = shallowBrackets(text);
    qsizetype i = 0;
    while (i < text.size()) {
        if (text[i] == u'[' && closes[size_t(i)] > 0) {
            const TextRange bracket{i, closes[size_t(i)] + 1 - i};
            QList<Citation> cited = readBracket(text, bracket, nullptr);
            if (!cited.isEmpty() && !startsLinkTarget(text.sliced(bracket.end()))) {
                found.append({std::move(cited), false, bracket});
                i = bracket.end();
                continue;
            }
        }
        if (const auto key = keyAt(text, i, 0)) {
            found.append(inTextCitation(text, i, *key, closes));
            i = found.constLast().range.end();
            continue;
        }
        ++i;
    }
    return found;
}

std::optional<TextRange> citationKeyAt(QStringView text, qsizetype position)
{
    constexpr qsizetype longest = 256;
    if (position < 0 || position > text.size())
        return {};
    qsizetype start = position;
    while (start > 0 && position - start < longest && (isWord(text[start - 1]) || isInnerMark(text[start - 1])))
        --start;
    if (start == 0 || text[start - 1] != u'@' || (start > 1 && isOfAddress(text[start - 2])))
        return {};
    const auto key = keyBehind(text, start - 1);
    const qsizetype end = std::max(position, key ? key->end : start);
    return TextRange{start, end - start};
}

bool isCitationKey(QStringView key)
{
    const QString written = u'@' + key.toString();
    const auto found = keyBehind(written, 0);
    return found && !key.startsWith(u'{') && found->end == written.size();
}

} // namespace redoubt
