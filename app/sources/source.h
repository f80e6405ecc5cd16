#pragma once

#include "app/base/id.h"
#include "app/base/names.h"
#include "app/project/reader.h"

#include <QJsonObject>
#include <QUrl>

namespace redoubt {

enum class SourceType { Article, Wire, Statement, Speech, Interview, Post, Report, Dataset, Broadcast, Law, Page, Book };

inline constexpr Names<SourceType, 12> sourceTypeNames{
    {{{SourceType::Article, "article"_L1}, {SourceType::Wire, "wire"_L1}, {SourceType::Statement, "statement"_L1},
        {SourceType::Speech, "speech"_L1}, {SourceType::Interview, "interview"_L1}, {SourceType::Post, "post"_L1},
        {SourceType::Report, "report"_L1}, {SourceType::Dataset, "dataset"_L1},
        {SourceType::Broadcast, "broadcast"_L1}, {SourceType::Law, "law"_L1}, {SourceType::Page, "page"_L1},
        {SourceType::Book, "book"_L1}}}};

/// The Admiralty code as FM 2-22.3, appendix B, words it. The two are rated apart; F and 6 mean "cannot be judged", not "bad".
struct Grade
{
    QChar reliability = u'F'; ///< of the source: A (reliable) to E (unreliable), F
    int credibility = 6;      ///< of the information: 1 (confirmed) to 5 (improbable), 6

    /// "A2"
    [[nodiscard]] QString text() const;
    /// "Usually reliable", translated.
    [[nodiscard]] QString reliabilityText() const;
    /// "Probably true", translated.
    [[nodiscard]] QString credibilityText() const;
    /// What that means, in the words of the manual, translated: "Minor doubt about authenticity, …".
    [[nodiscard]] QString reliabilityMeaning() const;
    [[nodiscard]] QString credibilityMeaning() const;

    bool operator==(const Grade &) const = default;
};

/// A document: article, wire report, official statement, post, data set…
struct Source
{
    Id<Source> id;
    QString key;
    SourceType type = SourceType::Article;
    QString title;
    QString author;
    QString publisher;
    QString published; ///< EDTF as written
    QString address;
    QString language; ///< BCP 47
    Grade grade;
    bool retracted = false;
    QString retractedAt;    ///< EDTF as written, or empty
    QString retractionNote; ///< who took it back, and why
    QString note;
    Id<Source> origin; ///< the source that this one repeats; none when it is its own origin
    /// What else a bibliography says of it, as members of a CSL-JSON 1.0.2 item (bibliography/sourceitem.h).
    QJsonObject fields{};

    bool operator==(const Source &) const = default;
};

/// All sources, or one, in the order of their keys.
[[nodiscard]] Result<QList<Source>> sources(const Reader &reader);
[[nodiscard]] Result<std::optional<Source>> source(const Reader &reader, Id<Source> id);
[[nodiscard]] Result<std::optional<Source>> sourceByKey(const Reader &reader, const QString &key);
/// The first, by its key, whose address is written in one of these ways.
[[nodiscard]] Result<std::optional<Source>> sourceByAddress(const Reader &reader, const QStringList &spellings);
[[nodiscard]] Result<qint64> sourceCount(const Reader &reader);

/// The address as one that can be opened; empty unless it is http or https with a host.
[[nodiscard]] QUrl webAddress(const QString &address);

/// The translated name of a source type, for a list to choose from.
[[nodiscard]] QString sourceTypeText(SourceType type);

/// Whether Pandoc reads the text as a citation key: letters, digits and _, and single - . : / within.
[[nodiscard]] bool isCitable(const QString &key);

/// What every source in the file holds to: a title; a key that can be cited; an address that is empty, http or https. An
/// empty key is allowed: it is made on adding, by the project's pattern (citationkey.h).
Result<> checkSource(const Source &source);

/// A source without an id or a key gets them: the caller's value is completed.
Result<> addSource(Writer &writer, Source &source);
/// An origin that would make a circle is refused.
Result<> updateSource(Writer &writer, const Source &source);
/// With its captures, their excerpts, its tags, and what it says of events. Sources that repeat it are their own origin then.
Result<> removeSource(Writer &writer, Id<Source> id);

} // namespace redoubt
