#pragma once

#include "ui/sources/standing.h"
#include "ui/workbench/newestread.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace redoubt {

class Selection;

/// What falls when a source is retracted: events with what is left of them, excerpts, sentences of briefs, each a click away.
/// Folded until it is asked for or the source is retracted; read on a thread of its own.
class RestingList : public QWidget
{
    Q_OBJECT

public:
    RestingList(const Project &project, Selection &selection, QWidget *parent = nullptr);

    void setSource(Id<Source> id, bool isRetracted);
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void failed(const redoubt::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void show(const RestingLines &resting);
    void addHeading(const QString &text);
    void look(const QListWidgetItem *item);

    Selection &m_selection;
    Id<Source> m_source;
    bool m_isRetracted = false;
    bool m_isStale = true;
    QToolButton *m_fold;
    QWidget *m_content;
    QLabel *m_summary;
    QListWidget *m_list;
    QList<RestingLine> m_lines;
    NewestRead m_reading;
};

} // namespace redoubt
