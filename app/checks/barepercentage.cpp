#include "app/checks/likelihoodrule.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::BarePercentageRule)
};

/// How far around a percentage the word "probability" is looked for, in letters.
constexpr qsizetype reach = 60;

struct Percentage
{
    double low = 0;
    double high = 0;
    TextRange place; ///< with its unit
};

class PercentageFinder
{
public:
    explicit PercentageFinder(const CheckedBrief &brief)
        : m_words(*brief.words)
        , m_row(usualRow(brief))
        , m_percentage(percentagePattern())
        , m_before(uR"(\b(?:%1)\b)"_s.arg(anyOf(m_words.nouns)), options)
        , m_behind(uR"(\A[\s-]+(?:(?<adjective>%1)|(?<noun>%2))\b(?<joining>\s+%3\b)?)"_s.arg(anyOf(m_words.adjectives), anyOf(m_words.nouns),
                       QRegularExpression::escape(m_words.joining)),
              options)
        , m_opening(uR"(\b(?:%1)\s+\z)"_s.arg(anyOf(QSet<QString>(m_words.opening.begin(), m_words.opening.end()))),
              options)
    {
        for (const CheckedParagraph &paragraph : brief.paragraphs) {
            if (paragraph.kind == CheckedParagraph::Kind::Heading || paragraph.kind == CheckedParagraph::Kind::Quote)
                continue;
            for (const CheckedSentence &sentence : paragraph.sentences) {
                if (!sentence.reports)
                    look(paragraph, sentence);
            }
        }
    }

    QList<Finding> found;

private:
    static constexpr auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

    static QString anyOf(const QSet<QString> &words)
    {
        QStringList list;
        for (const QString &word : words)
            list.append(QRegularExpression::escape(word).replace(uR"(\ )"_s, uR"(\s+)"_s));
        return list.join(u'|');
    }

    [[nodiscard]] QRegularExpression percentagePattern() const
    {
        const QString number = uR"((\d{1,3}(?:[.,]\d{1,3})?))"_s;
        const QString units = anyOf(QSet<QString>(m_words.units.begin(), m_words.units.end()));
        return QRegularExpression(uR"((?<![\d.,])%1(?:\s?(?:[-–]|to|and)\s?%1)?[\s-]?(?:%2)(?!\w))"_s.arg(number, units), options);
    }

    void look(const CheckedParagraph &paragraph, const CheckedSentence &sentence)
    {
        const QStringView text = QStringView(paragraph.own).sliced(sentence.place.offset, sentence.place.length);
        m_terms = std::ranges::count(sentence.uses, CheckedTerm::Kind::Scale, [](const CheckedUse &use) { return use.term->kind; });
        for (const auto &match : m_percentage.globalMatchView(text)) {
            const QString low = match.captured(1).replace(u',', u'.');
            const QString high = match.capturedLength(2) > 0 ? match.captured(2).replace(u',', u'.') : low;
            lookAt(paragraph, sentence, text,
                {low.toDouble(), high.toDouble(), {match.capturedStart(), match.capturedLength()}});
        }
    }

    void lookAt(const CheckedParagraph &paragraph, const CheckedSentence &sentence, QStringView text, const Percentage &percentage)
    {
        const auto behind = m_behind.matchView(text.sliced(percentage.place.end()).first(std::min(reach, text.size() - percentage.place.end())));
        const qsizetype from = std::max<qsizetype>(0, percentage.place.offset - reach);
        const QStringView before = text.sliced(from, percentage.place.offset - from);
        if (!behind.hasMatch() && !m_before.matchView(before).hasMatch())
            return;
        const qsizetype shift = sentence.place.offset;
        const qsizetype wordsEnd = percentage.place.end() + (behind.hasMatch() ? behind.capturedEnd() - behind.capturedLength(u"joining") : 0);
        if (saysTermElsewhere(sentence, {shift + percentage.place.offset, wordsEnd - percentage.place.offset}))
            return;
        const QList<int> bands = bandsOf(percentage);
        const QStringView written = text.sliced(percentage.place.offset, percentage.place.length);
        Finding finding{.range = paragraph.reading.inBrief(shift + percentage.place.offset, shift + percentage.place.end()),
            .message = message(written.toString().simplified(), bands)};
        if (bands.size() == 1)
            finding.fix = fix(paragraph, shift, before, percentage, behind, bands.first());
        found.append(std::move(finding));
    }

    /// A term of the scale beside the figure; the "likely" of "70 % likely" is none.
    [[nodiscard]] bool saysTermElsewhere(const CheckedSentence &sentence, TextRange here) const
    {
        const auto isTerm = [](const CheckedUse &use) { return use.term->kind == CheckedTerm::Kind::Scale; };
        const auto place = [](const CheckedUse &use) { return use.place.offset; };
        const auto first = std::ranges::lower_bound(sentence.uses, here.offset, {}, place);
        const auto last = std::ranges::lower_bound(first, sentence.uses.cend(), here.end(), {}, place);
        return m_terms > std::count_if(first, last, isTerm);
    }

    [[nodiscard]] QList<int> bandsOf(const Percentage &percentage) const
    {
        QList<int> bands;
        const std::span<const LikelihoodBand> all = likelihoodBands(m_words.scale);
        for (size_t i = 0; i < all.size(); ++i) {
            const bool belowEnd = all[i].belowHigh ? percentage.high < all[i].high : percentage.high <= all[i].high;
            if (percentage.low >= all[i].low && belowEnd)
                bands.append(int(i));
        }
        return bands;
    }

    [[nodiscard]] QString message(const QString &written, const QList<int> &bands) const
    {
        const QString plain = Words::tr("A bare “%1” claims more precision than a judgement has.").arg(written);
        QStringList phrases;
        for (const int band : bands)
            phrases.append(phraseText(m_words, m_words.phrase(band, m_row)));
        if (bands.isEmpty())
            return plain + u' ' + Words::tr("%1 has no term that holds it.").arg(scaleText(m_words.scale));
        if (bands.size() == 1)
            return plain + u' ' + Words::tr("%1 has %2 for it.").arg(scaleText(m_words.scale), phrases.first());
        return plain + u' ' + Words::tr("%1 has %2 for it: it lies on their border.").arg(scaleText(m_words.scale), phrases.join(u", "_s));
    }

    /// "70 % likely" → "likely"; "there is a 70 % chance that" → "it is likely that"; "a 50 % chance" → "a roughly even chance".
    [[nodiscard]] std::optional<Fix> fix(const CheckedParagraph &paragraph, qsizetype shift, QStringView before,
        const Percentage &percentage, const QRegularExpressionMatch &behind, int band) const
    {
        const QString phrase = m_words.phrase(band, m_row);
        const QString what = writePhraseText(m_words, phrase);
        const auto replace = [&](qsizetype start, qsizetype end, const QString &text) {
            return phraseFix(paragraph, {shift + start, end - start}, text, what);
        };
        const qsizetype start = percentage.place.offset;
        const qsizetype end = percentage.place.end() + behind.capturedEnd() - behind.capturedLength(u"joining");
        const bool alone = m_words.standAlike(phrase, phrase);
        if (behind.capturedLength(u"adjective") > 0)
            return alone ? replace(start, end, phrase) : std::nullopt;
        const QString noun = behind.captured(u"noun").toLower();
        if (!noun.isEmpty() && phrase.endsWith(u' ' + noun) && before.trimmed().endsWith(u'a'))
            return replace(start, end, phrase);
        const auto opening = m_opening.matchView(before);
        if (!alone || !opening.hasMatch() || behind.capturedLength(u"joining") == 0)
            return std::nullopt;
        return replace(start - before.size() + opening.capturedStart(), percentage.place.end() + behind.capturedEnd(), m_words.statement.arg(phrase));
    }

    const CheckWords &m_words;
    int m_row;
    qsizetype m_terms = 0; ///< of the scale in the sentence that is looked at
    QRegularExpression m_percentage;
    QRegularExpression m_before;
    QRegularExpression m_behind;
    QRegularExpression m_opening;
};

} // namespace

Rule barePercentageRule()
{
    return {u"bare-percentage"_s, Severity::Warning, Words::tr("Likelihood as a bare percentage"),
        Words::tr("A judgement in figures alone looks measured. ICD 203 and the PHIA yardstick give it a term with a range; the figure may stand "
                  "beside the term, in one sentence with it. Percentages that count something else are passed over."),
        [](const CheckedBrief &brief) { return brief.words ? PercentageFinder(brief).found : QList<Finding>(); }};
}

} // namespace redoubt
