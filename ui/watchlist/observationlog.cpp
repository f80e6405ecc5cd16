#include "ui/watchlist/observationlog.h"

#include "app/timeline/naturaldate.h"
#include "ui/look/look.h"
#include "ui/watchlist/linkrow.h"
#include "ui/watchlist/textfield.h"

#include <QBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

Thing thingOf(const Observation &observation)
{
    return observation.event.isValid() ? Thing::of(observation.event) : Thing::of(observation.source);
}

} // namespace

ObservationLog::ObservationLog(QWidget *parent)
    : QWidget(parent)
    , m_today(QDate::currentDate())
    , m_list(new QVBoxLayout)
    , m_note(new TextField(tr("Observation"), false, this))
    , m_when(new TextField(tr("When it was seen"), false, this))
    , m_thing(new ThingField(tr("Event or source"), tr("Event or source"), this))
    , m_add(new QPushButton(tr("Add observation"), this))
{
    m_note->setPlaceholderText(tr("What was seen"));
    m_note->setObjectName(u"observationNote"_s);
    m_when->setPlaceholderText(tr("Now"));
    m_when->setToolTip(tr("When it was seen: “yesterday”, “29 May 2026 14:45”; now when it is empty"));
    m_when->setObjectName(u"observationWhen"_s);
    m_thing->setToolTip(tr("The event or the source that it rests on; may be empty"));
    m_thing->setObjectName(u"observationThing"_s);
    m_add->setObjectName(u"addObservationButton"_s);
    m_list->setSpacing(look::related);
    auto *second = new QHBoxLayout;
    second->setSpacing(look::tight);
    second->addWidget(m_when, 1);
    second->addWidget(m_thing, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::tight);
    layout->addLayout(m_list);
    layout->addSpacing(look::tight);
    layout->addWidget(m_note);
    layout->addLayout(second);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    const auto update = [this] {
        const bool isUnderstood = m_when->text().isEmpty() || readDate(m_when->text(), m_today).has_value();
        m_add->setEnabled(!m_note->text().isEmpty() && isUnderstood);
    };
    connect(m_note, &TextField::textChanged, this, update);
    connect(m_when, &TextField::textChanged, this, update);
    connect(m_add, &QPushButton::clicked, this, &ObservationLog::add);
    update();
}

void ObservationLog::show(const QList<Observation> &observations, const ThingField::Choices &things, bool anew)
{
    if (anew) {
        m_note->reset({});
        m_note->clear();
        m_when->clear();
        m_thing->clear();
    }
    m_thing->setChoices(things);
    if (observations == m_observations && things == m_things)
        return;
    m_observations = observations;
    m_things = things;
    fill();
}

void ObservationLog::focusNote()
{
    m_note->setFocus(Qt::OtherFocusReason);
}

void ObservationLog::fill()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Observation &observation : std::as_const(m_observations)) {
        const Thing thing = thingOf(observation);
        const auto named = std::ranges::find(m_things, thing, &std::pair<QString, Thing>::second);
        QString second = locale().toString(observation.at.toLocalTime(), QLocale::ShortFormat);
        if (named != m_things.cend())
            second = tr("%1 · %2", "when · event or source").arg(second, named->first);
        auto *row = new LinkRow(observation.note, second, !thing.isNone(), tr("Remove this observation"), this);
        m_list->addWidget(row);
        connect(row, &LinkRow::followed, this, [this, thing] { Q_EMIT looked(thing); });
        connect(row, &LinkRow::removeRequested, this, [this, observation] { Q_EMIT removeRequested(observation); });
    }
}

void ObservationLog::add()
{
    Observation observation;
    observation.note = m_note->text();
    observation.at = QDateTime::currentDateTimeUtc();
    if (!m_when->text().isEmpty()) {
        const auto date = readDate(m_when->text(), m_today);
        if (!date || !date->bounds.startEarliest)
            return;
        observation.at = QDateTime::fromSecsSinceEpoch(*date->bounds.startEarliest, QTimeZone::UTC);
    }
    const Thing thing = m_thing->thing();
    observation.event = thing.event();
    observation.source = thing.source();
    Q_EMIT added(observation);
}

} // namespace redoubt
