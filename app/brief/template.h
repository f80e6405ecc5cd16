#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace redoubt {

/// A shape to begin a brief with: a text under resources/templates, or one that the user keeps as a Markdown file in
/// templateFolder().
struct BriefTemplate
{
    QString name;  ///< "contrarian", as it stands in the project and on the command line; of the user's own the file's name without .md
    QString title; ///< translated
    QString about; ///< one sentence, translated

    bool operator==(const BriefTemplate &) const = default;
};

/// Those that come with Redoubt, the recommended one first.
[[nodiscard]] QList<BriefTemplate> briefTemplates();

/// The user's own, by name. Read from the folder each time; a file with the name of one of ours is not among them.
[[nodiscard]] QList<BriefTemplate> ownTemplates();

/// Where the user's own are; need not exist.
[[nodiscard]] QString templateFolder();

/// The Markdown that a brief made from this template starts with. Fails when there is none of this name, and says which there are; a
/// user's file must be text in UTF-8, or in UTF-16 with a mark, of at most 1 MiB.
[[nodiscard]] Result<QString> templateText(const QString &name);

/// Keeps a text as a template of the user's own. Refused without a name, with one of ours or one that cannot be a file's, and for a
/// text that templateText() would not read. Error::Kind::Exists when there is one of this name, unless `replace`.
Result<> keepTemplate(const QString &name, const QString &text, bool replace = false);

} // namespace redoubt
