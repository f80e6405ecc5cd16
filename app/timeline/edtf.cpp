#include "app/timeline/edtf.h"

#include "app/timeline/edtfcheck.h"

#include <QCoreApplication>

#include <limits>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Dates)
};

constexpr qint64 smallest = std::numeric_limits<qint64>::min();
constexpr qint64 largest = std::numeric_limits<qint64>::max();

using Kind = EdtfEnd::Kind;

/// The spans of both ends; where an end is open or unknown, that of nothing before or nothing after.
struct Spans
{
    EdtfSpan from;
    EdtfSpan to;
};

Spans spansOf(const EdtfRange &range)
{
    if (range.single) {
        const EdtfSpan span = spanOf(range.from.date);
        return {span, span};
    }
    const bool fromKnown = range.from.kind == Kind::Known;
    const bool toKnown = range.to.kind == Kind::Known;
    return {fromKnown ? spanOf(range.from.date) : EdtfSpan{smallest, smallest},
        toKnown ? spanOf(range.to.date) : EdtfSpan{largest, largest}};
}

std::optional<qint64> startBound(qint64 second)
{
    return second == smallest ? std::nullopt : std::optional(second);
}

std::optional<qint64> endBound(qint64 second)
{
    return second == largest ? std::nullopt : std::optional(second);
}

Bounds boundsOf(qint64 startEarliest, qint64 startLatest, qint64 endEarliest, qint64 endLatest)
{
    return {startBound(startEarliest), startBound(startLatest), endBound(endEarliest), endBound(endLatest)};
}

Bounds intervalBounds(const EdtfRange &range)
{
    Spans spans = spansOf(range);
    if (range.from.kind == Kind::Unknown) {
        spans.from.last = spans.to.last;
    }
    if (range.to.kind == Kind::Unknown) {
        spans.to.first = spans.from.first;
    }
    // 2004/2004-06 begins in June at the latest, and 2004-06/2004 ends in June at the earliest.
    return boundsOf(spans.from.first, std::min(spans.from.last, spans.to.last),
        std::max(spans.to.first, spans.from.first), spans.to.last);
}

Bounds oneOfBounds(const std::vector<EdtfRange> &members)
{
    EdtfSpan hull{largest, smallest};
    for (const EdtfRange &member : members) {
        const Spans spans = spansOf(member);
        hull.first = std::min(hull.first, spans.from.first);
        hull.last = std::max(hull.last, spans.to.last);
    }
    return boundsOf(hull.first, hull.last, hull.first, hull.last);
}

Bounds allOfBounds(const std::vector<EdtfRange> &members)
{
    EdtfSpan start{largest, largest};
    EdtfSpan end{smallest, smallest};
    for (const EdtfRange &member : members) {
        const Spans spans = spansOf(member);
        start = {std::min(start.first, spans.from.first), std::min(start.last, spans.from.last)};
        end = {std::max(end.first, spans.to.first), std::max(end.last, spans.to.last)};
    }
    return boundsOf(start.first, start.last, end.first, end.last);
}

bool isReversed(const EdtfRange &range)
{
    if (range.single) {
        return false;
    }
    const Spans spans = spansOf(range);
    return spans.from.first > spans.to.last;
}

Precision precisionOf(const EdtfDate &date)
{
    if (date.time) {
        return date.time->second ? Precision::Second : Precision::Minute;
    }
    const EdtfYear &year = date.year;
    qsizetype known = year.digits.indexOf(u'X');
    qsizetype width = year.digits.size();
    if (known < 0) {
        known = year.significant > 0 ? std::min(qsizetype(year.significant), width + year.exponent)
                                     : width + year.exponent;
        width += year.exponent;
    }
    if (const qsizetype unknown = width - known; unknown > 0) {
        return Precision(std::min(qsizetype(Precision::Year) + unknown, qsizetype(Precision::Age)));
    }
    if (date.month.isEmpty() || date.month.contains(u'X')) {
        return Precision::Year;
    }
    if (date.season() > 0) {
        return Precision::Season;
    }
    return date.day.isEmpty() || date.day.contains(u'X') ? Precision::Month : Precision::Day;
}

Precision precisionOf(const EdtfRange &range)
{
    const bool fromKnown = range.from.kind == Kind::Known;
    const bool toKnown = range.to.kind == Kind::Known;
    if (!fromKnown && !toKnown) {
        return Precision::Age;
    }
    return std::max(fromKnown ? precisionOf(range.from.date) : Precision::Second,
        toKnown ? precisionOf(range.to.date) : Precision::Second);
}

Bounds boundsOf(const EdtfExpression &expression)
{
    switch (expression.form) {
    case EdtfExpression::Form::Interval:
        return intervalBounds(expression.members.front());
    case EdtfExpression::Form::AllOf:
        return allOfBounds(expression.members);
    case EdtfExpression::Form::Date:
    case EdtfExpression::Form::OneOf:
        break;
    }
    return oneOfBounds(expression.members);
}

} // namespace

Result<Edtf> readEdtf(QStringView text)
{
    const auto expression = readEdtfSyntax(text);
    if (!expression) {
        return failure(expression);
    }
    Edtf edtf{expression->text, expression->form, expression->level, {}, {}, {}, Precision::Second};
    for (const EdtfRange &member : expression->members) {
        if (isReversed(member)) {
            return refuseDate(
                text, Words::tr("It ends before it begins."), Words::tr("Write the earlier date first."));
        }
        edtf.start = edtf.start | member.from.date.qualifier();
        edtf.end = edtf.end | member.to.date.qualifier();
        edtf.precision = std::max(edtf.precision, precisionOf(member));
    }
    if (edtf.form == EdtfExpression::Form::OneOf) {
        edtf.start = edtf.end = edtf.start | edtf.end;
    }
    edtf.bounds = boundsOf(*expression);
    return edtf;
}

Truth before(const Bounds &a, const Bounds &b)
{
    if (a.endLatest && b.startEarliest && *a.endLatest < *b.startEarliest) {
        return Truth::Yes;
    }
    // What has started has not ended before that, and starts before it ends.
    const qint64 firstEnd = std::max(a.endEarliest.value_or(largest), a.startEarliest.value_or(smallest));
    const qint64 lastStart = std::min(b.startLatest.value_or(smallest), b.endLatest.value_or(largest));
    return firstEnd < lastStart ? Truth::Possibly : Truth::No;
}

Truth overlaps(const Bounds &a, const Bounds &b)
{
    if (before(a, b) == Truth::Yes || before(b, a) == Truth::Yes) {
        return Truth::No;
    }
    const bool certain = before(a, b) == Truth::No && before(b, a) == Truth::No;
    return certain ? Truth::Yes : Truth::Possibly;
}

bool listedBefore(const Bounds &a, const Bounds &b)
{
    const auto key = [](const Bounds &bounds) {
        return std::tuple(bounds.startEarliest.value_or(smallest), bounds.endLatest.value_or(largest));
    };
    return key(a) < key(b);
}

bool isOpenStart(const Bounds &bounds)
{
    return !bounds.startEarliest && !bounds.startLatest;
}

bool isOpenEnd(const Bounds &bounds)
{
    return !bounds.endEarliest && !bounds.endLatest;
}

} // namespace redoubt
