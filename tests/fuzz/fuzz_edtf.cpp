#include "app/timeline/datetext.h"
#include "app/timeline/naturaldate.h"

#include <cstdlib>

using namespace redoubt;

/// Whatever is typed is read or refused; what was read has bounds in order, a text that reads back as itself,
/// and words.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto date = readDate(text, QDate(2026, 5, 29));
    if (!date)
        return 0;
    const Bounds &bounds = date->bounds;
    const bool inOrder =
        (!bounds.startEarliest || !bounds.startLatest || *bounds.startEarliest <= *bounds.startLatest) &&
        (!bounds.endEarliest || !bounds.endLatest || *bounds.endEarliest <= *bounds.endLatest) &&
        (!bounds.startEarliest || !bounds.endLatest || *bounds.startEarliest <= *bounds.endLatest);
    const auto again = readEdtf(date->text);
    if (!inOrder || !again || *again != *date || dateText(*date).isEmpty())
        std::abort();
    return 0;
}
