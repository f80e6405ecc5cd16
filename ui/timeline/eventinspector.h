#pragma once

#include "app/project/project.h"
#include "app/sources/source.h"
#include "app/timeline/event.h"

#include <QScrollArea>

class QLabel;
class QPushButton;

namespace redoubt {

class CandidatesOfEvent;
class EventForm;
class FoldSection;
class LinksOfEvent;
class SourcesOfEvent;

/// Shows one event and changes it: each field is written to the project when it is left. A new event is
/// written when it has a title and a date, and the user adds it.
class EventInspector : public QScrollArea
{
    Q_OBJECT

public:
    explicit EventInspector(Project &project, QWidget *parent = nullptr);

    /// Fills the fields; with `focus` the user can type at once.
    void edit(Id<Event> id, bool focus);
    void create(const QString &date, Id<Lane> lane);

    /// The event in the fields; none for a new one.
    [[nodiscard]] Id<Event> event() const { return m_id; }

    /// Shows what is in the project now, except where the user is typing.
    void refresh();

    /// Writes what has been typed and is not in the project yet; what cannot be written stays in its field.
    Result<> flush();

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    void created(redoubt::Id<redoubt::Event> id);
    void followed(redoubt::Id<redoubt::Event> id);
    void sourceFollowed(redoubt::Id<redoubt::Source> id);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHeader(QWidget *owner);
    QWidget *makeRelations(QWidget *owner);
    void connectParts();
    void fill(const Event &event);
    void fillDataRow();
    void updateAdd();

    Project &m_project;
    Id<Event> m_id;
    QLabel *m_heading = nullptr;
    EventForm *m_form = nullptr;
    QPushButton *m_add = nullptr;
    QWidget *m_relations = nullptr;
    SourcesOfEvent *m_sources = nullptr;
    FoldSection *m_sourcesPart = nullptr;
    LinksOfEvent *m_links = nullptr;
    FoldSection *m_linksPart = nullptr;
    CandidatesOfEvent *m_candidates = nullptr;
    FoldSection *m_candidatesPart = nullptr;
    QLabel *m_dataRow = nullptr;
    FoldSection *m_dataPart = nullptr;
};

} // namespace redoubt
