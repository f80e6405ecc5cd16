#include "app/sources/origins.h"

#include "app/base/idlist.h"

#include <QSet>

#include <vector>

namespace redoubt {

namespace {

/// The forest of origins by the sources' places in the order of their keys.
class Forest
{
public:
    Result<> read(const Reader &reader)
    {
        QHash<qint64, qsizetype> places;
        auto named = reader.eachRaw(u"SELECT id FROM source ORDER BY key"_s, {}, [&](const RawRow &row) {
            places.insert(row.number(0), qsizetype(m_ids.size()));
            m_ids.push_back(row.number(0));
            return true;
        });
        if (!named)
            return named;
        m_above.assign(m_ids.size(), -1);
        auto joined = reader.eachRaw(u"SELECT source_id, repeats_id FROM origin"_s, {}, [&](const RawRow &row) {
            m_above[size_t(places.value(row.number(0)))] = places.value(row.number(1));
            return true;
        });
        if (joined)
            cutCircles();
        return joined;
    }

    [[nodiscard]] QList<OriginLine> lines() const
    {
        std::vector<std::vector<qsizetype>> below(m_ids.size());
        std::vector<qsizetype> open; // the next one last
        for (qsizetype i = qsizetype(m_ids.size()) - 1; i >= 0; --i) {
            if (m_above[size_t(i)] >= 0)
                below[size_t(m_above[size_t(i)])].push_back(i);
            else
                open.push_back(i);
        }
        QList<OriginLine> lines;
        lines.reserve(qsizetype(m_ids.size()));
        std::vector<qsizetype> path; // of line numbers, the root first
        std::vector<qsizetype> parents;
        parents.reserve(m_ids.size());
        while (!open.empty()) {
            const qsizetype place = open.back();
            open.pop_back();
            const qsizetype above = m_above[size_t(place)];
            while (!path.empty() && (above < 0 || lines[path.back()].source.number != m_ids[size_t(above)]))
                path.pop_back();
            parents.push_back(path.empty() ? -1 : path.back());
            const Id<Source> source{m_ids[size_t(place)]};
            lines.append({source, path.empty() ? source : lines[path.front()].source, int(path.size()), 0});
            path.push_back(lines.size() - 1);
            open.insert(open.end(), below[size_t(place)].begin(), below[size_t(place)].end());
        }
        for (qsizetype line = lines.size() - 1; line >= 0; --line) {
            if (const qsizetype parent = parents[size_t(line)]; parent >= 0)
                lines[parent].repeats += lines[line].repeats + 1;
        }
        return lines;
    }

private:
    /// Whoever does not come to an end upwards stands alone.
    void cutCircles()
    {
        enum class State : quint8 { Unknown, Open, Ends, Circles };
        std::vector<State> states(m_ids.size(), State::Unknown);
        std::vector<size_t> way;
        for (size_t i = 0; i < m_ids.size(); ++i) {
            qsizetype at = qsizetype(i);
            way.clear();
            for (; at >= 0 && states[size_t(at)] == State::Unknown; at = m_above[size_t(at)]) {
                states[size_t(at)] = State::Open;
                way.push_back(size_t(at));
            }
            const bool ends = at < 0 || states[size_t(at)] == State::Ends;
            for (const size_t place : way)
                states[place] = ends ? State::Ends : State::Circles;
        }
        for (size_t i = 0; i < m_ids.size(); ++i) {
            if (states[i] == State::Circles)
                m_above[i] = -1;
        }
    }

    std::vector<qint64> m_ids;
    std::vector<qsizetype> m_above; ///< -1 for none
};

} // namespace

Result<QList<OriginLine>> originTree(const Reader &reader)
{
    Forest forest;
    if (auto read = forest.read(reader); !read)
        return failure(read);
    return forest.lines();
}

Result<QHash<Id<Source>, Id<Source>>> originsOf(const Reader &reader, const QList<Id<Source>> &sources)
{
    QHash<Id<Source>, Id<Source>> above; // of all on the way
    QSet<Id<Source>> met(sources.begin(), sources.end());
    for (QList<Id<Source>> level = met.values(); !level.isEmpty();) {
        const QString asked = idList(std::exchange(level, {}));
        const auto read = reader.eachRaw(u"SELECT source_id, repeats_id FROM origin WHERE source_id IN (SELECT value FROM json_each(?))"_s, {asked},
            [&](const RawRow &row) {
                const Id<Source> repeated{row.number(1)};
                above.insert({row.number(0)}, repeated);
                if (!met.contains(repeated)) {
                    met.insert(repeated);
                    level.append(repeated);
                }
                return true;
            });
        if (!read)
            return failure(read);
    }
    QHash<Id<Source>, Id<Source>> origins;
    for (const Id<Source> source : sources) {
        Id<Source> last = source;
        qsizetype steps = 0;
        for (auto next = above.constFind(last); next != above.cend() && steps <= above.size(); next = above.constFind(last)) {
            last = *next;
            ++steps;
        }
        const bool circles = steps > above.size();
        origins.insert(source, circles ? source : last);
    }
    return origins;
}

Result<int> independentOrigins(const Reader &reader, const QList<Id<Source>> &sources)
{
    const auto origins = originsOf(reader, sources);
    if (!origins)
        return failure(origins);
    const QList<Id<Source>> all = origins->values();
    return int(QSet<Id<Source>>(all.begin(), all.end()).size());
}

Result<QList<Id<Source>>> goingBackTo(const Reader &reader, Id<Source> source)
{
    return reader.all(u"WITH RECURSIVE below(id) AS (SELECT ? UNION "
                      "SELECT origin.source_id FROM below JOIN origin ON origin.repeats_id = below.id) "
                      "SELECT below.id FROM below JOIN source ON source.id = below.id "
                      "LEFT JOIN origin ON origin.source_id = below.id "
                      "WHERE below.id <> ? ORDER BY coalesce(origin.repeats_id, 0) <> ?, key"_s,
        {source.number, source.number, source.number},
        [](const QSqlQuery &row) { return Id<Source>{row.value(0).toLongLong()}; });
}

} // namespace redoubt
