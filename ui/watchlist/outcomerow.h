#pragma once

#include "app/watchlist/indicator.h"

#include <QWidget>

class QSpinBox;
class QToolButton;

namespace redoubt {

class TextField;

/// One outcome in the inspector: what it is called, what it would mean, and its probability.
class OutcomeRow : public QWidget
{
    Q_OBJECT

public:
    explicit OutcomeRow(QWidget *parent = nullptr);

    void show(const Outcome &outcome, bool isDraft, bool anew);
    using QWidget::show;

    /// The outcome as it stands in the fields, with the forecasts that it was shown with.
    [[nodiscard]] Outcome outcome() const;

    /// What the field holds, 0 to 1; none when no probability is given. An untouched field gives the forecast itself, not
    /// what is left of it in whole per cent.
    [[nodiscard]] std::optional<double> probability() const;
    [[nodiscard]] bool isProbabilityAltered() const;
    void resetProbability();

    void commit();
    /// Puts its fields behind a widget in the order of the Tab key.
    void follow(QWidget *before);
    [[nodiscard]] TextField *labelField() const { return m_label; }
    [[nodiscard]] TextField *readingField() const { return m_reading; }
    [[nodiscard]] QSpinBox *probabilityField() const { return m_probability; }

Q_SIGNALS:
    void committed();
    void edited();
    void probabilityEdited();
    void removeRequested();

private:
    Outcome m_outcome;
    TextField *m_label;
    QSpinBox *m_probability;
    TextField *m_reading;
    QToolButton *m_remove;
};

} // namespace redoubt
