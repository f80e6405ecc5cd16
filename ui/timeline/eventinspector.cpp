#include "ui/timeline/eventinspector.h"

#include "app/project/projectinfo.h"
#include "app/timeline/import/dataset.h"
#include "ui/look/look.h"
#include "ui/timeline/candidatesofevent.h"
#include "ui/timeline/eventform.h"
#include "ui/timeline/foldsection.h"
#include "ui/timeline/linksofevent.h"
#include "ui/timeline/sourcesofevent.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int widest = 80; // characters

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
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    auto *body = new QWidget(page);
    body->setMaximumWidth(widest * fontMetrics().averageCharWidth());
    auto *across = new QHBoxLayout(page);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(body, 1);
    across->addStretch(0);

    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(look::group, look::related, look::group, look::page);
    layout->setSpacing(look::group);
    layout->addWidget(makeHeader(body));
    m_form = new EventForm(project, body);
    layout->addWidget(m_form);
    m_add = new QPushButton(tr("Add event"), body);
    m_add->setObjectName(u"add-event"_s);
    m_add->setDefault(true);
    m_add->setToolTip(tr("Add the event to the project (Return)"));
    layout->addWidget(m_add, 0, Qt::AlignRight);
    layout->addWidget(makeRelations(body));
    layout->addStretch(1);
    setWidget(page);
    connectParts();
}

QWidget *EventInspector::makeHeader(QWidget *owner)
{
    auto *header = new QWidget(owner);
    m_heading = new QLabel(header);
    m_heading->setFont(look::font(look::Text::Caption, true));
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    m_heading->setTextFormat(Qt::PlainText);
    auto *close = new QToolButton(header);
    close->setObjectName(u"close-inspector"_s);
    close->setIcon(look::icon(u"close"_s));
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the event"));
    connect(close, &QToolButton::clicked, this, &EventInspector::closed);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_heading, 1);
    row->addWidget(close);
    return header;
}

QWidget *EventInspector::makeRelations(QWidget *owner)
{
    m_relations = new QWidget(owner);
    m_sources = new SourcesOfEvent(m_project, m_relations);
    m_links = new LinksOfEvent(m_project, m_relations);
    m_candidates = new CandidatesOfEvent(m_project, m_relations);
    m_sourcesPart = new FoldSection(tr("Sources"), m_sources, m_relations);
    m_linksPart = new FoldSection(tr("Links"), m_links, m_relations);
    m_candidatesPart = new FoldSection(tr("Perhaps the same incident"), m_candidates, m_relations);
    m_candidatesPart->hide();
    m_dataRow = new QLabel(m_relations);
    m_dataRow->setObjectName(u"data-row"_s);
    m_dataRow->setTextFormat(Qt::PlainText);
    m_dataRow->setWordWrap(true);
    m_dataRow->setFont(look::font(look::Text::Caption));
    m_dataRow->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_dataPart = new FoldSection(tr("Data set"), m_dataRow, m_relations);
    m_dataPart->setFolded(true);
    auto *layout = new QVBoxLayout(m_relations);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::group);
    for (FoldSection *part : {m_sourcesPart, m_linksPart, m_candidatesPart, m_dataPart})
        layout->addWidget(part);
    return m_relations;
}

void EventInspector::connectParts()
{
    connect(m_form, &EventForm::failed, this, &EventInspector::failed);
    connect(m_form, &EventForm::edited, this, &EventInspector::updateAdd);
    connect(m_form, &EventForm::added, this, [this](Id<Event> id) {
        m_id = id;
        refresh();
        Q_EMIT created(id);
    });
    connect(m_add, &QPushButton::clicked, m_form, &EventForm::add);
    connect(m_sources, &SourcesOfEvent::failed, this, &EventInspector::failed);
    connect(m_sources, &SourcesOfEvent::sourceFollowed, this, &EventInspector::sourceFollowed);
    connect(m_links, &LinksOfEvent::failed, this, &EventInspector::failed);
    connect(m_links, &LinksOfEvent::eventFollowed, this, &EventInspector::followed);
    connect(m_candidates, &CandidatesOfEvent::failed, this, &EventInspector::failed);
    connect(m_candidates, &CandidatesOfEvent::followed, this, &EventInspector::followed);
    connect(m_candidates, &CandidatesOfEvent::found, this, [this](int count) {
        m_candidatesPart->setVisible(count > 0);
        m_candidatesPart->setDetail(locale().toString(count));
    });
}

void EventInspector::edit(Id<Event> id, bool focus)
{
    if (m_id != id) {
        if (const auto written = flush(); !written)
            Q_EMIT failed(written.error());
    }
    m_id = id;
    refresh();
    if (focus)
        m_form->focusTitle(true);
}

void EventInspector::create(const QString &date, Id<Lane> lane)
{
    if (const auto written = flush(); !written)
        Q_EMIT failed(written.error());
    m_id = {};
    Event event;
    event.date = date;
    event.lane = lane;
    event.certainty = Certainty::Reported;
    fill(event);
    m_form->focusTitle(false);
}

void EventInspector::refresh()
{
    if (!m_id.isValid())
        return;
    const auto event = redoubt::event(m_project.reader(), m_id);
    if (!event) {
        Q_EMIT failed(event.error());
        return;
    }
    if (!*event) {
        m_id = {};
        Q_EMIT closed();
        return;
    }
    fill(**event);
}

void EventInspector::fill(const Event &event)
{
    const bool isNew = !m_id.isValid();
    m_heading->setText(isNew ? tr("NEW EVENT") : tr("EVENT · %1", "its key").arg(event.key));
    m_form->show(event, isNew ? QStringList() : tags(m_project.reader(), u"event"_s, event.id.number).value_or(QStringList()));
    m_relations->setVisible(!isNew);
    updateAdd();
    if (isNew)
        return;
    m_sources->show(event.id, event.title);
    m_sourcesPart->setDetail(m_sources->countText());
    m_links->show(event);
    m_linksPart->setDetail(m_links->countText());
    m_candidates->show(event);
    fillDataRow();
}

/// The row of the data set as it was imported.
void EventInspector::fillDataRow()
{
    const auto row = dataRowOf(m_project.reader(), m_id).value_or(std::nullopt);
    m_dataPart->setVisible(row.has_value());
    if (!row)
        return;
    const auto set = dataSet(m_project.reader(), row->dataSet).value_or(std::nullopt);
    m_dataPart->setDetail(u"%1 · %2"_s.arg(set ? set->name : QString(), row->externalId));
    m_dataRow->setText(row->raw);
}

void EventInspector::updateAdd()
{
    m_add->setVisible(!m_id.isValid());
    m_add->setEnabled(m_form->canBeAdded());
}

Result<> EventInspector::flush()
{
    return m_form->flush();
}

void EventInspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace redoubt
