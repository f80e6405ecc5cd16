#include "ui/timeline/candidatesofevent.h"

#include "app/timeline/datetext.h"
#include "app/timeline/edtf.h"
#include "app/timeline/link.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int most = 5;
constexpr int pause = 150; ///< milliseconds in which stepping from event to event looks for nothing

QString nameOf(const Event &event)
{
    const auto date = readEdtf(event.date);
    return u"%1 · %2"_s.arg(event.title, date ? dateText(*date) : event.date);
}

QString titleOf(const Project &project, Id<Event> id)
{
    return event(project.reader(), id).value_or(std::nullopt).value_or(Event()).title;
}

} // namespace

Result<> linkAsSame(Project &project, const Candidate &candidate)
{
    Link link{{}, candidate.second, candidate.first, LinkKind::SameIncident, {}};
    return project.edit(CandidatesOfEvent::tr("Link “%1” as the same incident").arg(titleOf(project, candidate.second)),
        [&](Writer &writer) { return addLink(writer, link); });
}

Result<> keepThemApart(Project &project, const Candidate &candidate)
{
    return project.edit(CandidatesOfEvent::tr("Keep “%1” apart from another event").arg(titleOf(project, candidate.second)),
        [&](Writer &writer) { return keepApart(writer, candidate.first, candidate.second); });
}

CandidatesOfEvent::CandidatesOfEvent(Project &project, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_timer(new QTimer(this))
    , m_list(new QVBoxLayout(this))
{
    setObjectName(u"event-candidates"_s);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(look::related);
    m_timer->setSingleShot(true);
    m_timer->setInterval(pause);
    connect(m_timer, &QTimer::timeout, this, &CandidatesOfEvent::look);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (m_event.id.isValid() && changes.touchesAny({u"link", u"not_same"}))
            m_timer->start();
    });
}

void CandidatesOfEvent::show(const Event &event)
{
    if (event.id != m_event.id)
        Q_EMIT found(0);
    m_event = event;
    m_timer->start();
}

void CandidatesOfEvent::look()
{
    const auto all = candidatesOf(m_project.reader(), m_event, most);
    if (!all) {
        Q_EMIT failed(all.error());
        return;
    }
    while (QLayoutItem *item = m_list->takeAt(0)) {
        // It may be one of its own buttons that led here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Candidate &candidate : *all) {
        const auto other = redoubt::event(m_project.reader(), candidate.second);
        if (other && *other)
            m_list->addWidget(makeRow(candidate, **other));
    }
    Q_EMIT found(int(all->size()));
}

QWidget *CandidatesOfEvent::makeRow(const Candidate &candidate, const Event &other)
{
    auto *row = new QWidget(this);
    auto *name = new QLabel(row);
    name->setTextFormat(Qt::RichText);
    name->setText(u"<a href=\"#\" style=\"color:%1\">%2</a>"_s.arg(
        look::colours(palette()).accent.name(), nameOf(other).toHtmlEscaped()));
    name->setWordWrap(true);
    name->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    name->setToolTip(tr("Show this event"));
    name->setAccessibleName(nameOf(other));
    connect(name, &QLabel::linkActivated, this, [this, id = other.id] { Q_EMIT followed(id); });
    auto *why = new QLabel(reasonText(candidate), row);
    why->setFont(look::font(look::Text::Caption));
    why->setForegroundRole(QPalette::PlaceholderText);
    why->setWordWrap(true);
    const auto button = [&](const QString &objectName, const QString &text, const QString &toolTip, Result<> (*act)(Project &, const Candidate &)) {
        auto *made = new QToolButton(row);
        made->setObjectName(objectName);
        made->setText(text);
        made->setToolTip(toolTip);
        made->setAccessibleName(u"%1: %2"_s.arg(text, other.title));
        connect(made, &QToolButton::clicked, this, [this, act, candidate] {
            if (const auto done = act(m_project, candidate); !done)
                Q_EMIT failed(done.error());
        });
        return made;
    };
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(look::tight);
    buttons->addWidget(button(u"link-candidate"_s, tr("Link"), tr("Link the two as the same incident"), linkAsSame));
    buttons->addWidget(button(u"part-candidate"_s, tr("Not the same"), tr("Do not offer this pair again"), keepThemApart));
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::tight / 2);
    layout->addWidget(name);
    layout->addWidget(why);
    layout->addLayout(buttons);
    return row;
}

} // namespace redoubt
