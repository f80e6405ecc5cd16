#include "app/sources/page/preparedmarkup.h"

#include "app/sources/page/tagreader.h"

#include <QCoreApplication>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <vector>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Page)
};

constexpr qint64 mostTags = 2'000'000;
constexpr qint64 mostSteps = 40'000'000;
constexpr qint64 mostReopened = 500'000;

/// What is done with an element before the parser sees it.
enum class Handling : quint8 {
    Nested,     ///< its tags stay, and count as a level
    Block,      ///< so too; its end ends paragraphs and items in it, its start a paragraph before it
    Formatting, ///< so too, but the parser opens it again where it was left open
    Paragraph,  ///< ends without an end tag where the next block begins
    Item,       ///< ends without an end tag where the next of its kind begins
    Empty,      ///< has no content
    Dropped,    ///< its content goes with its tags
    Emptied,    ///< its content goes, its tags stay
    Text,       ///< its content is text, whatever it looks like
    Untagged,   ///< its tags go, its content stays
    Document,   ///< html, head, body: no level of its own
};

using Handlings = std::array<Handling, size_t(GUMBO_TAG_LAST) + 1>;

Handlings makeHandlings()
{
    Handlings handlings;
    handlings.fill(Handling::Nested);
    const auto set = [&](Handling handling, std::initializer_list<GumboTag> tags) {
        for (const GumboTag tag : tags)
            handlings[size_t(tag)] = handling;
    };
    set(Handling::Formatting, {GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_EM, GUMBO_TAG_FONT, GUMBO_TAG_I,
                                  GUMBO_TAG_NOBR, GUMBO_TAG_S, GUMBO_TAG_SMALL, GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_TT, GUMBO_TAG_U});
    set(Handling::Block, {GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_CENTER, GUMBO_TAG_DETAILS,
                             GUMBO_TAG_DIR, GUMBO_TAG_DIV, GUMBO_TAG_DL, GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
                             GUMBO_TAG_FOOTER, GUMBO_TAG_FORM, GUMBO_TAG_HEADER, GUMBO_TAG_HGROUP, GUMBO_TAG_MAIN, GUMBO_TAG_MENU,
                             GUMBO_TAG_NAV, GUMBO_TAG_OL, GUMBO_TAG_PRE, GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE,
                             GUMBO_TAG_UL, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});
    set(Handling::Paragraph, {GUMBO_TAG_P});
    set(Handling::Item, {GUMBO_TAG_LI, GUMBO_TAG_DD, GUMBO_TAG_DT, GUMBO_TAG_OPTION, GUMBO_TAG_OPTGROUP, GUMBO_TAG_TD, GUMBO_TAG_TH,
                            GUMBO_TAG_TR, GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_CAPTION, GUMBO_TAG_COLGROUP});
    set(Handling::Empty, {GUMBO_TAG_AREA, GUMBO_TAG_BASE, GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_BR, GUMBO_TAG_COL, GUMBO_TAG_EMBED,
                             GUMBO_TAG_HR, GUMBO_TAG_IMAGE, GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_KEYGEN, GUMBO_TAG_LINK, GUMBO_TAG_META,
                             GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR});
    set(Handling::Dropped, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES});
    set(Handling::Emptied, {GUMBO_TAG_IFRAME, GUMBO_TAG_TEXTAREA, GUMBO_TAG_SVG, GUMBO_TAG_SELECT, GUMBO_TAG_TEMPLATE});
    set(Handling::Text, {GUMBO_TAG_TITLE, GUMBO_TAG_XMP});
    set(Handling::Untagged, {GUMBO_TAG_FRAMESET, GUMBO_TAG_FRAME, GUMBO_TAG_PLAINTEXT, GUMBO_TAG_MARQUEE, GUMBO_TAG_APPLET,
                                GUMBO_TAG_ISINDEX, GUMBO_TAG_MATH});
    set(Handling::Document, {GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_BODY});
    return handlings;
}

Handling handlingOf(GumboTag tag)
{
    static const Handlings handlings = makeHandlings();
    return handlings[size_t(tag)];
}

bool isBlock(GumboTag tag)
{
    const Handling handling = handlingOf(tag);
    return handling == Handling::Block || handling == Handling::Paragraph || handling == Handling::Item;
}

/// Whether the start of `next` ends an open `tag` that stands innermost.
bool endsBefore(GumboTag tag, GumboTag next)
{
    switch (tag) {
    case GUMBO_TAG_P:
        return isBlock(next);
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
        return next == GUMBO_TAG_DD || next == GUMBO_TAG_DT;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        return next == GUMBO_TAG_TD || next == GUMBO_TAG_TH || next == GUMBO_TAG_TR || next == GUMBO_TAG_TBODY;
    case GUMBO_TAG_TR:
        return next == GUMBO_TAG_TR || next == GUMBO_TAG_TBODY;
    default:
        return tag == next;
    }
}

/// The levels that are open while the markup is gone through. It may think more of them open than the parser has, never
/// fewer: an end tag only ends what stands innermost, but for what ends by itself.
class Levels
{
public:
    struct Level
    {
        GumboTag tag;
        uint name; ///< of an unknown tag
        bool isWritten;
    };

    void open(const Level &level)
    {
        while (!m_open.empty() && endsItself(m_open.back().tag) && endsBefore(m_open.back().tag, level.tag))
            pop();
        m_formatting += handlingOf(level.tag) == Handling::Formatting;
        m_places[size_t(level.tag)].push_back(m_open.size());
        m_open.push_back(level);
        if (!endsItself(level.tag))
            m_lasting.push_back(m_open.size());
    }

    /// Whether the end tag is to be written: not when its start tag was not.
    bool close(GumboTag tag, uint name)
    {
        const auto &places = m_places[size_t(tag)];
        if (places.empty() || m_open[places.back()].name != name)
            return true;
        const size_t place = places.back();
        if (isBlock(tag) ? !m_lasting.empty() && m_lasting.back() > place + 1 : m_open.size() > place + 1)
            return true;
        const bool isWritten = m_open[place].isWritten;
        while (m_open.size() > place)
            pop();
        return isWritten;
    }

    [[nodiscard]] qint64 depth() const { return qint64(m_open.size()); }
    [[nodiscard]] qint64 formatting() const { return m_formatting; }

private:
    static bool endsItself(GumboTag tag)
    {
        return handlingOf(tag) == Handling::Paragraph || handlingOf(tag) == Handling::Item;
    }

    void pop()
    {
        const GumboTag tag = m_open.back().tag;
        if (!endsItself(tag))
            m_lasting.pop_back();
        m_open.pop_back();
        m_places[size_t(tag)].pop_back();
        m_formatting -= handlingOf(tag) == Handling::Formatting;
    }

    std::vector<Level> m_open;
    std::vector<size_t> m_lasting; ///< how many are open up to each that does not end by itself
    std::array<std::vector<size_t>, size_t(GUMBO_TAG_LAST) + 1> m_places; ///< of each tag
    qint64 m_formatting = 0;
};

constexpr qsizetype shortestReplaced = 16; // bytes; a placeholder has four

bool isHtmlSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f';
}

/// Whether the parser passes a text on as it stands: it has no references, no carriage returns, no control characters and no
/// characters that are none.
bool isPlain(QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto byte = uchar(text[i]);
        const auto next = i + 1 < text.size() ? uchar(text[i + 1]) : uchar(0);
        if (byte == '&' || byte == 0x7f || (byte < 0x20 && !isHtmlSpace(text[i])))
            return false;
        // U+0080 to U+009F; U+FDC0 to U+FDFF and U+FFC0 to U+FFFF, some of which are none; the last two of each plane.
        if ((byte == 0xc2 && next < 0xa0) || (byte == 0xef && (next == 0xb7 || next == 0xbf)))
            return false;
        if (byte >= 0xf0 && text.size() - i > 3 && uchar(text[i + 2]) == 0xbf && uchar(text[i + 3]) >= 0xbe)
            return false;
    }
    return true;
}

/// Whether the markup has letters of the private planes itself, as they are or by their number.
bool hasPlaceholders(QByteArrayView markup)
{
    if (markup.contains(PreparedMarkup::placeholderLead))
        return true;
    for (qsizetype at = markup.indexOf("&#"); at >= 0; at = markup.indexOf("&#", at + 2)) {
        const bool isHexadecimal = at + 2 < markup.size() && (markup[at + 2] == 'x' || markup[at + 2] == 'X');
        char32_t number = 0;
        for (qsizetype i = at + (isHexadecimal ? 3 : 2); i < markup.size() && number < PreparedMarkup::firstPlaceholder; ++i) {
            const char c = markup[i];
            const char lower = char(c | 0x20);
            const bool isDigit = c >= '0' && c <= '9';
            if (!isDigit && !(isHexadecimal && lower >= 'a' && lower <= 'f'))
                break;
            number = number * (isHexadecimal ? 16 : 10) + char32_t(isDigit ? c - '0' : lower - 'a' + 10);
        }
        if (number >= PreparedMarkup::firstPlaceholder)
            return true;
    }
    return false;
}

class Preparation
{
public:
    Preparation(QByteArrayView markup, bool flatten)
        : m_markup(markup)
        , m_flatten(flatten)
        , m_replaces(!hasPlaceholders(markup))
    {
        m_prepared.html.reserve(markup.size());
    }

    /// False when it would be too much work for the parser.
    bool run()
    {
        qsizetype at = 0;
        while (at < m_markup.size() && m_tags <= mostTags) {
            const qsizetype tag = m_markup.indexOf('<', at);
            writeText(at, tag < 0 ? m_markup.size() : tag);
            if (tag < 0)
                break;
            at = readMarkup(tag);
            if (!m_flatten && (m_steps > mostSteps || m_reopened > mostReopened))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool hasTooManyTags() const { return m_tags > mostTags; }
    PreparedMarkup take() { return std::move(m_prepared); }

private:
    void writeText(qsizetype from, qsizetype to)
    {
        qsizetype begin = from;
        while (begin < to && isHtmlSpace(m_markup[begin]))
            ++begin;
        qsizetype end = to;
        while (end > begin && isHtmlSpace(m_markup[end - 1]))
            --end;
        const char32_t placeholder = PreparedMarkup::firstPlaceholder + char32_t(m_prepared.texts.size());
        const QByteArrayView text = m_markup.sliced(begin, end - begin);
        if (!m_replaces || text.size() < shortestReplaced || placeholder > PreparedMarkup::lastPlaceholder || !isPlain(text)) {
            write(from, to);
            return;
        }
        write(from, begin);
        m_prepared.html.append(PreparedMarkup::placeholderLead);
        for (const int shift : {12, 6, 0})
            m_prepared.html.append(char(0x80 | (placeholder >> shift & 0x3f)));
        write(end, to);
        m_prepared.texts.push_back(text);
    }

    void write(qsizetype from, qsizetype to) { m_prepared.html.append(m_markup.sliced(from, to - from)); }

    qsizetype readMarkup(qsizetype at)
    {
        const char next = at + 1 < m_markup.size() ? m_markup[at + 1] : '\0';
        const char second = at + 2 < m_markup.size() ? m_markup[at + 2] : '\0';
        const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        if (next == '!' || next == '?' || (next == '/' && !isLetter(second))) {
            const qsizetype end = endOfDeclaration(m_markup, at);
            if (m_markup.sliced(at, end - at).first(std::min<qsizetype>(9, end - at)).compare("<!doctype", Qt::CaseInsensitive) == 0)
                write(at, end);
            else
                m_prepared.html.append("<!---->");
            return end;
        }
        if (next != '/' && !isLetter(next)) {
            write(at, at + 1);
            return at + 1;
        }
        const MarkupTag tag = readTag(m_markup, at);
        if (tag.name.isEmpty())
            return m_markup.size();
        ++m_tags;
        return tag.isEnd ? readEnd(tag) : readStart(at, tag);
    }

    static GumboTag tagOf(const MarkupTag &tag) { return gumbo_tagn_enum(tag.name.data(), uint(tag.name.size())); }
    static uint nameOf(GumboTag tag, const MarkupTag &written)
    {
        return tag == GUMBO_TAG_UNKNOWN ? uint(qHash(written.name.toByteArray().toLower())) : 0;
    }

    qsizetype readEnd(const MarkupTag &tag)
    {
        const GumboTag id = tagOf(tag);
        const Handling handling = handlingOf(id);
        if (handling == Handling::Dropped || handling == Handling::Emptied || handling == Handling::Untagged)
            return tag.end;
        const bool isWritten = handling == Handling::Document || m_levels.close(id, nameOf(id, tag));
        m_steps += m_levels.depth();
        if (isWritten && !(m_flatten && handling == Handling::Formatting && id != GUMBO_TAG_A))
            m_prepared.html.append("</").append(tag.name).append('>');
        return tag.end;
    }

    qsizetype readStart(qsizetype at, const MarkupTag &tag)
    {
        const GumboTag id = tagOf(tag);
        const Handling handling = handlingOf(id);
        switch (handling) {
        case Handling::Dropped:
        case Handling::Emptied:
        case Handling::Text:
            return readContent(at, tag, id);
        case Handling::Untagged:
            return tag.end;
        case Handling::Empty:
        case Handling::Document:
            writeTag(at, tag);
            return tag.end;
        default:
            break;
        }
        const bool isLeftOut =
            m_flatten && (m_levels.depth() >= deepestNesting || (handling == Handling::Formatting && id != GUMBO_TAG_A));
        m_levels.open({id, nameOf(id, tag), !isLeftOut});
        m_steps += m_levels.depth();
        m_reopened += std::max<qint64>(0, m_levels.formatting() - 8);
        if (isLeftOut && handling != Handling::Formatting)
            m_prepared.html.append(' ');
        else if (!isLeftOut)
            writeTag(at, tag);
        return tag.end;
    }

    void writeTag(qsizetype at, const MarkupTag &tag)
    {
        if (tag.attributes <= MarkupTag::mostAttributes) {
            write(at, tag.end);
        } else {
            write(at, tag.attributesEnd);
            m_prepared.html.append('>');
        }
    }

    /// The content of an element that is no markup, or that is left out.
    qsizetype readContent(qsizetype at, const MarkupTag &tag, GumboTag id)
    {
        const QByteArrayView name = gumbo_normalized_tagname(id);
        const bool isForeign = id == GUMBO_TAG_SVG;
        const bool isMarkup = isForeign || id == GUMBO_TAG_NOSCRIPT || id == GUMBO_TAG_SELECT || id == GUMBO_TAG_TEMPLATE;
        qsizetype end = isForeign && tag.closesItself ? tag.end : contentEnd(tag.end, id, name);
        if (end < 0)
            end = isMarkup ? tag.end : m_markup.size();
        const QByteArrayView content = m_markup.sliced(tag.end, end - tag.end);
        if (id == GUMBO_TAG_SCRIPT && attributeOf(m_markup, at, "type").trimmed().compare("application/ld+json", Qt::CaseInsensitive) == 0)
            m_prepared.structuredData.append(content.toByteArray());
        if (handlingOf(id) != Handling::Dropped) {
            writeTag(at, tag);
            if (handlingOf(id) == Handling::Text)
                m_prepared.html.append(content);
            m_prepared.html.append("</").append(name).append('>');
        }
        const MarkupTag endTag = end < m_markup.size() ? readTag(m_markup, end) : MarkupTag();
        return endTag.isEnd && !endTag.name.isEmpty() && endTag.is(name) ? endTag.end : end;
    }

    /// Where the end tag begins; -1 when there is none.
    qsizetype contentEnd(qsizetype from, GumboTag id, QByteArrayView name)
    {
        if (m_hasNoEnd[size_t(id)])
            return -1;
        const bool isScript = id == GUMBO_TAG_SCRIPT && !m_hasEndlessScript;
        qsizetype end = isScript ? findScriptEnd(m_markup, from) : -1;
        m_hasEndlessScript |= isScript && end < 0;
        if (end < 0)
            end = findEndTag(m_markup, from, name);
        m_hasNoEnd[size_t(id)] = end < 0;
        return end;
    }

    QByteArrayView m_markup;
    bool m_flatten;
    bool m_replaces;
    PreparedMarkup m_prepared;
    Levels m_levels;
    qint64 m_tags = 0;
    qint64 m_steps = 0;
    qint64 m_reopened = 0;
    std::array<bool, size_t(GUMBO_TAG_LAST) + 1> m_hasNoEnd{};
    bool m_hasEndlessScript = false; ///< looked for once only: it takes all that is left
};

} // namespace

Result<PreparedMarkup> prepareMarkup(QByteArrayView utf8)
{
    Preparation asItIs(utf8, false);
    if (asItIs.run() && !asItIs.hasTooManyTags())
        return asItIs.take();
    Preparation flattened(utf8, true);
    flattened.run();
    if (flattened.hasTooManyTags()) {
        return failure(Words::tr("The page was not read."), Words::tr("It has more than %L1 tags.").arg(mostTags),
            Words::tr("Save the part of it that you need as a page of its own."), Error::Kind::Invalid);
    }
    return flattened.take();
}

} // namespace redoubt
