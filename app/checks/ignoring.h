#pragma once

#include "app/base/id.h"
#include "app/brief/citation.h"
#include "app/project/reader.h"

#include <QDateTime>

namespace redoubt {

struct Brief;
struct Finding;

/// A finding that the author lets stand, and why. The place is kept by its words and what is around them, as W3C's text quote
/// selector has it: it is found again when the text moves, and no longer when the words themselves change.
struct Ignoring
{
    Id<Ignoring> id;
    Id<Brief> brief;
    QString rule;
    QString exact;
    QString prefix; ///< up to 32 characters before
    QString suffix; ///< up to 32 characters behind
    QString reason; ///< never empty
    QDateTime at;   ///< UTC

    bool operator==(const Ignoring &) const = default;
};

/// Of a brief, latest first.
[[nodiscard]] Result<QList<Ignoring>> ignorings(const Reader &reader, Id<Brief> brief);

/// Lets a finding in this text of the brief stand; meant for Project::edit. Refused without a reason.
Result<> ignoreFinding(
    Writer &writer, Id<Brief> brief, const Finding &finding, const QString &text, const QString &reason, const QDateTime &at);
/// The finding counts again.
Result<> dropIgnoring(Writer &writer, Id<Ignoring> id);

/// Marks those findings in a text that are ignored: same rule, same words, and what is before or behind them is the same too,
/// white space aside. Takes linear time.
void markIgnored(QList<Finding> &findings, const QString &text, const QList<Ignoring> &ignorings);

} // namespace redoubt
