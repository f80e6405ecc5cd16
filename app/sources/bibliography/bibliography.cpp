#include "app/sources/bibliography/bibliography.h"

#include "app/project/projectinfo.h"
#include "app/sources/bibliography/bibtex.h"
#include "app/sources/bibliography/csljson.h"
#include "app/sources/bibliography/ris.h"
#include "app/sources/bibliography/sourceitem.h"
#include "app/timeline/import/textinput.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Bibliography)
};

qsizetype longestText(const QJsonValue &value)
{
    qsizetype longest = value.isString() ? value.toString().toUtf8().size() : 0;
    if (value.isArray()) {
        for (const QJsonValue element : value.toArray())
            longest = std::max(longest, longestText(element));
    }
    if (value.isObject()) {
        for (const QJsonValue member : value.toObject())
            longest = std::max(longest, longestText(member));
    }
    return longest;
}

Result<> checkFields(const Bibliography &read)
{
    for (const BibliographyItem &item : read.items) {
        if (longestText(item.csl) > TextInput::largestField) {
            return failure(Words::tr("The references were not read."), Words::tr("The one in line %1 has a field of more than 16 MiB.").arg(item.line),
                Words::tr("Shorten it, or take it out of the file."), Error::Kind::Invalid);
        }
    }
    return {};
}

} // namespace

std::optional<BibliographyFormat> guessBibliographyFormat(QByteArrayView start)
{
    static const QRegularExpression ris(u"^\\s*TY {1,2}- ?\\w"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression bibtex(
        u"^[ \\t]*@\\s*(?:string|preamble|comment|[a-z]+)\\s*[{(]"_s, QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression cslType(
        u"\"type\"\\s*:\\s*\"(?:article|bill|book|broadcast|chapter|classic|collection|dataset|document|entry|event|figure|graphic|hearing|interview|legal_case|"
        "legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post|regulation|report|"
        "review|software|song|speech|standard|thesis|treaty|webpage)[a-z-]*\""_s);
    QString text = QString::fromUtf8(start).trimmed();
    if (text.startsWith(QChar::ByteOrderMark))
        text = text.sliced(1).trimmed();
    if (text.startsWith(u'[') || text.startsWith(u'{'))
        return cslType.match(text).hasMatch() ? std::optional(BibliographyFormat::CslJson) : std::nullopt;
    text.replace(u'\r', u'\n');
    const auto isRis = ris.match(text);
    const auto isBibtex = bibtex.match(text);
    if (isRis.hasMatch() && (!isBibtex.hasMatch() || isRis.capturedStart() < isBibtex.capturedStart()))
        return BibliographyFormat::Ris;
    return isBibtex.hasMatch() ? std::optional(BibliographyFormat::Bibtex) : std::nullopt;
}

std::optional<BibliographyFormat> bibliographyFormatOf(const QString &path)
{
    TextInput input(path);
    QByteArray start;
    if (!input.open() || !input.read(start))
        return {};
    return guessBibliographyFormat(QByteArrayView(start).first(std::min<qsizetype>(start.size(), 64 * 1024)));
}

Result<Bibliography> readBibliography(const QByteArray &text, BibliographyFormat format, const JobState *state)
{
    Result<Bibliography> read = format == BibliographyFormat::CslJson ? readCslJson(text)
                              : format == BibliographyFormat::Ris     ? Result<Bibliography>(readRis(QString::fromUtf8(text), state))
                                                                      : Result<Bibliography>(readBibtex(QString::fromUtf8(text), state));
    if (!read)
        return read;
    if (state && state->isStopped())
        return failure(Words::tr("The references were not read."), Words::tr("It was stopped."), {}, Error::Kind::Cancelled);
    if (auto checked = checkFields(*read); !checked)
        return failure(checked);
    if (read->items.isEmpty() && read->problems.isEmpty()) {
        return failure(Words::tr("There are no references in it."),
            text.trimmed().isEmpty() ? Words::tr("The file is empty.") : Words::tr("It is not a file of the format %1.").arg(bibliographyFormatText(format)),
            Words::tr("Export it anew from the program that it comes from."), Error::Kind::Invalid);
    }
    return read;
}

QByteArray writeBibliography(const QList<BibliographyItem> &items, BibliographyFormat format)
{
    switch (format) {
    case BibliographyFormat::Ris:
        return writeRis(items);
    case BibliographyFormat::Bibtex:
        return writeBibtex(items);
    case BibliographyFormat::CslJson:
        break;
    }
    return writeCslJson(items);
}

Result<QList<BibliographyItem>> bibliographyOf(const Reader &reader, const SourceChoice &choose)
{
    const auto all = sources(reader);
    if (!all)
        return failure(all);
    QHash<qint64, QStringList> tagsOf;
    if (auto read = eachTag(reader, u"source"_s, [&](qint64 item, const QString &name) { tagsOf[item].append(name); }); !read)
        return failure(read);
    QList<BibliographyItem> items;
    for (const Source &source : *all) {
        if (!choose || choose(source))
            items.append(itemOfSource(source, tagsOf.value(source.id.number)));
    }
    return items;
}

std::optional<BibliographyFormat> bibliographyFormatByName(const QString &path)
{
    static const QHash<QString, BibliographyFormat> formats{{u"json"_s, BibliographyFormat::CslJson}, {u"bib"_s, BibliographyFormat::Bibtex},
        {u"ris"_s, BibliographyFormat::Ris}};
    const auto format = formats.constFind(QFileInfo(path).suffix().toLower());
    return format == formats.constEnd() ? std::nullopt : std::optional(*format);
}

QString bibliographyFormatText(BibliographyFormat format)
{
    switch (format) {
    case BibliographyFormat::Ris:
        return u"RIS"_s;
    case BibliographyFormat::Bibtex:
        return u"BibTeX"_s;
    case BibliographyFormat::CslJson:
        break;
    }
    return u"CSL-JSON"_s;
}

} // namespace redoubt
