#include "app/commands/sample.h"
#include "app/sources/evidence.h"
#include "app/sources/source.h"
#include "app/timeline/event.h"
#include "app/watchlist/score.h"
#include "tests/support/temporaryproject.h"
#include "ui/look/look.h"
#include "ui/watchlist/calibrationfoot.h"
#include "ui/watchlist/eventlinks.h"
#include "ui/watchlist/forecastchart.h"
#include "ui/watchlist/indicatorinspector.h"
#include "ui/watchlist/outcomerow.h"
#include "ui/watchlist/textfield.h"
#include "ui/watchlist/watchlistdelegate.h"
#include "ui/watchlist/watchlistmodel.h"
#include "ui/watchlist/watchlistpanel.h"
#include "ui/watchlist/watchlistview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 6, 1);

QDateTime day(int number)
{
    return QDate(2026, 5, number).startOfDay(QTimeZone::UTC);
}

Indicator watched(const QString &title, const QString &due)
{
    Indicator indicator;
    indicator.title = title;
    indicator.due = due;
    indicator.outcomes = {{{}, u"More than words"_s, u"deterrence renewed"_s, false, {{{}, day(1), 0.5, {}}, {{}, day(20), 0.62, {}}}},
        {{}, u"Words only"_s, u"the line creeps"_s, false, {{{}, day(1), 0.5, {}}, {{}, day(20), 0.38, {}}}}};
    return indicator;
}

} // namespace

class TestWatchListPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void modelOrder();
    void modelFilter_data();
    void modelFilter();
    void modelFollowsWithoutReset();
    void modelSpeaks();
    void emptyProject();
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
    void resolveByKeys();
    void resolveByMouse();
    void resolveCancelled();
    void reopen();
    void deleteAndUndo();
    void selectionBothWays();
    void sourceMarksIndicators();
    void events();
    void observations();
    void filterAndEscape();
    void foldLine();
    void calibration();
    void readOnly();
    void goneWhileEdited();
    void flushTakesWhatIsTyped();
    void lowPanel();
    void pictures_data();
    void pictures();

private:
    void open();
    Indicator add(Indicator indicator);
    Indicator stored(Id<Indicator> id) { return must(indicator(m_file->reader(), id)).value(); }
    QStringList titles();
    template<class Widget>
    Widget *part(const QString &name = {}) { return m_panel->findChild<Widget *>(name); }
    QAction *act(const QString &name) { return m_panel->findChild<QAction *>(name); }
    WatchListView *view() { return part<WatchListView>(); }
    IndicatorInspector *inspector() { return part<IndicatorInspector>(); }

    void type(TextField *field, const QString &text, bool commit = true);
    void edit(const Indicator &indicator);
    int currentRow() { return view()->currentIndex().row(); }

    std::unique_ptr<TemporaryProject> m_file;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<WatchListPanel> m_panel;
};

void TestWatchListPanel::init()
{
    QLocale::setDefault(QLocale(u"en_GB"_s));
    m_file = std::make_unique<TemporaryProject>();
    m_selection = std::make_unique<Selection>();
}

void TestWatchListPanel::cleanup()
{
    m_panel.reset();
    m_selection.reset();
    m_file.reset();
}

void TestWatchListPanel::open()
{
    m_panel = std::make_unique<WatchListPanel>(m_file->project(), *m_selection);
    m_panel->setToday(today);
    m_panel->resize(360, 820);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

Indicator TestWatchListPanel::add(Indicator indicator)
{
    m_file->edit([&](Writer &writer) { return addIndicator(writer, indicator); });
    return indicator;
}

QStringList TestWatchListPanel::titles()
{
    QStringList list;
    for (int row = 0; row < view()->model()->rowCount(); ++row)
        list.append(view()->model()->index(row, 0).data().toString());
    return list;
}

void TestWatchListPanel::type(TextField *field, const QString &text, bool commit)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    if (commit)
        QTest::keyClick(field, Qt::Key_Return);
}

void TestWatchListPanel::edit(const Indicator &indicator)
{
    m_selection->select(Thing::of(indicator.id));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(inspector()->isVisible());
    QCOMPARE(inspector()->current(), indicator.id);
}

void TestWatchListPanel::modelOrder()
{
    add(watched(u"open-ended"_s, {}));
    add(watched(u"in July"_s, u"2026-07"_s));
    add(watched(u"overdue"_s, u"2026-05-30"_s));
    const Indicator done = add(watched(u"done"_s, u"2026-01-01"_s));
    m_file->edit([&](Writer &writer) { return resolve(writer, done.id, {}, day(9)); });
    WatchListModel model(m_file->project());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setToday(today);
    QVERIFY(model.reload());
    const auto dump = [&model] {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(model.index(row).data().toString());
        return rows.join(u", "_s);
    };
    QCOMPARE(dump(), u"overdue, in July, open-ended, 1 resolved"_s);
    QCOMPARE(model.overdue(), 1);
    QCOMPARE(model.passing(), 4);
    model.setResolvedShown(true);
    QCOMPARE(dump(), u"overdue, in July, open-ended, 1 resolved, done"_s);
    m_file->edit([&](Writer &writer) { return redoubt::reopen(writer, done.id); });
    QCOMPARE(dump(), u"done, overdue, in July, open-ended"_s);
    must(m_file->project().undo());
    QCOMPARE(dump(), u"overdue, in July, open-ended, 1 resolved, done"_s);
    model.setResolvedShown(false);
    QCOMPARE(dump(), u"overdue, in July, open-ended, 1 resolved"_s);
    model.setToday(QDate(2026, 8, 1));
    QCOMPARE(model.overdue(), 2);
}

void TestWatchListPanel::modelFilter_data()
{
    using Due = WatchFilter::Due;
    using Status = WatchFilter::Status;
    QTest::addColumn<WatchFilter>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, Due due, Status status, const QString &expected) {
        QTest::newRow(name) << WatchFilter{text, due, status} << expected;
    };
    row("all", {}, Due::Any, Status::Any, u"overdue, soon, July, open-ended, 1 resolved"_s);
    row("word of the title", u"OVER"_s, Due::Any, Status::Any, u"overdue"_s);
    row("word of a reading", u"creeps"_s, Due::Any, Status::Open, u"overdue, soon, July, open-ended"_s);
    row("all words have to be there", u"july words"_s, Due::Any, Status::Any, u"July"_s);
    row("nothing", u"xyz"_s, Due::Any, Status::Any, u""_s);
    row("overdue", {}, Due::Overdue, Status::Any, u"overdue"_s);
    row("week", {}, Due::Week, Status::Any, u"soon"_s);
    row("month", {}, Due::Month, Status::Any, u"soon"_s);
    row("open-ended", {}, Due::OpenEnded, Status::Any, u"open-ended"_s);
    row("open", {}, Due::Any, Status::Open, u"overdue, soon, July, open-ended"_s);
    row("resolved are not folded when asked for", {}, Due::Any, Status::Resolved, u"done"_s);
}

void TestWatchListPanel::modelFilter()
{
    add(watched(u"open-ended"_s, {}));
    add(watched(u"July"_s, u"2026-07"_s));
    add(watched(u"soon"_s, u"2026-06-08"_s));
    add(watched(u"overdue"_s, u"2026-05-31"_s));
    Indicator done = watched(u"done"_s, u"2026-05-31"_s);
    done.resolvedAt = day(9);
    done.outcomes[1].reading.clear();
    add(done);
    WatchListModel model(m_file->project());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setToday(today);
    QVERIFY(model.reload());
    QFETCH(WatchFilter, filter);
    model.setFilter(filter);
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row).data().toString());
    QTEST(rows.join(u", "_s), "expected");
}

void TestWatchListPanel::modelFollowsWithoutReset()
{
    Indicator first = add(watched(u"first"_s, u"2026-06-10"_s));
    add(watched(u"second"_s, u"2026-06-20"_s));
    WatchListModel model(m_file->project());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.reload());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy altered(&model, &QAbstractItemModel::dataChanged);
    first.title = u"renamed"_s;
    m_file->edit([&](Writer &writer) { return updateIndicator(writer, first); });
    QCOMPARE(altered.size(), 1);
    QCOMPARE(altered.first().first().toModelIndex(), model.index(0));
    QCOMPARE(model.index(0).data().toString(), u"renamed"_s);
    first.due = u"2026-06-30"_s;
    m_file->edit([&](Writer &writer) { return updateIndicator(writer, first); });
    QCOMPARE(moved.size(), 1);
    QCOMPARE(model.index(1).data().toString(), u"renamed"_s);
    Event event;
    event.title = u"Elsewhere"_s;
    altered.clear();
    m_file->edit([&](Writer &writer) { return addEvent(writer, event); });
    QCOMPARE(altered.size(), 0);
    QCOMPARE(reset.size(), 0);
}

void TestWatchListPanel::modelSpeaks()
{
    const Indicator indicator = add(watched(u"Posture"_s, u"2026-07-31"_s));
    WatchListModel model(m_file->project());
    model.setToday(today);
    QVERIFY(model.reload());
    const auto said = [&](int role) { return model.indexOf(indicator.id).data(role).toString().replace(u'\u202f', u' '); };
    QCOMPARE(said(Qt::AccessibleTextRole),
        u"Posture. due 31 Jul 2026, 2 mo. More than words: likely 55–80 %, 62 %. "
         "More than words, 62 % → deterrence renewed. Words only, 38 % → the line creeps"_s);
    QCOMPARE(said(Qt::ToolTipRole), u"Posture\ndue 31 Jul 2026\nMore than words, 62 % → deterrence renewed\n"
                                     "Words only, 38 % → the line creeps"_s);
    model.setResolvedShown(true);
    m_file->edit([&](Writer &writer) { return resolve(writer, indicator.id, indicator.outcomes[1].id, day(30)); });
    QCOMPARE(said(Qt::AccessibleTextRole), u"Posture. resolved on 30 May 2026: Words only"_s);
    QCOMPARE(model.indexOf(indicator.id).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
}

void TestWatchListPanel::emptyProject()
{
    open();
    QVERIFY(!view()->isVisible());
    const auto buttons = m_panel->findChildren<QPushButton *>();
    const auto first = std::ranges::find_if(buttons, [](QPushButton *button) { return button->isVisible(); });
    QVERIFY(first != buttons.end());
    QTest::mouseClick(*first, Qt::LeftButton);
    QVERIFY(inspector()->isVisible());
    QVERIFY(inspector()->isDraft());
    QVERIFY(!act(u"deleteIndicator"_s)->isEnabled());
}

void TestWatchListPanel::newIndicatorByKeys()
{
    open();
    QTest::keyClick(m_panel.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(part<TextField>(u"title"_s)->hasFocus());
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
    QVERIFY(must(indicators(m_file->reader())).isEmpty());
    QTest::keyClick(probability, Qt::Key_Return, Qt::ControlModifier);

    const auto all = must(indicators(m_file->reader()));
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].title, u"Posture change"_s);
    QCOMPARE(all[0].question, u"Does NATO go beyond words?"_s);
    QCOMPARE(all[0].due, u"2026-07-31"_s);
    QCOMPARE(all[0].threshold, u"Forces moved"_s);
    QCOMPARE(all[0].outcomes.size(), 1);
    QCOMPARE(all[0].outcomes[0].forecasts.at(0).probability, 0.62);
    QCOMPARE(m_file->project().undoText(), u"Add indicator “Posture change”"_s);
    QCOMPARE(m_selection->current(), Thing::of(all[0].id));
    QVERIFY(view()->hasFocus());
    QVERIFY(!inspector()->isVisible());
    must(m_file->project().undo());
    QVERIFY(must(indicators(m_file->reader())).isEmpty());
    QVERIFY(!view()->isVisible());
}

void TestWatchListPanel::draftSaysWhatIsMissing_data()
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

void TestWatchListPanel::draftSaysWhatIsMissing()
{
    QFETCH(QString, title);
    QFETCH(QString, due);
    QFETCH(QStringList, labels);
    QFETCH(QString, missing);
    open();
    act(u"newIndicator"_s)->trigger();
    type(part<TextField>(u"title"_s), title, false);
    type(part<QWidget>(u"due"_s)->findChild<TextField *>(), due, false);
    const auto fields = m_panel->findChildren<TextField *>(u"outcomeLabel"_s);
    for (qsizetype i = 0; i < labels.size(); ++i)
        type(fields[i], labels[i], false);
    QCOMPARE(part<QLabel>(u"missing"_s)->text(), missing);
    QCOMPARE(part<QPushButton>(u"addIndicatorButton"_s)->isEnabled(), missing.isEmpty());
    QTest::keyClick(part<TextField>(u"title"_s), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(must(indicators(m_file->reader())).size(), missing.isEmpty() ? 1 : 0);
}

void TestWatchListPanel::draftIsKept()
{
    const Indicator other = add(watched(u"Other"_s, {}));
    open();
    act(u"newIndicator"_s)->trigger();
    auto *title = part<TextField>(u"title"_s);
    type(title, u"Half a thought"_s, false);
    QTest::keyClick(title, Qt::Key_Escape);
    QVERIFY(!inspector()->isVisible());
    edit(other);
    QCOMPARE(title->text(), u"Other"_s);
    act(u"newIndicator"_s)->trigger();
    QCOMPARE(title->text(), u"Half a thought"_s);
    QTest::mouseClick(part<QPushButton>(u"discardButton"_s), Qt::LeftButton);
    QVERIFY(!inspector()->isVisible());
    act(u"newIndicator"_s)->trigger();
    QCOMPARE(title->text(), QString());
    QCOMPARE(must(indicators(m_file->reader())).size(), 1);
}

void TestWatchListPanel::fieldsChangeOneByOne_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("what");
    QTest::newRow("title") << u"title"_s << u"Another  title"_s << u"Rename “Posture”"_s;
    QTest::newRow("question") << u"question"_s << u"Why?"_s << u"Change the question of “Posture”"_s;
    QTest::newRow("threshold") << u"threshold"_s << u"Two brigades"_s << u"Change what counts for “Posture”"_s;
    QTest::newRow("note") << u"note"_s << u"A note"_s << u"Change the note of “Posture”"_s;
}

void TestWatchListPanel::fieldsChangeOneByOne()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    edit(before);
    const auto value = [&] {
        const Indicator now = stored(before.id);
        return field == u"title" ? now.title : field == u"question" ? now.question : field == u"note" ? now.note : now.threshold;
    };
    const QString old = value();
    auto *text = part<TextField>(field);
    type(text, typed);
    QCOMPARE(value(), typed.simplified());
    QTEST(m_file->project().undoText(), "what");
    const auto actions = must(m_file->project().history()).size();
    view()->setFocus();
    QCOMPARE(must(m_file->project().history()).size(), actions);
    must(m_file->project().undo());
    QCOMPARE(value(), old);
    QCOMPARE(text->text(), old);
    type(text, typed, false);
    view()->setFocus();
    QCOMPARE(value(), typed.simplified());
}

void TestWatchListPanel::escapeBringsTheTextBack()
{
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    edit(before);
    auto *title = part<TextField>(u"title"_s);
    type(title, u"Wrong"_s, false);
    QTest::keyClick(title, Qt::Key_Escape);
    QCOMPARE(title->text(), u"Posture"_s);
    QVERIFY(inspector()->isVisible());
    QTest::keyClick(title, Qt::Key_Escape);
    QVERIFY(!inspector()->isVisible());
    QVERIFY(view()->hasFocus());
    QCOMPARE(stored(before.id), before);
}

void TestWatchListPanel::dueIsShownBack()
{
    const Indicator before = add(watched(u"Posture"_s, u"2026-07-31"_s));
    open();
    edit(before);
    auto *field = part<QWidget>(u"due"_s)->findChild<TextField *>();
    auto *echo = part<QLabel>(u"dueEcho"_s);
    QCOMPARE(echo->text(), u"31 Jul 2026 · EDTF 2026-07-31 · 2 mo"_s);
    type(field, u"June 2026"_s, false);
    QCOMPARE(echo->text(), u"June 2026 · EDTF 2026-06 · 4 wk"_s);
    QCOMPARE(stored(before.id).due, u"2026-07-31"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(stored(before.id).due, u"2026-06"_s);
    QCOMPARE(field->text(), u"2026-06"_s);
    type(field, u"one of these days"_s);
    QVERIFY(echo->text().startsWith(u'✕'));
    QCOMPARE(stored(before.id).due, u"2026-06"_s);
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QCOMPARE(echo->text(), u"Open-ended"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(stored(before.id).due, QString());
}

void TestWatchListPanel::outcomesChange()
{
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    edit(before);
    const auto rows = [this] { return m_panel->findChildren<OutcomeRow *>(); };
    type(rows()[0]->labelField(), u"Deeds"_s);
    QCOMPARE(stored(before.id).outcomes[0].label, u"Deeds"_s);
    QCOMPARE(stored(before.id).outcomes[0].forecasts, before.outcomes[0].forecasts);
    QCOMPARE(m_file->project().undoText(), u"Change outcome “Deeds”"_s);
    type(rows()[1]->readingField(), u"nothing new"_s);
    QCOMPARE(stored(before.id).outcomes[1].reading, u"nothing new"_s);

    QTest::mouseClick(part<QPushButton>(u"addOutcome"_s), Qt::LeftButton);
    QCOMPARE(rows().size(), 3);
    QVERIFY(rows()[2]->labelField()->hasFocus());
    type(rows()[2]->labelField(), u"Less"_s);
    QCOMPARE(stored(before.id).outcomes.size(), 3);
    QCOMPARE(rows().size(), 3);
    QCOMPARE(m_file->project().undoText(), u"Add outcome “Less”"_s);
    type(rows()[2]->readingField(), u"a retreat"_s);
    QCOMPARE(stored(before.id).outcomes[2].reading, u"a retreat"_s);
    QCOMPARE(stored(before.id).outcomes.size(), 3);

    QTest::mouseClick(rows()[0]->findChild<QToolButton *>(u"removeOutcome"_s), Qt::LeftButton);
    QCOMPARE(stored(before.id).outcomes.size(), 2);
    QCOMPARE(m_file->project().undoText(), u"Remove outcome “Deeds”"_s);
    while (!m_file->project().undoText().isEmpty() && m_file->project().undoText() != u"Test"_s)
        must(m_file->project().undo());
    QCOMPARE(stored(before.id), before);
    QTRY_COMPARE(rows().size(), 2);
    QCOMPARE(rows()[0]->labelField()->text(), u"More than words"_s);
}

void TestWatchListPanel::outcomeWithoutNameIsRefused()
{
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    edit(before);
    auto *row = part<OutcomeRow>();
    type(row->labelField(), u"Words only"_s);
    QVERIFY(!m_panel->notice()->text().isEmpty());
    QCOMPARE(stored(before.id), before);
    QCOMPARE(row->labelField()->text(), u"Words only"_s);
    QTest::keyClick(row->labelField(), Qt::Key_Escape);
    QCOMPARE(row->labelField()->text(), u"More than words"_s);
}

void TestWatchListPanel::forecast()
{
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    m_selection->select(Thing::of(before.id));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
    const auto rows = m_panel->findChildren<OutcomeRow *>();
    auto *sum = part<QLabel>(u"forecastSum"_s);
    QVERIFY(rows[0]->probabilityField()->hasFocus());
    QVERIFY(!part<QPushButton>(u"addForecastButton"_s)->isVisible());
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
    QCOMPARE(stored(before.id), before);
    type(part<TextField>(u"forecastNote"_s), u"Troops moved"_s, false);
    QTest::mouseClick(part<QPushButton>(u"addForecastButton"_s), Qt::LeftButton);
    const Indicator now = stored(before.id);
    QCOMPARE(now.outcomes[0].forecasts.size(), 3);
    QCOMPARE(now.outcomes[0].forecasts[2].probability, 0.7);
    QCOMPARE(now.outcomes[0].forecasts[2].note, u"Troops moved"_s);
    QCOMPARE(now.outcomes[1].forecasts[2].probability, 0.3);
    QCOMPARE(now.outcomes[0].forecasts[2].at, now.outcomes[1].forecasts[2].at);
    QVERIFY(part<ForecastChart>()->isVisible());
    QVERIFY(!part<QPushButton>(u"addForecastButton"_s)->isVisible());
    must(m_file->project().undo());
    QCOMPARE(stored(before.id), before);
    QCOMPARE(rows[0]->probabilityField()->value(), 62);
}

void TestWatchListPanel::resolveByKeys()
{
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    m_selection->select(Thing::of(before.id));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Space);
    auto *first = part<QPushButton>(u"choice1"_s);
    QVERIFY(first);
    QTRY_VERIFY(first->hasFocus());
    QTest::keyClick(first, Qt::Key_Down);
    QVERIFY(part<QPushButton>(u"choice2"_s)->hasFocus());
    QTest::keyClick(part<QPushButton>(u"choice2"_s), Qt::Key_Return);
    QTRY_VERIFY(stored(before.id).isResolved());
    QVERIFY(!stored(before.id).outcomes[0].occurred);
    QVERIFY(stored(before.id).outcomes[1].occurred);
    QCOMPARE(m_file->project().undoText(), u"Resolve indicator “Posture”"_s);
    QCOMPARE(titles(), QStringList{u"1 resolved"_s});
    QCOMPARE(m_panel->notice()->text(), u"Resolved “Posture”."_s);
    must(m_file->project().undo());
    QCOMPARE(stored(before.id), before);
    QCOMPARE(titles(), QStringList{u"Posture"_s});
}

void TestWatchListPanel::resolveByMouse()
{
    add(watched(u"Before"_s, u"2026-06-02"_s));
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    const QRect card = view()->visualRect(view()->model()->index(1, 0));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, WatchListDelegate::checkArea(card).center());
    QCOMPARE(m_selection->current(), Thing::of(before.id));
    auto *none = part<QPushButton>(u"choice3"_s);
    QVERIFY(none);
    QVERIFY(view()->viewport()->rect().contains(none->parentWidget()->geometry()));
    QTest::mouseClick(none, Qt::LeftButton);
    QTRY_VERIFY(stored(before.id).isResolved());
    QVERIFY(!stored(before.id).outcomes[0].occurred && !stored(before.id).outcomes[1].occurred);
}

void TestWatchListPanel::resolveCancelled()
{
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    m_selection->select(Thing::of(before.id));
    view()->setFocus();
    const int height = view()->visualRect(view()->currentIndex()).height();
    QTest::keyClick(view(), Qt::Key_Space);
    QTRY_VERIFY(part<QPushButton>(u"choice1"_s)->hasFocus());
    QVERIFY(view()->visualRect(view()->currentIndex()).height() > height);
    QTest::keyClick(part<QPushButton>(u"choice1"_s), Qt::Key_Escape);
    QTRY_VERIFY(!part<QPushButton>(u"choice1"_s));
    QTRY_COMPARE(view()->visualRect(view()->currentIndex()).height(), height);
    QVERIFY(view()->hasFocus());
    QTest::keyClick(view(), Qt::Key_Space);
    QTRY_VERIFY(part<QPushButton>(u"choice1"_s)->hasFocus());
    m_panel->filterField()->setFocus();
    QTRY_VERIFY(!part<QPushButton>(u"choice1"_s));
    QVERIFY(m_panel->filterField()->hasFocus());
    QCOMPARE(stored(before.id), before);
}

void TestWatchListPanel::reopen()
{
    const Indicator before = add(watched(u"Posture"_s, {}));
    m_file->edit([&](Writer &writer) { return resolve(writer, before.id, before.outcomes[0].id, day(30)); });
    open();
    qobject_cast<WatchListModel *>(view()->model())->setResolvedShown(true);
    m_selection->select(Thing::of(before.id));
    view()->setFocus();
    QVERIFY(!act(u"resolveIndicator"_s)->isEnabled());
    QVERIFY(act(u"reopenIndicator"_s)->isEnabled());
    QTest::keyClick(view(), Qt::Key_Space);
    QCOMPARE(stored(before.id), before);
    QVERIFY(act(u"resolveIndicator"_s)->isEnabled());
}

void TestWatchListPanel::deleteAndUndo()
{
    const Indicator first = add(watched(u"First"_s, u"2026-06-02"_s));
    const Indicator second = add(watched(u"Second"_s, u"2026-06-03"_s));
    open();
    m_selection->select(Thing::of(first.id));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Delete);
    QCOMPARE(must(indicators(m_file->reader())), QList{second});
    QCOMPARE(m_selection->current(), Thing::of(second.id));
    QCOMPARE(m_panel->notice()->text(), u"Deleted “First”."_s);
    const auto buttons = m_panel->notice()->findChildren<QToolButton *>();
    const auto undo = std::ranges::find(buttons, u"Undo"_s, &QToolButton::text);
    QVERIFY(undo != buttons.end());
    QTest::mouseClick(*undo, Qt::LeftButton);
    QCOMPARE(stored(first.id), first);
    QCOMPARE(titles(), (QStringList{u"First"_s, u"Second"_s}));
}

void TestWatchListPanel::selectionBothWays()
{
    Event event;
    event.title = u"Strike"_s;
    m_file->edit([&](Writer &writer) { return addEvent(writer, event); });
    const Indicator first = add(watched(u"First"_s, u"2026-06-02"_s));
    Indicator linked = watched(u"Linked"_s, u"2026-06-03"_s);
    linked.events = {event.id};
    linked = add(linked);
    open();
    const auto related = [this](int row) { return view()->model()->index(row, 0).data(WatchListModel::RelatedRole).toBool(); };
    m_panel->filterField()->setFocus();
    m_selection->select(Thing::of(event.id));
    QVERIFY(!related(0));
    QVERIFY(related(1));
    QVERIFY(!act(u"editIndicator"_s)->isEnabled());
    m_selection->select(Thing::of(linked.id));
    QCOMPARE(currentRow(), 1);
    QVERIFY(view()->selectionModel()->isSelected(view()->currentIndex()));
    QVERIFY(!related(1));
    QVERIFY(m_panel->filterField()->hasFocus());
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Up);
    QCOMPARE(m_selection->current(), Thing::of(first.id));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(view()->model()->index(1, 0)).center());
    QCOMPARE(m_selection->current(), Thing::of(linked.id));
    m_selection->back();
    QCOMPARE(currentRow(), 0);
}

void TestWatchListPanel::sourceMarksIndicators()
{
    Event event;
    event.title = u"Strike"_s;
    Source source;
    source.title = u"Wire"_s;
    Source other;
    other.title = u"Post"_s;
    m_file->edit([&](Writer &writer) { return addEvent(writer, event); });
    m_file->edit([&](Writer &writer) { return addSource(writer, source); });
    m_file->edit([&](Writer &writer) { return addSource(writer, other); });
    Evidence evidence{{}, event.id, source.id, Stance::Corroborates, {}};
    m_file->edit([&](Writer &writer) { return addEvidence(writer, evidence); });
    Indicator byEvent = watched(u"By event"_s, u"2026-06-02"_s);
    byEvent.events = {event.id};
    add(byEvent);
    const Indicator bySeen = add(watched(u"By observation"_s, u"2026-06-03"_s));
    Observation observation{{}, bySeen.id, day(2), u"Seen"_s, {}, other.id};
    m_file->edit([&](Writer &writer) { return addObservation(writer, observation); });
    open();
    const auto marked = [this] {
        QStringList list;
        for (int row = 0; row < view()->model()->rowCount(); ++row) {
            if (view()->model()->index(row, 0).data(WatchListModel::RelatedRole).toBool())
                list.append(view()->model()->index(row, 0).data().toString());
        }
        return list;
    };
    m_selection->select(Thing::of(source.id));
    QCOMPARE(marked(), QStringList{u"By event"_s});
    m_selection->select(Thing::of(other.id));
    QCOMPARE(marked(), QStringList{u"By observation"_s});
}

void TestWatchListPanel::events()
{
    Event event;
    event.title = u"Strike on Galați"_s;
    event.date = u"2026-05-29"_s;
    m_file->edit([&](Writer &writer) { return addEvent(writer, event); });
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    edit(before);
    auto *field = part<QLineEdit>(u"addEvent"_s);
    field->setFocus();
    QTest::keyClicks(field, u"STRIKE"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(stored(before.id).events, QList{event.id});
    QCOMPARE(m_file->project().undoText(), u"Link “Strike on Galați” to the indicator"_s);
    QCOMPARE(field->text(), QString());
    auto *links = part<EventLinks>();
    auto *label = links->findChild<QLabel *>();
    QVERIFY(label);
    Q_EMIT label->linkActivated(u"#"_s);
    QCOMPARE(m_selection->current(), Thing::of(event.id));
    QVERIFY(inspector()->isVisible());
    QTest::mouseClick(links->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(stored(before.id), before);
}

void TestWatchListPanel::observations()
{
    Event event;
    event.title = u"Convoy seen"_s;
    m_file->edit([&](Writer &writer) { return addEvent(writer, event); });
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    m_selection->select(Thing::of(before.id));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_O, Qt::ControlModifier | Qt::AltModifier);
    auto *note = part<TextField>(u"observationNote"_s);
    auto *button = part<QPushButton>(u"addObservationButton"_s);
    QVERIFY(note->hasFocus());
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(note, u"Two batteries move east"_s);
    QVERIFY(button->isEnabled());
    auto *when = part<TextField>(u"observationWhen"_s);
    type(when, u"some day"_s, false);
    QVERIFY(!button->isEnabled());
    type(when, u"29 May 2026 14:45 UTC"_s, false);
    auto *thing = part<QLineEdit>(u"observationThing"_s);
    thing->setFocus();
    QTest::keyClicks(thing, u"convoy"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    const auto list = must(redoubt::observations(m_file->reader(), before.id));
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0].note, u"Two batteries move east"_s);
    QCOMPARE(list[0].at, QDateTime(QDate(2026, 5, 29), QTime(14, 45), QTimeZone::UTC));
    QCOMPARE(list[0].event, event.id);
    QCOMPARE(note->text(), QString());
    QCOMPARE(m_file->project().undoText(), u"Add an observation to “Posture”"_s);
    must(m_file->project().undo());
    QVERIFY(must(redoubt::observations(m_file->reader(), before.id)).isEmpty());
}

void TestWatchListPanel::filterAndEscape()
{
    add(watched(u"Posture"_s, u"2026-06-02"_s));
    add(watched(u"Severance"_s, u"2026-05-02"_s));
    open();
    QTest::keyClick(m_panel.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_panel->filterField()->hasFocus());
    QTest::keyClicks(m_panel->filterField(), u"sever"_s);
    QCOMPARE(titles(), QStringList{u"Severance"_s});
    QTest::keyClicks(m_panel->filterField(), u"xx"_s);
    QVERIFY(!view()->isVisible());
    QTest::keyClick(m_panel->filterField(), Qt::Key_Escape);
    QCOMPARE(titles(), (QStringList{u"Severance"_s, u"Posture"_s}));
    QVERIFY(view()->isVisible());
    const auto actions = part<QToolButton>(u"watchFilter"_s)->menu()->actions();
    const auto overdue = std::ranges::find(actions, u"Overdue"_s, &QAction::text);
    (*overdue)->trigger();
    QCOMPARE(titles(), QStringList{u"Severance"_s});
    QVERIFY(part<QToolButton>(u"watchFilter"_s)->isChecked());
    act(u"clearWatchFilter"_s)->trigger();
    QCOMPARE(titles().size(), 2);
    QCOMPARE(m_panel->statusText(), u"1 overdue"_s);
}

void TestWatchListPanel::foldLine()
{
    const Indicator done = add(watched(u"Done"_s, {}));
    m_file->edit([&](Writer &writer) { return resolve(writer, done.id, {}, day(30)); });
    open();
    QCOMPARE(titles(), QStringList{u"1 resolved"_s});
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(view()->model()->index(0, 0)).center());
    QCOMPARE(titles(), (QStringList{u"1 resolved"_s, u"Done"_s}));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Left);
    QCOMPARE(titles().size(), 1);
    QTest::keyClick(view(), Qt::Key_Space);
    QCOMPARE(titles().size(), 2);
    QCOMPARE(must(indicators(m_file->reader())).first().isResolved(), true);
}

void TestWatchListPanel::calibration()
{
    open();
    auto *foot = part<CalibrationFoot>();
    for (int i = 0; i < Score::enough; ++i) {
        QVERIFY(!foot->isVisible());
        const Indicator indicator = add(watched(u"Done %1"_s.arg(i), {}));
        m_file->edit([&](Writer &writer) { return resolve(writer, indicator.id, indicator.outcomes[0].id, day(30)); });
    }
    QVERIFY(foot->isVisible());
    const auto labels = foot->findChildren<QLabel *>();
    QVERIFY(std::ranges::contains(labels, u"Brier 0.14"_s, &QLabel::text));
    QVERIFY(std::ranges::contains(labels, u"5 resolved, 10 forecasts"_s, &QLabel::text));
    must(m_file->project().undo());
    QVERIFY(!foot->isVisible());
}

void TestWatchListPanel::readOnly()
{
    const Indicator before = add(watched(u"Posture"_s, {}));
    m_file->reopen(Project::Mode::ReadOnly);
    open();
    m_selection->select(Thing::of(before.id));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Delete);
    QVERIFY(!m_panel->notice()->text().isEmpty());
    m_panel->notice()->close();
    edit(before);
    type(part<TextField>(u"title"_s), u"Changed"_s);
    QVERIFY(!m_panel->notice()->text().isEmpty());
    QVERIFY(!m_panel->flush());
    QCOMPARE(stored(before.id), before);
}

void TestWatchListPanel::goneWhileEdited()
{
    add(watched(u"Stays"_s, {}));
    const Indicator gone = add(watched(u"Goes"_s, {}));
    open();
    edit(gone);
    must(m_file->project().undo());
    QVERIFY(!inspector()->isVisible());
    QCOMPARE(titles(), QStringList{u"Stays"_s});
}

void TestWatchListPanel::flushTakesWhatIsTyped()
{
    const Indicator before = add(watched(u"Posture"_s, {}));
    open();
    edit(before);
    type(part<TextField>(u"title"_s), u"Typed"_s, false);
    QCOMPARE(stored(before.id).title, u"Posture"_s);
    QVERIFY(m_panel->flush());
    QCOMPARE(stored(before.id).title, u"Typed"_s);
}

void TestWatchListPanel::lowPanel()
{
    const Indicator indicator = add(watched(u"Posture"_s, {}));
    open();
    m_panel->resize(320, 500);
    edit(indicator);
    QVERIFY(!view()->isVisible());
    QTest::mouseClick(part<QToolButton>(u"closeInspector"_s), Qt::LeftButton);
    QVERIFY(view()->isVisible());
    m_panel->resize(360, 900);
    edit(indicator);
    QVERIFY(view()->isVisible());
}

/// REDOUBT_PICTURES=FOLDER saves the panel in several sizes and states, for a person to look at.
void TestWatchListPanel::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("state");
    const std::initializer_list<std::pair<const char *, QSize>> sizes{{"360x820", {360, 820}}, {"320x500", {320, 500}}};
    for (const auto &[name, size] : sizes) {
        for (const bool dark : {false, true}) {
            for (const char *state : {"full", "edit", "seen", "ask", "new", "empty", "resolved"})
                QTest::addRow("%s-%s-%s", name, dark ? "dark" : "light", state) << size << dark << QString::fromLatin1(state);
        }
    }
}

void TestWatchListPanel::pictures()
{
    const QString folder = qEnvironmentVariable("REDOUBT_PICTURES");
    if (folder.isEmpty())
        QSKIP("REDOUBT_PICTURES names no folder");
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    look::apply(*qApp, dark ? look::Scheme::Dark : look::Scheme::Light);
    QTemporaryDir sample;
    must(createSample(sample.filePath(u"sample.redoubt"_s)));
    const auto project = must(Project::open(sample.filePath(u"sample.redoubt"_s)));
    Project &shown = state == u"empty" ? m_file->project() : *project;
    if (state == u"resolved") {
        must(shown.edit(u"Test"_s, [](Writer &writer) -> Result<> {
            for (int i = 0; i < 6; ++i) {
                Indicator indicator = watched(u"Earlier question %1"_s.arg(i), {});
                auto added = addIndicator(writer, indicator);
                if (added)
                    added = resolve(writer, indicator.id, indicator.outcomes[i % 3 == 0].id, day(21 + i));
                if (!added)
                    return added;
            }
            return {};
        }));
    }
    WatchListPanel panel(shown, *m_selection);
    panel.setToday(state == u"resolved" ? QDate(2026, 6, 22) : today);
    panel.resize(size);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    auto *list = panel.findChild<WatchListView *>();
    const auto all = must(indicators(shown.reader()));
    if (state == u"resolved")
        qobject_cast<WatchListModel *>(list->model())->setResolvedShown(true);
    if (!all.isEmpty() && state != u"new") {
        const auto posture = std::ranges::find(all, u"posture"_s, &Indicator::key);
        m_selection->select(Thing::of(posture->id));
    }
    if (state == u"edit")
        panel.findChild<QAction *>(u"editIndicator"_s)->trigger();
    if (state == u"seen")
        panel.findChild<QAction *>(u"addObservation"_s)->trigger();
    if (state == u"ask")
        panel.findChild<QAction *>(u"resolveIndicator"_s)->trigger();
    if (state == u"new")
        panel.findChild<QAction *>(u"newIndicator"_s)->trigger();
    QTest::qWait(50);
    QVERIFY(panel.grab().save(u"%1/%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
}

QTEST_MAIN(TestWatchListPanel)
#include "tst_watchlistpanel.moc"
