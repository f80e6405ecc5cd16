#include "app/brief/template.h"
#include "tests/ui/briefpanelfixture.h"
#include "ui/brief/briefmargin.h"
#include "ui/brief/outlinelist.h"
#include "ui/brief/outlineview.h"
#include "ui/look/look.h"
#include "ui/workbench/notice.h"
#include "ui/workbench/owntemplates.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// Sections that are moved, levelled and given roles; templates; several briefs.
class TestBriefSections : public BriefPanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup()
    {
        close();
        QDir(templateFolder()).removeRecursively();
    }

    void movesTheSectionAtTheCursor();
    void changesLevels();
    void givesARole();
    void givesARoleBesideTheText();
    void saysWhyNot();
    void rearrangesByKeyInTheOutline();
    void rearrangesByDragging_data();
    void rearrangesByDragging();
    void leavesAReadOnlyTextAlone();
    void keepsATemplate();
    void saysWhatIsWrongWithATemplate();
    void duplicatesABrief();
    void ordersBriefs();

private:
    OutlineList *openOutline()
    {
        auto *outline = m_panel->findChild<OutlineList *>();
        trigger(u"brief.outline"_s);
        return outline;
    }
    QString titles()
    {
        QStringList list;
        for (const Brief &known : briefs(m_project->reader()).value_or(QList<Brief>()))
            list.append(known.title);
        return list.join(u", "_s);
    }
    void name(const QString &text)
    {
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

void TestBriefSections::movesTheSectionAtTheCursor()
{
    add(u"## A\n\na\n\n## B\n\nbee\n"_s);
    show();
    cursorTo(u"be"_s);
    QTest::keyClick(editor(), Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(editor()->text(), u"## B\n\nbee\n\n## A\n\na\n"_s);
    QCOMPARE(editor()->textCursor().position(), 8);
    QTest::keyClick(editor(), Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(editor()->text(), u"## A\n\na\n\n## B\n\nbee\n"_s);
    editor()->undo();
    QCOMPARE(editor()->text(), u"## B\n\nbee\n\n## A\n\na\n"_s);
    editor()->undo();
    QCOMPARE(editor()->text(), u"## A\n\na\n\n## B\n\nbee\n"_s);
    QVERIFY(!editor()->document()->isUndoAvailable());
}

void TestBriefSections::changesLevels()
{
    add(u"## A\n\n### A1\n\na\n"_s);
    show();
    QTest::keyClick(editor(), Qt::Key_PageDown, Qt::AltModifier);
    QTRY_COMPARE(editor()->text(), u"### A\n\n#### A1\n\na\n"_s);
    cursorTo(u"a"_s);
    QTest::keyClick(editor(), Qt::Key_PageUp, Qt::AltModifier);
    QTRY_COMPARE(editor()->text(), u"### A\n\n### A1\n\na\n"_s);
    editor()->undo();
    editor()->undo();
    QCOMPARE(editor()->text(), u"## A\n\n### A1\n\na\n"_s);
}

void TestBriefSections::givesARole()
{
    add(u"## A {#a}\n\na\n"_s);
    show();
    cursorTo(u"a\n"_s);
    trigger(u"brief.role.received"_s);
    QTRY_COMPARE(editor()->text(), u"## A {.received #a}\n\na\n"_s);
    QTRY_VERIFY(m_panel->statusText().contains(u"§"_s));
    trigger(u"brief.role.none"_s);
    QTRY_COMPARE(editor()->text(), u"## A {#a}\n\na\n"_s);
}

void TestBriefSections::givesARoleBesideTheText()
{
    add(u"## A\n\n## B {.watch}\n"_s);
    show();
    auto *outline = m_panel->findChild<OutlineList *>();
    QTRY_COMPARE(outline->model().rowCount(), 2);
    const qsizetype second = editor()->text().indexOf(u"## B"_s);
    Q_EMIT m_panel->margin()->customContextMenuRequested({4, editor()->lineOf(second).center().y()});
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(editor()->textCursor().blockNumber(), 2);
    QStringList checked;
    for (const QAction *action : menu->actions()) {
        if (action->isChecked())
            checked.append(action->text());
    }
    QCOMPARE(checked.join(u' '), u"watch"_s);
    menu->actions().at(1)->trigger();
    menu->close();
    QTRY_COMPARE(editor()->text(), u"## A\n\n## B {.incident}\n"_s);
}

void TestBriefSections::saysWhyNot()
{
    add(u"## A\n\na\n"_s);
    show();
    trigger(u"brief.sectionUp"_s);
    QTRY_COMPARE(m_panel->notice()->text(), u"The section was not changed. It is the first one of its level here."_s);
    QCOMPARE(editor()->text(), u"## A\n\na\n"_s);
    QVERIFY(!editor()->document()->isUndoAvailable());
}

void TestBriefSections::rearrangesByKeyInTheOutline()
{
    add(u"## A\n\n## B\n\n## C\n\n## D\n"_s);
    show();
    auto *outline = m_panel->findChild<OutlineList *>();
    QTRY_COMPARE(outline->model().rowCount(), 4);
    openOutline();
    outline->list()->setCurrentIndex(outline->model().index(3));
    // The second step is asked for before the first one is seen.
    QTest::keyClick(outline->list(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(outline->list(), Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(editor()->text(), u"## A\n\n## D\n\n## B\n\n## C\n"_s);
    QTRY_COMPARE(outline->list()->currentIndex().row(), 1);
    QVERIFY(outline->isVisible());
    QTRY_COMPARE(outline->model().index(1).data().toString(), u"D"_s);
    QTest::keyClick(outline->list(), Qt::Key_PageDown, Qt::AltModifier);
    QTRY_COMPARE(editor()->text(), u"## A\n\n### D\n\n## B\n\n## C\n"_s);
    QTRY_COMPARE(outline->model().index(1).data(OutlineModel::LevelRole).toInt(), 3);
    trigger(u"brief.role.watch"_s);
    QTRY_COMPARE(editor()->text(), u"## A\n\n### D {.watch}\n\n## B\n\n## C\n"_s);
}

void TestBriefSections::rearrangesByDragging_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("onto");
    QTest::addColumn<bool>("lowerHalf");
    QTest::addColumn<QString>("expected");
    const QString text = u"## A\n\n### A1\n\n## B\n\n## C\n"_s;
    QTest::newRow("down") << 0 << 2 << true << u"## B\n\n## A\n\n### A1\n\n## C\n"_s;
    QTest::newRow("to the end") << 0 << 3 << true << u"## B\n\n## C\n\n## A\n\n### A1\n"_s;
    QTest::newRow("up") << 3 << 0 << false << u"## C\n\n## A\n\n### A1\n\n## B\n"_s;
    QTest::newRow("into itself") << 0 << 1 << true << text;
    QTest::newRow("where it is") << 2 << 2 << false << text;
}

void TestBriefSections::rearrangesByDragging()
{
    QFETCH(int, row);
    QFETCH(int, onto);
    QFETCH(bool, lowerHalf);
    add(u"## A\n\n### A1\n\n## B\n\n## C\n"_s);
    show();
    auto *outline = m_panel->findChild<OutlineList *>();
    QTRY_COMPARE(outline->model().rowCount(), 4);
    openOutline();
    const auto rect = [&](int of) { return outline->list()->visualRect(outline->model().index(of)); };
    QWidget *view = outline->list()->viewport();
    QTest::mousePress(view, Qt::LeftButton, {}, rect(row).center());
    QTest::mouseMove(view, rect(row).center() + QPoint(0, 12));
    const QPoint target = rect(onto).center() + QPoint(0, lowerHalf ? 6 : -6);
    QTest::mouseMove(view, target);
    QTest::mouseRelease(view, Qt::LeftButton, {}, target);
    QVERIFY(outline->isVisible());
    QFETCH(QString, expected);
    QTRY_COMPARE(editor()->text(), expected);
}

void TestBriefSections::leavesAReadOnlyTextAlone()
{
    add(u"## A\n\n## B\n"_s);
    const QString path = m_project->path();
    m_project.reset();
    auto again = Project::open(path, Project::Mode::ReadOnly);
    QVERIFY(again);
    m_project = std::move(*again);
    show();
    for (const QString &name : {u"brief.sectionUp"_s, u"brief.demote"_s, u"brief.role.watch"_s, u"brief.duplicate"_s, u"brief.later"_s})
        QVERIFY2(!m_panel->findChild<QAction *>(name)->isEnabled(), qPrintable(name));
    QVERIFY(m_panel->findChild<QAction *>(u"brief.keepTemplate"_s)->isEnabled());
    auto *outline = m_panel->findChild<OutlineList *>();
    QTRY_COMPARE(outline->model().rowCount(), 2);
    openOutline();
    QTest::keyClick(outline->list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(editor()->text(), u"## A\n\n## B\n"_s);
}

void TestBriefSections::keepsATemplate()
{
    add(u"## Mine\n"_s);
    show();
    trigger(u"brief.keepTemplate"_s);
    name(u"Weekly"_s);
    QCOMPARE(templateText(u"Weekly"_s).value(), u"## Mine\n"_s);
    type(u"x"_s);
    trigger(u"brief.keepTemplate"_s);
    name(u"Weekly"_s);
    auto *replace = m_panel->notice()->findChild<QToolButton *>();
    QCOMPARE(templateText(u"Weekly"_s).value(), u"## Mine\n"_s);
    QVERIFY(m_panel->notice()->text().contains(u"There is a template “Weekly” already."_s));
    QTest::mouseClick(replace, Qt::LeftButton);
    QCOMPARE(templateText(u"Weekly"_s).value(), u"x## Mine\n"_s);

    auto *own = m_panel->findChild<OwnTemplates *>();
    Q_EMIT own->aboutToShow();
    QCOMPARE(own->actions().first()->text(), u"Weekly"_s);
    own->actions().first()->trigger();
    QCOMPARE(editor()->text(), u"x## Mine\n"_s);
    QCOMPARE(inFile(1), u"x## Mine\n"_s);
    QCOMPARE(briefs(m_project->reader())->last().textTemplate, u"Weekly"_s);
}

void TestBriefSections::saysWhatIsWrongWithATemplate()
{
    show();
    QVERIFY(QDir().mkpath(templateFolder()));
    QFile file(templateFolder() + u"/Broken.md"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("caf\xe9");
    file.close();
    auto *own = m_panel->findChild<OwnTemplates *>();
    Q_EMIT own->aboutToShow();
    own->actions().first()->trigger();
    QVERIFY(m_panel->notice()->text().contains(u"is not text in UTF-8. Save it as UTF-8"_s));
    QVERIFY(!m_panel->brief().isValid());
}

void TestBriefSections::duplicatesABrief()
{
    add(u"one"_s);
    add(u"two"_s);
    show();
    type(u"x"_s);
    trigger(u"brief.duplicate"_s);
    QCOMPARE(titles(), u"Brief 1, Brief 1 (copy), Brief 2"_s);
    QCOMPARE(editor()->text(), u"xone"_s);
    QCOMPARE(brief(m_project->reader(), m_panel->brief()).value()->title, u"Brief 1 (copy)"_s);
    QVERIFY(m_project->undo());
    QCOMPARE(titles(), u"Brief 1, Brief 2"_s);
    QVERIFY(m_panel->brief().isValid());
}

void TestBriefSections::ordersBriefs()
{
    add(u"one"_s);
    add(u"two"_s);
    show();
    QTest::keyClick(editor(), Qt::Key_F2);
    auto *title = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(title);
    QTest::keyClicks(title, u"Named"_s);
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(titles(), u"Named, Brief 2"_s);
    QVERIFY(m_project->undo());
    QCOMPARE(titles(), u"Brief 1, Brief 2"_s);
    trigger(u"brief.later"_s);
    QCOMPARE(titles(), u"Brief 2, Brief 1"_s);
    QCOMPARE(editor()->text(), u"one"_s);
    trigger(u"brief.earlier"_s);
    QCOMPARE(titles(), u"Brief 1, Brief 2"_s);
    QVERIFY(m_project->undo());
    QCOMPARE(titles(), u"Brief 2, Brief 1"_s);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    TestBriefSections test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_briefsections.moc"
