#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QXmlStreamReader>

#include <memory>

namespace redoubt {

/// The bytes of a feed as text: UTF-8, UTF-16 and UTF-32 by mark or by their first characters, else what the XML declaration says,
/// else UTF-8. A declaration that the bytes contradict is not believed; bytes that are nothing of all are taken as Windows-1252,
/// unless most of their letters are UTF-8.
[[nodiscard]] QString decodeFeed(const QByteArray &bytes);

/// The address as a document means it: `reference` as it is where it is absolute, else relative to `base`, spelled as both are.
/// Empty for one that runs a script or is its own content.
[[nodiscard]] QString resolvedAddress(const QString &base, const QString &reference);

/// An XML document that may not be quite one, element by element. Made good: white space or other text before it, references that
/// XML does not know, single ampersands, control characters, prefixes that are not declared, end tags that do not fit (feedtags.h),
/// anything behind the root.
/// The document type declaration is taken out: of it, entities for plain text are kept; those made of others are refused.
class FeedXml
{
public:
    explicit FeedXml(const QString &text);
    ~FeedXml();
    FeedXml(const FeedXml &) = delete;
    FeedXml &operator=(const FeedXml &) = delete;

    /// Goes to the next start or end of an element, past all else. NoToken at the end of the root, Invalid after an error.
    QXmlStreamReader::TokenType next();
    /// Goes to the next start or end of an element, and appends the text up to there.
    QXmlStreamReader::TokenType next(QString &text);

    /// The name of the current element in lower case: without a prefix in any namespace of a feed, else with the usual one, such as
    /// "dc:date", whatever the document calls it.
    [[nodiscard]] QString name() const { return m_name; }
    /// An attribute by its name in lower case, where prefixes of known namespaces are the usual ones.
    [[nodiscard]] QString attribute(const QString &name) const { return m_attributes.value(name); }
    [[nodiscard]] bool hasAttribute(const QString &name) const { return m_attributes.contains(name); }
    /// What addresses in the current element are relative to.
    [[nodiscard]] QString base() const { return m_open.isEmpty() ? m_address : m_open.last().base; }
    [[nodiscard]] int depth() const { return int(m_open.size()); }
    [[nodiscard]] qint64 line() const { return m_xml.lineNumber(); }

    /// That of the document itself; before the first next().
    void setAddress(const QString &address) { m_address = address; }

    /// Past the end of the current element.
    void skip();

    [[nodiscard]] bool hasFailed() const { return !m_problem.isEmpty(); }
    /// "Line 3, column 14: …".
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    class Entities;
    struct Open
    {
        QString base;
        QHash<QString, QString> prefixes{}; ///< those that it declares: as written → as usual
    };

    void refuse(const QString &text, qsizetype at, const QString &why);
    void fail(const QString &why);
    void begin();
    [[nodiscard]] QString usualName(QStringView written, bool isElement) const;
    [[nodiscard]] QString usualOf(const QString &prefix) const;

    std::unique_ptr<Entities> m_entities;
    QXmlStreamReader m_xml;
    QString m_address;
    QString m_name;
    QHash<QString, QString> m_attributes;
    QList<Open> m_open;
    bool m_hasBegun = false;
    bool m_endsNext = false; ///< the current token is an end: the element is closed when going on
    QString m_problem;
};

} // namespace redoubt
