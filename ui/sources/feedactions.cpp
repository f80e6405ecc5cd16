#include "ui/sources/sourcespanel.h"

#include "ui/sources/feedspane.h"

/// Feeds in the panel: the pane in the place of the list, and what it says.
namespace redoubt {

void SourcesPanel::makeFeedsAction()
{
    m_act.feeds = makeAction(u"showFeeds"_s, u"feed"_s, tr("Feeds"), tr("Show the feeds, and what came in through them"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, true);
    m_act.feeds->setCheckable(true);
    connect(m_act.feeds, &QAction::triggered, this, [this](bool on) { showPane(on ? m_feeds.get() : nullptr); });
    addHeaderAction(m_act.feeds);
}

FeedsPane *SourcesPanel::makeFeeds()
{
    auto *pane = new FeedsPane(m_project, {}, this);
    connect(pane, &FeedsPane::closed, this, [this] { showPane(nullptr); });
    connect(pane, &FeedsPane::sourceAsked, this, [this](Id<Source> id) {
        m_selection.select(Thing::of(id));
        showPage(0);
    });
    connect(pane, &FeedsPane::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(pane, &FeedsPane::told, this, [this](const QString &text, bool canUndo) {
        if (canUndo)
            finished(text);
        else
            notice()->show(Notice::Severity::Done, text);
    });
    connect(pane, &FeedsPane::offered, this, [this](const Error &error, const QString &offer, const std::function<void()> &act) {
        notice()->show(Notice::Severity::Error, error.text(), offer, act);
    });
    return pane;
}

} // namespace redoubt
