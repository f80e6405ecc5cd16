#include "app/base/foldedtext.h"

namespace redoubt {

namespace {

/// Canonical ordering of a cluster is quadratic, so a run of marks longer than any script needs is taken in pieces.
constexpr qsizetype longestCluster = 32;

bool isDash(char16_t c)
{
    return c == u'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

bool isWithoutWidth(char16_t c)
{
    const bool isDirection = c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return isDirection || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
}

bool isSpace(char16_t c)
{
    return QChar::isSpace(c);
}

/// Latin and Armenian ligatures of the presentation forms.
bool isLigature(char16_t c)
{
    return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFB13 && c <= 0xFB17);
}

/// The space that French sets inside of its marks. »So« in German has the same marks the other way round.
bool isInsideMarks(QStringView text, qsizetype from, qsizetype to)
{
    const auto isLeft = [](QChar c) { return c == QChar(0x00AB) || c == QChar(0x2039); };
    const auto isRight = [](QChar c) { return c == QChar(0x00BB) || c == QChar(0x203A); };
    const bool opened = from > 0 && isLeft(text[from - 1]) && (from == 1 || text[from - 2].isSpace() || QStringView(u"([{—–-").contains(text[from - 2]));
    const bool closes = to < text.size() && isRight(text[to]) && (to + 1 == text.size() || !text[to + 1].isLetterOrNumber());
    return opened || closes;
}

/// Goes on with the letter before it: a mark, or a vowel or a final consonant of Hangul.
bool continuesCluster(char16_t c)
{
    return c >= 0x0300 && (QChar::isMark(c) || (c >= 0x1160 && c <= 0x11FF));
}

} // namespace

bool isQuotationMark(QChar character)
{
    switch (character.unicode()) {
    case u'"': case u'\'': case u'`': case 0x00AB: case 0x00B4: case 0x00BB: case 0x02BC:
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x201C: case 0x201D: case 0x201E: case 0x201F:
    case 0x2032: case 0x2033: case 0x2039: case 0x203A:
    case 0x300C: case 0x300D: case 0x300E: case 0x300F: case 0xFF02: case 0xFF07:
        return true;
    default:
        return false;
    }
}

FoldedText::FoldedText(const QString &original)
    : m_original(original)
{
    m_text.reserve(original.size());
    for (qsizetype i = 0; i < original.size();)
        i = foldCharacter(i);
    if (m_text.endsWith(u' '))
        dropLast();
}

void FoldedText::put(QStringView letters, qsizetype from, qsizetype length)
{
    const bool oneToOne = letters.size() == length;
    if (!oneToOne || from != m_next)
        m_steps.append({m_text.size(), from, oneToOne ? 0 : length});
    m_text.append(letters);
    m_next = oneToOne ? from + length : -1;
}

void FoldedText::dropLast()
{
    m_text.chop(1);
    if (m_steps.last().folded == m_text.size())
        m_steps.removeLast();
    m_next = -1;
}

/// Returns the position behind what was folded.
qsizetype FoldedText::foldCharacter(qsizetype position)
{
    const QStringView original = m_original;
    const char16_t c = original[position].unicode();
    qsizetype end = position + 1;

    if (isSpace(c)) {
        while (end < original.size() && (isSpace(original[end].unicode()) || isWithoutWidth(original[end].unicode())))
            ++end;
        const bool counts = !m_text.isEmpty() && !m_text.endsWith(u' ') && !m_text.endsWith(u'-');
        if (counts && !isInsideMarks(original, position, end))
            put(u" ", position, end - position);
        return end;
    }
    if (isWithoutWidth(c)) {
        if (c == 0x00AD && end < original.size() && original[end] == u'\r')
            ++end;
        if (c == 0x00AD && end < original.size() && original[end] == u'\n')
            ++end;
        return end;
    }
    if (isDash(c)) {
        if (m_text.endsWith(u'-'))
            return end;
        if (m_text.endsWith(u' '))
            dropLast();
        put(u"-", position, 1);
        return end;
    }
    if (end < original.size() && continuesCluster(original[end].unicode()))
        return foldCluster(position);
    if (isQuotationMark(QChar(c))) {
        put(u"'", position, 1);
    } else if (c == 0x2026) {
        put(u"...", position, 1);
    } else if (c < 0x0300) {
        put(original.sliced(position, 1), position, 1);
    } else {
        return foldCluster(position);
    }
    return end;
}

qsizetype FoldedText::foldCluster(qsizetype position)
{
    const QStringView original = m_original;
    qsizetype end = position + 1;
    if (original[position].isHighSurrogate() && end < original.size() && original[end].isLowSurrogate())
        ++end;
    const bool pair = end - position == 2;
    const char32_t first = pair ? QChar::surrogateToUcs4(original[position], original[position + 1])
                                : char32_t(original[position].unicode());
    while (end < original.size() && end - position < longestCluster && continuesCluster(original[end].unicode()))
        ++end;

    const QStringView cluster = original.sliced(position, end - position);
    if (isLigature(original[position].unicode()))
        put(cluster.toString().normalized(QString::NormalizationForm_KC), position, cluster.size());
    else if (cluster.size() > (pair ? 2 : 1) || QChar::decompositionTag(first) == QChar::Canonical)
        put(cluster.toString().normalized(QString::NormalizationForm_C), position, cluster.size());
    else
        put(cluster, position, cluster.size());
    return end;
}

const FoldedText::Step &FoldedText::stepAt(qsizetype position) const
{
    const auto after = std::upper_bound(m_steps.cbegin(), m_steps.cend(), position,
        [](qsizetype value, const Step &step) { return value < step.folded; });
    return *std::prev(after);
}

qsizetype FoldedText::originalStart(qsizetype position) const
{
    if (m_text.isEmpty())
        return 0;
    if (position >= m_text.size())
        return originalEnd(m_text.size());
    const Step &step = stepAt(position);
    return step.width > 0 ? step.original : step.original + (position - step.folded);
}

qsizetype FoldedText::originalEnd(qsizetype position) const
{
    if (m_text.isEmpty())
        return 0;
    if (position <= 0)
        return originalStart(0);
    const qsizetype letter = std::min(position, m_text.size()) - 1;
    const Step &step = stepAt(letter);
    return step.width > 0 ? step.original + step.width : step.original + (letter - step.folded) + 1;
}

} // namespace redoubt
