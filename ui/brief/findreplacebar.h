#pragma once

#include "app/brief/citation.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace redoubt {

class BriefTextEdit;

/// Finds and replaces in the text, below it. All places are marked; letter case counts only where it is typed.
class FindReplaceBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindReplaceBar(BriefTextEdit &editor, QWidget *parent = nullptr);

    /// Opens with the selected text, or what was sought last.
    void open();
    void next() { step(1); }
    void previous() { step(-1); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void seek();
    void step(int direction);
    void choose(TextRange range);
    void replaceOne();
    void replaceAll();
    void tellPlace();

    BriefTextEdit &m_editor;
    QLineEdit *m_sought;
    QLineEdit *m_replacement;
    QLabel *m_place;
    QToolButton *m_replaceOne;
    QToolButton *m_replaceAll;
    QList<TextRange> m_found;
};

} // namespace redoubt
