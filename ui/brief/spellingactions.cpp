#include "ui/brief/briefpanel.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/projectwordspane.h"
#include "ui/brief/spelling.h"

using namespace Qt::StringLiterals;

namespace redoubt {

QList<QAction *> BriefPanel::makeSpellingActions()
{
    m_spellingAction = addAct(u"brief.spelling"_s, {}, tr("Check Spelling"), tr("Underline words that no dictionary of the brief’s language has"), {},
        [this] { m_spelling->setOn(m_spellingAction->isChecked()); });
    m_spellingAction->setCheckable(true);
    m_spellingAction->setChecked(true);
    m_missingAction = new QAction(this);
    m_missingAction->setObjectName(u"brief.noDictionary"_s);
    m_missingAction->setEnabled(false);
    m_missingAction->setVisible(false);
    QAction *next = addAct(u"brief.nextMisspelling"_s, {}, tr("Next Misspelling"), tr("Go to the next word that no dictionary has"),
        QKeySequence(Qt::Key_F7), [this] { m_spelling->goTo(1); });
    QAction *previous = addAct(u"brief.previousMisspelling"_s, {}, tr("Previous Misspelling"),
        tr("Go to the word before that no dictionary has"), QKeySequence(Qt::SHIFT | Qt::Key_F7), [this] { m_spelling->goTo(-1); });
    QAction *menu = addAct(u"brief.suggestSpelling"_s, {}, tr("Spelling Suggestions"), tr("What was meant by the word at the cursor"),
        QKeySequence(Qt::CTRL | Qt::Key_Period), [this] {
            if (!m_spelling->openMenu())
                notice()->show(Notice::Severity::Done, tr("The word at the cursor is not misspelt, as far as is known."));
        });
    QAction *words = addAct(u"brief.projectWords"_s, {}, tr("Words of This Project"), tr("Words that are right although no dictionary has them"), {},
        [this] { m_words->open(); });
    return {m_spellingAction, m_missingAction, next, previous, menu, words};
}

void BriefPanel::connectSpelling()
{
    connect(m_spelling, &Spelling::missingChanged, this, [this] {
        const QString missing = m_spelling->missingText();
        m_missingAction->setText(missing);
        m_missingAction->setVisible(!missing.isEmpty());
    });
    connect(m_spelling, &Spelling::noneFound, this, [this] {
        const QString missing = m_spelling->missingText();
        notice()->show(Notice::Severity::Done, missing.isEmpty() ? tr("No other word is misspelt.") : tr("%1.").arg(missing));
    });
    connect(m_spelling, &Spelling::failed, this, [this](const Error &error) { notice()->show(error); });
}

ProjectWordsPane *BriefPanel::makeProjectWords()
{
    auto *pane = new ProjectWordsPane(m_project);
    addBelowText(pane);
    connect(pane, &ProjectWordsPane::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(pane, &ProjectWordsPane::closed, m_editor, [this] { m_editor->setFocus(Qt::OtherFocusReason); });
    return pane;
}

} // namespace redoubt
