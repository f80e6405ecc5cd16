#pragma once

#include "app/sources/excerpt.h"
#include "ui/workbench/lazy.h"
#include "ui/workbench/panel.h"
#include "ui/workbench/selection.h"

class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace redoubt {

class CarryOverPane;
class BibliographyFlow;
class DuplicatesPane;
class CaptureFlow;
class DropHint;
class EmptyState;
class ImportReportPane;
class FeedsPane;
class SourceFilter;
class SourceInspector;
class SourceListModel;
class SourceListView;
class SourceReader;
class Project;
enum class Stance;
struct CaptureOffer;
struct GivenDocument;
class SearchHelp;
class SearchPane;
struct SearchResult;

/// The sources of a project: the list above, the chosen one's captured text or its details below, or beside in a wide panel.
/// Its filter field searches the whole project; what is found stands in the place of the list then.
class SourcesPanel : public Panel
{
    Q_OBJECT

public:
    /// Both must live longer.
    SourcesPanel(Project &project, Selection &selection, QWidget *parent = nullptr);
    ~SourcesPanel() override;

    Result<> flush() override;
    QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;
    [[nodiscard]] bool searchesEverything() const override { return true; }

    void takeThingActions(const QList<QAction *> &actions) override { m_thingActions += actions; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // sourcespanel.cpp: what is seen
    void layOut();
    QWidget *makeList();
    QWidget *makeDetail();
    SourceReader *makeReader();
    SourceInspector *makeInspector();
    /// Whether the details show a source that is being added.
    [[nodiscard]] bool isDrafting() const;
    QToolButton *makeGradeChooser();
    void connectParts();
    void follow(const Thing &thing);
    [[nodiscard]] QSet<Id<Source>> relatedTo(const Thing &thing);
    void showRelated(const QSet<Id<Source>> &related);
    void showSource(Id<Source> id);
    void showPage(int page);
    void syncList();
    void updateState();
    /// Shows a pane in the place of the list; null brings the list back. The panel owns the pane.
    void showPane(QWidget *pane);
    void showDetail(bool wanted);
    void updateActions();

    // searchactions.cpp: the search of everything
    SearchPane *makeSearch();
    void search();
    void endSearch();
    void leaveSearch();
    void openFound(const SearchResult &result);
    [[nodiscard]] bool takeFieldKey(int key);

    // sourceactions.cpp: what can be done
    void makeActions();
    void addToMenus();
    void addSorting();
    QAction *makeAct(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
        const QKeySequence &shortcut, void (SourcesPanel::*act)());
    void showAll();
    void startDraft();
    void editSource();
    void removeSource();
    void keepExcerpt();
    void removeExcerpt();
    void copyQuotation();
    void openAddress();
    void finished(const QString &text);

    // readingactions.cpp: how captures are read, and what becomes of excerpts
    void makeReadingActions();
    void addReadingToMenu();
    void updateReadingActions();
    void attach();
    void attachDisputing();
    void attachAs(Stance stance);
    void copyAnnotation();
    CarryOverPane *makeCarryOver();
    void findExcerptsAgain();

    struct
    {
        QAction *dispute = nullptr;
        QAction *copyAnnotation = nullptr;
        QAction *carryOver = nullptr;
        QAction *compare = nullptr;
        QAction *showPages = nullptr;
        QAction *larger = nullptr;
        QAction *smaller = nullptr;
        QAction *usual = nullptr;
    } m_read;
    // libraryactions.cpp: duplicates, bibliographies, keys
    void makeLibraryActions();
    void addLibraryToMenus();
    void updateLibraryActions();
    void connectLibrary(SourceInspector *inspector);
    void renameKey();
    DuplicatesPane *makeDuplicates();
    void showDuplicates();
    BibliographyFlow *makeBibliography();
    ImportReportPane *makeImportReport();
    void importBibliography();
    void exportBibliography();
    void exportSource();
    /// Those chosen; all where none is.
    void exportTo(const QString &file, const QSet<Id<Source>> &chosen);
    // captureactions.cpp: what comes in from outside
    void makeCaptureActions();
    void addCapturesToMenu();
    void updateCaptureActions();
    CaptureFlow *makeCaptureFlow();
    /// Says so where the project cannot be written, before anything is fetched or read.
    [[nodiscard]] bool canCapture();
    void captureAddress();
    void captureAgain();
    void captureFiles();
    void captureFileOfSource();
    void pasteCapture();
    /// As captures of the chosen source, or as new sources.
    void take(const CaptureOffer &offer, bool intoChosen);
    void offerAddresses(const QStringList &addresses, bool intoChosen);
    void takeDocuments(const QList<GivenDocument> &documents, bool intoChosen);
    void takeText(const QString &text, bool intoChosen);
    [[nodiscard]] std::optional<Source> chosenSource() const;
    [[nodiscard]] bool isOverReader(const QPoint &point) const;
    // feedactions.cpp: feeds in the place of the list
    void makeFeedsAction();
    FeedsPane *makeFeeds();

    struct
    {
        QAction *add = nullptr;
        QAction *edit = nullptr;
        QAction *remove = nullptr;
        QAction *paste = nullptr;
        QAction *captureAddress = nullptr;
        QAction *captureAgain = nullptr;
        QAction *captureFiles = nullptr;
        QAction *captureFileOfSource = nullptr;
        QAction *keep = nullptr;
        QAction *attach = nullptr;
        QAction *copyQuotation = nullptr;
        QAction *removeExcerpt = nullptr;
        QAction *find = nullptr;
        QAction *nextExcerpt = nullptr;
        QAction *previousExcerpt = nullptr;
        QAction *open = nullptr;
        QAction *rename = nullptr;
        QAction *duplicates = nullptr;
        QAction *importBibliography = nullptr;
        QAction *exportBibliography = nullptr;
        QAction *exportSource = nullptr;
        QAction *showAll = nullptr;
        QAction *showText = nullptr;
        QAction *showDetails = nullptr;
        QAction *feeds = nullptr;
    } m_act;

    Project &m_project;
    Selection &m_selection;
    SourceListModel *m_model;
    SourceFilter *m_filter;
    SourceListView *m_list = nullptr;
    QAction *m_allGrades = nullptr;
    QStackedWidget *m_listPages = nullptr;
    QWidget *m_pane = nullptr; ///< in the place of the list; null where the list is seen
    EmptyState *m_nothingFound = nullptr;
    QSplitter *m_splitter = nullptr;
    QWidget *m_detail = nullptr;
    QLabel *m_heading = nullptr;
    QStackedWidget *m_detailPages = nullptr;
    Lazy<SourceReader> m_reader;
    Lazy<SourceInspector> m_inspector;
    Lazy<CarryOverPane> m_carryOver;
    int m_typeSize = 0; ///< of the reader, until it is made
    Lazy<DuplicatesPane> m_duplicates;
    Lazy<BibliographyFlow> m_bibliography;
    Lazy<ImportReportPane> m_importReport;
    Lazy<CaptureFlow> m_capture;
    Lazy<DropHint> m_dropHint;
    Lazy<FeedsPane> m_feeds;
    Lazy<SearchPane> m_search;
    Lazy<SearchHelp> m_searchHelp;
    Id<Source> m_source; ///< the one in the reader
    Id<Event> m_event;   ///< the event chosen last
    bool m_following = false;
    QList<QAction *> m_thingActions; ///< of other panels, on the chosen source
};

} // namespace redoubt
