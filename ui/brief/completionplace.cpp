#include "ui/brief/completionplace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// So much of a line is looked at before the cursor.
constexpr qsizetype reach = 300;

constexpr qsizetype fewestLetters = 4;

qsizetype endOfWord(QStringView line, qsizetype from)
{
    while (from < line.size() && (line[from].isLetterOrNumber() || line[from] == u'-'))
        ++from;
    return from;
}

/// What the last group of a pattern finds that ends at the cursor, up to the end of the word.
std::optional<TextRange> writtenBy(const QRegularExpression &pattern, const WritingPlace &place)
{
    const qsizetype start = std::max<qsizetype>(0, place.column - reach);
    const auto match = pattern.matchView(place.line.sliced(start, place.column - start));
    if (!match.hasMatch())
        return {};
    const qsizetype from = start + match.capturedStart(match.lastCapturedIndex());
    return TextRange{from, endOfWord(place.line, place.column) - from};
}

std::optional<CompletionPlace> linkPlace(const WritingPlace &place)
{
    static const QRegularExpression event(u"\\]\\(event:([\\w-]*)$"_s);
    static const QRegularExpression indicator(u"\\]\\(indicator:([\\w-]*)$"_s);
    if (const auto written = writtenBy(event, place))
        return CompletionPlace{CompletionKind::Event, *written};
    if (const auto written = writtenBy(indicator, place))
        return CompletionPlace{CompletionKind::Indicator, *written};
    return {};
}

std::optional<CompletionPlace> rolePlace(const WritingPlace &place)
{
    static const QRegularExpression heading(u"^#{1,6}\\s"_s);
    static const QRegularExpression role(u"\\{(?:[^{}]*\\s)?\\.([\\w-]*)$"_s);
    if (!place.line.startsWith(u'#') || !heading.matchView(place.line.first(std::min<qsizetype>(place.line.size(), 8))).hasMatch())
        return {};
    const auto written = writtenBy(role, place);
    return written ? std::optional(CompletionPlace{CompletionKind::Role, *written}) : std::nullopt;
}

std::optional<CompletionPlace> argdownPlace(const WritingPlace &place)
{
    static const QRegularExpression statement(u"(?<!\\\\)\\[([^\\[\\]@^]*)$"_s);
    static const QRegularExpression argument(u"(?<![\\\\<>])<([^<>\\-+_ ][^<>]*|)$"_s);
    const auto statementThere = writtenBy(statement, place);
    const auto argumentThere = statementThere ? std::nullopt : writtenBy(argument, place);
    if ((!statementThere && !argumentThere) || place.fence() != "argdown"_L1)
        return {};
    // A title has spaces in it: what stands behind the cursor may be something else.
    const TextRange written = statementThere ? *statementThere : *argumentThere;
    const auto kind = statementThere ? CompletionKind::Statement : CompletionKind::Argument;
    return CompletionPlace{kind, {written.offset, place.column - written.offset}};
}

/// How many letters before the cursor begin a phrase, as whole words.
qsizetype lettersOf(QStringView phrase, QStringView before)
{
    for (qsizetype length = std::min(phrase.size(), before.size()); length > 0; --length) {
        const bool startsWord = length == before.size() || !before[before.size() - length - 1].isLetterOrNumber();
        if (startsWord && before.last(length).compare(phrase.first(length), Qt::CaseInsensitive) == 0)
            return length;
    }
    return 0;
}

std::optional<CompletionPlace> likelihoodPlace(const WritingPlace &place, bool asked)
{
    const bool isWithinWord = place.column < place.line.size() && place.line[place.column].isLetterOrNumber();
    if (isWithinWord)
        return {};
    qsizetype longest = 0;
    for (const LikelihoodBand &band : likelihoodBands(place.scale)) {
        for (const char *phrase : band.phrases) {
            if (phrase)
                longest = std::max(longest, lettersOf(QString::fromLatin1(phrase), place.line.first(place.column)));
        }
    }
    const bool startsWord = place.column == 0 || !place.line[place.column - 1].isLetterOrNumber();
    if (longest < (asked ? 1 : fewestLetters) && !(asked && startsWord))
        return {};
    if (!place.fence().isNull())
        return {};
    return CompletionPlace{CompletionKind::Likelihood, {place.column - longest, longest}};
}

} // namespace

std::optional<CompletionPlace> completionPlace(const WritingPlace &place, bool asked)
{
    if (const auto key = citationKeyAt(place.line, place.column))
        return CompletionPlace{CompletionKind::Source, *key};
    if (auto link = linkPlace(place))
        return link;
    if (auto role = rolePlace(place))
        return role;
    if (auto title = argdownPlace(place))
        return title;
    return likelihoodPlace(place, asked);
}

QChar closingMark(CompletionKind kind)
{
    switch (kind) {
    case CompletionKind::Event:
    case CompletionKind::Indicator:
        return u')';
    case CompletionKind::Role:
        return u'}';
    case CompletionKind::Statement:
        return u']';
    case CompletionKind::Argument:
        return u'>';
    case CompletionKind::Source:
    case CompletionKind::Likelihood:
        break;
    }
    return {};
}

} // namespace redoubt
