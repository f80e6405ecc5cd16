#include "app/brief/revision.h"
#include "app/brief/template.h"
#include "app/project/project.h"

#include <QDir>
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
        QStringList names;
        for (const BriefTemplate &known : briefTemplates())
            names.append(known.name);
        QCOMPARE(names.join(u' '), u"contrarian situation-report blank"_s);
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

    void keepsTemplates()
    {
        QVERIFY(ownTemplates().isEmpty());
        QVERIFY(keepTemplate(u" Weekly note "_s, u"## Kept {.received}\n"_s));
        QVERIFY(keepTemplate(u"Another"_s, u"## Other\n"_s));
        QCOMPARE(ownTemplates().size(), 2);
        QCOMPARE(ownTemplates().last().name, u"Weekly note"_s);
        QCOMPARE(templateText(u"Weekly note"_s).value(), u"## Kept {.received}\n"_s);
        const auto again = keepTemplate(u"Weekly note"_s, u"## New\n"_s);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Exists);
        QVERIFY(keepTemplate(u"Weekly note"_s, u"## New\n"_s, true));
        QCOMPARE(templateText(u"Weekly note"_s).value(), u"## New\n"_s);
        QVERIFY(templateText(u"none"_s).error().text().contains(u"Weekly note"_s));
        QVERIFY(QDir(templateFolder()).removeRecursively());
    }

    void refusesTemplates_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("no name") << u" "_s << u"x"_s << u"It has no name."_s;
        QTest::newRow("ours") << u"Blank"_s << u"x"_s << u"“Blank” is the name of a template that comes with Redoubt."_s;
        QTest::newRow("a path") << u"../x"_s << u"x"_s << u"“../x” cannot be the name of a file."_s;
        QTest::newRow("hidden") << u".x"_s << u"x"_s << u"“.x” cannot be the name of a file."_s;
        QTest::newRow("no text") << u"x"_s << u" \n"_s << u"The brief has no text."_s;
        QTest::newRow("too long") << u"x"_s << QString(1024 * 1024 + 1, u'x') << u"The brief is larger than 1 MiB."_s;
    }

    void refusesTemplates()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        const auto kept = keepTemplate(name, text);
        QVERIFY(!kept);
        QTEST(kept.error().why, "why");
        QVERIFY(!QFileInfo::exists(templateFolder()));
    }

    void readsTheUsersFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const QString file = templateFolder() + u"/mine.md"_s;
        QTest::newRow("plain") << "## Ă\n"_ba << u"## Ă\n"_s;
        QTest::newRow("marked UTF-8, CRLF") << "\xef\xbb\xbf## A\r\n"_ba << u"## A\n"_s;
        QTest::newRow("marked UTF-16") << QByteArray("\xff\xfe#\0 \0A\0", 8) << u"# A"_s;
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("Latin-1") << "caf\xe9"_ba
                                 << u"! The template “mine” could not be read. %1 is not text in UTF-8. Save it as UTF-8 with a text editor."_s.arg(file);
        QTest::newRow("a picture") << QByteArray("\x89PNG\0\0", 6)
                                   << u"! The template “mine” could not be read. %1 is not text in UTF-8. Save it as UTF-8 with a text editor."_s.arg(file);
        QTest::newRow("huge") << QByteArray(1024 * 1024 + 1, 'x')
                              << u"! The template “mine” could not be read. %1 is larger than 1 MiB. A template is a short text; make it shorter or take it away."_s.arg(file);
    }

    void readsTheUsersFiles()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(QDir().mkpath(templateFolder()));
        QFile file(templateFolder() + u"/mine.md"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto text = templateText(u"mine"_s);
        const QString read = text ? *text : u"! "_s + text.error().text();
        QVERIFY(QDir(templateFolder()).removeRecursively());
        QTEST(read, "expected");
    }

    void ordersAndCopiesBriefs()
    {
        Brief second = m_brief;
        second.id = {};
        second.key.clear();
        second.title = u"Second"_s;
        second.text = u"two"_s;
        second.endnotes = true;
        second.position = 1;
        QVERIFY(m_project->edit(u"Add"_s, [&](Writer &writer) { return addBrief(writer, second); }));
        QCOMPARE(titles(), u"Brief, Second"_s);
        QVERIFY(m_project->edit(u"Move"_s, [&](Writer &writer) { return moveBrief(writer, second.id, -1); }));
        QCOMPARE(titles(), u"Second, Brief"_s);
        QVERIFY(m_project->edit(u"Move"_s, [&](Writer &writer) { return moveBrief(writer, second.id, -1); }));
        QCOMPARE(titles(), u"Second, Brief"_s);
        Result<Brief> copy = failure({}, {});
        QVERIFY(m_project->edit(u"Copy"_s, [&](Writer &writer) -> Result<> {
            copy = copyBrief(writer, second.id, u"Copy"_s);
            return copy ? Result<>() : failure(copy);
        }));
        QCOMPARE(titles(), u"Second, Copy, Brief"_s);
        const Brief copied = brief(m_project->reader(), copy->id).value().value();
        QCOMPARE(copied.text, u"two"_s);
        QVERIFY(copied.endnotes);
        QVERIFY(copied.key != second.key);
        QVERIFY(m_project->undo());
        QCOMPARE(titles(), u"Second, Brief"_s);
        QVERIFY(!m_project->edit(u"Move"_s, [&](Writer &writer) { return moveBrief(writer, copy->id, 1); }));
    }

private:
    QString titles()
    {
        QStringList names;
        for (const Brief &known : briefs(m_project->reader()).value_or(QList<Brief>()))
            names.append(known.title);
        return names.join(u", "_s);
    }

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
