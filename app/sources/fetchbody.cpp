#include "app/sources/fetchbody.h"

#include <array>

#include <zlib.h>

namespace redoubt {

namespace {

constexpr int gzipOrZlib = 15 + 32; ///< the largest window, and which of the two it is to be found out
constexpr size_t roomSize = 64 * 1024;

} // namespace

FetchBody::FetchBody(const QByteArray &encoding, qint64 limit)
    : m_limit(limit)
{
    const QByteArray name = encoding.trimmed().toLower();
    if (name == "gzip" || name == "x-gzip" || name == "deflate") {
        m_stream = std::make_unique<z_stream>();
        if (inflateInit2(m_stream.get(), gzipOrZlib) != Z_OK)
            m_state = State::Damaged;
    } else if (!name.isEmpty() && name != "identity") {
        m_state = State::Unknown;
    }
}

FetchBody::~FetchBody()
{
    if (m_stream)
        inflateEnd(m_stream.get());
}

FetchBody::State FetchBody::add(const QByteArray &piece)
{
    m_received += piece.size();
    if (m_state != State::Open)
        return m_state;
    if (m_stream)
        m_state = unpack(piece);
    else if (m_bytes.size() + piece.size() > m_limit)
        m_state = State::TooLarge;
    else
        m_bytes += piece;
    return m_state;
}

FetchBody::State FetchBody::unpack(const QByteArray &piece)
{
    std::array<Bytef, roomSize> room;
    m_stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(piece.constData()));
    m_stream->avail_in = uInt(piece.size());
    bool hasMore = true;
    while (hasMore && (m_stream->avail_in > 0 || m_stream->avail_out == 0)) {
        // Streams may follow on each other; anything else behind the end is padding.
        if (m_hasEnded && (m_stream->avail_in == 0 || *m_stream->next_in != 0x1f || inflateReset(m_stream.get()) != Z_OK))
            return State::Open;
        m_hasEnded = false;
        m_stream->next_out = room.data();
        m_stream->avail_out = uInt(room.size());
        const int result = inflate(m_stream.get(), Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
            return State::Damaged;
        const auto size = qsizetype(room.size() - m_stream->avail_out);
        if (m_bytes.size() + size > m_limit)
            return State::TooLarge;
        m_bytes.append(reinterpret_cast<const char *>(room.data()), size);
        m_hasEnded = result == Z_STREAM_END;
        hasMore = result != Z_BUF_ERROR;
    }
    return State::Open;
}

bool FetchBody::isWhole() const
{
    return m_state == State::Open && (!m_stream || m_hasEnded);
}

} // namespace redoubt
