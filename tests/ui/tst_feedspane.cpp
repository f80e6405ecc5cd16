#include "app/sources/feed/feedimport.h"
#include "tests/support/sourcespaneltest.h"
#include "tests/support/webserver.h"
#include "ui/look/look.h"
#include "ui/sources/feedchooser.h"
#include "ui/sources/feeditemmodel.h"
#include "ui/sources/feedspane.h"

#include <QAbstractItemModelTester>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

using namespace redoubt;

namespace {

QByteArray rss(const QByteArray &title, const QByteArrayList &items)
{
    QByteArray text = "<rss version=\"2.0\"><channel><title>" + title + "</title>";
    for (const QByteArray &item : items)
        text += "<item><title>" + item + "</title><guid isPermaLink=\"false\">" + item + "</guid></item>";
    return text + "</channel></rss>";
}

QByteArray answer(const QByteArray &body, const QByteArray &headers = {})
{
    return WebServer::answerOf(body, "Content-Type: application/rss+xml\r\n" + headers);
}

} // namespace

/// Feeds in the sources panel: keys and mouse on the widgets, assertions on the project and on what is seen.
class TestFeedsPane : public SourcesPanelTest
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        look::apply(*qApp, look::Scheme::Light);
    }
    void init()
    {
        m_server = std::make_unique<WebServer>();
        makePanel();
    }
    void cleanup()
    {
        dropPanel();
        m_server.reset();
    }

    void itStandsInThePlaceOfTheList();
    void noFeeds();
    void addingAFeed();
    void whatIsNoFeedIsNotAdded();
    void aPageLeadsToItsFeed();
    void theFormIsLeft();
    void itemsAreListed();
    void filtering();
    void newOnly();
    void reading();
    void readingByKeys();
    void markedAsNewAgain();
    void allAreMarkedAsRead();
    void anItemIsPlainText();
    void anItemBecomesASource();
    void aCaptureThatFailsSaysWhy();
    void aCaptureIsStopped();
    void refreshing();
    void aProblemIsSaid();
    void aRefreshIsStopped();
    void removingAFeed();
    void changingAFeed();
    void filesComeIn_data();
    void filesComeIn();
    void aListGoesOut();
    void readOnly();
    void narrow();
    void manyItems();
    void itIsAddressedByNames();

private:
    struct Entry
    {
        QString title;
        QString published;
        QString summary;
        QString link;
    };

    Id<Feed> follow(const QString &path, const QString &title, const QList<Entry> &entries, const QStringList &folder = {})
    {
        Feed feed;
        feed.address = path.isEmpty() ? QString() : m_server->url(path);
        feed.title = title;
        feed.folder = folder;
        QList<FeedEntry> items;
        for (const Entry &entry : entries)
            items.append({entry.title, entry.title, entry.link, entry.published, entry.summary, {}});
        m_project->edit([&](Writer &writer) -> Result<> {
            must(addFeed(writer, feed));
            must(mergeItems(writer, feed.id, items));
            return {};
        });
        return feed.id;
    }
    Id<Feed> followWire()
    {
        return follow(u"/wire"_s, u"Wire"_s,
            {{u"Drone over Galați"_s, u"2026-05-29T03:10:00Z"_s, u"Flats were hit."_s, m_server->url(u"/page"_s)},
                {u"Consul expelled"_s, u"2026-05-31"_s, u"He has a week."_s, m_server->url(u"/gone"_s)}, {u"Older"_s, u"2025"_s, {}, {}}});
    }
    void show()
    {
        action(u"showFeeds"_s)->trigger();
        QTRY_VERIFY(!find<FeedItemModel>({})->isLoading());
    }
    QListView *items() { return find<QListView>(u"feedItems"_s); }
    FeedChooser *chooser() { return find<FeedChooser>(u"feedChooser"_s); }
    QTextEdit *itemText() { return find<QTextEdit>(u"feedItemText"_s); }
    bool isOpen() { return m_panel->findChild<QTextEdit *>(u"feedItemText"_s) && itemText()->isVisible(); }
    QString shown()
    {
        QStringList titles;
        for (int row = 0; row < items()->model()->rowCount(); ++row)
            titles.append(items()->model()->index(row, 0).data().toString());
        return titles.join(u", "_s);
    }
    QString current() { return items()->currentIndex().data().toString(); }
    FeedCapture captureShown(int row) { return items()->model()->index(row, 0).data(FeedItemModel::CaptureRole).value<FeedCapture>(); }
    QString states()
    {
        QStringList names;
        for (const FeedItem &item : must(feedItems(m_project->reader())))
            names.append(feedItemStateNames.name(item.state));
        return names.join(u' ');
    }
    void click(int row)
    {
        QTest::mouseClick(items()->viewport(), Qt::LeftButton, {}, items()->visualRect(items()->model()->index(row, 0)).center());
    }
    void press(const QString &button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void takeOffer(const QString &words)
    {
        for (auto *button : m_panel->notice()->findChildren<QToolButton *>()) {
            if (button->text() == words)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(u"no offer: "_s + words));
    }
    QString noticeText() { return m_panel->notice()->isVisible() ? m_panel->notice()->text() : QString(); }
    QString undoText() { return (*m_project)->undoText(); }

    std::unique_ptr<WebServer> m_server;
    QList<QUrl> m_opened;
};

void TestFeedsPane::itStandsInThePlaceOfTheList()
{
    QVERIFY(!m_panel->findChild<FeedsPane *>());
    followWire();
    QTest::keyClick(m_panel.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(items()->isVisible());
    QVERIFY(!list()->isVisible());
    QVERIFY(items()->hasFocus());
    QVERIFY(action(u"showFeeds"_s)->isChecked());
    QTest::keyClick(items(), Qt::Key_Escape);
    QVERIFY(!items()->isVisible());
    QVERIFY(list()->isVisible());
    QVERIFY(!action(u"showFeeds"_s)->isChecked());
    action(u"showFeeds"_s)->trigger();
    m_panel->filterField()->setFocus();
    QTest::keyClicks(m_panel->filterField(), u"wire"_s);
    QVERIFY(!items()->isVisible());
    QVERIFY(!action(u"showFeeds"_s)->isChecked());
    QVERIFY(m_panel->filterField()->hasFocus());
    QVERIFY(m_server->requests().isEmpty());
}

void TestFeedsPane::noFeeds()
{
    show();
    QVERIFY(!items()->isVisible());
    int offered = 0;
    for (const auto *button : find<FeedsPane>(u"feeds"_s)->findChildren<QPushButton *>())
        offered += button->isVisible();
    QCOMPARE(offered, 2);
    QVERIFY(!action(u"refreshFeed"_s)->isEnabled());
    QVERIFY(!action(u"exportFeeds"_s)->isEnabled());
}

void TestFeedsPane::addingAFeed()
{
    m_server->answer("/a", answer(rss("Wire", {"one", "two"})));
    show();
    action(u"addFeed"_s)->trigger();
    QVERIFY(field(u"feedAddress"_s)->hasFocus());
    QVERIFY(!find<QPushButton>(u"acceptFeed"_s)->isEnabled());
    QTest::keyClicks(field(u"feedAddress"_s), m_server->url(u"/a"_s));
    QVERIFY(m_server->requests().isEmpty());
    QTest::keyClick(field(u"feedAddress"_s), Qt::Key_Return);
    QTRY_COMPARE(chooser()->currentText(), u"Wire · 2 new"_s);
    QTRY_COMPARE(shown(), u"one, two"_s);
    QVERIFY(!field(u"feedAddress"_s)->isVisible());
    QVERIFY(items()->hasFocus());
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(noticeText(), u"“Wire”: 2 new item(s)."_s);
    must((*m_project)->undo());
    QVERIFY(must(feeds(m_project->reader())).isEmpty());
    QTRY_VERIFY(!items()->isVisible());
}

void TestFeedsPane::whatIsNoFeedIsNotAdded()
{
    show();
    action(u"addFeed"_s)->trigger();
    type(u"feedTitle"_s, u"Mine"_s);
    type(u"feedAddress"_s, m_server->url(u"/no"_s), Qt::Key_Return);
    QTRY_VERIFY(noticeText().contains(u"There is nothing at its address (404)"_s));
    QVERIFY(must(feeds(m_project->reader())).isEmpty());
    QVERIFY(field(u"feedAddress"_s)->hasFocus());
    QCOMPARE(field(u"feedAddress"_s)->text(), m_server->url(u"/no"_s));
    takeOffer(u"Add anyway"_s);
    QTRY_COMPARE(chooser()->currentText(), u"▲ Mine"_s);
    QVERIFY(find<QLabel>(u"feedProblem"_s)->text().contains(u"404"_s));
}

void TestFeedsPane::aPageLeadsToItsFeed()
{
    m_server->answer("/", WebServer::answerOf("<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head><body>Hello</body></html>"));
    m_server->answer("/feed", answer(rss("Wire", {"one"})));
    show();
    action(u"addFeed"_s)->trigger();
    type(u"feedAddress"_s, m_server->url(u"/"_s), Qt::Key_Return);
    QTRY_VERIFY(noticeText().contains(u"it names a feed at "_s + m_server->url(u"/feed"_s)));
    QCOMPARE(m_server->requests().size(), 1);
    takeOffer(u"Add that feed"_s);
    QTRY_COMPARE(shown(), u"one"_s);
    QCOMPARE(must(feeds(m_project->reader())).first().address, m_server->url(u"/feed"_s));
}

void TestFeedsPane::theFormIsLeft()
{
    show();
    action(u"addFeed"_s)->trigger();
    QTest::keyClicks(field(u"feedAddress"_s), u"https://example.org"_s);
    QTest::keyClick(field(u"feedAddress"_s), Qt::Key_Escape);
    QVERIFY(!field(u"feedAddress"_s)->isVisible());
    action(u"addFeed"_s)->trigger();
    QCOMPARE(field(u"feedAddress"_s)->text(), QString());
    QVERIFY(must(feeds(m_project->reader())).isEmpty());
}

void TestFeedsPane::itemsAreListed()
{
    const auto wire = followWire();
    follow(u"/posts"_s, u"Posts"_s, {{u"A post"_s, u"2026-05-30"_s, {}, {}}}, {u"Media"_s, u"Local"_s});
    show();
    QCOMPARE(shown(), u"Consul expelled, A post, Drone over Galați, Older"_s);
    const auto row = items()->model()->index(2, 0).data(FeedItemModel::RowRole).value<FeedRow>();
    QCOMPARE(row.by, u"Wire"_s);
    QCOMPARE(row.date, u"29 May 2026"_s);
    QCOMPARE(row.preview, u"Flats were hit."_s);
    QStringList entries;
    for (int index = 0; index < chooser()->count(); ++index)
        entries.append(chooser()->itemText(index));
    QCOMPARE(entries, QStringList({u"All feeds · 4 new"_s, u"Wire · 3 new"_s, u"Media › Local"_s, u"Posts · 1 new"_s}));
    chooser()->setFocus();
    QTest::keyClick(chooser(), Qt::Key_Down);
    QCOMPARE(chooser()->id(), wire);
    QTRY_COMPARE(shown(), u"Consul expelled, Drone over Galați, Older"_s);
    QTest::keyClick(chooser(), Qt::Key_Down);
    QTRY_COMPARE(shown(), u"A post"_s);
}

void TestFeedsPane::filtering()
{
    followWire();
    show();
    QTest::keyClick(items(), Qt::Key_F, Qt::ControlModifier);
    auto *filter = field(u"feedFilter"_s);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"hit GALATI"_s);
    QCOMPARE(shown(), u"Drone over Galați"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(items()->hasFocus());
    QCOMPARE(current(), u"Drone over Galați"_s);
    QCOMPARE(states(), u"new new new"_s);
    filter->setText(u"nowhere"_s);
    QVERIFY(!items()->isVisible());
    action(u"showAllItems"_s)->trigger();
    QCOMPARE(shown(), u"Consul expelled, Drone over Galați, Older"_s);
    QCOMPARE(current(), u"Drone over Galați"_s);
}

void TestFeedsPane::newOnly()
{
    followWire();
    show();
    click(0);
    action(u"newOnly"_s)->trigger();
    QCOMPARE(shown(), u"Drone over Galați, Older"_s);
    QCOMPARE(states(), u"read new new"_s);
    click(0);
    QCOMPARE(shown(), u"Drone over Galați, Older"_s);
    QCOMPARE(states(), u"read read new"_s);
    action(u"newOnly"_s)->trigger();
    QCOMPARE(shown(), u"Consul expelled, Drone over Galați, Older"_s);
    QCOMPARE(states(), u"read read new"_s);
}

void TestFeedsPane::reading()
{
    followWire();
    const QString before = undoText();
    show();
    QCOMPARE(states(), u"new new new"_s);
    click(1);
    QVERIFY(isOpen());
    QCOMPARE(states(), u"new read new"_s);
    QCOMPARE(undoText(), before);
    QCOMPARE(itemText()->toPlainText(), u"Drone over Galați\nWire · 29 May 2026, 03:10\n%1\nFlats were hit."_s.arg(m_server->url(u"/page"_s)));
    QCOMPARE(chooser()->currentText(), u"All feeds · 2 new"_s);
    QTest::keyClick(items(), Qt::Key_Up);
    QCOMPARE(states(), u"read read new"_s);
    QVERIFY(itemText()->toPlainText().startsWith(u"Consul expelled"_s));
    QVERIFY(m_server->requests().isEmpty());
}

void TestFeedsPane::readingByKeys()
{
    followWire();
    show();
    QTest::keyClick(items(), Qt::Key_Down);
    QCOMPARE(states(), u"new new new"_s);
    QTest::keyClick(items(), Qt::Key_Return);
    QVERIFY(isOpen());
    QCOMPARE(states(), u"read new new"_s);
    QTest::keyClick(items(), Qt::Key_Escape);
    QVERIFY(!isOpen());
    QVERIFY(items()->hasFocus());
    QTest::keyClick(items(), Qt::Key_Space);
    QCOMPARE(states(), u"read read new"_s);
    QTest::keyClick(items(), Qt::Key_Space);
    QCOMPARE(states(), u"read read read"_s);
    QCOMPARE(current(), u"Older"_s);
    QTest::keyClick(items(), Qt::Key_Space);
    QCOMPARE(noticeText(), u"Nothing new is left here."_s);
    QCOMPARE(must(sources(m_project->reader())).size(), 2);
}

void TestFeedsPane::markedAsNewAgain()
{
    followWire();
    show();
    click(0);
    QTest::keyClick(items(), Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(states(), u"new new new"_s);
    must((*m_project)->undo());
    QCOMPARE(states(), u"read new new"_s);
}

void TestFeedsPane::allAreMarkedAsRead()
{
    const auto wire = followWire();
    follow(u"/posts"_s, u"Posts"_s, {{u"A post"_s, u"2026-05-30"_s, {}, {}}});
    show();
    chooser()->choose(wire);
    QTest::keyClick(items(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(states(), u"read new read read"_s);
    QTRY_COMPARE(chooser()->currentText(), u"Wire"_s);
    QCOMPARE(undoText(), u"Mark all of “Wire” as read"_s);
    must((*m_project)->undo());
    QCOMPARE(states(), u"new new new new"_s);
    QTRY_COMPARE(chooser()->currentText(), u"Wire · 3 new"_s);
}

void TestFeedsPane::anItemIsPlainText()
{
    const QString summary = u"<img src=\"%1\"><b>bold</b> <script>x</script>"_s.arg(m_server->url(u"/image"_s));
    follow(u"/a"_s, u"<h1>Wire</h1>"_s, {{u"<img src=\"%1\">"_s.arg(m_server->url(u"/title"_s)), u"2026"_s, summary, u"javascript:alert(1)"_s}});
    show();
    click(0);
    QVERIFY(itemText()->toPlainText().endsWith(summary));
    QVERIFY(itemText()->toPlainText().startsWith(u"<img"_s));
    action(u"openItem"_s)->trigger();
    QVERIFY(noticeText().contains(u"no address of the web"_s));
    QVERIFY(m_server->requests().isEmpty());
}

void TestFeedsPane::anItemBecomesASource()
{
    m_server->answer("/page", WebServer::answerOf("<html><head><title>Page</title></head><body><p>What is said of it in a whole sentence, and in another one.</p></body></html>"));
    followWire();
    show();
    click(1);
    QTest::keyClick(items(), Qt::Key_Return);
    QTRY_COMPARE(captureShown(1).words, u"captured ✓"_s);
    const FeedItem item = must(feedItems(m_project->reader())).at(1);
    QCOMPARE(item.state, FeedItemState::Kept);
    const Source made = *must(source(m_project->reader(), item.source));
    QCOMPARE(made.title, u"Drone over Galați"_s);
    QCOMPARE(made.publisher, u"Wire"_s);
    QVERIFY(must(latestCapture(m_project->reader(), made.id))->text.contains(u"in a whole sentence"_s));
    QCOMPARE(must(sources(m_project->reader())).size(), 3);
    QVERIFY(find<QLabel>(u"feedItemState"_s)->text().startsWith(u"In the sources as @"_s + made.key));
    QCOMPARE(find<QPushButton>(u"addItemAsSourceButton"_s)->text(), u"Capture again"_s);
    press(u"showItemSourceButton"_s);
    QCOMPARE(m_selection->current(), Thing::of(made.id));
    press(u"addItemAsSourceButton"_s);
    QTRY_COMPARE(must(captures(m_project->reader(), made.id)).size(), 2);
    QCOMPARE(must(sources(m_project->reader())).size(), 3);
    for (int action = 0; action < 3; ++action)
        must((*m_project)->undo());
    QCOMPARE(must(sources(m_project->reader())).size(), 2);
    QVERIFY(!must(feedItems(m_project->reader())).at(1).source.isValid());
}

void TestFeedsPane::aCaptureThatFailsSaysWhy()
{
    followWire();
    show();
    click(0);
    press(u"addItemAsSourceButton"_s);
    QTRY_VERIFY(captureShown(0).isBad);
    QVERIFY(captureShown(0).words.contains(u"not captured"_s));
    QVERIFY(find<QLabel>(u"feedItemState"_s)->text().contains(u"404"_s));
    QVERIFY(must(feedItems(m_project->reader())).first().source.isValid());
    m_server->answer("/gone", WebServer::answerOf("<html><body><p>It is there again in a whole sentence, and in another one.</p></body></html>"));
    press(u"addItemAsSourceButton"_s);
    QTRY_COMPARE(captureShown(0).words, u"captured ✓"_s);
    QCOMPARE(must(sources(m_project->reader())).size(), 3);
}

void TestFeedsPane::aCaptureIsStopped()
{
    m_server->behave("/page", [](QTcpSocket &, const WebServer::Request &) {});
    followWire();
    show();
    click(1);
    press(u"addItemAsSourceButton"_s);
    QTRY_COMPARE(m_server->requests().size(), 1);
    QCOMPARE(find<QPushButton>(u"addItemAsSourceButton"_s)->text(), u"Stop capture"_s);
    press(u"addItemAsSourceButton"_s);
    QTRY_COMPARE(captureShown(1).words, u"capture stopped"_s);
    QCOMPARE(find<QPushButton>(u"addItemAsSourceButton"_s)->text(), u"Capture again"_s);
}

void TestFeedsPane::refreshing()
{
    m_server->answer("/wire", answer(rss("Wire", {"one"}), "ETag: \"1\"\r\n"));
    m_server->answer("/posts", answer(rss("Posts", {"two"})));
    const auto wire = followWire();
    follow(u"/posts"_s, u"Posts"_s, {});
    show();
    click(0);
    chooser()->choose(wire);
    QTRY_COMPARE(shown(), u"Consul expelled, Drone over Galați, Older"_s);
    QTest::keyClick(items(), Qt::Key_F5);
    QTRY_COMPARE(shown(), u"Consul expelled, Drone over Galați, Older, one"_s);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(undoText(), u"Refresh 1 feed(s)"_s);
    QTest::keyClick(items(), Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE(m_server->requests().size(), 3);
    QTRY_COMPARE(noticeText(), u"Refreshed 2 feed(s): 1 new item(s)."_s);
    QVERIFY(std::ranges::any_of(m_server->requests(), [](const auto &request) { return request.says("If-None-Match: \"1\""); }));
    must((*m_project)->undo());
    QCOMPARE(must(feedItems(m_project->reader())).size(), 4);
}

void TestFeedsPane::aProblemIsSaid()
{
    m_server->answer("/wire", WebServer::answerOf("", {}, "410 Gone"));
    const auto wire = followWire();
    show();
    QVERIFY(!find<QLabel>(u"feedProblem"_s)->isVisible());
    QTest::keyClick(items(), Qt::Key_F5);
    QTRY_VERIFY(find<QLabel>(u"feedProblem"_s)->isVisible());
    QVERIFY(find<QLabel>(u"feedProblem"_s)->text().startsWith(u"1 feed"_s));
    QVERIFY(chooser()->itemText(1).startsWith(u"▲"_s));
    chooser()->choose(wire);
    QVERIFY(find<QLabel>(u"feedProblem"_s)->text().contains(u"gone for good (410)"_s));
    QVERIFY(!action(u"refreshFeed"_s)->isEnabled());
    QCOMPARE(must(feedItems(m_project->reader())).size(), 3);
}

void TestFeedsPane::aRefreshIsStopped()
{
    m_server->behave("/wire", [](QTcpSocket &, const WebServer::Request &) {});
    followWire();
    show();
    QTest::keyClick(items(), Qt::Key_F5);
    QVERIFY(find<QWidget>(u"feedProgress"_s)->isVisible());
    QVERIFY(!action(u"refreshFeed"_s)->isEnabled());
    action(u"stopRefresh"_s)->trigger();
    QTRY_VERIFY(!find<QWidget>(u"feedProgress"_s)->isVisible());
    QCOMPARE(noticeText(), u"The refresh was stopped; nothing was changed."_s);
    QVERIFY(action(u"refreshFeed"_s)->isEnabled());
}

void TestFeedsPane::removingAFeed()
{
    const auto wire = followWire();
    follow(u"/posts"_s, u"Posts"_s, {{u"A post"_s, u"2026-05-30"_s, {}, {}}});
    show();
    QVERIFY(!action(u"removeFeed"_s)->isEnabled());
    chooser()->choose(wire);
    action(u"removeFeed"_s)->trigger();
    QTRY_COMPARE(shown(), u"A post"_s);
    QVERIFY(!chooser()->id().isValid());
    must((*m_project)->undo());
    QTRY_COMPARE(shown(), u"Consul expelled, A post, Drone over Galați, Older"_s);
}

void TestFeedsPane::changingAFeed()
{
    const auto wire = followWire();
    show();
    chooser()->choose(wire);
    action(u"editFeed"_s)->trigger();
    QCOMPARE(field(u"feedTitle"_s)->text(), u"Wire"_s);
    type(u"feedTitle"_s, u"Reports"_s);
    type(u"feedAddress"_s, u"nonsense"_s, Qt::Key_Return);
    QVERIFY(noticeText().contains(u"not an address of the web"_s));
    type(u"feedAddress"_s, m_server->url(u"/new"_s), Qt::Key_Return);
    QVERIFY(!field(u"feedAddress"_s)->isVisible());
    QCOMPARE(must(feed(m_project->reader(), wire))->address, m_server->url(u"/new"_s));
    QCOMPARE(undoText(), u"Change feed “Reports”"_s);
    QCOMPARE(chooser()->currentText(), u"Reports · 3 new"_s);
    QVERIFY(m_server->requests().isEmpty());
}

void TestFeedsPane::filesComeIn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("feeds");
    QTest::addColumn<QString>("said");
    QTest::newRow("list") << QByteArray("<opml version=\"2.0\"><body><outline text=\"Media\"><outline text=\"A\" xmlUrl=\"https://example.org/a\"/>"
                                        "<outline text=\"B\" xmlUrl=\"file:///b\"/></outline></body></opml>")
                          << 1 << u"Imported: 1 added, 0 changed, 0 as they were. 1 were skipped (line 1:"_s;
    QTest::newRow("feed") << rss("Wire", {"one", "two"}) << 1 << u"Imported: 3 added"_s;
    QTest::newRow("JSON") << QByteArray(R"({"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","title":"t"}]})") << 1
                          << u"Imported: 2 added"_s;
    QTest::newRow("neither") << QByteArray("Hello") << 0 << QString();
    QTest::newRow("empty") << QByteArray() << 0 << QString();
}

void TestFeedsPane::filesComeIn()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"in.xml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    show();
    const QString before = undoText();
    find<FeedsPane>(u"feeds"_s)->importFile(file.fileName());
    QTRY_VERIFY(!noticeText().isEmpty());
    QVERIFY2(noticeText().startsWith(said), qPrintable(noticeText()));
    QTEST(int(must(feeds(m_project->reader())).size()), "feeds");
    QCOMPARE(undoText(), said.isEmpty() ? before : u"Import “in.xml”"_s);
}

void TestFeedsPane::aListGoesOut()
{
    followWire();
    follow(u"/posts"_s, u"Posts"_s, {}, {u"Media"_s});
    show();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.opml"_s);
    find<FeedsPane>(u"feeds"_s)->exportTo(path);
    const OpmlList list = must(readOpml(must(readFeedFile(path))));
    QCOMPARE(list.feeds.size(), 2);
    QCOMPARE(noticeText(), u"Wrote 2 feed(s) to “out.opml”."_s);
    find<FeedsPane>(u"feeds"_s)->exportTo(folder.filePath(u"no/such/out.opml"_s));
    QVERIFY(noticeText().contains(u"was not written"_s));
}

void TestFeedsPane::readOnly()
{
    followWire();
    m_panel.reset();
    m_project->reopen(Project::Mode::ReadOnly);
    openPanel();
    show();
    click(0);
    QVERIFY(isOpen());
    QCOMPARE(states(), u"new new new"_s);
    QVERIFY(noticeText().isEmpty());
    for (const QString &name : {u"addFeed"_s, u"refreshFeed"_s, u"refreshAllFeeds"_s, u"markAllRead"_s, u"importFeeds"_s, u"addItemAsSource"_s})
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name));
    QVERIFY(action(u"exportFeeds"_s)->isEnabled());
    QTest::keyClick(items(), Qt::Key_Return);
    QVERIFY(m_server->requests().isEmpty());
}

void TestFeedsPane::narrow()
{
    follow(u"/a"_s, u"A feed with a name that is longer than any panel is wide, and then some more"_s,
        {{u"A title that goes on and on, "_s.repeated(20), u"2026"_s, u"word "_s.repeated(400), m_server->url(u"/long/"_s + u"x"_s.repeated(300))},
            {u"عنوان من اليمين إلى اليسار"_s, u"2025"_s, u"ملخص قصير"_s, {}}});
    show();
    m_panel->resize(360, 480);
    QCoreApplication::processEvents();
    QCOMPARE(m_panel->width(), 360);
    click(0);
    QVERIFY(isOpen());
    QVERIFY(!items()->isVisible());
    QVERIFY(itemText()->hasFocus());
    for (const auto *widget : find<FeedsPane>(u"feeds"_s)->findChildren<QWidget *>()) {
        if (widget->isVisible() && !widget->objectName().startsWith(u"qt_"_s))
            QVERIFY2(widget->mapTo(m_panel.get(), QPoint(widget->width(), 0)).x() <= 360, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
    }
    QTest::keyClick(itemText(), Qt::Key_Right);
    QVERIFY(itemText()->toPlainText().startsWith(u"عنوان"_s));
    QTest::keyClick(itemText(), Qt::Key_Escape);
    QVERIFY(items()->isVisible());
    QVERIFY(items()->hasFocus());
    m_panel->resize(1200, 480);
    QCoreApplication::processEvents();
    click(0);
    QVERIFY(items()->isVisible());
    QVERIFY(itemText()->mapTo(m_panel.get(), QPoint()).x() >= items()->mapTo(m_panel.get(), QPoint(items()->width(), 0)).x());
}

void TestFeedsPane::manyItems()
{
    QList<Entry> entries;
    for (int number = 0; number < 5000; ++number)
        entries.append({u"Item %1"_s.arg(number, 4, 10, QChar(u'0')), u"2026-01-01"_s, u"word "_s.repeated(number % 60), {}});
    follow(u"/a"_s, u"Many"_s, entries);
    show();
    QTRY_COMPARE(items()->model()->rowCount(), 5000);
    const QAbstractItemModelTester tester(find<FeedItemModel>({}), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester filterTester(items()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTest::keyClick(items(), Qt::Key_Down);
    QTest::keyClick(items(), Qt::Key_End);
    QCOMPARE(items()->currentIndex().row(), 4999);
    QTest::keyClick(items(), Qt::Key_Return);
    QVERIFY(isOpen());
    field(u"feedFilter"_s)->setText(u"item 4321"_s);
    QCOMPARE(items()->model()->rowCount(), 1);
    QTest::keyClick(items(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(chooser()->currentText(), u"All feeds"_s);
}

void TestFeedsPane::itIsAddressedByNames()
{
    followWire();
    show();
    click(0);
    const auto *pane = find<FeedsPane>(u"feeds"_s);
    for (const QAction *action : pane->actions())
        QVERIFY2(!action->text().isEmpty() && !action->toolTip().isEmpty(), qPrintable(action->objectName()));
    for (const QWidget *widget : pane->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus && !widget->objectName().startsWith(u"qt_"_s)) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(widget->objectName()));
        }
    }
    QDesktopServices::setUrlHandler(u"http"_s, this, "openUrl");
    action(u"openItem"_s)->trigger();
    QDesktopServices::unsetUrlHandler(u"http"_s);
    QCOMPARE(m_opened, QList<QUrl>({QUrl(m_server->url(u"/gone"_s))}));
}

QTEST_MAIN(TestFeedsPane)
#include "tst_feedspane.moc"
