#pragma once

#include "app/base/result.h"
#include "app/brief/document.h"
#include "app/brief/replacement.h"

namespace redoubt {

/// Where a position of the text is after the changes. In a section that they move it goes with the section.
[[nodiscard]] qsizetype placeAfter(const QList<Replacement> &changes, QStringView text, qsizetype position);

/// The sections of a brief's text, each a heading with all that stands below it, and the changes of the text that rearrange
/// them. A section is named by its number in the outline. What cannot be done says why (Error::Kind::Refused). Reads the whole
/// text, so not for the window's thread.
class Sections
{
public:
    explicit Sections(const QString &text);

    [[nodiscard]] const QList<OutlineEntry> &outline() const { return m_outline; }
    /// The innermost section that a position is in; -1 before the first heading.
    [[nodiscard]] qsizetype at(qsizetype position) const;

    /// Puts a section, with its subsections, before another one; `before` = the number of sections: behind the last. Footnotes
    /// that are defined at the end of the text stay there. Headings are set apart by blank lines. No changes when it is there
    /// already. Refused where a section does not stand by itself: in a div or a quotation, or with a fence that is not closed.
    [[nodiscard]] Result<QList<Replacement>> move(qsizetype section, qsizetype before) const;
    /// Past the one before it or, with 1, behind it, of the same level and below the same heading.
    [[nodiscard]] Result<QList<Replacement>> moveBy(qsizetype section, int by) const;
    /// One level up (-1) or down (1), with its subsections. Levels go from 1 to 6.
    [[nodiscard]] Result<QList<Replacement>> shift(qsizetype section, int by) const;
    /// Writes a role behind the heading, in the place of the one that is there; other attributes stay.
    [[nodiscard]] Result<QList<Replacement>> giveRole(qsizetype section, SectionRole role) const;

private:
    [[nodiscard]] bool isThere(qsizetype section) const { return section >= 0 && section < m_outline.size(); }
    [[nodiscard]] qsizetype behind(qsizetype section) const;
    [[nodiscard]] bool standsAlone(qsizetype section) const;
    [[nodiscard]] TextRange bodyOf(qsizetype section) const;
    [[nodiscard]] QList<Replacement> moving(TextRange body, qsizetype to) const;
    [[nodiscard]] bool isMoved(const QList<Replacement> &changes, qsizetype section, qsizetype before) const;
    [[nodiscard]] Replacement levelled(const OutlineEntry &entry, int level) const;

    QString m_text;
    Document m_document;
    QList<OutlineEntry> m_outline;
    qsizetype m_end = 0; ///< of the last section's text: what follows are footnotes
};

} // namespace redoubt
