#pragma once

#include "app/base/id.h"
#include "app/project/reader.h"

namespace redoubt {

/// A readable name in text: lower-case ASCII letters, digits and single hyphens, at most 40 characters, accents
/// taken off: "Drone hits flats in Galați" → "drone-hits-flats-in-galati". "item" where nothing is left.
[[nodiscard]] QString keyFrom(const QString &title);

/// keyFrom(title), with a number from 2 behind it when a row of `table` has that key already. Takes about as many queries as
/// the number has binary digits; where rows in between were removed it need not be the lowest.
[[nodiscard]] Result<QString> freeKey(const Reader &reader, const QString &table, const QString &title);

/// Gives the value of a new row its id and its key, made from its title, where it has none yet.
template<class T>
Result<> nameNew(const Reader &reader, const QString &table, T &value)
{
    if (!value.id.isValid())
        value.id = Id<T>::make();
    if (!value.key.isEmpty())
        return {};
    auto key = freeKey(reader, table, value.title);
    if (!key)
        return failure(key);
    value.key = *key;
    return {};
}

/// NULL for an empty optional.
template<class T>
[[nodiscard]] QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

/// An empty optional for NULL.
template<class T>
[[nodiscard]] std::optional<T> optionalValue(const QSqlQuery &row, int column)
{
    const QVariant value = row.value(column);
    return value.isNull() ? std::nullopt : std::optional<T>(value.value<T>());
}

} // namespace redoubt
