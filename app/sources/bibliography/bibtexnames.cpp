#include "app/sources/bibliography/personnames.h"

#include "app/sources/bibliography/bibliographyitem.h"
#include "app/sources/bibliography/cslvariables.h"
#include "app/sources/bibliography/latex.h"

#include <QHash>
#include <QRegularExpression>

#include <optional>

namespace redoubt {

namespace {

/// The pieces of `text` between separators outside of braces; `isSeparator(at)` gives the length of one that begins at `at`.
template<class Separator>
QStringList split(QStringView text, Separator separatorAt)
{
    QStringList pieces;
    int depth = 0;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] == u'\\') {
            i += 2;
            continue;
        }
        depth += text[i] == u'{' ? 1 : text[i] == u'}' && depth > 0 ? -1 : 0;
        const qsizetype length = depth == 0 ? separatorAt(i) : 0;
        if (length > 0) {
            pieces.append(text.sliced(start, i - start).trimmed().toString());
            start = i + length;
        }
        i += std::max<qsizetype>(length, 1);
    }
    pieces.append(text.sliced(start).trimmed().toString());
    return pieces;
}

QStringList splitAt(QStringView text, QChar mark)
{
    return split(text, [&](qsizetype i) { return text[i] == mark ? 1 : 0; });
}

QStringList words(QStringView text)
{
    QStringList list = split(text, [&](qsizetype i) { return text[i].isSpace() || text[i] == u'~' ? 1 : 0; });
    list.removeAll(QString());
    return list;
}

QStringList splitNames(QStringView text)
{
    return split(text, [&](qsizetype i) {
        const bool isAnd = i > 0 && text[i - 1].isSpace() && text.sliced(i, std::min<qsizetype>(3, text.size() - i)).compare(u"and", Qt::CaseInsensitive) == 0;
        return isAnd && i + 3 < text.size() && text[i + 3].isSpace() ? 3 : 0;
    });
}

QString plain(const QStringList &parts)
{
    return fromLatex(parts.join(u' ')).simplified();
}

/// By BibTeX's rule a word is of the "von" when its first letter outside of braces is a small one.
bool isParticle(const QString &word)
{
    if (word.startsWith(u'{') && !word.startsWith(u"{\\"))
        return false;
    const QString text = fromLatex(word);
    return !text.isEmpty() && text.front().isLower();
}

bool isOneGroup(QStringView name)
{
    if (!name.startsWith(u'{') || !name.endsWith(u'}'))
        return false;
    int depth = 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == u'\\')
            ++i;
        else if (name[i] == u'{')
            ++depth;
        else if (name[i] == u'}' && --depth == 0)
            return i == name.size() - 1;
    }
    return false;
}

QJsonObject person(const QStringList &von, const QStringList &last, const QString &given, const QString &suffix)
{
    QJsonObject name;
    setText(name, u"family"_s, plain(last));
    setText(name, u"given"_s, given);
    setText(name, u"non-dropping-particle"_s, plain(von));
    setText(name, u"suffix"_s, suffix);
    return name;
}

/// "von Last": the last small word ends the particle, but one word is left for the name.
std::pair<QStringList, QStringList> vonLast(const QStringList &parts)
{
    qsizetype von = 0;
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        if (isParticle(parts.at(i)))
            von = i + 1;
    }
    if (von > 0 && !isParticle(parts.first()))
        von = 0;
    return {parts.first(von), parts.sliced(von)};
}

std::optional<QJsonObject> extendedName(const QStringList &parts)
{
    static const QHash<QString, QString> names{{u"family"_s, u"family"_s}, {u"given"_s, u"given"_s}, {u"prefix"_s, u"non-dropping-particle"_s}, {u"suffix"_s, u"suffix"_s}};
    QJsonObject name;
    for (const QString &part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        const QString field = part.first(std::max<qsizetype>(equals, 0)).trimmed().toLower();
        if (!names.contains(field) && !field.endsWith(u"-i") && field != u"useprefix")
            return {};
        if (names.contains(field))
            setText(name, names.value(field), fromLatex(QStringView(part).sliced(equals + 1)).remove(u'"').simplified());
    }
    return name;
}

QJsonObject nameOf(const QString &text)
{
    if (text.compare(u"others"_s, Qt::CaseInsensitive) == 0)
        return {{u"literal"_s, u"others"_s}};
    if (isOneGroup(text))
        return {{u"literal"_s, fromLatex(text).simplified()}};
    const QStringList commas = splitAt(text, u',');
    if (const auto extended = extendedName(commas))
        return *extended;
    if (commas.size() > 1) {
        const auto [von, last] = vonLast(words(commas.first()));
        const bool hasSuffix = commas.size() > 2;
        return person(von, last, plain(commas.sliced(hasSuffix ? 2 : 1)), hasSuffix ? plain({commas.at(1)}) : QString());
    }
    const QStringList parts = words(text);
    qsizetype first = 0;
    while (first + 1 < parts.size() && !isParticle(parts.at(first)))
        ++first;
    const auto [von, last] = vonLast(parts.sliced(std::min(first, parts.size())));
    return person(von, last, plain(parts.first(std::min(first, parts.size()))), {});
}

/// In braces where BibTeX would take it for something else.
QString guarded(const QString &text)
{
    const QString latex = toLatex(text);
    static const QRegularExpression special(u",|(?:^|\\s)and(?:\\s|$)"_s, QRegularExpression::CaseInsensitiveOption);
    return special.match(text).hasMatch() ? u'{' + latex + u'}' : latex;
}

QString bibtexName(const QJsonObject &name)
{
    if (const QString literal = cslText(name.value(u"literal"_s)); !literal.isEmpty())
        return literal == u"others" ? literal : u'{' + toLatex(literal) + u'}';
    const QString particle = (cslText(name.value(u"dropping-particle"_s)) + u' ' + cslText(name.value(u"non-dropping-particle"_s))).trimmed();
    QString family = guarded(cslText(name.value(u"family"_s)));
    const bool startsSmall = !family.isEmpty() && family.front().isLower() && !family.startsWith(u'{');
    if (startsSmall && (particle.isEmpty() || family.contains(u' ')))
        family = u'{' + family + u'}';
    const QString given = guarded(cslText(name.value(u"given"_s)));
    const QString suffix = guarded(cslText(name.value(u"suffix"_s)));
    const QString last = particle.isEmpty() ? family : guarded(particle) + u' ' + family;
    if (given.isEmpty() && suffix.isEmpty())
        return last.contains(u' ') || last.startsWith(u'{') ? last + u',' : last;
    return last + u", "_s + (suffix.isEmpty() ? QString() : suffix + u", "_s) + given;
}

} // namespace

QJsonArray namesFromBibtex(QStringView latex)
{
    QJsonArray names;
    for (const QString &name : splitNames(latex)) {
        if (const QJsonObject read = name.isEmpty() ? QJsonObject() : nameOf(name); !read.isEmpty())
            names.append(read);
    }
    return names;
}

QString bibtexNames(const QJsonArray &names)
{
    QStringList list;
    for (const QJsonValue name : names)
        list.append(bibtexName(name.isString() ? QJsonObject{{u"literal"_s, name.toString()}} : name.toObject()));
    list.removeAll(QString());
    return list.join(u" and "_s);
}

} // namespace redoubt
