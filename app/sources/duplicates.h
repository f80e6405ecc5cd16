#pragma once

#include "app/base/job.h"
#include "app/sources/source.h"

namespace redoubt {

/// Two sources that are perhaps the same document, and why.
struct Duplicate
{
    Id<Source> first;
    Id<Source> second;
    double score = 0; ///< 0 to 1
    bool sameAddress = false;
    bool sameDoi = false;
    double likeness = 0; ///< of their titles, 0 to 1
    bool samePublisher = false;
    std::optional<qint64> daysApart; ///< where both dates name a day

    bool operator==(const Duplicate &) const = default;
};

/// The same address (see addressIdentity) or DOI, or nearly the same words in the title, with the same numbers, of the same
/// publisher (at most a month apart) or published within three days; not kept apart, and neither repeats the other. The best
/// first, at most `most`. In one pass that compares only what has rare words in common.
[[nodiscard]] Result<QList<Duplicate>> duplicates(const Reader &reader, int most, JobState *job = nullptr);

/// Those of one source, which need not be in the project yet: then its id is none.
[[nodiscard]] Result<QList<Duplicate>> duplicatesOf(const Reader &reader, const Source &source, int most);

/// Why, in words: "same address · nearly the same title · same publisher".
[[nodiscard]] QString reasonText(const Duplicate &duplicate);

/// The two are two documents: they are no candidates any more.
Result<> keepApart(Writer &writer, Id<Source> one, Id<Source> other);

} // namespace redoubt
