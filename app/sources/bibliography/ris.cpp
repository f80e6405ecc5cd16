#include "app/sources/bibliography/ris.h"

#include "app/sources/bibliography/cslvariables.h"
#include "app/sources/bibliography/personnames.h"
#include "app/sources/bibliography/referencedates.h"
#include "app/sources/bibliography/referencetypes.h"

#include <QRegularExpression>

#include <algorithm>

namespace redoubt {

namespace {

/// What a tag is in CSL, for the CSL types that `types` lists (between spaces), or for all others where it lists none. The
/// first row that fits a tag reads it, the first that fits a variable writes it.
struct TagRow
{
    QLatin1StringView tag;
    QLatin1StringView csl;
    QLatin1StringView types{};
    bool isWritten = true;
};

constexpr auto tagRows = std::to_array<TagRow>({
    {"AU"_L1, "author"_L1}, {"A1"_L1, "author"_L1, {}, false},
    {"A2"_L1, "collection-editor"_L1, "book"_L1}, {"A3"_L1, "editor"_L1, "book"_L1}, {"ED"_L1, "editor"_L1, {}, false},
    {"A2"_L1, "authority"_L1, "patent"_L1}, {"A2"_L1, "container-title"_L1, "legal_case"_L1}, {"A2"_L1, "contributor"_L1, "bill"_L1},
    {"A2"_L1, "producer"_L1, "dataset"_L1}, {"A4"_L1, "contributor"_L1, "legal_case paper-conference motion_picture"_L1},
    {"A2"_L1, "interviewer"_L1, "interview"_L1}, {"A2"_L1, "recipient"_L1, "personal_communication"_L1},
    {"A2"_L1, "performer"_L1, "song performance"_L1}, {"A3"_L1, "producer"_L1, "motion_picture broadcast"_L1}, {"A2"_L1, "editor"_L1},
    {"A3"_L1, "collection-editor"_L1}, {"A4"_L1, "translator"_L1},
    {"TI"_L1, "title"_L1}, {"T1"_L1, "title"_L1, {}, false}, {"CT"_L1, "title"_L1, {}, false},
    {"BT"_L1, "title"_L1, "book manuscript"_L1, false}, {"BT"_L1, "container-title"_L1, {}, false},
    {"T2"_L1, "collection-title"_L1, "book report map software"_L1}, {"T2"_L1, "event-title"_L1, "paper-conference speech"_L1},
    {"C3"_L1, "container-title"_L1, "paper-conference"_L1}, {"T3"_L1, "container-title"_L1, "book report map software speech"_L1},
    {"T2"_L1, "section"_L1, "hearing"_L1}, {"T3"_L1, "authority"_L1, "hearing bill"_L1}, {"T2"_L1, "container-title"_L1}, {"JF"_L1, "container-title"_L1, {}, false},
    {"T3"_L1, "collection-title"_L1},
    {"J2"_L1, "container-title-short"_L1}, {"JA"_L1, "container-title-short"_L1, {}, false}, {"J1"_L1, "container-title-short"_L1, {}, false},
    {"ST"_L1, "title-short"_L1}, {"TT"_L1, "translated-title"_L1}, {"RI"_L1, "reviewed-title"_L1},
    {"VL"_L1, "volume"_L1}, {"IS"_L1, "number"_L1, "report standard legislation bill patent"_L1, false}, {"IS"_L1, "issue"_L1}, {"CP"_L1, "issue"_L1, {}, false},
    {"M1"_L1, "number-of-volumes"_L1, "chapter"_L1, false}, {"M1"_L1, "collection-number"_L1, "book"_L1}, {"SV"_L1, "number"_L1, "legal_case"_L1},
    {"SV"_L1, "collection-number"_L1}, {"M1"_L1, "number"_L1}, {"C7"_L1, "number"_L1, "article-journal"_L1, false}, {"NV"_L1, "number-of-volumes"_L1},
    {"SP"_L1, "number-of-pages"_L1, "book thesis manuscript"_L1}, {"SE"_L1, "chapter-number"_L1, "chapter"_L1}, {"SE"_L1, "section"_L1},
    {"ET"_L1, "version"_L1, "software dataset figure"_L1}, {"ET"_L1, "chapter-number"_L1, "bill hearing legislation"_L1}, {"ET"_L1, "edition"_L1},
    {"C1"_L1, "publisher-place"_L1, "paper-conference"_L1}, {"CY"_L1, "event-place"_L1, "paper-conference"_L1}, {"C1"_L1, "scale"_L1, "map"_L1},
    {"PB"_L1, "authority"_L1, "legal_case"_L1}, {"PB"_L1, "publisher"_L1}, {"CY"_L1, "publisher-place"_L1}, {"PP"_L1, "publisher-place"_L1, {}, false},
    {"AB"_L1, "abstract"_L1}, {"N2"_L1, "abstract"_L1, {}, false}, {"N1"_L1, "note"_L1}, {"RN"_L1, "annote"_L1},
    {"SN"_L1, "number"_L1, "report patent"_L1, false}, {"SN"_L1, "ISSN"_L1, "article-journal article-magazine article-newspaper periodical review"_L1}, {"SN"_L1, "ISBN"_L1},
    {"DO"_L1, "DOI"_L1}, {"DI"_L1, "DOI"_L1, {}, false}, {"M3"_L1, "genre"_L1}, {"UR"_L1, "URL"_L1}, {"LK"_L1, "URL"_L1, {}, false},
    {"LA"_L1, "language"_L1}, {"CN"_L1, "call-number"_L1}, {"AN"_L1, "archive_location"_L1}, {"DB"_L1, "archive"_L1}, {"DP"_L1, "source"_L1},
    {"OP"_L1, "references"_L1, "hearing legislation bill legal_case"_L1}, {"OP"_L1, "original-title"_L1},
    {"Y2"_L1, "accessed"_L1}, {"RD"_L1, "accessed"_L1, {}, false},
});

bool fits(const TagRow &row, const QString &type)
{
    if (row.types.isEmpty())
        return true;
    const QString all = u' ' + QString(row.types) + u' ';
    return all.contains(u' ' + type + u' ');
}

bool keepsLines(const QString &variable)
{
    return variable == u"abstract" || variable == u"note" || variable == u"annote";
}

const QRegularExpression &doiPattern()
{
    static const QRegularExpression pattern(u"\\A(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?(10\\.[0-9]{3,9}/\\S+)\\z"_s, QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// The more exact of two dates; the first when they are alike.
QString finer(const QString &a, const QString &b)
{
    if (a.isEmpty() || (!b.isEmpty() && b.size() > a.size() && b.startsWith(yearOf(a))))
        return b;
    return a;
}

class Reading
{
public:
    explicit Reading(const TaggedEntry &entry)
        : m_entry(entry)
    {
    }

    BibliographyItem item();

private:
    void readType();
    void readField(const QString &tag, const QString &value);
    void addName(const QString &variable, const QString &name);
    bool readSpecial(const QString &tag, const QString &value);
    void readPages();
    void readDates();

    const TaggedEntry &m_entry;
    BibliographyItem m_item;
    QString m_type;
};

void Reading::readType()
{
    m_type = cslTypeOfRis(m_entry.type);
    // writeRis() says in M3 which of the types that share a TY it is.
    const QString told = m_entry.value(u"M3");
    if (cslKind(told) == CslKind::Unknown && referenceTypeOfCsl(told).csl == told && referenceTypeOfCsl(told).ris == m_entry.type)
        m_type = told;
    m_item.csl.insert(u"type"_s, m_type);
}

void Reading::addName(const QString &variable, const QString &name)
{
    QJsonArray names = m_item.csl.value(variable).toArray();
    names.append(nameFromRis(name));
    m_item.csl.insert(variable, names);
}

/// Tags that more than a table is needed for; true when that was all.
bool Reading::readSpecial(const QString &tag, const QString &value)
{
    if (tag == u"KW") {
        for (const QString &line : value.split(u'\n')) {
            for (const QString &part : line.split(u';')) {
                if (const QString name = part.simplified(); !name.isEmpty() && !m_item.tags.contains(name, Qt::CaseInsensitive))
                    m_item.tags.append(name);
            }
        }
        return true;
    }
    const auto doi = doiPattern().match(value.simplified());
    if (doi.hasMatch() && (tag == u"DO" || tag == u"DI" || tag == u"M3" || tag == u"L3" || (tag == u"UR" && value.startsWith(u"doi", Qt::CaseInsensitive)))) {
        if (!m_item.csl.contains(u"DOI"_s))
            m_item.csl.insert(u"DOI"_s, doi.captured(1));
        return true;
    }
    static const QStringList elsewhere{u"SP"_s, u"EP"_s, u"PY"_s, u"Y1"_s, u"DA"_s};
    return elsewhere.contains(tag) || (tag == u"M3" && value == m_type);
}

void Reading::readField(const QString &tag, const QString &raw)
{
    if (readSpecial(tag, raw))
        return;
    const auto row = std::ranges::find_if(tagRows, [&](const TagRow &one) { return one.tag == tag && fits(one, m_type); });
    if (row == tagRows.end())
        return;
    const QString variable = row->csl;
    const QString value = keepsLines(variable) ? raw : raw.simplified();
    if (cslKind(variable) == CslKind::Names) {
        for (const QString &line : raw.split(u'\n')) {
            if (!line.trimmed().isEmpty())
                addName(variable, line);
        }
    } else if (cslKind(variable) == CslKind::Date) {
        const QJsonValue date = cslOfEdtf(edtfOfRis(value));
        if (!date.isUndefined() && !m_item.csl.contains(variable))
            m_item.csl.insert(variable, date);
    } else if (variable == u"note" && m_item.csl.contains(variable)) {
        m_item.csl.insert(variable, m_item.csl.value(variable).toString() + u"\n\n"_s + value);
    } else if (!m_item.csl.contains(variable)) {
        m_item.csl.insert(variable, value);
    }
}

void Reading::readPages()
{
    const QString start = m_entry.value(u"SP").simplified();
    const QString end = m_entry.value(u"EP").simplified();
    static const QStringList whole{u"book"_s, u"thesis"_s, u"manuscript"_s};
    if (whole.contains(m_type) && end.isEmpty())
        setText(m_item.csl, u"number-of-pages"_s, start);
    else
        setText(m_item.csl, u"page"_s, start.isEmpty() || end.isEmpty() || start == end || start.contains(u'-') ? (start.isEmpty() ? end : start) : start + u'-' + end);
}

void Reading::readDates()
{
    QString date;
    for (const QString &tag : {u"DA"_s, u"Y1"_s, u"PY"_s}) {
        const QString value = m_entry.value(tag);
        QString read = edtfOfRis(value);
        // "MAY 15", with the year elsewhere.
        if (const QString year = yearOf(edtfOfRis(m_entry.value(u"PY"))); tag == u"DA" && yearOf(read).isEmpty() && !value.isEmpty() && !year.isEmpty())
            read = edtfOfText(value + u' ' + year);
        date = finer(date, read);
    }
    if (const QJsonValue issued = cslOfEdtf(date); !issued.isUndefined()) {
        m_item.csl.insert(u"issued"_s, issued);
    } else {
        const QString said = m_entry.value(u"PY").isEmpty() ? m_entry.value(u"DA") + m_entry.value(u"Y1") : m_entry.value(u"PY");
        if (!said.simplified().isEmpty())
            m_item.csl.insert(u"issued"_s, QJsonObject{{u"literal"_s, said.simplified()}});
    }
}

BibliographyItem Reading::item()
{
    readType();
    // A number is how a database counts, and no name to cite by.
    const QString id = m_entry.value(u"ID").simplified();
    if (std::ranges::any_of(id, [](QChar c) { return c.isLetter(); }))
        m_item.csl.insert(u"id"_s, id);
    else if (!id.isEmpty())
        m_item.csl.insert(u"custom"_s, QJsonObject{{u"redoubt"_s, QJsonObject{{u"id"_s, id}}}});
    for (const auto &[tag, value] : m_entry.fields)
        readField(tag, value);
    // An abbreviation where there is a full name too.
    const QString journal = m_entry.value(u"JO").simplified();
    const QString place = m_item.csl.contains(u"container-title"_s) ? u"container-title-short"_s : u"container-title"_s;
    if (!journal.isEmpty() && !m_item.csl.contains(place))
        m_item.csl.insert(place, journal);
    readPages();
    readDates();
    return m_item;
}

BibliographyItem readTags(const TaggedEntry &entry)
{
    return Reading(entry).item();
}

void writePages(const QJsonObject &csl, const QString &type, TaggedEntry &entry)
{
    static const QRegularExpression range(u"\\A([^-–,\\s]+)\\s*[-–]+\\s*([^-–,\\s]+)\\z"_s);
    const QString pages = cslText(csl.value(u"page"_s));
    if (pages.isEmpty())
        return;
    const auto match = range.match(pages);
    entry.fields.append({u"SP"_s, match.hasMatch() ? match.captured(1) : pages});
    static const QStringList whole{u"book"_s, u"thesis"_s, u"manuscript"_s};
    if (match.hasMatch() || whole.contains(type))
        entry.fields.append({u"EP"_s, match.hasMatch() ? match.captured(2) : pages});
}

void writeDates(const QJsonObject &csl, TaggedEntry &entry)
{
    const QString issued = edtfOfCsl(csl.value(u"issued"_s));
    const QString year = yearOf(issued);
    if (!year.isEmpty())
        entry.fields.append({u"PY"_s, year});
    if (!issued.isEmpty() && issued != year)
        entry.fields.append({u"DA"_s, risOfEdtf(issued)});
    const QString literal = cslText(csl.value(u"issued"_s).toObject().value(u"literal"_s));
    if (issued.isEmpty() && !literal.isEmpty())
        entry.fields.append({u"PY"_s, literal});
}

void writeVariable(const QString &tag, const QString &variable, const QJsonValue &value, TaggedEntry &entry)
{
    if (cslKind(variable) == CslKind::Names) {
        for (const QJsonValue name : value.toArray()) {
            if (const QString text = risName(name.isString() ? QJsonObject{{u"literal"_s, name.toString()}} : name.toObject()); !text.simplified().isEmpty())
                entry.fields.append({tag, text});
        }
    } else if (cslKind(variable) == CslKind::Date) {
        if (const QString date = risOfEdtf(edtfOfCsl(value)); !date.isEmpty())
            entry.fields.append({tag, date});
    } else if (const QString text = keepsLines(variable) ? cslText(value).trimmed() : withoutMarkup(cslText(value)); !text.isEmpty()) {
        entry.fields.append({tag, text});
    }
}

TaggedEntry writeTags(const BibliographyItem &item)
{
    const QString type = cslText(item.csl.value(u"type"_s));
    TaggedEntry entry;
    const QString ris = referenceTypeOfCsl(type).ris;
    entry.type = ris.isEmpty() ? u"GEN"_s : ris;
    const QString aside = item.csl.value(u"custom"_s).toObject().value(u"redoubt"_s).toObject().value(u"id"_s).toString();
    if (const QString id = aside.isEmpty() ? cslText(item.csl.value(u"id"_s)) : aside; !id.isEmpty())
        entry.fields.append({u"ID"_s, id});
    QStringList done;
    for (const TagRow &row : tagRows) {
        if (!row.isWritten || done.contains(row.csl) || !fits(row, type))
            continue;
        // A tag that another row reads for this type cannot say it.
        const auto reads = std::ranges::find_if(tagRows, [&](const TagRow &one) { return one.tag == row.tag && fits(one, type); });
        if (reads->csl != row.csl)
            continue;
        done.append(row.csl);
        writeVariable(row.tag, row.csl, item.csl.value(row.csl), entry);
        if (row.csl == "title"_L1)
            writeDates(item.csl, entry);
    }
    writePages(item.csl, type, entry);
    if (cslTypeOfRis(entry.type) != type && !item.csl.contains(u"genre"_s) && !type.isEmpty() && referenceTypeOfCsl(type).csl == type)
        entry.fields.append({u"M3"_s, type});
    for (const QString &tag : item.tags)
        entry.fields.append({u"KW"_s, tag});
    return entry;
}

} // namespace

const TaggedFormat &risFormat()
{
    static const TaggedFormat format{u"ris"_s, readTags, writeTags};
    return format;
}

} // namespace redoubt
