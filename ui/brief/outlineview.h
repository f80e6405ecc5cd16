#pragma once

#include <QListView>

#include <optional>

namespace redoubt {

/// The sections of a brief as a list to rearrange: dragging a row, or Alt with an arrow key, moves it with its subsections;
/// Alt+PgUp and Alt+PgDown change its level; its menu gives it a role. It only asks for that: see OutlineList.
class OutlineView : public QListView
{
    Q_OBJECT

public:
    explicit OutlineView(QWidget *parent = nullptr);

    /// While rows cannot be rearranged it is a list to choose from.
    void setRearrangeable(bool can) { m_canRearrange = can; }
    /// The menu that is opened on a row; it belongs to others.
    void setMenu(QMenu *menu) { m_menu = menu; }

Q_SIGNALS:
    /// `before` = the number of rows: behind the last.
    void moveWanted(int row, int before);
    /// Past its neighbour.
    void stepWanted(int row, int by);
    void levelWanted(int row, int by);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool takeKey(const QKeyEvent &event, bool only);
    [[nodiscard]] int rowBehind(int row) const;
    [[nodiscard]] std::optional<int> dropRow(QPoint point) const;
    void endDrag();

    bool m_canRearrange = false;
    QMenu *m_menu = nullptr;
    QPoint m_pressed;
    int m_dragged = -1; ///< the row that is pressed
    bool m_isDragging = false;
    std::optional<int> m_drop; ///< the row that it would stand before
};

} // namespace redoubt
