#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "app/sources/source.h"
#include "app/timeline/coordinates.h"
#include "app/timeline/edtf.h"
#include "app/timeline/link.h"
#include "tests/support/temporaryproject.h"
#include "ui/look/look.h"
#include "ui/timeline/eventinspector.h"
#include "ui/timeline/foldsection.h"
#include "ui/timeline/listfield.h"
#include "ui/timeline/relationrows.h"

#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace redoubt;

/// The fields of an event, by keys and mouse.
class TestEventInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void coordinatesAreRead_data();
    void coordinatesAreRead();
    void whatIsNotUnderstoodStays();
    void casualtiesInOrder();
    void eachFieldIsOneAction();
    void tagsAreCompleted();
    void aNewEventTakesAllFields();
    void aNewEventWaitsForWhatIsWrong();
    void sectionsFold();
    void passages();
    void sourcesAreCountedByOrigin();
    void retractedSourcesAreSaid();
    void lagsAndWarnings();
    void linksFromTheOtherEnd();
    void linkingFindsByWords();
    void typingIsNotDisturbed();

private:
    Event add(const QString &title, const QString &date);
    Source addSource(const QString &title, Id<Source> origin = {});
    void tell(const Event &event, const Source &source);
    void edit(Id<Event> id);
    [[nodiscard]] Event now(Id<Event> id) { return must(redoubt::event(m_case->reader(), id)).value_or(Event()); }
    template<class Widget>
    [[nodiscard]] Widget *child(const QString &name) const
    {
        return m_inspector->findChild<Widget *>(name);
    }
    void type(const QString &field, const QString &text) const;
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] qsizetype actions() { return must(m_case->project().history()).size(); }

    std::unique_ptr<TemporaryProject> m_case;
    std::unique_ptr<EventInspector> m_inspector;
};

void TestEventInspector::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    look::apply(*qApp, look::Scheme::Light);
    QApplication::setEffectEnabled(Qt::UI_General, false);
}

void TestEventInspector::init()
{
    m_case = std::make_unique<TemporaryProject>();
    m_inspector = std::make_unique<EventInspector>(m_case->project());
    connect(&m_case->project(), &Project::changed, m_inspector.get(), &EventInspector::refresh);
    m_inspector->resize(460, 1500);
    m_inspector->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_inspector.get()));
    m_inspector->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_inspector.get()));
}

void TestEventInspector::cleanup()
{
    m_inspector.reset();
    m_case.reset();
}

Event TestEventInspector::add(const QString &title, const QString &date)
{
    Event event;
    event.title = title;
    event.date = date;
    event.bounds = must(readEdtf(date)).bounds;
    m_case->edit([&](Writer &writer) { return addEvent(writer, event); });
    return event;
}

Source TestEventInspector::addSource(const QString &title, Id<Source> origin)
{
    Source source;
    source.title = title;
    source.origin = origin;
    m_case->edit([&](Writer &writer) { return redoubt::addSource(writer, source); });
    return source;
}

void TestEventInspector::tell(const Event &event, const Source &source)
{
    Evidence evidence{{}, event.id, source.id, Stance::Corroborates, {}};
    m_case->edit([&](Writer &writer) { return addEvidence(writer, evidence); });
}

void TestEventInspector::edit(Id<Event> id)
{
    m_inspector->edit(id, true);
    QVERIFY(child<QLineEdit>(u"title"_s)->hasFocus());
}

void TestEventInspector::type(const QString &name, const QString &text) const
{
    auto *field = child<QLineEdit>(name);
    QVERIFY2(field, qPrintable(name));
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

/// All that stands in labels and buttons that can be seen.
QStringList TestEventInspector::texts() const
{
    QStringList all;
    for (const auto *label : m_inspector->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            all.append(label->text());
    }
    return all;
}

void TestEventInspector::coordinatesAreRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("reading");
    const QString reading = u"= 45°25′48″ N, 28°03′00″ E"_s;
    QTest::newRow("decimals") << u"45.43 28.05"_s << u"45.43, 28.05"_s << reading;
    QTest::newRow("degrees") << u"45°25'48\"N 28°03'E"_s << u"45.43, 28.05"_s << reading;
    QTest::newRow("geo") << u"geo:45.43,28.05;u=10"_s << u"45.43, 28.05"_s << reading;
}

void TestEventInspector::coordinatesAreRead()
{
    QFETCH(QString, typed);
    const Event event = add(u"Drone"_s, u"2026"_s);
    edit(event.id);
    type(u"coordinates"_s, typed);
    QVERIFY(texts().contains(u"= 45°25′48″ N, 28°03′00″ E"_s));
    QVERIFY(!now(event.id).coordinates);
    QTest::keyClick(child<QLineEdit>(u"coordinates"_s), Qt::Key_Tab);
    QCOMPARE(now(event.id).coordinates, (Coordinates{45.43, 28.05}));
    QTEST(child<QLineEdit>(u"coordinates"_s)->text(), "shown");
    QTEST(child<QLineEdit>(u"coordinates"_s)->accessibleDescription(), "reading");
    type(u"coordinates"_s, QString());
    QTest::keyClick(child<QLineEdit>(u"coordinates"_s), Qt::Key_Return);
    QVERIFY(!now(event.id).coordinates);
}

void TestEventInspector::whatIsNotUnderstoodStays()
{
    const Event event = add(u"Drone"_s, u"2026"_s);
    edit(event.id);
    type(u"coordinates"_s, u"95, 10"_s);
    QTest::keyClick(child<QLineEdit>(u"coordinates"_s), Qt::Key_Tab);
    QCOMPARE(child<QLineEdit>(u"coordinates"_s)->text(), u"95, 10"_s);
    QVERIFY(child<QLineEdit>(u"coordinates"_s)->accessibleDescription().startsWith(u"✕ A latitude is at most 90 degrees."_s));
    QVERIFY(!now(event.id).coordinates);
    QCOMPARE(m_inspector->flush().error().kind, Error::Kind::Invalid);
    type(u"coordinates"_s, u"9, 10"_s);
    QVERIFY(m_inspector->flush());
    QCOMPARE(now(event.id).coordinates, (Coordinates{9, 10}));
    type(u"date"_s, u"the other day"_s);
    QCOMPARE(m_inspector->flush().error().kind, Error::Kind::Invalid);
    QCOMPARE(child<QLineEdit>(u"date"_s)->text(), u"the other day"_s);
    type(u"date"_s, u"2025"_s);
    QVERIFY(m_inspector->flush());
    QCOMPARE(now(event.id).date, u"2025"_s);
}

void TestEventInspector::casualtiesInOrder()
{
    const Event event = add(u"Drone"_s, u"2026"_s);
    edit(event.id);
    type(u"casualties-low"_s, u"5"_s);
    QTest::keyClick(child<QLineEdit>(u"casualties-low"_s), Qt::Key_Tab);
    QCOMPARE(now(event.id).casualtiesLow, 5);
    QVERIFY(child<QLineEdit>(u"casualties-best"_s)->hasFocus());
    QTest::keyClicks(child<QLineEdit>(u"casualties-best"_s), u"3"_s);
    QVERIFY(child<QLineEdit>(u"casualties-best"_s)->accessibleDescription().startsWith(u"✕ The lowest count is above the best."_s));
    QTest::keyClick(child<QLineEdit>(u"casualties-best"_s), Qt::Key_Tab);
    QCOMPARE(now(event.id).casualtiesBest, std::nullopt);
    QVERIFY(!m_inspector->flush());
    type(u"casualties-best"_s, u"1,200"_s);
    QTest::keyClick(child<QLineEdit>(u"casualties-best"_s), Qt::Key_Tab);
    QCOMPARE(now(event.id).casualtiesBest, 1200);
    QCOMPARE(now(event.id).casualtiesLow, 5);
    QVERIFY(m_inspector->flush());
}

void TestEventInspector::eachFieldIsOneAction()
{
    const Event event = add(u"Drone"_s, u"2026"_s);
    edit(event.id);
    const auto before = actions();
    type(u"place"_s, u"Galati"_s);
    type(u"actors"_s, u"Russia, Romania , russia"_s);
    type(u"tags"_s, u"drone, night"_s);
    type(u"coordinates"_s, u"45.43, 28.05"_s);
    type(u"casualties-best"_s, u"2"_s);
    auto *summary = child<QPlainTextEdit>(u"summary"_s);
    summary->setFocus();
    QTest::keyClicks(summary, u"Two injured"_s);
    child<QComboBox>(u"certainty"_s)->setFocus();
    QCOMPARE(actions() - before, 6);
    QCOMPARE(now(event.id).actors, (QStringList{u"Russia"_s, u"Romania"_s}));
    QCOMPARE(must(tags(m_case->reader(), u"event"_s, event.id.number)), (QStringList{u"drone"_s, u"night"_s}));
    QVERIFY(m_inspector->flush());
    QCOMPARE(actions() - before, 6);
    for (int i = 0; i < 6; ++i)
        must(m_case->project().undo());
    QCOMPARE(now(event.id), event);
    QCOMPARE(child<QLineEdit>(u"tags"_s)->text(), QString());
    QCOMPARE(child<QLineEdit>(u"coordinates"_s)->text(), QString());
    QCOMPARE(child<QLineEdit>(u"casualties-best"_s)->text(), QString());
    QCOMPARE(summary->toPlainText(), QString());
}

void TestEventInspector::tagsAreCompleted()
{
    const Event other = add(u"Other"_s, u"2025"_s);
    m_case->edit([&](Writer &writer) { return setTags(writer, u"event"_s, other.id.number, {u"airspace"_s, u"attribution"_s}); });
    const Event event = add(u"Drone"_s, u"2026"_s);
    edit(event.id);
    type(u"tags"_s, u"night, attr"_s);
    auto *field = child<ListField>(u"tags"_s);
    auto *popup = qobject_cast<QListView *>(QApplication::activePopupWidget());
    QVERIFY(popup);
    QCOMPARE(popup->model()->rowCount(), 1);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(field->text(), u"night, attribution"_s);
    QTest::keyClick(field, Qt::Key_Tab);
    QCOMPARE(must(tags(m_case->reader(), u"event"_s, event.id.number)), (QStringList{u"attribution"_s, u"night"_s}));
}

void TestEventInspector::aNewEventTakesAllFields()
{
    m_inspector->create({}, {});
    QSignalSpy created(m_inspector.get(), &EventInspector::created);
    type(u"title"_s, u"Strike"_s);
    type(u"date"_s, u"29 May 2026"_s);
    type(u"place"_s, u"Galati"_s);
    type(u"coordinates"_s, u"45.43, 28.05"_s);
    type(u"casualties-high"_s, u"4"_s);
    type(u"tags"_s, u"drone"_s);
    QVERIFY(must(events(m_case->reader())).isEmpty());
    QTest::mouseClick(child<QPushButton>(u"add-event"_s), Qt::LeftButton);
    QCOMPARE(created.size(), 1);
    QCOMPARE(actions(), 1);
    const Event event = must(events(m_case->reader())).first();
    QCOMPARE(event.coordinates, (Coordinates{45.43, 28.05}));
    QCOMPARE(event.casualtiesHigh, 4);
    QCOMPARE(event.place, u"Galati"_s);
    QCOMPARE(must(tags(m_case->reader(), u"event"_s, event.id.number)), QStringList{u"drone"_s});
    QVERIFY(!child<QPushButton>(u"add-event"_s)->isVisible());
}

void TestEventInspector::aNewEventWaitsForWhatIsWrong()
{
    m_inspector->create(u"2026"_s, {});
    QSignalSpy failed(m_inspector.get(), &EventInspector::failed);
    type(u"title"_s, u"Strike"_s);
    type(u"coordinates"_s, u"nowhere"_s);
    QTest::mouseClick(child<QPushButton>(u"add-event"_s), Qt::LeftButton);
    QCOMPARE(failed.size(), 1);
    QVERIFY(must(events(m_case->reader())).isEmpty());
    QCOMPARE(child<QLineEdit>(u"coordinates"_s)->text(), u"nowhere"_s);
}

void TestEventInspector::sectionsFold()
{
    edit(add(u"Drone"_s, u"2026"_s).id);
    auto *part = m_inspector->findChild<FoldSection *>();
    QVERIFY(child<QLineEdit>(u"place"_s)->isVisible());
    QTest::mouseClick(part->heading(), Qt::LeftButton);
    QVERIFY(part->isFolded() && !child<QLineEdit>(u"place"_s)->isVisible());
    part->heading()->setFocus();
    QTest::keyClick(part->heading(), Qt::Key_Space);
    QVERIFY(!part->isFolded() && child<QLineEdit>(u"place"_s)->isVisible());
}

void TestEventInspector::passages()
{
    const Event event = add(u"Drone"_s, u"2026"_s);
    const Source source = addSource(u"Statement"_s);
    tell(event, source);
    Capture capture = must(captureOfText(source.id, u"We will defend every inch of it. So be it."_s, QDateTime::currentDateTimeUtc()));
    m_case->edit([&](Writer &writer) { return addCapture(writer, capture); });
    Excerpt excerpt = must(excerptOf(capture, 0, 32));
    excerpt.speaker = u"Rutte"_s;
    m_case->edit([&](Writer &writer) { return addExcerpt(writer, excerpt); });
    edit(event.id);
    auto *button = child<QToolButton>(u"passage"_s);
    QVERIFY(button);
    QCOMPARE(button->menu()->actions().size(), 3); // none, a line, and the one
    button->menu()->actions().last()->trigger();
    QCOMPARE(must(evidenceOf(m_case->reader(), event.id)).first().excerpt, excerpt.id);
    QTRY_VERIFY(texts().contains(u"Rutte: “We will defend every inch of it.”"_s));
    must(m_case->project().undo());
    QTRY_VERIFY(!texts().contains(u"Rutte: “We will defend every inch of it.”"_s));
}

void TestEventInspector::sourcesAreCountedByOrigin()
{
    const Event event = add(u"Drone"_s, u"2026"_s);
    const Source wire = addSource(u"Wire"_s);
    tell(event, wire);
    tell(event, addSource(u"Daily"_s, wire.id));
    tell(event, addSource(u"Statement"_s));
    edit(event.id);
    QVERIFY2(texts().contains(u"2 independent of 3 source(s)"_s), qPrintable(texts().join(u'|')));
}

void TestEventInspector::retractedSourcesAreSaid()
{
    const Event event = add(u"Drone"_s, u"2026"_s);
    Source wire = addSource(u"Wire"_s);
    tell(event, wire);
    tell(event, addSource(u"Daily"_s, wire.id));
    tell(event, addSource(u"Statement"_s));
    edit(event.id);
    wire.retracted = true;
    wire.retractedAt = u"2026-05-30"_s;
    wire.retractionNote = u"It was never said."_s;
    m_case->edit([&](Writer &writer) { return updateSource(writer, wire); });
    QTRY_VERIFY2(texts().contains(u"✕ 2 of 3 source(s) retracted · 1 independent left"_s), qPrintable(texts().join(u'|')));
    QTRY_VERIFY(texts().contains(u"✕ Retracted on 30 May 2026: It was never said."_s));
    QVERIFY(texts().contains(u"✕ It goes back to “Wire”, retracted on 30 May 2026: It was never said."_s));
    must(m_case->project().undo());
    QTRY_VERIFY(texts().contains(u"2 independent of 3 source(s)"_s));
    QVERIFY(!texts().join(u'|').contains(u"✕"_s));
}

void TestEventInspector::lagsAndWarnings()
{
    const Event cause = add(u"Strike"_s, u"2026-05-29"_s);
    const Event answer = add(u"Answer"_s, u"2026-06-02"_s);
    const Event early = add(u"Early"_s, u"2026-05-20"_s);
    m_case->edit([&](Writer &writer) -> Result<> {
        Link one{{}, answer.id, cause.id, LinkKind::ResponseTo, u"in words only"_s};
        Link other{{}, early.id, cause.id, LinkKind::ResponseTo, {}};
        auto added = addLink(writer, one);
        return added ? addLink(writer, other) : added;
    });
    edit(answer.id);
    QTRY_VERIFY2(texts().contains(u"4 days later · in words only"_s), qPrintable(texts().join(u'|')));
    edit(early.id);
    QTRY_VERIFY2(texts().contains(u"▲ 9 days before: certainly before what it follows"_s), qPrintable(texts().join(u'|')));
}

void TestEventInspector::linksFromTheOtherEnd()
{
    const Event cause = add(u"Strike"_s, u"2026-05-29"_s);
    const Event answer = add(u"Answer"_s, u"2026-06-02"_s);
    m_case->edit([&](Writer &writer) {
        Link link{{}, answer.id, cause.id, LinkKind::ResponseTo, {}};
        return addLink(writer, link);
    });
    edit(cause.id);
    auto *rows = child<RelationRows>(u"event-links"_s);
    QComboBox *kind = nullptr;
    const auto shown = [&] {
        for (auto *box : rows->findChildren<QComboBox *>()) {
            if (box->isVisible() && box != rows->kindField() && box != rows->choiceField())
                kind = box;
        }
        return kind != nullptr;
    };
    QTRY_VERIFY(shown());
    QCOMPARE(kind->currentText(), u"answered by"_s);
    QSignalSpy followed(m_inspector.get(), &EventInspector::followed);
    Q_EMIT rows->followed(must(links(m_case->reader())).first().id.number);
    QCOMPARE(followed.first().first().value<Id<Event>>(), answer.id);
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    const Link link = must(links(m_case->reader())).first();
    QCOMPARE(link.kind, LinkKind::PrecedentOf);
    QCOMPARE(link.from, answer.id);
}

void TestEventInspector::linkingFindsByWords()
{
    m_case->edit([&](Writer &writer) -> Result<> {
        for (int i = 0; i < 200; ++i) {
            Event event;
            event.title = i == 77 ? u"Consul expelled from Constanța"_s : u"Event %1"_s.arg(i);
            event.date = u"2020-01-01"_s;
            event.bounds = readEdtf(event.date)->bounds;
            if (auto added = addEvent(writer, event); !added)
                return added;
        }
        return {};
    });
    const Event event = add(u"Drone"_s, u"2026"_s);
    edit(event.id);
    auto *rows = child<RelationRows>(u"event-links"_s);
    QVERIFY(rows->choiceField()->count() < 100);
    rows->choiceField()->setFocus();
    QTest::keyClicks(rows->choiceField()->lineEdit(), u"constanta cons"_s);
    QCOMPARE(rows->choiceField()->count(), 1);
    QCOMPARE(rows->choiceField()->currentText(), u"constanta cons"_s);
    rows->choiceField()->setCurrentIndex(0);
    QTest::mouseClick(rows->addButton(), Qt::LeftButton);
    QCOMPARE(must(linksOf(m_case->reader(), event.id)).size(), 1);
}

void TestEventInspector::typingIsNotDisturbed()
{
    const Event event = add(u"Drone"_s, u"2026"_s);
    edit(event.id);
    type(u"place"_s, u"Gal"_s);
    Event changed = now(event.id);
    changed.place = u"Elsewhere"_s;
    changed.title = u"Drone over Galați"_s;
    m_case->edit([&](Writer &writer) { return updateEvent(writer, changed); });
    QCOMPARE(child<QLineEdit>(u"place"_s)->text(), u"Gal"_s);
    QCOMPARE(child<QLineEdit>(u"title"_s)->text(), changed.title);
    QTest::keyClicks(child<QLineEdit>(u"place"_s), u"ati"_s);
    QTest::keyClick(child<QLineEdit>(u"place"_s), Qt::Key_Tab);
    QCOMPARE(now(event.id).place, u"Galati"_s);
    QCOMPARE(now(event.id).title, changed.title);
}

QTEST_MAIN(TestEventInspector)
#include "tst_eventinspector.moc"
