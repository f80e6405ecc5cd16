#include "app/timeline/import/eventimport.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// The first byte chooses the format (one more than there are: guessed), the others are the file. Whatever it holds is read or
/// refused; a row is an event with a title and a date that reads back as itself, or says what is wrong with it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    if (size == 0)
        return 0;
    QFile file(folder.filePath(u"input"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char *>(data) + 1, qint64(size) - 1) < 0)
        std::abort();
    file.close();
    ImportFile input{file.fileName(), {}, {}};
    const size_t choice = data[0] % (importFormatNames.table.size() + 1);
    if (choice < importFormatNames.table.size())
        input.format = importFormatNames.table.at(choice).first;
    const auto preview = previewImport(input, 1000);
    if (!preview)
        return preview.error().text().isEmpty() ? (std::abort(), 1) : 0;
    qint64 line = 0;
    for (const ImportedRow &row : preview->rows) {
        if (row.line < 1 || row.line > qint64(size) + 1)
            std::abort();
        line = row.line;
        if (!row.problem.isEmpty())
            continue;
        const ImportedEvent &event = row.event;
        const auto date = readEdtf(event.date);
        const bool hasDate = event.date.isEmpty() ? preview->format == ImportFormat::EdtfCsv : date && date->bounds == event.bounds;
        const auto &at = event.coordinates;
        if (event.title.isEmpty() || !hasDate || (at && !(std::abs(at->latitude) <= 90 && std::abs(at->longitude) <= 180)))
            std::abort();
    }
    return line < 0;
}
