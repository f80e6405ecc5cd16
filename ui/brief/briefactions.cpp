#include "ui/brief/briefpanel.h"

#include "app/brief/revision.h"
#include "app/brief/template.h"
#include "ui/brief/briefchooser.h"
#include "ui/brief/briefproperties.h"
#include "ui/brief/brieftext.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/draftreader.h"
#include "ui/brief/findreplacebar.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace redoubt {

QAction *BriefPanel::addAct(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
    const QKeySequence &shortcut, std::function<void()> act)
{
    QAction *action = makeAction(name, icon, text, toolTip, shortcut);
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
    return actions;
}

void BriefPanel::makeActions()
{
    m_templateActions = templateActions();
    m_outlineAction = addAct(u"brief.outline"_s, u"outline"_s, tr("Outline"), tr("Sections of the brief, to go to"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), [this] { showOutline(); });
    QAction *find = addAct(u"brief.find"_s, u"search"_s, tr("Find and Replace"), tr("Find and replace in the brief"),
        QKeySequence::Find, [this] { m_find->open(); });
    QAction *next = addAct(u"brief.findNext"_s, {}, tr("Find Next"), tr("Go to the next place"), QKeySequence(Qt::Key_F3),
        [this] { m_find->next(); });
    QAction *previous = addAct(u"brief.findPrevious"_s, {}, tr("Find Previous"), tr("Go to the previous place"),
        QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { m_find->previous(); });
    QAction *properties = addAct(u"brief.properties"_s, u"edit"_s, tr("Properties…"),
        tr("Title, byline, dateline, language and scale of the brief"), QKeySequence(Qt::ALT | Qt::Key_Return),
        [this] { m_properties->isVisible() ? m_properties->hide() : m_properties->open(); });
    QAction *name = addAct(u"brief.nameVersion"_s, {}, tr("Name This Version…"),
        tr("Keep the present text as a version with a name"), QKeySequence::Save, [this] { offerToName(); });
    // Pressed from habit, wherever the focus is.
    name->setShortcutContext(Qt::WindowShortcut);
    QAction *remove = addAct(u"brief.remove"_s, u"delete"_s, tr("Delete Brief"), tr("Delete this brief from the project"), {},
        [this] { removeShownBrief(); });
    m_briefActions = {m_outlineAction, find, next, previous, properties};
    m_writeActions = {name, remove};

    m_chooser = new BriefChooser(m_templateActions, {properties, name, remove});
    addHeaderWidget(m_chooser);
    addHeaderAction(m_outlineAction);
    addHeaderAction(find);
    makeInsertActions();
    makeFormatActions();
    makeTableActions();
    makeFoldActions();
    makeFocusActions();
    addMoreSeparator();
    QAction *quotation = addAct(u"brief.quotation"_s, {}, tr("Check Quotation"),
        tr("Compare the quotation at the cursor with what was captured"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { showQuotationAtCursor(); });
    addMoreAction(quotation);
    m_briefActions.append(quotation);
    for (QAction *action : {next, previous})
        addMoreAction(action);
    addMoreSeparator();
    for (QAction *action : {properties, name, remove})
        addMoreAction(action);
    addMoreSeparator();
    for (QAction *action : std::as_const(m_templateActions))
        addMoreAction(action);
}

void BriefPanel::updateActions()
{
    const bool isThere = brief().isValid();
    const bool mayWrite = isThere && !m_project.isReadOnly();
    for (QAction *action : std::as_const(m_briefActions))
        action->setEnabled(isThere);
    for (QAction *action : std::as_const(m_writeActions))
        action->setEnabled(mayWrite);
    for (QAction *action : std::as_const(m_templateActions))
        action->setEnabled(!m_project.isReadOnly());
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
    ask(tr("All changes are saved."), tr("Name this version"), tr("A name for this version"), {},
        [this, id = brief()](const QString &name) {
            if (name.isEmpty())
                return;
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
        m_editor->setFocus(Qt::OtherFocusReason);
        take(typed);
    };
    notice()->show(Notice::Severity::Done, text, offer, answer);
    notice()->setField(field);
    connect(field, &QLineEdit::returnPressed, notice(), answer);
    field->show();
    field->setFocus(Qt::ShortcutFocusReason);
}

void BriefPanel::showQuotationAtCursor()
{
    const DraftQuotation *checked = m_reader->draft().quotationAt(m_editor->textCursor().position());
    if (checked && checked->verified)
        showQuotation(*checked, true);
    else
        notice()->show(Notice::Severity::Done, tr("There is no quotation with a citation at the cursor."));
}

} // namespace redoubt
