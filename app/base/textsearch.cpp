#include "app/base/textsearch.h"

#include <cstring>

namespace redoubt {

namespace {

bool isWordLetter(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return false; // written without spaces: a passage may start anywhere
    default:
        return c.isLetterOrNumber() || c.isMark();
    }
}

} // namespace

qsizetype placeOf(QStringView text, QStringView needle, qsizetype from)
{
    constexpr auto unit = qsizetype(sizeof(char16_t));
    const auto *start = reinterpret_cast<const char *>(text.utf16());
    const qsizetype bytes = text.size() * unit;
    qsizetype at = from * unit;
    while (at < bytes) {
        const void *hit = memmem(start + at, size_t(bytes - at), needle.utf16(), size_t(needle.size() * unit));
        if (!hit)
            return -1;
        at = static_cast<const char *>(hit) - start;
        if (at % unit == 0)
            return at / unit;
        ++at;
    }
    return -1;
}

QList<qsizetype> bordersOf(QStringView needle)
{
    QList<qsizetype> border(needle.size() + 1, 0);
    border[0] = -1;
    for (qsizetype i = 0, k = -1; i < needle.size(); border[++i] = ++k) {
        while (k >= 0 && needle[k] != needle[i])
            k = border[k];
    }
    return border;
}

bool isInWord(QStringView text, qsizetype position)
{
    return position > 0 && position < text.size() && isWordLetter(text[position - 1]) && isWordLetter(text[position]);
}

} // namespace redoubt
