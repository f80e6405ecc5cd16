#include "app/brief/reading.h"

namespace redoubt {

Reading::Notes Reading::notesOf(const Document &document)
{
    Notes notes;
    for (const Block &block : document.blocks) {
        if (block.kind != Block::Kind::Footnote)
            continue;
        Reading note;
        note.append(block.children, {});
        for (const Cited &cited : note.cited())
            notes[block.text] += cited.keys;
    }
    return notes;
}

void Reading::put(QStringView letters, TextRange range)
{
    if (letters.isEmpty())
        return;
    m_pieces.append({m_text.size(), letters.size(), range});
    m_text.append(letters);
}

void Reading::append(const QList<Span> &spans, const Notes &notes)
{
    for (const Span &span : spans)
        appendSpan(span, notes);
}

void Reading::appendSpan(const Span &span, const Notes &notes)
{
    switch (span.kind) {
    case Span::Kind::Code:
        m_code.append({m_text.size(), span.text.size()});
        [[fallthrough]];
    case Span::Kind::Text:
        put(span.text, span.range);
        break;
    case Span::Kind::Emphasis:
    case Span::Kind::Strong:
    case Span::Kind::Strikeout:
    case Span::Kind::Link:
    case Span::Kind::ProjectLink:
        append(span.children, notes);
        break;
    case Span::Kind::Citation: {
        QStringList keys;
        for (const Citation &citation : span.citation.citations)
            keys.append(citation.key);
        m_cited.append({m_text.size(), keys, span.citation.range, span.citation.inText});
        put(QStringView(&citationMark, 1), span.range);
        break;
    }
    case Span::Kind::FootnoteReference:
        if (const QStringList keys = notes.value(span.text); !keys.isEmpty()) {
            m_cited.append({m_text.size(), keys, span.range, false});
            put(QStringView(&citationMark, 1), span.range);
        }
        break;
    case Span::Kind::SoftBreak:
    case Span::Kind::HardBreak:
        put(u"\n", span.range);
        break;
    case Span::Kind::Image:
    case Span::Kind::Raw:
        break;
    }
}

void Reading::append(const QList<Block> &blocks, const Notes &notes)
{
    for (const Block &block : blocks) {
        if (!m_text.isEmpty() && !m_text.endsWith(u'\n'))
            put(u"\n", {block.range.offset, 0});
        append(block.spans, notes);
        append(block.children, notes);
        for (const QList<Block::Cell> &row : block.rows) {
            for (const Block::Cell &cell : row) {
                append(cell.spans, notes);
                put(u"\n", {block.range.end(), 0});
            }
        }
    }
}

QList<Reading::Cited>::const_iterator Reading::citedFrom(qsizetype position) const
{
    return std::lower_bound(m_cited.cbegin(), m_cited.cend(), position,
        [](const Cited &cited, qsizetype value) { return cited.position < value; });
}

TextRange Reading::letterInBrief(qsizetype position) const
{
    const auto after = std::upper_bound(m_pieces.cbegin(), m_pieces.cend(), position,
        [](qsizetype value, const Piece &piece) { return value < piece.position; });
    const Piece &piece = *std::prev(after);
    if (piece.length != piece.range.length)
        return piece.range;
    return {piece.range.offset + position - piece.position, 1};
}

TextRange Reading::inBrief(qsizetype start, qsizetype end) const
{
    if (start >= end)
        return {};
    const qsizetype offset = letterInBrief(start).offset;
    return {offset, std::max<qsizetype>(0, letterInBrief(end - 1).end() - offset)};
}

QString Reading::wording(qsizetype start, qsizetype end) const
{
    QString letters = QStringView(m_text).sliced(start, end - start).toString();
    letters.remove(citationMark);
    return std::move(letters).trimmed();
}

} // namespace redoubt
