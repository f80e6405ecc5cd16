#include "ui/sources/feedchooser.h"

#include "ui/look/look.h"
#include "ui/sources/feedwords.h"
#include "ui/sources/sourcetext.h"

#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStyleOptionComboBox>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int shortest = 10;
constexpr int longestTitle = 80;

QString counted(const QString &words, qint64 count)
{
    return count == 0 ? words : FeedChooser::tr("%1 · %2 new", "a feed and how many items").arg(words, QLocale().toString(count));
}

QString wordsOf(const Feed &feed, qint64 count)
{
    const QString title = feed.title.size() > longestTitle ? feed.title.left(longestTitle) + u'…' : feed.title;
    return (feed.problem.isEmpty() ? QString() : u"▲ "_s) + counted(title, count);
}

QString toolTipOf(const Feed &feed)
{
    const QString refreshed = feed.refreshedAt.isValid() ? FeedChooser::tr("Refreshed %1").arg(sourcetext::minute(feed.refreshedAt))
                                                         : FeedChooser::tr("Not refreshed yet");
    QStringList lines{feed.title, feed.folder.join(u" › "), feed.address, refreshed, feedwords::problem(feed)};
    lines.removeAll(QString());
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    return u"<p>"_s + lines.join(u"<br>"_s) + u"</p>"_s;
}

} // namespace

FeedChooser::FeedChooser(const Project &project, QWidget *parent)
    : QComboBox(parent)
    , m_project(project)
{
    setObjectName(u"feedChooser"_s);
    setAccessibleName(tr("Feed"));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(shortest);
    setModel(new QStandardItemModel(this));
    connect(this, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            choose({itemData(index).toLongLong()});
    });
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (changes.touchesAny({u"feed", u"feed_item"}))
            load();
    });
    load();
}

const Feed *FeedChooser::feed() const
{
    const auto found = std::ranges::find(m_feeds, m_chosen, &Feed::id);
    return found == m_feeds.cend() ? nullptr : &*found;
}

qint64 FeedChooser::newItems() const
{
    if (m_chosen.isValid())
        return m_counts.value(m_chosen);
    qint64 all = 0;
    for (const qint64 count : m_counts)
        all += count;
    return all;
}

/// A name that is too long gives way in its middle: the count stays.
void FeedChooser::initStyleOption(QStyleOptionComboBox *option) const
{
    QComboBox::initStyleOption(option);
    const int room = style()->subControlRect(QStyle::CC_ComboBox, option, QStyle::SC_ComboBoxEditField, this).width() - look::related;
    option->currentText = option->fontMetrics.elidedText(option->currentText, Qt::ElideMiddle, room);
}

void FeedChooser::choose(Id<Feed> id)
{
    const bool isOther = std::exchange(m_chosen, id) != id;
    {
        const QSignalBlocker quiet(this);
        setCurrentIndex(std::max(0, findData(id.number)));
    }
    const Feed *chosenFeed = feed();
    setToolTip(chosenFeed ? toolTipOf(*chosenFeed) : tr("The feed whose items are listed"));
    if (isOther)
        Q_EMIT chosen(id);
}

void FeedChooser::load()
{
    auto all = redoubt::feeds(m_project.reader());
    const auto counts = newItemCounts(m_project.reader());
    if (!all || !counts)
        return Q_EMIT failed(all ? counts.error() : all.error());
    std::ranges::stable_partition(*all, [](const Feed &feed) { return feed.folder.isEmpty(); });
    if (*all != m_feeds || *counts != m_counts || count() == 0) {
        m_feeds = *all;
        m_counts = *counts;
        fill();
    }
    const bool isGone = m_chosen.isValid() && !feed();
    choose(isGone ? Id<Feed>() : m_chosen);
    Q_EMIT reloaded();
}

void FeedChooser::fill()
{
    const QSignalBlocker quiet(this);
    auto *entries = qobject_cast<QStandardItemModel *>(model());
    entries->clear();
    const Id<Feed> chosen = std::exchange(m_chosen, {});
    entries->appendRow(entryOf(counted(tr("All feeds"), newItems()), {}, {}));
    m_chosen = chosen;
    QStringList folder;
    for (const Feed &feed : std::as_const(m_feeds)) {
        if (feed.folder != folder) {
            folder = feed.folder;
            auto *heading = new QStandardItem(folder.join(u" › "));
            heading->setFlags(Qt::NoItemFlags);
            heading->setFont(look::font(look::Text::Caption, true));
            entries->appendRow(heading);
        }
        entries->appendRow(entryOf(wordsOf(feed, m_counts.value(feed.id)), feed.id, toolTipOf(feed)));
    }
}

QStandardItem *FeedChooser::entryOf(const QString &words, Id<Feed> id, const QString &toolTip) const
{
    auto *entry = new QStandardItem(words);
    entry->setData(id.number, Qt::UserRole);
    entry->setToolTip(toolTip);
    entry->setAccessibleText(QString(words).replace(u"▲"_s, tr("Problem:")));
    return entry;
}

} // namespace redoubt
