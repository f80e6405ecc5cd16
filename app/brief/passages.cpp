#include "app/brief/passages.h"

#include "app/base/textsearch.h"

namespace redoubt {

namespace {

/// Longer brackets are not an editor's insertion.
constexpr qsizetype longestBracket = 500;
/// What an insertion may stand for.
constexpr qsizetype longestReplaced = 64;
/// How many places of the first piece are tried when others must follow near it.
constexpr int mostTries = 1000;

/// The length of the `…`, `...` or `. . .` at the start; 0 when there is none.
qsizetype ellipsisLength(QStringView text)
{
    qsizetype length = 0;
    qsizetype dots = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'.' || c == u'…') {
            dots += c == u'…' ? 3 : 1;
            length = i + 1;
        } else if (c != u' ' && c != QChar::Nbsp) {
            break;
        } else if (i > length || dots == 0) {
            break;
        }
    }
    return dots >= 3 ? length : 0;
}

/// The length of the bracket at the start, brackets included; 0 when it is not closed soon or holds another.
qsizetype bracketLength(QStringView text)
{
    const QChar closer = text[0] == u'[' ? u']' : u')';
    const qsizetype end = std::min(text.size(), longestBracket);
    for (qsizetype i = 1; i < end; ++i) {
        if (text[i] == closer)
            return i + 1;
        if (text[i] == text[0])
            return 0;
    }
    return 0;
}

class PassageReader
{
public:
    explicit PassageReader(QStringView quotation)
        : m_quotation(quotation)
    {
    }

    QList<Passage> read()
    {
        for (qsizetype i = 0; i < m_quotation.size();) {
            const QStringView rest = m_quotation.sliced(i);
            if (const qsizetype length = ellipsisLength(rest)) {
                endPassage();
                i += length;
            } else if (const qsizetype bracket = rest[0] == u'[' || rest[0] == u'(' ? bracketLength(rest) : 0) {
                const QStringView inner = rest.sliced(1, bracket - 2).trimmed();
                const bool join = !inner.isEmpty() && ellipsisLength(inner) == inner.size();
                if (join)
                    endPassage();
                else if (rest[0] == u'[')
                    insertion(rest.first(bracket), i + bracket);
                else
                    m_letters.append(rest.first(bracket));
                i += bracket;
            } else {
                m_letters.append(rest[0]);
                ++i;
            }
        }
        endPassage();
        dropLastMark();
        return m_passages;
    }

private:
    void insertion(QStringView bracket, qsizetype behind)
    {
        const bool touches = !m_letters.isEmpty() && !m_letters.back().isSpace();
        endPiece(touches);
        m_passage.insertionBehind += bracket;
        m_startsInWord = behind < m_quotation.size() && !m_quotation[behind].isSpace();
    }

    void endPiece(bool endsInWord)
    {
        const QString folded = FoldedText(m_letters).text().toString();
        m_letters.clear();
        if (folded.isEmpty())
            return;
        m_passage.pieces.append({folded, std::exchange(m_passage.insertionBehind, {}), m_startsInWord, endsInWord});
        m_startsInWord = false;
    }

    void endPassage()
    {
        endPiece(false);
        if (!m_passage.pieces.isEmpty())
            m_passages.append(m_passage);
        m_passage = {};
        m_startsInWord = false;
    }

    void dropLastMark()
    {
        if (m_passages.isEmpty() || !m_passages.last().insertionBehind.isEmpty())
            return;
        QString &last = m_passages.last().pieces.last().text;
        if (last.size() > 1 && (last.endsWith(u'.') || last.endsWith(u',')))
            last.chop(1);
    }

    QStringView m_quotation;
    QString m_letters;
    Passage m_passage;
    QList<Passage> m_passages;
    bool m_startsInWord = false;
};

bool standsAlone(const Passage::Piece &piece, QStringView text, qsizetype place)
{
    return (piece.startsInWord || !isInWord(text, place))
        && (piece.endsInWord || !isInWord(text, place + piece.text.size()));
}

/// Where the pieces behind the first one end, when they follow each other from `end` on.
std::optional<qsizetype> endOfRest(const Passage &passage, QStringView text, qsizetype end)
{
    for (const Passage::Piece &piece : passage.pieces.sliced(1)) {
        const QStringView near = text.sliced(0, std::min(text.size(), end + longestReplaced + piece.text.size() + 1));
        qsizetype found = -1;
        eachPlace(near, piece.text, end, [&](qsizetype place) {
            if (standsAlone(piece, text, place))
                found = place;
            return found >= 0;
        });
        if (found < 0)
            return std::nullopt;
        end = found + piece.text.size();
    }
    return end;
}

} // namespace

QList<Passage> passagesOf(QStringView quotation)
{
    return PassageReader(quotation).read();
}

std::optional<TextRange> findExact(const Passage &passage, QStringView folded, qsizetype from)
{
    const Passage::Piece &first = passage.pieces.first();
    std::optional<TextRange> found;
    int tries = passage.pieces.size() > 1 ? mostTries : std::numeric_limits<int>::max();
    eachPlace(folded, first.text, from, [&](qsizetype place) {
        if (standsAlone(first, folded, place)) {
            if (const auto end = endOfRest(passage, folded, place + first.text.size()))
                found = TextRange{place, *end - place};
        }
        return found.has_value() || --tries == 0;
    });
    return found;
}

} // namespace redoubt
