#include "ui/watchlist/outcomerow.h"

#include "app/watchlist/score.h"
#include "ui/look/look.h"
#include "ui/watchlist/textfield.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int none = -1;

int shownPercent(const Outcome &outcome)
{
    const Forecast *forecast = latestForecast(outcome);
    return forecast ? qRound(forecast->probability * 100) : none;
}

} // namespace

OutcomeRow::OutcomeRow(QWidget *parent)
    : QWidget(parent)
    , m_label(new TextField(tr("Outcome"), false, this))
    , m_probability(new QSpinBox(this))
    , m_reading(new TextField(tr("What the outcome would mean"), false, this))
    , m_remove(new QToolButton(this))
{
    m_label->setPlaceholderText(tr("What may happen"));
    m_reading->setPlaceholderText(tr("What it would mean"));
    m_label->setObjectName(u"outcomeLabel"_s);
    m_reading->setObjectName(u"outcomeReading"_s);
    m_probability->setObjectName(u"outcomeProbability"_s);
    m_probability->setRange(none, 100);
    m_probability->setSpecialValueText(u"–"_s);
    m_probability->setSuffix(tr("\u202f%", "per cent, behind a number"));
    m_probability->setButtonSymbols(QSpinBox::NoButtons);
    m_probability->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_probability->setValue(none);
    m_probability->setAccessibleName(tr("Probability"));
    m_probability->setToolTip(tr("Its probability in per cent; ↑ and ↓ change it"));
    m_remove->setIcon(look::icon(u"close"_s));
    m_remove->setToolTip(tr("Remove this outcome and its forecasts"));
    m_remove->setAccessibleName(tr("Remove this outcome"));
    m_remove->setObjectName(u"removeOutcome"_s);
    auto *arrow = new QLabel(u"→"_s, this);
    arrow->setForegroundRole(QPalette::PlaceholderText);

    auto *first = new QHBoxLayout;
    first->setSpacing(look::tight);
    first->addWidget(m_label, 1);
    first->addWidget(m_probability, 0, Qt::AlignTop);
    first->addWidget(m_remove, 0, Qt::AlignTop);
    auto *second = new QHBoxLayout;
    second->setSpacing(look::related);
    second->setContentsMargins(look::related, 0, 0, 0);
    second->addWidget(arrow);
    second->addWidget(m_reading, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, look::tight);
    layout->setSpacing(look::tight);
    layout->addLayout(first);
    layout->addLayout(second);

    for (TextField *field : {m_label, m_reading}) {
        connect(field, &TextField::committed, this, &OutcomeRow::committed);
        connect(field, &TextField::textChanged, this, &OutcomeRow::edited);
    }
    connect(m_probability, &QSpinBox::valueChanged, this, &OutcomeRow::probabilityEdited);
    connect(m_remove, &QToolButton::clicked, this, &OutcomeRow::removeRequested);
    setFocusProxy(m_label);
}

void OutcomeRow::show(const Outcome &outcome, bool isDraft, bool anew)
{
    m_label->setDraft(isDraft);
    m_reading->setDraft(isDraft);
    const bool keepsProbability = !anew && isProbabilityAltered();
    m_outcome = outcome;
    if (anew) {
        m_label->reset(outcome.label);
        m_reading->reset(outcome.reading);
    } else {
        m_label->setStored(outcome.label);
        m_reading->setStored(outcome.reading);
    }
    if (!keepsProbability)
        resetProbability();
}

Outcome OutcomeRow::outcome() const
{
    Outcome result = m_outcome;
    result.label = m_label->text();
    result.reading = m_reading->text();
    return result;
}

std::optional<double> OutcomeRow::probability() const
{
    if (!isProbabilityAltered()) {
        const Forecast *forecast = latestForecast(m_outcome);
        return forecast ? std::optional(forecast->probability) : std::nullopt;
    }
    return m_probability->value() == none ? std::nullopt : std::optional(m_probability->value() / 100.0);
}

bool OutcomeRow::isProbabilityAltered() const
{
    return m_probability->value() != shownPercent(m_outcome);
}

void OutcomeRow::resetProbability()
{
    const QSignalBlocker quietly(m_probability);
    m_probability->setValue(shownPercent(m_outcome));
}

void OutcomeRow::follow(QWidget *before)
{
    QWidget *last = before;
    for (QWidget *field : {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_probability),
             static_cast<QWidget *>(m_reading), static_cast<QWidget *>(m_remove)}) {
        setTabOrder(last, field);
        last = field;
    }
}

void OutcomeRow::commit()
{
    m_label->commit();
    m_reading->commit();
}

} // namespace redoubt
