#include "ui/checks/checkrunner.h"

#include "app/base/lettinggo.h"

namespace redoubt {

namespace {

constexpr int pauseAfterChange = 100; // ms

} // namespace

CheckRunner::CheckRunner(Project &project, Review &review, QObject *parent)
    : QObject(parent)
    , m_review(review)
    , m_read(project)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseAfterChange);
    connect(&m_pause, &QTimer::timeout, this, &CheckRunner::run);
    connect(&review, &Review::draftRead, this, &CheckRunner::run);
    connect(&review, &Review::outdated, &m_read, &NewestRead::cancel);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (changes.touchesAny({u"source", u"origin", u"capture", u"event", u"event_actor", u"indicator", u"ignored", u"brief"}))
            m_pause.start();
    });
    run();
}

void CheckRunner::run()
{
    if (!m_review.brief().isValid() || !m_review.isRead())
        return;
    m_read.start<Last>(
        [brief = m_review.brief(), draft = m_review.draft(), last = m_last](const Reader &reader, const JobState &job) {
            return check(reader, job, brief, draft, last);
        },
        [this](const Result<Last> &checked) {
            if (!checked) {
                Q_EMIT failed(checked.error());
                return;
            }
            letGo(std::exchange(m_last, *checked));
            m_review.setFound(m_last->found);
        });
}

Result<CheckRunner::Last> CheckRunner::check(
    const Reader &reader, const JobState &job, Id<Brief> brief, const Draft &draft, const Last &last)
{
    const bool isSameText = last && last->text == draft.text;
    auto checked = std::make_shared<Checked>(Checked{.brief = brief, .text = draft.text, .quotations = draft.quotations,
        .document = isSameText ? last->document : readDocument(draft.text), .material = {}, .found = {}});
    auto material = checkMaterial(reader, brief, checked->document);
    if (!material)
        return failure(material);
    checked->material = *std::move(material);
    if (isSameText && last->brief == brief && last->quotations == checked->quotations && last->material == checked->material)
        return last;
    auto all = findings(draft, checked->document, checked->material, [&job] { return job.isStopped(); });
    // One that was stopped is not asked for.
    checked->found = ReviewFindings(std::move(all).value_or(QList<Finding>()), checked->material.ignored);
    return checked;
}

} // namespace redoubt
