#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QColor>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

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

/// Reads a definition as the library's own indexer and schema do, which are not packaged: names, kinds and values of attributes,
/// every name used and every used name there, patterns that compile and are not made for what a cheaper rule does.
class StrictReader
{
public:
    explicit StrictReader(const QString &file)
    {
        QFile opened(file);
        if (!opened.open(QIODevice::ReadOnly))
            m_problems << u"cannot be read"_s;
        QXmlStreamReader xml(&opened);
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement)
                readElement(xml);
        }
        if (xml.hasError())
            m_problems << xml.errorString();
        checkNames();
    }

    [[nodiscard]] QString problems() const { return m_problems.join(u'\n'); }

private:
    void readElement(const QXmlStreamReader &xml)
    {
        const QString name = xml.name().toString();
        QHash<QString, QString> values;
        for (const QXmlStreamAttribute &attribute : xml.attributes())
            values.insert(attribute.name().toString(), attribute.value().toString());
        m_where = u"line %1: "_s.arg(xml.lineNumber());
        checkAttributes(name, values);
        if (name == "context"_L1)
            openContext(values);
        if (name == "itemData"_L1 && std::exchange(m_styles[values[u"name"_s]], true))
            problem(u"style twice: "_s + values[u"name"_s]);
        if (m_rules.contains(name))
            readRule(name, values);
    }

    void openContext(const QHash<QString, QString> &values)
    {
        m_context = values[u"name"_s];
        if (m_goals.contains(m_context))
            problem(u"context twice: "_s + m_context);
        m_first = m_first.isEmpty() ? m_context : m_first;
        m_goals.insert(m_context, {});
        m_before.clear();
        m_usedStyles.insert(values[u"attribute"_s]);
        for (const auto &attribute : {u"lineEndContext"_s, u"lineEmptyContext"_s, u"fallthroughContext"_s})
            addGoal(values.value(attribute));
    }

    void readRule(const QString &rule, const QHash<QString, QString> &values)
    {
        addGoal(values.value(u"context"_s));
        if (values.contains(u"attribute"_s))
            m_usedStyles.insert(values[u"attribute"_s]);
        const QString pattern = values.value(u"String"_s);
        QStringList doing{rule};
        for (const auto &name : {u"attribute"_s, u"context"_s, u"lookAhead"_s, u"beginRegion"_s, u"endRegion"_s, u"firstNonSpace"_s, u"dynamic"_s, u"column"_s, u"insensitive"_s, u"minimal"_s})
            doing << values.value(name);
        if (std::exchange(m_before, doing) == doing && rule == "RegExpr"_L1)
            problem(u"one pattern with the rule before it would do: "_s + pattern);
        if (rule == "StringDetect"_L1 && pattern.size() < 3)
            problem(u"DetectChar or Detect2Chars would do: "_s + pattern);
        if (rule == "AnyChar"_L1 && pattern.size() < 2)
            problem(u"DetectChar would do: "_s + pattern);
        if (rule != "RegExpr"_L1)
            return;
        const QRegularExpression expression(QString(pattern).replace(u"%1"_s, u"x"_s), QRegularExpression::UseUnicodePropertiesOption);
        if (!expression.isValid())
            problem(expression.errorString() + u": "_s + pattern);
        static const QRegularExpression special(u"[\\\\^$.|?*+()\\[\\]{}]"_s);
        if (!pattern.contains(special))
            problem(u"StringDetect would do: "_s + pattern);
        if (pattern.startsWith(u'^') != (values.value(u"column"_s) == "0"_L1))
            problem(u"^ and column=\"0\" go together: "_s + pattern);
        if (pattern.contains(u"%1"_s) != (values.value(u"dynamic"_s) == "true"_L1))
            problem(u"%1 and dynamic go together: "_s + pattern);
    }

    void checkAttributes(const QString &element, const QHash<QString, QString> &values)
    {
        static const QStringList common{u"attribute"_s, u"context"_s, u"beginRegion"_s, u"endRegion"_s, u"lookAhead"_s, u"firstNonSpace"_s, u"column"_s};
        static const QHash<QString, QStringList> known{
            {u"language"_s, {u"name"_s, u"section"_s, u"extensions"_s, u"version"_s, u"kateversion"_s, u"priority"_s, u"license"_s}},
            {u"highlighting"_s, {}}, {u"contexts"_s, {}}, {u"itemDatas"_s, {}}, {u"general"_s, {}}, {u"comments"_s, {}},
            {u"context"_s, {u"name"_s, u"attribute"_s, u"lineEndContext"_s, u"lineEmptyContext"_s, u"fallthroughContext"_s, u"dynamic"_s}},
            {u"RegExpr"_s, common + QStringList{u"String"_s, u"insensitive"_s, u"minimal"_s, u"dynamic"_s}},
            {u"StringDetect"_s, common + QStringList{u"String"_s, u"insensitive"_s, u"dynamic"_s}},
            {u"AnyChar"_s, common + QStringList{u"String"_s}},
            {u"DetectChar"_s, common + QStringList{u"char"_s, u"dynamic"_s}},
            {u"Detect2Chars"_s, common + QStringList{u"char"_s, u"char1"_s}},
            {u"DetectSpaces"_s, common},
            {u"IncludeRules"_s, {u"context"_s, u"includeAttrib"_s}},
            {u"itemData"_s, {u"name"_s, u"defStyleNum"_s, u"italic"_s, u"bold"_s, u"underline"_s, u"strikeOut"_s, u"spellChecking"_s}},
            {u"comment"_s, {u"name"_s, u"start"_s, u"end"_s, u"region"_s, u"position"_s}}};
        static const QSet<QString> truths{u"lookAhead"_s, u"firstNonSpace"_s, u"insensitive"_s, u"minimal"_s, u"dynamic"_s, u"includeAttrib"_s,
            u"italic"_s, u"bold"_s, u"underline"_s, u"strikeOut"_s, u"spellChecking"_s};
        static const QHash<QString, QStringList> needed{{u"language"_s, {u"name"_s, u"section"_s, u"extensions"_s, u"version"_s, u"kateversion"_s}},
            {u"context"_s, {u"name"_s, u"attribute"_s, u"lineEndContext"_s}}, {u"RegExpr"_s, {u"String"_s}}, {u"StringDetect"_s, {u"String"_s}},
            {u"AnyChar"_s, {u"String"_s}}, {u"DetectChar"_s, {u"char"_s}}, {u"Detect2Chars"_s, {u"char"_s, u"char1"_s}},
            {u"IncludeRules"_s, {u"context"_s}}, {u"itemData"_s, {u"name"_s, u"defStyleNum"_s}}, {u"comment"_s, {u"name"_s, u"start"_s}}};
        if (!known.contains(element))
            return problem(u"unknown element: "_s + element);
        for (const auto &[name, value] : values.asKeyValueRange()) {
            if (!known[element].contains(name))
                problem(u"unknown attribute: "_s + name);
            if (truths.contains(name) && value != "true"_L1 && value != "false"_L1)
                problem(u"neither true nor false: "_s + name);
            if (name.startsWith("char"_L1) && value.size() != 1)
                problem(u"not one character: "_s + value);
            if (name == "section"_L1 && value.contains(u' '))
                problem(u"not one word: "_s + value);
        }
        for (const QString &name : needed.value(element)) {
            if (!values.contains(name))
                problem(u"missing attribute: "_s + name);
        }
    }

    /// "#pop#pop!Name" leads to Name; another language is not looked into.
    void addGoal(const QString &written)
    {
        static const QRegularExpression pops(u"^(?:#pop)+!?"_s);
        const QString goal = written.startsWith(u"##"_s) || written == "#stay"_L1 ? QString() : QString(written).remove(pops);
        if (!goal.isEmpty())
            m_goals[m_context].insert(goal);
    }

    void checkNames()
    {
        m_where.clear();
        QSet<QString> reached;
        QStringList next{m_first};
        while (!next.isEmpty()) {
            const QString context = next.takeLast();
            if (!m_goals.contains(context))
                problem(u"no such context: "_s + context);
            if (reached.contains(context))
                continue;
            reached.insert(context);
            next += m_goals.value(context).values();
        }
        for (const QString &context : m_goals.keys()) {
            if (!reached.contains(context))
                problem(u"context that nothing leads to: "_s + context);
        }
        for (const QString &style : std::as_const(m_usedStyles)) {
            if (!m_styles.contains(style))
                problem(u"no such style: "_s + style);
        }
        for (const QString &style : m_styles.keys()) {
            if (!m_usedStyles.contains(style))
                problem(u"style that nothing has: "_s + style);
        }
    }

    void problem(const QString &text) { m_problems << m_where + text; }

    const QStringList m_rules{u"RegExpr"_s, u"StringDetect"_s, u"AnyChar"_s, u"DetectChar"_s, u"Detect2Chars"_s, u"DetectSpaces"_s, u"IncludeRules"_s};
    QString m_where;
    QString m_context;
    QString m_first;
    QStringList m_before; ///< what the rule before is and does
    QHash<QString, QSet<QString>> m_goals; ///< of each context
    QHash<QString, bool> m_styles;
    QSet<QString> m_usedStyles;
    QStringList m_problems;
};

class TestSyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void definitionsAreValid_data();
    void definitionsAreValid();
    void definitionsAreStrict_data();
    void definitionsAreStrict();
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

void TestSyntax::definitionsAreStrict_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("brief") << u"redoubt-brief.xml"_s;
    QTest::newRow("argdown") << u"redoubt-argdown.xml"_s;
}

void TestSyntax::definitionsAreStrict()
{
    QFETCH(QString, file);
    QCOMPARE(StrictReader(QStringLiteral(SOURCE_DIR "/resources/syntax/") + file).problems(), QString());
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
    QTest::newRow("metadata")
        << u"---\ntitle: *a*\n# b\ntags:\n- c\n\n  d: e\n...\n*f*"_s
        << u"---:Metadata\ntitle: *a*:Metadata\n# b:Metadata\ntags::Metadata\n- c:Metadata\n\n  d: e:Metadata\n...:Metadata\n*f*:Emphasis"_s;
    QTest::newRow("metadata that stays open ends with prose")
        << u"---\ntitle: a\n## *b*"_s << u"---:Metadata\ntitle: a:Metadata\n##:Heading Mark |  :Heading | *b*:Emphasis"_s;
    QTest::newRow("a rule at the start") << u"---\n\na: *b*\n---"_s << u"---:Metadata\n\n*b*:Emphasis\n---:Rule"_s;
    QTest::newRow("no metadata further down") << u"a\n---\nb: *c*"_s << u"\n---:Rule\n*c*:Emphasis"_s;
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
    QTest::newRow("mail address for a list is no citation") << u"write to a+@b.org"_s << u""_s;
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
    QTest::newRow("quotation, German") << u"a „b“ c"_s << u"„b“:Quotation"_s;
    QTest::newRow("quotation, Polish") << u"a „b” c"_s << u"„b”:Quotation"_s;
    QTest::newRow("quotation, Swedish") << u"a ”b” c"_s << u"”b”:Quotation"_s;
    QTest::newRow("quotation, French") << u"a « b » c"_s << u"« b »:Quotation"_s;
    QTest::newRow("quotation, Danish") << u"a »b« c"_s << u"»b«:Quotation"_s;
    QTest::newRow("quotation, Swiss") << u"a ‹b› c"_s << u"‹b›:Quotation"_s;
    QTest::newRow("quotation, single German") << u"a ‚b‘ c"_s << u"‚b‘:Quotation"_s;
    QTest::newRow("quotation, single") << u"a ‘b’ c"_s << u"‘b’:Quotation"_s;
    QTest::newRow("quotation with an apostrophe") << u"a ‘b’s c’ d"_s << u"‘b’s c’:Quotation"_s;
    QTest::newRow("an apostrophe is no quotation") << u"it’s the allies’ way"_s << u""_s;
    QTest::newRow("quotation, Japanese") << u"彼は「b」と『c』と"_s << u"「b」:Quotation | 『c』:Quotation"_s;
    QTest::newRow("marks left open") << u"a „b «c ‹d ‚e 「f"_s << u""_s;
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
