#pragma once

#include "app/project/project.h"
#include "ui/timeline/timelinedata.h"
#include "ui/workbench/lazy.h"
#include "ui/workbench/panel.h"
#include "ui/workbench/selection.h"

class QSplitter;
class QStackedWidget;

namespace redoubt {

class EmptyState;
class EventInspector;
class ImportFlow;
class LanesEditor;
class TimelineView;

/// The chronology: the view, and below or beside it the event or the lanes that are being edited.
class TimelinePanel : public Panel
{
    Q_OBJECT

public:
    TimelinePanel(Project &project, Selection &selection, QWidget *parent = nullptr);
    ~TimelinePanel() override;

    [[nodiscard]] TimelineView *view() const { return m_view; }
    [[nodiscard]] EventInspector *inspector() const { return m_inspector.get(); }

    Result<> flush() override;

    /// Opens the inspector on an event, or on a new one with a date already in the field.
    void editEvent(Id<Event> id);
    void newEvent(const QString &date = {});

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeActions();
    void connectParts();
    EventInspector *makeInspector();
    LanesEditor *makeLanes();
    void reload();
    void filter();
    void follow(const Thing &thing);
    void deleteEvent(Id<Event> id);
    void showLanes();
    void showAside(QWidget *part);
    void closeAside();
    void updateActions();

    Project &m_project;
    Selection &m_selection;
    TimelineData m_all;
    QSplitter *m_splitter;
    QStackedWidget *m_shown;
    TimelineView *m_view;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_aside;
    Lazy<EventInspector> m_inspector;
    Lazy<LanesEditor> m_lanes;
    ImportFlow *m_import;
    QAction *m_new = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_delete = nullptr;
};

} // namespace redoubt
