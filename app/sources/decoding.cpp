#include "app/sources/decoding.h"

#include "app/sources/page/tagreader.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// How far into a text its own declaration is looked for.
constexpr qsizetype declarationWithin = 16 * 1024;

/// An encoding of the standard, its labels beside its name in lower case, and what the decoder is called that knows its
/// superset in use on the web.
struct Encoding
{
    QLatin1StringView name;
    QLatin1StringView labels; ///< with a space before and behind each
    const char *decoder;
};

constexpr std::array encodings{
    Encoding{"UTF-8"_L1, " utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 "_L1, "UTF-8"},
    Encoding{"UTF-16LE"_L1, " utf-16le utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff "_L1, "UTF-16LE"},
    Encoding{"UTF-16BE"_L1, " utf-16be unicodefffe "_L1, "UTF-16BE"},
    Encoding{"windows-1252"_L1,
        " windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 latin1 l1 ascii us-ascii "
        "ansi_x3.4-1968 cp819 ibm819 csisolatin1 x-user-defined "_L1,
        "windows-1252"},
    Encoding{"windows-1250"_L1, " windows-1250 cp1250 x-cp1250 "_L1, "windows-1250"},
    Encoding{"windows-1251"_L1, " windows-1251 cp1251 x-cp1251 win-1251 "_L1, "windows-1251"},
    Encoding{"windows-1253"_L1, " windows-1253 cp1253 x-cp1253 "_L1, "windows-1253"},
    Encoding{"windows-1254"_L1,
        " windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 latin5 l5 csisolatin5 "_L1,
        "windows-1254"},
    Encoding{"windows-1255"_L1, " windows-1255 cp1255 x-cp1255 "_L1, "windows-1255"},
    Encoding{"windows-1256"_L1, " windows-1256 cp1256 x-cp1256 "_L1, "windows-1256"},
    Encoding{"windows-1257"_L1, " windows-1257 cp1257 x-cp1257 "_L1, "windows-1257"},
    Encoding{"windows-1258"_L1, " windows-1258 cp1258 x-cp1258 "_L1, "windows-1258"},
    Encoding{"windows-874"_L1, " windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 "_L1, "windows-874"},
    Encoding{"ISO-8859-2"_L1, " iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 latin2 l2 csisolatin2 "_L1, "ISO-8859-2"},
    Encoding{"ISO-8859-3"_L1, " iso-8859-3 iso8859-3 iso88593 iso_8859-3 iso-ir-109 latin3 l3 csisolatin3 "_L1, "ISO-8859-3"},
    Encoding{"ISO-8859-4"_L1, " iso-8859-4 iso8859-4 iso88594 iso_8859-4 iso-ir-110 latin4 l4 csisolatin4 "_L1, "ISO-8859-4"},
    Encoding{"ISO-8859-5"_L1, " iso-8859-5 iso8859-5 iso88595 iso_8859-5 iso-ir-144 cyrillic csisolatincyrillic "_L1, "ISO-8859-5"},
    Encoding{"ISO-8859-6"_L1, " iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso-ir-127 arabic asmo-708 ecma-114 csisolatinarabic "_L1, "ISO-8859-6"},
    Encoding{"ISO-8859-7"_L1, " iso-8859-7 iso8859-7 iso88597 iso_8859-7 iso-ir-126 greek greek8 ecma-118 elot_928 csisolatingreek "_L1, "ISO-8859-7"},
    Encoding{"ISO-8859-8"_L1, " iso-8859-8 iso-8859-8-i iso8859-8 iso88598 iso_8859-8 iso-ir-138 hebrew visual logical csisolatinhebrew "_L1, "ISO-8859-8"},
    Encoding{"ISO-8859-10"_L1, " iso-8859-10 iso8859-10 iso885910 iso-ir-157 latin6 l6 csisolatin6 "_L1, "ISO-8859-10"},
    Encoding{"ISO-8859-13"_L1, " iso-8859-13 iso8859-13 iso885913 "_L1, "ISO-8859-13"},
    Encoding{"ISO-8859-14"_L1, " iso-8859-14 iso8859-14 iso885914 "_L1, "ISO-8859-14"},
    Encoding{"ISO-8859-15"_L1, " iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 csisolatin9 "_L1, "ISO-8859-15"},
    Encoding{"ISO-8859-16"_L1, " iso-8859-16 "_L1, "ISO-8859-16"},
    Encoding{"KOI8-R"_L1, " koi8-r koi koi8 koi8_r cskoi8r "_L1, "KOI8-R"},
    Encoding{"KOI8-U"_L1, " koi8-u koi8-ru "_L1, "KOI8-U"},
    Encoding{"macintosh"_L1, " macintosh mac x-mac-roman csmacintosh "_L1, "macintosh"},
    Encoding{"x-mac-cyrillic"_L1, " x-mac-cyrillic x-mac-ukrainian "_L1, "x-mac-cyrillic"},
    Encoding{"IBM866"_L1, " ibm866 cp866 866 csibm866 "_L1, "IBM866"},
    Encoding{"GBK"_L1, " gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58 x-gbk cp936 "_L1, "GB18030"},
    Encoding{"gb18030"_L1, " gb18030 "_L1, "GB18030"},
    Encoding{"Big5"_L1, " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "_L1, "Big5-HKSCS"},
    Encoding{"EUC-JP"_L1, " euc-jp x-euc-jp cseucpkdfmtjapanese "_L1, "EUC-JP"},
    Encoding{"ISO-2022-JP"_L1, " iso-2022-jp csiso2022jp "_L1, "ISO-2022-JP"},
    Encoding{"Shift_JIS"_L1, " shift_jis shift-jis sjis x-sjis ms932 ms_kanji windows-31j csshiftjis "_L1, "windows-31j"},
    Encoding{"EUC-KR"_L1,
        " euc-kr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 ks_c_5601 iso-ir-149 csksc56011987 windows-949 cp949 "_L1,
        "windows-949"}};

constexpr const Encoding *utf8 = &encodings[0];
constexpr const Encoding *windows1252 = &encodings[3];

const Encoding *named(QByteArrayView label)
{
    const QByteArray trimmed = label.trimmed().toByteArray().toLower();
    if (trimmed.isEmpty() || trimmed.contains(' '))
        return nullptr;
    const QString wanted = u' ' + QString::fromLatin1(trimmed) + u' ';
    const auto found = std::ranges::find_if(encodings, [&](const Encoding &encoding) { return encoding.labels.contains(wanted); });
    return found == encodings.end() ? nullptr : &*found;
}

/// The label behind "charset=" or "encoding=" in a value.
QByteArrayView labelBehind(QByteArrayView value, const QByteArray &key)
{
    const qsizetype at = value.toByteArray().toLower().indexOf(key);
    if (at < 0)
        return {};
    QByteArrayView rest = value.sliced(at + key.size()).trimmed();
    if (!rest.startsWith('='))
        return {};
    rest = rest.sliced(1).trimmed();
    if (rest.startsWith('"') || rest.startsWith('\'')) {
        const qsizetype end = rest.indexOf(rest.front(), 1);
        return end < 0 ? QByteArrayView() : rest.sliced(1, end - 1);
    }
    const auto end = std::ranges::find_if(rest, [](char c) { return c == ';' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '?'; });
    return rest.first(end - rest.begin());
}

const Encoding *ofMeta(QByteArrayView text, qsizetype at)
{
    const Encoding *found = named(attributeOf(text, at, "charset"));
    if (!found && attributeOf(text, at, "http-equiv").compare("content-type", Qt::CaseInsensitive) == 0)
        found = named(labelBehind(attributeOf(text, at, "content"), "charset"));
    return found;
}

/// What the text says of itself. It was readable as ASCII so far, so UTF-16 cannot be true: it is taken for UTF-8.
const Encoding *declared(QByteArrayView start)
{
    const Encoding *found = nullptr;
    if (start.startsWith("<?xml"))
        found = named(labelBehind(start.first(std::max<qsizetype>(0, start.indexOf('>'))), "encoding"));
    for (qsizetype at = start.indexOf('<'); at >= 0 && !found; at = start.indexOf('<', at)) {
        const MarkupTag tag = readTag(start, at);
        if (!tag.name.isEmpty() && !tag.isEnd && tag.is("meta"))
            found = ofMeta(start, at);
        if (!tag.name.isEmpty() && !tag.isEnd && tag.is("body"))
            break;
        if (!tag.name.isEmpty())
            at = tag.end;
        else if (const QByteArrayView rest = start.sliced(at); rest.startsWith("<!") || rest.startsWith("<?"))
            at = endOfDeclaration(start, at);
        else
            ++at;
    }
    return found && found->name.startsWith("UTF-16"_L1) ? utf8 : found;
}

/// Well formed. A character that is cut off at the end does not count, where others show that it is UTF-8.
bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(bytes);
    if (decoder.hasError())
        return false;
    const qsizetype whole = decoded.toUtf8().size();
    return whole == bytes.size() || whole > decoded.size();
}

const Encoding *encoding(const QByteArray &bytes, const QString &charset)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        return utf8;
    if (bytes.startsWith("\xff\xfe"))
        return named("utf-16le");
    if (bytes.startsWith("\xfe\xff"))
        return named("utf-16be");
    const QString trimmed = QString(charset).remove(u'"');
    if (const Encoding *found = named(trimmed.toLatin1()))
        return found;
    if (const Encoding *found = declared(QByteArrayView(bytes).first(std::min(bytes.size(), declarationWithin))))
        return found;
    return isUtf8(bytes) ? utf8 : windows1252;
}

} // namespace

QString decodeText(const QByteArray &bytes, const QString &charset)
{
    QStringDecoder decoder(encoding(bytes, charset)->decoder);
    return decoder.decode(bytes);
}

QString encodingOf(const QByteArray &bytes, const QString &charset)
{
    return encoding(bytes, charset)->name;
}

} // namespace redoubt
