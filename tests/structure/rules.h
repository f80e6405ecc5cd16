#pragma once

#include <QString>
#include <QStringList>

// The rules of the plan that a machine can hold. Each takes a path from the root of the checkout and the text of that
// file, and returns a line "7: what is wrong" for each breach; a rule that does not concern the file finds nothing.
namespace redoubt::rules {

/// The text with its comments blanked, and the contents of its literals too when asked; line breaks stay.
[[nodiscard]] QString code(const QString &text, bool withLiterals);

/// Rooms include only rooms to their left; a panel includes no other panel and not the terminal; includes are written from
/// the root.
[[nodiscard]] QStringList includeDirection(const QString &path, const QString &text);
[[nodiscard]] QStringList noWidgetsInApp(const QString &path, const QString &text);
/// A statement, or a Writer's insert, update or remove, only in the room that owns the table.
[[nodiscard]] QStringList sqlInItsRoom(const QString &path, const QString &text);
/// Colours and sizes only in ui/look.
[[nodiscard]] QStringList looksInLook(const QString &path, const QString &text);
/// A choice is asked for by the workbench only; errors are notices.
[[nodiscard]] QStringList dialogsInWorkbench(const QString &path, const QString &text);
/// At most 500 lines a file, 700 where rows of test data are among them.
[[nodiscard]] QStringList fileSize(const QString &path, const QString &text);
/// At most 70 lines a function, 100 in a test; functions of rows only are not measured.
[[nodiscard]] QStringList functionSize(const QString &path, const QString &text);
/// No singletons, exceptions of ours, friend classes, sleeps, or notes to ourselves.
[[nodiscard]] QStringList habits(const QString &path, const QString &text);
[[nodiscard]] QStringList fileName(const QString &path, const QString &text);
/// The text is a CMakeLists.txt's; `present` are the names of the source files beside it.
[[nodiscard]] QStringList everyFileIsBuilt(const QStringList &present, const QString &text);

} // namespace redoubt::rules
