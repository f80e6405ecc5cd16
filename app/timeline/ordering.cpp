#include "app/timeline/ordering.h"

#include "app/base/folding.h"
#include "app/project/projectinfo.h"

#include <QCoreApplication>
#include <QtEndian>

#include <cstring>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Chronology)
};

/// A folded text for each row, in one piece of memory.
class Texts
{
public:
    explicit Texts(size_t rows)
        : m_keys(rows)
    {
    }

    void set(size_t row, QByteArrayView text)
    {
        Key &key = m_keys[row];
        key.offset = m_all.size();
        appendFolded(text.first(std::min(text.size(), longest)), m_all);
        key.length = m_all.size() - key.offset;
        char beginning[sizeof key.beginning] = {};
        const auto size = std::min(size_t(key.length), sizeof beginning);
        std::memcpy(beginning, m_all.constData() + key.offset, size);
        key.beginning = qFromBigEndian<quint64>(beginning);
    }

    [[nodiscard]] bool isBefore(size_t a, size_t b) const
    {
        const Key &x = m_keys[a];
        const Key &y = m_keys[b];
        if ((x.length == 0) != (y.length == 0))
            return y.length == 0;
        if (x.beginning != y.beginning)
            return x.beginning < y.beginning;
        const int order = QByteArrayView(m_all).sliced(x.offset, x.length).compare(
            QByteArrayView(m_all).sliced(y.offset, y.length));
        return order != 0 ? order < 0 : a < b;
    }

private:
    static constexpr qsizetype longest = 256;

    struct Key
    {
        quint64 beginning = 0;
        qsizetype offset = 0;
        qsizetype length = 0;
    };
    std::vector<Key> m_keys;
    QByteArray m_all;
};

std::vector<int> allPlaces(size_t count)
{
    std::vector<int> places(count);
    std::iota(places.begin(), places.end(), 0);
    return places;
}

QString textColumn(EventOrder order)
{
    return order == EventOrder::Title ? u"title"_s : order == EventOrder::Place ? u"place"_s : u"key"_s;
}

Result<> readTexts(const Reader &reader, const Chronology &chronology, EventOrder order, const JobState *state, Texts &texts)
{
    const auto goesOn = [state] { return !state || !state->isStopped(); };
    const auto rowOf = [&](qint64 id) { return chronology.row({id}); };
    if (order == EventOrder::Tag) {
        std::vector<char> isSet(size_t(chronology.size()));
        return eachTag(reader, u"event"_s, [&](qint64 item, const QString &name) {
            const int row = rowOf(item);
            if (row >= 0 && !std::exchange(isSet[size_t(row)], 1))
                texts.set(size_t(row), name.toUtf8());
        });
    }
    if (order == EventOrder::Actor) {
        std::vector<qint64> positions(size_t(chronology.size()), std::numeric_limits<qint64>::max());
        return reader.eachRaw(u"SELECT event_id, position, name FROM event_actor"_s, {}, [&](const RawRow &values) {
            const int row = rowOf(values.number(0));
            if (row >= 0 && values.number(1) < positions[size_t(row)]) {
                positions[size_t(row)] = values.number(1);
                texts.set(size_t(row), values.text(2));
            }
            return goesOn();
        });
    }
    return reader.eachRaw(u"SELECT id, %1 FROM event"_s.arg(textColumn(order)), {}, [&](const RawRow &values) {
        if (const int row = rowOf(values.number(0)); row >= 0)
            texts.set(size_t(row), values.text(1));
        return goesOn();
    });
}

Result<std::vector<std::optional<qint64>>> numbersOf(
    const Reader &reader, const Chronology &chronology, EventOrder order, const JobState *state)
{
    std::vector<std::optional<qint64>> numbers(size_t(chronology.size()));
    Result<> read;
    if (order == EventOrder::Casualties) {
        read = reader.eachRaw(u"SELECT id, coalesce(casualties_best, casualties_high, casualties_low) FROM event "
                              "WHERE coalesce(casualties_best, casualties_high, casualties_low) IS NOT NULL"_s,
            {}, [&](const RawRow &values) {
                if (const int row = chronology.row({values.number(0)}); row >= 0)
                    numbers[size_t(row)] = values.number(1);
                return !state || !state->isStopped();
            });
    } else {
        for (int row = 0; row < chronology.size(); ++row)
            numbers[size_t(row)] = order == EventOrder::Lane ? chronology.lane(row) : int(chronology.certainty(row));
    }
    if (!read)
        return failure(read);
    return numbers;
}

bool isNumber(EventOrder order)
{
    return order == EventOrder::Lane || order == EventOrder::Certainty || order == EventOrder::Casualties;
}

/// Piece by piece, so that it can be stopped soon.
template<class Less>
void sortPieces(std::vector<int> &places, Less less, const JobState *state)
{
    static constexpr size_t piece = 1 << 15;
    const auto isStopped = [state] { return state && state->isStopped(); };
    const auto at = [&](size_t place) { return places.begin() + qsizetype(std::min(place, places.size())); };
    for (size_t from = 0; from < places.size() && !isStopped(); from += piece)
        std::sort(at(from), at(from + piece), less);
    for (size_t width = piece; width < places.size() && !isStopped(); width *= 2) {
        for (size_t from = 0; from + width < places.size() && !isStopped(); from += 2 * width)
            std::inplace_merge(at(from), at(from + width), at(from + 2 * width), less);
    }
}

std::unexpected<Error> stopped()
{
    return failure(Words::tr("The events were not put in order."), Words::tr("It was cancelled."), {},
        Error::Kind::Cancelled);
}

} // namespace

std::vector<int> placesInOrder(const std::vector<std::optional<qint64>> &numbers)
{
    std::vector<int> places = allPlaces(numbers.size());
    std::ranges::stable_sort(places, [&](int a, int b) {
        const auto &x = numbers[size_t(a)];
        const auto &y = numbers[size_t(b)];
        return x && y ? *x < *y : x.has_value() && !y;
    });
    return places;
}

Result<std::vector<int>> rowsInOrder(
    const Reader &reader, const Chronology &chronology, EventOrder order, const JobState *state)
{
    if (isNumber(order)) {
        const auto numbers = numbersOf(reader, chronology, order, state);
        if (!numbers)
            return failure(numbers);
        if (state && state->isStopped())
            return stopped();
        return placesInOrder(*numbers);
    }
    Texts texts(size_t(chronology.size()));
    if (auto read = readTexts(reader, chronology, order, state, texts); !read)
        return failure(read);
    if (state && state->isStopped())
        return stopped();
    std::vector<int> places = allPlaces(size_t(chronology.size()));
    sortPieces(places, [&](int a, int b) { return texts.isBefore(size_t(a), size_t(b)); }, state);
    return state && state->isStopped() ? Result<std::vector<int>>(stopped()) : places;
}

} // namespace redoubt
