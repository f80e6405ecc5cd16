#pragma once

#include "app/timeline/edtf.h"
#include "app/timeline/event.h"

class QCommandLineOption;
class QCommandLineParser;

namespace redoubt {

/// Which events the options --from, --to, --lane and --match name. Inner to app/commands.
struct EventOptions
{
    Bounds span;
    QString lane; ///< key or title
    QString match;

    [[nodiscard]] bool passes(const Event &event, const Lane &lane) const;
};

/// --from, --to and --lane.
[[nodiscard]] QList<QCommandLineOption> eventOptions();

[[nodiscard]] Result<EventOptions> eventOptionsFrom(const QCommandLineParser &parser);

} // namespace redoubt
