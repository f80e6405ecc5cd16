#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QStringDecoder>

namespace redoubt {

/// A text file in pieces, as UTF-8: UTF-8 with or without a byte-order mark, or UTF-16 with one. The first byte that is not
/// text ends it with an error that names the line. A file over `largest` is refused before it is read.
class TextInput
{
public:
    static constexpr qint64 largest = 512LL * 1024 * 1024;
    static constexpr qint64 largestField = 16LL * 1024 * 1024;
    static constexpr int deepestNesting = 256;

    explicit TextInput(const QString &path);

    Result<> open();

    /// Appends the next piece to `text`; false at the end of the file.
    Result<bool> read(QByteArray &text);

    /// The whole file, for formats that cannot be read in pieces.
    Result<QByteArray> readAll();

    /// 0 to 1: how much of the file has been read.
    [[nodiscard]] double progress() const;
    [[nodiscard]] QString fileName() const;
    /// Of the bytes read so far.
    [[nodiscard]] QString sha256() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian };

    Result<> append(QByteArrayView piece, bool isLast, QByteArray &text);
    [[nodiscard]] Error notText(QByteArrayView good) const;

    QFile m_file;
    Encoding m_encoding = Encoding::Utf8;
    QStringDecoder m_decoder;
    QByteArray m_pending; ///< UTF-8: the beginning of a character that the next piece ends
    qint64 m_lines = 0;   ///< line ends so far
    bool m_endsInCr = false;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

/// How many line ends (LF, CRLF or CR) there are; `endsInCr` carries over from one piece to the next.
[[nodiscard]] qint64 lineEnds(QByteArrayView text, bool &endsInCr);

} // namespace redoubt
