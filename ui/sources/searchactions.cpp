#include "ui/sources/sourcespanel.h"

#include "app/sources/sourcecard.h"
#include "ui/sources/searchhelp.h"
#include "ui/sources/searchpane.h"
#include "ui/sources/sourcefilter.h"
#include "ui/sources/sourceinspector.h"
#include "ui/sources/sourcelistview.h"
#include "ui/sources/sourcereader.h"

#include <QLineEdit>
#include <QStackedWidget>

/// The search of everything in SourcesPanel.
namespace redoubt {

namespace {

/// The chosen grades as a search says it.
QString conditionOf(SourceFilter::Grades grades)
{
    switch (grades) {
    case SourceFilter::Grades::All:
        break;
    case SourceFilter::Grades::Reliable:
        return u"grade:A OR grade:B"_s;
    case SourceFilter::Grades::Probable:
        return u"grade:1 OR grade:2"_s;
    case SourceFilter::Grades::Doubtful:
        return u"grade:D OR grade:E OR grade:4 OR grade:5 OR retracted:yes"_s;
    case SourceFilter::Grades::NotRated:
        return u"grade:F OR grade:6"_s;
    }
    return {};
}

} // namespace

SearchPane *SourcesPanel::makeSearch()
{
    auto *pane = new SearchPane(m_project, m_act.showAll, this);
    pane->setObjectName(u"searchPane"_s);
    m_listPages->addWidget(pane);
    connect(pane, &SearchPane::opened, this, &SourcesPanel::openFound);
    connect(pane, &SearchPane::left, this, &SourcesPanel::leaveSearch);
    connect(pane, &SearchPane::fieldWanted, filterField(), [this] { filterField()->setFocus(Qt::OtherFocusReason); });
    connect(pane, &SearchPane::failed, this, [this](const Error &error) { notice()->show(error); });
    return pane;
}

void SourcesPanel::search()
{
    if (!SearchPane::asks(filterField()->text()))
        return endSearch();
    m_search->search(filterField()->text(), conditionOf(m_filter->grades()));
    if (m_pane == m_search.get())
        return;
    m_pane = m_search.get();
    updateState();
}

void SourcesPanel::endSearch()
{
    if (!m_search.made())
        return;
    if (m_pane == m_search.made()) {
        m_pane = nullptr;
        updateState();
    }
    m_search->stop();
}

void SourcesPanel::leaveSearch()
{
    filterField()->clear();
    m_listPages->currentWidget()->setFocus(Qt::OtherFocusReason);
}

bool SourcesPanel::takeFieldKey(int key)
{
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Escape) {
        leaveSearch();
    } else if (m_pane && m_pane == m_search.made() && enters) {
        m_search->openBest();
    } else if (m_pane && m_pane == m_search.made() && key == Qt::Key_Down) {
        m_search->enter();
    } else if (!m_pane && (enters || key == Qt::Key_Down)) {
        m_list->setFocus(Qt::OtherFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_filter->index(0, 0));
    } else {
        return false;
    }
    return true;
}

void SourcesPanel::openFound(const SearchResult &result)
{
    switch (result.kind) {
    case SearchKind::Source:
        return m_selection.select(Thing::of(Id<Source>{result.id}));
    case SearchKind::Event:
        return m_selection.select(Thing::of(Id<Event>{result.id}));
    case SearchKind::Excerpt:
        return m_selection.select(Thing::of(Id<Excerpt>{result.id}));
    case SearchKind::Brief:
        return m_selection.selectPlace(Thing::of(Id<Brief>{result.id}), result.place.start, result.place.length);
    case SearchKind::Capture:
        break;
    }
    const auto owner = sourceOfRow(m_project.reader(), u"capture"_s, result.capture);
    if (!tell(owner) || !owner->isValid())
        return;
    m_selection.select(Thing::of(*owner));
    showPage(0);
    m_reader->showPlace({result.capture}, result.place.start, result.place.length);
}

} // namespace redoubt
