#include "app/sources/page/candidates.h"

#include "app/sources/page/measure.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

using Index = PageTree::Index;
constexpr Index none = PageTree::none;

constexpr int levelsScored = 5;
constexpr qsizetype shortestScored = 25;
constexpr size_t contenders = 5;
constexpr double nearlyAsGood = 0.75;
constexpr size_t fewestAlike = 3;

/// What an element is worth before anything in it is looked at.
double startOf(const PageTree &page, Index node, const Strictness &strictness)
{
    const double byName = strictness.weighsNames ? page.signs(node).weight : 0;
    switch (page.tag(node)) {
    case GUMBO_TAG_DIV:
        return byName + 5;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_BLOCKQUOTE:
        return byName + 3;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_FORM:
        return byName - 3;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TH:
        return byName - 5;
    default:
        return byName;
    }
}

std::vector<Index> ancestors(const PageTree &page, Index node)
{
    std::vector<Index> found;
    for (Index outer = page.parent(node); outer != none; outer = page.parent(outer))
        found.push_back(outer);
    return found;
}

class Gathering
{
public:
    Gathering(PageTree &page, const Strictness &strictness)
        : m_page(page)
        , m_strictness(strictness)
    {
    }

    void score(const std::vector<Index> &holders)
    {
        for (const Index holder : holders)
            scoreAround(holder);
        for (const Index candidate : m_candidates)
            m_page.setScore(candidate, m_page.score(candidate) * (1 - measure(m_page, candidate).linkDensity()));
    }

    Index take()
    {
        const Index best = chooseBest();
        const Index article = m_page.addElement(GUMBO_TAG_DIV);
        const Index holder = m_page.parent(best);
        const double threshold = std::max(10.0, m_page.score(best) * 0.2);
        const QByteArrayView name = m_page.attribute(best, "class");
        for (Index sibling = m_page.firstElement(holder); sibling != none;) {
            const Index next = m_page.nextElement(sibling);
            const double bonus = !name.isEmpty() && m_page.attribute(sibling, "class") == name ? m_page.score(best) * 0.2 : 0;
            const bool isAlike = m_page.isScored(sibling) && m_page.score(sibling) + bonus >= threshold;
            if (sibling == best || isAlike || isTextBeside(sibling))
                append(article, sibling);
            sibling = next;
        }
        return article;
    }

private:
    void scoreAround(Index holder)
    {
        if (m_page.parent(holder) == none)
            return;
        TextLength length;
        int commas = 0;
        for (Index inner = m_page.following(holder, holder); inner != none; inner = m_page.following(inner, holder)) {
            if (!m_page.isText(inner))
                continue;
            length.append(m_page.text(inner).length);
            commas += m_page.text(inner).commas;
        }
        if (length.length() < shortestScored)
            return;
        const double points = 1 + commas + 1 + double(std::min<qsizetype>(length.length() / 100, 3));
        Index outer = m_page.parent(holder);
        for (int level = 0; level < levelsScored && outer != none && m_page.parent(outer) != none; ++level) {
            if (!m_page.isScored(outer)) {
                m_page.setScore(outer, startOf(m_page, outer, m_strictness));
                m_candidates.push_back(outer);
            }
            const double share = level == 0 ? 1 : level == 1 ? 2 : level * 3;
            m_page.setScore(outer, m_page.score(outer) + points / share);
            outer = m_page.parent(outer);
        }
    }

    Index chooseBest()
    {
        // The first of those that are equally good stays before the others.
        std::ranges::stable_sort(m_candidates, [&](Index a, Index b) { return m_page.score(a) > m_page.score(b); });
        const Index best = m_candidates.empty() ? none : m_candidates.front();
        if (best == none || best == m_page.body())
            return wholeBody();
        return onlyOfItsParent(climbed(commonAncestor(best)));
    }

    /// Everything on the page, where nothing in it stands out.
    Index wholeBody()
    {
        const Index all = m_page.addElement(GUMBO_TAG_DIV);
        while (m_page.first(m_page.body()) != none)
            m_page.append(all, m_page.first(m_page.body()));
        m_page.append(m_page.body(), all);
        m_page.setScore(all, startOf(m_page, all, m_strictness));
        return all;
    }

    /// Where several are nearly as good as the best, what holds at least three of them.
    Index commonAncestor(Index best)
    {
        std::vector<std::vector<Index>> alike;
        for (size_t i = 1; i < std::min(contenders, m_candidates.size()); ++i) {
            if (m_page.score(m_candidates[i]) / m_page.score(best) >= nearlyAsGood)
                alike.push_back(ancestors(m_page, m_candidates[i]));
        }
        if (alike.size() < fewestAlike)
            return best;
        for (Index outer = m_page.parent(best); outer != none && outer != m_page.body(); outer = m_page.parent(outer)) {
            const auto holding = std::ranges::count_if(alike, [&](const auto &list) { return std::ranges::contains(list, outer); });
            if (size_t(holding) >= fewestAlike)
                return scored(outer);
        }
        return best;
    }

    /// Up to the first ancestor with more points, as long as they do not drop too low.
    Index climbed(Index best)
    {
        double last = m_page.score(best);
        const double lowest = last / 3;
        for (Index outer = m_page.parent(best); outer != none && outer != m_page.body(); outer = m_page.parent(outer)) {
            if (!m_page.isScored(outer))
                continue;
            const double score = m_page.score(outer);
            if (score < lowest)
                break;
            if (score > last)
                return outer;
            last = score;
        }
        return best;
    }

    Index onlyOfItsParent(Index best)
    {
        Index outer = m_page.parent(best);
        while (outer != none && outer != m_page.body() && m_page.parent(outer) != none && m_page.elementCount(outer) == 1) {
            best = outer;
            outer = m_page.parent(best);
        }
        return scored(best);
    }

    Index scored(Index node)
    {
        if (!m_page.isScored(node))
            m_page.setScore(node, startOf(m_page, node, m_strictness));
        return node;
    }

    /// A paragraph that stands beside the best: a long one with few links, or a short sentence without any.
    [[nodiscard]] bool isTextBeside(Index sibling) const
    {
        static const QRegularExpression sentence(u"\\.( |$)"_s);
        if (!m_page.is(sibling, GUMBO_TAG_P))
            return false;
        const Measure content = measure(m_page, sibling);
        const qsizetype length = content.text.length();
        if (length > 80)
            return content.linkDensity() < 0.25;
        return length > 0 && length < 80 && content.linkText == 0 &&
               sentence.match(m_page.wholeText(sibling).simplified()).hasMatch();
    }

    void append(Index article, Index node)
    {
        switch (m_page.tag(node)) {
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_P:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_UL:
            break;
        default:
            m_page.setTag(node, GUMBO_TAG_DIV);
        }
        m_page.append(article, node);
    }

    PageTree &m_page;
    const Strictness m_strictness;
    std::vector<Index> m_candidates;
};

} // namespace

Index gatherArticle(PageTree &page, const std::vector<Index> &holders, const Strictness &strictness)
{
    Gathering gathering(page, strictness);
    gathering.score(holders);
    return gathering.take();
}

} // namespace redoubt
