#pragma once

#include <QHashFunctions>
#include <QtTypes>

#include <compare>

namespace redoubt {

/// A number for a new row: positive, larger than all that this process gave before, and unlike those that
/// another process gives, also at the same moment, so that copies of a project can grow apart and be merged.
/// Milliseconds since 2020-01-01 UTC in the upper 42 bits (until 2159), then 16 bits that the process drew when it
/// started, then 5 that count; whoever asks for more than 32 in a millisecond gets those of the next ones.
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
