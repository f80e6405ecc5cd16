#include "app/timeline/import/textinput.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <bit>
#include <cstring>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

constexpr qint64 pieceSize = 1024LL * 1024;

/// The bytes that a character takes by its first one; 0 when no character begins so.
int lengthOf(uchar first)
{
    return first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
}

bool isWellFormed(const uchar *at, int length)
{
    for (int i = 1; i < length; ++i) {
        if ((at[i] & 0xc0) != 0x80)
            return false;
    }
    // Overlong forms, surrogates, and what lies beyond the last character.
    return length < 3 || (at[0] == 0xe0 ? at[1] >= 0xa0 : at[0] == 0xed ? at[1] < 0xa0 : at[0] == 0xf0 ? at[1] >= 0x90 : at[0] != 0xf4 || at[1] < 0x90);
}

/// Up to where `text` is UTF-8 without a NUL, in whole characters.
qsizetype validLength(QByteArrayView text)
{
    const auto *data = reinterpret_cast<const uchar *>(text.data());
    const qsizetype size = text.size();
    qsizetype at = 0;
    while (at < size) {
        quint64 eight = 0;
        while (at + 8 <= size) {
            std::memcpy(&eight, data + at, sizeof eight);
            const quint64 hasNul = (eight - 0x0101010101010101U) & ~eight;
            if ((eight | hasNul) & 0x8080808080808080U)
                break;
            at += 8;
        }
        if (at >= size)
            break;
        const int length = lengthOf(data[at]);
        if (data[at] == 0 || length == 0)
            return at;
        if (at + length > size)
            return at;
        if (!isWellFormed(data + at, length))
            return at;
        at += length;
    }
    return at;
}

} // namespace

qint64 lineEnds(QByteArrayView text, bool &endsInCr)
{
    qint64 count = 0;
    for (const char c : text) {
        if (c == '\r' || (c == '\n' && !endsInCr))
            ++count;
        endsInCr = c == '\r';
    }
    return count;
}

TextInput::TextInput(const QString &path)
    : m_file(path)
{
}

QString TextInput::fileName() const
{
    return QFileInfo(m_file.fileName()).fileName();
}

Result<> TextInput::open()
{
    const QString what = Words::tr("“%1” was not read.").arg(fileName());
    if (QFileInfo(m_file.fileName()).isDir() || !m_file.open(QIODevice::ReadOnly)) {
        return failure(what, QFileInfo(m_file.fileName()).isDir() ? Words::tr("It is a folder.") : m_file.errorString().append(u'.'),
            Words::tr("Check that the file is there and that you may read it."), Error::Kind::NotAllowed);
    }
    if (m_file.size() > largest) {
        return failure(what, Words::tr("It has %1; a text file may have %2.").arg(QLocale().formattedDataSize(m_file.size()), QLocale().formattedDataSize(largest)),
            Words::tr("Split it into smaller files and import those one after the other."), Error::Kind::Invalid);
    }
    const QByteArray start = m_file.peek(4);
    if (start.startsWith("\xef\xbb\xbf")) {
        m_hash.addData(m_file.read(3));
    } else if (start.startsWith("\xff\xfe") || start.startsWith("\xfe\xff")) {
        m_encoding = start.startsWith("\xff") ? Encoding::Utf16LittleEndian : Encoding::Utf16BigEndian;
        m_decoder = QStringDecoder(m_encoding == Encoding::Utf16LittleEndian ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE,
            QStringDecoder::Flag::ConvertInitialBom);
        m_hash.addData(m_file.read(2));
    }
    return {};
}

Error TextInput::notText(QByteArrayView good) const
{
    bool endsInCr = m_endsInCr;
    const qint64 line = m_lines + lineEnds(good, endsInCr) + 1;
    return {Words::tr("“%1” was not read.").arg(fileName()),
        m_encoding == Encoding::Utf8 ? Words::tr("Line %1 is not UTF-8 text.").arg(line) : Words::tr("Line %1 is not UTF-16 text.").arg(line),
        Words::tr("Save it as UTF-8 in the program that it comes from, then import it again."), Error::Kind::Invalid};
}

Result<> TextInput::append(QByteArrayView piece, bool isLast, QByteArray &text)
{
    if (m_encoding == Encoding::Utf8) {
        const qsizetype valid = validLength(piece);
        m_pending = piece.sliced(valid).toByteArray();
        if (isLast ? !m_pending.isEmpty() : m_pending.size() > 3 || (!m_pending.isEmpty() && lengthOf(uchar(m_pending.front())) <= m_pending.size()))
            return std::unexpected(notText(piece.first(valid)));
        m_lines += lineEnds(piece.first(valid), m_endsInCr);
        text.append(piece.data(), valid);
        return {};
    }
    const QString decoded = m_decoder.decode(piece);
    const qsizetype wrong = m_decoder.hasError() ? decoded.indexOf(QChar::ReplacementCharacter) : decoded.indexOf(QChar::Null);
    const QByteArray utf8 = decoded.toUtf8();
    if (m_decoder.hasError() || wrong >= 0)
        return std::unexpected(notText(decoded.first(std::max<qsizetype>(wrong, 0)).toUtf8()));
    m_lines += lineEnds(utf8, m_endsInCr);
    text.append(utf8);
    return {};
}

Result<bool> TextInput::read(QByteArray &text)
{
    QByteArray piece = std::exchange(m_pending, {});
    const qsizetype carried = piece.size();
    piece.resize(carried + pieceSize);
    const qint64 got = m_file.read(piece.data() + carried, pieceSize);
    if (got < 0) {
        return failure(Words::tr("“%1” was not read.").arg(fileName()), m_file.errorString().append(u'.'),
            Words::tr("Check that the disk is still there."), Error::Kind::General);
    }
    piece.truncate(carried + got);
    m_hash.addData(QByteArrayView(piece).sliced(carried));
    const bool isLast = m_file.atEnd();
    if (piece.isEmpty())
        return false;
    // Half a character of UTF-16 at the end.
    if (isLast && m_encoding != Encoding::Utf8 && m_file.size() % 2 != 0)
        return std::unexpected(notText({}));
    if (auto done = append(piece, isLast, text); !done)
        return failure(done);
    return true;
}

Result<QByteArray> TextInput::readAll()
{
    QByteArray text;
    text.reserve(m_file.size());
    for (;;) {
        const auto more = read(text);
        if (!more)
            return failure(more);
        if (!*more)
            return text;
    }
}

double TextInput::progress() const
{
    return m_file.size() > 0 ? double(m_file.pos()) / double(m_file.size()) : 1;
}

} // namespace redoubt
