#include "app/brief/documentspans.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

bool mapsByCharacter(const Span &span)
{
    return span.kind == Span::Kind::Text && span.text.size() == span.range.length;
}

/// Neighbouring spans as one string: text as it is, any other span as one U+FFFC; but an escaped + stays, since it makes an
/// address of what is behind it.
struct Run
{
    QString text;
    QList<qsizetype> starts; ///< of each span in `text`; one more for the end

    explicit Run(const QList<Span> &spans)
    {
        for (const Span &span : spans) {
            starts.append(text.size());
            if (mapsByCharacter(span) || (span.kind == Span::Kind::Text && span.text == "+"_L1))
                text += span.text;
            else
                text += span.kind == Span::Kind::SoftBreak ? QChar(u'\n') : QChar(QChar::ObjectReplacementCharacter);
        }
        starts.append(text.size());
    }

    [[nodiscard]] qsizetype spanAt(qsizetype offset) const
    {
        return std::distance(starts.begin(), std::ranges::upper_bound(starts, offset)) - 1;
    }
};

TextRange inSource(const Run &run, const QList<Span> &spans, TextRange range)
{
    const qsizetype first = run.spanAt(range.offset);
    const Span &from = spans[first];
    const qsizetype start = from.range.offset + (mapsByCharacter(from) ? range.offset - run.starts[first] : 0);
    if (range.isEmpty())
        return {start, 0};
    const qsizetype last = run.spanAt(range.end() - 1);
    const Span &to = spans[last];
    const qsizetype end = mapsByCharacter(to) ? to.range.offset + range.end() - run.starts[last] : to.range.end();
    return {start, end - start};
}

/// Puts the words of the spans that stand between the texts of a cluster back in their places.
void fillIn(CitationCluster &cluster, const Run &run, const QList<Span> &spans)
{
    qsizetype at = cluster.range.offset;
    const auto fill = [&](QString &part) {
        for (qsizetype i = part.indexOf(QChar::ObjectReplacementCharacter); i >= 0;) {
            at = run.text.indexOf(QChar::ObjectReplacementCharacter, at);
            const QString words = at < 0 ? QString() : plainText({spans[run.spanAt(at)]});
            part.replace(i, 1, words);
            at = at < 0 ? run.text.size() : at + 1;
            i = part.indexOf(QChar::ObjectReplacementCharacter, i + words.size());
        }
    };
    for (Citation &citation : cluster.citations) {
        fill(citation.prefix);
        fill(citation.locator);
        fill(citation.suffix);
    }
}

struct Found
{
    TextRange inRun;
    Span span;
};

void findCitations(const Run &run, const QList<Span> &spans, QStringView text, QList<Found> &found)
{
    for (CitationCluster &cluster : citationsIn(run.text)) {
        const TextRange inRun = cluster.range;
        fillIn(cluster, run, spans);
        cluster.range = inSource(run, spans, inRun);
        for (Citation &citation : cluster.citations) {
            citation.range = inSource(run, spans, citation.range);
            citation.keyRange = inSource(run, spans, citation.keyRange);
        }
        Span span;
        span.kind = Span::Kind::Citation;
        span.range = cluster.range;
        span.text = text.sliced(span.range.offset, span.range.length).toString();
        span.citation = std::move(cluster);
        found.append({inRun, std::move(span)});
    }
}

void findFootnotes(const Run &run, const QList<Span> &spans, const QSet<QString> &footnotes, QList<Found> &found)
{
    constexpr qsizetype longestLabel = 100;
    for (qsizetype i = run.text.indexOf(u"[^"); i >= 0; i = run.text.indexOf(u"[^", i + 2)) {
        const QStringView behind = QStringView(run.text).sliced(i + 2);
        const qsizetype close = behind.first(std::min(behind.size(), longestLabel + 1)).indexOf(u']');
        if (close <= 0 || !footnotes.contains(behind.first(close).toString()))
            continue;
        const TextRange inRun{i, close + 3};
        Span span;
        span.kind = Span::Kind::FootnoteReference;
        span.range = inSource(run, spans, inRun);
        span.text = behind.first(close).toString();
        found.append({inRun, std::move(span)});
    }
}

/// The part of the spans between two places of the run.
void copyBetween(const Run &run, const QList<Span> &spans, qsizetype from, qsizetype to, QList<Span> &out)
{
    if (from >= to)
        return;
    for (qsizetype i = run.spanAt(from); i < spans.size() && run.starts[i] < to; ++i) {
        const qsizetype first = std::max(from, run.starts[i]) - run.starts[i];
        const qsizetype last = std::min(to, run.starts[i + 1]) - run.starts[i];
        Span span = spans[i];
        if (mapsByCharacter(span) && (first > 0 || last < span.text.size())) {
            span.text = span.text.sliced(first, last - first);
            span.range = {span.range.offset + first, last - first};
        }
        out.append(std::move(span));
    }
}

/// Behind the `]` at `at`: the end of `(address "title")` or `[label]`, else behind the bracket.
qsizetype linkEnd(QStringView text, qsizetype at)
{
    qsizetype i = at + 1;
    if (i >= text.size() || (text[i] != u'(' && text[i] != u'['))
        return i;
    const bool address = text[i] == u'(';
    QChar quote;
    int depth = 0;
    constexpr qsizetype longest = 4'000;
    const qsizetype last = std::min(text.size(), i + longest);
    for (; i < last; ++i) {
        const QChar c = text[i];
        if (c == u'\\')
            ++i;
        else if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (address && (c == u'"' || c == u'\'') && text[i - 1].isSpace())
            quote = c;
        else if (address && c == u'<' && i > 0 && (text[i - 1] == u'(' || text[i - 1].isSpace()) && depth == 1)
            quote = u'>';
        else if (c == (address ? u'(' : u'['))
            ++depth;
        else if (c == (address ? u')' : u']') && --depth == 0)
            return i + 1;
    }
    return at + 1;
}

} // namespace

void resolveSpans(QList<Span> &spans, QStringView text, const QSet<QString> &footnotes)
{
    for (Span &span : spans) {
        using enum Span::Kind;
        if (span.kind == Emphasis || span.kind == Strong || span.kind == Strikeout)
            resolveSpans(span.children, text, footnotes);
    }
    const Run run(spans);
    QList<Found> found;
    findCitations(run, spans, text, found);
    findFootnotes(run, spans, footnotes, found);
    if (found.isEmpty())
        return;
    std::ranges::stable_sort(found, {}, [](const Found &one) { return one.inRun.offset; });
    QList<Span> resolved;
    qsizetype done = 0;
    for (Found &one : found) {
        if (one.inRun.offset < done)
            continue;
        copyBetween(run, spans, done, one.inRun.offset, resolved);
        resolved.append(std::move(one.span));
        done = one.inRun.end();
    }
    copyBetween(run, spans, done, run.text.size(), resolved);
    spans = std::move(resolved);
}

std::optional<Attributes> takeHeadingAttributes(QList<Span> &spans, QStringView text)
{
    if (spans.isEmpty() || spans.constLast().kind != Span::Kind::Text || !spans.constLast().text.endsWith(u'}'))
        return {};
    const qsizetype end = spans.constLast().range.end();
    const QStringView before = text.sliced(spans.constFirst().range.offset, end - spans.constFirst().range.offset);
    const qsizetype brace = before.lastIndexOf(u'{');
    auto attributes = brace < 0 ? std::nullopt : readAttributes(before.sliced(brace));
    if (!attributes)
        return {};
    const qsizetype cut = spans.constFirst().range.offset + brace;
    while (!spans.isEmpty() && spans.constLast().range.offset >= cut)
        spans.removeLast();
    if (spans.isEmpty() || spans.constLast().kind != Span::Kind::Text)
        return attributes;
    Span &last = spans.last();
    if (last.range.end() > cut)
        last.text.truncate(cut - last.range.offset);
    const auto chopSpaces = [&last] {
        while (!last.text.isEmpty() && last.text.back().isSpace())
            last.text.chop(1);
    };
    chopSpaces();
    const qsizetype lastOther = QStringView(last.text).lastIndexOf(u' ');
    const QStringView lastWord = QStringView(last.text).sliced(lastOther + 1);
    if (lastOther >= 0 && std::ranges::all_of(lastWord, [](QChar c) { return c == u'#'; })) {
        last.text.truncate(lastOther);
        chopSpaces();
    }
    last.range.length = last.text.size();
    if (last.text.isEmpty())
        spans.removeLast();
    return attributes;
}

TextRange linkRange(QStringView text, TextRange inside, bool image)
{
    qsizetype start = inside.offset;
    if (start > 0 && text[start - 1] == u'<')
        return {start - 1, inside.length + 1 + (inside.end() < text.size() && text[inside.end()] == u'>')};
    if (start > 0 && text[start - 1] == u'[')
        --start;
    if (image && start > 0 && text[start - 1] == u'!')
        --start;
    const qsizetype close = inside.end();
    const qsizetype end = close < text.size() && text[close] == u']' ? linkEnd(text, close) : close;
    return {start, end - start};
}

TextRange markedRange(QStringView text, TextRange inside, QStringView marks, qsizetype longest)
{
    qsizetype before = 0;
    while (before < longest && inside.offset > before && marks.contains(text[inside.offset - before - 1]))
        ++before;
    qsizetype behind = 0;
    while (behind < before && inside.end() + behind < text.size() && marks.contains(text[inside.end() + behind]))
        ++behind;
    return {inside.offset - behind, inside.length + 2 * behind};
}

} // namespace redoubt
