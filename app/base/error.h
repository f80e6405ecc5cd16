#pragma once

#include <QString>

namespace redoubt {

/// Why something could not be done, in finished, translated sentences that are shown to the user as they are.
struct Error
{
    /// For the few callers that act on a failure instead of only showing it.
    enum class Kind {
        General,
        NotAProject, ///< the file is something else
        NewerStep,   ///< made by a later version of Redoubt
        Damaged,     ///< `recover` may help
        NotAllowed,  ///< permissions
        ReadOnly,    ///< the place cannot be written, reading works
        InUse,       ///< open in another window
        Exists,      ///< would overwrite
        Refused,     ///< the change would break a rule of the data
        DiskFull,
        Cancelled,
        Invalid, ///< the input is not what it should be; commands exit 1 on this
    };

    QString what;   ///< what failed: "The project could not be opened."
    QString why;    ///< the cause, as far as it is known
    QString remedy; ///< what the user can do; may be empty when nothing can
    Kind kind = Kind::General;

    /// The three sentences in one line.
    [[nodiscard]] QString text() const;

    bool operator==(const Error &) const = default;
};

} // namespace redoubt
