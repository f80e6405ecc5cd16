#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QColor>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using KSyntaxHighlighting::Definition;
using KSyntaxHighlighting::Format;
using KSyntaxHighlighting::Repository;
using KSyntaxHighlighting::State;
using KSyntaxHighlighting::Theme;

namespace {

// Writes each line as its pieces, "text:format", a bar between two; what is plain is left out.
class Dump : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QString of(const QString &text)
    {
        QStringList lines;
        State state;
        const auto split = text.split(u'\n');
        for (const QString &line : split) {
            m_line = line;
            m_pieces.clear();
            state = highlightLine(line, state);
            lines << m_pieces.join(u" | "_s);
        }
        return lines.join(u'\n');
    }

protected:
    void applyFormat(int offset, int length, const Format &format) override
    {
        const QString plain = format.name();
        if (length > 0 && plain != "Prose"_L1 && plain != "Text"_L1)
            m_pieces << m_line.mid(offset, length) + u':' + plain;
    }

private:
    QString m_line;
    QStringList m_pieces;
};

double luminance(const QColor &color)
{
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace

class TestSyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void definitionsAreValid_data();
    void definitionsAreValid();
    void blocks_data();
    void blocks();
    void spans_data();
    void spans();
    void argdown_data();
    void argdown();
    void sampleIsReadToItsEnd();
    void themesAreReadable_data();
    void themesAreReadable();

private:
    QString dump(const QString &language, const QString &text);
    void compare(const QString &language);

    Repository m_repository;
};

void TestSyntax::initTestCase()
{
    m_repository.addCustomSearchPath(QStringLiteral(SOURCE_DIR "/resources"));
}

QString TestSyntax::dump(const QString &language, const QString &text)
{
    Dump dump;
    dump.setDefinition(m_repository.definitionForName(language));
    return dump.of(text);
}

void TestSyntax::compare(const QString &language)
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(dump(language, text), expected);
}

void TestSyntax::definitionsAreValid_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("file");
    QTest::newRow("brief") << u"Redoubt Brief"_s << u"a.brief.md"_s;
    QTest::newRow("argdown") << u"Redoubt Argdown"_s << u"a.argdown"_s;
}

void TestSyntax::definitionsAreValid()
{
    QFETCH(QString, language);
    QFETCH(QString, file);
    // A rule that names an unknown context or format, or a pattern that does not compile, is a warning of the
    // library.
    QTest::failOnWarning();
    const Definition definition = m_repository.definitionForName(language);
    QVERIFY(definition.isValid());
    QVERIFY(!definition.formats().isEmpty());
    QCOMPARE(m_repository.definitionForFileName(file).name(), language);
    dump(language, u"x"_s);
}

void TestSyntax::blocks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("heading with role")
        << u"## A different read {.different}"_s
        << u"##:Heading Mark |  A different read :Heading | {:Attribute | .different:Section Role | }:Attribute"_s;
    QTest::newRow("heading with another class")
        << u"# Notes {#n .unlisted}"_s << u"#:Heading Mark |  Notes :Heading | {#n .unlisted}:Attribute"_s;
    QTest::newRow("heading: braces in the middle are text")
        << u"# A {b} c"_s << u"#:Heading Mark |  A {b} c:Heading"_s;
    QTest::newRow("not a heading: no space") << u"#hashtag"_s << u""_s;
    QTest::newRow("lists") << u"- a\n12. b\n  + *c*"_s
                           << u"-:List Mark\n12.:List Mark\n  +:List Mark | *c*:Emphasis"_s;
    QTest::newRow("rule") << u"* * *\n---"_s << u"* * *:Rule\n---:Rule"_s;
    QTest::newRow("block quote")
        << u"> Said *so*. [@a-1]\nafter"_s
        << u">:Quote Mark |  Said :Block Quote | *so*:Emphasis | . :Block Quote | [:Citation | @a-1:Citation Key | ]:Citation\n"_s;
    QTest::newRow("comment over lines")
        << u"a <!-- b\n## c\nd --> e"_s << u"<!-- b:Comment\n## c:Comment\nd -->:Comment"_s;
    QTest::newRow("timeline block")
        << u"::: {.timeline from=2022 lanes=\"A,B\"}\n:::"_s
        << u"::: {:Block Mark | .timeline:Block Name |  :Block Mark | from:Attribute | =2022:Attribute Value "
           u"|  :Block Mark"
           " | lanes:Attribute | =\"A,B\":Attribute Value | }:Block Mark\n::::Block Mark"_s;
    QTest::newRow("code fence") << u"```\n*x*\n```\n*y*"_s
                                << u"```:Fence\n*x*:Code\n```:Fence\n*y*:Emphasis"_s;
    QTest::newRow("longer fence holds a shorter")
        << u"~~~~\n~~~\n~~~~\n*y*"_s << u"~~~~:Fence\n~~~:Code\n~~~~:Fence\n*y*:Emphasis"_s;
    QTest::newRow("argument fence")
        << u"```argdown\n[T]: it #a\n  - <A>\n```\n*y*"_s
        << u"```argdown:Fence\n[T]::Statement Definition | it:Argument | #a:Tag\n  -:Attack | <A>:Argument\n```:Fence\n*y*:Emphasis"_s;
    QTest::newRow("an unfinished comment ends with its fence")
        << u"```argdown\n/* a\n```\n*y*"_s << u"```argdown:Fence\n/* a:Comment\n```:Fence\n*y*:Emphasis"_s;
    QTest::newRow("unfinished data ends with its fence")
        << u"~~~argdown\n[T] {a: {b: c\n~~~\n*y*"_s
        << u"~~~argdown:Fence\n[T]:Statement | {:Data | a:Data Key | : {:Data | b:Data Key | : c:Data\n~~~:Fence\n*y*:Emphasis"_s;
}

void TestSyntax::blocks()
{
    compare(u"Redoubt Brief"_s);
}

void TestSyntax::spans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain prose") << u"A drone hit a roof, 29 May 2026."_s << u""_s;
    QTest::newRow("emphasis") << u"a *b* c _d_ e"_s << u"*b*:Emphasis | _d_:Emphasis"_s;
    QTest::newRow("strong") << u"a **b** __c__"_s << u"**b**:Strong | __c__:Strong"_s;
    QTest::newRow("strong emphasis") << u"***b***"_s << u"***b***:Strong Emphasis"_s;
    QTest::newRow("an open mark is text") << u"2 * 3 and *open"_s << u""_s;
    QTest::newRow("snake case is text") << u"a snake_case_word"_s << u""_s;
    QTest::newRow("code") << u"`*x*` and ``a ` b``"_s << u"`*x*`:Code | ``a ` b``:Code"_s;
    QTest::newRow("escape") << u"\\*not\\* \\\"x"_s << u"\\*:Escape | \\*:Escape | \\\":Escape"_s;
    QTest::newRow("citations")
        << u"[see @a-1, p. 2; -@b:2]"_s
        << u"[see :Citation | @a-1:Citation Key | , p. 2; :Citation | -@b:2:Citation Key | ]:Citation"_s;
    QTest::newRow("citation in the text") << u"@pavel-2026 argues."_s << u"@pavel-2026:Citation Key"_s;
    QTest::newRow("citation, sentence end") << u"As in @a-1."_s << u"@a-1:Citation Key"_s;
    QTest::newRow("citation in braces")
        << u"[@{a,b}]"_s << u"[:Citation | @{a,b}:Citation Key | ]:Citation"_s;
    QTest::newRow("mail address is no citation") << u"write to a@b.org"_s << u""_s;
    QTest::newRow("footnotes") << u"x[^a]\n[^a]: y"_s << u"[^a]:Footnote\n[^a]::Footnote"_s;
    QTest::newRow("event link")
        << u"[the strike](event:galati-strike)"_s
        << u"[:Link Target | the strike:Event Link | ](event:galati-strike):Link Target"_s;
    QTest::newRow("indicator link")
        << u"[it](indicator:posture)"_s
        << u"[:Link Target | it:Indicator Link | ](indicator:posture):Link Target"_s;
    QTest::newRow("link") << u"[w](https://e.org/a(b)) x"_s
                          << u"[:Link Target | w:Link | ](https://e.org/a(b)):Link Target"_s;
    QTest::newRow("address") << u"<https://e.org>"_s << u"<https://e.org>:Link Target"_s;
    QTest::newRow("quotation, straight")
        << u"a \"b […] c\" d"_s << u"\"b :Quotation | […]:Omission |  c\":Quotation"_s;
    QTest::newRow("quotation, curly")
        << u"a “b [we] c” d"_s << u"“b :Quotation | [we]:Omission |  c”:Quotation"_s;
    QTest::newRow("quotation, open") << u"a \"b"_s << u""_s;
}

void TestSyntax::spans()
{
    compare(u"Redoubt Brief"_s);
}

void TestSyntax::argdown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("statement") << u"[T]: text\n[T]"_s << u"[T]::Statement Definition\n[T]:Statement"_s;
    QTest::newRow("argument") << u"<A>: text\n<A>"_s << u"<A>::Argument Definition\n<A>:Argument"_s;
    QTest::newRow("mentions") << u"see @[T] and @<A>"_s << u"@[T]:Statement | @<A>:Argument"_s;
    QTest::newRow("relations")
        << u"  + <A>\n  - <A>\n  _ <A>\n  +> [T]\n  -> [T]\n  _> <A>\n  >< [T]"_s
        << u"  +:Support | <A>:Argument\n  -:Attack | <A>:Argument\n  _:Undercut | <A>:Argument\n  "
           u"+>:Support | [T]:Statement\n"
           "  ->:Attack | [T]:Statement\n  _>:Undercut | <A>:Argument\n  ><:Contrary | [T]:Statement"_s;
    QTest::newRow("relation to a sentence") << u"  - so what"_s << u"  -:Attack"_s;
    QTest::newRow("list item is no relation") << u"* one"_s << u"*:List Mark"_s;
    QTest::newRow("premises and conclusion")
        << u"(1) [P]: a\n----\n(2) [C]"_s
        << u"(1):Premise Number | [P]::Statement Definition\n----:Inference\n(2):Premise Number | [C]:Statement"_s;
    QTest::newRow("inference with a rule")
        << u"--\nModus ponens {uses: [1]}\n--\n(2) c"_s
        << u"--:Inference\nModus ponens :Inference Rule | {:Data | uses:Data Key | : [1]}:Data\n--:Inference\n(2):Premise Number"_s;
    QTest::newRow("inference on a line") << u"-- Induction --"_s << u"-- Induction --:Inference"_s;
    QTest::newRow("open inference ends at an empty line")
        << u"--\nrule\n\n[T]"_s << u"--:Inference\nrule:Inference Rule\n\n[T]:Statement"_s;
    QTest::newRow("tags") << u"a #b #(c d) e#f"_s << u"#b:Tag | #(c d):Tag"_s;
    QTest::newRow("heading") << u"# Title #b"_s << u"# Title :Heading | #b:Tag"_s;
    QTest::newRow("data")
        << u"[T]: a {source: \"x\"}\nb"_s
        << u"[T]::Statement Definition | {:Data | source:Data Key | : :Data | \"x\":Data Value | }:Data\n"_s;
    QTest::newRow("citations") << u"a (@b-1) [@c, p. 2]"_s << u"@b-1:Citation | [@c, p. 2]:Citation"_s;
    QTest::newRow("comments")
        << u"a // b\n/* c\nd */ <!-- e\nf -->"_s
        << u"// b:Comment\n/* c:Comment\nd */:Comment | <!-- e:Comment\nf -->:Comment"_s;
    QTest::newRow("an address is no comment") << u"[w](https://e.org)"_s << u"[w](https://e.org):Link"_s;
    QTest::newRow("frontmatter")
        << u"===\ntitle: x # y\n===\n[T]"_s
        << u"===:Frontmatter\ntitle:Data Key | : x :Data | # y:Comment\n===:Frontmatter\n[T]:Statement"_s;
    QTest::newRow("emphasis") << u"a *b* **c** _d_"_s << u"*b*:Emphasis | **c**:Strong | _d_:Emphasis"_s;
    QTest::newRow("escape") << u"\\[T] \\<A>"_s << u"\\[:Escape | \\<:Escape"_s;
}

void TestSyntax::argdown()
{
    compare(u"Redoubt Argdown"_s);
}

// Whatever opens in the sample's brief closes again: its last lines are read as prose.
void TestSyntax::sampleIsReadToItsEnd()
{
    QFile file(QStringLiteral(SOURCE_DIR "/resources/sample/brief.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = dump(u"Redoubt Brief"_s, QString::fromUtf8(file.readAll())).split(u'\n');
    QCOMPARE(lines.filter(u":Section Role"_s).size(), 4);
    QCOMPARE(lines.filter(u":Block Name"_s).size(), 2);
    QCOMPARE(lines.filter(u":Fence"_s).size(), 2);
    QVERIFY(lines.contains(u"*J., 29 May 2026*:Emphasis"_s));
}

void TestSyntax::themesAreReadable_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QColor>("paper");
    QTest::newRow("light") << u"Redoubt Light"_s << QColor(0xfd, 0xfc, 0xfa);
    QTest::newRow("dark") << u"Redoubt Dark"_s << QColor(0x1c, 0x1f, 0x22);
}

void TestSyntax::themesAreReadable()
{
    QFETCH(QString, theme);
    QFETCH(QColor, paper);
    const Theme read = m_repository.theme(theme);
    QVERIFY(read.isValid());
    QCOMPARE(QColor::fromRgb(read.editorColor(Theme::BackgroundColor)), paper);
    const QStringList languages{u"Redoubt Brief"_s, u"Redoubt Argdown"_s};
    for (const QString &language : languages) {
        const auto formats = m_repository.definitionForName(language).formats();
        for (const Format &format : formats) {
            QColor color = format.textColor(read);
            if (!color.isValid())
                color = QColor::fromRgb(read.textColor(Theme::Normal));
            QVERIFY2(contrast(color, paper) >= 4.5, qPrintable(language + u": "_s + format.name()));
        }
    }
}

QTEST_GUILESS_MAIN(TestSyntax)
#include "tst_syntax.moc"
