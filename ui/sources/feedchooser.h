#pragma once

#include "app/project/project.h"
#include "app/sources/feed/feeds.h"

#include <QComboBox>

class QStandardItem;

namespace redoubt {

/// All feeds, or one of them to choose: by their folders, with how many of their items are new, and a mark where one has a problem.
class FeedChooser : public QComboBox
{
    Q_OBJECT

public:
    /// The project must live longer.
    explicit FeedChooser(const Project &project, QWidget *parent = nullptr);

    [[nodiscard]] const QList<Feed> &feeds() const { return m_feeds; }
    /// The chosen one; null for all.
    [[nodiscard]] const Feed *feed() const;
    [[nodiscard]] Id<Feed> id() const { return m_chosen; }
    /// How many items of the choice are new.
    [[nodiscard]] qint64 newItems() const;

    /// An invalid id chooses all.
    void choose(Id<Feed> id);

protected:
    void initStyleOption(QStyleOptionComboBox *option) const override;

Q_SIGNALS:
    void chosen(redoubt::Id<redoubt::Feed> id);
    /// The feeds, or what is said of them, are other ones.
    void reloaded();
    void failed(const redoubt::Error &error);

private:
    void load();
    void fill();
    [[nodiscard]] QStandardItem *entryOf(const QString &words, Id<Feed> id, const QString &toolTip) const;

    const Project &m_project;
    QList<Feed> m_feeds;
    QHash<Id<Feed>, qint64> m_counts;
    Id<Feed> m_chosen;
};

} // namespace redoubt
