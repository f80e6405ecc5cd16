#include "app/sources/page/measure.h"

namespace redoubt {

namespace {

constexpr double linkInPage = 0.3;

/// Addresses of players that are part of what an article says.
bool isVideoAddress(QByteArrayView value)
{
    for (const QByteArrayView host : {"dailymotion.com", "youtube.com", "youtube-nocookie.com", "player.vimeo.com", "v.qq.com",
             "archive.org", "upload.wikimedia.org", "player.twitch.tv"}) {
        for (qsizetype at = value.indexOf(host); at >= 0; at = value.indexOf(host, at + 1)) {
            const QByteArrayView before = value.first(at);
            if (before.endsWith("//") || before.endsWith("//www."))
                return true;
        }
    }
    return false;
}

class Measuring
{
public:
    Measuring(const PageTree &page, Measure &measure)
        : m_page(page)
        , m_measure(measure)
    {
    }

    TextLength children(PageTree::Index node)
    {
        TextLength total;
        for (PageTree::Index child = m_page.first(node); child != PageTree::none; child = m_page.next(child)) {
            if (m_page.isText(child)) {
                const PageTree::Text &text = m_page.text(child);
                m_measure.commas += text.plainCommas;
                total.append(text.length);
            } else if (m_page.isElement(child)) {
                const TextLength inner = children(child);
                count(child, inner.length());
                total.append(inner);
            }
        }
        return total;
    }

private:
    void count(PageTree::Index node, qsizetype length)
    {
        const bool hasText = length > 0;
        switch (m_page.tag(node)) {
        case GUMBO_TAG_A: {
            const QByteArrayView target = m_page.attribute(node, "href");
            m_measure.linkText += double(length) * (target.size() > 1 && target.front() == '#' ? linkInPage : 1);
            break;
        }
        case GUMBO_TAG_P:
            ++m_measure.paragraphs;
            m_measure.hasPlainText |= hasText;
            break;
        case GUMBO_TAG_LI:
            ++m_measure.listItems;
            m_measure.hasPlainText |= hasText;
            break;
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
            m_measure.listText += length;
            m_measure.hasPlainText |= hasText;
            break;
        case GUMBO_TAG_SPAN:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_PRE:
            m_measure.hasPlainText |= hasText;
            break;
        case GUMBO_TAG_TABLE:
            m_measure.hasPlainText |= hasText;
            m_measure.hasDataTable |= m_page.isDataTable(node);
            break;
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
            m_measure.headingText += length;
            break;
        case GUMBO_TAG_IMG:
            ++m_measure.pictures;
            break;
        case GUMBO_TAG_INPUT:
            ++m_measure.inputs;
            break;
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_EMBED:
        case GUMBO_TAG_IFRAME:
            ++m_measure.embedded;
            m_measure.hasVideo |= m_page.hasAttributeLike(node, isVideoAddress);
            break;
        default:
            break;
        }
    }

    const PageTree &m_page;
    Measure &m_measure;
};

} // namespace

Measure measure(const PageTree &page, PageTree::Index node)
{
    Measure result;
    result.text = Measuring(page, result).children(node);
    return result;
}

bool isVideo(const PageTree &page, PageTree::Index node)
{
    return page.hasAttributeLike(node, isVideoAddress);
}

} // namespace redoubt
