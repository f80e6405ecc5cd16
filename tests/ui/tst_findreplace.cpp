#include "tests/ui/briefpanelfixture.h"
#include "ui/brief/findfield.h"
#include "ui/brief/findreplacebar.h"
#include "ui/brief/foundpane.h"
#include "ui/look/look.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestFindReplace : public BriefPanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void finds();
    void toggles_data();
    void toggles();
    void tellsOfAWrongExpression();
    void givesUpASlowExpression();
    void followsWhatIsTyped();
    void staysInTheSelection();
    void remembers();
    void goesOnWithoutTheBar();
    void closesFromTheText();
    void replacesOneByOne();
    void replacesAll_data();
    void replacesAll();
    void replacesVeryMany();
    void refusesAGroupThatIsNotThere();
    void findsInAllBriefs();
    void replacesInAllBriefs();
    void goesToAnotherBrief();
    void changesNothingInAReadOnlyProject();
    void isRememberedWithThePanel();

private:
    FindField *openBar(Qt::Key key = Qt::Key_F);
    FindReplaceBar *bar() { return m_panel->findChild<FindReplaceBar *>(); }
    FoundPane *pane() { return m_panel->findChild<FoundPane *>(); }
    QToolButton *button(const QString &text);
    bool says(const QString &text);
    QString chosen() { return editor()->textCursor().selectedText(); }
};

FindField *TestFindReplace::openBar(Qt::Key key)
{
    QTest::keyClick(editor(), key, Qt::ControlModifier);
    return qobject_cast<FindField *>(QApplication::focusWidget());
}

QToolButton *TestFindReplace::button(const QString &text)
{
    const auto buttons = bar()->findChildren<QToolButton *>();
    const auto found = std::ranges::find(buttons, text, &QToolButton::text);
    return found == buttons.end() ? nullptr : *found;
}

bool TestFindReplace::says(const QString &text)
{
    const auto labels = bar()->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

void TestFindReplace::finds()
{
    add(u"One drone, two Drones.\n\nNo more."_s);
    show();
    FindField *field = openBar();
    QVERIFY(field);
    QTest::keyClicks(field, u"drone"_s);
    QTRY_COMPARE(marked(TextMarks::Kind::Found), (QStringList{u"drone"_s, u"Drone"_s}));
    QCOMPARE(editor()->textCursor().selectionStart(), 4);
    QTRY_VERIFY(says(u"1 of 2"_s));
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(editor()->textCursor().selectionStart(), 15);
    QVERIFY(says(u"2 of 2"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(editor()->textCursor().selectionStart(), 4);
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(editor()->textCursor().selectionStart(), 15);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(editor()->textCursor().selectionStart(), 4);
    QTest::keyClicks(field, u"x"_s);
    QTRY_VERIFY(says(u"none"_s));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(editor()->hasFocus());
    QVERIFY(marked(TextMarks::Kind::Found).isEmpty());
    QVERIFY(!bar()->isVisible());
    // With a selection that is what is looked for.
    editor()->showPassage({7, 2});
    QCOMPARE(openBar()->text(), u"ne"_s);
    QTRY_COMPARE(marked(TextMarks::Kind::Found).size(), 3);
}

void TestFindReplace::toggles_data()
{
    QTest::addColumn<QString>("toggle");
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::newRow("case") << u"Aa"_s << u"Cat"_s << QStringList{u"cat"_s, u"Cat"_s, u"cat"_s} << QStringList{u"Cat"_s};
    QTest::newRow("words") << u"Words"_s << u"cat"_s << QStringList{u"cat"_s, u"Cat"_s, u"cat"_s} << QStringList{u"cat"_s, u"Cat"_s};
    QTest::newRow("expression") << u".*"_s << u"c.t\\b"_s << QStringList{} << QStringList{u"cat"_s, u"Cat"_s};
}

void TestFindReplace::toggles()
{
    QFETCH(QString, toggle);
    QFETCH(QString, sought);
    add(u"a cat, a Cat, cats"_s);
    show();
    FindField *field = openBar();
    QTest::keyClicks(field, sought);
    QFETCH(QStringList, before);
    QTRY_COMPARE(marked(TextMarks::Kind::Found), before);
    QTest::mouseClick(button(toggle), Qt::LeftButton);
    QFETCH(QStringList, after);
    QTRY_COMPARE(marked(TextMarks::Kind::Found), after);
}

void TestFindReplace::tellsOfAWrongExpression()
{
    add(u"a cat"_s);
    show();
    FindField *field = openBar();
    QTest::mouseClick(button(u".*"_s), Qt::LeftButton);
    QTest::keyClicks(field, u"c(a"_s);
    QVERIFY(says(u"At character"_s));
    QTest::keyClicks(field, u")t"_s);
    QTRY_COMPARE(marked(TextMarks::Kind::Found), QStringList{u"cat"_s});
    QVERIFY(!says(u"At character"_s));
}

void TestFindReplace::givesUpASlowExpression()
{
    add(u"a"_s.repeated(100) + u'b');
    show();
    FindField *field = openBar();
    QTest::mouseClick(button(u".*"_s), Qt::LeftButton);
    QTest::keyClicks(field, u"(a+)+$"_s);
    QTRY_VERIFY(says(u"too many ways"_s));
}

void TestFindReplace::followsWhatIsTyped()
{
    add(u"a cat"_s);
    show();
    openBar()->setText(u"cat"_s);
    QTRY_COMPARE(marked(TextMarks::Kind::Found).size(), 1);
    editor()->setFocus();
    QTest::keyClick(editor(), Qt::Key_End);
    type(u" and a cat"_s);
    QTRY_COMPARE(marked(TextMarks::Kind::Found).size(), 2);
    QVERIFY(!editor()->textCursor().hasSelection());
    QVERIFY(says(u"2 places"_s));
}

void TestFindReplace::staysInTheSelection()
{
    add(u"cat\ncat\ncat\ncat"_s);
    show();
    editor()->showPassage({4, 7});
    FindField *field = openBar(Qt::Key_R);
    QVERIFY(button(u"Selection"_s)->isChecked());
    field->setText(u"cat"_s);
    QTRY_COMPARE(marked(TextMarks::Kind::Found).size(), 2);
    QCOMPARE(editor()->textCursor().selectionStart(), 4);
    QCOMPARE(marked(TextMarks::Kind::Scope), QStringList{u"cat\ncat"_s});
    QTest::keyClick(field, Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"dogs"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(editor()->text(), u"cat\ndogs\ndogs\ncat"_s);
    QTest::mouseClick(button(u"Selection"_s), Qt::LeftButton);
    QTRY_COMPARE(marked(TextMarks::Kind::Found).size(), 2);
    QVERIFY(marked(TextMarks::Kind::Scope).isEmpty());
    // Without a selection there is nothing to stay in.
    editor()->goTo(0);
    QTest::mouseClick(button(u"Selection"_s), Qt::LeftButton);
    QTRY_VERIFY(!button(u"Selection"_s)->isChecked());
}

void TestFindReplace::remembers()
{
    add(u"a cat and a dog"_s);
    show();
    FindField *field = openBar();
    for (const QString &sought : {u"cat"_s, u"dog"_s, u"cat"_s}) {
        field->setText(sought);
        QTest::keyClick(field, Qt::Key_Return);
    }
    QCOMPARE(field->history(), (QStringList{u"cat"_s, u"dog"_s}));
    field->setText(u"new"_s);
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(field->text(), u"cat"_s);
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(field->text(), u"dog"_s);
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(field->text(), u"dog"_s);
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(field->text(), u"new"_s);
}

void TestFindReplace::goesOnWithoutTheBar()
{
    add(u"cat cat cat"_s);
    show();
    FindField *field = openBar();
    QTest::keyClicks(field, u"cat"_s);
    QTRY_COMPARE(editor()->textCursor().selectionEnd(), 3);
    QTest::keyClick(field, Qt::Key_Escape);
    QTest::keyClick(editor(), Qt::Key_F3);
    QTRY_COMPARE(editor()->textCursor().selectionStart(), 4);
    QVERIFY(editor()->hasFocus());
    QTest::keyClick(editor(), Qt::Key_F3);
    QCOMPARE(editor()->textCursor().selectionStart(), 8);
}

void TestFindReplace::closesFromTheText()
{
    add(u"a cat"_s);
    show();
    openBar();
    editor()->setFocus();
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!bar()->isVisible());
}

void TestFindReplace::replacesOneByOne()
{
    add(u"a cat, a cat, a cat"_s);
    show();
    FindField *field = openBar(Qt::Key_H);
    QTest::keyClicks(field, u"cat"_s);
    QTRY_COMPARE(chosen(), u"cat"_s);
    QTest::keyClick(field, Qt::Key_Tab);
    auto *replacement = qobject_cast<FindField *>(QApplication::focusWidget());
    QVERIFY(replacement && replacement != field);
    QTest::keyClicks(replacement, u"cat cat"_s);
    QTest::keyClick(replacement, Qt::Key_Return);
    QTest::keyClick(replacement, Qt::Key_Return);
    QCOMPARE(editor()->text(), u"a cat cat, a cat cat, a cat"_s);
    QCOMPARE(editor()->textCursor().selectionStart(), 24);
    editor()->undo();
    QCOMPARE(editor()->text(), u"a cat cat, a cat, a cat"_s);
}

void TestFindReplace::replacesAll_data()
{
    QTest::addColumn<bool>("expression");
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("result");
    QTest::newRow("plain") << false << u"cat"_s << u"dog"_s << u"a dog, a dog, 12 dogs"_s;
    QTest::newRow("by nothing") << false << u"cat"_s << u""_s << u"a , a , 12 s"_s;
    QTest::newRow("groups") << true << u"(\\w+) (cat\\w*)"_s << u"$2 $1"_s << u"cat a, Cat a, cats 12"_s;
    QTest::newRow("lines") << true << u", "_s << u"\\n"_s << u"a cat\na Cat\n12 cats"_s;
}

void TestFindReplace::replacesAll()
{
    QFETCH(bool, expression);
    QFETCH(QString, sought);
    QFETCH(QString, by);
    QFETCH(QString, result);
    const QString text = u"a cat, a Cat, 12 cats"_s;
    add(text);
    show();
    FindField *field = openBar(Qt::Key_R);
    if (expression)
        QTest::mouseClick(button(u".*"_s), Qt::LeftButton);
    field->setText(sought);
    QTRY_VERIFY(!marked(TextMarks::Kind::Found).isEmpty());
    QTest::keyClick(field, Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), by);
    QTest::mouseClick(button(u"Replace all"_s), Qt::LeftButton);
    QTRY_COMPARE(editor()->text(), result);
    QVERIFY(says(u"replaced"_s));
    editor()->undo();
    QCOMPARE(editor()->text(), text);
}

void TestFindReplace::replacesVeryMany()
{
    const QString text = u"one cat\n"_s.repeated(3000);
    add(text);
    show();
    FindField *field = openBar(Qt::Key_R);
    field->setText(u"cat"_s);
    QTRY_COMPARE(editor()->marks().ranges(TextMarks::Kind::Found).size(), 3000);
    QTest::mouseClick(button(u"Replace all"_s), Qt::LeftButton);
    QTRY_COMPARE(editor()->text(), u"one \n"_s.repeated(3000));
    editor()->undo();
    QCOMPARE(editor()->text(), text);
}

void TestFindReplace::refusesAGroupThatIsNotThere()
{
    add(u"a cat"_s);
    show();
    FindField *field = openBar(Qt::Key_R);
    QTest::mouseClick(button(u".*"_s), Qt::LeftButton);
    field->setText(u"(c)at"_s);
    QTRY_COMPARE(chosen(), u"cat"_s);
    QTest::keyClick(field, Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"$3"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(says(u"no group “3”"_s));
    QTest::mouseClick(button(u"Replace all"_s), Qt::LeftButton);
    QTRY_VERIFY(says(u"no group “3”"_s));
    QCOMPARE(editor()->text(), u"a cat"_s);
}

void TestFindReplace::findsInAllBriefs()
{
    add(u"a cat, a cat"_s);
    add(u"no more"_s);
    add(u"the cat"_s);
    show();
    // What is typed and not written yet counts too.
    type(u"cat: "_s);
    QTest::keyClick(editor(), Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(pane());
    QVERIFY(pane()->isVisible());
    QAbstractItemModelTester tester(&pane()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTest::keyClicks(QApplication::focusWidget(), u"cat"_s);
    QTRY_COMPARE(pane()->model().rowCount(), 2);
    QTRY_COMPARE(pane()->model().placeCount(), 4);
    const QModelIndex first = pane()->model().index(0, 0);
    QCOMPARE(first.data().toString(), u"Brief 1, 3 places"_s);
    QCOMPARE(pane()->model().index(1, 0, first).data().toString(), u"cat: a cat, a cat"_s);
    QCOMPARE(pane()->model().index(1, 0, first).data(FoundModel::BeforeRole).toString(), u"cat: a "_s);
    QVERIFY(pane()->note().contains(u"4 places"_s) && pane()->note().contains(u"in 2 briefs"_s));
    editor()->goTo(0);
    type(u"cat "_s);
    QTRY_COMPARE(pane()->model().placeCount(), 5);
    QTest::keyClick(pane(), Qt::Key_Escape);
    QVERIFY(!pane()->isVisible());
    QVERIFY(bar()->isVisible());
}

void TestFindReplace::replacesInAllBriefs()
{
    add(u"a cat, a cat"_s);
    add(u"the cat"_s);
    show();
    QTest::keyClick(editor(), Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
    QWidget *field = QApplication::focusWidget();
    QTest::keyClicks(field, u"cat"_s);
    QTest::keyClick(field, Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"dog"_s);
    QTRY_COMPARE(pane()->model().placeCount(), 3);
    FoundModel &model = pane()->model();
    const QModelIndex first = model.index(0, 0);
    QTRY_COMPARE(model.index(0, 0, first).data(FoundModel::ReplacementRole).toString(), u"dog"_s);
    // The box of the second place, by the key.
    pane()->view()->setCurrentIndex(model.index(1, 0, first));
    QTest::keyClick(pane()->view(), Qt::Key_Space);
    QCOMPARE(model.tickedCount(), 2);
    QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    const auto actions = m_project->history().value().size();
    QTest::mouseClick(pane()->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(inFile(0), u"a dog, a cat"_s);
    QCOMPARE(inFile(1), u"the dog"_s);
    QCOMPARE(editor()->text(), u"a dog, a cat"_s);
    QCOMPARE(m_project->history().value().size(), actions + 1);
    QVERIFY(m_panel->notice()->text().contains(u"2 places"_s));
    QTRY_COMPARE(pane()->model().placeCount(), 1);
    QVERIFY(m_project->undo());
    QCOMPARE(inFile(0), u"a cat, a cat"_s);
    QCOMPARE(inFile(1), u"the cat"_s);
    QCOMPARE(editor()->text(), u"a cat, a cat"_s);
}

void TestFindReplace::goesToAnotherBrief()
{
    add(u"a cat"_s);
    add(u"then the cat"_s);
    show();
    QTest::keyClick(editor(), Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"cat"_s);
    QTRY_COMPARE(pane()->model().placeCount(), 2);
    const QModelIndex there = pane()->model().index(0, 0, pane()->model().index(1, 0));
    pane()->view()->scrollTo(there);
    QTest::mouseClick(pane()->view()->viewport(), Qt::LeftButton, {}, pane()->view()->visualRect(there).center());
    QCOMPARE(editor()->text(), u"then the cat"_s);
    QTRY_COMPARE(chosen(), u"cat"_s);
    QVERIFY(bar()->isVisible() && pane()->isVisible());
    QTRY_COMPARE(marked(TextMarks::Kind::Found).size(), 1);
}

void TestFindReplace::changesNothingInAReadOnlyProject()
{
    add(u"a cat"_s);
    const QString path = m_project->path();
    m_project.reset();
    auto opened = Project::open(path, Project::Mode::ReadOnly);
    QVERIFY(opened);
    m_project = std::move(*opened);
    show();
    FindField *field = openBar(Qt::Key_R);
    QTest::keyClicks(field, u"cat"_s);
    QTRY_COMPARE(chosen(), u"cat"_s);
    QVERIFY(!button(u"Replace all"_s)->isEnabled());
    QVERIFY(!button(u"Replace this"_s)->isEnabled());
    trigger(u"brief.findInAll"_s);
    QTRY_COMPARE(pane()->model().placeCount(), 1);
    QVERIFY(!pane()->findChild<QPushButton *>()->isEnabled());
}

void TestFindReplace::isRememberedWithThePanel()
{
    add(u"a cat"_s);
    show();
    FindField *field = openBar();
    QTest::mouseClick(button(u"Words"_s), Qt::LeftButton);
    QTest::keyClicks(field, u"cat"_s);
    QTest::keyClick(field, Qt::Key_Return);
    const QByteArray arrangement = m_panel->arrangement();
    m_panel.reset();
    show();
    m_panel->setArrangement(arrangement);
    field = openBar();
    QVERIFY(button(u"Words"_s)->isChecked());
    QVERIFY(!button(u"Aa"_s)->isChecked());
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(field->text(), u"cat"_s);
    m_panel->setArrangement("no such thing");
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    TestFindReplace test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_findreplace.moc"
