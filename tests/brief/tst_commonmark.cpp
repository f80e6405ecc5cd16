#include "tests/support/documentplaces.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

/// A document as the HTML that the specification shows for it.
class Html
{
public:
    static QString of(const Document &document)
    {
        Html html;
        if (!document.metadataRange.isEmpty())
            html.m_out += u"(metadata)\n"_s;
        html.add(document.blocks, false);
        return html.m_out;
    }

private:
    void startLine()
    {
        if (!m_out.isEmpty() && !m_out.endsWith(u'\n'))
            m_out += u'\n';
    }

    static QString escaped(const QString &text) { return text.toHtmlEscaped(); }

    static QString address(const QString &written)
    {
        const QByteArray kept = "!#$%&'()*+,-./:;=?@_~";
        QString out;
        for (const char byte : written.toUtf8()) {
            const bool isLetter = QByteArrayView("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").contains(byte);
            out += isLetter || kept.contains(byte) ? QString(QLatin1Char(byte)) : u'%' + QString::fromLatin1(QByteArray(1, byte).toHex().toUpper());
        }
        return escaped(out);
    }

    static QString title(const Span &span) { return span.title.isEmpty() ? QString() : u" title=\"%1\""_s.arg(escaped(span.title)); }

    void add(const QList<Span> &spans)
    {
        for (const Span &span : spans)
            add(span);
    }

    void wrap(const QString &tag, const QList<Span> &spans)
    {
        m_out += u'<' + tag + u'>';
        add(spans);
        m_out += u"</"_s + tag + u'>';
    }

    void add(const Span &span)
    {
        using enum Span::Kind;
        switch (span.kind) {
        case Text:
            m_out += escaped(span.text);
            return;
        case Emphasis:
            return wrap(u"em"_s, span.children);
        case Strong:
            return wrap(u"strong"_s, span.children);
        case Code:
            m_out += u"<code>"_s + escaped(span.text) + u"</code>"_s;
            return;
        case Link:
        case ProjectLink:
            m_out += u"<a href=\"%1\"%2>"_s.arg(address(span.address), title(span));
            add(span.children);
            m_out += u"</a>"_s;
            return;
        case Image:
            m_out += u"<img src=\"%1\" alt=\"%2\"%3 />"_s.arg(address(span.address), escaped(plainText(span.children)), title(span));
            return;
        case SoftBreak:
            m_out += u'\n';
            return;
        case HardBreak:
            m_out += u"<br />\n"_s;
            return;
        case Raw:
            m_out += span.text;
            return;
        case Strikeout:
        case Citation:
        case FootnoteReference:
            m_out += u"(not CommonMark)"_s;
        }
    }

    void add(const QList<Block> &blocks, bool tight)
    {
        for (const Block &block : blocks)
            add(block, tight);
    }

    void addLine(const QString &line)
    {
        startLine();
        m_out += line + u'\n';
    }

    void addList(const Block &block)
    {
        const QString tag = block.ordered ? u"ol"_s : u"ul"_s;
        addLine(block.ordered && block.start != 1 ? u"<ol start=\"%1\">"_s.arg(block.start) : u'<' + tag + u'>');
        for (const Block &item : block.children) {
            startLine();
            m_out += u"<li>"_s;
            add(item.children, block.tight);
            m_out += u"</li>\n"_s;
        }
        addLine(u"</"_s + tag + u'>');
    }

    void add(const Block &block, bool tight)
    {
        using enum Block::Kind;
        switch (block.kind) {
        case Heading:
            startLine();
            wrap(u'h' + QString::number(block.level), block.spans);
            m_out += u'\n';
            return;
        case Paragraph:
            if (tight && m_out.endsWith(u"<li>"))
                return add(block.spans);
            startLine();
            if (tight)
                return add(block.spans);
            wrap(u"p"_s, block.spans);
            m_out += u'\n';
            return;
        case List:
            return addList(block);
        case BlockQuote:
            addLine(u"<blockquote>"_s);
            add(block.children, false);
            return addLine(u"</blockquote>"_s);
        case Code: {
            const QString language = block.language.isEmpty() ? QString() : u" class=\"language-%1\""_s.arg(escaped(block.language));
            return addLine(u"<pre><code%1>%2</code></pre>"_s.arg(language, escaped(block.text)));
        }
        case ThematicBreak:
            return addLine(u"<hr />"_s);
        case Raw:
            startLine();
            m_out += block.text;
            return startLine();
        default:
            addLine(u"(not CommonMark)"_s);
        }
    }

    QString m_out;
};

struct Example
{
    QString section;
    QString markdown;
    QString html;
};

QList<Example> examples()
{
    QFile file(QStringLiteral(TEST_DATA "/commonmark/spec-0.31.2.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString spec = QString::fromUtf8(file.readAll());
    static const QRegularExpression parts(
        u"^`{32} example\\n((?:.*\\n)*?)\\.\\n((?:.*\\n)*?)`{32}$|^#+ (.*)$"_s, QRegularExpression::MultilineOption);
    QList<Example> found;
    QString section;
    for (const auto &match : parts.globalMatch(spec)) {
        const auto text = [&](int group) { return match.captured(group).replace(u'→', u'\t'); };
        if (match.hasCaptured(3))
            section = match.captured(3);
        else
            found.append({section, text(1), text(2)});
    }
    return found;
}

} // namespace

class TestCommonMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAllExamples();
    void example_data();
    void example();
    void lineEndsInCode_data();
    void lineEndsInCode();
    void losesNothing_data();
    void losesNothing();
    void staysInLinearTime_data();
    void staysInLinearTime();
};

void TestCommonMark::hasAllExamples()
{
    QCOMPARE(examples().size(), 652);
}

void TestCommonMark::example_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    int number = 0;
    for (const Example &example : examples()) {
        ++number;
        QTest::addRow("%d %s", number, qPrintable(example.section))
            << example.markdown << example.html;
    }
}

void TestCommonMark::example()
{
    QFETCH(QString, markdown);
    QFETCH(QString, html);
    const Document document = readDocument(markdown);
    QCOMPARE(Html::of(document), html);
    const DocumentPlaces places(document, markdown);
    QVERIFY2(places.wrong().isEmpty(), qPrintable(places.wrong() + u'\n' + dump(document)));
}

void TestCommonMark::lineEndsInCode_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("code");
    QTest::newRow("one at each side is taken") << u"``\nfoo \n``\n"_s << u"foo "_s;
    QTest::newRow("a space and one are taken") << u"`` foo \n``\n"_s << u"foo "_s;
    QTest::newRow("with CR LF") << u"``\r\nfoo \r\n``\r\n"_s << u"foo "_s;
    QTest::newRow("none before, none is taken behind") << u"``foo \n``\n"_s << u"foo  "_s;
    QTest::newRow("nothing but spaces stays") << u"`` \n``\n"_s << u"  "_s;
    QTest::newRow("in the middle") << u"`` foo \nbar ``\n"_s << u"foo  bar"_s;
    QTest::newRow("in a quotation") << u"> ``\n> foo \n> ``\n"_s << u"foo "_s;
}

/// Also what the examples leave open: https://spec.commonmark.org/0.31.2/#code-spans
void TestCommonMark::lineEndsInCode()
{
    QFETCH(QString, markdown);
    const Document document = readDocument(markdown);
    const Block &block = document.blocks.constFirst();
    const QList<Span> spans = block.kind == Block::Kind::BlockQuote ? block.children.constFirst().spans : block.spans;
    QCOMPARE(spans.size(), 1);
    QTEST(spans.constFirst().text, "code");
    const DocumentPlaces places(document, markdown);
    QVERIFY2(places.wrong().isEmpty(), qPrintable(places.wrong() + u'\n' + dump(document)));
}

void TestCommonMark::losesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a div that nobody knows") << u"::: {.aside #x key=\"a b\"}\nText *in* it.\n\n:::: {.inner}\n- a\n::::\n:::\n"_s;
    QTest::newRow("raw HTML") << u"<section data-x='1'>\n<b>a</b>\n</section>\n\nA <kbd class=\"k\">x</kbd> b.\n"_s;
    QTest::newRow("mathematics") << u"$$\n\\int_0^1 x_1 * y_1 dx\n$$\n\nand $a_1 * b_1$ and \\(c\\).\n"_s;
    QTest::newRow("definition list") << u"Term\n:   What it *means*.\n\n    More of it.\n\nOther\n~   That.\n"_s;
    QTest::newRow("line block") << u"| The limerick\n| packs laughs\n|    anatomical\n"_s;
    QTest::newRow("raw block of a format") << u"```{=latex}\n\\newpage\n```\n\n`\\x`{=latex}\n"_s;
    QTest::newRow("bracketed span") << u"A [span]{.smallcaps key=v} and x^2^ and H~2~O and ^[a note].\n"_s;
    QTest::newRow("grid table") << u"+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n\n: A caption\n"_s;
    QTest::newRow("example list") << u"(@) One\n(@good) Two, see (@good).\n\n#. a\n#. b\n"_s;
    QTest::newRow("metadata in the middle") << u"a\n\n---\nx: y\n...\n\nb\n"_s;
}

/// What has no meaning for a brief is text: all of its letters stand in a block.
void TestCommonMark::losesNothing()
{
    QFETCH(QString, text);
    const Document document = readDocument(text);
    const DocumentPlaces places(document, text);
    QVERIFY2(places.wrong().isEmpty(), qPrintable(places.wrong() + u'\n' + dump(document)));
    QString outside = text;
    for (const Block &block : document.blocks)
        outside.replace(block.range.offset, block.range.length, QString(block.range.length, u' '));
    QCOMPARE(outside.trimmed(), QString());
}

void TestCommonMark::staysInLinearTime_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"word ", ">", "> > ", "- ", "[", "[@", "[@a", "[@a]", "*", "*a ", "*a **b ", "_a ", "`", "`a", "`` a ` ", "::: ",
             ":::\n", "::: {.a}\n", "::: {.a}\n:::\n", "[^a]: b\n", "[^a] ", "[a](b)", "[a](b", "[](b) ", "![", "![a](", "|a|b|\n|-|-|\n",
             "```\n", "***\n", "# a\n", "#\n", "#\t", "<a ", "<!--", "<!-- ", "<!-- a\n", "&", "&a;", "&amp;", "\\*", "@a ", "@a [", "[^",
             "[a]: b\n", "~~a ", "- a\n  - b\n", "1. ", "{", "# a {.b", "@{", "\"", "\t", "\r"})
        QTest::addRow("%s", QByteArray(piece).toPercentEncoding(" *[](){}@:|#<>!`~.^&;_").constData()) << QString::fromLatin1(piece);
}

static qint64 readingTime(const QString &piece)
{
    const QString text = piece.repeated(300'000 / piece.size());
    QElapsedTimer timer;
    timer.start();
    const Document document = readDocument(text);
    const qint64 taken = timer.nsecsElapsed();
    return document.complete ? taken : 0;
}

/// Beside usual text of the same length, in the same run: linear time is up to three times as much, quadratic time thirty times at
/// least. What took long because the machine was busy is read again.
void TestCommonMark::staysInLinearTime()
{
    QFETCH(QString, piece);
    static const qint64 usual = readingTime(u"Some *words* of [this](event:that) [@a, p. 2].\n\n"_s);
    qint64 taken = readingTime(piece);
    for (int again = 0; again < 2 && taken >= 10 * usual; ++again)
        taken = std::min(taken, readingTime(piece));
    QVERIFY(taken > 0);
    QVERIFY2(taken < 10 * usual, qPrintable(u"%1 against %2 ns"_s.arg(taken).arg(usual)));
}

QTEST_APPLESS_MAIN(TestCommonMark)
#include "tst_commonmark.moc"
