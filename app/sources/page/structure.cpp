#include "app/sources/page/structure.h"

#include <QByteArray>

namespace redoubt {

namespace {

using Index = PageTree::Index;
constexpr Index none = PageTree::none;

/// The first at or behind `node` that is no blank text (and no comment).
Index skipBlank(const PageTree &page, Index node)
{
    while (node != none && !page.isElement(node) && (!page.isText(node) || page.text(node).length.isBlank()))
        node = page.next(node);
    return node;
}

void trimEnd(PageTree &page, Index paragraph)
{
    while (page.last(paragraph) != none && page.isBlank(page.last(paragraph)))
        page.remove(page.last(paragraph));
}

/// Takes away the line breaks behind this one; whether there were any.
bool takeBreaksBehind(PageTree &page, Index lineBreak)
{
    bool taken = false;
    Index at = skipBlank(page, page.next(lineBreak));
    while (at != none && page.is(at, GUMBO_TAG_BR)) {
        taken = true;
        const Index behind = page.next(at);
        page.remove(at);
        at = skipBlank(page, behind);
    }
    return taken;
}

void breaksToParagraph(PageTree &page, Index lineBreak)
{
    if (page.parent(lineBreak) == none || !takeBreaksBehind(page, lineBreak))
        return;
    const Index paragraph = page.addElement(GUMBO_TAG_P);
    page.replace(lineBreak, paragraph);
    for (Index at = page.next(paragraph); at != none;) {
        if (page.is(at, GUMBO_TAG_BR)) {
            const Index behind = skipBlank(page, page.next(at));
            if (behind != none && page.is(behind, GUMBO_TAG_BR))
                break;
        }
        if (!isPhrasing(page, at))
            break;
        const Index behind = page.next(at);
        page.append(paragraph, at);
        at = behind;
    }
    trimEnd(page, paragraph);
    if (page.is(page.parent(paragraph), GUMBO_TAG_P))
        page.setTag(page.parent(paragraph), GUMBO_TAG_DIV);
}

bool namesPicture(QByteArrayView value)
{
    const QByteArray lower = value.toByteArray().toLower();
    return lower.contains(".jpg") || lower.contains(".jpeg") || lower.contains(".png") || lower.contains(".webp");
}

bool hasSource(const PageTree &page, Index picture)
{
    return page.has(picture, "src") || page.has(picture, "srcset") || page.has(picture, "data-src") || page.has(picture, "data-srcset") ||
           page.hasAttributeLike(picture, namesPicture);
}

/// Whether a style sets a property to a value; both in lower case.
bool hasStyle(QByteArrayView style, QByteArrayView property, QByteArrayView value)
{
    const QByteArray lower = style.toByteArray().toLower();
    for (const QByteArray &declaration : lower.split(';')) {
        const qsizetype colon = declaration.indexOf(':');
        if (colon > 0 && declaration.first(colon).trimmed() == property && declaration.sliced(colon + 1).trimmed().startsWith(value))
            return true;
    }
    return false;
}

} // namespace

bool isHeading(GumboTag tag)
{
    return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 || tag == GUMBO_TAG_H5 ||
           tag == GUMBO_TAG_H6;
}

bool isPhrasing(const PageTree &page, Index node)
{
    if (page.isText(node))
        return true;
    switch (page.tag(node)) {
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_OUTPUT:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
        return true;
    case GUMBO_TAG_A:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_INS:
        for (Index child = page.first(node); child != none; child = page.next(child)) {
            if (!isPhrasing(page, child))
                return false;
        }
        return true;
    default:
        return false;
    }
}

bool hasBlockInside(const PageTree &page, Index node)
{
    for (Index inner = page.following(node, node); inner != none; inner = page.following(inner, node)) {
        switch (page.tag(inner)) {
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_IMG:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_P:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_UL:
            return true;
        default:
            break;
        }
    }
    return false;
}

Index onlyChild(const PageTree &page, Index node, GumboTag tag)
{
    const Index child = page.firstElement(node);
    if (child == none || !page.is(child, tag) || page.nextElement(child) != none)
        return none;
    for (Index beside = page.first(node); beside != none; beside = page.next(beside)) {
        if (page.isText(beside) && !page.text(beside).length.isBlank())
            return none;
    }
    return child;
}

bool isEmptyElement(const PageTree &page, Index node)
{
    int children = 0;
    for (Index child = page.firstElement(node); child != none; child = page.nextElement(child))
        ++children;
    int breaks = 0;
    for (Index inner = page.following(node, node); inner != none; inner = page.following(inner, node)) {
        if (page.isText(inner) && !page.text(inner).length.isBlank())
            return false;
        breaks += page.is(inner, GUMBO_TAG_BR) || page.is(inner, GUMBO_TAG_HR);
    }
    return breaks == children;
}

bool isVisible(const PageTree &page, Index node)
{
    if (page.has(node, "hidden"))
        return false;
    if (page.attribute(node, "aria-hidden") == "true" && !page.attribute(node, "class").contains("fallback-image"))
        return false;
    const QByteArrayView style = page.attribute(node, "style");
    return style.isEmpty() || (!hasStyle(style, "display", "none") && !hasStyle(style, "visibility", "hidden"));
}

void unifyMarkup(PageTree &page)
{
    for (const Index picture : page.elements(page.root(), {GUMBO_TAG_IMG})) {
        if (!hasSource(page, picture))
            page.remove(picture);
    }
    for (const Index lineBreak : page.elements(page.body(), {GUMBO_TAG_BR}))
        breaksToParagraph(page, lineBreak);
    for (const Index font : page.elements(page.root(), {GUMBO_TAG_FONT}))
        page.setTag(font, GUMBO_TAG_SPAN);
}

void makeParagraphs(PageTree &page, Index div)
{
    Index paragraph = none;
    for (Index child = page.first(div); child != none;) {
        const Index next = page.next(child);
        if (isPhrasing(page, child)) {
            if (paragraph != none) {
                page.append(paragraph, child);
            } else if (!page.isBlank(child)) {
                paragraph = page.addElement(GUMBO_TAG_P);
                page.replace(child, paragraph);
                page.append(paragraph, child);
            }
        } else if (paragraph != none) {
            trimEnd(page, paragraph);
            paragraph = none;
        }
        child = next;
    }
}

} // namespace redoubt
