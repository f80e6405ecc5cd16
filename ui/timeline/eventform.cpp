#include "ui/timeline/eventform.h"

#include "app/project/projectinfo.h"
#include "app/timeline/eventedits.h"
#include "ui/look/look.h"
#include "ui/timeline/casualtiesfield.h"
#include "ui/timeline/coordinatefield.h"
#include "ui/timeline/datefield.h"
#include "ui/timeline/foldsection.h"
#include "ui/timeline/listfield.h"
#include "ui/timeline/timelinedata.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int summaryLines = 5;
constexpr int mostActors = 2000; ///< that are completed

const QString kind = u"event"_s; ///< of its tags

} // namespace

EventForm::EventForm(Project &project, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_title(new QLineEdit(this))
    , m_date(new DateField(this))
    , m_lane(new QComboBox(this))
    , m_certainty(new QComboBox(this))
    , m_summary(new QPlainTextEdit(this))
    , m_place(new QLineEdit(this))
    , m_point(new CoordinateField(this))
    , m_actors(new ListField([this] { return actorNames(); }, this))
    , m_tagField(new ListField([this] { return allTags(m_project.reader()).value_or(QStringList()); }, this))
    , m_casualties(new CasualtiesField(this))
{
    makeFields();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::group);
    layout->addWidget(makeTop());
    layout->addWidget(new FoldSection(tr("What happened"), makeRest(), this));
    alignLabels();
    connectFields();
}

void EventForm::makeFields()
{
    m_title->setObjectName(u"title"_s);
    m_title->setPlaceholderText(tr("What happened, in a few words"));
    m_lane->setObjectName(u"lane"_s);
    m_certainty->setObjectName(u"certainty"_s);
    for (QComboBox *field : {m_lane, m_certainty}) {
        field->setMinimumContentsLength(8);
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->installEventFilter(this);
    }
    for (const auto &[certainty, name] : certaintyNames.table)
        m_certainty->addItem(certaintyText(certainty), int(certainty));
    m_summary->setObjectName(u"summary"_s);
    m_summary->setProperty("boxed", true);
    m_summary->setTabChangesFocus(true);
    m_summary->setFixedHeight(summaryLines * fontMetrics().lineSpacing() + look::group);
    m_summary->setPlaceholderText(tr("What is known of it"));
    m_summary->installEventFilter(this);
    m_place->setObjectName(u"place"_s);
    m_place->setPlaceholderText(tr("Galați, Romania"));
    m_actors->setObjectName(u"actors"_s);
    m_actors->setToolTip(tr("Who did it, answered it or suffered it, separated by commas"));
    m_tagField->setObjectName(u"tags"_s);
    m_tagField->setToolTip(tr("Words that you find the event by again, separated by commas"));
}

QWidget *EventForm::makeTop()
{
    auto *part = new QWidget(this);
    QFormLayout *form = makeForm(part);
    addRow(form, tr("&Title"), m_title);
    addRow(form, tr("&Date"), m_date);
    addRow(form, tr("&Lane"), m_lane);
    addRow(form, tr("C&ertainty"), m_certainty);
    return part;
}

QWidget *EventForm::makeRest()
{
    auto *part = new QWidget(this);
    QFormLayout *form = makeForm(part);
    addRow(form, tr("S&ummary"), m_summary);
    addRow(form, tr("&Place"), m_place);
    addRow(form, tr("C&oordinates"), m_point);
    addRow(form, tr("&Actors"), m_actors);
    addRow(form, tr("Casualt&ies"), m_casualties);
    addRow(form, tr("Ta&gs"), m_tagField);
    return part;
}

QFormLayout *EventForm::makeForm(QWidget *owner)
{
    auto *form = new QFormLayout(owner);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setHorizontalSpacing(look::related);
    form->setVerticalSpacing(look::related);
    return form;
}

void EventForm::addRow(QFormLayout *form, const QString &label, QWidget *field)
{
    auto *caption = new QLabel(label, this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setBuddy(field);
    // Beside the first line of the field.
    caption->setContentsMargins(0, look::tight, 0, 0);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&'));
    m_labels.append(caption);
    form->addRow(caption, field);
}

void EventForm::alignLabels()
{
    int widest = 0;
    for (const QLabel *label : std::as_const(m_labels))
        widest = std::max(widest, label->sizeHint().width());
    for (QLabel *label : std::as_const(m_labels))
        label->setMinimumWidth(widest);
}

void EventForm::connectFields()
{
    connect(m_title, &QLineEdit::editingFinished, this,
        [this] { (void)writeText(m_title, &Event::title, tr("Change the title of “%1”")); });
    connect(m_place, &QLineEdit::editingFinished, this,
        [this] { (void)writeText(m_place, &Event::place, tr("Change the place of “%1”")); });
    connect(m_actors, &QLineEdit::editingFinished, this, &EventForm::writeActors);
    connect(m_tagField, &QLineEdit::editingFinished, this, &EventForm::writeTags);
    connect(m_date, &DateField::dateEntered, this, &EventForm::writeDate);
    connect(m_point, &CoordinateField::pointEntered, this, &EventForm::writePoint);
    connect(m_casualties, &CasualtiesField::casualtiesEntered, this, &EventForm::writeCasualties);
    connect(m_lane, &QComboBox::activated, this, [this] {
        const auto changed = change(tr("Change the lane of “%1”"),
            [this](Event &event) { event.lane = {m_lane->currentData().toLongLong()}; });
        if (!changed)
            show(m_event, m_tags);
    });
    connect(m_certainty, &QComboBox::activated, this, [this] {
        const auto changed = change(tr("Change the certainty of “%1”"),
            [this](Event &event) { event.certainty = Certainty(m_certainty->currentData().toInt()); });
        if (!changed)
            show(m_event, m_tags);
    });
    connect(m_title, &QLineEdit::textChanged, this, &EventForm::edited);
    connect(m_date, &DateField::dateChanged, this, &EventForm::edited);
    connect(m_title, &QLineEdit::returnPressed, this, &EventForm::add);
    connect(m_date->edit(), &QLineEdit::returnPressed, this, &EventForm::add);
}

void EventForm::show(const Event &event, const QStringList &tags)
{
    const bool sameEvent = m_event.id == event.id && event.id.isValid();
    // A field in which the user has typed something is left alone; it is written when it is left.
    const auto fillText = [&](QLineEdit *field, const QString &before, const QString &now) {
        if (!sameEvent || !field->hasFocus() || field->text() == before)
            field->setText(now);
    };
    const auto listed = [](const QStringList &list) { return list.join(u", "_s); };
    fillText(m_title, m_event.title, event.title);
    fillText(m_place, m_event.place, event.place);
    fillText(m_actors, listed(m_event.actors), listed(event.actors));
    fillText(m_tagField, listed(m_tags), listed(tags));
    if (!sameEvent || m_event.date != event.date)
        m_date->setDate(event.date);
    if (!sameEvent || m_event.coordinates != event.coordinates)
        m_point->setPoint(event.coordinates);
    if (!sameEvent || casualties(m_event) != casualties(event))
        m_casualties->setCasualties(casualties(event));
    const bool isTyping = sameEvent && m_summary->hasFocus() && m_summary->toPlainText() != m_event.summary;
    if (!isTyping && m_summary->toPlainText() != event.summary)
        m_summary->setPlainText(event.summary);
    fillLanes(event.lane);
    m_certainty->setCurrentIndex(m_certainty->findData(int(event.certainty)));
    m_event = event;
    m_tags = tags;
    Q_EMIT edited();
}

void EventForm::fillLanes(Id<Lane> chosen)
{
    const auto all = lanes(m_project.reader());
    m_lane->clear();
    m_lane->addItem(tr("No lane"), 0LL);
    for (const Lane &lane : all ? *all : QList<Lane>())
        m_lane->addItem(lane.title, lane.id.number);
    m_lane->setCurrentIndex(std::max(0, m_lane->findData(chosen.number)));
}

void EventForm::focusTitle(bool selectAll)
{
    m_title->setFocus(Qt::ShortcutFocusReason);
    if (selectAll)
        m_title->selectAll();
}

bool EventForm::canBeAdded() const
{
    return isNew() && !m_title->text().trimmed().isEmpty() && m_date->date().has_value();
}

void EventForm::readFields(Event &event) const
{
    event.title = m_title->text().trimmed();
    event.date = m_date->date()->text;
    event.bounds = m_date->date()->bounds;
    event.lane = {m_lane->currentData().toLongLong()};
    event.certainty = Certainty(m_certainty->currentData().toInt());
    event.summary = m_summary->toPlainText().trimmed();
    event.place = m_place->text().trimmed();
    event.actors = m_actors->list();
    event.coordinates = m_point->point().value_or(std::nullopt);
    setCasualties(event, m_casualties->casualties().value_or(Casualties()));
}

void EventForm::add()
{
    if (!canBeAdded())
        return;
    const auto point = m_point->point();
    const auto counts = m_casualties->casualties();
    if (!point || !counts) {
        Q_EMIT failed(!point ? point.error() : counts.error());
        return;
    }
    Event event = m_event;
    readFields(event);
    event.id = Id<Event>::make();
    const QStringList tags = m_tagField->list();
    // The changes that come of it are shown as those of this event.
    const Event before = std::exchange(m_event, event);
    const auto written = m_project.edit(tr("Add event “%1”").arg(event.title), [&](Writer &writer) -> Result<> {
        auto added = addEvent(writer, event);
        return added ? setTags(writer, kind, event.id.number, tags) : added;
    });
    if (!written) {
        m_event = before;
        Q_EMIT failed(written.error());
        return;
    }
    Q_EMIT added(event.id);
}

Result<> EventForm::change(const QString &what, const std::function<void(Event &)> &work)
{
    if (isNew())
        return {};
    Event event = m_event;
    work(event);
    if (event == m_event)
        return {};
    const auto changed =
        m_project.edit(what.arg(m_event.title), [&](Writer &writer) { return updateEvent(writer, event); });
    if (!changed)
        Q_EMIT failed(changed.error());
    return changed;
}

Result<> EventForm::writeDate()
{
    if (!m_date->date())
        return {};
    return change(tr("Change the date of “%1”"), [date = *m_date->date()](Event &event) {
        event.date = date.text;
        event.bounds = date.bounds;
    });
}

Result<> EventForm::writeText(QLineEdit *field, QString Event::*member, const QString &what)
{
    const QString text = field->text().trimmed();
    if (text.isEmpty() && member == &Event::title) {
        if (!isNew())
            field->setText(m_event.title);
        return {};
    }
    return change(what, [&](Event &event) { event.*member = text; });
}

Result<> EventForm::writeActors()
{
    return change(tr("Change the actors of “%1”"), [this](Event &event) { event.actors = m_actors->list(); });
}

Result<> EventForm::writeSummary()
{
    return change(tr("Change the summary of “%1”"),
        [this](Event &event) { event.summary = m_summary->toPlainText().trimmed(); });
}

Result<> EventForm::writePoint()
{
    const auto point = m_point->point();
    if (!point)
        return failure(point);
    return change(tr("Change the coordinates of “%1”"), [&](Event &event) { event.coordinates = *point; });
}

Result<> EventForm::writeCasualties()
{
    const auto counts = m_casualties->casualties();
    if (!counts)
        return failure(counts);
    return change(tr("Change the casualties of “%1”"), [&](Event &event) { setCasualties(event, *counts); });
}

Result<> EventForm::writeTags()
{
    const QStringList names = m_tagField->list();
    QStringList sorted = names;
    sorted.sort(Qt::CaseInsensitive);
    if (isNew() || sorted == m_tags || names == m_tags)
        return {};
    const auto changed = m_project.edit(tr("Change the tags of “%1”").arg(m_event.title),
        [&](Writer &writer) { return setTags(writer, kind, m_event.id.number, names); });
    if (!changed)
        Q_EMIT failed(changed.error());
    return changed;
}

Result<> EventForm::flush()
{
    if (isNew() || !isVisible())
        return {};
    auto written = writeText(m_title, &Event::title, tr("Change the title of “%1”"));
    if (written)
        written = writeText(m_place, &Event::place, tr("Change the place of “%1”"));
    for (const auto write : {&EventForm::writeDate, &EventForm::writeSummary, &EventForm::writePoint,
             &EventForm::writeActors, &EventForm::writeCasualties, &EventForm::writeTags}) {
        if (written)
            written = (this->*write)();
    }
    if (written && m_date->isMisunderstood()) {
        return failure(tr("The date of “%1” was not changed.").arg(m_event.title), m_date->reading().section(u' ', 1), {},
            Error::Kind::Invalid);
    }
    return written;
}

bool EventForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_summary && event->type() == QEvent::FocusOut)
        (void)writeSummary();
    // Scrolling the form must not change what happens to pass under the pointer.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QStringList EventForm::actorNames() const
{
    return frequentActors(m_project.reader(), mostActors).value_or(QStringList());
}

} // namespace redoubt
