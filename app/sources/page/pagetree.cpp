#include "app/sources/page/pagetree.h"

#include <algorithm>

namespace redoubt {

namespace {

/// The commas of Latin, Arabic, Chinese, Japanese and other scripts.
bool isComma(QChar c)
{
    switch (c.unicode()) {
    case u',':
    case u'\u060c':
    case u'\ufe50':
    case u'\ufe10':
    case u'\ufe11':
    case u'\u2e41':
    case u'\u2e34':
    case u'\u2e32':
    case u'\uff0c':
        return true;
    default:
        return false;
    }
}

/// With the texts that placeholders stand for.
QString withTexts(QByteArrayView utf8, const std::vector<QByteArrayView> &texts)
{
    QString whole = QString::fromUtf8(utf8);
    if (texts.empty() || !utf8.contains(PreparedMarkup::placeholderLead))
        return whole;
    QString text;
    for (const QChar *at = whole.cbegin(); at != whole.cend(); ++at) {
        const bool isPair = at->isHighSurrogate() && at + 1 != whole.cend();
        const char32_t letter = isPair ? QChar::surrogateToUcs4(at[0], at[1]) : at->unicode();
        const size_t number = size_t(letter) - PreparedMarkup::firstPlaceholder;
        if (letter < PreparedMarkup::firstPlaceholder || number >= texts.size()) {
            text += *at;
            continue;
        }
        text += QString::fromUtf8(texts[number]);
        ++at;
    }
    return text;
}

PageTree::Text measured(const QString &text)
{
    PageTree::Text result{text, {}, 0, 0};
    TextLength &length = result.length;
    bool inSpace = false;
    for (const QChar c : std::as_const(result.text)) {
        if (isBlankCharacter(c)) {
            inSpace = true;
            continue;
        }
        if (inSpace && length.solid == 0)
            length.beginsWithSpace = true;
        else if (inSpace)
            ++length.gaps;
        inSpace = false;
        ++length.solid;
        result.plainCommas += c == u',';
        result.commas += isComma(c);
    }
    length.endsWithSpace = inSpace;
    return result;
}

} // namespace

bool isBlankCharacter(QChar c)
{
    return c.isSpace() || c == u'\ufeff';
}

void TextLength::append(const TextLength &next)
{
    if (next.isBlank()) {
        endsWithSpace |= next.endsWithSpace;
        return;
    }
    if (isBlank())
        beginsWithSpace = endsWithSpace || next.beginsWithSpace;
    else
        gaps += endsWithSpace || next.beginsWithSpace;
    solid += next.solid;
    gaps += next.gaps;
    endsWithSpace = next.endsWithSpace;
}

PageTree::Shared::Shared(const QByteArray &markup)
    : utf8(markup)
{
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.allocator = [](void *memory, size_t size) { return static_cast<ParseArena *>(memory)->take(size); };
    options.deallocator = [](void *memory, void *piece) { static_cast<ParseArena *>(memory)->giveBack(piece); };
    options.userdata = &arena;
    output = gumbo_parse_with_options(&options, utf8.constData(), size_t(utf8.size()));
}

PageTree::PageTree(const PreparedMarkup &markup)
    : m_shared(std::make_shared<Shared>(markup.html))
{
    m_shared->attributes.emplace_back(); // of the elements that have none
    read(m_shared->output->root, markup.texts);
}

PageTree::Index PageTree::add(const GumboNode *source, const std::vector<QByteArrayView> &texts)
{
    Node node;
    switch (source->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: {
        const GumboElement &element = source->v.element;
        node.tag = element.tag_namespace == GUMBO_NAMESPACE_HTML ? element.tag : GUMBO_TAG_UNKNOWN;
        if (element.attributes.length > 0) {
            const GumboAttribute *classes = gumbo_get_attribute(&element.attributes, "class");
            const GumboAttribute *id = gumbo_get_attribute(&element.attributes, "id");
            node.content = qint32(m_shared->attributes.size());
            m_shared->attributes.push_back(
                {&element.attributes, classSigns(classes ? classes->value : "", id ? id->value : "")});
        }
        break;
    }
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        node.kind = Kind::Text;
        node.content = qint32(m_shared->texts.size());
        m_shared->texts.push_back(measured(withTexts(source->v.text.text, texts)));
        break;
    default:
        node.kind = Kind::Comment;
    }
    m_nodes.push_back(node);
    return Index(m_nodes.size()) - 1;
}

void PageTree::read(const GumboNode *html, const std::vector<QByteArrayView> &texts)
{
    struct Open
    {
        const GumboVector *children;
        uint next;
        Index node;
    };
    add(html, texts);
    std::vector<Open> open{{&html->v.element.children, 0, 0}};
    while (!open.empty()) {
        Open &top = open.back();
        if (top.next == top.children->length) {
            open.pop_back();
            continue;
        }
        const auto *source = static_cast<const GumboNode *>(top.children->data[top.next++]);
        const Index node = add(source, texts);
        append(top.node, node);
        if (is(node, GUMBO_TAG_BODY) && m_body == none)
            m_body = node;
        if (source->type != GUMBO_NODE_ELEMENT)
            continue;
        const Index holder = open.size() < size_t(deepestNesting) ? node : top.node;
        open.push_back({&source->v.element.children, 0, holder});
    }
    if (m_body == none) {
        m_body = addElement(GUMBO_TAG_BODY);
        append(root(), m_body);
    }
}

PageTree::Index PageTree::elementFrom(Index node) const
{
    while (node != none && !isElement(node))
        node = next(node);
    return node;
}

int PageTree::elementCount(Index node) const
{
    const Index one = firstElement(node);
    return one == none ? 0 : nextElement(one) == none ? 1 : 2;
}

PageTree::Index PageTree::followingBehind(Index node, Index top) const
{
    while (node != top && node != none) {
        if (next(node) != none)
            return next(node);
        node = parent(node);
    }
    return none;
}

PageTree::Index PageTree::following(Index node, Index top) const
{
    return first(node) != none ? first(node) : followingBehind(node, top);
}

std::vector<PageTree::Index> PageTree::elements(Index top, std::initializer_list<GumboTag> tags) const
{
    std::vector<Index> found;
    for (Index node = following(top, top); node != none; node = following(node, top)) {
        if (isElement(node) && std::ranges::contains(tags, tag(node)))
            found.push_back(node);
    }
    return found;
}

bool PageTree::isInside(Index node, GumboTag wanted, int levels) const
{
    for (Index outer = parent(node); outer != none; outer = parent(outer)) {
        if (is(outer, wanted))
            return true;
        if (--levels == 0)
            return false;
    }
    return false;
}

PageTree::Index PageTree::addElement(GumboTag tag)
{
    m_nodes.push_back({});
    m_nodes.back().tag = tag;
    return Index(m_nodes.size()) - 1;
}

void PageTree::remove(Index node)
{
    Node &removed = at(node);
    if (removed.parent == none)
        return;
    (removed.previous == none ? at(removed.parent).first : at(removed.previous).next) = removed.next;
    (removed.next == none ? at(removed.parent).last : at(removed.next).previous) = removed.previous;
    removed.parent = removed.previous = removed.next = none;
}

void PageTree::append(Index parent, Index node)
{
    remove(node);
    Node &appended = at(node);
    Node &holder = at(parent);
    appended.parent = parent;
    appended.previous = holder.last;
    (holder.last == none ? holder.first : at(holder.last).next) = node;
    holder.last = node;
}

void PageTree::replace(Index node, Index by)
{
    remove(by);
    const Node replaced = at(node);
    Node &standing = at(by);
    standing.parent = replaced.parent;
    standing.previous = replaced.previous;
    standing.next = replaced.next;
    (replaced.previous == none ? at(replaced.parent).first : at(replaced.previous).next) = by;
    (replaced.next == none ? at(replaced.parent).last : at(replaced.next).previous) = by;
    at(node).parent = at(node).previous = at(node).next = none;
}

const GumboVector *PageTree::attributes(Index node) const
{
    return isElement(node) ? m_shared->attributes[size_t(at(node).content)].all : nullptr;
}

QByteArrayView PageTree::attribute(Index node, const char *name) const
{
    const GumboVector *all = attributes(node);
    const GumboAttribute *found = all ? gumbo_get_attribute(all, name) : nullptr;
    return found ? QByteArrayView(found->value) : QByteArrayView();
}

bool PageTree::has(Index node, const char *name) const
{
    const GumboVector *all = attributes(node);
    return all && gumbo_get_attribute(all, name);
}

bool PageTree::hasAttributeLike(Index node, bool (*fits)(QByteArrayView value)) const
{
    const GumboVector *all = attributes(node);
    for (uint i = 0; all && i < all->length; ++i) {
        if (fits(static_cast<const GumboAttribute *>(all->data[i])->value))
            return true;
    }
    return false;
}

QString PageTree::wholeText(Index node) const
{
    QString whole;
    if (isText(node))
        return text(node).text;
    for (Index inner = following(node, node); inner != none; inner = following(inner, node)) {
        if (isText(inner))
            whole += text(inner).text;
    }
    return whole;
}

TextLength PageTree::length(Index node) const
{
    if (isText(node))
        return text(node).length;
    TextLength total;
    for (Index inner = following(node, node); inner != none; inner = following(inner, node)) {
        if (isText(inner))
            total.append(text(inner).length);
    }
    return total;
}

bool PageTree::isShorter(Index node, qsizetype characters) const
{
    qsizetype counted = 0;
    qsizetype blank = 0; // counts once something follows
    for (Index inner = following(node, node); inner != none; inner = following(inner, node)) {
        if (!isText(inner))
            continue;
        const Text &piece = text(inner);
        if (piece.length.isBlank()) {
            blank += counted > 0 ? piece.text.size() : 0;
            continue;
        }
        counted += blank + (counted > 0 ? piece.text.size() : piece.text.trimmed().size());
        blank = 0;
        if (counted >= characters)
            return false;
    }
    return true;
}

} // namespace redoubt
