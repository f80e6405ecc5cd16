#pragma once

#include "app/project/project.h"
#include "ui/timeline/filterrunner.h"

class QAction;
class QLineEdit;
class QTimer;

namespace redoubt {

class FilterBar;
class FilterMenu;
class Notice;

/// What the panel has to do with filters. The text in its filter field is the one truth: the bar with its conditions and
/// the menu change that text, and what it says is what is shown.
class TimelineFilters : public QObject
{
    Q_OBJECT

public:
    /// Field and notice are the panel's.
    TimelineFilters(Project &project, QLineEdit *field, Notice *notice, QWidget *parent);

    /// Goes between the panel's header and its content.
    [[nodiscard]] FilterBar *bar() const { return m_bar; }
    [[nodiscard]] FilterMenu *menu() const { return m_menu; }

    /// Before the chronology changes: what reads it stops.
    void stop() { m_runner.stop(); }
    /// The chronology is another one, or has changed.
    void setChronology(const std::shared_ptr<const Chronology> &chronology);
    /// What of it is shown; never null.
    [[nodiscard]] const std::shared_ptr<const Matches> &matches() const { return m_runner.matches(); }
    /// See FilterRunner.
    [[nodiscard]] std::optional<Density> takeDensity() { return m_runner.takeDensity(); }

    /// How conditions are typed, for the field's tool tip.
    [[nodiscard]] static QString syntax();
    [[nodiscard]] QString query() const;
    void setQuery(const QString &query);
    /// The days from one second to another as EDTF writes them; empty beyond four digits of a year.
    [[nodiscard]] static QString daysOf(qint64 from, qint64 to);
    /// Replaces the conditions on time by one span, as one that was drawn in the timeline.
    void setSpan(qint64 from, qint64 to);
    void openMenu();
    /// Asks for a name, and keeps the filter in the project.
    void keep();

Q_SIGNALS:
    /// matches() have become others.
    void filtered();
    /// It takes a while.
    void runningChanged(bool isRunning);

private:
    void read();
    void keepAs(const QString &name);

    Project &m_project;
    QLineEdit *m_field;
    Notice *m_notice;
    FilterRunner m_runner;
    FilterBar *m_bar;
    FilterMenu *m_menu;
    QTimer *m_patience;
    QList<Lane> m_lanes;
};

} // namespace redoubt
