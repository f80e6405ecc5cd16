#include "app/base/words.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void places();
    void brokenBytes_data();
    void brokenBytes();
};

void TestWords::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QString &text, const QString &found) { QTest::newRow(name) << text << found; };
    row("nothing", QString(), QString());
    row("signs only", u" -- “…” 🔥 * "_s, QString());
    row("ASCII", u"Tu-141: NATO's 5th (reported)\n"_s, u"tu 141 nato s 5th reported"_s);
    row("accents", u"Galați GALAȚI Galat\u0326i"_s, u"galati galati galati"_s);
    row("letters without a base", u"Straße ŁÓDŹ œuvre"_s, u"strasse lodz oeuvre"_s);
    row("an accent at the start", u"\u0301a b"_s, u"a b"_s);
    row("Cyrillic", u"ДРОН над Галацем"_s, u"дрон над галацем"_s);
    row("Greek", u"ΟΔΟΣ Άρης"_s, u"οδοσ αρησ"_s);
    row("Arabic", u"الطَّائِرَةُ بِدُونِ طَيَّار"_s, u"الطايره بدون طيار"_s);
    row("tatweel", u"طـــائرة ـ"_s, u"طايره"_s);
    row("Hebrew with points", u"שָׁלוֹם"_s, u"שלום"_s);
    row("Hindi", u"ड्रोन हमला २०२६"_s, u"डरन हमल 2026"_s);
    row("Chinese", u"无人机(UAV)落在加拉茨。"_s, u"无 人 机 uav 落 在 加 拉 茨"_s);
    row("Japanese", u"ドローンが墜落"_s, u"ト ロ ー ン か 墜 落"_s);
    row("half-width", u"ﾄﾞﾛｰﾝ"_s, u"ト ロ ー ン"_s);
    row("Korean", u"한국은"_s, u"한 국 은"_s);
    row("Thai", u"โดรน"_s, u"โ ด ร น"_s);
    row("beyond the first plane", u"𠮷野"_s, u"𠮷 野"_s);
    row("Latin beside Chinese", u"第5G網"_s, u"第 5g 網"_s);
    row("soft hyphen and joiner", u"Ga\u00adla\u200bti"_s, u"galati"_s);
    row("wide", u"ＮＡＴＯ"_s, u"nato"_s);
    row("NUL", u"a"_s + QChar(0) + u"b"_s, u"a b"_s);
}

void TestWords::words()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    QCOMPARE(QString::fromUtf8(searchWords(text.toUtf8())), found);
}

void TestWords::places()
{
    const QByteArray text = QByteArray("\n– Gala") + "\xc8\x9b" + "i! 茨x";
    WordReader reader(text);
    QStringList found;
    while (reader.next()) {
        found.append(u"%1 %2%3"_s.arg(QString::fromUtf8(reader.word()), QString::fromUtf8(text.sliced(reader.start(), reader.end() - reader.start())),
            reader.standsAlone() ? u" alone"_s : QString()));
    }
    QCOMPARE(found.join(u" | "), u"galati Galați | 茨 茨 alone | x x"_s);
}

void TestWords::brokenBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("cut off") << QByteArray("ab\xc8") << QByteArray("ab");
    QTest::newRow("only a tail") << QByteArray("a\x9b" "b") << QByteArray("a b");
    QTest::newRow("too long a form") << QByteArray("a\xc0\x81\xe0\x80\x80" "b") << QByteArray("a b");
    QTest::newRow("half of a pair") << QByteArray("a\xed\xa0\x80" "b") << QByteArray("a b");
    QTest::newRow("beyond the last") << QByteArray("a\xf4\x90\x80\x80" "b\xff") << QByteArray("a b");
}

void TestWords::brokenBytes()
{
    QFETCH(QByteArray, bytes);
    QTEST(searchWords(bytes), "words");
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
