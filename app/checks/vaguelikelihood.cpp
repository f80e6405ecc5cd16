#include "app/checks/likelihoodrule.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::VagueLikelihoodRule)
};

using Kind = CheckedTerm::Kind;

/// "is likely to" and the like where "could" stands.
QList<Fix> offers(const CheckWords &words, const CheckedParagraph &paragraph, const CheckedUse &use, int row)
{
    QList<Fix> list;
    if (use.term->replacement.isEmpty())
        return list;
    for (int band = 0; band < words.phrases.size(); ++band) {
        const QString phrase = words.phrase(band, row);
        const auto offer = phraseFix(paragraph, use.place, use.term->replacement.arg(phrase), writePhraseText(words, phrase));
        if (offer && words.standAlike(phrase, phrase))
            list.append(*offer);
    }
    return list;
}

QList<Finding> check(const CheckedBrief &brief)
{
    QList<Finding> found;
    if (!brief.words)
        return found;
    const int row = usualRow(brief);
    for (const CheckedParagraph &paragraph : brief.paragraphs) {
        for (const CheckedSentence &sentence : paragraph.sentences) {
            const bool saysMore
                = std::ranges::any_of(sentence.uses, [](const CheckedUse &use) { return use.term->kind == Kind::Scale; });
            const bool asks = paragraph.own[sentence.place.end() - 1] == u'?';
            if (sentence.reports || saysMore || asks)
                continue;
            for (const CheckedUse &use : sentence.uses) {
                if (use.term->kind != Kind::Vague)
                    continue;
                found.append({.severity = Severity::Note,
                    .range = paragraph.reading.inBrief(use.place.offset, use.place.end()),
                    .message = Words::tr("“%1” does not say how likely it is. %2 has terms for that.")
                                   .arg(writtenAs(paragraph, use), scaleText(brief.words->scale)),
                    .offers = offers(*brief.words, paragraph, use, row)});
            }
        }
    }
    return found;
}

} // namespace

Rule vagueLikelihoodRule()
{
    return {u"vague-likelihood"_s, Severity::Note, Words::tr("“Could” and “may” for a likelihood"),
        Words::tr("Nearly everything could happen. A judgement says how likely it is, in a term of the brief's scale (ICD 203); a word like "
                  "“could” leaves that to the reader. Questions, and what a cited source says, are passed over."),
        check};
}

} // namespace redoubt
