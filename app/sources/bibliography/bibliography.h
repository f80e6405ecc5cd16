#pragma once

#include "app/project/reader.h"
#include "app/sources/bibliography/bibliographyitem.h"
#include "app/sources/source.h"

#include <functional>

namespace redoubt {

/// The format that a file's beginning shows; none when it is no bibliography.
[[nodiscard]] std::optional<BibliographyFormat> guessBibliographyFormat(QByteArrayView start);

/// The same of the file at `path`; none also when it cannot be read.
[[nodiscard]] std::optional<BibliographyFormat> bibliographyFormatOf(const QString &path);

/// Reads a text that is UTF-8. A field over 16 MiB and a text that is not of the format at all are errors
/// (Error::Kind::Invalid); what is wrong with single references is among Bibliography::problems.
/// Error::Kind::Cancelled when stopped.
[[nodiscard]] Result<Bibliography> readBibliography(const QByteArray &text, BibliographyFormat format, const JobState *state = nullptr);

/// As UTF-8.
[[nodiscard]] QByteArray writeBibliography(const QList<BibliographyItem> &items, BibliographyFormat format);

/// Which sources are meant; without a function all of them.
using SourceChoice = std::function<bool(const Source &)>;

/// The sources of the project, in the order of their keys.
[[nodiscard]] Result<QList<BibliographyItem>> bibliographyOf(const Reader &reader, const SourceChoice &choose = {});

/// The format of a file with this name: .json, .bib or .ris, in whatever case; none of any other.
[[nodiscard]] std::optional<BibliographyFormat> bibliographyFormatByName(const QString &path);

/// The name of a format as it is shown.
[[nodiscard]] QString bibliographyFormatText(BibliographyFormat format);

} // namespace redoubt
