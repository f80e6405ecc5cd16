#include "app/commands/sample.h"
#include "app/project/project.h"
#include "app/publish/edition.h"
#include "app/sources/source.h"

#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// What of a project goes into a publication, on the sample.
class TestEdition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(u"case.redoubt"_s);
        QVERIFY(createSample(path));
        auto project = Project::open(path);
        QVERIFY(project);
        m_project = std::move(*project);
        m_publication = publicationOf(m_project->reader(), briefs(m_project->reader())->first()).value();
    }

    void cleanupTestCase() { m_project.reset(); }

    void namesTheBrief()
    {
        QCOMPARE(m_publication.title, u"Russia's drone on NATO soil"_s);
        QCOMPARE(m_publication.byline, u"J."_s);
        QCOMPARE(m_publication.dateline, u"29 May 2026"_s);
        QCOMPARE(m_publication.language, u"en-GB"_s);
        QCOMPARE(m_publication.likelihoodName, u"ICD 203"_s);
        QCOMPARE(m_publication.likelihood.size(), 7);
        QCOMPARE(m_publication.likelihood.at(4).words, u"likely"_s);
    }

    void followsTheBriefsProperties()
    {
        Brief brief = briefs(m_project->reader())->first();
        brief.byline = u"K."_s;
        brief.dateline = u"Bucharest"_s;
        brief.language = u"de-DE"_s;
        brief.scale = LikelihoodScale::Phia;
        brief.endnotes = true;
        brief.text = u"Not written yet."_s;
        const auto made = publicationOf(m_project->reader(), brief);
        QVERIFY(made);
        QCOMPARE(made->byline, u"K."_s);
        QCOMPARE(made->dateline, u"Bucharest"_s);
        QCOMPARE(made->language, u"de-DE"_s);
        QVERIFY(made->likelihoodName != m_publication.likelihoodName);
        QCOMPARE(made->likelihood.first().to, 5);
        QVERIFY(made->endnotes && !m_publication.endnotes);
        QCOMPARE(made->text.blocks.size(), 1);
        QVERIFY(std::ranges::any_of(made->events, [](const PublishedEvent &event) { return event.date.contains("Mai"_L1); }));
    }

    void writesDatesAsTheBriefsLanguageDoes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("date");
        QTest::addColumn<bool>("hasLimits");
        QTest::newRow("a day") << u"galati-strike"_s << u"29 May 2026"_s << true;
        QTest::newRow("a night") << u"poland-drones"_s << u"9–10 Sept 2025"_s << true;
    }

    void writesDatesAsTheBriefsLanguageDoes()
    {
        QFETCH(QString, key);
        QFETCH(QString, date);
        QFETCH(bool, hasLimits);
        for (const PublishedEvent &event : m_publication.events) {
            if (event.key != key)
                continue;
            QCOMPARE(event.date, date);
            QCOMPARE(event.earliestStart.has_value() && event.latestEnd.has_value(), hasLimits);
            return;
        }
        QFAIL("no such event");
    }

    void keepsTheOrderOfLanes()
    {
        QCOMPARE(m_publication.lanes.join(u", "_s), u"War in Ukraine, Incidents, Responses, Diplomacy"_s);
    }

    void takesTheLatestForecast()
    {
        const PublishedIndicator &answer = m_publication.watchList.first();
        QVERIFY(!answer.question.isEmpty());
        double sum = 0;
        for (const PublishedOutcome &outcome : answer.outcomes)
            sum += outcome.probability.value();
        QVERIFY(qFuzzyCompare(sum, 1.0));
    }

    void gradesTheSourcesAndNamesTheirOrigins()
    {
        QStringList repeating;
        for (const PublishedSource &source : m_publication.sources) {
            QCOMPARE(source.grade.size(), 2);
            if (!source.origin.isEmpty())
                repeating.append(source.key);
        }
        repeating.sort();
        QCOMPARE(repeating.join(u' '), u"broadcast-2026 daily-2026 post-2026"_s);
        QVERIFY(m_publication.sourceStatement.contains(u"18"_s));
        QVERIFY(m_publication.sourceStatement.contains(u"15"_s));
    }

    void leavesOutSourcesThatNothingRestsOn()
    {
        QVERIFY(m_project->edit(u"Add"_s, [](Writer &writer) {
            Source idle;
            idle.key = u"idle-2026"_s;
            idle.title = u"Idle"_s;
            return addSource(writer, idle);
        }));
        const auto again = publicationOf(m_project->reader(), briefs(m_project->reader())->first());
        QCOMPARE(again->sources.size(), m_publication.sources.size());
    }

    void tellsWhatHasChangedSince_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("changes");
        const auto row = [](const char *name, const QString &before, const QString &after, const QString &changes) {
            QTest::newRow(name) << before << after << changes;
        };
        const QString text = u"## The incident {.incident}\n\nA drone **struck** a block of flats in the night [@nato-2026, p. 2].\n"_s;
        row("nothing", text, text, u""_s);
        row("no more than Markdown", text, QString(text).replace(u"**"_s, u"*"_s), u""_s);
        row("a word", text, QString(text).replace(u"struck"_s, u"hit"_s),
            u"The incident / Changed: A drone [-struck-][+hit+] a block of flats in the night (Rutte, p. 2)."_s);
        row("a page", text, QString(text).replace(u"p. 2"_s, u"p. 3"_s),
            u"The incident / Changed: A drone struck a block of flats in the night (Rutte, p. [-2-][+3+])."_s);
        row("an unknown source", text, text + u"\nSo @nobody."_s, u"The incident / Added: [+So @nobody.+]"_s);
        row("removed", text + u"\nGone."_s, text, u"The incident / Removed: [-Gone.-]"_s);
        row("moved", u"It moves to where it happened.\n\n"_s + text, text + u"\nIt moves to where it happened."_s,
            u"The incident / Moved from the beginning: It moves to where it happened."_s);
        row("a list, a table, a note, a quotation", text, text + u"\n- One[^n]\n\n| a | b |\n|---|---|\n| c | d |\n\n> Said.\n\n[^n]: Noted."_s,
            u"The incident / Added: [+One+]\nThe incident / Added: [+a | b+]\nThe incident / Added: [+c | d+]\nThe incident / Added: [+Said.+]\n"
            "The incident / Added: [+Noted.+]"_s);
        row("what is not printed", text, text + u"\n<!-- a comment -->\n\n```argdown\n[A]: b\n```\n"_s, u""_s);
    }

    void tellsWhatHasChangedSince()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        Brief brief = briefs(m_project->reader())->first();
        Revision version{{}, brief.id, QDateTime(QDate(2026, 5, 29), QTime(12, 0)), u"Sent"_s};
        QVERIFY(m_project->edit(u"Keep"_s, [&](Writer &writer) { return addRevision(writer, version, packText(before)); }));
        brief.text = after;
        const auto publication = publicationOf(m_project->reader(), brief, version.id);
        QVERIFY(publication && publication->changes);
        QCOMPARE(publication->changes->heading, u"Changes since “Sent” (29 May 2026)"_s);
        QStringList lines;
        for (const PublishedChange &change : publication->changes->changes) {
            QString line = change.section + u" / "_s + change.what + u": "_s;
            for (const TextRun &run : change.runs) {
                line += run.kind == TextRun::Kind::Unchanged ? run.text
                        : run.kind == TextRun::Kind::Removed ? u"[-"_s + run.text + u"-]"_s
                                                             : u"[+"_s + run.text + u"+]"_s;
            }
            lines.append(line);
        }
        QTEST(lines.join(u'\n'), "changes");
        QCOMPARE(publication->changes->summary == u"Nothing has changed."_s, lines.isEmpty());
        QVERIFY(!publicationOf(m_project->reader(), brief)->changes);
        QVERIFY(!publicationOf(m_project->reader(), brief, Id<Revision>::make()));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Project> m_project;
    Publication m_publication;
};

QTEST_GUILESS_MAIN(TestEdition)
#include "tst_edition.moc"
