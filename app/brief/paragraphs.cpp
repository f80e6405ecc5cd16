#include "app/brief/paragraphs.h"

namespace redoubt {

namespace {

/// "```" or "~~~" and more of the same at the start of a line; 0 for a line that is none.
qsizetype fenceLength(QStringView line, QChar &mark)
{
    const QStringView text = line.trimmed();
    if (!text.startsWith(u"```") && !text.startsWith(u"~~~"))
        return 0;
    mark = text.front();
    qsizetype length = 0;
    while (length < text.size() && text[length] == mark)
        ++length;
    return length;
}

bool isHeadingLine(QStringView line)
{
    qsizetype level = 0;
    while (level < line.size() && line[level] == u'#')
        ++level;
    return level >= 1 && level <= 6 && (level == line.size() || line[level].isSpace());
}

/// "## A different read {.different} ##" → "A different read"
QString headingWords(QStringView line)
{
    while (line.startsWith(u'#'))
        line = line.sliced(1);
    line = line.trimmed();
    while (line.endsWith(u'#'))
        line.chop(1);
    line = line.trimmed();
    if (line.endsWith(u'}') && line.contains(u'{'))
        line = line.first(line.lastIndexOf(u'{')).trimmed();
    return line.toString();
}

bool isListItem(QStringView line)
{
    line = line.trimmed();
    if (line.size() >= 2 && QStringView(u"-*+").contains(line[0]) && line[1].isSpace())
        return true;
    qsizetype digits = 0;
    while (digits < line.size() && digits < 9 && line[digits].isDigit())
        ++digits;
    return digits > 0 && digits + 1 < line.size() && QStringView(u".)").contains(line[digits]) && line[digits + 1].isSpace();
}

/// A line that is a paragraph of its own whatever stands around it.
bool standsAlone(QStringView line)
{
    const QStringView text = line.trimmed();
    return isHeadingLine(line) || text.startsWith(u'|') || text.startsWith(u":::") || text == u"---";
}

QStringView withoutEnd(QStringView line)
{
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return line;
}

class Cutter
{
public:
    QList<Paragraph> cut(QStringView text)
    {
        while (!text.isEmpty()) {
            const qsizetype newline = text.indexOf(u'\n');
            take(newline < 0 ? text : text.first(newline));
            text = newline < 0 ? QStringView() : text.sliced(newline + 1);
        }
        close();
        return std::move(m_paragraphs);
    }

private:
    void take(QStringView line)
    {
        QChar mark;
        const qsizetype fence = fenceLength(line, mark);
        if (m_fence > 0 || fence > 0) {
            close();
            add(withoutEnd(line).toString());
            if (m_fence == 0)
                m_fence = fence, m_mark = mark;
            else if (fence >= m_fence && mark == m_mark)
                m_fence = 0;
            return;
        }
        const bool isQuoted = line.trimmed().startsWith(u'>');
        const QStringView words = isQuoted ? line.trimmed().sliced(1).trimmed() : line.trimmed();
        if (words.isEmpty())
            return close();
        if (standsAlone(line) || isListItem(line) || isQuoted != m_isQuoted)
            close();
        m_isQuoted = isQuoted;
        m_text += m_text.isEmpty() ? withoutEnd(line) : words;
        const bool isBreakMeant = line.endsWith(u"  ") || line.endsWith(u'\\');
        m_text += isBreakMeant ? u'\n' : u' ';
        if (!standsAlone(line))
            return;
        const bool isHeading = isHeadingLine(line);
        if (isHeading)
            m_section = headingWords(line);
        close();
        m_paragraphs.last().isHeading = isHeading;
    }

    void close()
    {
        m_text.truncate(withoutEnd(m_text).size());
        if (!m_text.isEmpty())
            add(std::exchange(m_text, {}));
        m_isQuoted = false;
    }

    void add(const QString &text)
    {
        if (!text.isEmpty())
            m_paragraphs.append({text, m_section, false});
    }

    QList<Paragraph> m_paragraphs;
    QString m_section;
    QString m_text; ///< of the paragraph that is open
    bool m_isQuoted = false;
    qsizetype m_fence = 0; ///< the length of the fence that is open
    QChar m_mark;
};

} // namespace

QList<Paragraph> paragraphsOf(QStringView text)
{
    return Cutter().cut(text);
}

} // namespace redoubt
