#include "app/timeline/filterquery.h"

#include <cstdlib>

using namespace redoubt;

/// Whatever is typed is read, each term stands where it says, and the filter's text reads as the filter.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QDate today(2026, 5, 29);
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    qsizetype end = 0;
    const QList<QueryTerm> terms = readQuery(text, today);
    for (const QueryTerm &term : terms) {
        if (term.start < end || term.length <= 0 || term.start + term.length > text.size())
            std::abort();
        end = term.start + term.length;
    }
    const EventFilter filter = filterOf(terms);
    if (filterOf(readQuery(queryText(filter), today)) != filter)
        std::abort();
    return 0;
}
