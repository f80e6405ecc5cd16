#pragma once

#include "ui/sources/standing.h"
#include "ui/workbench/newestread.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace redoubt {

/// Who repeats whom, drawn as a tree: the last origin at the top, below it what goes back to it, the source itself marked. A click
/// or Return chooses a source. Read on a thread of its own while it is seen.
class OriginTree : public QWidget
{
    Q_OBJECT

public:
    explicit OriginTree(const Project &project, QWidget *parent = nullptr);

    void setSource(Id<Source> id);
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void chosen(redoubt::Id<redoubt::Source> id);
    void failed(const redoubt::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void show(const OriginFamily &family);
    void chooseRow(int row);

    Id<Source> m_source;
    bool m_isStale = true;
    OriginFamily m_family;
    QLabel *m_summary;
    QLabel *m_fallen;
    QListWidget *m_list;
    NewestRead m_reading;
};

} // namespace redoubt
