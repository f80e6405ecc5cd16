#include "app/project/projectinfo.h"
#include "app/sources/anchoring.h"
#include "tests/support/slowness.h"
#include "tests/support/temporaryproject.h"

#include <QElapsedTimer>

#include <random>

using namespace redoubt;

namespace {

/// Of the text between the bars.
Excerpt excerptAt(const QString &marked)
{
    Capture capture;
    capture.id = Id<Capture>{7};
    const qsizetype start = marked.indexOf(u'|');
    const qsizetype end = marked.lastIndexOf(u'|') - 1;
    capture.text = QString(marked).remove(u'|');
    return must(excerptOf(capture, start, end));
}

QString kindOf(const Anchoring &found)
{
    switch (found.kind) {
    case Anchoring::Kind::Exact:
        return u"exact"_s;
    case Anchoring::Kind::Context:
        return u"context"_s;
    case Anchoring::Kind::Approximate:
        return u"approximate"_s;
    case Anchoring::Kind::Lost:
        return u"lost"_s;
    }
    return {};
}

QString textOf(qsizetype length)
{
    static const QStringList words{u"the"_s, u"drone"_s, u"struck"_s, u"a"_s, u"block"_s, u"of"_s, u"flats"_s, u"near"_s,
        u"Galați"_s, u"and"_s, u"ministers"_s, u"said"_s, u"that"_s, u"territory"_s, u"would"_s, u"be"_s, u"defended"_s, u"inch"_s,
        u"by"_s, u"allies"_s, u"while"_s, u"consultations"_s, u"went"_s, u"on"_s, u"under"_s, u"article"_s, u"four"_s};
    std::mt19937 random(3);
    QString text;
    while (text.size() < length) {
        text += words[qsizetype(random() % unsigned(words.size()))];
        text += random() % 12 == 0 ? u". "_s : random() % 60 == 0 ? u" "_s + QString::number(random() % 10'000) + u"\n"_s : u" "_s;
    }
    return text;
}

const QString speech = u"The Secretary General condemned the strike on Friday. The alliance is |ready to defend every inch of allied "
                       "territory|, he told reporters in Brussels. Consultations go on."_s;

} // namespace

/// Excerpts found again in a later capture.
class TestAnchoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void scores();
    void manyAtOnce();
    void hostile_data();
    void hostile();
    void carriesOver();
    void carryingOverIsRefused();
    void findingAgain();
};

void TestAnchoring::finds_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("later");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("place"); ///< up to the passage, and the passage between bars; empty when lost
    const QString plain = QString(speech).remove(u'|');
    const QString inch = u"ready to defend every inch of allied territory"_s;
    const auto row = [](const char *name, const QString &before, const QString &later, const char *kind, const QString &found) {
        const qsizetype at = later.indexOf(found);
        QTest::newRow(name) << before << later << QString::fromLatin1(kind)
                            << (found.isEmpty() ? QString() : later.first(at) + u'|' + found + u'|');
    };
    row("unmoved", speech, plain, "exact", inch);
    row("text before it", speech, u"Updated at noon. "_s + plain, "exact", inch);
    row("text before it gone", speech, plain.sliced(54), "exact", inch);
    row("all else gone", speech, inch, "exact", inch);
    row("other surroundings", speech, u"It was said to be ready to defend every inch of allied territory."_s, "exact", inch);
    row("broken lines", speech, QString(plain).replace(u" every inch "_s, u"\n every\u00A0inch\n"_s), "exact",
        u"ready to defend\n every\u00A0inch\nof allied territory"_s);
    row("other marks", u"He said |\"we're ready\"| – now and then again"_s, u"He said “we’re ready” — now and then again"_s, "exact",
        u"“we’re ready”"_s);
    row("soft hyphens", speech, QString(plain).replace(u"territory"_s, u"terri\u00ADtory"_s), "exact",
        u"ready to defend every inch of allied terri\u00ADtory"_s);
    row("one letter other", speech, QString(plain).replace(u"every inch"_s, u"every itch"_s), "context",
        u"ready to defend every itch of allied territory"_s);
    row("words between put in", speech, QString(plain).replace(u"every inch"_s, u"every last single inch"_s), "context",
        u"ready to defend every last single inch of allied territory"_s);
    row("at the start", u"|Ministers met in Brussels on Friday|. They agreed on nothing at all."_s,
        u"Leaders met in Brussels on Friday. They agreed on nothing at all."_s, "context", u"Leaders met in Brussels on Friday"_s);
    row("at the end", u"They agreed on nothing at all: |consultations go on|"_s, u"They agreed on nothing at all: consultations went on"_s,
        "context", u"consultations went on"_s);
    row("other words, other surroundings", speech, u"Asked about it, he said: they are ready to defend each inch of allied territory. Nothing more."_s,
        "approximate", u"ready to defend each inch of allied territory"_s);
    row("whole words", speech, u"Asked about it, he said: unready to defend every inch of the allied territory. Nothing more."_s, "approximate",
        u"unready to defend every inch of the allied territory"_s);
    row("at the start, with something put before it", u"|Ministers met in Brussels on Friday|. They agreed on nothing at all."_s,
        u"Updated at noon: Leaders met in Brussels on Friday. They agreed on nothing at all."_s, "approximate", u"Leaders met in Brussels on Friday"_s);
    row("replaced", speech, QString(plain).replace(inch, u"XXXXX"_s), "lost", {});
    row("taken out", speech, QString(plain).remove(inch), "lost", {});
    row("another text", speech, u"Nothing of the kind was said by anyone in that place, ever."_s, "lost", {});
    row("empty text", speech, {}, "lost", {});
    row("a few letters without context", u"He said |no| and went home"_s, u"They had no time for that"_s, "lost", {});
    row("a few letters with context", u"He said |no| and went home"_s, u"Asked twice, he said no and went"_s, "exact", u"no"_s);
    row("no part of a word", u"It is an |art| of its own kind"_s, u"It is an artery of its own kind"_s, "context", u"artery"_s);
    row("Chinese", u"发言人表示必须|立即撤军|，否则后果自负。"_s, u"据报道，发言人表示必须立即撤军，否则后果自负。"_s, "exact", u"立即撤军"_s);
    QTest::newRow("of several the one with its context")
        << u"Yes. He said |we will not yield| to them. Others came."_s
        << u"We hear: we will not yield. Later he said we will not yield to them. And: we will not yield."_s << u"exact"_s
        << u"We hear: we will not yield. Later he said |we will not yield|"_s;
    const QString go = u"ready to go"_s;
    const QString dots = u". "_s.repeated(15);
    QTest::newRow("of equals the nearest") << u"x "_s.repeated(25) + u"|ready to go| ee"_s << go + dots + go + dots + dots + go
                                           << u"exact"_s << go + dots + u"|ready to go|"_s;
}

void TestAnchoring::finds()
{
    QFETCH(QString, before);
    QFETCH(QString, later);
    QFETCH(QString, place);
    const Anchoring found = anchor(excerptAt(before), later);
    QTEST(kindOf(found), "kind");
    const QString passage = later.sliced(found.start, found.end - found.start);
    QCOMPARE(place.isEmpty() ? QString() : later.first(found.start) + u'|' + passage + u'|', place);
    QVERIFY((found.kind == Anchoring::Kind::Lost) == (found.score == 0));
    QVERIFY(found.score <= 1);
}

void TestAnchoring::scores()
{
    const Excerpt excerpt = excerptAt(speech);
    const QString plain = QString(speech).remove(u'|');
    QCOMPARE(anchor(excerpt, plain).score, 1.0);
    QCOMPARE(anchor(excerpt, u"Updated. "_s + plain).score, 1.0);
    const double alone = anchor(excerpt, excerpt.exact).score;
    QVERIFY(alone > 0.4 && alone < 0.6);
    const QString changed = QString(plain).replace(u"every inch"_s, u"every itch"_s);
    QCOMPARE(anchor(excerpt, changed).score, 1 - 1.0 / double(excerpt.exact.size()));
}

void TestAnchoring::manyAtOnce()
{
    const QString before = textOf(1'000'000);
    Capture capture;
    capture.text = before;
    QList<Excerpt> excerpts;
    for (int i = 0; i < 200; ++i)
        excerpts.append(must(excerptOf(capture, 4'900 * i, 4'900 * i + 40 + 7 * (i % 60))));
    QString later = u"A later version of the page.\n"_s + before;
    for (int i = 0; i < 200; i += 4) // a word in the middle of each fourth is another one
        later.replace(later.indexOf(excerpts[i].exact) + excerpts[i].exact.size() / 2, 2, u"##"_s);
    QElapsedTimer timer;
    timer.start();
    const QList<Anchoring> found = anchorAll(excerpts, later);
    const qint64 took = timer.elapsed();
    QCOMPARE(found.size(), 200);
    for (int i = 0; i < 200; ++i) {
        QCOMPARE(kindOf(found[i]), i == 0 ? u"approximate"_s : i % 4 == 0 ? u"context"_s : u"exact"_s);
        QVERIFY(std::abs(found[i].start - (excerpts[i].start + 29)) <= 2);
    }
    qInfo("200 excerpts in 1 MB: %lld ms", took);
    QVERIFY2(took < 100 * 4 * slowness, qPrintable(QString::number(took)));
}

void TestAnchoring::hostile_data()
{
    QTest::addColumn<QString>("exact");
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("text");
    const qsizetype many = 1'000'000;
    const QString as(many, u'a');
    QTest::newRow("one letter") << u"a"_s << QString(32, u'a') << as;
    QTest::newRow("one letter many times") << QString(50'000, u'a') << QString(32, u'a') << as;
    QTest::newRow("one letter and another") << QString(50'000, u'a') + u'b' << QString(32, u'a') << as;
    QTest::newRow("another in the middle") << QString(2'000, u'a') + u'b' + QString(2'000, u'a') << QString(32, u'a') << as;
    QTest::newRow("words") << u"war "_s.repeated(500) + u"peace"_s << u"war "_s.repeated(8) << u"war "_s.repeated(many / 4);
    QTest::newRow("nearly the same words") << u"war "_s.repeated(500) + u"peace"_s << u"war "_s.repeated(8)
                                           << u"war war wat "_s.repeated(many / 12);
    QTest::newRow("longer than the text") << as << QString() << QString(1'000, u'a');
    QTest::newRow("lone surrogates") << QString(100, QChar(0xD800)) << QString(32, QChar(0xDC00)) << QString(many, QChar(0xD800));
    QTest::newRow("marks") << QString(100, QChar(0x0301)) << QString() << QString(many, QChar(0x0301));
}

void TestAnchoring::hostile()
{
    QFETCH(QString, exact);
    QFETCH(QString, context);
    QFETCH(QString, text);
    Excerpt excerpt;
    excerpt.exact = exact;
    excerpt.prefix = context;
    excerpt.suffix = context + u'z';
    excerpt.start = 500'000;
    excerpt.end = excerpt.start + exact.size();
    QElapsedTimer timer;
    timer.start();
    const QList<Anchoring> found = anchorAll(QList<Excerpt>(20, excerpt), text);
    QVERIFY(found.first().start >= 0 && found.first().end <= text.size());
    QVERIFY2(timer.elapsed() < 2'000 * slowness, qPrintable(QString::number(timer.elapsed())));
}

void TestAnchoring::carriesOver()
{
    TemporaryProject project;
    Source source;
    source.title = u"Wire"_s;
    Capture first;
    Capture later;
    Excerpt excerpt;
    Excerpt carried;
    project.edit([&](Writer &writer) -> Result<> {
        must(addSource(writer, source));
        first = must(captureOfText(source.id, QString(speech).remove(u'|'), QDateTime::currentDateTimeUtc()));
        later = must(captureOfText(source.id, u"Updated. "_s + QString(speech).remove(u'|'), QDateTime::currentDateTimeUtc()));
        must(addCapture(writer, first));
        must(addCapture(writer, later));
        excerpt = excerptAt(speech);
        excerpt.capture = first.id;
        excerpt.speaker = u"Rutte"_s;
        excerpt.note = u"twice"_s;
        excerpt.colour = 3;
        must(addExcerpt(writer, excerpt));
        return setTags(writer, u"excerpt"_s, excerpt.id.number, {u"pledge"_s});
    });
    project.edit([&](Writer &writer) -> Result<> {
        carried = must(carryOver(writer, excerpt, later));
        return {};
    });
    QCOMPARE(must(excerpts(project.reader(), first.id)), QList{excerpt});
    QCOMPARE(must(excerpts(project.reader(), later.id)), QList{carried});
    QCOMPARE(carried.exact, excerpt.exact);
    QCOMPARE(carried.start, excerpt.start + 9);
    QCOMPARE((QList<QVariant>{carried.speaker, carried.note, carried.colour}), (QList<QVariant>{u"Rutte"_s, u"twice"_s, 3}));
    QCOMPARE(must(tags(project.reader(), u"excerpt"_s, carried.id.number)), QStringList{u"pledge"_s});
    project.edit([&](Writer &writer) -> Result<> {
        if (must(carryOver(writer, excerpt, later)) != carried)
            qFatal("carried twice");
        return {};
    });
    QCOMPARE(must(excerpts(project.reader(), later.id)).size(), 1);
    must(project->undo());
    QCOMPARE(must(excerpts(project.reader(), source.id)), QList{excerpt});
}

void TestAnchoring::carryingOverIsRefused()
{
    TemporaryProject project;
    Source source;
    source.title = u"Wire"_s;
    Source other;
    other.title = u"Another"_s;
    Capture first;
    Capture empty;
    Capture others;
    Excerpt excerpt;
    project.edit([&](Writer &writer) -> Result<> {
        must(addSource(writer, source));
        must(addSource(writer, other));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        first = must(captureOfText(source.id, QString(speech).remove(u'|'), now));
        empty = must(captureOfText(source.id, u"The page was taken down."_s, now));
        others = must(captureOfText(other.id, QString(speech).remove(u'|'), now));
        must(addCapture(writer, first));
        must(addCapture(writer, empty));
        must(addCapture(writer, others));
        excerpt = excerptAt(speech);
        excerpt.capture = first.id;
        return addExcerpt(writer, excerpt);
    });
    for (const auto &[capture, why] : {std::pair(empty, u"Its passage is not in that capture."_s),
             std::pair(others, u"The capture is one of another source."_s)}) {
        const auto done = project->edit(u"Carry"_s, [&](Writer &writer) -> Result<> {
            const auto carried = carryOver(writer, excerpt, capture);
            return carried ? Result<>() : failure(carried);
        });
        QVERIFY(!done);
        QCOMPARE(done.error().what, u"The excerpt was not carried over."_s);
        QCOMPARE(done.error().why, why);
    }
}

void TestAnchoring::findingAgain()
{
    const auto excerptFrom = [](const QString &text, const QString &exact, qint64 id) {
        Capture capture;
        capture.text = text;
        const qsizetype at = text.indexOf(exact);
        Excerpt made = must(excerptOf(capture, at, at + exact.size()));
        made.id = {id};
        return made;
    };
    const QString before = u"They said that every inch would be defended. Then they left the room for good."_s;
    const QString later = u"Updated. "_s + before.section(u'.', 0, 0) + u'.';
    const Excerpt first = excerptFrom(before, u"every inch"_s, 1);
    const Excerpt again = excerptFrom(u"New. "_s + before, u"every inch"_s, 2);
    const Excerpt lost = excerptFrom(before, u"left the room for good"_s, 3);
    const Excerpt other = excerptFrom(before, u"would be defended"_s, 4);

    QCOMPARE(findAgain({}, {}, later), QList<FoundAgain>());
    auto found = findAgain({first, again, lost, other}, {}, later);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).excerpt, first);
    QCOMPARE(found.at(0).place.start, first.start + 9);
    QCOMPARE(found.at(1).excerpt, lost);
    QCOMPARE(found.at(1).place.kind, Anchoring::Kind::Lost);
    QCOMPARE(found.at(2).excerpt, other);
    // What stands there already is not found again.
    found = findAgain({first, other}, {excerptFrom(later, u"every inch"_s, 5)}, later);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).excerpt, other);
}

QTEST_GUILESS_MAIN(TestAnchoring)
#include "tst_anchoring.moc"
