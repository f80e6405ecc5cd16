#include "app/brief/documentsource.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int footnoteIndent = 4;
constexpr int divNesting = 256;

qsizetype lineEnd(QStringView text, qsizetype from)
{
    while (from < text.size() && text[from] != u'\n' && text[from] != u'\r')
        ++from;
    return from;
}

qsizetype nextLine(QStringView text, qsizetype end)
{
    if (end < text.size() && text[end] == u'\r')
        ++end;
    if (end < text.size() && text[end] == u'\n')
        ++end;
    return end;
}

qsizetype indentOf(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && line[i] == u' ')
        ++i;
    return i;
}

bool isBlank(QStringView line)
{
    return std::ranges::all_of(line, [](QChar c) { return c.isSpace(); });
}

/// How many of the same mark stand at the start.
qsizetype runLength(QStringView line, QChar mark)
{
    qsizetype i = 0;
    while (i < line.size() && line[i] == mark)
        ++i;
    return i;
}

/// What a line has in front of its content: quotation marks and list markers.
qsizetype containerPrefix(QStringView line, bool &quoted)
{
    qsizetype i = 0;
    for (;;) {
        qsizetype start = i + indentOf(line.sliced(i));
        if (start >= line.size() || start - i > 3)
            return i;
        if (line[start] == u'>') {
            quoted = true;
            i = start + 1;
        } else {
            qsizetype end = start;
            while (end < line.size() && end - start < 9 && line[end].isDigit())
                ++end;
            const bool bullet = end == start && u"-+*"_s.contains(line[end]);
            const bool number = end > start && end < line.size() && (line[end] == u'.' || line[end] == u')');
            if ((!bullet && !number) || end + 1 >= line.size() || line[end + 1] != u' ')
                return i;
            i = end + 2;
        }
    }
}

} // namespace

DocumentSource::DocumentSource(QStringView text) : m_text(text)
{
    m_bytes.reserve(text.size() + text.size() / 16 + 16);
    qsizetype at = readMetadata();
    while (at < m_text.size()) {
        const qsizetype end = lineEnd(m_text, at);
        readLine({at, end - at});
        at = nextLine(m_text, end);
    }
    if (m_inFootnote)
        add({DocumentMarker::Kind::FootnoteEnd, {m_text.size(), 0}, {}, {}});
    m_anchors.push_back({m_bytes.size(), m_text.size()});
}

qsizetype DocumentSource::readMetadata()
{
    qsizetype end = lineEnd(m_text, 0);
    if (m_text.first(end).trimmed() != u"---" || m_text.startsWith(u' '))
        return 0;
    qsizetype at = nextLine(m_text, end);
    if (at >= m_text.size() || isBlank(m_text.sliced(at, lineEnd(m_text, at) - at)))
        return 0;
    while (at < m_text.size()) {
        end = lineEnd(m_text, at);
        const QStringView line = m_text.sliced(at, end - at);
        if (line.trimmed() == u"---" || line.trimmed() == u"...") {
            if (m_metadata.isEmpty())
                return 0;
            m_metadataRange = {0, end};
            return nextLine(m_text, end);
        }
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0 && !line.startsWith(u' ') && !line.startsWith(u'#')) {
            QStringView value = line.sliced(colon + 1).trimmed();
            if (value.size() >= 2 && value.front() == value.back() && (value.front() == u'"' || value.front() == u'\''))
                value = value.sliced(1, value.size() - 2);
            m_metadata.append({line.first(colon).trimmed().toString(), value.toString()});
        }
        at = nextLine(m_text, end);
    }
    m_metadata.clear();
    return 0;
}

void DocumentSource::readLine(TextRange line)
{
    const QStringView text = m_text.sliced(line.offset, line.length);
    const bool blank = isBlank(text);
    if (!m_inFootnote || !readFootnoteLine(line)) {
        followFence(text);
        if (m_fence || (!readFootnoteStart(line) && !readDiv(line)))
            add(line);
    }
    m_afterBlank = blank;
}

/// A line of the open footnote, without its indent; false when it does not belong to it any more.
bool DocumentSource::readFootnoteLine(TextRange line)
{
    const QStringView text = m_text.sliced(line.offset, line.length);
    if (isBlank(text)) {
        add(line);
        return true;
    }
    const qsizetype indent = text.startsWith(u'\t') ? 1 : std::min<qsizetype>(indentOf(text), footnoteIndent);
    const bool belongs = text.startsWith(u'\t') || indent == footnoteIndent;
    const bool goesOn = !m_afterBlank && !m_fence && !text.startsWith(u"[^") && !text.startsWith(u":::");
    if (belongs || goesOn) {
        add({line.offset + indent, line.length - indent});
        return true;
    }
    m_inFootnote = false;
    m_fence.reset();
    add({DocumentMarker::Kind::FootnoteEnd, {line.offset, 0}, {}, {}});
    return false;
}

bool DocumentSource::readFootnoteStart(TextRange line)
{
    constexpr qsizetype longestLabel = 100;
    const QStringView text = m_text.sliced(line.offset, line.length);
    const qsizetype indent = indentOf(text);
    if (indent > 3 || !text.sliced(indent).startsWith(u"[^"))
        return false;
    const qsizetype close = text.first(std::min(text.size(), indent + longestLabel + 3)).indexOf(u"]:");
    const QStringView label = close > indent + 2 ? text.sliced(indent + 2, close - indent - 2) : QStringView();
    if (label.isEmpty() || std::ranges::any_of(label, [](QChar c) { return c.isSpace() || c == u'[' || c == u']'; }))
        return false;
    m_inFootnote = true;
    m_footnotes.insert(label.toString());
    add({DocumentMarker::Kind::FootnoteStart, {line.offset + indent, close + 2 - indent}, label.toString(), {}});
    qsizetype content = close + 2;
    while (content < text.size() && text[content].isSpace())
        ++content;
    add({line.offset + content, line.length - content});
    return true;
}

bool DocumentSource::readDiv(TextRange line)
{
    const QStringView text = m_text.sliced(line.offset, line.length);
    const qsizetype indent = indentOf(text);
    const qsizetype colons = indent > 3 ? 0 : runLength(text.sliced(indent), u':');
    if (colons < 3)
        return false;
    QStringView rest = text.sliced(indent + colons).trimmed();
    const TextRange range{line.offset + indent, line.length - indent};
    if (rest.isEmpty()) {
        if (m_openDivs == 0)
            return false;
        --m_openDivs;
        add({DocumentMarker::Kind::DivEnd, range, {}, {}});
        return true;
    }
    while (rest.endsWith(u':'))
        rest.chop(1);
    rest = rest.trimmed();
    std::optional<Attributes> attributes;
    if (rest.startsWith(u'{'))
        attributes = readAttributes(rest);
    else if (!rest.isEmpty() && std::ranges::none_of(rest, [](QChar c) { return c.isSpace(); }))
        attributes = Attributes{{}, {rest.toString()}, {}};
    if (!attributes || m_openDivs == divNesting)
        return false;
    ++m_openDivs;
    add({DocumentMarker::Kind::DivStart, range, {}, *std::move(attributes)});
    return true;
}

/// Keeps count of fences of code, in which nothing is read.
void DocumentSource::followFence(QStringView line)
{
    const bool insideQuotation = indentOf(line) <= 3 && line.sliced(indentOf(line)).startsWith(u'>');
    if (m_fence) {
        const bool left = m_fence->quoted ? !insideQuotation : !isBlank(line) && indentOf(line) < m_fence->indent;
        if (left)
            m_fence.reset();
    }
    bool quoted = false;
    const qsizetype prefix = containerPrefix(line, quoted);
    const QStringView content = line.sliced(prefix).trimmed();
    const QChar mark = content.isEmpty() ? QChar() : content.front();
    const qsizetype length = mark == u'`' || mark == u'~' ? runLength(content, mark) : 0;
    if (m_fence) {
        if (mark == m_fence->mark && length >= m_fence->length && length == content.size() && (prefix == 0 || quoted))
            m_fence.reset();
    } else if (length >= 3 && indentOf(line.sliced(prefix)) <= 3
               && (mark == u'~' || !content.sliced(length).contains(u'`'))) {
        m_fence = Fence{mark, length, quoted ? 0 : prefix, quoted};
    }
}

void DocumentSource::add(TextRange line)
{
    constexpr qsizetype piece = 128;
    qsizetype at = line.offset;
    while (at < line.end()) {
        qsizetype size = std::min(piece, line.end() - at);
        if (m_text[at + size - 1].isHighSurrogate() && at + size < line.end())
            ++size;
        m_anchors.push_back({m_bytes.size(), at});
        const QStringView part = m_text.sliced(at, size);
        m_bytes += part.contains(QChar::Null) ? part.toString().replace(QChar::Null, QChar::ReplacementCharacter).toUtf8()
                                              : part.toUtf8();
        at += size;
    }
    m_anchors.push_back({m_bytes.size(), line.end()});
    m_bytes += '\n';
}

void DocumentSource::add(DocumentMarker marker)
{
    m_anchors.push_back({m_bytes.size(), marker.range.offset});
    m_markers.insert(m_bytes.size(), std::move(marker));
    m_bytes += "<?redoubt?>\n";
}

qsizetype DocumentSource::position(qsizetype byte) const
{
    const auto behind = std::ranges::upper_bound(m_anchors, byte, {}, &Anchor::byte);
    if (behind == m_anchors.begin())
        return 0;
    const Anchor &anchor = *std::prev(behind);
    qsizetype position = anchor.position;
    for (qsizetype i = anchor.byte; i < byte && i < m_bytes.size(); ++i) {
        const auto unit = static_cast<unsigned char>(m_bytes[i]);
        if ((unit & 0xc0) != 0x80)
            position += unit >= 0xf0 ? 2 : 1;
    }
    return std::min(position, m_text.size());
}

const DocumentMarker *DocumentSource::markerAt(qsizetype byte) const
{
    const auto found = m_markers.constFind(byte);
    return found == m_markers.cend() ? nullptr : &*found;
}

} // namespace redoubt
