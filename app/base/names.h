#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>
#include <utility>

namespace redoubt {

using namespace Qt::StringLiterals;

/// The words by which the values of an enumeration stand in the file, in text formats and on the command line:
/// `inline constexpr Names<Stance, 2> stanceNames{{{{Stance::Disputes, "disputes"_L1}, …}}};`
template<class Enum, size_t N>
struct Names
{
    std::array<std::pair<Enum, QLatin1StringView>, N> table;

    [[nodiscard]] constexpr QLatin1StringView name(Enum value) const
    {
        for (const auto &[candidate, text] : table) {
            if (candidate == value)
                return text;
        }
        return {};
    }

    [[nodiscard]] constexpr std::optional<Enum> value(QStringView name) const
    {
        for (const auto &[candidate, text] : table) {
            if (text == name)
                return candidate;
        }
        return {};
    }
};

} // namespace redoubt
