#include "app/publish/csvline.h"

#include <algorithm>

namespace redoubt {

namespace {

QByteArray quoted(const QString &cell)
{
    QByteArray bytes = cell.toUtf8();
    static constexpr QByteArrayView special = "\",\r\n";
    const auto isSpecial = [](char c) { return special.contains(c); };
    if (std::ranges::none_of(bytes, isSpecial) && !bytes.startsWith(' ') && !bytes.endsWith(' '))
        return bytes;
    return '"' + bytes.replace('"', "\"\"") + '"';
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QByteArray bytes;
    for (const QString &cell : cells)
        bytes += quoted(cell) + ',';
    bytes.chop(1);
    return bytes + "\r\n";
}

} // namespace redoubt
