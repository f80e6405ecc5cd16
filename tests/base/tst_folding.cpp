#include "app/base/folding.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void brokenBytesStandForThemselves_data();
    void brokenBytesStandForThemselves();
    void partsFoldAsTheWholeDoes();
};

void TestFolding::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char *name, const QString &text, const QString &plain) { QTest::newRow(name) << text << plain; };
    row("nothing", QString(), QString());
    row("ASCII", u"Drone HITS [flats] @Z 09"_s, u"drone hits [flats] @z 09"_s);
    row("white space", u"a\tb\nc\rd\u00a0e\u2003f"_s, u"a b c d e f"_s);
    row("an accent", u"Galați GALAȚI Galaţi"_s, u"galati galati galati"_s);
    row("an accent of its own", u"Galat\u0326i"_s, u"galati"_s);
    row("several accents", u"Đà Nẵng"_s, u"da nang"_s);
    row("letters without a base", u"Łódź Øresund Þór Straße STRASSE Æsir Œuvre"_s, u"lodz oresund thor strasse strasse aesir oeuvre"_s);
    row("dotted I", u"İstanbul ılık"_s, u"istanbul ilik"_s);
    row("wide and joined letters", u"ＡＢ ﬁ ℡"_s, u"ab fi tel"_s);
    row("dashes", u"Tu–141 Tu—141 Tu\u2011141 −5"_s, u"tu-141 tu-141 tu-141 -5"_s);
    row("quotation marks", u"“a” ‘b’ „c“ it’s"_s, u"\"a\" 'b' \"c\" it's"_s);
    row("Cyrillic", u"ГАЛАЦ Йошкар"_s, u"галац иошкар"_s);
    row("Greek", u"ΟΔΟΣ Άρης"_s, u"οδοσ αρησ"_s);
    row("no case", u"北京 サ 한국"_s, u"北京 サ 한국"_s);
    row("Arabic", u"أَحْمَد إلى آب ٱلـــعربيّة کی"_s, u"احمد الي اب العربيه كي"_s);
    row("digits", u"٢٠٢٦ ۲۰۲۶ २०२६"_s, u"2026 2026 2026"_s);
    row("emoji", u"a😀B"_s, u"a😀b"_s);
    row("not seen", u"Ga\u00adla\u200bti"_s, u"galati"_s);
}

void TestFolding::folds()
{
    QFETCH(QString, text);
    QTEST(folded(text), "plain");
    QCOMPARE(folded(folded(text)), folded(text));
}

void TestFolding::brokenBytesStandForThemselves_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << QByteArray("Ab\xc8");
    QTest::newRow("a half") << QByteArray("Ab\xe2\x80");
    QTest::newRow("only a tail") << QByteArray("\x9b" "Ab");
    QTest::newRow("too long a form") << QByteArray("\xc0\x81" "Ab");
    QTest::newRow("beyond") << QByteArray("\xf8\x88\x80\x80\x80" "Ab");
}

void TestFolding::brokenBytesStandForThemselves()
{
    QFETCH(QByteArray, bytes);
    QByteArray out("x");
    appendFolded(bytes, out);
    QCOMPARE(out, "x" + bytes.toLower());
}

/// What makes looking for a part in the whole right: no letter's fold depends on its neighbours.
void TestFolding::partsFoldAsTheWholeDoes()
{
    const QString text = u"Ołtarz ΟΔΟΣ “Galați” naïve ﬁn Straße—İ"_s;
    for (qsizetype at = 0; at <= text.size(); ++at)
        QCOMPARE(folded(text.first(at)) + folded(text.sliced(at)), folded(text));
}

QTEST_GUILESS_MAIN(TestFolding)
#include "tst_folding.moc"
