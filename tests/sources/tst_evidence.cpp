#include "app/sources/evidence.h"
#include "app/timeline/event.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

/// An excerpt that says what its source says of an event.
class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void excerptIsAttached();
    void attachingChangesWhatWasSaid();
    void anothersExcerptIsRefused();
    void excerptGoes();

private:
    std::unique_ptr<TemporaryProject> m_project;
    Event m_event;
    QList<Source> m_sources;
    QList<Excerpt> m_excerpts; ///< one of each source
};

void TestEvidence::init()
{
    m_project = std::make_unique<TemporaryProject>();
    m_event = {};
    m_event.title = u"Drone over Galați"_s;
    m_sources = QList<Source>(2);
    m_excerpts = QList<Excerpt>(2);
    m_project->edit([&](Writer &writer) -> Result<> {
        must(addEvent(writer, m_event));
        for (int i = 0; i < 2; ++i) {
            m_sources[i].title = u"Source %1"_s.arg(i);
            must(addSource(writer, m_sources[i]));
            Capture capture = must(captureOfText(m_sources[i].id, u"one two three"_s, QDateTime::currentDateTimeUtc()));
            must(addCapture(writer, capture));
            m_excerpts[i] = must(excerptOf(capture, 4, 7));
            must(addExcerpt(writer, m_excerpts[i]));
        }
        return {};
    });
}

void TestEvidence::excerptIsAttached()
{
    Evidence attached;
    m_project->edit([&](Writer &writer) -> Result<> {
        attached = must(attachExcerpt(writer, m_event.id, m_excerpts[0], Stance::Disputes));
        return {};
    });
    const Evidence expected{attached.id, m_event.id, m_sources[0].id, Stance::Disputes, m_excerpts[0].id};
    QCOMPARE(must(evidenceOf(m_project->reader(), m_event.id)), QList{expected});
    QCOMPARE(must(evidenceBy(m_project->reader(), m_excerpts[0].id)), QList{expected});
    QCOMPARE(must(evidenceBy(m_project->reader(), m_excerpts[1].id)), QList<Evidence>());
    must((*m_project)->undo());
    QCOMPARE(must(evidenceOf(m_project->reader(), m_event.id)), QList<Evidence>());
}

void TestEvidence::attachingChangesWhatWasSaid()
{
    Evidence said{{}, m_event.id, m_sources[0].id, Stance::Corroborates, {}};
    m_project->edit([&](Writer &writer) { return addEvidence(writer, said); });
    m_project->edit([&](Writer &writer) -> Result<> {
        must(attachExcerpt(writer, m_event.id, m_excerpts[0], Stance::Disputes));
        return {};
    });
    said.stance = Stance::Disputes;
    said.excerpt = m_excerpts[0].id;
    QCOMPARE(must(evidenceOf(m_project->reader(), m_event.id)), QList{said});
}

void TestEvidence::anothersExcerptIsRefused()
{
    const QString message = u"What the source says of the event was not kept. The excerpt is one of another source. Choose an excerpt of this source."_s;
    Evidence wrong{{}, m_event.id, m_sources[0].id, Stance::Corroborates, m_excerpts[1].id};
    const auto added = (*m_project)->edit(u"Add"_s, [&](Writer &writer) { return addEvidence(writer, wrong); });
    QVERIFY(!added);
    QCOMPARE(added.error().text(), message);
    wrong.excerpt = {};
    m_project->edit([&](Writer &writer) { return addEvidence(writer, wrong); });
    wrong.excerpt = m_excerpts[1].id;
    const auto changed = (*m_project)->edit(u"Change"_s, [&](Writer &writer) { return updateEvidence(writer, wrong); });
    QVERIFY(!changed);
    QCOMPARE(changed.error().text(), message);
}

void TestEvidence::excerptGoes()
{
    m_project->edit([&](Writer &writer) -> Result<> {
        must(attachExcerpt(writer, m_event.id, m_excerpts[0], Stance::Corroborates));
        return {};
    });
    m_project->edit([&](Writer &writer) { return removeExcerpt(writer, m_excerpts[0].id); });
    const QList<Evidence> left = must(evidenceOf(m_project->reader(), m_event.id));
    QCOMPARE(left.size(), 1);
    QVERIFY(!left.first().excerpt.isValid());
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
