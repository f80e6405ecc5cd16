#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QUrl>

namespace redoubt {

/// What a web page says: its main text, and what it says of itself.
struct Page
{
    QString title;
    QString byline;    ///< who wrote it, without "By"
    QString site;      ///< the name of the site; its host where it has none
    QString published; ///< EDTF as far as it can be read, else empty
    QString language;  ///< BCP 47
    QString excerpt;   ///< as the page sums itself up, else how its text begins; one line
    QString text;      ///< paragraphs separated by an empty line; a row of a table is a line, its cells separated by tabs

    bool operator==(const Page &) const = default;
};

/// Reads an HTML document of up to 32 MiB. `address` is where it came from and may be empty, as may `charset`, which is what the
/// HTTP header declared. The main text is chosen as Mozilla's Readability does: by the paragraphs that hold it, what surrounds
/// them and what its class names say; without links to other pages, forms, comments, hidden elements. Nothing is executed or
/// loaded. What is nested deeper than 256 levels is taken as if it stood at the 256th. Fails with Error::Kind::Invalid when
/// the page is too large, is no text, or has no main text.
[[nodiscard]] Result<Page> readPage(const QByteArray &bytes, const QUrl &address = {}, const QString &charset = {});

} // namespace redoubt
