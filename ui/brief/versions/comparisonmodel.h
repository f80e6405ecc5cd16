#pragma once

#include "app/brief/comparison.h"

#include <QAbstractTableModel>

namespace redoubt {

/// What stands in a cell of a comparison.
struct ComparisonCell
{
    QString label;       ///< above the text: "moved from § A different read"
    QList<TextRun> runs; ///< a very long one is shortened in its middle
    bool isSoft = false; ///< stands there for the context
};

/// Two versions as a table: a mark, then the earlier beside the later one, or both laid over each other. Paragraphs that are the same
/// are folded, but for one beside each change.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { CellRole = Qt::UserRole };
    enum Column { Mark, First, Second };
    enum class Arrangement { SideBySide, Inline };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const VersionComparison &comparison, const QString &earlier, const QString &later);
    void setTitles(const QString &earlier, const QString &later);
    void setArrangement(Arrangement arrangement);
    [[nodiscard]] Arrangement arrangement() const { return m_arrangement; }
    [[nodiscard]] const VersionComparison &comparison() const { return m_comparison; }

    /// The rows that are told as changes, in order; of what moved its new place.
    [[nodiscard]] const QList<int> &changes() const { return m_changes; }
    /// Where the other half of what moved is shown; -1 for what has not moved.
    [[nodiscard]] int otherPlace(int row) const;
    [[nodiscard]] bool isFold(int row) const { return m_lines.at(row).folded > 0; }
    void unfold(int row);
    /// The earlier wording of a row, or where it has none, the later one.
    [[nodiscard]] QString wording(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line
    {
        qsizetype row = 0;    ///< of the comparison
        qsizetype folded = 0; ///< how many rows from there on it stands for; 0: that one, open
    };
    void fold();
    void findChanges();
    [[nodiscard]] ComparisonCell cell(const Line &line, int column) const;
    [[nodiscard]] QString mark(const Line &line) const;
    [[nodiscard]] QString spoken(const Line &line, int column) const;

    VersionComparison m_comparison;
    QString m_earlier;
    QString m_later;
    Arrangement m_arrangement = Arrangement::SideBySide;
    QList<Line> m_lines;
    QList<int> m_changes;
};

} // namespace redoubt

Q_DECLARE_METATYPE(redoubt::ComparisonCell)
