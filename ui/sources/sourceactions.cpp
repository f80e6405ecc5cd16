#include "ui/sources/sourcespanel.h"

#include "app/project/project.h"
#include "ui/sources/capturetext.h"
#include "ui/sources/sourcefilter.h"
#include "ui/sources/sourceinspector.h"
#include "ui/sources/sourcereader.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>

/// What can be done with sources, captures and excerpts: the actions of SourcesPanel.
namespace redoubt {

QAction *SourcesPanel::makeAct(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
    const QKeySequence &shortcut, void (SourcesPanel::*act)())
{
    QAction *action = makeAction(name, icon, text, toolTip, shortcut);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void SourcesPanel::makeActions()
{
    m_act.add = makeAct(u"addSource"_s, u"add-source"_s, tr("Add source"), tr("Add a source"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, &SourcesPanel::startDraft);
    m_act.add->setShortcutContext(Qt::WindowShortcut);
    m_act.edit = makeAct(u"editSource"_s, u"edit"_s, tr("Edit source"), tr("Show and change the details of the source"), Qt::Key_F2, &SourcesPanel::editSource);
    m_act.remove = makeAct(u"removeSource"_s, u"delete"_s, tr("Delete source"), tr("Delete the source with its captures and excerpts"), QKeySequence::Delete, &SourcesPanel::removeSource);
    m_act.remove->setShortcutContext(Qt::WidgetShortcut);
    makeCaptureActions();
    m_act.keep = makeAct(u"keepExcerpt"_s, u"excerpt"_s, tr("Keep as excerpt"), tr("Keep the selected passage as an excerpt"), Qt::CTRL | Qt::Key_E, &SourcesPanel::keepExcerpt);
    m_act.attach = makeAct(u"attach"_s, u"link"_s, tr("Attach to event"), QString(), Qt::CTRL | Qt::SHIFT | Qt::Key_L, &SourcesPanel::attach);
    m_act.copyQuotation = makeAct(u"copyQuotation"_s, u"quote"_s, tr("Copy as quotation"), tr("Copy the excerpt with its citation, to paste into a brief"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, &SourcesPanel::copyQuotation);
    m_act.removeExcerpt = makeAct(u"removeExcerpt"_s, u"delete"_s, tr("Delete excerpt"), tr("Delete the excerpt; the captured text stays"), QKeySequence::Delete, &SourcesPanel::removeExcerpt);
    m_act.removeExcerpt->setShortcutContext(Qt::WidgetShortcut);
    m_act.open = makeAct(u"openSource"_s, u"open-address"_s, tr("Open address"), tr("Open the address of the source in the web browser; this uses the network"), {}, &SourcesPanel::openAddress);

    m_act.find = makeAction(u"findInText"_s, u"search"_s, tr("Find in text"), tr("Find words in the captured text (Ctrl+F in the text)"));
    connect(m_act.find, &QAction::triggered, this, [this] {
        m_act.showText->trigger();
        m_reader->openFind();
    });
    m_act.nextExcerpt = makeAction(u"nextExcerpt"_s, u"down"_s, tr("Next excerpt"), tr("Go to the next excerpt of the text"), Qt::ALT | Qt::Key_Down);
    m_act.previousExcerpt = makeAction(u"previousExcerpt"_s, u"up"_s, tr("Previous excerpt"), tr("Go to the excerpt before"), Qt::ALT | Qt::Key_Up);
    connect(m_act.nextExcerpt, &QAction::triggered, this, [this] { m_reader->stepExcerpt(1); });
    connect(m_act.previousExcerpt, &QAction::triggered, this, [this] { m_reader->stepExcerpt(-1); });

    makeReadingActions();
    m_act.showAll = makeAct(u"showAllSources"_s, {}, tr("Show all sources"), tr("Clear the search and the choice of grades"), {}, &SourcesPanel::showAll);
    m_act.showText = makeAction(u"showText"_s, {}, tr("Text"), tr("What was captured of the source"));
    m_act.showDetails = makeAction(u"showDetails"_s, {}, tr("Details"), tr("Everything about the source (F2)"));
    auto *pages = new QActionGroup(this);
    for (QAction *action : {m_act.showText, m_act.showDetails}) {
        action->setCheckable(true);
        pages->addAction(action);
    }
    m_act.showText->setChecked(true);
    connect(m_act.showText, &QAction::triggered, this, [this] {
        tell(flush());
        showPage(0);
        if (m_inspector.made() && m_inspector->isDraft())
            m_inspector->setSource(m_source);
        updateState();
    });
    connect(m_act.showDetails, &QAction::triggered, this, [this] {
        showPage(1);
        updateState();
    });
}

void SourcesPanel::addToMenus()
{
    makeFeedsAction();
    addToToolBar(m_act.add);
    for (QAction *action : {m_act.add, m_act.edit, m_act.remove, m_act.open})
        addMoreAction(action);
    addMoreSeparator();
    addCapturesToMenu();
    for (QAction *action : {m_act.find, m_act.keep, m_act.attach, m_act.copyQuotation, m_act.removeExcerpt, m_act.nextExcerpt, m_act.previousExcerpt})
        addMoreAction(action);
    addReadingToMenu();
    addMoreSeparator();
    addSorting();
}

void SourcesPanel::addSorting()
{
    auto *group = new QActionGroup(this);
    const auto offer = [&](SourceFilter::Order order, const QString &name, const QString &words) {
        QAction *action = makeAction(name, {}, words, words);
        action->setCheckable(true);
        action->setChecked(order == m_filter->order());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, order] { m_filter->setOrder(order); });
        addMoreAction(action);
    };
    offer(SourceFilter::Order::Key, u"sortByKey"_s, tr("Sort by key"));
    offer(SourceFilter::Order::Newest, u"sortByDate"_s, tr("Newest first"));
    offer(SourceFilter::Order::Grade, u"sortByGrade"_s, tr("Best grade first"));
}

void SourcesPanel::finished(const QString &text)
{
    notice()->show(Notice::Severity::Done, text, tr("Undo"), [this] { tell(m_project.undo()); });
}

void SourcesPanel::showAll()
{
    filterField()->clear();
    m_allGrades->trigger();
}

void SourcesPanel::startDraft()
{
    // A project that cannot be written says so before anything is typed.
    if (!tell(m_project.edit(tr("Add source"), [](Writer &) { return Result<>(); })))
        return;
    m_inspector->showDraft();
    showPage(1);
    updateState();
    m_inspector->focusTitle();
}

void SourcesPanel::editSource()
{
    m_inspector->setSource(m_source);
    showPage(1);
    updateState();
    m_inspector->focusTitle();
}

void SourcesPanel::removeSource()
{
    const Id<Source> id = m_source;
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    const QString title = m_model->card(row).source.title;
    const QModelIndex index = m_filter->indexOf(id);
    const Id<Source> below = m_filter->at(index.siblingAtRow(index.row() + 1));
    const Id<Source> neighbour = below.isValid() ? below : m_filter->at(index.siblingAtRow(index.row() - 1));
    const auto done = m_project.edit(
        tr("Delete source “%1”").arg(title), [&](Writer &writer) { return redoubt::removeSource(writer, id); });
    if (!tell(done))
        return;
    m_selection.select(Thing::of(neighbour));
    finished(tr("Deleted “%1”.").arg(title));
}

void SourcesPanel::keepExcerpt()
{
    CaptureText *text = m_reader->text();
    auto excerpt = excerptOf(text->capture(), text->selectionStart(), text->selectionEnd());
    if (!tell(excerpt))
        return;
    const int row = m_model->rowOf(m_source);
    const QString title = row < 0 ? QString() : m_model->card(row).source.title;
    if (!tell(m_project.edit(tr("Keep an excerpt of “%1”").arg(title), [&](Writer &writer) { return addExcerpt(writer, *excerpt); })))
        return;
    text->selectPassage(excerpt->end, excerpt->end);
    m_selection.select(Thing::of(excerpt->id));
}

void SourcesPanel::removeExcerpt()
{
    const auto excerpt = m_reader->chosen();
    if (!excerpt)
        return;
    const auto done = m_project.edit(
        tr("Delete an excerpt"), [&](Writer &writer) { return redoubt::removeExcerpt(writer, excerpt->id); });
    if (!tell(done))
        return;
    m_selection.select(Thing::of(m_source));
    finished(tr("Deleted the excerpt."));
}

void SourcesPanel::copyQuotation()
{
    const auto excerpt = m_reader->chosen();
    const int row = m_model->rowOf(m_source);
    if (!excerpt || row < 0)
        return;
    QGuiApplication::clipboard()->setText(quotation(*excerpt, m_model->card(row).source.key));
    notice()->show(Notice::Severity::Done, tr("Copied the quotation with its citation."));
}

void SourcesPanel::openAddress()
{
    if (const int row = m_model->rowOf(m_source); row >= 0)
        QDesktopServices::openUrl(webAddress(m_model->card(row).source.address));
}

} // namespace redoubt
