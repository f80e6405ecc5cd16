#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace redoubt {

/// A line of text that may lead to a thing in another panel, with a button that removes it.
class LinkRow : public QWidget
{
    Q_OBJECT

public:
    /// The second line is quieter, and may be empty.
    LinkRow(const QString &text, const QString &second, bool leads, const QString &removeTip, QWidget *parent = nullptr);

Q_SIGNALS:
    void followed();
    void removeRequested();
};

} // namespace redoubt
