#pragma once

#include "app/base/textdifference.h"
#include "app/brief/document.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace redoubt {

/// An event as a reader sees it.
struct PublishedEvent
{
    QString key; ///< what links of the brief (`event:key`) go to
    QString title;
    QString date; ///< in words: "early September 2023"
    QString lane;
    QString place;
    QString certainty;   ///< in words: "confirmed"
    QStringList sources; ///< keys
    /// Seconds since 1970-01-01 UTC. An event without any bound is in the table and not in the figure; a missing outer
    /// bound is open and drawn as a fade.
    std::optional<qint64> earliestStart, latestStart, earliestEnd, latestEnd;

    bool operator==(const PublishedEvent &) const = default;
};

struct PublishedOutcome
{
    QString label;
    QString reading;                   ///< what it would mean
    std::optional<double> probability; ///< the latest forecast, 0 to 1

    bool operator==(const PublishedOutcome &) const = default;
};

/// An entry of the watch list.
struct PublishedIndicator
{
    QString key; ///< what links of the brief (`indicator:key`) go to
    QString question;
    QString due;    ///< in words
    QString status; ///< in words; empty while open
    QList<PublishedOutcome> outcomes;

    bool operator==(const PublishedIndicator &) const = default;
};

struct PublishedSource
{
    QString key;
    QString author;  ///< as `@key argues` shows it: "Pavel"
    QString note;    ///< the whole reference, as its first note and the source list show it, without a stop at the end
    QString brief;   ///< the reference in short, for later notes; `note` when empty
    QString grade;   ///< "A2"; empty when ungraded
    QString origin;  ///< what it repeats, in words; empty when it is its own origin
    QString address; ///< shown only when it is http or https

    bool operator==(const PublishedSource &) const = default;
};

/// A line of the likelihood scale in use, in percent.
struct PublishedLikelihood
{
    QString words;
    int from = 0;
    int to = 0;

    bool operator==(const PublishedLikelihood &) const = default;
};

/// A paragraph that is another one than in an earlier version.
struct PublishedChange
{
    QString section; ///< the heading that it stands below; empty before the first one
    QString what;    ///< in words: "Added", "Moved from “The incident”"
    QList<TextRun> runs;

    bool operator==(const PublishedChange &) const = default;
};

/// What has changed since a version that readers know.
struct PublishedChanges
{
    QString heading; ///< "Changes since “Sent to J.” (29 May 2026)"
    QString summary;
    QList<PublishedChange> changes;

    bool operator==(const PublishedChanges &) const = default;
};

/// A brief and all that is printed with it, as plain values: nothing behind this looks into the project. Texts are
/// finished and translated; a part whose list is empty is left out.
struct Publication
{
    QString title;
    QString subtitle;
    QString byline;
    QString dateline; ///< "Prague, 3 June 2026"
    QString project;  ///< also the left running head; for the document's properties the subject
    bool endnotes = false; ///< all notes at the end of the text instead of on their pages
    QString version;  ///< "Draft 3", a revision's name; may be empty
    QString summary;  ///< a standfirst below the title; may be empty
    QStringList keywords;
    QString language = QStringLiteral("en"); ///< BCP 47; decides hyphenation and is the PDF's language
    QDateTime created;                       ///< goes into the file: the same publication gives the same bytes

    /// Where it has a Timeline or a WatchList block, they stand there; else behind the text.
    Document text;
    QStringList lanes; ///< the order of the figure's lanes; those not named follow
    QList<PublishedEvent> events;
    QList<PublishedIndicator> watchList;
    QList<PublishedSource> sources; ///< in the order of the source list
    QString sourceStatement;        ///< a paragraph on the sources as a whole; may be empty
    QString likelihoodName;         ///< "ICD 203"
    QList<PublishedLikelihood> likelihood;
    std::optional<PublishedChanges> changes; ///< only where they are asked for

    bool operator==(const Publication &) const = default;
};

} // namespace redoubt
