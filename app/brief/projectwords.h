#pragma once

#include "app/brief/brief.h"

#include <QSet>

namespace redoubt {

/// A word that is right although no dictionary has it: a name, mostly.
struct ProjectWord
{
    Id<ProjectWord> id;
    QString word;
    Id<Brief> brief; ///< in which it is; not valid for all of them

    bool operator==(const ProjectWord &) const = default;
};

/// In the order of the letters, capitals aside.
[[nodiscard]] Result<QList<ProjectWord>> projectWords(const Reader &reader);

/// A word that is there already stays as it is; one that is added for all briefs is no longer kept for single ones. Refused when it is no
/// word: it is empty or has white space in it.
Result<> addProjectWord(Writer &writer, const QString &word, Id<Brief> brief = {});
/// Gives it another spelling; refused as above, and when the words have that already.
Result<> updateProjectWord(Writer &writer, Id<ProjectWord> id, const QString &word);
Result<> removeProjectWord(Writer &writer, Id<ProjectWord> id);

/// The words that are right in one brief, to be asked for many times.
class KnownWords
{
public:
    KnownWords() = default;
    KnownWords(const QList<ProjectWord> &words, Id<Brief> brief);

    /// As it was added, or in capitals; one without capitals may begin with one too. Apostrophes are all the same, and an English
    /// genitive ('s) is its word.
    [[nodiscard]] bool contains(const QString &word) const;

    bool operator==(const KnownWords &) const = default;

private:
    QSet<QString> m_words;
};

} // namespace redoubt
