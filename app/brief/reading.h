#pragma once

#include "app/brief/document.h"

#include <QHash>

namespace redoubt {

/// The running text of a block as it is read, with the way back to where its letters stand in the brief, and with the
/// citations kept apart.
class Reading
{
public:
    /// Stands in text() for a citation.
    static constexpr QChar citationMark{QChar::ObjectReplacementCharacter};

    struct Cited
    {
        qsizetype position = 0; ///< of its mark in text()
        QStringList keys;
        TextRange range; ///< in the brief
        bool inText = false;
    };

    /// The keys cited in each footnote, by label.
    using Notes = QHash<QString, QStringList>;
    [[nodiscard]] static Notes notesOf(const Document &document);

    void append(const QList<Span> &spans, const Notes &notes);
    /// What stands in a block and its children, paragraphs apart by a line end. Code is not read.
    void append(const QList<Block> &blocks, const Notes &notes);

    [[nodiscard]] QStringView text() const { return m_text; }
    [[nodiscard]] const QList<Cited> &cited() const { return m_cited; }

    /// What is code, in positions of text().
    [[nodiscard]] const QList<TextRange> &code() const { return m_code; }

    /// The first citation at or behind `position`; cited().end() when there is none.
    [[nodiscard]] QList<Cited>::const_iterator citedFrom(qsizetype position) const;

    /// Where the letters of [start, end) stand in the brief, Markdown between them included.
    [[nodiscard]] TextRange inBrief(qsizetype start, qsizetype end) const;

    /// The letters of [start, end) without the marks of citations.
    [[nodiscard]] QString wording(qsizetype start, qsizetype end) const;

private:
    /// A piece of text() and what it was made of; letter by letter when both are equally long.
    struct Piece
    {
        qsizetype position;
        qsizetype length;
        TextRange range;
    };

    void put(QStringView letters, TextRange range);
    void appendSpan(const Span &span, const Notes &notes);
    [[nodiscard]] TextRange letterInBrief(qsizetype position) const;

    QString m_text;
    QList<Piece> m_pieces;
    QList<Cited> m_cited;
    QList<TextRange> m_code;
};

} // namespace redoubt
