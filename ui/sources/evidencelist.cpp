#include "ui/sources/evidencelist.h"

#include "app/timeline/event.h"
#include "ui/look/look.h"
#include "ui/sources/sourcetext.h"
#include "ui/workbench/selection.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QTextDocument>

namespace redoubt {

EvidenceList::EvidenceList(Project &project, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_selection(selection)
    , m_none(new QLabel(tr("Nothing yet. Choose an event in the timeline, then attach this source or one of its excerpts."), this))
    , m_list(new QListWidget(this))
    , m_turn(new QAction(tr("Corroborates or disputes"), this))
    , m_remove(new QAction(look::icon(u"delete"_s), tr("Take off the event"), this))
{
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_list->setObjectName(u"evidenceList"_s);
    m_list->setAccessibleName(tr("Says of events"));
    m_list->setToolTip(tr("Return shows the event, Space turns between corroborates and disputes, Del takes the source off the event"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_turn->setShortcut(Qt::Key_Space);
    m_remove->setShortcut(QKeySequence::Delete);
    for (QAction *action : {m_turn, m_remove}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
    }
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_none);
    column->addWidget(m_list);
    connect(m_turn, &QAction::triggered, this, &EvidenceList::turnStance);
    connect(m_remove, &QAction::triggered, this, &EvidenceList::removeChosen);
    connect(m_list, &QListWidget::itemClicked, this, &EvidenceList::look);
    connect(m_list, &QListWidget::itemActivated, this, &EvidenceList::look);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (changes.touchesAny({u"event_source", u"event"}))
            fill();
    });
}

void EvidenceList::setSource(Id<Source> id)
{
    if (std::exchange(m_source, id) != id)
        fill();
}

void EvidenceList::fill()
{
    const int row = m_list->currentRow();
    const auto found = evidenceFrom(m_project.reader(), m_source);
    if (!found)
        Q_EMIT failed(found.error());
    m_all = found ? *found : QList<Evidence>();
    m_list->clear();
    for (const Evidence &evidence : std::as_const(m_all)) {
        const auto event = redoubt::event(m_project.reader(), evidence.event);
        if (!event || !*event)
            continue;
        const QString stance = evidence.stance == Stance::Corroborates ? tr("✓ corroborates") : tr("≠ disputes");
        auto *item = new QListWidgetItem(
            u"%1 · %2 · %3"_s.arg(stance, sourcetext::published((*event)->date), (*event)->title.simplified()), m_list);
        item->setToolTip(Qt::convertFromPlainText(item->text(), Qt::WhiteSpaceNormal));
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_none->setVisible(m_list->count() == 0);
    m_list->setVisible(m_list->count() > 0);
    const int height = look::rowHeight(look::rowDense, font());
    m_list->setFixedHeight(std::min(m_list->count(), 8) * height + look::tight);
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setSizeHint({0, height});
}

void EvidenceList::look(const QListWidgetItem *item)
{
    m_selection.select(Thing::of(m_all.at(m_list->row(item)).event));
}

std::optional<Evidence> EvidenceList::chosen() const
{
    const int row = m_list->currentRow();
    return row < 0 ? std::nullopt : std::optional(m_all.at(row));
}

void EvidenceList::turnStance()
{
    auto evidence = chosen();
    if (!evidence)
        return;
    evidence->stance = evidence->stance == Stance::Corroborates ? Stance::Disputes : Stance::Corroborates;
    const auto done = m_project.edit(
        tr("Change what a source says of an event"), [&](Writer &writer) { return updateEvidence(writer, *evidence); });
    if (!done)
        Q_EMIT failed(done.error());
}

void EvidenceList::removeChosen()
{
    const auto evidence = chosen();
    if (!evidence)
        return;
    const auto done = m_project.edit(
        tr("Take a source off an event"), [&](Writer &writer) { return removeEvidence(writer, evidence->id); });
    if (!done)
        Q_EMIT failed(done.error());
}

} // namespace redoubt
