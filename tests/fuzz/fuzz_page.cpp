#include "app/sources/page.h"

#include <cstdint>
#include <cstdlib>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// Whatever comes is read or refused with a reason. What was read has text without white space around it and without control
/// characters, and the rest stands in one line each.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto require = [](bool holds) {
        if (!holds)
            std::abort();
    };
    const auto page = readPage(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), QUrl(u"https://example.org/a"_s));
    if (!page) {
        require(!page.error().why.isEmpty() && page.error().kind == Error::Kind::Invalid);
        return 0;
    }
    require(!page->text.isEmpty() && page->text == page->text.trimmed());
    for (const QChar c : page->text)
        require(c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control);
    for (const QString &line : {page->title, page->byline, page->site, page->published, page->language, page->excerpt})
        require(line == line.simplified());
    return 0;
}
