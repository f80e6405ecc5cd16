#include "app/commands/sample.h"
#include "ui/brief/syntax.h"
#include "ui/look/look.h"
#include "ui/panels.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/window.h"

#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// Notes what the first painting of a window leaves to be painted anew. A server that is told to show the window for a second time
/// meanwhile makes the program wait for it then.
class Repainted : public QObject
{
public:
    explicit Repainted(QWidget &window)
        : m_window(window)
    {
        qApp->installEventFilter(this);
    }

    bool isDone = false;
    QStringList names;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = event->type() == QEvent::Paint ? qobject_cast<QWidget *>(watched) : nullptr;
        if (!widget || widget->window() != &m_window)
            return false;
        if (m_isAnew)
            names.append(QString::fromLatin1(widget->metaObject()->className()) + u" in "_s + panelOf(widget));
        if (!std::exchange(m_isPainted, true))
            QMetaObject::invokeMethod(this, &Repainted::paintAnew, Qt::QueuedConnection);
        return false;
    }

private:
    void paintAnew()
    {
        m_isAnew = true;
        QCoreApplication::sendPostedEvents(&m_window, QEvent::UpdateRequest);
        m_isAnew = false;
        isDone = true;
    }

    static QString panelOf(const QWidget *widget)
    {
        for (; widget; widget = widget->parentWidget()) {
            if (const auto *panel = qobject_cast<const Panel *>(widget))
                return panel->objectName();
        }
        return u"the window"_s;
    }

    QWidget &m_window;
    bool m_isPainted = false;
    bool m_isAnew = false;
};

} // namespace

class TestFirstPainting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::apply(*qApp, look::Scheme::Light); }

    void isTheWholeOne_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("large") << QSize(1600, 900);
        QTest::newRow("small") << QSize(1100, 600);
    }

    void isTheWholeOne()
    {
        QFETCH(QSize, size);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"case.redoubt"_s);
        QVERIFY(createSample(path));
        Settings settings(folder.filePath(u"settings"_s));
        Window window(settings, fittings(std::make_shared<Syntax>()));
        window.resize(size);
        window.openProject(path);
        Repainted repainted(window);
        window.show();
        QTRY_VERIFY(repainted.isDone);
        QCOMPARE(repainted.names.join(u'\n'), QString());
    }
};

QTEST_MAIN(TestFirstPainting)
#include "tst_firstpainting.moc"
