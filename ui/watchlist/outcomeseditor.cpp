#include "ui/watchlist/outcomeseditor.h"

#include "app/base/likelihood.h"
#include "ui/look/look.h"
#include "ui/watchlist/outcomerow.h"
#include "ui/watchlist/textfield.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace redoubt {

OutcomesEditor::OutcomesEditor(QWidget *parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout)
    , m_sum(new QLabel(this))
    , m_add(new QPushButton(tr("Add outcome"), this))
    , m_note(new TextField(tr("Why the forecast changes"), false, this))
    , m_give(new QPushButton(tr("Add forecast"), this))
{
    m_sum->setFont(look::font(look::Text::Caption));
    m_sum->setWordWrap(true);
    m_sum->setForegroundRole(QPalette::WindowText);
    m_sum->setObjectName(u"forecastSum"_s);
    m_note->setPlaceholderText(tr("Why it changes"));
    m_note->setObjectName(u"forecastNote"_s);
    m_give->setObjectName(u"addForecastButton"_s);
    m_give->setToolTip(tr("Keeps these probabilities as the forecast of now; earlier ones stay"));
    m_add->setObjectName(u"addOutcome"_s);
    m_add->setToolTip(tr("One more way in which it may come out"));
    m_list->setSpacing(look::related);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(look::related);
    foot->addWidget(m_add);
    foot->addWidget(m_sum, 1);
    auto *forecast = new QHBoxLayout;
    forecast->setSpacing(look::related);
    forecast->addWidget(m_note, 1);
    forecast->addWidget(m_give, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::related);
    layout->addLayout(m_list);
    layout->addLayout(foot);
    layout->addLayout(forecast);
    connect(m_add, &QPushButton::clicked, this, [this] {
        OutcomeRow *row = addRow({});
        row->labelField()->setFocus();
        Q_EMIT edited();
    });
    connect(m_give, &QPushButton::clicked, this, &OutcomesEditor::giveForecast);
}

void OutcomesEditor::show(const QList<Outcome> &outcomes, bool isDraft, bool anew)
{
    m_isDraft = isDraft;
    // Rows that the user has begun and that have no id yet stay behind those of the project.
    qsizetype begun = 0;
    if (!anew) {
        begun = std::ranges::count_if(m_rows, [](OutcomeRow *row) { return !row->outcome().id.isValid() && row->labelField()->isAltered(); });
    }
    while (m_rows.size() - begun > outcomes.size())
        removeRow(m_rows[outcomes.size()]);
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        if (i >= m_rows.size())
            addRow(outcomes[i]);
        else
            m_rows[i]->show(outcomes[i], isDraft, anew || m_rows[i]->outcome().id != outcomes[i].id);
    }
    if (anew)
        m_note->reset({});
    showSum();
}

OutcomeRow *OutcomesEditor::addRow(const Outcome &outcome)
{
    auto *row = new OutcomeRow(this);
    row->show(outcome, m_isDraft, true);
    QWidget *before = m_add->previousInFocusChain();
    while (before != m_add && !(before->focusPolicy() & Qt::TabFocus))
        before = before->previousInFocusChain();
    row->follow(before);
    m_rows.append(row);
    m_list->addWidget(row);
    connect(row, &OutcomeRow::edited, this, &OutcomesEditor::edited);
    connect(row, &OutcomeRow::committed, this, [this, row] { takeFrom(row); });
    connect(row, &OutcomeRow::probabilityEdited, this, &OutcomesEditor::showSum);
    connect(row, &OutcomeRow::removeRequested, this, [this, row] {
        const Outcome gone = row->outcome();
        removeRow(row);
        Q_EMIT edited();
        if (!m_isDraft && gone.id.isValid())
            Q_EMIT outcomesEdited(this->outcomes(), tr("Remove outcome “%1”").arg(gone.label));
    });
    return row;
}

void OutcomesEditor::removeRow(OutcomeRow *row)
{
    m_rows.removeOne(row);
    m_list->removeWidget(row);
    row->hide();
    row->deleteLater();
    showSum();
}

void OutcomesEditor::takeFrom(OutcomeRow *row)
{
    if (m_isDraft)
        return;
    const Outcome outcome = row->outcome();
    if (!outcome.id.isValid() && outcome.label.isEmpty())
        return;
    const QString what = outcome.id.isValid() ? tr("Change outcome “%1”") : tr("Add outcome “%1”");
    Q_EMIT outcomesEdited(outcomes(), what.arg(outcome.label));
}

QList<Outcome> OutcomesEditor::outcomes() const
{
    QList<Outcome> list;
    for (OutcomeRow *row : m_rows) {
        Outcome outcome = row->outcome();
        if (!outcome.id.isValid() && outcome.label.isEmpty() && (outcome.reading.isEmpty() || !m_isDraft))
            continue;
        const auto probability = row->probability();
        if (m_isDraft && probability)
            outcome.forecasts = {{{}, QDateTime::currentDateTimeUtc(), *probability, {}}};
        list.append(outcome);
    }
    return list;
}

void OutcomesEditor::commit()
{
    const auto rows = m_rows;
    for (OutcomeRow *row : rows)
        row->commit();
}

void OutcomesEditor::focusForecast()
{
    if (m_rows.isEmpty())
        return;
    m_rows.first()->probabilityField()->setFocus(Qt::OtherFocusReason);
    m_rows.first()->probabilityField()->selectAll();
}

void OutcomesEditor::giveForecast()
{
    QHash<Id<Outcome>, double> probabilities;
    for (OutcomeRow *row : std::as_const(m_rows)) {
        const auto probability = row->probability();
        if (probability && row->outcome().id.isValid())
            probabilities.insert(row->outcome().id, *probability);
    }
    if (!probabilities.isEmpty())
        Q_EMIT forecastGiven(probabilities, m_note->text());
}

void OutcomesEditor::showSum()
{
    double sum = 0;
    int given = 0;
    bool isAltered = false;
    for (OutcomeRow *row : std::as_const(m_rows)) {
        sum += row->probability().value_or(0);
        given += row->probability().has_value();
        isAltered = isAltered || row->isProbabilityAltered();
    }
    const int percent = int(std::lround(sum * 100));
    const look::Colours &colours = look::colours(palette());
    QPalette shades = palette();
    shades.setColor(QPalette::WindowText, percent == 100 ? colours.inkSoft : colours.altered);
    m_sum->setPalette(shades);
    QString text;
    if (percent == 100)
        text = tr("Sum %1").arg(percentText(1));
    else if (percent < 100)
        text = tr("▲ Sum %1: %2 missing").arg(percentText(sum), percentText(1 - sum));
    else
        text = tr("▲ Sum %1: %2 too much").arg(tr("%1\u202f%").arg(locale().toString(percent)), percentText(sum - 1));
    m_sum->setText(given > 0 ? text : QString());
    m_sum->setToolTip(tr("Outcomes that exclude each other and leave nothing out add up to 100 %"));
    m_note->setVisible(!m_isDraft && isAltered);
    m_give->setVisible(!m_isDraft && isAltered);
}

} // namespace redoubt
