// The part of DocumentReader that closes blocks: where they start and end, and what is read from their own text.

#include "app/base/entity.h"
#include "app/brief/documentreader.h"
#include "app/brief/documentspans.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isContainerMark(QChar c)
{
    return c == u'>' || isBlank(c);
}

/// md4c leaves tabs around the text of a heading.
void trimBlanks(QList<Span> &spans)
{
    const auto isPlain = [](const Span &span) { return span.kind == Span::Kind::Text && span.text.size() == span.range.length; };
    if (!spans.isEmpty() && isPlain(spans.constFirst())) {
        Span &first = spans.first();
        const qsizetype blanks = std::ranges::find_if_not(first.text, isBlank) - first.text.cbegin();
        first.text.remove(0, blanks);
        first.range = {first.range.offset + blanks, first.range.length - blanks};
        if (first.text.isEmpty())
            spans.removeFirst();
    }
    if (!spans.isEmpty() && isPlain(spans.constLast())) {
        Span &last = spans.last();
        const auto behind = std::ranges::find_if_not(last.text.crbegin(), last.text.crend(), isBlank);
        last.text.chop(behind - last.text.crbegin());
        last.range.length = last.text.size();
        if (last.text.isEmpty())
            spans.removeLast();
    }
}

TextRange around(const QList<Span> &spans, qsizetype otherwise)
{
    if (spans.isEmpty())
        return {otherwise, 0};
    const qsizetype start = spans.constFirst().range.offset;
    return {start, spans.constLast().range.end() - start};
}

/// Back over spaces, then over the mark of a list item or a quotation.
qsizetype startOfMark(QStringView text, qsizetype from, qsizetype notBefore, bool item)
{
    qsizetype start = from;
    while (start > notBefore && isBlank(text[start - 1]))
        --start;
    if (!item)
        return start > notBefore && text[start - 1] == u'>' ? start - 1 : from;
    // The text of an item may begin in the line below its mark.
    while (start > notBefore && (isContainerMark(text[start - 1]) || text[start - 1] == u'\n' || text[start - 1] == u'\r'))
        --start;
    if (start > notBefore && u"-+*"_s.contains(text[start - 1]))
        return start - 1;
    if (start <= notBefore || (text[start - 1] != u'.' && text[start - 1] != u')'))
        return from;
    qsizetype digits = start - 1;
    while (digits > notBefore && text[digits - 1].isDigit())
        --digits;
    return digits;
}

} // namespace

qsizetype DocumentReader::startOfLine(qsizetype position) const
{
    while (position > 0 && m_text[position - 1] != u'\n' && m_text[position - 1] != u'\r')
        --position;
    return position;
}

qsizetype DocumentReader::endOfLine(qsizetype position) const
{
    while (position < m_text.size() && m_text[position] != u'\n' && m_text[position] != u'\r')
        ++position;
    return position;
}

QString DocumentReader::attributeText(const MD_ATTRIBUTE &attribute) const
{
    QString text;
    for (int i = 0; attribute.substr_offsets && attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET from = attribute.substr_offsets[i];
        const QString part = QString::fromUtf8(attribute.text + from, qsizetype(attribute.substr_offsets[i + 1] - from));
        text += attribute.substr_types[i] == MD_TEXT_ENTITY ? readEntity(part) : part;
    }
    return text;
}

QList<Span> DocumentReader::takeSpans()
{
    m_ignoredSpans = 0;
    while (m_spans.size() > 1)
        leaveSpan();
    QList<Span> spans = std::move(m_spans.front().children);
    m_spans.front().children.clear();
    resolveSpans(spans, m_text, m_source.footnotes());
    return spans;
}

void DocumentReader::addSpan(Span span)
{
    QList<Span> &siblings = m_spans.back().children;
    // What looks like an address behind `[a]` is none where the text goes on in it: the label alone was the link.
    for (auto sibling = siblings.rbegin(); sibling != siblings.rend() && sibling->range.end() > span.range.offset; ++sibling) {
        const qsizetype start = std::min(sibling->range.offset, span.range.offset);
        sibling->range = {start, span.range.offset - start};
    }
    if (span.kind == Span::Kind::Text && !siblings.isEmpty() && span.text.size() == span.range.length) {
        Span &last = siblings.last();
        const bool lastMaps = last.kind == Span::Kind::Text && last.text.size() == last.range.length;
        if (lastMaps && last.range.end() == span.range.offset) {
            last.text += span.text;
            last.range.length += span.range.length;
            return;
        }
    }
    siblings.append(std::move(span));
}

void DocumentReader::addText(TextRange range, QString letters)
{
    Span span;
    span.range = range;
    span.text = std::move(letters);
    addSpan(std::move(span));
}

/// Text whose first letter may have had a backslash in front of it.
void DocumentReader::addEscapable(TextRange range, const QString &letters)
{
    const QList<Span> &siblings = m_spans.back().children;
    const qsizetype before = siblings.isEmpty() ? -1 : siblings.constLast().range.end();
    const bool escaped = range.offset > 0 && m_text[range.offset - 1] == u'\\' && before != range.offset && !letters.isEmpty();
    if (!escaped)
        return addText(range, letters);
    addText({range.offset - 1, 2}, letters.first(1));
    if (letters.size() > 1)
        addText({range.offset + 1, range.length - 1}, letters.sliced(1));
}

void DocumentReader::addBreak(Span::Kind kind)
{
    Span span;
    span.kind = kind;
    const qsizetype end = endOfLine(m_cursor);
    span.range = {m_cursor, std::min(end + 1, m_text.size()) - m_cursor};
    m_cursor = span.range.end();
    addSpan(std::move(span));
}

bool DocumentReader::isEndOfLine(qsizetype position) const
{
    return position < m_text.size() && (m_text[position] == u'\n' || m_text[position] == u'\r');
}

bool DocumentReader::areBlanksAtLineEnd(TextRange range) const
{
    return isEndOfLine(range.end()) && std::ranges::all_of(m_text.sliced(range.offset, range.length), isBlank);
}

/// Whether a code span whose text stands in `inside` ends in a line end behind blanks that is none of its text: one at each side
/// belongs to the backticks.
bool DocumentReader::endsInTakenLineEnd(const Span &code, TextRange inside) const
{
    if (inside.isEmpty() || !isEndOfLine(inside.end()) || !isBlank(m_text[inside.end() - 1]))
        return false;
    qsizetype start = code.range.offset;
    while (start < inside.end() && m_text[start] == u'`')
        ++start;
    return (m_text[start] == u' ' || isEndOfLine(start)) && std::ranges::any_of(code.text, [](QChar c) { return c != u' '; });
}

void DocumentReader::verbatim(const QString &letters, TextRange range)
{
    Block &block = m_open.back().block;
    if (block.kind == Block::Kind::Raw && block.text.isEmpty() && letters == u"\n")
        return;
    // Blanks of its indent come without a place.
    if (block.content.isEmpty() && std::ranges::all_of(block.text, isBlank))
        block.content.offset = range.offset;
    block.text += letters;
    block.content.length = std::max(block.content.length, range.end() - block.content.offset);
}

void DocumentReader::openCode(const MD_BLOCK_CODE_DETAIL &detail)
{
    open(Block::Kind::Code);
    Block &block = m_open.back().block;
    const QString info = attributeText(detail.info).trimmed();
    if (info.startsWith(u'{')) {
        block.attributes = readAttributes(info).value_or(Attributes());
        block.language = block.attributes.classes.value(0);
    } else {
        block.language = attributeText(detail.lang);
        if (const qsizetype brace = info.indexOf(u'{'); brace > 0)
            block.attributes = readAttributes(QStringView(info).sliced(brace)).value_or(Attributes());
    }
    if (block.language == u"argdown")
        block.kind = Block::Kind::Argdown;
    if (detail.fence_char == 0)
        return;
    const QString fence(3, QLatin1Char(detail.fence_char));
    const qsizetype start = m_text.indexOf(fence, m_cursor);
    if (start < 0) {
        block.content = {m_cursor, 0};
        return;
    }
    block.range.offset = start;
    m_cursor = std::min(endOfLine(start) + 1, m_text.size());
    block.content = {m_cursor, 0};
}

void DocumentReader::finishCode(Open &done)
{
    Block &block = done.block;
    const qsizetype opening = block.range.offset;
    const bool fenced = opening < block.content.offset && opening >= done.start
        && (m_text.sliced(opening).startsWith(u"```") || m_text.sliced(opening).startsWith(u"~~~"));
    if (block.text.isEmpty())
        block.content.length = 0;
    else if (block.content.end() < m_text.size() && block.text.endsWith(u'\n'))
        block.content.length = std::min(endOfLine(block.content.end()) + 1, m_text.size()) - block.content.offset;
    if (!fenced) {
        block.range = {block.content.offset, endOfLine(block.content.offset + std::max<qsizetype>(block.content.length - 1, 0))
                - block.content.offset};
        m_cursor = std::max(m_cursor, block.range.end());
        return;
    }
    qsizetype mark = block.content.end();
    const qsizetype lineEnd = endOfLine(mark);
    const qsizetype line = startOfLine(opening);
    const bool isQuoted = m_text.sliced(line, opening - line).contains(u'>');
    while (mark < lineEnd && (isQuoted ? isContainerMark(m_text[mark]) : isBlank(m_text[mark])))
        ++mark;
    const QChar fence = m_text[opening];
    const bool closed = m_text.sliced(mark).startsWith(m_text.sliced(opening, 3))
        && std::ranges::all_of(m_text.sliced(mark, lineEnd - mark), [fence](QChar c) { return c == fence || isBlank(c); });
    const qsizetype lastContent = std::max(block.content.end() - 1, opening + 3);
    block.range.length = (closed ? lineEnd : endOfLine(std::min(lastContent, m_text.size()))) - opening;
    m_cursor = std::max(m_cursor, block.range.end());
}

void DocumentReader::finishHeading(Open &done)
{
    Block &block = done.block;
    TextRange inside = around(block.spans, m_cursor);
    qsizetype start = inside.offset;
    if (block.spans.isEmpty()) {
        start = m_text.indexOf(u'#', done.start);
        start = start < 0 ? done.start : start;
        inside = {start, 0};
    }
    while (start > done.start && isBlank(m_text[start - 1]))
        --start;
    const qsizetype text = start;
    while (start > done.start && m_text[start - 1] == u'#')
        --start;
    const bool underlined = start == text && !block.spans.isEmpty();
    start = underlined ? inside.offset : start;
    qsizetype end = endOfLine(inside.end());
    if (underlined && end < m_text.size()) {
        const bool crlf = m_text[end] == u'\r' && end + 1 < m_text.size() && m_text[end + 1] == u'\n';
        end = endOfLine(end + (crlf ? 2 : 1));
    }
    block.range = {start, end - start};
    m_cursor = std::max(m_cursor, end);
}

void DocumentReader::finishCell()
{
    Block::Cell cell;
    cell.spans = takeSpans();
    if (!m_open.back().block.rows.isEmpty())
        m_open.back().block.rows.last().append(std::move(cell));
}

void DocumentReader::finishTable(Open &done)
{
    Block &block = done.block;
    qsizetype start = -1;
    qsizetype end = m_cursor;
    for (const QList<Block::Cell> &row : std::as_const(block.rows)) {
        for (const Block::Cell &cell : row) {
            if (!cell.spans.isEmpty() && start < 0)
                start = cell.spans.constFirst().range.offset;
        }
    }
    start = start < 0 ? done.start : start;
    qsizetype first = std::max(startOfLine(start), done.start);
    while (first < start && isContainerMark(m_text[first]))
        ++first;
    end = endOfLine(std::max(end, start));
    if (block.rows.size() <= block.headerRows && end < m_text.size())
        end = endOfLine(end + 1);
    block.range = {first, end - first};
    m_cursor = std::max(m_cursor, end);
}

void DocumentReader::finishContainer(Open &done)
{
    Block &block = done.block;
    if (done.ours) {
        const qsizetype end = block.children.isEmpty() ? block.range.end() : block.children.constLast().range.end();
        block.range.length = std::max(block.range.length, end - block.range.offset);
        return;
    }
    qsizetype start = block.children.isEmpty() ? m_cursor : block.children.constFirst().range.offset;
    if (block.children.isEmpty()) {
        // An item or a quotation without text: its mark is the next thing that is not blank.
        while (start < m_text.size() && m_text[start].isSpace())
            ++start;
        const qsizetype lineEnd = endOfLine(start);
        while (start < lineEnd && !m_text[start].isSpace())
            ++start;
        m_cursor = start;
    }
    const qsizetype end = block.children.isEmpty() ? start : block.children.constLast().range.end();
    if (block.kind != Block::Kind::List)
        start = startOfMark(m_text, start, done.start, block.kind == Block::Kind::ListItem);
    block.range = {start, std::max<qsizetype>(end - start, 0)};
}

/// The next line that is one: it has no text by which md4c could tell where it is.
void DocumentReader::findThematicBreak(Block &block)
{
    while (m_cursor < m_text.size()) {
        qsizetype start = m_cursor;
        const qsizetype end = endOfLine(start);
        while (start < end && isContainerMark(m_text[start]))
            ++start;
        const QString line = m_text.sliced(start, end - start).toString().remove(u' ').remove(u'\t');
        m_cursor = std::min(end + 1, m_text.size());
        if (line.size() >= 3 && u"-_*"_s.contains(line.back()) && line.endsWith(QString(3, line.back()))) {
            block.range = {start, end - start};
            return;
        }
    }
}

void DocumentReader::finish(Open &done)
{
    Block &block = done.block;
    switch (block.kind) {
    case Block::Kind::Paragraph:
        block.spans = takeSpans();
        block.range = around(block.spans, m_cursor);
        break;
    case Block::Kind::Heading:
        block.spans = takeSpans();
        trimBlanks(block.spans);
        finishHeading(done);
        if (auto attributes = takeHeadingAttributes(block.spans, m_text)) {
            block.attributes = *std::move(attributes);
            block.role = sectionRole(block.attributes);
        }
        break;
    case Block::Kind::Code:
    case Block::Kind::Argdown:
        finishCode(done);
        break;
    case Block::Kind::Raw:
        block.range = block.content;
        while (!block.range.isEmpty() && m_text[block.range.end() - 1].isSpace())
            --block.range.length;
        break;
    case Block::Kind::Table:
        finishTable(done);
        break;
    case Block::Kind::ThematicBreak:
        findThematicBreak(block);
        break;
    default:
        finishContainer(done);
    }
}

} // namespace redoubt
