#pragma once

#include "app/brief/document.h"

namespace redoubt {

/// Looks for a place in a document that cannot be right: outside of the text or of what it is a part of, before or over the
/// piece in front of it, or text that is said to stand there letter by letter and does not.
class DocumentPlaces
{
public:
    DocumentPlaces(const Document &document, QStringView text)
        : m_text(text)
    {
        check(document.blocks, {0, text.size()});
    }

    /// What is wrong first, for people; empty when all is well.
    [[nodiscard]] const QString &wrong() const { return m_wrong; }

private:
    void expect(bool right, TextRange range, const char *what)
    {
        if (!right && m_wrong.isEmpty())
            m_wrong = QStringLiteral("%1 at %2+%3").arg(QLatin1StringView(what)).arg(range.offset).arg(range.length);
    }

    void checkRange(TextRange inner, TextRange outer, const char *what)
    {
        expect(inner.length >= 0 && inner.offset >= outer.offset && inner.end() <= outer.end(), inner, what);
    }

    void check(const QList<Span> &spans, TextRange outer)
    {
        qsizetype done = outer.offset;
        for (const Span &span : spans) {
            checkRange(span.range, outer, "a span outside of its parent");
            expect(span.range.offset >= done, span.range, "a span over the one before");
            done = span.range.end();
            if (!m_wrong.isEmpty())
                return;
            if (span.kind == Span::Kind::Text && span.text.size() == span.range.length) {
                QString there = m_text.sliced(span.range.offset, span.range.length).toString();
                there.replace(QChar::Null, QChar::ReplacementCharacter);
                expect(there == span.text, span.range, "text that does not stand there");
            }
            check(span.children, span.range);
            for (const Citation &citation : span.citation.citations) {
                checkRange(citation.range, span.range, "a citation outside of its cluster");
                checkRange(citation.keyRange, citation.range, "a key outside of its citation");
            }
        }
    }

    void check(const QList<Block> &blocks, TextRange outer)
    {
        qsizetype done = outer.offset;
        for (const Block &block : blocks) {
            checkRange(block.range, outer, "a block outside of its parent");
            expect(block.range.offset >= done, block.range, "a block over the one before");
            done = block.range.end();
            checkRange(block.content, {0, m_text.size()}, "a content outside of the text");
            if (!m_wrong.isEmpty())
                return;
            check(block.spans, block.range);
            qsizetype cells = block.range.offset;
            for (const QList<Block::Cell> &row : block.rows) {
                for (const Block::Cell &cell : row) {
                    check(cell.spans, {cells, block.range.end() - cells});
                    cells = cell.spans.isEmpty() ? cells : cell.spans.constLast().range.end();
                }
            }
            check(block.children, block.range);
        }
    }

    QStringView m_text;
    QString m_wrong;
};

} // namespace redoubt
