#include "app/sources/bibliography/ris.h"

#include <QCoreApplication>
#include <optional>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Bibliography)
};

struct TagLine
{
    QString tag; ///< in capitals
    QStringView value;
    qsizetype indent = 0;
    bool isSmall = false;
    bool isNarrow = false; ///< one space before the hyphen
};

bool isTagStart(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

/// "TY  - JOUR": the tag, up to two spaces or a tab, a hyphen, then a space or the end of the line.
std::optional<TagLine> tagLine(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && line[at].isSpace())
        ++at;
    TagLine read;
    read.indent = at;
    if (at + 3 > line.size() || !isTagStart(line[at]) || !(isTagStart(line[at + 1]) || (line[at + 1] >= u'0' && line[at + 1] <= u'9')))
        return {};
    const QString tag = line.sliced(at, 2).toString();
    read.tag = tag.toUpper();
    read.isSmall = tag != read.tag;
    at += 2;
    const qsizetype gap = at;
    while (at < line.size() && at - gap < 3 && (line[at] == u' ' || line[at] == u'\t' || line[at] == u'\u00a0'))
        ++at;
    if (at == gap || at >= line.size() || line[at] != u'-')
        return {};
    read.isNarrow = at == gap + 1 && line[gap] != u'\t';
    ++at;
    if (at < line.size() && !line[at].isSpace() && read.tag != u"TY" && read.tag != u"ER")
        return {};
    read.value = line.sliced(at);
    return read;
}

class RecordReader
{
public:
    RisRecords read(QStringView text);

private:
    void readLine(QStringView line);
    void readTag(const TagLine &tag);
    void end();
    void endField();

    RisRecords m_read;
    TaggedEntry m_entry;
    bool m_isOpen = false;
    bool m_isSmall = false;
    bool m_isNarrow = false;
    qsizetype m_indent = 0;
    bool m_hasStray = false;
    qint64 m_line = 0;
};

void RecordReader::endField()
{
    if (m_entry.fields.isEmpty())
        return;
    QString &value = m_entry.fields.last().second;
    value = value.trimmed();
    if (value.isEmpty())
        m_entry.fields.removeLast();
}

void RecordReader::end()
{
    if (!m_isOpen)
        return;
    endField();
    m_isOpen = false;
    m_read.entries.append(std::exchange(m_entry, {}));
}

void RecordReader::readTag(const TagLine &tag)
{
    if (tag.tag == u"TY") {
        end();
        m_isOpen = true;
        m_hasStray = false;
        m_isSmall = tag.isSmall;
        m_isNarrow = tag.isNarrow;
        m_indent = tag.indent;
        m_entry.type = tag.value.trimmed().toString().toUpper();
        m_entry.line = m_line;
    } else if (tag.tag == u"ER") {
        end();
    } else if (m_isOpen) {
        endField();
        m_entry.fields.append({tag.tag, tag.value.trimmed().toString()});
    } else if (!m_hasStray) {
        m_hasStray = true;
        m_read.problems.append({m_line, Words::tr("“%1” stands before any “TY  - ”.").arg(tag.tag), true});
    }
}

void RecordReader::readLine(QStringView line)
{
    const auto tag = tagLine(line);
    // "is - so" and "UN - based" are text within a record that is written otherwise.
    const bool isBound = tag && (tag->tag == u"TY" || tag->tag == u"ER");
    const bool isLike = tag && (m_isSmall || !tag->isSmall) && (m_isNarrow || !tag->isNarrow || isBound);
    const bool isTag = tag && (m_isOpen ? tag->indent == m_indent && isLike : !tag->isSmall || tag->tag == u"TY");
    if (isTag) {
        readTag(*tag);
        return;
    }
    if (!m_isOpen || m_entry.fields.isEmpty())
        return;
    QString &value = m_entry.fields.last().second;
    // writeRis() keeps a line that looks like a tag's apart by a space.
    const bool isGuarded = tag && tag->indent > 0;
    const auto end = std::ranges::find_if_not(line.crbegin(), line.crend(), [](QChar c) { return c.isSpace(); }).base();
    value += u'\n' + (isGuarded ? line.sliced(1) : line.first(end - line.cbegin())).toString();
}

RisRecords RecordReader::read(QStringView text)
{
    qsizetype start = 0;
    while (start <= text.size()) {
        qsizetype stop = start;
        while (stop < text.size() && text[stop] != u'\n' && text[stop] != u'\r')
            ++stop;
        ++m_line;
        readLine(text.sliced(start, stop - start));
        start = stop + (stop + 1 < text.size() && text[stop] == u'\r' && text[stop + 1] == u'\n' ? 2 : 1);
    }
    end();
    return std::move(m_read);
}

} // namespace

RisRecords risRecords(QStringView text)
{
    return RecordReader().read(text);
}

Bibliography readRis(QStringView text, const JobState *state)
{
    RisRecords records = risRecords(text);
    Bibliography read;
    read.problems = std::move(records.problems);
    read.items = readKeeping(risFormat(), records.entries, state);
    return read;
}

QByteArray writeRis(const QList<BibliographyItem> &items)
{
    QString text;
    const auto line = [&](const QString &tag, const QString &value) {
        QStringList lines = value.split(u'\n');
        for (qsizetype i = 1; i < lines.size(); ++i) {
            if (tagLine(lines.at(i)))
                lines[i].prepend(u' ');
        }
        text += tag + u"  - "_s + lines.join(u"\r\n"_s) + u"\r\n"_s;
    };
    for (const BibliographyItem &item : items) {
        const TaggedEntry entry = writeKeeping(risFormat(), item);
        line(u"TY"_s, entry.type);
        for (const auto &[tag, value] : entry.fields)
            line(tag, value);
        text += u"ER  - \r\n\r\n"_s;
    }
    return text.toUtf8();
}

} // namespace redoubt
