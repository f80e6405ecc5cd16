#include "app/timeline/calendar.h"
#include "app/timeline/edtf.h"

#include <QTest>

#include <limits>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

QString second(std::optional<qint64> at, bool latest)
{
    if (!at)
        return u"∞"_s;
    if (*at == std::numeric_limits<qint64>::max() || *at == std::numeric_limits<qint64>::min())
        return *at > 0 ? u"max"_s : u"min"_s;
    const CivilDay day = civilDay(dayOfSecond(*at));
    const qint64 rest = *at - dayOfSecond(*at) * secondsOfDay;
    QString text =
        u"%1-%2-%3"_s.arg(day.year).arg(day.month, 2, 10, QChar(u'0')).arg(day.day, 2, 10, QChar(u'0'));
    if (rest != (latest ? secondsOfDay - 1 : 0))
        text += u"T%1:%2:%3"_s.arg(rest / 3600, 2, 10, QChar(u'0'))
                    .arg(rest / 60 % 60, 2, 10, QChar(u'0'))
                    .arg(rest % 60, 2, 10, QChar(u'0'));
    return text;
}

QString marks(Qualifier qualifier)
{
    return (qualifier.uncertain ? u"?"_s : QString()) + (qualifier.approximate ? u"~"_s : QString());
}

/// "0 day 2026-05-29..2026-05-29": level, precision, marks, and the bounds; two of them where start and end
/// are one.
QString dump(const Edtf &edtf)
{
    static const QStringList names{u"second"_s, u"minute"_s, u"day"_s, u"month"_s, u"season"_s, u"year"_s,
        u"decade"_s, u"century"_s, u"millennium"_s, u"age"_s};
    const Bounds &b = edtf.bounds;
    QString text = u"%1 %2 "_s.arg(edtf.level).arg(names.at(int(edtf.precision)));
    if (const QString said =
            edtf.start == edtf.end ? marks(edtf.start) : marks(edtf.start) + u'/' + marks(edtf.end);
        !said.isEmpty())
        text += said + u' ';
    text += second(b.startEarliest, false) + u".."_s + second(b.startLatest, true);
    if (b.startEarliest != b.endEarliest || b.startLatest != b.endLatest)
        text += u" to "_s + second(b.endEarliest, false) + u".."_s + second(b.endLatest, true);
    return text;
}

QString read(const QString &text)
{
    const auto edtf = readEdtf(text);
    return edtf ? dump(*edtf) : u"refused: "_s + edtf.error().why;
}

using Rows = std::initializer_list<std::pair<const char *, const char *>>;

const Rows levelZero{
    {"2026-05-29", "0 day 2026-05-29..2026-05-29"},
    {"2026-05", "0 month 2026-05-01..2026-05-31"},
    {"2026", "0 year 2026-01-01..2026-12-31"},
    {"2024-02", "0 month 2024-02-01..2024-02-29"},
    {"2023-02", "0 month 2023-02-01..2023-02-28"},
    {"1900-02", "0 month 1900-02-01..1900-02-28"},
    {"2000-02-29", "0 day 2000-02-29..2000-02-29"},
    {"0000", "0 year 0-01-01..0-12-31"},
    {"0000-02-29", "0 day 0-02-29..0-02-29"},
    {"0001-01-01", "0 day 1-01-01..1-01-01"},
    {"9999-12-31", "0 day 9999-12-31..9999-12-31"},
    {"-0001", "0 year -1-01-01..-1-12-31"},
    {"-0044-03-15", "0 day -44-03-15..-44-03-15"},
    {"-1985", "0 year -1985-01-01..-1985-12-31"},
    {"-9999-12", "0 month -9999-12-01..-9999-12-31"},
    {"1985-04-12T23:20:30", "0 second 1985-04-12T23:20:30..1985-04-12T23:20:30"},
    {"1985-04-12T23:20:30Z", "0 second 1985-04-12T23:20:30..1985-04-12T23:20:30"},
    {"1985-04-12T23:20:30-04", "0 second 1985-04-13T03:20:30..1985-04-13T03:20:30"},
    {"1985-04-12T23:20:30+04:30", "0 second 1985-04-12T18:50:30..1985-04-12T18:50:30"},
    {"1985-04-12T23:20:30-12:00", "0 second 1985-04-13T11:20:30..1985-04-13T11:20:30"},
    {"2026-05-29T03:10", "0 minute 2026-05-29T03:10:00..2026-05-29T03:10:59"},
    {"2026-05-29T03:10Z", "0 minute 2026-05-29T03:10:00..2026-05-29T03:10:59"},
    {"2026-05-29T03:10+03:00", "0 minute 2026-05-29T00:10:00..2026-05-29T00:10:59"},
    {"2026-05-29T00:10+03:00", "0 minute 2026-05-28T21:10:00..2026-05-28T21:10:59"},
    {"2026-05-29T00:00:00Z", "0 second 2026-05-29..2026-05-29T00:00:00"},
    {"2026-05-29T23:59:59Z", "0 second 2026-05-29T23:59:59..2026-05-29"},
    {"2026-05-29T24:00:00Z", "0 second 2026-05-30..2026-05-30T00:00:00"},
    {"2025-12-31T24:00", "0 minute 2026-01-01..2026-01-01T00:00:59"},
    {"2026-05-29T03:10:07.25Z", "0 second 2026-05-29T03:10:07..2026-05-29T03:10:07"},
    {"1964/2008", "0 year 1964-01-01..1964-12-31 to 2008-01-01..2008-12-31"},
    {"2004-06/2006-08", "0 month 2004-06-01..2004-06-30 to 2006-08-01..2006-08-31"},
    {"2004-02-01/2005-02-08", "0 day 2004-02-01..2004-02-01 to 2005-02-08..2005-02-08"},
    {"2004-02-01/2005-02", "0 month 2004-02-01..2004-02-01 to 2005-02-01..2005-02-28"},
    {"2004-02-01/2005", "0 year 2004-02-01..2004-02-01 to 2005-01-01..2005-12-31"},
    {"2005/2006-02", "0 year 2005-01-01..2005-12-31 to 2006-02-01..2006-02-28"},
    {"2025-09-09/2025-09-10", "0 day 2025-09-09..2025-09-09 to 2025-09-10..2025-09-10"},
    {"2025-09-09/2025-09-09", "0 day 2025-09-09..2025-09-09"},
    {"2004/2004-06", "0 year 2004-01-01..2004-06-30 to 2004-06-01..2004-06-30"},
    {"2004-06/2004", "0 year 2004-06-01..2004-06-30 to 2004-06-01..2004-12-31"},
    {"-0002/0003", "0 year -2-01-01..-2-12-31 to 3-01-01..3-12-31"},
    {"2026-05-29T03:10Z/2026-05-29T05:00Z",
        "0 minute 2026-05-29T03:10:00..2026-05-29T03:10:59 to 2026-05-29T05:00:00..2026-05-29T05:00:59"},
    {"2026-05-29T03:10Z/2026-05-30",
        "0 day 2026-05-29T03:10:00..2026-05-29T03:10:59 to 2026-05-30..2026-05-30"},
};

const Rows levelOne{
    {"Y170000002", "1 year 170000002-01-01..170000002-12-31"},
    {"Y-170000002", "1 year -170000002-01-01..-170000002-12-31"},
    {"Y10000", "1 year 10000-01-01..10000-12-31"},
    {"Y-10000", "1 year -10000-01-01..-10000-12-31"},
    {"Y292277026596", "1 year 292277026596-01-01..max to 292277026596-01-01..∞"},
    {"Y-292277022657", "1 year ∞..-292277022657-12-31 to min..-292277022657-12-31"},
    {"Y99999999999999999999999999", "1 year max..max to ∞..∞"},
    {"2001-21", "1 season 2001-03-01..2001-05-31"},
    {"2001-22", "1 season 2001-06-01..2001-08-31"},
    {"2001-23", "1 season 2001-09-01..2001-11-30"},
    {"2001-24", "1 season 2001-12-01..2002-02-28"},
    {"2003-24", "1 season 2003-12-01..2004-02-29"},
    {"-0001-24", "1 season -1-12-01..0-02-29"},
    {"2001-21~", "1 season ~ 2001-03-01..2001-05-31"},
    {"1984?", "1 year ? 1984-01-01..1984-12-31"},
    {"2004-06?", "1 month ? 2004-06-01..2004-06-30"},
    {"2004-06-11?", "1 day ? 2004-06-11..2004-06-11"},
    {"1984~", "1 year ~ 1984-01-01..1984-12-31"},
    {"1984%", "1 year ?~ 1984-01-01..1984-12-31"},
    {"2004-06-11%", "1 day ?~ 2004-06-11..2004-06-11"},
    {"-0044~", "1 year ~ -44-01-01..-44-12-31"},
    {"2026-05-29T03:10~", "1 minute ~ 2026-05-29T03:10:00..2026-05-29T03:10:59"},
    {"2026-05-29T03:10Z?", "1 minute ? 2026-05-29T03:10:00..2026-05-29T03:10:59"},
    {"Y17000~", "1 year ~ 17000-01-01..17000-12-31"},
    {"201X", "1 decade 2010-01-01..2019-12-31"},
    {"20XX", "1 century 2000-01-01..2099-12-31"},
    {"-156X", "1 decade -1569-01-01..-1560-12-31"},
    {"-00XX", "1 century -99-01-01..0-12-31"},
    {"201X?", "1 decade ? 2010-01-01..2019-12-31"},
    {"2004-XX", "1 year 2004-01-01..2004-12-31"},
    {"1985-04-XX", "1 month 1985-04-01..1985-04-30"},
    {"1985-02-XX", "1 month 1985-02-01..1985-02-28"},
    {"1985-XX-XX", "1 year 1985-01-01..1985-12-31"},
    {"1985-04-XX~", "1 month ~ 1985-04-01..1985-04-30"},
    {"1985-04-12/..", "1 day 1985-04-12..1985-04-12 to ∞..∞"},
    {"1985-04/..", "1 month 1985-04-01..1985-04-30 to ∞..∞"},
    {"1985/..", "1 year 1985-01-01..1985-12-31 to ∞..∞"},
    {"../1985-04-12", "1 day ∞..∞ to 1985-04-12..1985-04-12"},
    {"../1985", "1 year ∞..∞ to 1985-01-01..1985-12-31"},
    {"1985-04-12/", "1 day 1985-04-12..1985-04-12 to 1985-04-12..∞"},
    {"1985-04/", "1 month 1985-04-01..1985-04-30 to 1985-04-01..∞"},
    {"1985/", "1 year 1985-01-01..1985-12-31 to 1985-01-01..∞"},
    {"/1985-04-12", "1 day ∞..1985-04-12 to 1985-04-12..1985-04-12"},
    {"/1985", "1 year ∞..1985-12-31 to 1985-01-01..1985-12-31"},
    {"/2006", "1 year ∞..2006-12-31 to 2006-01-01..2006-12-31"},
    {"../..", "1 age ∞..∞"},
    {"/..", "1 age ∞..max to ∞..∞"},
    {"../", "1 age ∞..∞ to min..∞"},
    {"1984~/2004-06", "1 year ~/ 1984-01-01..1984-12-31 to 2004-06-01..2004-06-30"},
    {"1984/2004-06~", "1 year /~ 1984-01-01..1984-12-31 to 2004-06-01..2004-06-30"},
    {"1984?/2004%", "1 year ?/?~ 1984-01-01..1984-12-31 to 2004-01-01..2004-12-31"},
    {"1984~/2004~", "1 year ~ 1984-01-01..1984-12-31 to 2004-01-01..2004-12-31"},
    {"1984?/..", "1 year ?/ 1984-01-01..1984-12-31 to ∞..∞"},
    {"2001-21/2003", "1 year 2001-03-01..2001-05-31 to 2003-01-01..2003-12-31"},
    {"2001-21/2001-22", "1 season 2001-03-01..2001-05-31 to 2001-06-01..2001-08-31"},
    {"201X/2020", "2 decade 2010-01-01..2019-12-31 to 2020-01-01..2020-12-31"},
    {"2004-06-XX/2004-07-03", "2 month 2004-06-01..2004-06-30 to 2004-07-03..2004-07-03"},
    {"Y-20000/Y-15000", "1 year -20000-01-01..-20000-12-31 to -15000-01-01..-15000-12-31"},
};

const Rows levelTwo{
    {"Y-17E7", "2 year -170000000-01-01..-170000000-12-31"},
    {"Y17E7", "2 year 170000000-01-01..170000000-12-31"},
    {"Y17E3", "2 year 17000-01-01..17000-12-31"},
    {"Y1E999999999", "2 year max..max to ∞..∞"},
    {"1950S2", "2 century 1900-01-01..1999-12-31"},
    {"1950S3", "2 decade 1950-01-01..1959-12-31"},
    {"1950S1", "2 millennium 1000-01-01..1999-12-31"},
    {"1950S4", "2 year 1950-01-01..1950-12-31"},
    {"-1950S2", "2 century -1999-01-01..-1900-12-31"},
    {"1950S2~", "2 century ~ 1900-01-01..1999-12-31"},
    {"Y171010000S3", "2 age 171000000-01-01..171999999-12-31"},
    {"Y3388E2S3", "2 millennium 338000-01-01..338999-12-31"},
    {"Y-3388E2S3", "2 millennium -338999-01-01..-338000-12-31"},
    {"2001-25", "2 season 2001-03-01..2001-05-31"},
    {"2001-28", "2 season 2001-12-01..2002-02-28"},
    {"2001-29", "2 season 2001-09-01..2001-11-30"},
    {"2001-30", "2 season 2001-12-01..2002-02-28"},
    {"2001-31", "2 season 2001-03-01..2001-05-31"},
    {"2001-32", "2 season 2001-06-01..2001-08-31"},
    {"2001-33", "2 season 2001-01-01..2001-03-31"},
    {"2001-34", "2 season 2001-04-01..2001-06-30"},
    {"2001-35", "2 season 2001-07-01..2001-09-30"},
    {"2001-36", "2 season 2001-10-01..2001-12-31"},
    {"2001-37", "2 season 2001-01-01..2001-04-30"},
    {"2001-38", "2 season 2001-05-01..2001-08-31"},
    {"2001-39", "2 season 2001-09-01..2001-12-31"},
    {"2001-40", "2 season 2001-01-01..2001-06-30"},
    {"2001-41", "2 season 2001-07-01..2001-12-31"},
    {"201X-21", "2 decade 2010-03-01..2019-05-31"},
    {"[1667]", "2 year 1667-01-01..1667-12-31"},
    {"[1667,1668,1670..1672]", "2 year 1667-01-01..1672-12-31"},
    {"[1667,1668, 1670..1672]", "2 year 1667-01-01..1672-12-31"},
    {"[1672,1667]", "2 year 1667-01-01..1672-12-31"},
    {"[..1760-12-03]", "2 day ∞..1760-12-03 to min..1760-12-03"},
    {"[1760-12..]", "2 month 1760-12-01..max to 1760-12-01..∞"},
    {"[1760-01,1760-02,1760-12..]", "2 month 1760-01-01..max to 1760-01-01..∞"},
    {"[1667,1760-12]", "2 year 1667-01-01..1760-12-31"},
    {"[..1984]", "2 year ∞..1984-12-31 to min..1984-12-31"},
    {"[1984~,1986]", "2 year ~ 1984-01-01..1986-12-31"},
    {"[-0005..0003]", "2 year -5-01-01..3-12-31"},
    {"[2025-09-09T22:00Z..2025-09-10T03:00Z]", "2 minute 2025-09-09T22:00:00..2025-09-10T03:00:59"},
    {"{1667,1668,1670..1672}", "2 year 1667-01-01..1667-12-31 to 1672-01-01..1672-12-31"},
    {"{1960,1961-12}", "2 year 1960-01-01..1960-12-31 to 1961-12-01..1961-12-31"},
    {"{1961-12,1960}", "2 year 1960-01-01..1960-12-31 to 1961-12-01..1961-12-31"},
    {"{..1984}", "2 year ∞..∞ to 1984-01-01..1984-12-31"},
    {"{1984..}", "2 year 1984-01-01..1984-12-31 to ∞..∞"},
    {"{1960}", "2 year 1960-01-01..1960-12-31"},
    {"2004-06~-11", "2 day ~ 2004-06-11..2004-06-11"},
    {"2004?-06-11", "2 day ? 2004-06-11..2004-06-11"},
    {"?2004-06-~11", "2 day ?~ 2004-06-11..2004-06-11"},
    {"2004-%06-11", "2 day ?~ 2004-06-11..2004-06-11"},
    {"2004-06-~11", "2 day ~ 2004-06-11..2004-06-11"},
    {"2011-~06-~13", "2 day ~ 2011-06-13..2011-06-13"},
    {"~2004-06%-11", "2 day ?~ 2004-06-11..2004-06-11"},
    {"?-2004-06-~10", "2 day ?~ -2004-06-10..-2004-06-10"},
    {"~-0100", "2 year ~ -100-01-01..-100-12-31"},
    {"156X-12-25", "2 decade 1560-12-25..1569-12-25"},
    {"15XX-12-25", "2 century 1500-12-25..1599-12-25"},
    {"XXXX-12-XX", "2 age 0-12-01..9999-12-31"},
    {"1XXX-XX", "2 millennium 1000-01-01..1999-12-31"},
    {"1XXX-12", "2 millennium 1000-12-01..1999-12-31"},
    {"1984-1X", "2 year 1984-10-01..1984-12-31"},
    {"1984-0X", "2 year 1984-01-01..1984-09-30"},
    {"1984-X2", "2 year 1984-02-01..1984-12-31"},
    {"1984-X0", "2 year 1984-10-01..1984-10-31"},
    {"1984-06-3X", "2 month 1984-06-30..1984-06-30"},
    {"1984-06-X1", "2 month 1984-06-01..1984-06-21"},
    {"1984-XX-31", "2 year 1984-01-31..1984-12-31"},
    {"19XX-02-29", "2 century 1904-02-29..1996-02-29"},
    {"1X99", "2 millennium 1099-01-01..1999-12-31"},
    {"XXXX", "2 age 0-01-01..9999-12-31"},
    {"-XXXX", "2 age -9999-01-01..0-12-31"},
    {"2XXX", "2 millennium 2000-01-01..2999-12-31"},
    {"20XX-21", "2 century 2000-03-01..2099-05-31"},
    {"2004-06-~01/2004-06-~20", "2 day ~ 2004-06-01..2004-06-01 to 2004-06-20..2004-06-20"},
    {"2004-06-~01/..", "2 day ~/ 2004-06-01..2004-06-01 to ∞..∞"},
    {"156X-12-25/1570", "2 decade 1560-12-25..1569-12-25 to 1570-01-01..1570-12-31"},
};

} // namespace

class TestEdtf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void errorsHelp_data();
    void errorsHelp();
    void canonicalText();
    void order_data();
    void order();
    void lists();
    void openAndUnknownDiffer();
    void anyTextIsReadOrRefused();
};

void TestEdtf::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const Rows &rows : {levelZero, levelOne, levelTwo}) {
        for (const auto &[text, expected] : rows)
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    }
}

void TestEdtf::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(read(text), expected);
}

void TestEdtf::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
        {"", "foo", "202", "20260", "1985-4", "1985-04-1", "1985-00", "1985-13", "1985-20", "1985-42",
            "1985-99", "1985-04-00", "1985-04-31", "1985-06-31", "1985-09-31", "1985-11-31", "1985-01-32",
            "1900-02-29", "2001-02-29", "2100-02-29", "-0001-02-29", "1985/04/12", "12-04-1985", "1985.04.12",
            "1985-0412", "198504-12", "19850412", "1985-04-", "1985-", "-", "--1985", "-85", "+1985", "-0000",
            "-0000-01", "Y", "Y-", "Y1", "Y1985", "Y-1985", "Y01234", "Y12345-06", "Y12345X", "Y1.5E3", "YE3",
            "Y1ES2", "Y12345E", "y170000002", "Y 170000002", "170000002", "1950S0", "1950S5", "1950S",
            "1950S2-05", "19XXS2", "1950-05S2", "Y12345S0", "Y12345S6", "2001-21-05", "2001-25-01",
            "1985-04-12T", "1985-04-12T23", "1985-04-12T2320", "1985-04-12T23:2", "1985-04-12T24:01",
            "1985-04-12T24:00:01", "1985-04-12T25:00:00", "1985-04-12T23:60:00", "1985-04-12T23:20:60",
            "1985-04-12T23:20:30.", "1985-04-12T23:20:30z", "1985-04-12t23:20:30", "1985-04-12 23:20:30",
            "1985-04-12T23:20:30+4", "1985-04-12T23:20:30+0430", "1985-04-12T23:20:30+15:00",
            "1985-04-12T23:20:30+14:01", "1985-04-12T23:20:30+04:60", "1985-04-12T23:20:30ZZ",
            "1985-04T23:20:30", "1985T23:20", "1985-04-XXT23:20", "1985-04-12?T23:20", "T23:20", "1985?~",
            "1985~?", "1985?\?", "1985%%", "198u", "19uu", "2004-uu", "198x", "2004-xx", "1985-04-X",
            "1985-X", "1985-2X", "1985-3X", "1985-X9-31", "1985-02-3X", "1985-04-4X", "1985-04-XX-01", "XXX",
            "XXXXX", "1900-X2-29x", "190X-02-30", "XXX1-02-29", "XX", "unknown/2004", "2004/unknown",
            "2004/open", "open", "unknown", "2004//2006", "2004/2005/2006", "2006/2004", "2004-06/2004-05",
            "2004-06-02/2004-06-01", "2004-12-25/2003", "2004/-2004", "2004/P1Y", "P1Y", "R/2004", "2004-W05",
            "2004-W05-1", "2004-060", "..", "...", "2004..", "..2004", "2004..2006", "[]", "{}", "[", "{",
            "[1984", "1984]", "{1984", "[1984}", "{1984]", "[1984,]", "[,1984]", "[1984,,1986]",
            "[1984,  1986]", "[1984;1986]", "[1984/1986]", "{1984/1986}", "[[1984]]", "[1984,{1986}]",
            "[1986..1984]", "{1986..1984}", "[1984..,1986]", "[1984,..1986]", "[..]", "[....]", "[1984....]",
            "[..1984....]", "{....}", "[..1984..]", "[1984...1986]", "[foo]", "2026-05-29 or so", "May 2026",
            "２０２６", "2026−05", "‐2026"})
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text);
}

void TestEdtf::refuses()
{
    QFETCH(QString, text);
    const auto edtf = readEdtf(text);
    QVERIFY2(!edtf, edtf ? qPrintable(dump(*edtf)) : "");
    QCOMPARE(edtf.error().kind, Error::Kind::Invalid);
    QVERIFY(!edtf.error().what.isEmpty());
    QVERIFY(!edtf.error().why.isEmpty());
}

void TestEdtf::errorsHelp_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *text, const char *error) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(error);
    };
    row("2026-13", "“2026-13” could not be read as a date. There is no month 13. Months are 01 to 12, and "
                   "seasons and other "
                   "parts of the year 21 to 41.");
    row("2026-02-30", "“2026-02-30” could not be read as a date. That month has no such day.");
    row("2023-02-29", "“2023-02-29” could not be read as a date. That month has no such day.");
    row("20260529", "“20260529” could not be read as a date. The parts of a date are separated by hyphens. "
                    "Write 2026-05-29.");
    row("2026-5-29",
        "“2026-5-29” could not be read as a date. Months and days have two digits. Write May as 05.");
    row("79", "“79” could not be read as a date. A year has four digits. Write 79 as 0079.");
    row("17000", "“17000” could not be read as a date. A year of more than four digits begins with Y. Write "
                 "it as in Y17000.");
    row("Y2006", "“Y2006” could not be read as a date. Y is for years of more than four digits. Write a year "
                 "of up to four "
                 "digits without Y, as in 2006.");
    row("2026-05-29T25:00",
        "“2026-05-29T25:00” could not be read as a date. There is no such time of day. Hours go from 00 to "
        "23, minutes and seconds from 00 to 59.");
    row("2006/2004",
        "“2006/2004” could not be read as a date. It ends before it begins. Write the earlier date first.");
    row("2004-06?~",
        "“2004-06?~” could not be read as a date. Uncertain and approximate together are written as %.");
    row("-0000", "“-0000” could not be read as a date. The year 0000 has no minus sign. 0000 is the year 1 "
                 "BC, and -0001 is "
                 "2 BC.");
    row("2004..2006",
        "“2004..2006” could not be read as a date. Two dots outside brackets have no meaning here. Write an "
        "interval with a slash (2014/2016, 2014/..), or one of several dates as in [2014..2016].");
    row("", "“” could not be read as a date. There is nothing to read. Write a date, as in 2026-05-29.");
}

void TestEdtf::errorsHelp()
{
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto edtf = readEdtf(text);
    QVERIFY(!edtf);
    QCOMPARE(edtf.error().text(), error);
}

void TestEdtf::canonicalText()
{
    QCOMPARE(readEdtf(u" 2026-05-29 ")->text, u"2026-05-29"_s);
    QCOMPARE(readEdtf(u"[1667,1668, 1670..1672]")->text, u"[1667,1668,1670..1672]"_s);
    QCOMPARE(readEdtf(u"2004-06-?11")->text, u"2004-06-?11"_s);
    for (const char16_t *text :
        {u"2026-05-29", u"[1667,1668,1670..1672]", u"../2006", u"Y-17E7", u"156X-12-25", u"2004-?06-~11"})
        QCOMPARE(readEdtf(text)->text, QString::fromUtf16(text));
}

void TestEdtf::order_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("expected"); // a before b, b before a, overlap
    const auto row = [](const char *a, const char *b, const char *expected) {
        QTest::addRow("%s and %s", a, b)
            << QString::fromUtf8(a) << QString::fromUtf8(b) << QString::fromUtf8(expected);
    };
    row("2025-09-09", "2025-09-10", "yes no no");
    row("2025-09-09", "2025-09-09", "possibly possibly possibly");
    row("2025-09-09T03:10:00Z", "2025-09-09T03:10:00Z", "no no yes");
    row("2025-09-09T03:10:00Z", "2025-09-09T06:10:00+03:00", "no no yes");
    row("2025-09-09T03:10:00Z", "2025-09-09T03:10:01Z", "yes no no");
    row("2025-09", "2025-09-10", "possibly possibly possibly");
    row("2025", "2026", "yes no no");
    row("2025-21", "2025-22", "yes no no");
    row("2025-24", "2026", "possibly possibly possibly");
    row("2024/2025", "2025/2026", "possibly no possibly");
    row("2024/2026", "2025-06-01", "no no yes");
    row("2024/2026", "2024-06-01", "no possibly possibly");
    row("2024/2026", "2025-01-01/2025-12-31", "no no yes");
    row("2024/..", "2030", "no no yes");
    row("2024/", "2030", "possibly no possibly");
    row("2024/", "2023", "no yes no");
    row("../2024", "1000", "no no yes");
    row("/2024", "1000", "no possibly possibly");
    row("../..", "2024", "no no yes");
    row("[2023,2025]", "2024", "possibly possibly possibly");
    row("[..2023]", "2024", "yes no no");
    row("[2025..]", "2024", "no yes no");
    row("[..2023]", "[2020..]", "possibly possibly possibly");
    row("-0044-03-15", "0079-10-24", "yes no no");
    row("Y-170000002", "2026", "yes no no");
    row("199X", "2000", "yes no no");
    row("199X", "1995", "possibly possibly possibly");
    row("2025~", "2026", "yes no no");
}

void TestEdtf::order()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, expected);
    static const QStringList names{u"no"_s, u"possibly"_s, u"yes"_s};
    const Bounds first = readEdtf(a)->bounds;
    const Bounds second = readEdtf(b)->bounds;
    const QStringList found{names.at(int(before(first, second))), names.at(int(before(second, first))),
        names.at(int(overlaps(first, second)))};
    QCOMPARE(found.join(u' '), expected);
    QCOMPARE(overlaps(first, second), overlaps(second, first));
}

void TestEdtf::lists()
{
    const QStringList ordered{u"../2020"_s, u"Y-170000002"_s, u"-0044"_s, u"1999"_s, u"2025-09-09"_s,
        u"2025-09"_s, u"2025-09-10"_s, u"2025-09-10/.."_s, u"2026"_s};
    QStringList texts = ordered;
    std::ranges::reverse(texts);
    std::ranges::stable_sort(texts, listedBefore, [](const QString &text) { return readEdtf(text)->bounds; });
    QCOMPARE(texts.join(u' '),
        u"../2020 Y-170000002 -0044 1999 2025-09 2025-09-09 2025-09-10 2025-09-10/.. 2026"_s);
}

void TestEdtf::openAndUnknownDiffer()
{
    QVERIFY(isOpenEnd(readEdtf(u"2024/..")->bounds));
    QVERIFY(!isOpenEnd(readEdtf(u"2024/")->bounds));
    QVERIFY(isOpenStart(readEdtf(u"../2024")->bounds));
    QVERIFY(!isOpenStart(readEdtf(u"/2024")->bounds));
    QVERIFY(!isOpenStart(readEdtf(u"2024")->bounds));
    QVERIFY(!isOpenEnd(readEdtf(u"[2024..]")->bounds));
}

void TestEdtf::anyTextIsReadOrRefused()
{
    const QString alphabet = u"0123456789X-/?~%.,[]{}TZYES:+ 2026"_s;
    quint32 state = 20260529;
    for (int i = 0; i < 40'000; ++i) {
        QString text;
        for (int length = 1 + i % 24; length > 0; --length) {
            state = state * 1664525u + 1013904223u;
            text += alphabet.at(qsizetype(state >> 16) % alphabet.size());
        }
        const auto edtf = readEdtf(text);
        if (!edtf) {
            QVERIFY(!edtf.error().why.isEmpty());
            continue;
        }
        const Bounds &b = edtf->bounds;
        QVERIFY2(!b.startEarliest || !b.endLatest || *b.startEarliest <= *b.endLatest, qPrintable(text));
        QVERIFY2(!b.startEarliest || !b.startLatest || *b.startEarliest <= *b.startLatest, qPrintable(text));
        QVERIFY2(!b.endEarliest || !b.endLatest || *b.endEarliest <= *b.endLatest, qPrintable(text));
        QCOMPARE(*readEdtf(edtf->text), *edtf);
    }
}

QTEST_APPLESS_MAIN(TestEdtf)
#include "tst_edtf.moc"
