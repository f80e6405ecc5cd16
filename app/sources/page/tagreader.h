#pragma once

#include <QByteArrayView>

namespace redoubt {

/// A start tag or an end tag in HTML, found without building a tree. Bytes of any encoding that is ASCII where it says so.
struct MarkupTag
{
    QByteArrayView name; ///< as written; empty when no tag begins here, or it does not end
    bool isEnd = false;
    bool closesItself = false; ///< "/>"
    qsizetype end = 0;         ///< behind ">"
    int attributes = 0;        ///< how many
    qsizetype attributesEnd = 0; ///< behind the last of the first `mostAttributes`

    static constexpr int mostAttributes = 200;

    [[nodiscard]] bool is(QByteArrayView lowerName) const { return name.compare(lowerName, Qt::CaseInsensitive) == 0; }
};

/// The tag whose "<" stands at `at`, by the tokenization rules of the HTML standard.
[[nodiscard]] MarkupTag readTag(QByteArrayView markup, qsizetype at);

/// The value of an attribute of the tag that begins at `at`, its entities not decoded; empty when it has none.
[[nodiscard]] QByteArrayView attributeOf(QByteArrayView markup, qsizetype at, QByteArrayView lowerName);

/// Behind the comment, the doctype or the processing instruction that begins at `at` with "<!", "<?" or "</"; the end of the
/// markup when it does not end.
[[nodiscard]] qsizetype endOfDeclaration(QByteArrayView markup, qsizetype at);

/// Where the next end tag of this name begins; -1 when there is none.
[[nodiscard]] qsizetype findEndTag(QByteArrayView markup, qsizetype from, QByteArrayView lowerName);

/// The same of the script whose content begins at `from`: between "<!--" and "-->" a "<script>" hides the end tag behind it.
[[nodiscard]] qsizetype findScriptEnd(QByteArrayView markup, qsizetype from);

} // namespace redoubt
