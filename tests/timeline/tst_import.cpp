#include "app/timeline/import/eventimport.h"
#include "app/timeline/import/tableimporter.h"

#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

QString dumpOf(const ImportedEvent &event)
{
    QStringList parts{event.externalId, event.title, event.date, event.lane, event.place};
    if (event.coordinates)
        parts.append(u"%1,%2"_s.arg(event.coordinates->latitude).arg(event.coordinates->longitude));
    const auto number = [](const std::optional<int> &value) { return value ? QString::number(*value) : u"-"_s; };
    if (event.casualtiesLow || event.casualtiesBest || event.casualtiesHigh)
        parts.append(number(event.casualtiesLow) + u'/' + number(event.casualtiesBest) + u'/' + number(event.casualtiesHigh));
    parts.append(event.actors.join(u'+'));
    parts.append(event.tags.join(u'+'));
    for (const ImportedSource &source : event.sources)
        parts.append(u"src:%1<%2>"_s.arg(source.title, source.address));
    return parts.join(u'|');
}

const QByteArray acledHeader = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,"
                               "assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,"
                               "geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n";

QByteArray acledRow(const QByteArray &id, const QByteArray &date, const QByteArray &precision, const QByteArray &notes = "Shots.")
{
    return id + "," + date + ",2024," + precision + ",Political violence,Battles,Armed clash,Army,Police; Guards,State forces,Rebels,,Rebel group,,,804,Europe,"
        "Ukraine,Donetsk,Bakhmut,,Soledar,48.7,38.1,1,AFP; Reuters,National,\"" + notes + "\",3,crowd size=no report; night,1700000000\n";
}

QByteArray ucdpRow()
{
    return "412700,IRQ-2017-1-524-322,2017,1,Clear,1,259,259,Iraq: Government,524,524,Government of Iraq - IS,116,116,Government of Iraq,234,234,IS,2,"
           "\"Reuters, 2017-07-31\",Reuters,2017-07-31,IS attacks,,1,Tal Afar,Near \"\"the\"\" town,Ninawa,Tal Afar,36.37,42.45,POINT (42.45 36.37),182185,"
           "Iraq,645,Middle East,1,2,2017-07-29 00:00:00.000,2017-08-02 00:00:00.000,0,4,0,2,6,13,6,645,\n";
}

QByteArray gdeltRow()
{
    QByteArrayList fields(61, "");
    fields[0] = "1010101010";
    fields[1] = "20240229";
    fields[6] = "RUSSIA";
    fields[16] = "UKRAINE";
    fields[26] = "190";
    fields[28] = "19";
    fields[52] = "Kyiv, \"Kyyiv\", Ukraine";
    fields[56] = "50.4333";
    fields[57] = "30.5167";
    fields[60] = "https://www.example.org/a?b=1";
    return fields.join('\t') + "\n";
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void records_data();
    void records();
    void encodings_data();
    void encodings();
    void characterAcrossPieces();
    void dates_data();
    void dates();
    void formats_data();
    void formats();
    void rowsThatAreWrong_data();
    void rowsThatAreWrong();
    void refused_data();
    void refused();
    void mappingIsGuessed();

private:
    QString file(const QByteArray &bytes, const QString &name = u"data.csv"_s);

    std::unique_ptr<QTemporaryDir> m_folder;
};

QString TestImport::file(const QByteArray &bytes, const QString &name)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void TestImport::records_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("a,b\nc,d\n") << u"1:a|b 2:c|d"_s;
    QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << u"1:a|b 2:c|d"_s;
    QTest::newRow("CR") << QByteArray("a,b\rc,d") << u"1:a|b 2:c|d"_s;
    QTest::newRow("no last line end") << QByteArray("a,b\nc,") << u"1:a|b 2:c|"_s;
    QTest::newRow("quotes across lines") << QByteArray("\"a\nb\",c\nd,e\n") << u"1:a\nb|c 3:d|e"_s;
    QTest::newRow("quotes across lines, CRLF") << QByteArray("\"a\r\nb\",c\r\nd,e\r\n") << u"1:a\r\nb|c 3:d|e"_s;
    QTest::newRow("doubled quotes") << QByteArray("\"say \"\"hi\"\"\",\"\"\"\"\n") << u"1:say \"hi\"|\""_s;
    QTest::newRow("quote within a field") << QByteArray("5\" gun,b\n") << u"1:5\" gun|b"_s;
    QTest::newRow("text after a quote") << QByteArray("\"a\"b,c\n") << u"1:ab|c"_s;
    QTest::newRow("separator in quotes") << QByteArray("\"a,b\",c\n") << u"1:a,b|c"_s;
    QTest::newRow("empty fields") << QByteArray(",,\n\"\",x,\n") << u"1:|| 2:|x|"_s;
    QTest::newRow("empty lines") << QByteArray("a\n\n\nb\n") << u"1:a 4:b"_s;
    QTest::newRow("unclosed") << QByteArray("a,b\n\"c,d\ne,f\n") << u"1:a|b 2:! 3:e|f"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("only line ends") << QByteArray("\r\n\r\n") << QString();
}

void TestImport::records()
{
    QFETCH(QByteArray, text);
    TextInput input(file(text));
    QVERIFY(input.open());
    RecordReader reader(input, ',');
    QStringList rows;
    TextRecord record;
    for (;;) {
        const auto more = reader.next(record);
        QVERIFY(more);
        if (!*more)
            break;
        QStringList fields;
        for (const QByteArrayView field : record.fields)
            fields.append(QString::fromUtf8(field));
        rows.append(QString::number(record.line) + u':' + (record.unclosed ? u"!"_s : fields.join(u'|')));
    }
    QTEST(rows.join(u' '), "expected");
}

void TestImport::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QString text = u"Galați 北 😀"_s;
    const auto utf16 = [&](QStringConverter::Encoding encoding) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        return QByteArray(encoder.encode(text));
    };
    QTest::newRow("UTF-8") << text.toUtf8() << text;
    QTest::newRow("UTF-8 with mark") << "\xef\xbb\xbf" + text.toUtf8() << text;
    QTest::newRow("UTF-16 LE") << utf16(QStringConverter::Utf16LE) << text;
    QTest::newRow("UTF-16 BE") << utf16(QStringConverter::Utf16BE) << text;
    QTest::newRow("Latin-1") << QByteArray("a\nb\nGala\xe7i\n") << u"!“data.csv” was not read. Line 3 is not UTF-8 text. Save it as UTF-8 in the program that it comes from, then import it again."_s;
    QTest::newRow("cut off") << QByteArray("a\n\xe5\x8c") << u"!“data.csv” was not read. Line 2 is not UTF-8 text. Save it as UTF-8 in the program that it comes from, then import it again."_s;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << u"!“data.csv” was not read. Line 1 is not UTF-8 text. Save it as UTF-8 in the program that it comes from, then import it again."_s;
    QTest::newRow("surrogate") << QByteArray("ok\r\xed\xa0\x80") << u"!“data.csv” was not read. Line 2 is not UTF-8 text. Save it as UTF-8 in the program that it comes from, then import it again."_s;
    QTest::newRow("NUL") << QByteArray("0123456789\0abc", 14) << u"!“data.csv” was not read. Line 1 is not UTF-8 text. Save it as UTF-8 in the program that it comes from, then import it again."_s;
    QTest::newRow("half a unit") << QByteArray("\xff\xfe" "a\0b", 5) << u"!“data.csv” was not read. Line 1 is not UTF-16 text. Save it as UTF-8 in the program that it comes from, then import it again."_s;
}

void TestImport::encodings()
{
    QFETCH(QByteArray, bytes);
    TextInput input(file(bytes));
    QVERIFY(input.open());
    const auto text = input.readAll();
    QTEST(text ? QString::fromUtf8(*text) : u'!' + text.error().text(), "expected");
}

void TestImport::characterAcrossPieces()
{
    for (int before = 1024 * 1024 - 4; before <= 1024 * 1024 + 1; ++before) {
        const QByteArray text = QByteArray(before, 'a') + "😀" + QByteArray(100, 'b');
        TextInput input(file(text));
        QVERIFY(input.open());
        QCOMPARE(input.readAll().value(), text);
        TextInput broken(file(QByteArray(before, 'a') + "\xf0\x9f\x98" + QByteArray(100, 'b')));
        QVERIFY(broken.open());
        QVERIFY(!broken.readAll());
    }
}

void TestImport::dates_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("edtf");
    const auto row = [](const char *text, ImportDates::Order order, const QString &edtf) { QTest::newRow(text) << int(order) << edtf; };
    using enum ImportDates::Order;
    row("2024-02-29", Unknown, u"2024-02-29"_s);
    row("20240229", Unknown, u"2024-02-29"_s);
    row("2024-02-29 03:10:00", Unknown, u"2024-02-29T03:10:00"_s);
    row("2024-02-29 00:00:00", Unknown, u"2024-02-29"_s);
    row("2024-02-29T03:10:00.123Z", Unknown, u"2024-02-29T03:10:00Z"_s);
    row("2024-02-29T03:10+0200", Unknown, u"2024-02-29T03:10:00+02:00"_s);
    row("3/4/2022", Unknown, u"[2022-03-04,2022-04-03]"_s);
    row("3/3/2022", Unknown, u"2022-03-03"_s);
    row("3/4/2022 ", DayFirst, u"2022-04-03"_s);
    row(" 3/4/2022", MonthFirst, u"2022-03-04"_s);
    row("25/12/2022", Unknown, u"2022-12-25"_s);
    row("12/25/2022", Unknown, u"2022-12-25"_s);
    row("3.4.2022", Unknown, u"2022-04-03"_s);
    row("3/4/2022 3:10 PM", DayFirst, u"2022-04-03T15:10:00"_s);
    row("26/12/2022", MonthFirst, u"2022-12-26"_s);
    row("late 2022", Unknown, u"2022-39"_s);
    row("31/2/2022", Unknown, u"!"_s);
    row("yesterday", Unknown, u"!"_s);
    row("3/4/2022 25:00", DayFirst, u"!"_s);
}

void TestImport::dates()
{
    QFETCH(int, order);
    ImportDates dates{ImportDates::Order(order)};
    const auto date = dates.read(QString::fromLatin1(QTest::currentDataTag()));
    QTEST(date ? date->text : u"!"_s, "edtf");
}

void TestImport::formats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("events");
    const QString clash = u"Armed clash: Army – Rebels|%1|Battles|Soledar, Donetsk, Ukraine|48.7,38.1|-/3/-|Army+Police+Guards+Rebels|night|src:AFP<>|src:Reuters<>"_s;
    QTest::newRow("acled") << acledHeader + acledRow("UKR1", "26 January 2024", "1") + acledRow("UKR2", "2024-01-26", "2") + acledRow("UKR3", "2024-01-26", "3")
                           << u"acled"_s
                           << QStringList{u"UKR1|"_s + clash.arg(u"2024-01-26"_s), u"UKR2|"_s + clash.arg(u"[2024-01-22..2024-01-28]"_s), u"UKR3|"_s + clash.arg(u"2024-01"_s)};
    const QString iraq = u"412700|Government of Iraq - IS|[2017-07-29..2017-08-02]|State-based conflict|Tal Afar, Iraq|36.37,42.45|6/6/13|Government of Iraq+IS||src:Reuters<>"_s;
    const QByteArray ucdpHeader = ucdpColumns().join(u',').toUtf8() + '\n';
    QTest::newRow("ucdp") << ucdpHeader + ucdpRow() << u"ucdp"_s << QStringList{iraq};
    QTest::newRow("ucdp without header") << ucdpRow() << u"ucdp"_s << QStringList{iraq};
    QTest::newRow("gdelt") << gdeltRow() << u"gdelt"_s
                           << QStringList{u"1010101010|RUSSIA – Fight – UKRAINE|2024-02-29|Fight|Kyiv, \"Kyyiv\", Ukraine|50.4333,30.5167|RUSSIA+UKRAINE|CAMEO 190|src:www.example.org<https://www.example.org/a?b=1>"_s};
    QTest::newRow("gtd") << QByteArray("eventid,iyear,imonth,iday,approxdate,country_txt,city,latitude,longitude,attacktype1_txt,target1,gname,nkill,nwound,doubtterr\n"
                                       "1,1970,7,2,,Iraq,Basra,30.5,47.8,Assassination,Minister,X,1,2,0\n2,1970,7,0,,Iraq,Basra,,,Assassination,Minister,Unknown,,,1\n"
                                       "3,1970,0,0,,Iraq,Basra,,,Assassination,Minister,Unknown,3,,-9\n4,1970,7,0,between 3 and 5 July 1970,Iraq,Basra,,,Assassination,M,,,,0\n")
                         << u"gtd"_s
                         << QStringList{u"1|Assassination: X – Minister|1970-07-02|Assassination|Basra, Iraq|30.5,47.8|-/3/-|X|"_s, u"2|Assassination: Minister|1970-07|Assassination|Basra, Iraq||"_s,
                                u"3|Assassination: Minister|1970|Assassination|Basra, Iraq|3/-/-||"_s, u"4|Assassination: M|[1970-07-03..1970-07-05]|Assassination|Basra, Iraq||"_s};
    QTest::newRow("timelinejs") << QByteArray(R"({"title":{"text":{"headline":"T"}},"events":[
        {"unique_id":"a","start_date":{"year":"2022","month":"3","day":"10","hour":"22","minute":"5"},"text":{"headline":"<b>Drone</b> &amp; co","text":"x"},"group":"Air",
         "media":{"url":"https://example.org/v","caption":"Video"}},
        {"start_date":{"year":-43},"end_date":{"year":2022,"month":4},"text":{"headline":"Long"}}],"eras":[{"start_date":{"year":1990},"end_date":{"year":1999},"text":{"headline":"Era"}}]})")
                                << u"timelinejs"_s
                                << QStringList{u"a|Drone & co|2022-03-10T22:05:00|Air||||src:Video<https://example.org/v>"_s, u"|Long|-0043/2022-04||||"_s, u"|Era|1990/1999|Eras|||"_s};
    QTest::newRow("timelinejs, old") << QByteArray(R"({"timeline":{"headline":"H","date":[{"startDate":"2012,1,26","endDate":"2012,1,27","headline":"Old","tag":"t","asset":{"media":"https://e.org/a","credit":"AP"}},
        {"startDate":"2012","headline":"Year"}]}})") << u"timelinejs"_s << QStringList{u"|Old|2012-01-26/2012-01-27|t||||src:AP<https://e.org/a>"_s, u"|Year|2012||||"_s};
    QTest::newRow("timelinejs table") << QByteArray("Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background,Link\n"
                                                    ",,,,,,,,,A title,,,,,,title,,,\n2022,3,10,22:05,,,,,,Drone,,,,,,,Air,,\n1990,,,,1999,,,,,Nineties,,,,,,era,,,\n")
                                      << u"timelinejs"_s << QStringList{u"|Drone|2022-03-10T22:05:00|Air|||"_s, u"|Nineties|1990/1999|Eras|||"_s};
    QTest::newRow("timelinejs table, old") << QByteArray("Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag\n12/10/2011,,A,,,,,,,t\n2012,2013,B,,,,,,,\n")
                                           << u"timelinejs"_s << QStringList{u"|A|2011-12-10|t|||"_s, u"|B|2012/2013||||"_s};
    QTest::newRow("timemap") << QByteArray(R"([{"id":"CIV1","date":"02/24/2022","time":"05:30","location":"Kyiv","latitude":"50,4","longitude":"30.5","description":"Explosion.\nMore.",
        "category":"Strike","associations":["Night"],"sources":["https://t.me/a/1"]}])")
                             << u"timemap"_s << QStringList{u"CIV1|Explosion.|2022-02-24T05:30:00|Strike|Kyiv|50.4,30.5||Night|src:https://t.me/a/1<https://t.me/a/1>"_s};
    QTest::newRow("timemap, by id") << QByteArray(R"({"events":{"7":{"date":"2/24/2022","desc":"Shots","lat":"50","long":"30","associations":["c","f"],"sources":["s1"]}},
        "sources":{"s1":{"id":"s1","title":"Video","paths":["https://e.org/1.mp4"]}},"associations":[{"id":"c","title":"Attack","mode":"CATEGORY"},{"id":"f","mode":"FILTER","filter_paths":["Weapons","Gas"]}]})")
                                    << u"timemap"_s << QStringList{u"7|Shots|2022-02-24|Attack||50,30||Gas|src:Video<https://e.org/1.mp4>"_s};
    QTest::newRow("simile") << QByteArray("<?xml version=\"1.0\"?><data><event start=\"May 28 2006 09:00:00 GMT\" title=\"A\" link=\"https://e.org/\">x &lt;i&gt;y&lt;/i&gt;</event>\n"
                                          "<event start=\"Sat May 20 1961 00:00:00 GMT-0600\" end=\"Sat May 27 1961 00:00:00 GMT-0600\" title=\"B\"/>\n"
                                          "<event start=\"2006-05-01\" latestStart=\"2006-05-31\" end=\"2007\" isDuration=\"true\" title=\"C\"/></data>")
                            << u"simile"_s
                            << QStringList{u"|A|2006-05-28T09:00:00Z|||||src:A<https://e.org/>"_s, u"|B|[1961-05-20..1961-05-27]||||"_s, u"|C|2006-05/2007||||"_s};
    QTest::newRow("edtf-csv") << QByteArray("key,title,date,earliest,latest,lane,place,latitude,longitude,certainty,actors,tags,summary,casualties_low,casualties_best,casualties_high,sources\n"
                                            "galati,Drone,2026-05-29?,,,Incidents,Galați,45.4,28,disputed,A; B,air; night,text,1,2,3,nato-2026; wire\n")
                              << u"edtf-csv"_s << QStringList{u"galati|Drone|2026-05-29?|Incidents|Galați|45.4,28|1/2/3|A+B|air+night|src:nato-2026<>|src:wire<>"_s};
    QTest::newRow("csv") << QByteArray("Quand;When;Headline;Where;Who;Deaths;URL\nx;late 2022;Missile;Poland;A; B;2;https://e.org/\n").replace("A; B", "\"A; B\"") << u"csv"_s
                         << QStringList{u"|Missile|2022-39||Poland|-/2/-|A+B||src:https://e.org/<https://e.org/>"_s};
    QTest::newRow("tsv, with an end") << QByteArray("id\tstart\tend\ttitle\ttags\n1\t2022-01-01\t2022-01-03\tT\tx;y\n") << u"csv"_s << QStringList{u"1|T|2022-01-01/2022-01-03||||x+y"_s};
}

void TestImport::formats()
{
    QFETCH(QByteArray, bytes);
    const auto preview = previewImport({file(bytes, u"data"_s), {}, {}}, 100);
    QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().text()));
    QTEST(QString(importFormatNames.name(preview->format)), "format");
    QStringList events;
    for (const ImportedRow &row : preview->rows)
        events.append(row.problem.isEmpty() ? dumpOf(row.event) : u'!' + row.problem);
    QTEST(events, "events");
}

void TestImport::rowsThatAreWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("problems");
    QTest::newRow("acled") << acledHeader + acledRow("", "2024-01-01", "1") + acledRow("A", "soon", "1") + acledRow("B", "2024-01-01", "4") + "a,b\n" + acledRow("C", "2024-01-01", "1", "two\nlines") + acledRow("D", "2024-13-01", "2")
                           << u"acled"_s
                           << u"2: event_id_cnty is empty.\n3: “soon” was not understood.\n4: “2024-01-01” with time_precision 4 says no date.\n5: It has 2 fields where the table has 31 columns.\n"
                              "8: “2024-13-01” with time_precision 2 says no date."_s;
    QTest::newRow("ucdp, reversed") << ucdpRow().replace("2017-08-02", "2017-07-01") << u"ucdp"_s
                                    << u"1: “2017-07-29 00:00:00.000” to “2017-07-01 00:00:00.000” is no span of days."_s;
    QTest::newRow("gdelt, code") << gdeltRow().replace("\t19\t", "\t99\t") << u"gdelt"_s << u"1: EventCode “190” is none of CAMEO's."_s;
    QTest::newRow("gdelt, day") << gdeltRow().replace("20240229", "20230229") << u"gdelt"_s << u"1: SQLDATE “20230229” is no day."_s;
    QTest::newRow("gdelt, place") << gdeltRow().replace("50.4333", "95") << u"gdelt"_s << u"1: “95, 30.5167” is no place on Earth."_s;
    QTest::newRow("gtd") << QByteArray("eventid,iyear,imonth,iday\n1,1970,13,1\n2,x,1,1\n3,1970,2,31\n") << u"gtd"_s
                         << u"2: 1970-13-1 is no date.\n3: x-1-1 is no date.\n4: That month has no such day."_s;
    QTest::newRow("timelinejs") << QByteArray("{\"events\":[{\"text\":{\"headline\":\"no date\"}},\n\n{\"start_date\":{\"year\":\"x\"},\"text\":{\"headline\":\"h\"}},7]}") << u"timelinejs"_s
                                << u"1: It has no start.\n3: “x” is no date.\n1: It has no start."_s;
    QTest::newRow("timemap") << QByteArray("[\n{\"date\":\"31/31/2022\",\"description\":\"d\"},\n{\"date\":\"2022\"}]") << u"timemap"_s
                             << u"2: “31/31/2022” could not be read as a date. “31/31/2022” was not understood.\n3: Neither a description nor a location says what happened."_s;
    QTest::newRow("simile") << QByteArray("<data>\n<event title='t'/>\n<event start='soon' title='t'/><event start='2000'/></data>") << u"simile"_s
                            << u"2: It has no start.\n3: “soon” is no date.\n3: It has no title."_s;
    QTest::newRow("edtf-csv") << QByteArray("key,title,date,certainty\na,,2022,\nb,B,late 2022,\nc,C,2022,sure\n") << u"edtf-csv"_s
                              << u"2: The title is empty.\n3: “late 2022” could not be read as a date.\n4: “sure” is no certainty; it is confirmed, reported, disputed or retracted."_s;
}

void TestImport::rowsThatAreWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QFETCH(QString, problems);
    const auto preview = previewImport({file(bytes), importFormatNames.value(format), {}}, 100);
    QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().text()));
    const QStringList expected = problems.split(u'\n');
    QStringList found;
    for (const ImportedRow &row : preview->rows) {
        if (!row.problem.isEmpty())
            found.append(u"%1: %2"_s.arg(row.line).arg(row.problem));
    }
    QCOMPARE(found.size(), expected.size());
    for (qsizetype i = 0; i < found.size(); ++i)
        QVERIFY2(found.at(i).startsWith(expected.at(i).section(u" was not"_s, 0, 0)), qPrintable(found.at(i)));
}

void TestImport::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << u"csv"_s << u"“data.csv” is empty."_s;
    QTest::newRow("no dates") << QByteArray("title,b\nx,y\n") << u"csv"_s << u"No column is known to hold the dates, or none the titles."_s;
    QTest::newRow("not ACLED") << QByteArray("title,date\nx,2022\n") << u"acled"_s << u"It has not the columns of ACLED (event_id_cnty, event_date, event_type)."_s;
    QTest::newRow("no JSON") << QByteArray("{\"events\":\n[}") << u"timelinejs"_s << u"It is no JSON: line 2"_s;
    QTest::newRow("other JSON") << QByteArray("{}") << u"timemap"_s << u"It has no list of events, as TimeMap has."_s;
    QTest::newRow("deep JSON") << QByteArray(300, '[') + QByteArray(300, ']') << u"timemap"_s << u"It nests deeper than 256 levels."_s;
    QTest::newRow("deep XML") << "<data>" + QByteArray("<a>").repeated(300) << u"simile"_s << u"It nests deeper than 256 levels."_s;
    QTest::newRow("entities") << QByteArray("<!DOCTYPE data [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<data><event title='&x;' start='2022'/></data>") << u"simile"_s
                              << u"Line 1 has a document type declaration"_s;
    QTest::newRow("other XML") << QByteArray("<html/>") << u"simile"_s << u"Its root is “html” where SIMILE has “data”."_s;
    QTest::newRow("cut XML") << QByteArray("<data><event start='2022' title='x'/>") << u"simile"_s << u"It is no XML: line 1"_s;
    QTest::newRow("long field") << QByteArray("title,date\n\"") + QByteArray(17 * 1024 * 1024, 'x') << u"csv"_s << u"A field of the row on line 2 has more than"_s;
    QTest::newRow("mapping names no column") << QByteArray("a,b\n1,2\n") << u"csv!"_s << u"There is no column “When”, which the mapping names for “date”."_s;
}

void TestImport::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QFETCH(QString, why);
    ImportFile data{file(bytes), importFormatNames.value(format.section(u'!', 0, 0)), {}};
    if (format.endsWith(u'!'))
        data.mapping = ColumnMapping{{{u"date"_s, u"When"_s}}, ImportDates::Order::Unknown};
    const auto preview = previewImport(data, 100);
    QVERIFY(!preview);
    QVERIFY2(preview.error().why.startsWith(why), qPrintable(preview.error().why));
    QCOMPARE(preview.error().kind, Error::Kind::Invalid);
}

void TestImport::mappingIsGuessed()
{
    const auto guess = [](const QStringList &columns) {
        QStringList pairs;
        const ColumnMapping mapping = guessMapping(columns);
        for (const QString &field : mappedFields()) {
            if (mapping.columns.contains(field))
                pairs.append(field + u'=' + mapping.columns.value(field));
        }
        return pairs.join(u' ');
    };
    QCOMPARE(guess({u"Event ID"_s, u"Start Date"_s, u"End-date"_s, u"Name"_s, u"LAT"_s, u"Lon"_s}), u"title=Name date=Start Date end=End-date latitude=LAT longitude=Lon id=Event ID"_s);
    QCOMPARE(guess({u"lat"_s, u"title"_s, u"name"_s}), u"title=title"_s);
    QCOMPARE(guess({}), QString());
    const ColumnMapping mapping{{{u"date"_s, u"When"_s}}, ImportDates::Order::DayFirst};
    QCOMPARE(ColumnMapping::fromJson(mapping.json()).value(), mapping);
    QVERIFY(!ColumnMapping::fromJson(QJsonObject{{u"colour"_s, u"x"_s}}));
    QVERIFY(!ColumnMapping::fromJson(QJsonObject{{u"order"_s, u"x"_s}}));
    QVERIFY(!ColumnMapping::fromJson(QJsonObject{{u"date"_s, 7}}));
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
