#include "app/commands/command.h"
#include "app/project/project.h"
#include "app/sources/source.h"
#include "app/timeline/event.h"
#include "ui/brief/syntax.h"
#include "ui/firstpaint.h"
#include "ui/look/look.h"
#include "ui/panels.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/translation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QPointer>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThreadPool>
#include <QTimer>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// For the README's pictures and for machines without a display: what the window shows, saved once it has settled.
struct Picture
{
    QString path;
    QSize size{1600, 900};
};

/// The heap grows in few large steps, the first of them in large pages where the system has them: in small ones, a start makes thousands
/// of page faults more.
void growInLargeSteps()
{
#ifdef __GLIBC__
    constexpr int step = 8 * 1024 * 1024; // bytes
    mallopt(M_TOP_PAD, step);
    // Setting one ends the adjustment of the others, which stand low.
    mallopt(M_MMAP_THRESHOLD, step);
    mallopt(M_TRIM_THRESHOLD, 2 * step);
    constexpr quintptr largePage = 2 * 1024 * 1024;
    const auto start = (reinterpret_cast<quintptr>(sbrk(0)) + largePage - 1) & ~(largePage - 1);
    void *volatile first = std::malloc(step / 2); // volatile: a pair that does nothing would be left out
    std::free(first);
    const auto end = reinterpret_cast<quintptr>(sbrk(0)) & ~(largePage - 1);
    if (end > start)
        madvise(reinterpret_cast<void *>(start), end - start, MADV_HUGEPAGE);
#endif
}

int runInTerminal(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    speak(application, Settings().language());
    QTextStream out(stdout);
    QTextStream error(stderr);
    return runCommand(QCoreApplication::arguments().sliced(1), out, error);
}

void addOptions(QCommandLineParser &parser)
{
    QCommandLineOption picture(u"picture"_s, {}, u"png"_s);
    QCommandLineOption size(u"size"_s, {}, u"WxH"_s);
    QCommandLineOption dark(u"dark"_s);
    QCommandLineOption light(u"light"_s);
    QCommandLineOption select(u"select"_s, {}, u"KEY"_s);
    QCommandLineOption panel(u"panel"_s, {}, u"NAME"_s);
    QCommandLineOption act(u"do"_s, {}, u"ACTION"_s);
    QCommandLineOption measureStart(u"measure-start"_s);
    for (QCommandLineOption *option : {&picture, &size, &select, &panel, &act, &dark, &light, &measureStart}) {
        option->setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(*option);
    }
    parser.addHelpOption();
    parser.addVersionOption();
}

std::optional<Picture> pictureFrom(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"picture"_s))
        return {};
    Picture picture{parser.value(u"picture"_s)};
    const QStringList parts = parser.value(u"size"_s).split(u'x');
    if (parts.size() == 2)
        picture.size = QSize(parts.first().toInt(), parts.last().toInt());
    return picture;
}

void takePicture(Window &window, const Picture &picture)
{
    static constexpr int settled = 600; // ms: the first verification and layout are done by then
    window.resize(picture.size);
    QTimer::singleShot(settled, &window, [&window, picture] {
        const bool saved = window.grab().save(picture.path);
        if (!saved)
            QTextStream(stderr) << QCoreApplication::translate("main", "The picture could not be saved as %1.\n").arg(picture.path);
        QCoreApplication::exit(saved ? 0 : 2);
    });
}

/// The event or the source with this key, as a picture shows it chosen.
void choose(Desk &desk, const QString &key)
{
    const Reader &reader = desk.project().reader();
    const auto found = eventByKey(reader, key).value_or(std::nullopt);
    const auto cited = sourceByKey(reader, key).value_or(std::nullopt);
    desk.selection().select(found ? Thing::of(found->id) : cited ? Thing::of(cited->id) : Thing());
}

/// The panel with this name, as a picture shows it in use.
void bringForward(Desk &desk, const QString &name)
{
    for (Panel *panel : desk.panels()) {
        if (panel->objectName() == name)
            desk.bringForward(panel);
    }
}

/// The icon, drawn in several sizes and sent to the system, is not to be in the way of the window's first picture.
void setIconSoon(QApplication &application)
{
    static constexpr int soon = 250; // ms
    QTimer::singleShot(soon, &application, [] { QGuiApplication::setWindowIcon(QIcon(u":/icons/redoubt.svg"_s)); });
}

int runWorkbench(int &argc, char **argv)
{
    growInLargeSteps();
    // One thread for all of it: those that wait for each other are woken on the processor that this one needs.
    QThreadPool aside;
    aside.setMaxThreadCount(1);
    look::readTypefaces(aside);
    QApplication application(argc, argv);
    look::listTypefaces(aside);
    const auto syntax = std::make_shared<Syntax>(aside);
    QGuiApplication::setApplicationDisplayName(u"Redoubt"_s);
    QGuiApplication::setDesktopFileName(u"redoubt"_s);

    speak(application, Settings().language());

    QCommandLineParser parser;
    addOptions(parser);
    parser.addPositionalArgument(u"file"_s, QCoreApplication::translate("main", "A project to open."), u"[FILE]"_s);
    parser.process(application);
    const std::optional<Picture> picture = pictureFrom(parser);

    // A picture shows what a new user sees.
    std::optional<QTemporaryDir> fresh;
    Settings settings(picture ? fresh.emplace().filePath(u"settings"_s) : QString());
    const look::Scheme chosen = parser.isSet(u"dark"_s) ? look::Scheme::Dark
        : parser.isSet(u"light"_s)                      ? look::Scheme::Light
                                                        : settings.scheme();
    const QStringList paths = parser.positionalArguments();
    // The look needs the typefaces; a project can be opened while they are listed.
    std::optional<Result<std::unique_ptr<Project>>> first;
    if (!paths.isEmpty() && Window::opensAtOnce(paths.first()))
        first.emplace(Project::open(paths.first()));
    look::apply(application, chosen);
    auto *window = new Window(settings, fittings(syntax));
    if (first)
        window->showProject(paths.first(), *std::move(first));
    for (const QString &path : paths.mid(first ? 1 : 0))
        window->openProject(path);
    if (picture)
        takePicture(*window, *picture);
    if (parser.isSet(u"measure-start"_s))
        new FirstPaint(window);
    window->show();
    setIconSoon(application);
    if (parser.isSet(u"select"_s) && window->desk())
        choose(*window->desk(), parser.value(u"select"_s));
    if (parser.isSet(u"panel"_s) && window->desk())
        bringForward(*window->desk(), parser.value(u"panel"_s));
    for (const QString &name : parser.values(u"do"_s)) {
        if (auto *action = window->findChild<QAction *>(name))
            action->trigger();
    }
    const int code = QApplication::exec();
    // A window that was not closed by the user still has its project open. Windows go with what belongs to them.
    QList<QPointer<Window>> left;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *open = qobject_cast<Window *>(widget))
            left.append(open);
    }
    for (const QPointer<Window> &open : std::as_const(left))
        delete open;
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"redoubt"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(REDOUBT_VERSION));
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const bool isMistyped = argc > 2 && !first.startsWith(u'-') && !QFileInfo::exists(first);
    if (isCommand(first) || isMistyped)
        return runInTerminal(argc, argv);
    return runWorkbench(argc, argv);
}
