#include "app/checks/likelihoodrule.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::LikelihoodRowsRule)
};

QList<Finding> check(const CheckedBrief &brief)
{
    QList<Finding> found;
    if (!brief.words || brief.words->scale != LikelihoodScale::Icd203)
        return found;
    const CheckWords &words = *brief.words;
    const int usual = usualRow(brief);
    eachUse(brief, [&](const CheckedParagraph &paragraph, const CheckedSentence &, const CheckedUse &use) {
        const CheckedTerm &term = *use.term;
        if (term.kind != CheckedTerm::Kind::Scale || term.row == usual)
            return;
        const QString written = writtenAs(paragraph, use);
        const QString phrase = words.phrase(term.band, usual);
        Finding finding{.range = paragraph.reading.inBrief(use.place.offset, use.place.end()),
            .message = Words::tr("“%1” is of the other row of ICD 203 than the brief's other terms; theirs is “%2”.").arg(written, phrase)};
        // "Probably" is not "likely" in every sentence.
        if (written.compare(term.phrase, Qt::CaseInsensitive) == 0 && words.standAlike(term.phrase, phrase))
            finding.fix = phraseFix(paragraph, use.place, phrase, writePhraseText(words, phrase));
        found.append(std::move(finding));
    });
    return found;
}

} // namespace

Rule likelihoodRowsRule()
{
    return {u"likelihood-rows"_s, Severity::Warning, Words::tr("Terms of both rows of ICD 203"),
        Words::tr("ICD 203 has two rows of terms for the same ranges, “likely” and “probable”, and asks a text to stay within one of them: "
                  "two words for one range read as if they were two."),
        check};
}

} // namespace redoubt
