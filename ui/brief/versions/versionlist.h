#pragma once

#include "app/brief/revision.h"

#include <QTreeWidget>

namespace redoubt {

/// What a version is called: its name, or when it was kept.
[[nodiscard]] QString versionTitle(const Revision &version);

/// The versions of a brief, latest first, below its present text: those with a name, and the automatic ones folded by day. A name is
/// changed, or given, in place (F2).
class VersionList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit VersionList(QWidget *parent = nullptr);

    /// `words` are those of the present text. What was chosen and unfolded stays so.
    void setVersions(const QList<Revision> &versions, int words, bool mayChange);

    /// The chosen ones, latest first; the present text is one without an id.
    [[nodiscard]] QList<Revision> chosen() const;
    void choose(const QList<Id<Revision>> &versions);
    /// Chooses a version and the one before it.
    void chooseWithBefore(Id<Revision> version);
    void editName(Id<Revision> version);

Q_SIGNALS:
    void chosenChanged();
    void nameGiven(redoubt::Id<redoubt::Revision> version, const QString &name);

private:
    QTreeWidgetItem *addDay(const QDate &day);
    void fill(QTreeWidgetItem *item, const Revision &version, int wordsBefore, bool mayChange);
    void takeName(QTreeWidgetItem *item, int column);
    void tellDays();
    [[nodiscard]] QTreeWidgetItem *itemOf(Id<Revision> version) const;

    QList<Revision> m_versions;
    bool m_isFilling = false;
};

} // namespace redoubt
