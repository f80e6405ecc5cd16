#include "app/timeline/allen.h"
#include "app/timeline/datetext.h"
#include "app/timeline/edtfcanonical.h"
#include "app/timeline/lag.h"
#include "app/timeline/naturaldate.h"

#include <algorithm>
#include <cstdlib>

using namespace redoubt;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool inOrder(std::optional<qint64> first, std::optional<qint64> last)
{
    return !first || !last || *first <= *last;
}

void checkDate(const Edtf &date)
{
    const Bounds &bounds = date.bounds;
    require(inOrder(bounds.startEarliest, bounds.startLatest));
    require(inOrder(bounds.endEarliest, bounds.endLatest));
    require(inOrder(bounds.startEarliest, bounds.endLatest));
    const auto again = readEdtf(date.text);
    require(again && *again == date);
    require(!dateText(date).isEmpty());

    const auto expression = readEdtfSyntax(date.text);
    require(expression.has_value());
    const QString text = canonicalText(*expression);
    const auto canonical = readEdtf(text);
    require(canonical && canonical->bounds == bounds && canonical->start == date.start &&
            canonical->end == date.end && canonical->precision == date.precision);
    require(canonicalText(*readEdtfSyntax(text)) == text);
}

void checkPair(const Edtf &a, const Edtf &b)
{
    const auto relations = allenRelations(a.bounds, b.bounds);
    const auto back = allenRelations(b.bounds, a.bounds);
    const auto truth = [&](Allen relation) { return relations.at(size_t(relation)); };
    for (int i = 0; i < allenCount; ++i)
        require(relations.at(size_t(i)) == back.at(size_t(converse(Allen(i)))));
    require(std::ranges::count(relations, Truth::No) < allenCount);
    require((before(a.bounds, b.bounds) != Truth::No) ==
            (truth(Allen::Before) != Truth::No || truth(Allen::Meets) != Truth::No));
    require(overlaps(a.bounds, b.bounds) == overlaps(b.bounds, a.bounds));

    const Lag lag = lagBetween(a, b);
    require(inOrder(lag.least, lag.most));
    require(!lagText(lag).isEmpty());
    if (before(a.bounds, b.bounds) == Truth::Yes)
        require(effectBeforeCause(lag) != Truth::Yes);
}

} // namespace

/// Whatever is typed is read or refused; what was read has bounds in order, a text that reads back as itself,
/// a canonical spelling that says the same, and words. Two lines are two dates, which stand in a relation.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto date = readDate(text, QDate(2026, 5, 29));
    if (date)
        checkDate(*date);
    const auto strict = readDate(text, QDate(2026, 5, 29), Slips::Refused);
    require(!strict || (date && *strict == *date));

    const qsizetype line = text.indexOf(u'\n');
    if (line < 0)
        return 0;
    const auto a = readDate(text.first(line), QDate(2026, 5, 29));
    const auto b = readDate(text.sliced(line + 1), QDate(2026, 5, 29));
    if (a && b) {
        checkDate(*a);
        checkDate(*b);
        checkPair(*a, *b);
    }
    return 0;
}
