#pragma once

#include "app/base/job.h"
#include "app/project/project.h"
#include "app/sources/feed/feeds.h"

#include <QAbstractListModel>
#include <QThreadPool>

namespace redoubt {

/// An item as the list shows it, in words.
struct FeedRow
{
    Id<FeedItem> id;
    FeedItemState state = FeedItemState::New;
    bool isSource = false;
    QString title;
    QString by;
    QString date;
    QString preview;     ///< how the summary begins, one line
    QByteArray searched; ///< folded, for the filter

    bool operator==(const FeedRow &) const = default;
};

/// What has become of the capture of an item.
struct FeedCapture
{
    QString words;
    bool isBad = false;

    bool operator==(const FeedCapture &) const = default;
};

/// The items of one feed, or of all, latest first, kept up to date. They are read on a thread of its own; what was there stays
/// until then.
class FeedItemModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        RowRole = Qt::UserRole, ///< FeedRow
        CaptureRole,            ///< FeedCapture
        PreviewLengthRole,      ///< how many characters of the preview there are
    };

    /// The project must live longer.
    explicit FeedItemModel(const Project &project, QObject *parent = nullptr);
    ~FeedItemModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// An invalid id: those of all feeds.
    void setFeed(Id<Feed> feed);
    [[nodiscard]] bool isLoading() const { return m_load != nullptr; }

    [[nodiscard]] const FeedRow &row(int number) const { return m_rows.at(number); }
    /// -1 when it is not there.
    [[nodiscard]] int rowOf(Id<FeedItem> id) const { return m_places.value(id, -1); }

    void setCapture(Id<FeedItem> id, const FeedCapture &capture);

Q_SIGNALS:
    void loaded();
    void failed(const redoubt::Error &error);

private:
    void load();
    void take(QList<FeedRow> rows);
    void refresh(const Changes &changes);
    [[nodiscard]] bool refreshRow(Id<FeedItem> id);

    const Project &m_project;
    Id<Feed> m_feed;
    QList<FeedRow> m_rows;
    QHash<Id<FeedItem>, int> m_places;
    QHash<Id<FeedItem>, FeedCapture> m_captures;
    QThreadPool m_thread;
    std::shared_ptr<JobState> m_load; ///< of the reading started last
};

} // namespace redoubt
