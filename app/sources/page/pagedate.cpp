#include "app/sources/page/pagedate.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype longest = 64; ///< characters that a date may have

QString zoneText(const QString &zone)
{
    if (zone.isEmpty() || zone.compare(u"z", Qt::CaseInsensitive) == 0)
        return zone.toUpper();
    const QString digits = QString(zone).remove(u':').leftJustified(5, u'0');
    if (digits == u"+0000" || digits == u"-0000")
        return u"Z"_s;
    return digits.sliced(1, 2).toInt() > 14 || digits.sliced(3, 2).toInt() > 59 ? QString() : digits.first(3) + u':' + digits.sliced(3);
}

QString ofMail(const QString &written)
{
    const QDateTime time = QDateTime::fromString(written, Qt::RFC2822Date);
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s) : QString();
}

} // namespace

QString declaredDate(const QString &written)
{
    static const QRegularExpression form(
        u"\\A(?<y>[0-9]{4})(?:(?<s>[-/.]?)(?<m>[0-9]{2})(?:\\k<s>(?<d>[0-9]{2})"
        "(?:[T ]+(?<t>[0-9]{2}:?[0-9]{2})(?::?(?<sec>[0-9]{2}))?(?:[.,][0-9]+)?\\s*(?<z>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?)?)?\\z"_s);
    const QString text = written.trimmed();
    if (text.size() > longest)
        return {};
    const auto match = form.match(text);
    if (!match.hasMatch())
        return ofMail(text);
    const QString year = match.captured(u"y");
    const QString month = match.captured(u"m");
    const QString day = match.captured(u"d");
    if (year.toInt() < 1000)
        return {};
    if (month.isEmpty())
        return year;
    if (!QDate(year.toInt(), month.toInt(), day.isEmpty() ? 1 : day.toInt()).isValid())
        return {};
    const QString date = year + u'-' + month + (day.isEmpty() ? QString() : u'-' + day);
    const QString clock = match.captured(u"t").remove(u':');
    if (clock.isEmpty())
        return date;
    const QString second = match.captured(u"sec").isEmpty() ? u"00"_s : match.captured(u"sec");
    const QTime time(clock.first(2).toInt(), clock.sliced(2).toInt(), std::min(second.toInt(), 59));
    if (!time.isValid() || time == QTime(0, 0))
        return date;
    return date + u'T' + time.toString(u"HH:mm:ss"_s) + zoneText(match.captured(u"z"));
}

} // namespace redoubt
