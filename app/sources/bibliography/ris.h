#pragma once

#include "app/sources/bibliography/keptfields.h"

namespace redoubt {

/// The records of a RIS file as they stand, with what is wrong with it. Tags in capitals stand at the margin of the record,
/// or in small letters where its TY does; one or two spaces, a hyphen. What follows a tag's line without a tag continues it.
/// A record ends with ER, with the next TY, or with the file.
struct RisRecords
{
    QList<TaggedEntry> entries;
    QList<BibliographyProblem> problems;
};
[[nodiscard]] RisRecords risRecords(QStringView text);

/// RIS as Reference Manager defined it and Zotero, EndNote, Mendeley and the like write it: tags that mean different things in
/// different types are read by type. Only a part when stopped.
[[nodiscard]] Bibliography readRis(QStringView text, const JobState *state = nullptr);

/// As UTF-8 text with CRLF.
[[nodiscard]] QByteArray writeRis(const QList<BibliographyItem> &items);

/// The meaning of the tags alone (keptfields.h).
[[nodiscard]] const TaggedFormat &risFormat();

} // namespace redoubt
