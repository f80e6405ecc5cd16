#pragma once

#include "app/project/project.h"
#include "app/sources/evidence.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace redoubt {

class Selection;

/// What a source says of events: each with its stance. Choosing one chooses the event in all panels.
class EvidenceList : public QWidget
{
    Q_OBJECT

public:
    EvidenceList(Project &project, Selection &selection, QWidget *parent = nullptr);

    void setSource(Id<Source> id);

Q_SIGNALS:
    void failed(const redoubt::Error &error);

private:
    void fill();
    void look(const QListWidgetItem *item);
    void turnStance();
    void removeChosen();
    [[nodiscard]] std::optional<Evidence> chosen() const;

    Project &m_project;
    Selection &m_selection;
    Id<Source> m_source;
    QList<Evidence> m_all;
    QLabel *m_none;
    QListWidget *m_list;
    QAction *m_turn;
    QAction *m_remove;
};

} // namespace redoubt
