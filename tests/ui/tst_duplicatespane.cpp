#include "app/brief/brief.h"
#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "tests/support/sourcespaneltest.h"
#include "ui/look/look.h"
#include "ui/sources/duplicatespane.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QToolButton>

using namespace redoubt;

/// Pairs of sources that are perhaps one document, in the place of the list.
class TestDuplicatesPane : public SourcesPanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        look::apply(*qApp, look::Scheme::Light);
    }

    void init()
    {
        makePanel();
        m_twin = m_nato;
        m_twin.id = {};
        m_twin.key = u"nato-copy"_s;
        m_twin.author = u"Mark Rutte"_s;
        m_nato.address = m_twin.address = u"https://example.org/statement"_s;
        m_project->edit([&](Writer &writer) -> Result<> {
            must(updateSource(writer, m_nato));
            must(addSource(writer, m_twin));
            must(setTags(writer, u"source"_s, m_twin.id.number, {u"airspace"_s}));
            Evidence said{.id = {}, .event = m_strike.id, .source = m_twin.id, .excerpt = {}};
            must(addEvidence(writer, said));
            Brief brief;
            brief.title = u"Drone on NATO soil"_s;
            brief.text = u"It was said [@nato-copy].\n"_s;
            must(addBrief(writer, brief));
            m_brief = brief.id;
            return {};
        });
    }
    void cleanup() { dropPanel(); }

    void nothingToShow()
    {
        m_project->edit([&](Writer &writer) { return removeSource(writer, m_twin.id); });
        open();
        QTRY_COMPARE(note(), u"No two sources look like the same document."_s);
        QVERIFY(!find<QTableWidget>(u"differences"_s)->isVisible());
        QVERIFY(!button(u"mergePair"_s)->isEnabled());
        QTest::keyClick(pairs(), Qt::Key_Return);
        QTest::keyClick(pairs(), Qt::Key_Delete);
        QCOMPARE(must(sources(m_project->reader())).size(), 2);
    }

    void differencesStandSideBySide()
    {
        openWithPair();
        QVERIFY2(pairs()->item(0)->text().endsWith(u"\nsame address · same title"_s), qPrintable(pairs()->item(0)->text()));
        auto *table = find<QTableWidget>(u"differences"_s);
        QStringList lines;
        for (int row = 0; row < table->rowCount(); ++row)
            lines.append(QStringList{table->item(row, 0)->text(), cell(row, first()), cell(row, !first())}.join(u" | "_s));
        QVERIFY2(lines.contains(u"Author | – | Mark Rutte"_s), qPrintable(lines.join(u'\n')));
        QVERIFY(lines.contains(u"Tags | – | airspace"_s));
        QVERIFY2(lines.filter(QRegularExpression(u"^(Title|Address|Type|Grade)"_s)).isEmpty(), qPrintable(lines.join(u'\n')));
    }

    void merging_data()
    {
        QTest::addColumn<bool>("keepNato");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("told");
        QTest::newRow("into the first") << true << u"nato-2026"_s << u"Merged @nato-copy into @nato-2026. Moved: 1 event(s) · 1 citing sentence(s)."_s;
        QTest::newRow("into the other") << false << u"nato-copy"_s << u"Merged @nato-2026 into @nato-copy. Moved: 1 capture(s)."_s;
    }

    void merging()
    {
        QFETCH(bool, keepNato);
        QFETCH(QString, kept);
        openWithPair();
        QTest::keyClick(pairs(), first() == keepNato ? Qt::Key_Left : Qt::Key_Right);
        QCOMPARE(m_selection->current(), Thing::of(keepNato ? m_nato.id : m_twin.id));
        const auto before = must((*m_project)->history()).size();
        QTest::keyClick(pairs(), Qt::Key_Return);
        QCOMPARE(pairs()->count(), 0);
        QCOMPARE(must((*m_project)->history()).size(), before + 1);
        const auto left = must(sourceByKey(m_project->reader(), kept));
        QVERIFY(left);
        QCOMPARE(must(sources(m_project->reader())).size(), 2);
        QCOMPARE(left->author, u"Mark Rutte"_s);
        QCOMPARE(must(tags(m_project->reader(), u"source"_s, left->id.number)), QStringList{u"airspace"_s});
        QCOMPARE(must(evidenceFrom(m_project->reader(), left->id)).size(), 1);
        QCOMPARE(must(brief(m_project->reader(), m_brief))->text, u"It was said [@%1].\n"_s.arg(kept));
        QTEST(m_panel->notice()->text(), "told");
        QCOMPARE(m_selection->current(), Thing::of(left->id));
        must((*m_project)->undo());
        QTRY_COMPARE(pairs()->count(), 1);
        QCOMPARE(must(brief(m_project->reader(), m_brief))->text, u"It was said [@nato-copy].\n"_s);
    }

    void keepingApart()
    {
        openWithPair();
        QTest::keyClick(pairs(), Qt::Key_Delete);
        QCOMPARE(pairs()->count(), 0);
        QVERIFY(m_panel->notice()->text().endsWith(u"are kept apart."_s));
        QTest::mouseClick(button(u"lookAgain"_s), Qt::LeftButton);
        QTRY_COMPARE(note(), u"No two sources look like the same document."_s);
        QCOMPARE(must(sources(m_project->reader())).size(), 3);
        must((*m_project)->undo());
        QTRY_COMPARE(pairs()->count(), 1);
        QTest::mouseClick(button(u"partPair"_s), Qt::LeftButton);
        QCOMPARE(pairs()->count(), 0);
    }

    void escapeBringsTheListBack()
    {
        openWithPair();
        QVERIFY(!list()->isVisible());
        QTest::keyClick(pairs(), Qt::Key_Escape);
        QVERIFY(list()->isVisible() && list()->hasFocus());
        QVERIFY(!pairs()->isVisible());
        // What is new is found when the pane is seen again.
        m_project->edit([&](Writer &writer) { return removeSource(writer, m_twin.id); });
        open();
        QTRY_COMPARE(pairs()->count(), 0);
        QTest::mouseClick(find<QToolButton>(u"closeDuplicates"_s), Qt::LeftButton);
        QVERIFY(list()->isVisible());
    }

    void readOnlyShowsOnly()
    {
        m_panel.reset();
        m_project->reopen(Project::Mode::ReadOnly);
        openPanel();
        openWithPair();
        QVERIFY(!button(u"mergePair"_s)->isEnabled());
        QVERIFY(!button(u"partPair"_s)->isEnabled());
        QTest::keyClick(pairs(), Qt::Key_Return);
        QCOMPARE(pairs()->count(), 1);
    }

    void longNamesFitANarrowPanel()
    {
        m_twin.title = m_nato.title = u"A very long title "_s.repeated(40).trimmed();
        m_project->edit([&](Writer &writer) -> Result<> {
            must(updateSource(writer, m_nato));
            return updateSource(writer, m_twin);
        });
        m_panel->resize(360, 900);
        openWithPair();
        auto *pane = find<DuplicatesPane>(u"duplicates"_s);
        QVERIFY2(pane->minimumSizeHint().width() <= 360, qPrintable(QString::number(pane->minimumSizeHint().width())));
        QVERIFY(find<QRadioButton>(u"keepFirst"_s)->width() > 80);
        QVERIFY(!find<QRadioButton>(u"keepFirst"_s)->toolTip().isEmpty());
    }

private:
    void open() { action(u"findDuplicates"_s)->trigger(); }
    void openWithPair()
    {
        open();
        QTRY_COMPARE(pairs()->count(), 1);
        QVERIFY(pairs()->hasFocus());
    }
    QListWidget *pairs() { return find<QListWidget>(u"duplicateList"_s); }
    QPushButton *button(const QString &name) { return find<QPushButton>(name); }
    QString note() { return find<QLabel>(u"duplicatesNote"_s)->text(); }
    /// Whether NATO's own statement stands on the left.
    bool first() { return find<QRadioButton>(u"keepFirst"_s)->text() == u"@nato-2026"_s; }
    QString cell(int row, bool onTheLeft) { return find<QTableWidget>(u"differences"_s)->item(row, onTheLeft ? 1 : 2)->text(); }

    Source m_twin;
    Id<Brief> m_brief;
};

QTEST_MAIN(TestDuplicatesPane)
#include "tst_duplicatespane.moc"
