#pragma once

#include "app/brief/argumenttitles.h"
#include "app/brief/quotation.h"
#include "app/brief/verification.h"

#include <QHash>

#include <functional>

namespace redoubt {

/// A place of a brief where a source, an event or an indicator is spoken of: a citation, `[text](event:key)`,
/// `[text](indicator:key)`.
struct Mention
{
    enum class Kind { Source, Event, Indicator };
    Kind kind = Kind::Source;
    QString key;
    TextRange range; ///< of a source, from its prefix to its suffix; of a link, with its address

    bool operator==(const Mention &) const = default;
};

/// By their place in the text; those of Argdown are not looked for.
[[nodiscard]] QList<Mention> mentions(const Document &document);

/// What a quotation is verified against. The folded texts are filled in where they are missing.
struct CapturedSource
{
    bool known = false; ///< there is such a source
    QString title;
    QStringList texts;
    QList<FoldedText> folded;
};
using CapturedSources = QHash<QString, CapturedSource>; ///< by citation key

struct DraftSection
{
    OutlineEntry entry;
    int words = 0; ///< up to the next heading of its level or above

    bool operator==(const DraftSection &) const = default;
};

struct DraftQuotation
{
    Quotation quotation;
    Verification verification;
    QString captureKey;       ///< the source that `verification` speaks of; empty when nothing was found
    bool verified = false;    ///< false as long as the captures of its sources are wanted
    bool unknownSource = false; ///< none of its keys is a source of the project

    bool operator==(const DraftQuotation &) const = default;
};

/// A reference to a footnote and the footnote itself.
struct DraftNote
{
    QString label;
    TextRange reference;
    TextRange definition;
    QString text; ///< as it is read, paragraphs apart by a line end

    bool operator==(const DraftNote &) const = default;
};

/// What to write between the marks of an altered quotation: the captured wording, with the comma or full stop that the sentence
/// around needs. Empty where the passages only stand in another order, or the place of the wording is not known.
[[nodiscard]] QString capturedWording(const DraftQuotation &checked);

/// All that Redoubt knows of a brief's text beside the text.
struct Draft
{
    QString text;
    int words = 0;
    int target = 0; ///< words that it is meant to have; 0 when that is not said
    QList<DraftSection> sections;
    QList<Mention> mentions;
    QList<DraftQuotation> quotations;
    QList<DraftNote> notes; ///< by reference
    ArgumentTitles argument;
    QStringList wanted; ///< keys that quotations cite and `captured` does not hold

    /// Of the section that a position lies in; null before the first heading.
    [[nodiscard]] const DraftSection *sectionAt(qsizetype position) const;
    [[nodiscard]] const DraftQuotation *quotationAt(qsizetype position) const;
    [[nodiscard]] const Mention *mentionAt(qsizetype position) const;
    [[nodiscard]] const DraftNote *noteAt(qsizetype position) const; ///< by its reference
};

/// Reads a brief and verifies its quotations. What `before` says of the same words and keys is taken over, unless
/// `before` is null because the captures are others. Values in, values out: for any thread. Nothing when `cancelled`.
[[nodiscard]] std::optional<Draft> readDraft(
    const QString &text, CapturedSources &captured, const Draft *before, const std::function<bool()> &cancelled);

/// How long a text takes to read, in minutes, at 230 words a minute; at least 1.
[[nodiscard]] int readingMinutes(int words);

} // namespace redoubt
