#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace redoubt {

/// The bytes of a capture as the file keeps them.
struct PackedBytes
{
    QString encoding; ///< "": as they are; "zlib": qCompress(); "text": none, they are the UTF-8 of the capture's text
    QByteArray bytes;

    bool operator==(const PackedBytes &) const = default;
};

/// In the form that takes least room: what would not get smaller is kept as it is. May take a second for a long document,
/// so it is better called on another thread.
[[nodiscard]] PackedBytes packed(const QByteArray &bytes, const QString &text);

/// The bytes as they came. Error::Kind::Damaged for what packed() never makes: it comes out of a file.
[[nodiscard]] Result<QByteArray> unpacked(const PackedBytes &packed, const QString &text);

} // namespace redoubt
