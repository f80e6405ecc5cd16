#pragma once

#include "app/base/job.h"
#include "app/project/changes.h"
#include "app/timeline/event.h"

#include <vector>

namespace redoubt {

/// All events of a project, as far as drawing, filtering and ordering need them at once: about 60 bytes an event.
/// What a card or a table row writes is read by id when it is shown. May be read from any threads at once while
/// nothing changes it.
class Chronology
{
public:
    [[nodiscard]] static Result<Chronology> read(const Reader &reader, JobState *state = nullptr);

    /// Follows an edit; costs by what changed, hardly by the size of the project.
    Result<> follow(const Reader &reader, const Changes &changes);

    // A row is a place in the order of listedBefore() and then of the ids, 0 to size() - 1.
    [[nodiscard]] int size() const { return int(m_order.size()); }
    [[nodiscard]] Id<Event> id(int row) const { return {at(row).id}; }
    [[nodiscard]] int row(Id<Event> id) const; ///< -1 when there is none
    [[nodiscard]] Bounds bounds(int row) const;
    [[nodiscard]] int lane(int row) const { return m_places[at(row).lane]; } ///< place in lanes()
    [[nodiscard]] Certainty certainty(int row) const { return Certainty(at(row).certainty); }
    [[nodiscard]] bool isApproximateStart(int row) const { return at(row).approximateStart; }
    [[nodiscard]] bool isApproximateEnd(int row) const { return at(row).approximateEnd; }

    /// By position; the last one has no id and is there when events without a lane are.
    [[nodiscard]] const QList<Lane> &lanes() const { return m_lanes; }

    /// What it takes up, in bytes.
    [[nodiscard]] size_t memory() const;

private:
    /// An event, in a slot that it keeps. Starts without limit are the smallest number, ends the largest.
    struct Packed
    {
        qint64 id;
        qint64 startEarliest;
        qint64 startLatest;
        qint64 endEarliest;
        qint64 endLatest;
        quint16 lane; ///< place in m_laneIds
        quint8 certainty;
        bool approximateStart : 1;
        bool approximateEnd : 1;

        bool operator==(const Packed &) const = default;
    };
    using Slot = quint32;

    [[nodiscard]] const Packed &at(int row) const { return m_slots[m_order[size_t(row)]]; }
    [[nodiscard]] static bool isBefore(const Packed &a, const Packed &b);
    [[nodiscard]] Packed packed(const RawRow &row);
    [[nodiscard]] quint16 laneNumber(qint64 id);
    Result<> readLanes(const Reader &reader);
    void placeLanes();
    [[nodiscard]] size_t idPlace(qint64 id) const;
    /// The events of these ids go, as far as they are there, and the others come.
    void exchange(const QSet<qint64> &gone, std::vector<Packed> come);

    std::vector<Packed> m_slots;
    std::vector<Slot> m_free;
    std::vector<Slot> m_order; ///< by time: the slot of each row
    std::vector<Slot> m_byId;  ///< by id
    QList<Lane> m_lanes;
    std::vector<qint64> m_laneIds{0}; ///< of all lanes that were met; the first stands for none
    std::vector<int> m_places{0};     ///< in m_lanes, of each of them
    std::vector<int> m_members{0};    ///< events, of each of them
};

} // namespace redoubt
