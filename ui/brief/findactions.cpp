#include "ui/brief/briefpanel.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/findreplacebar.h"
#include "ui/brief/foundpane.h"
#include "ui/brief/writingdesk.h"

#include <QLayout>

using namespace Qt::StringLiterals;

namespace redoubt {

QList<QAction *> BriefPanel::makeFindActions()
{
    QAction *find = addAct(u"brief.find"_s, u"search"_s, tr("Find"), tr("Find in the brief"), QKeySequence::Find,
        [this] { m_find->open(false); });
    QAction *replace = addAct(u"brief.replace"_s, {}, tr("Find and Replace"), tr("Find and replace in the brief"),
        QKeySequence(Qt::CTRL | Qt::Key_R), [this] { m_find->open(true); });
    replace->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_R), QKeySequence(Qt::CTRL | Qt::Key_H)});
    QAction *next = addAct(u"brief.findNext"_s, {}, tr("Find Next"), tr("Go to the next place"), QKeySequence(Qt::Key_F3),
        [this] { m_find->next(); });
    QAction *previous = addAct(u"brief.findPrevious"_s, {}, tr("Find Previous"), tr("Go to the previous place"),
        QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { m_find->previous(); });
    QAction *inAll = addAct(u"brief.findInAll"_s, {}, tr("Find in All Briefs"), tr("Find and replace in all briefs of the project"),
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H), [this] { findInAllBriefs(); });
    return {find, replace, next, previous, inAll};
}

FindReplaceBar *BriefPanel::makeFind()
{
    auto *bar = new FindReplaceBar(*m_editor);
    m_desk->parentWidget()->layout()->addWidget(bar);
    bar->setState(m_findState);
    connect(bar, &FindReplaceBar::allBriefsWanted, this, &BriefPanel::findInAllBriefs);
    connect(bar, &FindReplaceBar::soughtChanged, this, [this] {
        if (isShowingFound())
            m_found->look(m_find->sought(), m_find->replacement());
    });
    connect(bar, &FindReplaceBar::closed, this, [this] {
        if (isShowingFound())
            m_found->hide();
    });
    return bar;
}

bool BriefPanel::isFinding() const
{
    return m_find.made() && m_find->isVisible();
}

FoundPane *BriefPanel::makeFound()
{
    auto *pane = new FoundPane(m_project);
    addBelowText(pane);
    connect(pane, &FoundPane::closed, this, [this] { m_find->setFocus(Qt::OtherFocusReason); });
    connect(pane, &FoundPane::aboutToRead, this, [this] { tell(flush()); });
    connect(pane, &FoundPane::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(pane, &FoundPane::placeChosen, this, [this](Id<Brief> id, TextRange range) {
        m_selection.selectPlace(Thing::of(id), range.offset, range.length);
    });
    connect(pane, &FoundPane::replaced, this, [this](qsizetype places) {
        notice()->show(Notice::Severity::Done, tr("%n places replaced.", nullptr, int(places)), tr("Undo"), [this] { tell(m_project.undo()); });
    });
    return pane;
}

bool BriefPanel::isShowingFound() const
{
    return m_found.made() && !m_found->isHidden();
}

void BriefPanel::findInAllBriefs()
{
    m_find->open(true);
    m_found->show();
    m_found->look(m_find->sought(), m_find->replacement());
}

/// Another brief is shown: what is looked for in all of them is looked for in this one too.
void BriefPanel::findInShownBrief()
{
    if (isShowingFound())
        m_find->startAnew();
    else if (m_find.made())
        m_find->hide();
}

} // namespace redoubt
