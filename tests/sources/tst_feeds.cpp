#include "app/sources/feed/feedanswer.h"
#include "app/sources/feed/feedimport.h"
#include "app/sources/source.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

/// The feeds of a project, their items, what a server answered, and files taken in.
class TestFeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addedFeedIsReadBackWhole();
    void rulesAreHeld_data();
    void rulesAreHeld();
    void renamedAndRemoved();
    void itemsAreMerged_data();
    void itemsAreMerged();
    void stateStays();
    void itemsAreChosen();
    void itemBecomesASource();
    void itemOfAKnownSource();
    void removedSourceLeavesTheItem();
    void answers_data();
    void answers();
    void marksAreKept();
    void refreshIsUndone();
    void goneIsNotAskedAgain();
    void movedToAnothersAddress();
    void opmlIsTakenIn();
    void opmlComesBack();
    void feedFileIsTakenIn();
    void manyItemsAreQuick();

private:
    static Feed add(TemporaryProject &project, const QString &address, const QString &title = {})
    {
        Feed feed;
        feed.address = address;
        feed.title = title;
        project.edit([&](Writer &writer) { return addFeed(writer, feed); });
        return feed;
    }

    static FeedEntry entry(const QString &id, const QString &title, const QString &link = {})
    {
        return {.id = id, .title = title, .link = link, .published = {}, .summary = {}, .authors = {}};
    }

    static FeedMerge merge(TemporaryProject &project, Id<Feed> feed, const QList<FeedEntry> &entries)
    {
        FeedMerge done;
        project.edit([&](Writer &writer) -> Result<> {
            done = must(mergeItems(writer, feed, entries));
            return {};
        });
        return done;
    }

    static FeedRefresh take(TemporaryProject &project, Id<Feed> feed, const FeedAnswer &answer)
    {
        FeedRefresh refresh;
        project.edit([&](Writer &writer) -> Result<> {
            refresh = must(takeAnswer(writer, feed, answer, QDateTime(QDate(2026, 5, 29), QTime(3, 10), QTimeZone::UTC)));
            return {};
        });
        return refresh;
    }

    static FeedAnswer good(const QByteArray &items)
    {
        return {.status = 200, .bytes = "<rss><channel><title>News</title><link>http://n.example/</link>" + items + "</channel></rss>", .etag = u"\"e1\""_s, .lastModified = u"Fri, 29 May 2026 03:00:00 GMT"_s,
            .address = {}, .movedTo = {}, .networkProblem = {}};
    }

    /// "id title state", an item a line, in the order of the ids in the feed.
    static QString dump(TemporaryProject &project, Id<Feed> feed)
    {
        QStringList lines;
        for (const FeedItem &item : must(feedItems(project.reader(), {.feed = feed, .state = {}})))
            lines += u"%1 %2 %3"_s.arg(item.item, item.title, QString(feedItemStateNames.name(item.state)));
        lines.sort();
        return lines.join(u'\n');
    }
};

void TestFeeds::addedFeedIsReadBackWhole()
{
    TemporaryProject project;
    Feed feed;
    feed.address = u" https://n.example/feed "_s;
    feed.site = u"https://n.example/"_s;
    feed.folder = {u"Wires & more"_s, u"A/B"_s};
    feed.etag = u"W/\"x\""_s;
    feed.lastModified = u"then"_s;
    feed.refreshedAt = QDateTime(QDate(2026, 5, 29), QTime(3, 10), QTimeZone::UTC);
    feed.problem = u"none, “really”"_s;
    feed.gone = true;
    project.edit([&](Writer &writer) { return addFeed(writer, feed); });
    QCOMPARE(feed.title, u"https://n.example/feed"_s);
    QCOMPARE(must(redoubt::feed(project.reader(), feed.id)), feed);
    QCOMPARE(must(feeds(project.reader())), QList{feed});
    QCOMPARE(must(feedByAddress(project.reader(), u"https://n.example/feed"_s)), feed);
    QCOMPARE(must(feedByAddress(project.reader(), QString())), std::nullopt);
    must(project->undo());
    QVERIFY(must(feeds(project.reader())).isEmpty());
    must(project->redo());
    QCOMPARE(must(feeds(project.reader())), QList{feed});
}

void TestFeeds::rulesAreHeld_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("error");
    QTest::newRow("good") << u"http://a.example/"_s << QString() << QString();
    QTest::newRow("title only") << QString() << u"A"_s << QString();
    QTest::newRow("nothing") << QString() << u" "_s << u"It has neither a title nor an address."_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << u"A"_s << u"“file:///etc/passwd” is not an address of the web."_s;
    QTest::newRow("taken") << u"http://first.example/"_s << u"A"_s << u"The feed “First” has this address already."_s;
}

void TestFeeds::rulesAreHeld()
{
    QFETCH(QString, address);
    QFETCH(QString, title);
    TemporaryProject project;
    add(project, u"http://first.example/"_s, u"First"_s);
    Feed feed;
    feed.address = address;
    feed.title = title;
    const auto done = project->edit(u"Add"_s, [&](Writer &writer) { return addFeed(writer, feed); });
    QTEST(done ? QString() : done.error().why, "error");
    QCOMPARE(must(feeds(project.reader())).size(), done ? 2 : 1);
}

void TestFeeds::renamedAndRemoved()
{
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    merge(project, feed.id, {entry(u"1"_s, u"A"_s)});
    project.edit([&](Writer &writer) { return renameFeed(writer, feed.id, u" New  name "_s); });
    QCOMPARE(must(redoubt::feed(project.reader(), feed.id))->title, u"New name"_s);
    QVERIFY(!project->edit(u"x"_s, [&](Writer &writer) { return renameFeed(writer, feed.id, u" "_s); }));
    project.edit([&](Writer &writer) { return removeFeed(writer, feed.id); });
    QVERIFY(must(feeds(project.reader())).isEmpty());
    QVERIFY(must(feedItems(project.reader())).isEmpty());
    must(project->undo());
    QCOMPARE(dump(project, feed.id), u"1 A new"_s);
}

void TestFeeds::itemsAreMerged_data()
{
    QTest::addColumn<QList<FeedEntry>>("first");
    QTest::addColumn<QList<FeedEntry>>("second");
    QTest::addColumn<QString>("counts"); ///< added, updated, unchanged of the second
    QTest::addColumn<QString>("items");
    const auto row = [](const char *name, const QList<FeedEntry> &first, const QList<FeedEntry> &second, const char *counts, const char *items) {
        QTest::newRow(name) << first << second << QString::fromUtf8(counts) << QString::fromUtf8(items);
    };
    const FeedEntry a = entry(u"1"_s, u"A"_s, u"http://a/"_s);
    const FeedEntry b = entry(u"2"_s, u"B"_s, u"http://b/"_s);
    row("the same", {a, b}, {a, b}, "0 0 2", "1 A new\n2 B new");
    row("one more", {a}, {b, a}, "1 0 1", "1 A new\n2 B new");
    row("one fewer", {a, b}, {b}, "0 0 1", "1 A new\n2 B new");
    row("changed", {a}, {entry(u"1"_s, u"A2"_s, u"http://a2/"_s)}, "0 1 0", "1 A2 new");
    row("another id, the same link", {a}, {entry(u"9"_s, u"A"_s, u"http://a/"_s)}, "0 1 0", "9 A new");
    row("one link for all", {a, entry(u"2"_s, u"B"_s, u"http://a/"_s)}, {entry(u"3"_s, u"C"_s, u"http://a/"_s)}, "1 0 0", "1 A new\n2 B new\n3 C new");
    row("one link for all, now", {a}, {entry(u"3"_s, u"C"_s, u"http://a/"_s), entry(u"4"_s, u"D"_s, u"http://a/"_s)}, "2 0 0", "1 A new\n3 C new\n4 D new");
    row("the id is still there", {a}, {entry(u"1"_s, u"A"_s, u"http://z/"_s), entry(u"2"_s, u"B"_s, u"http://a/"_s)}, "1 1 0", "1 A new\n2 B new");
    row("an id twice", {}, {a, entry(u"1"_s, u"again"_s)}, "1 0 0", "1 A new");
    row("no id", {entry({}, u"A"_s, u"http://a/"_s)}, {entry({}, u"A2"_s, u"http://a/"_s)}, "0 1 0", "http://a/ A2 new");
    row("neither id nor link", {entry({}, u"A"_s)}, {entry({}, u"A"_s)}, "0 0 1", "sha1:1a4e0a4fcbb51f6a8b22b8ab1a3b3c6b A new");
    row("empty", {}, {}, "0 0 0", "");
}

void TestFeeds::itemsAreMerged()
{
    QFETCH(QList<FeedEntry>, first);
    QFETCH(QList<FeedEntry>, second);
    QFETCH(QString, items);
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    merge(project, feed.id, first);
    const FeedMerge done = merge(project, feed.id, second);
    QTEST(u"%1 %2 %3"_s.arg(done.added).arg(done.updated).arg(done.unchanged), "counts");
    QString found = dump(project, feed.id);
    if (found.startsWith(u"sha1:"))
        found.replace(5, 40, u"1a4e0a4fcbb51f6a8b22b8ab1a3b3c6b"_s);
    QCOMPARE(found, items);
}

void TestFeeds::stateStays()
{
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    merge(project, feed.id, {entry(u"1"_s, u"A"_s), entry(u"2"_s, u"B"_s), entry(u"3"_s, u"C"_s)});
    const QList<FeedItem> items = must(feedItems(project.reader()));
    project.edit([&](Writer &writer) -> Result<> {
        must(setFeedItemState(writer, items.at(0).id, FeedItemState::Read));
        return setFeedItemState(writer, items.at(1).id, FeedItemState::Kept);
    });
    merge(project, feed.id, {entry(u"1"_s, u"A2"_s), entry(u"2"_s, u"B2"_s), entry(u"3"_s, u"C2"_s)});
    QCOMPARE(dump(project, feed.id), u"1 A2 read\n2 B2 kept\n3 C2 new"_s);
    QCOMPARE(must(newItemCounts(project.reader())), (QHash<Id<Feed>, qint64>{{feed.id, 1}}));
}

void TestFeeds::itemsAreChosen()
{
    TemporaryProject project;
    const Feed one = add(project, u"http://a.example/"_s);
    const Feed two = add(project, u"http://b.example/"_s);
    FeedEntry dated = entry(u"1"_s, u"A"_s);
    dated.published = u"2026-05-29"_s;
    FeedEntry later = entry(u"2"_s, u"B"_s);
    later.published = u"2026-05-29T03:10:00Z"_s;
    merge(project, one.id, {entry(u"0"_s, u"Z"_s), dated, later});
    merge(project, two.id, {entry(u"1"_s, u"C"_s)});
    const auto titles = [&](const FeedItemChoice &choice) {
        QString text;
        for (const FeedItem &item : must(feedItems(project.reader(), choice)))
            text += item.title;
        return text;
    };
    QCOMPARE(titles({.feed = one.id, .state = {}}), u"BAZ"_s);
    QCOMPARE(titles({.feed = two.id, .state = FeedItemState::New}), u"C"_s);
    QCOMPARE(titles({.feed = {}, .state = FeedItemState::New}).size(), 4);
    QCOMPARE(titles({.feed = {}, .state = FeedItemState::Kept}), QString());
    QCOMPARE(must(newItemCounts(project.reader())), (QHash<Id<Feed>, qint64>{{one.id, 3}, {two.id, 1}}));
}

void TestFeeds::itemBecomesASource()
{
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s, u"The Wire"_s);
    merge(project, feed.id, {{u"1"_s, u"Drone hits flats in Galați"_s, u"http://a.example/1"_s, u"2026-05-29T03:10:00Z"_s, u"S"_s, {u"Ana"_s, u"Ben"_s}}, entry(u"2"_s, {}, u"http://a.example/2"_s), entry(u"3"_s, {})});
    const auto item = [&](const QString &id) {
        const auto items = must(feedItems(project.reader()));
        return *std::ranges::find(items, id, &FeedItem::item);
    };
    Id<Source> made, again;
    project.edit([&](Writer &writer) -> Result<> {
        made = must(addItemAsSource(writer, item(u"1"_s).id));
        again = must(addItemAsSource(writer, item(u"1"_s).id));
        return {};
    });
    QCOMPARE(again, made);
    const Source source = must(redoubt::source(project.reader(), made)).value();
    QCOMPARE(source.key, u"drone-hits-flats-in-galati"_s);
    QCOMPARE((QStringList{source.title, source.address, source.author, source.publisher, source.published}),
        (QStringList{u"Drone hits flats in Galați"_s, u"http://a.example/1"_s, u"Ana; Ben"_s, u"The Wire"_s, u"2026-05-29T03:10:00Z"_s}));
    QCOMPARE(item(u"1"_s).state, FeedItemState::Kept);
    QCOMPARE(item(u"1"_s).source, made);
    must(project->undo());
    QCOMPARE(must(sourceCount(project.reader())), 0);
    QCOMPARE(item(u"1"_s).state, FeedItemState::New);

    project.edit([&](Writer &writer) -> Result<> {
        made = must(addItemAsSource(writer, item(u"2"_s).id));
        return {};
    });
    QCOMPARE(must(redoubt::source(project.reader(), made))->title, u"http://a.example/2"_s);
    const auto untitled = project->edit(u"x"_s, [&](Writer &writer) -> Result<> {
        const auto id = addItemAsSource(writer, item(u"3"_s).id);
        return id ? Result<>() : failure(id);
    });
    QCOMPARE(untitled.error().why, u"It has no title."_s);
    const auto missing = project->edit(u"x"_s, [&](Writer &writer) -> Result<> {
        const auto id = addItemAsSource(writer, Id<FeedItem>{7});
        return id ? Result<>() : failure(id);
    });
    QCOMPARE(missing.error().kind, Error::Kind::Refused);
}

void TestFeeds::itemOfAKnownSource()
{
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    merge(project, feed.id, {entry(u"1"_s, u"A"_s, u"http://a.example/1"_s)});
    Source known;
    known.title = u"Known"_s;
    known.address = u"http://a.example/1"_s;
    Id<Source> made;
    project.edit([&](Writer &writer) -> Result<> {
        must(addSource(writer, known));
        made = must(addItemAsSource(writer, must(feedItems(writer)).first().id));
        return {};
    });
    QCOMPARE(made, known.id);
    QCOMPARE(must(sourceCount(project.reader())), 1);
    QCOMPARE(must(feedItems(project.reader())).first().source, known.id);
}

void TestFeeds::removedSourceLeavesTheItem()
{
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    merge(project, feed.id, {entry(u"1"_s, u"A"_s)});
    Id<Source> made;
    project.edit([&](Writer &writer) -> Result<> {
        made = must(addItemAsSource(writer, must(feedItems(writer)).first().id));
        return {};
    });
    project.edit([&](Writer &writer) { return removeSource(writer, made); });
    QVERIFY(!must(feedItems(project.reader())).first().source.isValid());
    must(project->undo());
    QCOMPARE(must(feedItems(project.reader())).first().source, made);
}

void TestFeeds::answers_data()
{
    QTest::addColumn<FeedAnswer>("answer");
    QTest::addColumn<FeedRefresh::Outcome>("outcome");
    QTest::addColumn<QString>("problem");
    using Outcome = FeedRefresh::Outcome;
    const auto row = [](const char *name, const FeedAnswer &answer, Outcome outcome, const char *problem) { QTest::newRow(name) << answer << outcome << QString::fromUtf8(problem); };
    const auto status = [](int code) {
        FeedAnswer answer = good({});
        answer.bytes = "<html/>";
        answer.status = code;
        return answer;
    };
    row("read", good("<item><guid>1</guid><title>A2</title></item>"), Outcome::Read, "");
    row("not newer", status(304), Outcome::NotNewer, "");
    row("gone", status(410), Outcome::Gone, "Its server says that it is gone for good (410).");
    row("not there", status(404), Outcome::Failed, "There is nothing at its address (404).");
    row("not allowed", status(403), Outcome::Failed, "The server does not let us read it (403).");
    row("too often", status(429), Outcome::Failed, "The server was asked too often (429).");
    row("broken server", status(503), Outcome::Failed, "The server has a fault of its own (503).");
    row("something else", status(418), Outcome::Failed, "The server answered with 418.");
    row("no answer", FeedAnswer{.status = 0, .networkProblem = u"No such host."_s}, Outcome::Failed, "No such host.");
    row("no answer, no reason", FeedAnswer{}, Outcome::Failed, "There was no answer.");
    row("a web page", status(200), Outcome::Failed, "It is a web page, no feed.");
    row("nothing", FeedAnswer{.status = 200}, Outcome::Failed, "It is empty.");
}

void TestFeeds::answers()
{
    QFETCH(FeedAnswer, answer);
    QFETCH(FeedRefresh::Outcome, outcome);
    QFETCH(QString, problem);
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    take(project, feed.id, good("<item><guid>1</guid><title>A</title></item>"));
    const FeedRefresh refresh = take(project, feed.id, answer);
    QCOMPARE(refresh.outcome, outcome);
    QCOMPARE(refresh.problem, problem);
    const Feed after = must(redoubt::feed(project.reader(), feed.id)).value();
    QCOMPARE(after.problem, problem);
    QCOMPARE(after.title, u"News"_s);
    QCOMPARE(after.site, u"http://n.example/"_s);
    QCOMPARE(after.etag, u"\"e1\""_s);
    QCOMPARE(after.refreshedAt, QDateTime(QDate(2026, 5, 29), QTime(3, 10), QTimeZone::UTC));
    QCOMPARE(dump(project, feed.id), outcome == FeedRefresh::Outcome::Read ? u"1 A2 new"_s : u"1 A new"_s);
    // The problem goes with the next good answer.
    take(project, feed.id, good("<item><guid>1</guid><title>A3</title></item>"));
    QCOMPARE(must(redoubt::feed(project.reader(), feed.id))->problem, QString());
}

void TestFeeds::marksAreKept()
{
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    QCOMPARE(must(feedRequests(project.reader())), (QList{FeedRequest{feed.id, u"http://a.example/"_s, {}, {}}}));
    take(project, feed.id, good({}));
    QCOMPARE(must(feedRequests(project.reader())), (QList{FeedRequest{feed.id, u"http://a.example/"_s, u"\"e1\""_s, u"Fri, 29 May 2026 03:00:00 GMT"_s}}));
    FeedAnswer broken = good({});
    broken.bytes = "<rss>";
    broken.etag = u"\"e2\""_s;
    take(project, feed.id, broken);
    QCOMPARE(must(feedRequests(project.reader())).first().etag, u"\"e1\""_s);
}

void TestFeeds::refreshIsUndone()
{
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    FeedAnswer answer = good("<item><guid>1</guid><title>A</title></item>");
    answer.movedTo = u"https://b.example/"_s;
    const FeedRefresh refresh = take(project, feed.id, answer);
    QVERIFY(refresh.moved);
    QCOMPARE(refresh.merge, (FeedMerge{1, 0, 0}));
    QCOMPARE(must(redoubt::feed(project.reader(), feed.id))->address, u"https://b.example/"_s);
    must(project->undo());
    QCOMPARE(must(redoubt::feed(project.reader(), feed.id)), feed);
    QVERIFY(must(feedItems(project.reader())).isEmpty());
    must(project->redo());
    QCOMPARE(dump(project, feed.id), u"1 A new"_s);
}

void TestFeeds::goneIsNotAskedAgain()
{
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    add(project, {}, u"From a file"_s);
    take(project, feed.id, FeedAnswer{.status = 410});
    QVERIFY(must(redoubt::feed(project.reader(), feed.id))->gone);
    QVERIFY(must(feedRequests(project.reader())).isEmpty());
    const auto missing = project->edit(u"x"_s, [&](Writer &writer) -> Result<> {
        const auto refresh = takeAnswer(writer, Id<Feed>{5}, {}, {});
        return refresh ? Result<>() : failure(refresh);
    });
    QCOMPARE(missing.error().why, u"It is not in the project any more."_s);
}

void TestFeeds::movedToAnothersAddress()
{
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    add(project, u"http://b.example/"_s, u"B"_s);
    FeedAnswer answer = good("<item><guid>1</guid></item>");
    answer.movedTo = u"http://b.example/"_s;
    const FeedRefresh refresh = take(project, feed.id, answer);
    QVERIFY(!refresh.moved);
    QCOMPARE(refresh.outcome, FeedRefresh::Outcome::Read);
    QCOMPARE(refresh.problem, u"It has moved to the address of “B”: one of the two is enough."_s);
    QCOMPARE(must(redoubt::feed(project.reader(), feed.id))->address, u"http://a.example/"_s);
    answer.movedTo = u"javascript:x"_s;
    QVERIFY(!take(project, feed.id, answer).moved);
}

void TestFeeds::opmlIsTakenIn()
{
    TemporaryProject project;
    OpmlList list{u"L"_s, {{u"A"_s, u"http://a.example/"_s, u"http://h.example/"_s, {u"F"_s}, 1}, {{}, u"http://b.example/"_s, {}, {}, 2}, {u"X"_s, u"file:///x"_s, {}, {}, 3}}};
    const auto takeIn = [&] {
        FeedImport done;
        project.edit([&](Writer &writer) -> Result<> {
            done = must(importOpml(writer, list));
            return {};
        });
        return done;
    };
    const QList<FeedImportError> errors{{3, u"“file:///x” is not an address of the web."_s}};
    QCOMPARE(takeIn(), (FeedImport{2, 0, 0, 1, errors}));
    QCOMPARE(takeIn(), (FeedImport{0, 0, 2, 1, errors}));
    list.feeds[0].title = u"A2"_s;
    QCOMPARE(takeIn(), (FeedImport{0, 1, 1, 1, errors}));
    const Feed feed = must(feedByAddress(project.reader(), u"http://a.example/"_s)).value();
    QCOMPARE((QStringList{feed.title, feed.site, feed.folder.join(u'/')}), (QStringList{u"A2"_s, u"http://h.example/"_s, u"F"_s}));
    QCOMPARE(must(project->history()).size(), 2);
}

void TestFeeds::opmlComesBack()
{
    TemporaryProject project;
    const OpmlList list{u"L"_s, {{u"A"_s, u"http://a.example/"_s, u"http://h.example/"_s, {u"F"_s, u"G/H"_s}}, {u"B"_s, u"http://b.example/"_s, {}, {}}}};
    project.edit([&](Writer &writer) -> Result<> {
        must(importOpml(writer, list));
        Feed file;
        file.title = u"A file's"_s;
        return addFeed(writer, file);
    });
    OpmlList out = must(opmlOf(project.reader(), u"L"_s));
    std::ranges::sort(out.feeds, {}, &OpmlFeed::address);
    QCOMPARE(out, list);
}

void TestFeeds::feedFileIsTakenIn()
{
    TemporaryProject project;
    FeedDocument document{u"News"_s, u"http://n.example/"_s, {}, {entry(u"1"_s, u"A"_s), entry(u"2"_s, u"B"_s)}};
    const auto takeIn = [&] {
        FeedImport done;
        project.edit([&](Writer &writer) -> Result<> {
            done = must(importFeed(writer, document));
            return {};
        });
        return done;
    };
    QCOMPARE(takeIn(), (FeedImport{3, 0, 0, 0, {}}));
    QCOMPARE(takeIn(), (FeedImport{0, 0, 3, 0, {}}));
    document.items[0].title = u"A2"_s;
    QCOMPARE(takeIn(), (FeedImport{0, 1, 2, 0, {}}));
    document.address = u"http://n.example/feed"_s;
    QCOMPARE(takeIn(), (FeedImport{3, 0, 0, 0, {}}));
    QCOMPARE(must(feeds(project.reader())).size(), 2);
    document = {};
    QCOMPARE(takeIn(), (FeedImport{1, 0, 0, 0, {}}));
    QCOMPARE(takeIn(), (FeedImport{0, 0, 1, 0, {}}));
    must(project->undo());
    QCOMPARE(must(feeds(project.reader())).size(), 2);
}

void TestFeeds::manyItemsAreQuick()
{
    TemporaryProject project;
    const Feed feed = add(project, u"http://a.example/"_s);
    QList<FeedEntry> entries;
    for (int i = 0; i < 3000; ++i)
        entries.append(entry(QString::number(i), u"T%1"_s.arg(i), u"http://a.example/%1"_s.arg(i)));
    QCOMPARE(merge(project, feed.id, entries), (FeedMerge{3000, 0, 0}));
    entries[7].title = u"changed"_s;
    QCOMPARE(merge(project, feed.id, entries), (FeedMerge{0, 1, 2999}));
}

QTEST_GUILESS_MAIN(TestFeeds)
#include "tst_feeds.moc"
