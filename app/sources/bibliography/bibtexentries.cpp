#include "app/sources/bibliography/bibtexentries.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <optional>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Bibliography)
};

constexpr int deepest = 256;

bool isNameMark(QChar c)
{
    return !c.isSpace() && !u"{}()\",=#%@"_s.contains(c);
}

/// A brace that has no other, in quotation marks or behind a backslash: as part of a field in braces it would end it, or not let it
/// end. The command for a brace stands in its place.
QString withBracesInPairs(QStringView value)
{
    QList<qsizetype> open;
    QList<qsizetype> alone;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'{')
            open.append(i);
        else if (value[i] == u'}' && open.isEmpty())
            alone.append(i);
        else if (value[i] == u'}')
            open.removeLast();
    }
    // Whatever closes alone stands before whatever opens alone.
    alone += open;
    QString paired;
    qsizetype from = 0;
    for (const qsizetype at : std::as_const(alone)) {
        paired += value.sliced(from, at - from);
        const qsizetype marks = paired.size() - (std::ranges::find_if_not(paired.crbegin(), paired.crend(), [](QChar c) { return c == u'\\'; }).base() - paired.cbegin());
        paired.chop(marks % 2);
        paired += value[at] == u'{' ? u"{\\textbraceleft}"_s : u"{\\textbraceright}"_s;
        from = at + 1;
    }
    paired += value.sliced(from);
    return paired;
}

class EntryReader
{
public:
    explicit EntryReader(QStringView text)
        : m_text(text)
    {
    }

    BibtexEntries read();

private:
    void readBlock();
    bool readEntry(const QString &type, QChar close);
    bool readFields(TaggedEntry &entry, QChar close);
    bool readString(QChar close);
    std::optional<QString> readValue();
    std::optional<QString> readPiece();
    std::optional<QString> readBraced();
    qsizetype groupEnd(int &most) const;
    std::optional<QString> readQuoted();
    QString macro(const QString &name);
    void skipGroup();

    QString name();
    void skip();
    void skipLine();
    bool startsBlock(qsizetype at) const;
    void toNextBlock();
    bool fail(const QString &why);
    qint64 lineAt(qsizetype at);

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_counted = 0;
    qint64 m_line = 1;
    qint64 m_blockLine = 1;
    bool m_escapes = false; ///< a brace behind a backslash does not count
    QHash<QString, QString> m_macros;
    BibtexEntries m_read;
};

/// Goes forward only.
qint64 EntryReader::lineAt(qsizetype at)
{
    for (; m_counted < at; ++m_counted) {
        const bool isEnd = m_text[m_counted] == u'\n' || (m_text[m_counted] == u'\r' && (m_counted + 1 == m_text.size() || m_text[m_counted + 1] != u'\n'));
        m_line += isEnd ? 1 : 0;
    }
    return m_line;
}

bool EntryReader::fail(const QString &why)
{
    m_read.problems.append({m_blockLine, why, true});
    return false;
}

void EntryReader::skipLine()
{
    while (m_at < m_text.size() && m_text[m_at] != u'\n' && m_text[m_at] != u'\r')
        ++m_at;
}

/// White space, and comments to the end of a line.
void EntryReader::skip()
{
    while (m_at < m_text.size()) {
        if (m_text[m_at] == u'%')
            skipLine();
        else if (m_text[m_at].isSpace())
            ++m_at;
        else
            return;
    }
}

QString EntryReader::name()
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && isNameMark(m_text[m_at]))
        ++m_at;
    return m_text.sliced(start, m_at - start).toString();
}

/// Whether a line begins here with "@word{".
bool EntryReader::startsBlock(qsizetype at) const
{
    if (m_text[at] != u'@' || (at > 0 && m_text[at - 1] != u'\n' && m_text[at - 1] != u'\r'))
        return false;
    qsizetype end = at + 1;
    while (end < m_text.size() && end - at < 40 && m_text[end].isLetter())
        ++end;
    return end > at + 1 && end < m_text.size() && (m_text[end] == u'{' || m_text[end] == u'(');
}

void EntryReader::toNextBlock()
{
    while (m_at < m_text.size() && !startsBlock(m_at))
        ++m_at;
}

/// The end of the group that begins at m_at; -1 when it has none before the next block.
qsizetype EntryReader::groupEnd(int &most) const
{
    int depth = 0;
    for (qsizetype i = m_at; i < m_text.size(); ++i) {
        const QChar c = m_text[i];
        if (c == u'\\' && m_escapes)
            ++i;
        else if (c == u'{')
            most = std::max(most, ++depth);
        else if (c == u'}' && --depth == 0)
            return i;
        else if (startsBlock(i))
            return -1;
    }
    return -1;
}

std::optional<QString> EntryReader::readBraced()
{
    int most = 0;
    const qsizetype close = groupEnd(most);
    if (close < 0 || most > deepest) {
        fail(close < 0 ? Words::tr("A brace is not closed.") : Words::tr("Its braces are nested more than %1 deep.").arg(deepest));
        ++m_at;
        return {};
    }
    const qsizetype start = m_at + 1;
    m_at = close + 1;
    return withBracesInPairs(m_text.sliced(start, close - start));
}

std::optional<QString> EntryReader::readQuoted()
{
    int depth = 0;
    const qsizetype start = ++m_at;
    for (; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'\\') {
            ++m_at;
        } else if (c == u'"' && depth <= 0) {
            ++m_at;
            return withBracesInPairs(m_text.sliced(start, m_at - 1 - start));
        } else if (c == u'{' || c == u'}') {
            depth += c == u'{' ? 1 : -1;
        } else if (startsBlock(m_at)) {
            break;
        }
    }
    m_at = std::min(m_at, m_text.size());
    fail(Words::tr("A quotation mark is not closed."));
    return {};
}

QString EntryReader::macro(const QString &name)
{
    static const QStringList months{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s, u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    const QString small = name.toLower();
    if (const auto known = m_macros.constFind(small); known != m_macros.constEnd())
        return *known;
    bool isNumber = false;
    (void)name.toLongLong(&isNumber);
    if (!isNumber && !months.contains(small))
        m_read.problems.append({lineAt(m_at), Words::tr("“%1” is not defined; it was taken for a text.").arg(name), false});
    return isNumber ? name : months.contains(small) ? small : name;
}

std::optional<QString> EntryReader::readPiece()
{
    skip();
    if (m_at >= m_text.size()) {
        fail(Words::tr("The file ends within it."));
        return {};
    }
    if (m_text[m_at] == u'{')
        return readBraced();
    if (m_text[m_at] == u'"')
        return readQuoted();
    const QString word = name();
    return word.isEmpty() ? QString() : macro(word);
}

std::optional<QString> EntryReader::readValue()
{
    QString value;
    for (;;) {
        const auto piece = readPiece();
        if (!piece)
            return {};
        value += *piece;
        skip();
        if (m_at >= m_text.size() || m_text[m_at] != u'#')
            return value;
        ++m_at;
    }
}

bool EntryReader::readString(QChar close)
{
    skip();
    const QString macroName = name().toLower();
    skip();
    if (macroName.isEmpty() || m_at >= m_text.size() || m_text[m_at] != u'=')
        return fail(Words::tr("@string has no “name = value”."));
    ++m_at;
    const auto value = readValue();
    if (!value)
        return false;
    m_macros.insert(macroName, *value);
    skip();
    if (m_at < m_text.size() && (m_text[m_at] == close || m_text[m_at] == u','))
        ++m_at;
    return true;
}

bool EntryReader::readFields(TaggedEntry &entry, QChar close)
{
    for (;;) {
        skip();
        while (m_at < m_text.size() && (m_text[m_at] == u',' || m_text[m_at] == u';')) {
            ++m_at;
            skip();
        }
        if (m_at >= m_text.size())
            return fail(Words::tr("The file ends within the entry “%1”.").arg(entry.id));
        if (m_text[m_at] == close || m_text[m_at] == u'}') {
            ++m_at;
            return true;
        }
        if (startsBlock(m_at))
            return fail(Words::tr("The entry “%1” is not closed.").arg(entry.id));
        const QString field = name().toLower();
        skip();
        if (field.isEmpty() || m_at >= m_text.size() || m_text[m_at] != u'=')
            return fail(Words::tr("In the entry “%1” a field has no “name = value”.").arg(entry.id));
        ++m_at;
        const auto value = readValue();
        if (!value)
            return false;
        if (const QString kept = value->trimmed(); !kept.isEmpty())
            entry.fields.append({field, kept});
    }
}

bool EntryReader::readEntry(const QString &type, QChar close)
{
    TaggedEntry entry;
    entry.type = type;
    entry.line = m_blockLine;
    skip();
    const qsizetype start = m_at;
    while (m_at < m_text.size() && !u",={}\""_s.contains(m_text[m_at]) && m_text[m_at] != close && m_text[m_at] != u'\n' && m_text[m_at] != u'\r')
        ++m_at;
    entry.id = m_text.sliced(start, m_at - start).trimmed().toString();
    if (m_at < m_text.size() && m_text[m_at] == u'=') {
        // No key: that was the first field already.
        entry.id.clear();
        m_at = start;
    }
    // To BibTeX a brace counts behind a backslash too; files by other hands may mean otherwise.
    const qsizetype fields = m_at;
    const qsizetype problems = m_read.problems.size();
    for (const bool escapes : {false, true}) {
        m_escapes = escapes;
        m_at = fields;
        m_read.problems.resize(problems);
        entry.fields.clear();
        if (readFields(entry, close)) {
            m_read.entries.append(entry);
            return true;
        }
    }
    return false;
}

/// @comment and @preamble: to the brace that closes them.
void EntryReader::skipGroup()
{
    int depth = 0;
    const qsizetype start = m_at;
    for (; m_at < m_text.size(); ++m_at) {
        if (m_at > start && startsBlock(m_at))
            return;
        depth += m_text[m_at] == u'{' ? 1 : m_text[m_at] == u'}' ? -1 : 0;
        if (depth == 0) {
            ++m_at;
            return;
        }
    }
}

void EntryReader::readBlock()
{
    m_blockLine = lineAt(m_at);
    m_escapes = false;
    const qsizetype at = m_at++;
    skip();
    const QString type = name().toLower();
    if (type == u"comment" && (m_at >= m_text.size() || m_text[m_at] != u'{')) {
        skipLine();
        return;
    }
    skip();
    if (type.isEmpty() || m_at >= m_text.size() || (m_text[m_at] != u'{' && m_text[m_at] != u'(')) {
        // A mail address or the like.
        m_at = at + 1;
        return;
    }
    const QChar close = m_text[m_at] == u'{' ? u'}' : u')';
    if (type == u"comment" || type == u"preamble") {
        if (close == u'}')
            skipGroup();
        else
            skipLine();
        return;
    }
    ++m_at;
    const bool done = type == u"string" ? readString(close) : readEntry(type, close);
    if (!done)
        toNextBlock();
}

BibtexEntries EntryReader::read()
{
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (c == u'@')
            readBlock();
        else if (c == u'%')
            skipLine();
        else
            ++m_at;
    }
    return std::move(m_read);
}

} // namespace

BibtexEntries bibtexEntries(QStringView text)
{
    return EntryReader(text).read();
}

} // namespace redoubt
