#include "app/commands/command.h"
#include "app/sources/capture.h"
#include "tests/support/temporaryproject.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace redoubt;

namespace {

const QString nato = u"The Secretary General condemned the strike on Galați. \"Russia's reckless behaviour is a danger to us all.\" "
                     "The alliance, he said, is \"ready to defend every inch of allied territory\" – now, and tomorrow.\n\n"
                     "He has been in contact with the Romanian authorities. Allies remain in consul\u00ADtation.\n"
                     "A well-known long‑range drone — a Geran\u00A02 — cost 50 000 euros; it carried 10–15 kg… or more."_s;

} // namespace

/// `redoubt quote`: what counts as the words of a source.
class TestQuote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void verifies_data();
    void verifies();
    void answers_data();
    void answers();
    void saysWhichCapture();
    void refuses_data();
    void refuses();

private:
    struct Run
    {
        int code;
        QString out;
        QString error;
    };
    [[nodiscard]] Run run(const QStringList &arguments) const;
    void add(const QString &key, const QStringList &texts);

    TemporaryProject m_project;
};

void TestQuote::add(const QString &key, const QStringList &texts)
{
    m_project.edit([&](Writer &writer) -> Result<> {
        Source source;
        source.key = source.title = key;
        must(addSource(writer, source));
        QDateTime at(QDate(2026, 5, 29), QTime(3, 10), QTimeZone::UTC);
        for (const QString &text : texts) {
            Capture capture = must(captureOfText(source.id, text, at));
            must(addCapture(writer, capture));
            at = at.addDays(1);
        }
        return {};
    });
}

void TestQuote::initTestCase()
{
    add(u"nato-2026"_s, {nato});
    add(u"wire"_s, {u"The minister said: we will answer in kind."_s, u"The minister said: we will answer in time. A spokesman added nothing."_s});
    add(u"empty"_s, {});
    add(u"chinese"_s, {u"发言人表示必须立即撤军，否则后果自负。"_s});
    add(u"french"_s, {u"Il a dit : « Nous défendrons chaque pouce » à l’Élysée."_s});
}

TestQuote::Run TestQuote::run(const QStringList &arguments) const
{
    Run result;
    QTextStream out(&result.out);
    QTextStream error(&result.error);
    result.code = runCommand(arguments, out, error);
    return result;
}

void TestQuote::verifies_data()
{
    QTest::addColumn<QString>("quotation");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("source");
    const auto row = [](const char *name, const QString &quotation, const char *status, const QString &source = u"nato-2026"_s) {
        QTest::newRow(name) << quotation << QString::fromLatin1(status) << source;
    };
    const QString inch = u"ready to defend every inch of allied territory"_s;
    row("word for word", inch, "exact");
    row("one word", u"reckless"_s, "exact");
    row("all of it", nato, "exact");
    // marks
    row("straight apostrophe for straight", u"Russia's reckless behaviour"_s, "exact");
    row("curly apostrophe for straight", u"Russia’s reckless behaviour"_s, "exact");
    row("curly marks within for straight", u"he said, is “ready to defend every inch of allied territory”"_s, "exact");
    row("single marks within for double", u"he said, is ‘ready to defend every inch of allied territory’"_s, "exact");
    row("curly marks around", u"“ready to defend every inch”"_s, "exact");
    row("straight marks around", u"\"ready to defend every inch\""_s, "exact");
    row("French marks around", u"« ready to defend every inch »"_s, "exact");
    row("German marks around", u"„ready to defend every inch“"_s, "exact");
    row("straight marks for French", u"\"Nous défendrons chaque pouce\" à l'Élysée"_s, "exact", u"french"_s);
    row("French as it stands", u"« Nous défendrons chaque pouce » à l’Élysée"_s, "exact", u"french"_s);
    // white space
    row("a no-break space", u"ready\u00A0to defend"_s, "exact");
    row("a narrow no-break space", u"50\u202F000 euros"_s, "exact");
    row("several spaces", u"ready   to\tdefend"_s, "exact");
    row("line ends", u"ready to\r\ndefend every\ninch"_s, "exact");
    row("spaces at the ends", u"  ready to defend \n"_s, "exact");
    row("over paragraphs", u"now, and tomorrow. He has been in contact"_s, "exact");
    row("a space less", u"readyto defend every inch of allied territory"_s, "altered");
    // dashes
    row("a hyphen for a dash with spaces", u"drone - a Geran 2 - cost"_s, "exact");
    row("a dash without spaces", u"drone—a Geran 2—cost"_s, "exact");
    row("two hyphens for a dash", u"drone -- a Geran 2 -- cost"_s, "exact");
    row("a hyphen for a non-breaking one", u"long-range drone"_s, "exact");
    row("a hyphen for an en dash in numbers", u"10-15 kg"_s, "exact");
    row("a minus sign for a dash", u"10−15 kg"_s, "exact");
    row("a hyphen left out", u"A well known long-range drone"_s, "altered");
    // soft hyphens and what has no width
    row("soft hyphen only captured", u"remain in consultation"_s, "exact");
    row("soft hyphen only quoted", u"every inch of al\u00ADlied terri\u00ADtory"_s, "exact");
    row("soft hyphen before a line end", u"every inch of allied terri\u00AD\ntory"_s, "exact");
    row("zero-width space", u"every\u200B inch"_s, "exact");
    row("marks of direction", u"\u200Eevery inch\u202C of allied"_s, "exact");
    row("decomposed letters", u"the strike on Galat\u0326i"_s, "exact");
    row("another letter", u"condemned the strike on Galaţi"_s, "altered");
    // letter case and ends
    row("capital letter", u"Ready to defend every inch of allied territory"_s, "altered");
    row("capital letter as an insertion", u"[R]eady to defend every inch of allied territory"_s, "exact");
    row("full stop of the sentence around", u"every inch of allied territory."_s, "exact");
    row("comma of the sentence around", u"every inch of allied territory,"_s, "exact");
    row("exclamation mark put on", u"every inch of allied territory!"_s, "altered");
    row("part of a word at the end", u"every inch of allied terri"_s, "altered");
    row("part of a word at the start", u"eady to defend every inch"_s, "altered");
    // passages
    row("[…]", u"ready to defend […] allied territory"_s, "exact");
    row("[...]", u"ready to defend [...] allied territory"_s, "exact");
    row("[. . .]", u"ready to defend [. . .] allied territory"_s, "exact");
    row("(…)", u"ready to defend (…) allied territory"_s, "exact");
    row("...", u"ready to defend ... allied territory"_s, "exact");
    row("... without spaces", u"ready to defend...allied territory"_s, "exact");
    row("…", u"ready to defend … allied territory"_s, "exact");
    row(". . .", u"ready to defend . . . allied territory"_s, "exact");
    row("four dots", u"a danger to us all.... He has been in contact"_s, "exact");
    row("three passages", u"condemned the strike […] reckless behaviour […] remain in consultation"_s, "exact");
    row("over paragraphs with […]", u"Russia's reckless behaviour […] Allies remain in consultation"_s, "exact");
    row("dots at both ends", u"… every inch of allied territory …"_s, "exact");
    row("joined where nothing is left out", u"every inch […] of allied territory"_s, "exact");
    row("in the wrong order", u"allied territory […] ready to defend"_s, "altered");
    row("one passage altered", u"ready to defend […] NATO territory"_s, "altered");
    row("one passage not there", u"ready to defend […] the moon and the stars and all that is up there"_s, "not-found");
    row("the same passage twice", u"reckless behaviour […] reckless behaviour"_s, "altered");
    row("dots that are captured", u"it carried 10–15 kg… or more"_s, "exact");
    row("dots that are captured, as three", u"it carried 10-15 kg... or more"_s, "exact");
    // insertions
    row("insertion that explains", u"He [Rutte] has been in contact"_s, "exact");
    row("insertion for a word", u"every inch of [NATO] territory"_s, "exact");
    row("insertion for several words", u"ready to defend [all] territory"_s, "exact");
    row("insertion at the start", u"[We are] ready to defend every inch"_s, "exact");
    row("insertion at the end", u"every inch of allied territory [in Europe]"_s, "exact");
    row("insertion of an ending", u"ready to defend[ing] every inch"_s, "exact");
    row("[sic]", u"Russia's reckless [sic] behaviour"_s, "exact");
    row("two insertions", u"He [Rutte] has been in contact with the [Bucharest] authorities"_s, "exact");
    row("insertion and alteration", u"every inch of [NATO] soil and territory"_s, "altered");
    row("insertion over too much", u"The Secretary General [x] tomorrow"_s, "altered");
    row("insertion and passages", u"[T]he alliance […] is \"ready to defend\""_s, "altered");
    row("insertion, passages, as captured", u"[T]he alliance […] is 'ready to defend every inch of allied territory'"_s, "exact");
    row("lower case by insertion", u"[t]he alliance, he said, is 'ready to defend"_s, "exact");
    // alterations
    row("a word left out", u"ready to defend every inch of territory"_s, "altered");
    row("a word put in", u"ready to defend every single inch of allied territory"_s, "altered");
    row("a word exchanged", u"ready to protect every inch of allied territory"_s, "altered");
    row("negated", u"not ready to defend every inch of allied territory"_s, "altered");
    row("a number exchanged", u"cost 60 000 euros; it carried 10-15 kg"_s, "altered");
    row("words in another order", u"ready every inch of allied territory to defend"_s, "altered");
    row("American spelling", u"Russia's reckless behavior is a danger to us all"_s, "altered");
    // not there
    row("another sentence", u"We will answer this attack with all our might"_s, "not-found");
    row("small words", u"of the and to the in a"_s, "not-found");
    row("nothing captured", inch, "nothing-captured", u"empty"_s);
    // several captures
    row("in the latest", u"we will answer in time"_s, "exact", u"wire"_s);
    row("in an earlier one", u"we will answer in kind"_s, "exact", u"wire"_s);
    row("passages of two captures", u"answer in kind […] A spokesman added nothing"_s, "altered", u"wire"_s);
    // scripts without spaces
    row("Chinese", u"立即撤军"_s, "exact", u"chinese"_s);
    row("Chinese in marks", u"「立即撤军」"_s, "exact", u"chinese"_s);
}

void TestQuote::verifies()
{
    QFETCH(QString, quotation);
    QFETCH(QString, status);
    QFETCH(QString, source);
    const Run result = run({u"quote"_s, m_project.path(), u"--source"_s, source, u"--json"_s, u"--"_s, quotation});
    QCOMPARE(result.error, QString());
    const QJsonObject json = QJsonDocument::fromJson(result.out.toUtf8()).object();
    QCOMPARE(json.keys(), (QStringList{u"capture"_s, u"difference"_s, u"end"_s, u"nearest"_s, u"start"_s, u"status"_s}));
    QCOMPARE(json[u"status"].toString(), status);
    QCOMPARE(result.code, status == u"exact" ? 0 : 1);
    const bool found = status == u"exact" || status == u"altered";
    QCOMPARE(json[u"nearest"].isString(), found);
    QCOMPARE(json[u"start"].isDouble(), found);
    QCOMPARE(json[u"end"].isDouble(), found);
    QCOMPARE(json[u"difference"].isString(), status == u"altered");
}

void TestQuote::answers_data()
{
    QTest::addColumn<QString>("quotation");
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("exact") << u"condemned the strike"_s
        << u"{\"capture\":\"2026-05-29T03:10:00Z\",\"difference\":null,\"end\":42,\"nearest\":\"condemned the strike\",\"start\":22,\"status\":\"exact\"}\n"_s
        << u"Exact: the source has these words.\n  captured 2026-05-29T03:10:00Z, characters 22 to 42: condemned the strike\n"_s;
    QTest::newRow("passages") << u"The Secretary […] the strike"_s
        << u"{\"capture\":\"2026-05-29T03:10:00Z\",\"difference\":null,\"end\":42,\"nearest\":\"The Secretary […] the strike\",\"start\":0,\"status\":\"exact\"}\n"_s
        << u"Exact: the source has these words.\n  captured 2026-05-29T03:10:00Z, characters 0 to 42: The Secretary […] the strike\n"_s;
    QTest::newRow("altered") << u"condemned the attack on Galați"_s
        << u"{\"capture\":\"2026-05-29T03:10:00Z\",\"difference\":\"condemned the {-attack-} {+strike+} on Galați\",\"end\":52,"
           "\"nearest\":\"condemned the strike on Galați\",\"start\":22,\"status\":\"altered\"}\n"_s
        << u"Altered: the source has other words.\n  captured 2026-05-29T03:10:00Z, characters 22 to 52: condemned the strike on Galați\n"
           "  difference: condemned the {-attack-} {+strike+} on Galați\n"_s;
    QTest::newRow("another order") << u"the strike […] The Secretary"_s
        << u"{\"capture\":\"2026-05-29T03:10:00Z\",\"difference\":\"the strike […] The Secretary\",\"end\":42,"
           "\"nearest\":\"the strike […] The Secretary\",\"start\":0,\"status\":\"altered\"}\n"_s
        << u"Altered: the source has these passages in another order.\n  captured 2026-05-29T03:10:00Z, characters 0 to 42: "
           "the strike […] The Secretary\n  difference: the strike […] The Secretary\n"_s;
    QTest::newRow("not found") << u"nothing whatsoever like that"_s
        << u"{\"capture\":null,\"difference\":null,\"end\":null,\"nearest\":null,\"start\":null,\"status\":\"not-found\"}\n"_s
        << u"Not found: the source has nothing like it.\n"_s;
}

void TestQuote::answers()
{
    QFETCH(QString, quotation);
    const QStringList arguments{u"quote"_s, m_project.path(), u"--source"_s, u"nato-2026"_s, quotation};
    QTEST(run(arguments + QStringList{u"--json"_s}).out, "json");
    QTEST(run(arguments).out, "text");
}

void TestQuote::saysWhichCapture()
{
    const auto captureOf = [&](const QString &quotation) {
        const QString out = run({u"quote"_s, m_project.path(), u"--source"_s, u"@wire"_s, quotation, u"--json"_s}).out;
        return QJsonDocument::fromJson(out.toUtf8()).object()[u"capture"].toString();
    };
    QCOMPARE(captureOf(u"answer in kind"_s), u"2026-05-29T03:10:00Z"_s);
    QCOMPARE(captureOf(u"answer in time"_s), u"2026-05-30T03:10:00Z"_s);
    QCOMPARE(captureOf(u"The minister said"_s), u"2026-05-30T03:10:00Z"_s);
}

void TestQuote::refuses_data()
{
    QTest::addColumn<QStringList>("arguments"); ///< FILE stands for the project
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("error");
    const QString what = u"redoubt: The quotation was not verified. "_s;
    QTest::newRow("unknown source") << QStringList{u"FILE"_s, u"--source"_s, u"nato-2025"_s, u"x"_s} << 2
                                    << what + u"There is no source “nato-2025”. The nearest are: nato-2026.\n"_s;
    QTest::newRow("part of a key") << QStringList{u"FILE"_s, u"--source"_s, u"NATO"_s, u"x"_s} << 2
                                   << what + u"There is no source “NATO”. The nearest are: nato-2026.\n"_s;
    QTest::newRow("no such source at all") << QStringList{u"FILE"_s, u"--source"_s, u"zzzzzzzzzzzz"_s, u"x"_s} << 2
                                           << what + u"There is no source “zzzzzzzzzzzz”. Name a source by its citation key.\n"_s;
    QTest::newRow("empty key") << QStringList{u"FILE"_s, u"--source"_s, QString(), u"x"_s} << 2
                               << what + u"There is no source “”. Name a source by its citation key.\n"_s;
    QTest::newRow("no source named") << QStringList{u"FILE"_s, u"x"_s} << 2 << what + u"No source was named. Name it with --source KEY.\n"_s;
    QTest::newRow("no words") << QStringList{u"FILE"_s, u"--source"_s, u"wire"_s, u" \u00AD"_s} << 1
                              << what + u"There are no words in it. Give the words of the quotation.\n"_s;
    QTest::newRow("too long") << QStringList{u"FILE"_s, u"--source"_s, u"wire"_s, QString(16 * 1024 * 1024 + 1, u'a')} << 1
                              << what + u"It is longer than 16 MiB. Verify it in parts.\n"_s;
    QTest::newRow("no text given") << QStringList{u"FILE"_s, u"--source"_s, u"wire"_s} << 2
                                   << u"redoubt: It takes other arguments.\nUsage: redoubt quote FILE --source KEY TEXT\n"_s;
    QTest::newRow("no such file") << QStringList{u"/nowhere/a.redoubt"_s, u"--source"_s, u"wire"_s, u"x"_s} << 2 << u"redoubt: "_s;
}

void TestQuote::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, error);
    arguments.replaceInStrings(u"FILE"_s, m_project.path());
    const Run result = run(QStringList{u"quote"_s} + arguments);
    QTEST(result.code, "code");
    QCOMPARE(result.out, QString());
    QVERIFY2(error == u"redoubt: " ? result.error.startsWith(error) : result.error == error, qPrintable(result.error));
}

QTEST_GUILESS_MAIN(TestQuote)
#include "tst_quote.moc"
