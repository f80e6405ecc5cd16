#include "app/publish/patternexport.h"
#include "app/timeline/patterns.h"
#include "tests/support/temporaryproject.h"

#include <QDateTime>
#include <QFile>

using namespace redoubt;

/// Lags of links, and events a month.
class TestPatterns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void causes_data()
    {
        QTest::addColumn<LinkKind>("kind");
        QTest::addColumn<QString>("order"); ///< of the ends: which is the cause
        QTest::newRow("response") << LinkKind::ResponseTo << u"to"_s;
        QTest::newRow("escalation") << LinkKind::Escalates << u"to"_s;
        QTest::newRow("precedent") << LinkKind::PrecedentOf << u"from"_s;
        QTest::newRow("same incident") << LinkKind::SameIncident << QString();
    }

    void causes()
    {
        QFETCH(LinkKind, kind);
        const Link link{{1}, {2}, {3}, kind, {}};
        const auto order = causeAndEffect(link);
        QString told;
        if (order)
            told = order->cause == link.from && order->effect == link.to ? u"from"_s : u"to"_s;
        QTEST(told, "order");
    }

    void lagsOfAKind()
    {
        TemporaryProject project;
        const Event first = add(project, u"First"_s, u"2022-01-01"_s);
        const Event second = add(project, u"Second"_s, u"2023-01-01"_s);
        const Event answer = add(project, u"Answer"_s, u"2022-01-04"_s);
        const Event late = add(project, u"Late"_s, u"2023-01-09/2023-01-10"_s);
        const Event never = add(project, u"Never"_s, u"../.."_s);
        join(project, late, second, LinkKind::ResponseTo);
        join(project, answer, first, LinkKind::ResponseTo);
        join(project, second, first, LinkKind::Escalates);
        join(project, never, first, LinkKind::ResponseTo);
        const auto chronology = must(Chronology::read(project.reader()));
        const auto found = must(lags(project.reader(), chronology, LinkKind::ResponseTo));
        QCOMPARE(told(found), u"First→Answer 3 days later|Second→Late 8 days later"_s);
        QCOMPARE(told(must(lags(project.reader(), chronology, LinkKind::Escalates))), u"First→Second about 12 months later"_s);

        std::vector<Truth> matches(size_t(chronology.size()), Truth::Yes);
        matches[size_t(chronology.row(late.id))] = Truth::No;
        QCOMPARE(told(must(lags(project.reader(), chronology, LinkKind::ResponseTo, matches))), u"First→Answer 3 days later"_s);
    }

    void median_data()
    {
        QTest::addColumn<QList<std::pair<int, int>>>("lags");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        using List = QList<std::pair<int, int>>;
        QTest::newRow("one") << List{{5, 7}} << 5.0 << 7.0;
        QTest::newRow("odd") << List{{1, 1}, {9, 9}, {4, 6}} << 4.0 << 6.0;
        QTest::newRow("even") << List{{1, 1}, {4, 6}, {9, 9}, {10, 20}} << 6.5 << 7.5;
    }

    void median()
    {
        using List = QList<std::pair<int, int>>;
        QFETCH(List, lags);
        QList<LagPoint> points;
        for (const auto &[least, most] : std::as_const(lags))
            points.append(LagPoint{{}, {}, {}, {least, most, 1}});
        const auto found = medianLag(points);
        QVERIFY(found);
        QTEST(found->first, "least");
        QTEST(found->second, "most");
        QVERIFY(!medianLag({}));
    }

    void counts_data()
    {
        QTest::addColumn<QStringList>("dates");
        QTest::addColumn<QString>("told"); ///< period: certain+possible
        const auto row = [](const char *name, const QStringList &dates, const QString &told) { QTest::newRow(name) << dates << told; };
        row("none", {}, {});
        row("days", {u"2022-01-31"_s, u"2022-02-01"_s, u"2022-02-28"_s}, u"January 2022: 1+0|February 2022: 2+0"_s);
        row("a month", {u"2022-02"_s}, u"February 2022: 1+0"_s);
        row("a year is possibly in any month", {u"2022"_s, u"2022-02-03"_s, u"2022-12"_s},
            u"January 2022: 0+1|February 2022: 1+1|March 2022: 0+1|April 2022: 0+1|May 2022: 0+1|June 2022: 0+1|July 2022: 0+1|"
            "August 2022: 0+1|September 2022: 0+1|October 2022: 0+1|November 2022: 0+1|December 2022: 1+1"_s);
        row("an interval is in all its months", {u"2022-01-15/2022-03-02"_s}, u"January 2022: 1+0|February 2022: 1+0|March 2022: 1+0"_s);
        row("an interval with a vague end", {u"2022-01-15/2022"_s, u"2022-03"_s},
            u"January 2022: 1+0|February 2022: 0+1|March 2022: 1+1|April 2022: 0+1|May 2022: 0+1|June 2022: 0+1|July 2022: 0+1|"
            "August 2022: 0+1|September 2022: 0+1|October 2022: 0+1|November 2022: 0+1|December 2022: 0+1"_s);
        row("nobody knows", {u"../.."_s, u"2022-01"_s}, u"January 2022: 1+1"_s);
        row("before Christ", {u"-0001-12"_s, u"0000-01"_s}, u"December 2 BC: 1+0|January 1 BC: 1+0"_s);
    }

    void counts()
    {
        QFETCH(QStringList, dates);
        TemporaryProject project;
        for (const QString &date : std::as_const(dates))
            add(project, date, date);
        const auto chronology = must(Chronology::read(project.reader()));
        QTEST(told(countsByPeriod(chronology)), "told");
    }

    void periodsGrow()
    {
        TemporaryProject project;
        add(project, u"a"_s, u"1560-05"_s);
        add(project, u"b"_s, u"2020"_s);
        const auto years = countsByPeriod(must(Chronology::read(project.reader())));
        QCOMPARE(years.months, 12);
        QCOMPARE(told(years), u"1560: 1+0|2020: 1+0"_s);
        add(project, u"c"_s, u"Y-170000002"_s);
        const auto ages = countsByPeriod(must(Chronology::read(project.reader())));
        QVERIFY(ages.size() <= mostPeriods && ages.size() > 10);
        int certain = 0;
        for (const auto &count : ages.counts.front())
            certain += count.certain;
        QCOMPARE(certain, 3);
    }

    void filterAndLanes()
    {
        TemporaryProject project;
        const Lane lane{Id<Lane>::make(), u"in"_s, u"Incidents"_s, 0, 0, false};
        project.edit([&](Writer &writer) { return addLane(writer, lane); });
        const Event a = add(project, u"a"_s, u"2022-01-05"_s, lane.id);
        const Event b = add(project, u"b"_s, u"2022-01-06"_s, lane.id);
        const Event c = add(project, u"c"_s, u"2022-01-07"_s);
        const auto chronology = must(Chronology::read(project.reader()));
        std::vector<Truth> matches(3, Truth::Yes);
        matches[size_t(chronology.row(a.id))] = Truth::Possibly;
        const auto counts = countsByPeriod(chronology, matches);
        QCOMPARE(counts.lanes.size(), 2);
        QCOMPARE(counts.counts[0][0], (PeriodCounts::Count{1, 1}));
        QCOMPARE(counts.counts[1][0], (PeriodCounts::Count{1, 0}));
        QCOMPARE(eventsOfPeriod(chronology, matches, counts, 0, 0, 9), (QList{a.id, b.id}));
        QCOMPARE(eventsOfPeriod(chronology, matches, counts, 0, 0, 1), QList{a.id});
        matches[size_t(chronology.row(b.id))] = Truth::No;
        QCOMPARE(eventsOfPeriod(chronology, matches, counts, 0, 0, 9), QList{a.id});
        QCOMPARE(eventsOfPeriod(chronology, matches, counts, 1, 0, 9), QList{c.id});
    }

    void numbersAreExported()
    {
        TemporaryProject project;
        const Event cause = add(project, u"=1+1"_s, u"2022-01-01"_s);
        const Event effect = add(project, u"Answer"_s, u"2022-01-04"_s);
        join(project, effect, cause, LinkKind::ResponseTo);
        const auto chronology = must(Chronology::read(project.reader()));
        const QString file = project.path() + u".csv"_s;
        const auto bytes = must(
            writeLags(project.reader(), file, LinkKind::ResponseTo, must(lags(project.reader(), chronology, LinkKind::ResponseTo))));
        QCOMPARE(bytes, contents(file).size());
        QCOMPARE(contents(file), "kind,cause,cause_title,cause_date,effect,effect_title,effect_date,least_seconds,most_seconds\r\n"
                                 "response to,1-1,'=1+1,2022-01-01,answer,Answer,2022-01-04,259200,259200\r\n");
        must(writeCounts(file, countsByPeriod(chronology)));
        QCOMPARE(contents(file), "from,to,lane,certain,possible\r\n2022-01-01,2022-01-31,No lane,2,0\r\n");
        QVERIFY(!writeCounts(project.path() + u"/none/x.csv"_s, countsByPeriod(chronology)));
    }

private:
    static Event add(TemporaryProject &project, const QString &title, const QString &date, Id<Lane> lane = {})
    {
        Event event;
        event.title = title;
        event.date = date;
        event.bounds = must(readEdtf(date)).bounds;
        event.lane = lane;
        project.edit([&](Writer &writer) { return addEvent(writer, event); });
        m_titles.insert(event.id, title);
        return event;
    }

    static void join(TemporaryProject &project, const Event &from, const Event &to, LinkKind kind)
    {
        Link link{{}, from.id, to.id, kind, {}};
        project.edit([&](Writer &writer) { return addLink(writer, link); });
    }

    static QString told(const QList<LagPoint> &points)
    {
        QStringList all;
        for (const LagPoint &point : points)
            all.append(u"%1→%2 %3"_s.arg(m_titles.value(point.cause), m_titles.value(point.effect), lagText(point.lag)));
        return all.join(u'|');
    }

    static QString told(const PeriodCounts &counts)
    {
        QStringList all;
        for (int period = 0; period < counts.size(); ++period) {
            PeriodCounts::Count sum;
            for (const auto &lane : counts.counts) {
                sum.certain += lane[size_t(period)].certain;
                sum.possible += lane[size_t(period)].possible;
            }
            if (sum.certain + sum.possible > 0)
                all.append(u"%1: %2+%3"_s.arg(periodText(counts, period)).arg(sum.certain).arg(sum.possible));
        }
        return all.join(u'|');
    }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static inline QHash<Id<Event>, QString> m_titles;
};

QTEST_GUILESS_MAIN(TestPatterns)
#include "tst_patterns.moc"
