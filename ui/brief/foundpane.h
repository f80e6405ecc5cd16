#pragma once

#include "app/brief/finder.h"
#include "app/project/project.h"
#include "ui/brief/foundmodel.h"
#include "ui/workbench/newestread.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QTreeView;

namespace redoubt {

/// What was found in all briefs of the project, each place with its line; those that are ticked are replaced as one action of the
/// project. Looked for on a thread of its own, and again when a brief changes while the pane is seen.
class FoundPane : public QFrame
{
    Q_OBJECT

public:
    explicit FoundPane(Project &project, QWidget *parent = nullptr);

    /// Looks for something else. `by` is shown in its place unless it replaces nothing (null).
    void look(const Sought &sought, const QString &by);

    [[nodiscard]] FoundModel &model() { return m_model; }
    [[nodiscard]] QTreeView *view() const { return m_view; }
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    /// All that was typed must be in the file before it is read.
    void aboutToRead();
    void placeChosen(redoubt::Id<redoubt::Brief> brief, redoubt::TextRange range);
    void replaced(qsizetype places);
    void failed(const redoubt::Error &error);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void read();
    void take(const Result<QList<PlacesInBrief>> &places);
    void replace();
    void choose(const QModelIndex &index);
    void tell();

    Project &m_project;
    Sought m_sought;
    QString m_by;
    FoundModel m_model;
    QLabel *m_note;
    QTreeView *m_view;
    QPushButton *m_replace;
    QTimer m_pause;
    NewestRead m_reading;
};

} // namespace redoubt
