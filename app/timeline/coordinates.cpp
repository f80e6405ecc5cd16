#include "app/timeline/coordinates.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Coordinates)
};

constexpr qsizetype longest = 200;

/// A part of what is written: a number with its sign and the unit behind it, a letter of the compass, or what stands
/// between two angles.
struct Part
{
    enum class Kind { Number, Letter, Break };
    Kind kind = Kind::Break;
    double number = 0;
    bool isSigned = false;
    bool isWhole = true;
    QChar mark; ///< ° ' " behind a number, the letter in capitals, or null
};

using Parts = QList<Part>;

struct Angle
{
    double degrees = 0;
    QChar letter; ///< null when it has none
};

std::unexpected<Error> refused(const QString &text, const QString &why)
{
    return failure(Words::tr("“%1” is no point on the map.").arg(text.size() > longest ? text.first(longest) : text), why,
        Words::tr("Write it as in 45.43, 28.05 or 45°25′48″ N, 28°03′00″ E."), Error::Kind::Invalid);
}

QString notUnderstood()
{
    return Words::tr("It was not understood.");
}

/// One sign for each meaning, and decimal points.
QString plain(const QString &text)
{
    QString clean = text.simplified();
    clean.replace(u"''"_s, u"\""_s);
    for (QChar &c : clean) {
        if (QStringView(u"\u2212\u2013").contains(c))
            c = u'-';
        else if (QStringView(u"\u2032\u2019\u02b9\u00b4").contains(c))
            c = u'\'';
        else if (QStringView(u"\u2033\u201d\u201c\u02ba").contains(c))
            c = u'"';
        else if (QStringView(u"\u00ba\u02da").contains(c))
            c = u'\u00b0';
    }
    static const QRegularExpression decimalComma(u"(?<=[0-9]),(?=[0-9])"_s);
    const bool hasOtherBreak = clean.contains(u';') || clean.count(u',') == 2 || clean.contains(u'\u00b0');
    if (!clean.contains(u'.') && hasOtherBreak && clean.count(decimalComma) == 2)
        clean.replace(decimalComma, u"."_s);
    return clean;
}

std::optional<Parts> partsOf(const QString &text)
{
    static const QRegularExpression part(
        u"\\G\\s*(?:([+-]?)([0-9]+)(\\.[0-9]*)?\\s*([°'\"]?)|([NSEWnsew])(?![A-Za-z])|([,;/]))"_s);
    Parts parts;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto found = part.match(text, at);
        if (!found.hasMatch())
            return text.sliced(at).trimmed().isEmpty() ? std::optional(parts) : std::nullopt;
        at = found.capturedEnd();
        Part one;
        if (found.hasCaptured(2)) {
            one.kind = Part::Kind::Number;
            one.isSigned = !found.captured(1).isEmpty();
            one.isWhole = found.captured(3).isEmpty();
            one.number = (found.captured(2) + found.captured(3)).toDouble();
            if (found.captured(1) == u"-")
                one.number = -one.number;
            // "-0°30′" is south of the equator: the sign is kept with the zero.
            one.mark = found.captured(4).isEmpty() ? QChar() : found.captured(4).front();
        } else if (found.hasCaptured(5)) {
            one.kind = Part::Kind::Letter;
            one.mark = found.captured(5).front().toUpper();
        }
        parts.append(one);
    }
    return parts;
}

/// The parts of the first and of the second angle.
std::optional<std::pair<Parts, Parts>> halves(const Parts &parts)
{
    const auto is = [&](qsizetype i, Part::Kind kind) { return parts[i].kind == kind; };
    Parts rest;
    QList<qsizetype> letters, breaks, numbers, degrees;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (is(i, Part::Kind::Break)) {
            // A break at the end, as ISO 6709 has it, parts nothing.
            if (i + 1 < parts.size())
                breaks.append(rest.size());
            continue;
        }
        if (is(i, Part::Kind::Letter))
            letters.append(rest.size());
        else if (parts[i].mark == u'°')
            degrees.append(rest.size());
        if (is(i, Part::Kind::Number))
            numbers.append(rest.size());
        rest.append(parts[i]);
    }
    if (breaks.size() > 1 || (letters.size() != 0 && letters.size() != 2))
        return {};
    qsizetype middle = 0;
    if (breaks.size() == 1)
        middle = breaks.first();
    else if (letters.size() == 2)
        middle = letters.first() == 0 ? letters.last() : letters.first() + 1;
    else if (degrees.size() == 2)
        middle = degrees.last();
    else if (numbers.size() % 2 == 0)
        middle = numbers.size() / 2;
    return std::pair(rest.first(middle), rest.sliced(middle));
}

std::optional<Angle> angleOf(Parts parts)
{
    Angle angle;
    if (!parts.isEmpty() && parts.first().kind == Part::Kind::Letter)
        angle.letter = parts.takeFirst().mark;
    else if (!parts.isEmpty() && parts.last().kind == Part::Kind::Letter)
        angle.letter = parts.takeLast().mark;
    if (parts.isEmpty() || parts.size() > 3)
        return {};
    static constexpr QStringView marks = u"°'\"";
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const Part &part = parts[i];
        const bool isLast = i + 1 == parts.size();
        const bool fits = part.kind == Part::Kind::Number && (part.mark.isNull() || part.mark == marks[i])
                          && (isLast || part.isWhole) && (i == 0 || (!part.isSigned && part.number < 60));
        if (!fits || (part.isSigned && !angle.letter.isNull()))
            return {};
    }
    const bool isNegative = std::signbit(parts.first().number);
    double size = 0;
    for (qsizetype i = parts.size(); i-- > 0;)
        size = size / 60 + std::abs(parts[i].number);
    angle.degrees = isNegative || angle.letter == u'S' || angle.letter == u'W' ? -size : size;
    return angle;
}

QString degreesText(double angle, QChar positive, QChar negative)
{
    const qint64 seconds = std::llround(std::abs(angle) * 3600);
    return u"%1°%2′%3″ %4"_s.arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
        .arg(seconds % 60, 2, 10, QChar(u'0'))
        .arg(angle < 0 ? negative : positive);
}

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

} // namespace

Result<Coordinates> readCoordinates(const QString &text)
{
    if (text.size() > longest)
        return refused(text, notUnderstood());
    QString written = text.trimmed();
    if (written.startsWith("geo:"_L1, Qt::CaseInsensitive)) {
        const QStringList options = written.sliced(4).split(u';');
        for (const QString &option : options.sliced(1)) {
            if (option.startsWith("crs="_L1, Qt::CaseInsensitive) && option.sliced(4).compare("wgs84"_L1, Qt::CaseInsensitive) != 0)
                return refused(text, Words::tr("It is given in another reference system than WGS 84."));
        }
        written = options.first().section(u',', 0, 1);
    }
    const auto parts = partsOf(plain(written));
    const auto both = parts ? halves(*parts) : std::nullopt;
    const auto first = both ? angleOf(both->first) : std::nullopt;
    const auto second = both ? angleOf(both->second) : std::nullopt;
    if (!first || !second || first->letter.isNull() != second->letter.isNull())
        return refused(text, notUnderstood());
    const auto isLongitude = [](const Angle &angle) { return angle.letter == u'E' || angle.letter == u'W'; };
    if (!first->letter.isNull() && isLongitude(*first) == isLongitude(*second))
        return refused(text, Words::tr("It names the same direction twice."));
    const bool isTurned = isLongitude(*first);
    const Coordinates point{(isTurned ? second : first)->degrees, (isTurned ? first : second)->degrees};
    if (std::abs(point.latitude) > 90)
        return refused(text, Words::tr("A latitude is at most 90 degrees."));
    if (std::abs(point.longitude) > 180)
        return refused(text, Words::tr("A longitude is at most 180 degrees."));
    return point;
}

QString coordinatesText(const Coordinates &point)
{
    const auto number = [](double value) { return QString::number(value, 'f', QLocale::FloatingPointShortest); };
    return number(point.latitude) + u", "_s + number(point.longitude);
}

QString coordinatesInDegrees(const Coordinates &point)
{
    return degreesText(point.latitude, u'N', u'S') + u", "_s + degreesText(point.longitude, u'E', u'W');
}

double distance(const Coordinates &a, const Coordinates &b)
{
    constexpr double meanRadius = 6371.0088; // of the earth, IUGG
    const double across = std::sin(radians(b.latitude - a.latitude) / 2);
    const double along = std::sin(radians(b.longitude - a.longitude) / 2);
    const double half = across * across + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * along * along;
    return 2 * meanRadius * std::asin(std::sqrt(std::min(1.0, half)));
}

} // namespace redoubt
