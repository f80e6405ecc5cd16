#pragma once

#include "app/timeline/filter.h"

#include <QSet>

class QCommandLineOption;
class QCommandLineParser;

namespace redoubt {

/// --from, --to and --lane. Inner to app/commands.
[[nodiscard]] QList<QCommandLineOption> eventOptions();

/// What they ask for.
[[nodiscard]] Result<EventFilter> eventFilterFrom(const QCommandLineParser &parser);

/// Whether a lane is the one that --lane names: by key or title, whole.
[[nodiscard]] bool isNamed(const Lane &lane, const QString &name);

/// The events that a filter lets pass, certainly or possibly. None where it names a lane that is not there.
[[nodiscard]] Result<QSet<Id<Event>>> eventsPassing(const Reader &reader, const EventFilter &filter);

} // namespace redoubt
