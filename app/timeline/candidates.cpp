#include "app/timeline/candidates.h"

#include "app/base/idlist.h"
#include "app/timeline/calendar.h"
#include "app/timeline/likeness.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>
#include <deque>
#include <queue>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Candidates)
};

using Pair = std::pair<qint64, qint64>; ///< the smaller id first

constexpr qsizetype shortestWord = 3;
constexpr size_t commonplace = 200; ///< a word that so many events about a date share tells nothing
constexpr qint64 sharpest = 3; ///< days that a date covers: such are kept apart from vaguer ones, for they are forgotten sooner
constexpr qint64 vaguest = 31;

Pair pairOf(Id<Event> a, Id<Event> b)
{
    return std::minmax(a.number, b.number);
}

Traits readTraits(const RawRow &row)
{
    Traits traits;
    traits.id = row.number(0);
    traits.from = row.number(1);
    traits.to = row.number(2);
    traits.words = wordsOf(row.text(3), shortestWord);
    traits.place = wordsOf(row.text(4), 1);
    if (!row.isNull(5))
        traits.at = Coordinates{row.text(5).toDouble(), row.text(6).toDouble()};
    return traits;
}

/// The pairs that are linked, or kept apart; only those that begin at one of some events, where these are given.
Result<QSet<Pair>> decided(const Reader &reader, const QList<Id<Event>> &from = {})
{
    QString sql = u"SELECT from_event, to_event FROM link%1 UNION ALL SELECT event_id, other_id FROM not_same%2"_s;
    const QString among = u" WHERE %1 IN (SELECT value FROM json_each(?))"_s;
    const QString ids = idList(from);
    sql = from.isEmpty() ? sql.arg(QString(), QString()) : sql.arg(among.arg(u"from_event"_s), among.arg(u"event_id"_s));
    QSet<Pair> pairs;
    const auto read = reader.eachRaw(sql, from.isEmpty() ? QVariantList() : QVariantList{ids, ids},
        [&](const RawRow &row) {
            pairs.insert(std::minmax(row.number(0), row.number(1)));
            return true;
        });
    if (!read)
        return failure(read);
    return pairs;
}

/// Keeps the best of many.
class Best
{
public:
    explicit Best(int most)
        : m_most(size_t(most))
    {
    }

    void add(const Candidate &candidate)
    {
        m_kept.push(candidate);
        if (m_kept.size() > m_most)
            m_kept.pop();
    }

    [[nodiscard]] QList<Candidate> take()
    {
        QList<Candidate> all;
        for (; !m_kept.empty(); m_kept.pop())
            all.prepend(m_kept.top());
        return all;
    }

private:
    struct Better
    {
        bool operator()(const Candidate &a, const Candidate &b) const
        {
            return std::tie(a.score, b.first, b.second) > std::tie(b.score, a.first, a.second);
        }
    };
    size_t m_most;
    std::priority_queue<Candidate, std::vector<Candidate>, Better> m_kept; ///< the worst on top
};

/// The events that the next one in the order of time may be near, by their places and words.
class Neighbours
{
public:
    /// Of events whose dates cover at most so many days.
    explicit Neighbours(qint64 cover)
        : m_lookBack((cover + mostDaysApart + 1) * secondsOfDay)
    {
    }

    /// Lets those go that ended too long before.
    void moveTo(qint64 second)
    {
        while (!m_events.empty() && m_events.front().from < second - m_lookBack) {
            for (const quint64 block : blocksOf(m_events.front())) {
                auto &members = m_blocks[block];
                members.pop_front();
                if (members.empty())
                    m_blocks.remove(block);
            }
            m_events.pop_front();
            ++m_gone;
        }
    }

    template<class Visit>
    void each(const Traits &traits, Visit visit)
    {
        m_met.clear();
        for (const quint64 block : blocksAround(traits)) {
            const auto members = m_blocks.constFind(block);
            if (members == m_blocks.constEnd() || (isWord(block) && members->size() > commonplace))
                continue;
            m_met.insert(m_met.end(), members->begin(), members->end());
        }
        std::ranges::sort(m_met);
        const auto [first, last] = std::ranges::unique(m_met);
        m_met.erase(first, last);
        for (const quint64 number : m_met)
            visit(m_events[size_t(number - m_gone)]);
    }

    void add(Traits traits)
    {
        for (const quint64 block : blocksOf(traits))
            m_blocks[block].push_back(m_gone + m_events.size());
        m_events.push_back(std::move(traits));
    }

private:
    enum Kind : quint64 { Place, Cell, Word };

    static quint64 block(Kind kind, quint32 value) { return quint64(kind) << 32 | value; }
    static bool isWord(quint64 block) { return block >> 32 == Word; }

    /// Of half a degree.
    static quint64 cell(const Coordinates &at, int down, int across)
    {
        const int row = int(std::floor((at.latitude + 90) * 2)) + down;
        const int column = (int(std::floor((at.longitude + 180) * 2)) + across + 720) % 720;
        return block(Cell, quint32(row * 720 + column));
    }

    /// An event stands under its longest-lived names: the words of its place, its cell, and the words of its title.
    static QVarLengthArray<quint64, 24> blocksOf(const Traits &traits)
    {
        QVarLengthArray<quint64, 24> blocks;
        for (const quint32 word : traits.place)
            blocks.append(block(Place, word));
        if (traits.at)
            blocks.append(cell(*traits.at, 0, 0));
        for (const quint32 word : traits.words)
            blocks.append(block(Word, word));
        return blocks;
    }

    /// Towards the poles half a degree across is less than 50 km, but then the names have to do.
    static QVarLengthArray<quint64, 24> blocksAround(const Traits &traits)
    {
        QVarLengthArray<quint64, 24> blocks;
        for (const quint32 word : traits.place)
            blocks.append(block(Place, word));
        for (int down = -1; traits.at && down <= 1; ++down) {
            for (int across = -1; across <= 1; ++across)
                blocks.append(cell(*traits.at, down, across));
        }
        for (const quint32 word : traits.words)
            blocks.append(block(Word, word));
        return blocks;
    }

    qint64 m_lookBack;
    std::deque<Traits> m_events;
    quint64 m_gone = 0;
    QHash<quint64, std::deque<quint64>> m_blocks;
    std::vector<quint64> m_met;
};

const QString selectTraits = u"SELECT id, start_earliest, end_latest, title, place, latitude, longitude FROM event "
                             "WHERE start_earliest >= ? AND start_earliest <= ? AND end_latest >= ? "_s;

} // namespace

Result<QList<Candidate>> candidatesOf(const Reader &reader, const Event &event, int most)
{
    const auto &bounds = event.bounds;
    if (!bounds.startEarliest || !bounds.endLatest)
        return QList<Candidate>();
    const auto apart = decided(reader);
    if (!apart)
        return failure(apart);
    Traits own{event.id.number, *bounds.startEarliest, *bounds.endLatest, event.coordinates,
        wordsOf(event.title.toUtf8(), shortestWord), wordsOf(event.place.toUtf8(), 1)};
    if (!own.isPlaced())
        return QList<Candidate>();
    Best best(most);
    const qint64 margin = (mostDaysApart + 1) * secondsOfDay;
    const auto read = reader.eachRaw(selectTraits,
        {saturatingAdd(own.from, -vaguest * secondsOfDay - margin), saturatingAdd(own.to, margin), saturatingAdd(own.from, -margin)},
        [&](const RawRow &row) {
            const auto found = row.number(0) == own.id ? std::nullopt : compared(own, readTraits(row));
            if (found && !apart->contains(pairOf(found->first, found->second)))
                best.add(*found);
            return true;
        });
    if (!read)
        return failure(read);
    return best.take();
}

Result<QList<Candidate>> candidates(const Reader &reader, int most, const Bounds &within, JobState *job)
{
    const auto apart = decided(reader);
    if (!apart)
        return failure(apart);
    const auto count = eventCount(reader);
    if (!count)
        return failure(count);
    using Limits = std::numeric_limits<qint64>;
    Best best(most);
    Neighbours sharp(sharpest), vague(vaguest);
    qint64 seen = 0;
    const auto read = reader.eachRaw(selectTraits + u"ORDER BY start_earliest"_s,
        {Limits::min(), within.endLatest.value_or(Limits::max()), within.startEarliest.value_or(Limits::min())},
        [&](const RawRow &row) {
            if (job && ++seen % 256 == 0) {
                job->setProgress(double(seen) / double(std::max(seen, *count)));
                if (job->isStopped())
                    return false;
            }
            Traits traits = readTraits(row);
            if (!traits.isPlaced())
                return true;
            for (Neighbours *near : {&sharp, &vague}) {
                near->moveTo(traits.from);
                near->each(traits, [&](const Traits &other) {
                    const auto found = compared(other, traits);
                    if (found && !apart->contains(pairOf(found->first, found->second)))
                        best.add(*found);
                });
            }
            const bool isSharp = traits.to - traits.from <= sharpest * secondsOfDay;
            (isSharp ? sharp : vague).add(std::move(traits));
            return true;
        });
    if (!read)
        return failure(read);
    if (job && job->isStopped())
        return failure(Words::tr("The candidates were not looked for."), Words::tr("You stopped it."), {}, Error::Kind::Cancelled);
    return best.take();
}

Result<QList<Candidate>> undecided(const Reader &reader, QList<Candidate> candidates)
{
    QList<Id<Event>> events;
    for (const Candidate &candidate : std::as_const(candidates))
        events << candidate.first << candidate.second;
    const auto pairs = decided(reader, events);
    if (!pairs)
        return failure(pairs);
    QSet<Id<Event>> there;
    const auto read = reader.eachRaw(u"SELECT id FROM event WHERE id IN (SELECT value FROM json_each(?))"_s, {idList(events)}, [&](const RawRow &row) {
        there.insert({row.number(0)});
        return true;
    });
    if (!read)
        return failure(read);
    candidates.removeIf([&](const Candidate &candidate) {
        return pairs->contains(pairOf(candidate.first, candidate.second)) || !there.contains(candidate.first) || !there.contains(candidate.second);
    });
    return candidates;
}

QString reasonText(const Candidate &candidate)
{
    QStringList reasons{candidate.daysApart == 0 ? Words::tr("may be on the same day")
                                                 : Words::tr("%n day(s) apart", nullptr, int(candidate.daysApart))};
    if (candidate.samePlace)
        reasons.append(Words::tr("same place"));
    else if (candidate.kilometres)
        reasons.append(Words::tr("%1 km apart").arg(QLocale().toString(qRound(*candidate.kilometres))));
    reasons.append(Words::tr("%n word(s) of the titles in common", nullptr, candidate.commonWords));
    return reasons.join(u" · "_s);
}

Result<> keepApart(Writer &writer, Id<Event> one, Id<Event> other)
{
    const Pair pair = pairOf(one, other);
    return writer.insert(
        u"not_same"_s, {u"id"_s, u"event_id"_s, u"other_id"_s}, {newIdNumber(), pair.first, pair.second});
}

} // namespace redoubt
