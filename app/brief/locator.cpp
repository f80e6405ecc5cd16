#include "app/brief/locator.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Of CSL 1.0.2's locale en-US, with both of the numbers and the short forms.
constexpr std::array labels{u"page", u"pages", u"p.", u"pp.", u"act", u"acts", u"appendix", u"appendices", u"app.", u"apps.",
    u"article", u"articles", u"art.", u"arts.", u"book", u"books", u"bk.", u"bks.", u"canon", u"canons", u"chapter", u"chapters",
    u"chap.", u"chaps.", u"ch.", u"chs.", u"column", u"columns", u"col.", u"cols.", u"location", u"locations", u"loc.", u"locs.",
    u"equation", u"equations", u"eq.", u"eqs.", u"figure", u"figures", u"fig.", u"figs.", u"folio", u"folios", u"fol.", u"fols.",
    u"issue", u"issues", u"iss.", u"line", u"lines", u"l.", u"ll.", u"note", u"notes", u"n.", u"nn.", u"number", u"numbers",
    u"no.", u"nos.", u"opus", u"opera", u"op.", u"opp.", u"paragraph", u"paragraphs", u"para.", u"paras.", u"¶", u"¶¶", u"part",
    u"parts", u"pt.", u"pts.", u"rule", u"rules", u"r.", u"rr.", u"scene", u"scenes", u"sc.", u"scs.", u"section", u"sections",
    u"sec.", u"secs.", u"§", u"§§", u"sub verbo", u"sub verbis", u"s.v.", u"s.vv.", u"supplement", u"supplements", u"supp.",
    u"supps.", u"table", u"tables", u"tbl.", u"tbls.", u"timestamp", u"verse", u"verses", u"v.", u"vv.", u"version", u"versions",
    u"volume", u"volumes", u"vol.", u"vols."};

/// A locator is looked for in so much of what follows a key.
constexpr qsizetype reach = 256;

QStringView withoutComma(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(u','))
        text = text.sliced(1).trimmed();
    return text;
}

/// A mark between pieces of a locator. Those of ranges and of "12:34" are not.
bool isPunctuation(QChar c)
{
    return c.isPunct() && c != u'-' && c != u'–' && c != u':';
}

bool isRoman(QStringView word)
{
    static const QRegularExpression roman(
        u"^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$"_s, QRegularExpression::CaseInsensitiveOption);
    return !word.isEmpty() && word.size() <= 15 && roman.matchView(word).hasMatch();
}

/// Of the bracket at the start, if it holds one, the position of its partner; brackets of all kinds count inside.
qsizetype closingBracket(QStringView text)
{
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'{' || text[i] == u'[')
            ++depth;
        else if ((text[i] == u'}' || text[i] == u']') && --depth == 0)
            return i;
    }
    return -1;
}

/// A part of a locator without spaces, and what is in it.
struct Piece
{
    qsizetype length = 0;
    bool hasDigit = false;
    bool hasRoman = false;

    void operator+=(const Piece &next)
    {
        length += next.length;
        hasDigit = hasDigit || next.hasDigit;
        hasRoman = hasRoman || next.hasRoman;
    }
};

/// "12", "xii", "3a-5"; a full stop joins when something follows it: "1.2.3".
Piece readPlain(QStringView text)
{
    Piece piece;
    for (;;) {
        const qsizetype stop = piece.length < text.size() && text[piece.length] == u'.' ? 1 : 0;
        qsizetype end = piece.length + stop;
        const qsizetype start = end;
        while (end < text.size() && !text[end].isSpace() && !isPunctuation(text[end]))
            ++end;
        if (end == start)
            return piece;
        const QStringView word = text.sliced(start, end - start);
        piece.hasDigit = piece.hasDigit || std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
        const auto dash = std::ranges::find_if(word, [](QChar c) { return c == u'-' || c == u'–'; });
        piece.hasRoman = piece.hasRoman || isRoman(word.first(dash - word.begin()));
        piece.length = end;
        if (end >= text.size() || text[end] != u'.')
            return piece;
    }
}

/// `(xv)`, `[3]`.
Piece readBracketed(QStringView text)
{
    const qsizetype open = text.isEmpty() ? -1 : u"([{"_s.indexOf(text.front());
    if (open < 0)
        return {};
    Piece piece = readPlain(text.sliced(1));
    const qsizetype end = 1 + piece.length;
    if (end >= text.size() || text[end] != u")]}"_s[open])
        return {};
    piece.length = end + 1;
    return piece;
}

/// "(xv)-(xvii)", "3(a)".
Piece readPiece(QStringView text)
{
    Piece piece;
    for (;;) {
        const QStringView rest = text.sliced(piece.length);
        Piece next = readBracketed(rest);
        if (next.length == 0)
            next = readPlain(rest);
        if (next.length == 0)
            return piece;
        piece += next;
    }
}

qsizetype spacesAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end].isSpace())
        ++end;
    return end - at;
}

/// The numbers at `at`, with the pieces that follow; -1 when there are none.
qsizetype endOfNumbers(QStringView text, qsizetype at, bool romanCounts)
{
    qsizetype end = -1;
    for (;;) {
        qsizetype next = end < 0 ? at : end;
        if (end >= 0 && next < text.size() && text[next] == u',')
            ++next;
        next += spacesAt(text, next);
        const Piece piece = readPiece(text.sliced(next));
        if (piece.length == 0 || !(piece.hasDigit || (romanCounts && piece.hasRoman)))
            return end;
        end = next + piece.length;
    }
}

qsizetype locatorLength(QStringView text)
{
    qsizetype longestLabel = 0;
    qsizetype end = -1;
    for (const QStringView label : labels) {
        if (label.size() <= longestLabel || !text.startsWith(label, Qt::CaseInsensitive))
            continue;
        const bool goesOn = !isPunctuation(label.back()) && label.size() < text.size() && text[label.size()].isLetterOrNumber();
        const qsizetype found = goesOn ? -1 : endOfNumbers(text, label.size(), true);
        if (found < 0)
            continue;
        longestLabel = label.size();
        end = found;
    }
    if (end < 0)
        end = endOfNumbers(text, 0, false);
    return std::max<qsizetype>(end, 0);
}

} // namespace

CitationEnd splitCitationEnd(QStringView behindKey)
{
    const QStringView rest = withoutComma(behindKey);
    if (rest.startsWith(u'{')) {
        if (const qsizetype close = closingBracket(rest); close > 0)
            return {rest.sliced(1, close - 1).trimmed().toString(), withoutComma(rest.sliced(close + 1)).toString()};
    }
    const qsizetype length = locatorLength(rest.first(std::min(rest.size(), reach)));
    return {rest.first(length).toString(), withoutComma(rest.sliced(length)).toString()};
}

} // namespace redoubt
