#pragma once

#include "app/brief/replacing.h"

#include <QAbstractItemModel>

namespace redoubt {

/// What was found in the briefs of a project: a row for each brief, below it one for each place. Each can be ticked to be replaced.
class FoundModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// Of a place: the letters around it as placeInLine() has them, and what comes in its place.
    enum Role { BeforeRole = Qt::UserRole, FoundRole, BehindRole, ReplacementRole };

    using QAbstractItemModel::QAbstractItemModel;

    /// All is ticked, but what was not before and is the same. `replaces`: something comes in their place.
    void setPlaces(QList<PlacesInBrief> briefs, bool replaces);
    [[nodiscard]] const QList<PlacesInBrief> &places() const { return m_briefs; }

    /// What is ticked, for replaceInBriefs().
    [[nodiscard]] QList<PlacesInBrief> ticked() const;
    [[nodiscard]] qsizetype placeCount() const;
    [[nodiscard]] qsizetype tickedCount() const;

    [[nodiscard]] static bool isPlace(const QModelIndex &index) { return index.internalId() > 0; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QVariant briefData(qsizetype brief, int role) const;
    [[nodiscard]] QVariant placeData(qsizetype brief, qsizetype place, int role) const;
    [[nodiscard]] qsizetype tickedIn(qsizetype brief) const { return m_ticks[brief].count(true); }

    QList<PlacesInBrief> m_briefs;
    QList<QList<bool>> m_ticks; ///< of each place of each brief
    bool m_replaces = false;
};

} // namespace redoubt
