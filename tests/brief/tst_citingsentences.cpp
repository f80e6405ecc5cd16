#include "app/brief/brief.h"
#include "app/brief/citingsentences.h"
#include "app/brief/renaming.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

/// Which sentences of briefs cite a source, and a key that is exchanged for another.
class TestCitingSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void inAllBriefs();
    void exchanges_data();
    void exchanges();
};

void TestCitingSentences::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found"); ///< "key [citation] {sentence's words}; …"
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("another's") << u"It was so [@c]."_s << QString();
    QTest::newRow("one") << u"It was so [@a, p. 2]."_s << u"a [[@a, p. 2]] {It was so .}"_s;
    QTest::newRow("the sentence alone") << u"Before. It was *so* [@a]. Behind."_s << u"a [[@a]] {It was so .}"_s;
    QTest::newRow("behind the full stop") << u"Before. It was so. [@a] Behind."_s << u"a [[@a]] {It was so.}"_s;
    QTest::newRow("author in the sentence") << u"Before. @a says so. Behind."_s << u"a [@a] {says so.}"_s;
    QTest::newRow("abbreviation") << u"Mr. Rutte said so [@a]."_s << u"a [[@a]] {Mr. Rutte said so .}"_s;
    QTest::newRow("two sources") << u"It was so [@a; @b]."_s << u"a [[@a; @b]] {It was so .}; b [[@a; @b]] {It was so .}"_s;
    QTest::newRow("two sentences") << u"One [@a]. Two [@c]. Three [@a]."_s << u"a [[@a]] {One .}; a [[@a]] {Three .}"_s;
    QTest::newRow("over a line end") << u"It was\nso [@a]."_s << u"a [[@a]] {It was so .}"_s;
    QTest::newRow("in a list") << u"- One.\n- Two [@a]."_s << u"a [[@a]] {Two .}"_s;
    QTest::newRow("in a table") << u"| a | b |\n|---|---|\n| One [@a] | Two |"_s << u"a [[@a]] {One}"_s;
    QTest::newRow("in a block quote") << u"> One. Two [@a]."_s << u"a [[@a]] {Two .}"_s;
    QTest::newRow("in a heading") << u"# One [@a]"_s << u"a [[@a]] {One}"_s;
    QTest::newRow("in a footnote") << u"Before. It was so.[^1] Behind.\n\n[^1]: See [@a]."_s << u"a [[^1]] {It was so.}; a [[@a]] {See .}"_s;
    QTest::newRow("in a div") << u"::: {.note}\nOne [@a].\n:::"_s << u"a [[@a]] {One .}"_s;
    QTest::newRow("in Argdown") << u"```argdown\n[T]: One. [@a]\n  - <B>: Two [@c]\n```"_s << u"a [@a] {[T]: One. [@a]}"_s;
    QTest::newRow("in Argdown in a list") << u"- x\n\n  ```argdown\n  [T]: One [@a]\n  [U]: Two\n  ```"_s << u"a [[T]: One [@a]\n  [U]: Two\n] {[T]: One [@a]}"_s;
    QTest::newRow("in code") << u"`[@a]` and\n\n    [@a]\n"_s << QString();
    QTest::newRow("a longer key") << u"One [@ab] and [@a-b]."_s << QString();
}

void TestCitingSentences::finds()
{
    QFETCH(QString, text);
    QStringList found;
    for (const CitingSentence &sentence : citingSentences(readDocument(text), {u"a"_s, u"b"_s})) {
        found.append(u"%1 [%2] {%3}"_s.arg(sentence.key, text.mid(sentence.citation.offset, sentence.citation.length), sentence.text));
        QVERIFY(sentence.sentence.offset >= 0 && sentence.sentence.end() <= text.size());
        QVERIFY(!text.mid(sentence.sentence.offset, sentence.sentence.length).isEmpty());
    }
    if (QLatin1StringView(QTest::currentDataTag()) == "two sources"_L1)
        found.sort();
    QTEST(found.join(u"; "_s), "found");
}

void TestCitingSentences::inAllBriefs()
{
    TemporaryProject project;
    Source wire;
    wire.key = wire.title = u"wire"_s;
    Source outlet;
    outlet.key = outlet.title = u"outlet"_s;
    QList<Brief> made(3);
    project.edit([&](Writer &writer) -> Result<> {
        must(addSource(writer, wire));
        outlet.origin = wire.id;
        must(addSource(writer, outlet));
        const QStringList texts{u"One [@wire]. Two [@outlet]."_s, u"None [@other]."_s, u"Three [@outlet]."_s};
        for (int i = 0; i < 3; ++i) {
            made[i].title = u"Brief"_s;
            made[i].position = i;
            made[i].text = texts[i];
            must(addBrief(writer, made[i]));
        }
        return {};
    });
    const auto told = [&](const QList<CitingSentence> &sentences) {
        QStringList found;
        for (const CitingSentence &sentence : sentences)
            found.append(u"%1 %2 %3"_s.arg(sentence.text, sentence.key).arg(sentence.brief == made[0].id ? 0 : 2));
        return found.join(u", "_s);
    };
    QCOMPARE(told(must(sentencesCiting(project.reader(), {u"outlet"_s}))), u"Two . outlet 0, Three . outlet 2"_s);
    QCOMPARE(told(must(sentencesRestingOn(project.reader(), wire.id))), u"One . wire 0, Two . outlet 0, Three . outlet 2"_s);
    QCOMPARE(told(must(sentencesRestingOn(project.reader(), outlet.id))), u"Two . outlet 0, Three . outlet 2"_s);
}

void TestCitingSentences::exchanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("changed");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("not cited") << u"An old-key, [@other]."_s << u"An old-key, [@other]."_s;
    QTest::newRow("a bracket") << u"So [see @old-key, p. 2; @b]."_s << u"So [see @new, p. 2; @b]."_s;
    QTest::newRow("without the author") << u"So [-@old-key]."_s << u"So [-@new]."_s;
    QTest::newRow("in the sentence") << u"@old-key says, @old-key [p. 3] too."_s << u"@new says, @new [p. 3] too."_s;
    QTest::newRow("in braces") << u"@{old-key}s"_s << u"@{new}s"_s;
    QTest::newRow("a longer key") << u"[@old-key-2; @old-key]"_s << u"[@old-key-2; @new]"_s;
    QTest::newRow("a footnote") << u"So.[^1]\n\n[^1]: [@old-key]"_s << u"So.[^1]\n\n[^1]: [@new]"_s;
    QTest::newRow("a table") << u"| a |\n|---|\n| [@old-key] |\n"_s << u"| a |\n|---|\n| [@new] |\n"_s;
    QTest::newRow("Argdown") << u"```argdown\n<A>: x [@old-key]\n```\n"_s << u"```argdown\n<A>: x [@new]\n```\n"_s;
    QTest::newRow("Argdown in a list") << u"- x\n\n  ```argdown\n  <A>: x [@old-key]\n  ```\n"_s << u"- x\n\n  ```argdown\n  <A>: x [@new]\n  ```\n"_s;
    QTest::newRow("metadata") << u"---\nnocite: \"@old-key\"\n---\n\nText.\n"_s << u"---\nnocite: \"@new\"\n---\n\nText.\n"_s;
    QTest::newRow("code and escapes stay") << u"`@old-key` \\@old-key a@old-key\n\n    @old-key\n"_s << u"`@old-key` \\@old-key a@old-key\n\n    @old-key\n"_s;
}

void TestCitingSentences::exchanges()
{
    QFETCH(QString, text);
    QTEST(withCitationsRenamed(text, u"old-key"_s, u"new"_s), "changed");
}

QTEST_GUILESS_MAIN(TestCitingSentences)
#include "tst_citingsentences.moc"
