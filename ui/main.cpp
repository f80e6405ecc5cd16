#include "app/commands/command.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace redoubt;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("redoubt"));
    QTextStream out(stdout);
    QTextStream error(stderr);
    return runCommand(QCoreApplication::arguments().sliced(1), out, error);
}
