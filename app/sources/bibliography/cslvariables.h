#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace redoubt {

/// What a variable of CSL 1.0.2's input holds, by the schema csl-data.json.
enum class CslKind {
    Text,   ///< a string, or a number where the file has one
    Number, ///< a number or a text such as "12-14"
    Names,  ///< an array of names
    Date,
    Other,  ///< id, type, custom, categories: what stands outside of the variables
    Unknown ///< not of CSL 1.0.2: kept as it is
};
[[nodiscard]] CslKind cslKind(QStringView variable);

/// All variables of CSL 1.0.2's input, without what stands outside of them, in alphabetical order.
[[nodiscard]] const QStringList &cslVariables();

/// A text or number as text; what is neither, as an empty one.
[[nodiscard]] QString cslText(const QJsonValue &value);

/// CSL's rich text without its marks: `<i>`, `<b>`, `<sub>`, `<sup>`, `<sc>`, `<span …>` and their ends. White space is
/// simplified.
[[nodiscard]] QString withoutMarkup(const QString &text);

} // namespace redoubt
