#include "app/brief/citation.h"

#include <cstdint>
#include <cstdlib>

using namespace redoubt;

static void expect(bool right)
{
    if (!right)
        std::abort();
}

static bool holds(TextRange outer, TextRange inner)
{
    return inner.length >= 0 && inner.offset >= outer.offset && inner.end() <= outer.end();
}

/// Citations stand in the text in their order, each inside of its cluster, and each key is where it is said to be.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    qsizetype done = 0;
    for (const CitationCluster &cluster : citationsIn(text)) {
        expect(!cluster.citations.isEmpty() && cluster.range.offset >= done);
        expect(holds({0, text.size()}, cluster.range));
        done = cluster.range.end();
        qsizetype behind = cluster.range.offset;
        for (const Citation &citation : cluster.citations) {
            expect(holds(cluster.range, citation.range) && holds(citation.range, citation.keyRange));
            expect(citation.range.offset >= behind);
            behind = citation.range.end();
            const QStringView written = QStringView(text).sliced(citation.keyRange.offset, citation.keyRange.length);
            expect(written == citation.key && !written.isEmpty());
            expect(text[citation.keyRange.offset - 1] == u'{' || isCitationKey(citation.key));
            expect(citation.locator == citation.locator.trimmed() && citation.suffix == citation.suffix.trimmed());
            const auto typed = citationKeyAt(text, citation.keyRange.end());
            expect(!typed || holds({0, text.size()}, *typed));
        }
    }
    return 0;
}
