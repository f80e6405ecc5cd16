#include "app/commands/sample.h"
#include "app/timeline/event.h"
#include "ui/workbench/jobstrip.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/startpage.h"
#include "ui/workbench/window.h"

#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPointer>
#include <QScreen>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// A panel with a field to type in.
class FieldPanel : public Panel
{
public:
    FieldPanel(const QString &name, QWidget *parent)
        : Panel(name, name, parent)
        , field(new QLineEdit(this))
    {
        setContent(field);
        showFilter(u"Filter"_s);
        auto *add = makeAction(u"add-"_s + name, u"new"_s, u"Add %1"_s.arg(name), u"Adds"_s);
        addHeaderAction(add);
        addToToolBar(add);
        if (isAside())
            addShowAction(makeAction(u"show-"_s + name, u"checks"_s, u"Show %1"_s.arg(name), u"Shows"_s));
    }

    void say(const QString &text) { setStatusText(text); }
    Result<> flush() override
    {
        return isFull ? Result<>(failure(u"It was not written."_s, u"The disk is full."_s)) : Result<>();
    }

    QByteArray arrangement() const override { return field->text().toUtf8(); }
    void setArrangement(const QByteArray &arrangement) override { field->setText(QString::fromUtf8(arrangement)); }

    [[nodiscard]] bool isAside() const override { return objectName() == "checks"_L1; }
    [[nodiscard]] bool searchesEverything() const override { return objectName() == "sources"_L1; }

    bool isFull = false;

    QLineEdit *field;
};

Fittings stubs()
{
    return {.furnish =
                [](Project &, Selection &, QWidget *desk) {
                    return QList<Panel *>{new FieldPanel(u"timeline"_s, desk), new FieldPanel(u"sources"_s, desk),
                        new FieldPanel(u"brief"_s, desk), new FieldPanel(u"checks"_s, desk), new FieldPanel(u"watchlist"_s, desk)};
                },
        .briefOn = [](const Desk &) { return std::optional<Brief>(); },
        .askSince = [](const Desk &, const Brief &, QWidget *) { return std::optional(Id<Revision>()); },
        .exportBrief = [](const QString &, Id<Brief>, Id<Revision>, const QString &path, JobState &) { return Result<QString>(path); }};
}

/// The widths of the panels that are beside each other.
QList<int> widthsOf(const Desk &desk)
{
    QList<int> widths;
    for (const Panel *panel : desk.panels()) {
        if (panel->isVisible())
            widths.append(panel->width());
    }
    return widths;
}

/// Notes the widths that are painted first.
class FirstWidths : public QObject
{
public:
    explicit FirstWidths(const Window &window)
        : m_window(window)
    {
        qApp->installEventFilter(this);
    }

    QList<int> widths;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *panel = event->type() == QEvent::Paint ? qobject_cast<Panel *>(watched) : nullptr;
        if (panel && panel->window() == &m_window && widths.isEmpty())
            widths = widthsOf(*m_window.desk());
        return false;
    }

private:
    const Window &m_window;
};

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"case.redoubt"_s);
        QVERIFY(createSample(m_path));
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings"_s));
        m_window = new Window(*m_settings, stubs());
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }

    void cleanup()
    {
        delete m_window;
        m_settings.reset(); // it writes, and would make the folder anew once that is gone
    }

    void aNewWindowFitsTheScreen()
    {
        Settings unused(m_folder->filePath(u"unused"_s));
        const auto window = std::make_unique<Window>(unused, stubs());
        QCOMPARE(window->size(), QSize(1600, 900).boundedTo(window->screen()->availableSize()));
    }

    void startsWithTheStartPage()
    {
        QVERIFY(m_window->findChild<StartPage *>()->isVisible());
        QVERIFY(!m_window->desk());
        QVERIFY(!m_window->findChild<QToolBar *>()->isVisible());
    }

    void opensAProject()
    {
        m_window->openProject(m_path);
        QVERIFY(m_window->desk());
        QCOMPARE(m_window->windowTitle(), u"Russia's drone on NATO soil — Redoubt"_s);
        QCOMPARE(m_settings->recentProjects(), QStringList{m_path});
        QStringList menus;
        for (const QAction *menu : m_window->menuBar()->actions())
            menus.append(menu->text().remove(u'&'));
        QCOMPARE(menus.join(u' '), u"Project Edit View timeline sources brief checks watchlist Help"_s);
    }

    void opensALargeProjectAsAJob()
    {
        QVERIFY(makeLarge());
        QVERIFY(!Window::opensAtOnce(m_path));
        m_window->openProject(m_path);
        QVERIFY(!m_window->desk());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->desk(), 60'000);
        QCOMPARE(m_window->windowTitle(), u"Russia's drone on NATO soil — Redoubt"_s);
        m_window->closeProject();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() - 60'000'000));
        QVERIFY(file.resize(file.size() + 60'000'000)); // the end is zeros
        file.close();
        m_window->openProject(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->notice()->text().contains(u"damaged"_s), 60'000);
        QVERIFY(!m_window->desk());
    }

    void showsALargeProjectThatIsOpenElsewhere()
    {
        QVERIFY(makeLarge());
        const auto elsewhere = Project::open(m_path);
        QVERIFY(elsewhere);
        m_window->openProject(m_path);
        QVERIFY(!m_window->desk());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->desk(), 60'000);
        QVERIFY(m_window->desk()->project().isReadOnly());
        QCOMPARE(m_window->notice()->text(), u"It is already open in another window. It is shown to read only."_s);
        QVERIFY((*elsewhere)->edit(u"Add"_s, [](Writer &writer) {
            Event event;
            event.title = u"New"_s;
            return addEvent(writer, event);
        }));
    }

    void panelsRememberHowTheyAreArranged()
    {
        m_window->openProject(m_path);
        const auto fields = [this] {
            QStringList texts;
            for (const Panel *panel : m_window->desk()->panels())
                texts.append(static_cast<const FieldPanel *>(panel)->field->text());
            return texts.join(u'|');
        };
        static_cast<FieldPanel *>(m_window->desk()->panels().at(1))->field->setText(u"both"_s);
        m_window->closeProject();
        m_window->openProject(m_path);
        QCOMPARE(fields(), u"|both|||"_s);
    }

    void aPanelCanBeAlone()
    {
        m_window->openProject(m_path);
        Panel *sources = m_window->desk()->panels().at(1);
        Panel *brief = m_window->desk()->panels().at(2);
        QTRY_VERIFY(sources->isVisible());
        Q_EMIT brief->aloneWanted(true);
        QVERIFY(brief->isVisible() && !sources->isVisible());
        QVERIFY(!m_window->menuBar()->isVisible());
        QVERIFY(m_window->statusBar()->isVisible());
        QVERIFY(m_window->desk()->project().edit(u"Add"_s, [](Writer &writer) {
            Event event;
            event.title = u"New"_s;
            return addEvent(writer, event);
        }));
        QVERIFY(!m_window->findChild<QToolBar *>()->isVisible());
        Q_EMIT brief->aloneWanted(false);
        QVERIFY(brief->isVisible() && sources->isVisible());
        QVERIFY(m_window->menuBar()->isVisible() && m_window->findChild<QToolBar *>()->isVisible());
        QVERIFY(!m_window->isFullScreen());
        Q_EMIT brief->aloneWanted(true);
        m_window->closeProject();
        QVERIFY(m_window->menuBar()->isVisible());
        m_window->openProject(m_path);
        QTRY_VERIFY(m_window->desk()->panels().at(1)->isVisible());
    }

    void standsFourPanelsSideBySide()
    {
        m_window->openProject(m_path);
        int right = -1;
        for (const Panel *panel : m_window->desk()->panels()) {
            if (panel->isAside())
                continue;
            QTRY_VERIFY(panel->isVisible());
            const int x = panel->mapTo(m_window, QPoint()).x();
            QVERIFY(x > right);
            right = x + panel->width() - 1;
        }
        QTRY_VERIFY(m_window->desk()->panels().at(2)->width() > m_window->desk()->panels().at(0)->width());
    }

    void remembersTheLayoutAndResetsIt()
    {
        m_window->openProject(m_path);
        Panel *sources = m_window->desk()->panels().at(1);
        m_window->desk()->toggleAction(sources)->trigger();
        QVERIFY(!sources->isVisible());
        m_window->closeProject();
        m_window->openProject(m_path);
        QVERIFY(!m_window->desk()->panels().at(1)->isVisible());
        m_window->findChild<QAction *>(u"reset-layout"_s)->trigger();
        QTRY_VERIFY(m_window->desk()->panels().at(1)->isVisible());
    }

    void remembersWidths_data()
    {
        QTest::addColumn<bool>("isShown"); ///< before the project is opened
        QTest::newRow("in a window") << true;
        QTest::newRow("from the command line") << false;
    }

    void remembersWidths()
    {
        QFETCH(bool, isShown);
        m_window->openProject(m_path);
        QTRY_COMPARE(widthsOf(*m_window->desk()).size(), 4);
        const auto docks = m_window->desk()->findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly);
        QList<QDockWidget *> columns;
        for (QDockWidget *dock : docks) {
            if (dock->isVisible())
                columns.append(dock);
        }
        m_window->desk()->resizeDocks(columns, {500, 250, 450, 390}, Qt::Horizontal);
        QTRY_VERIFY(columns.first()->width() > 450);
        const QList<int> before = widthsOf(*m_window->desk());
        m_window->closeProject();
        m_window->setVisible(isShown);
        FirstWidths first(*m_window);
        m_window->openProject(m_path);
        m_window->show();
        QTRY_COMPARE(first.widths, before);
        QCoreApplication::processEvents();
        QCOMPARE(widthsOf(*m_window->desk()), before);
    }

    void resetsWhatWasNotShownYet()
    {
        m_window->openProject(m_path);
        Panel *sources = m_window->desk()->panels().at(1);
        m_window->desk()->toggleAction(sources)->trigger();
        m_window->closeProject();
        m_window->hide();
        m_window->openProject(m_path);
        m_window->findChild<QAction *>(u"reset-layout"_s)->trigger();
        m_window->show();
        QTRY_COMPARE(widthsOf(*m_window->desk()).size(), 4);
    }

    void paintsFirstWhatStays()
    {
        m_window->hide();
        FirstWidths first(*m_window);
        m_window->openProject(m_path);
        m_window->show();
        QTRY_COMPARE(first.widths.size(), 4);
        QVERIFY(first.widths.at(2) > first.widths.at(0));
        QCoreApplication::processEvents();
        QCOMPARE(widthsOf(*m_window->desk()), first.widths);
    }

    void undoesFromAnywhere()
    {
        m_window->openProject(m_path);
        Project &project = m_window->desk()->project();
        const auto galati = eventByKey(project.reader(), u"galati-strike"_s).value().value();
        QVERIFY(project.edit(u"Change title"_s, [&](Writer &writer) {
            Event changed = galati;
            changed.title = u"Another"_s;
            return updateEvent(writer, changed);
        }));
        QCOMPARE(m_window->findChild<QAction *>(u"undo"_s)->text(), u"&Undo: Change title"_s);

        auto *field = static_cast<FieldPanel *>(m_window->desk()->panels().first())->field;
        field->setFocus();
        QTest::keyClicks(field, u"abc"_s);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field->text(), QString());
        QCOMPARE(redoubt::event(project.reader(), galati.id).value()->title, u"Another"_s);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(redoubt::event(project.reader(), galati.id).value()->title, galati.title);
    }

    void opensReadOnlyWhatIsOpenElsewhere()
    {
        auto elsewhere = Project::open(m_path);
        QVERIFY(elsewhere);
        m_window->openProject(m_path);
        QVERIFY(m_window->desk()->project().isReadOnly());
        QCOMPARE(m_window->notice()->text(), u"It is already open in another window. It is shown to read only."_s);
        QStringList texts;
        for (const QLabel *label : m_window->statusBar()->findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY2(texts.contains(u"Read only"_s), qPrintable(texts.join(u'|')));
    }

    void bringsTheFirstWindowToTheFront()
    {
        m_window->openProject(m_path);
        auto *second = new Window(*m_settings, stubs());
        second->openProject(m_path);
        QVERIFY(!second->desk());
        QCOMPARE(second->notice()->text(), u"case.redoubt is already open; its window was brought to the front."_s);
        delete second;
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray()
                               << u"“x.redoubt” was not opened. The file is empty. Go back to a copy of it, or make a new project."_s;
        QTest::newRow("text") << QByteArray("hello")
                              << u"“x.redoubt” was not opened. It is not a Redoubt project. Choose a .redoubt file; other documents come in through a project's import."_s;
    }

    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, message);
        QFile file(m_folder->filePath(u"x.redoubt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        m_window->openProject(file.fileName());
        QVERIFY(!m_window->desk());
        QCOMPARE(m_window->notice()->text(), message);
    }

    void goesToAnything()
    {
        m_window->openProject(m_path);
        m_window->findChild<QAction *>(u"go-to"_s)->trigger();
        auto *field = m_window->findChild<GoToAnything *>();
        QTRY_COMPARE(QApplication::focusWidget(), field);
        QTest::keyClicks(field, u"drone block galati"_s);
        QTest::keyClick(field, Qt::Key_Return);
        const Thing thing = m_window->desk()->selection().current();
        QCOMPARE(redoubt::event(m_window->desk()->project().reader(), thing.event()).value()->key, u"galati-strike"_s);
        QCOMPARE(field->text(), QString());
    }

    void searchesForWhatItDoesNotFind()
    {
        m_window->openProject(m_path);
        m_window->findChild<QAction *>(u"go-to"_s)->trigger();
        auto *field = m_window->findChild<GoToAnything *>();
        QTRY_COMPARE(QApplication::focusWidget(), field);
        QTest::keyClicks(field, u"drone "_s);
        const auto *list = field->findChild<QListView *>();
        QCOMPARE(list->model()->index(list->model()->rowCount() - 1, 0).data().toString(), u"Search everything for “drone”"_s);
        QVERIFY(list->model()->rowCount() > 1);
        QTest::keyClicks(field, u"& <b>hippopotamus</b>"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        const Panel *sources = m_window->desk()->panels().at(1);
        QCOMPARE(sources->filterField()->text(), u"drone & <b>hippopotamus</b>"_s);
        QTRY_COMPARE(QApplication::focusWidget(), sources->filterField());
        QCOMPARE(field->text(), QString());
        QVERIFY(m_window->desk()->selection().current().isNone());
        // Without words there is nothing to look for.
        field->setFocus();
        QTest::keyClicks(field, u"  "_s);
        QVERIFY(!list->isVisible());
    }

    void showsWhatThePanelsSay()
    {
        m_window->openProject(m_path);
        static_cast<FieldPanel *>(m_window->desk()->panels().at(2))->say(u"812 words"_s);
        QStringList texts;
        QToolButton *said = nullptr;
        for (auto *state : m_window->statusBar()->findChildren<QToolButton *>()) {
            if (state->isVisible())
                texts.append(state->text());
            said = state->text() == "812 words"_L1 ? state : said;
        }
        QVERIFY2(said, qPrintable(texts.join(u'|')));
        m_window->desk()->toggleAction(m_window->desk()->panels().at(2))->trigger();
        QTest::mouseClick(said, Qt::LeftButton);
        QTRY_VERIFY(m_window->desk()->panels().at(2)->isVisible());
        QVERIFY(m_window->desk()->panels().at(2)->isAncestorOf(QApplication::focusWidget()));
    }

    void hidesThePanelAsideUntilItIsWanted()
    {
        m_window->openProject(m_path);
        const auto below = [this] { return static_cast<FieldPanel *>(m_window->desk()->panels().at(3)); };
        const Panel *brief = m_window->desk()->panels().at(2);
        QTRY_VERIFY(brief->width() > m_window->desk()->panels().at(0)->width());
        const int width = brief->width();
        QVERIFY(!below()->isVisible());
        Q_EMIT below()->wanted();
        QTRY_VERIFY(below()->field->hasFocus());
        QCOMPARE(below()->mapTo(m_window, QPoint()).x(), brief->mapTo(m_window, QPoint()).x());
        QVERIFY(below()->mapTo(m_window, QPoint()).y() > brief->mapTo(m_window, QPoint()).y());
        QTRY_VERIFY(std::abs(below()->height() - m_window->desk()->height() / 3) < 60);
        QCOMPARE(brief->width(), width);
        m_window->closeProject();
        m_window->openProject(m_path);
        QTRY_VERIFY(below()->isVisible());
        Q_EMIT below()->dismissed();
        QVERIFY(!below()->isVisible());
        Q_EMIT below()->wanted();
        QVERIFY(below()->isVisible());
        m_window->findChild<QAction *>(u"reset-layout"_s)->trigger();
        QVERIFY(!below()->isVisible());
    }

    void showActionsStandBesideTheExport()
    {
        m_window->openProject(m_path);
        QStringList texts;
        for (const QAction *shown : m_window->findChild<QToolBar *>()->actions())
            texts.append(shown->isSeparator() ? u"|"_s : shown->text());
        QCOMPARE(texts.join(u' ').section(u" | "_s, 1).trimmed(), u"Show checks &Export…"_s);
    }

    void everyActionExplainsItself()
    {
        m_window->openProject(m_path);
        for (const QAction *action : m_window->findChildren<QAction *>()) {
            if (action->objectName().isEmpty() || action->objectName().startsWith(u"_q_"_s) || action->isSeparator())
                continue;
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
        }
    }

    void closesToTheStartPage()
    {
        m_window->openProject(m_path);
        QPointer<Desk> desk = m_window->desk();
        m_window->findChild<QAction *>(u"close"_s)->trigger();
        QVERIFY(!desk);
        QVERIFY(m_window->findChild<StartPage *>()->isVisible());
        QCOMPARE(QDir(m_folder->path()).entryList({u"case.redoubt*"_s}), QStringList{u"case.redoubt"_s});
        QCOMPARE(m_window->menuBar()->actions().size(), 4);
        m_window->openProject(m_path);
        QVERIFY(m_window->desk());
    }

    void staysOpenWhenTypedTextCannotBeWritten()
    {
        m_window->openProject(m_path);
        auto *brief = static_cast<FieldPanel *>(m_window->desk()->panels().at(2));
        brief->isFull = true;
        m_window->findChild<QAction *>(u"close"_s)->trigger();
        QVERIFY(m_window->desk());
        QCOMPARE(brief->notice()->text(), u"It was not written. The disk is full."_s);
        QVERIFY(!m_window->close());
        brief->isFull = false;
        m_window->findChild<QAction *>(u"close"_s)->trigger();
        QVERIFY(!m_window->desk());
    }

    void runsAJob()
    {
        JobStrip strip;
        QString said;
        QVERIFY(strip.start(u"Work"_s, [](JobState &) { return Result<QString>(u"done"_s); },
            [&](const Result<QString> &result) { said = *result; }));
        QVERIFY(!strip.start(u"More"_s, [](JobState &) { return Result<QString>(u"no"_s); }, [](const auto &) {}));
        QTRY_COMPARE(said, u"done"_s);
        QVERIFY(!strip.isRunning());
    }

private:
    /// More than is opened at once.
    [[nodiscard]] bool makeLarge() const
    {
        const auto project = Project::open(m_path);
        return project && (*project)->keep([](Writer &writer) {
            return writer.run(u"INSERT INTO history (at, what, changeset) VALUES ('2026-05-29T00:00:00Z', 'Large', zeroblob(70000000))"_s);
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Settings> m_settings;
    Window *m_window = nullptr;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
