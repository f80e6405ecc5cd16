#include "app/publish/address.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace redoubt;

class TstAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsThroughOnlySafeAddresses_data();
    void letsThroughOnlySafeAddresses();
};

void TstAddress::letsThroughOnlySafeAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"https://example.org/a?b=c#d"_s << u"https://example.org/a?b=c#d"_s;
    QTest::newRow("scheme in capitals") << u"HTTPS://example.org/"_s << u"https://example.org/"_s;
    QTest::newRow("injection of PDF syntax") << uR"(https://e.org/a)/S/JavaScript/JS(app.alert\(1\))"_s
        << u"https://e.org/a%29/S/JavaScript/JS%28app.alert%5C%281%5C%29"_s;
    QTest::newRow("letters") << u"https://example.org/é ж"_s << u"https://example.org/%C3%A9%20%D0%B6"_s;
    QTest::newRow("host of letters") << u"https://bücher.example/"_s << u"https://xn--bcher-kva.example/"_s;
    QTest::newRow("encoded stays encoded once") << u"https://example.org/%28a%29"_s << u"https://example.org/%28a%29"_s;
    QTest::newRow("mail") << u"mailto:editor@example.org"_s << u"mailto:editor@example.org"_s;
    QTest::newRow("mail to nobody") << u"mailto:"_s << QString();
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << QString();
    QTest::newRow("javascript in disguise") << u" JaVaScript:alert(1)"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("data") << u"data:text/html;base64,AAAA"_s << QString();
    QTest::newRow("ftp") << u"ftp://example.org/"_s << QString();
    QTest::newRow("relative") << u"other.html"_s << QString();
    QTest::newRow("without a host") << u"https:///x"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TstAddress::letsThroughOnlySafeAddresses()
{
    QFETCH(QString, address);
    QTEST(publishableAddress(address), "expected");
}

QTEST_APPLESS_MAIN(TstAddress)
#include "tst_address.moc"
