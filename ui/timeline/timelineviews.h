#pragma once

#include <QSplitter>

#include <functional>

namespace redoubt {

/// The chronology as a timeline, as a table, or both: beside each other in a wide panel, one below the other in a tall one.
class TimelineViews : public QSplitter
{
    Q_OBJECT

public:
    enum class ViewAs { Timeline, Table, Both };

    /// The table is made when it is first shown.
    TimelineViews(QWidget *timeline, std::function<QWidget *()> makeTable, QWidget *parent = nullptr);

    [[nodiscard]] ViewAs viewAs() const { return m_viewAs; }
    void setViewAs(ViewAs viewAs);
    /// The timeline, or the table where that stands alone.
    [[nodiscard]] QWidget *current() const { return m_viewAs == ViewAs::Table ? m_table : m_timeline; }

Q_SIGNALS:
    void viewAsChanged(redoubt::TimelineViews::ViewAs viewAs);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void share();

    QWidget *m_timeline;
    std::function<QWidget *()> m_makeTable;
    QWidget *m_table = nullptr;
    ViewAs m_viewAs = ViewAs::Timeline;
};

} // namespace redoubt
