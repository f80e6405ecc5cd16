#pragma once

#include <QPlainTextEdit>

namespace redoubt {

/// Where addresses are written, one a line: Return says that they are all there, Shift+Return begins another line.
class AddressField : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit AddressField(QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void accepted();
    void escaped();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// What is no text is for the panel.
    bool canInsertFromMimeData(const QMimeData *source) const override;
};

} // namespace redoubt
