#include "ui/timeline/eventinspector.h"

#include "app/sources/source.h"
#include "ui/look/look.h"
#include "ui/timeline/datefield.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr std::array allCertainties{
    Certainty::Confirmed, Certainty::Reported, Certainty::Disputed, Certainty::Retracted};
constexpr std::array allLinkKinds{
    LinkKind::ResponseTo, LinkKind::PrecedentOf, LinkKind::Escalates, LinkKind::SameIncident};

QStringList linkKindTexts()
{
    QStringList texts;
    std::ranges::transform(allLinkKinds, std::back_inserter(texts), linkKindText);
    return texts;
}

QStringList listOf(const QString &text)
{
    QStringList list;
    for (const QString &part : text.split(u',')) {
        if (const QString name = part.simplified(); !name.isEmpty() && !list.contains(name))
            list.append(name);
    }
    return list;
}

} // namespace

EventInspector::EventInspector(Project &project, QWidget *parent)
    : QScrollArea(parent)
    , m_project(project)
{
    setObjectName(u"event-inspector"_s);
    setAccessibleName(tr("Event"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    makeFields();
    connectFields();
}

void EventInspector::makeFields()
{
    auto *inside = new QWidget(this);
    inside->setBackgroundRole(QPalette::Base);
    m_heading = new QLabel(inside);
    m_heading->setFont(look::font(look::Text::Caption, true));
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    auto *close = new QToolButton(inside);
    close->setObjectName(u"close-inspector"_s);
    close->setIcon(look::icon(u"close"_s));
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the event"));
    connect(close, &QToolButton::clicked, this, &EventInspector::closed);

    m_title = new QLineEdit(inside);
    m_title->setObjectName(u"title"_s);
    m_title->setPlaceholderText(tr("What happened, in a few words"));
    m_date = new DateField(inside);
    m_lane = new QComboBox(inside);
    m_lane->setObjectName(u"lane"_s);
    m_certainty = new QComboBox(inside);
    m_certainty->setObjectName(u"certainty"_s);
    for (QComboBox *field : {m_lane, m_certainty}) {
        field->setMinimumContentsLength(8);
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    for (const Certainty certainty : allCertainties)
        m_certainty->addItem(certaintyText(certainty));
    m_place = new QLineEdit(inside);
    m_place->setObjectName(u"place"_s);
    m_actors = new QLineEdit(inside);
    m_actors->setObjectName(u"actors"_s);
    m_actors->setPlaceholderText(tr("Separated by commas"));
    m_summary = new QPlainTextEdit(inside);
    m_summary->setObjectName(u"summary"_s);
    m_summary->setProperty("boxed", true);
    m_summary->setTabChangesFocus(true);
    m_summary->setFixedHeight(look::rowHeight(look::rowList, font()) * 3);
    m_add = new QPushButton(tr("Add event"), inside);
    m_add->setObjectName(u"add-event"_s);
    m_add->setDefault(true);

    m_relations = new QWidget(inside);
    auto *related = new QFormLayout(m_relations);
    related->setContentsMargins(0, 0, 0, 0);
    makeRelations(related);

    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(close);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(look::group, look::related, look::group, look::group);
    layout->setSpacing(look::related);
    layout->addLayout(top);
    layout->addLayout(makeForm());
    layout->addWidget(m_add, 0, Qt::AlignRight);
    layout->addWidget(m_relations);
    layout->addStretch(1);
    setWidget(inside);
}

/// The fields with their names.
QFormLayout *EventInspector::makeForm()
{
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignRight);
    form->setHorizontalSpacing(look::related);
    form->setVerticalSpacing(look::related);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Date"), m_date);
    form->addRow(tr("&Lane"), m_lane);
    form->addRow(tr("&Certainty"), m_certainty);
    form->addRow(tr("&Place"), m_place);
    form->addRow(tr("&Actors"), m_actors);
    form->addRow(tr("S&ummary"), m_summary);
    return form;
}

void EventInspector::makeRelations(QFormLayout *form)
{
    m_sources = new RelationRows({tr("corroborated by"), tr("disputed by")}, tr("Add a source"), this);
    m_sources->setObjectName(u"event-sources"_s);
    m_links = new RelationRows(linkKindTexts(), tr("Link to an event"), this);
    m_links->setObjectName(u"event-links"_s);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(look::tight);
    form->addRow(tr("Sources"), m_sources);
    form->addRow(tr("Links"), m_links);
}

void EventInspector::connectFields()
{
    connect(m_title, &QLineEdit::editingFinished, this,
        [this] { (void)writeText(m_title, &Event::title, tr("Change the title of “%1”")); });
    connect(m_place, &QLineEdit::editingFinished, this,
        [this] { (void)writeText(m_place, &Event::place, tr("Change the place of “%1”")); });
    connect(m_actors, &QLineEdit::editingFinished, this, &EventInspector::writeActors);
    connect(m_date, &DateField::dateEntered, this, &EventInspector::writeDate);
    connect(m_lane, &QComboBox::activated, this, [this] {
        const auto changed = change(tr("Change the lane of “%1”"),
            [this](Event &event) { event.lane = {m_lane->currentData().toLongLong()}; });
        if (!changed)
            refresh();
    });
    connect(m_certainty, &QComboBox::activated, this, [this](int index) {
        const auto changed = change(tr("Change the certainty of “%1”"),
            [=](Event &event) { event.certainty = allCertainties.at(size_t(index)); });
        if (!changed)
            refresh();
    });
    m_summary->installEventFilter(this);
    connect(m_title, &QLineEdit::textChanged, this, &EventInspector::updateAdd);
    connect(m_date, &DateField::dateChanged, this, &EventInspector::updateAdd);
    connect(m_add, &QPushButton::clicked, this, &EventInspector::add);
    connect(m_title, &QLineEdit::returnPressed, this, &EventInspector::add);
    connect(m_date->edit(), &QLineEdit::returnPressed, this, &EventInspector::add);

    connect(m_sources, &RelationRows::added, this, &EventInspector::addSource);
    connect(m_sources, &RelationRows::kindChanged, this, &EventInspector::changeStance);
    connect(m_sources, &RelationRows::removed, this, &EventInspector::removeSource);
    connect(m_sources, &RelationRows::followed, this, [this](qint64 row) {
        const auto all = evidenceOf(m_project.reader(), m_id);
        const auto found = all ? std::ranges::find(*all, row, [](const Evidence &e) { return e.id.number; })
                               : QList<Evidence>::const_iterator();
        if (all && found != all->end())
            Q_EMIT sourceFollowed(found->source);
    });
    connect(m_links, &RelationRows::added, this, &EventInspector::addLinkTo);
    connect(m_links, &RelationRows::kindChanged, this, &EventInspector::changeLink);
    connect(m_links, &RelationRows::removed, this, &EventInspector::takeLink);
    connect(m_links, &RelationRows::followed, this, &EventInspector::followLink);
}

void EventInspector::edit(Id<Event> id, bool focus)
{
    if (m_id != id)
        (void)flush();
    m_id = id;
    m_event = {};
    refresh();
    if (focus) {
        m_title->setFocus(Qt::ShortcutFocusReason);
        m_title->selectAll();
    }
}

void EventInspector::create(const QString &date, Id<Lane> lane)
{
    (void)flush();
    m_id = {};
    Event event;
    event.date = date;
    event.lane = lane;
    event.certainty = Certainty::Reported;
    fill(event);
    m_title->setFocus(Qt::ShortcutFocusReason);
}

void EventInspector::refresh()
{
    if (!m_id.isValid()) {
        fillLanes({m_lane->currentData().toLongLong()});
        return;
    }
    const auto event = redoubt::event(m_project.reader(), m_id);
    if (!event) {
        Q_EMIT failed(event.error());
        return;
    }
    if (!*event) {
        m_id = {};
        m_event = {};
        Q_EMIT closed();
        return;
    }
    fill(**event);
}

void EventInspector::fill(const Event &event)
{
    const bool isNew = !m_id.isValid();
    m_heading->setText(isNew ? tr("NEW EVENT") : tr("EVENT"));
    const bool sameEvent = m_event.id == event.id && !isNew;
    const auto fillText = [&](QLineEdit *field, const QString &before, const QString &now) {
        // A field in which the user has typed something is left alone; it is written when it is left.
        if (!sameEvent || !field->hasFocus() || field->text() == before)
            field->setText(now);
    };
    fillText(m_title, m_event.title, event.title);
    fillText(m_place, m_event.place, event.place);
    fillText(m_actors, m_event.actors.join(u", "_s), event.actors.join(u", "_s));
    if (!sameEvent || m_event.date != event.date)
        m_date->setDate(event.date);
    if (!sameEvent || !m_summary->hasFocus() || m_summary->toPlainText() == m_event.summary) {
        if (m_summary->toPlainText() != event.summary)
            m_summary->setPlainText(event.summary);
    }
    fillLanes(event.lane);
    m_certainty->setCurrentIndex(
        int(std::ranges::find(allCertainties, event.certainty) - allCertainties.begin()));
    m_event = event;
    m_add->setVisible(isNew);
    m_relations->setVisible(!isNew);
    updateAdd();
    if (!isNew)
        fillRelations();
}

void EventInspector::fillLanes(Id<Lane> chosen)
{
    const auto all = lanes(m_project.reader());
    m_lane->clear();
    m_lane->addItem(tr("No lane"), 0LL);
    for (const Lane &lane : all ? *all : QList<Lane>())
        m_lane->addItem(lane.title, lane.id.number);
    m_lane->setCurrentIndex(std::max(0, m_lane->findData(chosen.number)));
}

void EventInspector::updateAdd()
{
    m_add->setEnabled(!m_title->text().trimmed().isEmpty() && m_date->date().has_value());
}

bool EventInspector::tell(const Result<> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
    return result.has_value();
}

void EventInspector::add()
{
    if (m_id.isValid() || !m_add->isEnabled())
        return;
    Event event = m_event;
    event.title = m_title->text().trimmed();
    event.date = m_date->date()->text;
    event.bounds = m_date->date()->bounds;
    event.lane = {m_lane->currentData().toLongLong()};
    event.certainty = allCertainties.at(size_t(m_certainty->currentIndex()));
    event.place = m_place->text().trimmed();
    event.actors = listOf(m_actors->text());
    event.summary = m_summary->toPlainText().trimmed();
    event.id = Id<Event>::make();
    m_id = event.id;
    const auto added = m_project.edit(
        tr("Add event “%1”").arg(event.title), [&](Writer &writer) { return addEvent(writer, event); });
    if (!tell(added)) {
        m_id = {};
        return;
    }
    Q_EMIT created(m_id);
}

Result<> EventInspector::change(const QString &what, const std::function<void(Event &)> &work)
{
    if (!m_id.isValid())
        return {};
    Event event = m_event;
    work(event);
    if (event == m_event)
        return {};
    const auto changed =
        m_project.edit(what.arg(m_event.title), [&](Writer &writer) { return updateEvent(writer, event); });
    tell(changed);
    return changed;
}

Result<> EventInspector::writeDate(const Edtf &date)
{
    return change(tr("Change the date of “%1”"), [&](Event &event) {
        event.date = date.text;
        event.bounds = date.bounds;
    });
}

Result<> EventInspector::writeText(QLineEdit *field, QString Event::*member, const QString &what)
{
    const QString text = field->text().trimmed();
    if (text.isEmpty() && member == &Event::title) {
        if (m_id.isValid())
            field->setText(m_event.title);
        return {};
    }
    return change(what, [&](Event &event) { event.*member = text; });
}

Result<> EventInspector::writeActors()
{
    return change(
        tr("Change the actors of “%1”"), [this](Event &event) { event.actors = listOf(m_actors->text()); });
}

Result<> EventInspector::writeSummary()
{
    return change(tr("Change the summary of “%1”"),
        [this](Event &event) { event.summary = m_summary->toPlainText().trimmed(); });
}

Result<> EventInspector::flush()
{
    if (!m_id.isValid() || !isVisible())
        return {};
    auto written = writeText(m_title, &Event::title, tr("Change the title of “%1”"));
    if (written && m_date->date())
        written = writeDate(*m_date->date());
    if (written)
        written = writeText(m_place, &Event::place, tr("Change the place of “%1”"));
    if (written)
        written = writeActors();
    return written ? writeSummary() : written;
}

bool EventInspector::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_summary && event->type() == QEvent::FocusOut)
        (void)writeSummary();
    return QScrollArea::eventFilter(watched, event);
}

void EventInspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace redoubt
