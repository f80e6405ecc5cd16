#include "app/timeline/edtf.h"
#include "tests/support/temporaryproject.h"
#include "ui/look/look.h"
#include "ui/timeline/countchart.h"
#include "ui/timeline/lagchart.h"
#include "ui/timeline/patternspane.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"

#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace redoubt;

/// The patterns of a timeline: plots that lead to their events, and go out as numbers and pictures.
class TestPatternsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void anEmptyTimelineSaysSo();
    void lagsOverTime();
    void clickAndKeysLeadToTheEvent();
    void kindsOfLinks();
    void countsByMonth();
    void theFilterCounts();
    void anEditIsFollowed();
    void goesOut_data();
    void goesOut();
    void eventsAreExported_data();
    void eventsAreExported();
    void onlyWhatTheFilterLeavesIsExported();
    void thePictureIsOfWhatIsShown();
    void aLowPaneCoversNothing();
    void escapeCloses();

private:
    Event add(const QString &title, const QString &date);
    void join(const Event &from, const Event &to, LinkKind kind);
    void open();
    void openPatterns();
    template<class Widget>
    [[nodiscard]] Widget *child(const QString &name) const
    {
        return m_panel->findChild<Widget *>(name);
    }
    [[nodiscard]] LagChart *lagChart() const { return child<LagChart>(u"lag-chart"_s); }
    [[nodiscard]] CountChart *countChart() const { return child<CountChart>(u"count-chart"_s); }

    std::unique_ptr<TemporaryProject> m_case;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<TimelinePanel> m_panel;
};

void TestPatternsPane::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    look::apply(*qApp, look::Scheme::Light);
}

void TestPatternsPane::init()
{
    m_case = std::make_unique<TemporaryProject>();
    m_selection = std::make_unique<Selection>();
}

void TestPatternsPane::cleanup()
{
    m_panel.reset();
    m_selection.reset();
    m_case.reset();
}

Event TestPatternsPane::add(const QString &title, const QString &date)
{
    Event event;
    event.title = title;
    event.date = date;
    event.bounds = must(readEdtf(date)).bounds;
    m_case->edit([&](Writer &writer) { return addEvent(writer, event); });
    return event;
}

void TestPatternsPane::join(const Event &from, const Event &to, LinkKind kind)
{
    Link link{{}, from.id, to.id, kind, {}};
    m_case->edit([&](Writer &writer) { return addLink(writer, link); });
}

void TestPatternsPane::open()
{
    m_panel = std::make_unique<TimelinePanel>(m_case->project(), *m_selection);
    m_panel->resize(900, 1400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestPatternsPane::openPatterns()
{
    open();
    child<QAction>(u"show-patterns"_s)->trigger();
    QVERIFY(m_panel->patterns() && m_panel->patterns()->isVisible());
    QTRY_VERIFY(countChart()->plot().area.width() > 100);
}

void TestPatternsPane::anEmptyTimelineSaysSo()
{
    openPatterns();
    QCOMPARE(lagChart()->points().size(), 0);
    QStringList notes;
    for (const auto *label : m_panel->patterns()->findChildren<QLabel *>())
        notes.append(label->text());
    QVERIFY(notes.contains(u"There are no events with a date."_s));
    QVERIFY(notes.join(u' ').contains(u"No events are linked this way yet."_s));
}

void TestPatternsPane::lagsOverTime()
{
    const Event first = add(u"First"_s, u"2022-01-01"_s);
    const Event second = add(u"Second"_s, u"2024-01-01"_s);
    join(add(u"Quick"_s, u"2022-01-02"_s), first, LinkKind::ResponseTo);
    join(add(u"Vague"_s, u"2024-02"_s), second, LinkKind::ResponseTo);
    openPatterns();
    const LagPlot &plot = lagChart()->plot();
    QCOMPARE(plot.marks.size(), 2);
    const auto &quick = plot.marks[0];
    const auto &vague = plot.marks[1];
    QVERIFY(quick.left < vague.left);
    QCOMPARE(quick.top, quick.bottom);
    QVERIFY2(vague.bottom - vague.top > 2, "an uncertain lag is a bar");
    QVERIFY2(vague.bottom < quick.top, "a longer lag stands higher");
    QVERIFY(quick.bottom <= plot.area.bottom() && vague.top >= plot.area.top());
    QVERIFY(!plot.heights.isEmpty() && !plot.dates.isEmpty());
    for (qsizetype i = 1; i < plot.heights.size(); ++i)
        QVERIFY2(std::abs(plot.heights[i].position - plot.heights[i - 1].position) > 10, "labels do not touch");
}

void TestPatternsPane::clickAndKeysLeadToTheEvent()
{
    const Event first = add(u"First"_s, u"2022-01-01"_s);
    const Event second = add(u"Second"_s, u"2024-01-01"_s);
    const Event quick = add(u"Quick"_s, u"2022-01-02"_s);
    const Event slow = add(u"Slow"_s, u"2024-02-02"_s);
    join(quick, first, LinkKind::ResponseTo);
    join(slow, second, LinkKind::ResponseTo);
    openPatterns();
    const auto &mark = lagChart()->plot().marks[1];
    QTest::mouseClick(lagChart(), Qt::LeftButton, {}, QPointF(mark.left, mark.top).toPoint());
    QCOMPARE(m_selection->current(), Thing::of(slow.id));
    QVERIFY(lagChart()->accessibleDescription().contains(u"32 days later"_s));
    lagChart()->setFocus();
    QTest::keyClick(lagChart(), Qt::Key_Left);
    QCOMPARE(lagChart()->current(), 0);
    QTest::keyClick(lagChart(), Qt::Key_Return);
    QCOMPARE(m_selection->current(), Thing::of(quick.id));
    QTest::mouseClick(lagChart(), Qt::LeftButton, {}, lagChart()->plot().area.center().toPoint());
    QCOMPARE(m_selection->current(), Thing::of(quick.id));
}

void TestPatternsPane::kindsOfLinks()
{
    const Event first = add(u"First"_s, u"2022-01-01"_s);
    join(first, add(u"Later"_s, u"2023-01-01"_s), LinkKind::PrecedentOf);
    openPatterns();
    QCOMPARE(lagChart()->points().size(), 0);
    auto *kind = child<QComboBox>(u"pattern-kind"_s);
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_End);
    QCOMPARE(lagChart()->points().size(), 1);
    QCOMPARE(lagChart()->points().first().cause, first.id);
}

void TestPatternsPane::countsByMonth()
{
    const Event sure = add(u"Sure"_s, u"2022-01-05"_s);
    const Event other = add(u"Other"_s, u"2022-01-25"_s);
    add(u"Quarter"_s, u"2022-01/2022-03"_s);
    openPatterns();
    const CountPlot &plot = countChart()->plot();
    QCOMPARE(plot.bars.size(), 3);
    QCOMPARE(plot.most, 3);
    const auto &january = plot.bars.first();
    QVERIFY(january.certain.height() > january.possible.height());
    const QPoint place = january.certain.center().toPoint();
    QTest::mouseClick(countChart(), Qt::LeftButton, {}, place);
    const Thing before = m_selection->current();
    QTest::mouseClick(countChart(), Qt::LeftButton, {}, place);
    QVERIFY(m_selection->current() != before);
    QTest::mouseClick(countChart(), Qt::LeftButton, {}, place);
    QTest::mouseClick(countChart(), Qt::LeftButton, {}, place);
    QCOMPARE(m_selection->current(), before);
    QVERIFY(sure.id.isValid() && other.id.isValid());
    QVERIFY2(countChart()->accessibleDescription().contains(u"January 2022"_s), qPrintable(countChart()->accessibleDescription()));
}

void TestPatternsPane::theFilterCounts()
{
    add(u"Drone"_s, u"2022-01-05"_s);
    add(u"Missile"_s, u"2022-02-05"_s);
    openPatterns();
    QCOMPARE(countChart()->plot().bars.size(), 2);
    m_panel->filterField()->setText(u"missile"_s);
    QTRY_COMPARE(countChart()->counts().size(), 1);
}

void TestPatternsPane::anEditIsFollowed()
{
    add(u"Drone"_s, u"2022-01-05"_s);
    openPatterns();
    QCOMPARE(countChart()->counts().size(), 1);
    add(u"Missile"_s, u"2022-03-05"_s);
    QTRY_COMPARE(countChart()->counts().size(), 3);
}

void TestPatternsPane::goesOut_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("numbers") << u"out.csv"_s;
    QTest::newRow("vectors") << u"out.svg"_s;
    QTest::newRow("dots") << u"out.PNG"_s;
}

void TestPatternsPane::goesOut()
{
    QFETCH(QString, name);
    const Event cause = add(u"Cause"_s, u"2022-01-05"_s);
    join(add(u"Effect"_s, u"2022-01-09"_s), cause, LinkKind::ResponseTo);
    openPatterns();
    const QString file = QFileInfo(m_case->path()).absolutePath() + u'/' + name;
    for (const bool isLags : {true, false}) {
        must(isLags ? m_panel->patterns()->exportLags(file) : m_panel->patterns()->exportCounts(file));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        if (name.endsWith(u"csv")) {
            QCOMPARE(bytes.count("\r\n"), 2);
        } else if (name.endsWith(u"svg")) {
            QXmlStreamReader xml(bytes);
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            QVERIFY(bytes.contains("<text") || bytes.contains("<path"));
        } else {
            const auto image = QImage::fromData(bytes);
            QCOMPARE(image.width(), 2375); // 760 pixels at 300 to 96
            QCOMPARE(image.dotsPerMeterX(), 11811);
        }
    }
    const auto refused = m_panel->patterns()->exportLags(file + u".bmp"_s);
    QVERIFY(!refused && !QFile::exists(file + u".bmp"_s));
}

void TestPatternsPane::eventsAreExported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("csv") << u"e.csv"_s << QByteArray("key,title,date");
    QTest::newRow("json") << u"e.JSON"_s << QByteArray("{\"events\":[");
    QTest::newRow("svg") << u"e.svg"_s << QByteArray("<?xml");
    QTest::newRow("png") << u"e.png"_s << QByteArray("\x89PNG");
    QTest::newRow("unknown") << u"e.doc"_s << QByteArray();
}

void TestPatternsPane::eventsAreExported()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begins);
    add(u"Drone"_s, u"2022-01-05"_s);
    open();
    QVERIFY(child<QAction>(u"export-events"_s)->isEnabled());
    const QString file = QFileInfo(m_case->path()).absolutePath() + u'/' + name;
    m_panel->exportEvents(file);
    QVERIFY(m_panel->notice()->isVisible());
    QFile written(file);
    QCOMPARE(written.open(QIODevice::ReadOnly), !begins.isEmpty());
    QVERIFY(written.readAll().startsWith(begins));
}

void TestPatternsPane::onlyWhatTheFilterLeavesIsExported()
{
    add(u"Drone"_s, u"2022-01-05"_s);
    add(u"Missile"_s, u"2022-02-05"_s);
    open();
    m_panel->filterField()->setText(u"missile"_s);
    const QString file = QFileInfo(m_case->path()).absolutePath() + u"/some.csv"_s;
    m_panel->exportEvents(file);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.contains("Missile") && !bytes.contains("Drone"));
}

void TestPatternsPane::thePictureIsOfWhatIsShown()
{
    add(u"Drone"_s, u"2022-01-05"_s);
    add(u"Missile"_s, u"2022-12-05"_s);
    open();
    const QString folder = QFileInfo(m_case->path()).absolutePath();
    const auto picture = [&](const QString &name) {
        m_panel->exportEvents(folder + name);
        QFile written(folder + name);
        return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    };
    const QByteArray whole = picture(u"/whole.svg"_s);
    QVERIFY(whole.contains("Drone") && whole.contains("Missile"));
    TimelineView *view = m_panel->view();
    view->setScale(view->scale().zoomed(20, 0));
    const QByteArray part = picture(u"/part.svg"_s);
    QVERIFY(part.contains("Drone") && !part.contains("Missile"));
    const QImage print = QImage::fromData(picture(u"/print.png"_s));
    QCOMPARE(print.size(), (QSizeF(view->size()) * 300 / 96).toSize());
    QCOMPARE(print.dotsPerMeterX(), 11811);
}

void TestPatternsPane::aLowPaneCoversNothing()
{
    add(u"Drone"_s, u"2026-05-29"_s);
    open();
    openPatterns();
    m_panel->resize(320, 420);
    for (const PatternChart *chart : {static_cast<PatternChart *>(lagChart()), static_cast<PatternChart *>(countChart())}) {
        const auto notes = chart->parentWidget()->findChildren<QLabel *>(Qt::FindDirectChildrenOnly);
        QVERIFY(!notes.isEmpty());
        for (const QLabel *note : notes)
            QTRY_VERIFY(!note->geometry().intersects(chart->geometry()));
    }
}

void TestPatternsPane::escapeCloses()
{
    add(u"Drone"_s, u"2022-01-05"_s);
    openPatterns();
    countChart()->setFocus();
    QTest::keyClick(countChart(), Qt::Key_Escape);
    QVERIFY(!m_panel->patterns()->isVisible());
}

QTEST_MAIN(TestPatternsPane)
#include "tst_patternspane.moc"
