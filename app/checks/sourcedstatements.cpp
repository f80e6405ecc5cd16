#include "app/checks/sourcedstatements.h"

namespace redoubt {

void eachSourcedStatement(const CheckedBrief &brief,
    const std::function<void(const CheckedSentence &, const QHash<QString, CheckedSource> &)> &visit)
{
    for (const CheckedParagraph &paragraph : brief.paragraphs) {
        if (paragraph.kind == CheckedParagraph::Kind::Note)
            continue;
        for (const CheckedSentence &sentence : paragraph.sentences) {
            QHash<QString, CheckedSource> sources;
            for (const QString &key : sentence.keys) {
                if (const auto source = brief.material.sources.constFind(key); source != brief.material.sources.cend())
                    sources.insert(key, *source);
            }
            const bool allKnown = std::ranges::all_of(sentence.keys, [&](const QString &key) { return sources.contains(key); });
            if (!sources.isEmpty() && allKnown)
                visit(sentence, sources);
        }
    }
}

} // namespace redoubt
