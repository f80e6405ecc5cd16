#include "app/brief/likelihood.h"
#include "app/brief/revision.h"
#include "app/brief/template.h"
#include "app/project/project.h"

#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const QString path = m_folder.filePath(u"%1.redoubt"_s.arg(++m_files));
        QVERIFY(Project::create(path, u"Test"_s));
        auto opened = Project::open(path);
        QVERIFY(opened);
        m_project = std::move(*opened);
        m_brief = {};
        m_brief.title = u"Brief"_s;
        m_brief.text = u"one"_s;
        QVERIFY(m_project->edit(u"Add brief"_s, [&](Writer &writer) { return addBrief(writer, m_brief); }));
    }

    void cleanup() { m_project.reset(); }

    void keepsVersionsEveryFiveMinutes()
    {
        const QDateTime start = QDateTime::fromString(u"2026-05-29T03:10:00Z"_s, Qt::ISODate);
        write(u"one two"_s, start);
        write(u"one two three"_s, start.addSecs(299));
        QCOMPARE(versions(), QStringList{u"one"_s});
        write(u"four"_s, start.addSecs(300));
        QCOMPARE(versions(), (QStringList{u"one two three"_s, u"one"_s}));
        write(u"four"_s, start.addSecs(900));
        QCOMPARE(versions().size(), 2);
    }

    void keepsNoVersionTwice()
    {
        const QDateTime start = QDateTime::fromString(u"2026-05-29T03:10:00Z"_s, Qt::ISODate);
        QVERIFY(m_project->edit(u"Name"_s, [&](Writer &writer) { return nameVersion(writer, m_brief.id, u"First"_s, start); }));
        write(u"two"_s, start.addSecs(1000));
        QCOMPARE(versions(), QStringList{u"one"_s});
    }

    void keepsNothingEmpty()
    {
        const QDateTime start = QDateTime::fromString(u"2026-05-29T03:10:00Z"_s, Qt::ISODate);
        write(u""_s, start);
        write(u"two"_s, start.addSecs(1000));
        QCOMPARE(versions(), QStringList{u"one"_s});
    }

    void namesAVersion()
    {
        const QDateTime at = QDateTime::fromString(u"2026-05-29T03:10:00Z"_s, Qt::ISODate);
        QVERIFY(m_project->edit(u"Name"_s, [&](Writer &writer) { return nameVersion(writer, m_brief.id, u" Sent "_s, at); }));
        const auto kept = revisions(m_project->reader(), m_brief.id);
        QVERIFY(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().name, u"Sent"_s);
        QCOMPARE(kept->first().text, u"one"_s);
        QVERIFY(m_project->undo());
        QVERIFY(versions().isEmpty());
        QVERIFY(!m_project->edit(u"Name"_s, [&](Writer &writer) { return nameVersion(writer, m_brief.id, u" "_s, at); }));
    }

    void hasTemplates()
    {
        QCOMPARE_GE(briefTemplates().size(), 2);
        for (const BriefTemplate &known : briefTemplates()) {
            const auto text = templateText(known.name);
            QVERIFY2(text, qPrintable(known.name));
            QVERIFY(text->contains(u"## "_s));
            QVERIFY(!known.title.isEmpty() && !known.about.isEmpty());
        }
        const auto none = templateText(u"sonnet"_s);
        QVERIFY(!none);
        QVERIFY(none.error().text().contains(u"contrarian"_s));
    }

    void knowsPhrases_data()
    {
        QTest::addColumn<LikelihoodScale>("scale");
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("range");
        const auto icd = LikelihoodScale::Icd203;
        const auto phia = LikelihoodScale::Phia;
        QTest::newRow("remote") << icd << u"remote"_s << u"1–5 %"_s;
        QTest::newRow("highly improbable") << icd << u"highly improbable"_s << u"5–20 %"_s;
        QTest::newRow("unlikely") << icd << u"Unlikely"_s << u"20–45 %"_s;
        QTest::newRow("even") << icd << u"roughly even odds"_s << u"45–55 %"_s;
        QTest::newRow("likely") << icd << u"likely"_s << u"55–80 %"_s;
        QTest::newRow("very likely") << icd << u"very likely"_s << u"80–95 %"_s;
        QTest::newRow("nearly certain") << icd << u"nearly certain"_s << u"95–99 %"_s;
        QTest::newRow("not of ICD 203") << icd << u"realistic possibility"_s << u""_s;
        QTest::newRow("remote chance") << phia << u"remote chance"_s << u"0–5 %"_s;
        QTest::newRow("realistic") << phia << u"realistic possibility"_s << u"40–<50 %"_s;
        QTest::newRow("probable") << phia << u"probable"_s << u"55–75 %"_s;
        QTest::newRow("almost certain") << phia << u"almost certain"_s << u"95–<100 %"_s;
        QTest::newRow("not of PHIA") << phia << u"very likely"_s << u""_s;
    }

    void knowsPhrases()
    {
        QFETCH(LikelihoodScale, scale);
        QFETCH(QString, phrase);
        QFETCH(QString, range);
        const LikelihoodBand *band = likelihoodBand(scale, phrase);
        QCOMPARE(band ? band->rangeText() : QString(), range);
    }

    void knowsProbabilities_data()
    {
        QTest::addColumn<LikelihoodScale>("scale");
        QTest::addColumn<double>("probability");
        QTest::addColumn<QString>("phrase");
        const auto icd = LikelihoodScale::Icd203;
        const auto phia = LikelihoodScale::Phia;
        QTest::newRow("0") << icd << 0.0 << u""_s;
        QTest::newRow("0.05") << icd << 0.05 << u"very unlikely"_s;
        QTest::newRow("0.2") << icd << 0.2 << u"unlikely"_s;
        QTest::newRow("0.45") << icd << 0.45 << u"roughly even chance"_s;
        QTest::newRow("0.55") << icd << 0.55 << u"roughly even chance"_s;
        QTest::newRow("0.62") << icd << 0.62 << u"likely"_s;
        QTest::newRow("0.8") << icd << 0.8 << u"likely"_s;
        QTest::newRow("1") << icd << 1.0 << u""_s;
        QTest::newRow("gap") << phia << 0.07 << u""_s;
        QTest::newRow("half") << phia << 0.5 << u""_s;
        QTest::newRow("below half") << phia << 0.49 << u"realistic possibility"_s;
        QTest::newRow("none at all") << phia << 0.0 << u"remote chance"_s;
    }

    void knowsProbabilities()
    {
        QFETCH(LikelihoodScale, scale);
        QFETCH(double, probability);
        QFETCH(QString, phrase);
        const LikelihoodBand *band = likelihoodBand(scale, probability);
        QCOMPARE(band ? QString(band->phrases.front()) : QString(), phrase);
    }

private:
    void write(const QString &text, const QDateTime &at)
    {
        QVERIFY(m_project->keep([&](Writer &writer) { return writeBriefText(writer, m_brief.id, text, at); }));
    }

    QStringList versions()
    {
        QStringList texts;
        const auto kept = revisions(m_project->reader(), m_brief.id);
        for (const Revision &revision : kept.value_or(QList<Revision>()))
            texts.append(revision.text);
        return texts;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<Project> m_project;
    Brief m_brief;
};

QTEST_GUILESS_MAIN(TestWriting)
#include "tst_writing.moc"
