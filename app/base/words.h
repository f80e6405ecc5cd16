#pragma once

#include <QByteArray>
#include <QString>

namespace redoubt {

/// Walks through the words of a text as the full-text search has them: letters and digits in a row, folded (folding.h), so
/// without accents and vowel signs. Scripts that are written without spaces between words (Chinese, Japanese, Thai…, and
/// Korean with its endings) have each letter as a word of its own: what is looked for there is a row of letters. Marks go
/// with the word before them; what is not seen neither begins nor ends one; all else stands between words.
class WordReader
{
public:
    /// UTF-8, that must stay. Bytes that are none stand between words.
    explicit WordReader(QByteArrayView text)
        : m_text(text)
    {
    }

    /// Goes to the next word; false behind the last.
    bool next();

    /// Folded; good until next().
    [[nodiscard]] QByteArrayView word() const { return m_word; }
    /// Where it stands, in bytes.
    [[nodiscard]] qsizetype start() const { return m_start; }
    [[nodiscard]] qsizetype end() const { return m_end; }
    /// It is a letter of a script without spaces.
    [[nodiscard]] bool standsAlone() const { return m_standsAlone; }

private:
    void takeAscii();
    bool takeLetter();

    QByteArrayView m_text;
    QByteArray m_word;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
    bool m_standsAlone = false;
};

/// The words with a space between them: what the full-text indexes of a project hold of a text.
[[nodiscard]] QByteArray searchWords(QByteArrayView utf8);

} // namespace redoubt
