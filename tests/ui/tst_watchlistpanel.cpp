#include "app/commands/sample.h"
#include "app/sources/evidence.h"
#include "app/sources/source.h"
#include "app/timeline/event.h"
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
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

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

/// REDOUBT_PICTURES=FOLDER saves the panel in several sizes and states, for a person to look at.
void TestWatchListPanel::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("state");
    const std::initializer_list<std::pair<const char *, QSize>> sizes{{"360x820", {360, 820}}, {"320x500", {320, 500}}};
    for (const auto &[name, size] : sizes) {
        for (const bool dark : {false, true}) {
            for (const char *state : {"full", "edit", "ask", "new", "empty", "resolved"})
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
    if (state == u"ask")
        panel.findChild<QAction *>(u"resolveIndicator"_s)->trigger();
    if (state == u"new")
        panel.findChild<QAction *>(u"newIndicator"_s)->trigger();
    QTest::qWait(50);
    QVERIFY(panel.grab().save(u"%1/%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
}

QTEST_MAIN(TestWatchListPanel)
#include "tst_watchlistpanel.moc"
