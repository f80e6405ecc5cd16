#pragma once

#include "app/brief/projectsearch.h"

namespace redoubt {

/// A result of a search, and what its row says beside it.
struct FoundThing
{
    SearchResult result;
    QString grade;          ///< of the source, "A2"; empty where there is none
    QString date;           ///< EDTF: when the source was published, or the event happened
    bool retracted = false; ///< the source or the event

    bool operator==(const FoundThing &) const = default;
};

struct FoundThings
{
    QList<FoundThing> all;
    bool isCut = false; ///< there are more

    bool operator==(const FoundThings &) const = default;
};

/// What a search finds, best first, as searchProject() says. For another thread.
[[nodiscard]] Result<FoundThings> foundThings(const Reader &reader, const SearchQuery &query, const JobState &state);

/// What a row says of it, in words.
namespace foundtext {

/// "Captured text"
[[nodiscard]] QString kind(SearchKind kind);
/// The name in resources/icons.
[[nodiscard]] QString icon(SearchKind kind);
/// "Captured text · A2 · 29 May 2026 · @nato-2026"
[[nodiscard]] QString facts(const FoundThing &thing);
/// All of it; plain text that is safe as a tool tip.
[[nodiscard]] QString toolTip(const FoundThing &thing);
/// All of it in one sentence for a screen reader.
[[nodiscard]] QString spoken(const FoundThing &thing);

} // namespace foundtext

} // namespace redoubt
