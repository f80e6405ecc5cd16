#include "app/brief/entity.h"

#include <QHash>

#include <gumbo.h>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QString numbered(QStringView number)
{
    bool ok = false;
    const bool hexadecimal = number.size() > 1 && number[0].toLower() == u'x';
    const char32_t code = number.sliced(hexadecimal ? 1 : 0).toUInt(&ok, hexadecimal ? 16 : 10);
    const bool usable = ok && code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    const char32_t letter = usable ? code : char32_t(QChar::ReplacementCharacter);
    return QString::fromUcs4(&letter, 1);
}

/// gumbo has the table of names. A letter in front keeps what is white space.
QString named(QStringView entity)
{
    const QByteArray markup = "x" + entity.toUtf8();
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_BODY;
    GumboOutput *output = gumbo_parse_with_options(&options, markup.constData(), size_t(markup.size()));
    const GumboVector &nodes = output->root->v.element.children;
    const auto *text = nodes.length == 1 ? static_cast<const GumboNode *>(nodes.data[0]) : nullptr;
    const QString letters
        = text && text->type == GUMBO_NODE_TEXT ? QString::fromUtf8(text->v.text.text).sliced(1) : QString();
    gumbo_destroy_output(&options, output);
    // A browser takes "&notin" for "¬in"; Markdown wants the whole name.
    const bool isWhole = !letters.isEmpty() && (letters.size() < 3 || !letters.endsWith(u';'));
    return isWhole ? letters : entity.toString();
}

} // namespace

QString entityText(QStringView entity)
{
    const QStringView name = entity.mid(1, entity.size() - 2);
    if (name.startsWith(u'#'))
        return numbered(name.sliced(1));
    constexpr qsizetype mostKept = 4096;
    thread_local QHash<QString, QString> known;
    if (known.size() > mostKept)
        known.clear();
    auto found = known.constFind(name.toString());
    if (found == known.cend())
        found = known.insert(name.toString(), named(entity));
    return *found;
}

} // namespace redoubt
