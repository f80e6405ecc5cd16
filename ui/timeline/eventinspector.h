#pragma once

#include "app/project/project.h"
#include "ui/timeline/relationrows.h"
#include "ui/timeline/timelinedata.h"

#include <QScrollArea>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace redoubt {

class DateField;

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
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeFields();
    QFormLayout *makeForm();
    void makeRelations(QFormLayout *form);
    void connectFields();
    void fill(const Event &event);
    void fillLanes(Id<Lane> chosen);
    void fillRelations();
    /// A failure is also told by failed(). Text that was typed stays in its field then.
    Result<> change(const QString &what, const std::function<void(Event &)> &work);
    void add();
    void updateAdd();
    bool tell(const Result<> &result);
    Result<> writeDate(const Edtf &date);
    Result<> writeText(QLineEdit *field, QString Event::*member, const QString &what);
    Result<> writeActors();
    Result<> writeSummary();
    void addSource(qint64 source, int stance);
    void changeStance(qint64 evidence, int stance);
    void removeSource(qint64 evidence);
    void addLinkTo(qint64 event, int kind);
    void changeLink(qint64 link, int kind);
    void takeLink(qint64 link);
    void followLink(qint64 link);

    Project &m_project;
    Id<Event> m_id;
    Event m_event; ///< as it was when the fields were filled
    QLabel *m_heading;
    QLineEdit *m_title;
    DateField *m_date;
    QComboBox *m_lane;
    QComboBox *m_certainty;
    QLineEdit *m_place;
    QLineEdit *m_actors;
    QPlainTextEdit *m_summary;
    RelationRows *m_sources;
    RelationRows *m_links;
    QWidget *m_relations;
    QPushButton *m_add;
};

} // namespace redoubt
