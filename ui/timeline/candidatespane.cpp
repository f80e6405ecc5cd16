#include "ui/timeline/candidatespane.h"

#include "app/timeline/datetext.h"
#include "app/timeline/edtf.h"
#include "ui/look/look.h"
#include "ui/timeline/candidatesofevent.h"
#include "ui/workbench/linesdelegate.h"
#include "ui/workbench/paneheader.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QString lineOf(const Reader &reader, Id<Event> id)
{
    const Event found = event(reader, id).value_or(std::nullopt).value_or(Event());
    const auto date = readEdtf(found.date);
    return u"%1 · %2"_s.arg(found.title, date ? dateText(*date) : found.date);
}

} // namespace

CandidatesPane::CandidatesPane(Project &project, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_note(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_link(new QPushButton(tr("Link"), this))
    , m_part(new QPushButton(tr("Not the same"), this))
{
    setObjectName(u"candidates"_s);
    setAccessibleName(tr("Same-incident candidates"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_note->setFont(look::font(look::Text::Caption));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_list->setObjectName(u"candidate-list"_s);
    m_list->setAccessibleName(accessibleName());
    new LinesDelegate(LinesDelegate::Small::Last, 1, m_list);
    setFocusProxy(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::group, look::related, look::group, look::group);
    layout->setSpacing(look::related);
    layout->addWidget(makeHeader());
    layout->addWidget(m_note);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeButtons());
    connect(m_list, &QListWidget::currentRowChanged, this, &CandidatesPane::lookAtCurrent);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (!m_found.isEmpty() && changes.touchesAny({u"link", u"not_same", u"event"}))
            takeDecisions();
    });
    tellCount();
}

QWidget *CandidatesPane::makeHeader()
{
    auto *header = new PaneHeader(tr("PERHAPS THE SAME INCIDENT"), {u"close-candidates"_s, tr("Close (Esc)"), tr("Close the candidates")}, this);
    connect(header, &PaneHeader::closed, this, &CandidatesPane::closed);
    return header;
}

QWidget *CandidatesPane::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *again = new QPushButton(tr("Look again"), buttons);
    again->setObjectName(u"look-again"_s);
    again->setToolTip(tr("Look through all events again"));
    m_link->setObjectName(u"link-pair"_s);
    m_link->setToolTip(tr("Link the two as the same incident (Return)"));
    m_part->setObjectName(u"part-pair"_s);
    m_part->setToolTip(tr("Do not offer this pair again (Del)"));
    connect(m_link, &QPushButton::clicked, this, [this] { decide(linkAsSame); });
    connect(m_part, &QPushButton::clicked, this, [this] { decide(keepThemApart); });
    connect(again, &QPushButton::clicked, this, &CandidatesPane::asked);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::related);
    row->addWidget(m_link);
    row->addWidget(m_part);
    row->addStretch(1);
    row->addWidget(again);
    return buttons;
}

void CandidatesPane::show(const QList<Candidate> &candidates)
{
    m_found = candidates;
    m_candidates = candidates;
    m_list->clear();
    for (const Candidate &candidate : candidates)
        m_list->addItem(itemOf(candidate));
    if (!candidates.isEmpty())
        m_list->setCurrentRow(0);
    tellCount();
}

/// As its two events are now; the reason is that of when they were looked for.
void CandidatesPane::write(QListWidgetItem *item, const Candidate &candidate) const
{
    const QStringList lines{lineOf(m_project.reader(), candidate.first), lineOf(m_project.reader(), candidate.second), reasonText(candidate)};
    item->setText(lines.join(u'\n'));
    item->setToolTip(item->text());
}

QListWidgetItem *CandidatesPane::itemOf(const Candidate &candidate) const
{
    auto *item = new QListWidgetItem;
    write(item, candidate);
    return item;
}

void CandidatesPane::takeDecisions()
{
    const auto open = undecided(m_project.reader(), m_found);
    if (!open) {
        Q_EMIT failed(open.error());
        return;
    }
    const QSignalBlocker notChosen(m_list);
    int row = 0;
    for (const Candidate &candidate : std::as_const(m_found)) {
        const bool isShown = row < m_candidates.size() && m_candidates[row] == candidate;
        const bool isOpen = open->contains(candidate);
        if (isShown && !isOpen) {
            m_candidates.removeAt(row);
            delete m_list->takeItem(row);
        } else if (isOpen && !isShown) {
            m_candidates.insert(row, candidate);
            m_list->insertItem(row, itemOf(candidate));
            m_list->setCurrentRow(row);
        } else if (isShown) {
            write(m_list->item(row), candidate);
        }
        row += isOpen ? 1 : 0;
    }
    tellCount();
    // Who decides elsewhere goes on looking at what is chosen there.
    if (isAncestorOf(QApplication::focusWidget()))
        lookAtCurrent();
}

void CandidatesPane::tellCount()
{
    const bool hasAny = !m_candidates.isEmpty();
    m_note->setText(hasAny ? tr("%n pair(s), the likeliest first.", nullptr, int(m_candidates.size()))
                           : tr("No two events are near in time and place and have like titles."));
    m_link->setEnabled(hasAny && !m_project.isReadOnly());
    m_part->setEnabled(m_link->isEnabled());
}

void CandidatesPane::lookAtCurrent()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_candidates.size())
        Q_EMIT chosen(m_candidates[row].second);
}

void CandidatesPane::decide(Result<> (*act)(Project &, const Candidate &))
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_candidates.size() || !m_link->isEnabled())
        return;
    if (const auto done = act(m_project, m_candidates[row]); !done)
        Q_EMIT failed(done.error());
}

void CandidatesPane::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return decide(linkAsSame);
    case Qt::Key_Delete:
        return decide(keepThemApart);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace redoubt
