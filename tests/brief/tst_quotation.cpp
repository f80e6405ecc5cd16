#include "app/brief/quotation.h"

#include <QElapsedTimer>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// "[every inch] nato-2026 @42": the words, the keys, and where they are cited, one quotation a line.
QString dumpQuotations(const QString &text)
{
    QStringList lines;
    for (const Quotation &quotation : quotations(readDocument(text)))
        lines.append(u"[%1] %2"_s.arg(QString(quotation.text).replace(u'\n', u'/'), quotation.keys.join(u'+')));
    return lines.join(u"; "_s);
}

} // namespace

class TestQuotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");

        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("without a citation") << u"He said \"yes\"."_s << u""_s;
        QTest::newRow("without a quotation") << u"He said yes [@a]."_s << u""_s;
        QTest::newRow("straight") << u"It is \"every inch\" [@a]."_s << u"[every inch] a"_s;
        QTest::newRow("curly") << u"It is “every inch” [@a]."_s << u"[every inch] a"_s;
        QTest::newRow("single") << u"It is ‘every inch’ [@a]."_s << u"[every inch] a"_s;
        QTest::newRow("German") << u"Er sagt „jeden Zoll“ [@a]."_s << u"[jeden Zoll] a"_s;
        QTest::newRow("Romanian") << u"A spus „fiecare palmă” [@a]."_s << u"[fiecare palmă] a"_s;
        QTest::newRow("French") << u"Il dit «\u00A0chaque pouce\u00A0» [@a]."_s << u"[chaque pouce] a"_s;
        QTest::newRow("Danish") << u"Han siger »hver tomme« [@a]."_s << u"[hver tomme] a"_s;
        QTest::newRow("Swedish") << u"Han säger ”varje tum” [@a]."_s << u"[varje tum] a"_s;
        QTest::newRow("Swiss") << u"Er sagt ‹jeden Zoll› [@a]."_s << u"[jeden Zoll] a"_s;
        QTest::newRow("single Danish") << u"Han siger ›hver tomme‹ [@a]."_s << u"[hver tomme] a"_s;
        QTest::newRow("single German") << u"Er sagt ‚jeden Zoll‘ [@a]."_s << u"[jeden Zoll] a"_s;
        QTest::newRow("Polish") << u"Powiedział „każdy cal” [@a]."_s << u"[każdy cal] a"_s;
        QTest::newRow("French in French") << u"Il dit « que “chaque pouce” compte » [@a]."_s << u"[que “chaque pouce” compte] a"_s;
        QTest::newRow("Chinese") << u"他说『每一寸』[@a]。"_s << u"[每一寸] a"_s;
        QTest::newRow("Japanese") << u"彼は「すべて」と言った [@a]。"_s << u"[すべて] a"_s;
        QTest::newRow("apostrophes") << u"Russia's words, the allies' \"every inch\", aren't new [@a]."_s
                                     << u"[every inch] a"_s;
        QTest::newRow("possessive inside single marks") << u"It is ‘the allies’ territory’ [@a]."_s
                                                        << u"[the allies’ territory] a"_s;
        QTest::newRow("nested") << u"“He called it ‘a war’ then” [@a]."_s << u"[He called it ‘a war’ then] a"_s;
        QTest::newRow("a mark left open") << u"An inch is 5\" and \"open [@a]."_s << u""_s;
        QTest::newRow("right after the sentence") << u"\"It is over.\" [@a] Then it went on."_s << u"[It is over.] a"_s;
        QTest::newRow("after the full stop") << u"He said \"it is over\". [@a] Then."_s << u"[it is over] a"_s;
        QTest::newRow("later in the sentence") << u"\"It is over,\" he said on Friday [@a]."_s << u"[It is over,] a"_s;
        QTest::newRow("in the next sentence") << u"He said \"yes\". Others did not [@a]."_s << u""_s;
        QTest::newRow("in the sentence before") << u"Others did not [@a]. He said \"yes\"."_s << u""_s;
        QTest::newRow("over an abbreviation") << u"\"Yes\", said Mr. Rutte [@a]."_s << u"[Yes] a"_s;
        QTest::newRow("over initials") << u"\"Yes\", said J. Doe [@a]."_s << u"[Yes] a"_s;
        QTest::newRow("sentences inside the marks") << u"He said \"Enough. We go.\" in Galați [@a]."_s
                                                    << u"[Enough. We go.] a"_s;
        QTest::newRow("before it in brackets") << u"As stated [@a], it is \"every inch\"."_s << u"[every inch] a"_s;
        QTest::newRow("author in the sentence") << u"@a says \"every inch\"."_s << u"[every inch] a"_s;
        QTest::newRow("two authors in the sentence") << u"@a says \"yes\", while @b says \"no\"."_s << u"[yes] a; [no] b"_s;
        QTest::newRow("author and bracket") << u"@a says \"yes\" and Rutte \"no\" [@b]."_s << u"[yes] a; [no] b"_s;
        QTest::newRow("one for two") << u"It is \"reckless\" and \"a danger\" [@a]."_s << u"[reckless] a; [a danger] a"_s;
        QTest::newRow("one each") << u"\"Yes\" [@a] and \"no\" [@b]."_s << u"[Yes] a; [no] b"_s;
        QTest::newRow("several sources") << u"\"Yes\" [@a; see @b, p. 2]."_s << u"[Yes] a+b"_s;
        QTest::newRow("citation inside the marks") << u"\"every inch [@a]\"."_s << u"[every inch] a"_s;
        QTest::newRow("in a footnote") << u"He said \"yes\".[^1]\n\n[^1]: See [@a]."_s << u"[yes] a"_s;
        QTest::newRow("quoted in a footnote") << u"Text.[^1]\n\n[^1]: He said \"yes\" [@a]."_s << u"[yes] a"_s;
        QTest::newRow("emphasis inside") << u"It is \"every *single* inch\" [@a]."_s << u"[every single inch] a"_s;
        QTest::newRow("over a line end") << u"It is \"every\ninch\" [@a]."_s << u"[every/inch] a"_s;
        QTest::newRow("in a list") << u"- \"yes\" [@a]\n- \"no\" [@b]"_s << u"[yes] a; [no] b"_s;
        QTest::newRow("in a table") << u"| a | b |\n|---|---|\n| \"yes\" [@a] | \"no\" |"_s << u"[yes] a"_s;
        QTest::newRow("in a heading") << u"# \"Every inch\" [@a]"_s << u"[Every inch] a"_s;
        QTest::newRow("in code") << u"`\"yes\" [@a]`"_s << u""_s;
        QTest::newRow("in a link") << u"[\"Every inch\"](event:x) [@a]"_s << u"[Every inch] a"_s;

        QTest::newRow("block quote") << u"> Every inch. [@a]"_s << u"[Every inch.] a"_s;
        QTest::newRow("block quote of paragraphs") << u"> One.\n>\n> Two [@a]"_s << u"[One./Two] a"_s;
        QTest::newRow("block quote in marks") << u"> “Every inch.” [@a]"_s << u"[Every inch.] a"_s;
        QTest::newRow("block quote with a name") << u"> Every inch.\n>\n> — Mark Rutte [@a]"_s << u"[Every inch.] a"_s;
        QTest::newRow("cited right behind") << u"> Every inch.\n\n[@a]"_s << u"[Every inch.] a"_s;
        QTest::newRow("led to with a colon") << u"It began. Rutte was blunt [@a]:\n\n> Every inch."_s << u"[Every inch.] a"_s;
        QTest::newRow("led to in an earlier sentence") << u"It began [@a]. Rutte was blunt:\n\n> Every inch."_s << u""_s;
        QTest::newRow("not led to") << u"Rutte was blunt [@a].\n\n> Every inch."_s << u""_s;
        QTest::newRow("block quote without a citation") << u"> Every inch."_s << u""_s;
    }

    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        QCOMPARE(dumpQuotations(text), found);
    }

    void saysWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("range");
        QTest::addColumn<QString>("wording");
        QTest::addColumn<QString>("citation");
        QTest::newRow("marks") << u"It is “every *inch*” [@a]."_s << u"“every *inch*”"_s << u"every *inch*"_s << u"[@a]"_s;
        QTest::newRow("emphasis at the edge") << u"It is \"*every* inch\" [@a]."_s << u"\"*every* inch\""_s << u"*every* inch"_s
                                              << u"[@a]"_s;
        QTest::newRow("entity") << u"&amp; \"every &amp; inch\" [@a]."_s << u"\"every &amp; inch\""_s << u"every &amp; inch"_s
                                << u"[@a]"_s;
        QTest::newRow("in text") << u"@a-b says \"no\"."_s << u"\"no\""_s << u"no"_s << u"@a-b"_s;
        QTest::newRow("block") << u"Text\n\n> Every inch\n> of it. [@a]\n\nMore"_s << u"> Every inch\n> of it. [@a]"_s
                               << u"Every inch\n> of it."_s << u"[@a]"_s;
    }

    void saysWhere()
    {
        QFETCH(QString, text);
        QFETCH(QString, range);
        QFETCH(QString, wording);
        QFETCH(QString, citation);
        const QList<Quotation> found = quotations(readDocument(text));
        QCOMPARE(found.size(), 1);
        const auto slice = [&](TextRange r) { return text.mid(r.offset, r.length); };
        QCOMPARE(slice(found[0].range), range);
        QCOMPARE(slice(found[0].wording), wording);
        QCOMPARE(slice(found[0].citation), citation);
    }

    void staysLinear_data()
    {
        QTest::addColumn<QString>("text");
        const qsizetype many = 300'000;
        QTest::newRow("openers") << u" «a"_s.repeated(many) + u" [@a]"_s;
        QTest::newRow("mixed openers") << u" «a „b ‘c"_s.repeated(many / 3) + u" [@a]"_s;
        QTest::newRow("plurals") << u"‘"_s + u"allies’ "_s.repeated(many / 5) + u" [@a]"_s;
        QTest::newRow("quotations") << u"\"a\" [@a] "_s.repeated(many / 5);
        QTest::newRow("full stops") << u". "_s.repeated(many) + u"\"a\" [@a]"_s;
        QTest::newRow("citations") << u"[@a] "_s.repeated(many / 5) + u"\"a\""_s;
        QTest::newRow("straight marks") << u"\""_s.repeated(many) + u" [@a]"_s;
        QTest::newRow("open straight marks") << u" \"a"_s.repeated(many) + u" [@a]"_s;
        QTest::newRow("block quotes") << u"> a\n\n[@a]\n\n"_s.repeated(many / 10);
    }

    void staysLinear()
    {
        QFETCH(QString, text);
        const auto nanoseconds = [](const QString &written) {
            const Document document = readDocument(written);
            QElapsedTimer timer;
            timer.start();
            (void)quotations(document);
            return timer.nsecsElapsed();
        };
        // Beside usual text of the same length, in the same run: quadratic time would be thousands of times as much.
        const QString usual = u"He said that it is “every inch of it” [@a], and more of that kind.\n\n"_s;
        const qint64 plain = nanoseconds(usual.repeated(text.size() / usual.size()));
        const qint64 taken = nanoseconds(text);
        QVERIFY2(taken < 60 * plain, qPrintable(u"%1 against %2 ns"_s.arg(taken).arg(plain)));
    }
};

QTEST_GUILESS_MAIN(TestQuotation)
#include "tst_quotation.moc"
