#include "app/sources/bibliography/referencedates.h"

#include "app/sources/bibliography/cslvariables.h"
#include "app/timeline/naturaldate.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

QString twoDigits(int number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

/// A year that is not written is 0, as are a month and a day.
QString edtfOfNumbers(qint64 year, int month, int day)
{
    QString text = year > 9999 || year < -9999 ? u"Y%1"_s.arg(year) : u"%1%2"_s.arg(year < 0 ? u"-"_s : QString()).arg(qAbs(year), 4, 10, QChar(u'0'));
    // CSL processors number the seasons behind the months.
    if (month >= 13 && month <= 16)
        month += 8;
    if ((month >= 1 && month <= 12) || (month >= 21 && month <= 41))
        text += u'-' + twoDigits(month);
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
        text += u'-' + twoDigits(day);
    return readEdtf(text) ? text : text.left(text.lastIndexOf(u'-'));
}

QString edtfOfParts(const QJsonArray &parts)
{
    bool isNumber = false;
    const qint64 year = cslText(parts.at(0)).trimmed().toLongLong(&isNumber);
    if (!isNumber || (year == 0 && parts.size() > 1 && cslText(parts.at(1)) == u"0"))
        return {};
    return edtfOfNumbers(year, cslText(parts.at(1)).trimmed().toInt(), cslText(parts.at(2)).trimmed().toInt());
}

int seasonNumber(const QString &text)
{
    static const QStringList names{u"spring"_s, u"summer"_s, u"autumn"_s, u"winter"_s};
    const QString word = text.trimmed().toLower();
    const int number = word.toInt();
    if (number >= 1 && number <= 4)
        return number + 20;
    if (number >= 21 && number <= 24)
        return number;
    return word == u"fall" ? 23 : names.contains(word) ? 21 + int(names.indexOf(word)) : 0;
}

bool isTrue(const QJsonValue &value)
{
    return value.toBool() || value.toDouble() != 0 || (value.isString() && !value.toString().isEmpty() && value.toString() != u"0" && value.toString() != u"false");
}

QString edtfOfDateParts(const QJsonObject &date)
{
    const QJsonArray parts = date.value(u"date-parts"_s).toArray();
    QString from = edtfOfParts(parts.at(0).toArray());
    if (from.isEmpty())
        return {};
    if (const int season = seasonNumber(cslText(date.value(u"season"_s))); season > 0 && from.count(u'-', Qt::CaseSensitive) == (from.startsWith(u'-') ? 1 : 0))
        from += u'-' + QString::number(season);
    const QString mark = isTrue(date.value(u"circa"_s)) ? u"~"_s : QString();
    if (parts.size() < 2)
        return from + mark;
    const QString to = edtfOfParts(parts.at(1).toArray());
    const QString interval = from + mark + (to.isEmpty() ? u"/.."_s : u'/' + to + mark);
    return readEdtf(interval) ? interval : from + mark;
}

/// The date-parts of what the expression says of one end; empty when it has no plain year.
QJsonArray partsOf(const EdtfDate &date)
{
    bool isNumber = false;
    const qint64 year = date.year.digits.toLongLong(&isNumber);
    if (!isNumber || date.year.exponent > 0)
        return {};
    QJsonArray parts{date.year.negative ? -year : year};
    const int month = date.month.toInt(&isNumber);
    if (isNumber && date.season() == 0) {
        parts.append(month);
        if (const int day = date.day.toInt(&isNumber); isNumber)
            parts.append(day);
    }
    return parts;
}

} // namespace

QString yearOf(const QString &edtf)
{
    static const QRegularExpression year(u"\\A[0-9]{4}(?![0-9X])"_s);
    return year.match(edtf).captured();
}

QString edtfOfText(const QString &text)
{
    static const QRegularExpression slashed(u"\\A([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?\\z"_s);
    static const QRegularExpression year(u"(?<![0-9])(1[0-9]{3}|20[0-9]{2}|2100)(?![0-9])"_s);
    static const QRegularExpression bare(u"\\A(?:\\[|[c©](?=[0-9]))([0-9]{4})\\]?\\z"_s);
    const QString plain = text.simplified();
    if (plain.isEmpty() || plain.size() > 1000)
        return {};
    // A year that the cataloguer supplied, and no set of EDTF; the year of a copyright, and not about that year.
    if (const auto match = bare.match(plain); match.hasMatch())
        return match.captured(1);
    if (const auto match = slashed.match(plain); match.hasMatch())
        return edtfOfNumbers(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (const auto strict = readEdtf(plain))
        return strict->text;
    if (const auto read = readDate(plain))
        return read->text;
    return year.match(plain).captured();
}

QString edtfOfCsl(const QJsonValue &value)
{
    if (value.isString() || value.isDouble())
        return edtfOfText(cslText(value));
    const QJsonObject date = value.toObject();
    if (const QString edtf = date.value(u"edtf"_s).toString(); !edtf.isEmpty() && readEdtf(edtf))
        return edtf;
    if (const QString parts = edtfOfDateParts(date); !parts.isEmpty())
        return parts;
    for (const QString &name : {u"raw"_s, u"literal"_s}) {
        const QString edtf = edtfOfText(cslText(date.value(name)));
        if (!edtf.isEmpty())
            return isTrue(date.value(u"circa"_s)) && readEdtf(edtf + u'~') ? edtf + u'~' : edtf;
    }
    return {};
}

QJsonValue cslOfEdtf(const QString &edtf)
{
    if (edtf.isEmpty())
        return QJsonValue::Undefined;
    QJsonObject date;
    const auto expression = readEdtfSyntax(edtf);
    if (expression && !expression->members.empty()) {
        const EdtfRange &range = expression->members.front();
        const QJsonArray from = partsOf(range.from.date);
        const QJsonArray to = range.single || expression->members.size() > 1 ? QJsonArray() : partsOf(range.to.date);
        QJsonArray parts;
        if (!from.isEmpty())
            parts.append(from);
        if (!from.isEmpty() && !to.isEmpty())
            parts.append(to);
        if (!parts.isEmpty())
            date.insert(u"date-parts"_s, parts);
        if (const int season = range.from.date.season(); season >= 21 && season <= 24 && range.single && !from.isEmpty())
            date.insert(u"season"_s, season - 20);
        const Qualifier qualifier = range.from.date.qualifier() | range.to.date.qualifier();
        if (!parts.isEmpty() && (qualifier.approximate || qualifier.uncertain))
            date.insert(u"circa"_s, true);
    }
    if (date.isEmpty())
        date.insert(u"literal"_s, edtf);
    if (edtfOfCsl(date) != edtf)
        date.insert(u"edtf"_s, edtf);
    return date;
}

QString edtfOfRis(const QString &date)
{
    const QString plain = date.simplified();
    const QStringList parts = plain.split(u'/');
    bool isYear = false;
    const int year = parts.first().trimmed().toInt(&isYear);
    if (!isYear || parts.size() < 2)
        return edtfOfText(plain);
    const QString other = parts.sliced(std::min<qsizetype>(3, parts.size())).join(u'/').trimmed();
    if (!other.isEmpty()) {
        if (const auto edtf = readEdtf(other); edtf && other.contains(parts.first().trimmed()))
            return other;
    }
    const int month = parts.value(1).trimmed().toInt();
    const int season = month == 0 ? seasonNumber(other) : 0;
    if (month == 0 && season == 0 && !parts.value(1).trimmed().isEmpty())
        return edtfOfText(parts.value(2) + u' ' + parts.value(1) + u' ' + parts.first());
    return edtfOfNumbers(year, month > 0 ? month : season, parts.value(2).trimmed().toInt());
}

QString risOfEdtf(const QString &edtf)
{
    if (edtf.isEmpty())
        return {};
    const QJsonArray parts = cslOfEdtf(edtf).toObject().value(u"date-parts"_s).toArray().at(0).toArray();
    if (parts.isEmpty())
        return edtf;
    QString text = parts.first().toInteger() < 0 ? cslText(parts.first()) : u"%1"_s.arg(parts.first().toInteger(), 4, 10, QChar(u'0'));
    text += u'/' + (parts.size() > 1 ? twoDigits(parts.at(1).toInt()) : QString());
    text += u'/' + (parts.size() > 2 ? twoDigits(parts.at(2).toInt()) : QString()) + u'/';
    return edtfOfRis(text) == edtf ? text : text + edtf;
}

QString edtfOfBibtex(const QString &year, const QString &month, const QString &day)
{
    static const QString months = u"janfebmaraprmayjunjulaugsepoctnovdec"_s;
    static const QRegularExpression name(u"\\p{L}{3,}"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression number(u"[0-9]{1,2}"_s);
    const QString plainYear = year.simplified();
    bool isYear = false;
    const int whole = plainYear.toInt(&isYear);
    if (!isYear)
        return edtfOfText(month.simplified().isEmpty() ? plainYear : (day + u' ' + month + u' ' + plainYear).simplified());
    if (const int plainMonth = month.simplified().toInt(); plainMonth > 0)
        return edtfOfNumbers(whole, plainMonth, day.simplified().toInt());
    if (const int season = seasonNumber(month); season > 0)
        return edtfOfNumbers(whole, season, 0);
    const QString word = name.match(month).captured().toLower();
    qsizetype at = word.isEmpty() ? -1 : months.indexOf(word.first(3));
    at = at % 3 == 0 ? at : -1;
    // Two months, as in jul/aug, are an interval that readDate() understands, or else the year.
    if (month.count(name) > 1) {
        const auto read = readDate(QString(month).replace(u'/', u'–') + u' ' + plainYear);
        return read ? read->text : edtfOfNumbers(whole, 0, 0);
    }
    const QString dayText = day.simplified().isEmpty() ? number.match(month).captured() : day.simplified();
    return edtfOfNumbers(whole, at < 0 ? 0 : int(at / 3) + 1, dayText.toInt());
}

} // namespace redoubt
