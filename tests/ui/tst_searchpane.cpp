#include "app/brief/brief.h"
#include "app/commands/sample.h"
#include "tests/support/slowness.h"
#include "tests/support/sourcespaneltest.h"
#include "ui/look/look.h"
#include "ui/sources/searchdelegate.h"
#include "ui/sources/searchpane.h"
#include "ui/sources/searchresultmodel.h"

#include <QAbstractItemModelTester>
#include <QCompleter>
#include <QElapsedTimer>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace redoubt;

/// The search of everything in the panel of the sources: typed into its field, its results read and opened by key and mouse.
class TestSearchPane : public SourcesPanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { dropPanel(); }

    void finds_data();
    void finds();
    void searching();
    void isMadeWhenNeeded();
    void searchNeverChangesWhatIsLookedAt();
    void opening_data();
    void opening();
    void openingAPlaceInACapture();
    void returnOpensTheBest();
    void upGoesBackToTheField();
    void problemsAreSaid_data();
    void problemsAreSaid();
    void gradesHoldForResultsToo();
    void nothingFound();
    void firstOfMore();
    void followsChanges();
    void oldResultsStay();
    void goesOnBehindAnotherPane();
    void readOnlyProject();
    void valuesAreCompleted_data();
    void valuesAreCompleted();
    void helpWritesConditions();
    void rowsSayAll();
    void snippetsFit_data();
    void snippetsFit();
    void rowsAreOfOneHeight();
    void manyCapturesDoNotBlock();
    void pictures_data();
    void pictures();

private:
    QListView *results() { return find<QListView>(u"searchResults"_s); }
    QLabel *label(const QString &name) { return find<QLabel>(name); }
    QString state() { return label(u"searchState"_s)->text(); }

    void ask(const QString &text)
    {
        m_panel->filterField()->setFocus();
        m_panel->filterField()->selectAll();
        QTest::keyClicks(m_panel->filterField(), text);
        auto *pane = m_panel->findChild<SearchPane *>();
        if (pane)
            QTRY_VERIFY(!pane->isAtWork());
    }
    /// "capture/nato-2026 source/nato-2026": what is found, sorted.
    QString found()
    {
        QStringList all;
        for (int row = 0; row < results()->model()->rowCount(); ++row) {
            const auto thing = results()->model()->index(row, 0).data(SearchResultModel::FoundRole).value<FoundThing>();
            all.append(u"%1/%2"_s.arg(QString(searchKindNames.name(thing.result.kind)), thing.result.key));
        }
        all.sort();
        return all.join(u' ');
    }
    void choose(const QString &title, SearchKind kind)
    {
        for (int row = 0; row < results()->model()->rowCount(); ++row) {
            const QModelIndex index = results()->model()->index(row, 0);
            const auto thing = index.data(SearchResultModel::FoundRole).value<FoundThing>();
            if (thing.result.title == title && thing.result.kind == kind)
                return results()->setCurrentIndex(index);
        }
        qFatal("not found: %s", qPrintable(title));
    }

    Brief m_brief;
    Excerpt m_excerpt;
};

void TestSearchPane::init()
{
    makePanel();
    m_brief = Brief();
    m_brief.key = u"read"_s;
    m_brief.title = u"A different read"_s;
    m_brief.text = u"## The incident\n\nA drone fell on the territory of an ally."_s;
    m_project->edit([&](Writer &writer) -> Result<> {
        const Capture capture = must(captures(writer, m_nato.id)).first();
        m_excerpt = must(excerptOf(capture, 32, 62));
        m_excerpt.speaker = u"Mark Rutte"_s;
        must(addExcerpt(writer, m_excerpt));
        return addBrief(writer, m_brief);
    });
}

void TestSearchPane::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keys");
    const auto row = [](const char *name, const QString &text, const QString &keys) { QTest::newRow(name) << text << keys; };
    const QString all = u"brief/read capture/nato-2026 excerpt/nato-2026"_s;
    row("every kind", u"territory"_s, all);
    row("title", u"statement"_s, u"source/nato-2026"_s);
    row("beginning of a word", u"stat"_s, u"source/nato-2026"_s);
    row("not the middle of a word", u"tatement"_s, QString());
    row("key", u"2026"_s, u"source/nato-2026 source/wire-2026"_s);
    row("middle of a key", u"ato-20"_s, u"source/nato-2026"_s);
    row("key as it is cited", u"@wire-2026"_s, u"source/wire-2026"_s);
    row("letter case", u"STATEment"_s, u"source/nato-2026"_s);
    row("without the accent", u"galati"_s, u"source/nato-2026"_s);
    row("event", u"flats"_s, u"event/drone-hits-flats"_s);
    row("captured text only", u"reckless"_s, u"capture/nato-2026"_s);
    row("speaker", u"rutte"_s, u"excerpt/nato-2026"_s);
    row("one word is missing", u"reckless wire"_s, QString());
    row("phrase", u"\"every inch of\""_s, u"capture/nato-2026 excerpt/nato-2026"_s);
    row("phrase in another order", u"“inch every”"_s, QString());
    row("not", u"territory -ally"_s, u"capture/nato-2026 excerpt/nato-2026"_s);
    row("or", u"flats OR reckless"_s, u"capture/nato-2026 event/drone-hits-flats"_s);
    row("condition", u"grade:A"_s, u"source/nato-2026"_s);
    row("word and condition", u"territory kind:brief"_s, u"brief/read"_s);
    row("key and condition", u"wire-2026 kind:event"_s, QString());
    row("column filter is text", u"title:statement"_s, QString());
    row("huge", u"x"_s.repeated(2000), QString());
}

void TestSearchPane::finds()
{
    QFETCH(QString, text);
    m_panel->filterField()->setText(text);
    QVERIFY(m_panel->findChild<SearchPane *>());
    QTRY_VERIFY(!m_panel->findChild<SearchPane *>()->isAtWork());
    QTEST(found(), "keys");
}

void TestSearchPane::searching()
{
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_panel->filterField()->hasFocus());
    ask(u"galati"_s);
    QCOMPARE(found(), u"source/nato-2026"_s);
    QVERIFY(m_panel->filterField()->hasFocus());
    QVERIFY(results()->isVisible());
    QVERIFY(!list()->isVisible());
    QCOMPARE(state(), SearchPane::tr("%n result(s)", nullptr, 1));
    ask(u"territory"_s);
    QCOMPARE(state(), SearchPane::tr("%n result(s)", nullptr, 3));
    ask(u"-"_s);
    QVERIFY(list()->isVisible()); // nothing is asked for yet
    ask(u"reckless"_s);
    QTest::keyClick(m_panel->filterField(), Qt::Key_Escape);
    QCOMPARE(m_panel->filterField()->text(), QString());
    QCOMPARE(shownKeys(), u"nato-2026 wire-2026"_s);
    QVERIFY(list()->isVisible());
    QVERIFY(list()->hasFocus());
    // From the results, too.
    ask(u"reckless"_s);
    QTest::keyClick(m_panel->filterField(), Qt::Key_Down);
    QVERIFY(results()->hasFocus());
    QTest::keyClick(results(), Qt::Key_Escape);
    QVERIFY(list()->hasFocus());
    QCOMPARE(m_panel->filterField()->text(), QString());
}

void TestSearchPane::isMadeWhenNeeded()
{
    const SourcesPanel untouched(m_project->project(), *m_selection);
    QVERIFY(!untouched.filterField()->completer());
    m_panel->filterField()->setFocus();
    QVERIFY(m_panel->filterField()->completer());
    QVERIFY(!m_panel->findChild<SearchPane *>());
    QTest::keyClicks(m_panel->filterField(), u"t"_s);
    QVERIFY(m_panel->findChild<SearchPane *>());
}

void TestSearchPane::searchNeverChangesWhatIsLookedAt()
{
    m_selection->select(Thing::of(m_nato.id));
    QSignalSpy changed(m_selection.get(), &Selection::changed);
    ask(u"wire"_s);
    QCOMPARE(found(), u"source/wire-2026"_s);
    QVERIFY(text()->toPlainText().startsWith(u"The alliance"_s));
    m_panel->filterField()->clear();
    QCOMPARE(currentKey(), u"nato-2026"_s);
    QCOMPARE(changed.size(), 0);
}

void TestSearchPane::opening_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::addColumn<SearchKind>("kind");
    QTest::addColumn<Thing::Kind>("opened");
    QTest::newRow("source") << u"wire"_s << u"Wire report"_s << SearchKind::Source << Thing::Kind::Source;
    QTest::newRow("event") << u"flats"_s << u"Drone hits flats"_s << SearchKind::Event << Thing::Kind::Event;
    QTest::newRow("excerpt") << u"territory"_s << u"Statement on Galați"_s << SearchKind::Excerpt << Thing::Kind::Excerpt;
    QTest::newRow("capture") << u"territory"_s << u"Statement on Galați"_s << SearchKind::Capture << Thing::Kind::Source;
    QTest::newRow("brief") << u"territory"_s << u"A different read"_s << SearchKind::Brief << Thing::Kind::Brief;
}

void TestSearchPane::opening()
{
    QFETCH(QString, text);
    QFETCH(QString, title);
    QFETCH(SearchKind, kind);
    QFETCH(Thing::Kind, opened);
    QSignalSpy placed(m_selection.get(), &Selection::placeChosen);
    ask(text);
    QTest::keyClick(m_panel->filterField(), Qt::Key_Down);
    choose(title, kind);
    QVERIFY(m_selection->current().isNone());
    QTest::keyClick(results(), Qt::Key_Return);
    QCOMPARE(m_selection->current().kind, opened);
    QVERIFY(results()->hasFocus());
    QVERIFY(results()->isVisible());
    QCOMPARE(placed.size(), kind == SearchKind::Brief ? 1 : 0);
    if (kind == SearchKind::Brief)
        QCOMPARE(m_brief.text.sliced(placed.at(0).at(1).toLongLong(), placed.at(0).at(2).toLongLong()), u"territory"_s);
    if (kind == SearchKind::Excerpt)
        QCOMPARE(this->text()->chosen(), m_excerpt.id);
}

/// Deep in an earlier capture, by a click.
void TestSearchPane::openingAPlaceInACapture()
{
    m_project->edit([&](Writer &writer) -> Result<> {
        Capture old = must(captureOfText(m_nato.id, u"Another line.\n\n"_s.repeated(300) + u"Then the hippopotamus spoke.\n\n"_s + u"More.\n\n"_s.repeated(300),
            QDateTime(QDate(2025, 1, 1), QTime(9, 0), QTimeZone::UTC)));
        return addCapture(writer, old);
    });
    ask(u"hippo"_s);
    QCOMPARE(found(), u"capture/nato-2026"_s);
    QTest::mouseClick(results()->viewport(), Qt::LeftButton, {}, results()->visualRect(results()->model()->index(0, 0)).center());
    QCOMPARE(m_selection->current(), Thing::of(m_nato.id));
    QCOMPARE(text()->textCursor().selectedText(), u"hippopotamus"_s);
    QVERIFY(text()->viewport()->rect().contains(text()->cursorRect()));
    // What is there already is gone to again.
    text()->selectPassage(0, 0);
    text()->verticalScrollBar()->setValue(0);
    results()->setFocus();
    QTest::keyClick(results(), Qt::Key_Return);
    QCOMPARE(text()->textCursor().selectedText(), u"hippopotamus"_s);
    QVERIFY(text()->viewport()->rect().contains(text()->cursorRect()));
}

void TestSearchPane::returnOpensTheBest()
{
    m_panel->filterField()->setFocus();
    QTest::keyClicks(m_panel->filterField(), u"flats"_s);
    QTest::keyClick(m_panel->filterField(), Qt::Key_Return); // before anything is found
    QTRY_COMPARE(m_selection->current(), Thing::of(m_strike.id));
    QVERIFY(m_panel->filterField()->hasFocus());
}

void TestSearchPane::upGoesBackToTheField()
{
    ask(u"territory"_s);
    QTest::keyClick(m_panel->filterField(), Qt::Key_Down);
    QTest::keyClick(results(), Qt::Key_Down);
    QCOMPARE(results()->currentIndex().row(), 1);
    QTest::keyClick(results(), Qt::Key_Up);
    QVERIFY(results()->hasFocus());
    QTest::keyClick(results(), Qt::Key_Up);
    QVERIFY(m_panel->filterField()->hasFocus());
    QCOMPARE(m_panel->filterField()->text(), u"territory"_s);
}

void TestSearchPane::problemsAreSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("keys");
    QTest::newRow("grade") << u"grade:X reckless"_s << u"▲ There is no grade “X”; write A to F, 1 to 6, or both: B2."_s << u"capture/nato-2026"_s;
    QTest::newRow("alone") << u"retracted:maybe"_s << u"▲ “retracted:” is “yes” or “no”, not “maybe”."_s << QString();
    QTest::newRow("only not") << u"-drone"_s << u"▲ Nothing was looked for."_s << QString();
    QTest::newRow("none") << u"reckless"_s << QString() << u"capture/nato-2026"_s;
}

void TestSearchPane::problemsAreSaid()
{
    QFETCH(QString, text);
    QFETCH(QString, problem);
    ask(text);
    QTEST(found(), "keys");
    const QString said = label(u"searchProblems"_s)->text();
    QVERIFY2(problem.isEmpty() ? said.isEmpty() : said.startsWith(problem), qPrintable(said));
    QCOMPARE(label(u"searchProblems"_s)->isVisible(), !problem.isEmpty());
    QCOMPARE(m_panel->notice()->text(), QString());
}

void TestSearchPane::gradesHoldForResultsToo()
{
    const auto actions = find<QToolButton>(u"gradeChooser"_s)->menu()->actions();
    ask(u"territory"_s);
    actions.at(1)->trigger();
    QTRY_COMPARE(found(), u"capture/nato-2026 excerpt/nato-2026"_s);
    actions.at(3)->trigger();
    QTRY_COMPARE(found(), QString());
    m_nato.retracted = true;
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_nato); });
    QTRY_COMPARE(found(), u"capture/nato-2026 excerpt/nato-2026"_s);
    actions.at(0)->trigger();
    QTRY_COMPARE(found(), u"brief/read capture/nato-2026 excerpt/nato-2026"_s);
}

void TestSearchPane::nothingFound()
{
    const auto sees = [&](const QString &words) {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    ask(u"zzz"_s);
    QVERIFY(sees(u"Nothing in this project has “zzz”."_s));
    QVERIFY(!results()->isVisible());
    find<QToolButton>(u"gradeChooser"_s)->menu()->actions().at(1)->trigger();
    QTRY_VERIFY(sees(u"Nothing of the chosen grades has “zzz”."_s));
    action(u"showAllSources"_s)->trigger();
    QVERIFY(list()->isVisible());
    // Also where there is no source at all.
    m_project->edit([&](Writer &writer) -> Result<> {
        must(removeSource(writer, m_wire.id));
        return removeSource(writer, m_nato.id);
    });
    ask(u"territory"_s);
    QCOMPARE(found(), u"brief/read"_s);
    QVERIFY(results()->isVisible());
}

void TestSearchPane::firstOfMore()
{
    m_project->edit([&](Writer &writer) -> Result<> {
        for (int i = 0; i < 250; ++i) {
            Source source;
            source.title = u"Report on tankers %1"_s.arg(i);
            must(addSource(writer, source));
        }
        return {};
    });
    ask(u"tankers"_s);
    QCOMPARE(results()->model()->rowCount(), 200);
    QCOMPARE(state(), SearchPane::tr("The first %n of more results", nullptr, 200));
}

/// The row that is chosen and the place in the list stay.
void TestSearchPane::followsChanges()
{
    m_project->edit([&](Writer &writer) -> Result<> {
        for (int i = 0; i < 60; ++i) {
            Source source;
            source.title = u"Report on tankers %1"_s.arg(i);
            must(addSource(writer, source));
        }
        return {};
    });
    ask(u"tankers"_s);
    QAbstractItemModelTester tester(results()->model());
    QCOMPARE(results()->model()->rowCount(), 60);
    results()->setCurrentIndex(results()->model()->index(30, 0));
    const QString title = results()->currentIndex().data().toString();
    const int scrolled = results()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    m_project->edit([&](Writer &writer) { return updateBriefText(writer, m_brief.id, m_brief.text + u"\n\nThree tankers."_s); });
    QTRY_COMPARE(results()->model()->rowCount(), 61);
    QCOMPARE(results()->currentIndex().data().toString(), title);
    QCOMPARE(results()->verticalScrollBar()->value(), scrolled);
    must((*m_project)->undo());
    QTRY_COMPARE(results()->model()->rowCount(), 60);
}

void TestSearchPane::oldResultsStay()
{
    ask(u"territory"_s);
    QSignalSpy reset(results()->model(), &QAbstractItemModel::modelReset);
    QTest::keyClick(m_panel->filterField(), Qt::Key_Space);
    QCOMPARE(results()->model()->rowCount(), 3);
    QTRY_VERIFY(!m_panel->findChild<SearchPane *>()->isAtWork());
    QCOMPARE(results()->model()->rowCount(), 3);
    QCOMPARE(reset.size(), 0);
}

void TestSearchPane::goesOnBehindAnotherPane()
{
    QAction *feeds = action(u"showFeeds"_s);
    ask(u"territory"_s);
    feeds->trigger();
    QVERIFY(!results()->isVisible());
    feeds->trigger();
    QVERIFY(results()->isVisible());
    QCOMPARE(found(), u"brief/read capture/nato-2026 excerpt/nato-2026"_s);
    feeds->trigger();
    m_panel->filterField()->clear();
    QVERIFY(feeds->isChecked());
    feeds->trigger();
    QVERIFY(list()->isVisible());
    // What is typed is searched for at once.
    feeds->trigger();
    ask(u"reckless"_s);
    QVERIFY(!feeds->isChecked());
    QVERIFY(results()->isVisible());
    QVERIFY(m_panel->filterField()->hasFocus());
}

void TestSearchPane::readOnlyProject()
{
    m_panel.reset();
    m_project->reopen(Project::Mode::ReadOnly);
    openPanel();
    ask(u"reckless"_s);
    QCOMPARE(found(), u"capture/nato-2026"_s);
    QTest::keyClick(m_panel->filterField(), Qt::Key_Return);
    QCOMPARE(text()->textCursor().selectedText(), u"reckless"_s);
    QCOMPARE(m_panel->notice()->text(), QString());
}

void TestSearchPane::valuesAreCompleted_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("offered");
    QTest::addColumn<QString>("text");
    QTest::newRow("kind") << u"galati kind:ev"_s << u"event"_s << u"galati kind:event"_s;
    QTest::newRow("excluded type") << u"-type:bro"_s << u"broadcast"_s << u"-type:broadcast"_s;
    QTest::newRow("all answers") << u"retracted:"_s << u"yes no"_s << u"retracted:yes"_s;
    QTest::newRow("grades that there are") << u"grade:"_s << u"A2 F6"_s << u"grade:A2"_s;
    QTest::newRow("with a space") << u"publisher:reu"_s << u"Reuters News"_s << u"publisher:\"Reuters News\""_s;
    QTest::newRow("in quotation marks") << u"publisher:\"reuters n"_s << u"Reuters News"_s << u"publisher:\"Reuters News\""_s;
    QTest::newRow("a word") << u"kind"_s << QString() << u"kind"_s;
    QTest::newRow("written out") << u"kind:event"_s << QString() << u"kind:event"_s;
    QTest::newRow("unknown") << u"colour:r"_s << QString() << u"colour:r"_s;
}

void TestSearchPane::valuesAreCompleted()
{
    QFETCH(QString, typed);
    QFETCH(QString, offered);
    m_wire.publisher = u"Reuters News"_s;
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_wire); });
    QLineEdit *field = m_panel->filterField();
    field->setFocus();
    QTest::keyClicks(field, typed);
    QAbstractItemView *popup = field->completer()->popup();
    QCOMPARE(popup->isVisible(), !offered.isEmpty());
    QStringList rows;
    for (int row = 0; popup->isVisible() && row < popup->model()->rowCount(); ++row)
        rows.append(popup->model()->index(row, 0).data().toString());
    QCOMPARE(rows.join(u' '), offered);
    if (popup->isVisible()) {
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
    }
    QTEST(field->text(), "text");
    QVERIFY(!popup->isVisible());
}

void TestSearchPane::helpWritesConditions()
{
    QLineEdit *field = m_panel->filterField();
    field->setFocus();
    QTest::keyClicks(field, u"galati"_s);
    QTest::keyClick(field, Qt::Key_F1);
    auto *menu = find<QMenu>(u"searchHelpMenu"_s);
    QVERIFY(menu->isVisible());
    const auto entry = [&](const QString &start) {
        const auto actions = menu->actions();
        return *std::ranges::find_if(actions, [&](const QAction *action) { return action->text().startsWith(start); });
    };
    for (const auto &[field_, name] : searchFieldNames.table) {
        if (field_ != SearchField::Word)
            QVERIFY2(menu->actions().contains(entry(name + u':')), qPrintable(QString(name)));
    }
    menu->hide();
    entry(u"kind:"_s)->trigger();
    QCOMPARE(field->text(), u"galati kind:"_s);
    QVERIFY(field->completer()->popup()->isVisible());
    field->completer()->popup()->hide();
    field->clear();
    entry(u"\"exact"_s)->trigger();
    QTest::keyClicks(field, u"every inch"_s);
    QCOMPARE(field->text(), u"\"every inch\""_s);
}

void TestSearchPane::rowsSayAll()
{
    m_nato.published = u"2026-05-29"_s;
    m_nato.title = u"Statement <b>on</b> Galați"_s;
    m_nato.retracted = true;
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_nato); });
    ask(u"reckless"_s);
    const QModelIndex row = results()->model()->index(0, 0);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
        u"Statement <b>on</b> Galați; retracted; Captured text; A2; 29 May 2026; @nato-2026; …inch of allied territory.  Russia's reckless behaviour is a danger to us all."_s);
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
}

void TestSearchPane::snippetsFit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mark");
    QTest::addColumn<int>("width");
    const QString long_ = u"One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen found eighteen nineteen twenty"_s;
    QTest::newRow("all of it") << u"Short and found"_s << u"found"_s << 400;
    QTest::newRow("far behind") << long_ << u"found"_s << 200;
    QTest::newRow("at the start") << long_ << u"One"_s << 200;
    QTest::newRow("without spaces") << u"无人机坠落"_s.repeated(30) + u"找到"_s << u"找到"_s << 200;
    QTest::newRow("no room") << long_ << u"found"_s << 0;
}

void TestSearchPane::snippetsFit()
{
    QFETCH(QString, text);
    QFETCH(QString, mark);
    QFETCH(int, width);
    const Snippet whole{text, {{text.indexOf(mark), mark.size()}}, {}};
    const Snippet shown = fitted(whole, look::font(look::Text::Caption), width, 2);
    if (width == 0) {
        QCOMPARE(shown.text, QString());
        return;
    }
    QCOMPARE(shown.marks.size(), 1);
    QCOMPARE(shown.text.sliced(shown.marks.first().start, shown.marks.first().length), mark);
    const int advance = QFontMetrics(look::font(look::Text::Caption)).horizontalAdvance(shown.text);
    QVERIFY2(advance <= 2 * width, qPrintable(shown.text));
    QCOMPARE(shown.text == text, QFontMetrics(look::font(look::Text::Caption)).horizontalAdvance(text) < 2 * width);
}

void TestSearchPane::rowsAreOfOneHeight()
{
    m_project->edit([&](Writer &writer) -> Result<> {
        Source source;
        source.title = u"A very long title about tankers that does not fit into a narrow list, "_s.repeated(5);
        must(addSource(writer, source));
        source = {};
        source.title = u"Tankers"_s;
        source.retracted = true;
        return addSource(writer, source);
    });
    m_panel->resize(360, 900);
    ask(u"tankers"_s);
    const auto height = [&](int row) { return results()->visualRect(results()->model()->index(row, 0)).height(); };
    QCOMPARE(results()->model()->rowCount(), 2);
    QCOMPARE(height(0), height(1));
    QVERIFY(height(0) > 3 * QFontMetrics(look::font(look::Text::Caption)).height());
    QVERIFY(!results()->grab().isNull());
}

/// Typing goes on while very many texts are looked through, and what was typed last is what is found.
void TestSearchPane::manyCapturesDoNotBlock()
{
    static constexpr int many = 20'000;
    m_project->edit([&](Writer &writer) -> Result<> {
        Capture capture = must(captureOfText(m_wire.id, u"The tanker left the harbour. "_s.repeated(20), QDateTime::currentDateTimeUtc()));
        must(addCapture(writer, capture));
        return writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO event (id, key, title, date) "
                          "SELECT i, 'tanker-' || i, 'Tanker ' || i, '2026' FROM n"_s.arg(many));
    });
    QElapsedTimer timer;
    qint64 longest = 0;
    m_panel->filterField()->setFocus();
    for (const QChar letter : u"tanker 4711"_s) {
        timer.start();
        QTest::keyClick(m_panel->filterField(), letter.toLatin1());
        QCoreApplication::processEvents();
        longest = std::max(longest, timer.elapsed());
    }
    QTRY_COMPARE(found(), u"event/tanker-4711"_s);
    qInfo("the longest key took %lld ms", longest);
    QVERIFY(longest < 100 * slowness);
}

void TestSearchPane::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("narrow light") << QSize(360, 800) << false;
    QTest::newRow("narrow dark") << QSize(360, 800) << true;
    QTest::newRow("usual light") << QSize(480, 800) << false;
    QTest::newRow("wide light") << QSize(1400, 700) << false;
}

/// The search in the sample. With REDOUBT_PICTURES a folder, pictures for people.
void TestSearchPane::pictures()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    look::apply(*qApp, dark ? look::Scheme::Dark : look::Scheme::Light);
    const auto back = qScopeGuard([] { look::apply(*qApp, look::Scheme::Light); });
    dropPanel();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"sample.redoubt"_s);
    QVERIFY(createSample(path));
    const auto project = must(Project::open(path));
    Selection selection;
    SourcesPanel panel(*project, selection);
    panel.resize(size);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const QString pictures = qEnvironmentVariable("REDOUBT_PICTURES");
    const auto picture = [&](const QString &text, const QString &name) {
        panel.filterField()->setText(text);
        QTRY_VERIFY(!panel.findChild<SearchPane *>()->isAtWork());
        const QString file = u"%1/search-%2-%3-%4.png"_s.arg(pictures, name).arg(size.width()).arg(dark ? u"dark" : u"light");
        QVERIFY(pictures.isEmpty() || panel.grab().save(file));
    };
    picture(u"drone"_s, u"results"_s);
    auto *found = panel.findChild<QListView *>(u"searchResults"_s);
    QVERIFY(found->model()->rowCount() > 3);
    QTest::keyClick(found, Qt::Key_Down);
    QTest::keyClick(found, Qt::Key_Return);
    picture(u"drone"_s, u"opened"_s);
    picture(u"drone grade:X type:nothing"_s, u"problems"_s);
    picture(u"hippopotamus"_s, u"nothing"_s);
}

QTEST_MAIN(TestSearchPane)
#include "tst_searchpane.moc"
