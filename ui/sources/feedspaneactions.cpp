#include "ui/sources/feedspane.h"

#include "ui/look/look.h"
#include "ui/sources/feedchooser.h"
#include "ui/sources/feedform.h"
#include "ui/sources/feeditemfilter.h"
#include "ui/sources/feeditemview.h"
#include "ui/sources/feedwords.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QListView>
#include <QLineEdit>
#include <QSaveFile>

using namespace Qt::StringLiterals;

/// What can be done with feeds and their items: the actions of FeedsPane.
namespace redoubt {

namespace {

/// A file is a list of feeds where it begins like one.
bool isOpml(const QByteArray &bytes)
{
    constexpr qsizetype start = 4096;
    return bytes.first(std::min(start, bytes.size())).replace('\0', "").toLower().contains("<opml");
}

Result<FeedImport> takeFile(Writer &writer, const QString &path)
{
    const auto bytes = readFeedFile(path);
    if (!bytes)
        return failure(bytes);
    if (isOpml(*bytes)) {
        const auto list = readOpml(*bytes);
        return list ? importOpml(writer, *list) : failure(list);
    }
    const auto document = readFeed(*bytes);
    return document ? importFeed(writer, *document) : failure(document);
}

} // namespace

QAction *FeedsPane::makeAct(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
    const QKeySequence &shortcut, void (FeedsPane::*act)())
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : look::icon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(shortcut.isEmpty() ? toolTip : u"%1 (%2)"_s.arg(toolTip, shortcut.toString(QKeySequence::NativeText)));
    addAction(action);
    if (act)
        connect(action, &QAction::triggered, this, act);
    return action;
}

void FeedsPane::makeActions()
{
    m_act.add = makeAct(u"addFeed"_s, u"new"_s, tr("Add feed…"), tr("Add a feed by its address; this asks the network for it"), {}, &FeedsPane::addFeed);
    m_act.edit = makeAct(u"editFeed"_s, u"edit"_s, tr("Change name or address…"), tr("Change the name or the address of the feed"), {}, &FeedsPane::editFeed);
    m_act.remove = makeAct(u"removeFeed"_s, u"delete"_s, tr("Remove feed"), tr("Remove the feed with its items; sources that were made of them stay"), {}, &FeedsPane::removeFeed);
    m_act.refresh = makeAct(u"refreshFeed"_s, u"reopen"_s, tr("Refresh"), QString(), Qt::Key_F5, &FeedsPane::refreshChosen);
    m_act.refreshAll = makeAct(u"refreshAllFeeds"_s, u"reopen"_s, tr("Refresh all feeds"), tr("Ask all feeds for what is new; this uses the network"), Qt::SHIFT | Qt::Key_F5, &FeedsPane::refreshAll);
    m_act.stop = makeAct(u"stopRefresh"_s, u"close"_s, tr("Stop"), tr("Stop; what has come in is kept"), {}, &FeedsPane::stopRefresh);
    m_act.markAll = makeAct(u"markAllRead"_s, {}, tr("Mark all as read"), tr("Mark all items of the choice as read"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, &FeedsPane::markAllRead);
    m_act.markNew = makeAct(u"markAsNew"_s, {}, tr("Mark as new"), tr("Mark the item as not read yet"), Qt::CTRL | Qt::Key_M, &FeedsPane::markAsNew);
    m_act.nextNew = makeAct(u"nextNewItem"_s, u"down"_s, tr("Next new item"), tr("Open the next item that is new (Space)"), {}, &FeedsPane::nextNew);
    m_act.newOnly = makeAct(u"newOnly"_s, {}, tr("New only"), tr("Show only the items that are new"), {}, nullptr);
    m_act.newOnly->setCheckable(true);
    connect(m_act.newOnly, &QAction::toggled, this, [this](bool on) {
        m_filter->setNewOnly(on);
        syncCurrent();
        updateState();
    });
    m_act.showAll = makeAct(u"showAllItems"_s, {}, tr("Show all items"), tr("Clear the search, and show also what was read"), {}, &FeedsPane::showAll);
    m_act.import = makeAct(u"importFeeds"_s, u"open"_s, tr("Import feeds…"), tr("Import a list of feeds (OPML), or a feed that was saved"), {}, &FeedsPane::chooseImport);
    m_act.exportList = makeAct(u"exportFeeds"_s, u"export"_s, tr("Export list of feeds…"), tr("Write the list of feeds as OPML, for other feed readers"), {}, &FeedsPane::chooseExport);
    m_act.addSource = makeAct(u"addItemAsSource"_s, u"add-source"_s, QString(), QString(), {}, &FeedsPane::addSource);
    m_act.showSource = makeAct(u"showItemSource"_s, u"sources"_s, tr("Show source"), tr("Show the source that was made of the item"), {}, &FeedsPane::showSource);
    m_act.openAddress = makeAct(u"openItem"_s, u"open-address"_s, tr("Open in browser"), tr("Open the address of the item in the web browser; this uses the network"), {}, &FeedsPane::openAddress);
    m_act.closeItem = makeAct(u"closeItem"_s, u"back"_s, tr("Close item"), tr("Back to the list (Esc)"), {}, &FeedsPane::closeItem);
    m_act.close = makeAct(u"closeFeeds"_s, u"close"_s, tr("Close feeds"), tr("Back to the sources (Esc)"), {}, nullptr);
    connect(m_act.close, &QAction::triggered, this, &FeedsPane::closed);
}

void FeedsPane::updateActions()
{
    const bool canWrite = !m_project.isReadOnly();
    const Feed *feed = m_chooser->feed();
    const auto canBeAsked = [](const Feed &one) { return !one.address.isEmpty() && !one.gone; };
    m_act.add->setEnabled(canWrite);
    m_act.import->setEnabled(canWrite);
    m_act.edit->setEnabled(canWrite && feed);
    m_act.remove->setEnabled(canWrite && feed);
    m_act.refreshAll->setEnabled(canWrite && !m_refresher.isRunning() && std::ranges::any_of(m_chooser->feeds(), canBeAsked));
    m_act.refresh->setEnabled(m_act.refreshAll->isEnabled() && (!feed || canBeAsked(*feed)));
    m_act.refresh->setToolTip(!feed       ? tr("Ask all feeds for what is new; this uses the network (F5)")
            : feed->gone                  ? tr("Its server says that this feed is gone for good")
            : feed->address.isEmpty()     ? tr("This feed came from a file that does not say where it lives")
                                          : tr("Ask the feed for what is new; this uses the network (F5)"));
    m_act.markAll->setEnabled(canWrite && m_chooser->newItems() > 0);
    m_act.nextNew->setEnabled(m_chooser->newItems() > 0);
    m_act.exportList->setEnabled(!m_chooser->feeds().isEmpty());
    const int row = m_model->rowOf(currentItem());
    const bool isSource = row >= 0 && m_model->row(row).isSource;
    const CaptureItem *capture = captureOf(currentItem());
    const bool isUnderWay = capture && !capture->isOver();
    m_act.markNew->setEnabled(canWrite && row >= 0 && m_model->row(row).state == FeedItemState::Read);
    m_act.addSource->setEnabled(canWrite && row >= 0);
    m_act.addSource->setText(isUnderWay ? tr("Stop capture") : isSource ? tr("Capture again") : tr("Add as source"));
    m_act.addSource->setToolTip(isUnderWay ? tr("Stop the capture; the source stays (Enter)")
            : isSource                     ? tr("Capture what stands at the address now; this uses the network (Enter)")
                                           : tr("Make a source of the item, and capture its address; this uses the network (Enter)"));
    m_act.showSource->setVisible(isSource);
    m_act.openAddress->setEnabled(row >= 0);
}

bool FeedsPane::tell(const Result<> &done)
{
    if (!done)
        Q_EMIT failed(done.error());
    return done.has_value();
}

void FeedsPane::addFeed()
{
    m_form->edit({});
    m_formPlace->show();
    m_form->setFocus(Qt::OtherFocusReason);
    updateState();
}

void FeedsPane::editFeed()
{
    const Feed *feed = m_chooser->feed();
    if (!feed)
        return;
    m_form->edit(*feed);
    m_formPlace->show();
    m_form->setFocus(Qt::OtherFocusReason);
}

void FeedsPane::takeForm(const Feed &feed)
{
    if (!feed.id.isValid()) {
        m_asked = feed;
        if (m_refresher.isRunning())
            return Q_EMIT failed({tr("The feed was not added."), tr("Feeds are being refreshed."), tr("Wait until that has ended, or stop it."), Error::Kind::InUse});
        m_form->setBusy(true);
        return m_refresher.add(feed);
    }
    const auto known = redoubt::feed(m_project.reader(), feed.id);
    if (!known || !*known)
        return leaveForm();
    Feed changed = **known;
    changed.title = feed.title;
    if (changed.address != feed.address) {
        changed.address = feed.address;
        changed.etag.clear();
        changed.lastModified.clear();
        changed.problem.clear();
        changed.gone = false;
    }
    if (changed == **known || tell(m_project.edit(tr("Change feed “%1”").arg(changed.title), [&](Writer &writer) { return updateFeed(writer, changed); })))
        leaveForm();
}

void FeedsPane::leaveForm()
{
    m_formPlace->hide();
    updateState();
    m_list->setFocus(Qt::OtherFocusReason);
}

void FeedsPane::removeFeed()
{
    const Feed *chosen = m_chooser->feed();
    if (!chosen)
        return;
    const Feed feed = *chosen;
    if (tell(m_project.edit(tr("Remove feed “%1”").arg(feed.title), [&](Writer &writer) { return redoubt::removeFeed(writer, feed.id); })))
        Q_EMIT told(tr("Removed “%1”. Sources that were made of its items stay.").arg(feed.title), true);
}

void FeedsPane::refreshChosen()
{
    refresh(m_chooser->id());
}

void FeedsPane::refreshAll()
{
    refresh({});
}

void FeedsPane::refresh(Id<Feed> only)
{
    auto requests = feedRequests(m_project.reader());
    if (!requests)
        return Q_EMIT failed(requests.error());
    if (only.isValid())
        requests->removeIf([&](const FeedRequest &request) { return request.feed != only; });
    m_filter->forgetRead();
    m_refresher.refresh(*requests);
    updateState();
}

void FeedsPane::stopRefresh()
{
    m_refresher.stop();
}

void FeedsPane::refreshed(const QList<RefreshedFeed> &feeds)
{
    if (m_refresher.isAdding()) {
        leaveForm();
        if (!feeds.isEmpty())
            m_chooser->choose(feeds.first().feed);
    }
    updateState();
    Q_EMIT told(m_refresher.isAdding() && feeds.isEmpty() ? tr("The feed was not added: it was stopped.") : feedwords::told(feeds), !feeds.isEmpty());
}

void FeedsPane::notRefreshed(const Error &error)
{
    updateState();
    if (!m_refresher.isAdding())
        return Q_EMIT failed(error);
    m_form->setBusy(false);
    m_form->setFocus(Qt::OtherFocusReason);
    if (error.kind != Error::Kind::Invalid)
        return Q_EMIT failed(error);
    const QString elsewhere = m_refresher.elsewhere();
    if (elsewhere.isEmpty())
        return Q_EMIT offered(error, tr("Add anyway"), [this] { m_refresher.add(m_asked, true); });
    const Error page{error.what, tr("This is a page; it names a feed at %1.").arg(elsewhere), {}, error.kind};
    Q_EMIT offered(page, tr("Add that feed"), [this, elsewhere] {
        m_asked.address = elsewhere;
        m_form->edit(m_asked);
        takeForm(m_asked);
    });
}

void FeedsPane::markAllRead()
{
    const Feed *feed = m_chooser->feed();
    const QString what = feed ? tr("Mark all of “%1” as read").arg(feed->title) : tr("Mark all items as read");
    const FeedItemChoice choice{.feed = feed ? std::optional(feed->id) : std::nullopt, .state = FeedItemState::New};
    const auto work = [choice](Writer &writer) -> Result<> {
        const auto items = feedItems(writer, choice);
        if (!items)
            return failure(items);
        for (const FeedItem &item : *items) {
            if (auto marked = setFeedItemState(writer, item.id, FeedItemState::Read); !marked)
                return marked;
        }
        return {};
    };
    m_edit.start(what, work, [this](const Result<> &done) {
        if (tell(done))
            Q_EMIT told(tr("All are read now."), true);
    });
}

void FeedsPane::markAsNew()
{
    const int row = m_model->rowOf(currentItem());
    if (row < 0)
        return;
    const FeedRow item = m_model->row(row);
    tell(m_project.edit(tr("Mark “%1” as new").arg(item.title), [&](Writer &writer) { return setFeedItemState(writer, item.id, FeedItemState::New); }));
}

void FeedsPane::nextNew()
{
    const int row = m_filter->nextNew(m_filter->indexOf(currentItem()).row());
    if (row < 0)
        return Q_EMIT told(tr("Nothing new is left here."), false);
    openItem(m_filter->at(m_filter->index(row, 0)));
}

void FeedsPane::showAll()
{
    m_text->clear();
    m_act.newOnly->setChecked(false);
}

void FeedsPane::chooseImport()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Import feeds"), {}, tr("Feeds and lists of feeds (*.opml *.xml *.rss *.atom *.rdf *.json)") + u";;"_s + tr("All files (*)"));
    if (!path.isEmpty())
        importFile(path);
}

void FeedsPane::importFile(const QString &path)
{
    const auto done = std::make_shared<FeedImport>();
    const auto work = [path, done](Writer &writer) -> Result<> {
        auto import = takeFile(writer, path);
        if (!import)
            return failure(import);
        *done = *std::move(import);
        return {};
    };
    m_edit.start(tr("Import “%1”").arg(QFileInfo(path).fileName()), work, [this, done](const Result<> &imported) {
        if (tell(imported))
            Q_EMIT told(feedwords::told(*done), done->added + done->updated > 0);
    });
}

void FeedsPane::chooseExport()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export list of feeds"), tr("feeds.opml"), tr("Lists of feeds (*.opml)"));
    if (!path.isEmpty())
        exportTo(path);
}

void FeedsPane::exportTo(const QString &path)
{
    const auto list = opmlOf(m_project.reader(), QFileInfo(m_project.path()).completeBaseName());
    if (!list)
        return Q_EMIT failed(list.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(writeOpml(*list)) < 0 || !file.commit()) {
        return Q_EMIT failed({tr("The list of feeds was not written."), tr("“%1”: %2.").arg(path, file.errorString()), tr("Choose another folder."),
            Error::Kind::NotAllowed});
    }
    Q_EMIT told(tr("Wrote %n feed(s) to “%1”.", nullptr, int(list->feeds.size())).arg(QFileInfo(path).fileName()), false);
}

void FeedsPane::openAddress()
{
    const auto item = feedItem(m_project.reader(), currentItem());
    if (!item)
        return Q_EMIT failed(item.error());
    const QUrl address = webAddress(*item ? (*item)->link : QString());
    if (address.isEmpty())
        return Q_EMIT failed({tr("Nothing was opened."), tr("The item has no address of the web."), {}, Error::Kind::Invalid});
    QDesktopServices::openUrl(address);
}

} // namespace redoubt
