#include "app/brief/sections.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moves_data();
    void moves();
    void movesPastItsNeighbour_data();
    void movesPastItsNeighbour();
    void shifts_data();
    void shifts();
    void givesRoles_data();
    void givesRoles();
    void findsTheSectionOfAPosition();
    void changesLittle();
    void followsPlaces_data();
    void followsPlaces();
};

namespace {

QString outcome(const QString &text, const Result<QList<Replacement>> &changes)
{
    return changes ? withReplacements(text, *changes) : u"! "_s + changes.error().text();
}

const QString alone = u"! The section was not changed. It does not stand by itself: a fence, a quotation or a block of “:::” "
                      "reaches over its heading. Close the block before the heading."_s;

} // namespace

void TestSections::moves_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("section");
    QTest::addColumn<int>("before");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, int section, int before, const QString &expected) {
        QTest::newRow(name) << text << section << before << expected;
    };
    row("up", u"## A\n\na\n\n## B\n\nb\n"_s, 1, 0, u"## B\n\nb\n\n## A\n\na\n"_s);
    row("down to the end", u"## A\n\na\n\n## B\n\nb\n"_s, 0, 2, u"## B\n\nb\n\n## A\n\na\n"_s);
    row("between", u"## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n"_s, 2, 1, u"## A\n\na\n\n## C\n\nc\n\n## B\n\nb\n"_s);
    row("down between", u"## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n"_s, 0, 2, u"## B\n\nb\n\n## A\n\na\n\n## C\n\nc\n"_s);
    row("where it is", u"## A\n\n## B\n"_s, 0, 1, u"## A\n\n## B\n"_s);
    row("into itself", u"## A\n\n### A1\n\n## B\n"_s, 0, 1, u"## A\n\n### A1\n\n## B\n"_s);
    row("with its subsections", u"## A\n\n### A1\n\na\n\n## B\n\nb\n"_s, 0, 3, u"## B\n\nb\n\n## A\n\n### A1\n\na\n"_s);
    row("a subsection elsewhere", u"## A\n\n### A1\n\na\n\n## B\n\nb\n"_s, 1, 3, u"## A\n\n## B\n\nb\n\n### A1\n\na\n"_s);
    row("no line end at the end", u"## A\n\na\n\n## B\n\nb"_s, 1, 0, u"## B\n\nb\n\n## A\n\na"_s);
    row("headings without blank lines", u"## A\na\n## B\nb\n## C\nc"_s, 2, 1, u"## A\na\n\n## C\nc\n\n## B\nb"_s);
    row("what stands before the first", u"---\ntitle: T\n---\n\nBefore.\n\n## A\n\na\n\n## B\n\nb\n"_s, 1, 0,
        u"---\ntitle: T\n---\n\nBefore.\n\n## B\n\nb\n\n## A\n\na\n"_s);
    row("underlined", u"A\n=\n\na\n\nB\n=\n\nb\n"_s, 1, 0, u"B\n=\n\nb\n\nA\n=\n\na\n"_s);
    row("an underlined one behind text", u"## A\na\n\nB\n-\nb"_s, 0, 2, u"B\n-\nb\n\n## A\na"_s);
    row("footnotes at the end stay", u"## A\n\na[^1]\n\n## B\n\nb\n\n[^1]: Note.\n\n    More of it.\n"_s, 1, 0,
        u"## B\n\nb\n\n## A\n\na[^1]\n\n[^1]: Note.\n\n    More of it.\n"_s);
    row("footnotes at the end stay when it goes down", u"## A\n\na[^1]\n\n## B\n\nb\n\n[^1]: Note.\n"_s, 0, 2,
        u"## B\n\nb\n\n## A\n\na[^1]\n\n[^1]: Note.\n"_s);
    row("footnotes within go with it", u"## A\n\na[^1]\n\n[^1]: Note.\n\n## B\n\nb\n"_s, 0, 2, u"## B\n\nb\n\n## A\n\na[^1]\n\n[^1]: Note.\n"_s);
    row("a heading in a fence is none", u"## A\n\n```\n## X\n```\n\n## B\n\nb\n"_s, 1, 0, u"## B\n\nb\n\n## A\n\n```\n## X\n```\n"_s);
    row("a fence that is not closed", u"## A\n\na\n\n## B\n\n```\nb\n"_s, 1, 0, alone);
    row("in a div", u"::: {.x}\n## A\n\na\n:::\n\n## B\n\nb\n"_s, 0, 2, alone);
    row("before one in a div", u"::: {.x}\n## A\n\na\n:::\n\n## B\n\nb\n"_s, 1, 0, alone);
    row("no such section", u"## A\n"_s, 1, 0, u"! The section was not changed. There is no section at this place. Put the cursor into a section."_s);
    row("nothing", {}, 0, 0, u"! The section was not changed. There is no section at this place. Put the cursor into a section."_s);
}

void TestSections::moves()
{
    QFETCH(QString, text);
    QFETCH(int, section);
    QFETCH(int, before);
    QTEST(outcome(text, Sections(text).move(section, before)), "expected");
}

void TestSections::movesPastItsNeighbour_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("section");
    QTest::addColumn<int>("by");
    QTest::addColumn<QString>("expected");
    const QString text = u"## A\n\n### A1\n\n### A2\n\n## B\n\n## C\n"_s;
    QTest::newRow("up") << text << 3 << -1 << u"## B\n\n## A\n\n### A1\n\n### A2\n\n## C\n"_s;
    QTest::newRow("down") << text << 0 << 1 << u"## B\n\n## A\n\n### A1\n\n### A2\n\n## C\n"_s;
    QTest::newRow("a subsection") << text << 1 << 1 << u"## A\n\n### A2\n\n### A1\n\n## B\n\n## C\n"_s;
    QTest::newRow("the first") << text << 0 << -1 << u"! The section was not changed. It is the first one of its level here."_s;
    QTest::newRow("the last") << text << 4 << 1 << u"! The section was not changed. It is the last one of its level here."_s;
    QTest::newRow("the first below its heading") << text << 1 << -1 << u"! The section was not changed. It is the first one of its level here."_s;
    QTest::newRow("the last below its heading") << text << 2 << 1 << u"! The section was not changed. It is the last one of its level here."_s;
}

void TestSections::movesPastItsNeighbour()
{
    QFETCH(QString, text);
    QFETCH(int, section);
    QFETCH(int, by);
    QTEST(outcome(text, Sections(text).moveBy(section, by)), "expected");
}

void TestSections::shifts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("by");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, int by, const QString &expected) {
        QTest::newRow(name) << text << by << expected;
    };
    row("down", u"## A {.received}\n\na\n"_s, 1, u"### A {.received}\n\na\n"_s);
    row("up", u"## A\n"_s, -1, u"# A\n"_s);
    row("with its subsections alone", u"## A\n### A1\n## B\n"_s, 1, u"### A\n#### A1\n## B\n"_s);
    row("closed", u"## A ##\n"_s, 1, u"### A ##\n"_s);
    row("underlined", u"A\n===\na\n"_s, 1, u"A\n---\na\n"_s);
    row("underlined up", u"A\n---\na\n"_s, -1, u"A\n===\na\n"_s);
    row("underlined, no line for it", u"A\nand more\n---\na\n"_s, 1, u"### A and more\na\n"_s);
    row("the highest", u"# A\n"_s, -1, u"! The section was not changed. It is on the highest level."_s);
    row("the lowest", u"##### A\n###### A1\n"_s, 1, u"! The section was not changed. “A1” is on the lowest level."_s);
}

void TestSections::shifts()
{
    QFETCH(QString, text);
    QFETCH(int, by);
    QTEST(outcome(text, Sections(text).shift(0, by)), "expected");
}

void TestSections::givesRoles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SectionRole>("role");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, SectionRole role, const QString &expected) {
        QTest::newRow(name) << text << role << expected;
    };
    using enum SectionRole;
    row("first", u"## A\n\na"_s, Received, u"## A {.received}\n\na"_s);
    row("at the end of the text", u"## A"_s, Watch, u"## A {.watch}"_s);
    row("another", u"## A {.received}\n"_s, Different, u"## A {.different}\n"_s);
    row("the same", u"## A  {.received} \n"_s, Received, u"## A {.received} \n"_s);
    row("none", u"## A {.received}\n"_s, None, u"## A\n"_s);
    row("others stay", u"## A {#id .x k=\"v w\"}\n"_s, Incident, u"## A {.incident #id .x k=\"v w\"}\n"_s);
    row("others stay without it", u"## A {#id .received k=\"v w\"}\n"_s, None, u"## A {#id k=\"v w\"}\n"_s);
    row("braces that are none", u"## A {x! y}\n"_s, Watch, u"## A {x! y} {.watch}\n"_s);
    row("underlined", u"A\n===\n\na"_s, Received, u"A {.received}\n===\n\na"_s);
    row("blanks behind", u"## A   \na"_s, Received, u"## A {.received}   \na"_s);
}

void TestSections::givesRoles()
{
    QFETCH(QString, text);
    QFETCH(SectionRole, role);
    const QString given = outcome(text, Sections(text).giveRole(0, role));
    QTEST(given, "expected");
    QCOMPARE(Sections(given).outline().first().role, role);
}

void TestSections::findsTheSectionOfAPosition()
{
    const Sections sections(u"x\n\n## A\n\na\n\n### B\n\nb\n"_s);
    QCOMPARE(sections.at(0), -1);
    QCOMPARE(sections.at(3), 0);
    QCOMPARE(sections.at(9), 0);
    QCOMPARE(sections.at(12), 1);
    QCOMPARE(sections.at(1000), 1);
}

/// What is not moved is not touched: the cursors in it stay.
void TestSections::changesLittle()
{
    const QString text = u"## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n"_s;
    const auto changes = Sections(text).move(2, 1);
    QVERIFY(changes);
    QCOMPARE(changes->size(), 2);
    QCOMPARE(changes->first(), (Replacement{{9, 0}, u"## C\n\nc\n\n"_s}));
    QCOMPARE(changes->last(), (Replacement{{16, 10}, u"\n"_s}));
}

void TestSections::followsPlaces_data()
{
    QTest::addColumn<int>("section");
    QTest::addColumn<int>("before");
    QTest::addColumn<QString>("place"); // the letter at the position, there only once
    for (const QString &letter : {u"p"_s, u"q"_s, u"r"_s, u"s"_s}) {
        QTest::addRow("%s, up", qPrintable(letter)) << 2 << 1 << letter;
        QTest::addRow("%s, to the top", qPrintable(letter)) << 2 << 0 << letter;
        QTest::addRow("%s, down", qPrintable(letter)) << 0 << 2 << letter;
        QTest::addRow("%s, to the end", qPrintable(letter)) << 0 << 3 << letter;
    }
}

void TestSections::followsPlaces()
{
    QFETCH(int, section);
    QFETCH(int, before);
    QFETCH(QString, place);
    const QString text = u"p\n## A\nq\n## B\nr\n## C\ns\n"_s;
    const auto changes = Sections(text).move(section, before);
    QVERIFY(changes);
    QCOMPARE(withReplacements(text, *changes).sliced(placeAfter(*changes, text, text.indexOf(place)), 1), place);
}

QTEST_GUILESS_MAIN(TestSections)
#include "tst_sections.moc"
