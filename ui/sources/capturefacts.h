#pragma once

#include "app/sources/capture.h"

#include <QFrame>

namespace redoubt {

/// What is known of a capture, each a name and a value: when, where from, by which redirects, status, headers, SHA-256. What is
/// not known is left out.
[[nodiscard]] QList<std::pair<QString, QString>> factsOf(const Capture &capture);

/// The redirects before a capture, one a line: "301 http://…".
[[nodiscard]] QString hopsText(const Capture &capture);

/// They in a card over the window, to read and to copy. Esc or a click elsewhere closes it; it is gone then.
class CaptureFacts : public QFrame
{
    Q_OBJECT

public:
    CaptureFacts(const Capture &capture, QWidget *parent);

    /// Opens it below a button, within the window.
    void openAt(const QWidget *button);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace redoubt
