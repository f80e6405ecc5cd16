#pragma once

#include "app/timeline/import/textinput.h"

#include <string>
#include <vector>

namespace redoubt {

/// A row of a table of text. The views hold until the next row is read.
struct TextRecord
{
    qint64 line = 0;    ///< where it begins, from 1
    QByteArrayView raw; ///< as it stands in the file, without its line end
    std::vector<QByteArrayView> fields;
    bool unclosed = false; ///< a quotation mark in it is never closed; `raw` is its first line, and reading goes on after that
};

/// Reads CSV (RFC 4180) and TSV: fields in quotation marks hold separators, line ends and doubled quotation marks. A mark
/// within a field that did not begin with one is a character like any other. Empty lines are passed over.
/// Memory stays that of the largest row; a field over TextInput::largestField is an error.
class RecordReader
{
public:
    /// `quotes` is off for formats whose fields are never quoted (GDELT).
    RecordReader(TextInput &input, char separator, bool quotes = true);

    /// False at the end.
    Result<bool> next(TextRecord &record);

    /// The separator that divides the first lines most evenly: comma, semicolon, tab or bar. The text read for it is not lost.
    Result<char> guessSeparator();
    void setSeparator(char separator) { m_separator = separator; }

private:
    enum class Scan { Complete, NeedsMore, Unclosed };

    Result<bool> fill();
    Scan scan(qsizetype &end);
    Scan scanQuoted(qsizetype &at);
    void addPlain(qsizetype from, qsizetype to);
    [[nodiscard]] Error tooLong(qint64 line) const;
    void take(qsizetype end, TextRecord &record);

    struct Field
    {
        qsizetype offset;
        qsizetype length;
        bool inScratch; ///< else in the buffer
    };

    TextInput &m_input;
    char m_separator;
    bool m_quotes;
    bool m_ended = false;
    QByteArray m_buffer;
    qsizetype m_at = 0; ///< the start of the next row in it
    qint64 m_line = 1;
    std::string m_scratch; ///< fields without their quotation marks
    std::vector<Field> m_fields;
    int m_unclosed = 0;
};

} // namespace redoubt
