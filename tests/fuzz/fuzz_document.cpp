#include "tests/support/documentplaces.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace redoubt;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const Document document = readDocument(text);
    const DocumentPlaces places(document, text);
    if (!places.wrong().isEmpty()) {
        std::fprintf(stderr, "%s\n%s", qPrintable(places.wrong()), qPrintable(dump(document)));
        std::abort();
    }
    (void)dump(document);
    if (wordCount(document) < 0 || citations(document).size() > text.size())
        std::abort();
    (void)outline(document);
    return 0;
}
