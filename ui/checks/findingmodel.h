#pragma once

#include "ui/workbench/review.h"

#include <QAbstractListModel>

namespace redoubt {

/// The findings of a review by place, one a row, ignored ones too. Rows whose finding stays stay themselves, so that what is chosen
/// stays chosen while one writes.
class FindingModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        FindingRole = Qt::UserRole, ///< const Finding *
        AboutRole,  ///< "Quotation without a source · § A different read"; of an ignored one, why
        FixRole,    ///< what can be done with a click: its fix, a choice of what is offered, or taking it back; empty: nothing
    };

    /// The review must live longer.
    explicit FindingModel(const Review &review, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Takes what the review has now.
    void refresh();
    [[nodiscard]] const Finding &at(int row) const { return m_findings.at(row < m_gap.offset ? row : row + m_gap.length); }
    [[nodiscard]] const Review &review() const { return m_review; }

private:
    [[nodiscard]] QString about(const Finding &finding) const;
    [[nodiscard]] QString toolTip(const Finding &finding) const;
    [[nodiscard]] QString spoken(const Finding &finding) const;

    const Review &m_review;
    QList<Finding> m_findings;
    QList<ReviewFindings::Row> m_rows; ///< of them
    TextRange m_gap; ///< of m_findings: rows that have gone while others have not come yet; to copy the rest would be felt
    qsizetype m_textSize = 0; ///< of the text in which they were found
};

} // namespace redoubt
