#pragma once

#include "app/brief/brief.h"
#include "app/project/project.h"
#include "ui/workbench/panel.h"
#include "ui/workbench/selection.h"

class QStackedWidget;

namespace redoubt {

class BriefChooser;
class BriefMargin;
class BriefProperties;
class BriefText;
class BriefTextEdit;
class Syntax;
class DraftReader;
class FallenCitations;
class FindReplaceBar;
class FoundPane;
class OutlineList;
class ProjectWordsPane;
class QuotationCard;
class Review;
class ReviewLink;
class Spelling;
struct DraftQuotation;

/// Where the briefs of a project are written: a calm text with a margin that says what its quotations are worth.
class BriefPanel : public Panel
{
    Q_OBJECT

public:
    /// All must live longer.
    BriefPanel(Project &project, Selection &selection, Review &review, std::shared_ptr<Syntax> syntax, QWidget *parent = nullptr);
    ~BriefPanel() override;

    /// The brief that is shown; none in a project without one.
    [[nodiscard]] Id<Brief> brief() const;
    void showBrief(Id<Brief> id);

    Result<> flush() override;
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;

    [[nodiscard]] BriefTextEdit *editor() const { return m_editor; }
    [[nodiscard]] BriefMargin *margin() const { return m_margin; }
    [[nodiscard]] Spelling &spelling() const { return *m_spelling; }

private:
    // briefpanel.cpp: what is seen
    void layOut();
    void connectParts();
    void connectReview();
    void takeBriefs();
    void takeDraft();
    void takeRetractions();
    void showStatus();
    void showQuotation(const DraftQuotation &checked, bool withFocus);
    void showOutline();

    // briefactions.cpp: what can be done
    void makeActions();
    void makeTextActions();
    void makeInsertActions();
    QAction *addAct(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
        const QKeySequence &shortcut, std::function<void()> act);
    QList<QAction *> templateActions();
    QAction *addInsertAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
        const QKeySequence &shortcut, Result<> (*insert)(const Project &, const Thing &, BriefTextEdit &));
    void updateActions();
    void addBriefFrom(const QString &templateName);
    void removeShownBrief();
    void offerToName();
    void showQuotationAtCursor();
    void showFindingAtCursor();
    void insertMarkdownLink();

    // findactions.cpp: finding in the brief and in all of them
    QList<QAction *> makeFindActions();
    void connectFinding();
    void findInAllBriefs();
    void findInShownBrief();

    // spellingactions.cpp
    QList<QAction *> makeSpellingActions();
    void connectSpelling();

    Project &m_project;
    Selection &m_selection;
    Review &m_review;
    BriefTextEdit *m_editor;
    BriefMargin *m_margin;
    DraftReader *m_reader;
    FallenCitations *m_fallen;
    BriefText *m_text;
    QuotationCard *m_card;
    ReviewLink *m_link;
    FindReplaceBar *m_find;
    FoundPane *m_found;
    Spelling *m_spelling;
    ProjectWordsPane *m_words;
    BriefProperties *m_properties;
    OutlineList *m_outline;
    BriefChooser *m_chooser = nullptr;
    QStackedWidget *m_pages;
    QAction *m_outlineAction = nullptr;
    QAction *m_spellingAction = nullptr;
    QAction *m_missingAction = nullptr; ///< says that there is no dictionary
    QList<Brief> m_briefs;
    QList<QAction *> m_templateActions;
    QList<QAction *> m_briefActions; ///< need a brief
    QList<QAction *> m_writeActions; ///< need a brief that may be written
};

} // namespace redoubt
