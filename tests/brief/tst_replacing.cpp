#include "app/brief/replacing.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

class TestReplacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void replaces_data();
    void replaces();
    void refuses_data();
    void refuses();
    void staysWithinAStretch_data();
    void staysWithinAStretch();
    void findsAsInOneGo_data();
    void findsAsInOneGo();
    void givesUp_data();
    void givesUp();
    void isStopped();
    void replacesOne();
    void briefs();
    void refusesAnotherText();
    void linesAround_data();
    void linesAround();
};

namespace {

Sought soughtFrom(const QString &text, const QString &options)
{
    return {.text = text, .isExpression = options.contains(u'x'), .isExact = options.contains(u'e'), .wholeWords = options.contains(u'w')};
}

QList<TextRange> placesIn(const QString &text, const Sought &sought)
{
    return must(must(Finder::make(sought)).places(text, {0, text.size()}, {}));
}

QString textsOf(const QString &text, const QList<TextRange> &places)
{
    QStringList texts;
    for (const TextRange &place : places)
        texts.append(u"%1:%2"_s.arg(place.offset).arg(text.mid(place.offset, place.length)));
    return texts.join(u'|');
}

} // namespace

void TestReplacing::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QString>("options"); ///< x: expression, e: exact, w: whole words
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *text, const char *sought, const char *options, const char *found) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(sought) << QString::fromLatin1(options) << QString::fromUtf8(found);
    };
    row("nothing sought", "a drone", "", "", "");
    row("empty text", "", "drone", "", "");
    row("letter case", "A drone, two Drones, DRONE", "drone", "", "2:drone|13:Drone|21:DRONE");
    row("letter case counts", "A drone, two Drones", "Drone", "e", "13:Drone");
    row("accents", "Galați and GALATI", "galati", "", "0:Galați|11:GALATI");
    row("accents count", "Galați and Galati", "Galati", "e", "11:Galati");
    row("accents typed", "Galați and Galati", "Galați", "", "0:Galați|11:Galati");
    row("accents apart", "Galat\u0326i.", "galati", "", "0:Galat\u0326i");
    row("accent at the end", "cafe\u0301 cafe", "cafe", "", "0:cafe\u0301|6:cafe");
    row("quotation marks", "“so” and \"so\"", "\"so\"", "", "0:“so”|9:\"so\"");
    row("half of a letter", "Straße", "s", "", "0:S");
    row("letter of two", "Straße STRASSE", "strasse", "", "0:Straße|7:STRASSE");
    row("no overlap", "aaaa", "aa", "", "0:aa|2:aa");
    row("repeats", "aabaabaabaab", "aabaab", "", "0:aabaab|6:aabaab");
    row("two spaces", "a  b\n\nc", "  ", "", "1:  ");
    row("space is no line end", "red\nline red line", "red line", "", "9:red line");
    row("whole words", "a cat, cats, concat, cat", "cat", "w", "2:cat|21:cat");
    row("whole words with accents", "até ate", "at", "w", "");
    row("whole phrase", "on allied soil, on allied soils", "allied soil", "w", "3:allied soil");
    row("emoji", "😀 drone 😀", "drone", "", "3:drone");
    row("emoji sought", "a 😀 b 😀", "😀", "", "2:😀|7:😀");
    row("marks are letters", "a.c abc", "a.c", "", "0:a.c");
    row("expression", "a.c abc", "a.c", "x", "0:a.c|4:abc");
    row("expression, letter case", "Drone drone", "drone", "x", "0:Drone|6:drone");
    row("expression, exact", "Drone drone", "drone", "xe", "6:drone");
    row("expression, words", "a cat, cats", "c.t", "xw", "2:cat");
    row("expression of two ways, words", "cats cat", "cat|cats", "xw", "0:cats|5:cat");
    row("line starts", "one\ntwo\n\nthree", "^", "x", "0:|4:|8:|9:");
    row("line ends", "one\ntwo", "$", "x", "3:|7:");
    row("empty behind a match", "baaac", "a*", "x", "0:|1:aaa|5:");
    row("over line ends", "a\n\n\nb", "\\n\\n+", "x", "1:\n\n\n");
    row("look back", "€5 and 5", "(?<=€)\\d", "x", "1:5");
    row("kept back", "red line", "red \\Kline", "x", "4:line");
    row("letters of all scripts", "Łódź", "^\\w+$", "x", "0:Łódź");
    row("emoji by a dot", "😀😀", ".", "x", "0:😀|2:😀");
    row("whole text", "a\nb", "(?s).+", "x", "0:a\nb");
}

void TestReplacing::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, sought);
    QFETCH(QString, options);
    QTEST(textsOf(text, placesIn(text, soughtFrom(sought, options))), "found");
}

void TestReplacing::replaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const char *text, const char *sought, const char *options, const char *by, const char *result) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(sought) << QString::fromLatin1(options) << QString::fromUtf8(by) << QString::fromUtf8(result);
    };
    row("plain", "a cat, a Cat", "cat", "", "dog", "a dog, a dog");
    row("by nothing", "a cat", " cat", "", "", "a");
    row("plain has no groups", "a cat", "cat", "", "$1\\n", "a $1\\n");
    row("groups", "29 May 2026", "(\\d+) (\\w+) (\\d+)", "x", "$3, $2 \\1", "2026, May 29");
    row("all", "a cat", "cat", "x", "[$0] [$&] [\\0]", "a [cat] [cat] [cat]");
    row("group that caught nothing", "ac", "a(b)?c", "x", "<$1>", "<>");
    row("by name", "May 2026", "(?<month>\\w+) (?<year>\\d+)", "x", "${year} ${month} ${1}", "2026 May May");
    row("marks", "a", "a", "x", "$$1 \\\\1 \\$", "$1 \\1 $");
    row("line end", "a; b", "; ", "x", "\\n\\t", "a\n\tb");
    row("group and figure", "a", "(a)", "x", "$10", "a0");
    row("dollar alone", "a", "a", "x", "$ $x", "$ $x");
    row("line starts", "one\ntwo", "^", "x", "- ", "- one\n- two");
    row("empty lines", "a\n\n\n\nb", "\\n{3,}", "x", "\\n\\n", "a\n\nb");
}

void TestReplacing::replaces()
{
    QFETCH(QString, text);
    QFETCH(QString, sought);
    QFETCH(QString, options);
    QFETCH(QString, by);
    const Finder finder = must(Finder::make(soughtFrom(sought, options)));
    QTEST(withReplacements(text, must(finder.replacements(text, {0, text.size()}, by, {}))), "result");
}

void TestReplacing::refuses_data()
{
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("why");
    QTest::newRow("open bracket") << u"a(b"_s << u""_s << u"At character 4"_s;
    QTest::newRow("nothing to repeat") << u"*a"_s << u""_s << u"At character 1"_s;
    QTest::newRow("no such group") << u"(a)"_s << u"$2"_s << u"“2”"_s;
    QTest::newRow("no such name") << u"(a)"_s << u"${who}"_s << u"“who”"_s;
}

void TestReplacing::refuses()
{
    QFETCH(QString, sought);
    QFETCH(QString, by);
    QFETCH(QString, why);
    const auto made = Finder::make(soughtFrom(sought, u"x"_s));
    const auto done = made ? made->replacements(u"a"_s, {0, 1}, by, {}) : Result<QList<Replacement>>(failure(made));
    QVERIFY(!done);
    QVERIFY2(done.error().why.contains(why), qPrintable(done.error().text()));
    QVERIFY(!done.error().remedy.isEmpty());
}

void TestReplacing::staysWithinAStretch_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QString>("found");
    QTest::newRow("plain") << u""_s << u"cat"_s << u"5:cat|9:cat"_s;
    QTest::newRow("expression") << u"x"_s << u"c.t"_s << u"5:cat|9:cat"_s;
    QTest::newRow("to its end") << u"x"_s << u"cat$"_s << u"9:cat"_s;
    QTest::newRow("greedy") << u"x"_s << u"c.*"_s << u"5:cat cat"_s;
    QTest::newRow("words before it count") << u"w"_s << u"at"_s << u""_s;
}

void TestReplacing::staysWithinAStretch()
{
    QFETCH(QString, options);
    QFETCH(QString, sought);
    const QString text = u"cat, cat cat, cat"_s;
    QTEST(textsOf(text, must(must(Finder::make(soughtFrom(sought, options))).places(text, {4, 8}, {}))), "found");
}

void TestReplacing::findsAsInOneGo_data()
{
    QTest::addColumn<QString>("expression");
    for (const char *expression : {"a.*b", "a[^b]*b", "\\w+", "(?s)a.{0,700}?b", "^.+$", "\\n+", "a+b*", "(a|b)+\\n", "b(?=\\n)", "(?<=\\n)a+", "$", "x*"})
        QTest::newRow(expression) << QString::fromLatin1(expression);
}

/// It is looked for in slices; their ends are not to be noticed.
void TestReplacing::findsAsInOneGo()
{
    QFETCH(QString, expression);
    QString text;
    quint32 seed = 7;
    for (int i = 0; i < 40'000; ++i) {
        seed = seed * 1664525 + 1013904223;
        const quint32 drawn = seed >> 24;
        text += drawn < 100 ? u'a' : drawn < 150 ? u'b' : drawn < 200 ? u' ' : drawn < 203 ? u'\n' : u'c';
    }
    text += u"a"_s.repeated(3000) + u'b';
    QList<TextRange> expected;
    const QRegularExpression whole(expression, QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption);
    for (const auto &match : whole.globalMatch(text)) {
        if (match.capturedLength() > 0 || expected.isEmpty() || expected.last().end() != match.capturedStart())
            expected.append({match.capturedStart(), match.capturedLength()});
    }
    const QList<TextRange> found = placesIn(text, {.text = expression, .isExpression = true, .isExact = true});
    QCOMPARE(found.size(), expected.size());
    QVERIFY(found == expected);
}

void TestReplacing::givesUp_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("text");
    QTest::newRow("nested") << u"(a+)+$"_s << u"a"_s.repeated(60) + u'b';
    QTest::newRow("alternatives") << u"(a|aa)+$"_s << u"a"_s.repeated(5000) + u'b';
    QTest::newRow("nested, later") << u"(x+x+)+$"_s << u"word "_s.repeated(20'000) + u"x"_s.repeated(60) + u'y';
    QTest::newRow("long line") << u".*.*.*[=#]$"_s << u"abc "_s.repeated(250'000);
}

void TestReplacing::givesUp()
{
    QFETCH(QString, expression);
    QFETCH(QString, text);
    const Finder finder = must(Finder::make({.text = expression, .isExpression = true}));
    const auto places = finder.places(text, {0, text.size()}, {});
    QVERIFY(!places);
    QVERIFY(!places.error().why.isEmpty() && !places.error().remedy.isEmpty());
    QCOMPARE(places.error().kind, Error::Kind::Refused);
}

void TestReplacing::isStopped()
{
    JobState state;
    state.stop();
    for (const QString &options : {u""_s, u"x"_s}) {
        const auto places = must(Finder::make(soughtFrom(u"a"_s, options))).places(u"aaa"_s, {0, 3}, state);
        QVERIFY(!places);
        QCOMPARE(places.error().kind, Error::Kind::Cancelled);
    }
}

void TestReplacing::replacesOne()
{
    const QString text = u"3 drones, 12 drones"_s;
    const Finder finder = must(Finder::make({.text = u"(\\d+) \\Kdrones"_s, .isExpression = true}));
    QCOMPARE(must(finder.replacementAt(text, {0, text.size()}, {2, 6}, u"($1)"_s)), std::optional(u"(3)"_s));
    QCOMPARE(must(finder.replacementAt(text, {8, text.size() - 8}, {13, 6}, u"($1)"_s)), std::optional(u"(12)"_s));
    QCOMPARE(must(finder.replacementAt(text, {0, text.size()}, {3, 6}, u"x"_s)), std::optional<QString>());
}

void TestReplacing::briefs()
{
    TemporaryProject project;
    QList<Brief> all(3);
    const QStringList texts{u"A drone. A Drone."_s, u"Nothing."_s, u"The drone."_s};
    project.edit([&](Writer &writer) -> Result<> {
        for (int i = 0; i < 3; ++i) {
            all[i].title = u"Brief %1"_s.arg(i);
            all[i].position = i;
            all[i].text = texts[i];
            must(addBrief(writer, all[i]));
        }
        return {};
    });
    const Finder finder = must(Finder::make({.text = u"drone"_s}));
    QList<PlacesInBrief> found = must(placesInBriefs(project.reader(), finder, u"UAV"_s, {}));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.first().title, u"Brief 0"_s);
    QCOMPARE(found.first().places, (QList<Replacement>{{{2, 5}, u"UAV"_s}, {{11, 5}, u"UAV"_s}}));
    found.first().places.removeFirst();
    must(project->edit(u"Replace"_s, [&](Writer &writer) { return replaceInBriefs(writer, found); }));
    const auto present = [&] {
        QStringList now;
        for (const Brief &brief : must(redoubt::briefs(project.reader())))
            now.append(brief.text);
        return now;
    };
    QCOMPARE(present(), (QStringList{u"A drone. A UAV."_s, u"Nothing."_s, u"The UAV."_s}));
    must(project->undo());
    QCOMPARE(present(), texts);
}

void TestReplacing::refusesAnotherText()
{
    TemporaryProject project;
    Brief first;
    first.title = u"First"_s;
    first.text = u"drone"_s;
    Brief second = first;
    second.title = u"Second"_s;
    project.edit([&](Writer &writer) -> Result<> {
        must(addBrief(writer, first));
        return addBrief(writer, second);
    });
    const Finder finder = must(Finder::make({.text = u"drone"_s}));
    const auto found = must(placesInBriefs(project.reader(), finder, u"UAV"_s, {}));
    must(project->keep([&](Writer &writer) { return updateBriefText(writer, second.id, u"drones"_s); }));
    const auto done = project->edit(u"Replace"_s, [&](Writer &writer) { return replaceInBriefs(writer, found); });
    QVERIFY(!done);
    QVERIFY(done.error().why.contains(u"Second"_s));
    QCOMPARE(must(brief(project.reader(), first.id))->text, u"drone"_s);
}

void TestReplacing::linesAround_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("around");
    QTest::newRow("line") << u"one\na drone here\ntwo"_s << u"drone"_s << u"a [drone] here"_s;
    QTest::newRow("start and end") << u"drone"_s << u"drone"_s << u"[drone]"_s;
    QTest::newRow("over a line end") << u"a\nb"_s << u"a\nb"_s << u"[a⏎b]"_s;
    QTest::newRow("long line") << u"x"_s.repeated(100) + u"drone"_s + u"y"_s.repeated(200) << u"drone"_s
                               << u"…"_s + u"x"_s.repeated(40) + u"[drone]"_s + u"y"_s.repeated(120) + u"…"_s;
    QTest::newRow("long place") << u"drone "_s.repeated(100) << u"drone "_s.repeated(100) << u"["_s + u"drone "_s.repeated(20) + u"…]"_s;
}

void TestReplacing::linesAround()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    const PlaceInLine place = placeInLine(text, {text.indexOf(found), found.size()});
    QTEST(QString(place.before + u'[' + place.found + u']' + place.behind), "around");
}

QTEST_GUILESS_MAIN(TestReplacing)
#include "tst_replacing.moc"
