#pragma once

#include <QHashFunctions>
#include <QtTypes>

#include <compare>

namespace redoubt {

/// A number for a new row: positive, larger than all that this process gave before, and unlike those that
/// another copy of the project gives. Milliseconds since 2020-01-01 UTC in the upper 42 bits (until 2159),
/// 21 random bits below; numbers asked for within one millisecond follow each other in small random steps.
/// May be called from any thread.
[[nodiscard]] qint64 newIdNumber();

/// The identity of a row; Tag is the value type of its table, so that ids of two tables do not mix.
/// Zero means "none".
template<class Tag>
struct Id
{
    qint64 number = 0;

    [[nodiscard]] static Id make() { return {newIdNumber()}; }
    [[nodiscard]] bool isValid() const { return number != 0; }

    auto operator<=>(const Id &) const = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.number, seed); }
};

} // namespace redoubt
