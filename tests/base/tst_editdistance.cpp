#include "app/base/editdistance.h"
#include "app/base/textsearch.h"

#include <QTest>

#include <random>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

QString randomText(std::mt19937 &random, int length, int letters)
{
    QString text;
    for (int i = 0; i < length; ++i)
        text += QChar(u'a' + int(random() % unsigned(letters)));
    return text;
}

/// By the book: row after row.
QList<int> lastRow(QStringView pattern, QStringView text, bool anywhere)
{
    QList<int> above(text.size() + 1);
    for (qsizetype j = 0; j <= text.size(); ++j)
        above[j] = anywhere ? 0 : int(j);
    for (qsizetype i = 1; i <= pattern.size(); ++i) {
        QList<int> row{int(i)};
        for (qsizetype j = 1; j <= text.size(); ++j)
            row.append(std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (pattern[i - 1] == text[j - 1] ? 0 : 1)}));
        above = row;
    }
    return above;
}

} // namespace

/// How far two texts are apart, and where texts stand in others.
class TestEditDistance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distance_data();
    void distance();
    void isThatOfTheTable();
    void nearest_data();
    void nearest();
    void everyPlaceIsFound_data();
    void everyPlaceIsFound();
    void wordsGoOn_data();
    void wordsGoOn();
};

void TestEditDistance::distance_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("distance");
    QTest::newRow("both empty") << QString() << QString() << 0;
    QTest::newRow("one empty") << u"abc"_s << QString() << 3;
    QTest::newRow("the other empty") << QString() << u"abcd"_s << 4;
    QTest::newRow("equal") << u"Galați"_s << u"Galați"_s << 0;
    QTest::newRow("changed") << u"kitten"_s << u"sitten"_s << 1;
    QTest::newRow("all three") << u"kitten"_s << u"sitting"_s << 3;
    QTest::newRow("nothing alike") << u"abc"_s << u"xyz"_s << 3;
    QTest::newRow("64 letters") << QString(64, u'a') << QString(63, u'a') + u'b' << 1;
    QTest::newRow("65 letters") << QString(65, u'a') << QString(64, u'a') << 1;
    QTest::newRow("over three words") << QString(150, u'a') << QString(75, u'a') + u'b' + QString(75, u'a') << 1;
}

void TestEditDistance::distance()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(editDistance(a, b), "distance");
    QTEST(editDistance(b, a), "distance");
}

void TestEditDistance::isThatOfTheTable()
{
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        const QString pattern = randomText(random, 1 + int(random() % 140), 3);
        const QString text = randomText(random, int(random() % 160), 3);
        QCOMPARE(editDistance(pattern, text), lastRow(pattern, text, false).last());
        const NearestPlace place = nearestPlace(pattern, text);
        const QList<int> ends = lastRow(pattern, text, true);
        QCOMPARE(place.distance, std::ranges::min(ends));
        QCOMPARE(editDistance(pattern, text.sliced(place.start, place.end - place.start)), place.distance);
    }
}

void TestEditDistance::nearest_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("distance");
    QTest::newRow("there") << u"two"_s << u"one two three"_s << u"two"_s << 0;
    QTest::newRow("a letter changed") << u"twa"_s << u"one two three"_s << u"tw"_s << 1;
    QTest::newRow("a letter more") << u"territory"_s << u"our terrritory is"_s << u"terrritory"_s << 1;
    QTest::newRow("a letter less") << u"territory"_s << u"our teritory is"_s << u"teritory"_s << 1;
    QTest::newRow("nothing of it") << u"xyz"_s << u"one two"_s << QString() << 3;
    QTest::newRow("empty text") << u"abc"_s << QString() << QString() << 3;
    QTest::newRow("empty pattern") << QString() << u"abc"_s << QString() << 0;
}

void TestEditDistance::nearest()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    const NearestPlace found = nearestPlace(pattern, text);
    QTEST(text.sliced(found.start, found.end - found.start), "place");
    QTEST(found.distance, "distance");
}

void TestEditDistance::everyPlaceIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("number");
    QTest::newRow("none") << u"abc"_s << u"x"_s << 0 << 0;
    QTest::newRow("empty text") << QString() << u"x"_s << 0 << 0;
    QTest::newRow("one") << u"abc"_s << u"c"_s << 0 << 1;
    QTest::newRow("behind") << u"abcabc"_s << u"abc"_s << 1 << 1;
    QTest::newRow("over each other") << u"aaaa"_s << u"aa"_s << 0 << 3;
    QTest::newRow("many") << QString(100, u'a') << u"aaa"_s << 0 << 98;
    QTest::newRow("many, within") << u"ab"_s.repeated(100) << u"ba"_s << 2 << 98;
    QTest::newRow("no place between characters") << u"\u4100\u4200"_s << u"\u0041"_s << 0 << 0;
}

void TestEditDistance::everyPlaceIsFound()
{
    QFETCH(QString, text);
    QFETCH(QString, needle);
    QFETCH(int, from);
    int number = 0;
    qsizetype last = -1;
    eachPlace(text, needle, from, [&](qsizetype place) {
        ++number;
        const bool right = place > last && text.sliced(place, needle.size()) == needle;
        last = place;
        return !right;
    });
    QTEST(number, "number");
}

void TestEditDistance::wordsGoOn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("start") << u"word"_s << 0 << false;
    QTest::newRow("end") << u"word"_s << 4 << false;
    QTest::newRow("within") << u"word"_s << 2 << true;
    QTest::newRow("before a space") << u"a word"_s << 1 << false;
    QTest::newRow("letter and digit") << u"a1"_s << 1 << true;
    QTest::newRow("apostrophe") << u"it's"_s << 2 << false;
    QTest::newRow("Chinese") << u"撤军"_s << 1 << false;
}

void TestEditDistance::wordsGoOn()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    QTEST(isInWord(text, position), "goesOn");
}

QTEST_GUILESS_MAIN(TestEditDistance)
#include "tst_editdistance.moc"
