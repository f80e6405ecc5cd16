#pragma once

#include "app/project/rowinserter.h"
#include "app/sources/source.h"

#include <memory>

namespace redoubt {

struct Event;

/// What a data set says of where it has an event from.
struct NamedSource
{
    QString title;
    QString publisher;
    QString address; ///< one that is none of the web is left out
    QString key;     ///< of a source of the project; when given, the rest only serves to make it
};

/// Finds the sources that data sets name, or makes them, and says that they tell of events. For the time of one edit.
class SourceRegister
{
public:
    /// The source of that name, which is made where it is new; none when nothing can be made of the name.
    static Result<Id<Source>> find(Writer &writer, const NamedSource &named);

    /// Written by finish() at the latest.
    Result<> attach(Writer &writer, Id<Event> event, Id<Source> source);
    /// How many of the sources that were attached since the last call were not among those of their event before.
    Result<int> finish();

private:
    std::unique_ptr<RowInserter> m_evidence;
    int m_attached = 0;
};

} // namespace redoubt
