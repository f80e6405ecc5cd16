#pragma once

#include <QList>
#include <QString>

namespace redoubt {

/// What two versions of a brief are compared by: a paragraph, a heading, an item of a list, a row of a table, a line of code.
struct Paragraph
{
    QString text;    ///< as it is written, line ends within it as spaces unless they are meant
    QString section; ///< the heading that it stands below, or is, without its marks; empty before the first one
    bool isHeading = false;

    bool operator==(const Paragraph &) const = default;
};

/// Cuts a brief's text, by its lines alone: blank lines, and how a paragraph is divided into lines, do not count. Takes linear time; may
/// be called from any thread.
[[nodiscard]] QList<Paragraph> paragraphsOf(QStringView text);

} // namespace redoubt
