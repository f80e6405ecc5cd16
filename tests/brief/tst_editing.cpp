#include "app/base/displaywidth.h"
#include "app/brief/comment.h"
#include "app/brief/draft.h"
#include "app/brief/listediting.h"
#include "app/brief/sentences.h"
#include "app/brief/tableediting.h"
#include "app/brief/typing.h"
#include "app/brief/verbatim.h"
#include "app/brief/wordtarget.h"

#include <QElapsedTimer>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// A text with `|` (or another mark) where the cursor stands, or at both ends of the selection.
struct Marked
{
    QString text;
    TextRange selection;

    explicit Marked(QString marked, QChar mark = u'|')
    {
        const qsizetype first = marked.indexOf(mark);
        marked.remove(first, 1);
        const qsizetype second = marked.indexOf(mark, first);
        if (second >= 0)
            marked.remove(second, 1);
        text = marked;
        selection = {first, second < 0 ? 0 : second - first};
    }
};

QString marked(QString text, TextRange selection, QChar mark = u'|')
{
    if (selection.length > 0)
        text.insert(selection.end(), mark);
    return text.insert(selection.offset, mark);
}

QString changed(const QString &text, const std::optional<TypedChange> &change, QChar mark = u'|')
{
    if (!change)
        return u"nothing"_s;
    QString result = text;
    result.replace(change->range.offset, change->range.length, change->text);
    return marked(result, change->selection, mark);
}

void addRow(const char *name, const QString &before, const QString &after)
{
    QTest::newRow(name) << before << after;
}

void beforeAndAfter()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
}

} // namespace

class TestEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksListLines_data();
    void breaksListLines();
    void shiftsItemsIn_data();
    void shiftsItemsIn();
    void shiftsItemsOut_data();
    void shiftsItemsOut();
    void renumbers_data();
    void renumbers();
    void movesInTables_data();
    void movesInTables();
    void changesTables_data();
    void changesTables();
    void makesATable();
    void measuresWidth_data();
    void measuresWidth();
    void setsQuotes_data();
    void setsQuotes();
    void wraps_data();
    void wraps();
    void knowsFences_data();
    void knowsFences();
    void togglesComments_data();
    void togglesComments();
    void hidesComments();
    void setsTargets_data();
    void setsTargets();
    void setsTargetOfBrief_data();
    void setsTargetOfBrief();
    void readsTargets();
    void findsSentences_data();
    void findsSentences();
    void takesLinearTime();
};

void TestEditing::breaksListLines_data()
{
    beforeAndAfter();
    addRow("bullet", u"- one|"_s, u"- one\n- |"_s);
    addRow("star", u"* one|"_s, u"* one\n* |"_s);
    addRow("within", u"- one| two"_s, u"- one\n- |two"_s);
    addRow("at its start", u"- |one"_s, u"- \n- |one"_s);
    addRow("before its text", u"-| one"_s, u"nothing"_s);
    addRow("number", u"1. one|"_s, u"1. one\n2. |"_s);
    addRow("bracket", u"3) one|"_s, u"3) one\n4) |"_s);
    addRow("numbers below", u"1. one|\n2. two\n3. three"_s, u"1. one\n2. |\n3. two\n4. three"_s);
    addRow("nine", u"9. one|\n10. two"_s, u"9. one\n10. |\n11. two"_s);
    addRow("same numbers", u"1. one|\n1. two"_s, u"1. one\n1. |\n1. two"_s);
    addRow("same numbers above", u"1. one\n1. two|"_s, u"1. one\n1. two\n1. |"_s);
    addRow("numbers in", u"1. a\n   1. x\n2. b\n   1. y|"_s, u"1. a\n   1. x\n2. b\n   1. y\n   2. |"_s);
    addRow("box", u"- [x] one|"_s, u"- [x] one\n- [ ] |"_s);
    addRow("numbered box", u"1. [ ] one|"_s, u"1. [ ] one\n2. [ ] |"_s);
    addRow("nested", u"- one\n  - two|"_s, u"- one\n  - two\n  - |"_s);
    addRow("quotation", u"> one|"_s, u"> one\n> |"_s);
    addRow("quotation, within", u"> one| two"_s, u"> one\n> |two"_s);
    addRow("list in a quotation", u"> - one|"_s, u"> - one\n> - |"_s);
    addRow("empty at the start", u"- |"_s, u"|"_s);
    addRow("empty", u"- one\n- |"_s, u"- one\n\n|"_s);
    addRow("empty, text below", u"- one\n- |\n\nText"_s, u"- one\n\n|\n\nText"_s);
    addRow("empty box", u"- [ ] one\n- [ ] |"_s, u"- [ ] one\n\n|"_s);
    addRow("empty number, more below", u"1. a\n2. |\n3. b"_s, u"1. a\n\n|\n2. b"_s);
    addRow("empty nested", u"- one\n  - two\n  - |"_s, u"- one\n  - two\n- |"_s);
    addRow("empty nested number", u"1. one\n   - two\n   - |\n2. b"_s, u"1. one\n   - two\n2. |\n3. b"_s);
    addRow("empty quotation", u"> one\n> |"_s, u"> one\n\n|"_s);
    addRow("empty inner quotation", u"> > one\n> > |"_s, u"> > one\n>\n> |"_s);
    addRow("prose", u"one|"_s, u"nothing"_s);
    addRow("rule", u"* * *|"_s, u"nothing"_s);
    addRow("dashes", u"---|"_s, u"nothing"_s);
    addRow("emphasis", u"*one*|"_s, u"nothing"_s);
    addRow("year", u"2026.|"_s, u"nothing"_s);
    addRow("continuation stays", u"1. one|\n   more\n2. two"_s, u"1. one\n2. |\n   more\n3. two"_s);
    addRow("wider number takes its children along", u"8. a|\n9. b\n   - c"_s, u"8. a\n9. |\n10. b\n    - c"_s);
    addRow("other list below", u"1. one|\n\nText\n\n1. two"_s, u"1. one\n2. |\n\nText\n\n1. two"_s);
    addRow("beyond a heading", u"1. one|\n# Two\n2. two"_s, u"1. one\n2. |\n# Two\n2. two"_s);
}

void TestEditing::breaksListLines()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Marked from(before);
    QCOMPARE(changed(from.text, breakListLine(from.text, from.selection.offset)), after);
}

void TestEditing::shiftsItemsIn_data()
{
    beforeAndAfter();
    addRow("bullet", u"- one\n- two|"_s, u"- one\n  - two|"_s);
    addRow("number", u"1. one\n2. two|\n3. three"_s, u"1. one\n   1. two|\n2. three"_s);
    addRow("bullet below a number", u"1. one\n- two|"_s, u"1. one\n   - two|"_s);
    addRow("joins a list", u"1. one\n   1. a\n2. two|"_s, u"1. one\n   1. a\n   2. two|"_s);
    addRow("joins bullets", u"1. one\n   - a\n2. two|"_s, u"1. one\n   - a\n   - two|"_s);
    addRow("first", u"- one|\n- two"_s, u"- one|\n- two"_s);
    addRow("twice", u"- one\n  - two|"_s, u"- one\n  - two|"_s);
    addRow("takes children along", u"- one\n- two|\n  - three\n\n  more"_s, u"- one\n  - two|\n    - three\n\n    more"_s);
    addRow("several", u"- one\n- t|wo\n- th|ree\n- four"_s, u"- one\n  - t|wo\n  - th|ree\n- four"_s);
    addRow("cursor at the start of the text", u"- one\n- |two"_s, u"- one\n  - |two"_s);
    addRow("cursor before the marker", u"- one\n|- two"_s, u"- one\n  |- two"_s);
    addRow("in a quotation", u"> - one\n> - two|"_s, u"> - one\n>   - two|"_s);
    addRow("other list", u"- one\n\nText\n\n- two|"_s, u"- one\n\nText\n\n- two|"_s);
    addRow("prose", u"one|"_s, u"nothing"_s);
}

void TestEditing::shiftsItemsIn()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Marked from(before);
    QCOMPARE(changed(from.text, shiftListItems(from.text, from.selection, true)), after);
}

void TestEditing::shiftsItemsOut_data()
{
    beforeAndAfter();
    addRow("bullet", u"- one\n  - two|"_s, u"- one\n- two|"_s);
    addRow("number", u"1. one\n   1. two|\n2. three"_s, u"1. one\n2. two|\n3. three"_s);
    addRow("siblings become children", u"1. one\n   1. a\n   2. b|\n   3. c\n2. two"_s, u"1. one\n   1. a\n2. b|\n   1. c\n3. two"_s);
    addRow("takes the parent's marker", u"- one\n  1. two|"_s, u"- one\n- two|"_s);
    addRow("takes children along", u"- one\n  - two|\n    - three"_s, u"- one\n- two|\n  - three"_s);
    addRow("at the margin", u"- one|"_s, u"- one|"_s);
    addRow("without a parent", u"  - one|"_s, u"- one|"_s);
    addRow("several", u"- one\n  - t|wo\n  - th|ree"_s, u"- one\n- t|wo\n- th|ree"_s);
}

void TestEditing::shiftsItemsOut()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Marked from(before);
    QCOMPARE(changed(from.text, shiftListItems(from.text, from.selection, false)), after);
}

void TestEditing::renumbers_data()
{
    beforeAndAfter();
    addRow("gaps", u"1. a\n5. b|\n7. c"_s, u"1. a\n2. b|\n3. c"_s);
    addRow("from its first", u"4. a\n4. b|"_s, u"4. a\n5. b|"_s);
    addRow("nested", u"1. a\n   3. x\n   3. y\n1. b|"_s, u"1. a\n   3. x\n   4. y\n2. b|"_s);
    addRow("prose", u"a|"_s, u"nothing"_s);
}

void TestEditing::renumbers()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Marked from(before);
    QCOMPARE(changed(from.text, renumberList(from.text, from.selection.offset)), after);
}

// In tables `^` is the cursor.
void TestEditing::movesInTables_data()
{
    QTest::addColumn<TableAct>("act");
    beforeAndAfter();
    const auto row = [](const char *name, TableAct act, const QString &before, const QString &after) {
        QTest::newRow(name) << act << before << after;
    };
    using enum TableAct;
    row("next", NextCell, u"|a^|b|\n|-|-|\n|c|d|"_s, u"| a   | ^b^   |\n| --- | --- |\n| c   | d   |"_s);
    row("to the next row", NextCell, u"|a|b^|\n|-|-|\n|c|d|"_s, u"| a   | b   |\n| --- | --- |\n| ^c^   | d   |"_s);
    row("a new row", NextCell, u"|a|b|\n|-|-|\n|c|d^|"_s,
        u"| a   | b   |\n| --- | --- |\n| c   | d   |\n| ^    |     |"_s);
    row("previous", PreviousCell, u"|a|b|\n|-|-|\n|^c|d|"_s, u"| a   | ^b^   |\n| --- | --- |\n| c   | d   |"_s);
    row("before the first", PreviousCell, u"|^a|b|\n|-|-|"_s, u"| ^a^   | b   |\n| --- | --- |"_s);
    row("below", NextRow, u"|a|b^|\n|-|-|\n|c|d|"_s, u"| a   | b   |\n| --- | --- |\n| c   | ^d^   |"_s);
    row("a row below", NextRow, u"|a|b|\n|-|-|\n|c|d^|"_s,
        u"| a   | b   |\n| --- | --- |\n| c   | d   |\n|     | ^    |"_s);
    row("leaves it", NextRow, u"|a|\n|-|\n|b|\n|^|"_s, u"| a   |\n| --- |\n| b   |\n\n^"_s);
    row("leaves it to text", NextRow, u"|a|\n|-|\n|b|\n|^|\n\nText"_s, u"| a   |\n| --- |\n| b   |\n\n^\nText"_s);
    row("from the line below the header", NextCell, u"|a|b|\n|-^|-|\n|c|d|"_s, u"| a   | ^b^   |\n| --- | --- |\n| c   | d   |"_s);
    row("no table", NextCell, u"a | b^"_s, u"nothing"_s);
    row("a table elsewhere", NextCell, u"a^\n\n|b|\n|-|"_s, u"nothing"_s);
    row("text above", NextCell, u"Text\n\n|a^|b|\n|-|-|"_s, u"Text\n\n| a   | ^b^   |\n| --- | --- |"_s);
    row("without outer marks", NextCell, u"a^ | b\n- | -"_s, u"| a   | ^b^   |\n| --- | --- |"_s);
    row("in a quotation", NextCell, u"> |a^|b|\n> |-|-|"_s, u"> | a   | ^b^   |\n> | --- | --- |"_s);
    row("escaped mark", NextCell, u"|a\\|b^|c|\n|-|-|"_s, u"| a\\|b | ^c^   |\n| ---- | --- |"_s);
}

void TestEditing::movesInTables()
{
    QFETCH(TableAct, act);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Marked from(before, u'^');
    QCOMPARE(changed(from.text, changeTable(from.text, from.selection.offset, act), u'^'), after);
}

void TestEditing::changesTables_data()
{
    QTest::addColumn<TableAct>("act");
    beforeAndAfter();
    const auto row = [](const char *name, TableAct act, const QString &before, const QString &after) {
        QTest::newRow(name) << act << before << after;
    };
    using enum TableAct;
    row("align", Align, u"|a|long^er|\n|:-|-:|\n|ccccc|d|"_s, u"| a     | long^er |\n| :---- | -----: |\n| ccccc |      d |"_s);
    row("centre", Align, u"|abcde^|\n|:-:|\n|x|"_s, u"| abcde^ |\n| :---: |\n|   x   |"_s);
    row("wide letters", Align, u"|東京^|b|\n|-|-|\n|abcde|d|"_s, u"| 東京^  | b   |\n| ----- | --- |\n| abcde | d   |"_s);
    row("longer row is kept", Align, u"|a^|\n|-|\n|b|c|"_s, u"| a^   |     |\n| --- | --- |\n| b   | c   |"_s);
    row("row above", InsertRowAbove, u"|a|\n|-|\n|b^|"_s, u"| a   |\n| --- |\n| ^    |\n| b   |"_s);
    row("row above the header", InsertRowAbove, u"|a^|\n|-|\n|b|"_s, u"| a   |\n| --- |\n| ^    |\n| b   |"_s);
    row("row below", InsertRowBelow, u"|a|\n|-|\n|b^|"_s, u"| a   |\n| --- |\n| b   |\n| ^    |"_s);
    row("remove row", RemoveRow, u"|a|\n|-|\n|b^|\n|c|"_s, u"| a   |\n| --- |\n| ^c^   |"_s);
    row("the header stays", RemoveRow, u"|a^|\n|-|\n|b|"_s, u"| a^   |\n| --- |\n| b   |"_s);
    row("row up", MoveRowUp, u"|a|\n|-|\n|b|\n|c^|"_s, u"| a   |\n| --- |\n| c^   |\n| b   |"_s);
    row("not above the header", MoveRowUp, u"|a|\n|-|\n|b^|"_s, u"| a   |\n| --- |\n| b^   |"_s);
    row("row down", MoveRowDown, u"|a|\n|-|\n|^b|\n|c|"_s, u"| a   |\n| --- |\n| c   |\n| ^b   |"_s);
    row("column left", InsertColumnLeft, u"|a^|\n|:-:|\n|b|"_s, u"| ^    |  a  |\n| --- | :-: |\n|     |  b  |"_s);
    row("column right", InsertColumnRight, u"|a^|\n|-:|\n|b|"_s, u"|   a | ^    |\n| --: | --- |\n|   b |     |"_s);
    row("remove column", RemoveColumn, u"|a|b^|\n|-|-:|\n|c|d|"_s, u"| ^a^   |\n| --- |\n| c   |"_s);
    row("the last column stays", RemoveColumn, u"|a^|\n|-|"_s, u"| a^   |\n| --- |"_s);
    row("move left", MoveColumnLeft, u"|a|b^|\n|-|-:|\n|c|d|"_s, u"|   b^ | a   |\n| --: | --- |\n|   d | c   |"_s);
    row("move right", MoveColumnRight, u"|^a|b|\n|-|-:|\n|c|d|"_s, u"|   b | ^a   |\n| --: | --- |\n|   d | c   |"_s);
    row("to the right", AlignRight, u"|a^|\n|-|"_s, u"|   a^ |\n| --: |"_s);
    row("and back", AlignRight, u"|a^|\n|-:|"_s, u"| a^   |\n| --- |"_s);
}

void TestEditing::changesTables()
{
    movesInTables();
}

void TestEditing::makesATable()
{
    QCOMPARE(emptyTable(1, 2), u"|     |     |\n| --- | --- |\n|     |     |"_s);
}

void TestEditing::measuresWidth_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("nothing") << u""_s << 0;
    QTest::newRow("Latin") << u"Galați"_s << 6;
    QTest::newRow("accent apart") << u"Galat\u0326i"_s << 6;
    QTest::newRow("Han") << u"東京"_s << 4;
    QTest::newRow("Hangul") << u"서울"_s << 4;
    QTest::newRow("half width") << u"ｶﾅ"_s << 2;
    QTest::newRow("full width") << u"ＡＢ"_s << 4;
    QTest::newRow("beyond the first plane") << u"𠀀"_s << 2;
    QTest::newRow("emoji") << u"🚁"_s << 2;
    QTest::newRow("family") << u"👩\u200D👧"_s << 2;
    QTest::newRow("skin tone") << u"👍🏽"_s << 2;
    QTest::newRow("soft hyphen") << u"a\u00ADb"_s << 2;
}

void TestEditing::measuresWidth()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QCOMPARE(displayWidth(text), width);
}

void TestEditing::setsQuotes_data()
{
    QTest::addColumn<QString>("language");
    beforeAndAfter();
    const auto row = [](const char *name, const char *language, const QString &before, const QString &after) {
        QTest::newRow(name) << QString::fromLatin1(language) << before << after;
    };
    row("opens", "en-GB", u"\"^"_s, u"“^"_s);
    row("opens behind a space", "en-GB", u"said \"^"_s, u"said “^"_s);
    row("opens behind a bracket", "en-GB", u"(\"^"_s, u"(“^"_s);
    row("opens in a cell", "en-GB", u"| a | \"^"_s, u"| a | “^"_s);
    row("line below a header", "en", u"| --^"_s, u"nothing"_s);
    row("closes", "en-GB", u"said “so\"^"_s, u"said “so”^"_s);
    row("closes behind a stop", "en-GB", u"“So.\"^"_s, u"“So.”^"_s);
    row("opens within emphasis", "en-GB", u"so *\"^"_s, u"so *“^"_s);
    row("closes behind emphasis", "en-GB", u"“*so*\"^"_s, u"“*so*”^"_s);
    row("apostrophe", "en-GB", u"don'^"_s, u"don’^"_s);
    row("apostrophe within", "en-GB", u"don'^t"_s, u"don’^t"_s);
    row("single", "en-GB", u"a '^"_s, u"a ‘^"_s);
    row("single closes", "en-GB", u"a ‘b'^"_s, u"a ‘b’^"_s);
    row("German", "de", u"er sagt \"^"_s, u"er sagt „^"_s);
    row("German closes", "de-AT", u"„so\"^"_s, u"„so“^"_s);
    row("German single", "de", u"ein '^"_s, u"ein ‚^"_s);
    row("German single closes", "de", u"ein ‚Wort'^"_s, u"ein ‚Wort‘^"_s);
    row("German apostrophe", "de", u"geht'^"_s, u"geht’^"_s);
    row("French", "fr", u"dit \"^"_s, u"dit «\u00A0^"_s);
    row("French closes", "fr", u"«\u00A0mot\"^"_s, u"«\u00A0mot\u00A0»^"_s);
    row("French closes behind a space", "fr", u"«\u00A0mot \"^"_s, u"«\u00A0mot\u00A0»^"_s);
    row("French apostrophe", "fr", u"l'^"_s, u"l’^"_s);
    row("Polish", "pl", u"\"^"_s, u"„^"_s);
    row("Polish closes", "pl", u"„tak\"^"_s, u"„tak”^"_s);
    row("Swedish", "sv", u"\"^"_s, u"”^"_s);
    row("Romanian", "ro", u"\"^"_s, u"„^"_s);
    row("Russian", "ru", u"\"^"_s, u"«^"_s);
    row("Spanish", "es", u"\"^"_s, u"“^"_s); // CLDR's choice in Qt 6.8, not the academy's «
    row("Dutch", "nl", u"\"^"_s, u"“^"_s);
    row("not known", "xx", u"\"^"_s, u"“^"_s);
    row("en dash", "en", u"the drone --^"_s, u"the drone –^"_s);
    row("em dash", "en", u"the drone –-^"_s, u"the drone —^"_s);
    row("arrow", "en", u"a –>^"_s, u"a -->^"_s);
    row("rule", "en", u"--^"_s, u"nothing"_s);
    row("list", "en", u"- --^"_s, u"nothing"_s);
    row("comment", "en", u"text <!--^"_s, u"nothing"_s);
    row("end of a comment", "en", u"<!-- text --^"_s, u"nothing"_s);
    row("more hyphens", "en", u"a ---^"_s, u"nothing"_s);
    row("escaped", "en", u"\\\"^"_s, u"nothing"_s);
    row("code", "en", u"the `a \"^"_s, u"nothing"_s);
    row("behind code", "en", u"the `a` \"^"_s, u"the `a` “^"_s);
    row("double code", "en", u"the ``a ` \"^"_s, u"nothing"_s);
    row("address", "en", u"[a](b \"^"_s, u"nothing"_s);
    row("text of a link", "en", u"[\"^"_s, u"[“^"_s);
    row("behind a link", "en", u"[a](b) \"^"_s, u"[a](b) “^"_s);
    row("bare address", "en", u"https://a.org/b--^"_s, u"nothing"_s);
    row("citation", "en", u"so [@a, '^"_s, u"nothing"_s);
    row("key", "en", u"as @a--^"_s, u"nothing"_s);
    row("insertion in a quotation", "en", u"“the [drone] --^"_s, u"“the [drone] –^"_s);
    row("attributes", "en", u"# A {from=\"^"_s, u"nothing"_s);
    row("block", "en", u"::: {.timeline} \"^"_s, u"nothing"_s);
    row("HTML", "en", u"<a href=\"^"_s, u"nothing"_s);
    row("less than", "en", u"3 < 5 \"^"_s, u"3 < 5 “^"_s);
    row("another letter", "en", u"a^"_s, u"nothing"_s);
}

void TestEditing::setsQuotes()
{
    QFETCH(QString, language);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Marked from(before, u'^');
    QCOMPARE(changed(from.text, afterTyping(from.text, from.selection.offset, quotationStyle(language)), u'^'), after);
}

void TestEditing::wraps_data()
{
    QTest::addColumn<QString>("typed");
    beforeAndAfter();
    const auto row = [](const char *name, const QString &typed, const QString &before, const QString &after) {
        QTest::newRow(name) << typed << before << after;
    };
    row("emphasis", u"*"_s, u"a |b| c"_s, u"a *|b|* c"_s);
    row("underlined", u"_"_s, u"|b|"_s, u"_|b|_"_s);
    row("code", u"`"_s, u"|b|"_s, u"`|b|`"_s);
    row("link", u"["_s, u"|b|"_s, u"[|b|]"_s);
    row("quotation", u"\""_s, u"|b|"_s, u"„|b|“"_s);
    row("single", u"'"_s, u"|b|"_s, u"‚|b|‘"_s);
    row("spaces stay outside", u"*"_s, u"a| b |c"_s, u"a *|b|* c"_s);
}

void TestEditing::wraps()
{
    QFETCH(QString, typed);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Marked from(before);
    QCOMPARE(changed(from.text, wrap(from.text, from.selection, marksAround(typed.front(), quotationStyle(u"de"_s)))), after);
    QVERIFY(marksAround(u'a', quotationStyle(u"de"_s)).first.isEmpty());
}

void TestEditing::knowsFences_data()
{
    QTest::addColumn<QStringList>("fences");
    QTest::addColumn<bool>("inside");
    QTest::newRow("none") << QStringList() << false;
    QTest::newRow("open") << QStringList{u"```"_s} << true;
    QTest::newRow("closed") << QStringList{u"```"_s, u"```"_s} << false;
    QTest::newRow("argument") << QStringList{u"```argdown"_s} << true;
    QTest::newRow("closed argument") << QStringList{u"```argdown"_s, u"```"_s} << false;
    QTest::newRow("begun above what is seen") << QStringList{u"```"_s, u"```argdown"_s} << true;
    QTest::newRow("other mark within") << QStringList{u"~~~"_s, u"```"_s} << true;
    QTest::newRow("shorter within") << QStringList{u"````"_s, u"```"_s} << true;
    QTest::newRow("longer closes") << QStringList{u"```"_s, u"````"_s} << false;
    QTest::newRow("code in a line") << QStringList{u"```a``` b"_s} << false;
}

void TestEditing::knowsFences()
{
    QFETCH(QStringList, fences);
    QFETCH(bool, inside);
    QCOMPARE(isInFence(fences), inside);
}

void TestEditing::togglesComments_data()
{
    beforeAndAfter();
    addRow("words", u"a |b| c"_s, u"a <!-- |b| --> c"_s);
    addRow("off", u"a <!-- |b| --> c"_s, u"a |b| c"_s);
    addRow("off, marks selected", u"a |<!-- b -->| c"_s, u"a |b| c"_s);
    addRow("off, cursor within", u"a <!-- b|b --> c"_s, u"a b|b c"_s);
    addRow("line", u"one\ntw|o\nthree"_s, u"one\n<!-- tw|o -->\nthree"_s);
    addRow("line off", u"one\n<!-- tw|o -->\nthree"_s, u"one\ntw|o\nthree"_s);
    addRow("empty line", u"|"_s, u"<!-- | -->"_s);
    addRow("start of a line", u"|One.| Two."_s, u"<!-- |One.| -->\n Two."_s);
    addRow("spaces stay outside", u"a| b |c"_s, u"a <!-- |b| --> c"_s);
    addRow("paragraphs", u"|one\n\ntwo|"_s, u"<!--\n|one\n\ntwo|\n-->"_s);
    addRow("paragraphs off", u"<!--\n|one\n\ntwo|\n-->"_s, u"|one\n\ntwo|"_s);
    addRow("around another", u"a |b <!-- c --> d|"_s, u"a <!-- |b  c  d| -->"_s);
    addRow("between two", u"<!-- a --> b |c| d <!-- e -->"_s, u"<!-- a --> b <!-- |c| --> d <!-- e -->"_s);
}

void TestEditing::togglesComments()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Marked from(before);
    QCOMPARE(changed(from.text, toggleComment(from.text, from.selection)), after);
}

void TestEditing::hidesComments()
{
    QCOMPARE(wordCount(readDocument(u"One two.\n\n<!-- not this -->\n\nThree <!-- nor this --> four.\n"
                                    "\n<!--\nnothing\n\nhere\n-->\n\nFive."_s)),
        5);
}

void TestEditing::setsTargets_data()
{
    QTest::addColumn<int>("words");
    beforeAndAfter();
    const auto row = [](const char *name, int words, const QString &before, const QString &after) {
        QTest::newRow(name) << words << before << after;
    };
    row("new", 300, u"## A"_s, u"## A {words=300}"_s);
    row("beside a role", 300, u"## A {.received}"_s, u"## A {.received words=300}"_s);
    row("another", 300, u"## A {.received words=200}"_s, u"## A {.received words=300}"_s);
    row("quoted", 300, u"## A {words=\"200\" #b}"_s, u"## A {#b words=300}"_s);
    row("none", 0, u"## A {.received words=200}"_s, u"## A {.received}"_s);
    row("none left", 0, u"## A {words=200}"_s, u"## A"_s);
    row("no attributes", 300, u"## A {b, c!}"_s, u"## A {b, c!} {words=300}"_s);
}

void TestEditing::setsTargets()
{
    QFETCH(int, words);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const TypedChange change = setSectionTarget(before, words);
    QCOMPARE(QString(before).replace(change.range.offset, change.range.length, change.text), after);
}

void TestEditing::setsTargetOfBrief_data()
{
    QTest::addColumn<int>("words");
    beforeAndAfter();
    const auto row = [](const char *name, int words, const QString &before, const QString &after) {
        QTest::newRow(name) << words << before << after;
    };
    row("new", 900, u"## A"_s, u"---\nwords: 900\n---\n\n## A"_s);
    row("empty brief", 900, u""_s, u"---\nwords: 900\n---\n\n"_s);
    row("beside others", 900, u"---\nstatus: draft\n---\nA"_s, u"---\nstatus: draft\nwords: 900\n---\nA"_s);
    row("another", 900, u"---\nwords: 800\nstatus: draft\n---\nA"_s, u"---\nstatus: draft\nwords: 900\n---\nA"_s);
    row("none", 0, u"---\nstatus: draft\nwords: 800\n---\nA"_s, u"---\nstatus: draft\n---\nA"_s);
    row("none left", 0, u"---\nwords: 800\n---\n\nA"_s, u"A"_s);
    row("none before", 0, u"A"_s, u"A"_s);
}

void TestEditing::setsTargetOfBrief()
{
    QFETCH(int, words);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const TypedChange change = setBriefTarget(before, words);
    QCOMPARE(QString(before).replace(change.range.offset, change.range.length, change.text), after);
    QCOMPARE(wordTarget(readDocument(after)), words);
}

void TestEditing::readsTargets()
{
    CapturedSources captured;
    const auto draft = readDraft(u"---\nwords: 900\n---\n\n## A {words=3}\n\nOne two.\n\n## B {words=x}\n"_s, captured, nullptr,
        [] { return false; });
    QVERIFY(draft);
    QCOMPARE(draft->target, 900);
    QCOMPARE(draft->sections.at(0).entry.target, 3);
    QCOMPARE(draft->sections.at(0).words, 3);
    QCOMPARE(draft->sections.at(1).entry.target, 0);
}

void TestEditing::findsSentences_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("sentence");
    addRow("first", u"O|ne. Two. Three."_s, u"One."_s);
    addRow("middle", u"One. T|wo. Three."_s, u"Two."_s);
    addRow("last", u"One. Two. Three.|"_s, u"Three."_s);
    addRow("between", u"One.| Two."_s, u"One."_s);
    addRow("abbreviation", u"Mr. Tusk s|poke. He left."_s, u"Mr. Tusk spoke."_s);
    addRow("marks", u"One **tw|o**. Three."_s, u"One **two**."_s);
    addRow("with its citation", u"One |two [@a]. Three."_s, u"One two [@a]."_s);
    addRow("empty", u"|"_s, u""_s);
}

void TestEditing::findsSentences()
{
    QFETCH(QString, before);
    QFETCH(QString, sentence);
    const Marked from(before);
    const TextRange found = sentenceAround(from.text, from.selection.offset);
    QCOMPARE(from.text.sliced(found.offset, found.length), sentence);
}

void TestEditing::takesLinearTime()
{
    const auto time = [](int times) {
        const QString list = u"1. item\n"_s.repeated(times);
        const QString table = u"|a|b|\n|-|-|\n"_s + u"|a|b|\n"_s.repeated(times);
        const QString line = u"[a (b `c` {d} "_s.repeated(times) + u'"';
        QElapsedTimer timer;
        timer.start();
        (void)breakListLine(list, 7);
        (void)shiftListItems(list, {0, list.size()}, true);
        (void)changeTable(table, 1, TableAct::NextCell);
        (void)afterTyping(line, line.size(), quotationStyle(u"en"_s));
        return timer.nsecsElapsed();
    };
    const qint64 once = std::max<qint64>(time(100), 1'000'000);
    QVERIFY(time(400) < 40 * once);
}

QTEST_APPLESS_MAIN(TestEditing)

#include "tst_editing.moc"
