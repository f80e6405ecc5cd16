// An empty main window that says when it is painted: what no program with windows can be faster than.

#include "ui/firstpaint.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1280, 800);
    new redoubt::FirstPaint(&window);
    window.show();
    return QApplication::exec();
}
