#pragma once

#include "ui/brief/passagecard.h"
#include "ui/workbench/review.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace redoubt {

/// One finding beside its passage: what is found, why that matters, and what can be done: take the fix, choose from what is
/// offered, or let it stand with a reason.
class FindingCard : public PassageCard
{
    Q_OBJECT

public:
    enum class By { Hover, Pointer, Key }; ///< by a key it takes the focus; over what is pointed at it goes with the pointer

    /// The review must live longer.
    FindingCard(Review &review, BriefTextEdit &editor);

    void show(qsizetype finding, By by);

    [[nodiscard]] QString text() const; ///< "Error: These words …"; empty while it is hidden

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    /// The finding is let stand.
    void ignored(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void layOut();
    void fillOffers();
    void apply(const Fix &fix);
    void askWhy();
    void ignore();
    void explain(bool wanted);

    Review &m_review;
    Finding m_finding;
    QString m_checkedText;
    bool m_isHovering = false;
    QTimer m_away; ///< the pointer may leave for a moment, on its way to the card
    QLabel *m_sentence;
    QLabel *m_rule;
    QLabel *m_explanation;
    QLabel *m_readOnly;
    QPushButton *m_fix;
    QPushButton *m_offers;
    QPushButton *m_ignore;
    QToolButton *m_why;
    QWidget *m_asking;
    QLineEdit *m_reason;
};

} // namespace redoubt
