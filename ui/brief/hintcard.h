#pragma once

#include "ui/brief/hints.h"
#include "ui/brief/passagecard.h"

#include <QTimer>

class QLabel;

namespace redoubt {

/// Shows what is known of something in the text: when the pointer rests on it, or by key. With Ctrl held a click goes where it leads.
class HintCard : public PassageCard
{
    Q_OBJECT

public:
    /// They must live longer.
    HintCard(BriefTextEdit &editor, const Hints &hints);

    void showHint(const Hint &hint);

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void goWanted(const redoubt::Hint &hint);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] std::optional<Hint> hintAt(QPoint point) const;
    void follow(const QPoint &at, bool isControlHeld);
    [[nodiscard]] bool isOtherShown() const;
    bool click(const QPoint &at);

    const Hints &m_hints;
    QLabel *m_label;
    QTimer m_leaving;
};

} // namespace redoubt
