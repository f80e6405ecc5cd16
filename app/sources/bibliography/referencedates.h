#pragma once

#include <QJsonValue>
#include <QString>

namespace redoubt {

/// The EDTF of a date of CSL: `date-parts` (also of numbers as text), `season` 1 to 4 or 21 to 24, `circa`, `edtf`, `raw`,
/// `literal`, or EDTF as a string. Of a text that is no date the year in it; empty where there is none.
[[nodiscard]] QString edtfOfCsl(const QJsonValue &date);

/// A date of CSL for EDTF. What `date-parts` cannot say stands beside them as `edtf`. Undefined for an empty text.
[[nodiscard]] QJsonValue cslOfEdtf(const QString &edtf);

/// EDTF of a date as people and programs write it: EDTF, "29 May 2026", "2026/05/29", a year within other words. Empty where
/// there is none.
[[nodiscard]] QString edtfOfText(const QString &text);

/// RIS: `YYYY/MM/DD/other`, each part of which may be missing; `other` may be a season, or EDTF.
[[nodiscard]] QString edtfOfRis(const QString &date);
[[nodiscard]] QString risOfEdtf(const QString &edtf);

/// BibTeX's year, month and day; the month is a number or a name, with or without a day ("10~jan", "January 10").
[[nodiscard]] QString edtfOfBibtex(const QString &year, const QString &month, const QString &day);

/// The four digits that a date begins with; empty when it begins otherwise.
[[nodiscard]] QString yearOf(const QString &edtf);

} // namespace redoubt
