#pragma once

#include "app/project/project.h"
#include "app/timeline/candidates.h"

#include <QWidget>

class QTimer;
class QVBoxLayout;

namespace redoubt {

/// The events that perhaps tell of the same incident as one: each can be linked to it, or kept apart from it for good.
class CandidatesOfEvent : public QWidget
{
    Q_OBJECT

public:
    explicit CandidatesOfEvent(Project &project, QWidget *parent = nullptr);

    /// Looks for them a moment later, when nothing else is shown until then.
    void show(const Event &event);

Q_SIGNALS:
    void found(int count);
    void followed(redoubt::Id<redoubt::Event> id);
    void failed(const redoubt::Error &error);

private:
    void look();
    [[nodiscard]] QWidget *makeRow(const Candidate &candidate, const Event &other);

    Project &m_project;
    Event m_event;
    QTimer *m_timer;
    QVBoxLayout *m_list;
};

/// One action that links the two as the same incident; the later one to the earlier.
Result<> linkAsSame(Project &project, const Candidate &candidate);
/// One action that keeps them apart.
Result<> keepThemApart(Project &project, const Candidate &candidate);

} // namespace redoubt
