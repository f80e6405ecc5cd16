#pragma once

#include "app/project/project.h"
#include "app/sources/source.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"
#include "ui/brief/briefpanel.h"
#include "ui/brief/brieftextedit.h"
#include "ui/workbench/review.h"
#include "ui/brief/textmarks.h"

#include <QTemporaryDir>
#include <QTest>

namespace redoubt {

/// A brief panel on a small project: two sources, one of them captured; an event and an indicator.
class BriefPanelFixture : public QObject
{
    Q_OBJECT

protected:
    void open();
    void close();
    void add(const QString &text);
    void show();
    void type(const QString &text) { QTest::keyClicks(m_panel->editor(), text); }
    QString inFile(int index = 0);
    QString marks();
    BriefTextEdit *editor() { return m_panel->editor(); }
    void trigger(const QString &name);
    void cursorTo(const QString &text);
    /// The texts that carry marks of a kind.
    QStringList marked(TextMarks::Kind kind);

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<Project> m_project;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<Review> m_review;
    std::unique_ptr<BriefPanel> m_panel;
    Source m_nato;
    Source m_pavel;
    Event m_strike;
    Indicator m_posture;
};

} // namespace redoubt
