#include "app/checks/checkedbrief.h"

namespace redoubt {

std::optional<QList<Finding>> findings(const Draft &draft, const Document &document, const CheckMaterial &material,
    const std::function<bool()> &cancelled)
{
    CheckedBrief brief{draft, document, material};
    brief.words = checkWords(material.language, material.scale);
    brief.argued = arguedMentions(document);
    brief.paragraphs = checkedParagraphs(document, draft);
    if (brief.words) {
        for (CheckedParagraph &paragraph : brief.paragraphs)
            findUses(paragraph, *brief.words);
    }
    QList<Finding> all;
    for (const Rule &rule : rules()) {
        if (cancelled())
            return std::nullopt;
        for (Finding &finding : rule.check(brief)) {
            finding.rule = rule.id;
            all.append(std::move(finding));
        }
    }
    std::ranges::stable_sort(all, {}, [](const Finding &finding) { return finding.range.offset; });
    markIgnored(all, draft.text, material.ignored);
    return all;
}

} // namespace redoubt
