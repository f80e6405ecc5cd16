#include "app/sources/capture/mhtml.h"

#include <cstdint>
#include <cstdlib>

/// Whatever the bytes are, they are read or refused in words; a page is not longer than what it was decoded from, but for line ends.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const bool looksLikeOne = redoubt::looksLikeWebArchive(bytes);
    const auto archive = redoubt::readWebArchive(bytes);
    if (archive ? archive->html.isEmpty() || archive->html.size() > 2 * bytes.size() : archive.error().text().isEmpty())
        std::abort();
    return looksLikeOne && bytes.isEmpty() ? (std::abort(), 1) : 0;
}
