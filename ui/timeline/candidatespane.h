#pragma once

#include "app/project/project.h"
#include "app/timeline/candidates.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace redoubt {

/// Pairs of events of the whole project that perhaps tell of the same incident, the likeliest first: each is linked, or kept
/// apart for good.
class CandidatesPane : public QWidget
{
    Q_OBJECT

public:
    explicit CandidatesPane(Project &project, QWidget *parent = nullptr);

    void show(const QList<Candidate> &candidates);
    [[nodiscard]] QListWidget *list() const { return m_list; }

    static constexpr int most = 200;

Q_SIGNALS:
    void chosen(redoubt::Id<redoubt::Event> id);
    void failed(const redoubt::Error &error);
    /// Look for them anew.
    void asked();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeButtons();
    void write(QListWidgetItem *item, const Candidate &candidate) const;
    [[nodiscard]] QListWidgetItem *itemOf(const Candidate &candidate) const;
    /// What is decided goes, and comes back when that is undone.
    void takeDecisions();
    void decide(Result<> (*act)(Project &, const Candidate &));
    void lookAtCurrent();
    void tellCount();

    Project &m_project;
    QList<Candidate> m_found; ///< the last time that they were looked for
    QList<Candidate> m_candidates; ///< of these, as the rows of the list
    QLabel *m_note;
    QListWidget *m_list;
    QPushButton *m_link;
    QPushButton *m_part;
};

} // namespace redoubt
