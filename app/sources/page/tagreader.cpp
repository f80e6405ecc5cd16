#include "app/sources/page/tagreader.h"

namespace redoubt {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Attribute
{
    QByteArrayView name;
    QByteArrayView value;
};

/// Whether a tag's name stands at the beginning of `text`, and nothing but this.
bool isTagName(QByteArrayView text, QByteArrayView lowerName)
{
    if (text.size() <= lowerName.size() || text.first(lowerName.size()).compare(lowerName, Qt::CaseInsensitive) != 0)
        return false;
    const char next = text[lowerName.size()];
    return isSpace(next) || next == '/' || next == '>';
}

/// Goes through the attributes behind a tag's name.
class Attributes
{
public:
    Attributes(QByteArrayView markup, qsizetype at)
        : m_markup(markup)
        , m_at(at)
    {
    }

    /// False at the end of the tag, and where the markup ends before it.
    bool next(Attribute &attribute)
    {
        while (isSpace(here()) || here() == '/') {
            m_closesItself = here() == '/';
            ++m_at;
        }
        if (atEnd() || here() == '>')
            return false;
        m_closesItself = false;
        const qsizetype name = m_at++; // a "=" may begin a name
        while (!atEnd() && !isSpace(here()) && here() != '/' && here() != '>' && here() != '=')
            ++m_at;
        attribute = {m_markup.sliced(name, m_at - name), {}};
        const qsizetype behindName = m_at;
        skipSpace();
        if (here() != '=' || atEnd()) {
            m_at = behindName;
            return true;
        }
        ++m_at;
        skipSpace();
        attribute.value = value();
        return true;
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_markup.size(); }
    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] bool closesItself() const { return m_closesItself; }

private:
    [[nodiscard]] char here() const { return atEnd() ? '\0' : m_markup[m_at]; }

    void skipSpace()
    {
        while (isSpace(here()))
            ++m_at;
    }

    QByteArrayView value()
    {
        const char quote = here();
        if (quote == '"' || quote == '\'') {
            const qsizetype from = ++m_at;
            const qsizetype to = m_markup.indexOf(quote, from);
            m_at = to < 0 ? m_markup.size() : to + 1;
            return m_markup.sliced(from, (to < 0 ? m_markup.size() : to) - from);
        }
        const qsizetype from = m_at;
        while (!atEnd() && !isSpace(here()) && here() != '>')
            ++m_at;
        return m_markup.sliced(from, m_at - from);
    }

    QByteArrayView m_markup;
    qsizetype m_at;
    bool m_closesItself = false;
};

} // namespace

MarkupTag readTag(QByteArrayView markup, qsizetype at)
{
    MarkupTag tag;
    qsizetype name = at + 1;
    if (name < markup.size() && markup[name] == '/') {
        tag.isEnd = true;
        ++name;
    }
    if (name >= markup.size() || !isLetter(markup[name]))
        return tag;
    qsizetype nameEnd = name;
    while (nameEnd < markup.size() && !isSpace(markup[nameEnd]) && markup[nameEnd] != '/' && markup[nameEnd] != '>')
        ++nameEnd;
    Attributes attributes(markup, nameEnd);
    tag.attributesEnd = nameEnd;
    for (Attribute attribute; attributes.next(attribute);) {
        if (++tag.attributes <= MarkupTag::mostAttributes)
            tag.attributesEnd = attributes.position();
    }
    if (attributes.atEnd())
        return tag;
    tag.name = markup.sliced(name, nameEnd - name);
    tag.closesItself = attributes.closesItself();
    tag.end = attributes.position() + 1;
    return tag;
}

QByteArrayView attributeOf(QByteArrayView markup, qsizetype at, QByteArrayView lowerName)
{
    const MarkupTag tag = readTag(markup, at);
    if (tag.name.isEmpty())
        return {};
    Attributes attributes(markup, tag.name.end() - markup.begin());
    for (Attribute attribute; attributes.next(attribute);) {
        if (attribute.name.compare(lowerName, Qt::CaseInsensitive) == 0)
            return attribute.value;
    }
    return {};
}

qsizetype endOfDeclaration(QByteArrayView markup, qsizetype at)
{
    const auto behind = [&](QByteArrayView mark, qsizetype from) {
        const qsizetype found = markup.indexOf(mark, from);
        return found < 0 ? markup.size() : found + mark.size();
    };
    const QByteArrayView rest = markup.sliced(at);
    if (!rest.startsWith("<!--"))
        return behind(">", at);
    if (rest.startsWith("<!-->") || rest.startsWith("<!--->"))
        return behind(">", at);
    for (qsizetype dashes = markup.indexOf("--", at + 4); dashes >= 0; dashes = markup.indexOf("--", dashes + 1)) {
        const QByteArrayView end = markup.sliced(dashes + 2);
        if (end.startsWith('>'))
            return dashes + 3;
        if (end.startsWith("!>"))
            return dashes + 4;
    }
    return markup.size();
}

qsizetype findEndTag(QByteArrayView markup, qsizetype from, QByteArrayView lowerName)
{
    for (qsizetype at = markup.indexOf("</", from); at >= 0; at = markup.indexOf("</", at + 2)) {
        if (isTagName(markup.sliced(at + 2), lowerName))
            return at;
    }
    return -1;
}

qsizetype findScriptEnd(QByteArrayView markup, qsizetype from)
{
    bool isInComment = false;
    bool isHidden = false;
    for (qsizetype at = from; at < markup.size(); ++at) {
        if (markup[at] != '<' && (markup[at] != '-' || !isInComment))
            continue;
        const QByteArrayView rest = markup.sliced(at);
        if (rest.startsWith("-->")) {
            isInComment = isHidden = false;
        } else if (!isInComment && rest.startsWith("<!--")) {
            isInComment = true;
            ++at; // "<!-->" ends at once
        } else if (isInComment && !isHidden && isTagName(rest.sliced(1), "script")) {
            isHidden = true;
        } else if (rest.startsWith("</") && isTagName(rest.sliced(2), "script")) {
            if (!isHidden)
                return at;
            isHidden = false;
        }
    }
    return -1;
}

} // namespace redoubt
