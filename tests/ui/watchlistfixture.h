#pragma once

#include "app/watchlist/indicator.h"
#include "tests/support/temporaryproject.h"
#include "ui/watchlist/indicatorinspector.h"
#include "ui/watchlist/textfield.h"
#include "ui/watchlist/watchlistpanel.h"
#include "ui/watchlist/watchlistview.h"

#include <QAction>
#include <QTest>

namespace redoubt {

inline const QDate today(2026, 6, 1);

/// A midnight of May 2026.
inline QDateTime day(int number)
{
    return QDate(2026, 5, number).startOfDay(QTimeZone::UTC);
}

inline Indicator watched(const QString &title, const QString &due)
{
    Indicator indicator;
    indicator.title = title;
    indicator.due = due;
    indicator.outcomes = {{{}, u"More than words"_s, u"deterrence renewed"_s, false, {{{}, day(1), 0.5, {}}, {{}, day(20), 0.62, {}}}},
        {{}, u"Words only"_s, u"the line creeps"_s, false, {{{}, day(1), 0.5, {}}, {{}, day(20), 0.38, {}}}}};
    return indicator;
}

/// A project, and a watch list on it once it is opened.
class WatchListFixture
{
public:
    WatchListFixture() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void open()
    {
        panel = std::make_unique<WatchListPanel>(file.project(), selection);
        panel->setToday(today);
        panel->resize(360, 820);
        panel->show();
        panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
    }

    Indicator add(Indicator indicator)
    {
        file.edit([&](Writer &writer) { return addIndicator(writer, indicator); });
        return indicator;
    }

    Indicator stored(Id<Indicator> id) { return must(indicator(file.reader(), id)).value(); }

    QStringList titles()
    {
        QStringList list;
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            list.append(view()->model()->index(row, 0).data().toString());
        return list;
    }

    template<class Widget>
    Widget *part(const QString &name = {})
    {
        return panel->findChild<Widget *>(name);
    }
    QAction *act(const QString &name) { return panel->findChild<QAction *>(name); }
    WatchListView *view() { return part<WatchListView>(); }
    IndicatorInspector *inspector() { return part<IndicatorInspector>(); }

    void type(TextField *field, const QString &text, bool commit = true)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        if (commit)
            QTest::keyClick(field, Qt::Key_Return);
    }

    /// Opens the inspector as the user does.
    void edit(const Indicator &indicator)
    {
        selection.select(Thing::of(indicator.id));
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Return);
        QVERIFY(inspector()->isVisible());
        QCOMPARE(inspector()->current(), indicator.id);
    }

    TemporaryProject file;
    Selection selection;
    std::unique_ptr<WatchListPanel> panel;
};

} // namespace redoubt
