#include "app/brief/searchconditions.h"

#include "app/base/folding.h"
#include "app/brief/brief.h"
#include "app/project/fulltext.h"
#include "app/project/projectinfo.h"
#include "app/sources/search.h"
#include "app/sources/sourcecard.h"
#include "app/timeline/edtf.h"
#include "app/timeline/eventsearch.h"

#include <QHash>

#include <limits>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

using Rows = QSet<qint64>;

QString tableOf(SearchKind kind)
{
    return searchKindNames.name(kind);
}

bool hangsOnSource(SearchKind kind)
{
    return kind == SearchKind::Capture || kind == SearchKind::Excerpt;
}

/// What lies after or before a date; nothing where there is no such time.
std::optional<Bounds> spanOf(const SearchTerm &term)
{
    const auto date = readEdtf(term.value);
    if (!date)
        return {};
    const auto &first = date->bounds.startEarliest;
    const auto &last = date->bounds.endLatest;
    if (term.field == SearchField::After) {
        if (!last || *last == std::numeric_limits<qint64>::max())
            return {};
        return Bounds{*last + 1, *last + 1, {}, {}};
    }
    if (!first || *first == std::numeric_limits<qint64>::min())
        return {};
    return Bounds{{}, {}, *first - 1, *first - 1};
}

Result<Rows> sourcesPublished(const Reader &reader, const Bounds &span)
{
    Rows rows;
    QHash<QString, bool> known;
    const auto read = eachPublished(reader, [&](qint64 source, const QString &published) {
        auto is = known.find(published);
        if (is == known.end()) {
            const auto date = readEdtf(published);
            is = known.insert(published, date && overlaps(date->bounds, span) != Truth::No);
        }
        if (*is)
            rows.insert(source);
    });
    return read ? Result<Rows>(std::move(rows)) : Result<Rows>(failure(read));
}

Result<Rows> sourcesWith(const Reader &reader, const SearchTerm &term)
{
    switch (term.field) {
    case SearchField::Grade: {
        const QString reliability = term.value.first(term.value.at(0).isLetter() ? 1 : 0);
        return sourcesGraded(reader, reliability, term.value.sliced(reliability.size()).toInt());
    }
    case SearchField::Type:
        return sourcesOfType(reader, *sourceTypeNames.value(term.value));
    case SearchField::By:
        return rowsWithText(reader, u"source"_s, u"author"_s, soughtWords(term.value, true));
    case SearchField::Publisher:
        return rowsWithText(reader, u"source"_s, u"publisher"_s, soughtWords(term.value, true));
    case SearchField::Lang:
        return sourcesInLanguage(reader, term.value);
    case SearchField::Retracted:
        return sourcesRetracted(reader, term.value == "yes"_L1);
    case SearchField::After:
    case SearchField::Before: {
        const auto span = spanOf(term);
        return span ? sourcesPublished(reader, *span) : Result<Rows>(Rows());
    }
    default:
        return Rows();
    }
}

Result<Rows> eventsWith(const Reader &reader, const SearchTerm &term)
{
    if (term.field == SearchField::Retracted)
        return eventsRetracted(reader, term.value == "yes"_L1);
    const auto span = term.field == SearchField::After || term.field == SearchField::Before ? spanOf(term) : std::nullopt;
    return span ? eventsWithin(reader, *span) : Result<Rows>(Rows());
}

bool isInLanguage(const QString &language, const QString &wanted)
{
    const QString lower = language.toLower();
    return lower == wanted || lower.startsWith(wanted + u'-');
}

Result<Rows> briefsWith(const Reader &reader, const SearchTerm &term)
{
    if (term.field != SearchField::By && term.field != SearchField::Lang)
        return Rows();
    const auto all = briefs(reader);
    if (!all)
        return failure(all);
    Rows rows;
    for (const Brief &brief : *all) {
        if (term.field == SearchField::Lang ? isInLanguage(brief.language, term.value)
                                            : folded(brief.byline).contains(folded(term.value)))
            rows.insert(brief.id.number);
    }
    return rows;
}

Result<Rows> tagged(const Reader &reader, SearchKind kind, const QString &tag)
{
    Rows rows;
    const auto read = kind == SearchKind::Capture ? Result<>() : eachTagged(reader, tableOf(kind), tag, [&](qint64 row) { rows.insert(row); });
    return read ? Result<Rows>(std::move(rows)) : Result<Rows>(failure(read));
}

/// Adds what hangs on these sources.
Result<Rows> withThoseOf(const Reader &reader, SearchKind kind, Rows rows, const Rows &sources)
{
    if (sources.isEmpty())
        return rows;
    const auto owners = sourcesOfRows(reader, tableOf(kind));
    if (!owners)
        return failure(owners);
    for (const auto &[row, source] : owners->asKeyValueRange()) {
        if (sources.contains(source.number))
            rows.insert(row);
    }
    return rows;
}

Result<Rows> rowsWith(const Reader &reader, SearchKind kind, const SearchTerm &term)
{
    if (term.field == SearchField::Tag && !hangsOnSource(kind))
        return tagged(reader, kind, term.value);
    if (kind == SearchKind::Event)
        return eventsWith(reader, term);
    if (kind == SearchKind::Brief)
        return briefsWith(reader, term);
    const auto sources = term.field == SearchField::Tag ? tagged(reader, SearchKind::Source, term.value) : sourcesWith(reader, term);
    if (!sources || kind == SearchKind::Source)
        return sources;
    Result<Rows> own;
    if (term.field == SearchField::Tag)
        own = tagged(reader, kind, term.value);
    else if (term.field == SearchField::By && kind == SearchKind::Excerpt)
        own = rowsWithText(reader, u"excerpt"_s, u"speaker"_s, soughtWords(term.value, true));
    return own ? withThoseOf(reader, kind, *std::move(own), *sources) : own;
}

bool isOfKind(const SearchTerm &term, SearchKind kind)
{
    return (searchKindNames.name(kind) == term.value) != term.isExcluded;
}

} // namespace

Result<SearchConditions> SearchConditions::read(const Reader &reader, const SearchQuery &query, SearchKind kind)
{
    SearchConditions conditions;
    bool isFulfilled = false; // by the kind itself
    for (qsizetype i = 0; i < query.terms.size(); ++i) {
        const SearchTerm &term = query.terms.at(i);
        if (term.field == SearchField::Word)
            continue;
        if (!term.isAlternative) {
            conditions.m_groups.append(Group{{}, term.isExcluded});
            isFulfilled = false;
        }
        if (term.field == SearchField::Kind) {
            isFulfilled = isFulfilled || isOfKind(term, kind);
        } else {
            const auto rows = rowsWith(reader, kind, term);
            if (!rows)
                return failure(rows);
            conditions.m_groups.last().rows.unite(*rows);
        }
        const bool isLast = i + 1 == query.terms.size() || !query.terms.at(i + 1).isAlternative;
        if (isLast && isFulfilled)
            conditions.m_groups.removeLast();
        else if (isLast && (term.field == SearchField::Kind || !term.isExcluded))
            conditions.m_excludeAll = conditions.m_excludeAll || conditions.m_groups.last().rows.isEmpty();
    }
    return conditions;
}

bool SearchConditions::pass(qint64 row) const
{
    return std::ranges::all_of(m_groups, [row](const Group &group) { return group.rows.contains(row) != group.isExcluded; });
}

} // namespace redoubt
