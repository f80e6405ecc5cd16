#include "app/checks/likelihoodrule.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::LikelihoodScaleRule)
};

QString message(const CheckWords &words, const QString &written, const CheckedTerm &term)
{
    const QString plain = Words::tr("“%1” is no term of %2.").arg(written, scaleText(words.scale));
    if (term.offers.isEmpty())
        return plain;
    QStringList near;
    for (const QString &phrase : term.offers)
        near.append(phraseText(words, phrase));
    return plain + u' ' + Words::tr("Near it: %1.").arg(near.join(u", "_s));
}

QList<Finding> check(const CheckedBrief &brief)
{
    QList<Finding> found;
    if (!brief.words)
        return found;
    eachUse(brief, [&](const CheckedParagraph &paragraph, const CheckedSentence &, const CheckedUse &use) {
        if (use.term->kind != CheckedTerm::Kind::OffScale)
            return;
        const QString written = writtenAs(paragraph, use);
        Finding finding{.range = paragraph.reading.inBrief(use.place.offset, use.place.end()),
            .message = message(*brief.words, written, *use.term)};
        for (const QString &phrase : use.term->offers) {
            const auto offer = phraseFix(paragraph, use.place, phrase, writePhraseText(*brief.words, phrase));
            if (offer && brief.words->standAlike(written.toLower(), phrase))
                finding.offers.append(*offer);
        }
        if (use.term->same && !finding.offers.isEmpty())
            finding.fix = finding.offers.takeFirst();
        found.append(std::move(finding));
    });
    return found;
}

} // namespace

Rule likelihoodScaleRule()
{
    return {u"likelihood-scale"_s, Severity::Warning, Words::tr("Likelihood that is not of the brief's scale"),
        Words::tr("A reader can only tell how likely “quite likely” is when every term has a range that is stated. ICD 203 and the PHIA "
                  "yardstick each give such terms; a brief uses those of its one scale and no others. What a cited source says of a "
                  "likelihood stays in its words."),
        check};
}

} // namespace redoubt
