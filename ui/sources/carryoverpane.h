#pragma once

#include "app/project/project.h"
#include "app/sources/anchoring.h"

#include <QFutureWatcher>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace redoubt {

/// Where the excerpts of earlier captures are in a later one, found on a thread of its own. What is there word for word, or in other
/// words between the same ones, is ticked; what is only alike is ticked by the user; what is lost is said. All that is ticked
/// is carried over as one action, and the excerpts that were there stay.
class CarryOverPane : public QWidget
{
    Q_OBJECT

public:
    explicit CarryOverPane(Project &project, QWidget *parent = nullptr);

    /// `later` is one of `captures`, the latest first.
    void show(const QList<Capture> &captures, Id<Capture> later);
    [[nodiscard]] Id<Capture> capture() const { return m_later.id; }
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    /// A passage of the later capture is looked at.
    void looked(qsizetype start, qsizetype end);
    void carried(int excerpts);
    void failed(const redoubt::Error &error);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHeader();
    void finish();
    void addRow(const FoundAgain &found);
    void lookAtCurrent();
    void tellCount();
    void carry();
    [[nodiscard]] QList<FoundAgain> ticked() const;

    Project &m_project;
    Capture m_later;
    QList<FoundAgain> m_found;
    QLabel *m_note;
    QListWidget *m_list;
    QPushButton *m_carry;
    QFutureWatcher<QList<FoundAgain>> m_finding;
};

} // namespace redoubt
