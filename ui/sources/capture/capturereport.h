#pragma once

#include "app/sources/capture/capturequeue.h"
#include "ui/workbench/notice.h"

namespace redoubt {

/// What is said when capturing is over, and what is offered then.
struct CaptureReport
{
    enum class Offer { None, Undo, Show, ShowFailure };

    Notice::Severity severity = Notice::Severity::Done;
    QString text;
    Offer offer = Offer::None;
};

/// Of addresses that are all over.
[[nodiscard]] CaptureReport captureReport(const QList<CaptureItem> &items);

/// Of `kept` documents, of which one has `title`, beside those that were not.
[[nodiscard]] CaptureReport documentsReport(qsizetype kept, const QString &title, const QList<Error> &failures);

/// A source that came, and another one that is perhaps the same document.
struct Lookalike
{
    QString title;
    Id<Source> other;
    QString otherTitle;
    QString reason;
};

/// Of the first of the sources that have one; reads the project through a reader of its own, on a thread that is not the window's.
/// What cannot be read has none.
[[nodiscard]] std::optional<Lookalike> lookalike(const QString &projectPath, const QList<Id<Source>> &made);

} // namespace redoubt
