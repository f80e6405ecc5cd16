#include "app/timeline/edtf.h"
#include "app/timeline/link.h"
#include "tests/support/temporaryproject.h"
#include "ui/look/look.h"
#include "ui/timeline/candidatespane.h"
#include "ui/timeline/eventinspector.h"
#include "ui/timeline/timelinepanel.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

using namespace redoubt;

/// Pairs that are perhaps the same incident: in the inspector of an event, and all of the project.
class TestCandidatesPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        look::apply(*qApp, look::Scheme::Light);
    }

    void init()
    {
        m_case = std::make_unique<TemporaryProject>();
        m_selection = std::make_unique<Selection>();
        m_first = add(u"Drone hits flats in Galați"_s, u"2026-05-29"_s);
        m_second = add(u"Drone strikes flats in Galati"_s, u"2026-05-29"_s);
        add(u"President speaks to parliament"_s, u"2026-05-29"_s);
    }

    void cleanup()
    {
        m_panel.reset();
        m_selection.reset();
        m_case.reset();
    }

    void theInspectorOffersThem_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("links");
        QTest::newRow("link") << u"link-candidate"_s << 1;
        QTest::newRow("not the same") << u"part-candidate"_s << 0;
    }

    void theInspectorOffersThem()
    {
        QFETCH(QString, button);
        open();
        m_panel->editEvent(m_first);
        auto *part = child<QWidget>(u"event-candidates"_s);
        QTRY_VERIFY(part && part->isVisible());
        QCOMPARE(part->findChildren<QToolButton *>(button).size(), 1);
        QVERIFY(part->findChild<QLabel *>()->text().contains(u"Drone strikes flats in Galati · 29 May 2026"_s));
        QTest::mouseClick(part->findChild<QToolButton *>(button), Qt::LeftButton);
        QTRY_VERIFY(!part->isVisible());
        const auto links = must(linksOf(m_case->reader(), m_first));
        QTEST(int(links.size()), "links");
        QVERIFY(must(candidates(m_case->reader(), 9)).isEmpty());
        must(m_case->project().undo());
        QTRY_VERIFY(part->isVisible());
        QCOMPARE(must(candidates(m_case->reader(), 9)).size(), 1);
    }

    void thePaneListsThem()
    {
        open();
        child<QAction>(u"show-candidates"_s)->trigger();
        QVERIFY(m_panel->candidates() && m_panel->candidates()->isVisible());
        auto *list = m_panel->candidates()->list();
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text(), u"Drone hits flats in Galați · 29 May 2026\nDrone strikes flats in Galati · 29 May 2026\n"
                                        "may be on the same day · same place · 3 word(s) of the titles in common"_s);
        QCOMPARE(m_selection->current(), Thing::of(m_second));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(list->count(), 0);
        const Link link = must(linksOf(m_case->reader(), m_first)).first();
        QCOMPARE(link.kind, LinkKind::SameIncident);
        QCOMPARE(link.from, m_second);
        QVERIFY(!child<QPushButton>(u"link-pair"_s)->isEnabled());
        must(m_case->project().undo());
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->currentRow(), 0);
        must(m_case->project().redo());
        QCOMPARE(list->count(), 0);
        must(m_case->project().undo());
        QCOMPARE(m_selection->current(), Thing::of(m_second));
        QTest::mouseClick(child<QPushButton>(u"look-again"_s), Qt::LeftButton);
        QCOMPARE(list->count(), 1);
        m_selection->select(Thing::of(m_first));
        m_panel->setFocus();
        QVERIFY(!m_panel->candidates()->isAncestorOf(QApplication::focusWidget()));
        must(m_case->project().redo());
        QCOMPARE(list->count(), 0);
        must(m_case->project().undo());
        QCOMPARE(list->count(), 1);
        QCOMPARE(m_selection->current(), Thing::of(m_first)); // decided elsewhere
        must(m_case->project().edit(u"Remove"_s, [this](Writer &writer) { return removeEvent(writer, m_first); }));
        QCOMPARE(list->count(), 0);
        must(m_case->project().undo());
        QCOMPARE(list->count(), 1);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->count(), 0);
        QTest::mouseClick(child<QPushButton>(u"look-again"_s), Qt::LeftButton);
        QCOMPARE(list->count(), 0);
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!m_panel->candidates()->isVisible());
    }

    void aPairFollowsItsEvents_data()
    {
        QTest::addColumn<Id<Event> TestCandidatesPane::*>("changed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("first") << &TestCandidatesPane::m_first << u"Two hurt in Galați · 29 May 2026\nDrone strikes flats in Galati · 29 May 2026"_s;
        QTest::newRow("second") << &TestCandidatesPane::m_second << u"Drone hits flats in Galați · 29 May 2026\nTwo hurt in Galați · 29 May 2026"_s;
    }

    void aPairFollowsItsEvents()
    {
        QFETCH(Id<Event> TestCandidatesPane::*, changed);
        QFETCH(QString, shown);
        open();
        child<QAction>(u"show-candidates"_s)->trigger();
        auto *list = m_panel->candidates()->list();
        const QString before = list->item(0)->text();
        Event renamed = *must(redoubt::event(m_case->reader(), this->*changed));
        renamed.title = u"Two hurt in Galați"_s;
        must(m_case->project().edit(u"Rename"_s, [&](Writer &writer) { return updateEvent(writer, renamed); }));
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text().section(u'\n', 0, 1), shown);
        QCOMPARE(list->item(0)->toolTip(), list->item(0)->text());
        must(m_case->project().undo());
        QCOMPARE(list->item(0)->text(), before);
    }

private:
    Id<Event> add(const QString &title, const QString &date)
    {
        Event event;
        event.title = title;
        event.date = date;
        event.place = u"Galați"_s;
        event.bounds = must(readEdtf(date)).bounds;
        m_case->edit([&](Writer &writer) { return addEvent(writer, event); });
        return event.id;
    }

    void open()
    {
        m_panel = std::make_unique<TimelinePanel>(m_case->project(), *m_selection);
        m_panel->resize(800, 1800);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    template<class Widget>
    [[nodiscard]] Widget *child(const QString &name) const
    {
        return m_panel->findChild<Widget *>(name);
    }

    std::unique_ptr<TemporaryProject> m_case;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<TimelinePanel> m_panel;
    Id<Event> m_first;
    Id<Event> m_second;
};

QTEST_MAIN(TestCandidatesPane)
#include "tst_candidatespane.moc"
