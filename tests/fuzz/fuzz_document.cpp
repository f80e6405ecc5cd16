#include "app/brief/document.h"

#include <cstdint>
#include <cstdlib>

using namespace redoubt;

/// What every reading holds to: pieces lie inside the text and inside what they are a part of.
static void check(TextRange inner, TextRange outer)
{
    if (inner.length < 0 || inner.offset < outer.offset || inner.end() > outer.end())
        std::abort();
}

static void check(const QList<Span> &spans, TextRange outer)
{
    for (const Span &span : spans) {
        check(span.range, outer);
        check(span.children, outer);
        for (const Citation &citation : span.citation.citations)
            check(citation.keyRange, span.range);
    }
}

static void check(const QList<Block> &blocks, TextRange outer)
{
    for (const Block &block : blocks) {
        check(block.range, outer);
        check(block.spans, outer);
        check(block.content, outer);
        for (const QList<Block::Cell> &row : block.rows) {
            for (const Block::Cell &cell : row)
                check(cell.spans, outer);
        }
        check(block.children, outer);
    }
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const Document document = readDocument(text);
    check(document.blocks, {0, text.size()});
    (void)dump(document);
    if (wordCount(document) < 0 || citations(document).size() > text.size())
        std::abort();
    (void)outline(document);
    return 0;
}
