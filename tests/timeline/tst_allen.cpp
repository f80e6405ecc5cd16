#include "app/timeline/allen.h"

#include <QTest>

#include <map>
#include <set>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

const QStringList names{u"before"_s, u"meets"_s, u"overlaps"_s, u"starts"_s, u"during"_s, u"finishes"_s,
    u"equals"_s, u"finished by"_s, u"contains"_s, u"started by"_s, u"overlapped by"_s, u"met by"_s,
    u"after"_s};

/// An interval of whole seconds, both ends within it.
struct Crisp
{
    qint64 start = 0;
    qint64 end = 0;
};

/// The relations as Allen defines them, on intervals from `start` up to, and without, `end + 1`.
bool holds(Allen relation, Crisp a, Crisp b)
{
    const qint64 aStop = a.end + 1;
    const qint64 bStop = b.end + 1;
    switch (relation) {
    case Allen::Before:
        return aStop < b.start;
    case Allen::Meets:
        return aStop == b.start;
    case Allen::Overlaps:
        return a.start < b.start && aStop > b.start && aStop < bStop;
    case Allen::Starts:
        return a.start == b.start && aStop < bStop;
    case Allen::During:
        return a.start > b.start && aStop < bStop;
    case Allen::Finishes:
        return a.start > b.start && aStop == bStop;
    case Allen::Equals:
        return a.start == b.start && aStop == bStop;
    case Allen::FinishedBy:
        return a.start < b.start && aStop == bStop;
    case Allen::Contains:
        return a.start < b.start && aStop > bStop;
    case Allen::StartedBy:
        return a.start == b.start && aStop > bStop;
    case Allen::OverlappedBy:
        return a.start > b.start && a.start < bStop && aStop > bStop;
    case Allen::MetBy:
        return a.start == bStop;
    case Allen::After:
        return a.start > bStop;
    }
    return false;
}

// Seconds from 0 to `end`; one below stands for an open start, one above for an open end.
constexpr qint64 end = 3;

std::vector<Crisp> within(const Bounds &bounds)
{
    std::vector<Crisp> all;
    for (qint64 start = bounds.startEarliest.value_or(-1); start <= bounds.startLatest.value_or(-1);
         ++start) {
        for (qint64 stop = bounds.endEarliest.value_or(end + 1); stop <= bounds.endLatest.value_or(end + 1);
             ++stop) {
            if (start <= stop)
                all.push_back({start, stop});
        }
    }
    return all;
}

using Reach = std::pair<std::optional<qint64>, std::optional<qint64>>;

/// All bounds on these seconds within which there is an interval; with limits only, or with open and unknown
/// ends too.
std::vector<Bounds> allBounds(bool withOpen)
{
    std::vector<Reach> starts;
    std::vector<Reach> ends;
    for (qint64 first = 0; first <= end; ++first) {
        for (qint64 last = first; last <= end; ++last) {
            starts.emplace_back(first, last);
            ends.emplace_back(first, last);
        }
        if (withOpen) {
            starts.emplace_back(std::nullopt, first);
            ends.emplace_back(first, std::nullopt);
        }
    }
    if (withOpen) {
        starts.emplace_back();
        ends.emplace_back();
    }
    std::vector<Bounds> all;
    for (const Reach &start : starts) {
        for (const Reach &stop : ends) {
            const Bounds bounds{start.first, start.second, stop.first, stop.second};
            if (!within(bounds).empty())
                all.push_back(bounds);
        }
    }
    return all;
}

Truth truthOf(qsizetype held, qsizetype asked)
{
    return held == 0 ? Truth::No : held == asked ? Truth::Yes : Truth::Possibly;
}

QString text(const Bounds &bounds)
{
    const auto one = [](std::optional<qint64> second) { return second ? QString::number(*second) : u"∞"_s; };
    return u"%1..%2 to %3..%4"_s.arg(
        one(bounds.startEarliest), one(bounds.startLatest), one(bounds.endEarliest), one(bounds.endLatest));
}

/// What a relation is to the literal definition, tried on every pair of intervals.
void compareWithDefinition(const Bounds &a, const Bounds &b)
{
    std::array<qsizetype, allenCount> held{};
    qsizetype apart = 0;
    qsizetype asked = 0;
    qsizetype earlier = 0;
    for (const Crisp &first : within(a)) {
        for (const Crisp &second : within(b)) {
            ++asked;
            for (int i = 0; i < allenCount; ++i)
                held.at(size_t(i)) += holds(Allen(i), first, second) ? 1 : 0;
            earlier += first.end < second.start ? 1 : 0;
            apart += first.end < second.start || second.end < first.start ? 1 : 0;
        }
    }
    const QString what = text(a) + u" and "_s + text(b);
    const auto found = allenRelations(a, b);
    for (int i = 0; i < allenCount; ++i)
        QVERIFY2(found.at(size_t(i)) == truthOf(held.at(size_t(i)), asked),
            qPrintable(names.at(i) + u": "_s + what));
    QVERIFY2(before(a, b) == truthOf(earlier, asked), qPrintable(u"before(): "_s + what));
    QVERIFY2(overlaps(a, b) == truthOf(asked - apart, asked), qPrintable(u"overlaps(): "_s + what));
}

/// "before?, meets": the relations that are possible; a mark where they are not certain.
QString relations(const QString &a, const QString &b)
{
    const auto first = readEdtf(a);
    const auto second = readEdtf(b);
    if (!first || !second)
        return u"not a date"_s;
    QStringList found;
    const auto truths = allenRelations(first->bounds, second->bounds);
    for (int i = 0; i < allenCount; ++i) {
        if (truths.at(size_t(i)) != Truth::No)
            found.append(names.at(i) + (truths.at(size_t(i)) == Truth::Yes ? QString() : u"?"_s));
    }
    return found.join(u", "_s);
}

} // namespace

class TestAllen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfThirteenHolds();
    void agreesWithTheDefinition();
    void agreesWithTheDefinitionWhereOpen();
    void converses();
    void dates_data();
    void dates();
    void limits();
};

void TestAllen::oneOfThirteenHolds()
{
    std::set<Allen> seen;
    for (const Bounds &a : allBounds(false)) {
        for (const Bounds &b : allBounds(false)) {
            if (a.startEarliest != a.startLatest || a.endEarliest != a.endLatest ||
                b.startEarliest != b.startLatest || b.endEarliest != b.endLatest)
                continue;
            const auto truths = allenRelations(a, b);
            QCOMPARE(std::ranges::count(truths, Truth::Yes), 1);
            QCOMPARE(std::ranges::count(truths, Truth::No), allenCount - 1);
            seen.insert(Allen(std::ranges::find(truths, Truth::Yes) - truths.begin()));
        }
    }
    QCOMPARE(int(seen.size()), allenCount);
}

void TestAllen::agreesWithTheDefinition()
{
    const auto all = allBounds(false);
    for (const Bounds &a : all) {
        for (const Bounds &b : all) {
            compareWithDefinition(a, b);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestAllen::agreesWithTheDefinitionWhereOpen()
{
    const auto all = allBounds(true);
    for (const Bounds &a : all) {
        for (const Bounds &b : all) {
            compareWithDefinition(a, b);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestAllen::converses()
{
    const std::map<Allen, Allen> pairs{{Allen::Before, Allen::After}, {Allen::Meets, Allen::MetBy},
        {Allen::Overlaps, Allen::OverlappedBy}, {Allen::Starts, Allen::StartedBy},
        {Allen::During, Allen::Contains}, {Allen::Finishes, Allen::FinishedBy},
        {Allen::Equals, Allen::Equals}};
    for (const auto &[relation, other] : pairs) {
        QCOMPARE(converse(relation), other);
        QCOMPARE(converse(other), relation);
        for (const Crisp a : {Crisp{0, 2}, Crisp{1, 1}, Crisp{3, 5}}) {
            for (const Crisp b : {Crisp{0, 2}, Crisp{1, 1}, Crisp{3, 5}, Crisp{2, 3}})
                QCOMPARE(holds(relation, a, b), holds(other, b, a));
        }
    }
}

void TestAllen::dates_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *a, const char *b, const char *expected) {
        QTest::addRow("%s and %s", a, b)
            << QString::fromUtf8(a) << QString::fromUtf8(b) << QString::fromUtf8(expected);
    };
    row("2024", "2026", "before");
    row("2026", "2024", "after");
    row("2024", "2025", "before?, meets?");
    row("2026-05-29T03:10:00Z", "2026-05-29T03:10:00Z", "equals");
    row("2026-05-29T03:10:00Z", "2026-05-29T03:10:01Z", "meets");
    row("2026-05-29T03:10:01Z", "2026-05-29T03:10:00Z", "met by");
    row("2026-05-29T03:10:00Z", "2026-05-29T03:10:02Z", "before");
    row("2026-05-29T03:10:00Z/2026-05-29T04:00:00Z", "2026-05-29T03:30:00Z/2026-05-29T05:00:00Z", "overlaps");
    row("2026-05-29T03:10:00Z/2026-05-29T04:00:00Z", "2026-05-29T03:10:00Z/2026-05-29T05:00:00Z", "starts");
    row("2026-05-29T03:30:00Z/2026-05-29T04:00:00Z", "2026-05-29T03:10:00Z/2026-05-29T05:00:00Z", "during");
    row("2026-05-29T03:30:00Z/2026-05-29T05:00:00Z", "2026-05-29T03:10:00Z/2026-05-29T05:00:00Z", "finishes");
    row("2026-05-29T03:10:00Z/2026-05-29T05:00:00Z", "2026-05-29T03:30:00Z/2026-05-29T05:00:00Z",
        "finished by");
    row("2026-05-29T03:10:00Z/2026-05-29T05:00:00Z", "2026-05-29T03:30:00Z/2026-05-29T04:00:00Z", "contains");
    row("2026-05-29T03:10:00Z/2026-05-29T05:00:00Z", "2026-05-29T03:10:00Z/2026-05-29T04:00:00Z",
        "started by");
    row("2026-05-29T03:30:00Z/2026-05-29T05:00:00Z", "2026-05-29T03:10:00Z/2026-05-29T04:00:00Z",
        "overlapped by");
    row("2026-05-29T06:10:00+03:00/2026-05-29T07:00:00+03:00", "2026-05-29T03:10:00Z/2026-05-29T04:00:00Z",
        "equals");
    row("2023/2027", "2025", "contains");
    row("2025", "2023/2027", "during");
    row("2023/2025", "2024/2026", "overlaps");
    row("2023/2025", "2023/2025",
        "overlaps?, starts?, during?, finishes?, equals?, finished by?, contains?, started by?, "
        "overlapped by?");
    row("2022-02-24/..", "2025", "contains");
    row("2022/..", "2024/..", "finished by");
    row("2024/..", "2022/..", "finishes");
    row("../2022", "../2024", "starts");
    row("../..", "../..", "equals");
    row("../..", "2024", "contains");
    row("../2022", "2024/..", "before");
    row("../2024", "2022/..", "overlaps");
    row("[..2023]", "2024", "before?, meets?");
    row("[..2022]", "2024", "before");
    row("2024/", "2030", "before?, meets?, overlaps?, finished by?, contains?");
}

void TestAllen::dates()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, expected);
    QCOMPARE(relations(a, b), expected);
}

void TestAllen::limits()
{
    // Beyond what 64 bits reach, nothing wraps around.
    for (const char16_t *distant : {u"Y99999999999999999999", u"Y-99999999999999999999", u"/..", u"../", u"/",
             u"[2024..]", u"[..2024]"}) {
        const Bounds a = readEdtf(distant)->bounds;
        for (const char16_t *other :
            {u"2024", u"Y99999999999999999999", u"Y-99999999999999999999", u"../.."}) {
            const auto truths = allenRelations(a, readEdtf(other)->bounds);
            QVERIFY(std::ranges::count(truths, Truth::No) < allenCount);
        }
    }
    QCOMPARE(relations(u"Y-99999999999999999999"_s, u"2024"_s), u"before"_s);
    QCOMPARE(relations(u"Y99999999999999999999"_s, u"2024"_s), u"after"_s);
}

QTEST_APPLESS_MAIN(TestAllen)
#include "tst_allen.moc"
