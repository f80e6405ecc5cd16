#include "ui/brief/briefpanel.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/findreplacebar.h"
#include "ui/brief/foundpane.h"
#include "ui/brief/spelling.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

const QString findName = u"find"_s;
const QString spellingName = u"spelling"_s;

} // namespace

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

void BriefPanel::connectFinding()
{
    connect(m_find, &FindReplaceBar::allBriefsWanted, this, &BriefPanel::findInAllBriefs);
    connect(m_find, &FindReplaceBar::soughtChanged, this, [this] { m_found->look(m_find->sought(), m_find->replacement()); });
    connect(m_find, &FindReplaceBar::closed, m_found, &QWidget::hide);
    connect(m_found, &FoundPane::closed, m_find, [this] { m_find->setFocus(Qt::OtherFocusReason); });
    connect(m_found, &FoundPane::aboutToRead, this, [this] { tell(flush()); });
    connect(m_found, &FoundPane::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(m_found, &FoundPane::placeChosen, this, [this](Id<Brief> id, TextRange range) {
        m_selection.selectPlace(Thing::of(id), range.offset, range.length);
    });
    connect(m_found, &FoundPane::replaced, this, [this](qsizetype places) {
        notice()->show(Notice::Severity::Done, tr("%n places replaced.", nullptr, int(places)), tr("Undo"), [this] { tell(m_project.undo()); });
    });
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
    if (m_found->isHidden())
        m_find->hide();
    else
        m_find->startAnew();
}

QByteArray BriefPanel::arrangement() const
{
    return QJsonDocument(QJsonObject{{findName, m_find->state()}, {spellingName, m_spelling->isOn()}}).toJson(QJsonDocument::Compact);
}

void BriefPanel::setArrangement(const QByteArray &arrangement)
{
    const QJsonObject remembered = QJsonDocument::fromJson(arrangement).object();
    m_find->setState(remembered.value(findName).toObject());
    m_spellingAction->setChecked(remembered.value(spellingName).toBool(true));
    m_spelling->setOn(m_spellingAction->isChecked());
}

} // namespace redoubt
