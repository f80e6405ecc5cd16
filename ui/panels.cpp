#include "ui/panels.h"

#include "app/publish/edition.h"
#include "app/publish/pdf.h"
#include "ui/brief/briefpanel.h"
#include "ui/checks/checkspanel.h"
#include "ui/publish/exportoptions.h"
#include "ui/sources/sourcespanel.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/watchlist/watchlistpanel.h"

namespace redoubt {

namespace {

std::optional<Brief> briefOn(const Desk &desk)
{
    for (const Panel *panel : desk.panels()) {
        if (const auto *briefPanel = qobject_cast<const BriefPanel *>(panel))
            return brief(desk.project().reader(), briefPanel->brief()).value_or(std::nullopt);
    }
    return {};
}

/// Only where there is a choice.
std::optional<Id<Revision>> askSince(const Desk &desk, const Brief &brief, QWidget *window)
{
    const auto versions = namedVersions(desk.project().reader(), brief.id);
    if (!versions || versions->isEmpty())
        return Id<Revision>();
    ExportOptions options(brief.title, *versions, window);
    return options.exec() == QDialog::Accepted ? std::optional(options.since()) : std::nullopt;
}

Result<QString> exportBrief(const QString &path, Id<Brief> id, Id<Revision> since, const QString &out, JobState &state)
{
    const auto project = Project::open(path, Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const auto found = brief((*project)->reader(), id);
    if (!found)
        return failure(found);
    if (!*found) {
        return failure(Window::tr("Nothing was exported."), Window::tr("The brief is not in the project any more."),
            Window::tr("Undo its deletion, or choose another one."));
    }
    const auto publication = publicationOf((*project)->reader(), **found, since);
    if (!publication)
        return failure(publication);
    const auto written = writePdf(*publication, Paper::A4, out, &state);
    if (!written)
        return failure(written);
    return out;
}

} // namespace

Fittings fittings(std::shared_ptr<Syntax> syntax)
{
    const auto furnish = [syntax = std::move(syntax)](Project &project, Selection &selection, QWidget *desk) {
        auto *review = new Review(project, desk);
        return QList<Panel *>{new TimelinePanel(project, selection, desk), new SourcesPanel(project, selection, desk),
            new BriefPanel(project, selection, *review, syntax, desk), new ChecksPanel(project, selection, *review, desk),
            new WatchListPanel(project, selection, desk)};
    };
    return {.furnish = furnish, .briefOn = briefOn, .askSince = askSince, .exportBrief = exportBrief};
}

} // namespace redoubt
