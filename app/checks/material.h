#pragma once

#include "app/brief/brief.h"
#include "app/brief/document.h"
#include "app/checks/ignoring.h"
#include "app/sources/source.h"

#include <QHash>
#include <QSet>

namespace redoubt {

/// What the checks know of a source that a brief cites.
struct CheckedSource
{
    QString title;
    Grade grade;
    QString retraction; ///< why it no longer stands, in a sentence; empty where it does
    QString origin;     ///< the key of the last source that it goes back to; its own where it repeats none
    bool captured = false;

    bool operator==(const CheckedSource &) const = default;
};

/// What the checks know of an event that a brief links to.
struct CheckedEvent
{
    QString title;
    QString date; ///< EDTF
    QStringList actors;

    bool operator==(const CheckedEvent &) const = default;
};

/// All that the checks of one brief take from the project, by key. Holds only what the text names: a key that is not here is
/// not in the project.
struct CheckMaterial
{
    QString language; ///< of the brief, BCP 47
    LikelihoodScale scale = LikelihoodScale::Icd203;
    QHash<QString, CheckedSource> sources{};
    QHash<QString, QStringList> near{}; ///< for keys that no source has: those that may be meant (see nearestKeys())
    QHash<QString, CheckedEvent> events{};
    QSet<QString> indicators{}; ///< those that are linked
    bool hasIndicators = false; ///< the project has an indicator that is not resolved
    QList<Ignoring> ignored{};

    bool operator==(const CheckMaterial &) const = default;
};

/// Reads it for a text of the brief, which need not be the one in the file yet. Costs by what the text names.
[[nodiscard]] Result<CheckMaterial> checkMaterial(const Reader &reader, Id<Brief> brief, const Document &document);

} // namespace redoubt
