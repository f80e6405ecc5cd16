#pragma once

#include <QList>
#include <QString>

class QCoreApplication;

namespace redoubt {

/// A language that Redoubt's own texts exist in.
struct Language
{
    QString code; ///< BCP 47, as Settings::setLanguage takes it
    QString name; ///< in the language itself: "Deutsch"

    bool operator==(const Language &) const = default;
};

/// For a chooser in the settings; English first, the pseudo-language not among them.
[[nodiscard]] QList<Language> languages();

/// Makes the application speak the first of these that is given: REDOUBT_LANGUAGE, `chosen` (the user's setting, may be
/// empty), the system's language (LANGUAGE, LC_ALL, LC_MESSAGES, LANG). Texts that have no translation into it are English;
/// numbers and dates follow it, or the system where nothing else is chosen. "pseudo" and "en-XA" are the pseudo-language of
/// the tests. Before any text is asked for; a second call replaces what the first one set.
void speak(QCoreApplication &application, const QString &chosen = {});

} // namespace redoubt
