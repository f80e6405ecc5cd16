#include "app/timeline/import/recordreader.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cstring>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

/// So often reading goes on after a quotation mark that is never closed; each time costs up to a largest field.
constexpr int mostUnclosed = 50;

bool endsLine(char c)
{
    return c == '\n' || c == '\r';
}

/// The number of separators in each of the first lines, quoted ones left out.
std::vector<int> countsIn(QByteArrayView text, char separator)
{
    std::vector<int> counts;
    int count = 0;
    bool quoted = false;
    bool hasText = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == separator)
            ++count;
        hasText = hasText || !endsLine(c);
        if (quoted || !endsLine(c) || !hasText)
            continue;
        counts.push_back(std::exchange(count, 0));
        hasText = false;
        if (counts.size() == 20)
            break;
    }
    if (hasText && counts.size() < 20)
        counts.push_back(count);
    return counts;
}

} // namespace

RecordReader::RecordReader(TextInput &input, char separator, bool quotes)
    : m_input(input)
    , m_separator(separator)
    , m_quotes(quotes)
{
}

Result<bool> RecordReader::fill()
{
    if (m_ended)
        return false;
    if (m_at > 0) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    auto more = m_input.read(m_buffer);
    m_ended = more && !*more;
    return more;
}

Result<char> RecordReader::guessSeparator()
{
    if (const auto filled = fill(); !filled)
        return failure(filled);
    char best = ',';
    int bestScore = 0;
    for (const char candidate : {',', '\t', ';', '|'}) {
        const std::vector<int> counts = countsIn(m_buffer, candidate);
        if (counts.empty() || counts.front() == 0)
            continue;
        const auto same = int(std::ranges::count(counts, counts.front()));
        const int score = same * 1000 / int(counts.size()) * 100 + std::min(counts.front(), 99);
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

void RecordReader::addPlain(qsizetype from, qsizetype to)
{
    m_fields.push_back({from, to - from, false});
}

/// `at` stands after the opening mark; leaves it at what ends the field.
RecordReader::Scan RecordReader::scanQuoted(qsizetype &at)
{
    const char *data = m_buffer.constData();
    const qsizetype size = m_buffer.size();
    const qsizetype start = at;
    qsizetype copied = start;
    const auto scratchStart = qsizetype(m_scratch.size());
    bool usesScratch = false;
    for (;;) {
        const auto *mark = static_cast<const char *>(std::memchr(data + at, '"', size_t(size - at)));
        if (!mark)
            return m_ended ? Scan::Unclosed : Scan::NeedsMore;
        at = mark - data + 1;
        if (at == size && !m_ended)
            return Scan::NeedsMore;
        if (at < size && data[at] == '"') {
            m_scratch.append(data + copied, size_t(at - copied));
            usesScratch = true;
            copied = ++at;
            continue;
        }
        break;
    }
    const qsizetype close = at - 1;
    while (at < size && data[at] != m_separator && !endsLine(data[at]))
        ++at;
    if (at == size && !m_ended)
        return Scan::NeedsMore;
    // What stands between the closing mark and the separator belongs to the field, as spreadsheets read it.
    if (!usesScratch && at == close + 1) {
        m_fields.push_back({start, close - start, false});
        return Scan::Complete;
    }
    m_scratch.append(data + copied, size_t(close - copied));
    m_scratch.append(data + close + 1, size_t(at - close - 1));
    m_fields.push_back({scratchStart, qsizetype(m_scratch.size()) - scratchStart, true});
    return Scan::Complete;
}

/// One row from m_at; `end` becomes the end of its text, before the line end.
RecordReader::Scan RecordReader::scan(qsizetype &end)
{
    m_fields.clear();
    m_scratch.clear();
    const char *data = m_buffer.constData();
    const qsizetype size = m_buffer.size();
    qsizetype at = m_at;
    for (;;) {
        const qsizetype start = at;
        if (m_quotes && at < size && data[at] == '"') {
            ++at;
            if (const Scan scanned = scanQuoted(at); scanned != Scan::Complete)
                return scanned;
        } else {
            while (at < size && data[at] != m_separator && !endsLine(data[at]))
                ++at;
            if (at == size && !m_ended)
                return Scan::NeedsMore;
            addPlain(start, at);
        }
        if (at == size || data[at] != m_separator)
            break;
        ++at;
    }
    // Whether an LF follows on a CR is not known at the end of a piece.
    if (at + 1 >= size && at < size && data[at] == '\r' && !m_ended)
        return Scan::NeedsMore;
    end = at;
    return Scan::Complete;
}

void RecordReader::take(qsizetype end, TextRecord &record)
{
    const char *data = m_buffer.constData();
    record.line = m_line;
    record.raw = QByteArrayView(data + m_at, end - m_at);
    record.fields.clear();
    if (!record.unclosed) {
        record.fields.reserve(m_fields.size());
        for (const Field &field : m_fields)
            record.fields.emplace_back(field.inScratch ? m_scratch.data() + field.offset : data + field.offset, field.length);
    }
    bool endsInCr = false;
    m_line += lineEnds(record.raw, endsInCr);
    m_at = end;
    if (m_at < m_buffer.size()) {
        ++m_line;
        m_at += data[m_at] == '\r' && m_at + 1 < m_buffer.size() && data[m_at + 1] == '\n' ? 2 : 1;
    }
}

Error RecordReader::tooLong(qint64 line) const
{
    return {Words::tr("“%1” was not read.").arg(m_input.fileName()),
        Words::tr("A field of the row on line %1 has more than %2.").arg(QString::number(line), QLocale().formattedDataSize(TextInput::largestField)),
        Words::tr("Look there for a quotation mark that is not closed, or for a file that is no table."), Error::Kind::Invalid};
}

Result<bool> RecordReader::next(TextRecord &record)
{
    for (;;) {
        record.unclosed = false;
        qsizetype end = m_at;
        Scan scanned = m_at < m_buffer.size() ? scan(end) : m_ended ? Scan::Complete : Scan::NeedsMore;
        if (scanned == Scan::NeedsMore) {
            if (m_buffer.size() - m_at > TextInput::largestField)
                return std::unexpected(tooLong(m_line));
            if (const auto filled = fill(); !filled)
                return failure(filled);
            continue;
        }
        if (m_at >= m_buffer.size())
            return false;
        if (scanned == Scan::Unclosed) {
            if (++m_unclosed > mostUnclosed)
                return std::unexpected(tooLong(m_line));
            record.unclosed = true;
            end = m_at;
            while (end < m_buffer.size() && !endsLine(m_buffer.at(end)))
                ++end;
        }
        if (std::ranges::any_of(m_fields, [](const Field &field) { return field.length > TextInput::largestField; }))
            return std::unexpected(tooLong(m_line));
        const bool isEmpty = end == m_at;
        take(end, record);
        if (!isEmpty)
            return true;
    }
}

} // namespace redoubt
