#pragma once

#include "app/watchlist/indicator.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace redoubt {

class OutcomeRow;
class TextField;

/// The outcomes of an indicator, and the probabilities that they are given: changed numbers wait until they are added as a
/// forecast, with their sum beside the button.
class OutcomesEditor : public QWidget
{
    Q_OBJECT

public:
    explicit OutcomesEditor(QWidget *parent = nullptr);

    /// Of a draft the numbers are taken with the outcomes, and there is no button for a forecast.
    void show(const QList<Outcome> &outcomes, bool isDraft, bool anew);
    using QWidget::show;

    /// As they stand in the fields; rows without a name and a reading are left out. In a draft they carry the forecasts given.
    [[nodiscard]] QList<Outcome> outcomes() const;

    void commit();
    /// Puts the keyboard on the first probability.
    void focusForecast();

Q_SIGNALS:
    void outcomesEdited(const QList<redoubt::Outcome> &outcomes, const QString &what);
    void forecastGiven(const QHash<redoubt::Id<redoubt::Outcome>, double> &probabilities, const QString &note);
    void edited();

private:
    OutcomeRow *addRow(const Outcome &outcome);
    void removeRow(OutcomeRow *row);
    void takeFrom(OutcomeRow *row);
    void giveForecast();
    void showSum();

    bool m_isDraft = true;
    QList<OutcomeRow *> m_rows;
    QVBoxLayout *m_list;
    QLabel *m_sum;
    QPushButton *m_add;
    TextField *m_note;
    QPushButton *m_give;
};

} // namespace redoubt
