#pragma once

#include "app/sources/bibliography/keptfields.h"

namespace redoubt {

/// BibTeX and BibLaTeX (bibtexentries.h): LaTeX is decoded, names are taken apart, inherited fields filled in. Only a part when stopped.
[[nodiscard]] Bibliography readBibtex(QStringView text, const JobState *state = nullptr);

/// As UTF-8 text that BibLaTeX and BibTeX read; characters outside of ASCII stay as they are.
[[nodiscard]] QByteArray writeBibtex(const QList<BibliographyItem> &items);

/// The meaning of the fields alone (keptfields.h).
[[nodiscard]] const TaggedFormat &bibtexFormat();

} // namespace redoubt
