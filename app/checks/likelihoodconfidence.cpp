#include "app/checks/likelihoodrule.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::LikelihoodConfidenceRule)
};

using Kind = CheckedTerm::Kind;

QList<Finding> check(const CheckedBrief &brief)
{
    QList<Finding> found;
    for (const CheckedParagraph &paragraph : brief.paragraphs) {
        for (const CheckedSentence &sentence : paragraph.sentences) {
            const auto likelihood = std::ranges::find_if(sentence.uses,
                [](const CheckedUse &use) { return use.term->kind == Kind::Scale || use.term->kind == Kind::OffScale; });
            const auto confidence
                = std::ranges::find_if(sentence.uses, [](const CheckedUse &use) { return use.term->kind == Kind::Confidence; });
            if (sentence.reports || likelihood == sentence.uses.cend() || confidence == sentence.uses.cend())
                continue;
            found.append({.range = paragraph.reading.inBrief(confidence->place.offset, confidence->place.end()),
                .message = Words::tr("“%1” shares a sentence with “%2”. Say in a sentence of its own how sure you are.")
                               .arg(writtenAs(paragraph, *confidence), writtenAs(paragraph, *likelihood))});
        }
    }
    return found;
}

} // namespace

Rule likelihoodConfidenceRule()
{
    return {u"likelihood-confidence"_s, Severity::Warning, Words::tr("Likelihood and confidence in one sentence"),
        Words::tr("How likely something is, and how good the grounds are on which that is judged, are two things. ICD 203 keeps them out of "
                  "one sentence, since “with high confidence unlikely” is read as a mixture of both."),
        check};
}

} // namespace redoubt
