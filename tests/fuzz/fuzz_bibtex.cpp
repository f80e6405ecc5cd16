#include "app/sources/bibliography/bibtex.h"
#include "app/sources/bibliography/sourceitem.h"

#include <cstdlib>

using namespace redoubt;

/// Whatever a file holds is read: each entry is a source that the project takes, and what is written of it is as many entries
/// with the same titles.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size)).remove(QChar::Null);
    const Bibliography read = readBibtex(text);
    QList<BibliographyItem> items;
    for (const BibliographyItem &item : read.items) {
        Source source = sourceOfItem(item);
        if (item.line < 1 || !checkSource(source))
            std::abort();
        source.key = u"key"_s;
        items.append(itemOfSource(source, item.tags));
    }
    const Bibliography again = readBibtex(QString::fromUtf8(writeBibtex(items)));
    if (again.items.size() != items.size())
        std::abort();
    for (qsizetype i = 0; i < items.size(); ++i) {
        // The name that a source without a title is given is not written.
        if (items.at(i).csl.contains(u"title"_s) && sourceOfItem(again.items.at(i)).title != sourceOfItem(items.at(i)).title)
            std::abort();
    }
    return 0;
}
