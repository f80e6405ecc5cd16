#pragma once

#include "app/project/project.h"
#include "ui/workbench/selection.h"

namespace redoubt {

class BriefTextEdit;

/// What can be put into a text from what is looked at: the citation of a source, a passage as a quotation with its citation, a
/// link to an event or an indicator. Each is one step of the editor's undo stack.
namespace insertion {

/// `[@key]` of the chosen source, or of the source that the chosen excerpt is from.
Result<> citation(const Project &project, const Thing &thing, BriefTextEdit &editor);

/// “The passage” [@key] at the cursor; a long passage as a block quote of its own.
Result<> quotation(const Project &project, const Thing &thing, BriefTextEdit &editor);

/// `[title](event:key)`; text that is selected becomes the link's text.
Result<> link(const Project &project, const Thing &thing, BriefTextEdit &editor);

/// What is usual for the thing: a quotation of an excerpt, the citation of a source, a link to anything else.
Result<> thing(const Project &project, const Thing &thing, BriefTextEdit &editor);

} // namespace insertion

/// The citation key of a source, or of the source of an excerpt; empty for anything else.
[[nodiscard]] Result<QString> citationKey(const Project &project, const Thing &thing);

} // namespace redoubt
