#include "app/sources/page/maintext.h"

#include "app/sources/page/articlecleaning.h"
#include "app/sources/page/candidates.h"
#include "app/sources/page/measure.h"
#include "app/sources/page/structure.h"
#include "app/sources/page/titles.h"

#include <algorithm>
#include <array>

namespace redoubt {

namespace {

using Index = PageTree::Index;
constexpr Index none = PageTree::none;

constexpr qsizetype enoughText = 500;
constexpr qsizetype longestByline = 100;

/// Goes through a page once, takes out what is no part of the text, and notes what may hold some.
class Sifting
{
public:
    Sifting(PageTree &page, const QString &title, const Strictness &strictness, bool wantsByline)
        : m_page(page)
        , m_titleWords(titleWords(title))
        , m_strictness(strictness)
        , m_wantsByline(wantsByline)
    {
    }

    /// The elements whose text counts.
    std::vector<Index> run()
    {
        Index node = m_page.root();
        while (node != none) {
            if (!m_page.isElement(node)) {
                node = m_page.following(node, m_page.root());
            } else if (goes(node)) {
                const Index behind = m_page.followingBehind(node, m_page.root());
                m_page.remove(node);
                node = behind;
            } else {
                node = m_page.following(note(node), m_page.root());
            }
        }
        return std::move(m_holders);
    }

    [[nodiscard]] const QString &byline() const { return m_byline; }

private:
    bool goes(Index node)
    {
        if (node == m_page.root() || node == m_page.body())
            return false;
        const QByteArrayView role = m_page.attribute(node, "role");
        if (!isVisible(m_page, node) || (role == "dialog" && m_page.attribute(node, "aria-modal") == "true"))
            return true;
        if (takeByline(node) || takeTitle(node))
            return true;
        if (m_strictness.dropsUnlikely && isUnlikely(node, role))
            return true;
        const GumboTag tag = m_page.tag(node);
        const bool isHolder = tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_HEADER || isHeading(tag);
        return isHolder && isEmptyElement(m_page, node);
    }

    [[nodiscard]] bool isUnlikely(Index node, QByteArrayView role) const
    {
        static constexpr std::array<QByteArrayView, 7> roles{
            "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog"};
        const ClassSigns &signs = m_page.signs(node);
        if (signs.unlikely && !signs.possible && !m_page.is(node, GUMBO_TAG_A) && !m_page.isInside(node, GUMBO_TAG_TABLE, 4) &&
            !m_page.isInside(node, GUMBO_TAG_CODE, 4))
            return true;
        return std::ranges::contains(roles, role);
    }

    bool takeByline(Index node)
    {
        if (!m_wantsByline)
            return false;
        if (!m_page.signs(node).byline && m_page.attribute(node, "rel") != "author" &&
            !m_page.attribute(node, "itemprop").contains("author"))
            return false;
        if (!m_page.isShorter(node, longestByline) || m_page.length(node).isBlank())
            return false;
        Index named = node;
        for (Index inner = m_page.following(node, node); inner != none && named == node; inner = m_page.following(inner, node)) {
            if (m_page.attribute(inner, "itemprop").contains("name"))
                named = inner;
        }
        m_byline = m_page.wholeText(named).simplified();
        m_wantsByline = false;
        return true;
    }

    bool takeTitle(Index node)
    {
        if (!m_wantsTitle || (!m_page.is(node, GUMBO_TAG_H1) && !m_page.is(node, GUMBO_TAG_H2)))
            return false;
        m_wantsTitle = titleLikeness(m_titleWords, m_page.wholeText(node)) <= 0.75;
        return !m_wantsTitle;
    }

    /// Returns the node that stands in its place afterwards.
    Index note(Index node)
    {
        switch (m_page.tag(node)) {
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_P:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_PRE:
            m_holders.push_back(node);
            return node;
        case GUMBO_TAG_DIV:
            return noteDiv(node);
        default:
            return node;
        }
    }

    Index noteDiv(Index div)
    {
        makeParagraphs(m_page, div);
        const Index paragraph = onlyChild(m_page, div, GUMBO_TAG_P);
        if (paragraph != none && measure(m_page, div).linkDensity() < 0.25) {
            m_page.replace(div, paragraph);
            m_holders.push_back(paragraph);
            return paragraph;
        }
        if (!hasBlockInside(m_page, div)) {
            m_page.setTag(div, GUMBO_TAG_P);
            m_holders.push_back(div);
        }
        return div;
    }

    PageTree &m_page;
    const QSet<QString> m_titleWords;
    const Strictness m_strictness;
    bool m_wantsByline;
    bool m_wantsTitle = true;
    QString m_byline;
    std::vector<Index> m_holders;
};

/// From the strictest to the one that takes nearly all.
constexpr std::array attempts{Strictness{true, true, true}, Strictness{false, true, true}, Strictness{false, false, true},
    Strictness{false, false, false}};

} // namespace

std::optional<MainText> findMainText(PageTree page, const QString &title, bool hasByline)
{
    unifyMarkup(page);
    std::optional<MainText> longest;
    qsizetype length = 0;
    QString byline;
    for (const Strictness &strictness : attempts) {
        PageTree tried = page;
        Sifting sifting(tried, title, strictness, !hasByline && byline.isEmpty());
        const std::vector<Index> holders = sifting.run();
        if (byline.isEmpty())
            byline = sifting.byline();
        const Index article = gatherArticle(tried, holders, strictness);
        cleanArticle(tried, article, strictness);
        const qsizetype found = tried.length(article).length();
        if (found > length) {
            length = found;
            longest = MainText{std::move(tried), article, {}};
        }
        if (length >= enoughText)
            break;
    }
    if (longest)
        longest->byline = byline;
    return longest;
}

} // namespace redoubt
