#pragma once

#include "app/brief/brief.h"
#include "app/brief/sections.h"
#include "app/brief/tableediting.h"
#include "app/project/project.h"
#include "ui/workbench/lazy.h"
#include "ui/workbench/panel.h"
#include "ui/workbench/selection.h"

class QActionGroup;
class QMenu;
class QStackedWidget;

namespace redoubt {

class BriefChooser;
class BriefMargin;
class ReadingPlaces;
class BriefProperties;
class BriefText;
class BriefTextEdit;
class Syntax;
class DateEntry;
class DraftReader;
class FallenCitations;
class FindReplaceBar;
class FocusMode;
class Folding;
class FoundPane;
class OutlineList;
class ProjectWordsPane;
class QuotationCard;
class Review;
class ReviewLink;
class SectionMover;
class SmartTyping;
class Spelling;
class TextHelp;
class VersionsPane;
class WritingDesk;
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
    [[nodiscard]] QList<QAction *> thingActions() const override { return {m_insert}; }
    void setSettings(Settings &settings) override;
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;
    void settle() override;

    [[nodiscard]] BriefTextEdit *editor() const { return m_editor; }
    [[nodiscard]] BriefMargin *margin() const { return m_margin; }
    [[nodiscard]] Spelling &spelling() const { return *m_spelling; }
    [[nodiscard]] Folding *folding() const { return m_folding; }

private:
    // briefpanel.cpp: what is seen
    void layOut();
    void addBelowText(QWidget *pane);
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
    QAction *addAct(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
        const QKeySequence &shortcut, std::function<void()> act);
    QList<QAction *> templateActions();
    void updateActions();
    void addBriefFrom(const QString &templateName);
    void removeShownBrief();
    void offerToName();
    void showCardAtCursor();
    void goFromCursor();
    void makeTextActions();
    void insertSelected();
    void showFindingAtCursor();
    /// Asks for a line of text in the notice, which `take` is given without spaces at its ends.
    void ask(const QString &text, const QString &offer, const QString &hint, const QString &present,
        std::function<void(const QString &answer)> take);

    // editingactions.cpp: what can be done in the text
    QAction *addWriteAct(const QString &name, const QString &text, const QString &toolTip, const QKeySequence &shortcut,
        std::function<void()> act);
    QAction *addInsertAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
        const QKeySequence &shortcut, Result<> (*insert)(const Project &, const Thing &, BriefTextEdit &));
    QAction *addTableAct(
        const QString &name, const QString &text, const QString &toolTip, TableAct act, const QKeySequence &shortcut = {});
    void makeInsertActions();
    void makeFormatActions();
    void makeHelpActions();
    void makeTableActions();
    void makeFoldActions();
    void makeFocusActions();
    void insertMarkdownLink();
    void insertTable();
    void askDate();
    void askTarget(const QString &question, int present, const std::function<void(int)> &set);
    void askSectionTarget();
    void askBriefTarget();
    [[nodiscard]] Brief shownBrief() const;

    // versionsactions.cpp: the kept versions
    [[nodiscard]] VersionsPane *makeVersions();
    void showVersions();
    void leaveVersions();
    [[nodiscard]] bool isShowingVersions() const;
    // briefsections.cpp: sections, views of them, and the briefs among each other
    void makeSectionActions();
    void makeViewActions();
    void connectSections();
    QAction *addSectionAction(const QString &name, const QString &text, const QString &toolTip, const QKeySequence &shortcut,
        std::function<void()> act);
    void changeSection(qsizetype position, std::function<Result<QList<Replacement>>(const Sections &, qsizetype)> change);
    void changeSectionAtCursor(std::function<Result<QList<Replacement>>(const Sections &, qsizetype)> change);
    void makeBriefActions();
    void duplicateShownBrief();
    void moveShownBrief(int by);
    void offerToKeepTemplate();
    void keepAsTemplate(const QString &name, bool replace);
    void askForName(const QString &message, const QString &offer, const QString &hint, std::function<void(const QString &)> take);
    // findactions.cpp: finding in the brief and in all of them
    QList<QAction *> makeFindActions();
    FindReplaceBar *makeFind();
    [[nodiscard]] bool isFinding() const;
    [[nodiscard]] FoundPane *makeFound();
    [[nodiscard]] BriefProperties *makeProperties();
    [[nodiscard]] bool isShowingFound() const;
    void findInAllBriefs();
    void findInShownBrief();

    // spellingactions.cpp
    QList<QAction *> makeSpellingActions();
    void connectSpelling();
    [[nodiscard]] ProjectWordsPane *makeProjectWords();

    Project &m_project;
    Selection &m_selection;
    Review &m_review;
    BriefTextEdit *m_editor;
    SmartTyping *m_typing;
    Folding *m_folding;
    FocusMode *m_focus;
    ReadingPlaces *m_places;
    DateEntry *m_date;
    BriefMargin *m_margin;
    DraftReader *m_reader;
    FallenCitations *m_fallen;
    BriefText *m_text;
    QuotationCard *m_card;
    TextHelp *m_help;
    ReviewLink *m_link;
    Lazy<FindReplaceBar> m_find;
    QJsonObject m_findState; ///< what the bar is to remember, until it is made
    Lazy<FoundPane> m_found;
    Spelling *m_spelling;
    Lazy<ProjectWordsPane> m_words;
    Lazy<BriefProperties> m_properties;
    OutlineList *m_outline;
    SectionMover *m_mover;
    WritingDesk *m_desk;
    QMenu *m_roleMenu;
    BriefChooser *m_chooser = nullptr;
    QStackedWidget *m_pages;
    Lazy<VersionsPane> m_versions;
    QAction *m_outlineAction = nullptr;
    QAction *m_pagesAction = nullptr;
    QAction *m_twoViewsAction = nullptr;
    QAction *m_versionsAction = nullptr;
    QAction *m_insert = nullptr;
    QAction *m_spellingAction = nullptr;
    QAction *m_missingAction = nullptr; ///< says that there is no dictionary
    QAction *m_marksAction = nullptr;
    QAction *m_focusAction = nullptr;
    QAction *m_typewriterAction = nullptr;
    QActionGroup *m_litActions = nullptr;
    QList<Brief> m_briefs;
    QList<QAction *> m_templateActions;
    QList<QAction *> m_managingActions; ///< make copies of a brief and order them
    QList<QAction *> m_briefActions; ///< need a brief whose text is shown
    QList<QAction *> m_writeActions; ///< need a brief whose text is shown and may be written
    QList<QAction *> m_wholeActions; ///< need a brief that may be written, whatever of it is shown
};

} // namespace redoubt
