#pragma once

#include "app/sources/source.h"

namespace redoubt {

/// How the formats name a kind of source. One table says it for all (referencetypes.cpp).
struct ReferenceType
{
    SourceType type = SourceType::Report;
    QLatin1StringView csl;
    QLatin1StringView ris;
    QLatin1StringView bibtex;
    const char *genre = nullptr; ///< CSL's `genre` that tells this type from others of the same CSL type
};

/// For writing: the first row of the table that says so. What no row has is a document.
[[nodiscard]] const ReferenceType &referenceTypeOf(SourceType type);
[[nodiscard]] const ReferenceType &referenceTypeOfCsl(QStringView csl, QStringView genre = {});

/// The CSL types of a TY in upper case, and of a BibTeX or BibLaTeX entry type in lower case; "document" when not known.
[[nodiscard]] QString cslTypeOfRis(QStringView ris);
[[nodiscard]] QString cslTypeOfBibtex(QStringView bibtex);

} // namespace redoubt
