#include "ui/sources/capture/capturereport.h"

#include "app/project/secondreader.h"
#include "app/sources/duplicates.h"
#include "ui/sources/sourcetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

using State = CaptureItem::State;
using Offer = CaptureReport::Offer;
using Severity = Notice::Severity;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::CaptureReport)
};

/// More are seldom looked through, and each takes its time.
constexpr qsizetype mostLookedAt = 20;
constexpr qsizetype mostFailuresTold = 3;

CaptureReport reportOfOne(const CaptureItem &item)
{
    switch (item.state) {
    case State::Done: {
        const QString text = item.earlierAt.isNull() ? Words::tr("Captured “%1”.").arg(item.title)
                                                     : Words::tr("Captured “%1” again, beside the capture of %2.").arg(item.title, sourcetext::minute(item.earlierAt));
        if (item.remark.isEmpty())
            return {Severity::Done, text, Offer::Undo};
        return {Severity::Warning, text + u' ' + Words::tr("It is kept without text. %1").arg(item.remark), Offer::Undo};
    }
    case State::Unchanged:
        return {Severity::Done, Words::tr("“%1” is unchanged since it was captured on %2.").arg(item.title, sourcetext::minute(item.capturedAt)), Offer::None};
    case State::Failed:
        return {Severity::Error, item.error.text(), Offer::ShowFailure};
    case State::Cancelled:
        return {Severity::Done, Words::tr("The capture was cancelled; nothing was kept."), Offer::None};
    case State::Waiting:
    case State::Fetching:
        break;
    }
    return {};
}

} // namespace

CaptureReport captureReport(const QList<CaptureItem> &items)
{
    if (items.size() == 1)
        return reportOfOne(items.first());
    const QLocale locale;
    const auto count = [&](State state) { return std::ranges::count(items, state, &CaptureItem::state); };
    const auto done = count(State::Done);
    const auto failed = count(State::Failed);
    QStringList parts{Words::tr("Captured %1 of %2 addresses.").arg(locale.toString(done), locale.toString(items.size()))};
    if (const auto unchanged = count(State::Unchanged); unchanged > 0)
        parts.append(Words::tr("Unchanged: %1.").arg(locale.toString(unchanged)));
    if (failed > 0)
        parts.append(Words::tr("Failed: %1.").arg(locale.toString(failed)));
    if (const auto cancelled = count(State::Cancelled); cancelled > 0)
        parts.append(Words::tr("Cancelled: %1.").arg(locale.toString(cancelled)));
    const Severity severity = failed == 0 ? Severity::Done : done == 0 ? Severity::Error : Severity::Warning;
    return {severity, parts.join(u' '), failed > 0 ? Offer::ShowFailure : Offer::Show};
}

CaptureReport documentsReport(qsizetype kept, const QString &title, const QList<Error> &failures)
{
    const QLocale locale;
    const auto all = kept + failures.size();
    QStringList parts;
    if (all == 1 && kept == 1)
        parts.append(Words::tr("Captured “%1”.").arg(title));
    else if (all > 1)
        parts.append(Words::tr("Captured %1 of %2 documents.").arg(locale.toString(kept), locale.toString(all)));
    for (const Error &error : failures.first(std::min(failures.size(), mostFailuresTold)))
        parts.append(error.text());
    if (failures.size() > mostFailuresTold)
        parts.append(Words::tr("Others were not captured either: %1.").arg(locale.toString(failures.size() - mostFailuresTold)));
    const Severity severity = failures.isEmpty() ? Severity::Done : kept == 0 ? Severity::Error : Severity::Warning;
    return {severity, parts.join(u' '), kept > 0 ? Offer::Undo : Offer::None};
}

std::optional<Lookalike> lookalike(const QString &projectPath, const QList<Id<Source>> &made)
{
    const auto second = SecondReader::open(projectPath);
    if (!second)
        return {};
    const Reader &reader = (*second)->reader();
    for (const Id<Source> id : made.first(std::min(made.size(), mostLookedAt))) {
        const auto came = source(reader, id);
        if (!came || !*came)
            continue;
        const auto like = duplicatesOf(reader, **came, 1);
        if (!like || like->isEmpty())
            continue;
        const Id<Source> other = like->first().first == id ? like->first().second : like->first().first;
        const auto found = source(reader, other);
        if (found && *found)
            return Lookalike{(*came)->title, other, (*found)->title, reasonText(like->first())};
    }
    return {};
}

} // namespace redoubt
