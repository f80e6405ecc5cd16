#pragma once

#include "app/timeline/event.h"

namespace redoubt {

/// A document that a data set names for one of its events.
struct ImportedSource
{
    QString title;
    QString publisher;
    QString address;
    QString key; ///< of a source of this project, when the file names it by its key

    bool operator==(const ImportedSource &) const = default;
};

inline size_t qHash(const ImportedSource &source, size_t seed = 0)
{
    return qHashMulti(seed, source.title, source.publisher, source.address, source.key);
}

/// An event as a file tells it, before it is one of the project.
struct ImportedEvent
{
    QString externalId; ///< what the data set calls it; empty when it has no names for its rows
    QString key;        ///< only where the file gives the event's key in this project
    QString title;
    QString date; ///< EDTF
    Bounds bounds;
    QString lane; ///< title or key of one; made where it is new
    QString place;
    std::optional<Coordinates> coordinates;
    QString summary;
    QStringList actors;
    Certainty certainty = Certainty::Reported;
    std::optional<int> casualtiesLow;
    std::optional<int> casualtiesBest;
    std::optional<int> casualtiesHigh;
    QStringList tags;
    QList<ImportedSource> sources;

    bool operator==(const ImportedEvent &) const = default;
};

/// A row of a data set: its event, or why it gives none.
struct ImportedRow
{
    qint64 line = 0; ///< where it begins in the file, from 1
    QByteArray raw;  ///< as it stands there, in UTF-8
    ImportedEvent event;
    QString problem;         ///< a finished sentence; empty when the event is good
    bool isRemark = false;   ///< neither an event nor a fault: the title of a TimelineJS table
};

} // namespace redoubt
