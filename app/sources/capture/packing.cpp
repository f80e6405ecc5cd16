#include "app/sources/capture/packing.h"

#include <QCoreApplication>
#include <QtEndian>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 longestUnpacked = 256 * 1024 * 1024;
constexpr qsizetype lengthBytes = 4;

std::unexpected<Error> damaged()
{
    return failure(QCoreApplication::translate("redoubt::Capture", "The capture could not be read."),
        QCoreApplication::translate("redoubt::Capture", "Its bytes are damaged."),
        QCoreApplication::translate("redoubt::Capture", "Capture the source again, or go back to a copy of the project."), Error::Kind::Damaged);
}

} // namespace

PackedBytes packed(const QByteArray &bytes, const QString &text)
{
    if (!bytes.isEmpty() && bytes == text.toUtf8())
        return {u"text"_s, {}};
    QByteArray smaller = qCompress(bytes);
    if (!smaller.isEmpty() && smaller.size() < bytes.size())
        return {u"zlib"_s, std::move(smaller)};
    return {{}, bytes};
}

Result<QByteArray> unpacked(const PackedBytes &packed, const QString &text)
{
    if (packed.encoding.isEmpty())
        return packed.bytes;
    if (packed.encoding == "text"_L1)
        return text.toUtf8();
    if (packed.encoding != "zlib"_L1 || packed.bytes.size() <= lengthBytes)
        return damaged();
    // The length is checked before anything is made room for.
    const auto length = qFromBigEndian<quint32>(packed.bytes.constData());
    if (length > longestUnpacked)
        return damaged();
    QByteArray bytes = qUncompress(packed.bytes);
    if (bytes.size() != qsizetype(length))
        return damaged();
    return bytes;
}

} // namespace redoubt
