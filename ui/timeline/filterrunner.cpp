#include "ui/timeline/filterrunner.h"

#include "app/sources/evidence.h"

#include <QScopedValueRollback>

namespace redoubt {

namespace {

/// Up to so many events a filter on texts takes less than a frame.
constexpr int few = 5000;
/// The same of a filter on what is in memory.
constexpr int many = 50'000;

bool isInMemory(const EventFilter &filter)
{
    return std::ranges::all_of(filter.terms, [](const FilterTerm &term) {
        return term.field == FilterField::Lane || term.field == FilterField::Certainty || term.field >= FilterField::From;
    });
}

/// Whether all that `narrow` lets pass is let pass by `wide`: it has the same terms and more, or longer words.
bool narrows(const EventFilter &narrow, const EventFilter &wide)
{
    return !wide.isEmpty() && std::ranges::all_of(wide.terms, [&](const FilterTerm &term) {
        const bool isWord = (term.field == FilterField::Word || term.field == FilterField::Text) && !term.isExcluded;
        return std::ranges::any_of(narrow.terms, [&](const FilterTerm &other) {
            return other == term || (isWord && other.field == term.field && !other.isExcluded && other.value.contains(term.value));
        });
    }) && std::ranges::all_of(narrow.terms, [&](const FilterTerm &term) {
        // One more of several lanes, tags and so on lets more pass.
        const bool adds = term.isExcluded || term.field == FilterField::Word || term.field == FilterField::Text
            || (term.field >= FilterField::From && term.field != FilterField::In);
        return adds || std::ranges::contains(wide.terms, term);
    });
}

} // namespace

FilterRunner::FilterRunner(const Project &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_read(project)
    , m_matches(std::make_shared<const Matches>())
{
    connect(&m_read, &NewestRead::runningChanged, this, &FilterRunner::runningChanged);
}

void FilterRunner::setChronology(std::shared_ptr<const Chronology> chronology)
{
    m_read.stop();
    m_density.reset();
    m_matches = std::make_shared<const Matches>(carriedOver(*chronology));
    m_chronology = std::move(chronology);
    m_answered = {};
    if (m_filter.isEmpty())
        return;
    const QScopedValueRollback quietly(m_isQuiet, true);
    run();
}

/// Events that are new, or whose place has changed, are shown until it is known better.
Matches FilterRunner::carriedOver(const Chronology &chronology) const
{
    if (m_matches->empty() || m_matches->size() != m_ids.size())
        return {};
    Matches carried(size_t(chronology.size()), Truth::Yes);
    size_t before = 0;
    for (size_t row = 0; row < carried.size() && before < m_ids.size(); ++row) {
        const qint64 id = chronology.id(int(row)).number;
        const size_t farthest = std::min(before + 64, m_ids.size());
        size_t same = before;
        while (same < farthest && m_ids[same] != id)
            ++same;
        if (same == farthest)
            continue;
        carried[row] = (*m_matches)[same];
        before = same + 1;
    }
    return carried;
}

void FilterRunner::setFilter(const EventFilter &filter)
{
    if (std::exchange(m_filter, filter) != filter)
        run();
}

void FilterRunner::run()
{
    m_read.stop();
    m_density.reset();
    if (!m_chronology)
        return;
    if (m_chronology->size() <= (isInMemory(m_filter) ? many : few))
        return take(redoubt::matches(m_project.reader(), *m_chronology, m_filter, eventsToldBy));
    const auto within = narrows(m_filter, m_answered) ? m_matches : std::make_shared<const Matches>();
    m_read.start<Answer>(
        [chronology = m_chronology, filter = m_filter, within](const Reader &reader, const JobState &state) -> Result<Answer> {
            auto found = redoubt::matches(reader, *chronology, filter, eventsToldBy, &state, within.get());
            if (!found)
                return failure(found);
            Density density(*chronology, *found);
            return Answer{std::move(*found), std::move(density)};
        },
        [this](Result<Answer> answer) {
            if (answer)
                m_density = std::move(answer->density);
            take(answer ? Result<Matches>(std::move(answer->matches)) : failure(answer));
        });
}

void FilterRunner::take(Result<Matches> found)
{
    if (!found) {
        Q_EMIT failed(found.error());
        return;
    }
    m_matches = std::make_shared<const Matches>(std::move(*found));
    m_answered = m_filter;
    m_ids.clear();
    m_ids.reserve(m_matches->size());
    for (size_t row = 0; row < m_matches->size(); ++row)
        m_ids.push_back(m_chronology->id(int(row)).number);
    if (!m_isQuiet)
        Q_EMIT filtered();
}

} // namespace redoubt
