#include "app/brief/citation.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
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
        for (qsizetype i = start + 1; i < last && !text[i].isSpace(); ++i) {
            if (text[i] == u'}')
                return i > start + 1 ? std::optional(FoundKey{{start + 1, i - start - 1}, i + 1}) : std::nullopt;
        }
        return {};
    }
    if (!isWord(text[start]))
        return {};
    qsizetype end = start + 1;
    while (end < text.size()) {
        if (isWord(text[end]))
            ++end;
        else if (isInnerMark(text[end]) && end + 1 < text.size() && isWord(text[end + 1]))
            end += 2;
        else
            break;
    }
    return FoundKey{{start, end - start}, end};
}

/// The citation key at position i, when an @ there begins one.
std::optional<FoundKey> keyAt(QStringView text, qsizetype i, qsizetype from)
{
    if (text[i] != u'@' || (i > from && isWord(text[i - 1])))
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

QStringView withoutComma(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(u','))
        text = text.sliced(1).trimmed();
    return text;
}

/// Splits what follows a key in a locator and the rest.
void readSuffix(QStringView behind, Citation &citation)
{
    static const QRegularExpression locator(
        uR"(^(?:(?:pages?|pp?\.|chapters?|chaps?\.|ch\.|sections?|secs?\.|paragraphs?|paras?\.|volumes?|vols?\.|figures?|)"
        uR"(figs?\.|columns?|cols?\.|books?|bks?\.|folios?|fols?\.|lines?|ll?\.|notes?|nn?\.|numbers?|nos?\.|parts?|pts?\.|)"
        uR"(articles?|arts?\.|tables?|annex|appendix|verses?|vv?\.|§§?|¶¶?)\s*+(?:[0-9]++(?:[.:][0-9]++)*+(?:[a-z]\b)?+|[ivxlcdm]++\b)|[0-9]++(?:[.:][0-9]++)*+(?:[a-z]\b)?+))"
        uR"((?:\s*+[,&–—-]\s*+[0-9ivxlcdm][\w.:]*+)*+)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype longestLocator = 256;

    const QStringView rest = withoutComma(behind);
    if (rest.startsWith(u'{')) {
        if (const qsizetype close = rest.indexOf(u'}'); close > 0) {
            citation.locator = rest.sliced(1, close - 1).trimmed().toString();
            citation.suffix = withoutComma(rest.sliced(close + 1)).toString();
            return;
        }
    }
    qsizetype length = 0;
    if (const auto match = locator.matchView(rest.first(std::min(rest.size(), longestLocator))); match.hasMatch()) {
        length = match.capturedLength();
        while (length > 0 && (rest[length - 1] == u'.' || rest[length - 1] == u':'))
            --length;
        // "3rd edition" or "2026 and" begin with a digit and are no place in the source.
        if (length < rest.size() && isWord(rest[length]))
            length = 0;
    }
    citation.locator = rest.first(length).toString();
    citation.suffix = withoutComma(rest.sliced(length)).toString();
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
        readSuffix(text.sliced(found->end, item.end() - found->end), citation);
        return citation;
    }
    return {};
}

/// `bracket` is the whole `[…]`.
std::optional<CitationCluster> readCluster(QStringView text, TextRange bracket)
{
    CitationCluster cluster;
    cluster.range = bracket;
    qsizetype start = bracket.offset + 1;
    int depth = 0;
    for (qsizetype i = start; i < bracket.end(); ++i) {
        const bool last = i == bracket.end() - 1;
        if (!last && text[i] == u'[')
            ++depth;
        else if (!last && text[i] == u']')
            --depth;
        if (!last && (text[i] != u';' || depth > 0))
            continue;
        auto citation = readCitation(text, {start, i - start});
        if (!citation)
            return {};
        cluster.citations.append(*std::move(citation));
        start = i + 1;
    }
    return cluster;
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

/// `@key argues`, `-@key`, `@key [p. 3]`.
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
    qsizetype end = found.end;
    qsizetype bracket = end;
    while (bracket < text.size() && bracket <= end + 1 && text[bracket].isSpace())
        ++bracket;
    if (bracket + 1 < text.size() && text[bracket] == u'[' && text[bracket + 1] != u'^' && closes[size_t(bracket)] > 0) {
        const qsizetype close = closes[size_t(bracket)];
        const QStringView inside = text.sliced(bracket + 1, close - bracket - 1);
        const bool isLink = close + 1 < text.size() && (text[close + 1] == u'(' || text[close + 1] == u'[');
        if (!isLink && !inside.contains(u'@')) {
            readSuffix(inside, citation);
            end = close + 1;
        }
    }
    citation.range = {start, end - start};
    return {{citation}, true, citation.range};
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
            const qsizetype close = closes[size_t(i)];
            if (auto cluster = readCluster(text, {i, close + 1 - i})) {
                found.append(*std::move(cluster));
                i = close + 1;
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
    if (start == 0 || text[start - 1] != u'@' || (start > 1 && isWord(text[start - 2])))
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
