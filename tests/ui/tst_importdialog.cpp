#include "app/sources/source.h"
#include "tests/support/temporaryproject.h"
#include "ui/look/look.h"
#include "ui/timeline/importdialog.h"
#include "ui/timeline/importflow.h"
#include "ui/timeline/importpreviewmodel.h"
#include "ui/workbench/panel.h"

#include <QAbstractItemModelTester>
#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QThreadPool>

using namespace redoubt;

class TestImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::apply(*qApp, look::Scheme::Light); }
    void init();
    void cleanup();
    void showsTheEventsToBe();
    void aColumnIsChosen();
    void whatCannotBeReadIsSaid();
    void theMappingIsRemembered();
    void theMappingServesTheSameColumns();
    void importsAndTells();
    void wrongRowsAreOffered();
    void theProjectIsLentMeanwhile();
    void aStoppedImportLeavesNothing();
    void aFileIsDropped();

private:
    QString file(const QByteArray &bytes, const QString &name = u"data.csv"_s);
    [[nodiscard]] static QLabel *state(const ImportDialog &dialog) { return dialog.findChild<QLabel *>(u"import-state"_s); }
    [[nodiscard]] static QAbstractItemModel *rows(const ImportDialog &dialog) { return dialog.findChild<QTableView *>()->model(); }
    [[nodiscard]] static QComboBox *field(const ImportDialog &dialog, const QString &name) { return dialog.findChild<QComboBox *>(u"import-field-"_s + name); }

    std::unique_ptr<TemporaryProject> m_project;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Panel> m_panel;
    ImportFlow *m_flow = nullptr;
};

void TestImportDialog::init()
{
    m_project = std::make_unique<TemporaryProject>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_panel = std::make_unique<Panel>(u"Timeline"_s, u"timeline"_s);
    m_flow = new ImportFlow(m_project->project(), m_panel.get());
}

void TestImportDialog::cleanup()
{
    m_panel.reset();
    QThreadPool::globalInstance()->waitForDone();
    m_project.reset();
}

QString TestImportDialog::file(const QByteArray &bytes, const QString &name)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void TestImportDialog::showsTheEventsToBe()
{
    ImportDialog dialog(m_project->project(), file("When,Headline,Killed\n2022-03-10,Drone,2\nsoon,Missile,\n"));
    const QAbstractItemModelTester tester(rows(dialog));
    QSignalSpy counted(&dialog, &ImportDialog::counted);
    QCOMPARE(dialog.findChild<QComboBox *>(u"import-format"_s)->currentData().toInt(), int(ImportFormat::Csv));
    QCOMPARE(rows(dialog)->rowCount(), 2);
    QCOMPARE(rows(dialog)->index(0, ImportPreviewModel::Date).data().toString(), u"10 Mar 2022"_s);
    QCOMPARE(rows(dialog)->index(0, ImportPreviewModel::Casualties).data().toString(), u"2"_s);
    QVERIFY(rows(dialog)->index(1, ImportPreviewModel::Title).data().toString().startsWith(u"✕ “soon”"_s));
    QCOMPARE(field(dialog, u"title"_s)->currentText(), u"Headline"_s);
    QCOMPARE(field(dialog, u"lane"_s)->currentIndex(), 0);
    QTRY_COMPARE(counted.count(), 1);
    QCOMPARE(state(dialog)->text(), u"1 added, 0 changed, 0 removed, 0 unchanged, 1 skipped."_s);
    QCOMPARE(eventCount(m_project->reader()).value(), 0);
}

void TestImportDialog::aColumnIsChosen()
{
    ImportDialog dialog(m_project->project(), file("a,b\n2022,Drone\n"));
    QCOMPARE(rows(dialog)->rowCount(), 0);
    QVERIFY(!dialog.findChild<QPushButton *>()->isEnabled() || !state(dialog)->text().isEmpty());
    QVERIFY(state(dialog)->text().startsWith(u"Nothing was imported. No column is known"_s));
    const auto choose = [&](const QString &name, const QString &column) {
        auto *box = field(dialog, name);
        box->setCurrentText(column);
        Q_EMIT box->activated(box->currentIndex());
    };
    choose(u"date"_s, u"a"_s);
    choose(u"title"_s, u"b"_s);
    QCOMPARE(rows(dialog)->rowCount(), 1);
    QCOMPARE(rows(dialog)->index(0, ImportPreviewModel::Title).data().toString(), u"Drone"_s);
    QCOMPARE(dialog.file().mapping->columns, (QHash<QString, QString>{{u"date"_s, u"a"_s}, {u"title"_s, u"b"_s}}));
}

void TestImportDialog::whatCannotBeReadIsSaid()
{
    ImportDialog dialog(m_project->project(), file("When,Headline\n2022,Gala\xe7i\n"));
    QVERIFY2(state(dialog)->text().contains(u"Line 2 is not UTF-8 text."_s), qPrintable(state(dialog)->text()));
    QCOMPARE(rows(dialog)->rowCount(), 0);
}

void TestImportDialog::theMappingIsRemembered()
{
    const QString path = file("date,day,title\n2022,2023-05-05,Drone\n");
    QSignalSpy ended(m_flow, &ImportFlow::ended);
    m_flow->start({path, ImportFormat::Csv, ColumnMapping{{{u"date"_s, u"day"_s}, {u"title"_s, u"title"_s}}, {}}});
    QTRY_COMPARE(ended.count(), 1);
    ImportDialog dialog(m_project->project(), path);
    QCOMPARE(field(dialog, u"date"_s)->currentText(), u"day"_s);
    QSignalSpy counted(&dialog, &ImportDialog::counted);
    QTRY_COMPARE(counted.count(), 1);
    QCOMPARE(state(dialog)->text(), u"0 added, 0 changed, 0 removed, 1 unchanged, 0 skipped."_s);
}

void TestImportDialog::theMappingServesTheSameColumns()
{
    QSignalSpy ended(m_flow, &ImportFlow::ended);
    m_flow->start({file("a,b\n2022,Drone\n"), ImportFormat::Csv, ColumnMapping{{{u"date"_s, u"a"_s}, {u"title"_s, u"b"_s}}, {}}});
    QTRY_COMPARE(ended.count(), 1);
    ImportDialog same(m_project->project(), file("a,b\n2023,Missile\n", u"other.csv"_s));
    QCOMPARE(field(same, u"date"_s)->currentText(), u"a"_s);
    QCOMPARE(rows(same)->index(0, ImportPreviewModel::Title).data().toString(), u"Missile"_s);
    ImportDialog other(m_project->project(), file("a,b,c\n2023,Missile,1\n", u"third.csv"_s));
    QCOMPARE(field(other, u"date"_s)->currentIndex(), 0);
}

void TestImportDialog::importsAndTells()
{
    QSignalSpy ended(m_flow, &ImportFlow::ended);
    QSignalSpy changed(&m_project->project(), &Project::changed);
    m_flow->preview(file("date,title,source\n2022,Drone,AFP\n2023,Boat,AFP\n"));
    QVERIFY(m_flow->dialog());
    m_flow->dialog()->accept();
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().value<Changes>().rows.value(u"event"_s).size(), 2);
    QCOMPARE(eventCount(m_project->reader()).value(), 2);
    QCOMPARE(sourceCount(m_project->reader()).value(), 1);
    QCOMPARE(m_panel->notice()->text(), u"Imported: 2 added, 0 changed, 0 removed."_s);
    QCOMPARE(m_project->project().undoText(), u"Import “data.csv”"_s);
    must(m_project->project().undo());
    QCOMPARE(eventCount(m_project->reader()).value(), 0);
}

void TestImportDialog::wrongRowsAreOffered()
{
    QSignalSpy ended(m_flow, &ImportFlow::ended);
    m_flow->start({file("date,title\n2022,Drone\nsoon,Boat\n"), {}, {}});
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY2(m_panel->notice()->text().contains(u"(line 3: “soon”"_s), qPrintable(m_panel->notice()->text()));
    m_flow->start({file("date,title\nsoon,Boat\n"), {}, {}});
    QTRY_COMPARE(ended.count(), 2);
    QCOMPARE(eventCount(m_project->reader()).value(), 1);
}

void TestImportDialog::theProjectIsLentMeanwhile()
{
    QByteArray bytes = "date,title\n";
    for (int i = 0; i < 20'000; ++i)
        bytes += "2022,Drone " + QByteArray::number(i) + "\n";
    QSignalSpy ended(m_flow, &ImportFlow::ended);
    m_flow->start({file(bytes), {}, {}});
    QVERIFY(m_flow->isRunning());
    const auto edited = m_project->project().edit(u"Edit"_s, [](Writer &writer) {
        return writer.insert(u"lane"_s, {u"id"_s, u"key"_s, u"title"_s}, {1, u"a"_s, u"A"_s});
    });
    QVERIFY(!edited);
    QCOMPARE(edited.error().text(), u"Nothing was changed. An import is writing to the project. Wait until it has ended, or stop it."_s);
    QVERIFY(eventCount(m_project->reader()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
    QCOMPARE(eventCount(m_project->reader()).value(), 20'000);
    must(m_project->project().edit(u"Edit"_s, [](Writer &writer) {
        return writer.insert(u"lane"_s, {u"id"_s, u"key"_s, u"title"_s}, {1, u"a"_s, u"A"_s});
    }));
    QCOMPARE(m_project->project().problems().value(), QStringList());
}

void TestImportDialog::aStoppedImportLeavesNothing()
{
    QByteArray bytes = "date,title\n";
    for (int i = 0; i < 100'000; ++i)
        bytes += "2022,Drone " + QByteArray::number(i) + "\n";
    QSignalSpy ended(m_flow, &ImportFlow::ended);
    m_flow->start({file(bytes), {}, {}});
    for (auto *button : m_panel->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == "Stop"_L1)
            button->click();
    }
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
    QCOMPARE(m_panel->notice()->text(), u"The import was stopped; nothing was changed."_s);
    QCOMPARE(eventCount(m_project->reader()).value(), 0);
    QCOMPARE(m_project->project().undoText(), QString());
}

void TestImportDialog::aFileIsDropped()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file("date,title\n2022,Drone\n"))});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_panel.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_panel.get(), &drop);
    QVERIFY(m_flow->dialog());
    m_flow->dialog()->reject();
    QCOMPARE(eventCount(m_project->reader()).value(), 0);
}

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
