#pragma once

#include "app/brief/draft.h"
#include "app/project/project.h"
#include "ui/workbench/selection.h"

namespace redoubt {

class BriefTextEdit;
class DraftReader;

/// What a mention speaks of; none when the project has no such thing.
[[nodiscard]] Thing thingOf(const Project &project, const Mention &mention);

/// Ties the text to the selection, both ways: the cursor on a citation or a link selects what it speaks of; what is selected
/// elsewhere has its mentions marked, and the first one scrolled to where none is on the screen. The focus stays.
class MentionLink : public QObject
{
    Q_OBJECT

public:
    MentionLink(Project &project, Selection &selection, BriefTextEdit &editor, DraftReader &reader, QObject *parent);

private:
    void followCursor();
    void followSelection(const Thing &thing);
    void mark();
    [[nodiscard]] std::optional<Mention> mentionOf(const Thing &thing) const;

    Project &m_project;
    Selection &m_selection;
    BriefTextEdit &m_editor;
    DraftReader &m_reader;
    std::optional<Mention> m_marked; ///< kind and key of what is marked
    bool m_cursorWaits = false;      ///< the cursor moved in a text that is not read yet
    bool m_byCursor = false;
};

} // namespace redoubt
