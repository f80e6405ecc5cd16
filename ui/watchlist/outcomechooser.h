#pragma once

#include "app/watchlist/indicator.h"

#include <QFrame>

namespace redoubt {

/// Asks on an indicator's card what happened: one line for each outcome and one for none of them. Arrow keys move, Return and
/// the numbers choose, Escape and leaving it cancel.
class OutcomeChooser : public QFrame
{
    Q_OBJECT

public:
    OutcomeChooser(const Indicator &indicator, QWidget *parent);

    /// In pixels, for the card to make place.
    [[nodiscard]] static int heightFor(const Indicator &indicator);

Q_SIGNALS:
    /// An empty id means that none of the outcomes did.
    void chosen(redoubt::Id<redoubt::Outcome> occurred);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChoice(const QString &text, const QString &toolTip, Id<Outcome> outcome);
    void takeKey(class QKeyEvent *event);
};

} // namespace redoubt
