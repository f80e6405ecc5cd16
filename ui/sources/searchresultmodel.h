#pragma once

#include "ui/sources/foundthings.h"

#include <QAbstractListModel>

namespace redoubt {

/// What a search found, best first, one thing a row.
class SearchResultModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { FoundRole = Qt::UserRole }; ///< FoundThing

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// The same rows change nothing.
    void setThings(const QList<FoundThing> &things);
    [[nodiscard]] const QList<FoundThing> &things() const { return m_things; }

    /// The row of the same thing; -1 when it is not there.
    [[nodiscard]] int rowOf(const SearchResult &result) const;

private:
    QList<FoundThing> m_things;
};

} // namespace redoubt
