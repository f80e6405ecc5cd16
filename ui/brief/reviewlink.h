#pragma once

#include "ui/workbench/review.h"

namespace redoubt {

class BriefTextEdit;
class FindingCard;

/// Ties the text to the review, both ways: tells it how the text moves, underlines what is found, shows it where the pointer rests
/// or where one goes to it, and changes the text as a finding proposes, as one step that the editor can take back.
class ReviewLink : public QObject
{
    Q_OBJECT

public:
    /// Both must live longer.
    ReviewLink(Review &review, BriefTextEdit &editor, QObject *parent);
    ~ReviewLink() override { m_review.setReplace({}); }

    [[nodiscard]] FindingCard *card() const { return m_card; }

    /// The finding at the cursor; false where there is none.
    bool showAtCursor();
    /// A finding of the review, without moving the cursor.
    void show(qsizetype finding);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void underline();
    void step(bool forward);
    qsizetype replace(const QList<Review::Replacement> &replacements);

    Review &m_review;
    BriefTextEdit &m_editor;
    FindingCard *m_card;
};

} // namespace redoubt
