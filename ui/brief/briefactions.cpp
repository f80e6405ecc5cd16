#include "ui/brief/briefpanel.h"

#include "app/brief/revision.h"
#include "app/brief/template.h"
#include "ui/brief/briefchooser.h"
#include "ui/brief/briefproperties.h"
#include "ui/brief/brieftext.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/draftreader.h"
#include "ui/brief/insertion.h"
#include "ui/brief/outlinelist.h"
#include "ui/brief/outlineview.h"
#include "ui/brief/reviewlink.h"
#include "ui/brief/texthelp.h"
#include "ui/workbench/owntemplates.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace redoubt {

QAction *BriefPanel::addAct(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
    const QKeySequence &shortcut, std::function<void()> act)
{
    QAction *action = makeAction(name, icon, text, toolTip, shortcut);
    if (act)
        connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    return action;
}

QList<QAction *> BriefPanel::templateActions()
{
    QList<QAction *> actions;
    for (const BriefTemplate &known : briefTemplates()) {
        actions.append(addAct(u"brief.new."_s + known.name, u"new"_s, tr("New: %1").arg(known.title), known.about, {},
            [this, name = known.name] { addBriefFrom(name); }));
    }
    auto *own = new OwnTemplates(tr("New: Template of Your Own"), [this](const QString &name) { addBriefFrom(name); }, this);
    actions.append(own->menuAction());
    return actions;
}

void BriefPanel::makeActions()
{
    m_templateActions = templateActions();
    m_outlineAction = addAct(u"brief.outline"_s, u"outline"_s, tr("Outline"), tr("Sections of the brief, to go to"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), [this] { showOutline(); });
    const QList<QAction *> finding = makeFindActions();
    const QList<QAction *> spelling = makeSpellingActions();
    QAction *properties = addAct(u"brief.properties"_s, u"edit"_s, tr("Properties…"),
        tr("Title, byline, dateline, language and scale of the brief"), QKeySequence(Qt::ALT | Qt::Key_Return),
        [this] { m_properties.made() && m_properties->isVisible() ? m_properties->hide() : m_properties->open(); });
    QAction *name = addAct(u"brief.nameVersion"_s, {}, tr("Name This Version…"),
        tr("Keep the present text as a version with a name"), QKeySequence::Save, [this] { offerToName(); });
    // Pressed from habit, wherever the focus is.
    name->setShortcutContext(Qt::WindowShortcut);
    QAction *remove = addAct(u"brief.remove"_s, u"delete"_s, tr("Delete Brief"), tr("Delete this brief from the project"), {},
        [this] { removeShownBrief(); });
    m_versionsAction = addAct(u"brief.versions"_s, {}, tr("Versions…"), tr("What was kept of this brief: compare it, bring it back"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), [this] { showVersions(); });
    m_briefActions = QList{m_outlineAction, properties, m_spellingAction} + finding + spelling.sliced(2);
    m_wholeActions = {name, remove};
    makeBriefActions();

    const QList<QAction *> managing = QList{properties, name, m_versionsAction} + m_managingActions + QList{remove};
    m_chooser = new BriefChooser(m_templateActions, managing);
    addHeaderWidget(m_chooser);
    addHeaderAction(m_outlineAction);
    addHeaderAction(finding.first());
    makeInsertActions();
    makeFormatActions();
    makeTableActions();
    makeFoldActions();
    makeFocusActions();
    addMoreSeparator();
    makeHelpActions();
    addMoreSeparator();
    makeSectionActions();
    addMoreSeparator();
    makeViewActions();
    addMoreSeparator();
    for (QAction *action : finding.sliced(1))
        addMoreAction(action);
    addMoreSeparator();
    for (QAction *action : spelling)
        addMoreAction(action);
    addMoreSeparator();
    for (QAction *action : managing)
        addMoreAction(action);
    addMoreSeparator();
    for (QAction *action : std::as_const(m_templateActions))
        addMoreAction(action);
}

void BriefPanel::makeHelpActions()
{
    QAction *complete = addAct(u"brief.complete"_s, {}, tr("Complete"), tr("Offer what can stand at the cursor"),
        QKeySequence(Qt::CTRL | Qt::Key_Space), [this] { m_help->complete(); });
    m_writeActions.append(complete);
    QAction *card = addAct(u"brief.quotation"_s, {}, tr("Show Card"),
        tr("Show what is known of the quotation, citation, link or phrase at the cursor"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { showCardAtCursor(); });
    QAction *go = addAct(u"brief.goThere"_s, {}, tr("Go There"), tr("Go to what the citation, link or footnote at the cursor speaks of"),
        QKeySequence(Qt::Key_F12), [this] { goFromCursor(); });
    QAction *finding = addAct(u"brief.finding"_s, {}, tr("Show Finding"),
        tr("Show what the checks find at the cursor, and what can be done about it"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
        [this] { showFindingAtCursor(); });
    m_briefActions += {card, finding, go};
    for (QAction *action : {complete, card, finding, go})
        addMoreAction(action);
}

void BriefPanel::updateActions()
{
    const bool isThere = brief().isValid();
    const bool mayWrite = isThere && !m_project.isReadOnly();
    m_versionsAction->setEnabled(isThere);
    for (QAction *action : std::as_const(m_briefActions))
        action->setEnabled(isThere && !isShowingVersions());
    for (QAction *action : std::as_const(m_writeActions))
        action->setEnabled(mayWrite && !isShowingVersions());
    for (QAction *action : std::as_const(m_wholeActions))
        action->setEnabled(mayWrite);
    for (QAction *action : std::as_const(m_templateActions))
        action->setEnabled(!m_project.isReadOnly());
    m_outline->list()->setRearrangeable(mayWrite);
}

void BriefPanel::addBriefFrom(const QString &templateName)
{
    const auto text = templateText(templateName);
    if (!tell(text) || !tell(flush()))
        return;
    Brief added;
    added.title = tr("Untitled brief");
    added.textTemplate = templateName;
    added.text = *text;
    for (const Brief &known : std::as_const(m_briefs))
        added.position = std::max(added.position, known.position + 1);
    if (!tell(m_project.edit(tr("Add a brief"), [&](Writer &writer) { return addBrief(writer, added); })))
        return;
    showBrief(added.id);
    m_properties->open();
}

void BriefPanel::removeShownBrief()
{
    const auto shown = std::ranges::find(m_briefs, brief(), &Brief::id);
    if (shown == m_briefs.end() || !tell(flush()))
        return;
    const Brief removed = *shown;
    const auto done = m_project.edit(
        tr("Delete brief “%1”").arg(removed.title), [&](Writer &writer) { return removeBrief(writer, removed.id); });
    if (!tell(done))
        return;
    notice()->show(Notice::Severity::Done, tr("Deleted “%1”.").arg(removed.title), tr("Undo"), [this] { tell(m_project.undo()); });
}

void BriefPanel::offerToName()
{
    if (!tell(flush()))
        return;
    askForName(tr("All changes are saved."), tr("Name this version"), tr("A name for this version"), [this, id = brief()](const QString &name) {
        const auto named = m_project.edit(tr("Name version “%1”").arg(name),
            [&](Writer &writer) { return nameVersion(writer, id, name, QDateTime::currentDateTimeUtc()); });
        if (tell(named))
            notice()->show(Notice::Severity::Done, tr("This version is kept as “%1”.").arg(name));
    });
}

void BriefPanel::ask(const QString &text, const QString &offer, const QString &hint, const QString &present,
    std::function<void(const QString &answer)> take)
{
    auto *field = new QLineEdit(present);
    field->setPlaceholderText(hint);
    field->setAccessibleName(hint);
    const auto answer = [this, field, take = std::move(take)] {
        const QString typed = field->text().trimmed();
        notice()->close();
        setFocus(Qt::OtherFocusReason);
        take(typed);
    };
    notice()->show(Notice::Severity::Done, text, offer, answer);
    notice()->setField(field);
    connect(field, &QLineEdit::returnPressed, notice(), answer);
    field->show();
    field->setFocus(Qt::ShortcutFocusReason);
}

void BriefPanel::showCardAtCursor()
{
    const auto hint = m_help->hint();
    if (!hint)
        return notice()->show(Notice::Severity::Done, tr("There is no quotation, citation, link or phrase of likelihood at the cursor."));
    if (hint->isQuotation)
        showQuotation(*m_reader->draft().quotationAt(hint->range.offset), true);
    else
        m_help->show(*hint);
}

void BriefPanel::goFromCursor()
{
    const auto hint = m_help->hint();
    if (hint && hint->leadsOn())
        m_help->go(*hint);
    else
        notice()->show(Notice::Severity::Done, tr("Nothing at the cursor leads to another place."));
}

/// From wherever it was selected: the focus stays there.
void BriefPanel::insertSelected()
{
    if (tell(insertion::thing(m_project, m_selection.current(), *m_editor)))
        m_editor->ensureCursorVisible();
}

void BriefPanel::showFindingAtCursor()
{
    if (!m_link->showAtCursor())
        notice()->show(Notice::Severity::Done, tr("The checks find nothing at the cursor."));
}

} // namespace redoubt
