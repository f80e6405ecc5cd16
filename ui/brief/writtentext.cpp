#include "ui/brief/writtentext.h"

#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// More than this is not read before someone asks for it.
constexpr int mostAtOnce = 100'000;
/// More edits than this are put into the text.
constexpr qsizetype mostEdits = 64;

/// What stands for the end of a line in a document.
bool isLineEnd(QChar c)
{
    return c.unicode() >= 0x2028 && (c == QChar::ParagraphSeparator || c == QChar::LineSeparator || c == QChar(0xFDD0) || c == QChar(0xFDD1));
}

QString withLineEnds(QString raw)
{
    auto next = std::find_if(raw.cbegin(), raw.cend(), isLineEnd);
    if (next != raw.cend())
        std::replace_if(raw.begin() + (next - raw.cbegin()), raw.end(), isLineEnd, u'\n');
    return raw;
}

} // namespace

WrittenText::WrittenText(QTextDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_pieces(document)
{
    connect(&document, &QTextDocument::contentsChange, this, &WrittenText::follow);
}

qsizetype WrittenText::documentLength() const
{
    return m_document.characterCount() - 1;
}

QString WrittenText::text() const
{
    if (!m_isKnown || m_length != documentLength()) {
        m_text = withLineEnds(m_document.toRawText());
        m_pieces.putSpaces(m_text, 0);
        m_edits.clear();
        m_isKnown = m_text.size() == documentLength();
        m_length = m_text.size();
        return m_text;
    }
    for (const Edit &edit : std::exchange(m_edits, {}))
        m_text.replace(edit.from, edit.removed, edit.added);
    return m_text;
}

QString WrittenText::normal(const QString &text)
{
    if (!text.contains(u'\r'))
        return withLineEnds(text);
    return withLineEnds(QString(text).replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n'));
}

QString WrittenText::shown(const QString &text)
{
    QString shown = text;
    for (qsizetype place : TextPieces::placesIn(text))
        shown[place] = u'\n';
    return shown;
}

void WrittenText::take(const QString &text)
{
    m_pieces.take(TextPieces::placesIn(text));
    m_edits.clear();
    m_text = text;
    m_length = text.size();
    m_isKnown = m_length == documentLength();
}

QString WrittenText::read(int from, int length) const
{
    QTextCursor cursor(&m_document);
    cursor.setPosition(from);
    cursor.setPosition(from + length, QTextCursor::KeepAnchor);
    QString text = withLineEnds(cursor.selectedText());
    m_pieces.putSpaces(text, from);
    return text;
}

void WrittenText::follow(int from, int removed, int added)
{
    m_pieces.follow(from, removed, added);
    // The end of the document is counted as a letter at times.
    const int beyond = std::max(0, int(from + added - documentLength()));
    removed -= beyond;
    added -= beyond;
    const bool fits = from >= 0 && removed >= 0 && added >= 0 && from + removed <= m_length && m_length + added - removed == documentLength();
    if (!m_isKnown || !fits || added > mostAtOnce) {
        m_isKnown = false;
        m_text.clear();
        m_edits.clear();
        return;
    }
    m_length += added - removed;
    add({from, removed, read(from, added)});
    if (m_edits.size() > mostEdits)
        (void)text();
}

/// What is typed on, or taken back letter by letter, stays one edit.
void WrittenText::add(Edit edit)
{
    if (!m_edits.isEmpty()) {
        Edit &last = m_edits.last();
        const qsizetype end = last.from + last.added.size();
        if (edit.removed == 0 && edit.from == end) {
            last.added += edit.added;
            return;
        }
        if (edit.from >= last.from && edit.from + edit.removed <= end) {
            last.added.replace(edit.from - last.from, edit.removed, edit.added);
            return;
        }
    }
    m_edits.append(std::move(edit));
}

} // namespace redoubt
