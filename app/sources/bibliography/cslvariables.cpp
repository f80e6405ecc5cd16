#include "app/sources/bibliography/cslvariables.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

const QString textVariables =
    u"abstract annote archive archive_collection archive_location archive-place authority call-number citation-key citation-label "
    "collection-title container-title container-title-short dimensions division DOI event event-place event-title genre ISAN ISBN "
    "ISCI ISMN ISRC ISSN ISWC journalAbbreviation jurisdiction keyword language license medium note original-publisher "
    "original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre "
    "reviewed-title scale shortTitle source status title title-short translated-title translated-title-short URL version "
    "volume-title volume-title-short year-suffix"_s;
const QString numberVariables =
    u"chapter-number citation-number collection-number edition first-reference-note-number issue locator number number-of-pages "
    "number-of-volumes page page-first part part-number printing printing-number section supplement supplement-number volume"_s;
const QString nameVariables =
    u"author chair collection-editor compiler composer container-author contributor curator director editor editorial-director "
    "editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author performer producer "
    "recipient reviewed-author script-writer series-creator translator"_s;
const QString dateVariables = u"accessed available-date container event-date issued original-date submitted"_s;

const QString othersThere = u"id type custom categories"_s;

QHash<QString, CslKind> makeKinds()
{
    QHash<QString, CslKind> kinds;
    const auto add = [&](const QString &names, CslKind kind) {
        for (const QString &name : names.split(u' '))
            kinds.insert(name, kind);
    };
    add(textVariables, CslKind::Text);
    add(numberVariables, CslKind::Number);
    add(nameVariables, CslKind::Names);
    add(dateVariables, CslKind::Date);
    add(othersThere, CslKind::Other);
    return kinds;
}

} // namespace

const QStringList &cslVariables()
{
    static const QStringList all = [] {
        QStringList names = QStringList{textVariables, numberVariables, nameVariables, dateVariables}.join(u' ').split(u' ');
        names.sort(Qt::CaseInsensitive);
        return names;
    }();
    return all;
}

CslKind cslKind(QStringView variable)
{
    static const QHash<QString, CslKind> kinds = makeKinds();
    return kinds.value(variable.toString(), CslKind::Unknown);
}

QString cslText(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        const bool isWhole = std::abs(number) < 9e15 && number == std::trunc(number);
        return isWhole ? QString::number(value.toInteger()) : QString::number(number, 'g', 15);
    }
    return value.toString();
}

QString withoutMarkup(const QString &text)
{
    static const QRegularExpression mark(u"</?(?:i|b|u|em|strong|sub|sup|sc|nc|span)(?:\\s[^<>]*)?>"_s, QRegularExpression::CaseInsensitiveOption);
    QString plain = text;
    if (plain.contains(u'<'))
        plain.remove(mark);
    return plain.simplified();
}

} // namespace redoubt
