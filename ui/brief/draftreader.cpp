#include "ui/brief/draftreader.h"

#include "app/base/lettinggo.h"
#include "app/brief/capturedsources.h"

namespace redoubt {

namespace {

constexpr int pauseAfterKey = 150; // ms

} // namespace

DraftReader::DraftReader(const Project &project, WrittenText &text, QObject *parent)
    : QObject(parent)
    , m_text(text)
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
        [of = m_text.snapshot(), captured = m_captured, before = m_draft, hold = m_capturesHold](const Reader &reader, const JobState &state) mutable -> Result<Reading> {
            const auto isStopped = [&] { return state.isStopped(); };
            const QString text = of.text();
            auto draft = readDraft(text, captured, hold ? before.get() : nullptr, isStopped);
            // It is not told before its quotations are verified, so that their marks do not come and go.
            while (draft && !draft->wanted.isEmpty()) {
                if (auto added = addCaptured(reader, draft->wanted, captured); !added)
                    return failure(added);
                draft = readDraft(text, captured, &*draft, isStopped);
            }
            if (!draft)
                return Reading(); // stopped: nobody takes it
            auto marks = draftMarks(*draft, captured);
            return Reading{std::make_shared<Draft>(*std::move(draft)), std::move(captured), std::move(marks), of};
        },
        [this](Result<Reading> reading) {
            if (reading)
                finish(*std::move(reading));
            else
                Q_EMIT failed(reading.error());
        });
}

void DraftReader::finish(Reading reading)
{
    m_text.take(reading.of, reading.draft->text);
    letGo(std::exchange(m_draft, reading.draft));
    letGo(std::exchange(m_captured, std::move(reading.captured)));
    letGo(std::exchange(m_marks, std::move(reading.marks)));
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
