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

[[nodiscard]] Result<QList<Link>> links(const Reader &reader);
Result<> addLink(Writer &writer, Link &link);
Result<> removeLink(Writer &writer, Id<Link> id);

} // namespace redoubt
