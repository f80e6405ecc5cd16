#include "app/project/projectinfo.h"
#include "app/sources/sourcecard.h"
#include "app/sources/evidence.h"
#include "app/timeline/event.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

/// Sources: their rules, their keys, their origins, and what hangs on them.
class TestSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addedSourceIsReadBackWhole();
    void keyIsMadeFree_data();
    void keyIsMadeFree();
    void rulesAreHeld_data();
    void rulesAreHeld();
    void aKeyIsHeldByOneOnly();
    void editIsUndoneAndRedone();
    void removingTakesWhatHangsOnIt();
    void originsMakeNoCircle();
    void originCanBeChangedAndTakenOff();
    void independentSourcesFollowTheChain();
    void circleOfAMergeIsCounted();
    void webAddresses_data();
    void webAddresses();
    void gradeSaysItsWords_data();
    void gradeSaysItsWords();
    void everyTypeHasAName();
    void tagsAreSet();
    void cardsCount();
    void hostileTextComesBack_data();
    void hostileTextComesBack();

private:
    static Source named(const QString &title)
    {
        Source source;
        source.title = title;
        return source;
    }

    static Source add(TemporaryProject &project, const QString &title, Id<Source> origin = {})
    {
        Source source = named(title);
        source.origin = origin;
        project.edit([&](Writer &writer) { return addSource(writer, source); });
        return source;
    }

    static Event addEvent(TemporaryProject &project, const QString &title)
    {
        Event event;
        event.title = title;
        event.date = u"2026-05-29"_s;
        project.edit([&](Writer &writer) { return redoubt::addEvent(writer, event); });
        return event;
    }

    static void say(TemporaryProject &project, const Event &event, const Source &source)
    {
        project.edit([&](Writer &writer) {
            Evidence evidence{.id = {}, .event = event.id, .source = source.id, .excerpt = {}};
            return addEvidence(writer, evidence);
        });
    }

    static QStringList keys(TemporaryProject &project)
    {
        QStringList list;
        for (const Source &source : must(sources(project.reader())))
            list.append(source.key);
        return list;
    }
};

void TestSource::addedSourceIsReadBackWhole()
{
    TemporaryProject project;
    const Source wire = add(project, u"A wire"_s);
    Source source{.id = {},
        .key = u"nato-2026"_s,
        .type = SourceType::Statement,
        .title = u"Secretary General on Galați"_s,
        .author = u"Mark Rutte"_s,
        .publisher = u"NATO"_s,
        .published = u"2026-05-29~"_s,
        .address = u"https://example.org/a?b=c#d"_s,
        .language = u"en"_s,
        .grade = {u'A', 2},
        .retracted = true,
        .retractedAt = u"2026-06-01"_s,
        .retractionNote = u"Withdrawn by the agency."_s,
        .note = u"First line\nsecond"_s,
        .origin = wire.id};
    project.edit([&](Writer &writer) { return addSource(writer, source); });
    QVERIFY(source.id.isValid());
    project.reopen();
    QCOMPARE(must(redoubt::source(project.reader(), source.id)), source);
    QCOMPARE(must(sourceByKey(project.reader(), u"nato-2026"_s)), source);
    QCOMPARE(must(sourceByKey(project.reader(), u"NATO-2026"_s)), std::nullopt);
    QCOMPARE(must(redoubt::source(project.reader(), Id<Source>{12345})), std::nullopt);
    QCOMPARE(keys(project), QStringList({u"a-wire"_s, u"nato-2026"_s}));
}

void TestSource::keyIsMadeFree_data()
{
    QTest::addColumn<QStringList>("titles");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("plain") << QStringList{u"Drone hits Galați"_s} << QStringList{u"drone-hits-galati"_s};
    QTest::newRow("taken") << QStringList{u"Wire"_s, u"wire!"_s, u"WIRE"_s}
                           << QStringList{u"wire"_s, u"wire-2"_s, u"wire-3"_s};
    QTest::newRow("number is a title's own")
        << QStringList{u"Wire 2"_s, u"Wire"_s, u"Wire"_s} << QStringList{u"wire"_s, u"wire-2"_s, u"wire-3"_s};
    QTest::newRow("no letters") << QStringList{u"…"_s, u"日本"_s} << QStringList{u"item"_s, u"item-2"_s};
    QTest::newRow("long") << QStringList{u"word "_s.repeated(50)}
                          << QStringList{u"word-word-word-word-word-word-word-word"_s};
}

void TestSource::keyIsMadeFree()
{
    QFETCH(QStringList, titles);
    QFETCH(QStringList, keys);
    TemporaryProject project;
    for (const QString &title : std::as_const(titles))
        add(project, title);
    QCOMPARE(TestSource::keys(project), keys);
}

void TestSource::rulesAreHeld_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("error");
    const QString title = u"T"_s;
    const QString notCited = u"The source was not kept. “%1” cannot be cited. "
                             "Make the key of letters and digits, with single hyphens or dots between them."_s;
    const QString notWeb = u"The source was not kept. “%1” is not an address of the web. "
                           "Write an address that begins with https:// or http://, or none."_s;
    const QString noTitle =
        u"The source was not kept. It has no title. Give it a title, or the first words of the text."_s;
    QTest::newRow("good") << title << u"a-1.b:c_d/e"_s << u"http://e.org"_s << QString();
    QTest::newRow("accents are letters") << title << u"galați-2026"_s << QString() << QString();
    QTest::newRow("no title") << QString() << u"k"_s << QString() << noTitle;
    QTest::newRow("blank title") << u" \t\n"_s << u"k"_s << QString() << noTitle;
    QTest::newRow("space in key") << title << u"a b"_s << QString() << notCited.arg(u"a b"_s);
    QTest::newRow("bracket in key") << title << u"a]"_s << QString() << notCited.arg(u"a]"_s);
    QTest::newRow("hyphen at the end") << title << u"a-"_s << QString() << notCited.arg(u"a-"_s);
    QTest::newRow("two hyphens") << title << u"a--b"_s << QString() << notCited.arg(u"a--b"_s);
    QTest::newRow("line end in key") << title << u"a\n"_s << QString() << notCited.arg(u"a\n"_s);
    QTest::newRow("script address") << title << u"k"_s << u"javascript:alert(1)"_s << notWeb.arg(u"javascript:alert(1)"_s);
    QTest::newRow("file address") << title << u"k"_s << u"file:///etc/passwd"_s << notWeb.arg(u"file:///etc/passwd"_s);
    QTest::newRow("no host") << title << u"k"_s << u"https://"_s << notWeb.arg(u"https://"_s);
    QTest::newRow("no scheme") << title << u"k"_s << u"example.org"_s << notWeb.arg(u"example.org"_s);
}

void TestSource::rulesAreHeld()
{
    QFETCH(QString, title);
    QFETCH(QString, key);
    QFETCH(QString, address);
    QFETCH(QString, error);
    TemporaryProject project;
    Source good = add(project, u"Good"_s);
    Source source = named(title);
    source.key = key;
    source.address = address;
    const auto added = project->edit(u"Add"_s, [&](Writer &writer) { return addSource(writer, source); });
    QCOMPARE(added ? QString() : added.error().text(), error);
    QCOMPARE(must(sources(project.reader())).size(), added ? 2 : 1);

    good.title = title;
    good.key = key + (added ? u"-x"_s : QString());
    good.address = address;
    const auto changed = project->edit(u"Change"_s, [&](Writer &writer) { return updateSource(writer, good); });
    QCOMPARE(changed ? QString() : changed.error().text(), error);
}

void TestSource::aKeyIsHeldByOneOnly()
{
    TemporaryProject project;
    const Source first = add(project, u"First"_s);
    Source second = named(u"Second"_s);
    second.key = first.key;
    const QString expected =
        u"The source was not kept. “First” has the key “first” already. Choose another key."_s;
    auto result = project->edit(u"Add"_s, [&](Writer &writer) { return addSource(writer, second); });
    QVERIFY(!result);
    QCOMPARE(result.error().text(), expected);
    QCOMPARE(result.error().kind, Error::Kind::Refused);

    second = add(project, u"Second"_s);
    second.key = first.key;
    result = project->edit(u"Change"_s, [&](Writer &writer) { return updateSource(writer, second); });
    QVERIFY(!result);
    QCOMPARE(result.error().text(), expected);

    second.key.clear();
    result = project->edit(u"Change"_s, [&](Writer &writer) { return updateSource(writer, second); });
    QVERIFY(!result);
    QCOMPARE(result.error().text(),
        u"The source was not changed. It has no key. Give it a key, by which briefs cite it."_s);
}

void TestSource::editIsUndoneAndRedone()
{
    TemporaryProject project;
    const Source before = add(project, u"Before"_s);
    Source after = before;
    after.title = u"After"_s;
    after.grade = {u'B', 3};
    after.retracted = true;
    project.edit([&](Writer &writer) { return updateSource(writer, after); });
    QCOMPARE(must(source(project.reader(), before.id)), after);
    must(project->undo());
    QCOMPARE(must(source(project.reader(), before.id)), before);
    must(project->redo());
    QCOMPARE(must(source(project.reader(), before.id)), after);
}

void TestSource::removingTakesWhatHangsOnIt()
{
    TemporaryProject project;
    const Source wire = add(project, u"Wire"_s);
    const Source outlet = add(project, u"Outlet"_s, wire.id);
    const Event event = addEvent(project, u"Strike"_s);
    say(project, event, wire);
    project.edit([&](Writer &writer) -> Result<> {
        Capture capture = must(captureOfText(wire.id, u"The text of it."_s, QDateTime::currentDateTimeUtc()));
        Excerpt excerpt = must(excerptOf(capture, 0, 8));
        must(addCapture(writer, capture));
        must(addExcerpt(writer, excerpt));
        return setTags(writer, u"source"_s, wire.id.number, {u"airspace"_s});
    });
    Changes changes;
    connect(&project.project(), &Project::changed, this, [&](const Changes &c) { changes = c; });
    project.edit([&](Writer &writer) { return removeSource(writer, wire.id); });

    QCOMPARE(must(sources(project.reader())), QList{[&] {
        Source own = outlet;
        own.origin = {};
        return own;
    }()});
    QVERIFY(must(evidence(project.reader())).isEmpty());
    QVERIFY(must(captures(project.reader(), wire.id)).isEmpty());
    QVERIFY(must(tags(project.reader(), u"source"_s, wire.id.number)).isEmpty());
    for (const char *table : {"source", "capture", "excerpt", "event_source", "origin", "tagging"})
        QVERIFY2(changes.touches(QString::fromLatin1(table)), table);

    must(project->undo());
    QCOMPARE(must(source(project.reader(), wire.id)), wire);
    QCOMPARE(must(source(project.reader(), outlet.id)), outlet);
    QCOMPARE(must(captures(project.reader(), wire.id)).size(), 1);
    QCOMPARE(must(excerpts(project.reader(), wire.id)).size(), 1);
    QCOMPARE(must(evidenceFrom(project.reader(), wire.id)).size(), 1);
    QCOMPARE(must(tags(project.reader(), u"source"_s, wire.id.number)), QStringList{u"airspace"_s});
}

void TestSource::originsMakeNoCircle()
{
    TemporaryProject project;
    Source a = add(project, u"A"_s);
    const Source b = add(project, u"B"_s, a.id);
    const Source c = add(project, u"C"_s, b.id);
    for (const Id<Source> origin : {a.id, b.id, c.id}) {
        a.origin = origin;
        const auto result = project->edit(u"Circle"_s, [&](Writer &writer) { return updateSource(writer, a); });
        QVERIFY(!result);
        QCOMPARE(result.error().text(),
            u"The origin was not changed. The chosen source itself goes back to this one. "
            "Choose the source that was published first as the origin of both."_s);
    }
    QVERIFY(!must(source(project.reader(), a.id))->origin.isValid());
    a.origin = Id<Source>{999};
    const auto missing = project->edit(u"Missing"_s, [&](Writer &writer) { return updateSource(writer, a); });
    QVERIFY(!missing);
    QVERIFY(missing.error().text().contains(u"not in the project"_s));
}

void TestSource::originCanBeChangedAndTakenOff()
{
    TemporaryProject project;
    const Source a = add(project, u"A"_s);
    const Source b = add(project, u"B"_s);
    Source c = add(project, u"C"_s, a.id);
    for (const Id<Source> origin : {b.id, Id<Source>(), Id<Source>(), a.id}) {
        c.origin = origin;
        project.edit([&](Writer &writer) { return updateSource(writer, c); });
        QCOMPARE(must(source(project.reader(), c.id))->origin, origin);
    }
}

void TestSource::independentSourcesFollowTheChain()
{
    TemporaryProject project;
    const Source wire = add(project, u"Wire"_s);
    const Source agency = add(project, u"Agency"_s, wire.id);
    const Source outlet = add(project, u"Outlet"_s, agency.id);
    const Source other = add(project, u"Other"_s, wire.id);
    const Source witness = add(project, u"Witness"_s);
    const Event strike = addEvent(project, u"Strike"_s);
    const Event quiet = addEvent(project, u"Quiet"_s);
    for (const Source &source : {outlet, other})
        say(project, strike, source);
    // The wire itself is no source of the event, and is the origin of both all the same.
    QCOMPARE(must(sourceCounts(project.reader())).value(strike.id), (SourceCount{2, 1}));
    say(project, strike, wire);
    say(project, strike, agency);
    QCOMPARE(must(sourceCounts(project.reader())).value(strike.id), (SourceCount{4, 1}));
    say(project, strike, witness);
    QCOMPARE(must(sourceCounts(project.reader())).value(strike.id), (SourceCount{5, 2}));
    QVERIFY(!must(sourceCounts(project.reader())).contains(quiet.id));
    project.edit([&](Writer &writer) { return removeSource(writer, wire.id); });
    QCOMPARE(must(sourceCounts(project.reader())).value(strike.id), (SourceCount{4, 3}));
}

void TestSource::circleOfAMergeIsCounted()
{
    TemporaryProject project;
    const Source a = add(project, u"A"_s);
    const Source b = add(project, u"B"_s, a.id);
    const Event event = addEvent(project, u"Strike"_s);
    say(project, event, a);
    say(project, event, b);
    project.edit([&](Writer &writer) {
        return writer.insert(u"origin"_s, {u"source_id"_s, u"repeats_id"_s}, {a.id.number, b.id.number});
    });
    QCOMPARE(must(sourceCounts(project.reader())).value(event.id), (SourceCount{2, 2}));
}

void TestSource::webAddresses_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("opened");
    QTest::newRow("https") << u" https://example.org/a "_s << u"https://example.org/a"_s;
    QTest::newRow("accents in the host") << u"http://galați.ro/ș"_s << u"http://xn--galai-7hb.ro/%C8%99"_s;
    QTest::newRow("upper case") << u"HTTPS://EXAMPLE.org"_s << u"https://example.org"_s;
    QTest::newRow("ftp") << u"ftp://example.org"_s << QString();
    QTest::newRow("data") << u"data:text/html,x"_s << QString();
    QTest::newRow("spaces within") << u"https://exa mple.org"_s << QString();
    QTest::newRow("none") << QString() << QString();
}

void TestSource::webAddresses()
{
    QFETCH(QString, written);
    QFETCH(QString, opened);
    const QString encoded = QString::fromLatin1(webAddress(written).toEncoded());
    if (opened.contains(u"xn--"_s))
        QVERIFY(encoded.startsWith(u"http://xn--gala"_s) && encoded.endsWith(u"/%C8%99"_s));
    else
        QCOMPARE(encoded, opened);
}

void TestSource::gradeSaysItsWords_data()
{
    QTest::addColumn<QChar>("reliability");
    QTest::addColumn<int>("credibility");
    QTest::addColumn<QString>("said");
    QTest::newRow("A1") << QChar(u'A') << 1 << u"A1 Reliable, Confirmed"_s;
    QTest::newRow("B2") << QChar(u'B') << 2 << u"B2 Usually reliable, Probably true"_s;
    QTest::newRow("C3") << QChar(u'C') << 3 << u"C3 Fairly reliable, Possibly true"_s;
    QTest::newRow("D4") << QChar(u'D') << 4 << u"D4 Not usually reliable, Doubtfully true"_s;
    QTest::newRow("E5") << QChar(u'E') << 5 << u"E5 Unreliable, Improbable"_s;
    QTest::newRow("F6") << QChar(u'F') << 6 << u"F6 Cannot be judged, Cannot be judged"_s;
}

void TestSource::gradeSaysItsWords()
{
    QFETCH(QChar, reliability);
    QFETCH(int, credibility);
    const Grade grade{reliability, credibility};
    QTEST(u"%1 %2, %3"_s.arg(grade.text(), grade.reliabilityText(), grade.credibilityText()), "said");
}

void TestSource::everyTypeHasAName()
{
    QSet<QString> names;
    for (const auto &[type, name] : sourceTypeNames.table) {
        QVERIFY(!sourceTypeText(type).isEmpty());
        names.insert(sourceTypeText(type));
        QCOMPARE(sourceTypeNames.value(QString(name)), type);
    }
    QCOMPARE(names.size(), qsizetype(sourceTypeNames.table.size()));
}

void TestSource::tagsAreSet()
{
    TemporaryProject project;
    const Source source = add(project, u"A"_s);
    const auto set = [&](const QStringList &names) {
        project.edit([&](Writer &writer) { return setTags(writer, u"source"_s, source.id.number, names); });
        return must(tags(project.reader(), u"source"_s, source.id.number)).join(u'|');
    };
    QCOMPARE(set({u" Baltic "_s, QString(), u"baltic"_s, u"Article  4"_s}), u"Article 4|Baltic"_s);
    QCOMPARE(set({u"BALTIC"_s, u"Poland"_s}), u"Baltic|Poland"_s);
    QCOMPARE(set({}), QString());
    must(project->undo());
    QCOMPARE(must(tags(project.reader(), u"source"_s, source.id.number)).size(), 2);
}

void TestSource::cardsCount()
{
    TemporaryProject project;
    const Source wire = add(project, u"Wire"_s);
    const Source empty = add(project, u"Empty"_s);
    const Event event = addEvent(project, u"Strike"_s);
    say(project, event, wire);
    const QDateTime at(QDate(2026, 5, 29), QTime(3, 10), QTimeZone::UTC);
    Excerpt excerpt;
    project.edit([&](Writer &writer) -> Result<> {
        Capture first = must(captureOfText(wire.id, u"One two three"_s, at));
        Capture second = must(captureOfText(wire.id, u"Four five six"_s, at.addDays(1)));
        must(addCapture(writer, second));
        must(addCapture(writer, first));
        excerpt = must(excerptOf(first, 0, 3));
        must(addExcerpt(writer, excerpt));
        Excerpt other = must(excerptOf(second, 0, 4));
        return addExcerpt(writer, other);
    });
    const SourceCard expected{.source = wire, .captures = 2, .excerpts = 2, .events = 1, .capturedAt = at.addDays(1)};
    QCOMPARE(must(sourceCard(project.reader(), wire.id)), expected);
    QCOMPARE(must(sourceCards(project.reader())),
        (QList{SourceCard{.source = empty, .capturedAt = {}}, expected}));
    QCOMPARE(must(sourceCard(project.reader(), Id<Source>{1})), std::nullopt);

    QCOMPARE(must(sourcesOfRows(project.reader(), u"capture"_s)).size(), 2);
    QCOMPARE(must(sourcesOfRows(project.reader(), u"event_source"_s)).values(), QList{wire.id});
    QCOMPARE(must(sourcesOfRows(project.reader(), u"excerpt"_s)).value(excerpt.id.number), wire.id);
    QCOMPARE(must(sourceOfRow(project.reader(), u"excerpt"_s, excerpt.id.number)), wire.id);
    QCOMPARE(must(sourceOfRow(project.reader(), u"origin"_s, 1)), Id<Source>());
}

void TestSource::hostileTextComesBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << u"<script>alert(1)</script>&amp;<img src=x>"_s;
    QTest::newRow("sql") << u"'); DROP TABLE source; --"_s;
    QTest::newRow("percent signs") << u"%1 %2 %n %s"_s;
    QTest::newRow("beyond the first plane") << u"𝔊alați 🛰️"_s;
    QTest::newRow("right to left") << u"\u202Eabc\u202C עברית"_s;
    QTest::newRow("line ends") << u"a\r\nb\nc\u2028d"_s;
    QTest::newRow("huge") << u"long "_s.repeated(100'000);
}

void TestSource::hostileTextComesBack()
{
    QFETCH(QString, text);
    TemporaryProject project;
    Source source = named(text);
    source.author = source.publisher = source.note = source.published = text;
    project.edit([&](Writer &writer) { return addSource(writer, source); });
    QCOMPARE(must(redoubt::source(project.reader(), source.id)), source);
}

QTEST_GUILESS_MAIN(TestSource)
#include "tst_source.moc"
