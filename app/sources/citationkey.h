#pragma once

#include "app/sources/source.h"

namespace redoubt {

/// How keys of sources look when nothing else is said.
inline constexpr QLatin1StringView standardCitationKeys{"{title}"};

/// A key by a pattern: text with fields in braces, of which a number behind a colon takes so many words.
///
/// | field | is |
/// |---|---|
/// | `{author}` | the family name of the first author, or the name of a body |
/// | `{authors}` | the family names of all authors; `{authors:2}` of the first two |
/// | `{year}` | four digits of the date |
/// | `{date}` | the date as written |
/// | `{title}` | the title; `{title:2}` its first two words, without the, a and an before them |
/// | `{publisher}` | who published it |
/// | `{type}` | article, wire, statement… |
///
/// A field that the source has not leaves nothing, nor the mark beside it. The result is written as keyFrom() writes keys;
/// where nothing is left it is the key that the title gives.
[[nodiscard]] QString citationKey(const QString &pattern, const Source &source);

/// Whether all that stands in braces is a field.
[[nodiscard]] bool isCitationPattern(const QString &pattern);

/// citationKey() by the project's pattern (ProjectInfo::citationKeys), with a number behind it where a source has that key.
[[nodiscard]] Result<QString> newCitationKey(const Reader &reader, const Source &source);

/// Up to three keys of sources that are most like one that none of them has; nearest first.
[[nodiscard]] QStringList nearestKeys(const QList<Source> &sources, const QString &wanted);

} // namespace redoubt
