#include "app/brief/document.h"

#include "app/brief/documentreader.h"
#include "app/brief/wordtarget.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

bool Span::operator==(const Span &other) const = default;
bool Block::Cell::operator==(const Cell &other) const = default;
bool Block::operator==(const Block &other) const = default;

namespace {

QString valueOf(const QList<std::pair<QString, QString>> &values, QStringView name)
{
    const auto found = std::ranges::find_if(values, [name](const auto &pair) { return pair.first == name; });
    return found == values.end() ? QString() : found->second;
}

/// Up to the next space outside quotation marks.
QStringView attributeWord(QStringView text)
{
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!quote.isNull())
            quote = text[i] == quote ? QChar() : quote;
        else if (text[i] == u'"' || text[i] == u'\'')
            quote = text[i];
        else if (text[i].isSpace())
            return text.first(i);
    }
    return quote.isNull() ? text : QStringView();
}

bool isName(QStringView name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u':' || c == u'.';
    });
}

bool addAttribute(QStringView word, Attributes &attributes)
{
    const qsizetype equals = word.indexOf(u'=');
    if (word.startsWith(u'.') && isName(word.sliced(1))) {
        attributes.classes.append(word.sliced(1).toString());
    } else if (word.startsWith(u'#') && isName(word.sliced(1))) {
        attributes.id = word.sliced(1).toString();
    } else if (equals > 0 && isName(word.first(equals))) {
        QStringView value = word.sliced(equals + 1);
        if (value.size() >= 2 && value.front() == value.back() && (value.front() == u'"' || value.front() == u'\''))
            value = value.sliced(1, value.size() - 2);
        attributes.values.append({word.first(equals).toString(), value.toString()});
    } else if (word == u"-") {
        attributes.classes.append(u"unnumbered"_s);
    } else if (isName(word)) {
        attributes.classes.append(word.toString());
    } else {
        return false;
    }
    return true;
}

void addCitations(const QList<Span> &spans, QList<CitationCluster> &found)
{
    for (const Span &span : spans) {
        if (span.kind == Span::Kind::Citation)
            found.append(span.citation);
        addCitations(span.children, found);
    }
}

void addCitations(const QList<Block> &blocks, QList<CitationCluster> &found)
{
    for (const Block &block : blocks) {
        addCitations(block.spans, found);
        for (const QList<Block::Cell> &row : block.rows) {
            for (const Block::Cell &cell : row)
                addCitations(cell.spans, found);
        }
        addCitations(block.children, found);
    }
}

void addPlainText(const QList<Span> &spans, QString &text)
{
    for (const Span &span : spans) {
        switch (span.kind) {
        case Span::Kind::Text:
        case Span::Kind::Code:
            text += span.text;
            break;
        case Span::Kind::SoftBreak:
        case Span::Kind::HardBreak:
            text += u' ';
            break;
        case Span::Kind::Citation:
        case Span::Kind::FootnoteReference:
        case Span::Kind::Raw:
            break;
        default:
            addPlainText(span.children, text);
        }
    }
}

int words(const QList<Span> &spans)
{
    const QString text = plainText(spans);
    int count = 0;
    bool inWord = false;
    for (const QChar c : text) {
        // A dash between spaces is no word; the letters around an apostrophe or a hyphen are one.
        if (c.isSpace() || c == u'—')
            inWord = false;
        else if (!inWord && c.isLetterOrNumber()) {
            inWord = true;
            ++count;
        }
    }
    return count;
}

int words(const QList<Block> &blocks)
{
    int count = 0;
    for (const Block &block : blocks) {
        count += words(block.spans) + words(block.children);
        for (const QList<Block::Cell> &row : block.rows) {
            for (const Block::Cell &cell : row)
                count += words(cell.spans);
        }
    }
    return count;
}

void addHeadings(const QList<Block> &blocks, QList<OutlineEntry> &entries)
{
    for (const Block &block : blocks) {
        if (block.kind == Block::Kind::Heading)
            entries.append({plainText(block.spans).trimmed(), block.level, block.role, block.range, block.range,
                wordTarget(block.attributes)});
        else if (block.kind == Block::Kind::Div)
            addHeadings(block.children, entries);
    }
}

qsizetype endOf(const Document &document)
{
    return document.blocks.isEmpty() ? 0 : document.blocks.constLast().range.end();
}

} // namespace

QString Attributes::value(QStringView name) const
{
    return valueOf(values, name);
}

QString Document::metadataValue(QStringView name) const
{
    return valueOf(metadata, name);
}

std::optional<Attributes> readAttributes(QStringView braces)
{
    braces = braces.trimmed();
    if (braces.size() < 2 || !braces.startsWith(u'{') || !braces.endsWith(u'}'))
        return {};
    QStringView rest = braces.sliced(1, braces.size() - 2).trimmed();
    Attributes attributes;
    while (!rest.isEmpty()) {
        const QStringView word = attributeWord(rest);
        if (word.isEmpty() || !addAttribute(word, attributes))
            return {};
        rest = rest.sliced(word.size()).trimmed();
    }
    return attributes;
}

const QList<std::pair<QString, SectionRole>> &roleClasses()
{
    static const QList<std::pair<QString, SectionRole>> classes{{u"incident"_s, SectionRole::Incident},
        {u"received"_s, SectionRole::Received}, {u"different"_s, SectionRole::Different}, {u"watch"_s, SectionRole::Watch}};
    return classes;
}

SectionRole sectionRole(const Attributes &attributes)
{
    for (const auto &[name, role] : roleClasses()) {
        if (attributes.classes.contains(name))
            return role;
    }
    return SectionRole::None;
}

Document readDocument(QStringView text)
{
    constexpr qsizetype longest = 16 * 1024 * 1024;
    Document document;
    if (text.size() > longest) {
        Block whole;
        whole.kind = Block::Kind::Raw;
        whole.text = text.toString();
        whole.range = whole.content = {0, text.size()};
        document.blocks.append(std::move(whole));
        document.complete = false;
        return document;
    }
    const DocumentSource source(text);
    document.metadata = source.metadata();
    document.metadataRange = source.metadataRange();
    document.blocks = DocumentReader(text, source).read();
    return document;
}

QList<OutlineEntry> outline(const Document &document)
{
    QList<OutlineEntry> entries;
    addHeadings(document.blocks, entries);
    std::vector<qsizetype> open;
    const auto closeDownTo = [&](int level, qsizetype position) {
        while (!open.empty() && entries[open.back()].level >= level) {
            TextRange &section = entries[open.back()].section;
            section.length = position - section.offset;
            open.pop_back();
        }
    };
    for (qsizetype i = 0; i < entries.size(); ++i) {
        closeDownTo(entries[i].level, entries[i].heading.offset);
        if (entries[i].role == SectionRole::None && !open.empty())
            entries[i].role = entries[open.back()].role;
        open.push_back(i);
    }
    closeDownTo(0, endOf(document));
    return entries;
}

QList<CitationCluster> citations(const Document &document)
{
    QList<CitationCluster> found;
    addCitations(document.blocks, found);
    return found;
}

int wordCount(const Document &document)
{
    return words(document.blocks);
}

QString plainText(const QList<Span> &spans)
{
    QString text;
    addPlainText(spans, text);
    return text;
}

} // namespace redoubt
