#include "app/checks/checkedbrief.h"

namespace redoubt {

namespace {

using Kind = CheckedTerm::Kind;

struct Word
{
    TextRange place;
    QString text; ///< in lower case
};

/// The words of a stretch of text. Apostrophes within a word belong to it, hyphens do not.
QList<Word> wordsOf(QStringView text, TextRange within)
{
    QList<Word> words;
    qsizetype start = -1;
    for (qsizetype i = within.offset; i <= within.end(); ++i) {
        const bool inside = i < within.end()
            && (text[i].isLetterOrNumber() || ((text[i] == u'\'' || text[i] == u'’') && start >= 0));
        if (inside && start < 0) {
            start = i;
        } else if (!inside && start >= 0) {
            words.append({{start, i - start}, text.sliced(start, i - start).toString().toLower()});
            start = -1;
        }
    }
    return words;
}

class UseFinder
{
public:
    UseFinder(QStringView text, const QList<Word> &sentence, const CheckWords &words)
        : m_text(text)
        , m_sentence(sentence)
        , m_words(words)
    {
    }

    QList<CheckedUse> find()
    {
        QList<CheckedUse> uses;
        for (qsizetype i = 0; i < m_sentence.size();) {
            const CheckedTerm *term = termAt(i);
            if (!term) {
                ++i;
                continue;
            }
            const qsizetype next = i + term->words.size();
            if (term->kind != Kind::Comparison && !isOtherThing(*term, i, next)) {
                const qsizetype start = m_sentence[i].place.offset;
                uses.append({{start, m_sentence[next - 1].place.end() - start}, term});
            }
            i = next;
        }
        return uses;
    }

private:
    /// The longest that begins with this word.
    [[nodiscard]] const CheckedTerm *termAt(qsizetype index) const
    {
        const auto candidates = m_words.terms.constFind(m_sentence[index].text);
        if (candidates == m_words.terms.cend())
            return nullptr;
        for (const CheckedTerm &term : *candidates) {
            bool same = index + term.words.size() <= m_sentence.size();
            for (qsizetype i = 1; same && i < term.words.size(); ++i)
                same = m_sentence[index + i].text == term.words[i] && isJoined(index + i);
            if (same)
                return &term;
        }
        return nullptr;
    }

    /// Nothing but white space or a hyphen stands before the word.
    [[nodiscard]] bool isJoined(qsizetype index) const
    {
        const qsizetype before = m_sentence[index - 1].place.end();
        return std::ranges::all_of(m_text.sliced(before, m_sentence[index].place.offset - before),
            [](QChar c) { return c.isSpace() || c == u'-' || c == u'‑'; });
    }

    /// "In May", "could not", "its might".
    [[nodiscard]] bool isOtherThing(const CheckedTerm &term, qsizetype index, qsizetype next) const
    {
        if (term.kind != Kind::Vague)
            return false;
        const bool isName = !term.replacement.isEmpty() && m_text[m_sentence[index].place.offset].isUpper();
        return isName || (next < m_sentence.size() && term.notBefore.contains(m_sentence[next].text))
            || (index > 0 && term.notAfter.contains(m_sentence[index - 1].text));
    }

    QStringView m_text;
    const QList<Word> &m_sentence;
    const CheckWords &m_words;
};

/// "NATO says"; "we say" and "our estimate" are the author's own.
bool reports(const QList<Word> &sentence, const CheckWords &words)
{
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool isOwn = i > 0 && words.judging.contains(sentence[i - 1].text);
        if (!isOwn && words.reporting.contains(sentence[i].text))
            return true;
    }
    return false;
}

} // namespace

void findUses(CheckedParagraph &paragraph, const CheckWords &words)
{
    if (paragraph.kind == CheckedParagraph::Kind::Heading || paragraph.kind == CheckedParagraph::Kind::Quote)
        return;
    for (CheckedSentence &sentence : paragraph.sentences) {
        const QList<Word> all = wordsOf(paragraph.own, sentence.place);
        sentence.uses = UseFinder(paragraph.own, all, words).find();
        sentence.reports = !sentence.keys.isEmpty() && reports(all, words);
    }
}

} // namespace redoubt
