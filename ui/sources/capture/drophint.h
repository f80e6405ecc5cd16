#pragma once

#include <QWidget>

namespace redoubt {

/// A frame around the part of a panel that what is dragged would fall into, with what would come of it.
class DropHint : public QWidget
{
    Q_OBJECT

public:
    explicit DropHint(QWidget *parent);

    /// `place` is in the parent's coordinates.
    void show(const QRect &place, const QString &text);
    [[nodiscard]] QString text() const { return isHidden() ? QString() : m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace redoubt
