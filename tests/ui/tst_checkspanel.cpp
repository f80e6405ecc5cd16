#include "app/checks/ignoring.h"
#include "tests/ui/briefpanelfixture.h"
#include "ui/brief/briefmargin.h"
#include "ui/brief/findingcard.h"
#include "ui/brief/syntax.h"
#include "ui/brief/textmarks.h"
#include "ui/checks/checkspanel.h"
#include "ui/checks/findingview.h"
#include "ui/look/look.h"
#include "ui/workbench/emptystate.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QBoxLayout>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

const QString altered = u"He was “ready to defend every single inch of allied territory” [@nato-2026]."_s;
const QString uncited = u"She wrote “all is well with us here today”."_s;

} // namespace

/// The panels of a brief and of its checks in one window.
class TestChecksPanel : public BriefPanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup()
    {
        m_checks.reset();
        close();
        m_window.reset();
    }

    void followsPlaces_data();
    void followsPlaces();
    void theModelKeepsItsRows_data();
    void theModelKeepsItsRows();
    void saysThatThereIsNoBrief();
    void saysThatNothingIsFound();
    void listsWhatIsFound();
    void clickingShowsThePlaceAndKeepsTheFocus();
    void returnGoesToThePlace();
    void theArrowsShowThePlace();
    void stepsFromAnywhere();
    void fixesByItsLink();
    void fixesAllOfARule();
    void doesNotFixWhatHasChanged();
    void letsStandWithAReason();
    void filters();
    void sorts();
    void keepsTheChoiceWhileOneWrites();
    void marksTheMargin();
    void theCardFixesAndIgnores();
    void theCardExplains();
    void hoveringShowsTheCard();
    void isReadOnlyInAReadOnlyProject();
    void everythingHasAName();
    void manyFindingsDoNotSlowTyping();

private:
    void showBoth();
    void showBoth(const QString &text)
    {
        add(text);
        showBoth();
        QTRY_VERIFY(m_review->isChecked());
    }
    FindingView *view() { return m_checks->view(); }
    /// What stands in place of the list; null: nothing.
    EmptyState *inItsPlace() { return qobject_cast<EmptyState *>(m_checks->findChild<QStackedWidget *>()->currentWidget()); }
    /// Only the findings of these rules, so that others may be added.
    void only(const QString &rule)
    {
        for (QAction *action : m_checks->findChildren<QAction *>()) {
            if (action->isCheckable() && action->text() == m_review->ruleOf(Finding{.rule = rule}).title)
                action->trigger();
        }
    }
    QString rows()
    {
        QStringList texts;
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            texts.append(view()->model()->index(row, 0).data(FindingModel::FindingRole).value<const Finding *>()->rule);
        return texts.join(u' ');
    }
    QString underlined(TextMarks::Kind kind)
    {
        QStringList texts;
        for (const TextRange &range : editor()->marks().ranges(kind))
            texts.append(editor()->text().sliced(range.offset, range.length));
        return texts.join(u'|');
    }
    bool isUncitedUnderlined() { return underlined(TextMarks::Kind::Warning).split(u'|').contains(u"“all is well with us here today”"_s); }
    QPoint middleOf(int row) { return view()->visualRect(view()->model()->index(row, 0)).center(); }
    /// On the line below the message, `fromRight` before its end.
    QPoint linkOf(int row, int fromRight)
    {
        const QRect rect = view()->visualRect(view()->model()->index(row, 0));
        return {rect.right() - look::group - fromRight, rect.bottom() - look::related - 4};
    }
    QAction *action(const QString &name) { return m_checks->findChild<QAction *>(name); }

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ChecksPanel> m_checks;
};

void TestChecksPanel::showBoth()
{
    m_window = std::make_unique<QWidget>();
    m_review = std::make_unique<Review>(*m_project);
    m_panel = std::make_unique<BriefPanel>(*m_project, *m_selection, *m_review, std::make_shared<Syntax>());
    m_checks = std::make_unique<ChecksPanel>(*m_project, *m_selection, *m_review);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_panel.get(), 2);
    layout->addWidget(m_checks.get(), 1);
    m_window->resize(800, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_panel->setFocus();
}

void TestChecksPanel::followsPlaces_data()
{
    using Moves = QList<QList<qsizetype>>; // position, removed, added
    QTest::addColumn<QList<QList<qsizetype>>>("moves");
    QTest::addColumn<QList<qsizetype>>("place");
    const auto row = [](const char *name, const Moves &moves, const QList<qsizetype> &place) { QTest::newRow(name) << moves << place; };
    row("nothing", {}, {10, 5});
    row("typed before", {{3, 0, 2}}, {12, 5});
    row("typed right before", {{10, 0, 2}}, {12, 5});
    row("typed within", {{12, 0, 2}}, {10, 7});
    row("typed right behind", {{15, 0, 2}}, {10, 5});
    row("typed behind", {{20, 0, 2}}, {10, 5});
    row("typed on", {{3, 0, 1}, {4, 0, 1}, {5, 0, 1}}, {13, 5});
    row("typed and taken back", {{3, 0, 1}, {3, 1, 0}}, {10, 5});
    row("removed before", {{3, 4, 0}}, {6, 5});
    row("removed within", {{11, 2, 0}}, {10, 3});
    row("removed over its start", {{8, 4, 0}}, {8, 3});
    row("removed with all around it", {{5, 20, 0}}, {5, 1});
    row("twice", {{0, 0, 10}, {22, 0, 1}}, {20, 6});
}

void TestChecksPanel::followsPlaces()
{
    QFETCH(QList<QList<qsizetype>>, moves);
    QFETCH(QList<qsizetype>, place);
    Review review(*m_project);
    for (const QList<qsizetype> &move : moves)
        review.moveText(move[0], move[1], move[2]);
    const TextRange now = review.placeOf(TextRange{10, 5});
    QCOMPARE((QList<qsizetype>{now.offset, now.length}), place);
}

void TestChecksPanel::theModelKeepsItsRows_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("kept"); ///< of the row that was 1
    QTest::newRow("same") << u"abc"_s << u"abc"_s << 1;
    QTest::newRow("added before") << u"abc"_s << u"xabc"_s << 2;
    QTest::newRow("added behind") << u"abc"_s << u"abcx"_s << 1;
    QTest::newRow("removed before") << u"abc"_s << u"bc"_s << 0;
    QTest::newRow("removed itself") << u"abc"_s << u"ac"_s << -1;
    QTest::newRow("another") << u"abc"_s << u"axc"_s << -1;
    QTest::newRow("doubled") << u"ab"_s << u"abb"_s << 1;
    QTest::newRow("none") << u"abc"_s << u""_s << -1;
}

void TestChecksPanel::theModelKeepsItsRows()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(int, kept);
    Review review(*m_project);
    FindingModel model(review);
    FindingFilter filter(model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto take = [&](const QString &letters) {
        QList<Finding> findings;
        for (const QChar letter : letters)
            findings.append({.rule = u"quotation"_s, .range = {findings.size() * 10, 1}, .message = letter});
        Draft draft;
        draft.text = u"Ten units."_s.repeated(letters.size());
        review.setDraft({}, draft);
        review.setFound({findings, {}});
        model.refresh();
    };
    take(before);
    const QPersistentModelIndex row = filter.index(1, 0);
    take(after);
    QCOMPARE(row.isValid() ? row.row() : -1, kept);
    QString rows;
    for (int i = 0; i < filter.rowCount(); ++i)
        rows += filter.index(i, 0).data().toString();
    QCOMPARE(rows, after);
}

void TestChecksPanel::saysThatThereIsNoBrief()
{
    showBoth();
    const EmptyState *empty = inItsPlace();
    QVERIFY(empty && empty->isVisible());
    QVERIFY(empty->findChild<QLabel *>()->text().contains(u"There is no brief yet"_s));
    QCOMPARE(m_checks->statusText(), QString());
    QVERIFY(!action(u"checks.next"_s)->isEnabled());
    add(uncited);
    QTRY_VERIFY(m_review->isChecked());
    QVERIFY(view()->isVisible());
}

void TestChecksPanel::saysThatNothingIsFound()
{
    add({});
    showBoth();
    m_review->setDraft(m_panel->brief(), Draft());
    m_review->setFound({});
    const EmptyState *empty = inItsPlace();
    QVERIFY(empty && empty->isVisible());
    QCOMPARE(empty->findChild<QLabel *>()->text(), u"No findings: %1 rule(s) looked at this brief."_s.arg(rules().size()));
    QCOMPARE(m_checks->statusText(), u"Checks: no findings"_s);
    QCOMPARE(action(u"checks.show"_s)->iconText(), u"Checks"_s);
}

void TestChecksPanel::listsWhatIsFound()
{
    showBoth(u"## The other view {.different}\n\n"_s + altered + u'\n' + uncited);
    only(u"quotation"_s);
    QCOMPARE(rows(), u"quotation"_s);
    const QModelIndex row = view()->model()->index(0, 0);
    QVERIFY(row.data().toString().contains(u"NATO statement"_s));
    QVERIFY(row.data(FindingModel::AboutRole).toString().endsWith(u"§ The other view"_s));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().startsWith(u"Error: "_s));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"ICD 206"_s));
    only(u"uncited-quotation"_s);
    QCOMPARE(rows(), u"uncited-quotation"_s);
    QVERIFY(underlined(TextMarks::Kind::Error).contains(u"“ready to defend every single inch of allied territory”"_s));
    QVERIFY(isUncitedUnderlined());
    QVERIFY(m_checks->statusText().startsWith(u"Checks: %1 error(s) %2 warning(s)"_s.arg(m_review->count(Severity::Error)).arg(m_review->count(Severity::Warning))));
    QCOMPARE(action(u"checks.show"_s)->iconText(), u"Checks %1"_s.arg(m_review->count()));
}

void TestChecksPanel::clickingShowsThePlaceAndKeepsTheFocus()
{
    showBoth(altered + u"\n\n"_s + u"Word\n\n"_s.repeated(100) + uncited);
    only(u"uncited-quotation"_s);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, middleOf(0) - QPoint(0, 8));
    QCOMPARE(editor()->textCursor().selectedText(), u"“all is well with us here today”"_s);
    QVERIFY(editor()->isOnScreen({editor()->textCursor().position(), 0}));
    QVERIFY(view()->hasFocus());
    QVERIFY(m_selection->current().brief().isValid());
    QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, middleOf(0) - QPoint(0, 8));
    QVERIFY(editor()->hasFocus());
}

void TestChecksPanel::returnGoesToThePlace()
{
    showBoth(altered + u"\n\n"_s + uncited);
    only(u"uncited-quotation"_s);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Down);
    QVERIFY(view()->hasFocus());
    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(editor()->hasFocus());
    QCOMPARE(editor()->textCursor().selectedText(), u"“all is well with us here today”"_s);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Escape);
    QVERIFY(editor()->hasFocus());
}

void TestChecksPanel::theArrowsShowThePlace()
{
    showBoth(uncited + u"\n\nThey say “nothing is well with us here today”."_s);
    only(u"uncited-quotation"_s);
    view()->setFocus();
    view()->setCurrentIndex(view()->model()->index(0, 0));
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(editor()->textCursor().selectedText(), u"“nothing is well with us here today”"_s);
    QTest::keyClick(view(), Qt::Key_Up);
    QCOMPARE(editor()->textCursor().selectedText(), u"“all is well with us here today”"_s);
    QVERIFY(view()->hasFocus());
}

void TestChecksPanel::stepsFromAnywhere()
{
    showBoth(u"Text. "_s + altered + u"\n\n"_s + uncited);
    const QList<Finding> found = m_review->findings();
    const auto card = [this] { return m_panel->findChild<FindingCard *>(); };
    m_checks->filterField()->setFocus();
    for (const Finding &finding : found) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
        QVERIFY(editor()->hasFocus());
        QCOMPARE(editor()->textCursor().selectionStart(), int(finding.range.offset));
        QCOMPARE(editor()->textCursor().selectionEnd(), int(finding.range.end()));
        QVERIFY(card()->text().endsWith(finding.message));
        QCOMPARE(m_review->findings().at(view()->current()), finding);
    }
    // Round the end, and back again.
    QTest::keyClick(editor(), Qt::Key_F8);
    QCOMPARE(editor()->textCursor().selectionStart(), int(found.first().range.offset));
    QTest::keyClick(editor(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(editor()->textCursor().selectionStart(), int(found.last().range.offset));
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!card()->isVisible());
}

void TestChecksPanel::fixesByItsLink()
{
    showBoth(altered);
    only(u"quotation"_s);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, middleOf(0) - QPoint(0, 8));
    const QString ignore = FindingDelegate::tr("Ignore here…");
    const int behind = QFontMetrics(look::font(look::Text::Caption)).horizontalAdvance(ignore) + look::group;
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, linkOf(0, behind + 10));
    QCOMPARE(editor()->text(), u"He was “ready to defend every inch of allied territory” [@nato-2026]."_s);
    QTRY_COMPARE(rows(), QString());
    editor()->setFocus();
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor()->text(), altered);
    QTRY_COMPARE(rows(), u"quotation"_s);
}

void TestChecksPanel::fixesAllOfARule()
{
    showBoth(altered + u"\n\nAnd again “defend every last inch of allied territory” [@nato-2026]."_s);
    only(u"quotation"_s);
    QCOMPARE(rows(), u"quotation quotation"_s);
    QVERIFY(!action(u"checks.fixAll"_s)->isEnabled());
    view()->setCurrentIndex(view()->model()->index(1, 0));
    action(u"checks.fixAll"_s)->trigger();
    const QString fixed = u"He was “ready to defend every inch of allied territory” [@nato-2026].\n\nAnd again “defend every inch of allied territory” [@nato-2026]."_s;
    QCOMPARE(editor()->text(), fixed);
    editor()->undo();
    QVERIFY(editor()->text().contains(u"every single inch"_s) && editor()->text().contains(u"every last inch"_s));
}

void TestChecksPanel::doesNotFixWhatHasChanged()
{
    showBoth(altered);
    only(u"quotation"_s);
    const Fix fix = *view()->model()->index(0, 0).data(FindingModel::FindingRole).value<const Finding *>()->fix;
    // Typed before it, the place moves along.
    editor()->moveCursor(QTextCursor::Start);
    type(u"So. "_s);
    QVERIFY(m_review->apply({fix}));
    QVERIFY(editor()->text().startsWith(u"So. He was “ready to defend every inch"_s));
    editor()->undo();
    // Typed into it, the words are not those any more.
    cursorTo(u"every single"_s);
    type(u"x"_s);
    const QString typed = editor()->text();
    const auto refused = m_review->apply({fix});
    QVERIFY(!refused);
    QCOMPARE(editor()->text(), typed);
}

void TestChecksPanel::letsStandWithAReason()
{
    showBoth(uncited);
    only(u"uncited-quotation"_s);
    view()->setFocus();
    view()->setCurrentIndex(view()->model()->index(0, 0));
    QTest::keyClick(view(), Qt::Key_Delete);
    auto *reason = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(reason);
    QCOMPARE(reason->objectName(), u"ignoreReason"_s);
    QTest::keyClicks(reason, u"It is a family letter"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_COMPARE(rows(), QString());
    QVERIFY(!isUncitedUnderlined());
    QCOMPARE(ignorings(m_project->reader(), m_panel->brief())->first().reason, u"It is a family letter"_s);
    action(u"checks.showIgnored"_s)->trigger();
    QCOMPARE(rows(), u"uncited-quotation"_s);
    QVERIFY(view()->model()->index(0, 0).data(FindingModel::AboutRole).toString().startsWith(u"Ignored: It is a family letter"_s));
    // It counts again after either.
    QVERIFY(m_project->undo());
    QTRY_VERIFY(isUncitedUnderlined());
    QVERIFY(m_project->redo());
    QTRY_VERIFY(!isUncitedUnderlined());
    view()->setCurrentIndex(view()->model()->index(0, 0));
    QVERIFY(!action(u"checks.ignore"_s)->isEnabled());
    action(u"checks.takeBack"_s)->trigger();
    QTRY_VERIFY(isUncitedUnderlined());
    QVERIFY(ignorings(m_project->reader(), m_panel->brief())->isEmpty());
}

void TestChecksPanel::filters()
{
    showBoth(altered + u'\n' + uncited);
    const int all = view()->model()->rowCount();
    QVERIFY(all >= 2);
    m_checks->filterField()->setFocus();
    QTest::keyClicks(m_checks->filterField(), u"NATO other"_s);
    QCOMPARE(rows(), u"quotation"_s);
    QTest::keyClicks(m_checks->filterField(), u" nowhere"_s);
    QVERIFY(!view()->isVisible());
    QTest::keyClick(m_checks->filterField(), Qt::Key_Escape);
    QCOMPARE(view()->model()->rowCount(), all);
    for (QAction *choice : m_checks->findChildren<QAction *>()) {
        if (choice->text() == u"▲ Warning"_s || choice->text() == u"■ Note"_s)
            choice->trigger();
    }
    QCOMPARE(view()->model()->rowCount(), m_review->count(Severity::Error));
    action(u"checks.clearFilter"_s)->trigger();
    QCOMPARE(view()->model()->rowCount(), all);
}

void TestChecksPanel::sorts()
{
    showBoth(uncited + u"\n\n"_s + altered);
    const QString byPlace = rows();
    for (QAction *choice : m_checks->findChildren<QAction *>()) {
        if (choice->text() == "Severity"_L1)
            choice->trigger();
    }
    Severity last = Severity::Error;
    for (int row = 0; row < view()->model()->rowCount(); ++row) {
        const auto *finding = view()->model()->index(row, 0).data(FindingModel::FindingRole).value<const Finding *>();
        QVERIFY(finding->severity >= last);
        last = finding->severity;
    }
    for (QAction *choice : m_checks->findChildren<QAction *>()) {
        if (choice->text() == "Place"_L1)
            choice->trigger();
    }
    QCOMPARE(rows(), byPlace);
}

void TestChecksPanel::keepsTheChoiceWhileOneWrites()
{
    showBoth(uncited + u"\n\nThey say “nothing is well with us here today”."_s);
    only(u"uncited-quotation"_s);
    view()->setCurrentIndex(view()->model()->index(1, 0));
    const QPersistentModelIndex chosen = view()->currentIndex();
    editor()->moveCursor(QTextCursor::Start);
    editor()->setFocus();
    editor()->insertPlainText(u"“One more thing that nobody has said”. "_s);
    QTRY_COMPARE(rows(), u"uncited-quotation uncited-quotation uncited-quotation"_s);
    QCOMPARE(view()->currentIndex(), QModelIndex(chosen));
    QCOMPARE(chosen.row(), 2);
    QVERIFY(editor()->hasFocus());
}

void TestChecksPanel::marksTheMargin()
{
    showBoth(u"Text.\n\n"_s + uncited + u"\n\n"_s + altered);
    const BriefMargin *margin = m_panel->margin();
    const qsizetype position = editor()->text().indexOf(u"“all"_s);
    const auto markOf = [&](qsizetype at) -> std::optional<BriefMargin::FindingMark> {
        for (const BriefMargin::FindingMark &mark : margin->findingMarks()) {
            for (const qsizetype finding : mark.findings) {
                if (m_review->placeOf(m_review->findings().at(finding).range).offset == at)
                    return mark;
            }
        }
        return {};
    };
    QTRY_VERIFY(markOf(position));
    // The state of a quotation says it already.
    QVERIFY(!markOf(editor()->text().indexOf(u"“ready"_s)));
    QTest::mouseClick(m_panel->margin(), Qt::LeftButton, {}, markOf(position)->place.center());
    auto *card = m_panel->findChild<FindingCard *>();
    QVERIFY(card->isVisible());
    // It moves with the text before it is checked again.
    const int top = markOf(position)->place.top();
    editor()->moveCursor(QTextCursor::Start);
    editor()->textCursor().insertText(u"More\n\n"_s);
    QVERIFY(markOf(position + 6));
    QVERIFY(markOf(position + 6)->place.top() > top);
    QVERIFY(!card->isVisible());
}

void TestChecksPanel::theCardFixesAndIgnores()
{
    showBoth(altered + u"\n\n"_s + uncited);
    cursorTo(u"every single"_s);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    auto *card = m_panel->findChild<FindingCard *>();
    auto *fix = card->findChild<QPushButton *>(u"findingFix"_s);
    QVERIFY(fix->hasFocus());
    QTest::keyClick(fix, Qt::Key_Space);
    QVERIFY(editor()->text().contains(u"defend every inch of"_s));
    QVERIFY(editor()->hasFocus());
    cursorTo(u"all is well"_s);
    QTRY_VERIFY(m_review->isRead() && m_review->findingAt(editor()->textCursor().position()) >= 0);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    auto *ignore = card->findChild<QPushButton *>(u"findingIgnore"_s);
    QTest::mouseClick(ignore, Qt::LeftButton);
    auto *reason = card->findChild<QLineEdit *>(u"findingReason"_s);
    QVERIFY(reason->hasFocus());
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY2(card->isVisible(), "without a reason it counts");
    const QString text = editor()->text();
    QTest::keyClicks(reason, u"A letter"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(!card->isVisible());
    QVERIFY(editor()->hasFocus());
    QTRY_VERIFY(!isUncitedUnderlined());
    QVERIFY(m_panel->notice()->text().contains(u"A letter"_s));
    QCOMPARE(editor()->text(), text);
}

void TestChecksPanel::theCardExplains()
{
    showBoth(uncited);
    cursorTo(u"all is well"_s);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    auto *card = m_panel->findChild<FindingCard *>();
    const auto explains = [card] {
        const auto labels = card->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) { return label->isVisible() && label->text().contains(u"ICD 206"_s); });
    };
    QVERIFY(!explains());
    const int height = card->height();
    card->findChild<QToolButton *>(u"findingWhy"_s)->click();
    QVERIFY(explains());
    QVERIFY(card->height() > height);
    QTest::keyClick(card, Qt::Key_Escape);
    QVERIFY(!card->isVisible());
    editor()->moveCursor(QTextCursor::Start);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(card->isVisible(), m_review->findingAt(0) >= 0);
}

void TestChecksPanel::hoveringShowsTheCard()
{
    showBoth(u"Text.\n\n"_s + uncited);
    const QPoint there = editor()->lineOf(editor()->text().indexOf(u"is well"_s)).center();
    QHelpEvent help(QEvent::ToolTip, there, editor()->viewport()->mapToGlobal(there));
    QApplication::sendEvent(editor()->viewport(), &help);
    auto *card = m_panel->findChild<FindingCard *>();
    QVERIFY(card->isVisible());
    QVERIFY(editor()->hasFocus());
    const auto pointAt = [this](QPoint point) {
        QMouseEvent move(QEvent::MouseMove, point, editor()->viewport()->mapToGlobal(point), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(editor()->viewport(), &move);
    };
    pointAt(there + QPoint(2, 0));
    QVERIFY(card->isVisible());
    pointAt(QPoint(there.x(), editor()->viewport()->height() - 2));
    QTRY_VERIFY(!card->isVisible());
}

void TestChecksPanel::isReadOnlyInAReadOnlyProject()
{
    add(altered);
    const QString path = m_project->path();
    m_project.reset();
    auto opened = Project::open(path, Project::Mode::ReadOnly);
    QVERIFY(opened);
    m_project = std::move(*opened);
    showBoth();
    QTRY_VERIFY(m_review->isChecked());
    only(u"quotation"_s);
    view()->setCurrentIndex(view()->model()->index(0, 0));
    for (const QString &name : {u"checks.fix"_s, u"checks.fixAll"_s, u"checks.ignore"_s, u"checks.takeBack"_s}) {
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name));
        QVERIFY2(action(name)->toolTip().contains(u"read only"_s), qPrintable(name));
    }
    cursorTo(u"every single"_s);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    const auto *card = m_panel->findChild<FindingCard *>();
    QVERIFY(card->isVisible());
    QVERIFY(!card->findChild<QPushButton *>(u"findingFix"_s)->isVisible());
    QVERIFY(!card->findChild<QPushButton *>(u"findingIgnore"_s)->isVisible());
}

void TestChecksPanel::everythingHasAName()
{
    showBoth(altered);
    for (const QAbstractButton *button : m_checks->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !qobject_cast<QLineEdit *>(button->parent()))
            QVERIFY2(!(button->accessibleName() + button->text()).isEmpty(), qPrintable(button->objectName()));
    }
    for (const QAction *one : m_checks->menuActions()) {
        if (!one->isSeparator())
            QVERIFY2(!one->text().isEmpty() && !one->toolTip().isEmpty(), qPrintable(one->objectName()));
    }
}

void TestChecksPanel::manyFindingsDoNotSlowTyping()
{
    static constexpr int many = 10'000;
    showBoth(u"may "_s.repeated(many));
    const auto quickest = [this] {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 20; ++i) {
            QElapsedTimer timer;
            timer.start();
            editor()->textCursor().insertText(u"x"_s);
            editor()->viewport()->repaint();
            m_panel->margin()->repaint();
            best = std::min(best, timer.nsecsElapsed());
        }
        return best;
    };
    editor()->moveCursor(QTextCursor::Start);
    m_review->setFound({});
    const qint64 without = quickest();
    QList<Finding> findings(many, Finding{.rule = u"vague-likelihood"_s, .severity = Severity::Note});
    for (int i = 0; i < many; ++i) {
        findings[i].range = {i * 4, 3};
        findings[i].message = u"May %1"_s.arg(i);
    }
    m_review->setFound({findings, {}});
    QCOMPARE(view()->model()->rowCount(), many);
    const qint64 with = quickest();
    QVERIFY2(with < 4 * without, qPrintable(u"%1 ns with, %2 ns without"_s.arg(with).arg(without)));
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    TestChecksPanel test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_checkspanel.moc"
