#pragma once

#include "app/base/textdifference.h"
#include "app/sources/capture.h"

#include <QFutureWatcher>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace redoubt {

class DifferenceText;

/// What changed between two captures of a source: from the earlier to the later, whichever is the one in the reader. Computed on a
/// thread of its own.
class Comparison : public QWidget
{
    Q_OBJECT

public:
    explicit Comparison(QWidget *parent = nullptr);

    /// Compares the capture in the reader with the one before it, or the first one with the one behind; `captures`, the latest
    /// first, are at least two. What is compared already stays as it is.
    void compare(const QList<Capture> &captures, Id<Capture> shown);

    [[nodiscard]] DifferenceText *text() const { return m_text; }

Q_SIGNALS:
    void left();

private:
    QWidget *makeBar();
    void start();
    void finish();
    void tellCount();

    QList<Capture> m_others; ///< in the order of the chooser
    Capture m_shown;
    qsizetype m_place = 0; ///< of the one in the reader: the others from here on are earlier
    QComboBox *m_chooser;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    DifferenceText *m_text;
    QFutureWatcher<QList<TextRun>> m_difference;
};

} // namespace redoubt
