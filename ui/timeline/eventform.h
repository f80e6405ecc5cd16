#pragma once

#include "app/project/project.h"
#include "app/timeline/event.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace redoubt {

class CasualtiesField;
class CoordinateField;
class DateField;
class FoldSection;
class ListField;

/// The fields of an event. Each one of an event in the project is written when it is left, as an action of its own; those of
/// a new one wait until it is added.
class EventForm : public QWidget
{
    Q_OBJECT

public:
    explicit EventForm(Project &project, QWidget *parent = nullptr);

    /// An event of the project, as it is there now; where the user has typed something into a field of the same event, that
    /// stays. One without an id is new.
    void show(const Event &event, const QStringList &tags);
    void focusTitle(bool selectAll);

    /// As it was in the project when it was shown.
    [[nodiscard]] const Event &event() const { return m_event; }
    [[nodiscard]] bool isNew() const { return !m_event.id.isValid(); }
    [[nodiscard]] bool canBeAdded() const;

    /// Writes what has been typed and is not in the project yet; what cannot be written stays in its field. Fails also where
    /// something typed is not understood.
    Result<> flush();

public Q_SLOTS:
    /// Writes a new event, when it has a title and a date.
    void add();

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    void added(redoubt::Id<redoubt::Event> id);
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFields();
    QWidget *makeTop();
    QWidget *makeRest();
    QFormLayout *makeForm(QWidget *owner);
    void addRow(QFormLayout *form, const QString &label, QWidget *field);
    void alignLabels();
    void connectFields();
    void fillLanes(Id<Lane> chosen);
    void readFields(Event &event) const;
    /// A failure is also told by failed(). Text that was typed stays in its field then.
    Result<> change(const QString &what, const std::function<void(Event &)> &work);
    Result<> writeDate();
    Result<> writeText(QLineEdit *field, QString Event::*member, const QString &what);
    Result<> writeActors();
    Result<> writeSummary();
    Result<> writePoint();
    Result<> writeCasualties();
    Result<> writeTags();
    [[nodiscard]] QStringList actorNames() const;

    Project &m_project;
    Event m_event;
    QStringList m_tags;
    QLineEdit *m_title;
    DateField *m_date;
    QComboBox *m_lane;
    QComboBox *m_certainty;
    QPlainTextEdit *m_summary;
    QLineEdit *m_place;
    CoordinateField *m_point;
    ListField *m_actors;
    ListField *m_tagField;
    CasualtiesField *m_casualties;
    QList<QLabel *> m_labels;
};

} // namespace redoubt
