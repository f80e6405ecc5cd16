#pragma once

#include "app/timeline/filterquery.h"

#include <QAbstractButton>

namespace redoubt {

/// A condition of the filter, drawn as what it says with a cross behind it. Clicking, Delete or Backspace remove it.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    FilterChip(const QueryTerm &term, const QList<Lane> &lanes, QWidget *parent = nullptr);

    [[nodiscard]] const QueryTerm &term() const { return m_term; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QueryTerm m_term;
    int m_colour = -1; ///< of the lane that it names
};

/// What applies of a filter, a chip each, under the field that it is typed in. Not there while the filter is nothing but
/// words, which the field itself shows. Left and Right go from chip to chip.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    void showQuery(const QString &query, const QList<Lane> &lanes);

    [[nodiscard]] QList<FilterChip *> chips() const { return m_chips; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(width, false); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The text without a condition.
    void queryChanged(const QString &query);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int arrange(int width, bool move) const;
    void remove(const QueryTerm &term);

    QString m_query;
    QList<Lane> m_lanes;
    QList<FilterChip *> m_chips;
};

/// "Lane: Incidents", "not after 2025", "“drone”": a condition as its chip says it.
[[nodiscard]] QString termText(const FilterTerm &term);

} // namespace redoubt
