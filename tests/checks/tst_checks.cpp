#include "app/brief/brief.h"
#include "app/checks/check.h"
#include "app/sources/capture.h"
#include "app/sources/resting.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

namespace {

const QDateTime now(QDate(2026, 5, 29), QTime(18, 0), QTimeZone::UTC);

Brief briefOf(const QString &text)
{
    Brief brief;
    brief.title = u"B"_s;
    brief.text = text;
    return brief;
}

Source sourceOf(const QString &key)
{
    Source source;
    source.key = key;
    source.title = key.toUpper();
    return source;
}

CapturedSource captured(const QString &title, const QString &text)
{
    return {.known = true, .title = title, .texts = {text}, .folded = {}};
}

/// What the project of these tests has.
CheckMaterial material()
{
    CheckMaterial material{.language = u"en-GB"_s, .hasIndicators = true};
    const auto add = [&](const QString &key, const char *grade, const QString &origin = {}) {
        material.sources.insert(key,
            {.title = key.toUpper(), .grade = {QLatin1Char(grade[0]), grade[1] - '0'}, .retraction = {},
                .origin = origin.isEmpty() ? key : origin, .captured = true});
    };
    add(u"nato"_s, "A2");
    add(u"bare"_s, "B2");
    material.sources[u"bare"_s].captured = false;
    material.events.insert(u"strike"_s, {u"Strike"_s, u"2026-05-29"_s, {}, {u"Russia"_s, u"Romania"_s}});
    material.indicators.insert(u"posture"_s);
    return material;
}

CapturedSources captures()
{
    return {{u"nato"_s, captured(u"NATO"_s, u"Ready to defend every inch of allied territory, he said. A danger to us all."_s)},
        {u"bare"_s, {.known = true, .title = u"BARE"_s, .texts = {}, .folded = {}}}, {u"nobody"_s, {}}};
}

QList<Finding> findingsOf(const QString &text, const CheckMaterial &material)
{
    CapturedSources captured = captures();
    const Draft draft = *readDraft(text, captured, nullptr, [] { return false; });
    return *findings(draft, readDocument(text), material);
}

/// "words: message => replacement", a line each.
QString dump(const QList<Finding> &list, const QString &rule, const QString &text)
{
    QStringList lines;
    for (const Finding &finding : list) {
        if (finding.rule != rule)
            continue;
        QString line = text.sliced(finding.range.offset, finding.range.length) + u": "_s + finding.message;
        if (finding.severity != Severity::Warning)
            line.prepend(severityNames.name(finding.severity) + u' ');
        if (finding.fix)
            line += u" => "_s + QString(text).replace(finding.fix->range.offset, finding.fix->range.length, finding.fix->replacement);
        for (const Fix &offer : finding.offers)
            line += u" / "_s + offer.replacement;
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace

/// What each rule finds, and what it lets pass.
class TestChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void ignoresInPlace_data();
    void ignoresInPlace();
    void keepsReasons();
    void readsTheProject();
    void rulesAreWhole();

private:
    void quotationRows();
    void citationRows();
};

namespace {

void row(const char *rule, const char *name, const QString &text, const QString &found = {})
{
    QTest::addRow("%s: %s", rule, name) << QString::fromLatin1(rule) << text << found;
}

} // namespace

void TestChecks::finds_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    quotationRows();
    citationRows();
}

void TestChecks::quotationRows()
{
    const char *rule = "quotation";
    row(rule, "exact", u"He said “every inch of allied territory” [@nato]."_s);
    row(rule, "altered", u"“Ready to defend every yard of allied territory.” [@nato]"_s,
        u"error “Ready to defend every yard of allied territory.”: “NATO” has other words: Ready to defend every inch of allied territory"
        " => “Ready to defend every inch of allied territory.” [@nato]"_s);
    row(rule, "in another order", u"“A danger to us all […] Ready to defend every inch” [@nato]"_s,
        u"error “A danger to us all […] Ready to defend every inch”: “NATO” has these passages in another order."_s);
    row(rule, "not found", u"“We shall fight on the beaches, they said” [@nato]"_s,
        u"error “We shall fight on the beaches, they said”: These words are not in what was captured of “NATO”."_s);
    row(rule, "nothing captured", u"“A danger” [@bare]"_s, u"“A danger”: Nothing is captured of “BARE” to verify this against."_s);
    row(rule, "of a source that is not there", u"“A danger” [@nobody]"_s);
    row(rule, "two, by their place", u"“A hazard to us all” [@nato]. “An inch” [@bare]."_s,
        u"error “A hazard to us all”: “NATO” has other words: A danger to us all => “A danger to us all” [@nato]. “An inch” [@bare].\n"
        "“An inch”: Nothing is captured of “BARE” to verify this against."_s);

    rule = "uncited-quotation";
    const QString sentence = u": No source is cited for these words, in this sentence or right behind it."_s;
    row(rule, "cited", u"“Ready to defend every inch” [@nato]."_s);
    row(rule, "cited behind the full stop", u"“Ready to defend every inch.” [@nato]"_s);
    row(rule, "cited in a note", u"“Ready to defend every inch.”[^1]\n\n[^1]: See @nato."_s);
    row(rule, "a term", u"The so-called “inch by inch” is old."_s);
    row(rule, "in a sentence of its own", u"He spoke [@nato]. “Ready to defend every inch.” He left."_s,
        u"“Ready to defend every inch.”"_s + sentence);
    row(rule, "German marks", u"„Ready to defend every inch“."_s, u"„Ready to defend every inch“"_s + sentence);
    row(rule, "in a table", u"| a |\n|---|\n| “Ready to defend every inch” |"_s, u"“Ready to defend every inch”"_s + sentence);
    row(rule, "with emphasis", u"He: “Ready to *defend* every inch”."_s, u"“Ready to *defend* every inch”"_s + sentence);
    row(rule, "in code", u"`“Ready to defend every inch”`"_s);
    row(rule, "in Argdown", u"```argdown\n[A]: “Ready to defend every inch”\n```"_s);
    row(rule, "block quote", u"> Ready to defend every inch."_s,
        u"> Ready to defend every inch.: No source is cited for this block quote, within it or right behind it."_s);
    row(rule, "block quote, cited behind", u"> Ready to defend every inch.\n\n[@nato]"_s);
    row(rule, "marks in a block quote", u"> “Ready to defend every inch.” [@nato]"_s);
}

void TestChecks::citationRows()
{
    const char *rule = "unknown-citation";
    row(rule, "known", u"[The strike](event:strike) [@nato] and [posture](indicator:posture)."_s);
    row(rule, "source", u"It fell [see @nato; @nobody, p. 3]."_s,
        u"error @nobody, p. 3: There is no source “nobody” in this project."_s);
    row(rule, "event", u"[It](event:nothing) fell."_s, u"error [It](event:nothing): There is no event “nothing” in this project."_s);
    row(rule, "indicator", u"[It](indicator:nothing) may fall."_s,
        u"error [It](indicator:nothing): There is no indicator “nothing” in this project."_s);
    row(rule, "in Argdown", u"```argdown\n[A]: Text (@nobody).\n```"_s, u"error @nobody: There is no source “nobody” in this project."_s);
    row(rule, "in code", u"`[@nobody]`"_s);
    row(rule, "a mail address", u"Write to press@nobody.example."_s);
}

void TestChecks::finds()
{
    QFETCH(QString, rule);
    QFETCH(QString, text);
    QFETCH(QString, found);
    QCOMPARE(dump(findingsOf(text, material()), rule, text), found);
}

void TestChecks::ignoresInPlace_data()
{
    QTest::addColumn<QString>("later");
    QTest::addColumn<bool>("ignored");
    QTest::newRow("the same text") << u"The first [@nobody] fell, the second [@nobody] did not."_s << true;
    QTest::newRow("moved") << u"New.\n\nThe first [@nobody] fell, the second [@nobody] did not."_s << true;
    QTest::newRow("other words behind") << u"The first [@nobody] was lost."_s << true;
    QTest::newRow("other words before") << u"Yet another [@nobody] fell, the second [@nobody] did not."_s << true;
    QTest::newRow("other words on both sides") << u"Yet another [@nobody] was lost."_s << false;
    QTest::newRow("other words") << u"The first [@nobody, p. 1] fell, the second [@nobody] did not."_s << false;
    QTest::newRow("wrapped anew") << u"The first\n[@nobody]\nfell, the second\n[@nobody] did not."_s << true;
}

void TestChecks::ignoresInPlace()
{
    QFETCH(QString, later);
    QFETCH(bool, ignored);
    TemporaryProject project;
    Brief brief = briefOf(u"The first [@nobody] fell, the second [@nobody] did not."_s);
    project.edit([&](Writer &writer) { return addBrief(writer, brief); });
    const QList<Finding> before = findingsOf(brief.text, material());
    QCOMPARE(before.size(), 2);
    project.edit([&](Writer &writer) { return ignoreFinding(writer, brief.id, before.first(), brief.text, u"Known."_s, now); });

    CheckMaterial with = material();
    with.ignored = must(ignorings(project.reader(), brief.id));
    const QList<Finding> after = findingsOf(later, with);
    QCOMPARE(after.first().ignored.isValid(), ignored);
    for (const Finding &finding : after.sliced(1))
        QVERIFY(!finding.ignored.isValid());
}

void TestChecks::keepsReasons()
{
    TemporaryProject project;
    Brief brief = briefOf(u"It fell [@nobody]."_s);
    project.edit([&](Writer &writer) { return addBrief(writer, brief); });
    const Finding finding = findingsOf(brief.text, material()).first();
    const auto refused = project->edit(u"Ignore"_s,
        [&](Writer &writer) { return ignoreFinding(writer, brief.id, finding, brief.text, u" "_s, now); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().why, u"No reason was given."_s);

    project.edit([&](Writer &writer) { return ignoreFinding(writer, brief.id, finding, brief.text, u" The desk knows. "_s, now); });
    project.reopen();
    QList<Ignoring> kept = must(ignorings(project.reader(), brief.id));
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first(), (Ignoring{kept.first().id, brief.id, u"unknown-citation"_s, u"@nobody"_s, u"It fell ["_s, u"]."_s,
                               u"The desk knows."_s, now}));

    must(project->undo());
    QVERIFY(must(ignorings(project.reader(), brief.id)).isEmpty());
    must(project->redo());
    project.edit([&](Writer &writer) { return dropIgnoring(writer, kept.first().id); });
    QVERIFY(must(ignorings(project.reader(), brief.id)).isEmpty());
    must(project->undo());
    project.edit([&](Writer &writer) { return removeBrief(writer, brief.id); });
    QVERIFY(must(ignorings(project.reader(), brief.id)).isEmpty());
}

void TestChecks::readsTheProject()
{
    TemporaryProject project;
    Brief brief = briefOf({});
    brief.language = u"de-DE"_s;
    brief.scale = LikelihoodScale::Phia;
    Source wire = sourceOf(u"wire"_s);
    Source daily = sourceOf(u"daily"_s);
    daily.grade = {u'B', 1};
    Source post = sourceOf(u"post"_s);
    Source other = sourceOf(u"other"_s);
    project.edit([&](Writer &writer) -> Result<> {
        must(addBrief(writer, brief));
        must(addSource(writer, wire));
        daily.origin = wire.id;
        must(addSource(writer, daily));
        post.origin = daily.id;
        must(addSource(writer, post));
        must(addSource(writer, other));
        Capture capture = must(captureOfText(daily.id, u"Text"_s, now));
        return addCapture(writer, capture);
    });
    const QString text = u"It fell [@post; @nobody].\n\n```argdown\n[A]: B (@daily).\n```"_s;
    const CheckMaterial read = must(checkMaterial(project.reader(), brief.id, readDocument(text)));
    const QHash<QString, CheckedSource> sources{{u"post"_s, {u"POST"_s, {}, {}, u"wire"_s, false}},
        {u"daily"_s, {u"DAILY"_s, {u'B', 1}, {}, u"wire"_s, true}}};
    QCOMPARE(read, (CheckMaterial{.language = u"de-DE"_s, .scale = LikelihoodScale::Phia, .sources = sources}));

    project.edit([&](Writer &writer) {
        daily.retracted = true;
        return updateSource(writer, daily);
    });
    const CheckMaterial later = must(checkMaterial(project.reader(), brief.id, readDocument(text)));
    QCOMPARE(later.sources[u"daily"_s].retraction, retractionText(daily.id, daily));
    QCOMPARE(later.sources[u"post"_s].retraction, retractionText(post.id, daily));
}

void TestChecks::rulesAreWhole()
{
    QSet<QString> ids;
    for (const Rule &rule : rules()) {
        QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
        ids.insert(rule.id);
        QVERIFY2(!rule.title.isEmpty() && rule.explanation.endsWith(u'.'), qPrintable(rule.id));
    }
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
