#include "ui/sources/feeditemmodel.h"

#include "app/base/folding.h"
#include "app/project/secondreader.h"
#include "ui/sources/feedwords.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype longestPreview = 400;
constexpr qsizetype longestSearched = 8000;

/// Above this many changed items, reading all is quicker.
constexpr qsizetype manyItems = 100;

FeedRow rowFrom(const FeedItem &item, const QString &feedTitle)
{
    FeedRow row;
    row.id = item.id;
    row.state = item.state;
    row.isSource = item.source.isValid();
    row.title = feedwords::title(item);
    row.by = feedwords::by(item, feedTitle);
    row.date = feedwords::day(item.published);
    row.preview = item.summary.left(longestPreview).simplified();
    for (const QString &text : {row.title, row.by, item.summary.left(longestSearched), item.link})
        appendFolded((text + u'\n').toUtf8(), row.searched);
    return row;
}

/// The titles of the feeds, where the items of several are listed.
Result<QHash<Id<Feed>, QString>> titlesFor(const Reader &reader, Id<Feed> chosen)
{
    QHash<Id<Feed>, QString> titles;
    if (chosen.isValid())
        return titles;
    const auto all = feeds(reader);
    if (!all)
        return failure(all);
    for (const Feed &feed : *all)
        titles.insert(feed.id, feed.title);
    return titles;
}

Result<QList<FeedRow>> readRows(const Reader &reader, Id<Feed> chosen, const JobState &state)
{
    reader.stopWith(&state);
    const auto titles = titlesFor(reader, chosen);
    if (!titles)
        return failure(titles);
    const auto items = feedItems(reader, {.feed = chosen.isValid() ? std::optional(chosen) : std::nullopt});
    if (!items)
        return failure(items);
    QList<FeedRow> rows;
    rows.reserve(items->size());
    for (const FeedItem &item : *items)
        rows.append(rowFrom(item, titles->value(item.feed)));
    return rows;
}

} // namespace

FeedItemModel::FeedItemModel(const Project &project, QObject *parent)
    : QAbstractListModel(parent)
    , m_project(project)
{
    m_thread.setMaxThreadCount(1);
    connect(&project, &Project::changed, this, &FeedItemModel::refresh);
    load();
}

FeedItemModel::~FeedItemModel()
{
    if (m_load)
        m_load->stop();
    m_thread.waitForDone();
}

int FeedItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FeedItemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FeedRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return QString(u"<p>"_s + row.title.toHtmlEscaped() + u"</p>"_s);
    case Qt::AccessibleTextRole: {
        const QString capture = m_captures.value(row.id).words;
        QStringList parts{row.title, row.state == FeedItemState::New ? tr("new") : QString(), row.by, row.date,
            capture.isEmpty() && row.isSource ? tr("added as a source") : capture, row.preview};
        parts.removeAll(QString());
        return parts.join(u"; "_s);
    }
    case RowRole:
        return QVariant::fromValue(row);
    case CaptureRole:
        return QVariant::fromValue(m_captures.value(row.id));
    case PreviewLengthRole:
        return int(row.preview.size());
    default:
        return {};
    }
}

void FeedItemModel::setFeed(Id<Feed> feed)
{
    if (std::exchange(m_feed, feed) != feed)
        load();
}

void FeedItemModel::setCapture(Id<FeedItem> id, const FeedCapture &capture)
{
    if (m_captures.value(id) == capture)
        return;
    m_captures.insert(id, capture);
    if (const int place = rowOf(id); place >= 0)
        Q_EMIT dataChanged(index(place), index(place), {CaptureRole, Qt::AccessibleTextRole});
}

void FeedItemModel::load()
{
    if (m_load)
        m_load->stop();
    m_load = std::make_shared<JobState>();
    using Rows = std::shared_ptr<Result<QList<FeedRow>>>;
    auto *watcher = new QFutureWatcher<Rows>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, state = m_load] {
        watcher->deleteLater();
        if (state != m_load)
            return;
        m_load.reset();
        const Rows rows = watcher->result();
        if (*rows)
            take(**std::move(rows));
        else
            Q_EMIT failed(rows->error());
    });
    watcher->setFuture(QtConcurrent::run(&m_thread, [path = m_project.path(), feed = m_feed, state = m_load] {
        if (state->isStopped())
            return std::make_shared<Result<QList<FeedRow>>>();
        const auto second = SecondReader::open(path);
        return std::make_shared<Result<QList<FeedRow>>>(second ? readRows((*second)->reader(), feed, *state) : failure(second));
    }));
}

void FeedItemModel::take(QList<FeedRow> rows)
{
    if (rows != m_rows) {
        beginResetModel();
        m_rows = std::move(rows);
        m_places.clear();
        for (int place = 0; place < m_rows.size(); ++place)
            m_places.insert(m_rows.at(place).id, place);
        endResetModel();
    }
    Q_EMIT loaded();
}

void FeedItemModel::refresh(const Changes &changes)
{
    const QSet<qint64> items = changes.rows.value(u"feed_item"_s);
    bool isKnown = !changes.touches(u"feed"_s) && !changes.whole.contains(u"feed_item"_s) && items.size() <= manyItems;
    for (auto item = items.begin(); isKnown && item != items.end(); ++item)
        isKnown = refreshRow({*item});
    if (!isKnown)
        load();
}

/// False when more than this row has to be read anew.
bool FeedItemModel::refreshRow(Id<FeedItem> id)
{
    const auto item = feedItem(m_project.reader(), id);
    const int place = rowOf(id);
    if (!item || m_load || (*item && !m_feed.isValid() && place < 0))
        return false;
    const bool belongs = *item && (!m_feed.isValid() || (*item)->feed == m_feed);
    if (belongs != (place >= 0))
        return false;
    if (!belongs)
        return true;
    const auto owner = m_feed.isValid() ? Result<std::optional<Feed>>() : feed(m_project.reader(), (*item)->feed);
    FeedRow row = rowFrom(**item, owner && *owner ? (*owner)->title : QString());
    if (row != m_rows.at(place)) {
        m_rows[place] = std::move(row);
        Q_EMIT dataChanged(index(place), index(place));
    }
    return true;
}

} // namespace redoubt
