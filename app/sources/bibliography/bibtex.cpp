#include "app/sources/bibliography/bibtex.h"

#include "app/sources/bibliography/bibtexentries.h"
#include "app/sources/bibliography/cslvariables.h"
#include "app/sources/bibliography/latex.h"
#include "app/sources/bibliography/personnames.h"
#include "app/sources/bibliography/referencedates.h"
#include "app/sources/bibliography/referencetypes.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace redoubt {

namespace {

enum class Form {
    Text,     ///< LaTeX
    Title,    ///< LaTeX that keeps its italics
    Lines,    ///< LaTeX whose line ends are kept
    Verbatim, ///< an address or a number
    Names,
    Date
};

/// What a field is in CSL, for the CSL types that `types` lists (between spaces), or for all others. The first row that fits
/// a field reads it, the first that is written and fits a variable writes it.
struct FieldRow
{
    QLatin1StringView field;
    QLatin1StringView csl;
    Form form = Form::Text;
    QLatin1StringView types{};
    bool isWritten = true;
};

constexpr auto articles = "article-journal article-magazine article-newspaper review review-book"_L1;
constexpr auto numbered = "report patent bill legislation regulation treaty standard document article webpage post post-weblog thesis legal_case dataset software"_L1;
constexpr auto partTypes = "chapter paper-conference entry entry-encyclopedia entry-dictionary"_L1;

constexpr auto fieldRows = std::to_array<FieldRow>({
    {"author"_L1, "author"_L1, Form::Names}, {"editor"_L1, "editor"_L1, Form::Names}, {"translator"_L1, "translator"_L1, Form::Names},
    {"bookauthor"_L1, "container-author"_L1, Form::Names}, {"origauthor"_L1, "original-author"_L1, Form::Names},
    {"title"_L1, "title"_L1, Form::Title}, {"shorttitle"_L1, "title-short"_L1, Form::Title}, {"origtitle"_L1, "original-title"_L1, Form::Title},
    {"journaltitle"_L1, "container-title"_L1, Form::Title, articles}, {"journal"_L1, "container-title"_L1, Form::Title, {}, false},
    {"booktitle"_L1, "container-title"_L1, Form::Title, partTypes}, {"booktitle"_L1, "container-title"_L1, Form::Title, {}, false},
    {"journaltitle"_L1, "container-title"_L1, Form::Title},
    {"shortjournal"_L1, "container-title-short"_L1}, {"series"_L1, "collection-title"_L1, Form::Title},
    {"eventtitle"_L1, "event-title"_L1, Form::Title}, {"venue"_L1, "event-place"_L1},
    {"number"_L1, "issue"_L1, Form::Text, articles}, {"number"_L1, "number"_L1, Form::Text, numbered}, {"number"_L1, "collection-number"_L1},
    {"eid"_L1, "number"_L1, Form::Text, articles}, {"issue"_L1, "issue"_L1}, {"volume"_L1, "volume"_L1}, {"volumes"_L1, "number-of-volumes"_L1},
    {"part"_L1, "part-number"_L1}, {"edition"_L1, "edition"_L1}, {"version"_L1, "version"_L1},
    {"pages"_L1, "page"_L1}, {"pagetotal"_L1, "number-of-pages"_L1}, {"numpages"_L1, "number-of-pages"_L1, Form::Text, {}, false}, {"chapter"_L1, "chapter-number"_L1},
    {"institution"_L1, "publisher"_L1, Form::Text, "report thesis"_L1}, {"publisher"_L1, "publisher"_L1},
    {"school"_L1, "publisher"_L1, Form::Text, {}, false}, {"institution"_L1, "publisher"_L1, Form::Text, {}, false}, {"organization"_L1, "publisher"_L1, Form::Text, {}, false},
    {"location"_L1, "publisher-place"_L1}, {"address"_L1, "publisher-place"_L1, Form::Text, {}, false},
    {"origpublisher"_L1, "original-publisher"_L1}, {"origlocation"_L1, "original-publisher-place"_L1},
    {"type"_L1, "genre"_L1}, {"pubstate"_L1, "status"_L1}, {"library"_L1, "call-number"_L1},
    {"doi"_L1, "DOI"_L1, Form::Verbatim}, {"isbn"_L1, "ISBN"_L1, Form::Verbatim}, {"issn"_L1, "ISSN"_L1, Form::Verbatim},
    {"url"_L1, "URL"_L1, Form::Verbatim}, {"pmid"_L1, "PMID"_L1, Form::Verbatim}, {"pmcid"_L1, "PMCID"_L1, Form::Verbatim},
    {"langid"_L1, "language"_L1}, {"language"_L1, "language"_L1, Form::Text, {}, false},
    {"abstract"_L1, "abstract"_L1, Form::Lines}, {"note"_L1, "note"_L1, Form::Lines}, {"annotation"_L1, "annote"_L1, Form::Lines}, {"annote"_L1, "annote"_L1, Form::Lines, {}, false},
    {"urldate"_L1, "accessed"_L1, Form::Date}, {"eventdate"_L1, "event-date"_L1, Form::Date}, {"origdate"_L1, "original-date"_L1, Form::Date},
});

const QHash<QString, QString> languages{{u"english"_s, u"en"_s}, {u"american"_s, u"en-US"_s}, {u"usenglish"_s, u"en-US"_s}, {u"british"_s, u"en-GB"_s},
        {u"ukenglish"_s, u"en-GB"_s}, {u"german"_s, u"de"_s}, {u"ngerman"_s, u"de"_s}, {u"austrian"_s, u"de-AT"_s}, {u"french"_s, u"fr"_s}, {u"spanish"_s, u"es"_s},
        {u"italian"_s, u"it"_s}, {u"portuguese"_s, u"pt"_s}, {u"brazilian"_s, u"pt-BR"_s}, {u"dutch"_s, u"nl"_s}, {u"polish"_s, u"pl"_s}, {u"russian"_s, u"ru"_s},
        {u"ukrainian"_s, u"uk"_s}, {u"romanian"_s, u"ro"_s}, {u"czech"_s, u"cs"_s}, {u"slovak"_s, u"sk"_s}, {u"hungarian"_s, u"hu"_s}, {u"bulgarian"_s, u"bg"_s},
        {u"greek"_s, u"el"_s}, {u"turkish"_s, u"tr"_s}, {u"swedish"_s, u"sv"_s}, {u"norwegian"_s, u"no"_s}, {u"danish"_s, u"da"_s}, {u"finnish"_s, u"fi"_s},
        {u"estonian"_s, u"et"_s}, {u"latvian"_s, u"lv"_s}, {u"lithuanian"_s, u"lt"_s}, {u"croatian"_s, u"hr"_s}, {u"serbian"_s, u"sr"_s}, {u"slovenian"_s, u"sl"_s},
        {u"arabic"_s, u"ar"_s}, {u"hebrew"_s, u"he"_s}, {u"japanese"_s, u"ja"_s}, {u"chinese"_s, u"zh"_s}, {u"latin"_s, u"la"_s}};

/// The first by the alphabet where several names are one language.
QString bibtexLanguage(const QString &language)
{
    QStringList names = languages.keys(language);
    std::ranges::sort(names);
    return names.isEmpty() ? language : names.first();
}

bool fits(const FieldRow &row, const QString &type)
{
    return row.types.isEmpty() || (u' ' + QString(row.types) + u' ').contains(u' ' + type + u' ');
}

const FieldRow *rowOf(QStringView field, const QString &type)
{
    const auto row = std::ranges::find_if(fieldRows, [&](const FieldRow &one) { return one.field == field && fits(one, type); });
    return row != fieldRows.end() ? row : nullptr;
}

/// Dates are EDTF, in which ~ is no space.
QString dateOf(QString latex)
{
    return edtfOfText(latex.remove(u'{').remove(u'}'));
}

QString title(const TaggedEntry &entry, const QString &field, const QString &value)
{
    const QString prefix = field == u"booktitle" ? u"book"_s : field == u"journaltitle" || field == u"journal" ? u"journal"_s : QString();
    QString whole = fromLatex(value, LatexMarkup::Rich).simplified();
    if (field != u"title" && prefix.isEmpty())
        return whole;
    const QString behind = fromLatex(entry.value(prefix + u"subtitle"_s), LatexMarkup::Rich).simplified();
    if (!behind.isEmpty())
        whole += (whole.endsWith(u'?') || whole.endsWith(u'!') || whole.endsWith(u':') ? u" "_s : u": "_s) + behind;
    return whole;
}

QJsonValue valueOf(const TaggedEntry &entry, const FieldRow &row, const QString &value)
{
    switch (row.form) {
    case Form::Names:
        return namesFromBibtex(value);
    case Form::Date:
        return cslOfEdtf(dateOf(value));
    case Form::Title:
        return title(entry, row.field, value);
    case Form::Lines:
        return fromLatex(value);
    case Form::Verbatim:
        return fromLatexVerbatim(value);
    case Form::Text:
        break;
    }
    const QString text = fromLatex(value).simplified();
    if (row.csl == "page"_L1)
        return QString(text).replace(u'–', u'-');
    return row.csl == "language"_L1 ? languages.value(text.toLower(), text) : text;
}

void readFields(const TaggedEntry &entry, const QString &type, QJsonObject &csl)
{
    for (const auto &[field, value] : entry.fields) {
        const FieldRow *row = rowOf(field, type);
        // Programs with several notes write as many fields.
        const bool isFurther = row && row->form == Form::Lines && row->csl != "abstract"_L1 && csl.contains(row->csl);
        if (!row || (csl.contains(row->csl) && !isFurther))
            continue;
        QJsonValue read = valueOf(entry, *row, value);
        if (isFurther)
            read = csl.value(row->csl).toString() + u"\n\n"_s + read.toString();
        const bool isEmpty = read.isUndefined() || (read.isString() && read.toString().isEmpty()) || (read.isArray() && read.toArray().isEmpty());
        if (!isEmpty)
            csl.insert(row->csl, read);
    }
}

void readDate(const TaggedEntry &entry, QJsonObject &csl)
{
    QString date = dateOf(entry.value(u"date"));
    const QString year = fromLatex(entry.value(u"year")).simplified();
    if (date.isEmpty())
        date = edtfOfBibtex(year, fromLatex(entry.value(u"month")).replace(u'\u00a0', u' '), fromLatex(entry.value(u"day")));
    const QString said = year.isEmpty() ? fromLatex(entry.value(u"date")).simplified() : year;
    if (!date.isEmpty())
        csl.insert(u"issued"_s, cslOfEdtf(date));
    else if (!said.isEmpty())
        csl.insert(u"issued"_s, QJsonObject{{u"literal"_s, said}});
}

/// \howpublished says an address, or who brought it out.
void readHowPublished(const TaggedEntry &entry, QJsonObject &csl)
{
    static const QRegularExpression address(u"https?://[^\\s{}\\\\]+"_s);
    const QString latex = entry.value(u"howpublished");
    if (latex.isEmpty())
        return;
    const auto match = address.match(fromLatex(latex));
    if (match.hasMatch() && !csl.contains(u"URL"_s))
        csl.insert(u"URL"_s, match.captured());
    else if (!match.hasMatch() && !csl.contains(u"publisher"_s))
        setText(csl, u"publisher"_s, fromLatex(latex).simplified());
}

QString typeOf(const TaggedEntry &entry)
{
    const QString told = entry.value(u"entrysubtype");
    for (const QString &csl : {told, u"article-"_s + told}) {
        if (!told.isEmpty() && referenceTypeOfCsl(csl).csl == csl && referenceTypeOfCsl(csl).bibtex == entry.type)
            return csl;
    }
    return cslTypeOfBibtex(entry.type);
}

BibliographyItem readEntry(const TaggedEntry &entry)
{
    BibliographyItem item;
    const QString type = typeOf(entry);
    item.csl.insert(u"type"_s, type);
    setText(item.csl, u"id"_s, entry.id);
    if (const QString id = entry.value(u"originalkey"); !id.isEmpty())
        item.csl.insert(u"custom"_s, QJsonObject{{u"redoubt"_s, QJsonObject{{u"id"_s, fromLatex(id)}}}});
    readFields(entry, type, item.csl);
    readDate(entry, item.csl);
    readHowPublished(entry, item.csl);
    static const QHash<QString, QString> theses{{u"phdthesis"_s, u"PhD thesis"_s}, {u"mastersthesis"_s, u"Master’s thesis"_s}};
    if (theses.contains(entry.type) && !item.csl.contains(u"genre"_s))
        item.csl.insert(u"genre"_s, theses.value(entry.type));
    const QString keywords = entry.value(u"keywords");
    item.tags = tagsIn(fromLatex(keywords.isEmpty() ? entry.value(u"keyword") : keywords).replace(u'\n', u' '));
    return item;
}

void writeDate(const QJsonObject &csl, TaggedEntry &entry)
{
    const QJsonValue issued = csl.value(u"issued"_s);
    const QString date = edtfOfCsl(issued);
    const QString year = yearOf(date);
    static const QRegularExpression month(u"\\A[0-9]{4}-(0[1-9]|1[0-2])\\z"_s);
    static const QString names = u"janfebmaraprmayjunjulaugsepoctnovdec"_s;
    const auto match = month.match(date);
    if (date.isEmpty())
        entry.fields.append({u"year"_s, toLatex(cslText(issued.toObject().value(u"literal"_s)).simplified())});
    else if (date != year && !match.hasMatch())
        entry.fields.append({u"date"_s, date});
    else
        entry.fields.append({u"year"_s, year});
    if (match.hasMatch())
        entry.fields.append({u"month"_s, names.sliced((match.captured(1).toInt() - 1) * 3, 3)});
    if (entry.fields.last().second.isEmpty())
        entry.fields.removeLast();
}

QString written(const FieldRow &row, const QJsonValue &value)
{
    switch (row.form) {
    case Form::Names:
        return bibtexNames(value.toArray());
    case Form::Date:
        return edtfOfCsl(value);
    case Form::Verbatim:
        // Nothing that would end the field.
        return cslText(value).simplified().replace(u'{', u"%7B"_s).replace(u'}', u"%7D"_s).replace(u'\\', u"%5C"_s);
    case Form::Title:
    case Form::Lines:
    case Form::Text:
        break;
    }
    QString text = row.form == Form::Lines ? cslText(value).trimmed() : cslText(value).simplified();
    if (row.csl == "page"_L1) {
        static const QRegularExpression range(u"(?<=[\\w])\\s*[-–]\\s*(?=[\\w])"_s);
        text.replace(range, u"--"_s);
    }
    return toLatex(row.csl == "language"_L1 ? bibtexLanguage(text) : text);
}

TaggedEntry writeEntry(const BibliographyItem &item)
{
    const QString type = cslText(item.csl.value(u"type"_s));
    const ReferenceType &known = referenceTypeOfCsl(type);
    TaggedEntry entry;
    entry.type = known.bibtex.isEmpty() ? u"misc"_s : QString(known.bibtex);
    entry.id = cslText(item.csl.value(u"id"_s));
    QStringList done;
    for (const FieldRow &row : fieldRows) {
        if (!row.isWritten || done.contains(row.csl) || !fits(row, type) || rowOf(QString(row.field), type)->csl != row.csl)
            continue;
        done.append(row.csl);
        if (const QString value = written(row, item.csl.value(row.csl)); !value.isEmpty())
            entry.fields.append({row.field, value});
        if (row.csl == "title"_L1)
            writeDate(item.csl, entry);
    }
    if (cslTypeOfBibtex(entry.type) != type && known.csl == type)
        entry.fields.append({u"entrysubtype"_s, type.startsWith(u"article-") ? type.sliced(8) : type});
    if (const QString id = item.csl.value(u"custom"_s).toObject().value(u"redoubt"_s).toObject().value(u"id"_s).toString(); !id.isEmpty())
        entry.fields.append({u"originalkey"_s, toLatex(id)});
    if (!item.tags.isEmpty())
        entry.fields.append({u"keywords"_s, toLatex(keywordsOf(item.tags))});
    return entry;
}

} // namespace

const TaggedFormat &bibtexFormat()
{
    static const TaggedFormat format{u"bibtex"_s, readEntry, writeEntry};
    return format;
}

Bibliography readBibtex(QStringView text, const JobState *state)
{
    BibtexEntries read = bibtexEntries(text);
    inheritFields(read.entries);
    Bibliography bibliography;
    bibliography.problems = std::move(read.problems);
    bibliography.items = readKeeping(bibtexFormat(), read.entries, state);
    return bibliography;
}

QByteArray writeBibtex(const QList<BibliographyItem> &items)
{
    static const QRegularExpression month(u"\\A(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\z"_s);
    QString text;
    for (const BibliographyItem &item : items) {
        const TaggedEntry entry = writeKeeping(bibtexFormat(), item);
        text += u'@' + entry.type + u'{' + entry.id;
        for (const auto &[field, value] : entry.fields) {
            const bool isMacro = field == u"month" && month.match(value).hasMatch();
            text += u",\n    "_s + field + u" = "_s + (isMacro ? value : u'{' + value + u'}');
        }
        text += u"\n}\n\n"_s;
    }
    return text.toUtf8();
}

} // namespace redoubt
