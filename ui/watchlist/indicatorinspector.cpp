#include "ui/watchlist/indicatorinspector.h"

#include "app/sources/source.h"
#include "ui/look/look.h"
#include "ui/watchlist/duefield.h"
#include "ui/watchlist/eventlinks.h"
#include "ui/watchlist/forecastchart.h"
#include "ui/watchlist/observationlog.h"
#include "ui/watchlist/outcomeseditor.h"
#include "ui/watchlist/textfield.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

IndicatorInspector::IndicatorInspector(Project &project, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
{
    build();
    connectFields();
    connectParts();
    connect(&project, &Project::changed, this, &IndicatorInspector::follow);
    draft();
}

void IndicatorInspector::connectFields()
{
    connect(m_add, &QPushButton::clicked, this, &IndicatorInspector::addDraft);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &IndicatorInspector::addDraft);
    }
    connect(m_discard, &QPushButton::clicked, this, &IndicatorInspector::discardDraft);
    connect(m_close, &QToolButton::clicked, this, &IndicatorInspector::closeRequested);
    connect(m_title, &TextField::committed, this, [this](const QString &text) {
        change(tr("Rename “%1”").arg(m_indicator.title), [&](Indicator &indicator) { indicator.title = text; });
    });
    connect(m_question, &TextField::committed, this, [this](const QString &text) {
        change(tr("Change the question of “%1”").arg(m_indicator.title), [&](Indicator &i) { i.question = text; });
    });
    connect(m_due, &DueField::committed, this, [this](const QString &edtf) {
        change(tr("Change the due date of “%1”").arg(m_indicator.title), [&](Indicator &i) { i.due = edtf; });
    });
    connect(m_threshold, &TextField::committed, this, [this](const QString &text) {
        change(tr("Change what counts for “%1”").arg(m_indicator.title), [&](Indicator &i) { i.threshold = text; });
    });
    connect(m_note, &TextField::committed, this, [this](const QString &text) {
        change(tr("Change the note of “%1”").arg(m_indicator.title), [&](Indicator &i) { i.note = text; });
    });
    connect(m_title, &TextField::textChanged, this, &IndicatorInspector::showMissing);
    connect(m_due, &DueField::edited, this, &IndicatorInspector::showMissing);
}

void IndicatorInspector::connectParts()
{
    connect(m_outcomes, &OutcomesEditor::edited, this, &IndicatorInspector::showMissing);
    connect(m_outcomes, &OutcomesEditor::outcomesEdited, this, [this](const QList<Outcome> &outcomes, const QString &what) {
        change(what, [&](Indicator &indicator) { indicator.outcomes = outcomes; });
    });
    connect(m_outcomes, &OutcomesEditor::forecastGiven, this, &IndicatorInspector::addForecasts);
    connect(m_events, &EventLinks::linkedEdited, this, [this](const QList<Id<Event>> &linked, const QString &what) {
        change(what, [&](Indicator &indicator) { indicator.events = linked; });
    });
    connect(m_log, &ObservationLog::added, this, [this](Observation observation) {
        observation.indicator = m_indicator.id;
        const auto result = m_project.edit(tr("Add an observation to “%1”").arg(m_indicator.title),
            [&](Writer &writer) { return addObservation(writer, observation); });
        tell(result);
        if (result)
            fillEvidence(true);
    });
    connect(m_log, &ObservationLog::removeRequested, this, [this](const Observation &observation) {
        tell(m_project.edit(tr("Remove an observation from “%1”").arg(m_indicator.title),
            [&](Writer &writer) { return removeObservation(writer, observation.id); }));
    });
    connect(m_log, &ObservationLog::looked, this, &IndicatorInspector::looked);
    connect(m_events, &EventLinks::looked, this, &IndicatorInspector::looked);
}

void IndicatorInspector::edit(Id<Indicator> id)
{
    if (!m_isDraft && m_indicator.id == id)
        return;
    const auto found = indicator(m_project.reader(), id);
    if (!found)
        Q_EMIT failed(found.error());
    if (!found || !*found)
        return;
    if (m_isDraft)
        leaveDraft();
    else
        tell(flush());
    m_isDraft = false;
    m_indicator = **found;
    fill(true);
}

void IndicatorInspector::draft()
{
    if (!m_isDraft)
        tell(flush());
    if (m_isDraft && m_kept)
        return;
    m_isDraft = true;
    m_indicator = m_kept.value_or(Indicator());
    if (!m_kept)
        m_indicator.outcomes = {{}, {}};
    m_kept = m_indicator;
    fill(true);
}

void IndicatorInspector::leaveDraft()
{
    m_kept = typed();
}

void IndicatorInspector::discardDraft()
{
    m_kept.reset();
    draft();
    Q_EMIT closeRequested();
}

void IndicatorInspector::setToday(QDate today)
{
    m_due->setToday(today);
    m_log->setToday(today);
}

void IndicatorInspector::focusTitle()
{
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->selectAll();
    scrollTo(m_title);
}

void IndicatorInspector::focusForecast()
{
    m_outcomes->focusForecast();
    scrollTo(m_outcomes);
}

void IndicatorInspector::focusObservation()
{
    m_log->focusNote();
    scrollTo(m_log);
}

void IndicatorInspector::scrollTo(QWidget *part)
{
    // Once the form has its new height.
    QMetaObject::invokeMethod(this, [this, part] {
        const int space = part == m_title ? m_title->y() : look::related;
        m_scroll->ensureVisible(0, 0);
        m_scroll->ensureWidgetVisible(part, 0, space);
    }, Qt::QueuedConnection);
}

void IndicatorInspector::follow(const Changes &changes)
{
    if (changes.touchesAny({u"event", u"source", u"observation"}))
        fillEvidence(false);
    if (m_isDraft || !changes.touchesAny({u"indicator", u"outcome", u"forecast", u"indicator_event"}))
        return;
    const auto found = indicator(m_project.reader(), m_indicator.id);
    if (!found) {
        Q_EMIT failed(found.error());
    } else if (!*found) {
        m_isDraft = true;
        m_kept.reset();
        draft();
        Q_EMIT closeRequested();
    } else if (**found != m_indicator) {
        m_indicator = **found;
        fill(false);
    }
}

void IndicatorInspector::fill(bool anew)
{
    const std::initializer_list<std::pair<TextField *, QString>> fields{{m_title, m_indicator.title},
        {m_question, m_indicator.question}, {m_threshold, m_indicator.threshold}, {m_note, m_indicator.note}};
    for (const auto &[field, text] : fields) {
        field->setDraft(m_isDraft);
        if (anew)
            field->reset(text);
        else
            field->setStored(text);
    }
    m_due->field()->setDraft(m_isDraft);
    m_due->show(m_indicator.due, anew);
    m_outcomes->show(m_indicator.outcomes, m_isDraft, anew);
    m_chart->show(m_isDraft ? QList<Outcome>() : m_indicator.outcomes);
    m_chartHeading->setVisible(!m_chart->isHidden());
    m_logHeading->setVisible(!m_isDraft);
    m_log->setVisible(!m_isDraft);
    m_name->setText(m_isDraft ? tr("New indicator") : tr("Indicator"));
    m_add->setVisible(m_isDraft);
    m_discard->setVisible(m_isDraft);
    fillEvidence(anew);
    showMissing();
}

void IndicatorInspector::fillEvidence(bool anew)
{
    const auto all = events(m_project.reader());
    const auto documents = sources(m_project.reader());
    const auto seen = observations(m_project.reader(), m_indicator.id);
    if (!all || !documents || !seen) {
        Q_EMIT failed(!all ? all.error() : !documents ? documents.error() : seen.error());
        return;
    }
    m_events->show(m_isDraft && !anew ? m_events->linked() : m_indicator.events, *all);
    ThingField::Choices things;
    for (const Event &event : *all)
        things.append({EventLinks::name(event), Thing::of(event.id)});
    for (const Source &source : *documents)
        things.append({source.title, Thing::of(source.id)});
    m_log->show(*seen, things, anew);
}

Indicator IndicatorInspector::typed() const
{
    Indicator indicator = m_indicator;
    indicator.title = m_title->text();
    indicator.question = m_question->text();
    indicator.due = m_due->due().value_or(m_due->field()->text());
    indicator.threshold = m_threshold->text();
    indicator.note = m_note->text();
    indicator.outcomes = m_outcomes->outcomes();
    indicator.events = m_events->linked();
    return indicator;
}

QString IndicatorInspector::missing() const
{
    if (m_title->text().isEmpty())
        return tr("It needs a title.");
    if (!m_due->due())
        return tr("The due date is not understood.");
    QSet<QString> labels;
    const auto outcomes = m_outcomes->outcomes();
    for (const Outcome &outcome : outcomes) {
        if (outcome.label.isEmpty())
            return tr("An outcome has no name.");
        if (labels.contains(outcome.label))
            return tr("Two outcomes are called “%1”.").arg(outcome.label);
        labels.insert(outcome.label);
    }
    return {};
}

void IndicatorInspector::showMissing()
{
    const QString needed = m_isDraft ? missing() : QString();
    m_add->setEnabled(needed.isEmpty());
    m_add->setToolTip(needed.isEmpty() ? tr("Put it on the watch list (Ctrl+Return)") : needed);
    m_missing->setText(needed);
    m_missing->setVisible(!needed.isEmpty());
}

void IndicatorInspector::addDraft()
{
    if (!m_isDraft || !missing().isEmpty())
        return;
    Indicator indicator = typed();
    const auto result = m_project.edit(tr("Add indicator “%1”").arg(indicator.title), [&](Writer &writer) -> Result<> {
        const auto all = indicators(writer);
        if (!all)
            return failure(all);
        indicator.position = all->isEmpty() ? 0 : all->constLast().position + 1;
        return addIndicator(writer, indicator);
    });
    tell(result);
    if (!result)
        return;
    m_isDraft = false;
    m_kept.reset();
    m_indicator = indicator;
    fill(true);
    Q_EMIT added(indicator.id);
}

void IndicatorInspector::change(const QString &what, const std::function<void(Indicator &)> &work)
{
    if (m_isDraft)
        return;
    Indicator next = m_indicator;
    work(next);
    if (next == m_indicator)
        return;
    tell(m_project.edit(what, [&](Writer &writer) { return updateIndicator(writer, next); }));
}

void IndicatorInspector::addForecasts(const QHash<Id<Outcome>, double> &probabilities, const QString &note)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Indicator next = m_indicator;
    for (Outcome &outcome : next.outcomes) {
        if (probabilities.contains(outcome.id))
            outcome.forecasts.append({{}, now, probabilities.value(outcome.id), note});
    }
    const auto result = m_project.edit(tr("Add a forecast to “%1”").arg(m_indicator.title),
        [&](Writer &writer) { return updateIndicator(writer, next); });
    tell(result);
    if (result)
        m_outcomes->show(m_indicator.outcomes, false, true);
}

Result<> IndicatorInspector::flush()
{
    m_lastError.reset();
    if (!m_isDraft) {
        for (TextField *field : {m_title, m_question, m_threshold, m_note})
            field->commit();
        m_due->commit();
        m_outcomes->commit();
    }
    return m_lastError ? Result<>(std::unexpected(*m_lastError)) : Result<>();
}

void IndicatorInspector::tell(const Result<> &result)
{
    if (result)
        return;
    m_lastError = result.error();
    Q_EMIT failed(result.error());
}

void IndicatorInspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace redoubt
