#include "app/sources/bibliography/ris.h"
#include "app/sources/bibliography/sourceitem.h"

#include <cstdlib>

using namespace redoubt;

/// Whatever a file holds is read: each record is a source that the project takes, and what is written of it reads as itself.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size)).remove(QChar::Null);
    const Bibliography read = readRis(text);
    qint64 line = 0;
    for (const BibliographyItem &item : read.items) {
        if (item.line <= line || !checkSource(sourceOfItem(item)))
            std::abort();
        line = item.line;
    }
    const Bibliography again = readRis(QString::fromUtf8(writeRis(read.items)));
    if (again.items.size() != read.items.size() || !again.problems.isEmpty())
        std::abort();
    for (qsizetype i = 0; i < read.items.size(); ++i) {
        if (again.items.at(i).csl != read.items.at(i).csl || again.items.at(i).tags != read.items.at(i).tags)
            std::abort();
    }
    return 0;
}
