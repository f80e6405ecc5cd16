#pragma once

#include "app/base/result.h"
#include "app/sources/bibliography/cslvariables.h"
#include "app/sources/source.h"

/// The fields of a source that are no columns of it: members of Source::fields, by the names of CSL 1.0.2. One table says what
/// each is called, and one which of them matter for a type of source.
namespace redoubt::sourcefields {

/// What a variable is called: "Volume". Of an unknown one its own name.
[[nodiscard]] QString label(const QString &variable);

/// What is typed in the field, for its tool tip: "Names, with semicolons between them".
[[nodiscard]] QString hint(const QString &variable);

/// The variables that matter for the type of the source, in the order of the form, without what its columns say.
[[nodiscard]] QStringList usual(const Source &source);

/// What the source has besides, by label.
[[nodiscard]] QStringList others(const Source &source);

/// What could be added: every variable of CSL that the source could have and is not in `shown`, by label.
[[nodiscard]] QStringList addable(const Source &source, const QStringList &shown);

/// The value as text: names with semicolons, a date as EDTF or in the words that it stands in. A list or an object that is none
/// of these cannot be edited; its text is JSON.
[[nodiscard]] QString text(const Source &source, const QString &variable);
[[nodiscard]] bool isEditable(const Source &source, const QString &variable);

/// The fields with what was typed for one of them; an empty text takes it out, and text that is what stands there changes
/// nothing. A date in words becomes EDTF; what is not understood as a date is kept in its words.
[[nodiscard]] QJsonObject withText(const Source &source, const QString &variable, const QString &text);

} // namespace redoubt::sourcefields
