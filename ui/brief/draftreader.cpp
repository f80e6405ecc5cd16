#include "ui/brief/draftreader.h"

#include "app/sources/capture.h"

namespace redoubt {

namespace {

constexpr int pauseAfterKey = 150; // ms

} // namespace

DraftReader::DraftReader(Project &project, std::function<QString()> text, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_text(std::move(text))
{
    m_pool.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseAfterKey);
    connect(&m_pause, &QTimer::timeout, this, &DraftReader::start);
    connect(&project, &Project::changed, this, &DraftReader::takeChanges);
}

DraftReader::~DraftReader()
{
    cancel();
    m_pool.waitForDone();
}

void DraftReader::textChanged()
{
    cancel();
    m_ofPresentText = false;
    m_pause.start();
}

void DraftReader::startAnew()
{
    m_draft = {};
    textChanged();
}

void DraftReader::cancel()
{
    if (m_cancelled)
        m_cancelled->store(true);
    ++m_run;
}

void DraftReader::start()
{
    cancel();
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    m_pool.start([this, run = m_run, text = m_text(), captured = m_captured, before = m_draft, hold = m_capturesHold,
                     cancelled = m_cancelled]() mutable {
        const auto draft = readDraft(text, captured, hold ? &before : nullptr, [&] { return cancelled->load(); });
        QMetaObject::invokeMethod(this, [this, run, draft, captured] { finish(run, draft, captured); }, Qt::QueuedConnection);
    });
}

void DraftReader::finish(quint64 run, const std::optional<Draft> &draft, const CapturedSources &captured)
{
    if (run != m_run || !draft)
        return;
    m_draft = *draft;
    m_captured = captured;
    m_capturesHold = true;
    if (!m_draft.wanted.isEmpty()) {
        // It is not told before its quotations are verified, so that their marks do not come and go.
        fetch(m_draft.wanted);
        start();
        return;
    }
    m_ofPresentText = true;
    Q_EMIT draftRead();
}

void DraftReader::fetch(const QStringList &keys)
{
    for (const QString &key : keys) {
        CapturedSource &entry = m_captured[key];
        const auto source = sourceByKey(m_project.reader(), key);
        if (!source || !*source)
            continue;
        entry.known = true;
        entry.title = (*source)->title;
        const auto archived = captures(m_project.reader(), (*source)->id);
        for (const Capture &capture : archived.value_or(QList<Capture>()))
            entry.texts.append(capture.text);
    }
}

void DraftReader::takeChanges(const Changes &changes)
{
    if (!changes.touchesAny({u"source", u"capture"}))
        return;
    m_captured.clear();
    m_capturesHold = false;
    textChanged();
}

} // namespace redoubt
