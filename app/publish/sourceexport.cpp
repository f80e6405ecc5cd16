#include "app/publish/sourceexport.h"

#include "app/publish/outfile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::SourceExport)
};

} // namespace

Result<WrittenSources> writeSources(const Reader &reader, const QString &file, const SourceChoice &choose, const JobState *job)
{
    const auto format = bibliographyFormatByName(file);
    if (!format) {
        return failure(Words::tr("Nothing was exported."), Words::tr("The format of “%1” is not known.").arg(file),
            Words::tr("Give the file a name that ends in .json, .bib or .ris."));
    }
    const auto items = bibliographyOf(reader, choose);
    if (!items)
        return failure(items);
    OutFile out(file);
    if (auto opened = out.open(); !opened)
        return failure(opened);
    if (auto written = out.write(writeBibliography(*items, *format)); !written)
        return failure(written);
    if (job && job->isStopped())
        return failure(Words::tr("Nothing was exported."), {}, {}, Error::Kind::Cancelled);
    const auto bytes = out.commit();
    if (!bytes)
        return failure(bytes);
    return WrittenSources{items->size(), *bytes};
}

} // namespace redoubt
