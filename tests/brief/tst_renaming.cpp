#include "app/brief/brief.h"
#include "app/brief/renaming.h"
#include "app/brief/revision.h"
#include "tests/support/temporaryproject.h"

#include <QJsonObject>

using namespace redoubt;

class TestRenaming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void allTextsFollowInOneAction();
    void refused_data();
    void refused();
    void importedKeepsItsId();
    void sameKeyIsNoAction();
    void nobodyCitesIt();
};

void TestRenaming::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); ///< with @new for each @old that is a citation
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const char *text, const char *expected, int count) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected) << count;
    };
    row("in the text", "@old says", "@new says", 1);
    row("in brackets", "So [@old].", "So [@new].", 1);
    row("without author", "So [-@old] and -@old.", "So [-@new] and -@new.", 2);
    row("with a place", "[@a; see @old, p. 3]", "[@a; see @new, p. 3]", 1);
    row("twice in brackets", "[@old; @old, p. 2]", "[@new; @new, p. 2]", 2);
    row("with brackets behind", "@old [p. 3] says", "@new [p. 3] says", 1);
    row("in braces", "[@{old}]", "[@{new}]", 1);
    row("end of the sentence", "as in @old.", "as in @new.", 1);
    row("longer key", "@older, @old-2, @old.b, @old:c, @old/d, @old_e, @bold, [@the-old]", "@older, @old-2, @old.b, @old:c, @old/d, @old_e, @bold, [@the-old]", 0);
    row("other letter case", "@Old @OLD", "@Old @OLD", 0);
    row("mail address", "me@old.org, me@old", "me@old.org, me@old", 0);
    row("code", "`@old` and ``[@old]``", "`@old` and ``[@old]``", 0);
    row("fence", "```\n@old\n```\n", "```\n@old\n```\n", 0);
    row("fence of a language", "~~~ python\n@old\n~~~\n@old", "~~~ python\n@old\n~~~\n@new", 1);
    row("indented code", "a\n\n    @old\n", "a\n\n    @old\n", 0);
    row("argument", "```argdown\n[T]: It is so. [@old, p. 3]\n  - <A>: No. @old\n```\n", "```argdown\n[T]: It is so. [@new, p. 3]\n  - <A>: No. @new\n```\n", 2);
    row("argument, longer key", "```argdown\n[T]: It. @older\n```\n", "```argdown\n[T]: It. @older\n```\n", 0);
    row("argument in a quotation", "> ```argdown\n> [T]: It. @old\n> ```\n", "> ```argdown\n> [T]: It. @new\n> ```\n", 1);
    row("heading", "# On @old\n", "# On @new\n", 1);
    row("list", "- @old\n- [@old]\n", "- @new\n- [@new]\n", 2);
    row("quotation", "> said [@old]\n", "> said [@new]\n", 1);
    row("table", "| a | b |\n|---|---|\n| @old | [@old, 3] |\n", "| a | b |\n|---|---|\n| @new | [@new, 3] |\n", 2);
    row("footnote", "a[^1]\n\n[^1]: See @old.\n", "a[^1]\n\n[^1]: See @new.\n", 1);
    row("emphasis", "*as [@old]* **@old**", "*as [@new]* **@new**", 2);
    row("div", "::: {.box}\n[@old]\n:::\n", "::: {.box}\n[@new]\n:::\n", 1);
    row("metadata", "---\nnocite: \"@old, @older\"\n---\n\n[@old]\n", "---\nnocite: \"@new, @older\"\n---\n\n[@new]\n", 2);
    row("escaped", "\\@old", "\\@old", 0);
    row("address", "[a](https://example.org/@old) <https://example.org/@old>", "[a](https://example.org/@old) <https://example.org/@old>", 0);
    row("text of a link", "[@old](https://example.org)", "[@old](https://example.org)", 0);
    row("HTML", "<div title=\"@old\">\n\nx", "<div title=\"@old\">\n\nx", 0);
    row("nothing", "", "", 0);
    row("the word alone", "old news", "old news", 0);
    row("letters", "„@old“ – Galați [@old]", "„@new“ – Galați [@new]", 2);
    row("line ends", "a [@old]\r\n\r\n@old\r\n", "a [@new]\r\n\r\n@new\r\n", 2);
}

void TestRenaming::text()
{
    QFETCH(QString, text);
    int count = 0;
    QTEST(withCitationsRenamed(text, u"old"_s, u"new"_s, &count), "expected");
    QTEST(count, "count");
    // Longer and shorter keys, and there and back.
    for (const QString &key : {u"a-much-longer-key.2026"_s, u"n"_s, u"Ключ"_s}) {
        const QString renamed = withCitationsRenamed(text, u"old"_s, key);
        QCOMPARE(withCitationsRenamed(renamed, key, u"old"_s), text);
    }
}

void TestRenaming::allTextsFollowInOneAction()
{
    TemporaryProject project;
    Source source;
    source.title = u"Old"_s;
    source.key = u"old"_s;
    Brief first;
    first.title = u"First"_s;
    first.text = u"[@old] and @older"_s;
    Brief second;
    second.title = u"Second"_s;
    second.text = u"nothing"_s;
    const QDateTime now = QDateTime::fromString(u"2026-05-29T10:00:00Z"_s, Qt::ISODate);
    project.edit([&](Writer &writer) -> Result<> {
        must(addSource(writer, source));
        must(addBrief(writer, first));
        must(addBrief(writer, second));
        return nameVersion(writer, first.id, u"Sent"_s, now);
    });
    must(project->keep([&](Writer &writer) { return writeBriefText(writer, first.id, u"[@old] twice @old"_s, now.addSecs(60)); }));
    const auto texts = [&] {
        QStringList list{must(brief(project.reader(), first.id))->text, must(brief(project.reader(), second.id))->text};
        for (const Revision &revision : must(revisions(project.reader(), first.id)))
            list.append(revision.name + u": "_s + must(revisionText(project.reader(), revision.id)));
        list.append(must(redoubt::source(project.reader(), source.id))->key);
        return list;
    };
    const QStringList before = texts();
    QCOMPARE(before, QStringList({u"[@old] twice @old"_s, u"nothing"_s, u"Sent: [@old] and @older"_s, u"old"_s}));
    Renaming renaming;
    must(project->edit(renamingText(u"old"_s, u"new"_s), [&](Writer &writer) -> Result<> {
        renaming = must(renameSource(writer, source.id, u"new"_s));
        return {};
    }));
    QCOMPARE(renaming, (Renaming{2, 1}));
    const QStringList after{u"[@new] twice @new"_s, u"nothing"_s, u"Sent: [@new] and @older"_s, u"new"_s};
    QCOMPARE(texts(), after);
    QCOMPARE(project->undoText(), u"Rename “old” to “new”"_s);
    must(project->undo());
    QCOMPARE(texts(), before);
    must(project->redo());
    QCOMPARE(texts(), after);
    // Typing goes on: what is written over is kept with the new key.
    must(project->keep([&](Writer &writer) { return writeBriefText(writer, first.id, u"[@new]"_s, now.addSecs(3600)); }));
    QCOMPARE(texts().at(2), u": [@new] twice @new"_s);
}

void TestRenaming::refused_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("taken") << u"taken"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("cannot be cited") << u"a b"_s;
    QTest::newRow("ends in a mark") << u"a."_s;
    QTest::newRow("braces") << u"a}b"_s;
}

void TestRenaming::refused()
{
    QFETCH(QString, key);
    TemporaryProject project;
    Source source;
    source.title = u"Old"_s;
    source.key = u"old"_s;
    Source other = source;
    other.key = u"taken"_s;
    Brief brief;
    brief.title = u"Brief"_s;
    brief.text = u"@old"_s;
    project.edit([&](Writer &writer) -> Result<> {
        must(addSource(writer, source));
        must(addSource(writer, other));
        return addBrief(writer, brief);
    });
    const auto done = project->edit(u"Rename"_s, [&](Writer &writer) -> Result<> {
        const auto renamed = renameSource(writer, source.id, key);
        return renamed ? Result<>() : Result<>(failure(renamed));
    });
    QVERIFY(!done);
    QVERIFY(!done.error().text().isEmpty());
    QCOMPARE(must(redoubt::brief(project.reader(), brief.id))->text, u"@old"_s);
    QCOMPARE(must(redoubt::source(project.reader(), source.id))->key, u"old"_s);
    project.edit([&](Writer &writer) -> Result<> {
        const auto renamed = renameSource(writer, Id<Source>{12345}, u"new"_s);
        return !renamed && renamed.error().kind == Error::Kind::Refused ? Result<>() : Result<>(failure(u"x"_s, u"y"_s));
    });
}

void TestRenaming::importedKeepsItsId()
{
    TemporaryProject project;
    Source source;
    source.title = u"Old"_s;
    source.key = u"old"_s;
    source.fields = {{u"DOI"_s, u"10.1000/x"_s}};
    project.edit([&](Writer &writer) { return addSource(writer, source); });
    for (const QString &key : {u"new"_s, u"newer"_s}) {
        project.edit([&](Writer &writer) -> Result<> {
            must(renameSource(writer, source.id, key));
            return {};
        });
    }
    QCOMPARE(must(redoubt::source(project.reader(), source.id))->fields.value(u"id"_s).toString(), u"old"_s);
}

void TestRenaming::sameKeyIsNoAction()
{
    TemporaryProject project;
    Source source;
    source.title = u"Old"_s;
    source.key = u"old"_s;
    project.edit([&](Writer &writer) { return addSource(writer, source); });
    project.edit([&](Writer &writer) -> Result<> {
        must(renameSource(writer, source.id, u" old "_s));
        return {};
    });
    QCOMPARE(must(project->history()).size(), 1);
}

void TestRenaming::nobodyCitesIt()
{
    TemporaryProject project;
    Source source;
    source.title = u"Old"_s;
    project.edit([&](Writer &writer) { return addSource(writer, source); });
    project.edit([&](Writer &writer) -> Result<> {
        const Renaming renaming = must(renameSource(writer, source.id, u"new"_s));
        return renaming == Renaming() ? Result<>() : Result<>(failure(u"x"_s, u"y"_s));
    });
    QCOMPARE(must(redoubt::source(project.reader(), source.id))->key, u"new"_s);
}

QTEST_GUILESS_MAIN(TestRenaming)
#include "tst_renaming.moc"
