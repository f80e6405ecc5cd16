#include "app/brief/passages.h"

#include <QHash>

#include <array>
#include <deque>

namespace redoubt {

namespace {

constexpr qsizetype mostWords = 2000;

// What it costs to read one word as another.
constexpr int otherMarks = 2;  ///< the letters are the same; case or punctuation differs
constexpr int otherForm = 4;   ///< most of the letters are the same
constexpr int otherWord = 9;
constexpr int wordMore = 8;
constexpr int capturedMore = 7; ///< less, so that of two equal readings the longer passage is taken
constexpr int insertionMore = 0;

/// Letters of a long word beyond these are not compared when they differ.
constexpr qsizetype comparedLetters = 64;

struct Word
{
    QStringView text;
    quint64 letters = 0; ///< a hash of its letters and digits without their case; 0 when it has none
    double weight = 0;   ///< the number of its letters
    qsizetype position = 0;
    bool insertion = false;
};

Word wordOf(QStringView text, qsizetype position)
{
    Word word{text, 0xcbf29ce484222325, 0, position, false};
    for (QChar c : text) {
        if (!c.isLetterOrNumber())
            continue;
        word.letters = (word.letters ^ c.toCaseFolded().unicode()) * 0x100000001b3;
        ++word.weight;
    }
    if (word.weight == 0)
        word.letters = 0;
    return word;
}

/// The next word of folded text at or behind `position`, which is moved behind it; an empty one at the end. A dash joins words
/// whether it is one within a compound or between two halves of a sentence: it belongs to the word before it.
Word nextWord(QStringView text, qsizetype &position)
{
    const qsizetype start = position;
    if (start >= text.size())
        return {};
    qsizetype end = start;
    while (end < text.size() && text[end] != u' ' && text[end] != u'-')
        ++end;
    end += end < text.size() && text[end] == u'-' ? 1 : 0;
    position = end + (end < text.size() && text[end] == u' ' ? 1 : 0);
    return wordOf(text.sliced(start, end - start), start);
}

QList<Word> wordsOf(const Passage &passage)
{
    QList<Word> words;
    for (const Passage::Piece &piece : passage.pieces) {
        if (!piece.insertionBefore.isEmpty())
            words.append({piece.insertionBefore, 0, 0, 0, true});
        for (qsizetype position = 0; position < piece.text.size() && words.size() < mostWords;)
            words.append(nextWord(piece.text, position));
    }
    if (!passage.insertionBehind.isEmpty())
        words.append({passage.insertionBehind, 0, 0, 0, true});
    return words;
}

/// The stretch of text with the most words of the passage in it, by a window that slides over it once.
TextRange likeliestStretch(const QList<Word> &words, QStringView text)
{
    struct Wanted
    {
        int number = 0;
        int present = 0;
        double weight = 0;
    };
    QHash<quint64, Wanted> wanted;
    for (const Word &word : words) {
        if (word.letters == 0)
            continue;
        Wanted &entry = wanted[word.letters];
        ++entry.number;
        entry.weight = word.weight;
    }
    struct Seen
    {
        Wanted *wanted;
        qsizetype start;
    };
    std::deque<Seen> window;
    const auto width = size_t(words.size() + words.size() / 4 + 3);
    double score = 0;
    double best = 0;
    TextRange range;
    for (qsizetype position = 0; position < text.size();) {
        const Word word = nextWord(text, position);
        const auto entry = wanted.find(word.letters);
        window.push_back({entry == wanted.end() ? nullptr : &*entry, word.position});
        if (Wanted *added = window.back().wanted; added && ++added->present <= added->number)
            score += added->weight;
        if (window.size() > width) {
            if (Wanted *left = window.front().wanted; left && --left->present < left->number)
                score -= left->weight;
            window.pop_front();
        }
        if (score > best) {
            best = score;
            range = {window.front().start, word.position + word.text.size() - window.front().start};
        }
    }
    return range;
}

/// The words of the stretch, and as many behind it as a passage may go on with other words.
QList<Word> wordsAround(TextRange stretch, QStringView text, qsizetype number)
{
    QList<Word> words;
    qsizetype position = stretch.offset;
    while (position < stretch.end())
        words.append(nextWord(text, position));
    for (qsizetype i = 0; i < number / 4 + 3 && position < text.size(); ++i)
        words.append(nextWord(text, position));
    return words;
}

QStringView withoutMarks(QStringView word)
{
    while (word.size() > 1 && word.startsWith(u'\''))
        word = word.sliced(1);
    while (word.size() > 1 && word.endsWith(u'\''))
        word.chop(1);
    return word;
}

QStringView withoutEnd(QStringView word)
{
    while (word.size() > 1 && QStringView(u".,;:!?')-").contains(word.last()))
        word.chop(1);
    return word;
}

bool isAnotherForm(QStringView a, QStringView b)
{
    const qsizetype shorter = std::min({a.size(), b.size(), comparedLetters});
    const qsizetype longer = std::min(std::max(a.size(), b.size()), comparedLetters);
    qsizetype same = 0;
    while (same < shorter && a[same] == b[same])
        ++same;
    qsizetype sameAtEnd = 0;
    while (same + sameAtEnd < shorter && a[a.size() - 1 - sameAtEnd] == b[b.size() - 1 - sameAtEnd])
        ++sameAtEnd;
    return (same + sameAtEnd) * 10 >= longer * 6;
}

int costOf(const Word &word, const Word &captured, bool last)
{
    if (word.insertion)
        return otherWord;
    const QStringView letters = last ? withoutEnd(captured.text) : captured.text;
    if (withoutMarks(word.text) == withoutMarks(letters))
        return 0;
    if (word.letters != 0 && word.letters == captured.letters)
        return otherMarks;
    return isAnotherForm(word.text, captured.text) ? otherForm : otherWord;
}

/// The cheapest reading of all words of the passage as some words in a row of the captured ones.
class Alignment
{
public:
    Alignment(const QList<Word> &words, const QList<Word> &captured)
        : m_words(words)
        , m_captured(captured)
        , m_width(captured.size() + 1)
        , m_steps(size_t((words.size() + 1) * m_width), Step::Start)
    {
        fill();
    }

    struct Pair
    {
        qsizetype word = -1;     ///< -1: only captured
        qsizetype captured = -1; ///< -1: only in the quotation
        int cost = 0;
    };

    /// From the first word of the passage to the last.
    [[nodiscard]] QList<Pair> pairs() const
    {
        QList<Pair> list;
        qsizetype i = m_words.size();
        qsizetype j = m_end;
        while (i > 0) {
            switch (m_steps[size_t(i * m_width + j)]) {
            case Step::Both:
                --i;
                --j;
                list.append({i, j, costOf(m_words[i], m_captured[j], i == m_words.size() - 1)});
                break;
            case Step::Captured:
                list.append({-1, --j, capturedMore});
                break;
            case Step::Start:
            case Step::Word:
                list.append({--i, -1, wordMore});
                break;
            }
        }
        std::ranges::reverse(list);
        return list;
    }

private:
    enum class Step : quint8 { Start, Both, Word, Captured };

    void fill()
    {
        std::vector<int> above(size_t(m_width), 0);
        std::vector<int> row(size_t(m_width), 0);
        for (qsizetype i = 1; i <= m_words.size(); ++i) {
            const Word &word = m_words[i - 1];
            const int more = word.insertion ? insertionMore : wordMore;
            row[0] = above[0] + more;
            for (qsizetype j = 1; j < m_width; ++j) {
                const auto at = size_t(j);
                row[at] = above[at - 1] + costOf(word, m_captured[j - 1], i == m_words.size());
                Step step = Step::Both;
                if (above[at] + more < row[at]) {
                    row[at] = above[at] + more;
                    step = Step::Word;
                }
                if (row[at - 1] + capturedMore < row[at]) {
                    row[at] = row[at - 1] + capturedMore;
                    step = Step::Captured;
                }
                m_steps[size_t(i * m_width + j)] = step;
            }
            std::swap(above, row);
        }
        m_end = std::ranges::min_element(above) - above.begin();
    }

    const QList<Word> &m_words;
    const QList<Word> &m_captured;
    qsizetype m_width;
    qsizetype m_end = 0;
    std::vector<Step> m_steps;
};

/// One or two words at an end that have no partner are read against the words that stand there, as long as the
/// sentence goes on: "prepared to defend" is nearest to "ready to defend", not to "to defend".
void extendEnds(QList<Alignment::Pair> &pairs, const QList<Word> &words, const QList<Word> &captured)
{
    const auto isAlone = [&](const Alignment::Pair &pair) {
        return pair.captured < 0 && !words[pair.word].insertion;
    };
    const auto endsSentence = [](const Word &word) { return withoutEnd(word.text).size() < word.text.size(); };
    const auto firstPartner = std::ranges::find_if_not(pairs, isAlone);
    const auto leading = firstPartner - pairs.begin();
    if (leading > 0 && leading <= 2 && firstPartner != pairs.end() && firstPartner->captured >= 0) {
        qsizetype next = firstPartner->captured - 1;
        for (qsizetype i = leading - 1; i >= 0 && next >= 0 && !endsSentence(captured[next]); --i, --next)
            pairs[i] = {pairs[i].word, next, otherWord};
    }
    qsizetype trailing = 0;
    while (trailing < pairs.size() && isAlone(pairs[pairs.size() - 1 - trailing]))
        ++trailing;
    const qsizetype lastPartner = pairs.size() - 1 - trailing;
    if (trailing > 0 && lastPartner >= 0 && pairs[lastPartner].captured >= 0) {
        qsizetype last = pairs[lastPartner].captured;
        if (pairs[lastPartner].word >= 0)
            pairs[lastPartner].cost = costOf(words[pairs[lastPartner].word], captured[last], true);
        for (qsizetype i = lastPartner + 1; i < pairs.size() && last + 1 < captured.size(); ++i, ++last) {
            if (trailing > 2 || endsSentence(captured[last]))
                break;
            pairs[i] = {pairs[i].word, last + 1, otherWord};
        }
    }
}

/// Collects words in order, those of the quotation before those of the capture where they differ.
class DifferenceWriter
{
public:
    void add(WordChange::Kind kind, QStringView word)
    {
        if (kind == WordChange::Kind::Added || kind == WordChange::Kind::Missing) {
            QString &pending = kind == WordChange::Kind::Added ? m_added : m_missing;
            append(pending, word);
            return;
        }
        flush();
        put(kind, word.toString());
    }

    QList<WordChange> finished()
    {
        flush();
        return m_changes;
    }

private:
    static void append(QString &text, QStringView word)
    {
        if (!text.isEmpty() && !text.endsWith(u'-'))
            text += u' ';
        text += word;
    }

    void flush()
    {
        if (!m_added.isEmpty())
            put(WordChange::Kind::Added, std::exchange(m_added, {}));
        if (!m_missing.isEmpty())
            put(WordChange::Kind::Missing, std::exchange(m_missing, {}));
    }

    void put(WordChange::Kind kind, const QString &text)
    {
        if (!m_changes.isEmpty() && m_changes.last().kind == kind)
            append(m_changes.last().text, text);
        else
            m_changes.append({kind, text});
    }

    QString m_added;
    QString m_missing;
    QList<WordChange> m_changes;
};

} // namespace

Approximation findNearest(const Passage &passage, QStringView folded)
{
    const QList<Word> words = wordsOf(passage);
    Approximation nearest;
    for (const Word &word : words)
        nearest.letters += word.weight;
    const TextRange stretch = likeliestStretch(words, folded);
    if (stretch.isEmpty())
        return nearest;

    const QList<Word> captured = wordsAround(stretch, folded, words.size());
    QList<Alignment::Pair> pairs = Alignment(words, captured).pairs();
    extendEnds(pairs, words, captured);
    DifferenceWriter difference;
    qsizetype first = -1;
    qsizetype last = -1;
    for (const Alignment::Pair &pair : std::as_const(pairs)) {
        if (pair.captured >= 0) {
            first = first < 0 ? pair.captured : first;
            last = pair.captured;
        }
        if (pair.word >= 0 && pair.captured >= 0 && pair.cost == 0) {
            nearest.alike += words[pair.word].weight;
            difference.add(WordChange::Kind::Same, words[pair.word].text);
            continue;
        }
        if (pair.word >= 0) {
            const Word &word = words[pair.word];
            if (pair.captured >= 0 && pair.cost < otherWord)
                nearest.alike += pair.cost == otherMarks ? word.weight : word.weight / 2;
            difference.add(word.insertion ? WordChange::Kind::Insertion : WordChange::Kind::Added, word.text);
        }
        if (pair.captured >= 0) {
            const bool atEnd = &pair == &pairs.last();
            const QStringView text = withoutMarks(captured[pair.captured].text);
            difference.add(WordChange::Kind::Missing, atEnd ? withoutEnd(text) : text);
        }
    }
    nearest.difference = difference.finished();
    if (first >= 0) {
        qsizetype start = captured[first].position;
        const qsizetype end = captured[last].position + withoutEnd(captured[last].text).size();
        while (start + 1 < end && (folded[start] == u'\'' || folded[start] == u'(' || folded[start] == u'['))
            ++start;
        nearest.range = {start, end - start};
    }
    return nearest;
}

} // namespace redoubt
