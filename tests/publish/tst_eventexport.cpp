#include "app/commands/sample.h"
#include "app/project/projectinfo.h"
#include "app/publish/eventexport.h"
#include "app/sources/evidence.h"
#include "app/sources/source.h"
#include "app/timeline/edtf.h"
#include "tests/support/temporaryproject.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <sys/stat.h>

using namespace redoubt;

/// Events as CSV, TimelineJS JSON, SVG and PNG.
class TestEventExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvLine_data();
    void csvLine();
    void csvNamesWhatAnEventRefersTo();
    void timelineJsDates_data();
    void timelineJsDates();
    void timelineJsEscapesHtml();
    void timelineJsIsWhole();
    void timelineJsCountsInYearsBeyondJavaScript();
    void figureIsAPicture();
    void figureOfACrowdStaysSmall();
    void figureOfNothingIsRefused();
    void onlyTheChosen();
    void leavesNothingWhenItFails_data();
    void leavesNothingWhenItFails();
    void leavesNothingWhenStopped();
    void replacesAFile();

private:
    static Event add(TemporaryProject &project, Event event)
    {
        const auto date = readEdtf(event.date);
        if (date)
            event.bounds = date->bounds;
        project.edit([&](Writer &writer) { return addEvent(writer, event); });
        return event;
    }

    static Event dated(const QString &date, const QString &title = u"Title"_s)
    {
        Event event;
        event.title = title;
        event.date = date;
        return event;
    }

    [[nodiscard]] QByteArray written(TemporaryProject &project, EventFormat format, const EventChoice &choose = {})
    {
        const QString path = m_folder.filePath(u"out"_s);
        const auto result = must(writeEvents(project.reader(), path, format, choose));
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() != result.bytes)
            qFatal("the file is not there");
        return file.readAll();
    }

    QTemporaryDir m_folder;
};

void TestEventExport::csvLine_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const QString &title, const QString &date, const QString &summary, const QByteArray &line) {
        QTest::newRow(name) << title << date << summary << line;
    };
    row("plain", u"A"_s, u"2026-05-29"_s, {}, "a,A,2026-05-29,2026-05-29T00:00:00Z,2026-05-29T23:59:59Z,,,,,confirmed,,,,,,,\r\n");
    row("a time", u"A"_s, u"2026-05-29T03:10+03:00"_s, {},
        "a,A,2026-05-29T03:10+03:00,2026-05-29T00:10:00Z,2026-05-29T00:10:59Z,,,,,confirmed,,,,,,,\r\n");
    row("open", u"A"_s, u"2022/.."_s, {}, "a,A,2022/..,2022-01-01T00:00:00Z,,,,,,confirmed,,,,,,,\r\n");
    row("before Christ is no formula", u"A"_s, u"-0043-03-15"_s, {},
        "a,A,-0043-03-15,-0043-03-15T00:00:00Z,-0043-03-15T23:59:59Z,,,,,confirmed,,,,,,,\r\n");
    row("a date that is none is a text", u"A"_s, u"=1+1"_s, {}, "a,A,'=1+1,,,,,,,confirmed,,,,,,,\r\n");
    row("formula", u"=1+1"_s, u"2026"_s, {}, "1-1,'=1+1,2026,2026-01-01T00:00:00Z,2026-12-31T23:59:59Z,,,,,confirmed,,,,,,,\r\n");
    row("quotes and lines", u"say \"no\""_s, u"2026"_s, u"one\r\ntwo, three"_s,
        "say-no,\"say \"\"no\"\"\",2026,2026-01-01T00:00:00Z,2026-12-31T23:59:59Z,,,,,confirmed,,,\"one\r\ntwo, three\",,,,\r\n");
    row("spaces at the ends", u"A"_s, u"2026"_s, u" a "_s,
        "a,A,2026,2026-01-01T00:00:00Z,2026-12-31T23:59:59Z,,,,,confirmed,,,\" a \",,,,\r\n");
    row("letters of all kinds", u"Galați 空 😀"_s, u"2026"_s, {},
        "galati,Galați 空 😀,2026,2026-01-01T00:00:00Z,2026-12-31T23:59:59Z,,,,,confirmed,,,,,,,\r\n");
}

void TestEventExport::csvLine()
{
    QFETCH(QString, title);
    QFETCH(QString, date);
    QFETCH(QString, summary);
    TemporaryProject project;
    Event event = dated(date, title);
    event.summary = summary;
    add(project, event);
    const QByteArray bytes = written(project, EventFormat::Csv);
    const QByteArray header = "key,title,date,earliest,latest,lane,place,latitude,longitude,certainty,actors,tags,summary,"
                              "casualties_low,casualties_best,casualties_high,sources\r\n";
    QVERIFY(bytes.startsWith(header));
    QTEST(bytes.sliced(header.size()), "line");
}

void TestEventExport::csvNamesWhatAnEventRefersTo()
{
    TemporaryProject project;
    const Lane lane{Id<Lane>::make(), u"inc"_s, u"Incidents"_s, 0, 0, false};
    project.edit([&](Writer &writer) { return addLane(writer, lane); });
    Event event = dated(u"2026"_s, u"A"_s);
    event.lane = lane.id;
    event.place = u"Galați"_s;
    event.coordinates = Coordinates{45.43, -0.1};
    event.actors = {u"NATO"_s, u"-x"_s};
    event.certainty = Certainty::Disputed;
    event.casualtiesLow = 0;
    event.casualtiesBest = 2;
    event.casualtiesHigh = 5;
    event = add(project, event);
    project.edit([&](Writer &writer) -> Result<> {
        for (const QString &key : {u"b-1"_s, u"a-1"_s}) {
            Source source;
            source.title = source.key = key;
            if (auto added = addSource(writer, source); !added)
                return added;
            Evidence evidence{{}, event.id, source.id, Stance::Corroborates, {}};
            if (auto added = addEvidence(writer, evidence); !added)
                return added;
        }
        return setTags(writer, u"event"_s, event.id.number, {u"drone"_s, u"air"_s});
    });
    const QByteArray line = written(project, EventFormat::Csv).split('\n').at(1);
    QCOMPARE(line, "a,A,2026,2026-01-01T00:00:00Z,2026-12-31T23:59:59Z,Incidents,Galați,45.43,-0.1,disputed,NATO; -x,air; drone,,"
                   "0,2,5,b-1; a-1\r");
}

void TestEventExport::timelineJsDates_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("end"); ///< empty for none
    const auto row = [](const char *date, const QByteArray &start, const QByteArray &end = {}) {
        QTest::newRow(date) << QString::fromLatin1(date) << start << end;
    };
    row("2026", R"({"year":2026})");
    row("2026-05", R"({"month":5,"year":2026})");
    row("2026-05-29", R"({"day":29,"month":5,"year":2026})");
    row("2026-05-29T03:10", R"({"day":29,"hour":3,"minute":10,"month":5,"year":2026})");
    row("2026-05-29T03:10:07Z", R"({"day":29,"hour":3,"minute":10,"month":5,"second":7,"year":2026})");
    row("2026-05?", R"({"month":5,"year":2026})");
    row("-0043-03-15", R"({"day":15,"month":3,"year":-43})");
    row("156X", R"({"year":1560})", R"({"year":1569})");
    row("2014-21", R"({"month":3,"year":2014})", R"({"month":5,"year":2014})");
    row("2025-09-09/2025-09-10", R"({"day":9,"month":9,"year":2025})", R"({"day":10,"month":9,"year":2025})");
    row("2025/2026-02", R"({"year":2025})", R"({"month":2,"year":2026})");
    row("2022-02-24/..", R"({"day":24,"month":2,"year":2022})");
    row("../2006-03", R"({"month":3,"year":2006})");
    row("/2006", R"({"year":2006})");
    row("2006/", R"({"year":2006})");
}

void TestEventExport::timelineJsDates()
{
    QFETCH(QString, date);
    TemporaryProject project;
    add(project, dated(date));
    const auto slide = QJsonDocument::fromJson(written(project, EventFormat::TimelineJs))[u"events"_s][0].toObject();
    QTEST(QJsonDocument(slide[u"start_date"_s].toObject()).toJson(QJsonDocument::Compact), "start");
    const QByteArray end = slide.contains(u"end_date"_s) ? QJsonDocument(slide[u"end_date"_s].toObject()).toJson(QJsonDocument::Compact)
                                                         : QByteArray();
    QTEST(end, "end");
    QCOMPARE(slide[u"edtf"_s].toString(), date);
}

void TestEventExport::timelineJsEscapesHtml()
{
    TemporaryProject project;
    const Lane lane{Id<Lane>::make(), u"inc"_s, u"A & <b>B</b>"_s, 0, 0, false};
    project.edit([&](Writer &writer) { return addLane(writer, lane); });
    Event event = dated(u"2026-05"_s, u"<img src=x onerror=\"alert(1)\"> & co"_s);
    event.summary = u"one <script>\n\ntwo"_s;
    event.place = u"<p>"_s;
    event.lane = lane.id;
    event = add(project, event);
    const auto slide = QJsonDocument::fromJson(written(project, EventFormat::TimelineJs))[u"events"_s][0];
    QCOMPARE(slide[u"text"_s][u"headline"_s].toString(), u"&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; co"_s);
    QCOMPARE(slide[u"text"_s][u"text"_s].toString(), u"<p>one &lt;script&gt;</p><p>two</p><p>&lt;p&gt;</p>"_s);
    QCOMPARE(slide[u"group"_s].toString(), u"A &amp; &lt;b&gt;B&lt;/b&gt;"_s);
    QCOMPARE(slide[u"unique_id"_s].toString(), event.key);
    QCOMPARE(slide[u"display_date"_s].toString(), u"May 2026"_s);
    QCOMPARE(slide[u"redoubt"_s][u"title"_s].toString(), event.title);
    QCOMPARE(slide[u"redoubt"_s][u"lane"_s].toString(), lane.title);
}

void TestEventExport::timelineJsIsWhole()
{
    const QString path = m_folder.filePath(u"sample.redoubt"_s);
    must(createSample(path));
    const auto project = must(Project::open(path, Project::Mode::ReadOnly));
    const QString out = m_folder.filePath(u"sample.json"_s);
    const auto result = must(writeTimelineJs(project->reader(), out));
    QCOMPARE(result.events, 18);
    QCOMPARE(result.leftOut, 0);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto timeline = QJsonDocument::fromJson(file.readAll());
    QCOMPARE(timeline[u"events"_s].toArray().size(), 18);
    QCOMPARE(timeline[u"scale"_s].toString(), u"human"_s);
    QVERIFY(!timeline[u"title"_s][u"text"_s][u"headline"_s].toString().isEmpty());
}

void TestEventExport::timelineJsCountsInYearsBeyondJavaScript()
{
    TemporaryProject project;
    QCOMPARE(QJsonDocument::fromJson(written(project, EventFormat::TimelineJs))[u"events"_s].toArray().size(), 0);
    add(project, dated(u"Y-400000"_s));
    add(project, dated(u"../.."_s));
    const QString path = m_folder.filePath(u"old.json"_s);
    const auto result = must(writeTimelineJs(project.reader(), path));
    QCOMPARE(result.events, 1);
    QCOMPARE(result.leftOut, 1);
    const auto timeline = QJsonDocument::fromJson(written(project, EventFormat::TimelineJs));
    QCOMPARE(timeline[u"scale"_s].toString(), u"cosmological"_s);
    QCOMPARE(timeline[u"events"_s].toArray().size(), 1);
}

void TestEventExport::figureIsAPicture()
{
    TemporaryProject project;
    add(project, dated(u"2022-02-24"_s, u"A <title> & more"_s));
    add(project, dated(u"2025-09~"_s));
    const QByteArray svg = written(project, EventFormat::Svg);
    QXmlStreamReader xml(svg);
    QStringList elements;
    QString title;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        elements.append(xml.name().toString());
        if (elements.last() == u"title")
            title = xml.readElementText();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(elements.first(), u"svg"_s);
    QVERIFY(elements.contains(u"path"_s));
    QVERIFY(title.startsWith(u"Test — 2 "_s));
    QVERIFY(!svg.contains("script"));

    const auto image = QImage::fromData(written(project, EventFormat::Png), "png");
    QCOMPARE(image.width(), 3209); // 770 points at 300 dots an inch
    QCOMPARE(image.dotsPerMeterX(), 11811);
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    QVERIFY(colours.contains(qRgb(255, 255, 255)));
    QVERIFY2(colours.size() > 20, "letters and a fade have shades");
}

void TestEventExport::figureOfACrowdStaysSmall()
{
    TemporaryProject project;
    project.edit([&](Writer &writer) -> Result<> {
        for (int i = 0; i < 3000; ++i) {
            Event event = dated(u"2026-05-29"_s, u"Event %1"_s.arg(i));
            event.bounds = readEdtf(event.date)->bounds;
            if (auto added = addEvent(writer, event); !added)
                return added;
        }
        return {};
    });
    QVERIFY(written(project, EventFormat::Svg).size() < 200'000);
}

void TestEventExport::figureOfNothingIsRefused()
{
    TemporaryProject project;
    add(project, dated(u"../.."_s));
    const QString path = m_folder.filePath(u"none.svg"_s);
    const auto result = writeEvents(project.reader(), path, EventFormat::Svg);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Invalid);
    QVERIFY(!QFile::exists(path));
}

void TestEventExport::onlyTheChosen()
{
    TemporaryProject project;
    add(project, dated(u"2020"_s, u"One"_s));
    const Event two = add(project, dated(u"2021"_s, u"Two"_s));
    const QByteArray bytes = written(project, EventFormat::Csv, [&](const Event &event) { return event.id == two.id; });
    QCOMPARE(bytes.count("\r\n"), 2);
    QVERIFY(bytes.contains("two,Two,2021,"));
}

void TestEventExport::leavesNothingWhenItFails_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("folder") << m_folder.path();
    QTest::newRow("no such folder") << m_folder.filePath(u"missing/out"_s);
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QTest::newRow("not a file") << pipe;
    if (const QString disk = qEnvironmentVariable("SMALL_DISK"); !disk.isEmpty())
        QTest::newRow("full disk") << disk + u"/out"_s;
}

void TestEventExport::leavesNothingWhenItFails()
{
    QFETCH(QString, target);
    TemporaryProject project;
    Event event = dated(u"2026"_s);
    event.summary = QString(100'000, u'a');
    add(project, event);
    const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::System);
    for (const EventFormat format : {EventFormat::Csv, EventFormat::TimelineJs}) {
        const auto result = writeEvents(project.reader(), target, format);
        QVERIFY(!result);
        QVERIFY(result.error().what.contains(target));
        QVERIFY(!result.error().why.isEmpty());
        QVERIFY(!result.error().remedy.isEmpty());
    }
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::System), before);
    if (const QString disk = qEnvironmentVariable("SMALL_DISK"); !disk.isEmpty())
        QVERIFY(QDir(disk).isEmpty());
}

void TestEventExport::leavesNothingWhenStopped()
{
    TemporaryProject project;
    add(project, dated(u"2026"_s));
    JobState job;
    job.stop();
    const QString target = m_folder.filePath(u"stopped"_s);
    for (const EventFormat format : {EventFormat::Csv, EventFormat::TimelineJs, EventFormat::Svg, EventFormat::Png}) {
        const auto result = writeEvents(project.reader(), target, format, {}, &job);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(target));
    }
}

void TestEventExport::replacesAFile()
{
    TemporaryProject project;
    add(project, dated(u"2026"_s));
    const QString path = m_folder.filePath(u"there.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    const auto result = must(writeEvents(project.reader(), path, EventFormat::Csv));
    QCOMPARE(QFileInfo(path).size(), result.bytes);
    QVERIFY(result.bytes < 1000);
}

QTEST_GUILESS_MAIN(TestEventExport)
#include "tst_eventexport.moc"
