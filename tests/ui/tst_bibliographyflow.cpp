#include "app/project/projectinfo.h"
#include "tests/support/sourcespaneltest.h"
#include "ui/look/look.h"
#include "ui/sources/bibliographyflow.h"
#include "ui/workbench/jobstrip.h"

#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>

using namespace redoubt;

/// Bibliographies in and out, by the panel's actions and its file dialogs.
class TestBibliographyFlow : public SourcesPanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        look::apply(*qApp, look::Scheme::Light);
    }
    void init()
    {
        makePanel();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        dropPanel();
        m_folder.reset();
    }

    void importsByContent_data();
    void importsByContent();
    void tellsWhatIsThereAlready();
    void reportsWhatWasSkipped();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void readOnlyProjectIsNotTouched();
    void aStoppedImportLeavesNothing();
    void exportsByName_data();
    void exportsByName();
    void exportsWhatTheListShows();
    void exportsTheChosenOne();
    void exportFailsWithWords_data();
    void exportFailsWithWords();
    void endingFollowsTheFilter();
    void emptyProjectOffersImport();

private:
    QString write(const QByteArray &bytes, const QString &name);
    QString path(const QString &name) { return m_folder->filePath(name); }
    void import(const QString &file);
    void exportAs(const QString &file, const QString &act = u"exportBibliography"_s);
    QByteArray contents(const QString &file);
    QString notice() { return m_panel->notice()->text(); }
    void clickNotice(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
};

QString TestBibliographyFlow::write(const QByteArray &bytes, const QString &name)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no %s", qPrintable(name));
    return file.fileName();
}

QByteArray TestBibliographyFlow::contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// By the action and the dialog that it opens.
void TestBibliographyFlow::import(const QString &file)
{
    QTimer::singleShot(0, this, [file] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(file);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    action(u"importBibliography"_s)->trigger();
    auto *flow = m_panel->findChild<BibliographyFlow *>();
    QVERIFY(flow);
    QTRY_VERIFY(!flow->isRunning());
}

void TestBibliographyFlow::exportAs(const QString &file, const QString &act)
{
    QTimer::singleShot(0, this, [file] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(file);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    action(act)->trigger();
}

void TestBibliographyFlow::clickNotice(const QString &text)
{
    for (auto *button : m_panel->notice()->findChildren<QToolButton *>()) {
        if (button->text() == text)
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL(qPrintable(text));
}

void TestBibliographyFlow::importsByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::newRow("RIS") << QByteArray("TY  - JOUR\r\nTI  - On drones\r\nVL  - 4\r\nKW  - war\r\nN1  - Read it\r\nER  - \r\n") << u"RIS"_s;
    QTest::newRow("BibTeX") << QByteArray("@article{drones, title = {On drones}, volume = 4, keywords = {war}, note = {Read it}}\n") << u"BibTeX"_s;
    QTest::newRow("CSL-JSON") << QByteArray(R"([{"id":"drones","type":"article-journal","title":"On drones","volume":4,"keyword":"war","note":"Read it"}])") << u"CSL-JSON"_s;
}

void TestBibliographyFlow::importsByContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    const auto before = must((*m_project)->history()).size();
    import(write(bytes, u"refs.txt"_s));
    QCOMPARE(notice(), u"%1: 1 added, 0 changed, 0 unchanged, 0 skipped."_s.arg(format));
    QCOMPARE(list()->model()->rowCount(), 3);
    Source added;
    for (const Source &source : must(sources(m_project->reader())))
        added = source.title == u"On drones" ? source : added;
    QVERIFY(added.id.isValid());
    QCOMPARE(added.note, u"Read it"_s);
    QCOMPARE(must(tags(m_project->reader(), u"source"_s, added.id.number)), QStringList{u"war"_s});
    QCOMPARE(must((*m_project)->history()).size(), before + 1);
    QCOMPARE((*m_project)->undoText(), u"Import sources from “refs.txt”"_s);
    clickNotice(u"Undo"_s);
    QCOMPARE(list()->model()->rowCount(), 2);
}

void TestBibliographyFlow::tellsWhatIsThereAlready()
{
    const QString file = write("@misc{nato-2026, title = {Statement on Galați}, author = {Rutte, Mark}}\n@misc{wire-2026, title = {Wire report}}\n", u"refs.bib"_s);
    import(file);
    QVERIFY2(notice().startsWith(u"BibTeX: 0 added, 1 changed, 1 unchanged, 0 skipped. 2 field(s) say something else"_s), qPrintable(notice()));
    QCOMPARE(read(m_nato).author, u"Mark Rutte"_s);
    const auto before = must((*m_project)->history()).size();
    import(file);
    QVERIFY2(notice().startsWith(u"BibTeX: 0 added, 0 changed, 2 unchanged, 0 skipped."_s), qPrintable(notice()));
    QCOMPARE(must((*m_project)->history()).size(), before);
}

void TestBibliographyFlow::reportsWhatWasSkipped()
{
    import(write("@misc{new, title = {New}}\n@misc{broken, title}\n", u"refs.bib"_s));
    QVERIFY2(notice().startsWith(u"BibTeX: 1 added, 0 changed, 0 unchanged, 1 skipped. (line 2: "_s), qPrintable(notice()));
    clickNotice(u"Show report"_s);
    auto *report = find<QListWidget>(u"reportList"_s);
    QVERIFY(report->isVisible() && !list()->isVisible());
    m_panel->activateWindow();
    QTRY_VERIFY(report->hasFocus());
    QCOMPARE(report->count(), 1);
    QVERIFY2(report->item(0)->text().startsWith(u"Line 2 · ✕ skipped\n"_s), qPrintable(report->item(0)->text()));
    QTest::mouseClick(find<QPushButton>(u"copyReport"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Line 2"_s));
    QTest::keyClick(report, Qt::Key_Escape);
    QVERIFY(list()->isVisible());
}

void TestBibliographyFlow::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << u"The file is empty."_s;
    QTest::newRow("something else") << QByteArray("<html><p>Hello") << u"It does not look like RIS, BibTeX or CSL-JSON."_s;
}

void TestBibliographyFlow::refusesWhatIsNone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    import(write(bytes, u"refs.bib"_s));
    QVERIFY2(notice().contains(words), qPrintable(notice()));
    QCOMPARE(list()->model()->rowCount(), 2);
    // The project can be changed again.
    m_project->edit([&](Writer &writer) { return removeSource(writer, m_wire.id); });
}

void TestBibliographyFlow::readOnlyProjectIsNotTouched()
{
    m_panel.reset();
    m_project->reopen(Project::Mode::ReadOnly);
    openPanel();
    import(write("@misc{new, title = {New}}\n", u"refs.bib"_s));
    QVERIFY(!notice().isEmpty());
    QCOMPARE(list()->model()->rowCount(), 2);
    exportAs(path(u"out.bib"_s));
    QVERIFY(contents(path(u"out.bib"_s)).contains("Wire report"));
}

void TestBibliographyFlow::aStoppedImportLeavesNothing()
{
    QByteArray many;
    for (int i = 0; i < 20'000; ++i)
        many += "@misc{new" + QByteArray::number(i) + ", title = {New " + QByteArray::number(i) + "}}\n";
    // The flow is made when it is first needed.
    import(write("@misc{one, title = {One}}\n", u"one.bib"_s));
    auto *flow = m_panel->findChild<BibliographyFlow *>();
    QSignalSpy ended(flow, &BibliographyFlow::ended);
    flow->start(write(many, u"many.bib"_s));
    QVERIFY(flow->isRunning());
    QTest::mouseClick(m_panel->findChild<JobStrip *>()->findChild<QToolButton *>(), Qt::LeftButton);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(notice(), u"The import was stopped; nothing was changed."_s);
    QCOMPARE(list()->model()->rowCount(), 3);
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
}

void TestBibliographyFlow::exportsByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("CSL-JSON") << u"out.json"_s << QByteArray("\"nato-2026\"");
    QTest::newRow("BibTeX") << u"out.BIB"_s << QByteArray("{nato-2026,");
    QTest::newRow("RIS") << u"out.ris"_s << QByteArray("nato-2026");
}

void TestBibliographyFlow::exportsByName()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, part);
    exportAs(path(name));
    QVERIFY2(notice().startsWith(u"2 source(s) exported to "_s), qPrintable(notice()));
    QVERIFY2(contents(path(name)).contains(part), contents(path(name)).constData());
    QVERIFY(contents(path(name)).contains("wire-2026"));
}

void TestBibliographyFlow::exportsWhatTheListShows()
{
    find<QToolButton>(u"gradeChooser"_s)->menu()->actions().at(4)->trigger();
    QCOMPARE(shownKeys(), u"wire-2026"_s);
    exportAs(path(u"out.json"_s));
    QVERIFY(contents(path(u"out.json"_s)).contains("wire-2026"));
    QVERIFY(!contents(path(u"out.json"_s)).contains("nato-2026"));
}

void TestBibliographyFlow::exportsTheChosenOne()
{
    QVERIFY(!action(u"exportSource"_s)->isEnabled());
    m_selection->select(Thing::of(m_nato.id));
    exportAs(path(u"out.json"_s), u"exportSource"_s);
    QVERIFY(contents(path(u"out.json"_s)).contains("nato-2026"));
    QVERIFY(!contents(path(u"out.json"_s)).contains("wire-2026"));
}

void TestBibliographyFlow::exportFailsWithWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("no format") << u"out.docx"_s << u"Give the file a name that ends in .json, .bib or .ris."_s;
    QTest::newRow("no folder") << u"none/out.bib"_s << u"out.bib"_s;
}

void TestBibliographyFlow::exportFailsWithWords()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    exportAs(path(name));
    QVERIFY2(notice().contains(words), qPrintable(notice()));
    QVERIFY(!QFileInfo::exists(path(name)));
}

void TestBibliographyFlow::endingFollowsTheFilter()
{
    QCOMPARE(BibliographyFlow::withEnding(u"/a/refs"_s, u"RIS (*.ris)"_s), u"/a/refs.ris"_s);
    QCOMPARE(BibliographyFlow::withEnding(u"/a/refs"_s, QString()), u"/a/refs.json"_s);
    QCOMPARE(BibliographyFlow::withEnding(u"/a/refs.bib"_s, u"RIS (*.ris)"_s), u"/a/refs.bib"_s);
    // The dialog has not asked about what a name becomes: such a file is not replaced.
    write("mine", u"refs.json"_s);
    exportAs(path(u"refs"_s));
    QVERIFY2(notice().contains(u"is there already."_s), qPrintable(notice()));
    QCOMPARE(contents(path(u"refs.json"_s)), QByteArray("mine"));
}

void TestBibliographyFlow::emptyProjectOffersImport()
{
    m_project->edit([&](Writer &writer) -> Result<> {
        must(removeSource(writer, m_nato.id));
        return removeSource(writer, m_wire.id);
    });
    QVERIFY(!action(u"exportBibliography"_s)->isEnabled());
    QPushButton *offered = nullptr;
    for (auto *button : m_panel->findChildren<QPushButton *>())
        offered = button->isVisible() && button->text() == u"Import bibliography…" ? button : offered;
    QVERIFY(offered);
}

QTEST_MAIN(TestBibliographyFlow)
#include "tst_bibliographyflow.moc"
