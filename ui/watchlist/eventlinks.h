#pragma once

#include "app/timeline/event.h"
#include "ui/watchlist/thingfield.h"

class QVBoxLayout;

namespace redoubt {

/// The events that an indicator bears on.
class EventLinks : public QWidget
{
    Q_OBJECT

public:
    explicit EventLinks(QWidget *parent = nullptr);

    /// Those of `linked` are listed in the order of `all`; the others are offered.
    void show(const QList<Id<Event>> &linked, const QList<Event> &all);
    using QWidget::show;

    [[nodiscard]] const QList<Id<Event>> &linked() const { return m_linked; }

    /// How an event is named in a list: "Drone hits flats · 29 May 2026".
    [[nodiscard]] static QString name(const Event &event);

Q_SIGNALS:
    void linkedEdited(const QList<redoubt::Id<redoubt::Event>> &linked, const QString &what);
    void looked(const redoubt::Thing &thing); ///< the user wants to see it in the other panels

private:
    void fill();
    void link(Id<Event> id);
    void addRow(const Event &event);

    QList<Id<Event>> m_linked;
    QList<Event> m_all;
    QVBoxLayout *m_list;
    ThingField *m_add;
};

} // namespace redoubt
