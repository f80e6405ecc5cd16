#pragma once

#include "app/base/result.h"

namespace redoubt {

/// Makes the sample project: the case under resources/sample, with its events, sources, captures, brief and watch list.
/// Its content is not an action, so it cannot be undone. Never overwrites; a failure leaves no file.
Result<> createSample(const QString &path);

/// Makes a project with one brief from a template (see app/brief/template.h) and the lanes of a chronology. Never overwrites; a failure leaves no file.
Result<> createFromTemplate(const QString &path, const QString &templateName, const QString &title);

} // namespace redoubt
