#include "app/timeline/filtertext.h"

#include "app/base/folding.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// A text that is looked for; its bit is set in the mask of a row that has it.
struct Needle
{
    FilterField field = FilterField::Word;
    bool isExcluded = false;
    QByteArray text;
};

using Mask = quint64;
constexpr qsizetype needlesAtOnce = 64;

/// Where this part of the events or fewer are left, those are read by id.
constexpr qsizetype fewOf = 16;

/// memmem, which is several times as quick as Qt's search, but takes no null pointer.
bool holds(QByteArrayView text, const QByteArray &needle)
{
    return !text.isEmpty() && ::memmem(text.data(), size_t(text.size()), needle.constData(), size_t(needle.size())) != nullptr;
}

/// The folded columns of a row, a line each.
class Columns
{
public:
    QByteArrayView fold(const RawRow &row, int first, int last)
    {
        m_text.resize(0);
        for (int column = first; column <= last; ++column) {
            m_starts[size_t(column - first)] = m_text.size();
            appendFolded(row.text(column), m_text);
            m_text.append('\n');
        }
        return m_text;
    }

    /// From the start of one column to that of another.
    [[nodiscard]] QByteArrayView between(int from, int to) const
    {
        return QByteArrayView(m_text).sliced(
            m_starts[size_t(from)], m_starts[size_t(to)] - m_starts[size_t(from)]);
    }

private:
    QByteArray m_text;
    std::array<qsizetype, 5> m_starts{};
};

Mask bitOf(qsizetype needle)
{
    return Mask(1) << needle;
}

class Search
{
public:
    Search(const Reader &reader, const Chronology &chronology, std::span<const Needle> needles)
        : m_reader(reader)
        , m_chronology(chronology)
        , m_needles(needles)
        , m_masks(size_t(chronology.size()))
    {
    }

    Result<> run(const Matches &all, const std::function<bool()> &isStopped)
    {
        const auto left = std::ranges::count_if(all, [](Truth truth) { return truth != Truth::No; });
        const bool isFew = left * fewOf <= std::ssize(all);
        const auto ofThose = [isFew](const QString &column) {
            return isFew ? u" WHERE %1 IN (SELECT value FROM json_each(?))"_s.arg(column) : QString();
        };
        const QVariantList values = isFew ? QVariantList{idsOf(all)} : QVariantList();
        Result<> done;
        if (looksIn([](FilterField field) { return field != FilterField::Actor; })) {
            const QString sql = u"SELECT id, title, place, summary, key, date FROM event"_s;
            done = m_reader.eachRaw(sql + ofThose(u"id"_s), values, [&](const RawRow &row) {
                mark(row.number(0), inEvent(row));
                return !isStopped();
            });
        }
        if (done && looksIn([](FilterField field) { return field == FilterField::Actor || field == FilterField::Word; })) {
            const QString sql = u"SELECT event_id, name FROM event_actor"_s;
            done = m_reader.eachRaw(sql + ofThose(u"event_id"_s), values, [&](const RawRow &row) {
                mark(row.number(0), inActor(row));
                return !isStopped();
            });
        }
        markLanes();
        return done;
    }

    [[nodiscard]] bool passes(size_t row) const
    {
        const Mask mask = m_masks[row];
        return (mask & m_forbidden) == 0 && (mask & m_required) == m_required && ((mask & m_oneActor) || !m_oneActor)
               && ((mask & m_onePlace) || !m_onePlace);
    }

private:
    template<class Is>
    [[nodiscard]] bool looksIn(Is is) const
    {
        return std::ranges::any_of(m_needles, [&](const Needle &needle) { return is(needle.field); });
    }

    [[nodiscard]] QString idsOf(const Matches &all) const
    {
        QByteArray ids = "[0";
        for (size_t row = 0; row < all.size(); ++row) {
            if (all[row] != Truth::No)
                ids += ',' + QByteArray::number(m_chronology.id(int(row)).number);
        }
        return QString::fromLatin1(ids + ']');
    }

    void mark(qint64 id, Mask mask)
    {
        if (mask == 0)
            return;
        if (const int row = m_chronology.row({id}); row >= 0)
            m_masks[size_t(row)] |= mask;
    }

    Mask inEvent(const RawRow &row)
    {
        const QByteArrayView whole = m_columns.fold(row, 1, 5);
        Mask mask = 0;
        for (qsizetype i = 0; i < std::ssize(m_needles); ++i) {
            const Needle &needle = m_needles[size_t(i)];
            const bool found = needle.field == FilterField::Word    ? holds(whole, needle.text)
                               : needle.field == FilterField::Text  ? holds(m_columns.between(0, 3), needle.text)
                               : needle.field == FilterField::Place ? holds(m_columns.between(1, 2), needle.text)
                                                                    : false;
            mask |= found ? bitOf(i) : 0;
        }
        return mask;
    }

    Mask inActor(const RawRow &row)
    {
        const QByteArrayView name = m_columns.fold(row, 1, 1);
        Mask mask = 0;
        for (qsizetype i = 0; i < std::ssize(m_needles); ++i) {
            const Needle &needle = m_needles[size_t(i)];
            const bool isMeant = needle.field == FilterField::Actor || needle.field == FilterField::Word;
            mask |= isMeant && holds(name, needle.text) ? bitOf(i) : 0;
        }
        return mask;
    }

    void markLanes()
    {
        std::vector<Mask> lanes;
        for (const Lane &lane : m_chronology.lanes()) {
            const QByteArray title = lane.id.isValid() ? folded(lane.title).toUtf8() : QByteArray();
            Mask mask = 0;
            for (qsizetype i = 0; i < std::ssize(m_needles); ++i) {
                const Needle &needle = m_needles[size_t(i)];
                mask |= needle.field == FilterField::Word && holds(title, needle.text) ? bitOf(i) : 0;
            }
            lanes.push_back(mask);
        }
        if (std::ranges::all_of(lanes, [](Mask mask) { return mask == 0; }))
            return;
        for (size_t row = 0; row < m_masks.size(); ++row)
            m_masks[row] |= lanes[size_t(m_chronology.lane(int(row)))];
    }

    [[nodiscard]] Mask bitsOf(bool isExcluded, std::initializer_list<FilterField> fields) const
    {
        Mask bits = 0;
        for (qsizetype i = 0; i < std::ssize(m_needles); ++i) {
            const Needle &needle = m_needles[size_t(i)];
            bits |= needle.isExcluded == isExcluded && std::ranges::contains(fields, needle.field) ? bitOf(i) : 0;
        }
        return bits;
    }

    const Reader &m_reader;
    const Chronology &m_chronology;
    std::span<const Needle> m_needles;
    std::vector<Mask> m_masks; ///< of each row
    Columns m_columns;
    Mask m_forbidden =
        bitsOf(true, {FilterField::Word, FilterField::Text, FilterField::Actor, FilterField::Place});
    Mask m_required = bitsOf(false, {FilterField::Word, FilterField::Text});
    Mask m_oneActor = bitsOf(false, {FilterField::Actor});
    Mask m_onePlace = bitsOf(false, {FilterField::Place});
};

/// Those of a field that are alternatives stand together, so that they are looked for at once.
QList<Needle> needlesOf(const EventFilter &filter)
{
    QList<Needle> needles;
    for (const FilterField field : {FilterField::Actor, FilterField::Place, FilterField::Word, FilterField::Text}) {
        for (const FilterTerm &term : filter.terms) {
            if (term.field == field)
                needles.append({field, term.isExcluded, folded(term.value).toUtf8()});
        }
    }
    return needles;
}

} // namespace

Result<> narrowByTexts(Matches &all, const Reader &reader, const Chronology &chronology, const EventFilter &filter,
    const std::function<bool()> &isStopped)
{
    const QList<Needle> needles = needlesOf(filter);
    for (qsizetype from = 0; from < needles.size() && !isStopped(); from += needlesAtOnce) {
        const auto count = std::min(needlesAtOnce, needles.size() - from);
        Search search(reader, chronology, std::span(needles).subspan(size_t(from), size_t(count)));
        if (auto done = search.run(all, isStopped); !done)
            return done;
        for (size_t row = 0; row < all.size(); ++row) {
            if (all[row] != Truth::No && !search.passes(row))
                all[row] = Truth::No;
        }
    }
    return {};
}

} // namespace redoubt
