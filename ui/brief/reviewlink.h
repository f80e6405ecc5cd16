#pragma once

#include "ui/workbench/lazy.h"
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

    /// The finding at the cursor; false where there is none.
    bool showAtCursor();
    /// A finding of the review, without moving the cursor.
    void show(qsizetype finding);

Q_SIGNALS:
    /// What the card says of what was done there.
    void failed(const redoubt::Error &error);
    void ignored(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FindingCard *makeCard();
    void underline();
    void step(bool forward);
    qsizetype replace(const QList<Review::Replacement> &replacements);

    Review &m_review;
    BriefTextEdit &m_editor;
    Lazy<FindingCard> m_card;
};

} // namespace redoubt
