#pragma once

#include "app/brief/documentsource.h"

#include <md4c.h>

#include <vector>

namespace redoubt {

/// Makes blocks and spans of what md4c reports. md4c gives no positions, but its text points into the bytes that it was
/// given; the marks around the text are found from there, and blocks without text by going on from the last position.
class DocumentReader
{
public:
    DocumentReader(QStringView text, const DocumentSource &source);
    [[nodiscard]] QList<Block> read();

private:
    /// An open block. The bottom one stands for the document.
    struct Open
    {
        Block block;
        bool ours = false;    ///< opened by a marker, not by md4c
        bool implied = false; ///< a paragraph that md4c does not report in a tight list
        qsizetype start = 0; ///< where the text before it ended
    };

    void enterBlock(MD_BLOCKTYPE type, const void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, const void *detail);
    void leaveSpan();
    void text(MD_TEXTTYPE type, const char *chars, MD_SIZE size);

    void open(Block::Kind kind);
    void close();
    void closeImplied();
    void closeOurs();
    void openCode(const MD_BLOCK_CODE_DETAIL &detail);
    void finish(Open &done);
    void finishContainer(Open &done);
    void finishHeading(Open &done);
    void finishCode(Open &done);
    void finishTable(Open &done);
    void finishCell();
    void findThematicBreak(Block &block);
    void openContainer(Block::Kind kind);
    void imply();

    void addText(TextRange range, QString letters);
    void addEscapable(TextRange range, const QString &letters);
    void addSpan(Span span);
    void addBreak(Span::Kind kind);
    void verbatim(const QString &letters, TextRange range);
    bool takeMarker(qsizetype byte);
    [[nodiscard]] TextRange spanRange(const Span &span) const;
    [[nodiscard]] QList<Span> takeSpans();
    [[nodiscard]] QString attributeText(const MD_ATTRIBUTE &attribute) const;
    [[nodiscard]] qsizetype endOfLine(qsizetype position) const;
    [[nodiscard]] bool isEndOfLine(qsizetype position) const;
    [[nodiscard]] bool areBlanksAtLineEnd(TextRange range) const;
    [[nodiscard]] bool endsInTakenLineEnd(const Span &code, TextRange inside) const;
    [[nodiscard]] qsizetype startOfLine(qsizetype position) const;

    QStringView m_text;
    const DocumentSource &m_source;
    std::vector<Open> m_open;
    std::vector<Span> m_spans; ///< open spans; the bottom one gathers those of the block
    qsizetype m_ignoredBlocks = 0; ///< open blocks nested too deep: their content goes to the block around them
    qsizetype m_ignoredSpans = 0;
    qsizetype m_cursor = 0; ///< all before this position has been reported
};

} // namespace redoubt
