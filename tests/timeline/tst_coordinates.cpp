#include "app/timeline/coordinates.h"

#include <QRandomGenerator>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// Points on the map, as people and other programs write them.
class TestCoordinates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("point"); ///< empty when it is refused
        const auto row = [](const QString &text, const QString &point) { QTest::newRow(qPrintable(text)) << text << point; };
        row(u"45.43, 28.05"_s, u"45.43, 28.05"_s);
        row(u"45.43,28.05"_s, u"45.43, 28.05"_s);
        row(u"45.43 28.05"_s, u"45.43, 28.05"_s);
        row(u"  45.43 ;28.05 "_s, u"45.43, 28.05"_s);
        row(u"45,43; 28,05"_s, u"45.43, 28.05"_s);
        row(u"45,43 28,05"_s, u"45.43, 28.05"_s);
        row(u"45, 28"_s, u"45, 28"_s);
        row(u"45,28"_s, u"45, 28"_s);
        row(u"-33.9,151.2"_s, u"-33.9, 151.2"_s);
        row(u"−33.9, −151.2"_s, u"-33.9, -151.2"_s);
        row(u"+45.43+028.05/"_s, u"45.43, 28.05"_s);
        row(u"45.43N 28.05E"_s, u"45.43, 28.05"_s);
        row(u"N45.43 E28.05"_s, u"45.43, 28.05"_s);
        row(u"45.43° N, 28.05° e"_s, u"45.43, 28.05"_s);
        row(u"28.05E 45.43N"_s, u"45.43, 28.05"_s);
        row(u"45.43 S, 28.05 W"_s, u"-45.43, -28.05"_s);
        row(u"45°25′48″ N, 28°03′00″ E"_s, u"45.43, 28.05"_s);
        row(u"45°25'48\"N 28°3'0\"E"_s, u"45.43, 28.05"_s);
        row(u"45º25’48”N28º03’E"_s, u"45.43, 28.05"_s);
        row(u"45°25''N 28°E"_s, QString());
        row(u"45°25.8'N 28°3'E"_s, u"45.43, 28.05"_s);
        row(u"45 25 48 N, 28 3 0 E"_s, u"45.43, 28.05"_s);
        row(u"45 25 48 28 3 0"_s, u"45.43, 28.05"_s);
        row(u"N 45° 25' 48'' E 28° 3' 0''"_s, u"45.43, 28.05"_s);
        row(u"45°30' 28°30'"_s, u"45.5, 28.5"_s);
        row(u"-0°30', -0°30'"_s, u"-0.5, -0.5"_s);
        row(u"geo:45.43,28.05"_s, u"45.43, 28.05"_s);
        row(u"GEO:45.43,28.05,120;crs=wgs84;u=35"_s, u"45.43, 28.05"_s);
        row(u"geo:45.43,28.05?q=x"_s, QString());
        row(u"geo:45.43,28.05;crs=nad27"_s, QString());
        row(u"90, 180"_s, u"90, 180"_s);
        row(u"-90, -180"_s, u"-90, -180"_s);
        row(u"90.0001, 0"_s, QString());
        row(u"0, 180.0001"_s, QString());
        row(u"45°60' N 28° E"_s, QString());
        row(u"45.5°30' N 28° E"_s, QString());
        row(u"45 N 28"_s, QString());
        row(u"45 N 28 N"_s, QString());
        row(u"-45 S 28 E"_s, QString());
        row(u"45.43"_s, QString());
        row(u"45, 28, 3"_s, QString());
        row(u"1e2, 3"_s, QString());
        row(u"nan, inf"_s, QString());
        row(u"Galați"_s, QString());
        row(u"45 North 28 East"_s, QString());
        row(u"geo:"_s, QString());
        row(u","_s, QString());
        row(QString(), QString());
        row(u"N E"_s, QString());
        row(u"' \" °"_s, QString());
        row(QString(5000, u'9') + u", 1"_s, QString());
        row(QString(150, u'9') + u", 1"_s, QString());
    }

    void read()
    {
        QFETCH(QString, text);
        QFETCH(QString, point);
        const auto found = readCoordinates(text);
        QCOMPARE(found ? coordinatesText(*found) : QString(), point);
        if (!found) {
            QVERIFY(!found.error().what.isEmpty() && !found.error().why.isEmpty() && !found.error().remedy.isEmpty());
            QCOMPARE(found.error().kind, Error::Kind::Invalid);
        }
    }

    void tellsWhatIsWrong()
    {
        QCOMPARE(readCoordinates(u"91, 0"_s).error().why, u"A latitude is at most 90 degrees."_s);
        QCOMPARE(readCoordinates(u"0, 181"_s).error().why, u"A longitude is at most 180 degrees."_s);
        QCOMPARE(readCoordinates(u"1 N 2 S"_s).error().why, u"It names the same direction twice."_s);
    }

    void degrees_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<QString>("text");
        QTest::newRow("Galați") << 45.43 << 28.05 << u"45°25′48″ N, 28°03′00″ E"_s;
        QTest::newRow("south and west") << -0.5 << -180.0 << u"0°30′00″ S, 180°00′00″ W"_s;
        QTest::newRow("rounded up to a degree") << 44.99999 << 0.0 << u"45°00′00″ N, 0°00′00″ E"_s;
    }

    void degrees()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QTEST(coordinatesInDegrees({latitude, longitude}), "text");
    }

    void distances_data()
    {
        QTest::addColumn<Coordinates>("a");
        QTest::addColumn<Coordinates>("b");
        QTest::addColumn<int>("kilometres");
        QTest::newRow("the same") << Coordinates{45, 28} << Coordinates{45, 28} << 0;
        QTest::newRow("a degree north") << Coordinates{45, 28} << Coordinates{46, 28} << 111;
        QTest::newRow("across the date line") << Coordinates{0, 179.5} << Coordinates{0, -179.5} << 111;
        QTest::newRow("to the other side") << Coordinates{90, 0} << Coordinates{-90, 0} << 20015;
        QTest::newRow("Galați to Warsaw") << Coordinates{45.43, 28.05} << Coordinates{52.23, 21.01} << 917;
    }

    void distances()
    {
        QFETCH(Coordinates, a);
        QFETCH(Coordinates, b);
        QFETCH(int, kilometres);
        QVERIFY2(std::abs(distance(a, b) - kilometres) < 5, qPrintable(QString::number(distance(a, b))));
    }

    void whatIsWrittenIsReadBack()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            const Coordinates point{random.generateDouble() * 180 - 90, random.generateDouble() * 360 - 180};
            QCOMPARE(readCoordinates(coordinatesText(point)).value(), point);
            const auto coarse = readCoordinates(coordinatesInDegrees(point));
            QVERIFY(coarse && distance(*coarse, point) < 0.05);
        }
    }

    void anyLettersAreReadOrRefused()
    {
        const QString letters = u"0123456789.,;-+°'\"NSEW geo:/\u2032"_s;
        QRandomGenerator random(11);
        for (int i = 0; i < 20'000; ++i) {
            QString text;
            for (quint32 left = random.bounded(24U); left > 0; --left)
                text += letters[random.bounded(int(letters.size()))];
            if (const auto point = readCoordinates(text)) {
                QVERIFY2(std::abs(point->latitude) <= 90 && std::abs(point->longitude) <= 180, qPrintable(text));
                QCOMPARE(readCoordinates(coordinatesText(*point)).value(), *point);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCoordinates)
#include "tst_coordinates.moc"
