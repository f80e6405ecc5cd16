#pragma once

#include <QByteArray>

#include <memory>

struct z_stream_s;

namespace redoubt {

/// The body of an answer as it comes in, piece by piece, unpacked where it was packed for the way. Inner to app/sources.
class FetchBody
{
public:
    enum class State {
        Open,    ///< more may come
        TooLarge, ///< than `limit`, unpacked
        Damaged, ///< cannot be unpacked
        Unknown, ///< packed in a way that was not asked for
    };

    /// `encoding` is what the header Content-Encoding says: empty, "identity", "gzip" or "deflate" are understood.
    FetchBody(const QByteArray &encoding, qint64 limit);
    ~FetchBody();
    FetchBody(const FetchBody &) = delete;
    FetchBody &operator=(const FetchBody &) = delete;

    /// Never holds more than the limit and a piece, whatever it unpacks to. All that comes after a trouble is left out.
    State add(const QByteArray &piece);

    /// Whether a packed body is there to its end; of others only the sender knows.
    [[nodiscard]] bool isWhole() const;
    /// As it came, packed.
    [[nodiscard]] qint64 received() const { return m_received; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    State unpack(const QByteArray &piece);

    qint64 m_limit;
    qint64 m_received = 0;
    QByteArray m_bytes;
    std::unique_ptr<z_stream_s> m_stream; ///< of a packed body
    bool m_hasEnded = false;              ///< the packed stream
    State m_state = State::Open;
};

} // namespace redoubt
