#include "tests/ui/briefpanelfixture.h"

#include "app/brief/brief.h"
#include "app/sources/capture.h"
#include "ui/brief/briefmargin.h"
#include "ui/brief/syntax.h"

using namespace Qt::StringLiterals;

namespace redoubt {

void BriefPanelFixture::open()
{
    const QString path = m_folder.filePath(u"%1.redoubt"_s.arg(++m_files));
    QVERIFY(Project::create(path, u"Test"_s));
    auto opened = Project::open(path);
    QVERIFY(opened);
    m_project = std::move(*opened);
    m_selection = std::make_unique<Selection>();
    m_nato = {};
    m_nato.key = u"nato-2026"_s;
    m_nato.title = u"NATO statement"_s;
    m_nato.publisher = u"NATO"_s;
    m_nato.published = u"2026-05-29"_s;
    m_nato.grade = {u'A', 2};
    m_pavel = {};
    m_pavel.key = u"pavel-2026"_s;
    m_pavel.title = u"Președintele vorbește"_s;
    m_strike = {};
    m_strike.key = u"galati-strike"_s;
    m_strike.title = u"Drone hits flats"_s;
    m_strike.date = u"2026-05-29"_s;
    m_posture = {};
    m_posture.key = u"posture"_s;
    m_posture.title = u"Posture changes"_s;
    m_posture.question = u"Does it change?"_s;
    const auto done = m_project->edit(u"Set up"_s, [&](Writer &writer) -> Result<> {
        for (Source *source : {&m_nato, &m_pavel}) {
            if (auto added = addSource(writer, *source); !added)
                return added;
        }
        auto capture = captureOfText(m_nato.id, u"The alliance is “ready to defend every inch of allied territory”."_s,
            QDateTime::currentDateTimeUtc());
        if (!capture)
            return failure(capture);
        if (auto added = addCapture(writer, *capture); !added)
            return added;
        if (auto added = addEvent(writer, m_strike); !added)
            return added;
        return addIndicator(writer, m_posture);
    });
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
}

void BriefPanelFixture::close()
{
    m_panel.reset();
    m_review.reset();
    m_selection.reset();
    m_project.reset();
}

void BriefPanelFixture::add(const QString &text)
{
    const auto count = briefs(m_project->reader());
    QVERIFY(count);
    Brief brief;
    brief.title = u"Brief %1"_s.arg(count->size() + 1);
    brief.position = int(count->size());
    brief.text = text;
    QVERIFY(m_project->edit(u"Add brief"_s, [&](Writer &writer) { return addBrief(writer, brief); }));
}

void BriefPanelFixture::show()
{
    m_panel.reset();
    m_review = std::make_unique<Review>(*m_project);
    m_panel = std::make_unique<BriefPanel>(*m_project, *m_selection, *m_review, std::make_shared<Syntax>());
    m_panel->resize(640, 480);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->setFocus();
}

QString BriefPanelFixture::inFile(int index)
{
    const auto all = briefs(m_project->reader());
    return all && index < all->size() ? all->at(index).text : QString();
}

QString BriefPanelFixture::marks()
{
    QString glyphs;
    for (const QString &entry : m_panel->margin()->shownEntries())
        glyphs += entry.front();
    return glyphs;
}

void BriefPanelFixture::trigger(const QString &name)
{
    auto *action = m_panel->findChild<QAction *>(name);
    QVERIFY2(action, qPrintable(name));
    QVERIFY2(action->isEnabled(), qPrintable(name));
    action->trigger();
}

void BriefPanelFixture::cursorTo(const QString &text)
{
    const qsizetype at = editor()->text().indexOf(text);
    QVERIFY(at >= 0);
    QTextCursor cursor = editor()->textCursor();
    cursor.setPosition(int(at + text.size()));
    editor()->setTextCursor(cursor);
}

QStringList BriefPanelFixture::marked(TextMarks::Kind kind)
{
    QStringList texts;
    for (const TextRange &range : editor()->marks().ranges(kind))
        texts.append(editor()->text().mid(range.offset, range.length));
    return texts;
}

} // namespace redoubt
