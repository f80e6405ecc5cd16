#include "app/brief/revision.h"
#include "app/brief/template.h"
#include "app/project/project.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

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
        write(u"one two"_s, start());
        write(u"one two three"_s, start().addSecs(299));
        QCOMPARE(versions(), QStringList{u"one"_s});
        write(u"four"_s, start().addSecs(300));
        QCOMPARE(versions(), (QStringList{u"one two three"_s, u"one"_s}));
        write(u"four"_s, start().addSecs(900));
        QCOMPARE(versions().size(), 2);
    }

    void keepsNoVersionTwice()
    {
        QVERIFY(m_project->edit(u"Name"_s, [&](Writer &writer) { return nameVersion(writer, m_brief.id, u"First"_s, start()); }));
        write(u"two"_s, start().addSecs(1000));
        QCOMPARE(versions(), QStringList{u"one"_s});
    }

    void keepsNothingEmpty()
    {
        write(u""_s, start());
        write(u"two"_s, start().addSecs(1000));
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
        QCOMPARE(kept->first().words, 1);
        QCOMPARE(textOf(kept->first().id), u"one"_s);
        QVERIFY(m_project->undo());
        QVERIFY(versions().isEmpty());
        QVERIFY(!m_project->edit(u"Name"_s, [&](Writer &writer) { return nameVersion(writer, m_brief.id, u" "_s, at); }));
    }

    void keepsLongTextsSmall()
    {
        QString text;
        for (int i = 0; i < 60'000; ++i)
            text += u"Paragraph %1 says that every inch is defended.\n\n"_s.arg(i % 977);
        QVERIFY(text.size() > 2'500'000);
        write(text, start());
        write(u"short"_s, start().addSecs(600));
        QCOMPARE(versions().first(), text);
        const auto bytes = m_project->reader().number(u"SELECT sum(length(packed) + length(text)) FROM revision"_s);
        QCOMPARE_LT(bytes.value(), text.size() / 4);
    }

    void readsVersionsOfOlderFiles()
    {
        QVERIFY(m_project->keep([&](Writer &writer) {
            return writer.insert(u"revision"_s, {u"id"_s, u"brief_id"_s, u"at"_s, u"text"_s},
                {Id<Revision>::make().number, m_brief.id.number, u"2026-05-29T03:00:00.000Z"_s, u"as it was"_s});
        }));
        QCOMPARE(versions(), QStringList{u"as it was"_s});
        QCOMPARE(kept().first().words, -1);
        QVERIFY(m_project->keep([&](Writer &writer) { return keepOverwritten(writer, m_brief.id, u"as it was"_s, start()); }));
        QCOMPARE(kept().size(), 1);
        QVERIFY(edit([&](Writer &writer) { return updateRevisionText(writer, kept().first().id, u"as it is now"_s); }));
        QCOMPARE(versions(), QStringList{u"as it is now"_s});
        QCOMPARE(kept().first().words, 4);
    }

    void saysThatAVersionIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("cut off") << qCompress(QByteArray(1000, 'a')).first(9);
        QTest::newRow("longer than it says") << QByteArray("\0\0\0\1", 4) + qCompress(QByteArray(1000, 'a')).sliced(4);
        QTest::newRow("says that it is huge") << QByteArray("\xff\xff\xff\xff", 4) + qCompress(QByteArray(1000, 'a')).sliced(4);
        QTest::newRow("not packed") << QByteArray("some letters");
    }

    void saysThatAVersionIsDamaged()
    {
        QFETCH(QByteArray, bytes);
        Revision revision{{}, m_brief.id, start(), {}};
        QVERIFY(edit([&](Writer &writer) { return addRevision(writer, revision, {bytes, 0}); }));
        const auto text = revisionText(m_project->reader(), revision.id);
        QVERIFY(!text);
        QCOMPARE(text.error().kind, Error::Kind::Damaged);
    }

    void thinsOut_data()
    {
        QTest::addColumn<QString>("ages"); // before 2026-05-29 (a Friday) 12:00 UTC
        QTest::addColumn<QString>("left");
        const auto row = [](const char *name, const QString &ages, const QString &left) { QTest::newRow(name) << ages << left; };
        row("nothing", u""_s, u""_s);
        row("one, however old", u"900d"_s, u"900d"_s);
        row("all of the last hour", u"0m 5m 10m 58m 59m"_s, u"0m 5m 10m 58m 59m"_s);
        row("the latest of each hour", u"0m 61m 70m 119m 121m 130m"_s, u"0m 61m 121m"_s);
        row("the latest of each day", u"0m 37h 40h 59h 61h 62h"_s, u"0m 37h 61h"_s);
        row("the latest of each week", u"0m 33d 34d 39d 40d 41d"_s, u"0m 33d 40d"_s);
        row("the newest stays", u"70m 75m 80m"_s, u"70m"_s);
        row("from a clock that was wrong", u"-90m -80m 0m"_s, u"-90m -80m 0m"_s);
        row("at the turn from hours to days", u"23h 25h 26h"_s, u"23h 25h"_s);
    }

    void thinsOut()
    {
        QFETCH(QString, ages);
        const QDateTime now(QDate(2026, 5, 29), QTime(12, 0), QTimeZone::UTC);
        QStringList list = ages.split(u' ', Qt::SkipEmptyParts);
        QList<QDateTime> times;
        for (const QString &age : std::as_const(list)) {
            const int unit = age.endsWith(u'm') ? 60 : age.endsWith(u'h') ? 3600 : 86'400;
            times.append(now.addSecs(-age.chopped(1).toInt() * unit));
        }
        const QList<qsizetype> superfluous = thinnedOut(times, now);
        for (auto i = superfluous.rbegin(); i != superfluous.rend(); ++i)
            list.removeAt(*i);
        QTEST(list.join(u' '), "left");
        // What is left stays.
        for (auto i = superfluous.rbegin(); i != superfluous.rend(); ++i)
            times.removeAt(*i);
        QCOMPARE(thinnedOut(times, now), QList<qsizetype>());
    }

    /// A year of writing every day leaves a version a day, then a week; those with a name all stay.
    void thinsOutWhenAVersionIsKept()
    {
        const QDateTime first(QDate(2025, 5, 29), QTime(9, 0), QTimeZone::UTC);
        for (int day = 0; day < 365; ++day) {
            write(u"day %1, morning"_s.arg(day), first.addDays(day));
            write(u"day %1, noon"_s.arg(day), first.addDays(day).addSecs(3 * 3600));
            if (day % 100 == 0)
                QVERIFY(edit([&](Writer &writer) { return nameVersion(writer, m_brief.id, u"Draft %1"_s.arg(day), first.addDays(day).addSecs(4 * 3600)); }));
        }
        const QList<Revision> left = kept();
        QCOMPARE(std::ranges::count_if(left, [](const Revision &revision) { return !revision.name.isEmpty(); }), 4);
        QCOMPARE_LT(left.size(), 4 + 2 + 31 + 50);
        QCOMPARE_GT(left.size(), 4 + 28 + 46);
        QCOMPARE(textOf(left.first().id), u"day 364, morning"_s);
    }

    void renamesAVersion()
    {
        write(u"two"_s, start());
        const Id<Revision> id = kept().first().id;
        QVERIFY(edit([&](Writer &writer) { return renameVersion(writer, id, u" First "_s); }));
        QCOMPARE(kept().first().name, u"First"_s);
        QCOMPARE(textOf(id), u"one"_s);
        QVERIFY(!edit([&](Writer &writer) { return renameVersion(writer, id, u"  "_s); }));
        QVERIFY(!edit([&](Writer &writer) { return renameVersion(writer, Id<Revision>::make(), u"A"_s); }));
        QVERIFY(m_project->undo());
        QCOMPARE(kept().first().name, QString());
    }

    void removesAVersion()
    {
        write(u"two"_s, start());
        const Id<Revision> id = kept().first().id;
        QVERIFY(edit([&](Writer &writer) { return removeVersion(writer, id); }));
        QVERIFY(kept().isEmpty());
        QVERIFY(!edit([&](Writer &writer) { return removeVersion(writer, id); }));
        QCOMPARE(revisionText(m_project->reader(), id).error().kind, Error::Kind::Refused);
        QVERIFY(m_project->undo());
        QCOMPARE(versions(), QStringList{u"one"_s});
    }

    void restoresAVersion()
    {
        write(u"two"_s, start());
        const Id<Revision> id = kept().first().id;
        QVERIFY(edit([&](Writer &writer) { return restoreVersion(writer, id, start().addSecs(9)); }));
        QCOMPARE(present(), u"one"_s);
        QCOMPARE(versions(), (QStringList{u"two"_s, u"one"_s}));
        QVERIFY(m_project->undo());
        QCOMPARE(present(), u"two"_s);
        QVERIFY(m_project->redo());
        QCOMPARE(present(), u"one"_s);
        // Nothing is kept twice.
        QVERIFY(edit([&](Writer &writer) { return restoreVersion(writer, kept().first().id, start().addSecs(20)); }));
        QCOMPARE(versions(), (QStringList{u"two"_s, u"one"_s}));
        QVERIFY(!edit([&](Writer &writer) { return restoreVersion(writer, Id<Revision>::make(), start()); }));
    }

    void findsAVersionByItsName()
    {
        const auto none = versionNamed(m_project->reader(), m_brief.id, u"Sent"_s);
        QVERIFY(!none && none.error().text().contains(u"Ctrl+S"_s));
        for (int i = 0; i < 2; ++i) {
            QVERIFY(edit([&](Writer &writer) { return nameVersion(writer, m_brief.id, u"Sent"_s, start().addSecs(i)); }));
            write(u"two"_s, start().addSecs(i));
        }
        QVERIFY(edit([&](Writer &writer) { return nameVersion(writer, m_brief.id, u"Read"_s, start().addSecs(9)); }));
        QCOMPARE(textOf(versionNamed(m_project->reader(), m_brief.id, u"Sent"_s)->id), u"two"_s);
        const auto other = versionNamed(m_project->reader(), m_brief.id, u"sent?"_s);
        QVERIFY(!other && other.error().text().contains(u"Read"_s) && other.error().text().contains(u"Sent"_s));
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

    static QDateTime start() { return QDateTime::fromString(u"2026-05-29T03:10:00Z"_s, Qt::ISODate); }

    void write(const QString &text, const QDateTime &at)
    {
        QVERIFY(m_project->keep([&](Writer &writer) { return writeBriefText(writer, m_brief.id, text, at); }));
    }

    QString present() { return brief(m_project->reader(), m_brief.id).value().value().text; }
    QString textOf(Id<Revision> id) { return revisionText(m_project->reader(), id).value_or(u"(none)"_s); }
    QList<Revision> kept() { return revisions(m_project->reader(), m_brief.id).value(); }

    QStringList versions()
    {
        QStringList texts;
        for (const Revision &revision : kept())
            texts.append(textOf(revision.id));
        return texts;
    }

    Result<> edit(const std::function<Result<>(Writer &)> &work) { return m_project->edit(u"Edit"_s, work); }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<Project> m_project;
    Brief m_brief;
};

QTEST_GUILESS_MAIN(TestWriting)
#include "tst_writing.moc"
