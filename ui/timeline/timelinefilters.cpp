#include "ui/timeline/timelinefilters.h"

#include "app/timeline/calendar.h"
#include "app/timeline/filterquery.h"
#include "app/timeline/savedfilter.h"
#include "ui/look/look.h"
#include "ui/timeline/filterbar.h"
#include "ui/timeline/filtermenu.h"
#include "ui/workbench/notice.h"

#include <QAction>
#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Milliseconds after which one says that it takes a while.
constexpr int patience = 200;

QString dayOf(qint64 second)
{
    const CivilDay day = civilDay(dayOfSecond(second));
    return u"%1-%2-%3"_s.arg(day.year, 4, 10, QChar(u'0')).arg(day.month, 2, 10, QChar(u'0')).arg(day.day, 2, 10, QChar(u'0'));
}

} // namespace

TimelineFilters::TimelineFilters(Project &project, QLineEdit *field, Notice *notice, QWidget *parent)
    : QObject(parent)
    , m_project(project)
    , m_field(field)
    , m_notice(notice)
    , m_runner(project)
    , m_bar(new FilterBar(parent))
    , m_menu(new FilterMenu(project, [this] { return query(); }, parent))
    , m_patience(new QTimer(this))
{
    QAction *open = field->addAction(look::icon(u"filter"_s), QLineEdit::LeadingPosition);
    open->setObjectName(u"filter-by"_s);
    open->setText(tr("Filter by…"));
    open->setToolTip(tr("Filter by lane, certainty, tag, actor, source or date (Alt+Down)"));
    open->setShortcut(Qt::ALT | Qt::Key_Down);
    open->setShortcutContext(Qt::WidgetShortcut);
    connect(open, &QAction::triggered, this, &TimelineFilters::openMenu);
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience);
    connect(m_patience, &QTimer::timeout, this, [this] { Q_EMIT runningChanged(true); });

    connect(field, &QLineEdit::textChanged, this, &TimelineFilters::read);
    connect(m_bar, &FilterBar::queryChanged, this, &TimelineFilters::setQuery);
    connect(m_menu, &FilterMenu::queryChosen, this, &TimelineFilters::setQuery);
    connect(m_menu, &FilterMenu::keepRequested, this, &TimelineFilters::keep);
    connect(m_menu, &FilterMenu::failed, this, [this](const Error &error) { m_notice->show(error); });
    connect(&m_runner, &FilterRunner::failed, this, [this](const Error &error) { m_notice->show(error); });
    connect(&m_runner, &FilterRunner::filtered, this, &TimelineFilters::filtered);
    connect(&m_runner, &FilterRunner::runningChanged, this, [this](bool isRunning) {
        if (isRunning)
            return m_patience->start();
        m_patience->stop();
        Q_EMIT runningChanged(false);
    });
}

QString TimelineFilters::syntax()
{
    return tr("Words that the events hold, “a phrase”, -without, or conditions (Ctrl+F):\n"
              "lane:Incidents  certainty:disputed  tag:airspace  actor:Russia  place:Galați  source:nato-2026\n"
              "in:2025  after:2025-09  before:2026  from:\"late 2022\"  to:2025-09-10\n"
              "Of several lanes, certainties, tags, actors, places, sources or spans (in:) one is enough.");
}

QString TimelineFilters::query() const
{
    return m_field->text();
}

void TimelineFilters::setQuery(const QString &query)
{
    m_field->setText(query);
}

void TimelineFilters::read()
{
    m_bar->showQuery(query(), m_lanes);
    m_runner.setFilter(filterOf(readQuery(query(), QDate::currentDate())));
}

void TimelineFilters::setChronology(const std::shared_ptr<const Chronology> &chronology)
{
    m_lanes = chronology->lanes();
    m_menu->setLanes(m_lanes);
    m_bar->showQuery(query(), m_lanes);
    m_runner.setChronology(chronology);
}

QString TimelineFilters::daysOf(qint64 from, qint64 to)
{
    const auto isPlain = [](qint64 second) {
        const qint64 year = civilDay(dayOfSecond(second)).year;
        return year >= 0 && year <= 9999;
    };
    if (!isPlain(from) || !isPlain(to))
        return {};
    return dayOf(from) == dayOf(to) ? dayOf(from) : dayOf(from) + u'/' + dayOf(to);
}

void TimelineFilters::setSpan(qint64 from, qint64 to)
{
    const QString days = daysOf(from, to);
    if (days.isEmpty())
        return;
    QString text = query();
    QList<QueryTerm> terms = readQuery(text);
    while (!terms.isEmpty()) {
        const QueryTerm term = terms.takeLast();
        if (term.term.field >= FilterField::From && !term.term.isExcluded)
            text = withoutTerm(text, term);
    }
    setQuery(withTerm(text, {FilterField::In, days}));
}

void TimelineFilters::openMenu()
{
    m_menu->popup(m_field->mapToGlobal(QPoint(0, m_field->height() + look::tight)));
}

void TimelineFilters::keep()
{
    auto *name = new QLineEdit;
    name->setObjectName(u"filter-name"_s);
    name->setPlaceholderText(tr("A name for this filter"));
    name->setAccessibleName(tr("A name for this filter"));
    const auto done = [this, name] { keepAs(name->text().simplified()); };
    m_notice->show(Notice::Severity::Done, tr("Keep this filter in the project"), tr("Keep"), done);
    m_notice->setField(name);
    connect(name, &QLineEdit::returnPressed, m_notice, done);
    name->show();
    name->setFocus(Qt::ShortcutFocusReason);
}

void TimelineFilters::keepAs(const QString &name)
{
    m_notice->close();
    m_field->setFocus(Qt::OtherFocusReason);
    if (name.isEmpty())
        return;
    const auto kept = m_project.edit(tr("Keep filter “%1”").arg(name),
        [&](Writer &writer) { return keepFilter(writer, name, query().trimmed()); });
    if (!kept)
        m_notice->show(kept.error());
    else
        m_notice->show(Notice::Severity::Done, tr("The filter is kept as “%1”.").arg(name));
}

} // namespace redoubt
