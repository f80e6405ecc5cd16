#include "ui/brief/briefpanel.h"

#include "app/brief/template.h"
#include "ui/brief/briefmargin.h"
#include "ui/brief/briefproperties.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/draftreader.h"
#include "ui/brief/outlinelist.h"
#include "ui/brief/outlineview.h"
#include "ui/brief/sectionmover.h"
#include "ui/brief/writingdesk.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace redoubt {

QAction *BriefPanel::addSectionAction(const QString &name, const QString &text, const QString &toolTip, const QKeySequence &shortcut,
    std::function<void()> act)
{
    QAction *action = addAct(name, {}, text, toolTip, shortcut, std::move(act));
    addMoreAction(action);
    m_writeActions.append(action);
    return action;
}

void BriefPanel::makeSectionActions()
{
    const auto move = [this](int by) {
        changeSectionAtCursor([by](const Sections &sections, qsizetype section) { return sections.moveBy(section, by); });
    };
    const auto shift = [this](int by) {
        changeSectionAtCursor([by](const Sections &sections, qsizetype section) { return sections.shift(section, by); });
    };
    addSectionAction(u"brief.sectionUp"_s, tr("Move Section Up"), tr("Put the section, with its subsections, before the one above"),
        QKeySequence(Qt::ALT | Qt::Key_Up), [move] { move(-1); });
    addSectionAction(u"brief.sectionDown"_s, tr("Move Section Down"), tr("Put the section, with its subsections, behind the one below"),
        QKeySequence(Qt::ALT | Qt::Key_Down), [move] { move(1); });
    addSectionAction(u"brief.promote"_s, tr("Promote Section"), tr("Raise the heading and those below it by one level"),
        QKeySequence(Qt::ALT | Qt::Key_PageUp), [shift] { shift(-1); });
    addSectionAction(u"brief.demote"_s, tr("Demote Section"), tr("Lower the heading and those below it by one level"),
        QKeySequence(Qt::ALT | Qt::Key_PageDown), [shift] { shift(1); });

    m_roleMenu->setToolTipsVisible(true);
    m_roleMenu->menuAction()->setToolTip(tr("What the section is for; it is written behind its heading"));
    const auto addRole = [this](const QString &name, const QString &text, SectionRole role) {
        QAction *action = addAct(u"brief.role."_s + name, {}, text, tr("Give the section at the cursor this role"), {}, [this, role] {
            const auto give = [role](const Sections &sections, qsizetype section) { return sections.giveRole(section, role); };
            if (m_outline->isVisible())
                changeSection(m_outline->currentPosition(), give);
            else
                changeSectionAtCursor(give);
        });
        action->setCheckable(true);
        action->setData(int(role));
        m_roleMenu->addAction(action);
        m_writeActions.append(action);
    };
    addRole(u"none"_s, tr("No role"), SectionRole::None);
    for (const auto &[name, role] : roleClasses())
        addRole(name, sectionRoleText(role), role);
    addMoreAction(m_roleMenu->menuAction());
    m_writeActions.append(m_roleMenu->menuAction());
}

void BriefPanel::makeViewActions()
{
    m_pagesAction = addAct(u"brief.pages"_s, u"page"_s, tr("Pages"), tr("The pages of the brief as they are printed, beside the text"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), {});
    m_twoViewsAction = addAct(u"brief.twoViews"_s, {}, tr("Two Views"), tr("The same text twice, one below the other"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), {});
    for (QAction *action : {m_pagesAction, m_twoViewsAction}) {
        action->setCheckable(true);
        addMoreAction(action);
        m_briefActions.append(action);
    }
    connect(m_pagesAction, &QAction::toggled, m_desk, &WritingDesk::showPages);
    connect(m_twoViewsAction, &QAction::toggled, m_desk, &WritingDesk::showTwoViews);
    connect(m_desk, &WritingDesk::pagesClosed, this, [this] {
        m_pagesAction->setChecked(false);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
}

void BriefPanel::connectSections()
{
    m_outline->list()->setMenu(m_roleMenu);
    connect(m_roleMenu, &QMenu::aboutToShow, this, [this] {
        const qsizetype position = m_outline->isVisible() ? m_outline->currentPosition() : m_editor->textCursor().position();
        const DraftSection *section = m_reader->draft().sectionAt(position);
        for (QAction *action : m_roleMenu->actions())
            action->setChecked(section && action->data().toInt() == int(section->entry.role));
    });
    // Beside the text the menu is that of the section that the line belongs to.
    m_margin->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_margin, &QWidget::customContextMenuRequested, this, [this](QPoint point) {
        m_editor->setTextCursor(m_editor->cursorForPosition({0, point.y()}));
        if (m_roleMenu->menuAction()->isEnabled() && m_reader->draft().sectionAt(m_editor->textCursor().position()))
            m_roleMenu->popup(m_margin->mapToGlobal(point));
    });
    connect(m_outline, &OutlineList::moveWanted, this, [this](qsizetype position, qsizetype before) {
        changeSection(position, [before](const Sections &sections, qsizetype section) {
            return sections.move(section, before < 0 ? sections.outline().size() : sections.at(before));
        });
    });
    connect(m_outline, &OutlineList::stepWanted, this, [this](qsizetype position, int by) {
        changeSection(position, [by](const Sections &sections, qsizetype section) { return sections.moveBy(section, by); });
    });
    connect(m_outline, &OutlineList::levelWanted, this, [this](qsizetype position, int by) {
        changeSection(position, [by](const Sections &sections, qsizetype section) { return sections.shift(section, by); });
    });
    connect(m_mover, &SectionMover::changed, m_outline, &OutlineList::follow);
    connect(m_mover, &SectionMover::unchanged, m_outline, &OutlineList::settle);
    connect(m_mover, &SectionMover::failed, this, [this](const Error &error) {
        m_outline->settle();
        notice()->show(error);
    });
}

void BriefPanel::changeSection(qsizetype position, std::function<Result<QList<Replacement>>(const Sections &, qsizetype)> change)
{
    m_mover->start(position, [position, change = std::move(change)](const Sections &sections) {
        return change(sections, sections.at(position));
    });
}

void BriefPanel::changeSectionAtCursor(std::function<Result<QList<Replacement>>(const Sections &, qsizetype)> change)
{
    changeSection(m_editor->textCursor().position(), std::move(change));
}

void BriefPanel::makeBriefActions()
{
    m_managingActions = {
        addAct(u"brief.rename"_s, {}, tr("Rename Brief"), tr("Change the title of this brief"), QKeySequence(Qt::Key_F2),
            [this] { m_properties->open(); }),
        addAct(u"brief.duplicate"_s, {}, tr("Duplicate Brief"), tr("Make a copy of this brief with a title of its own"), {},
            [this] { duplicateShownBrief(); }),
        addAct(u"brief.earlier"_s, {}, tr("Move Brief Up"), tr("Put this brief before the one above it in the list"), {},
            [this] { moveShownBrief(-1); }),
        addAct(u"brief.later"_s, {}, tr("Move Brief Down"), tr("Put this brief behind the one below it in the list"), {},
            [this] { moveShownBrief(1); }),
        addAct(u"brief.keepTemplate"_s, {}, tr("Save as Template…"), tr("Keep the text of this brief as a template for others"), {},
            [this] { offerToKeepTemplate(); }),
    };
    // As the properties, which it opens, it belongs to the text: F2 names a version while those are shown.
    m_writeActions.append(m_managingActions.first());
    m_wholeActions += m_managingActions.sliced(1, 3);
    m_briefActions.append(m_managingActions.last());
}

void BriefPanel::duplicateShownBrief()
{
    const auto shown = std::ranges::find(m_briefs, brief(), &Brief::id);
    if (shown == m_briefs.end() || !tell(flush()))
        return;
    const Brief first = *shown;
    Id<Brief> copied;
    const auto done = m_project.edit(tr("Duplicate brief “%1”").arg(first.title), [&](Writer &writer) -> Result<> {
        const auto copy = copyBrief(writer, first.id, tr("%1 (copy)").arg(first.title));
        if (!copy)
            return failure(copy);
        copied = copy->id;
        return {};
    });
    if (!tell(done))
        return;
    showBrief(copied);
    m_properties->open();
}

void BriefPanel::moveShownBrief(int by)
{
    const auto shown = std::ranges::find(m_briefs, brief(), &Brief::id);
    if (shown == m_briefs.end() || !tell(flush()))
        return;
    const Brief moved = *shown;
    tell(m_project.edit(tr("Move brief “%1”").arg(moved.title), [&](Writer &writer) { return moveBrief(writer, moved.id, by); }));
}

void BriefPanel::offerToKeepTemplate()
{
    askForName(tr("Others can begin with the text of this brief."), tr("Save as template"), tr("A name for the template"),
        [this](const QString &name) { keepAsTemplate(name, false); });
}

void BriefPanel::keepAsTemplate(const QString &name, bool replace)
{
    const auto kept = redoubt::keepTemplate(name, m_editor->text(), replace);
    if (kept)
        notice()->show(Notice::Severity::Done, tr("Kept as the template “%1”.").arg(name));
    else if (kept.error().kind == Error::Kind::Exists)
        notice()->show(Notice::Severity::Warning, kept.error().text(), tr("Replace it"), [this, name] { keepAsTemplate(name, true); });
    else
        notice()->show(kept.error());
}

/// No name is no answer.
void BriefPanel::askForName(const QString &message, const QString &offer, const QString &hint, std::function<void(const QString &)> take)
{
    ask(message, offer, hint, {}, [take = std::move(take)](const QString &name) {
        if (!name.isEmpty())
            take(name);
    });
}

} // namespace redoubt
