#pragma once

#include "app/sources/capture/capturequeue.h"
#include "app/sources/feed/feedimport.h"
#include "app/sources/feed/feedrefresher.h"
#include "ui/workbench/lazy.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace redoubt {

class EmptyState;
class FeedChooser;
class FeedForm;
class FeedItemFilter;
class FeedItemModel;
class FeedItemView;

/// The feeds that a project follows and what came in through them, latest first; an item that is opened stands beside the list,
/// below it, or, where there is no room for both, in its place. Everything shown is in the project; the network is used for what is
/// asked of it: a feed that is added, a refresh, a capture.
class FeedsPane : public QWidget
{
    Q_OBJECT

public:
    struct Limits
    {
        FeedLimits feeds{};
        CaptureLimits captures{};
    };

    /// The project must live longer.
    FeedsPane(Project &project, const Limits &limits, QWidget *parent = nullptr);
    ~FeedsPane() override;

    /// A list of feeds (OPML), or a feed.
    void importFile(const QString &path);
    void exportTo(const QString &path);

Q_SIGNALS:
    /// Back to the list of sources.
    void closed();
    void sourceAsked(redoubt::Id<redoubt::Source> id);
    void told(const QString &text, bool canUndo);
    void failed(const redoubt::Error &error);
    /// A failure, and what can be done about it at once.
    void offered(const redoubt::Error &error, const QString &offer, const std::function<void()> &act);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // feedspaneparts.cpp: what it is made of
    void layOut();
    QWidget *makeTop();
    QWidget *makeProgress();
    QWidget *makeProblem();
    QWidget *makeItems();
    FeedItemView *makeView();
    FeedForm *makeForm();

    // feedspane.cpp: what is seen
    void connectParts();
    void arrange();
    void updateState();
    void updateProblem();
    void updateProgress();
    void chooseFeed(Id<Feed> id);
    void restoreCurrent();
    void syncCurrent();
    void openItem(Id<FeedItem> id);
    void closeItem();
    void step(int rows);
    bool pressed(QObject *watched, int key);
    bool pressedInFilter(int key);
    [[nodiscard]] Id<FeedItem> currentItem() const;
    [[nodiscard]] bool isOpen() const { return m_open.isValid(); }

    // feedspaneactions.cpp: what can be done
    void makeActions();
    QAction *makeAct(const QString &name, const QString &icon, const QString &text, const QString &toolTip, const QKeySequence &shortcut,
        void (FeedsPane::*act)());
    void updateActions();
    bool tell(const Result<> &done);
    void addFeed();
    void editFeed();
    void takeForm(const Feed &feed);
    void leaveForm();
    void removeFeed();
    void refreshChosen();
    void refreshAll();
    /// An invalid id: all.
    void refresh(Id<Feed> only);
    void stopRefresh();
    void refreshed(const QList<RefreshedFeed> &feeds);
    void notRefreshed(const Error &error);
    void markAllRead();
    void markAsNew();
    void nextNew();
    void showAll();
    void chooseImport();
    void chooseExport();
    void openAddress();

    // feedcaptures.cpp: items that become sources
    void addSource();
    void showSource();
    CaptureQueue *makeQueue();
    void followCapture(qsizetype index);
    void showCapture();
    /// The capture that was asked for last of an item; null for none.
    [[nodiscard]] const CaptureItem *captureOf(Id<FeedItem> id) const;

    struct
    {
        QAction *add = nullptr;
        QAction *edit = nullptr;
        QAction *remove = nullptr;
        QAction *refresh = nullptr;
        QAction *refreshAll = nullptr;
        QAction *stop = nullptr;
        QAction *markAll = nullptr;
        QAction *markNew = nullptr;
        QAction *nextNew = nullptr;
        QAction *newOnly = nullptr;
        QAction *showAll = nullptr;
        QAction *import = nullptr;
        QAction *exportList = nullptr;
        QAction *addSource = nullptr;
        QAction *showSource = nullptr;
        QAction *openAddress = nullptr;
        QAction *closeItem = nullptr;
        QAction *close = nullptr;
    } m_act;

    Project &m_project;
    Limits m_limits;
    FeedItemModel *m_model;
    FeedItemFilter *m_filter;
    FeedRefresher m_refresher;
    LentEdit m_edit;
    Lazy<CaptureQueue> m_queue;
    QHash<Id<FeedItem>, qsizetype> m_captureOf; ///< the place in the queue of the capture that was asked for last
    Lazy<FeedForm> m_form;
    Lazy<FeedItemView> m_view;
    FeedChooser *m_chooser;
    QWidget *m_formPlace = nullptr;
    QWidget *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QProgressBar *m_bar = nullptr;
    QWidget *m_problem = nullptr;
    QLabel *m_problemGlyph = nullptr;
    QLabel *m_problemText = nullptr;
    QLineEdit *m_text = nullptr;
    QStackedWidget *m_pages = nullptr;
    QSplitter *m_splitter = nullptr;
    QListView *m_list = nullptr;
    EmptyState *m_noItems = nullptr;
    Feed m_asked;          ///< what the form said last
    Id<FeedItem> m_open;
    Id<FeedItem> m_current; ///< in the list, also while the items are read anew
    bool m_restoring = false;
};

} // namespace redoubt
