#pragma once

#include "app/brief/citation.h"

#include <QObject>

namespace redoubt {

class BriefTextEdit;

/// Two ways of writing calmly. In focus mode all but the paragraph or the sentence at the cursor is dimmed (and who owns the panel
/// hides what stands around it). The typewriter keeps the line of the cursor at half the height. Both only look at the paragraph
/// of the cursor; a paragraph longer than a page of text is lit as a whole.
class FocusMode : public QObject
{
    Q_OBJECT

public:
    enum class Lit { All, Paragraph, Sentence };

    explicit FocusMode(BriefTextEdit &editor);

    [[nodiscard]] bool isOn() const { return m_on; }
    void setOn(bool on);
    [[nodiscard]] Lit lit() const { return m_lit; }
    void setLit(Lit lit);
    [[nodiscard]] bool isTypewriter() const { return m_typewriter; }
    void setTypewriter(bool on);

Q_SIGNALS:
    void switched(bool on);
    /// Escape was pressed while it is on.
    void leaveWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void dim();
    void dimAnew();
    [[nodiscard]] TextRange litRange() const;

    BriefTextEdit &m_editor;
    bool m_on = false;
    bool m_typewriter = false;
    Lit m_lit = Lit::Paragraph;
    qsizetype m_before = -1; ///< how much of the text is dimmed before and behind; -1 when none is
    qsizetype m_behind = -1;
};

} // namespace redoubt
