#pragma once

#include "app/watchlist/indicator.h"
#include "ui/watchlist/thingfield.h"

#include <QDate>

class QPushButton;
class QVBoxLayout;

namespace redoubt {

class TextField;

/// What was seen that bears on an indicator, oldest first, and a line for the next.
class ObservationLog : public QWidget
{
    Q_OBJECT

public:
    explicit ObservationLog(QWidget *parent = nullptr);

    /// `things` are the events and sources that one may rest on.
    void show(const QList<Observation> &observations, const ThingField::Choices &things, bool anew);
    using QWidget::show;

    void setToday(QDate today) { m_today = today; }
    /// Puts the keyboard on the note.
    void focusNote();

Q_SIGNALS:
    void added(const redoubt::Observation &observation);
    void removeRequested(const redoubt::Observation &observation);
    void looked(const redoubt::Thing &thing);

private:
    void fill();
    void add();

    QDate m_today;
    QList<Observation> m_observations;
    ThingField::Choices m_things;
    QVBoxLayout *m_list;
    TextField *m_note;
    TextField *m_when;
    ThingField *m_thing;
    QPushButton *m_add;
};

} // namespace redoubt
