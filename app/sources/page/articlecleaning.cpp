#include "app/sources/page/articlecleaning.h"

#include "app/sources/page/measure.h"
#include "app/sources/page/structure.h"

#include <QRegularExpression>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

using Index = PageTree::Index;
constexpr Index none = PageTree::none;

constexpr qsizetype longestShare = 500; ///< characters in a box for sharing
constexpr int commasOfProse = 10;

int spanOf(const PageTree &page, Index node, const char *name)
{
    bool isNumber = false;
    const int span = page.attribute(node, name).trimmed().toInt(&isNumber);
    return isNumber && span > 0 ? std::min(span, 1000) : 1;
}

bool isDataBySize(const PageTree &page, Index table)
{
    int rows = 0;
    int columns = 0;
    for (const Index row : page.elements(table, {GUMBO_TAG_TR})) {
        rows += spanOf(page, row, "rowspan");
        int cells = 0;
        for (const Index cell : page.elements(row, {GUMBO_TAG_TD}))
            cells += spanOf(page, cell, "colspan");
        columns = std::max(columns, cells);
    }
    if (rows == 1 || columns == 1)
        return false;
    return rows >= 10 || columns > 4 || rows * columns > 10;
}

/// Whether a table is there for what it says, not for how the page looks.
bool holdsData(const PageTree &page, Index table)
{
    if (page.attribute(table, "role") == "presentation" || page.attribute(table, "datatable") == "0")
        return false;
    if (!page.attribute(table, "summary").isEmpty())
        return true;
    const auto captions = page.elements(table, {GUMBO_TAG_CAPTION});
    if (!captions.empty() && page.first(captions.front()) != none)
        return true;
    if (!page.elements(table, {GUMBO_TAG_COL, GUMBO_TAG_COLGROUP, GUMBO_TAG_TFOOT, GUMBO_TAG_THEAD, GUMBO_TAG_TH}).empty())
        return true;
    return page.elements(table, {GUMBO_TAG_TABLE}).empty() && isDataBySize(page, table);
}

bool isInDataTable(const PageTree &page, Index node)
{
    for (Index outer = page.parent(node); outer != none; outer = page.parent(outer)) {
        if (page.is(outer, GUMBO_TAG_TABLE) && page.isDataTable(outer))
            return true;
    }
    return false;
}

/// Nothing but a word for advertising, or that something is still loading.
bool isPlaceholder(const QString &text)
{
    static const QRegularExpression words(
        u"\\A(ad(vertising|vertisement)?|pub(licité)?|werb(ung)?|广告|реклама|anuncio|"
        "(loading|正在加载|загрузка|chargement|cargando)(…|\\.\\.\\.)?)\\z"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.size() < 20 && words.match(text).hasMatch();
}

/// What one element is judged by.
struct Judged
{
    Measure measure;
    bool isList = false;
    bool isInFigure = false;
    int weight = 0;
};

bool looksForeign(const Judged &judged)
{
    const Measure &m = judged.measure;
    const qsizetype length = m.text.length();
    const double links = m.linkDensity();
    if (!judged.isInFigure && m.pictures > 1 && double(m.paragraphs) / m.pictures < 0.5)
        return true;
    if (!judged.isList && m.listItems - 100 > m.paragraphs)
        return true;
    if (m.inputs > m.paragraphs / 3)
        return true;
    if (!judged.isList && !judged.isInFigure && m.headingDensity() < 0.9 && length < 25 && (m.pictures == 0 || m.pictures > 2) &&
        links > 0)
        return true;
    if (!judged.isList && judged.weight < 25 && links > 0.2)
        return true;
    if (judged.weight >= 25 && links > 0.5)
        return true;
    if ((m.embedded == 1 && length < 75) || m.embedded > 1)
        return true;
    return m.pictures == 0 && !m.hasPlainText;
}

class Cleaning
{
public:
    Cleaning(PageTree &page, Index article, const Strictness &strictness)
        : m_page(page)
        , m_article(article)
        , m_strictness(strictness)
    {
    }

    void run()
    {
        for (const Index table : m_page.elements(m_article, {GUMBO_TAG_TABLE})) {
            if (holdsData(m_page, table))
                m_page.setDataTable(table);
        }
        removeForeign(GUMBO_TAG_FORM);
        removeForeign(GUMBO_TAG_FIELDSET);
        removeAll({GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_FOOTER, GUMBO_TAG_LINK, GUMBO_TAG_ASIDE});
        removeSharing();
        removeAll({GUMBO_TAG_IFRAME, GUMBO_TAG_INPUT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON});
        removeHeadings();
        removeForeign(GUMBO_TAG_TABLE);
        removeForeign(GUMBO_TAG_UL);
        removeForeign(GUMBO_TAG_DIV);
        removeEmptyParagraphs();
        unwrapTables();
    }

private:
    void removeAll(std::initializer_list<GumboTag> tags)
    {
        for (const Index node : m_page.elements(m_article, tags)) {
            const GumboTag tag = m_page.tag(node);
            const bool isEmbedded = tag == GUMBO_TAG_OBJECT || tag == GUMBO_TAG_EMBED || tag == GUMBO_TAG_IFRAME;
            if (!isEmbedded || !isVideo(m_page, node))
                m_page.remove(node);
        }
    }

    void removeSharing()
    {
        for (Index part = m_page.firstElement(m_article); part != none; part = m_page.nextElement(part)) {
            for (Index node = m_page.following(part, part); node != none;) {
                const bool goes = m_page.isElement(node) && m_page.signs(node).share && m_page.isShorter(node, longestShare);
                const Index next = goes ? m_page.followingBehind(node, part) : m_page.following(node, part);
                if (goes)
                    m_page.remove(node);
                node = next;
            }
        }
    }

    void removeHeadings()
    {
        for (const Index heading : m_page.elements(m_article, {GUMBO_TAG_H1, GUMBO_TAG_H2})) {
            if (weightOf(heading) < 0)
                m_page.remove(heading);
        }
    }

    /// From the last to the first, so that what is inside of an element is judged before it.
    void removeForeign(GumboTag tag)
    {
        if (!m_strictness.cleans)
            return;
        const std::vector<Index> found = m_page.elements(m_article, {tag});
        for (const Index node : std::views::reverse(found)) {
            if (isForeign(node))
                m_page.remove(node);
        }
    }

    [[nodiscard]] int weightOf(Index node) const { return m_strictness.weighsNames ? m_page.signs(node).weight : 0; }

    [[nodiscard]] bool isForeign(Index node) const
    {
        if (m_page.is(node, GUMBO_TAG_TABLE) && m_page.isDataTable(node))
            return false;
        if (isInDataTable(m_page, node) || m_page.isInside(node, GUMBO_TAG_CODE, 4))
            return false;
        Judged judged{measure(m_page, node)};
        const Measure &content = judged.measure;
        if (content.hasDataTable)
            return false;
        judged.weight = weightOf(node);
        if (judged.weight < 0)
            return true;
        if (content.commas >= commasOfProse || content.hasVideo)
            return false;
        judged.isList = m_page.is(node, GUMBO_TAG_UL) || content.ratio(double(content.listText)) > 0.9;
        judged.isInFigure = m_page.isInside(node, GUMBO_TAG_FIGURE, 4);
        if (content.text.length() < 20 && isPlaceholder(m_page.wholeText(node).simplified()))
            return true;
        return looksForeign(judged) && !(judged.isList && isListOfPictures(node, content));
    }

    [[nodiscard]] bool isListOfPictures(Index node, const Measure &content) const
    {
        for (Index child = m_page.firstElement(node); child != none; child = m_page.nextElement(child)) {
            if (m_page.elementCount(child) > 1)
                return false;
        }
        return content.pictures == content.listItems;
    }

    void removeEmptyParagraphs()
    {
        for (const Index paragraph : m_page.elements(m_article, {GUMBO_TAG_P})) {
            if (!m_page.length(paragraph).isBlank())
                continue;
            if (m_page.elements(paragraph, {GUMBO_TAG_IMG, GUMBO_TAG_EMBED, GUMBO_TAG_OBJECT, GUMBO_TAG_IFRAME}).empty())
                m_page.remove(paragraph);
        }
    }

    void unwrapTables()
    {
        for (const Index table : m_page.elements(m_article, {GUMBO_TAG_TABLE})) {
            const Index body = onlyChild(m_page, table, GUMBO_TAG_TBODY);
            const Index row = onlyChild(m_page, body == none ? table : body, GUMBO_TAG_TR);
            const Index cell = row == none ? none : onlyChild(m_page, row, GUMBO_TAG_TD);
            if (cell == none || m_page.parent(table) == none)
                continue;
            bool isLine = true;
            for (Index child = m_page.first(cell); child != none; child = m_page.next(child))
                isLine = isLine && isPhrasing(m_page, child);
            m_page.setTag(cell, isLine ? GUMBO_TAG_P : GUMBO_TAG_DIV);
            m_page.replace(table, cell);
        }
    }

    PageTree &m_page;
    const Index m_article;
    const Strictness m_strictness;
};

} // namespace

void cleanArticle(PageTree &page, Index article, const Strictness &strictness)
{
    Cleaning(page, article, strictness).run();
}

} // namespace redoubt
