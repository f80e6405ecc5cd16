#include "ui/sources/cslnames.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct CslName
{
    QLatin1StringView variable;
    const char *name;
};

constexpr CslName names[]{
    {"abstract"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Abstract")},
    {"accessed"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Read on")},
    {"annote"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Annotation")},
    {"archive"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Archive")},
    {"archive-place"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Place of the archive")},
    {"archive_collection"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Collection in the archive")},
    {"archive_location"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Place in the archive")},
    {"author"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Author")},
    {"authority"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Authority")},
    {"available-date"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Available from")},
    {"call-number"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Call number")},
    {"chair"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Chair")},
    {"chapter-number"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Chapter")},
    {"citation-key"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Citation key")},
    {"citation-label"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Citation label")},
    {"citation-number"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Citation number")},
    {"collection-editor"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Editor of the series")},
    {"collection-number"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Number in series")},
    {"collection-title"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Series")},
    {"compiler"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Compiler")},
    {"composer"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Composer")},
    {"container"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Date of the whole")},
    {"container-author"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Author of the whole")},
    {"container-title"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Published in")},
    {"container-title-short"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Published in, short")},
    {"contributor"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Contributor")},
    {"curator"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Curator")},
    {"dimensions"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Length or size")},
    {"director"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Director")},
    {"division"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Division")},
    {"DOI"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "DOI")},
    {"edition"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Edition")},
    {"editor"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Editor")},
    {"editor-translator"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Editor, translator")},
    {"editorial-director"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Editorial director")},
    {"event"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Event (older name)")},
    {"event-date"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Event’s date")},
    {"event-place"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Event’s place")},
    {"event-title"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Event")},
    {"executive-producer"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Executive producer")},
    {"first-reference-note-number"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "First note")},
    {"genre"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Kind")},
    {"guest"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Guest")},
    {"host"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Host")},
    {"illustrator"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Illustrator")},
    {"interviewer"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Interviewer")},
    {"ISAN"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "ISAN")},
    {"ISBN"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "ISBN")},
    {"ISCI"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "ISCI")},
    {"ISMN"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "ISMN")},
    {"ISRC"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "ISRC")},
    {"ISSN"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "ISSN")},
    {"issue"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Issue")},
    {"issued"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Published")},
    {"ISWC"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "ISWC")},
    {"journalAbbreviation"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Journal, short")},
    {"jurisdiction"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Jurisdiction")},
    {"keyword"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Keywords")},
    {"language"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Language")},
    {"license"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Licence")},
    {"locator"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Locator")},
    {"medium"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Medium")},
    {"narrator"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Narrator")},
    {"note"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Note")},
    {"number"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Number")},
    {"number-of-pages"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Pages in all")},
    {"number-of-volumes"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Volumes in all")},
    {"organizer"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Organizer")},
    {"original-author"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "First author")},
    {"original-date"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "First published")},
    {"original-publisher"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "First publisher")},
    {"original-publisher-place"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "First publisher’s place")},
    {"original-title"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Original title")},
    {"page"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Pages")},
    {"page-first"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "First page")},
    {"part"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Part")},
    {"part-number"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Part number")},
    {"part-title"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Title of the part")},
    {"performer"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Performer")},
    {"PMCID"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "PMCID")},
    {"PMID"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "PMID")},
    {"printing"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Printing")},
    {"printing-number"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Printing number")},
    {"producer"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Producer")},
    {"publisher"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Publishing house")},
    {"publisher-place"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Place")},
    {"recipient"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Recipient")},
    {"references"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "References")},
    {"reviewed-author"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Author of what is reviewed")},
    {"reviewed-genre"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Kind of what is reviewed")},
    {"reviewed-title"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Title of what is reviewed")},
    {"scale"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Scale")},
    {"script-writer"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Script writer")},
    {"section"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Section")},
    {"series-creator"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Creator of the series")},
    {"shortTitle"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Short title (older name)")},
    {"source"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Found in")},
    {"status"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Status")},
    {"submitted"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Submitted")},
    {"supplement"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Supplement")},
    {"supplement-number"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Supplement number")},
    {"title"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Title")},
    {"title-short"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Short title")},
    {"translated-title"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Title, translated")},
    {"translated-title-short"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Short title, translated")},
    {"translator"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Translator")},
    {"URL"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Address")},
    {"version"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Version")},
    {"volume"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Volume")},
    {"volume-title"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Title of the volume")},
    {"volume-title-short"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Title of the volume, short")},
    {"year-suffix"_L1, QT_TRANSLATE_NOOP("redoubt::SourceFields", "Letter behind the year")},
};

} // namespace

const char *cslName(QStringView variable)
{
    const auto row = std::ranges::find_if(names, [&](const CslName &name) { return variable == name.variable; });
    return row == std::end(names) ? nullptr : row->name;
}

} // namespace redoubt
