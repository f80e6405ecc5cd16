#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace redoubt {

class ReadingText;

/// Finds words in a captured text: Return goes to the next place, Shift+Return to the one before, Esc closes.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(ReadingText *text, QWidget *parent = nullptr);

    /// Shows the bar with the text that is selected, ready to type.
    void open();
    void close();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void step(int by);
    void show(qsizetype number);

    ReadingText *m_text;
    QLineEdit *m_field;
    QLabel *m_count;
    QList<qsizetype> m_places;
    qsizetype m_at = 0;
};

} // namespace redoubt
