#pragma once

#include "app/project/project.h"
#include "app/timeline/chronology.h"
#include "app/timeline/density.h"
#include "app/timeline/edtf.h"
#include "ui/timeline/timelineviews.h"
#include "ui/workbench/lazy.h"
#include "ui/workbench/newestread.h"
#include "ui/workbench/panel.h"
#include "ui/workbench/selection.h"

class QSplitter;
class QStackedWidget;

namespace redoubt {

class CandidatesPane;
class ChronologyTable;
class EmptyState;
class EventInspector;
class ImportFlow;
class LanesEditor;
class PatternsPane;
class TimelineFilters;
class TimelineView;
class ZoneMenu;

/// The chronology: the timeline, the table or both, as far as the filter lets pass, and below or beside it the event or the lanes that are being edited.
class TimelinePanel : public Panel
{
    Q_OBJECT

public:
    TimelinePanel(Project &project, Selection &selection, QWidget *parent = nullptr);
    ~TimelinePanel() override;

    [[nodiscard]] TimelineView *view() const { return m_view; }
    [[nodiscard]] EventInspector *inspector() const { return m_inspector.get(); }

    Result<> flush() override;
    void takeThingActions(const QList<QAction *> &actions) override;
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;

    /// Opens the inspector on an event, or on a new one with a date already in the field.
    void editEvent(Id<Event> id);
    void newEvent(const QString &date = {});

    /// Writes the events that the filter leaves as csv or json, or the timeline as it is shown as svg or png, by the file's name.
    void exportEvents(const QString &file);
    [[nodiscard]] PatternsPane *patterns() const { return m_patterns; }
    [[nodiscard]] CandidatesPane *candidates() const { return m_candidates; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int row(Id<Event> id) const { return m_chronology->row(id); }
    void makeActions();
    void carryOut(Id<Event> id);
    void makeViewActions();
    void connectParts();
    void connectFilters();
    QWidget *makeContent();
    ChronologyTable *makeTable();
    EventInspector *makeInspector();
    LanesEditor *makeLanes();
    void read();
    void readAnew();
    void showChronology(std::optional<Density> density = {});
    void followChanges(const Changes &changes);
    void foldLane(Id<Lane> id);
    void moveEvent(Id<Event> id, const QString &date);
    void showLinks();
    void showZone();
    void keepZone(const QString &zone);
    void filter(std::optional<Density> density = {});
    void showTable();
    void follow(const Thing &thing);
    void deleteEvent(Id<Event> id);
    void deleteEvents(const QList<Id<Event>> &ids);
    void showLanes();
    void showAside(QWidget *part);
    void closeAside();
    void updateActions();

    // timelineoutput.cpp
    void makeOutputActions();
    void chooseExport();
    void showPatterns();
    void fillPatterns();
    void showCandidates();
    void findCandidates();

    Project &m_project;
    Selection &m_selection;
    std::shared_ptr<Chronology> m_chronology;
    NewestRead m_anew; ///< the chronology, after a change of so many events that the window would wait for it
    QSplitter *m_splitter;
    QStackedWidget *m_shown;
    TimelineView *m_view;
    Lazy<ChronologyTable> m_table;
    TimelineViews *m_views;
    TimelineFilters *m_filters;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_aside;
    Lazy<EventInspector> m_inspector;
    Lazy<LanesEditor> m_lanes;
    PatternsPane *m_patterns = nullptr; ///< made when it is first shown, as the next
    CandidatesPane *m_candidates = nullptr;
    ZoneMenu *m_zones = nullptr;
    QList<QAction *> m_thingActions; ///< of other panels, on the chosen event
    ImportFlow *m_import;
    QAction *m_new = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_delete = nullptr;
};

} // namespace redoubt
