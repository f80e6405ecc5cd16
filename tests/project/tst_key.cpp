#include "app/project/key.h"
#include "app/project/project.h"

#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyOfATitle_data();
    void keyOfATitle();
    void freeKeys();
    void thousandsOfOneTitle();
};

void TestKey::keyOfATitle_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("key");
    QTest::newRow("words") << u"Drone hits flats"_s << u"drone-hits-flats"_s;
    QTest::newRow("accents") << u"Drone hits flats in Galați"_s << u"drone-hits-flats-in-galati"_s;
    QTest::newRow("letters without a base") << u"Łódź, Þingvellir, Đà Nẵng, Straße, Øresund"_s << u"lodz-thingvellir-da-nang-strasse-oresund"_s;
    QTest::newRow("digits") << u"Article 4 (2025)"_s << u"article-4-2025"_s;
    QTest::newRow("at both ends") << u"  “Quoted”!  "_s << u"quoted"_s;
    QTest::newRow("a run of others") << u"a — / — b"_s << u"a-b"_s;
    QTest::newRow("wide and joined letters") << u"ＡＢ ﬁ ℡"_s << u"ab-fi-tel"_s;
    QTest::newRow("dotted I") << u"İstanbul ılık"_s << u"istanbul-ilik"_s;
    QTest::newRow("another script") << u"北京"_s << u"item"_s;
    QTest::newRow("emoji") << u"😀"_s << u"item"_s;
    QTest::newRow("nothing") << QString() << u"item"_s;
    QTest::newRow("hyphens") << u"---"_s << u"item"_s;
    QTest::newRow("forty exactly") << QString(40, u'x') << QString(40, u'x');
    QTest::newRow("one word of fifty") << QString(50, u'x') << QString(40, u'x');
    QTest::newRow("cut at a word") << u"a very long title that goes on and on and on for ever"_s
                                   << u"a-very-long-title-that-goes-on-and-on"_s;
    QTest::newRow("a hyphen where it is cut") << QString(40, u'x') + u" y"_s << QString(40, u'x');
}

void TestKey::keyOfATitle()
{
    QFETCH(QString, title);
    QTEST(keyFrom(title), "key");
}

void TestKey::freeKeys()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.redoubt"_s);
    QVERIFY(Project::create(path, u"T"_s));
    const auto project = Project::open(path);
    QVERIFY(project);
    QStringList keys;
    QVERIFY((*project)->edit(u"Add"_s, [&](Writer &writer) -> Result<> {
        for (int i = 1; i <= 6; ++i) {
            const auto key = freeKey(writer, u"lane"_s, u"The lane"_s);
            if (!key)
                return failure(key);
            keys.append(*key);
            if (auto added = writer.insert(u"lane"_s, {u"id"_s, u"key"_s, u"title"_s}, {i, *key, u"x"_s}); !added)
                return added;
        }
        return {};
    }));
    QCOMPARE(keys.join(u' '), u"the-lane the-lane-2 the-lane-3 the-lane-4 the-lane-5 the-lane-6"_s);
    QVERIFY((*project)->edit(u"Remove"_s, [](Writer &writer) { return writer.remove(u"lane"_s, 1); }));
    QCOMPARE(freeKey((*project)->reader(), u"lane"_s, u"the lane"_s).value(), u"the-lane"_s);
    QVERIFY(!freeKey((*project)->reader(), u"no_such_table"_s, u"x"_s));
}

void TestKey::thousandsOfOneTitle()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.redoubt"_s);
    QVERIFY(Project::create(path, u"T"_s, [](Writer &writer) {
        return writer.run(u"WITH n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) INSERT INTO lane (id, key, title) "
                          "SELECT i, 'protest-' || i, 'Protest' FROM n UNION ALL SELECT 1, 'protest', 'Protest'"_s);
    }));
    const auto project = Project::open(path, Project::Mode::ReadOnly);
    QVERIFY(project);
    QBENCHMARK {
        QCOMPARE(freeKey((*project)->reader(), u"lane"_s, u"Protest"_s).value(), u"protest-30001"_s);
    }
}

QTEST_GUILESS_MAIN(TestKey)
#include "tst_key.moc"
