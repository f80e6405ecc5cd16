#pragma once

#include "app/base/error.h"

#include <QFrame>

#include <functional>

class QLabel;
class QTimer;
class QToolButton;

namespace redoubt {

/// A line in a panel that says what happened, why, and what to do. A new message takes the place of the last one;
/// Escape or its button closes it.
class Notice : public QFrame
{
    Q_OBJECT

public:
    enum class Severity { Done, Warning, Error };

    explicit Notice(QWidget *parent = nullptr);

    void show(const Error &error);

    /// With an action, a button offers it and the notice closes when it was used. Notices of Severity::Done close by
    /// themselves after a while.
    void show(Severity severity, const QString &text, const QString &offer = {}, std::function<void()> act = {});

    /// Puts a widget of the panel's behind the text: a field to fill in. It is deleted when the notice closes.
    void setField(QWidget *field);

    [[nodiscard]] QString text() const;
    void close();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// The parts, for the first message: most notices of a window never have one.
    void make();

    Severity m_severity = Severity::Done;
    QLabel *m_glyph = nullptr;
    QLabel *m_text = nullptr;
    QToolButton *m_offer = nullptr;
    QWidget *m_field = nullptr;
    std::function<void()> m_act;
    QTimer *m_timer;
};

} // namespace redoubt
