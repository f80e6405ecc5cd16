#pragma once

#include "app/brief/draft.h"

#include <QWidget>

namespace redoubt {

class BriefTextEdit;
class Review;

/// The strip left of a brief's text: beside each line the states of the quotations that start there and the retracted sources that
/// are cited there, beside a heading what its section is for; and nearest to the text the gravest finding that starts in the line.
class BriefMargin : public QWidget
{
    Q_OBJECT

public:
    explicit BriefMargin(BriefTextEdit &editor);

    struct Entry
    {
        TextRange range;
        Verification::Status status = Verification::Status::Exact;
        QString sentence;
        QList<WordChange> difference{}; ///< of an altered one
        QString retracted{}; ///< the key of a source that no longer stands; of a quotation it is empty
    };
    struct Heading
    {
        TextRange range;
        QString name; ///< of its role
    };
    /// Those of quotations; the others stay.
    void setEntries(const QList<Entry> &entries, const QList<Heading> &headings);
    /// Those with a retracted key; the others stay.
    void setRetractions(const QList<Entry> &entries);
    /// Whose findings are shown; must live longer.
    void setReview(const Review &review);

    /// What stands in the margin now, from top to bottom, for tests and screen readers: "✓ The wording …".
    [[nodiscard]] QStringList shownEntries(qsizetype most = std::numeric_limits<qsizetype>::max()) const;
    /// Where the mark of the n-th entry is drawn; empty when it is not on the screen.
    [[nodiscard]] QRect entryRect(qsizetype index) const;

    /// One mark for the findings that start in a line. Those of a passage whose state stands in the margin anyway have none.
    struct FindingMark
    {
        QRect place;
        QList<qsizetype> findings; ///< of the review, the gravest first
    };
    [[nodiscard]] QList<FindingMark> findingMarks() const;

Q_SIGNALS:
    /// The mark of a quotation was clicked; `position` is where the quotation starts now.
    void quotationChosen(qsizetype position);
    /// The mark of a retraction was clicked.
    void sourceChosen(const QString &key);
    /// The mark of findings was clicked; the gravest one, or at the next click the next one.
    void findingChosen(qsizetype finding);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    /// Until the next reading all moves with the text.
    void follow(int from, int removed, int added);
    void entriesChanged();
    struct FindingLine
    {
        QRect line;
        QList<qsizetype> findings;
    };
    using PlacedEntry = std::pair<qsizetype, QRect>; ///< its index, and where its mark is drawn
    /// What is on the screen. It is asked of the text once for all that is drawn.
    struct Shown
    {
        QList<FindingLine> findings;
        QList<PlacedEntry> entries;
    };
    [[nodiscard]] Shown shown() const;
    [[nodiscard]] QList<FindingLine> findingLines() const;
    [[nodiscard]] QList<PlacedEntry> placedEntries(const QList<FindingLine> &found) const;
    [[nodiscard]] QList<FindingMark> marksOf(const Shown &shown) const;
    void paintEntries(QPainter &painter, const QList<PlacedEntry> &entries) const;
    void paintHeadings(QPainter &painter, const QList<FindingLine> &found) const;
    void paintFindings(QPainter &painter, const QList<FindingMark> &marks) const;
    [[nodiscard]] QString findingsAt(QPoint point) const; ///< as a tool tip
    [[nodiscard]] bool chooseFinding(QPoint point);
    [[nodiscard]] static bool standsBeside(const QList<FindingLine> &found, QRect line);
    [[nodiscard]] bool hasEntry(TextRange place) const;
    [[nodiscard]] QString toolTipOf(const Entry &entry) const;
    [[nodiscard]] qsizetype entryAt(QPoint point) const;
    [[nodiscard]] QRect markRect(QRect line, int before, int all) const;
    void fit();

    BriefTextEdit &m_editor;
    const Review *m_review = nullptr;
    QList<Entry> m_entries; ///< by their places, as the headings
    bool m_hasRetractions = false;
    QList<Heading> m_headings;
};

} // namespace redoubt
