#include "app/timeline/datetext.h"
#include "app/timeline/naturaldate.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

using Rows = std::initializer_list<std::pair<const char *, const char *>>;

const Rows understood{
    {"2026-05-29", "2026-05-29"},
    {"  2026-05-29 ", "2026-05-29"},
    {"2026-5-9", "2026-05-09"},
    {"2026-05-29 03:10", "2026-05-29T03:10"},
    {"2026-05-29t03:10z", "2026-05-29T03:10Z"},
    {"201x", "201X"},
    {"y170000002", "Y170000002"},
    {"2004-06?~", "2004-06%"},
    {"−0044", "-0044"},
    {"2025-09-09/2025-09-10", "2025-09-09/2025-09-10"},
    {"[1667,1668, 1670..1672]", "[1667,1668,1670..1672]"},
    {"29 May 2026", "2026-05-29"},
    {"29 may 2026", "2026-05-29"},
    {"29th of May, 2026", "2026-05-29"},
    {"the 29th of May 2026", "2026-05-29"},
    {"May 29, 2026", "2026-05-29"},
    {"May 29th 2026", "2026-05-29"},
    {"Friday 29 May 2026", "2026-05-29"},
    {"Fri, 29 May 2026", "2026-05-29"},
    {"on 29 May 2026", "2026-05-29"},
    {"9 Sept 2025", "2025-09-09"},
    {"9 Sep. 2025", "2025-09-09"},
    {"29.5.2026", "2026-05-29"},
    {"29.05.2026", "2026-05-29"},
    {"29/5/2026", "2026-05-29"},
    {"5/29/2026", "2026-05-29"},
    {"5/5/2026", "2026-05-05"},
    {"March 2022", "2022-03"},
    {"in March 2022", "2022-03"},
    {"Mar 2022", "2022-03"},
    {"2022 March", "2022-03"},
    {"2022", "2022"},
    {"the year 2022", "2022"},
    {"29 May 2026 03:10", "2026-05-29T03:10"},
    {"29 May 2026, 03:10", "2026-05-29T03:10"},
    {"29 May 2026 at 3:10", "2026-05-29T03:10"},
    {"03:10 on 29 May 2026", "2026-05-29T03:10"},
    {"29 May 2026 03:10 UTC", "2026-05-29T03:10Z"},
    {"29 May 2026 03:10 GMT", "2026-05-29T03:10Z"},
    {"29 May 2026 03:10Z", "2026-05-29T03:10Z"},
    {"29 May 2026 03:10 UTC+3", "2026-05-29T03:10+03:00"},
    {"29 May 2026 03:10 UTC-03:30", "2026-05-29T03:10-03:30"},
    {"29 May 2026 03:10 +03:00", "2026-05-29T03:10+03:00"},
    {"29 May 2026 03:10:07", "2026-05-29T03:10:07"},
    {"29 May 2026 3:10 pm", "2026-05-29T15:10"},
    {"29 May 2026 3:10pm", "2026-05-29T15:10"},
    {"29 May 2026 12:10 am", "2026-05-29T00:10"},
    {"29 May 2026 12 pm", "2026-05-29T12:00"},
    {"29 May 2026 3am", "2026-05-29T03:00"},
    {"29 May 2026 03:10 local time", "2026-05-29T03:10"},
    {"spring 2014", "2014-21"},
    {"summer of 2014", "2014-22"},
    {"autumn 2014", "2014-23"},
    {"fall 2014", "2014-23"},
    {"Winter 2014", "2014-24"},
    {"spring 1983", "1983-21"},
    {"Q1 2022", "2022-33"},
    {"Q4 2022", "2022-36"},
    {"first quarter of 2022", "2022-33"},
    {"the third quarter of 2022", "2022-35"},
    {"H1 2022", "2022-40"},
    {"second half of 2022", "2022-41"},
    {"early 2022", "2022-37"},
    {"mid-2022", "2022-38"},
    {"mid 2022", "2022-38"},
    {"late 2022", "2022-39"},
    {"the end of 2022", "2022-39"},
    {"early March 2022", "[2022-03-01..2022-03-10]"},
    {"mid-March 2022", "[2022-03-11..2022-03-20]"},
    {"late February 2024", "[2024-02-21..2024-02-29]"},
    {"the 1990s", "199X"},
    {"1990's", "199X"},
    {"early 1990s", "[1990..1993]"},
    {"late 1990s", "[1997..1999]"},
    {"the 20th century", "19XX"},
    {"early 20th century", "[1900..1933]"},
    {"44 BC", "-0043"},
    {"15 March 44 BC", "-0043-03-15"},
    {"AD 79", "0079"},
    {"79 AD", "0079"},
    {"c. March 2014", "2014-03~"},
    {"c.2014", "2014~"},
    {"c 2014", "2014~"},
    {"ca. 2014", "2014~"},
    {"circa 2014", "2014~"},
    {"about 2014", "2014~"},
    {"around 29 May 2026 03:10", "2026-05-29T03:10~"},
    {"probably March 2014", "2014-03?"},
    {"March 2014?", "2014-03?"},
    {"possibly around March 2014", "2014-03%"},
    {"c. March 2014?", "2014-03%"},
    {"between 9 and 10 Sept 2025", "[2025-09-09..2025-09-10]"},
    {"between 9 Sept and 3 October 2025", "[2025-09-09..2025-10-03]"},
    {"between 2014 and 2016", "[2014..2016]"},
    {"between December 2024 and January 2025", "[2024-12..2025-01]"},
    {"9–10 Sept 2025", "2025-09-09/2025-09-10"},
    {"9-10 Sept 2025", "2025-09-09/2025-09-10"},
    {"9 – 10 Sept 2025", "2025-09-09/2025-09-10"},
    {"9 - 10 Sept 2025", "2025-09-09/2025-09-10"},
    {"9 and 10 Sept 2025", "2025-09-09/2025-09-10"},
    {"9 to 10 Sept 2025", "2025-09-09/2025-09-10"},
    {"from 9 to 10 Sept 2025", "2025-09-09/2025-09-10"},
    {"from 9 Sept until 3 October 2025", "2025-09-09/2025-10-03"},
    {"9 Sept – 3 Oct 2025", "2025-09-09/2025-10-03"},
    {"March–May 2022", "2022-03/2022-05"},
    {"March to May 2022", "2022-03/2022-05"},
    {"2014–2016", "2014/2016"},
    {"2014 to 2016", "2014/2016"},
    {"c. 2014 to 2016", "2014~/2016~"},
    {"late 2014 to early 2016", "2014-39/2016-37"},
    {"29 May 2026 03:10 to 05:00", "2026-05-29T03:10/2026-05-29T05:00"},
    {"2014 or 2016", "[2014,2016]"},
    {"9 or 10 Sept 2025", "[2025-09-09,2025-09-10]"},
    {"the night of 9 September 2025", "2025-09-09/2025-09-10"},
    {"night of 30 April 2025", "2025-04-30/2025-05-01"},
    {"overnight 31 December 2025", "2025-12-31/2026-01-01"},
    {"the night of 9–10 September 2025", "2025-09-09/2025-09-10"},
    {"overnight 9/10 September 2025", "2025-09-09/2025-09-10"},
    {"since 2022", "2022/.."},
    {"since 24 February 2022", "2022-02-24/.."},
    {"from March 2022 onwards", "2022-03/.."},
    {"2022 to present", "2022/.."},
    {"2022–present", "2022/.."},
    {"until 2022", "../2022"},
    {"before 2014", "[..2013]"},
    {"before March 2014", "[..2014-02]"},
    {"before 1 March 2014", "[..2014-02-28]"},
    {"after 2014", "[2015..]"},
    {"after December 2014", "[2015-01..]"},
    {"by 2014", "[..2014]"},
    {"early on 29 May 2026", "[2026-05-29T00:00..2026-05-29T07:59]"},
    {"late on 29 May 2026", "[2026-05-29T16:00..2026-05-29T23:59]"},
    {"in the early hours of 29 May 2026", "[2026-05-29T00:00..2026-05-29T05:59]"},
    {"the small hours of 29 May 2026", "[2026-05-29T00:00..2026-05-29T05:59]"},
    {"before dawn on 29 May 2026", "[2026-05-29T00:00..2026-05-29T05:59]"},
    {"pre-dawn, 29 May 2026", "[2026-05-29T00:00..2026-05-29T05:59]"},
    {"dawn on 29 May 2026", "[2026-05-29T04:00..2026-05-29T07:59]"},
    {"the morning of 29 May 2026", "[2026-05-29T06:00..2026-05-29T11:59]"},
    {"Friday morning, 29 May 2026", "[2026-05-29T06:00..2026-05-29T11:59]"},
    {"early morning of 29 May 2026", "[2026-05-29T00:00..2026-05-29T08:59]"},
    {"late morning on 29 May 2026", "[2026-05-29T09:00..2026-05-29T11:59]"},
    {"29 May 2026 in the afternoon", "[2026-05-29T12:00..2026-05-29T17:59]"},
    {"29 May 2026, late afternoon", "[2026-05-29T15:00..2026-05-29T17:59]"},
    {"evening of 29 May 2026", "[2026-05-29T18:00..2026-05-29T23:59]"},
    {"at dusk on 29 May 2026", "[2026-05-29T16:00..2026-05-29T21:59]"},
    {"noon on 29 May 2026", "2026-05-29T12:00"},
    {"midday, 29 May 2026", "2026-05-29T12:00"},
    {"around noon on 29 May 2026", "2026-05-29T12:00~"},
    {"around 3 am on 29 May 2026", "2026-05-29T03:00~"},
    {"29 May 2026, around 3 am", "2026-05-29T03:00~"},
    {"29 May 2026 at about 03:10 UTC", "2026-05-29T03:10Z~"},
    {"probably around 3 am on 29 May 2026", "2026-05-29T03:00%"},
    {"29 May 2026 3:10 a.m.", "2026-05-29T03:10"},
    {"29 May 2026, 3 p.m.", "2026-05-29T15:00"},
    {"3.10 am on 29 May 2026", "2026-05-29T03:10"},
    {"29 May 2026 03.10", "2026-05-29T03:10"},
    {"29 May 2026 3h10", "2026-05-29T03:10"},
    {"29 May 2026 0310Z", "2026-05-29T03:10Z"},
    {"29 May 2026 0310 UTC", "2026-05-29T03:10Z"},
    {"0310 hrs on 29 May 2026", "2026-05-29T03:10"},
    {"290310Z May 2026", "2026-05-29T03:10Z"},
    {"29 May 2026 03:10 EEST", "2026-05-29T03:10+03:00"},
    {"29 May 2026 03:10 CET", "2026-05-29T03:10+01:00"},
    {"2024Q3", "2024-35"},
    {"2024-Q3", "2024-35"},
    {"2024 Q3", "2024-35"},
    {"3rd quarter of 2024", "2024-35"},
    {"1H 2024", "2024-40"},
    {"2024 H2", "2024-41"},
    {"second half of May 2026", "[2026-05-16..2026-05-31]"},
    {"first half of February 2024", "[2024-02-01..2024-02-15]"},
    {"first half of the 19th century", "[1800..1849]"},
    {"second half of the 1990s", "[1995..1999]"},
    {"mid-1990s", "[1994..1996]"},
    {"mid-19th century", "[1834..1866]"},
    {"late 19th century", "[1867..1899]"},
    {"the 5th century BC", "-04XX"},
    {"1st century BC", "-00XX"},
    {"late 1st century BC", "[-0032..0000]"},
    {"early 5th century BC", "[-0499..-0466]"},
    {"week of 25 May 2026", "[2026-05-25..2026-05-31]"},
    {"the week beginning Monday 25 May 2026", "[2026-05-25..2026-05-31]"},
    {"the week of 29 December 2025", "[2025-12-29..2026-01-04]"},
    {"sometime in March 2022", "2022-03"},
    {"from 24 February 2022", "2022-02-24/.."},
    {"since 2022-02-24", "2022-02-24/.."},
    {"from 2026-05", "2026-05/.."},
    {"between 2026-05-01 and 2026-05-10", "[2026-05-01..2026-05-10]"},
    {"2026-05-29 to 2026-06-01", "2026-05-29/2026-06-01"},
    {"no later than 9 September 2025", "[..2025-09-09]"},
    {"on or before 9 September 2025", "[..2025-09-09]"},
    {"9 September 2025 at the latest", "[..2025-09-09]"},
    {"2013 or before", "[..2013]"},
    {"by the end of May 2026", "[..2026-05-31]"},
    {"no earlier than May 2026", "[2026-05..]"},
    {"not before 9 September 2025", "[2025-09-09..]"},
    {"2015 or after", "[2015..]"},
    {"2015 or later", "[2015..]"},
    {"on or about 9 September 2025", "2025-09-09~"},
    {"on the night of 9-10 September 2025", "2025-09-09/2025-09-10"},
    {"during the night of 9 to 10 September 2025", "2025-09-09/2025-09-10"},
    {"24 Feb-3 Mar 2022", "2022-02-24/2022-03-03"},
    {"February 24-28, 2022", "2022-02-24/2022-02-28"},
    {"Feb 24–28, 2022", "2022-02-24/2022-02-28"},
    {"February 24 to March 3, 2022", "2022-02-24/2022-03-03"},
    {"from 9-10 Sept 2025", "2025-09-09/2025-09-10"},
    {"9 Sept 2025 to 10 Oct", "2025-09-09/2025-10-10"},
    {"winter 2022/23", "2022-24"},
    {"winter of 2022–2023", "2022-24"},
    {"winter 1999-2000", "1999-24"},
    {"29 May 2026, between 02:00 and 03:00", "[2026-05-29T02:00..2026-05-29T03:00]"},
    {"between 02:00 and 03:00 UTC on 29 May 2026", "[2026-05-29T02:00Z..2026-05-29T03:00Z]"},
    {"29 May 2026 02:00–03:00 UTC+3", "2026-05-29T02:00+03:00/2026-05-29T03:00+03:00"},
    {"29-May-2026", "2026-05-29"},
    {"29May2026", "2026-05-29"},
    {"29-05-2026", "2026-05-29"},
    {"5/2026", "2026-05"},
    {"05.2026", "2026-05"},
    {"2026/05/29", "2026-05-29"},
    {"2026.5.9", "2026-05-09"},
    {"2026-05-29 3:10", "2026-05-29T03:10"},
    {"2022-2024", "2022/2024"},
    {"[1984 , 1986]", "[1984,1986]"},
    {"20xx", "20XX"},
};

const Rows withToday{
    {"today", "2026-05-29"},
    {"yesterday", "2026-05-28"},
    {"since yesterday", "2026-05-28/.."},
    {"3 March", "2026-03-03"},
    {"March", "2026-03"},
    {"9–10 March", "2026-03-09/2026-03-10"},
    {"late March", "[2026-03-21..2026-03-31]"},
    {"03:10 today", "2026-05-29T03:10"},
};

const Rows shown{
    {"2026-05-29", "29 May 2026"},
    {"2026-05", "May 2026"},
    {"2025-09", "September 2025"},
    {"2026", "2026"},
    {"2014-03~", "c. March 2014"},
    {"2014-03?", "March 2014?"},
    {"2014-03%", "c. March 2014?"},
    {"2025-09-09", "9 Sept 2025"},
    {"2025-09-09/2025-09-10", "9–10 Sept 2025"},
    {"2025-09-09~/2025-09-10~", "c. 9–10 Sept 2025"},
    {"2025-09-09/2025-10-03", "9 Sept – 3 Oct 2025"},
    {"2025-12-31/2026-01-01", "31 Dec 2025 – 1 Jan 2026"},
    {"2022-03/2022-05", "March–May 2022"},
    {"2022-03/2023-05", "March 2022 – May 2023"},
    {"2014/2016", "2014–2016"},
    {"2014~/2016", "c. 2014 – 2016"},
    {"2014-21", "spring 2014"},
    {"2014-24~", "c. winter 2014"},
    {"2014-31", "southern autumn 2014"},
    {"2014-33", "quarter 1 of 2014"},
    {"2022-39", "late 2022"},
    {"2022-41", "second half of 2022"},
    {"2022/..", "since 2022"},
    {"../2022", "until 2022"},
    {"2022/", "2022–?"},
    {"/2022-03", "? – March 2022"},
    {"199X", "the 1990s"},
    {"19XX", "1900–1999"},
    {"1950S2", "1900–1999"},
    {"2004-XX", "2004, month unknown"},
    {"1985-04-XX", "April 1985, day unknown"},
    {"1985-XX-XX", "1985, day unknown"},
    {"156X-12-25", "156X-12-25"},
    {"2026-05-29T03:10", "29 May 2026, 03:10"},
    {"2026-05-29T03:10Z", "29 May 2026, 03:10 UTC"},
    {"2026-05-29T03:10:07+03:00", "29 May 2026, 03:10:07 UTC+3"},
    {"2026-05-29T03:10-03:30", "29 May 2026, 03:10 UTC−3:30"},
    {"2026-05-29T03:10~", "c. 29 May 2026, 03:10"},
    {"-0043-03-15", "15 Mar 44 BC"},
    {"0000", "1 BC"},
    {"Y170000002", "170,000,002"},
    {"Y-17E7", "170,000,001 BC"},
    {"[2025-09-09..2025-09-10]", "within 9–10 Sept 2025"},
    {"[2014..2016]", "between 2014 and 2016"},
    {"[2014,2016]", "2014 or 2016"},
    {"[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"},
    {"[..2013]", "2013 or before"},
    {"[2015..]", "2015 or after"},
    {"{1960,1961-12}", "1960 and December 1961"},
    {"{1960..1962}", "1960–1962"},
    {"../..", "../.."},
};

} // namespace

class TestDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void words_data();
    void words();
    void refuses_data();
    void refuses();
    void slipsCanBeRefused_data();
    void slipsCanBeRefused();
    void whatIsUnderstoodIsEdtf();
    void monthsOfTheUsersLanguage();
    void texts_data();
    void texts();
    void textsInOtherLanguages_data();
    void textsInOtherLanguages();
    void shownTextsAreUnderstood();
};

void TestDates::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<QDate>("today");
    for (const auto &[text, edtf] : understood)
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(edtf) << QDate();
    for (const auto &[text, edtf] : withToday)
        QTest::addRow("%s, today", text)
            << QString::fromUtf8(text) << QString::fromUtf8(edtf) << QDate(2026, 5, 29);
}

void TestDates::words()
{
    QFETCH(QString, text);
    QFETCH(QString, edtf);
    QFETCH(QDate, today);
    const auto date = readDate(text, today);
    QVERIFY2(date, date ? "" : qPrintable(date.error().text()));
    QCOMPARE(date->text, edtf);
}

void TestDates::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *text, const char *why) {
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << QString::fromUtf8(why);
    };
    row("", "There is nothing to read.");
    row("soon", "“soon” was not understood.");
    row("29 May", "The year is missing.");
    row("some day", "The year is missing.");
    row("today", "Today's date is not known here.");
    row("29 Mayhem 2026", "“mayhem” was not understood.");
    row("31 April 2026", "That month has no such day.");
    row("29 February 2025", "That month has no such day.");
    row("32 May 2026", "“32” was not understood.");
    row("Monday 29 May 2026", "That day is a Friday.");
    row("5/6/2026", "It can be read as 2026-06-05 or as 2026-05-06.");
    row("03/04/2022", "It can be read as 2022-04-03 or as 2022-03-04.");
    row("03-04-2022", "It can be read as 2022-04-03 or as 2022-03-04.");
    row("9/10 Sept 2025", "A slash can mean “or” as well as “to”.");
    row("29 May 26", "The year must have four digits.");
    row("29/05/26", "The year must have four digits.");
    row("29.5.26", "The year must have four digits.");
    row("May '26", "The year must have four digits.");
    row("midnight on 29 May 2026", "Midnight can begin a day or end it: 00:00 or 24:00.");
    row("29 May 2026, 02:00-03:00", "It can be read as a time until 03:00 or as a time behind UTC.");
    row("the morning of May 2026", "The day is missing.");
    row("the morning of 2026", "The month is missing.");
    row("the week of May 2026", "The day is missing.");
    row("the morning of 30 February 2026", "That month has no such day.");
    row("Monday morning, 29 May 2026", "That day is a Friday.");
    row("before the morning of 29 May 2026", "“Before” and “after” need a plain year, month or day.");
    row("29 May 2026 03:10 IST", "“ist” was not understood.");
    row("0th century", "“0th” was not understood.");
    row("the 1990s BC", "“bc” was not understood.");
    row("winter 2022/24", "“2022/24” was not understood.");
    row("29 May 2026 2575 hrs", "There is no such time of day.");
    row("quarter 2024", "“quarter” was not understood.");
    row("9 Dec 2025 to 3 Jan", "It ends before it begins.");
    row("29 2026", "The month is missing.");
    row("May 2026 03:10", "The day is missing.");
    row("29 May 2026 UTC", "A time zone needs a time of day.");
    row("29 May 2026 25:10", "There is no such time of day.");
    row("29 May 2026 13:10 pm", "With am and pm, hours go from 1 to 12.");
    row("10 to 9 Sept 2025", "It ends before it begins.");
    row("between 2016 and 2014", "It ends before it begins.");
    row("the night of May 2026", "A night needs the day on which it begins.");
    row("before the 1990s", "“Before” and “after” need a plain year, month or day.");
    row("since", "“since” was not understood.");
    row("c.", "A date is missing.");
    row("2026-13-01", "There is no month 13.");
    row("2026-02-30", "That month has no such day.");
    row("May May 2026", "“may” was not understood.");
    row("2025 2026", "“2026” was not understood.");
}

void TestDates::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, why);
    const auto date = readDate(text);
    QVERIFY2(!date, date ? qPrintable(date->text) : "");
    QCOMPARE(date.error().why, why);
    QVERIFY(date.error().what.contains(text));
}

void TestDates::slipsCanBeRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char *text, const char *remedy) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(remedy);
    };
    row("2026-5-9", "Write 2026-05-09.");
    row("2012-10-10t10:10:10", "Write 2012-10-10T10:10:10.");
    row("2012-10-10T1:10:10", "Write 2012-10-10T01:10:10.");
    row("1984?~", "Write 1984%.");
    row("y170000002", "Write Y170000002.");
    row("y17e7", "Write Y17E7.");
    row("1985/04/12", "Write 1985-04-12.");
    row("2022-2024", "Write 2022/2024.");
}

void TestDates::slipsCanBeRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, remedy);
    const auto date = readDate(text, {}, Slips::Refused);
    QVERIFY2(!date, qPrintable(date->text));
    QCOMPARE(date.error().remedy, remedy);
    QVERIFY(!date.error().why.isEmpty());
    QVERIFY(readDate(text));
    // How a text is set is no slip.
    for (const char16_t *set :
        {u"20xx", u"2020-05-01T10:30:00−05:00", u"[1984,  1986]", u"2026-05-29 03:10", u"March 2022"})
        QCOMPARE(*readDate(set, {}, Slips::Refused), *readDate(set));
}

void TestDates::whatIsUnderstoodIsEdtf()
{
    for (const auto &[text, edtf] : understood)
        QVERIFY2(readEdtf(QString::fromUtf8(edtf)), edtf);
}

void TestDates::monthsOfTheUsersLanguage()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(readDate(u"29. Mai 2026")->text, u"2026-05-29"_s);
    QCOMPARE(readDate(u"Dezember 2025")->text, u"2025-12"_s);
    QCOMPARE(readDate(u"December 2025")->text, u"2025-12"_s);
    QLocale::setDefault(QLocale(QLocale::Romanian));
    QCOMPARE(readDate(u"29 mai 2026")->text, u"2026-05-29"_s);
    QCOMPARE(readDate(u"9 septembrie 2025")->text, u"2025-09-09"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestDates::texts_data()
{
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<QString>("text");
    for (const auto &[edtf, text] : shown)
        QTest::newRow(edtf) << QString::fromUtf8(edtf) << QString::fromUtf8(text);
}

void TestDates::texts()
{
    QFETCH(QString, edtf);
    QFETCH(QString, text);
    const auto date = readEdtf(edtf);
    QVERIFY(date);
    QCOMPARE(dateText(*date), text);
}

void TestDates::textsInOtherLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *language, const char *edtf, const char *text) {
        QTest::addRow("%s %s", language, edtf)
            << QString::fromUtf8(language) << QString::fromUtf8(edtf) << QString::fromUtf8(text);
    };
    row("en_US", "2026-05-29", "May 29, 2026");
    row("en_US", "2025-09-09/2025-09-10", "Sep 9–10, 2025");
    row("en_US", "2026-05", "May 2026");
    row("C", "2026-05-29", "29 May 2026");
    row("C", "2026-05", "May 2026");
    row("de", "2026-05-29", "29. Mai 2026");
    row("de", "2026-05", "Mai 2026");
    row("fr", "2026-05-29", "29 mai 2026");
    row("es", "2026-05-29", "29 de may de 2026");
    row("ja", "2026-05-29", "2026年5月29日");
}

void TestDates::textsInOtherLanguages()
{
    QFETCH(QString, language);
    QFETCH(QString, edtf);
    QFETCH(QString, text);
    QCOMPARE(dateText(*readEdtf(edtf), language == u"C" ? QLocale::c() : QLocale(language)), text);
}

void TestDates::shownTextsAreUnderstood()
{
    for (const char16_t *edtf : {u"2026-05-29", u"2026-05", u"2026", u"2014-03~", u"2014-03%",
             u"2025-09-09/2025-09-10", u"2025-09-09/2025-10-03", u"2025-12-31/2026-01-01", u"2022-03/2022-05",
             u"2014/2016", u"2014-21", u"2022-39", u"2022/..", u"../2022", u"199X", u"2026-05-29T03:10",
             u"2026-05-29T03:10Z", u"2026-05-29T03:10:07+03:00", u"[2014..2016]", u"[2014,2016]"}) {
        const auto date = readEdtf(edtf);
        const auto again = readDate(dateText(*date));
        QVERIFY2(again, qPrintable(dateText(*date)));
        QCOMPARE(again->text, QString::fromUtf16(edtf));
    }
}

QTEST_APPLESS_MAIN(TestDates)
#include "tst_dates.moc"
