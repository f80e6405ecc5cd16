#include "app/brief/revision.h"
#include "app/brief/template.h"
#include "app/project/project.h"

#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const QString path = m_folder.filePath(u"%1.redoubt"_s.arg(++m_files));
        QVERIFY(Project::create(path, u"Test"_s));
        auto opened = Project::open(path);
        QVERIFY(opened);
        m_project = std::move(*opened);
        m_brief = {};
        m_brief.title = u"Brief"_s;
        m_brief.text = u"one"_s;
        QVERIFY(m_project->edit(u"Add brief"_s, [&](Writer &writer) { return addBrief(writer, m_brief); }));
    }

    void cleanup() { m_project.reset(); }

    void keepsVersionsEveryFiveMinutes()
    {
        const QDateTime start = QDateTime::fromString(u"2026-05-29T03:10:00Z"_s, Qt::ISODate);
        write(u"one two"_s, start);
        write(u"one two three"_s, start.addSecs(299));
        QCOMPARE(versions(), QStringList{u"one"_s});
        write(u"four"_s, start.addSecs(300));
        QCOMPARE(versions(), (QStringList{u"one two three"_s, u"one"_s}));
        write(u"four"_s, start.addSecs(900));
        QCOMPARE(versions().size(), 2);
    }

    void keepsNoVersionTwice()
    {
        const QDateTime start = QDateTime::fromString(u"2026-05-29T03:10:00Z"_s, Qt::ISODate);
        QVERIFY(m_project->edit(u"Name"_s, [&](Writer &writer) { return nameVersion(writer, m_brief.id, u"First"_s, start); }));
        write(u"two"_s, start.addSecs(1000));
        QCOMPARE(versions(), QStringList{u"one"_s});
    }

    void keepsNothingEmpty()
    {
        const QDateTime start = QDateTime::fromString(u"2026-05-29T03:10:00Z"_s, Qt::ISODate);
        write(u""_s, start);
        write(u"two"_s, start.addSecs(1000));
        QCOMPARE(versions(), QStringList{u"one"_s});
    }

    void namesAVersion()
    {
        const QDateTime at = QDateTime::fromString(u"2026-05-29T03:10:00Z"_s, Qt::ISODate);
        QVERIFY(m_project->edit(u"Name"_s, [&](Writer &writer) { return nameVersion(writer, m_brief.id, u" Sent "_s, at); }));
        const auto kept = revisions(m_project->reader(), m_brief.id);
        QVERIFY(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().name, u"Sent"_s);
        QCOMPARE(kept->first().text, u"one"_s);
        QVERIFY(m_project->undo());
        QVERIFY(versions().isEmpty());
        QVERIFY(!m_project->edit(u"Name"_s, [&](Writer &writer) { return nameVersion(writer, m_brief.id, u" "_s, at); }));
    }

    void hasTemplates()
    {
        QCOMPARE_GE(briefTemplates().size(), 2);
        for (const BriefTemplate &known : briefTemplates()) {
            const auto text = templateText(known.name);
            QVERIFY2(text, qPrintable(known.name));
            QVERIFY(text->contains(u"## "_s));
            QVERIFY(!known.title.isEmpty() && !known.about.isEmpty());
        }
        const auto none = templateText(u"sonnet"_s);
        QVERIFY(!none);
        QVERIFY(none.error().text().contains(u"contrarian"_s));
    }

private:
    void write(const QString &text, const QDateTime &at)
    {
        QVERIFY(m_project->keep([&](Writer &writer) { return writeBriefText(writer, m_brief.id, text, at); }));
    }

    QStringList versions()
    {
        QStringList texts;
        const auto kept = revisions(m_project->reader(), m_brief.id);
        for (const Revision &revision : kept.value_or(QList<Revision>()))
            texts.append(revision.text);
        return texts;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<Project> m_project;
    Brief m_brief;
};

QTEST_GUILESS_MAIN(TestWriting)
#include "tst_writing.moc"
