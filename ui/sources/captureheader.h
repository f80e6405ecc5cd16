#pragma once

#include "app/sources/capture.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;

namespace redoubt {

/// One line on the capture that is shown: when it was made, with the others to choose from, where it came from, its SHA-256,
/// and what can be done with it as icons. What there is no room for is in the facts.
class CaptureHeader : public QWidget
{
    Q_OBJECT

public:
    /// The actions are shown as buttons while they are visible, and stay their owner's.
    explicit CaptureHeader(const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// The latest first.
    void setCaptures(const QList<Capture> &captures);
    /// Shows one of them; none is shown as nothing.
    void setCurrent(int number);
    [[nodiscard]] int current() const;

Q_SIGNALS:
    void chosen(int number);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut(const QList<QAction *> &actions);
    void fit();
    [[nodiscard]] Capture capture() const;

    QList<Capture> m_captures;
    QComboBox *m_chooser;
    QLabel *m_only; ///< in the chooser's place while there is one capture
    QLabel *m_address;
    QLabel *m_hash;
};

} // namespace redoubt
