#pragma once

#include "app/project/project.h"
#include "app/timeline/link.h"
#include "ui/timeline/relationrows.h"

namespace redoubt {

/// How an event is linked to others, in both directions: each with how much later the effect came, and a warning where it
/// certainly came before its cause.
class LinksOfEvent : public RelationRows
{
    Q_OBJECT

public:
    explicit LinksOfEvent(Project &project, QWidget *parent = nullptr);

    void show(const Event &event);

    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    void eventFollowed(redoubt::Id<redoubt::Event> id);

private:
    [[nodiscard]] Row rowOf(const Link &link, const Event &other) const;
    void offer(const QString &text);
    void changeKind(qint64 row, int kind);
    void write(const QString &what, const std::function<Result<>(Writer &)> &work);
    [[nodiscard]] const Link *linked(qint64 row) const;

    Project &m_project;
    Event m_event;
    QList<Link> m_links;
};

} // namespace redoubt
