#pragma once

#include "app/project/changes.h"
#include "ui/timeline/timelinedata.h"

#include <QHash>

namespace redoubt {

/// What the cards of the few events in sight say, read from the project when it is first asked for. What cannot be read
/// is empty.
class EventTexts
{
public:
    explicit EventTexts(const Reader &reader);

    struct Brief
    {
        QString title;
        QString dateText;
    };

    /// Reads the briefs of events together, which is quicker than one by one.
    void prepare(const QList<Id<Event>> &ids);
    /// The references hold until something is prepared, asked for or forgotten.
    [[nodiscard]] const Brief &brief(Id<Event> id);
    [[nodiscard]] const TimelineItem &whole(Id<Event> id);

    /// Forgets what an edit may have changed.
    void forget(const Changes &changes);

private:
    const Reader &m_reader;
    QHash<Id<Event>, Brief> m_briefs;
    QHash<Id<Event>, TimelineItem> m_wholes;
};

} // namespace redoubt
