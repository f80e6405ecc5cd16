#include "app/sources/citationkey.h"

#include "app/base/editdistance.h"
#include "app/base/folding.h"
#include "app/project/key.h"
#include "app/project/projectinfo.h"
#include "app/sources/bibliography/cslvariables.h"
#include "app/sources/bibliography/personnames.h"
#include "app/sources/bibliography/referencedates.h"

#include <QRegularExpression>

namespace redoubt {

namespace {

constexpr qsizetype mostNear = 3;
constexpr qsizetype longestCompared = 256;

const QRegularExpression &fieldPattern()
{
    static const QRegularExpression pattern(u"\\{(author|authors|year|date|title|publisher|type)(?::([1-9][0-9]?))?\\}"_s);
    return pattern;
}

QString familyName(const QJsonObject &name)
{
    const QString family = cslText(name.value(u"family"_s));
    if (!family.isEmpty())
        return family;
    // The column alone: "Given Family" of a person; a body whole.
    return cslText(name.value(u"literal"_s));
}

QStringList familyNames(const Source &source)
{
    QJsonArray names = source.fields.value(u"author"_s).toArray();
    if (readableNames(names) != source.author)
        names = namesFromReadable(source.author);
    QStringList families;
    for (const QJsonValue name : std::as_const(names))
        families.append(familyName(name.toObject()));
    families.removeAll(QString());
    return families;
}

QString firstWords(const QString &title, int count)
{
    static const QRegularExpression article(u"\\A(?:the|an?)\\s+(?=\\S)"_s, QRegularExpression::CaseInsensitiveOption);
    QString text = title.simplified();
    if (count == 0)
        return text;
    text.remove(article);
    const QStringList words = keyFrom(text).split(u'-');
    return words.first(std::min<qsizetype>(count, words.size())).join(u'-');
}

QString fieldText(const QString &field, int count, const Source &source)
{
    if (field == u"author")
        return familyNames(source).value(0);
    if (field == u"authors") {
        const QStringList names = familyNames(source);
        return names.first(count == 0 ? names.size() : std::min<qsizetype>(count, names.size())).join(u'-');
    }
    if (field == u"year")
        return yearOf(source.published);
    if (field == u"date")
        return source.published;
    if (field == u"publisher")
        return source.publisher;
    return field == u"type" ? QString(sourceTypeNames.name(source.type)) : firstWords(source.title, count);
}

} // namespace

QString citationKey(const QString &pattern, const Source &source)
{
    QString text;
    qsizetype at = 0;
    for (const auto &match : fieldPattern().globalMatch(pattern)) {
        text += QStringView(pattern).sliced(at, match.capturedStart() - at);
        text += fieldText(match.captured(1), match.captured(2).toInt(), source);
        at = match.capturedEnd();
    }
    text += QStringView(pattern).sliced(at);
    static const QRegularExpression word(u"[\\p{L}\\p{N}]"_s, QRegularExpression::UseUnicodePropertiesOption);
    return keyFrom(word.match(text).hasMatch() ? text : source.title);
}

bool isCitationPattern(const QString &pattern)
{
    QString rest = pattern;
    rest.remove(fieldPattern());
    return rest != pattern && !rest.contains(u'{') && !rest.contains(u'}');
}

Result<QString> newCitationKey(const Reader &reader, const Source &source)
{
    const auto info = projectInfo(reader);
    if (!info)
        return failure(info);
    return freeKey(reader, u"source"_s, citationKey(info->citationKeys, source));
}

QStringList nearestKeys(const QList<Source> &sources, const QString &wanted)
{
    const QString plain = folded(wanted.left(longestCompared));
    QList<std::pair<int, QString>> near;
    for (const Source &source : sources) {
        const QString key = folded(source.key);
        const int distance = editDistance(plain, key.left(longestCompared));
        const bool partly = !plain.isEmpty() && (key.contains(plain) || plain.contains(key));
        if (partly || distance * 2 <= std::max(plain.size(), key.size()))
            near.append({partly ? 0 : distance, source.key});
    }
    std::ranges::sort(near);
    QStringList keys;
    for (const auto &[distance, key] : near.first(std::min(mostNear, near.size())))
        keys.append(key);
    return keys;
}

} // namespace redoubt
