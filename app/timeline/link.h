#pragma once

#include "app/timeline/event.h"

namespace redoubt {

enum class LinkKind { ResponseTo, PrecedentOf, Escalates, SameIncident };

inline constexpr Names<LinkKind, 4> linkKindNames{{{{LinkKind::ResponseTo, "response to"_L1},
    {LinkKind::PrecedentOf, "precedent of"_L1},
    {LinkKind::Escalates, "escalates"_L1},
    {LinkKind::SameIncident, "same incident"_L1}}}};

/// Event to event: `from` is a response to `to`, a precedent of it, and so on.
struct Link
{
    Id<Link> id;
    Id<Event> from;
    Id<Event> to;
    LinkKind kind = LinkKind::ResponseTo;
    QString note;

    bool operator==(const Link &) const = default;
};

struct CauseAndEffect
{
    Id<Event> cause;
    Id<Event> effect;
};

/// Which of the two comes first by what the link says: what is answered or escalated, and the precedent. Nothing for the same
/// incident.
[[nodiscard]] std::optional<CauseAndEffect> causeAndEffect(const Link &link);

[[nodiscard]] Result<QList<Link>> links(const Reader &reader);
/// Those from and to an event.
[[nodiscard]] Result<QList<Link>> linksOf(const Reader &reader, Id<Event> event);
Result<> addLink(Writer &writer, Link &link);
/// Changes its kind and note.
Result<> updateLink(Writer &writer, const Link &link);
Result<> removeLink(Writer &writer, Id<Link> id);

} // namespace redoubt
