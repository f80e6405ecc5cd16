#include "app/sources/feed/feedxml.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QUrl>

#include <array>
#include <optional>
#include <string_view>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

/// Byte-order marks, then how "<?" or "<" begins without one; the longer ones first.
struct Sign
{
    std::string_view bytes;
    const char *encoding;
    qsizetype mark; ///< how many of the bytes are a byte-order mark
};
constexpr std::array<Sign, 10> signs{{{{"\x00\x00\xfe\xff", 4}, "UTF-32BE", 4}, {{"\xff\xfe\x00\x00", 4}, "UTF-32LE", 4}, {{"\xef\xbb\xbf", 3}, "UTF-8", 3},
    {{"\xfe\xff", 2}, "UTF-16BE", 2}, {{"\xff\xfe", 2}, "UTF-16LE", 2}, {{"\x00\x00\x00<", 4}, "UTF-32BE", 0}, {{"<\x00\x00\x00", 4}, "UTF-32LE", 0},
    {{"\x00<", 2}, "UTF-16BE", 0}, {{"<\x00", 2}, "UTF-16LE", 0}, {{"\x4c\x6f\xa7\x94", 4}, "IBM037", 0}}};

/// The text, or nothing when the bytes are not all of that encoding.
std::optional<QString> decodedAs(const QByteArray &name, QByteArrayView bytes)
{
    QStringDecoder decoder(name.constData(), QStringDecoder::Flag::Stateless);
    if (!decoder.isValid())
        return {};
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

/// The encoding in the XML declaration, in lower case.
QByteArray declaredEncoding(const QString &start)
{
    static const QRegularExpression declaration(u"<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([A-Za-z0-9._:-]+)\\s*[\"']"_s);
    return declaration.match(start).captured(1).toLatin1().toLower();
}

bool isWestern(const QByteArray &name)
{
    return name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" || name == "windows-1252" || name == "cp1252";
}

bool isWide(const QByteArray &name)
{
    return name.startsWith("utf-16") || name.startsWith("utf-32") || name.startsWith("utf16") || name.startsWith("ucs") || name.startsWith("iso-10646");
}

} // namespace

QString decodeFeed(const QByteArray &bytes)
{
    constexpr qsizetype startSize = 1024;
    for (const Sign &sign : signs) {
        if (!bytes.startsWith(QByteArrayView(sign.bytes.data(), qsizetype(sign.bytes.size()))))
            continue;
        QStringDecoder decoder(sign.encoding, QStringDecoder::Flag::Stateless);
        const QString text = decoder.decode(QByteArrayView(bytes).sliced(sign.mark));
        // EBCDIC: which one, the declaration says.
        const QByteArray declared = QByteArrayView(sign.encoding) == "IBM037" ? declaredEncoding(text.left(startSize)) : QByteArray();
        return declared.isEmpty() ? text : decodedAs(declared, bytes).value_or(text);
    }
    QByteArray declared = declaredEncoding(QString::fromLatin1(bytes.first(std::min(startSize, bytes.size()))));
    if (declared == "gb2312" || declared == "gbk")
        declared = "gb18030";
    if (!declared.isEmpty() && !isWestern(declared) && !isWide(declared) && declared != "utf-8") {
        if (auto text = decodedAs(declared, bytes))
            return *std::move(text);
    }
    if (auto text = decodedAs("UTF-8", bytes))
        return *std::move(text);
    return decodedAs("windows-1252", bytes).value_or(QString::fromLatin1(bytes));
}

QString resolvedAddress(const QString &base, const QString &reference)
{
    static const QRegularExpression scheme(u"\\A([A-Za-z][A-Za-z0-9+.-]*):"_s);
    static const QStringList refused{u"javascript"_s, u"vbscript"_s, u"data"_s, u"about"_s};
    const QString written = reference.trimmed();
    const auto match = scheme.match(written);
    if (match.hasMatch())
        return refused.contains(match.captured(1).toLower()) ? QString() : written;
    const QUrl from(base);
    if (base.isEmpty() || from.isRelative())
        return written;
    const QUrl resolved = from.resolved(QUrl(written));
    return resolved.isValid() ? resolved.toString(QUrl::EncodeSpaces) : written;
}

} // namespace redoubt
