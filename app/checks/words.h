#pragma once

#include "app/base/likelihood.h"
#include "app/base/result.h"

#include <QHash>
#include <QSet>

namespace redoubt {

/// Words that say how likely something is, or how sure the author is of it.
struct CheckedTerm
{
    enum class Kind {
        Scale,      ///< a term of the brief's scale, or a form of one ("probably")
        OffScale,   ///< says how likely, but not by the scale
        Vague,      ///< says only that it can be
        Confidence, ///< how sure the author is
        Comparison, ///< "more likely": says nothing of how likely
    };
    Kind kind = Kind::Scale;
    QStringList words{};  ///< in lower case, never empty
    int band = -1;        ///< of a term of the scale: of likelihoodBands()
    int row = 0;          ///< of ICD 203
    QString phrase{};     ///< of a term of the scale: as the scale has it
    QStringList offers{}; ///< terms of the scale that come near
    bool same = false;    ///< it is of another scale, and all that it says lies within the only offer
    QString replacement{};   ///< of vague words: "is %1 to"
    QStringList notBefore{}; ///< words that make another thing of it when they follow, …
    QStringList notAfter{};  ///< … or come before it
};

/// The words of a language that rules look for: resources/checks/en.json and its like.
struct CheckWords
{
    LikelihoodScale scale = LikelihoodScale::Icd203;
    QList<QStringList> phrases; ///< of each band of the scale, by row
    QHash<QString, QList<CheckedTerm>> terms; ///< by their first word, longest first
    QStringList ownConstruction; ///< a phrase that ends so cannot stand where another one stands
    QSet<QString> reporting;     ///< the sentence says what a source says
    QSet<QString> judging;       ///< the sentence says what the author thinks
    QSet<QString> besideDates;   ///< "before 2014": another time than the date is meant
    QSet<QString> withYears;     ///< "in 2014": no part of the date
    // Percentages:
    QStringList units;
    QSet<QString> adjectives; ///< "70 % likely"
    QSet<QString> nouns;      ///< "a 70 % chance"
    QStringList opening;      ///< "there is a"
    QString joining;          ///< "that"
    QString statement;        ///< "it is %1 that"

    /// Whether a phrase can take the place of another one in a sentence.
    [[nodiscard]] bool standAlike(const QString &a, const QString &b) const;
    /// The phrase of a band in a row; the only one where there are no rows.
    [[nodiscard]] QString phrase(int band, int row) const;
};

/// Those of a language (BCP 47) for a scale; nothing for one that has no file.
[[nodiscard]] std::optional<CheckWords> checkWords(const QString &language, LikelihoodScale scale);

/// Reads such a file. `"scales": {"icd203": [["…", "…"], …]}` names the phrases of each band; English, whose phrases
/// likelihood.h has, needs none.
[[nodiscard]] Result<CheckWords> readCheckWords(const QByteArray &json, LikelihoodScale scale);

} // namespace redoubt
