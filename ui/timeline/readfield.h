#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace redoubt {

/// Fields in a line, and below them what is understood of them, or what is wrong. Base of fields whose text means
/// something else than itself.
class ReadField : public QWidget
{
    Q_OBJECT

public:
    /// Whether what stands in it is another thing than was set or entered last, understood or not.
    [[nodiscard]] virtual bool isChanged() const = 0;

protected:
    explicit ReadField(QWidget *parent);

    [[nodiscard]] QBoxLayout *line() const { return m_line; }
    void showReading(const QString &text);
    void showProblem(const QString &text);

private:
    void show(const QString &text, bool isProblem);

    QBoxLayout *m_line;
    QLabel *m_reading;
};

} // namespace redoubt
