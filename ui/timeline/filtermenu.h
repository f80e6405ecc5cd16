#pragma once

#include "app/project/project.h"
#include "app/timeline/chronology.h"
#include "app/timeline/filterquery.h"

#include <QMenu>

namespace redoubt {

/// What a filter can ask for, to choose from: each entry puts its condition into the text of the filter or takes it out.
/// Stays open while entries are ticked. Also the filters that were kept in the project.
class FilterMenu : public QMenu
{
    Q_OBJECT

public:
    /// The project must live longer. `query` is the text at the moment.
    FilterMenu(Project &project, std::function<QString()> query, QWidget *parent = nullptr);

    /// The lanes to choose from, and the span that is in sight.
    void setLanes(const QList<Lane> &lanes) { m_lanes = lanes; }
    void setVisibleSpan(std::function<QString()> span) { m_span = std::move(span); }

Q_SIGNALS:
    void queryChosen(const QString &query);
    void keepRequested();
    void failed(const redoubt::Error &error);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void fill();
    void fillKept(const QList<struct SavedFilter> &kept);
    void addTerm(QMenu *menu, const QString &text, const FilterTerm &term);
    QMenu *addChoices(const QString &title, FilterField field, const QStringList &values);
    void addSpans();

    Project &m_project;
    std::function<QString()> m_query;
    std::function<QString()> m_span;
    QList<Lane> m_lanes;
};

} // namespace redoubt
