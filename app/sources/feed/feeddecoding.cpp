#include "app/sources/feed/feedxml.h"

#include "app/sources/decoding.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

/// How a document begins that is in an encoding which decodeText() does not tell: UTF-32 with its mark, then "<" or "<?" without
/// one; the longer ones first.
struct Sign
{
    std::string_view bytes;
    const char *encoding;
    qsizetype mark; ///< how many of the bytes are a byte-order mark
};
constexpr std::array<Sign, 7> signs{{{{"\x00\x00\xfe\xff", 4}, "UTF-32BE", 4}, {{"\xff\xfe\x00\x00", 4}, "UTF-32LE", 4}, {{"\x00\x00\x00<", 4}, "UTF-32BE", 0},
    {{"<\x00\x00\x00", 4}, "UTF-32LE", 0}, {{"\x00<", 2}, "UTF-16BE", 0}, {{"<\x00", 2}, "UTF-16LE", 0}, {{"\x4c\x6f\xa7\x94", 4}, "IBM037", 0}}};

/// The text, or nothing when the bytes are not all of that encoding.
std::optional<QString> decodedAs(const QByteArray &name, QByteArrayView bytes)
{
    QStringDecoder decoder(name.constData(), QStringDecoder::Flag::Stateless);
    if (!decoder.isValid())
        return {};
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

/// Whether a decoder found what is not of its encoding: U+FFFD stands for it, or U+001A, which XML never has.
bool hasGaps(const QString &text)
{
    return text.contains(QChar::ReplacementCharacter) || text.contains(QChar(u'\x1a'));
}

/// The encoding in the XML declaration, in lower case.
QByteArray declaredEncoding(const QString &start)
{
    static const QRegularExpression declaration(u"<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([A-Za-z0-9._:-]+)\\s*[\"']"_s);
    return declaration.match(start).captured(1).toLatin1().toLower();
}

/// The text of bytes that say what they are by their beginning.
std::optional<QString> decodedBySign(const QByteArray &bytes, qsizetype startSize)
{
    for (const Sign &sign : signs) {
        if (!bytes.startsWith(QByteArrayView(sign.bytes.data(), qsizetype(sign.bytes.size()))))
            continue;
        QStringDecoder decoder(sign.encoding, QStringDecoder::Flag::Stateless);
        const QString text = decoder.decode(QByteArrayView(bytes).sliced(sign.mark));
        // EBCDIC: which one, the declaration says.
        const QByteArray declared = QByteArrayView(sign.encoding) == "IBM037" ? declaredEncoding(text.left(startSize)) : QByteArray();
        return declared.isEmpty() ? text : decodedAs(declared, bytes).value_or(text);
    }
    const bool hasMark = bytes.startsWith("\xef\xbb\xbf") || bytes.startsWith("\xfe\xff") || bytes.startsWith("\xff\xfe");
    return hasMark ? std::optional(decodeText(bytes)) : std::nullopt;
}

/// UTF-8 where there is more of it than of what it cannot be, such as a letter cut in two: else Windows-1252.
QString utf8OrWestern(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(bytes);
    const auto broken = text.count(QChar::ReplacementCharacter);
    const auto all = std::ranges::count_if(std::as_const(text), [](QChar c) { return c.unicode() > 0x7f; });
    return !decoder.hasError() || all > 2 * broken ? text : decodeText(bytes, u"windows-1252"_s);
}

} // namespace

QString decodeFeed(const QByteArray &bytes)
{
    constexpr qsizetype startSize = 1024;
    if (auto text = decodedBySign(bytes, startSize))
        return *std::move(text);
    const QByteArray declared = declaredEncoding(QString::fromLatin1(bytes.first(std::min(startSize, bytes.size()))));
    // UTF-8 is also the answer for what is not known. Feeds that say Latin 1, or even UTF-16, are often UTF-8.
    const QString known = encodingOf({}, QString::fromLatin1(declared));
    const bool isUnknown = known == "UTF-8"_L1 && !declared.isEmpty() && !declared.startsWith("utf") && !declared.contains("ucs");
    std::optional<QString> text;
    if (isUnknown)
        text = decodedAs(declared, bytes);
    else if (known != "UTF-8"_L1 && known != "windows-1252"_L1 && !known.startsWith("UTF-16"_L1))
        text = decodeText(bytes, known);
    if (text && !hasGaps(*text))
        return *std::move(text);
    const auto utf8 = decodedAs("UTF-8", bytes);
    return utf8 ? *utf8 : text ? *text : utf8OrWestern(bytes);
}

} // namespace redoubt
