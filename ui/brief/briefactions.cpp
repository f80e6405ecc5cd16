#include "ui/brief/briefpanel.h"

#include "app/brief/revision.h"
#include "app/brief/template.h"
#include "ui/brief/briefchooser.h"
#include "ui/brief/briefproperties.h"
#include "ui/brief/brieftext.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/draftreader.h"
#include "ui/brief/insertion.h"
#include "ui/brief/reviewlink.h"

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
    const QList<QAction *> finding = makeFindActions();
    const QList<QAction *> spelling = makeSpellingActions();
    QAction *properties = addAct(u"brief.properties"_s, u"edit"_s, tr("Properties…"),
        tr("Title, byline, dateline, language and scale of the brief"), QKeySequence(Qt::ALT | Qt::Key_Return),
        [this] { m_properties->isVisible() ? m_properties->hide() : m_properties->open(); });
    QAction *name = addAct(u"brief.nameVersion"_s, {}, tr("Name This Version…"),
        tr("Keep the present text as a version with a name"), QKeySequence::Save, [this] { offerToName(); });
    // Pressed from habit, wherever the focus is.
    name->setShortcutContext(Qt::WindowShortcut);
    QAction *remove = addAct(u"brief.remove"_s, u"delete"_s, tr("Delete Brief"), tr("Delete this brief from the project"), {},
        [this] { removeShownBrief(); });
    m_briefActions = QList{m_outlineAction, properties} + finding;
    m_writeActions = {name, remove};

    m_chooser = new BriefChooser(m_templateActions, {properties, name, remove});
    addHeaderWidget(m_chooser);
    addHeaderAction(m_outlineAction);
    addHeaderAction(finding.first());
    makeInsertActions();
    addMoreSeparator();
    makeTextActions();
    addMoreSeparator();
    for (QAction *action : finding.sliced(1))
        addMoreAction(action);
    addMoreSeparator();
    for (QAction *action : spelling)
        addMoreAction(action);
    addMoreSeparator();
    for (QAction *action : {properties, name, remove})
        addMoreAction(action);
    addMoreSeparator();
    for (QAction *action : std::as_const(m_templateActions))
        addMoreAction(action);
}

QAction *BriefPanel::addInsertAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
    const QKeySequence &shortcut, Result<> (*insert)(const Project &, const Thing &, BriefTextEdit &))
{
    QAction *action = addAct(name, icon, text, toolTip, shortcut, [this, insert] {
        if (tell(insert(m_project, m_selection.current(), *m_editor)))
            m_editor->setFocus(Qt::OtherFocusReason);
    });
    addMoreAction(action);
    m_writeActions.append(action);
    return action;
}

void BriefPanel::makeInsertActions()
{
    addInsertAction(u"brief.insertCitation"_s, u"sources"_s, tr("Insert Citation"), tr("Cite the selected source here"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &insertion::citation);
    addInsertAction(u"brief.insertQuotation"_s, u"excerpt"_s, tr("Insert Quotation"),
        tr("Quote the selected excerpt here, with its citation"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q),
        &insertion::quotation);
    addInsertAction(u"brief.insertLink"_s, u"link"_s, tr("Insert Link"), tr("Link to the selected event or indicator here"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), &insertion::link);
}

void BriefPanel::makeTextActions()
{
    const QList<QAction *> actions{
        addAct(u"brief.strong"_s, {}, tr("Strong"), tr("Set the selected words strong"), QKeySequence::Bold,
            [this] { m_editor->toggleAround(u"**"_s); }),
        addAct(u"brief.emphasis"_s, {}, tr("Emphasis"), tr("Emphasise the selected words"), QKeySequence::Italic,
            [this] { m_editor->toggleAround(u"*"_s); }),
        addAct(u"brief.link"_s, {}, tr("Web Link"), tr("Make the selected words a link"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [this] { insertMarkdownLink(); }),
    };
    for (QAction *action : actions)
        addMoreAction(action);
    m_writeActions += actions;
    QAction *quotation = addAct(u"brief.quotation"_s, {}, tr("Check Quotation"),
        tr("Compare the quotation at the cursor with what was captured"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { showQuotationAtCursor(); });
    QAction *finding = addAct(u"brief.finding"_s, {}, tr("Show Finding"),
        tr("Show what the checks find at the cursor, and what can be done about it"), QKeySequence(Qt::CTRL | Qt::Key_Period),
        [this] { showFindingAtCursor(); });
    for (QAction *action : {quotation, finding}) {
        addMoreAction(action);
        m_briefActions.append(action);
    }
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
    auto *field = new QLineEdit;
    field->setPlaceholderText(tr("A name for this version"));
    field->setAccessibleName(tr("A name for this version"));
    const auto keep = [this, id = brief(), field] {
        const QString name = field->text().trimmed();
        notice()->close();
        m_editor->setFocus(Qt::OtherFocusReason);
        if (name.isEmpty())
            return;
        const auto named = m_project.edit(tr("Name version “%1”").arg(name),
            [&](Writer &writer) { return nameVersion(writer, id, name, QDateTime::currentDateTimeUtc()); });
        if (tell(named))
            notice()->show(Notice::Severity::Done, tr("This version is kept as “%1”.").arg(name));
    };
    notice()->show(Notice::Severity::Done, tr("All changes are saved."), tr("Name this version"), keep);
    notice()->setField(field);
    connect(field, &QLineEdit::returnPressed, notice(), keep);
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

void BriefPanel::showFindingAtCursor()
{
    if (!m_link->showAtCursor())
        notice()->show(Notice::Severity::Done, tr("The checks find nothing at the cursor."));
}

void BriefPanel::insertMarkdownLink()
{
    QTextCursor cursor = m_editor->textCursor();
    cursor.insertText(u"[%1]()"_s.arg(cursor.selectedText()));
    cursor.movePosition(QTextCursor::Left);
    m_editor->setTextCursor(cursor);
}

} // namespace redoubt
