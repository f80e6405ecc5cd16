#include "app/brief/spelling.h"

#include "app/brief/document.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’';
}

bool isLetter(QChar c)
{
    return c.isLetter() || c.isMark() || c == QChar::SoftHyphen;
}

/// What keeps letters on both sides of it from being words.
bool spoilsWord(QChar c)
{
    return c.isNumber() || c == u'_' || c.isSurrogate();
}

bool isWrittenWithoutSpaces(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

/// A piece between white space that is an address, a path, a name of a file, or an abbreviation with points.
bool isAddress(QStringView token)
{
    if (token.contains("://"_L1) || token.contains(u'@') || token.startsWith("www."_L1, Qt::CaseInsensitive) || token.contains(u'\\')
        || token.startsWith(u'/') || token.startsWith("~/"_L1))
        return true;
    for (qsizetype at = 1; at + 1 < token.size(); ++at) {
        if (token[at] == u'.' && token[at - 1].isLetterOrNumber() && token[at + 1].isLetterOrNumber())
            return true;
    }
    return false;
}

bool isWord(QStringView word)
{
    qsizetype letters = 0;
    qsizetype capitals = 0;
    for (qsizetype at = 0; at < word.size(); ++at) {
        letters += word[at].isLetter() ? 1 : 0;
        capitals += word[at].isUpper() ? 1 : 0;
        if (isWrittenWithoutSpaces(word[at]))
            return false;
    }
    return letters > 1 && (capitals == 0 || (capitals == 1 && word.front().isUpper()));
}

class LineReader
{
public:
    LineReader(QStringView line, const QList<TextRange> &apart)
        : m_line(line)
        , m_apart(apart)
        , m_lastBrace(line.lastIndexOf(u'}'))
    {
    }

    QList<TextRange> read()
    {
        for (qsizetype at = 0; at < m_line.size();) {
            if (m_line[at].isSpace()) {
                ++at;
                continue;
            }
            if (startsAttributes(at)) {
                at = m_line.indexOf(u'}', at) + 1;
                continue;
            }
            qsizetype end = at + 1;
            while (end < m_line.size() && !m_line[end].isSpace() && !startsAttributes(end))
                ++end;
            readToken(at, end);
            at = end;
        }
        return m_words;
    }

private:
    /// In braces behind a bracket or behind code; they may hold spaces.
    [[nodiscard]] bool startsAttributes(qsizetype at) const
    {
        return m_line[at] == u'{' && at > 0 && (m_line[at - 1] == u']' || m_line[at - 1] == u'`') && at < m_lastBrace;
    }

    /// The end of what is left out from `at` on; `at` when it is prose.
    qsizetype behindApart(qsizetype at)
    {
        while (m_next < m_apart.size() && m_apart[m_next].end() <= at)
            ++m_next;
        const bool isApart = m_next < m_apart.size() && m_apart[m_next].offset <= at;
        return isApart ? m_apart[m_next].end() : at;
    }

    void readToken(qsizetype from, qsizetype end)
    {
        // What is left out cuts a token: `(see` before a link is no part of the address.
        for (qsizetype at = from; at < end;) {
            if (const qsizetype behind = behindApart(at); behind > at) {
                at = behind;
                continue;
            }
            qsizetype stop = end;
            if (m_next < m_apart.size())
                stop = std::min(stop, m_apart[m_next].offset);
            if (!isAddress(m_line.sliced(at, stop - at)))
                readWords(at, stop);
            at = stop;
        }
    }

    void readWords(qsizetype from, qsizetype end)
    {
        for (qsizetype at = from; at < end;) {
            if (!isLetter(m_line[at]) && !spoilsWord(m_line[at])) {
                ++at;
                continue;
            }
            const qsizetype start = at;
            bool isSpoilt = false;
            while (at < end && (isLetter(m_line[at]) || spoilsWord(m_line[at]) || isInnerApostrophe(at, end))) {
                isSpoilt = isSpoilt || spoilsWord(m_line[at]);
                ++at;
            }
            const bool isEntity = start > 0 && m_line[start - 1] == u'&' && at < m_line.size() && m_line[at] == u';';
            if (!isSpoilt && !isEntity && isWord(m_line.sliced(start, at - start)))
                m_words.append({start, at - start});
        }
    }

    [[nodiscard]] bool isInnerApostrophe(qsizetype at, qsizetype end) const
    {
        return isApostrophe(m_line[at]) && at > 0 && isLetter(m_line[at - 1]) && at + 1 < end && isLetter(m_line[at + 1]);
    }

    QStringView m_line;
    const QList<TextRange> &m_apart;
    qsizetype m_lastBrace; ///< that closes; -1 when there is none
    qsizetype m_next = 0; ///< of what is apart, the one that has not been passed
    QList<TextRange> m_words;
};

QString languageIn(QStringView braces)
{
    const auto attributes = readAttributes(braces);
    return attributes ? attributes->value(u"lang") : QString();
}

} // namespace

QList<TextRange> checkedWords(QStringView line, const QList<TextRange> &apart)
{
    return LineReader(line, apart).read();
}

QString dictionaryWord(QStringView word)
{
    return word.toString().replace(u'’', u'\'').remove(QChar(QChar::SoftHyphen));
}

QList<ForeignStretch> foreignStretches(QStringView line)
{
    if (!line.contains("lang"_L1))
        return {};
    static const QRegularExpression stretch(uR"(\[([^\[\]]*)\](\{[^{}]*\blang[^{}]*\}))"_s);
    QList<ForeignStretch> found;
    for (const QRegularExpressionMatch &match : stretch.globalMatchView(line))
        found.append({{match.capturedStart(1), match.capturedLength(1)}, languageIn(match.capturedView(2))});
    return found;
}

std::optional<DivFence> divFence(QStringView line)
{
    if (!line.startsWith(":::"_L1))
        return {};
    qsizetype at = 0;
    while (at < line.size() && line[at] == u':')
        ++at;
    const QStringView rest = line.sliced(at).trimmed();
    if (rest.isEmpty())
        return DivFence{};
    const qsizetype brace = rest.indexOf(u'{');
    const qsizetype close = rest.lastIndexOf(u'}');
    return DivFence{true, brace < 0 || close < brace ? QString() : languageIn(rest.sliced(brace, close + 1 - brace))};
}

} // namespace redoubt
