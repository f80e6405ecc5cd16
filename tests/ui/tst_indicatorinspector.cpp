#include "app/timeline/event.h"
#include "tests/ui/watchlistfixture.h"
#include "ui/watchlist/eventlinks.h"
#include "ui/watchlist/forecastchart.h"
#include "ui/watchlist/outcomerow.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestIndicatorInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_case = std::make_unique<WatchListFixture>(); }
    void cleanup() { m_case.reset(); }
    void newIndicatorByKeys();
    void draftSaysWhatIsMissing_data();
    void draftSaysWhatIsMissing();
    void draftIsKept();
    void fieldsChangeOneByOne_data();
    void fieldsChangeOneByOne();
    void escapeBringsTheTextBack();
    void dueIsShownBack();
    void outcomesChange();
    void outcomeWithoutNameIsRefused();
    void forecast();
    void events();
    void observations();
    void readOnly();
    void goneWhileEdited();
    void flushTakesWhatIsTyped();

private:
    std::unique_ptr<WatchListFixture> m_case;
};

void TestIndicatorInspector::newIndicatorByKeys()
{
    m_case->open();
    QTest::keyClick(m_case->panel.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_case->part<TextField>(u"title"_s)->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"Posture change"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"Does NATO go beyond words?"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"31 July 2026"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"Forces moved"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"More than words"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto *probability = qobject_cast<QSpinBox *>(QApplication::focusWidget());
    QVERIFY2(probability, qPrintable(QApplication::focusWidget()->objectName()));
    probability->selectAll();
    QTest::keyClicks(probability, u"62"_s);
    QVERIFY(must(indicators(m_case->file.reader())).isEmpty());
    QTest::keyClick(probability, Qt::Key_Return, Qt::ControlModifier);

    const auto all = must(indicators(m_case->file.reader()));
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].title, u"Posture change"_s);
    QCOMPARE(all[0].question, u"Does NATO go beyond words?"_s);
    QCOMPARE(all[0].due, u"2026-07-31"_s);
    QCOMPARE(all[0].threshold, u"Forces moved"_s);
    QCOMPARE(all[0].outcomes.size(), 1);
    QCOMPARE(all[0].outcomes[0].forecasts.at(0).probability, 0.62);
    QCOMPARE(m_case->file.project().undoText(), u"Add indicator “Posture change”"_s);
    QCOMPARE(m_case->selection.current(), Thing::of(all[0].id));
    QVERIFY(m_case->view()->hasFocus());
    QVERIFY(!m_case->inspector()->isVisible());
    must(m_case->file.project().undo());
    QVERIFY(must(indicators(m_case->file.reader())).isEmpty());
    QVERIFY(!m_case->view()->isVisible());
}

void TestIndicatorInspector::draftSaysWhatIsMissing_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QString>("missing");
    QTest::newRow("title") << u""_s << u""_s << QStringList() << u"It needs a title."_s;
    QTest::newRow("spaces are no title") << u"  "_s << u""_s << QStringList() << u"It needs a title."_s;
    QTest::newRow("due") << u"T"_s << u"whenever"_s << QStringList() << u"The due date is not understood."_s;
    QTest::newRow("same labels") << u"T"_s << u""_s << QStringList{u"A"_s, u"A"_s} << u"Two outcomes are called “A”."_s;
    QTest::newRow("nothing") << u"T"_s << u"July 2026"_s << QStringList{u"A"_s, u"B"_s} << u""_s;
}

void TestIndicatorInspector::draftSaysWhatIsMissing()
{
    QFETCH(QString, title);
    QFETCH(QString, due);
    QFETCH(QStringList, labels);
    QFETCH(QString, missing);
    m_case->open();
    m_case->act(u"newIndicator"_s)->trigger();
    m_case->type(m_case->part<TextField>(u"title"_s), title, false);
    m_case->type(m_case->part<QWidget>(u"due"_s)->findChild<TextField *>(), due, false);
    const auto fields = m_case->panel->findChildren<TextField *>(u"outcomeLabel"_s);
    for (qsizetype i = 0; i < labels.size(); ++i)
        m_case->type(fields[i], labels[i], false);
    QCOMPARE(m_case->part<QLabel>(u"missing"_s)->text(), missing);
    QCOMPARE(m_case->part<QPushButton>(u"addIndicatorButton"_s)->isEnabled(), missing.isEmpty());
    QTest::keyClick(m_case->part<TextField>(u"title"_s), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(must(indicators(m_case->file.reader())).size(), missing.isEmpty() ? 1 : 0);
}

void TestIndicatorInspector::draftIsKept()
{
    const Indicator other = m_case->add(watched(u"Other"_s, {}));
    m_case->open();
    m_case->act(u"newIndicator"_s)->trigger();
    auto *title = m_case->part<TextField>(u"title"_s);
    m_case->type(title, u"Half a thought"_s, false);
    QTest::keyClick(title, Qt::Key_Escape);
    QVERIFY(!m_case->inspector()->isVisible());
    m_case->edit(other);
    QCOMPARE(title->text(), u"Other"_s);
    m_case->act(u"newIndicator"_s)->trigger();
    QCOMPARE(title->text(), u"Half a thought"_s);
    QTest::mouseClick(m_case->part<QPushButton>(u"discardButton"_s), Qt::LeftButton);
    QVERIFY(!m_case->inspector()->isVisible());
    m_case->act(u"newIndicator"_s)->trigger();
    QCOMPARE(title->text(), QString());
    QCOMPARE(must(indicators(m_case->file.reader())).size(), 1);
}

void TestIndicatorInspector::fieldsChangeOneByOne_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("what");
    QTest::newRow("title") << u"title"_s << u"Another  title"_s << u"Rename “Posture”"_s;
    QTest::newRow("question") << u"question"_s << u"Why?"_s << u"Change the question of “Posture”"_s;
    QTest::newRow("threshold") << u"threshold"_s << u"Two brigades"_s << u"Change what counts for “Posture”"_s;
    QTest::newRow("note") << u"note"_s << u"A note"_s << u"Change the note of “Posture”"_s;
}

void TestIndicatorInspector::fieldsChangeOneByOne()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->edit(before);
    const auto value = [&] {
        const Indicator now = m_case->stored(before.id);
        return field == u"title" ? now.title : field == u"question" ? now.question : field == u"note" ? now.note : now.threshold;
    };
    const QString old = value();
    auto *text = m_case->part<TextField>(field);
    m_case->type(text, typed);
    QCOMPARE(value(), typed.simplified());
    QTEST(m_case->file.project().undoText(), "what");
    const auto actions = must(m_case->file.project().history()).size();
    m_case->view()->setFocus();
    QCOMPARE(must(m_case->file.project().history()).size(), actions);
    must(m_case->file.project().undo());
    QCOMPARE(value(), old);
    QCOMPARE(text->text(), old);
    m_case->type(text, typed, false);
    m_case->view()->setFocus();
    QCOMPARE(value(), typed.simplified());
}

void TestIndicatorInspector::escapeBringsTheTextBack()
{
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->edit(before);
    auto *title = m_case->part<TextField>(u"title"_s);
    m_case->type(title, u"Wrong"_s, false);
    QTest::keyClick(title, Qt::Key_Escape);
    QCOMPARE(title->text(), u"Posture"_s);
    QVERIFY(m_case->inspector()->isVisible());
    QTest::keyClick(title, Qt::Key_Escape);
    QVERIFY(!m_case->inspector()->isVisible());
    QVERIFY(m_case->view()->hasFocus());
    QCOMPARE(m_case->stored(before.id), before);
}

void TestIndicatorInspector::dueIsShownBack()
{
    const Indicator before = m_case->add(watched(u"Posture"_s, u"2026-07-31"_s));
    m_case->open();
    m_case->edit(before);
    auto *field = m_case->part<QWidget>(u"due"_s)->findChild<TextField *>();
    auto *echo = m_case->part<QLabel>(u"dueEcho"_s);
    QCOMPARE(echo->text(), u"31 Jul 2026 · EDTF 2026-07-31 · 2 mo"_s);
    m_case->type(field, u"June 2026"_s, false);
    QCOMPARE(echo->text(), u"June 2026 · EDTF 2026-06 · 4 wk"_s);
    QCOMPARE(m_case->stored(before.id).due, u"2026-07-31"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_case->stored(before.id).due, u"2026-06"_s);
    QCOMPARE(field->text(), u"2026-06"_s);
    m_case->type(field, u"one of these days"_s);
    QVERIFY(echo->text().startsWith(u'✕'));
    QCOMPARE(m_case->stored(before.id).due, u"2026-06"_s);
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QCOMPARE(echo->text(), u"Open-ended"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_case->stored(before.id).due, QString());
}

void TestIndicatorInspector::outcomesChange()
{
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->edit(before);
    const auto rows = [this] { return m_case->panel->findChildren<OutcomeRow *>(); };
    m_case->type(rows()[0]->labelField(), u"Deeds"_s);
    QCOMPARE(m_case->stored(before.id).outcomes[0].label, u"Deeds"_s);
    QCOMPARE(m_case->stored(before.id).outcomes[0].forecasts, before.outcomes[0].forecasts);
    QCOMPARE(m_case->file.project().undoText(), u"Change outcome “Deeds”"_s);
    m_case->type(rows()[1]->readingField(), u"nothing new"_s);
    QCOMPARE(m_case->stored(before.id).outcomes[1].reading, u"nothing new"_s);

    QTest::mouseClick(m_case->part<QPushButton>(u"addOutcome"_s), Qt::LeftButton);
    QCOMPARE(rows().size(), 3);
    QVERIFY(rows()[2]->labelField()->hasFocus());
    m_case->type(rows()[2]->labelField(), u"Less"_s);
    QCOMPARE(m_case->stored(before.id).outcomes.size(), 3);
    QCOMPARE(rows().size(), 3);
    QCOMPARE(m_case->file.project().undoText(), u"Add outcome “Less”"_s);
    m_case->type(rows()[2]->readingField(), u"a retreat"_s);
    QCOMPARE(m_case->stored(before.id).outcomes[2].reading, u"a retreat"_s);
    QCOMPARE(m_case->stored(before.id).outcomes.size(), 3);

    QTest::mouseClick(rows()[0]->findChild<QToolButton *>(u"removeOutcome"_s), Qt::LeftButton);
    QCOMPARE(m_case->stored(before.id).outcomes.size(), 2);
    QCOMPARE(m_case->file.project().undoText(), u"Remove outcome “Deeds”"_s);
    while (!m_case->file.project().undoText().isEmpty() && m_case->file.project().undoText() != u"Test"_s)
        must(m_case->file.project().undo());
    QCOMPARE(m_case->stored(before.id), before);
    QTRY_COMPARE(rows().size(), 2);
    QCOMPARE(rows()[0]->labelField()->text(), u"More than words"_s);
}

void TestIndicatorInspector::outcomeWithoutNameIsRefused()
{
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->edit(before);
    auto *row = m_case->part<OutcomeRow>();
    m_case->type(row->labelField(), u"Words only"_s);
    QVERIFY(!m_case->panel->notice()->text().isEmpty());
    QCOMPARE(m_case->stored(before.id), before);
    QCOMPARE(row->labelField()->text(), u"Words only"_s);
    QTest::keyClick(row->labelField(), Qt::Key_Escape);
    QCOMPARE(row->labelField()->text(), u"More than words"_s);
}

void TestIndicatorInspector::forecast()
{
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->selection.select(Thing::of(before.id));
    m_case->view()->setFocus();
    QTest::keyClick(m_case->view(), Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
    const auto rows = m_case->panel->findChildren<OutcomeRow *>();
    auto *sum = m_case->part<QLabel>(u"forecastSum"_s);
    QVERIFY(rows[0]->probabilityField()->hasFocus());
    QVERIFY(!m_case->part<QPushButton>(u"addForecastButton"_s)->isVisible());
    QTest::keyClicks(rows[0]->probabilityField(), u"70"_s);
    QCOMPARE(sum->text().replace(u'\u202f', u' '), u"▲ Sum 108 %: 8 % too much"_s);
    QTest::keyClick(rows[1]->probabilityField(), Qt::Key_Down);
    rows[1]->probabilityField()->setFocus();
    rows[1]->probabilityField()->selectAll();
    QTest::keyClicks(rows[1]->probabilityField(), u"20"_s);
    QCOMPARE(sum->text().replace(u'\u202f', u' '), u"▲ Sum 90 %: 10 % missing"_s);
    rows[1]->probabilityField()->selectAll();
    QTest::keyClicks(rows[1]->probabilityField(), u"30"_s);
    QCOMPARE(sum->text().replace(u'\u202f', u' '), u"Sum 100 %"_s);
    QCOMPARE(m_case->stored(before.id), before);
    m_case->type(m_case->part<TextField>(u"forecastNote"_s), u"Troops moved"_s, false);
    QTest::mouseClick(m_case->part<QPushButton>(u"addForecastButton"_s), Qt::LeftButton);
    const Indicator now = m_case->stored(before.id);
    QCOMPARE(now.outcomes[0].forecasts.size(), 3);
    QCOMPARE(now.outcomes[0].forecasts[2].probability, 0.7);
    QCOMPARE(now.outcomes[0].forecasts[2].note, u"Troops moved"_s);
    QCOMPARE(now.outcomes[1].forecasts[2].probability, 0.3);
    QCOMPARE(now.outcomes[0].forecasts[2].at, now.outcomes[1].forecasts[2].at);
    QVERIFY(m_case->part<ForecastChart>()->isVisible());
    QVERIFY(!m_case->part<QPushButton>(u"addForecastButton"_s)->isVisible());
    must(m_case->file.project().undo());
    QCOMPARE(m_case->stored(before.id), before);
    QCOMPARE(rows[0]->probabilityField()->value(), 62);
}

void TestIndicatorInspector::events()
{
    Event event;
    event.title = u"Strike on Galați"_s;
    event.date = u"2026-05-29"_s;
    m_case->file.edit([&](Writer &writer) { return addEvent(writer, event); });
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->edit(before);
    auto *field = m_case->part<QLineEdit>(u"addEvent"_s);
    field->setFocus();
    QTest::keyClicks(field, u"STRIKE"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_case->stored(before.id).events, QList{event.id});
    QCOMPARE(m_case->file.project().undoText(), u"Link “Strike on Galați” to the indicator"_s);
    QCOMPARE(field->text(), QString());
    auto *links = m_case->part<EventLinks>();
    auto *label = links->findChild<QLabel *>();
    QVERIFY(label);
    Q_EMIT label->linkActivated(u"#"_s);
    QCOMPARE(m_case->selection.current(), Thing::of(event.id));
    QVERIFY(m_case->inspector()->isVisible());
    QTest::mouseClick(links->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(m_case->stored(before.id), before);
}

void TestIndicatorInspector::observations()
{
    Event event;
    event.title = u"Convoy seen"_s;
    m_case->file.edit([&](Writer &writer) { return addEvent(writer, event); });
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->selection.select(Thing::of(before.id));
    m_case->view()->setFocus();
    QTest::keyClick(m_case->view(), Qt::Key_O, Qt::ControlModifier | Qt::AltModifier);
    auto *note = m_case->part<TextField>(u"observationNote"_s);
    auto *button = m_case->part<QPushButton>(u"addObservationButton"_s);
    QVERIFY(note->hasFocus());
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(note, u"Two batteries move east"_s);
    QVERIFY(button->isEnabled());
    auto *when = m_case->part<TextField>(u"observationWhen"_s);
    m_case->type(when, u"some day"_s, false);
    QVERIFY(!button->isEnabled());
    m_case->type(when, u"29 May 2026 14:45 UTC"_s, false);
    auto *thing = m_case->part<QLineEdit>(u"observationThing"_s);
    thing->setFocus();
    QTest::keyClicks(thing, u"convoy"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    const auto list = must(redoubt::observations(m_case->file.reader(), before.id));
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0].note, u"Two batteries move east"_s);
    QCOMPARE(list[0].at, QDateTime(QDate(2026, 5, 29), QTime(14, 45), QTimeZone::UTC));
    QCOMPARE(list[0].event, event.id);
    QCOMPARE(note->text(), QString());
    QCOMPARE(m_case->file.project().undoText(), u"Add an observation to “Posture”"_s);
    must(m_case->file.project().undo());
    QVERIFY(must(redoubt::observations(m_case->file.reader(), before.id)).isEmpty());
}

void TestIndicatorInspector::readOnly()
{
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->file.reopen(Project::Mode::ReadOnly);
    m_case->open();
    m_case->selection.select(Thing::of(before.id));
    m_case->view()->setFocus();
    QTest::keyClick(m_case->view(), Qt::Key_Delete);
    QVERIFY(!m_case->panel->notice()->text().isEmpty());
    m_case->panel->notice()->close();
    m_case->edit(before);
    m_case->type(m_case->part<TextField>(u"title"_s), u"Changed"_s);
    QVERIFY(!m_case->panel->notice()->text().isEmpty());
    QVERIFY(!m_case->panel->flush());
    QCOMPARE(m_case->stored(before.id), before);
}

void TestIndicatorInspector::goneWhileEdited()
{
    m_case->add(watched(u"Stays"_s, {}));
    const Indicator gone = m_case->add(watched(u"Goes"_s, {}));
    m_case->open();
    m_case->edit(gone);
    must(m_case->file.project().undo());
    QVERIFY(!m_case->inspector()->isVisible());
    QCOMPARE(m_case->titles(), QStringList{u"Stays"_s});
}

void TestIndicatorInspector::flushTakesWhatIsTyped()
{
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->edit(before);
    m_case->type(m_case->part<TextField>(u"title"_s), u"Typed"_s, false);
    QCOMPARE(m_case->stored(before.id).title, u"Posture"_s);
    QVERIFY(m_case->panel->flush());
    QCOMPARE(m_case->stored(before.id).title, u"Typed"_s);
}

QTEST_MAIN(TestIndicatorInspector)
#include "tst_indicatorinspector.moc"
