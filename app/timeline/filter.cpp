#include "app/timeline/filter.h"

#include "app/base/folding.h"
#include "app/project/projectinfo.h"
#include "app/timeline/filtertext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::EventFilter)
};

constexpr qint64 smallest = std::numeric_limits<qint64>::min();
constexpr qint64 largest = std::numeric_limits<qint64>::max();

QList<FilterTerm> termsOf(const EventFilter &filter, FilterField field)
{
    QList<FilterTerm> found;
    std::ranges::copy_if(
        filter.terms, std::back_inserter(found), [=](const FilterTerm &term) { return term.field == field; });
    return found;
}

Truth opposite(Truth truth)
{
    return truth == Truth::Yes ? Truth::No : truth == Truth::No ? Truth::Yes : Truth::Possibly;
}

/// The places of those among `count` things that a value means: by one of their names whole, else by how one begins.
template<class NamesOf>
QList<qsizetype> meant(qsizetype count, const QString &value, NamesOf namesOf)
{
    const QString wanted = folded(value);
    QList<qsizetype> whole;
    QList<qsizetype> beginning;
    for (qsizetype i = 0; i < count; ++i) {
        for (const QString &name : namesOf(i)) {
            const QString plain = folded(name);
            if (plain == wanted)
                whole.append(i);
            else if (plain.startsWith(wanted))
                beginning.append(i);
        }
    }
    return whole.isEmpty() ? beginning : whole;
}

QList<qsizetype> lanesMeant(const QList<Lane> &lanes, const QString &value)
{
    const bool hasUnnamed = !lanes.isEmpty() && !lanes.last().id.isValid();
    const qsizetype named = lanes.size() - (hasUnnamed ? 1 : 0);
    const auto found =
        meant(named, value, [&](qsizetype i) { return QStringList{lanes[i].key, lanes[i].title}; });
    return found.isEmpty() && hasUnnamed && folded(value) == "none"_L1 ? QList{named} : found;
}

/// For each of `count` things whether the terms let it pass; `meantBy` says which ones a term means.
template<class MeantBy>
std::vector<char> passing(const QList<FilterTerm> &terms, qsizetype count, MeantBy meantBy)
{
    const bool isChosen = std::ranges::contains(terms, false, &FilterTerm::isExcluded);
    std::vector<char> pass(size_t(count), char(!isChosen));
    for (const bool excluded : {false, true}) {
        for (const FilterTerm &term : terms) {
            if (term.isExcluded != excluded)
                continue;
            for (const qsizetype at : meantBy(term.value))
                pass[size_t(at)] = char(!excluded);
        }
    }
    return pass;
}

struct Span
{
    Bounds bounds;
    bool isExcluded = false;
    bool isOneOfSeveral = false;
};

/// What a term of time asks for; nothing for one that cannot be read, which no event satisfies.
std::optional<Span> spanOf(const FilterTerm &term)
{
    const auto date = readEdtf(term.value);
    if (!date)
        return {};
    const qint64 first = date->bounds.startEarliest.value_or(smallest);
    const qint64 last = date->bounds.endLatest.value_or(largest);
    const auto begin = [](qint64 second) { return second == smallest ? std::nullopt : std::optional(second); };
    const auto end = [](qint64 second) { return second == largest ? std::nullopt : std::optional(second); };
    const auto span = [&](qint64 from, qint64 to) {
        return Span{{begin(from), begin(from), end(to), end(to)}, term.isExcluded,
            term.field == FilterField::In && !term.isExcluded};
    };
    switch (term.field) {
    case FilterField::From:
        return span(first, largest);
    case FilterField::To:
        return span(smallest, last);
    case FilterField::After:
        return last == largest ? std::nullopt : std::optional(span(last + 1, largest));
    case FilterField::Before:
        return first == smallest ? std::nullopt : std::optional(span(smallest, first - 1));
    default:
        return span(first, last);
    }
}

/// What can be decided of a row without reading more.
class InMemory
{
public:
    InMemory(const Chronology &chronology, const EventFilter &filter)
        : m_chronology(chronology)
        , m_lanes(passing(termsOf(filter, FilterField::Lane), chronology.lanes().size(),
              [&](const QString &value) { return lanesMeant(chronology.lanes(), value); }))
        , m_certainties(passing(termsOf(filter, FilterField::Certainty), qsizetype(certaintyNames.table.size()),
              [](const QString &value) {
                  const auto certainty = certaintyNames.value(value);
                  return certainty ? QList<qsizetype>{qsizetype(*certainty)} : QList<qsizetype>();
              }))
    {
        for (const FilterTerm &term : filter.terms) {
            if (term.field < FilterField::From)
                continue;
            const auto span = spanOf(term);
            if (span)
                m_spans.append(*span);
            else if (!term.isExcluded)
                m_isImpossible = true;
        }
    }

    [[nodiscard]] Truth of(int row) const
    {
        if (m_isImpossible || !m_lanes[size_t(m_chronology.lane(row))]
            || !m_certainties[size_t(m_chronology.certainty(row))])
            return Truth::No;
        return m_spans.isEmpty() ? Truth::Yes : inSpans(m_chronology.bounds(row));
    }

private:
    [[nodiscard]] Truth inSpans(const Bounds &bounds) const
    {
        Truth all = Truth::Yes;
        std::optional<Truth> one;
        for (const Span &span : m_spans) {
            const Truth truth = overlaps(bounds, span.bounds);
            if (span.isOneOfSeveral)
                one = std::max(one.value_or(Truth::No), truth);
            else
                all = std::min(all, span.isExcluded ? opposite(truth) : truth);
        }
        return std::min(all, one.value_or(Truth::Yes));
    }

    const Chronology &m_chronology;
    std::vector<char> m_lanes;
    std::vector<char> m_certainties;
    QList<Span> m_spans;
    bool m_isImpossible = false;
};

/// Leaves the rows of events that `find` names for the terms, and takes out those that it names for the excluded ones.
template<class Find>
Result<> narrow(Matches &all, const Chronology &chronology, const QList<FilterTerm> &terms, Find find)
{
    if (terms.isEmpty())
        return {};
    const bool isChosen = std::ranges::contains(terms, false, &FilterTerm::isExcluded);
    std::vector<char> pass(all.size(), char(!isChosen));
    for (const bool excluded : {false, true}) {
        for (const FilterTerm &term : terms) {
            if (term.isExcluded != excluded)
                continue;
            auto found = find(term.value, [&](Id<Event> id) {
                if (const int row = chronology.row(id); row >= 0)
                    pass[size_t(row)] = char(!excluded);
            });
            if (!found)
                return found;
        }
    }
    for (size_t row = 0; row < all.size(); ++row) {
        if (!pass[row])
            all[row] = Truth::No;
    }
    return {};
}

Result<> narrowByTags(Matches &all, const Reader &reader, const Chronology &chronology, const EventFilter &filter)
{
    const QList<FilterTerm> terms = termsOf(filter, FilterField::Tag);
    const auto names = terms.isEmpty() ? Result<QStringList>(QStringList()) : allTags(reader);
    if (!names)
        return failure(names);
    return narrow(all, chronology, terms, [&](const QString &value, const auto &visit) -> Result<> {
        const auto places = meant(names->size(), value, [&](qsizetype i) { return QStringList{names->at(i)}; });
        for (const qsizetype at : places) {
            auto read = eachTagged(reader, u"event"_s, names->at(at), [&](qint64 item) { visit(Id<Event>{item}); });
            if (!read)
                return read;
        }
        return {};
    });
}

Result<> narrowBySources(Matches &all, const Reader &reader, const Chronology &chronology, const EventFilter &filter,
    const EventsToldBy &toldBy)
{
    return narrow(all, chronology, termsOf(filter, FilterField::Source),
        [&](const QString &value, const auto &visit) -> Result<> {
            const auto events = toldBy(reader, value);
            if (!events)
                return failure(events);
            std::ranges::for_each(*events, visit);
            return {};
        });
}

} // namespace

int shownCount(const Matches &matches, int rows)
{
    return matches.empty() ? rows : rows - int(std::ranges::count(matches, Truth::No));
}

Result<Matches> matches(const Reader &reader, const Chronology &chronology, const EventFilter &filter,
    const EventsToldBy &toldBy, const JobState *state, const Matches *within)
{
    const auto isStopped = [state] { return state && state->isStopped(); };
    if (filter.isEmpty())
        return Matches();
    Matches all(size_t(chronology.size()), Truth::Yes);
    const InMemory inMemory(chronology, filter);
    const bool isNarrower = within && within->size() == all.size();
    for (int row = 0; row < chronology.size() && !isStopped(); ++row) {
        const bool isOut = isNarrower && (*within)[size_t(row)] == Truth::No;
        all[size_t(row)] = isOut ? Truth::No : inMemory.of(row);
    }
    Result<> done;
    if (!isStopped())
        done = narrowByTags(all, reader, chronology, filter);
    if (done && !isStopped())
        done = narrowBySources(all, reader, chronology, filter, toldBy);
    if (done && !isStopped())
        done = narrowByTexts(all, reader, chronology, filter, isStopped);
    if (!done)
        return failure(done);
    if (isStopped()) {
        return failure(Words::tr("The events were not filtered."), Words::tr("It was cancelled."), {},
            Error::Kind::Cancelled);
    }
    return all;
}

} // namespace redoubt
