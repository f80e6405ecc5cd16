#include "app/timeline/chronology.h"

#include "app/timeline/edtf.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Chronology)
};

constexpr qint64 smallest = std::numeric_limits<qint64>::min();
constexpr qint64 largest = std::numeric_limits<qint64>::max();

const QString selectAll =
    u"SELECT id, date, start_earliest, start_latest, end_earliest, end_latest, lane_id, certainty FROM event"_s;
const QString selectSome = selectAll + u" WHERE id IN (SELECT value FROM json_each(?))"_s;

qint64 numberOr(const RawRow &row, int column, qint64 otherwise)
{
    return row.isNull(column) ? otherwise : row.number(column);
}

/// What is said of both ends; whole dates need no reading.
std::pair<bool, bool> approximateEnds(QByteArrayView date)
{
    const auto isSaid = [](char c) { return c == '~' || c == '%'; };
    if (std::ranges::none_of(date, isSaid))
        return {false, false};
    if (std::ranges::none_of(date, [](char c) { return c == '/' || c == '.' || c == '[' || c == '{'; }))
        return {true, true};
    const auto edtf = readEdtf(QString::fromUtf8(date));
    return edtf ? std::pair(edtf->start.approximate, edtf->end.approximate) : std::pair(false, false);
}

Certainty certaintyOf(QByteArrayView name)
{
    for (const auto &[certainty, text] : certaintyNames.table) {
        if (QByteArrayView(text) == name)
            return certainty;
    }
    return Certainty::Reported;
}

QString jsonArray(const QSet<qint64> &numbers)
{
    QStringList texts;
    texts.reserve(numbers.size());
    for (const qint64 number : numbers)
        texts.append(QString::number(number));
    return u'[' + texts.join(u',') + u']';
}

/// Takes out the elements at these places, which ascend.
template<class Value>
void takeOut(std::vector<Value> &list, const std::vector<size_t> &places)
{
    if (places.empty())
        return;
    auto to = list.begin() + qsizetype(places.front());
    for (size_t i = 0; i < places.size(); ++i) {
        const auto from = list.begin() + qsizetype(places[i]) + 1;
        const auto end = i + 1 < places.size() ? list.begin() + qsizetype(places[i + 1]) : list.end();
        to = std::move(from, end, to);
    }
    list.erase(to, list.end());
}

/// Puts in values that are sorted as the list is.
template<class Value, class Less>
void putIn(std::vector<Value> &list, const std::vector<Value> &values, Less less)
{
    const size_t before = list.size();
    list.resize(before + values.size());
    auto end = list.begin() + qsizetype(before);
    auto to = list.end();
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
        const auto place = std::upper_bound(list.begin(), end, *value, less);
        to = std::move_backward(place, end, to);
        *--to = *value;
        end = place;
    }
}

} // namespace

bool Chronology::isBefore(const Packed &a, const Packed &b)
{
    return std::tie(a.startEarliest, a.endLatest, a.id) < std::tie(b.startEarliest, b.endLatest, b.id);
}

Result<Chronology> Chronology::read(const Reader &reader, JobState *state)
{
    Chronology chronology;
    if (auto lanesRead = chronology.readLanes(reader); !lanesRead)
        return failure(lanesRead);
    const auto count = eventCount(reader);
    if (!count)
        return failure(count);
    auto &rows = chronology.m_slots;
    rows.reserve(size_t(*count));
    static constexpr size_t reportEvery = 1 << 14;
    const auto done = reader.eachRaw(selectAll, {}, [&](const RawRow &row) {
        rows.push_back(chronology.packed(row));
        if (state && rows.size() % reportEvery == 0)
            state->setProgress(double(rows.size()) / double(std::max(*count, 1LL)));
        return !state || !state->isStopped();
    });
    if (!done)
        return failure(done);
    if (state && state->isStopped()) {
        return failure(Words::tr("The events were not read."), Words::tr("It was cancelled."), {},
            Error::Kind::Cancelled);
    }
    std::ranges::sort(rows, isBefore);
    chronology.m_order.resize(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        chronology.m_order[i] = Slot(i);
        ++chronology.m_members[rows[i].lane];
    }
    chronology.m_byId = chronology.m_order;
    std::ranges::sort(chronology.m_byId, {}, [&](Slot slot) { return rows[slot].id; });
    chronology.placeLanes();
    return chronology;
}

Result<> Chronology::follow(const Reader &reader, const Changes &changes)
{
    if (changes.whole.contains(u"event"_s)) {
        auto anew = read(reader);
        if (!anew)
            return failure(anew);
        *this = std::move(*anew);
        return {};
    }
    const QSet<qint64> ids = changes.rows.value(u"event"_s);
    if (changes.touches(u"lane"_s)) {
        if (auto lanesRead = readLanes(reader); !lanesRead)
            return lanesRead;
    }
    std::vector<Packed> come;
    QSet<qint64> gone = ids;
    if (!ids.isEmpty()) {
        const auto done = reader.eachRaw(selectSome, {jsonArray(ids)}, [&](const RawRow &row) {
            const Packed now = packed(row);
            const size_t place = idPlace(now.id);
            if (place < m_byId.size() && m_slots[m_byId[place]] == now)
                gone.remove(now.id);
            else
                come.push_back(now);
            return true;
        });
        if (!done)
            return done;
    }
    exchange(gone, std::move(come));
    placeLanes();
    return {};
}

int Chronology::row(Id<Event> id) const
{
    const size_t place = idPlace(id.number);
    if (place == m_byId.size())
        return -1;
    const auto less = [this](Slot a, Slot b) { return isBefore(m_slots[a], m_slots[b]); };
    return int(std::ranges::lower_bound(m_order, m_byId[place], less) - m_order.begin());
}

Bounds Chronology::bounds(int row) const
{
    const Packed &event = at(row);
    const auto unless = [](qint64 value, qint64 none) {
        return value == none ? std::nullopt : std::optional(value);
    };
    return {unless(event.startEarliest, smallest), unless(event.startLatest, smallest),
        unless(event.endEarliest, largest), unless(event.endLatest, largest)};
}

size_t Chronology::memory() const
{
    return m_slots.capacity() * sizeof(Packed) +
           (m_free.capacity() + m_order.capacity() + m_byId.capacity()) * sizeof(Slot);
}

Chronology::Packed Chronology::packed(const RawRow &row)
{
    const auto [approximateStart, approximateEnd] = approximateEnds(row.text(1));
    return {row.number(0), numberOr(row, 2, smallest), numberOr(row, 3, smallest), numberOr(row, 4, largest),
        numberOr(row, 5, largest), laneNumber(numberOr(row, 6, 0)), quint8(certaintyOf(row.text(7))),
        approximateStart, approximateEnd};
}

quint16 Chronology::laneNumber(qint64 id)
{
    // Neighbours in the file are often of one lane, and lanes are few.
    const auto found = std::ranges::find(m_laneIds, id);
    if (found != m_laneIds.end())
        return quint16(found - m_laneIds.begin());
    if (m_laneIds.size() > std::numeric_limits<quint16>::max())
        return 0;
    m_laneIds.push_back(id);
    m_members.push_back(0);
    return quint16(m_laneIds.size() - 1);
}

Result<> Chronology::readLanes(const Reader &reader)
{
    const auto all = redoubt::lanes(reader);
    if (!all)
        return failure(all);
    m_lanes = *all;
    for (const Lane &lane : m_lanes)
        (void)laneNumber(lane.id.number);
    return {};
}

void Chronology::placeLanes()
{
    m_lanes.removeIf([](const Lane &lane) { return !lane.id.isValid(); });
    int without = 0;
    m_places.assign(m_laneIds.size(), int(m_lanes.size()));
    for (size_t i = 0; i < m_laneIds.size(); ++i) {
        const auto lane = std::ranges::find(m_lanes, Id<Lane>{m_laneIds[i]}, &Lane::id);
        m_places[i] = int(lane - m_lanes.begin());
        without += lane == m_lanes.end() ? m_members[i] : 0;
    }
    static constexpr int grey = 7;
    if (without > 0)
        m_lanes.append(Lane{{}, {}, Words::tr("No lane"), int(m_lanes.size()), grey, false});
}

size_t Chronology::idPlace(qint64 id) const
{
    const auto found =
        std::ranges::lower_bound(m_byId, id, {}, [this](Slot slot) { return m_slots[slot].id; });
    return found != m_byId.end() && m_slots[*found].id == id ? size_t(found - m_byId.begin()) : m_byId.size();
}

void Chronology::exchange(const QSet<qint64> &gone, std::vector<Packed> come)
{
    std::vector<size_t> rows;
    std::vector<size_t> places;
    for (const qint64 id : gone) {
        const size_t place = idPlace(id);
        if (place == m_byId.size())
            continue;
        rows.push_back(size_t(row({id})));
        places.push_back(place);
        m_free.push_back(m_byId[place]);
        --m_members[m_slots[m_byId[place]].lane];
    }
    std::ranges::sort(rows);
    std::ranges::sort(places);
    takeOut(m_order, rows);
    takeOut(m_byId, places);

    std::ranges::sort(come, isBefore);
    std::vector<Slot> slots;
    for (const Packed &event : come) {
        if (m_free.empty()) {
            m_free.push_back(Slot(m_slots.size()));
            m_slots.emplace_back();
        }
        slots.push_back(m_free.back());
        m_free.pop_back();
        m_slots[slots.back()] = event;
        ++m_members[event.lane];
    }
    putIn(m_order, slots, [this](Slot a, Slot b) { return isBefore(m_slots[a], m_slots[b]); });
    const auto byId = [this](Slot a, Slot b) { return m_slots[a].id < m_slots[b].id; };
    std::ranges::sort(slots, byId);
    putIn(m_byId, slots, byId);
}

} // namespace redoubt
