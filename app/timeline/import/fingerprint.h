#pragma once

#include "app/timeline/import/importedevent.h"

#include <array>

namespace redoubt {

/// What a data set said of an event, or what the project says of it now, field by field: a number each that is the same for the
/// same value. Kept in files: how it is computed must stay as it is.
struct Fingerprint
{
    enum class Field { Title, Date, Lane, Place, Coordinates, Summary, Actors, Certainty, Casualties, Tags };
    static constexpr size_t fields = 10;

    std::array<quint64, fields> values{};
    quint32 references = 0; ///< how many rows of other rooms the import itself attached to the event (its sources)

    [[nodiscard]] quint64 of(Field field) const { return values[size_t(field)]; }
    [[nodiscard]] QByteArray bytes() const;
    /// All zero for what bytes() never makes.
    [[nodiscard]] static Fingerprint fromBytes(const QByteArray &bytes);

    bool operator==(const Fingerprint &) const = default;
};

[[nodiscard]] Fingerprint fingerprint(const ImportedEvent &event);

/// Texts as a project keeps them: trimmed, actors and tags without repetitions.
void tidy(ImportedEvent &event);

} // namespace redoubt
