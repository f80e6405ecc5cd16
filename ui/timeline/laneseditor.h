#pragma once

#include "app/project/project.h"
#include "app/timeline/lane.h"

#include <QWidget>

class QAction;
class QListWidget;
class QListWidgetItem;
class QMenu;
class QToolButton;

namespace redoubt {

/// The lanes of the timeline: add, rename, colour, order, fold, remove. Each change is written at once.
class LanesEditor : public QWidget
{
    Q_OBJECT

public:
    explicit LanesEditor(Project &project, QWidget *parent = nullptr);

    void refresh();

    /// Adds a lane and lets the user type its name.
    void add();

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *makeButton(
        const QString &name, const QString &text, const QString &toolTip, void (LanesEditor::*act)());
    void makeColourMenu(QToolButton *button);
    [[nodiscard]] int current() const;
    void rename(QListWidgetItem *item);
    void setColour(int colour);
    void fold();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int step);
    void remove();
    void write(const QString &what, const Lane &lane);
    void tell(const Result<> &result);

    Project &m_project;
    QList<Lane> m_lanes;
    QListWidget *m_list;
    bool m_isFilling = false;
};

} // namespace redoubt
