#pragma once

#include "ui/brief/completion.h"
#include "ui/brief/hintcard.h"
#include "ui/brief/statemarks.h"

namespace redoubt {

/// What the editor of a brief knows of the words in it: what can be completed, what stands where, what it leads to, what it is worth.
class TextHelp : public QObject
{
    Q_OBJECT

public:
    /// They must live longer.
    TextHelp(const Project &project, Selection &selection, BriefTextEdit &editor, const DraftReader &reader,
        const FallenCitations &fallen, QObject *parent = nullptr);

    ~TextHelp() override;

    void setScale(LikelihoodScale scale);

    void complete() { m_completion->ask(); }

    /// Of what stands at the cursor.
    [[nodiscard]] std::optional<Hint> hint() const;
    void show(const Hint &hint) { m_card->showHint(hint); }
    /// To where it leads: another panel, or another place of the text.
    void go(const Hint &hint);

private:
    Selection &m_selection;
    BriefTextEdit &m_editor;
    Hints m_hints;
    Completion *m_completion; ///< the editor owns it, and the card
    HintCard *m_card;
};

} // namespace redoubt
