#pragma once

#include "app/project/project.h"
#include "app/sources/evidence.h"
#include "ui/timeline/relationrows.h"

namespace redoubt {

/// The sources of an event: how each stands to it, and the passage of it that says so.
class SourcesOfEvent : public RelationRows
{
    Q_OBJECT

public:
    explicit SourcesOfEvent(Project &project, QWidget *parent = nullptr);

    void show(Id<Event> event, const QString &title);

    /// "3 independent of 5 sources"
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    void sourceFollowed(redoubt::Id<redoubt::Source> id);

private:
    void offer();
    [[nodiscard]] QString retractionOf(Id<Source> id, Id<Source> fallen) const;
    void write(const QString &what, const std::function<Result<>(Writer &)> &work);
    void change(qint64 row, const std::function<void(Evidence &)> &work);
    [[nodiscard]] const Evidence *given(qint64 row) const;

    Project &m_project;
    Id<Event> m_event;
    QString m_title;
    QList<Evidence> m_given;
};

} // namespace redoubt
