#pragma once

#include "ui/brief/versions/comparisonmodel.h"

#include <QTableView>

namespace redoubt {

/// Two versions of a brief side by side, or laid over each other. Return opens what is folded, and goes from one place
/// of what moved to the other.
class ComparisonView : public QTableView
{
    Q_OBJECT

public:
    explicit ComparisonView(QWidget *parent = nullptr);

    /// `earlier` and `later` say what is compared.
    void setComparison(const VersionComparison &comparison, const QString &earlier, const QString &later);
    void setTitles(const QString &earlier, const QString &later) { m_model.setTitles(earlier, later); }
    void setArrangement(ComparisonModel::Arrangement arrangement);

    [[nodiscard]] const ComparisonModel &comparisonModel() const { return m_model; }
    [[nodiscard]] qsizetype changeCount() const { return m_model.changes().size(); }
    /// The change that the current row is, or the last one above it; -1 before the first.
    [[nodiscard]] qsizetype currentChange() const;
    /// Goes to the next or previous change, around the end.
    void step(int by);

Q_SIGNALS:
    void stepped();
    void escaped();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    void fitAll();
    void fitShown();
    bool fitRow(int row);
    void goTo(int row);
    void act(const QModelIndex &index);
    void copyWording();

    ComparisonModel m_model;
    bool m_isFitting = false;
};

} // namespace redoubt
