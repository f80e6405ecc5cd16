#include "app/base/words.h"

#include "app/base/folding.h"

#include <QChar>

#include <array>
#include <utility>

namespace redoubt {

namespace {

/// What an ASCII byte is in a word; 0 where it stands between words.
constexpr std::array<char, 128> asciiInWords = [] {
    std::array<char, 128> made{};
    for (char c = '0'; c <= '9'; ++c)
        made[size_t(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c) {
        made[size_t(c)] = c;
        made[size_t(c - 32)] = c;
    }
    return made;
}();

struct Letter
{
    char32_t code = 0;
    qsizetype length = 1; ///< in bytes
};

/// The letter at the start of bytes that do not begin with ASCII; code 0 where there is none.
Letter letterAt(QByteArrayView bytes)
{
    const auto first = uchar(bytes[0]);
    const int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || bytes.size() < length)
        return {};
    char32_t code = first & (0xff >> (length + 1));
    for (int i = 1; i < length; ++i) {
        if ((uchar(bytes[i]) & 0xc0) != 0x80)
            return {};
        code = code << 6 | (uchar(bytes[i]) & 0x3f);
    }
    const char32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return {};
    return {code, length};
}

bool isWrittenWithoutSpaces(char32_t letter)
{
    constexpr char32_t prolonged = 0x30fc; // and its half-width form: of Japanese, but not only
    constexpr char32_t halfProlonged = 0xff70;
    if (letter < 0xe00)
        return false;
    if (letter == prolonged || letter == halfProlonged)
        return true;
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
    case QChar::Script_Yi:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
        return true;
    default:
        return false;
    }
}

} // namespace

void WordReader::takeAscii()
{
    qsizetype end = m_at;
    while (end < m_text.size() && uchar(m_text[end]) < 128 && asciiInWords[uchar(m_text[end])] != 0)
        ++end;
    const qsizetype before = m_word.size();
    m_start = before == 0 ? m_at : m_start;
    m_word.resizeForOverwrite(before + end - m_at);
    char *to = m_word.data() + before;
    for (qsizetype at = m_at; at < end; ++at)
        *to++ = asciiInWords[uchar(m_text[at])];
    m_at = m_end = end;
}

/// Whether the word goes on behind what is at hand.
bool WordReader::takeLetter()
{
    const Letter letter = letterAt(m_text.sliced(m_at));
    const bool isNothing = QChar::isMark(letter.code) || QChar::category(letter.code) == QChar::Other_Format;
    const bool isInWords = letter.code != 0 && QChar::isLetterOrNumber(letter.code);
    const bool isAlone = isInWords && isWrittenWithoutSpaces(letter.code);
    if (isAlone && !m_word.isEmpty())
        return false;
    const qsizetype from = std::exchange(m_at, m_at + letter.length);
    if (!isInWords) {
        const bool belongsToWord = !m_word.isEmpty() && QChar::isMark(letter.code);
        m_end = belongsToWord ? m_at : m_end;
        return isNothing && letter.code != 0;
    }
    const bool isFirst = m_word.isEmpty();
    appendFolded(m_text.sliced(from, letter.length), m_word);
    if (m_word.isEmpty())
        return true;
    m_start = isFirst ? from : m_start;
    m_end = m_at;
    m_standsAlone = isAlone;
    return !isAlone;
}

bool WordReader::next()
{
    m_word.resize(0);
    m_standsAlone = false;
    while (m_at < m_text.size()) {
        const auto byte = uchar(m_text[m_at]);
        bool goesOn = true;
        if (byte >= 128) {
            goesOn = takeLetter();
        } else if (asciiInWords[byte] != 0) {
            takeAscii();
        } else {
            ++m_at;
            goesOn = false;
        }
        if (!goesOn && !m_word.isEmpty())
            return true;
    }
    return !m_word.isEmpty();
}

QByteArray searchWords(QByteArrayView utf8)
{
    QByteArray words;
    words.reserve(utf8.size());
    WordReader reader(utf8);
    while (reader.next()) {
        if (!words.isEmpty())
            words += ' ';
        words += reader.word();
    }
    return words;
}

} // namespace redoubt
