#pragma once

#include "ui/sources/sourcelistmodel.h"

#include <QSortFilterProxyModel>

namespace redoubt {

/// The sources that are asked for, in the order asked for. Text is looked for in their fields, captures and excerpts.
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

    SourceFilter(const Project &project, SourceListModel &model, QObject *parent = nullptr);

    void setText(const QString &text);
    void setGrades(Grades grades);
    void setOrder(Order order);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Grades grades() const { return m_grades; }
    [[nodiscard]] Order order() const { return m_order; }
    [[nodiscard]] bool isFiltering() const { return m_grades != Grades::All || m_matching.has_value(); }

    [[nodiscard]] QModelIndex indexOf(Id<Source> id) const;
    [[nodiscard]] Id<Source> at(const QModelIndex &index) const;

Q_SIGNALS:
    void failed(const redoubt::Error &error);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void search();

    const Project &m_project;
    SourceListModel &m_model;
    QString m_text;
    std::optional<QSet<Id<Source>>> m_matching;
    Grades m_grades = Grades::All;
    Order m_order = Order::Key;
};

} // namespace redoubt
