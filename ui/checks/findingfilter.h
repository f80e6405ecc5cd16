#pragma once

#include "ui/checks/findingmodel.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace redoubt {

/// The findings that are asked for, in the order that is asked for; equal ones stay in the order of their places.
class FindingFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Order { Place, Severity, Rule };

    explicit FindingFilter(FindingModel &model, QObject *parent = nullptr);

    /// Those that hold all the words, letter case and accents aside.
    void setText(const QString &text);
    void setSeverityShown(Severity severity, bool isShown);
    /// An empty one: those of all rules.
    void setRule(const QString &rule);
    void setIgnoredShown(bool isShown);
    void setOrder(Order order);

    [[nodiscard]] bool isSeverityShown(Severity severity) const { return !m_hidden.contains(severity); }
    [[nodiscard]] QString rule() const { return m_rule; }
    [[nodiscard]] bool isIgnoredShown() const { return m_isIgnoredShown; }
    [[nodiscard]] Order order() const { return m_order; }
    /// Some severity or rule is left out.
    [[nodiscard]] bool leavesOut() const { return !m_hidden.isEmpty() || !m_rule.isEmpty(); }

    /// Null where there is none.
    [[nodiscard]] const Finding *at(const QModelIndex &index) const;
    /// Of the n-th finding of the review; invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(qsizetype finding) const;
    [[nodiscard]] qsizetype findingOf(const QModelIndex &index) const { return index.isValid() ? mapToSource(index).row() : -1; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    FindingModel &m_model;
    QStringList m_words;
    QSet<Severity> m_hidden;
    QString m_rule;
    bool m_isIgnoredShown = false;
    Order m_order = Order::Place;
};

} // namespace redoubt
