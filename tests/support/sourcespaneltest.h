#pragma once

#include "app/sources/sourcecard.h"
#include "app/timeline/event.h"
#include "tests/support/temporaryproject.h"
#include "ui/sources/capturetext.h"
#include "ui/sources/sourcelistmodel.h"
#include "ui/sources/sourcespanel.h"

#include <QLineEdit>
#include <QListView>

namespace redoubt {

/// A sources panel on a project with a statement that has a capture, a wire report without one, and an event.
class SourcesPanelTest : public QObject
{
protected:
    void makePanel()
    {
        m_project = std::make_unique<TemporaryProject>();
        m_selection = std::make_unique<Selection>();
        m_nato = Source();
        m_nato.key = u"nato-2026"_s;
        m_nato.title = u"Statement on Galați"_s;
        m_nato.grade = {u'A', 2};
        m_wire = Source();
        m_wire.key = u"wire-2026"_s;
        m_wire.title = u"Wire report"_s;
        m_strike = Event();
        m_strike.title = u"Drone hits flats"_s;
        m_strike.date = u"2026-05-29"_s;
        m_project->edit([&](Writer &writer) -> Result<> {
            must(addSource(writer, m_nato));
            must(addSource(writer, m_wire));
            must(addEvent(writer, m_strike));
            Capture capture = must(captureOfText(m_nato.id,
                u"The alliance is ready to defend every inch of allied territory.\n\nRussia's reckless behaviour is a danger to us all."_s,
                QDateTime(QDate(2026, 5, 29), QTime(9, 12), QTimeZone::UTC)));
            return addCapture(writer, capture);
        });
        openPanel();
    }

    void dropPanel()
    {
        m_panel.reset();
        m_selection.reset();
        m_project.reset();
    }

    template<class T>
    T *find(const QString &name)
    {
        auto *found = m_panel->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QAction *action(const QString &name) { return find<QAction>(name); }
    QLineEdit *field(const QString &name) { return find<QLineEdit>(name); }
    QListView *list() { return find<QListView>(u"sourceList"_s); }
    CaptureText *text() { return find<CaptureText>(u"captureText"_s); }

    void openPanel()
    {
        m_panel = std::make_unique<SourcesPanel>(m_project->project(), *m_selection);
        m_panel->resize(500, 900);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void type(const QString &name, const QString &words, Qt::Key end = Qt::Key_Tab)
    {
        field(name)->setFocus();
        field(name)->selectAll();
        QTest::keyClicks(field(name), words);
        QTest::keyClick(field(name), end);
    }

    void showDetails(const Source &source)
    {
        m_selection->select(Thing::of(source.id));
        action(u"editSource"_s)->trigger();
    }

    void select(const QString &passage)
    {
        const qsizetype at = text()->capture().text.indexOf(passage);
        QVERIFY(at >= 0);
        text()->selectPassage(at, at + passage.size());
    }

    /// Where the passage begins on the screen, a little to the right.
    QPoint placeOf(const QString &passage)
    {
        QTextCursor cursor(text()->document());
        cursor.setPosition(int(text()->capture().text.indexOf(passage)) + 2);
        return text()->cursorRect(cursor).center();
    }

    Source read(const Source &source) { return must(redoubt::source(m_project->reader(), source.id)).value_or(Source()); }
    QString shownKeys()
    {
        QStringList keys;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            keys.append(list()->model()->index(row, 0).data(SourceListModel::CardRole).value<SourceCard>().source.key);
        return keys.join(u' ');
    }
    QString currentKey()
    {
        return list()->currentIndex().data(SourceListModel::CardRole).value<SourceCard>().source.key;
    }

    std::unique_ptr<TemporaryProject> m_project;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<SourcesPanel> m_panel;
    Source m_nato;
    Source m_wire;
    Event m_strike;
};

} // namespace redoubt
