#pragma once

#include <QString>

class QFormLayout;
class QLabel;
class QLineEdit;
class QToolButton;
class QWidget;

/// What the parts of a source's details are put together of, so that they look as one form.
namespace redoubt::formparts {

/// The heading of a part.
[[nodiscard]] QLabel *heading(const QString &text, QWidget *parent);

/// A line below a field: small, quiet, plain text, hidden while it is empty.
[[nodiscard]] QLabel *hint(const QString &objectName, QWidget *parent);
void showHint(QLabel *hint, const QString &text);
/// The same as something that is wrong: ✕ and in the colour of errors.
void showProblem(QLabel *hint, const QString &text);

/// Labels on the left, of one width in all parts; fields take the rest.
[[nodiscard]] QFormLayout *form(QWidget *widget);
/// A row with a label that belongs to `field`; `content`, when given, is what stands in the row.
void addRow(QFormLayout *form, const QString &label, QWidget *field, QWidget *content = nullptr);

/// A flat button with an arrow that shows and hides `content`; folded at first.
[[nodiscard]] QToolButton *fold(const QString &objectName, const QString &text, QWidget *content, QWidget *parent);

} // namespace redoubt::formparts
