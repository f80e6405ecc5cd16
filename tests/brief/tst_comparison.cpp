#include "app/brief/comparison.h"
#include "app/brief/paragraphs.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

QString marked(const QList<TextRun> &runs)
{
    QString text;
    for (const TextRun &run : runs) {
        text += run.kind == TextRun::Kind::Unchanged ? run.text
                : run.kind == TextRun::Kind::Removed ? u"[-"_s + run.text + u"-]"_s
                                                     : u"[+"_s + run.text + u"+]"_s;
    }
    return text;
}

/// One line a row: "= same", "~ changed [-by-][+in+] words", "- removed", "+ added", "> moved away", "< moved here"; of what moved
/// with the other place's heading.
QString dump(const VersionComparison &comparison)
{
    QStringList lines;
    for (const ComparisonRow &row : comparison.rows) {
        const bool moved = row.kind == ComparisonRow::Kind::MovedAway || row.kind == ComparisonRow::Kind::MovedHere;
        QString line(QStringView(u"=~+-<>").at(int(row.kind)));
        line += u' ' + (!row.runs.isEmpty() ? marked(row.runs) : row.after.isEmpty() ? row.before : row.after);
        lines.append(moved ? line + u" {§ %1}"_s.arg(row.otherSection) : line);
    }
    return lines.join(u'\n');
}

VersionComparison compared(const QString &before, const QString &after)
{
    return compareVersions(before, after).value();
}

QString sentence(QRandomGenerator &random, int words, int vocabulary)
{
    QString text;
    for (int i = 0; i < words; ++i)
        text += u'w' + QString::number(random.bounded(vocabulary)) + u' ';
    return text.trimmed() + u'.';
}

QStringList sentences(QRandomGenerator &random, int count, int words, int vocabulary)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(sentence(random, words, vocabulary));
    return list;
}

} // namespace

/// Two versions of a brief side by side.
class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsParagraphs_data();
    void cutsParagraphs();
    void compares_data();
    void compares();
    void counts();
    void joinsTheTwoPlacesOfWhatMoved();
    void tellsOtherLayout_data();
    void tellsOtherLayout();
    void isTrueOfAnyTexts_data();
    void isTrueOfAnyTexts();
    void takesLinearTime_data();
    void takesLinearTime();
    void canBeStopped();
};

void TestComparison::cutsParagraphs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("paragraphs");
    const auto row = [](const char *name, const QString &text, const QString &paragraphs) { QTest::newRow(name) << text << paragraphs; };
    row("nothing", u""_s, u""_s);
    row("blank lines only", u"\n \n\t\n"_s, u""_s);
    row("two", u"One.\n\n\nTwo.\n"_s, u"One.|Two."_s);
    row("lines of one", u"One\n  line and\ntwo."_s, u"One line and two."_s);
    row("a break that is meant", u"One  \ntwo\\\nthree"_s, u"One\ntwo\\\nthree"_s);
    row("a heading", u"Before\n## The *incident* {.incident}\nAfter"_s, u"Before|#The *incident*: ## The *incident* {.incident}|The *incident*: After"_s);
    row("a closed heading", u"# One #\n\nText"_s, u"#One: # One #|One: Text"_s);
    row("no heading", u"#nato rose\n####### seven"_s, u"#nato rose ####### seven"_s);
    row("a list", u"- one\n  and more\n- two\n  1. three\n  2) four"_s, u"- one and more|- two|  1. three|  2) four"_s);
    row("no list", u"-one\n1.5 million"_s, u"-one 1.5 million"_s);
    row("a table", u"| a | b |\n|---|---|\n| 1 | 2 |"_s, u"| a | b |||---|---||| 1 | 2 |"_s);
    row("a quotation", u"> One\n> line.\n>\n> Two.\nOutside"_s, u"> One line.|> Two.|Outside"_s);
    row("code", u"```\n# no heading\n\n    x = 1\n```\nText"_s, u"```|# no heading|    x = 1|```|Text"_s);
    row("a fence within a fence", u"~~~~\n~~~\n```\n~~~~\n# H"_s, u"~~~~|~~~|```|~~~~|#H: # H"_s);
    row("a fence that is not closed", u"```\n# one"_s, u"```|# one"_s);
    row("metadata", u"---\ntitle: A\n---\n\nText"_s, u"---|title: A|---|Text"_s);
    row("Windows line ends", u"One\r\n\r\nTwo\r\n"_s, u"One|Two"_s);
    row("a div", u"::: {.watchlist}\n:::\nText"_s, u"::: {.watchlist}|:::|Text"_s);
}

void TestComparison::cutsParagraphs()
{
    QFETCH(QString, text);
    QStringList cut;
    for (const Paragraph &paragraph : paragraphsOf(text))
        cut.append((paragraph.isHeading ? u"#"_s : QString()) + (paragraph.section.isEmpty() ? QString() : paragraph.section + u": "_s) + paragraph.text);
    QTEST(cut.join(u'|'), "paragraphs");
}

void TestComparison::compares_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, const QString &before, const QString &after, const QString &rows) {
        QTest::newRow(name) << before << after << rows;
    };
    const QString drone = u"Before dawn a drone struck a block of flats in Galați."_s;
    const QString words = u"Each incursion was met with words and nothing more than words."_s;
    row("nothing", u""_s, u""_s, u""_s);
    row("the same", drone, drone, u"= "_s + drone);
    row("all new", u""_s, drone, u"+ "_s + drone);
    row("all gone", drone, u""_s, u"- "_s + drone);
    row("one more", drone, drone + u"\n\n"_s + words, u"= "_s + drone + u"\n+ "_s + words);
    row("a word", u"NATO will defend every inch."_s, u"NATO will defend each inch."_s, u"~ NATO will defend [-every-][+each+] inch."_s);
    row("other line ends are none", u"A line\nof words"_s, u"A\nline of words"_s, u"= A line of words"_s);
    row("written anew", u"The cat sat."_s, u"Deterrence is a promise."_s, u"- The cat sat.\n+ Deterrence is a promise."_s);
    row("moved down", drone + u"\n\n## Later\n\nText."_s, u"## Later\n\nText.\n\n"_s + drone,
        u"> "_s + drone + u" {§ Later}\n= ## Later\n= Text.\n< "_s + drone + u" {§ }"_s);
    row("moved and changed", u"## One\n\n"_s + words + u"\n\n## Two\n\n"_s + drone,
        u"## One\n\n## Two\n\n"_s + drone + u"\n\n"_s + QString(words).replace(u"nothing"_s, u"little"_s),
        u"= ## One\n> "_s + words + u" {§ Two}\n= ## Two\n= "_s + drone
            + u"\n< Each incursion was met with words and [-nothing-][+little+] more than words. {§ One}"_s);
    row("two changed places", u"## H\n\n"_s + drone + u"\n\n"_s + words + u"\n\nEnd."_s, u"## H\n\n"_s + words + u"\n\n"_s + drone + u"\n\nEnd."_s,
        u"= ## H\n< "_s + words + u" {§ H}\n= "_s + drone + u"\n> "_s + words + u" {§ H}\n= End."_s);
    row("short ones do not move", u"Yes.\n\n"_s + drone + u"\n\n"_s + words, drone + u"\n\n"_s + words + u"\n\nYes."_s,
        u"- Yes.\n= "_s + drone + u"\n= "_s + words + u"\n+ Yes."_s);
    row("a heading moves", u"## A\n\n"_s + drone + u"\n\n"_s + words, drone + u"\n\n"_s + words + u"\n\n## A"_s,
        u"> ## A {§ A}\n= "_s + drone + u"\n= "_s + words + u"\n< ## A {§ A}"_s);
    row("a heading is renamed", u"## The received wisdom {.received}\n\nText."_s, u"## The received view {.received}\n\nText."_s,
        u"~ ## The received [-wisdom-][+view+] {.received}\n= Text."_s);
    row("changed beside a new one", u"One two three four five.\n\nEnd."_s, u"A wholly other sentence here.\n\nOne two three four six.\n\nEnd."_s,
        u"+ A wholly other sentence here.\n~ One two three four [-five-][+six+].\n= End."_s);
    row("copied", drone + u"\n\nEnd."_s, drone + u"\n\nEnd.\n\n"_s + drone, u"= "_s + drone + u"\n= End.\n+ "_s + drone);
}

void TestComparison::compares()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(dump(compared(before, after)), "rows");
}

void TestComparison::counts()
{
    const VersionComparison comparison = compared(u"Stays as it is.\n\nOne two three four five.\n\nIs taken out.\n\n## H\n\nThis one moves down by a heading."_s,
        u"This one moves down by a heading.\n\nStays as it is.\n\nOne two three four six and seven.\n\n## H\n\nNew: three words."_s);
    QCOMPARE(comparison.changed, 1);
    QCOMPARE(comparison.removed, 1);
    QCOMPARE(comparison.added, 1);
    QCOMPARE(comparison.moved, 1);
    QCOMPARE(comparison.changes(), 4);
    QCOMPARE(comparison.wordsAdded, 3 + 3);
    QCOMPARE(comparison.wordsRemoved, 1 + 3);
    QCOMPARE(VersionComparison().changes(), 0);
}

void TestComparison::joinsTheTwoPlacesOfWhatMoved()
{
    const VersionComparison comparison = compared(u"This one moves down by a heading.\n\n## H\n\nA.\n\nB."_s, u"## H\n\nA.\n\nB.\n\nThis one moves down by a heading."_s);
    QCOMPARE(comparison.rows.first().kind, ComparisonRow::Kind::MovedAway);
    QCOMPARE(comparison.rows.first().otherRow, 4);
    QCOMPARE(comparison.rows.last().kind, ComparisonRow::Kind::MovedHere);
    QCOMPARE(comparison.rows.last().otherRow, 0);
    QCOMPARE(comparison.rows.at(1).otherRow, -1);
}

void TestComparison::tellsOtherLayout_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("other");
    QTest::newRow("the same") << u"A\n\nB"_s << u"A\n\nB"_s << false;
    QTest::newRow("more blank lines") << u"A\n\nB"_s << u"A\n\n\nB\n"_s << true;
    QTest::newRow("another word") << u"A\n\nB"_s << u"A\n\n\nC"_s << false;
}

void TestComparison::tellsOtherLayout()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(compared(before, after).otherLayout, "other");
}

void TestComparison::isTrueOfAnyTexts_data()
{
    QTest::addColumn<int>("paragraphs");
    QTest::addColumn<int>("vocabulary");
    for (const int vocabulary : {2, 20, 2000}) {
        for (const int paragraphs : {1, 9, 150})
            QTest::addRow("%d paragraphs of %d words", paragraphs, vocabulary) << paragraphs << vocabulary;
    }
}

/// Whatever was done to a text, the rows hold each paragraph of both versions once and in order, and name both places of what moved.
void TestComparison::isTrueOfAnyTexts()
{
    QFETCH(int, paragraphs);
    QFETCH(int, vocabulary);
    QRandomGenerator random(quint32(paragraphs * 31 + vocabulary));
    for (int round = 0; round < 20; ++round) {
        const QStringList before = sentences(random, paragraphs, 12, vocabulary);
        QStringList after = before;
        for (int edit = 0; edit < paragraphs / 2 + 1 && !after.isEmpty(); ++edit) {
            const qsizetype at = random.bounded(int(after.size()));
            switch (random.bounded(4)) {
            case 0: after.move(at, random.bounded(int(after.size()))); break;
            case 1: after.removeAt(at); break;
            case 2: after.insert(at, sentence(random, 8, vocabulary)); break;
            default: after[at] = after[at].replace(u"w1"_s, u"other"_s);
            }
        }
        QStringList left, right;
        const VersionComparison comparison = compared(before.join(u"\n\n"_s), after.join(u"\n\n"_s));
        for (qsizetype i = 0; i < comparison.rows.size(); ++i) {
            const ComparisonRow &row = comparison.rows[i];
            if (row.kind != ComparisonRow::Kind::Added && row.kind != ComparisonRow::Kind::MovedHere)
                left.append(row.before);
            if (row.kind != ComparisonRow::Kind::Removed && row.kind != ComparisonRow::Kind::MovedAway)
                right.append(row.after);
            if (row.kind == ComparisonRow::Kind::MovedHere) {
                QCOMPARE(comparison.rows[row.otherRow].otherRow, i);
                QCOMPARE(comparison.rows[row.otherRow].before, row.before);
            }
        }
        QCOMPARE(left, before);
        QCOMPARE(right, after);
    }
}

void TestComparison::takesLinearTime_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QRandomGenerator random(1);
    const QStringList text = sentences(random, 8000, 60, 20'000); // 3 MB
    QStringList edited = text;
    for (int i = 0; i < 800; ++i) {
        edited.move(random.bounded(8000), random.bounded(8000));
        edited[random.bounded(8000)].replace(u"w1"_s, u"other"_s);
    }
    const QString all = text.join(u"\n\n"_s);
    QTest::newRow("edited and moved") << all << edited.join(u"\n\n"_s);
    QTest::newRow("another text") << all << sentences(random, 8000, 60, 20'000).join(u"\n\n"_s);
    QTest::newRow("few words") << sentences(random, 20'000, 30, 5).join(u"\n\n"_s) << sentences(random, 20'000, 30, 5).join(u"\n\n"_s);
    QTest::newRow("one paragraph each") << text.join(u' ') << edited.join(u' ');
    QTest::newRow("one paragraph and many") << all << text.join(u' ');
    QTest::newRow("backwards") << all << QStringList(text.rbegin(), text.rend()).join(u"\n\n"_s);
    QTest::newRow("only letters") << u"a\n\n"_s.repeated(500'000) << u"b\n\n"_s.repeated(500'000);
    QTest::newRow("headings") << u"# a\n"_s.repeated(300'000) << u"# b\n"_s.repeated(300'000);
    QTest::newRow("all lines the same") << u"The same words again.\n\n"_s.repeated(100'000) << u"The same words again.\n\nAnd once more so.\n\n"_s.repeated(60'000);
}

/// None of these may take long beside the difference by words alone, which takes little more than linear time (2 to 8 times as long, as measured).
void TestComparison::takesLinearTime()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QElapsedTimer timer;
    timer.start();
    (void)textDifference(before, after + u'x');
    const qint64 words = timer.restart();
    const VersionComparison comparison = compared(before, after);
    const qint64 took = timer.elapsed();
    QVERIFY(!comparison.rows.isEmpty());
    QVERIFY2(took < 25 * std::max(words, qint64(1)), qPrintable(u"%1 ms, the words alone %2 ms"_s.arg(took).arg(words)));
}

void TestComparison::canBeStopped()
{
    JobState state;
    state.stop();
    QVERIFY(!compareVersions(u"a"_s, u"b"_s, &state));
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
