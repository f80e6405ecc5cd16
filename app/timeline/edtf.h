#pragma once

#include "app/timeline/bounds.h"
#include "app/timeline/edtfsyntax.h"

namespace redoubt {

/// From the finest to the coarsest.
enum class Precision { Second, Minute, Day, Month, Season, Year, Decade, Century, Millennium, Age };

/// A date as written in EDTF, and what it says. An event dated with a single date lies somewhere within it;
/// one dated with an interval begins within its first date and ends within its last one. Times without a zone
/// are taken as UTC. A start bound at the largest and an end bound at the smallest qint64 have no limit on
/// that side either.
struct Edtf
{
    QString text; ///< as written; empty for no date
    EdtfExpression::Form form = EdtfExpression::Form::Date;
    int level = 0;
    Bounds bounds;
    Qualifier start; ///< what is said of the start, and of the whole when it is no interval
    Qualifier end;
    Precision precision = Precision::Day; ///< of the coarser end

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    [[nodiscard]] bool isUncertain() const { return start.uncertain || end.uncertain; }
    [[nodiscard]] bool isApproximate() const { return start.approximate || end.approximate; }

    bool operator==(const Edtf &) const = default;
};

/// Reads EDTF levels 0 to 2, with the decisions of `product.md`. Reversed intervals are refused.
[[nodiscard]] Result<Edtf> readEdtf(QStringView text);

enum class Truth { No, Possibly, Yes };

/// Whether what `a` bounds ends before what `b` bounds begins: certainly, possibly, or certainly not.
[[nodiscard]] Truth before(const Bounds &a, const Bounds &b);

/// Whether the two share at least a second.
[[nodiscard]] Truth overlaps(const Bounds &a, const Bounds &b);

/// One order for lists: by the earliest start, then by the latest end. It says nothing of what preceded what.
[[nodiscard]] bool listedBefore(const Bounds &a, const Bounds &b);

/// An open end has certainly no limit, while an unknown one (`2006/`) lies somewhere after the start.
[[nodiscard]] bool isOpenStart(const Bounds &bounds);
[[nodiscard]] bool isOpenEnd(const Bounds &bounds);

} // namespace redoubt
