#pragma once

#include "app/brief/citation.h"

#include <QFrame>

namespace redoubt {

class BriefTextEdit;

/// A card over the text of a brief, beside the passage that it speaks of. Escape closes it, and so does going on typing.
class PassageCard : public QFrame
{
    Q_OBJECT

public:
    [[nodiscard]] TextRange passage() const { return m_passage; }

protected:
    explicit PassageCard(BriefTextEdit &editor);

    void showAt(TextRange passage);
    /// After what it says has become more or less.
    void place();
    /// Closes it and gives the focus back to the text.
    void leave();
    [[nodiscard]] BriefTextEdit &editor() const { return m_editor; }

    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    BriefTextEdit &m_editor;
    TextRange m_passage;
};

} // namespace redoubt
