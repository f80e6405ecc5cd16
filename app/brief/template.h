#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace redoubt {

/// A shape to begin a brief with: a text under resources/templates.
struct BriefTemplate
{
    QString name;  ///< "contrarian", as it stands in the file and on the command line
    QString title; ///< translated
    QString about; ///< one sentence, translated

    bool operator==(const BriefTemplate &) const = default;
};

/// The recommended one first.
[[nodiscard]] QList<BriefTemplate> briefTemplates();

/// The Markdown that a brief made from this template starts with. The error names the templates that there are.
[[nodiscard]] Result<QString> templateText(const QString &name);

} // namespace redoubt
