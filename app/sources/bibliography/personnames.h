#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace redoubt {

/// Names as people read them: "Ursula von der Leyen; NATO". Takes CSL's array of names.
[[nodiscard]] QString readableNames(const QJsonArray &names);

/// CSL names of such a text: one with a comma is "Family, Given", any other is left whole.
[[nodiscard]] QJsonArray namesFromReadable(const QString &text);

/// A name of RIS: "Family, Given, Suffix"; without a comma it is that of a body, left whole.
[[nodiscard]] QJsonObject nameFromRis(const QString &text);
[[nodiscard]] QString risName(const QJsonObject &name);

/// The names of a BibTeX field, between "and"s outside of braces: "First von Last", "von Last, First", "von Last, Jr, First", a
/// body in braces, "others", and BibLaTeX's "family=…, given=…, prefix=…, suffix=…".
[[nodiscard]] QJsonArray namesFromBibtex(QStringView latex);
[[nodiscard]] QString bibtexNames(const QJsonArray &names);

} // namespace redoubt
