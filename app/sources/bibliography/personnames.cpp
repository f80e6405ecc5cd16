#include "app/sources/bibliography/personnames.h"

#include "app/sources/bibliography/bibliographyitem.h"
#include "app/sources/bibliography/cslvariables.h"

#include <algorithm>

namespace redoubt {

namespace {

QString joined(const QStringList &parts, const QString &between)
{
    QStringList present;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            present.append(part);
    }
    return present.join(between);
}

/// "von der Leyen"
QString wholeFamily(const QJsonObject &name)
{
    return joined({cslText(name.value(u"dropping-particle"_s)), cslText(name.value(u"non-dropping-particle"_s)), cslText(name.value(u"family"_s))}, u" "_s);
}

QString readable(const QJsonObject &name)
{
    if (const QString literal = withoutMarkup(cslText(name.value(u"literal"_s))); !literal.isEmpty())
        return literal;
    return joined({cslText(name.value(u"given"_s)), wholeFamily(name), cslText(name.value(u"suffix"_s))}, u" "_s).simplified();
}

} // namespace

QString readableNames(const QJsonArray &names)
{
    QStringList list;
    for (const QJsonValue name : names)
        list.append(name.isString() ? name.toString().simplified() : readable(name.toObject()));
    return joined(list, u"; "_s);
}

QJsonArray namesFromReadable(const QString &text)
{
    QJsonArray names;
    for (const QString &part : text.split(u';')) {
        if (const QString name = part.simplified(); !name.isEmpty())
            names.append(nameFromRis(name));
    }
    return names;
}

QJsonObject nameFromRis(const QString &text)
{
    const QString whole = text.simplified();
    const qsizetype comma = whole.indexOf(u',');
    if (comma < 0)
        return {{u"literal"_s, whole}};
    const QStringList parts = whole.split(u',');
    QJsonObject name;
    setText(name, u"family"_s, parts.first().trimmed());
    // A suffix stands last in RIS, and many programs write it in the middle as BibTeX does.
    static const QStringList suffixes{u"jr"_s, u"jr."_s, u"sr"_s, u"sr."_s, u"ii"_s, u"iii"_s, u"iv"_s};
    QStringList given;
    for (const QString &part : parts.sliced(1))
        given.append(part.trimmed());
    const auto known = std::ranges::find_if(given.crbegin(), given.crend(), [](const QString &part) { return suffixes.contains(part.toLower()); });
    if (given.size() > 1) {
        const qsizetype at = known == given.crend() ? 1 : given.crend() - known - 1;
        const qsizetype behind = known == given.crend() ? given.size() : at + 1;
        setText(name, u"suffix"_s, joined(given.sliced(at, behind - at), u", "_s));
        given.remove(at, behind - at);
    }
    setText(name, u"given"_s, joined(given, u", "_s));
    return name;
}

QString risName(const QJsonObject &name)
{
    if (const QString literal = cslText(name.value(u"literal"_s)); !literal.isEmpty())
        return literal.simplified();
    const QString given = cslText(name.value(u"given"_s));
    const QString suffix = cslText(name.value(u"suffix"_s));
    // The comma tells a person of one name from a body.
    return wholeFamily(name) + u", "_s.first(given.isEmpty() && suffix.isEmpty() ? 1 : 2) + given + (suffix.isEmpty() ? QString() : u", "_s + suffix);
}

} // namespace redoubt
