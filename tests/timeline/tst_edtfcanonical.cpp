#include "app/timeline/edtf.h"
#include "app/timeline/edtfcanonical.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

QString canonical(const QString &text)
{
    const auto expression = readEdtfSyntax(text);
    return expression ? canonicalText(*expression) : u"refused"_s;
}

/// What an expression says, apart from how it is spelled and what level the spelling has.
void compareMeaning(const QString &one, const QString &other)
{
    auto a = readEdtfSyntax(one);
    auto b = readEdtfSyntax(other);
    QVERIFY2(a && b, qPrintable(one + u" and "_s + other));
    for (auto *expression : {&*a, &*b}) {
        for (EdtfRange &member : expression->members) {
            member.from.date.level = member.to.date.level = 0;
        }
    }
    QVERIFY2(a->members == b->members && a->form == b->form, qPrintable(one + u" and "_s + other));
}

} // namespace

class TestEdtfCanonical : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellings_data();
    void spellings();
    void keeps_data();
    void keeps();
    void everyCombinationOfQualifiers();
    void anyTextKeepsItsMeaning();
};

void TestEdtfCanonical::spellings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("?2004-?06-?11", "2004-06-11?");
    row("~2004-~06-11", "2004-06~-11");
    row("~2004-06", "2004~-06");
    row("~1984?", "1984%");
    row("?1984", "1984?");
    row("~-0100", "-0100~");
    row("?2004-06-~11", "2004?-06-~11");
    row("%2004-?06-?11", "2004~-06-11?");
    row("2004?-06?-11?", "2004-06-11?");
    row("2004~-~06", "2004-06~");
    row("?2014-22", "2014?-22");
    row("?201X-XX", "201X?-XX");
    row("[1667, 1668, 1670..1672]", "[1667,1668,1670..1672]");
    row("[?1984,1986..1988]", "[1984?,1986..1988]");
    row("{..?1984-?06}", "{..1984-06?}");
    row("?1984/1986", "1984?/1986");
    row("?1984-?01/..", "1984-01?/..");
    row("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00");
    row("1985-04-12T23:20+00:00", "1985-04-12T23:20Z");
    row("1985-04-12T23:20:30+00", "1985-04-12T23:20:30Z");
    row("1985-04-12T23:20:30.500Z", "1985-04-12T23:20:30.5Z");
    row("1985-04-12T23:20:30.000", "1985-04-12T23:20:30");
    row(" 1985 ", "1985");
}

void TestEdtfCanonical::spellings()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(canonical(text), expected);
    QCOMPARE(canonical(expected), expected);
    compareMeaning(text, expected);
}

void TestEdtfCanonical::keeps_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"2026-05-29", "2026-05", "2026", "0000", "-0044", "-0044-03-15", "Y170000002",
             "Y-17E7", "Y3388E2S3", "1950S2", "1950S4", "2001-21", "2001-41~", "156X-12-25", "-03XX-XX",
             "XXXX-12-XX", "2004-06-11%", "2004-06~-11", "2004?-06-11", "2004-%06-11", "2004?-06-~11",
             "2004~-?06", "2001-?09~-09", "../2006", "2006/..", "/2006", "2006/", "../..", "/..", "../", "/",
             "2004-06-~01/2004-06-~20", "1984~/2004-06", "[1667]", "[..1984]", "[1760-12..]", "{..1984}",
             "{1672,1667,1667}", "[1670..1670]", "1985-04-12T23:20:30", "1985-04-12T23:20",
             "1985-04-12T23:20:30+04:30", "1985-04-12T24:00", "2016-12-31T23:59:60Z", "2026-05-29T03:10~",
             "2026-05-29T03:10:07.25-11:30?", "2026-05-29T03:10Z/2026-05-30"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestEdtfCanonical::keeps()
{
    QFETCH(QString, text);
    QCOMPARE(canonical(text), text);
}

void TestEdtfCanonical::everyCombinationOfQualifiers()
{
    // Each of the six places of a date can have each of three marks or none.
    const QStringList marks{QString(), u"?"_s, u"~"_s, u"%"_s};
    for (int i = 0; i < 4096; ++i) {
        const auto mark = [&](int place) { return marks.at(i >> (2 * place) & 3); };
        const QString text = mark(0) + u"2004"_s + mark(1) + u'-' + mark(2) + u"06"_s + mark(3) + u'-' +
                             mark(4) + u"11"_s + mark(5);
        const QString shortest = canonical(text);
        QVERIFY2(shortest.size() <= text.size(), qPrintable(text));
        QCOMPARE(canonical(shortest), shortest);
        compareMeaning(text, shortest);
        const auto edtf = readEdtf(text);
        const auto again = readEdtf(shortest);
        QVERIFY(edtf && again);
        QCOMPARE(again->bounds, edtf->bounds);
        QCOMPARE(again->start, edtf->start);
        QVERIFY(again->level <= edtf->level);
    }
}

void TestEdtfCanonical::anyTextKeepsItsMeaning()
{
    const QStringList pieces{u"2004"_s, u"-0044"_s, u"201X"_s, u"Y12345"_s, u"Y1E5S2"_s, u"1950S2"_s,
        u"2004-06"_s, u"2004-24"_s, u"2004-06-11"_s, u"?2004-~06-?11"_s, u"2004?-06~"_s,
        u"2004-06-11T03:10+00:00~"_s, u"2004-06-11T03:10:07.10-04"_s, QString(), u".."_s};
    const QStringList between{u"/"_s, u".."_s, u","_s, u", "_s};
    quint32 state = 20260529;
    const auto random = [&state](qsizetype below) {
        state = state * 1664525u + 1013904223u;
        return qsizetype(state >> 16) % below;
    };
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        QString text = pieces.at(random(pieces.size()));
        for (qsizetype n = random(3); n > 0; --n)
            text += between.at(random(between.size())) + pieces.at(random(pieces.size()));
        const qsizetype brackets = random(4);
        text = brackets == 0 ? u'[' + text + u']' : brackets == 1 ? u'{' + text + u'}' : text;
        const auto edtf = readEdtf(text);
        if (!edtf)
            continue;
        ++read;
        const QString once = canonical(text);
        const auto again = readEdtf(once);
        QVERIFY2(again, qPrintable(text + u" → "_s + once));
        QCOMPARE(canonical(once), once);
        QCOMPARE(again->bounds, edtf->bounds);
        QCOMPARE(again->start, edtf->start);
        QCOMPARE(again->end, edtf->end);
        QCOMPARE(again->precision, edtf->precision);
        compareMeaning(text, once);
    }
    QVERIFY(read > 2000);
}

QTEST_APPLESS_MAIN(TestEdtfCanonical)
#include "tst_edtfcanonical.moc"
