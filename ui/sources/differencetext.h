#pragma once

#include "app/base/textdifference.h"
#include "ui/sources/readingtext.h"

namespace redoubt {

/// Two texts laid over each other: what was removed is struck out, what was added is underlined, and both are tinted.
class DifferenceText : public ReadingText
{
    Q_OBJECT

public:
    explicit DifferenceText(QWidget *parent = nullptr);

    void setDifference(const QList<TextRun> &runs);

    /// What was removed and what was added at one place are one change.
    [[nodiscard]] qsizetype changeCount() const { return m_changes.size(); }
    /// The change that was gone to last; -1 before the first.
    [[nodiscard]] qsizetype currentChange() const { return m_current; }
    /// Goes to the next or previous change, around the end.
    void step(int by);

Q_SIGNALS:
    void stepped();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Change
    {
        qsizetype start = 0;
        qsizetype end = 0;
    };
    void showRuns();
    void reveal(const Change &change);

    QList<TextRun> m_runs;
    QList<Change> m_changes;
    qsizetype m_current = -1;
};

} // namespace redoubt
