#include "app/base/entity.h"

#include <QHash>

#include <gumbo.h>

#include <algorithm>

namespace redoubt {

namespace {

constexpr qsizetype longestName = 32;

bool isDigit(QChar c, bool isHexadecimal)
{
    return (c >= u'0' && c <= u'9') || (isHexadecimal && c.toLower() >= u'a' && c.toLower() <= u'f');
}

QString numbered(QStringView number)
{
    const bool isHexadecimal = number.startsWith(u'x', Qt::CaseInsensitive);
    const QStringView digits = number.sliced(isHexadecimal ? 1 : 0);
    if (digits.isEmpty() || !std::ranges::all_of(digits, [&](QChar c) { return isDigit(c, isHexadecimal); }))
        return {};
    bool isSmall = false;
    const char32_t code = digits.toUInt(&isSmall, isHexadecimal ? 16 : 10);
    const bool isUsable = isSmall && code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    const char32_t letter = isUsable ? code : char32_t(QChar::ReplacementCharacter);
    return QString::fromUcs4(&letter, 1);
}

/// gumbo has the table of names. A letter in front keeps what is white space.
QString named(QStringView name)
{
    const QByteArray markup = "x&" + name.toLatin1() + ';';
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_BODY;
    GumboOutput *output = gumbo_parse_with_options(&options, markup.constData(), size_t(markup.size()));
    const GumboVector &nodes = output->root->v.element.children;
    const auto *text = nodes.length == 1 ? static_cast<const GumboNode *>(nodes.data[0]) : nullptr;
    const QString letters = text && text->type == GUMBO_NODE_TEXT ? QString::fromUtf8(text->v.text.text).sliced(1) : QString();
    gumbo_destroy_output(&options, output);
    // A browser takes "&notin" for "¬in"; here it is the whole name or none.
    return letters.size() < 3 || !letters.endsWith(u';') ? letters : QString();
}

} // namespace

QString entityText(QStringView name)
{
    constexpr qsizetype mostKept = 4096;
    thread_local QHash<QString, QString> kept;
    if (name.startsWith(u'#'))
        return numbered(name.sliced(1));
    const bool mayBeName = !name.isEmpty() && name.size() <= longestName
        && std::ranges::all_of(name, [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
    if (!mayBeName)
        return {};
    const QString key = name.toString();
    if (const auto found = kept.constFind(key); found != kept.cend())
        return *found;
    if (kept.size() >= mostKept)
        kept.clear();
    return *kept.insert(key, named(name));
}

QString readEntity(QStringView reference)
{
    const QString letters = entityText(reference.sliced(1).chopped(1));
    return letters.isEmpty() ? reference.toString() : letters;
}

} // namespace redoubt
