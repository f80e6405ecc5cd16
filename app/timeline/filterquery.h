#pragma once

#include "app/timeline/filter.h"

#include <QDate>

namespace redoubt {

/// One condition as it stands in the text of a filter.
struct QueryTerm
{
    FilterTerm term;      ///< the value as understood: dates are EDTF, certainties whole names
    qsizetype start = 0;  ///< in the text
    qsizetype length = 0;
    QString problem;      ///< why it cannot be part of the filter, in a finished sentence; empty when it can

    bool operator==(const QueryTerm &) const = default;
};

/// Reads the text of a filter: `drone "in the night" -retracted lane:Incidents certainty:disputed after:2025-09`.
///
/// Terms stand between white space. One may have `-` before it (not), then a name of filterFieldNames with a colon in any
/// letter case, and then the value: to the next white space, or within quotation marks, straight or curly, where \ takes
/// the meaning from a mark or another \. A word in quotation marks never has a name. What has an unknown name is a word;
/// a name without a value is not a term yet. Dates are as naturaldate.h reads them, certainties may be begun only.
/// At most 64 terms count; later ones have a problem.
[[nodiscard]] QList<QueryTerm> readQuery(QStringView text, QDate today = {});

/// The conditions without a problem.
[[nodiscard]] EventFilter filterOf(const QList<QueryTerm> &terms);

/// The text that reads as the term or the filter.
[[nodiscard]] QString queryText(const FilterTerm &term);
[[nodiscard]] QString queryText(const EventFilter &filter);

// Changes the text and leaves what else stands in it as it was typed.
[[nodiscard]] QString withTerm(const QString &query, const FilterTerm &term);
[[nodiscard]] QString withoutTerm(const QString &query, const QueryTerm &term);
/// All terms with this field and value, letter case and accents aside, excluded or not.
[[nodiscard]] QString withoutTerms(const QString &query, FilterField field, const QString &value);
/// Whether there is one.
[[nodiscard]] bool hasTerm(const QString &query, const FilterTerm &term);

} // namespace redoubt
