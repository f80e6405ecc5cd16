#pragma once

#include "app/sources/page/pagetree.h"

#include <QList>

namespace redoubt {

/// What a page says of itself beside its text; what it does not say is empty.
struct PageMetadata
{
    QString title;
    QString byline;
    QString site;
    QString published; ///< EDTF
    QString language;  ///< BCP 47
    QString description;

    /// Fills what is still empty.
    void complete(const PageMetadata &others);
};

/// From schema.org's JSON-LD, then from <meta> (Dublin Core, Open Graph, Twitter and others), then from the markup.
/// `structuredData` are the scripts of JSON-LD. The title is there whenever the page has one.
[[nodiscard]] PageMetadata readMetadata(const PageTree &page, const QList<QByteArray> &structuredData);

/// What the first article in it says; the date of a web page where no article has one. `title` is that of the page: it
/// chooses where an article has both a name and a headline.
[[nodiscard]] PageMetadata readStructuredData(const QList<QByteArray> &scripts, const QString &title);

/// "en_gb" as "en-GB"; empty for what is no language tag.
[[nodiscard]] QString languageTag(const QString &written);

} // namespace redoubt
