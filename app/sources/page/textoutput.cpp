#include "app/sources/page/textoutput.h"

#include "app/sources/page/structure.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

using Index = PageTree::Index;
constexpr Index none = PageTree::none;

enum class Break : quint8 { None, Line, Paragraph };

bool isInvisible(QChar c)
{
    return c == u'\u00ad' || c == u'\ufeff' || c == u'\u2060' || (c.category() == QChar::Other_Control && !c.isSpace());
}

/// Spaces that keep two words in one line stay what they are.
bool isFixedSpace(QChar c)
{
    return c == u'\u00a0' || c == u'\u202f';
}

class Output
{
public:
    void write(const QString &text)
    {
        for (const QChar c : text) {
            if (isInvisible(c))
                continue;
            if (isBlankCharacter(c)) {
                m_space = m_space.isNull() && isFixedSpace(c) ? c : QChar(u' ');
                continue;
            }
            put(c);
        }
    }

    void writeAsItStands(const QString &text)
    {
        for (const QChar c : text) {
            if (c == u'\n')
                ++m_lines;
            else if (c == u'\t' || isBlankCharacter(c))
                m_indent += c == u'\t' ? c : QChar(u' ');
            else if (!isInvisible(c))
                putVerbatim(c);
            if (c == u'\n')
                m_indent.clear();
        }
    }
    void endVerbatim()
    {
        m_lines = 0;
        m_indent.clear();
    }

    void require(Break wanted)
    {
        m_space = {};
        if (!m_text.isEmpty() && !m_isAtMark)
            m_break = std::max(m_break, wanted);
    }
    /// A line break as it is written; two in a row part paragraphs.
    void breakLine()
    {
        m_space = {};
        if (!m_text.isEmpty() && !m_isAtMark)
            m_break = m_break == Break::None ? Break::Line : Break::Paragraph;
    }
    /// What stands before an item; nothing parts it from the text that follows.
    void mark(const QString &text)
    {
        flush();
        m_text += text;
        m_isAtMark = true;
    }
    void endMark() { m_isAtMark = false; }
    void cell()
    {
        flush();
        m_text += u'\t';
        m_space = {};
    }
    void space() { m_space = u' '; }

    [[nodiscard]] QString take() { return m_text.trimmed(); }

private:
    void flush()
    {
        if (m_break != Break::None) {
            while (!m_text.isEmpty() && (m_text.back() == u' ' || m_text.back() == u'\t'))
                m_text.chop(1);
            m_text += m_break == Break::Line ? u"\n"_s : u"\n\n"_s;
        }
        m_break = Break::None;
    }

    void put(QChar c)
    {
        const bool begins = m_break != Break::None || m_text.isEmpty() || m_isAtMark || m_text.back() == u'\t';
        flush();
        if (!m_space.isNull() && !begins)
            m_text += m_space;
        m_space = {};
        m_isAtMark = false;
        m_text += c;
    }

    void putVerbatim(QChar c)
    {
        const bool begins = m_break != Break::None || m_text.isEmpty();
        flush();
        if (!begins)
            m_text += QString(m_lines, u'\n');
        m_lines = 0;
        m_text += m_indent;
        m_indent.clear();
        m_space = {};
        m_isAtMark = false;
        m_text += c;
    }

    QString m_text;
    QString m_indent; ///< white space in <pre> that is written when something follows in its line
    Break m_break = Break::None;
    qsizetype m_lines = 0; ///< line ends in <pre> that are not written yet
    QChar m_space;         ///< white space that is not written yet
    bool m_isAtMark = false;
};

/// A table for the look of the page: its cells hold more than a line each.
bool isLayout(const PageTree &page, Index table)
{
    if (!page.elements(table, {GUMBO_TAG_TABLE, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_PRE, GUMBO_TAG_BLOCKQUOTE}).empty())
        return true;
    return std::ranges::any_of(page.elements(table, {GUMBO_TAG_TD, GUMBO_TAG_TH}),
        [&](Index cell) { return page.elements(cell, {GUMBO_TAG_P, GUMBO_TAG_DIV}).size() > 1; });
}

class Writing
{
public:
    explicit Writing(const PageTree &page)
        : m_page(page)
    {
    }

    QString run(Index top)
    {
        children(top);
        return m_out.take();
    }

private:
    void children(Index node)
    {
        for (Index child = m_page.first(node); child != none; child = m_page.next(child)) {
            if (m_page.isElement(child))
                element(child);
            else if (m_page.isText(child) && m_verbatim > 0)
                m_out.writeAsItStands(m_page.text(child).text);
            else if (m_page.isText(child))
                m_out.write(m_page.text(child).text);
        }
    }

    void element(Index node)
    {
        switch (m_page.tag(node)) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_TITLE:
            return;
        case GUMBO_TAG_BR:
            return m_verbatim > 0 ? m_out.writeAsItStands(u"\n"_s) : m_inCell ? m_out.space() : m_out.breakLine();
        case GUMBO_TAG_TABLE:
            return table(node);
        case GUMBO_TAG_TR:
            return row(node);
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
            return cell(node);
        case GUMBO_TAG_LI:
            return item(node);
        case GUMBO_TAG_PRE:
            return pre(node);
        default:
            return part(isInnerList(node) ? Break::Line : breakAround(m_page.tag(node)), node);
        }
    }

    [[nodiscard]] bool isList(Index node) const { return m_page.is(node, GUMBO_TAG_OL) || m_page.is(node, GUMBO_TAG_UL); }
    [[nodiscard]] bool isInnerList(Index node) const
    {
        const Index outer = m_page.parent(node);
        return isList(node) && (isList(outer) || m_page.is(outer, GUMBO_TAG_LI));
    }

    static Break breakAround(GumboTag tag)
    {
        switch (tag) {
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_OPTION:
        case GUMBO_TAG_SUMMARY:
            return Break::Line;
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_DETAILS:
        case GUMBO_TAG_DIR:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_HGROUP:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_MENU:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_P:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_UL:
            return Break::Paragraph;
        default:
            return Break::None;
        }
    }

    void part(Break around, Index node)
    {
        const auto separate = [&] {
            if (around == Break::None)
                return;
            if (m_inCell)
                m_out.space();
            else
                m_out.require(around);
        };
        separate();
        const int number = m_number;
        if (isList(node))
            m_number = m_page.is(node, GUMBO_TAG_OL) ? startOf(node) : 0;
        children(node);
        m_number = number;
        separate();
    }

    [[nodiscard]] int startOf(Index list) const
    {
        bool isNumber = false;
        const int start = m_page.attribute(list, "start").trimmed().toInt(&isNumber);
        return isNumber && start > 0 && start < 1'000'000 ? start : 1;
    }

    void item(Index node)
    {
        if (m_inCell)
            return part(Break::Line, node);
        m_out.require(Break::Line);
        if (!m_page.length(node).isBlank())
            m_out.mark(m_number > 0 ? QString::number(m_number) + u". "_s : u"• "_s);
        if (m_number > 0)
            ++m_number;
        children(node);
        m_out.endMark();
        m_out.require(Break::Line);
    }

    void pre(Index node)
    {
        if (m_inCell)
            return part(Break::Paragraph, node);
        m_out.require(Break::Paragraph);
        ++m_verbatim;
        children(node);
        --m_verbatim;
        m_out.endVerbatim();
        m_out.require(Break::Paragraph);
    }

    void table(Index node)
    {
        const bool outer = m_isLayout;
        m_isLayout = isLayout(m_page, node);
        part(Break::Paragraph, node);
        m_isLayout = outer;
    }

    void row(Index node)
    {
        if (m_inCell || m_isLayout)
            return part(Break::Paragraph, node);
        m_out.require(Break::Line);
        m_isFirstCell = true;
        children(node);
        m_out.require(Break::Line);
    }

    void cell(Index node)
    {
        if (m_inCell || m_isLayout)
            return part(Break::Paragraph, node);
        if (!std::exchange(m_isFirstCell, false))
            m_out.cell();
        m_inCell = true;
        children(node);
        m_inCell = false;
    }

    const PageTree &m_page;
    Output m_out;
    int m_verbatim = 0;
    int m_number = 0; ///< of the next item in a numbered list; 0 in others
    bool m_isLayout = true; ///< also of rows and cells outside of tables
    bool m_inCell = false;
    bool m_isFirstCell = true;
};

} // namespace

QString plainText(const PageTree &page, Index top)
{
    return Writing(page).run(top);
}

} // namespace redoubt
