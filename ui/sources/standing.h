#pragma once

#include "app/base/job.h"
#include "app/brief/citingsentences.h"
#include "app/sources/resting.h"

namespace redoubt {

/// A source in the tree of those that have one origin.
struct OriginBranch
{
    Source source;
    int depth = 0;
    bool isLast = true;      ///< of those that repeat the same one
    QList<bool> goesOn;      ///< for each depth between the origin and this one, whether more follow there

    bool operator==(const OriginBranch &) const = default;
};

/// The origin of a source, followed to its end, with all that go back to it.
struct OriginFamily
{
    static constexpr int most = 100;

    QList<OriginBranch> branches; ///< the origin first; at most `most`, the source's own way to the origin among them
    qsizetype sources = 0;        ///< all of them
    Source retracted;             ///< the nearest of its origins that was retracted; no id where none was

    bool operator==(const OriginFamily &) const = default;
};
[[nodiscard]] Result<OriginFamily> originFamily(const Reader &reader, Id<Source> source);

/// What rests on a source, in words: an event, an excerpt or a sentence of a brief.
struct RestingLine
{
    enum class Kind { Event, Excerpt, Sentence };
    Kind kind = Kind::Event;
    qint64 number = 0; ///< of the event, the excerpt or the brief
    Id<Source> source; ///< of a sentence: the one that it cites
    QString text;
    QString detail;    ///< what is left of it: "2 independent origins left"
    bool isBare = false; ///< nothing is left

    bool operator==(const RestingLine &) const = default;
};

struct RestingLines
{
    static constexpr qsizetype most = 100; ///< of a kind

    QList<RestingLine> lines; ///< events, excerpts, sentences
    qsizetype events = 0;
    qsizetype excerpts = 0;
    qsizetype sentences = 0;

    bool operator==(const RestingLines &) const = default;
};
[[nodiscard]] Result<RestingLines> restingLines(const Reader &reader, Id<Source> source);

} // namespace redoubt
