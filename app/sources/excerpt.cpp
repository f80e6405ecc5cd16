#include "app/sources/excerpt.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace redoubt {

namespace {

constexpr qsizetype contextLength = 32;

const QString selectExcerpts = u"SELECT excerpt.id, capture_id, exact, prefix, suffix, start, \"end\", speaker, note, colour "
                               "FROM excerpt "_s;

Excerpt readExcerpt(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .capture = {row.value(1).toLongLong()},
        .exact = row.value(2).toString(),
        .prefix = row.value(3).toString(),
        .suffix = row.value(4).toString(),
        .start = row.value(5).toLongLong(),
        .end = row.value(6).toLongLong(),
        .speaker = row.value(7).toString(),
        .note = row.value(8).toString(),
        .colour = row.value(9).toInt()};
}

bool isInsidePair(const QString &text, qsizetype position)
{
    return position > 0 && position < text.size() && text.at(position).isLowSurrogate()
        && text.at(position - 1).isHighSurrogate();
}

} // namespace

Result<Excerpt> excerptOf(const Capture &capture, qsizetype start, qsizetype end)
{
    const QString &text = capture.text;
    start = std::clamp<qsizetype>(start, 0, text.size());
    end = std::clamp<qsizetype>(end, start, text.size());
    if (isInsidePair(text, start))
        --start;
    if (isInsidePair(text, end))
        ++end;
    while (start < end && text.at(start).isSpace())
        ++start;
    while (end > start && text.at(end - 1).isSpace())
        --end;
    if (start == end) {
        return failure(QCoreApplication::translate("redoubt::Excerpt", "No excerpt was kept."),
            QCoreApplication::translate("redoubt::Excerpt", "No text is selected."),
            QCoreApplication::translate("redoubt::Excerpt", "Select a passage in the reader first."),
            Error::Kind::Invalid);
    }
    qsizetype before = std::max<qsizetype>(0, start - contextLength);
    if (isInsidePair(text, before))
        ++before;
    qsizetype behind = std::min(text.size(), end + contextLength);
    if (isInsidePair(text, behind))
        --behind;
    return Excerpt{.id = Id<Excerpt>::make(),
        .capture = capture.id,
        .exact = text.sliced(start, end - start),
        .prefix = text.sliced(before, start - before),
        .suffix = text.sliced(end, behind - end),
        .start = start,
        .end = end,
        .speaker = {},
        .note = {}};
}

QString quotation(const Excerpt &excerpt, const QString &sourceKey)
{
    static const QRegularExpression signs(uR"(([\\`*_\[\]<>@#$~^|&]))"_s);
    static const QRegularExpression ofItsOwn(uR"([\n"“”„«»])"_s);
    static const QRegularExpression lineStart(uR"((\n|\A)([-+]|\d+(?=[.)])|:::|[.)]))"_s);
    static const QRegularExpression paragraphs(uR"(\s*\n\s*\n\s*)"_s);
    QString text = excerpt.exact;
    text.replace(signs, uR"(\\1)"_s);
    if (!ofItsOwn.match(text).hasMatch())
        return u"“%1” [@%2]"_s.arg(text, sourceKey);
    text.replace(paragraphs, u"\n\n"_s);
    text.replace(lineStart, uR"(\1\\2)"_s).append(u" [@%1]"_s.arg(sourceKey));
    return u"> "_s + text.replace(u'\n', u"\n> "_s) + u'\n';
}

Result<QList<Excerpt>> excerpts(const Reader &reader, Id<Capture> capture)
{
    static const QString sql = selectExcerpts + u"WHERE capture_id = ? ORDER BY start, excerpt.id"_s;
    return reader.all(sql, {capture.number}, readExcerpt);
}

Result<QList<Excerpt>> excerpts(const Reader &reader, Id<Source> source)
{
    static const QString sql = selectExcerpts
        + u"JOIN capture ON capture.id = capture_id WHERE source_id = ? ORDER BY captured_at DESC, start, excerpt.id"_s;
    return reader.all(sql, {source.number}, readExcerpt);
}

Result<std::optional<Excerpt>> excerpt(const Reader &reader, Id<Excerpt> id)
{
    static const QString sql = selectExcerpts + u"WHERE excerpt.id = ?"_s;
    return reader.first(sql, {id.number}, readExcerpt);
}

Result<> addExcerpt(Writer &writer, Excerpt &excerpt)
{
    if (!excerpt.id.isValid())
        excerpt.id = Id<Excerpt>::make();
    return writer.insert(u"excerpt"_s,
        {u"id"_s, u"capture_id"_s, u"exact"_s, u"prefix"_s, u"suffix"_s, u"start"_s, u"\"end\""_s, u"speaker"_s,
            u"note"_s, u"colour"_s},
        {excerpt.id.number, excerpt.capture.number, excerpt.exact, excerpt.prefix, excerpt.suffix, excerpt.start,
            excerpt.end, excerpt.speaker, excerpt.note, excerpt.colour});
}

Result<> updateExcerpt(Writer &writer, const Excerpt &excerpt)
{
    return writer.update(
        u"excerpt"_s, excerpt.id.number, {u"speaker"_s, u"note"_s, u"colour"_s},
        {excerpt.speaker, excerpt.note, excerpt.colour});
}

Result<> removeExcerpt(Writer &writer, Id<Excerpt> id)
{
    return writer.remove(u"excerpt"_s, id.number);
}

Result<qint64> excerptCount(const Reader &reader)
{
    return reader.number(u"SELECT count(*) FROM excerpt"_s);
}

} // namespace redoubt
