#pragma once

#include "app/base/error.h"

#include <expected>

namespace redoubt {

/// A value, or the reason why there is none. std::expected with an Error, that may not be ignored.
template<class T = void>
class [[nodiscard]] Result : public std::expected<T, Error>
{
public:
    using std::expected<T, Error>::expected;
};

/// `return failure(tr("…"), tr("…"), tr("…"));`
[[nodiscard]] inline std::unexpected<Error> failure(
    QString what, QString why, QString remedy = {}, Error::Kind kind = Error::Kind::General)
{
    return std::unexpected(Error{std::move(what), std::move(why), std::move(remedy), kind});
}

/// Passes the error of one result on as that of another.
template<class T>
[[nodiscard]] std::unexpected<Error> failure(const Result<T> &failed)
{
    return std::unexpected(failed.error());
}

} // namespace redoubt
