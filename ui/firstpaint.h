#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <cstdio>

namespace redoubt {

/// For the benchmark of the start: says on standard output when a window has been painted whole for the first time, and
/// ends the program. Belongs to the window.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QWidget *window)
        : QObject(window)
        , m_window(window)
    {
        QCoreApplication::instance()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = event->type() == QEvent::Paint ? qobject_cast<QWidget *>(watched) : nullptr;
        if (widget && widget->window() == m_window) {
            QCoreApplication::instance()->removeEventFilter(this);
            // The paint events of one window come in one go; what is queued now comes after the last of them.
            QMetaObject::invokeMethod(this, &FirstPaint::report, Qt::QueuedConnection);
        }
        return false;
    }

private:
    void report()
    {
        std::puts("painted");
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    QWidget *m_window;
};

} // namespace redoubt
