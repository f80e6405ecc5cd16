#include "app/sources/capture/mhtml.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHeaders = 64 * 1024;
constexpr int deepest = 8;
constexpr int mostParts = 10'000;

/// The headers of a message or a part, and where what they are about begins.
struct Headers
{
    QHash<QByteArray, QByteArray> values; ///< by name in lower case, unfolded
    qsizetype bodyAt = 0;

    [[nodiscard]] QByteArray value(const char *name) const { return values.value(name); }
};

/// "text/html; charset=utf-8" in pieces.
struct ContentType
{
    QByteArray type;
    QHash<QByteArray, QByteArray> parameters;
};

std::unexpected<Error> invalid(const QString &why)
{
    return failure(QCoreApplication::translate("redoubt::WebArchive", "The web archive was not read."), why,
        QCoreApplication::translate("redoubt::WebArchive", "Save the page again, as a complete page or as one HTML file."), Error::Kind::Invalid);
}

/// The line at `at`, without its end, behind which `at` is moved.
QByteArrayView takeLine(QByteArrayView bytes, qsizetype &at)
{
    const qsizetype newline = bytes.indexOf('\n', at);
    const qsizetype end = newline < 0 ? bytes.size() : newline;
    QByteArrayView line = bytes.sliced(at, end - at);
    at = newline < 0 ? bytes.size() : newline + 1;
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// Nothing where a line is no header.
std::optional<Headers> readHeaders(QByteArrayView bytes)
{
    Headers headers;
    QByteArray name;
    while (headers.bodyAt < bytes.size() && headers.bodyAt < longestHeaders) {
        const QByteArrayView line = takeLine(bytes, headers.bodyAt);
        if (line.isEmpty())
            return headers;
        if (line.front() == ' ' || line.front() == '\t') {
            if (name.isEmpty())
                return {};
            headers.values[name] += ' ' + line.trimmed().toByteArray();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line.first(colon).contains(' '))
            return {};
        name = line.first(colon).toByteArray().toLower();
        if (!headers.values.contains(name))
            headers.values.insert(name, line.sliced(colon + 1).trimmed().toByteArray());
        else
            name = "repeated " + name; // the first one counts
    }
    return {};
}

ContentType readType(const QByteArray &value)
{
    ContentType type;
    qsizetype at = value.indexOf(';');
    type.type = value.first(at < 0 ? value.size() : at).trimmed().toLower();
    while (at >= 0 && at < value.size()) {
        const qsizetype equals = value.indexOf('=', at);
        if (equals < 0)
            break;
        const QByteArray name = value.sliced(at + 1, equals - at - 1).trimmed().toLower();
        qsizetype start = equals + 1;
        while (start < value.size() && value.at(start) == ' ')
            ++start;
        const bool isQuoted = start < value.size() && value.at(start) == '"';
        qsizetype end = isQuoted ? value.indexOf('"', start + 1) : value.indexOf(';', start);
        end = end < 0 ? value.size() : end;
        start += isQuoted;
        type.parameters.insert(name, isQuoted ? value.sliced(start, end - start) : value.sliced(start, end - start).trimmed());
        at = value.indexOf(';', end);
    }
    return type;
}

int hexDigit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// RFC 2045. What is no code stays as it is.
QByteArray fromQuotedPrintable(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype lineAt = at;
        QByteArrayView line = takeLine(text, at);
        const bool hasEnd = at > lineAt && text.at(at - 1) == '\n';
        while (line.endsWith(' ') || line.endsWith('\t'))
            line.chop(1);
        const bool goesOn = line.endsWith('=');
        if (goesOn)
            line.chop(1);
        for (qsizetype i = 0; i < line.size(); ++i) {
            const int high = line.at(i) == '=' && i + 2 < line.size() ? hexDigit(line.at(i + 1)) : -1;
            const int low = high < 0 ? -1 : hexDigit(line.at(i + 2));
            bytes += low < 0 ? line.at(i) : char(high * 16 + low);
            i += low < 0 ? 0 : 2;
        }
        if (hasEnd && !goesOn)
            bytes += "\r\n";
    }
    return bytes;
}

QByteArray decoded(QByteArrayView body, const QByteArray &encoding)
{
    if (encoding == "quoted-printable")
        return fromQuotedPrintable(body);
    if (encoding == "base64")
        return QByteArray::fromBase64(body.toByteArray());
    return body.toByteArray();
}

/// Goes through the parts of a message until the page is found.
class ArchiveReader
{
public:
    /// The page in `bytes`, which is a message or a part.
    std::optional<WebArchive> read(QByteArrayView bytes, const QByteArray &start, int depth)
    {
        if (++m_parts > mostParts || depth > deepest)
            return {};
        const auto headers = readHeaders(bytes);
        if (!headers)
            return {};
        const ContentType type = readType(headers->value("content-type"));
        const QByteArrayView body = bytes.sliced(headers->bodyAt);
        if (type.type.startsWith("multipart/"))
            return readParts(body, type, depth);
        if (type.type != "text/html" && type.type != "application/xhtml+xml")
            return {};
        if (!start.isEmpty() && headers->value("content-id") != start)
            return {};
        return WebArchive{decoded(body, headers->value("content-transfer-encoding").toLower()),
            QString::fromLatin1(type.parameters.value("charset")), QUrl(QString::fromUtf8(headers->value("content-location")))};
    }

private:
    std::optional<WebArchive> readParts(QByteArrayView body, const ContentType &type, int depth)
    {
        const QByteArray boundary = type.parameters.value("boundary");
        if (boundary.isEmpty())
            return {};
        const QByteArray start = depth == 0 ? type.parameters.value("start") : QByteArray();
        if (!start.isEmpty()) {
            if (auto page = firstPage(body, boundary, start, depth))
                return page;
        }
        return firstPage(body, boundary, {}, depth);
    }

    std::optional<WebArchive> firstPage(QByteArrayView body, const QByteArray &boundary, const QByteArray &start, int depth)
    {
        const QByteArray mark = "--" + boundary;
        qsizetype partAt = -1;
        for (qsizetype at = 0; at < body.size();) {
            const qsizetype lineAt = at;
            const QByteArrayView line = takeLine(body, at).trimmed();
            const bool isLast = line.size() == mark.size() + 2 && line.startsWith(mark) && line.endsWith("--");
            if (line != mark && !isLast)
                continue;
            if (partAt >= 0) {
                if (auto page = read(part(body, partAt, lineAt), start, depth + 1))
                    return page;
            }
            if (isLast)
                return {};
            partAt = at;
        }
        // An archive that is cut off still has its page.
        return partAt >= 0 ? read(body.sliced(partAt), start, depth + 1) : std::nullopt;
    }

    /// The line end before a boundary belongs to the boundary.
    static QByteArrayView part(QByteArrayView body, qsizetype from, qsizetype to)
    {
        QByteArrayView bytes = body.sliced(from, to - from);
        if (bytes.endsWith('\n'))
            bytes.chop(1);
        if (bytes.endsWith('\r'))
            bytes.chop(1);
        return bytes;
    }

    int m_parts = 0;
};

} // namespace

bool looksLikeWebArchive(const QByteArray &bytes)
{
    const auto headers = readHeaders(bytes);
    return headers && readType(headers->value("content-type")).type.startsWith("multipart/");
}

Result<WebArchive> readWebArchive(const QByteArray &bytes)
{
    const auto headers = readHeaders(bytes);
    if (!headers)
        return invalid(QCoreApplication::translate("redoubt::WebArchive", "It does not begin with the headers of a web archive."));
    auto page = ArchiveReader().read(bytes, {}, 0);
    if (!page)
        return invalid(QCoreApplication::translate("redoubt::WebArchive", "There is no page in it."));
    if (page->html.trimmed().isEmpty())
        return invalid(QCoreApplication::translate("redoubt::WebArchive", "The page in it is empty."));
    const QByteArray snapshot = headers->value("snapshot-content-location");
    if (!snapshot.isEmpty())
        page->address = QUrl(QString::fromUtf8(snapshot));
    return *std::move(page);
}

} // namespace redoubt
