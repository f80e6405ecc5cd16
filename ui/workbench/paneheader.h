#pragma once

#include <QWidget>

namespace redoubt {

/// The head of a pane within a panel: the pane's name in caption weight, and a button that closes it.
class PaneHeader : public QWidget
{
    Q_OBJECT

public:
    /// What the button says: its object name, its tool tip, and its name for those who do not see it.
    struct Closing
    {
        QString name;
        QString toolTip;
        QString accessibleName;
    };

    PaneHeader(const QString &name, const Closing &closing, QWidget *parent);

Q_SIGNALS:
    void closed();
};

/// A line across, between two parts of a panel that stand above each other. The parent owns it.
[[nodiscard]] QWidget *hairLine(QWidget *parent);

} // namespace redoubt
