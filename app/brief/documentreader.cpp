#include "app/brief/documentreader.h"

#include "app/base/entity.h"
#include "app/brief/documentspans.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr size_t deepest = 256;

bool isContainer(Block::Kind kind)
{
    using enum Block::Kind;
    return kind == List || kind == ListItem || kind == BlockQuote || kind == Div || kind == Timeline || kind == WatchList
        || kind == Footnote;
}

Block::Align alignment(MD_ALIGN align)
{
    switch (align) {
    case MD_ALIGN_LEFT:
        return Block::Align::Left;
    case MD_ALIGN_CENTER:
        return Block::Align::Centre;
    case MD_ALIGN_RIGHT:
        return Block::Align::Right;
    case MD_ALIGN_DEFAULT:
        break;
    }
    return Block::Align::Default;
}

Block::Kind divKind(const Attributes &attributes)
{
    if (attributes.classes.contains(u"timeline"))
        return Block::Kind::Timeline;
    return attributes.classes.contains(u"watchlist") ? Block::Kind::WatchList : Block::Kind::Div;
}

} // namespace

DocumentReader::DocumentReader(QStringView text, const DocumentSource &source)
    : m_text(text), m_source(source), m_cursor(source.metadataRange().end())
{
    m_open.emplace_back();
    m_spans.emplace_back();
}

QList<Block> DocumentReader::read()
{
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
        static_cast<DocumentReader *>(self)->enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
        static_cast<DocumentReader *>(self)->leaveBlock(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) {
        static_cast<DocumentReader *>(self)->enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE, void *, void *self) {
        static_cast<DocumentReader *>(self)->leaveSpan();
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *chars, MD_SIZE size, void *self) {
        static_cast<DocumentReader *>(self)->text(type, chars, size);
        return 0;
    };
    md_parse(m_source.bytes().constData(), MD_SIZE(m_source.bytes().size()), &parser, this);
    while (m_open.size() > 1)
        close();
    return std::move(m_open.front().block.children);
}

void DocumentReader::open(Block::Kind kind)
{
    Open opened;
    opened.block.kind = kind;
    opened.start = m_cursor;
    m_open.push_back(std::move(opened));
}

/// Does nothing but count when it is too deep; a list needs room for its items too.
void DocumentReader::openContainer(Block::Kind kind)
{
    const size_t needed = kind == Block::Kind::List ? 2 : 1;
    if (m_ignoredBlocks > 0 || m_open.size() + needed > deepest + 1)
        ++m_ignoredBlocks;
    else
        open(kind);
}

void DocumentReader::close()
{
    Open done = std::move(m_open.back());
    m_open.pop_back();
    finish(done);
    const bool blankRaw = done.block.kind == Block::Kind::Raw && done.block.text.trimmed().isEmpty();
    if (!blankRaw)
        m_open.back().block.children.append(std::move(done.block));
}

/// md4c reports the text of a tight list without its paragraph.
void DocumentReader::imply()
{
    if (!isContainer(m_open.back().block.kind))
        return;
    open(Block::Kind::Paragraph);
    m_open.back().implied = true;
}

void DocumentReader::closeImplied()
{
    if (m_open.back().implied)
        close();
}

void DocumentReader::closeOurs()
{
    closeImplied();
    while (m_open.back().ours)
        close();
}

void DocumentReader::enterBlock(MD_BLOCKTYPE type, const void *detail)
{
    closeImplied();
    switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        return;
    case MD_BLOCK_QUOTE:
        return openContainer(Block::Kind::BlockQuote);
    case MD_BLOCK_UL:
        openContainer(Block::Kind::List);
        if (m_ignoredBlocks == 0)
            m_open.back().block.tight = static_cast<const MD_BLOCK_UL_DETAIL *>(detail)->is_tight != 0;
        return;
    case MD_BLOCK_OL:
        openContainer(Block::Kind::List);
        if (m_ignoredBlocks == 0) {
            const auto &list = *static_cast<const MD_BLOCK_OL_DETAIL *>(detail);
            m_open.back().block.ordered = true;
            m_open.back().block.tight = list.is_tight != 0;
            m_open.back().block.start = int(list.start);
        }
        return;
    case MD_BLOCK_LI:
        return openContainer(Block::Kind::ListItem);
    case MD_BLOCK_HR:
        return open(Block::Kind::ThematicBreak);
    case MD_BLOCK_H:
        open(Block::Kind::Heading);
        m_open.back().block.level = int(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level);
        return;
    case MD_BLOCK_CODE:
        return openCode(*static_cast<const MD_BLOCK_CODE_DETAIL *>(detail));
    case MD_BLOCK_HTML:
        return open(Block::Kind::Raw);
    case MD_BLOCK_P:
        return open(Block::Kind::Paragraph);
    case MD_BLOCK_TABLE:
        open(Block::Kind::Table);
        m_open.back().block.headerRows = int(static_cast<const MD_BLOCK_TABLE_DETAIL *>(detail)->head_row_count);
        return;
    case MD_BLOCK_TR:
        m_open.back().block.rows.emplaceBack();
        return;
    case MD_BLOCK_TH:
        m_open.back().block.columns.append(alignment(static_cast<const MD_BLOCK_TD_DETAIL *>(detail)->align));
        return;
    case MD_BLOCK_TD:
        return;
    }
}

void DocumentReader::leaveBlock(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
        return;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        return finishCell();
    case MD_BLOCK_DOC:
        return closeOurs();
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
        if (m_ignoredBlocks > 0) {
            closeImplied();
            --m_ignoredBlocks;
            return;
        }
        [[fallthrough]];
    default:
        closeOurs();
        if (m_open.size() > 1)
            close();
    }
}

void DocumentReader::enterSpan(MD_SPANTYPE type, const void *detail)
{
    imply();
    if (m_spans.size() > deepest) {
        ++m_ignoredSpans;
        return;
    }
    Span span;
    span.range = {m_cursor, 0};
    switch (type) {
    case MD_SPAN_EM:
        span.kind = Span::Kind::Emphasis;
        break;
    case MD_SPAN_STRONG:
        span.kind = Span::Kind::Strong;
        break;
    case MD_SPAN_DEL:
        span.kind = Span::Kind::Strikeout;
        break;
    case MD_SPAN_CODE:
        span.kind = Span::Kind::Code;
        break;
    case MD_SPAN_A:
        span.address = attributeText(static_cast<const MD_SPAN_A_DETAIL *>(detail)->href);
        span.title = attributeText(static_cast<const MD_SPAN_A_DETAIL *>(detail)->title);
        span.kind = span.address.startsWith(u"event:") || span.address.startsWith(u"indicator:") ? Span::Kind::ProjectLink
                                                                                                 : Span::Kind::Link;
        break;
    case MD_SPAN_IMG:
        span.kind = Span::Kind::Image;
        span.address = attributeText(static_cast<const MD_SPAN_IMG_DETAIL *>(detail)->src);
        span.title = attributeText(static_cast<const MD_SPAN_IMG_DETAIL *>(detail)->title);
        break;
    default:
        break;
    }
    m_spans.push_back(std::move(span));
}

/// The range of a span is known once its content is.
TextRange DocumentReader::spanRange(const Span &span) const
{
    TextRange inside = span.range;
    if (!span.children.isEmpty()) {
        inside.offset = span.children.constFirst().range.offset;
        inside.length = span.children.constLast().range.end() - inside.offset;
    }
    switch (span.kind) {
    case Span::Kind::Emphasis:
        return markedRange(m_text, inside, u"*_", 1);
    case Span::Kind::Strong:
        return markedRange(m_text, inside, u"*_", 2);
    case Span::Kind::Strikeout:
        return markedRange(m_text, inside, u"~", 2);
    case Span::Kind::Code: {
        // One space or line end inside the backticks belongs to them.
        if (inside.isEmpty()) {
            // Nothing but a line end: it has no place of its own.
            qsizetype start = std::max<qsizetype>(m_text.indexOf(u'`', m_cursor), m_cursor);
            while (start < m_text.size() && m_text[start] == u'`')
                ++start;
            inside = {start, 0};
        }
        TextRange wide = inside;
        const auto isBetween = [&](qsizetype at) { return at >= 0 && at < m_text.size() && (m_text[at].isSpace() || m_text[at] == u'>'); };
        while (isBetween(wide.offset - 1))
            wide = {wide.offset - 1, wide.length + 1};
        while (isBetween(wide.end()))
            ++wide.length;
        const TextRange marked = markedRange(m_text, wide, u"`", m_text.size());
        return marked == wide ? inside : marked;
    }
    default:
        if (span.children.isEmpty()) {
            const qsizetype bracket = m_text.indexOf(u'[', m_cursor);
            inside = {bracket < 0 ? m_cursor : bracket + 1, 0};
        }
        return linkRange(m_text, inside, span.kind == Span::Kind::Image);
    }
}

void DocumentReader::leaveSpan()
{
    if (m_ignoredSpans > 0) {
        --m_ignoredSpans;
        return;
    }
    // md4c does not always close as many as it opened.
    if (m_spans.size() <= 1)
        return;
    Span span = std::move(m_spans.back());
    m_spans.pop_back();
    const TextRange inside = span.range;
    span.range = spanRange(span);
    m_cursor = std::max(m_cursor, span.range.end());
    if (span.kind == Span::Kind::Code && endsInTakenLineEnd(span, inside))
        span.text.chop(1);
    addSpan(std::move(span));
}

void DocumentReader::text(MD_TEXTTYPE type, const char *chars, MD_SIZE size)
{
    const QByteArray &bytes = m_source.bytes();
    const bool inside = chars >= bytes.constData() && chars < bytes.constData() + bytes.size();
    const qsizetype byte = inside ? chars - bytes.constData() : -1;
    TextRange range{m_cursor, 0};
    if (inside) {
        if (type == MD_TEXT_HTML && takeMarker(byte))
            return;
        range.offset = m_source.position(byte);
        range.length = m_source.position(byte + qsizetype(size)) - range.offset;
        m_cursor = range.end(); // the end of a link before may have been sought too far
    }
    imply();
    const QString letters = QString::fromUtf8(chars, qsizetype(size));
    const Block::Kind block = m_open.back().block.kind;
    if (block == Block::Kind::Code || block == Block::Kind::Argdown || block == Block::Kind::Raw)
        return verbatim(letters, range);
    switch (type) {
    case MD_TEXT_BR:
        return addBreak(Span::Kind::HardBreak);
    case MD_TEXT_SOFTBR:
        return addBreak(Span::Kind::SoftBreak);
    case MD_TEXT_ENTITY: {
        Span span;
        span.text = readEntity(letters);
        span.range = range;
        return addSpan(std::move(span));
    }
    case MD_TEXT_HTML: {
        Span span;
        span.kind = Span::Kind::Raw;
        span.text = letters;
        span.range = range;
        return addSpan(std::move(span));
    }
    case MD_TEXT_CODE:
        if (inside && m_spans.back().kind == Span::Kind::Code && m_spans.back().text.trimmed().isEmpty())
            m_spans.back().range.offset = range.offset;
        m_spans.back().text += letters;
        if (inside && areBlanksAtLineEnd(range))
            m_spans.back().text += u' '; // md4c leaves out the line end then
        m_spans.back().range.length = m_cursor - m_spans.back().range.offset;
        return;
    default:
        return addEscapable(range, letters);
    }
}

/// A marker's line instead of HTML: opens or closes a block of ours.
bool DocumentReader::takeMarker(qsizetype byte)
{
    const DocumentMarker *marker = m_source.markerAt(byte);
    if (!marker)
        return false;
    // md4c is in the middle of an HTML block; that one is closed before and opened again behind.
    if (m_open.back().block.kind == Block::Kind::Raw)
        close();
    m_cursor = std::max(m_cursor, marker->range.end());
    using enum DocumentMarker::Kind;
    if (marker->kind == DivStart || marker->kind == FootnoteStart) {
        open(marker->kind == FootnoteStart ? Block::Kind::Footnote : divKind(marker->attributes));
        Open &opened = m_open.back();
        opened.ours = true;
        opened.block.range = marker->range;
        opened.block.text = marker->label;
        opened.block.attributes = marker->attributes;
    } else if (m_open.back().ours) {
        const TextRange range = marker->range;
        Block &block = m_open.back().block;
        if (marker->kind == DivEnd)
            block.range.length = range.end() - block.range.offset;
        close();
    }
    open(Block::Kind::Raw);
    return true;
}

} // namespace redoubt
