#pragma once

#include "ui/sources/sourcelistmodel.h"

#include <QSortFilterProxyModel>

namespace redoubt {

/// The sources of the grades asked for, in the order asked for.
class SourceFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Order { Key, Newest, Grade };
    enum class Grades {
        All,
        Reliable, ///< A or B
        Probable, ///< 1 or 2
        Doubtful, ///< D or E, 4 or 5, or retracted
        NotRated, ///< F or 6
    };

    explicit SourceFilter(SourceListModel &model, QObject *parent = nullptr);

    void setGrades(Grades grades);
    void setOrder(Order order);

    [[nodiscard]] Grades grades() const { return m_grades; }
    [[nodiscard]] Order order() const { return m_order; }

    [[nodiscard]] QModelIndex indexOf(Id<Source> id) const;
    [[nodiscard]] Id<Source> at(const QModelIndex &index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    SourceListModel &m_model;
    Grades m_grades = Grades::All;
    Order m_order = Order::Key;
};

} // namespace redoubt
