#pragma once

#include "app/base/result.h"

#include <QHash>

namespace redoubt {

/// What stands before the root of an XML document, taken out of it; lines and columns stay as they were.
struct FeedPrologue
{
    QString text;                     ///< the document without its declarations
    QHash<QString, QString> entities; ///< those of the document type that are plain text
    QString problem{};                ///< why it is refused; empty when it is not
    qsizetype problemAt = 0;
};

/// Takes out what stands before the root. Entities that are made of others, or longer than a line, are a problem: text could grow
/// without end from them. Entities that are files are left out.
[[nodiscard]] FeedPrologue withoutPrologue(QString text);

/// The most attributes that a tag may have: QXmlStreamReader compares each with each.
inline constexpr int mostAttributes = 256;

/// Where a tag begins that has more; -1 for none.
[[nodiscard]] qsizetype overfullTag(const QString &xml);

/// The document with single ampersands and characters that XML does not have made good; markup and CDATA stay as they are.
[[nodiscard]] QString repairedXml(const QString &text);

} // namespace redoubt
