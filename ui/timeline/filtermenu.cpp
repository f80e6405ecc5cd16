#include "ui/timeline/filtermenu.h"

#include "app/project/projectinfo.h"
#include "app/sources/source.h"
#include "app/timeline/eventedits.h"
#include "app/timeline/savedfilter.h"
#include "ui/timeline/timelinedata.h"

#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype mostChoices = 24;

/// Of an entry that puts a condition in and out.
bool staysOpen(const QAction *action)
{
    return action && action->isEnabled() && action->data().toBool();
}

/// A menu in which ticking an entry leaves it open.
class TickMenu : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        QAction *action = actionAt(event->position().toPoint());
        if (staysOpen(action))
            action->trigger();
        else
            QMenu::mouseReleaseEvent(event);
    }
};

} // namespace

FilterMenu::FilterMenu(Project &project, std::function<QString()> query, QWidget *parent)
    : QMenu(tr("Filter"), parent)
    , m_project(project)
    , m_query(std::move(query))
{
    setObjectName(u"filter-menu"_s);
    connect(this, &QMenu::aboutToShow, this, &FilterMenu::fill);
}

void FilterMenu::mouseReleaseEvent(QMouseEvent *event)
{
    QAction *action = actionAt(event->position().toPoint());
    if (staysOpen(action))
        action->trigger();
    else
        QMenu::mouseReleaseEvent(event);
}

void FilterMenu::addTerm(QMenu *menu, const QString &text, const FilterTerm &term)
{
    QString shown = text;
    QAction *action = menu->addAction(shown.replace(u'&', u"&&"_s));
    action->setCheckable(true);
    action->setChecked(hasTerm(m_query(), term));
    action->setData(true);
    connect(action, &QAction::triggered, this, [this, term](bool isChecked) {
        const QString without = withoutTerms(m_query(), term.field, term.value);
        Q_EMIT queryChosen(isChecked ? withTerm(without, term) : without);
    });
}

QMenu *FilterMenu::addChoices(const QString &title, FilterField field, const QStringList &values)
{
    auto *menu = new TickMenu(title, this);
    addMenu(menu);
    for (const QString &value : values.mid(0, mostChoices))
        addTerm(menu, value, {field, value});
    menu->setEnabled(!values.isEmpty());
    return menu;
}

void FilterMenu::addSpans()
{
    auto *menu = new TickMenu(tr("When"), this);
    addMenu(menu);
    const int year = QDate::currentDate().year();
    if (const QString span = m_span ? m_span() : QString(); !span.isEmpty())
        addTerm(menu, tr("In the span in sight"), {FilterField::In, span});
    addTerm(menu, tr("This year"), {FilterField::In, QString::number(year)});
    addTerm(menu, tr("Last year"), {FilterField::In, QString::number(year - 1)});
    addTerm(menu, tr("From last year on"), {FilterField::From, QString::number(year - 1)});
    menu->addSeparator();
    menu->addAction(tr("Other spans are typed: in:2025 or after:2025-09 before:2026"))->setEnabled(false);
}

void FilterMenu::fill()
{
    // Not while one of its submenus' entries is being chosen.
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    const Reader &reader = m_project.reader();
    addSection(tr("Lanes"));
    for (const Lane &lane : std::as_const(m_lanes)) {
        if (lane.id.isValid())
            addTerm(this, lane.title, {FilterField::Lane, lane.title});
        else
            addTerm(this, tr("No lane"), {FilterField::Lane, u"none"_s});
    }
    addSection(tr("Other conditions"));
    auto *certainties = new TickMenu(tr("Certainty"), this);
    addMenu(certainties);
    for (const auto &[certainty, name] : certaintyNames.table)
        addTerm(certainties, certaintyText(certainty), {FilterField::Certainty, name});
    addChoices(tr("Tag"), FilterField::Tag, allTags(reader).value_or(QStringList()));
    addChoices(tr("Actor"), FilterField::Actor, frequentActors(reader, int(mostChoices)).value_or(QStringList()));
    QStringList keys;
    for (const Source &source : sources(reader).value_or(QList<Source>()))
        keys.append(source.key);
    keys.sort();
    addChoices(tr("Source"), FilterField::Source, keys);
    addSpans();
    const auto kept = savedFilters(reader);
    if (kept)
        fillKept(*kept);
    else
        Q_EMIT failed(kept.error());
}

void FilterMenu::fillKept(const QList<SavedFilter> &kept)
{
    addSection(tr("Kept in the project"));
    const QString now = m_query().trimmed();
    for (const SavedFilter &filter : kept) {
        QString name = filter.name;
        QAction *action = addAction(name.replace(u'&', u"&&"_s), this, [this, filter] { Q_EMIT queryChosen(filter.query); });
        action->setToolTip(filter.query);
        action->setCheckable(true);
        action->setChecked(filter.query == now);
    }
    QAction *keep = addAction(tr("Keep this filter…"), this, &FilterMenu::keepRequested);
    keep->setEnabled(!now.isEmpty() && !m_project.isReadOnly());
    auto *forget = addMenu(tr("Remove a kept filter"));
    forget->setEnabled(!kept.isEmpty() && !m_project.isReadOnly());
    for (const SavedFilter &filter : kept) {
        QString name = filter.name;
        forget->addAction(name.replace(u'&', u"&&"_s), this, [this, filter] {
            const auto removed = m_project.edit(tr("Remove filter “%1”").arg(filter.name),
                [&](Writer &writer) { return removeSavedFilter(writer, filter.id); });
            if (!removed)
                Q_EMIT failed(removed.error());
        });
    }
    addSeparator();
    addAction(tr("No filter"), this, [this] { Q_EMIT queryChosen({}); })->setEnabled(!now.isEmpty());
}

} // namespace redoubt
