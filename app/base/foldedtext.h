#pragma once

#include <QList>
#include <QString>

namespace redoubt {

/// A text in which only the wording is left, to compare a quotation with what was captured. What differs between two
/// honest settings of the same words becomes the same: quotation marks and apostrophes of all kinds are `'` (nested marks
/// change with the marks around them), without the space that « French » sets inside of them; white space is one space,
/// none at the ends; dashes and hyphens with the space around them are one `-`; `…` is `...`; soft hyphens, with a line end
/// right behind, and characters without a width, such as marks of direction, are nothing; ligatures are their letters; all
/// is in NFC. Letter case stays. Takes linear time and may be used from any thread.
class FoldedText
{
public:
    FoldedText() = default;
    explicit FoldedText(const QString &original);

    [[nodiscard]] QStringView text() const { return m_text; }
    [[nodiscard]] const QString &original() const { return m_original; }

    /// Where the letter at `position` of text() starts in the original; for text().size() the end of the last letter.
    [[nodiscard]] qsizetype originalStart(qsizetype position) const;

    /// Where the letter before `position` of text() ends in the original, so that [originalStart(a), originalEnd(b))
    /// is what [a, b) was made of.
    [[nodiscard]] qsizetype originalEnd(qsizetype position) const;

private:
    /// From `folded` on, each letter stands for one of the original, starting at `original`; or, where `width` is not
    /// zero, all letters up to the next step stand for the `width` characters there.
    struct Step
    {
        qsizetype folded;
        qsizetype original;
        qsizetype width;
    };

    [[nodiscard]] const Step &stepAt(qsizetype position) const;
    void put(QStringView letters, qsizetype from, qsizetype length);
    void dropLast();
    qsizetype foldCharacter(qsizetype position);
    qsizetype foldCluster(qsizetype position);

    QString m_original;
    QString m_text;
    QList<Step> m_steps;
    qsizetype m_next = -1; ///< what the next letter stands for if it needs no new step
};

/// A mark that opens or closes a quotation somewhere, or an apostrophe.
[[nodiscard]] bool isQuotationMark(QChar character);

} // namespace redoubt
