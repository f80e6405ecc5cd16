#include "ui/checks/checkspanel.h"

#include "ui/checks/checkrunner.h"
#include "ui/checks/findingview.h"
#include "ui/workbench/emptystate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace redoubt {

ChecksPanel::ChecksPanel(Project &project, Selection &selection, Review &review, QWidget *parent)
    : Panel(tr("Checks"), u"checks"_s, parent)
    , m_project(project)
    , m_selection(selection)
    , m_review(review)
    , m_runner(new CheckRunner(project, review, this))
    , m_model(new FindingModel(review, this))
    , m_filter(new FindingFilter(*m_model, this))
    , m_view(new FindingView(*m_filter, !project.isReadOnly(), this))
    , m_pages(new QStackedWidget)
{
    makeActions();
    layOut();
    connectParts();
    refresh();
}

void ChecksPanel::layOut()
{
    showFilter(tr("Filter the findings"));
    m_empty = new EmptyState({}, {}, this);
    m_noMatch = new EmptyState(tr("No finding matches the filter."), {m_clearFilter}, this);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_noMatch);
    setContent(m_pages);
    setFocusProxy(m_view);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    // The field stands in the title bar of the dock, whose keys do not come to the panel.
    auto *leave = new QShortcut(Qt::Key_Escape, filterField(), nullptr, nullptr, Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        filterField()->clear();
        m_view->setFocus(Qt::OtherFocusReason);
    });
}

void ChecksPanel::connectParts()
{
    connect(&m_review, &Review::findingsChanged, this, &ChecksPanel::refresh);
    connect(&m_review, &Review::currentChanged, this, [this](qsizetype finding) {
        if (!m_isStale)
            m_view->show(finding);
        updateActions();
    });
    connect(m_runner, &CheckRunner::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(filterField(), &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showRows();
    });
    connect(m_view, &FindingView::chosen, this, &ChecksPanel::showPlace);
    connect(m_view, &FindingView::opened, this, [this](qsizetype finding) {
        showPlace(finding);
        Q_EMIT m_review.textWanted();
    });
    connect(m_view, &FindingView::fixWanted, this, &ChecksPanel::fix);
    connect(m_view, &FindingView::ignoreWanted, this, &ChecksPanel::askToIgnore);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChecksPanel::updateActions);
}

void ChecksPanel::refresh()
{
    m_isStale = true;
    showCounts();
    if (isVisible())
        showRows();
    updateActions();
}

/// The list is brought up to date only while it is seen.
void ChecksPanel::showRows()
{
    if (std::exchange(m_isStale, false)) {
        m_model->refresh();
        if (m_review.current() >= 0)
            m_view->show(m_review.current());
    }
    m_view->fitRows();
    const int shown = m_filter->rowCount();
    const int all = m_filter->isIgnoredShown() ? m_model->rowCount() : m_review.count();
    setCount(shown, all);
    if (!m_review.brief().isValid())
        m_empty->setSentence(tr("Here stands what the checks find in the brief. There is no brief yet."));
    else if (!m_review.isChecked())
        m_empty->setSentence(tr("The brief is being checked."));
    else
        m_empty->setSentence(tr("No findings: %n rule(s) looked at this brief.", nullptr, int(m_review.rules().size())));
    m_pages->setCurrentWidget(all == 0 ? m_empty : shown == 0 ? static_cast<QWidget *>(m_noMatch) : m_view);
}

void ChecksPanel::showCounts()
{
    const int errors = m_review.count(Severity::Error);
    const int warnings = m_review.count(Severity::Warning);
    const int notes = m_review.count(Severity::Note);
    QStringList parts;
    if (errors > 0)
        parts.append(tr("%n error(s)", nullptr, errors));
    if (warnings > 0)
        parts.append(tr("%n warning(s)", nullptr, warnings));
    if (notes > 0)
        parts.append(tr("%n note(s)", nullptr, notes));
    const QString counts = parts.isEmpty() ? tr("no findings") : parts.join(u' ');
    setStatusText(m_review.isChecked() ? tr("Checks: %1").arg(counts) : QString());
    const int all = errors + warnings + notes;
    m_show->setIconText(all > 0 ? tr("Checks %1").arg(locale().toString(all)) : tr("Checks"));
}

void ChecksPanel::showPlace(qsizetype finding)
{
    if (finding < 0)
        return;
    m_review.setCurrent(finding);
    const TextRange place = m_review.placeOf(m_review.findings().at(finding).range);
    m_selection.selectPlace(Thing::of(m_review.brief()), place.offset, place.length);
}

void ChecksPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    showRows();
    updateActions();
}

void ChecksPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        Panel::keyPressEvent(event);
        return;
    }
    Q_EMIT m_review.textWanted();
}

} // namespace redoubt
