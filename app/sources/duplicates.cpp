#include "app/sources/duplicates.h"

#include "app/base/foldedwords.h"
#include "app/base/folding.h"
#include "app/sources/address.h"

#include <QCoreApplication>
#include <QDate>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <span>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Duplicates)
};

using Pair = std::pair<qint64, qint64>; ///< the smaller id first

constexpr double leastLikeness = 0.8;
constexpr qint64 mostDays = 3;
constexpr qint64 mostDaysOfOnePublisher = 31;
constexpr size_t comparedWithAll = 64; ///< of more that have a word in common each is compared with some near in time
constexpr size_t comparedWithNext = 16;

/// What of a source counts when it is compared with others.
struct Traits
{
    qint64 id = 0;
    std::vector<quint32> words;   ///< of the title
    std::vector<quint32> numbers; ///< those of them that are numbers
    size_t publisher = 0;         ///< hashes; 0 for none
    size_t address = 0;
    size_t doi = 0;
    std::optional<qint64> day; ///< Julian
};

size_t hashOf(const QString &text)
{
    return text.isEmpty() ? 0 : qHash(text, size_t(11)) | 1;
}

std::vector<quint32> numbersOf(const QString &title)
{
    QByteArray digits;
    for (const QChar c : title)
        digits += c >= u'0' && c <= u'9' ? char(c.unicode()) : ' ';
    return wordsOf(digits, 1);
}

/// Of an EDTF date that names one, or an interval that begins with one.
std::optional<qint64> dayOf(const QString &published)
{
    const QDate date = QDate::fromString(published.left(10), Qt::ISODate);
    return date.isValid() ? std::optional(date.toJulianDay()) : std::nullopt;
}

Traits traitsOf(qint64 id, const QString &title, const QString &publisher, const QString &published, const QString &address,
    const QString &doi)
{
    const QString ownDoi = doiIn(doi);
    return {.id = id,
        .words = wordsOf(title.toUtf8(), 1),
        .numbers = numbersOf(title),
        .publisher = hashOf(folded(publisher).simplified()),
        .address = hashOf(addressIdentity(address)),
        .doi = hashOf(ownDoi.isEmpty() ? doiIn(address) : ownDoi),
        .day = dayOf(published)};
}

const QString selectTraits = u"SELECT id, title, publisher, published, address, "
                             "CASE WHEN json_valid(fields) THEN coalesce(json_extract(fields, '$.DOI'), '') ELSE '' END FROM source"_s;

Traits readTraits(const RawRow &row)
{
    const auto text = [&](int column) { return QString::fromUtf8(row.text(column)); };
    return traitsOf(row.number(0), text(1), text(2), text(3), text(4), text(5));
}

std::optional<Duplicate> compared(const Traits &a, const Traits &b)
{
    Duplicate found{.first = {std::min(a.id, b.id)}, .second = {std::max(a.id, b.id)}, .daysApart = {}};
    found.sameAddress = a.address != 0 && a.address == b.address;
    found.sameDoi = a.doi != 0 && a.doi == b.doi;
    found.samePublisher = a.publisher != 0 && a.publisher == b.publisher;
    if (const size_t all = a.words.size() + b.words.size(); all > 0)
        found.likeness = 2.0 * inCommon(a.words, b.words) / double(all);
    if (a.day && b.day)
        found.daysApart = std::abs(*a.day - *b.day);
    if (found.sameDoi || found.sameAddress) {
        found.score = found.sameDoi ? 0.96 + 0.04 * found.likeness : 0.92 + 0.08 * found.likeness;
        return found;
    }
    const bool otherDocument = (a.doi != 0 && b.doi != 0) || a.numbers != b.numbers;
    const qint64 reach = found.samePublisher ? mostDaysOfOnePublisher : mostDays;
    const bool near = found.daysApart ? *found.daysApart <= reach : found.samePublisher;
    if (otherDocument || found.likeness < leastLikeness || !near)
        return {};
    const double time = found.daysApart ? 1 - double(*found.daysApart) / double(reach + 1) : 0.3;
    found.score = 0.5 * found.likeness + 0.2 * time + (found.samePublisher ? 0.2 : 0);
    return found;
}

/// The pairs that are kept apart, or of which one repeats the other.
Result<QSet<Pair>> decided(const Reader &reader)
{
    QSet<Pair> pairs;
    const auto read = reader.eachRaw(
        u"SELECT source_id, repeats_id FROM origin UNION ALL SELECT source_id, other_id FROM not_same_source"_s, {},
        [&](const RawRow &row) {
            pairs.insert(std::minmax(row.number(0), row.number(1)));
            return true;
        });
    if (!read)
        return failure(read);
    return pairs;
}

QList<Duplicate> best(QList<Duplicate> all, int most)
{
    std::ranges::sort(all, [](const Duplicate &a, const Duplicate &b) {
        return std::tie(b.score, a.first, a.second) < std::tie(a.score, b.first, b.second);
    });
    all.resize(std::min<qsizetype>(all.size(), most));
    return all;
}

/// Which sources are worth comparing: each is entered under what duplicates of it have in common with it.
class Blocks
{
public:
    explicit Blocks(const std::vector<Traits> &all)
        : m_all(all)
    {
        QHash<quint32, quint32> counts;
        for (const Traits &traits : all) {
            for (const quint32 word : traits.words)
                ++counts[word];
        }
        for (quint32 i = 0; i < all.size(); ++i) {
            if (all[i].address != 0)
                m_entries.push_back({all[i].address, i});
            if (all[i].doi != 0)
                m_entries.push_back({all[i].doi, i});
            enterTitle(i, counts);
        }
        std::ranges::sort(m_entries, {}, [&](const Entry &entry) { return std::tuple(entry.block, all[entry.place].day, entry.place); });
    }

    /// Calls visit(a, b) for the pairs; some come more than once. Until it says false.
    template<class Visit>
    void eachPair(Visit visit) const
    {
        for (size_t from = 0; from < m_entries.size();) {
            size_t to = from + 1;
            while (to < m_entries.size() && m_entries[to].block == m_entries[from].block)
                ++to;
            const size_t reach = to - from <= comparedWithAll ? comparedWithAll : comparedWithNext;
            for (size_t a = from; a < to; ++a) {
                for (size_t b = a + 1; b < std::min(to, a + 1 + reach); ++b) {
                    if (!visit(m_all[m_entries[a].place], m_all[m_entries[b].place]))
                        return;
                }
            }
            from = to;
        }
    }

private:
    struct Entry
    {
        size_t block;
        quint32 place;
    };

    /// Two titles that are alike enough have one of so many of their rarest words in common.
    void enterTitle(quint32 place, const QHash<quint32, quint32> &counts)
    {
        const Traits &traits = m_all[place];
        std::vector<std::pair<quint32, quint32>> rarest; // how often, which
        for (const quint32 word : traits.words)
            rarest.emplace_back(counts.value(word), word);
        std::ranges::sort(rarest);
        const double common = leastLikeness / (2 - leastLikeness) * double(rarest.size());
        const size_t enough = rarest.empty() ? 0 : rarest.size() - size_t(std::ceil(common - 1e-9)) + 1;
        for (const auto &[count, word] : std::span(rarest).first(std::min(enough, rarest.size()))) {
            if (count < 2)
                continue;
            if (traits.publisher != 0)
                m_entries.push_back({qHashMulti(1, word, traits.publisher), place});
            if (traits.day) {
                for (const qint64 span : {*traits.day / (mostDays + 1), *traits.day / (mostDays + 1) + 1})
                    m_entries.push_back({qHashMulti(2, word, span), place});
            }
        }
    }

    const std::vector<Traits> &m_all;
    std::vector<Entry> m_entries;
};

Result<std::vector<Traits>> allTraits(const Reader &reader, JobState *job)
{
    std::vector<Traits> all;
    const auto read = reader.eachRaw(selectTraits, {}, [&](const RawRow &row) {
        all.push_back(readTraits(row));
        return !job || !job->isStopped();
    });
    if (!read)
        return failure(read);
    return all;
}

} // namespace

Result<QList<Duplicate>> duplicates(const Reader &reader, int most, JobState *job)
{
    const auto apart = decided(reader);
    const auto all = allTraits(reader, job);
    if (!apart || !all)
        return apart ? failure(all) : failure(apart);
    if (job)
        job->setProgress(0.5);
    QSet<Pair> met;
    QList<Duplicate> found;
    Blocks(*all).eachPair([&](const Traits &a, const Traits &b) {
        const auto duplicate = compared(a, b);
        const Pair pair = std::minmax(a.id, b.id);
        if (duplicate && !apart->contains(pair) && !met.contains(pair)) {
            met.insert(pair);
            found.append(*duplicate);
        }
        return !job || !job->isStopped();
    });
    if (job && job->isStopped())
        return failure(Words::tr("The duplicates were not looked for."), Words::tr("You stopped it."), {}, Error::Kind::Cancelled);
    return best(std::move(found), most);
}

Result<QList<Duplicate>> duplicatesOf(const Reader &reader, const Source &source, int most)
{
    const auto apart = decided(reader);
    if (!apart)
        return failure(apart);
    Traits own = traitsOf(source.id.number, source.title, source.publisher, source.published, source.address, {});
    const auto fields = reader.eachRaw(selectTraits + u" WHERE id = ?"_s, {source.id.number}, [&](const RawRow &row) {
        own.doi = readTraits(row).doi;
        return false;
    });
    if (!fields)
        return failure(fields);
    QList<Duplicate> found;
    const auto read = reader.eachRaw(selectTraits, {}, [&](const RawRow &row) {
        const auto duplicate = row.number(0) == own.id ? std::nullopt : compared(own, readTraits(row));
        if (duplicate && !apart->contains({duplicate->first.number, duplicate->second.number}))
            found.append(*duplicate);
        return true;
    });
    if (!read)
        return failure(read);
    return best(std::move(found), most);
}

QString reasonText(const Duplicate &duplicate)
{
    QStringList reasons;
    if (duplicate.sameDoi)
        reasons.append(Words::tr("same DOI"));
    if (duplicate.sameAddress)
        reasons.append(Words::tr("same address"));
    if (duplicate.likeness == 1)
        reasons.append(Words::tr("same title"));
    else if (duplicate.likeness >= leastLikeness)
        reasons.append(Words::tr("nearly the same title"));
    if (duplicate.samePublisher)
        reasons.append(Words::tr("same publisher"));
    if (duplicate.daysApart == 0)
        reasons.append(Words::tr("same day"));
    else if (duplicate.daysApart)
        reasons.append(Words::tr("%n day(s) apart", nullptr, int(*duplicate.daysApart)));
    return reasons.join(u" · "_s);
}

Result<> keepApart(Writer &writer, Id<Source> one, Id<Source> other)
{
    const Pair pair = std::minmax(one.number, other.number);
    return writer.insert(
        u"not_same_source"_s, {u"id"_s, u"source_id"_s, u"other_id"_s}, {newIdNumber(), pair.first, pair.second});
}

} // namespace redoubt
