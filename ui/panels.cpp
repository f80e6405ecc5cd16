#include "ui/panels.h"

#include "ui/sources/sourcespanel.h"

namespace redoubt {

Fittings fittings()
{
    return {.furnish =
                [](Project &project, Selection &selection, QWidget *desk) {
                    return QList<Panel *>{new Panel(Panel::tr("Timeline"), QStringLiteral("timeline"), desk),
                        new SourcesPanel(project, selection, desk),
                        new Panel(Panel::tr("Brief"), QStringLiteral("brief"), desk),
                        new Panel(Panel::tr("Watch list"), QStringLiteral("watchlist"), desk)};
                },
        .briefOn = [](const Desk &) { return std::optional<Brief>(); },
        .exportBrief = [](const QString &, Id<Brief>, const QString &path, JobState &) { return Result<QString>(path); }};
}

} // namespace redoubt
