#include "app/timeline/edtfcanonical.h"

#include <QStringList>

#include <vector>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

QString twoDigits(int number)
{
    return QString::number(number).rightJustified(2, u'0');
}

QString markOf(Qualifier qualifier)
{
    return qualifier.uncertain && qualifier.approximate ? u"%"_s
           : qualifier.uncertain                        ? u"?"_s
           : qualifier.approximate                      ? u"~"_s
                                                        : QString();
}

QString yearText(const EdtfYear &year)
{
    QString text = (year.prefixed ? u"Y"_s : QString()) + (year.negative ? u"-"_s : QString()) + year.digits;
    if (year.exponent > 0) {
        text += u'E' + QString::number(year.exponent);
    }
    return year.significant > 0 ? text + u'S' + QString::number(year.significant) : text;
}

QString timeText(const EdtfTime &time)
{
    QString text = u'T' + twoDigits(time.hour) + u':' + twoDigits(time.minute);
    if (time.second) {
        text += u':' + twoDigits(*time.second);
        if (time.nanosecond > 0) {
            text += u'.' + QString::number(time.nanosecond).rightJustified(9, u'0');
            while (text.endsWith(u'0')) {
                text.chop(1);
            }
        }
    }
    if (!time.offsetMinutes) {
        return text;
    }
    const int offset = std::abs(*time.offsetMinutes);
    return *time.offsetMinutes == 0 ? text + u'Z'
                                    : text + (*time.offsetMinutes < 0 ? u'-' : u'+') +
                                          twoDigits(offset / 60) + u':' + twoDigits(offset % 60);
}

/// Of year, month and day, those that were written, with what is said of each.
struct Part
{
    QString text;
    Qualifier qualifier;
};

/// How many parts from the first on have a quality.
size_t runOf(const std::vector<Part> &parts, bool Qualifier::*quality)
{
    size_t length = 0;
    while (length < parts.size() && parts[length].qualifier.*quality) {
        ++length;
    }
    return length;
}

QString qualifiedText(const std::vector<Part> &parts)
{
    std::vector<Qualifier> left(parts.size());
    std::vector<Qualifier> right(parts.size());
    for (bool Qualifier::*quality : {&Qualifier::uncertain, &Qualifier::approximate}) {
        const size_t run = runOf(parts, quality);
        if (run > 0) {
            right[run - 1].*quality = true;
        }
        for (size_t i = run; i < parts.size(); ++i) {
            left[i].*quality = parts[i].qualifier.*quality;
        }
    }
    QString text;
    for (size_t i = 0; i < parts.size(); ++i) {
        text += (i > 0 ? u"-"_s : QString()) + markOf(left[i]) + parts[i].text + markOf(right[i]);
    }
    return text;
}

QString dateText(const EdtfDate &date)
{
    std::vector<Part> parts{{yearText(date.year), date.yearQualifier}};
    if (!date.month.isEmpty()) {
        parts.push_back({date.month, date.monthQualifier});
    }
    if (!date.day.isEmpty()) {
        parts.push_back({date.day, date.dayQualifier});
    }
    if (!date.time) {
        return qualifiedText(parts);
    }
    // What is said of a moment is said of it as a whole.
    for (Part &part : parts) {
        part.qualifier = {};
    }
    return qualifiedText(parts) + timeText(*date.time) + markOf(date.qualifier());
}

QString endText(const EdtfEnd &end, const QString &open)
{
    switch (end.kind) {
    case EdtfEnd::Kind::Known:
        return dateText(end.date);
    case EdtfEnd::Kind::Open:
        return open;
    case EdtfEnd::Kind::Unknown:
        break;
    }
    return {};
}

} // namespace

QString canonicalText(const EdtfExpression &expression)
{
    const bool isInterval = expression.form == EdtfExpression::Form::Interval;
    QStringList members;
    for (const EdtfRange &member : expression.members) {
        const QString open = isInterval ? u".."_s : QString();
        const QString between = isInterval ? u"/"_s : u".."_s;
        members.append(member.single ? dateText(member.from.date)
                                     : endText(member.from, open) + between + endText(member.to, open));
    }
    const QString text = members.join(u',');
    switch (expression.form) {
    case EdtfExpression::Form::OneOf:
        return u'[' + text + u']';
    case EdtfExpression::Form::AllOf:
        return u'{' + text + u'}';
    case EdtfExpression::Form::Date:
    case EdtfExpression::Form::Interval:
        break;
    }
    return text;
}

} // namespace redoubt
