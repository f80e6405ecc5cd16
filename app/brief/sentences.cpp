#include "app/brief/sentences.h"

#include "app/brief/quotationmarks.h"

#include <array>

namespace redoubt {

namespace {

constexpr std::array abbreviations{u"Mr", u"Mrs", u"Ms", u"Dr", u"Prof", u"Gen", u"Lt", u"Col", u"Sen", u"Rep", u"St",
    u"No", u"Jr", u"Sr", u"vs", u"cf", u"ca", u"p", u"pp", u"ch", u"vol", u"e.g", u"i.e", u"Nr", u"bzw", u"dr", u"nr"};

/// The longest abbreviation that is looked for, with its inner full stops.
constexpr qsizetype longestAbbreviation = 4;

bool isTerminator(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'…' || c == u'。' || c == u'！' || c == u'？';
}

/// "Mr." and "J." end no sentence.
bool endsWithAbbreviation(QStringView text)
{
    qsizetype start = text.size();
    while (start > 0 && text.size() - start <= longestAbbreviation
        && (text[start - 1].isLetter() || text[start - 1] == u'.'))
        --start;
    const QStringView word = text.sliced(start);
    return (word.size() == 1 && word[0].isUpper()) || std::ranges::find(abbreviations, word) != abbreviations.end();
}

} // namespace

QList<qsizetype> sentenceEnds(const Reading &reading, const QList<TextRange> &pairs)
{
    const QStringView text = reading.text();
    QList<qsizetype> ends;
    auto pair = pairs.cbegin();
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool terminated = isTerminator(text[i]) && !(text[i] == u'.' && endsWithAbbreviation(text.first(i)));
        if (pair != pairs.cend() && i == pair->offset) {
            i = pair->end() - 1;
            terminated = pair->length > 2 && isTerminator(text[i - 1]);
            ++pair;
        }
        if (!terminated)
            continue;
        qsizetype next = i + 1;
        const auto belongs = [&](QChar c) {
            if (c == Reading::citationMark)
                return !reading.citedFrom(next)->inText;
            return c.isSpace() || c.category() == QChar::Punctuation_Close
                || c.category() == QChar::Punctuation_FinalQuote || isTerminator(c);
        };
        while (next < text.size() && belongs(text[next]))
            ++next;
        const bool apart = next > i + 1 || QStringView(u"。！？").contains(text[i]);
        if (apart && (next == text.size() || !text[next].isLower()))
            ends.append(next);
        if (next > i + 1)
            i = next - 1;
    }
    return ends;
}

TextRange sentenceAround(QStringView paragraph, qsizetype position)
{
    Reading reading;
    reading.append(readDocument(paragraph).blocks, {});
    qsizetype start = 0;
    qsizetype end = paragraph.size();
    for (const qsizetype letter : sentenceEnds(reading, quotationMarkPairs(reading.text()))) {
        if (letter >= reading.text().size())
            break;
        const qsizetype next = reading.inBrief(letter, letter + 1).offset;
        if (next > position) {
            end = next;
            break;
        }
        start = next;
    }
    while (end > start && paragraph[end - 1].isSpace())
        --end;
    return {start, end - start};
}

} // namespace redoubt
