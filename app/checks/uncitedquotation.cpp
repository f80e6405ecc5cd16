#include "app/checks/rules.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::UncitedQuotationRule)
};

/// Fewer letters in quotation marks are a title, a term, or a word held with tongs.
constexpr qsizetype fewestLetters = 16;

bool isLong(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isLetterOrNumber(); }) >= fewestLetters;
}

class UncitedFinder
{
public:
    explicit UncitedFinder(const CheckedBrief &brief)
    {
        for (const DraftQuotation &checked : brief.draft.quotations)
            m_cited.insert(checked.quotation.range.offset);
        for (const CheckedParagraph &paragraph : brief.paragraphs) {
            if (paragraph.kind != CheckedParagraph::Kind::Quote)
                look(paragraph);
        }
        lookAtBlocks(brief.document.blocks);
    }

    QList<Finding> found;

private:
    void look(const CheckedParagraph &paragraph)
    {
        const Reading &reading = paragraph.reading;
        auto code = reading.code().cbegin();
        for (const TextRange &pair : paragraph.quotations) {
            while (code != reading.code().cend() && code->end() <= pair.offset)
                ++code;
            if (code != reading.code().cend() && code->offset <= pair.offset)
                continue;
            const TextRange range = reading.inBrief(pair.offset, pair.end());
            if (!m_cited.contains(range.offset) && isLong(reading.text().sliced(pair.offset, pair.length)))
                found.append({.range = range,
                    .message = Words::tr("No source is cited for these words, in this sentence or right behind it.")});
        }
    }

    void lookAtBlocks(const QList<Block> &blocks)
    {
        for (const Block &block : blocks) {
            if (block.kind != Block::Kind::BlockQuote) {
                lookAtBlocks(block.children);
                continue;
            }
            Reading reading;
            reading.append(block.children, {});
            if (!m_cited.contains(block.range.offset) && isLong(reading.text())) {
                found.append({.range = block.range,
                    .message = Words::tr("No source is cited for this block quote, within it or right behind it.")});
            }
        }
    }

    QSet<qsizetype> m_cited;
};

} // namespace

Rule uncitedQuotationRule()
{
    return {u"uncited-quotation"_s, Severity::Warning, Words::tr("Quotation without a source"),
        Words::tr("Words of somebody else need to be cited where they stand, so that a reader can find them and they can be verified "
                  "(ICD 206). A few words in quotation marks are taken for a title or a term."),
        [](const CheckedBrief &brief) { return UncitedFinder(brief).found; }};
}

} // namespace redoubt
