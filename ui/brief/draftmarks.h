#pragma once

#include "app/brief/draft.h"
#include "ui/brief/briefmargin.h"

namespace redoubt {

/// What is shown of a draft beside its text and in it, put together where it does not hold up the window.
struct DraftMarks
{
    QList<BriefMargin::Entry> entries; ///< of its quotations
    QList<BriefMargin::Heading> headings; ///< where a section of another role begins
    QHash<Verification::Status, QList<TextRange>> quotations; ///< those that are verified, by what they are
    QHash<QString, QList<TextRange>> citations; ///< by key: where it stands, with its @
};

/// Values in, values out: for any thread.
[[nodiscard]] DraftMarks draftMarks(const Draft &draft, const CapturedSources &captured);

} // namespace redoubt
