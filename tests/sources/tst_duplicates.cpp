#include "app/base/job.h"
#include "app/sources/address.h"
#include "app/sources/duplicates.h"
#include "tests/support/slowness.h"
#include "tests/support/temporaryproject.h"

#include <QElapsedTimer>

using namespace redoubt;

/// Sources that are perhaps the same document.
class TestDuplicates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void dois_data();
    void dois();
    void pairs_data();
    void pairs();
    void keptApart();
    void repeatingIsNoDuplicate();
    void bestFirst();
    void notInTheProjectYet();
    void canBeStopped();
    void manySources();
};

void TestDuplicates::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("identity");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("no web") << u"ftp://example.org/a"_s << QString();
    QTest::newRow("no host") << u"https:///a"_s << QString();
    QTest::newRow("plain") << u"https://example.org/a/b"_s << u"example.org/a/b"_s;
    QTest::newRow("scheme") << u"http://example.org/a/b"_s << u"example.org/a/b"_s;
    QTest::newRow("case of scheme and host") << u"HTTPS://Example.ORG/A"_s << u"example.org/A"_s;
    QTest::newRow("www") << u"https://www.example.org/a"_s << u"example.org/a"_s;
    QTest::newRow("www in the middle") << u"https://a.www.example.org/"_s << u"a.www.example.org"_s;
    QTest::newRow("slash at the end") << u"https://example.org/a/"_s << u"example.org/a"_s;
    QTest::newRow("only a slash") << u"https://example.org/"_s << u"example.org"_s;
    QTest::newRow("no path") << u"https://example.org"_s << u"example.org"_s;
    QTest::newRow("fragment") << u"https://example.org/a#part-2"_s << u"example.org/a"_s;
    QTest::newRow("fragment that is a page") << u"https://example.org/#!/a"_s << u"example.org#!/a"_s;
    QTest::newRow("utm") << u"https://example.org/a?utm_source=x&utm_medium=y"_s << u"example.org/a"_s;
    QTest::newRow("fbclid among others") << u"https://example.org/a?id=7&fbclid=IwAR&p=2"_s << u"example.org/a?id=7&p=2"_s;
    QTest::newRow("order of parameters") << u"https://example.org/a?p=2&id=7"_s << u"example.org/a?id=7&p=2"_s;
    QTest::newRow("nothing behind ?") << u"https://example.org/a?"_s << u"example.org/a"_s;
    QTest::newRow("query without a path") << u"https://example.org?id=7"_s << u"example.org?id=7"_s;
    QTest::newRow("port that goes without saying") << u"https://example.org:443/a"_s << u"example.org/a"_s;
    QTest::newRow("port of another scheme") << u"https://example.org:80/a"_s << u"example.org:80/a"_s;
    QTest::newRow("user") << u"https://me@example.org/a"_s << u"example.org/a"_s;
    QTest::newRow("escapes") << u"https://example.org/Gala%C8%9Bi"_s << u"example.org/Galați"_s;
    QTest::newRow("white space around") << u" https://example.org/a\n"_s << u"example.org/a"_s;
    QTest::newRow("a host of letters") << u"https://Galați.example/a"_s << u"xn--galai-7pd.example/a"_s;
}

void TestDuplicates::addresses()
{
    QFETCH(QString, address);
    const QString identity = addressIdentity(address);
    if (address.contains(u"Galați.example"_s))
        QVERIFY(identity.startsWith(u"xn--") && identity == addressIdentity(u"https://www.galați.example/a/"_s));
    else
        QTEST(identity, "identity");
}

void TestDuplicates::dois_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("doi");
    QTest::newRow("none") << u"https://example.org/a"_s << QString();
    QTest::newRow("a number") << u"version 10.1/2"_s << QString();
    QTest::newRow("bare") << u"10.1000/182"_s << u"10.1000/182"_s;
    QTest::newRow("with its name") << u"doi:10.1000/XYZ.5"_s << u"10.1000/xyz.5"_s;
    QTest::newRow("address") << u"https://doi.org/10.1000/182"_s << u"10.1000/182"_s;
    QTest::newRow("address of the publisher") << u"https://www.example.org/doi/abs/10.1000/182?x=1"_s << u"10.1000/182"_s;
    QTest::newRow("escaped") << u"https://doi.org/10.1000%2F182"_s << u"10.1000/182"_s;
    QTest::newRow("full stop behind") << u"See 10.1000/182."_s << u"10.1000/182"_s;
    QTest::newRow("in brackets") << u"(10.1000/182)"_s << u"10.1000/182"_s;
    QTest::newRow("brackets of its own") << u"10.1016/0022-2836(81)"_s << u"10.1016/0022-2836(81)"_s;
}

void TestDuplicates::dois()
{
    QFETCH(QString, text);
    QTEST(doiIn(text), "doi");
}

void TestDuplicates::pairs_data()
{
    QTest::addColumn<QStringList>("first"); ///< title, publisher, published, address, fields
    QTest::addColumn<QStringList>("second");
    QTest::addColumn<QString>("reason"); ///< empty when they are no candidates
    const QString title = u"NATO condemns the drone strike on Galați"_s;
    const auto row = [](const char *name, const QStringList &first, const QStringList &second, const QString &reason) {
        QTest::newRow(name) << first << second << reason;
    };
    row("nothing in common", {u"One"_s}, {u"Two"_s}, {});
    row("same address", {u"One"_s, {}, {}, u"https://www.example.org/a/?utm_source=x"_s}, {u"Two"_s, {}, {}, u"http://example.org/a"_s},
        u"same address"_s);
    row("other addresses", {u"One"_s, {}, {}, u"https://example.org/a"_s}, {u"Two"_s, {}, {}, u"https://example.org/b"_s}, {});
    row("same DOI", {u"One"_s, {}, {}, {}, u"{\"DOI\": \"10.1000/AB\"}"_s}, {u"Two"_s, {}, {}, u"https://doi.org/10.1000/ab"_s}, u"same DOI"_s);
    row("other DOIs", {title, u"NATO"_s, {}, {}, u"{\"DOI\": \"10.1000/a\"}"_s}, {title, u"NATO"_s, {}, {}, u"{\"DOI\": \"10.1000/b\"}"_s}, {});
    row("fields that cannot be read", {title, u"NATO"_s, {}, {}, u"{\"DOI"_s}, {title, u"NATO"_s}, u"same title · same publisher"_s);
    row("title and publisher", {title, u"NATO"_s}, {u"Nato condemns the drone strike on Galati"_s, u"Nato"_s}, u"same title · same publisher"_s);
    row("nearly the title", {title, u"NATO"_s}, {u"NATO condemns drone strike on Galați"_s, u"NATO"_s},
        u"nearly the same title · same publisher"_s);
    row("half of the title", {title, u"NATO"_s}, {u"NATO condemns the strike in Przewodów"_s, u"NATO"_s}, {});
    row("title alone", {title}, {title}, {});
    row("title of other publishers", {title, u"BBC"_s}, {title, u"NATO"_s}, {});
    row("title and day", {title, u"BBC"_s, u"2026-05-29"_s}, {title, u"NATO"_s, u"2026-05-29T10:00:00Z"_s}, u"same title · same day"_s);
    row("title and nearly the day", {title, {}, u"2026-05-29"_s}, {title, {}, u"2026-06-01?"_s}, u"same title · %1"_s.arg(QCoreApplication::translate("redoubt::Duplicates", "%n day(s) apart", nullptr, 3)));
    row("title and another day", {title, {}, u"2026-05-29"_s}, {title, {}, u"2026-06-02"_s}, {});
    row("title and a vague day", {title, {}, u"2026-05-29"_s}, {title, {}, u"2026-05"_s}, {});
    row("weekly of one publisher", {u"Weekly briefing"_s, u"MoD"_s, u"2026-01-01"_s}, {u"Weekly briefing"_s, u"MoD"_s, u"2026-03-01"_s}, {});
    row("other numbers", {u"Briefing of the ministry number 28"_s, u"MoD"_s}, {u"Briefing of the ministry number 29"_s, u"MoD"_s}, {});
    row("Chinese", {u"发言人表示必须立即撤军"_s, u"新华社"_s}, {u"发言人表示必须立即撤军"_s, u"新华社"_s}, u"same title · same publisher"_s);
}

void TestDuplicates::pairs()
{
    QFETCH(QStringList, first);
    QFETCH(QStringList, second);
    QFETCH(QString, reason);
    TemporaryProject project;
    QList<Source> made;
    project.edit([&](Writer &writer) -> Result<> {
        for (const QStringList &values : {first, second}) {
            Source source;
            source.title = values.value(0);
            source.publisher = values.value(1);
            source.published = values.value(2);
            source.address = values.value(3);
            must(addSource(writer, source));
            made.append(source);
            if (values.size() > 4)
                must(writer.run(u"UPDATE source SET fields = ? WHERE id = ?"_s, {values[4], source.id.number}));
        }
        return {};
    });
    const QList<Duplicate> found = must(duplicates(project.reader(), 10));
    QCOMPARE(found.size(), reason.isEmpty() ? 0 : 1);
    for (const Source &source : std::as_const(made))
        QCOMPARE(must(duplicatesOf(project.reader(), source, 10)), found);
    if (!found.isEmpty()) {
        QCOMPARE(reasonText(found.first()), reason);
        QCOMPARE((std::pair{found.first().first, found.first().second}), (std::pair{made[0].id, made[1].id}));
        QVERIFY(found.first().score > 0 && found.first().score <= 1);
    }
}

namespace {

QList<Source> addAlike(TemporaryProject &project, int number)
{
    QList<Source> made;
    project.edit([&](Writer &writer) -> Result<> {
        for (int i = 0; i < number; ++i) {
            Source source;
            source.title = u"NATO condemns the strike"_s;
            source.publisher = u"NATO"_s;
            must(addSource(writer, source));
            made.append(source);
        }
        return {};
    });
    return made;
}

} // namespace

void TestDuplicates::keptApart()
{
    TemporaryProject project;
    const QList<Source> made = addAlike(project, 3);
    QCOMPARE(must(duplicates(project.reader(), 10)).size(), 3);
    project.edit([&](Writer &writer) { return keepApart(writer, made[2].id, made[0].id); });
    QCOMPARE(must(duplicates(project.reader(), 10)).size(), 2);
    QCOMPARE(must(duplicatesOf(project.reader(), made[0], 10)).size(), 1);
    must(project->undo());
    QCOMPARE(must(duplicates(project.reader(), 10)).size(), 3);
}

void TestDuplicates::repeatingIsNoDuplicate()
{
    TemporaryProject project;
    QList<Source> made = addAlike(project, 2);
    made[1].origin = made[0].id;
    project.edit([&](Writer &writer) { return updateSource(writer, made[1]); });
    QCOMPARE(must(duplicates(project.reader(), 10)), QList<Duplicate>());
}

void TestDuplicates::bestFirst()
{
    TemporaryProject project;
    QList<Source> made = addAlike(project, 3);
    for (const int i : {0, 2}) {
        made[i].address = u"https://nato.int/1"_s;
        project.edit([&](Writer &writer) { return updateSource(writer, made[i]); });
    }
    const QList<Duplicate> found = must(duplicates(project.reader(), 2));
    QCOMPARE(found.size(), 2);
    QVERIFY(found[0].sameAddress && found[0].first == made[0].id && found[0].second == made[2].id);
    QVERIFY(found[0].score > found[1].score);
}

void TestDuplicates::notInTheProjectYet()
{
    TemporaryProject project;
    const QList<Source> made = addAlike(project, 1);
    Source source;
    source.title = u"nato condemns the strike!"_s;
    source.publisher = u"NATO"_s;
    const QList<Duplicate> found = must(duplicatesOf(project.reader(), source, 10));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().second, made.first().id);
}

void TestDuplicates::canBeStopped()
{
    TemporaryProject project;
    addAlike(project, 3);
    JobState job;
    job.stop();
    const auto found = duplicates(project.reader(), 10, &job);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::Cancelled);
}

void TestDuplicates::manySources()
{
    TemporaryProject project;
    constexpr int number = 10'000;
    project.edit([&](Writer &writer) {
        return writer.run(
            u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO source (id, key, title, publisher, published, address) "
            "SELECT i, 's' || i, CASE i % 10 WHEN 0 THEN 'Statement of the ministry' ELSE 'The drone ' || (i * 7919 % 100003) || ' struck ' "
            "|| (i * 31 % 997) || ' flats near place ' || (i % 5000) END, 'Agency ' || (i % 7), date('2020-01-01', '+' || (i % 2000) || ' days'), "
            "'https://example.org/' || (i % 9990) FROM n"_s.arg(number));
    });
    QElapsedTimer timer;
    timer.start();
    const QList<Duplicate> found = must(duplicates(project.reader(), 50));
    QCOMPARE(found.size(), 50);
    QCOMPARE(std::ranges::count_if(found, &Duplicate::sameAddress), 10);
    QVERIFY2(timer.elapsed() < 1'000 * slowness, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestDuplicates)
#include "tst_duplicates.moc"
