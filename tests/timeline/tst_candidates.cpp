#include "app/timeline/candidates.h"
#include "app/timeline/edtf.h"
#include "app/timeline/link.h"
#include "tests/support/temporaryproject.h"

#include <QRandomGenerator>

using namespace redoubt;

/// Pairs of events that perhaps tell of the same incident.
class TestCandidates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void pairs_data()
    {
        QTest::addColumn<QStringList>("one"); ///< title, date, place, coordinates
        QTest::addColumn<QStringList>("other");
        QTest::addColumn<QString>("reason"); ///< empty where they are no candidates
        const auto row = [](const char *name, const QStringList &one, const QStringList &other, const QString &reason) {
            QTest::newRow(name) << one << other << reason;
        };
        const QStringList drone{u"Drone hits flats in Galați"_s, u"2026-05-29"_s, u"Galați, Romania"_s, u"45.43 28.05"_s};
        row("the same words", drone, drone, u"may be on the same day · same place · 4 word(s) of the titles in common"_s);
        row("accents, case, and a part of the place", drone, {u"DRONE strikes flats in GALATI"_s, u"2026-05-29"_s, u"Galati"_s, {}},
            u"may be on the same day · same place · 3 word(s) of the titles in common"_s);
        row("the day after", drone, {u"Drone hits block of flats"_s, u"2026-05-30"_s, u"Galați"_s, {}},
            u"1 day(s) apart · same place · 3 word(s) of the titles in common"_s);
        row("three days after", drone, {u"Drone hits flats in Galați"_s, u"2026-06-01"_s, u"Galați"_s, {}},
            u"3 day(s) apart · same place · 4 word(s) of the titles in common"_s);
        row("a week between", drone, {u"Drone hits flats in Galați"_s, u"2026-06-06"_s, u"Galați"_s, {}}, {});
        row("only the month is known", drone, {u"Drone hits flats in Galați"_s, u"2026-05"_s, u"Galați"_s, {}},
            u"may be on the same day · same place · 4 word(s) of the titles in common"_s);
        row("only the year is known", drone, {u"Drone hits flats in Galați"_s, u"2026"_s, u"Galați"_s, {}}, {});
        row("a few kilometres off", drone, {u"Drone hits flats"_s, u"2026-05-29"_s, u"Brăila"_s, u"45.27 27.97"_s},
            u"may be on the same day · 19 km apart · 3 word(s) of the titles in common"_s);
        row("far away", drone, {u"Drone hits flats in Galați"_s, u"2026-05-29"_s, u"Tallinn"_s, u"59.4 24.7"_s}, {});
        row("another place, no coordinates", {u"Drone hits flats"_s, u"2026-05-29"_s, u"Galați"_s, {}},
            {u"Drone seen"_s, u"2026-05-29"_s, u"Tulcea"_s, {}}, {});
        row("no place, the same title", {u"Drone hits flats in Galați"_s, u"2026-05-29"_s, {}, {}},
            {u"Drone hits flats in Galați"_s, u"2026-05-29"_s, {}, {}},
            u"may be on the same day · 4 word(s) of the titles in common"_s);
        row("no place, some words", {u"Drone hits flats in Galați"_s, u"2026-05-29"_s, {}, {}},
            {u"Drone hits a school in Tulcea"_s, u"2026-05-29"_s, {}, {}}, {});
        row("other words", drone, {u"President speaks to parliament"_s, u"2026-05-29"_s, u"Galați"_s, {}}, {});
        row("nothing known", {u"Drone hits flats"_s, u"../.."_s, u"Galați"_s, {}}, drone, {});
        row("a title without words", {u"?"_s, u"2026-05-29"_s, u"Galați"_s, {}}, {u"?"_s, u"2026-05-29"_s, u"Galați"_s, {}}, {});
        row("Cyrillic", {u"Удар по дому"_s, u"2026-05-29"_s, u"Одеса"_s, {}}, {u"УДАР по дому"_s, u"2026-05-29"_s, u"одеса"_s, {}},
            u"may be on the same day · same place · 2 word(s) of the titles in common"_s);
    }

    void pairs()
    {
        QFETCH(QStringList, one);
        QFETCH(QStringList, other);
        TemporaryProject project;
        const Event a = add(project, one);
        const Event b = add(project, other);
        const auto ofAll = must(candidates(project.reader(), 10));
        QTEST(ofAll.isEmpty() ? QString() : reasonText(ofAll.first()), "reason");
        const auto ofA = must(candidatesOf(project.reader(), a, 10));
        const auto ofB = must(candidatesOf(project.reader(), b, 10));
        QCOMPARE(ofA.size(), ofAll.size());
        QCOMPARE(ofB.size(), ofAll.size());
        if (ofAll.isEmpty())
            return;
        QVERIFY(ofAll.first().score > 0.5 && ofAll.first().score <= 1);
        QCOMPARE(ofA.first().score, ofAll.first().score);
        QCOMPARE(ofA.first().first, a.id);
        QCOMPARE(ofA.first().second, b.id);
    }

    void linkedAndKeptApartAreNone()
    {
        TemporaryProject project;
        const QStringList drone{u"Drone hits flats in Galați"_s, u"2026-05-29"_s, u"Galați"_s, {}};
        const Event a = add(project, drone);
        const Event b = add(project, drone);
        const Event c = add(project, drone);
        QCOMPARE(must(candidates(project.reader(), 10)).size(), 3);
        Link link{{}, b.id, a.id, LinkKind::SameIncident, {}};
        project.edit([&](Writer &writer) { return addLink(writer, link); });
        QCOMPARE(must(candidates(project.reader(), 10)).size(), 2);
        project.edit([&](Writer &writer) { return keepApart(writer, c.id, a.id); });
        const auto left = must(candidates(project.reader(), 10));
        QCOMPARE(left.size(), 1);
        QCOMPARE(must(candidatesOf(project.reader(), a, 10)).size(), 0);
        QVERIFY(!project->edit(u"Again"_s, [&](Writer &writer) { return keepApart(writer, a.id, c.id); }));
        must(project->undo());
        QCOMPARE(must(candidates(project.reader(), 10)).size(), 2);
        must(project->redo());
        project.edit([&](Writer &writer) { return removeEvent(writer, c.id); });
        QCOMPARE(must(candidates(project.reader(), 10)).size(), 0);
    }

    void theBestComeFirst()
    {
        TemporaryProject project;
        const Event event = add(project, {u"Drone hits flats in Galați"_s, u"2026-05-29"_s, u"Galați"_s, {}});
        add(project, {u"Drone hits school in Galați"_s, u"2026-05-31"_s, u"Galați"_s, {}});
        const Event best = add(project, {u"Drone hits flats in Galați"_s, u"2026-05-29"_s, u"Galați"_s, {}});
        const auto found = must(candidatesOf(project.reader(), event, 10));
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().second, best.id);
        QCOMPARE(must(candidatesOf(project.reader(), event, 1)), QList{found.first()});
        QCOMPARE(must(candidates(project.reader(), 1)).size(), 1);
        QCOMPARE(must(candidates(project.reader(), 1)).first().second, best.id);
    }

    void withinASpan()
    {
        TemporaryProject project;
        for (const QString &date : {u"2024-01-01"_s, u"2025-01-01"_s}) {
            add(project, {u"Drone hits flats"_s, date, u"Galați"_s, {}});
            add(project, {u"Drone hits flats"_s, date, u"Galați"_s, {}});
        }
        QCOMPARE(must(candidates(project.reader(), 10)).size(), 2);
        Bounds late;
        late.startEarliest = readEdtf(u"2024-06-01")->bounds.startEarliest;
        QCOMPARE(must(candidates(project.reader(), 10, late)).size(), 1);
        Bounds early;
        early.endLatest = late.startEarliest;
        QCOMPARE(must(candidates(project.reader(), 10, early)).size(), 1);
    }

    /// One pass over all finds what asking for each event finds.
    void allAgreesWithEach()
    {
        TemporaryProject project;
        QRandomGenerator random(5);
        const QStringList words{u"drone"_s, u"strike"_s, u"cable"_s, u"border"_s, u"Galați"_s, u"radar"_s, u"missile"_s};
        const QStringList places{u"Galați"_s, u"Tulcea"_s, u"Galați, Romania"_s, QString()};
        const QStringList dates{u"2026-05-%1"_s, u"2026-05-%1/2026-06-02"_s, u"2026-05"_s};
        for (int i = 0; i < 150; ++i) {
            QStringList title;
            for (int word = 0; word < 3; ++word)
                title.append(words[random.bounded(int(words.size()))]);
            const QString date = dates[random.bounded(int(dates.size()))];
            const bool isOnMap = random.bounded(3) == 0;
            add(project, {title.join(u' '), date.contains(u'%') ? date.arg(random.bounded(1, 31), 2, 10, QChar(u'0')) : date,
                    places[random.bounded(int(places.size()))],
                    isOnMap ? u"%1 %2"_s.arg(45 + random.bounded(1.0)).arg(28 + random.bounded(1.0)) : QString()});
        }
        QSet<std::pair<qint64, qint64>> one, other;
        const auto pairOf = [](const Candidate &c) {
            return std::pair(std::min(c.first.number, c.second.number), std::max(c.first.number, c.second.number));
        };
        for (const Candidate &candidate : must(candidates(project.reader(), 100'000)))
            one.insert(pairOf(candidate));
        for (const Event &event : must(events(project.reader()))) {
            for (const Candidate &candidate : must(candidatesOf(project.reader(), event, 100'000)))
                other.insert(pairOf(candidate));
        }
        QVERIFY(one.size() > 20);
        QCOMPARE(one, other);
    }

    void canBeStopped()
    {
        TemporaryProject project;
        project.edit([](Writer &writer) -> Result<> {
            for (int i = 0; i < 300; ++i) {
                Event event;
                event.title = u"Event %1"_s.arg(i);
                event.date = u"2026-05-29"_s;
                event.bounds = readEdtf(event.date)->bounds;
                if (auto added = addEvent(writer, event); !added)
                    return added;
            }
            return {};
        });
        JobState job;
        job.stop();
        QCOMPARE(candidates(project.reader(), 10, {}, &job).error().kind, Error::Kind::Cancelled);
    }

private:
    static Event add(TemporaryProject &project, const QStringList &fields)
    {
        Event event;
        event.title = fields[0];
        event.date = fields[1];
        event.bounds = must(readEdtf(event.date)).bounds;
        event.place = fields[2];
        if (const QStringList at = fields[3].split(u' '); at.size() == 2)
            event.coordinates = Coordinates{at[0].toDouble(), at[1].toDouble()};
        project.edit([&](Writer &writer) { return addEvent(writer, event); });
        return event;
    }
};

QTEST_GUILESS_MAIN(TestCandidates)
#include "tst_candidates.moc"
