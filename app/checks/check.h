#pragma once

#include "app/base/names.h"
#include "app/brief/draft.h"
#include "app/checks/material.h"

namespace redoubt {

struct CheckedBrief;

enum class Severity {
    Error,   ///< wrong: the reader is told what is not so
    Warning, ///< a rule of the trade is broken
    Note,    ///< worth a look
};

inline constexpr Names<Severity, 3> severityNames{
    {{{Severity::Error, "error"_L1}, {Severity::Warning, "warning"_L1}, {Severity::Note, "note"_L1}}}};

/// A change of the brief's text that settles a finding.
struct Fix
{
    QString what; ///< as a command: "Put the captured wording in"
    TextRange range;
    QString replacement;

    bool operator==(const Fix &) const = default;
};

/// One thing that a rule found in a brief.
struct Finding
{
    QString rule{}; ///< the id
    Severity severity = Severity::Warning;
    TextRange range{}; ///< in the brief's text; empty only where that is
    QString message{}; ///< one or two sentences
    std::optional<Fix> fix{}; ///< where it is certain what to do
    QList<Fix> offers{};      ///< else what the author may choose from
    Id<Ignoring> ignored{};   ///< valid where the author lets it stand

    bool operator==(const Finding &) const = default;
};

/// One check of a brief. All that it says is translated.
struct Rule
{
    QString id;                            ///< "uncited-quotation": as it stands in the file and on the command line
    Severity severity = Severity::Warning; ///< of its gravest findings
    QString title;                         ///< "Quotation without a source"
    QString explanation;                   ///< why, naming the standard that it comes from
    /// Its findings, in whatever order; their rule is filled in afterwards.
    QList<Finding> (*check)(const CheckedBrief &brief) = nullptr;
};

/// All rules, by what they are about: quotations, sourcing, likelihood, argument, chronology, watch list. With their texts in
/// the language that is spoken now.
[[nodiscard]] QList<Rule> rules();

/// What the rules find in a brief, by place; those that are ignored have it said of them. `document` is the draft's text as
/// readDocument() reads it, `material` was read for it. Quotations that are not verified yet are passed over. Values in,
/// values out: for any thread. Takes linear time. Nothing when `cancelled`.
[[nodiscard]] std::optional<QList<Finding>> findings(const Draft &draft, const Document &document, const CheckMaterial &material,
    const std::function<bool()> &cancelled = [] { return false; });

} // namespace redoubt
