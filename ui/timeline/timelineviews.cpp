#include "ui/timeline/timelineviews.h"

using namespace Qt::StringLiterals;

namespace redoubt {

TimelineViews::TimelineViews(QWidget *timeline, std::function<QWidget *()> makeTable, QWidget *parent)
    : QSplitter(parent)
    , m_timeline(timeline)
    , m_makeTable(std::move(makeTable))
{
    setObjectName(u"timeline-views"_s);
    addWidget(timeline);
    setChildrenCollapsible(false);
}

void TimelineViews::setViewAs(ViewAs viewAs)
{
    if (std::exchange(m_viewAs, viewAs) == viewAs)
        return;
    const bool hadFocus = m_timeline->hasFocus() || (m_table && m_table->hasFocus());
    if (!m_table) {
        m_table = m_makeTable();
        addWidget(m_table);
    }
    m_timeline->setVisible(viewAs != ViewAs::Table);
    m_table->setVisible(viewAs != ViewAs::Timeline);
    if (viewAs == ViewAs::Both)
        share();
    if (hadFocus)
        (viewAs == ViewAs::Timeline ? m_timeline : m_table)->setFocus(Qt::OtherFocusReason);
    Q_EMIT viewAsChanged(viewAs);
}

/// The table needs the breadth of its columns, the timeline that of a few cards.
void TimelineViews::share()
{
    const int whole = orientation() == Qt::Horizontal ? width() : height();
    setSizes({whole / 2, whole - whole / 2});
}

void TimelineViews::resizeEvent(QResizeEvent *event)
{
    static constexpr double wide = 1.2;
    const auto wanted = width() > height() * wide ? Qt::Horizontal : Qt::Vertical;
    if (wanted != orientation()) {
        setOrientation(wanted);
        share();
    }
    QSplitter::resizeEvent(event);
}

} // namespace redoubt
