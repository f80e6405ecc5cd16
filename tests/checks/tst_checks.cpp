#include "app/brief/brief.h"
#include "app/checks/check.h"
#include "app/checks/words.h"
#include "app/sources/capture.h"
#include "app/sources/resting.h"
#include "app/timeline/datetext.h"
#include "tests/support/temporaryproject.h"

#include <QElapsedTimer>

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
    add(u"wire"_s, "B1");
    add(u"daily"_s, "C3", u"wire"_s);
    add(u"post"_s, "F6", u"wire"_s);
    add(u"rumour"_s, "E5");
    add(u"doubt"_s, "D2");
    add(u"gone"_s, "B2");
    material.near.insert(u"natto"_s, {u"nato"_s});
    material.sources[u"bare"_s].captured = false;
    material.sources[u"gone"_s].retraction = u"Retracted: wrong."_s;
    material.events.insert(u"strike"_s, {u"Strike"_s, u"2026-05-29"_s, {u"Russia"_s, u"European Union"_s}});
    material.events.insert(u"fall"_s, {u"Fall"_s, u"2024-05-07"_s, {}});
    material.events.insert(u"drones"_s, {u"Drones"_s, u"2025-05-09/2025-05-10"_s, {}});
    material.events.insert(u"night"_s, {u"Night"_s, u"2026-05-28T22:10Z"_s, {}});
    material.events.insert(u"about"_s, {u"About"_s, u"2023-09~"_s, {}});
    material.indicators.insert(u"posture"_s);
    return material;
}

CapturedSources captures()
{
    return {{u"wire"_s, captured(u"WIRE"_s, u"A drone hit the roof."_s)}, {u"nato"_s, captured(u"NATO"_s, u"Ready to defend every inch of allied territory, he said. A danger to us all."_s)},
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
    void staysLinear_data();
    void staysLinear();
    void readsLanguageFiles();
    void ignoresInPlace_data();
    void ignoresInPlace();
    void keepsReasons();
    void readsTheProject();
    void rulesAreWhole();

private:
    void quotationRows();
    void citationRows();
    void sourcingRows();
    void factRows();
    void scaleRows();
    void percentageRows();
    void vagueRows();
    void argumentRows();
    void dateRows();
    void watchListRows();
};

namespace {

void row(const char *rule, const char *name, const QString &text, const QString &found = {},
    LikelihoodScale scale = LikelihoodScale::Icd203, const QString &language = u"en-GB"_s)
{
    QTest::addRow("%s: %s", rule, name) << QString::fromLatin1(rule) << text << found << scale << language;
}

QString words(int count)
{
    return u"word "_s.repeated(count);
}

} // namespace

void TestChecks::finds_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::addColumn<LikelihoodScale>("scale");
    QTest::addColumn<QString>("language");
    quotationRows();
    citationRows();
    sourcingRows();
    factRows();
    scaleRows();
    percentageRows();
    vagueRows();
    argumentRows();
    dateRows();
    watchListRows();
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
    row(rule, "nearly a source", u"It fell [see @natto, p. 3]."_s,
        u"error see @natto, p. 3: There is no source “natto” in this project. / nato"_s);
    row(rule, "event", u"[It](event:nothing) fell."_s, u"error [It](event:nothing): There is no event “nothing” in this project."_s);
    row(rule, "indicator", u"[It](indicator:nothing) may fall."_s,
        u"error [It](indicator:nothing): There is no indicator “nothing” in this project."_s);
    row(rule, "in Argdown", u"```argdown\n[A]: Text (@nobody).\n```"_s, u"error @nobody: There is no source “nobody” in this project."_s);
    row(rule, "in code", u"`[@nobody]`"_s);
    row(rule, "a mail address", u"Write to press@nobody.example."_s);
}

void TestChecks::sourcingRows()
{
    const char *rule = "uncaptured-citation";
    row(rule, "once for a source", u"It fell [@bare]. It burned [see @bare, p. 2; @nato]."_s, u"note @bare: Nothing is captured of “BARE”."_s);
    row(rule, "said of its quotation already", u"“A danger to all of us” [@bare]."_s);
    row(rule, "unknown", u"It fell [@nobody]."_s);

    rule = "retracted-citation";
    row(rule, "cited", u"It fell [@nato; @gone]."_s, u"@gone: “GONE” no longer stands. Retracted: wrong."_s);
    row(rule, "in Argdown", u"```argdown\n[A]: B (@gone).\n```"_s, u"@gone: “GONE” no longer stands. Retracted: wrong."_s);

    rule = "low-grade";
    row(rule, "alone", u"It fell [@rumour]. It burned [@nato]."_s, u"[@rumour]: The sentence rests on low grades alone: “RUMOUR” (E5)."_s);
    row(rule, "two of them", u"@doubt says so [@rumour]."_s,
        u"@doubt says so [@rumour]: The sentence rests on low grades alone: “DOUBT” (D2), “RUMOUR” (E5)."_s);
    row(rule, "with a better one", u"It fell [@rumour; @nato]."_s);
    row(rule, "with an unknown one", u"It fell [@rumour; @nobody]."_s);
    row(rule, "what cannot be judged", u"It fell [@post]."_s);
    row(rule, "in a note", u"It fell.[^a]\n\n[^a]: See @doubt."_s, u"[^a]: The sentence rests on low grades alone: “DOUBT” (D2)."_s);

    rule = "single-origin";
    row(rule, "in one bracket", u"It fell [@wire; @daily]."_s, u"[@wire; @daily]: All 2 sources go back to “wire”: they are one witness."_s);
    row(rule, "in one sentence", u"It fell [@daily], and burned [@post]."_s,
        u"[@daily], and burned [@post]: All 2 sources go back to “wire”: they are one witness."_s);
    row(rule, "in two sentences", u"It fell [@daily]. It burned [@post]."_s);
    row(rule, "with another origin", u"It fell [@wire; @daily; @nato]."_s);
    row(rule, "one source twice", u"It fell [@daily], and burned [@daily]."_s);
    row(rule, "in a note", u"It fell.[^a]\n\n[^a]: See @wire and @daily."_s, u"[^a]: All 2 sources go back to “wire”: they are one witness."_s);
}

void TestChecks::factRows()
{
    const char *rule = "unsourced-fact";
    const QString heading = u"## The incident {.incident}\n\n"_s;
    const QString message = u": No source is cited for this, here or in the next sentence."_s;
    row(rule, "a date", heading + u"On 28 May 2026 a drone fell. It burned."_s, u"On 28 May 2026 a drone fell."_s + message);
    row(rule, "a month", heading + u"It was May 2026 then. It burned."_s, u"It was May 2026 then."_s + message);
    row(rule, "a figure", heading + u"It was night, and 12 people fled. It burned."_s, u"It was night, and 12 people fled."_s + message);
    row(rule, "an actor", heading + u"Then the European Union closed it."_s, u"Then the European Union closed it."_s + message);
    row(rule, "cited", heading + u"On 28 May 2026 a drone fell [@nato]."_s);
    row(rule, "cited in the next sentence", heading + u"On 28 May 2026 a drone fell. It burned [@nato]."_s);
    row(rule, "linked to its event", heading + u"On 29 May 2026 a drone [fell](event:strike)."_s);
    row(rule, "names with numbers", heading + u"F-16 jets and a MiG-31 came under Article 4, and Resolution 2231."_s);
    row(rule, "another word", heading + u"The Russians left."_s);
    row(rule, "a judgement", heading + u"We judge that Russia tests the alliance."_s);
    row(rule, "with a likelihood", heading + u"It is likely that Russia tests the alliance."_s);
    row(rule, "a question", heading + u"Is Russia behind it?"_s);
    row(rule, "in another section", u"## A different read {.different}\n\nRussia came in 2014."_s);
    row(rule, "in another language", heading + u"Russia came in 2014."_s, {}, LikelihoodScale::Icd203, u"de"_s);
}

void TestChecks::scaleRows()
{
    const char *rule = "likelihood-scale";
    const QString quite = u"quite likely: “quite likely” is no term of ICD 203. Near it: “likely” (55–80\u202f%)."_s;
    row(rule, "a term", u"It is likely to fall, and will almost certainly burn."_s);
    row(rule, "a form of one", u"It will probably fall. There is an even chance, or a remote chance."_s);
    row(rule, "none", u"It is quite likely to fall."_s, quite + u" / likely"_s);
    row(rule, "none, over a line's end", u"It is quite\nlikely to fall."_s,
        u"quite\nlikely: “quite likely” is no term of ICD 203. Near it: “likely” (55–80\u202f%). / likely"_s);
    row(rule, "with emphasis within", u"It is quite *likely* to fall."_s,
        u"quite *likely: “quite likely” is no term of ICD 203. Near it: “likely” (55–80\u202f%)."_s);
    row(rule, "with a comma within", u"It is quite, likely, gone."_s);
    row(rule, "of the other scale, within a band", u"Highly likely to fall."_s,
        u"Highly likely: “Highly likely” is no term of ICD 203. Near it: “very likely” (80–95\u202f%). => Very likely to fall."_s);
    row(rule, "of the other scale, over two bands", u"It is a realistic possibility."_s,
        u"realistic possibility: “realistic possibility” is no term of ICD 203. Near it: “unlikely” (20–45\u202f%), “roughly even chance” (45–55\u202f%)."_s);
    row(rule, "of ICD 203 in a brief of PHIA", u"It is very likely to fall."_s,
        u"very likely: “very likely” is no term of PHIA yardstick. Near it: “highly likely” (80–90\u202f%). / highly likely"_s, LikelihoodScale::Phia);
    row(rule, "of PHIA", u"It is highly likely, or there is a remote chance."_s, {}, LikelihoodScale::Phia);
    row(rule, "a comparison", u"It is more likely than before, and no less likely here."_s);
    row(rule, "more likely than not", u"It is more likely than not."_s,
        u"more likely than not: “more likely than not” is no term of ICD 203. Near it: “likely” (55–80\u202f%). / likely"_s);
    row(rule, "remote", u"It hit a remote village."_s);
    row(rule, "in quotation marks", u"It is “quite likely” to fall."_s);
    row(rule, "in a block quote", u"> It is quite likely.\n\n[@nato]"_s);
    row(rule, "in code and Argdown", u"`quite likely`\n\n```argdown\n[A]: It is quite likely.\n```"_s);
    row(rule, "in an address", u"[It](https://example.org/quite-likely) fell."_s);
    row(rule, "in the text of a link", u"It is [quite likely](event:strike)."_s, quite + u" / likely"_s);
    row(rule, "in a table", u"| a |\n|---|\n| quite likely |"_s, quite + u" / likely"_s);
    row(rule, "in a note", u"It fell.[^a]\n\n[^a]: It is quite likely."_s, quite + u" / likely"_s);
    row(rule, "in a heading", u"# Quite likely"_s);
    row(rule, "in a comment", u"<!-- It is quite likely. -->"_s);
    row(rule, "what a source said", u"NATO said that it was quite likely [@nato]."_s);
    row(rule, "what we say of a source", u"We say that it is quite likely [@nato]."_s, quite + u" / likely"_s);
    row(rule, "our estimate, beside a source", u"Our estimate is that it is quite likely [@nato]."_s, quite + u" / likely"_s);
    row(rule, "what we say that a source said", u"We say that NATO said that it was quite likely [@nato]."_s);
    row(rule, "what somebody said, not cited", u"NATO said that it was quite likely."_s, quite + u" / likely"_s);
    row(rule, "in another language", u"It is quite likely."_s, {}, LikelihoodScale::Icd203, u"de-DE"_s);
    row(rule, "in American English", u"It is quite likely."_s, quite + u" / likely"_s, LikelihoodScale::Icd203, u"en-US"_s);

    rule = "likelihood-rows";
    const QString theirs = u" is of the other row of ICD 203 than the brief's other terms; theirs is “likely”."_s;
    row(rule, "one row", u"It is likely. It is very unlikely. It is almost certain."_s);
    row(rule, "the other row", u"It is probable. It is highly improbable. It is nearly certain."_s);
    row(rule, "one of the other", u"Likely. Very likely. Probable."_s, u"Probable: “Probable”"_s + theirs + u" => Likely. Very likely. Likely."_s);
    row(rule, "a form of the other", u"It is likely. It is unlikely. It will probably fall."_s, u"probably: “probably”"_s + theirs);
    row(rule, "as many of both", u"It is probable. It is likely."_s,
        u"likely: “likely” is of the other row of ICD 203 than the brief's other terms; theirs is “probable”. => It is probable. It is probable."_s);
    row(rule, "what does not fit in its place", u"It is likely. It is unlikely. There are roughly even odds."_s,
        u"roughly even odds: “roughly even odds” is of the other row of ICD 203 than the brief's other terms; theirs is “roughly even chance”."_s);
    row(rule, "PHIA has no rows", u"It is likely. It is unlikely. It is probable."_s, {}, LikelihoodScale::Phia);

    rule = "likelihood-confidence";
    row(rule, "in one sentence", u"We judge with high confidence that it is likely."_s,
        u"high confidence: “high confidence” shares a sentence with “likely”. Say in a sentence of its own how sure you are."_s);
    row(rule, "with a term of no scale", u"It is quite likely; we have low confidence."_s,
        u"low confidence: “low confidence” shares a sentence with “quite likely”. Say in a sentence of its own how sure you are."_s);
    row(rule, "in two sentences", u"It is likely. We have high confidence in this."_s);
    row(rule, "another confidence", u"The confidence of investors is likely to fall."_s);
    row(rule, "of a source", u"NATO judged with high confidence that it is likely [@nato]."_s);
}

void TestChecks::percentageRows()
{
    const char *rule = "bare-percentage";
    const QString seventy = u": A bare “70 %” claims more precision than a judgement has. ICD 203 has “likely” (55–80\u202f%) for it."_s;
    row(rule, "likely", u"It is 70 % likely to fall."_s, u"70 %"_s + seventy + u" => It is likely to fall."_s);
    row(rule, "there is a chance", u"There is a 70 % chance that it falls."_s, u"70 %"_s + seventy + u" => It is likely that it falls."_s);
    row(rule, "a chance of", u"There is a 70 % chance of rain."_s, u"70 %"_s + seventy);
    row(rule, "an even chance", u"It has a 50 per cent chance."_s,
        u"50 per cent: A bare “50 per cent” claims more precision than a judgement has. ICD 203 has “roughly even chance” (45–55\u202f%) for it."
        " => It has a roughly even chance."_s);
    row(rule, "with a hyphen", u"It has a 50-percent chance."_s,
        u"50-percent: A bare “50-percent” claims more precision than a judgement has. ICD 203 has “roughly even chance” (45–55\u202f%) for it."
        " => It has a roughly even chance."_s);
    row(rule, "a range", u"It is 60–75 % likely to fall."_s,
        u"60–75 %: A bare “60–75 %” claims more precision than a judgement has. ICD 203 has “likely” (55–80\u202f%) for it. => It is likely to fall."_s);
    row(rule, "on a border", u"It is 80 % likely to fall."_s,
        u"80 %: A bare “80 %” claims more precision than a judgement has. ICD 203 has “likely” (55–80\u202f%), “very likely” (80–95\u202f%) for it: "
        "it lies on their border."_s);
    row(rule, "in a gap of PHIA", u"It is 52 % likely to fall."_s,
        u"52 %: A bare “52 %” claims more precision than a judgement has. PHIA yardstick has no term that holds it."_s, LikelihoodScale::Phia);
    row(rule, "the figure last", u"The probability of it is 90 %."_s,
        u"90 %: A bare “90 %” claims more precision than a judgement has. ICD 203 has “very likely” (80–95\u202f%) for it."_s);
    row(rule, "beside its term", u"It is likely, with a chance of 70 %."_s);
    row(rule, "of something else", u"Prices rose by 70 %."_s);
    row(rule, "of a source", u"NATO said that there is a 70 % chance [@nato]."_s);
    row(rule, "in quotation marks", u"“There is a 70 % chance that it falls”"_s);
    row(rule, "in another language", u"It is 70 % likely."_s, {}, LikelihoodScale::Icd203, u"fr"_s);
}

void TestChecks::vagueRows()
{
    const char *rule = "vague-likelihood";
    const QString says = u" does not say how likely it is. ICD 203 has terms for that."_s;
    row(rule, "could", u"Moscow could retaliate."_s,
        u"note could: “could”"_s + says + u" / is very unlikely to / is unlikely to / is likely to / is very likely to / is almost certain to"_s);
    row(rule, "in the row of the brief", u"It is probable. Moscow may stop."_s,
        u"note may: “may”"_s + says + u" / is highly improbable to / is improbable to / is probable to / is highly probable to / is nearly certain to"_s);
    row(rule, "perhaps", u"Perhaps it falls."_s, u"note Perhaps: “Perhaps”"_s + says);
    row(rule, "the month", u"It fell in May, and on 3 May."_s);
    row(rule, "what was not possible", u"They could not see it."_s);
    row(rule, "what did not happen", u"It could have been worse."_s);
    row(rule, "power", u"Its might is great, and with all its military might it failed."_s);
    row(rule, "a question", u"Could it fall? Or may it stay?"_s);
    row(rule, "with a likelihood", u"It could fall, which is unlikely."_s);
    row(rule, "of a source", u"NATO said that it could fall [@nato]."_s);
    row(rule, "in another language", u"Es could sein."_s, {}, LikelihoodScale::Icd203, u"de"_s);
}

void TestChecks::argumentRows()
{
    const char *rule = "received-wisdom";
    const QString different = u"## D {.different}\n\n"_s + words(280) + u"\n\n"_s;
    const QString thin = u"The received wisdom has %1 words beside %2 of the different read: is it put at its strongest?"_s;
    const QString nobody = u"Nobody is cited who holds the received wisdom."_s;
    row(rule, "whole", u"## R {.received}\n\n"_s + words(80) + u"[@nato]\n\n"_s + different);
    row(rule, "missing", different,
        u"## D {.different}: A different read stands here, and no section {.received} says what it differs from."_s);
    row(rule, "thin", u"## R {.received}\n\n"_s + words(60) + u"[@nato]\n\n"_s + different, u"## R {.received}: "_s + thin.arg(61).arg(281));
    row(rule, "thin in itself", u"## R {.received}\n\n"_s + words(50) + u"[@nato]\n\n## D {.different}\n\n"_s + words(60),
        u"## R {.received}: "_s + thin.arg(51).arg(61));
    row(rule, "without a source", u"## R {.received}\n\n"_s + words(80) + u"\n\n"_s + different, u"## R {.received}: "_s + nobody);
    row(rule, "with a source in a note", u"## R {.received}\n\n"_s + words(80) + u"[^a]\n\n"_s + different + u"[^a]: See @nato."_s);
    row(rule, "with a source in its argument", u"## R {.received}\n\n"_s + words(80) + u"\n\n```argdown\n[A]: B (@nato).\n```\n\n"_s + different);
    row(rule, "only begun", u"## R {.received}\n\n## D {.different}\n\nA few words."_s);
    row(rule, "another kind of brief", words(500));

    rule = "unanswered-reading";
    const QString received = u"## R {.received}\n\nFirmness deters adversaries, critics argue [@wire]. "_s + words(40) + u"\n\n"_s;
    const QString begin = u"## D {.different}\n\n"_s + words(40);
    const QString message
        = u"note ## D {.different}: Nothing here takes up what the received wisdom says: none of its sources, events or words."_s;
    row(rule, "beside it", received + begin + u"Ships sail."_s, message);
    row(rule, "with its words", received + begin + u"Firmness never deters such adversaries."_s);
    row(rule, "with its source", received + begin + u"They are wrong [@wire]."_s);
    row(rule, "with words that the incident has too",
        u"## I {.incident}\n\nFirmness deters adversaries, critics argue [@wire].\n\n"_s + received + begin
            + u"Firmness never deters such adversaries [@wire]."_s,
        message);
    row(rule, "with an argument of both", received + begin + u"\n\n```argdown\n[A]: B. #received\n  - [C]: D. #different\n```"_s);
    row(rule, "only begun", received + u"## D {.different}\n\nShips sail."_s);
}

void TestChecks::dateRows()
{
    const char *rule = "contradicting-date";
    const auto says = [](const QString &date, const QString &title, const QString &dated) {
        return u"error %1: The text says %1, and “%2” is dated %3."_s.arg(date, title, dated);
    };
    const QString wrong = says(u"28 May 2026"_s, u"Strike"_s, u"29 May 2026"_s);
    row(rule, "the day", u"On Friday 29 May 2026 a drone [fell](event:strike)."_s);
    row(rule, "the month", u"In May 2026 a drone [fell](event:strike)."_s);
    row(rule, "the year", u"In 2026 a drone [fell](event:strike)."_s);
    row(rule, "another day", u"On 28 May 2026 a drone [fell](event:strike)."_s, wrong);
    row(rule, "another month", u"In June 2026 a drone [fell](event:strike)."_s, says(u"June 2026"_s, u"Strike"_s, u"29 May 2026"_s));
    row(rule, "another year", u"In 2025 a drone [fell](event:strike)."_s, says(u"2025"_s, u"Strike"_s, u"29 May 2026"_s));
    row(rule, "in figures", u"A drone [fell](event:strike) on 2026-05-28."_s,
        u"error 2026-05-28: The text says 28 May 2026, and “Strike” is dated 29 May 2026."_s);
    row(rule, "within the link", u"After the warning of 1 May 2026, [the strike of 28 May 2026](event:strike) came."_s, wrong);
    row(rule, "before, since", u"Before 28 May 2026, and since 2030, nobody [fell](event:strike)."_s);
    row(rule, "of another thing beside", u"On 1 June 2026 they met over [the strike](event:strike) of 29 May 2026."_s);
    row(rule, "of what was said", u"NATO said on 30 May 2026 that [it](event:strike) was an attack."_s);
    row(rule, "said of the event", u"NATO said that [it](event:strike) on 28 May 2026 was an attack."_s, wrong);
    row(rule, "of two events", u"One [fell](event:fall) on 7 May 2024, one [fell](event:strike) on 29 May 2026."_s);
    row(rule, "of one of two events", u"One [fell](event:fall) on 8 May 2024, one [fell](event:strike) on 29 May 2026."_s,
        says(u"8 May 2024"_s, u"Fall"_s, u"7 May 2024"_s));
    row(rule, "days of a range", u"On 9–10 May 2025 [drones](event:drones) came, between 8 and 9 May 2025."_s);
    row(rule, "a day of a range", u"On 10 May 2025 [drones](event:drones) came."_s);
    row(rule, "a day of another range", u"On 11–12 May 2025 [drones](event:drones) came."_s,
        u"error 11–12 May 2025: The text says 11–12 May 2025, and “Drones” is dated 9–10 May 2025."_s);
    row(rule, "the same night in another zone", u"On 29 May 2026 it [fell](event:night)."_s);
    row(rule, "another night", u"On 30 May 2026 it [fell](event:night)."_s,
        says(u"30 May 2026"_s, u"Night"_s, dateText(must(readEdtf(u"2026-05-28T22:10Z")))));
    row(rule, "an approximate event", u"In 2022 it [fell](event:about)."_s);
    row(rule, "in another sentence", u"It [fell](event:strike). On 28 May 2026 it rained."_s);
    row(rule, "in another language", u"On 28 May 2026 it [fell](event:strike)."_s, {}, LikelihoodScale::Icd203, u"de"_s);
}

void TestChecks::watchListRows()
{
    const char *rule = "watch-list";
    row(rule, "missing", u"## W {.watch}\n\nNothing."_s,
        u"## W {.watch}: The project has a watch list, and this section neither shows it (::: {.watchlist}) nor links to an indicator."_s);
    row(rule, "no section", u"## D {.different}\n\nText."_s,
        u"## D {.different}: The project has a watch list, and the brief does not say what to watch."_s);
    row(rule, "shown", u"## W {.watch}\n\n::: {.watchlist}\n:::"_s);
    row(rule, "linked", u"## W {.watch}\n\n[Posture](indicator:posture)."_s);
    row(rule, "another kind of brief", u"## Notes\n\nText."_s);
}

void TestChecks::finds()
{
    QFETCH(QString, rule);
    QFETCH(QString, text);
    QFETCH(QString, found);
    QFETCH(LikelihoodScale, scale);
    QFETCH(QString, language);
    CheckMaterial project = material();
    project.scale = scale;
    project.language = language;
    QCOMPARE(dump(findingsOf(text, project), rule, text), found);
}

/// Eight times the text takes about eight times as long; what is quadratic takes 64 times.
void TestChecks::staysLinear_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("findings") << u"It could be quite likely, or 70 % likely. "_s;
    QTest::newRow("one sentence of them") << u"it could be quite likely, or 70 % likely, "_s;
    QTest::newRow("quotations") << u"“We shall fight on the beaches.” "_s;
    QTest::newRow("open quotation marks") << u"“a "_s;
    QTest::newRow("citations of one sentence") << u"[@wire; @daily] and "_s;
    QTest::newRow("events and dates of one sentence") << u"[it](event:strike) on 28 May 2026 and "_s;
    QTest::newRow("sentences with dates") << u"On 28 May 2026 [it](event:strike) fell. "_s;
    QTest::newRow("unknown citations") << u"[@nobody]. "_s;
    QTest::newRow("percentages") << u"70 "_s;
    QTest::newRow("there is a") << u"there is a there is a "_s;
    QTest::newRow("paragraphs") << u"Russia fired 12 of them.\n\n"_s;
    QTest::newRow("headings") << u"# H {.incident}\n\n"_s;
}

void TestChecks::staysLinear()
{
    QFETCH(QString, piece);
    const auto timeOf = [&](int count) {
        const QString text = u"## The incident {.incident}\n\n"_s + piece.repeated(count);
        CapturedSources captured = captures();
        const Draft draft = *readDraft(text, captured, nullptr, [] { return false; });
        const Document document = readDocument(text);
        CheckMaterial project = material();
        for (int i = 0; i < count / 10; ++i)
            project.ignored.append({{i + 1}, {}, u"unknown-citation"_s, u"@nobody"_s, u"other"_s, u"other"_s, u"Known."_s, now});
        qint64 best = std::numeric_limits<qint64>::max();
        for (int run = 0; run < 3; ++run) {
            QElapsedTimer timer;
            timer.start();
            const auto found = findings(draft, document, project);
            best = std::min(best, timer.nsecsElapsed());
        }
        return best;
    };
    const qint64 small = timeOf(1000);
    const qint64 large = timeOf(8000);
    QVERIFY2(large < 24 * std::max<qint64>(small, 500'000), qPrintable(u"%1 and %2 ns"_s.arg(small).arg(large)));
}

void TestChecks::readsLanguageFiles()
{
    const QByteArray german = R"({"scales": {"icd203": [["nahezu ausgeschlossen"], ["sehr unwahrscheinlich"], ["unwahrscheinlich"],
        ["etwa gleich wahrscheinlich"], ["wahrscheinlich"], ["sehr wahrscheinlich"], ["nahezu sicher"]]},
        "offScale": {"recht wahrscheinlich": ["wahrscheinlich"]}, "vague": {"vielleicht": {}}})";
    const CheckWords words = must(readCheckWords(german, LikelihoodScale::Icd203));
    QCOMPARE(words.phrase(4, 1), u"wahrscheinlich"_s);
    QCOMPARE(words.terms.value(u"sehr"_s).size(), 2);
    QCOMPARE(words.terms.value(u"recht"_s).first().offers, QStringList{u"wahrscheinlich"_s});
    QCOMPARE(readCheckWords(german, LikelihoodScale::Phia).error().why, u"It does not name the terms of each band of “PHIA yardstick”."_s);
    QVERIFY(!readCheckWords("{", LikelihoodScale::Icd203));
    for (const auto &[scale, name] : scaleNames.table)
        QVERIFY2(checkWords(u"en-US"_s, scale), name.data());
    QVERIFY(!checkWords(u"de-DE"_s, LikelihoodScale::Icd203));
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
    const QHash<QString, QStringList> near{{u"nobody"_s, {}}};
    const QHash<QString, CheckedSource> sources{{u"post"_s, {u"POST"_s, {}, {}, u"wire"_s, false}},
        {u"daily"_s, {u"DAILY"_s, {u'B', 1}, {}, u"wire"_s, true}}};
    QCOMPARE(read, (CheckMaterial{.language = u"de-DE"_s, .scale = LikelihoodScale::Phia, .sources = sources, .near = near}));

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
