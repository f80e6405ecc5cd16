#pragma once

#include "app/base/job.h"
#include "app/base/snippet.h"
#include "app/brief/searchquery.h"
#include "app/project/reader.h"

namespace redoubt {

/// Something in the project that was found.
struct SearchResult
{
    SearchKind kind = SearchKind::Source;
    qint64 id = 0;         ///< of the row of that kind
    QString key;           ///< of a capture or excerpt: that of the source
    QString title;         ///< the same
    Snippet snippet;       ///< from the text of a capture or brief, the passage of an excerpt, the summary of an event…
    double score = 0;      ///< the higher the better; 0 where nothing is ranked
    qint64 capture = 0;    ///< of a capture or excerpt: where to read it
    SnippetMark place{};   ///< what was found, in UTF-16 units of the capture's or brief's text; length 0 where that is not known

    bool operator==(const SearchResult &) const = default;
};

/// Looks through sources, captures, excerpts, events and briefs; at most `most` results, best first. All words must be in one of
/// them: in the fields of a source, in the text of a capture… Where a word is only begun (three letters or fewer) and
/// where only conditions are given, newest come first; of words that are in more than 10,000 of a kind the newest 10,000 are
/// ranked: app/project/fulltext.h says why. Snippets are made of what is returned only.
///
/// A condition on a source holds for what was captured of it; what has nothing that could fulfil a condition (a brief has no
/// grade) is not found by it. Error::Kind::Invalid where nothing is asked for, or only what shall not be. The query's problems
/// are not looked at. Meant for another thread, with a reader of its own; stopped it fails with Error::Kind::Cancelled.
[[nodiscard]] Result<QList<SearchResult>> searchProject(
    const Reader &reader, const SearchQuery &query, int most, const JobState *state = nullptr);

} // namespace redoubt
