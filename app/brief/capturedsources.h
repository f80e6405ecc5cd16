#pragma once

#include "app/brief/draft.h"
#include "app/project/reader.h"

namespace redoubt {

/// Adds what was captured of these sources, by citation key. A key that no source has is added as unknown.
Result<> addCaptured(const Reader &reader, const QStringList &keys, CapturedSources &captured);

/// A text as readDraft() reads it, all its quotations verified against the captures of the project.
[[nodiscard]] Result<Draft> readVerifiedDraft(const Reader &reader, const QString &text);

} // namespace redoubt
