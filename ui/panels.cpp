#include "ui/panels.h"

namespace redoubt {

Fittings fittings()
{
    return {.furnish =
                [](Project &, Selection &, QWidget *desk) {
                    return QList<Panel *>{new Panel(Panel::tr("Timeline"), QStringLiteral("timeline"), desk),
                        new Panel(Panel::tr("Sources"), QStringLiteral("sources"), desk),
                        new Panel(Panel::tr("Brief"), QStringLiteral("brief"), desk),
                        new Panel(Panel::tr("Watch list"), QStringLiteral("watchlist"), desk)};
                },
        .briefOn = [](const Desk &) { return std::optional<Brief>(); },
        .exportBrief = [](const QString &, Id<Brief>, const QString &path, JobState &) { return Result<QString>(path); }};
}

} // namespace redoubt
