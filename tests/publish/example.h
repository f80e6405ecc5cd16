#pragma once

#include "app/publish/publication.h"

#include <QTimeZone>

/// Publications for the tests of this room and for the benchmark.
namespace example {

using namespace Qt::StringLiterals;
using redoubt::Publication;

inline qint64 seconds(int year, int month, int day)
{
    return QDateTime(QDate(year, month, day), QTime(0, 0), QTimeZone::UTC).toSecsSinceEpoch();
}

inline redoubt::PublishedEvent event(const QString &key, const QString &title, const QString &date, const QString &lane,
    const QString &place, qint64 from, qint64 to, const QStringList &sources)
{
    return {key, title, date, lane, place, u"confirmed"_s, sources, from, from, to, to};
}

/// With every kind of block, several scripts, and links that must and must not come through.
inline QString text()
{
    return uR"(## What happened {.incident}

Before dawn on Friday, a drone struck [the roof of a ten-storey block of flats](event:galati) in Galați, in eastern Romania,
injuring two people.[^scene] It was the first time that anyone had been hurt in a residential area of an alliance member in
this war, and the president called it "the worst incident on the national territory" since the fighting began [@dan-2026].
The alliance affirmed that it stood "ready to defend every inch of allied territory" [@nato-2026, p. 2; see also @wire-2026].
The official finding is difficult to dispute: the affluent suffix of the offer is *efficient* **flow**.

### The scene, in brief

- Two F-16 aircraft and a helicopter were sent up; neither opened fire, because the track crossed dwellings.
- The wreckage was recovered by *noon*, and `serial numbers` were photographed.
    1. One engine.
    2. One warhead, partly burnt.

## The received wisdom {.received}

@pavel-2026 [p. 3] argues that the alliance should "show its teeth", and that what has been lacking is not capacity but
resolve. In its strongest form the argument runs as follows.

> Deterrence is a promise, and a promise that is not kept the first time costs more to keep the second. Each incursion
> that was met with words has taught the lesson that words are what one pays [@nato-2026].

Words in other scripts survive: Київ, Ελλάδα, السلام عليكم, Łódź, și țară României, and Ţară. A [safe link](https://example.org/a_(b)?q=é "Title"),
an [injection](<https://e.org/a)/S/JavaScript/JS(app.alert\\(1\\)>), a [script](javascript:alert(1)), a [file](file:///etc/passwd),
[data](data:text/html;base64,AAAA), a [mail](mailto:editor@example.org) and [the proposal](indicator:severance).

| Incident | Minutes | Answer |
|:---------|--------:|:-------|
| Zagreb, March 2022 | 40 | a statement [@wire-2026] |
| Polish airspace, 29 December 2023 | 3 | consultations |
| Romanian airspace, 13 September 2025 | 50 | a protest, and a session of the council that ended without a communiqué |

## A different read {.different}

The question is not the next forty-eight hours. It is why deterrence has been porous for so long.

```argdown
[Porous]: not printed
```

```
code is   kept
  as it stands
```

* * *

[the strike](event:missing) is not in this publication.

[^scene]: Two residents were treated for *cuts*; the roof burned for an hour [@wire-2026].
)"_s;
}

inline QList<redoubt::PublishedEvent> events()
{
    QList<redoubt::PublishedEvent> made{
        event(u"invasion"_s, u"Full-scale invasion of Ukraine"_s, u"24 February 2022"_s, u"Incidents"_s, u"Ukraine"_s,
            seconds(2022, 2, 24), seconds(2022, 2, 24), {u"wire-2026"_s}),
        event(u"zagreb"_s, u"Tu-141 crashes in Zagreb"_s, u"10 March 2022"_s, u"Incidents"_s, u"Zagreb"_s, seconds(2022, 3, 10),
            seconds(2022, 3, 10), {u"wire-2026"_s}),
        event(u"przewodow"_s, u"Missile kills two at Przewodów"_s, u"15 November 2022"_s, u"Incidents"_s, u"Przewodów"_s,
            seconds(2022, 11, 15), seconds(2022, 11, 15), {u"nato-2026"_s, u"wire-2026"_s}),
        event(u"poland"_s, u"About twenty drones enter Poland"_s, u"9–10 September 2025"_s, u"Incidents"_s, u"Poland"_s,
            seconds(2025, 9, 9), seconds(2025, 9, 11), {u"nato-2026"_s}),
        event(u"article4"_s, u"Poland invokes Article 4"_s, u"10 September 2025"_s, u"Diplomacy"_s, u"Brussels"_s,
            seconds(2025, 9, 10), seconds(2025, 9, 10), {u"nato-2026"_s}),
        event(u"estonia"_s, u"Three MiG-31 in Estonian airspace"_s, u"19 September 2025"_s, u"Incidents"_s, u"Estonia"_s,
            seconds(2025, 9, 19), seconds(2025, 9, 19), {u"nato-2026"_s}),
        event(u"galati"_s, u"Drone hits flats in Galați"_s, u"29 May 2026, before dawn"_s, u"Incidents"_s, u"Galați"_s,
            seconds(2026, 5, 29), seconds(2026, 5, 29), {u"nato-2026"_s, u"dan-2026"_s}),
        event(u"consul"_s, u"Russian consul in Constanța expelled"_s, u"30 May 2026"_s, u"Responses"_s, u"Constanța"_s,
            seconds(2026, 5, 30), seconds(2026, 5, 30), {u"dan-2026"_s}),
    };
    redoubt::PublishedEvent plauru = event(u"plauru"_s, u"Drone fragments found near Plauru"_s, u"early September 2023"_s,
        u"Incidents"_s, u"Plauru"_s, seconds(2023, 9, 1), seconds(2023, 9, 1), {u"wire-2026"_s});
    plauru.latestStart = seconds(2023, 9, 10);
    plauru.earliestEnd = seconds(2023, 9, 1);
    plauru.latestEnd = seconds(2023, 9, 12);
    made.insert(3, plauru);
    redoubt::PublishedEvent posture = event(u"posture"_s, u"Air policing reinforced"_s, u"autumn 2025, until an unknown date"_s,
        u"Responses"_s, u"Eastern flank"_s, seconds(2025, 9, 12), 0, {u"nato-2026"_s});
    posture.latestStart = seconds(2025, 11, 30);
    posture.earliestEnd = seconds(2026, 1, 1);
    posture.latestEnd = {};
    posture.certainty = u"probable"_s;
    made.insert(7, posture);
    return made;
}

inline QList<redoubt::PublishedIndicator> watchList()
{
    return {
        {u"posture"_s, u"Does the alliance go beyond words to posture changes in Romania and the Black Sea?"_s, u"Due 30 June 2026"_s,
            u"open"_s,
            {{u"Forces move"_s, u"deterrence is being renewed, late but in earnest."_s, 0.35},
                {u"Words only"_s, u"the line creeps, and the next probe will be deeper."_s, 0.65}}},
        {u"severance"_s, u"Does the severance proposal gain Germany and France?"_s, u"Due 15 September 2026"_s, u"open"_s,
            {{u"Both"_s, u"a genuine shift in what the alliance is prepared to spend."_s, 0.12},
                {u"Neither"_s, u"the tool stays on the table, where it has lain since 2022."_s, 0.7}}},
    };
}

inline QList<redoubt::PublishedSource> sources()
{
    return {
        {u"nato-2026"_s, u"NATO"_s, u"NATO, Statement by the Secretary General on the strike in Galați, 29 May 2026"_s,
            u"NATO, Statement"_s, u"A2"_s, {}, u"https://example.org/nato"_s},
        {u"dan-2026"_s, u"Dan"_s, u"Nicușor Dan, Remarks to the press, Bucharest, 29 May 2026"_s, u"Dan, Remarks"_s, u"B1"_s, {}, {}},
        {u"pavel-2026"_s, u"Pavel"_s, u"Petr Pavel, Interview, Prague, 31 May 2026"_s, u"Pavel, Interview"_s, u"B2"_s, {}, {}},
        {u"wire-2026"_s, u"Wire"_s, u"A news agency, “Drone hits flats in Romania”, 29 May 2026"_s, u"Agency, “Drone”"_s, u"C3"_s,
            u"NATO, Statement"_s, {}},
    };
}

inline Publication publication()
{
    Publication made;
    made.title = u"A drone on allied soil, and the price of words"_s;
    made.subtitle = u"Why the first reading of Galați is incomplete"_s;
    made.byline = u"J. Novák"_s;
    made.dateline = u"Prague, 3 June 2026"_s;
    made.project = u"Galați and after"_s;
    made.version = u"Second version"_s;
    made.summary = u"The strike is being read as proof that firmness came too late. The record suggests something less "
                   "comfortable: that each line was moved by those who had drawn it."_s;
    made.keywords = {u"deterrence"_s, u"Romania"_s, u"drones"_s};
    made.language = u"en-GB"_s;
    made.created = QDateTime(QDate(2026, 6, 3), QTime(8, 0), QTimeZone::UTC);
    made.text = redoubt::readDocument(text());
    made.lanes = {u"Incidents"_s, u"Responses"_s, u"Diplomacy"_s};
    made.events = events();
    made.watchList = watchList();
    made.sources = sources();
    made.sourceStatement = u"Four sources, three of them independent of each other, carry this brief; one repeats a statement that is "
                           "cited by itself. The account of the strike rests on two officials who speak for the state attacked."_s;
    made.likelihoodName = u"ICD 203"_s;
    made.likelihood = {{u"almost no chance"_s, 1, 5}, {u"very unlikely"_s, 5, 20}, {u"unlikely"_s, 20, 45},
        {u"roughly even chance"_s, 45, 55}, {u"likely"_s, 55, 80}, {u"very likely"_s, 80, 95}, {u"almost certain"_s, 95, 99}};
    return made;
}

} // namespace example
