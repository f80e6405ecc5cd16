#include "ui/brief/draftreader.h"

#include "app/sources/capture.h"
#include "ui/brief/quotationstate.h"

namespace redoubt {

namespace {

constexpr int pauseAfterKey = 150; // ms

void fetch(const QStringList &keys, const Reader &reader, CapturedSources &captured)
{
    for (const QString &key : keys) {
        CapturedSource &entry = captured[key];
        const auto source = sourceByKey(reader, key);
        if (!source || !*source)
            continue;
        entry.known = true;
        entry.title = (*source)->title;
        const auto archived = captures(reader, (*source)->id);
        for (const Capture &capture : archived.value_or(QList<Capture>()))
            entry.texts.append(capture.text);
    }
}

QList<BriefMargin::Entry> entriesOf(const Draft &draft, const CapturedSources &captured)
{
    QList<BriefMargin::Entry> entries;
    for (const DraftQuotation &checked : draft.quotations) {
        entries.append({checked.quotation.range, checked.verification.status,
            quotationSentence(checked, captured.value(checked.captureKey).title), checked.verification.difference});
    }
    return entries;
}

/// Letting go of thousands of strings takes longer than a key may.
void letGo(std::shared_ptr<const Draft> draft)
{
    QThreadPool::globalInstance()->start([gone = std::move(draft)] {});
}

} // namespace

DraftReader::DraftReader(const Project &project, std::function<QString()> text, QObject *parent)
    : QObject(parent)
    , m_text(std::move(text))
    , m_read(project)
    , m_draft(std::make_shared<Draft>())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseAfterKey);
    connect(&m_pause, &QTimer::timeout, this, &DraftReader::start);
    connect(&project, &Project::changed, this, &DraftReader::takeChanges);
}

void DraftReader::textChanged()
{
    m_read.cancel();
    m_ofPresentText = false;
    m_pause.start();
}

void DraftReader::startAnew()
{
    letGo(std::exchange(m_draft, std::make_shared<Draft>()));
    textChanged();
}

void DraftReader::start()
{
    m_read.start<Reading>(
        [text = m_text(), captured = m_captured, before = m_draft, hold = m_capturesHold](const Reader &reader, const JobState &state) mutable -> Result<Reading> {
            const auto isStopped = [&] { return state.isStopped(); };
            auto draft = readDraft(text, captured, hold ? before.get() : nullptr, isStopped);
            // It is not told before its quotations are verified, so that their marks do not come and go.
            while (draft && !draft->wanted.isEmpty()) {
                fetch(draft->wanted, reader, captured);
                draft = readDraft(text, captured, &*draft, isStopped);
            }
            const auto entries = draft ? entriesOf(*draft, captured) : QList<BriefMargin::Entry>();
            return Reading{draft ? std::make_shared<Draft>(*std::move(draft)) : nullptr, std::move(captured), entries};
        },
        [this](const Result<Reading> &reading) {
            if (reading)
                finish(*reading);
        });
}

void DraftReader::finish(const Reading &reading)
{
    letGo(std::exchange(m_draft, reading.draft));
    m_captured = reading.captured;
    m_entries = reading.entries;
    m_capturesHold = true;
    m_ofPresentText = true;
    Q_EMIT draftRead();
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
