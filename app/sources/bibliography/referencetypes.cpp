#include "app/sources/bibliography/referencetypes.h"

#include <algorithm>
#include <array>

namespace redoubt {

namespace {

using enum SourceType;

/// The first row with a source type, a CSL type, a RIS type or a BibTeX type is what that stands for. Rows further down with
/// the same CSL type are other names for it, that are read and not written.
constexpr auto rows = std::to_array<ReferenceType>({
    {Article, "article-newspaper"_L1, "NEWS"_L1, "article"_L1},
    {Wire, "article-newspaper"_L1, "NEWS"_L1, "article"_L1, "Wire report"},
    {Statement, "document"_L1, "GEN"_L1, "misc"_L1, "Official statement"},
    {Statement, "document"_L1, "GEN"_L1, "misc"_L1, "Press release"},
    {Statement, "report"_L1, "RPRT"_L1, "report"_L1, "Press release"},
    {Speech, "speech"_L1, "SLIDE"_L1, "unpublished"_L1},
    {Interview, "interview"_L1, "PCOMM"_L1, "misc"_L1},
    {Post, "post"_L1, "ELEC"_L1, "online"_L1},
    {Report, "report"_L1, "RPRT"_L1, "report"_L1},
    {Dataset, "dataset"_L1, "DATA"_L1, "dataset"_L1},
    {Broadcast, "broadcast"_L1, "MULTI"_L1, "video"_L1},
    {Law, "legislation"_L1, "STAT"_L1, "legislation"_L1},
    {Page, "webpage"_L1, "ELEC"_L1, "online"_L1},
    {Book, "book"_L1, "BOOK"_L1, "book"_L1},
    {Article, "article-journal"_L1, "JOUR"_L1, "article"_L1},
    {Article, "article-magazine"_L1, "MGZN"_L1, "article"_L1},
    {Article, "article"_L1, "INPR"_L1, "unpublished"_L1},
    {Report, "document"_L1, "GEN"_L1, "misc"_L1},
    {Article, "paper-conference"_L1, "CPAPER"_L1, "inproceedings"_L1},
    {Book, "chapter"_L1, "CHAP"_L1, "incollection"_L1},
    {Book, "thesis"_L1, "THES"_L1, "thesis"_L1},
    {Law, "legal_case"_L1, "CASE"_L1, "jurisdiction"_L1},
    {Law, "bill"_L1, "BILL"_L1, "legislation"_L1},
    {Law, "regulation"_L1, "LEGAL"_L1, "legal"_L1},
    {Law, "treaty"_L1, "LEGAL"_L1, "legal"_L1},
    {Statement, "hearing"_L1, "HEAR"_L1, "misc"_L1},
    {Law, "patent"_L1, "PAT"_L1, "patent"_L1},
    {Report, "standard"_L1, "STAND"_L1, "standard"_L1},
    {Post, "post-weblog"_L1, "BLOG"_L1, "online"_L1},
    {Article, "entry-encyclopedia"_L1, "ENCYC"_L1, "inreference"_L1},
    {Article, "entry-dictionary"_L1, "DICT"_L1, "inreference"_L1},
    {Article, "entry"_L1, "ENCYC"_L1, "inreference"_L1},
    {Article, "review"_L1, "JOUR"_L1, "review"_L1},
    {Article, "review-book"_L1, "JOUR"_L1, "review"_L1},
    {Book, "manuscript"_L1, "MANSCPT"_L1, "unpublished"_L1},
    {Post, "personal_communication"_L1, "ICOMM"_L1, "letter"_L1},
    {Broadcast, "motion_picture"_L1, "MPCT"_L1, "movie"_L1},
    {Broadcast, "song"_L1, "SOUND"_L1, "audio"_L1},
    {Broadcast, "performance"_L1, "MUSIC"_L1, "performance"_L1},
    {Book, "musical_score"_L1, "MUSIC"_L1, "music"_L1},
    {Page, "software"_L1, "COMP"_L1, "software"_L1},
    {Report, "figure"_L1, "FIGURE"_L1, "image"_L1},
    {Report, "graphic"_L1, "ART"_L1, "artwork"_L1},
    {Report, "map"_L1, "MAP"_L1, "misc"_L1},
    {Report, "pamphlet"_L1, "PAMP"_L1, "booklet"_L1},
    {Book, "classic"_L1, "CLSWK"_L1, "book"_L1},
    {Book, "collection"_L1, "AGGR"_L1, "collection"_L1},
    {Article, "periodical"_L1, "JFULL"_L1, "periodical"_L1},
    // Other names.
    {Article, "article-journal"_L1, "EJOUR"_L1, "suppperiodical"_L1},
    {Article, "article-journal"_L1, "ABST"_L1, ""_L1},
    {Article, "article-journal"_L1, "JA"_L1, ""_L1},
    {Article, "article-magazine"_L1, "CTLG"_L1, ""_L1},
    {Book, "book"_L1, "EBOOK"_L1, "mvbook"_L1},
    {Book, "book"_L1, "EDBOOK"_L1, "manual"_L1},
    {Book, "book"_L1, "SER"_L1, "proceedings"_L1},
    {Book, "book"_L1, ""_L1, "mvproceedings"_L1},
    {Book, "book"_L1, ""_L1, "mvcollection"_L1},
    {Book, "book"_L1, ""_L1, "reference"_L1},
    {Book, "book"_L1, ""_L1, "mvreference"_L1},
    {Book, "book"_L1, ""_L1, "commentary"_L1},
    {Book, "chapter"_L1, "ECHAP"_L1, "inbook"_L1},
    {Book, "chapter"_L1, ""_L1, "bookinbook"_L1},
    {Book, "chapter"_L1, ""_L1, "suppbook"_L1},
    {Book, "chapter"_L1, ""_L1, "suppcollection"_L1},
    {Article, "paper-conference"_L1, "CONF"_L1, "conference"_L1},
    {Report, "report"_L1, "GOVDOC"_L1, "techreport"_L1},
    {Report, "report"_L1, "GRANT"_L1, "grant"_L1},
    {Dataset, "dataset"_L1, "DBASE"_L1, "data"_L1},
    {Broadcast, "motion_picture"_L1, "VIDEO"_L1, ""_L1},
    {Broadcast, "motion_picture"_L1, "ADVS"_L1, ""_L1},
    {Page, "webpage"_L1, "WEB"_L1, "electronic"_L1},
    {Page, "webpage"_L1, "ELECTRONIC"_L1, "www"_L1},
    {Page, "webpage"_L1, ""_L1, "webpage"_L1},
    {Book, "thesis"_L1, ""_L1, "phdthesis"_L1},
    {Book, "thesis"_L1, ""_L1, "mastersthesis"_L1},
    {Book, "thesis"_L1, ""_L1, "bathesis"_L1},
    {Article, "article-newspaper"_L1, "NWSPR"_L1, "newspaper"_L1},
    {Book, "manuscript"_L1, "UNPD"_L1, ""_L1},
    {Book, "manuscript"_L1, "UNPB"_L1, ""_L1},
    {Law, "bill"_L1, "UNBILL"_L1, "bill"_L1},
    {Book, "classic"_L1, "ANCIENT"_L1, ""_L1},
    {Report, "figure"_L1, "CHART"_L1, "figure"_L1},
    {Report, "document"_L1, "EQUA"_L1, ""_L1},
    {Post, "personal_communication"_L1, "EMAIL"_L1, "email"_L1},
});

const ReferenceType &documentRow()
{
    static const ReferenceType &row = *std::ranges::find_if(rows, [](const ReferenceType &one) { return one.csl == "document"_L1 && !one.genre; });
    return row;
}

QString firstCsl(QLatin1StringView ReferenceType::*name, QStringView value)
{
    const auto row = std::ranges::find_if(rows, [&](const ReferenceType &one) { return !one.genre && one.*name == value; });
    return row != rows.end() && !value.isEmpty() ? QString(row->csl) : QString(documentRow().csl);
}

} // namespace

const ReferenceType &referenceTypeOf(SourceType type)
{
    return *std::ranges::find(rows, type, &ReferenceType::type);
}

const ReferenceType &referenceTypeOfCsl(QStringView csl, QStringView genre)
{
    const auto told = std::ranges::find_if(rows, [&](const ReferenceType &one) {
        return one.genre && one.csl == csl && genre.compare(QLatin1StringView(one.genre), Qt::CaseInsensitive) == 0;
    });
    if (told != rows.end())
        return *told;
    const auto row = std::ranges::find_if(rows, [&](const ReferenceType &one) { return !one.genre && one.csl == csl; });
    return row != rows.end() ? *row : documentRow();
}

// Where several kinds of source are written as one type, that type read alone is what the format means by it.

QString cslTypeOfRis(QStringView ris)
{
    if (ris == u"ELEC")
        return u"webpage"_s;
    if (ris == u"PCOMM")
        return u"personal_communication"_s;
    return firstCsl(&ReferenceType::ris, ris);
}

QString cslTypeOfBibtex(QStringView bibtex)
{
    if (bibtex == u"article")
        return u"article-journal"_s;
    if (bibtex == u"online")
        return u"webpage"_s;
    if (bibtex == u"misc")
        return u"document"_s;
    if (bibtex == u"unpublished")
        return u"manuscript"_s;
    return firstCsl(&ReferenceType::bibtex, bibtex);
}

} // namespace redoubt
