#include "ui/look/look.h"
#include "ui/workbench/emptystate.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// Takes what an empty state shows at the moment when it is painted first.
class FirstLook : public QObject
{
public:
    using QObject::QObject;
    QStringList seen;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || !seen.isEmpty())
            return false;
        auto *state = static_cast<QWidget *>(watched);
        const auto isThere = [state](const QWidget *part) {
            return part->isVisible() && part->width() > 0 && state->rect().contains(part->geometry());
        };
        for (const auto *label : state->findChildren<QLabel *>())
            seen.append(isThere(label) ? label->text() : u"-"_s);
        for (const auto *button : state->findChildren<QPushButton *>())
            seen.append(isThere(button) ? button->text() : u"-"_s);
        return false;
    }
};

} // namespace

class TestEmptyState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::apply(*qApp, look::Scheme::Light); }

    void isWholeWhenItIsFirstSeen_data()
    {
        QTest::addColumn<bool>("isLate"); ///< turned to when the window is there
        QTest::newRow("with its window") << false;
        QTest::newRow("later") << true;
    }

    void isWholeWhenItIsFirstSeen()
    {
        QFETCH(bool, isLate);
        QAction add(u"Add"_s);
        QStackedWidget pages;
        pages.resize(400, 300);
        pages.addWidget(new QWidget);
        auto *state = new EmptyState(u"Nothing"_s, {&add});
        pages.addWidget(state);
        FirstLook look;
        state->installEventFilter(&look);
        state->setSentence(u"Nothing is here yet."_s);
        QVERIFY(state->children().isEmpty());
        pages.setCurrentIndex(isLate ? 0 : 1);
        pages.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pages));
        pages.setCurrentWidget(state);
        QVERIFY(state->findChild<QLabel *>()->isVisible() && state->findChild<QPushButton *>()->isVisible());
        QTRY_COMPARE(look.seen, (QStringList{u"Nothing is here yet."_s, u"Add"_s}));
    }

    void itsActionsAct()
    {
        QAction add(u"Add"_s);
        EmptyState state(u"Nothing"_s, {&add});
        state.show();
        add.setText(u"Add source"_s);
        auto *button = state.findChild<QPushButton *>();
        QCOMPARE(button->text(), u"Add source"_s);
        QSignalSpy acted(&add, &QAction::triggered);
        button->click();
        QCOMPARE(acted.size(), 1);
        state.hide();
        state.setSentence(u"Still nothing"_s);
        state.show();
        QCOMPARE(state.findChildren<QLabel *>().size(), 1);
        QCOMPARE(state.findChild<QLabel *>()->text(), u"Still nothing"_s);
    }
};

QTEST_MAIN(TestEmptyState)
#include "tst_emptystate.moc"
