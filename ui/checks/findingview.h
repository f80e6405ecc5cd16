#pragma once

#include "ui/checks/findingdelegate.h"
#include "ui/checks/findingfilter.h"

#include <QListView>

namespace redoubt {

/// The list of findings. What is chosen is shown in the text while the list keeps the focus; Return or a double click goes there.
class FindingView : public QListView
{
    Q_OBJECT

public:
    FindingView(FindingFilter &filter, bool mayWrite, QWidget *parent = nullptr);

    /// Of the review; -1: none.
    [[nodiscard]] qsizetype current() const;
    /// Makes a finding the current one, as if another one had chosen it.
    void show(qsizetype finding);
    /// After the rows have changed.
    void fitRows();

Q_SIGNALS:
    /// By a click or by the arrow keys.
    void chosen(qsizetype finding);
    /// By Return or a double click.
    void opened(qsizetype finding);
    void fixWanted(qsizetype finding);
    void ignoreWanted(qsizetype finding);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] FindingDelegate::Link linkAt(QPoint point) const;

    FindingFilter &m_filter;
    FindingDelegate *m_delegate;
    FindingDelegate::Link m_pressed = FindingDelegate::Link::None;
};

} // namespace redoubt
