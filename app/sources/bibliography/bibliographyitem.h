#pragma once

#include "app/base/names.h"
#include "app/base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace redoubt {

enum class BibliographyFormat { Ris, Bibtex, CslJson };

inline constexpr Names<BibliographyFormat, 3> bibliographyFormatNames{{{{BibliographyFormat::Ris, "ris"_L1},
    {BibliographyFormat::Bibtex, "bibtex"_L1}, {BibliographyFormat::CslJson, "csljson"_L1}}}};

/// One reference in the terms of CSL 1.0.2, whatever format it came in.
///
/// `csl` is the CSL-JSON object. Its `custom` holds what the terms of CSL do not: under "ris" and "bibtex" the fields of that
/// format that writing `csl` in it would not give back just so (keptfields.h), under "redoubt" what Redoubt alone knows.
struct BibliographyItem
{
    QJsonObject csl;
    QStringList tags; ///< the parts of `keyword`
    qint64 line = 1;  ///< where it begins in its file

    bool operator==(const BibliographyItem &) const = default;
};

/// Something that is wrong with a file at a line.
struct BibliographyProblem
{
    qint64 line = 1;
    QString message;
    bool lost = true; ///< a reference could not be read; else one was read in spite of it

    bool operator==(const BibliographyProblem &) const = default;
};

/// What is in a file; the problems by their lines.
struct Bibliography
{
    QList<BibliographyItem> items;
    QList<BibliographyProblem> problems;

    bool operator==(const Bibliography &) const = default;
};

/// The tags in a list of keywords: between semicolons where there is one, else between commas.
[[nodiscard]] QStringList tagsIn(const QString &keywords);

/// A list that tagsIn() takes apart into just these.
[[nodiscard]] QString keywordsOf(const QStringList &tags);

/// In whatever order.
[[nodiscard]] bool haveSameTags(QStringList a, QStringList b);

/// Sets, or with an empty text takes out.
void setText(QJsonObject &object, const QString &name, const QString &text);

} // namespace redoubt
