#include "app/checks/likelihoodrule.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::LikelihoodRule)
};

} // namespace

void eachUse(const CheckedBrief &brief,
    const std::function<void(const CheckedParagraph &, const CheckedSentence &, const CheckedUse &)> &visit)
{
    for (const CheckedParagraph &paragraph : brief.paragraphs) {
        for (const CheckedSentence &sentence : paragraph.sentences) {
            for (const CheckedUse &use : sentence.uses) {
                if (!sentence.reports)
                    visit(paragraph, sentence, use);
            }
        }
    }
}

QString writtenAs(const CheckedParagraph &paragraph, const CheckedUse &use)
{
    return paragraph.reading.text().sliced(use.place.offset, use.place.length).toString().simplified();
}

std::optional<Fix> phraseFix(const CheckedParagraph &paragraph, TextRange place, const QString &phrase, const QString &what)
{
    const TextRange range = paragraph.reading.inBrief(place.offset, place.end());
    if (range.length != place.length)
        return std::nullopt;
    QString replacement = phrase;
    if (paragraph.own[place.offset].isUpper())
        replacement[0] = replacement[0].toUpper();
    return Fix{what, range, replacement};
}

QString phraseText(const CheckWords &words, const QString &phrase)
{
    const auto band = std::ranges::find_if(words.phrases, [&](const QStringList &rows) { return rows.contains(phrase); });
    if (band == words.phrases.end())
        return Words::tr("“%1”").arg(phrase);
    return Words::tr("“%1” (%2)").arg(phrase, bandText(likelihoodBands(words.scale)[size_t(band - words.phrases.begin())]));
}

QString writePhraseText(const CheckWords &words, const QString &phrase)
{
    return Words::tr("Write %1", "“likely” (55–80 %)").arg(phraseText(words, phrase));
}

int usualRow(const CheckedBrief &brief)
{
    std::array<int, 2> counts{};
    int first = 0;
    eachUse(brief, [&](const CheckedParagraph &, const CheckedSentence &, const CheckedUse &use) {
        if (use.term->kind != CheckedTerm::Kind::Scale)
            return;
        if (counts[0] + counts[1] == 0)
            first = use.term->row;
        ++counts[size_t(use.term->row)];
    });
    return counts[0] == counts[1] ? first : counts[0] > counts[1] ? 0 : 1;
}

} // namespace redoubt
