#include "ui/sources/sourcefields.h"

#include "app/sources/bibliography/personnames.h"
#include "app/sources/bibliography/referencedates.h"
#include "app/sources/bibliography/sourceitem.h"
#include "app/timeline/naturaldate.h"
#include "ui/sources/cslnames.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace redoubt::sourcefields {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::SourceFields)
};

struct TypeFields
{
    SourceType type;
    QLatin1StringView variables; ///< with spaces between them
};

/// What is asked for first, by type: what a citation of that type names, by the styles of CSL and the forms of Zotero.
constexpr TypeFields typeFields[]{
    {SourceType::Article, "section volume issue page DOI ISSN publisher-place accessed"_L1},
    {SourceType::Wire, "publisher number section publisher-place accessed"_L1},
    {SourceType::Statement, "genre authority number recipient publisher-place accessed"_L1},
    {SourceType::Speech, "genre event-title event-place event-date chair accessed"_L1},
    {SourceType::Interview, "interviewer container-title medium event-place accessed"_L1},
    {SourceType::Post, "genre number recipient accessed"_L1},
    {SourceType::Report, "genre number authority collection-title collection-number publisher-place number-of-pages DOI ISBN accessed"_L1},
    {SourceType::Dataset, "version genre number publisher-place license DOI accessed"_L1},
    {SourceType::Broadcast, "publisher number host guest director medium dimensions original-date accessed"_L1},
    {SourceType::Law, "container-title volume number section page chapter-number authority jurisdiction status original-date accessed"_L1},
    {SourceType::Page, "publisher genre version original-date accessed"_L1},
    {SourceType::Book, "container-title editor translator edition volume collection-title publisher-place page number-of-pages original-date ISBN DOI"_L1},
};

void sortByLabel(QStringList &variables)
{
    std::ranges::sort(variables, [](const QString &a, const QString &b) { return label(a).localeAwareCompare(label(b)) < 0; });
}

bool isOutside(const QString &variable)
{
    return cslKind(variable) == CslKind::Other;
}

/// The words that a date of CSL stands in, where it is not in numbers.
QString dateWords(const QJsonValue &date)
{
    const QJsonObject object = date.toObject();
    for (const QString &name : {u"literal"_s, u"raw"_s}) {
        if (const QString words = cslText(object.value(name)); !words.isEmpty())
            return words;
    }
    return {};
}

QString valueText(CslKind kind, const QJsonValue &value)
{
    if (kind == CslKind::Names && value.isArray())
        return readableNames(value.toArray());
    if (kind == CslKind::Date) {
        const QString words = dateWords(value);
        return words.isEmpty() ? edtfOfCsl(value) : words;
    }
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.isBool() ? QVariant(value.toBool()).toString() : cslText(value);
}

QJsonValue valueOf(CslKind kind, const QString &text)
{
    if (kind == CslKind::Names)
        return namesFromReadable(text);
    if (kind != CslKind::Date)
        return text;
    const auto date = readDate(text, QDate::currentDate());
    return date ? cslOfEdtf(date->text) : QJsonObject{{u"literal"_s, text}};
}

} // namespace

QString label(const QString &variable)
{
    const char *name = cslName(variable);
    return name ? Words::tr(name) : variable;
}

QString hint(const QString &variable)
{
    switch (cslKind(variable)) {
    case CslKind::Names:
        return Words::tr("Names, with semicolons between them: Kim, Jae; NATO (%1)").arg(variable);
    case CslKind::Date:
        return Words::tr("A date in words or in EDTF: 29 May 2026, late 2022, 2026-05 (%1)").arg(variable);
    case CslKind::Number:
        return Words::tr("A number, or a text such as 12–14 (%1)").arg(variable);
    default:
        return Words::tr("As a bibliography keeps it: %1").arg(variable);
    }
}

QStringList usual(const Source &source)
{
    const auto row = std::ranges::find(typeFields, source.type, &TypeFields::type);
    QStringList variables = QString(row->variables).split(u' ');
    const QStringList columns = columnVariables(source);
    variables.removeIf([&](const QString &variable) { return columns.contains(variable); });
    return variables;
}

QStringList others(const Source &source)
{
    const QStringList known = usual(source) + columnVariables(source);
    QStringList variables = source.fields.keys();
    variables.removeIf([&](const QString &variable) { return isOutside(variable) || known.contains(variable); });
    sortByLabel(variables);
    return variables;
}

QStringList addable(const Source &source, const QStringList &shown)
{
    const QStringList taken = shown + columnVariables(source);
    QStringList variables = cslVariables();
    variables.removeIf([&](const QString &variable) { return taken.contains(variable); });
    sortByLabel(variables);
    return variables;
}

QString text(const Source &source, const QString &variable)
{
    return valueText(cslKind(variable), source.fields.value(variable));
}

bool isEditable(const Source &source, const QString &variable)
{
    const QJsonValue value = source.fields.value(variable);
    const CslKind kind = cslKind(variable);
    if (kind == CslKind::Names)
        return !value.isObject();
    return kind == CslKind::Date ? !value.isArray() : !value.isArray() && !value.isObject();
}

QJsonObject withText(const Source &source, const QString &variable, const QString &typed)
{
    QJsonObject fields = source.fields;
    const QString words = typed.simplified();
    if (words == text(source, variable).simplified())
        return fields;
    if (words.isEmpty())
        fields.remove(variable);
    else
        fields.insert(variable, valueOf(cslKind(variable), words));
    return fields;
}

} // namespace redoubt::sourcefields
