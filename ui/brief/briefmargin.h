#pragma once

#include "app/brief/draft.h"

#include <QWidget>

namespace redoubt {

class BriefTextEdit;

/// The strip left of a brief's text: beside each line the states of the quotations that start there and the retracted sources that
/// are cited there, beside a heading what its section is for.
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
    void setEntries(const QList<Entry> &entries, const QList<Heading> &headings);
    /// Those with a retracted key; the others stay.
    void setRetractions(const QList<Entry> &entries);

    /// What stands in the margin now, from top to bottom, for tests and screen readers: "✓ The wording …".
    [[nodiscard]] QStringList shownEntries() const;
    /// Where the mark of the n-th entry is drawn; empty when it is not on the screen.
    [[nodiscard]] QRect entryRect(qsizetype index) const;

Q_SIGNALS:
    /// The mark of a quotation was clicked; `position` is where the quotation starts now.
    void quotationChosen(qsizetype position);
    /// The mark of a retraction was clicked.
    void sourceChosen(const QString &key);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    /// Until the next reading all moves with the text.
    void follow(int from, int removed, int added);
    /// Takes the place of those that are, or are not, of retractions.
    void replaceEntries(const QList<Entry> &entries, bool ofRetractions);
    void paintEntries(QPainter &painter) const;
    void paintHeadings(QPainter &painter) const;
    [[nodiscard]] QString toolTipOf(const Entry &entry) const;
    [[nodiscard]] qsizetype entryAt(QPoint point) const;
    [[nodiscard]] QRect markRect(QRect line, int before, int all) const;
    [[nodiscard]] QList<std::pair<qsizetype, QRect>> visibleEntries() const;
    void fit();

    BriefTextEdit &m_editor;
    QList<Entry> m_entries; ///< by their places, as the headings
    QList<Heading> m_headings;
};

} // namespace redoubt
