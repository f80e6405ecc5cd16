#include "app/checks/ignoring.h"

#include "app/checks/check.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Ignoring)
};

constexpr qsizetype contextLength = 32;

struct Quoted
{
    QString exact;
    QString prefix;
    QString suffix;
};

Quoted quoted(const QString &text, TextRange range)
{
    const qsizetype start = std::clamp<qsizetype>(range.offset, 0, text.size());
    const qsizetype end = std::clamp(range.end(), start, text.size());
    const qsizetype before = std::max<qsizetype>(0, start - contextLength);
    return {text.sliced(start, end - start).simplified(), text.sliced(before, start - before).simplified(),
        text.sliced(end, std::min(contextLength, text.size() - end)).simplified()};
}

QString place(const QString &rule, const QString &exact, QChar side, const QString &beside)
{
    return QStringList{rule, exact, side, beside}.join(u'\n');
}

} // namespace

Result<QList<Ignoring>> ignorings(const Reader &reader, Id<Brief> brief)
{
    return reader.all(u"SELECT id, rule, exact, prefix, suffix, reason, at FROM ignored WHERE brief_id = ? ORDER BY at DESC, id DESC"_s,
        {brief.number}, [&](const QSqlQuery &row) {
            return Ignoring{{row.value(0).toLongLong()}, brief, row.value(1).toString(), row.value(2).toString(),
                row.value(3).toString(), row.value(4).toString(), row.value(5).toString(),
                QDateTime::fromString(row.value(6).toString(), Qt::ISODateWithMs)};
        });
}

Result<> ignoreFinding(
    Writer &writer, Id<Brief> brief, const Finding &finding, const QString &text, const QString &reason, const QDateTime &at)
{
    if (reason.trimmed().isEmpty()) {
        return failure(Words::tr("The finding still counts."), Words::tr("No reason was given."),
            Words::tr("Say in a few words why the text may stand as it is."), Error::Kind::Invalid);
    }
    const Quoted words = quoted(text, finding.range);
    return writer.insert(u"ignored"_s,
        {u"id"_s, u"brief_id"_s, u"rule"_s, u"exact"_s, u"prefix"_s, u"suffix"_s, u"reason"_s, u"at"_s},
        {newIdNumber(), brief.number, finding.rule, words.exact, words.prefix, words.suffix, reason.trimmed(),
            at.toUTC().toString(Qt::ISODateWithMs)});
}

Result<> dropIgnoring(Writer &writer, Id<Ignoring> id)
{
    return writer.remove(u"ignored"_s, id.number);
}

void markIgnored(QList<Finding> &findings, const QString &text, const QList<Ignoring> &ignorings)
{
    if (ignorings.isEmpty())
        return;
    QHash<QString, Id<Ignoring>> places;
    for (const Ignoring &one : ignorings) {
        places.insert(place(one.rule, one.exact, u'<', one.prefix), one.id);
        places.insert(place(one.rule, one.exact, u'>', one.suffix), one.id);
    }
    for (Finding &finding : findings) {
        const Quoted words = quoted(text, finding.range);
        finding.ignored = places.value(place(finding.rule, words.exact, u'<', words.prefix),
            places.value(place(finding.rule, words.exact, u'>', words.suffix)));
    }
}

} // namespace redoubt
