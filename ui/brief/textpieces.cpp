#include "ui/brief/textpieces.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace redoubt {

namespace {

constexpr int numberProperty = QTextFormat::UserProperty + 1;

int numberOf(const QTextBlock &block)
{
    return block.blockFormat().intProperty(numberProperty);
}

QTextBlockFormat formatWith(int number)
{
    QTextBlockFormat format;
    if (number > 0)
        format.setProperty(numberProperty, number);
    return format;
}

/// Where a paragraph can be divided from `from` on: a single space before a letter; -1 when there is none.
qsizetype spaceIn(QStringView paragraph, qsizetype from)
{
    for (qsizetype at = paragraph.indexOf(u' ', from); at >= 0 && at + 1 < paragraph.size(); at = paragraph.indexOf(u' ', at + 1)) {
        if (at > 0 && paragraph[at + 1].isLetter() && !paragraph[at - 1].isSpace())
            return at;
    }
    return -1;
}

void addPlaces(QStringView paragraph, qsizetype start, QList<qsizetype> &places)
{
    if (paragraph.size() <= TextPieces::longest)
        return;
    for (qsizetype at = spaceIn(paragraph, TextPieces::usual); at >= 0; at = spaceIn(paragraph, at + TextPieces::usual))
        places.append(start + at);
}

} // namespace

TextPieces::TextPieces(QTextDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &QTextDocument::contentsChanged, this, &TextPieces::mend);
}

QList<qsizetype> TextPieces::placesIn(QStringView text)
{
    QList<qsizetype> places;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf(u'\n', start);
        addPlaces(text.sliced(start, (end < 0 ? text.size() : end) - start), start, places);
        start = end < 0 ? text.size() : end + 1;
    }
    return places;
}

void TextPieces::take(const QList<qsizetype> &places)
{
    m_pieces.clear();
    m_wrong.clear();
    m_lastNumber = 0;
    m_changedFrom = -1;
    if (places.isEmpty())
        return;
    m_document.setUndoRedoEnabled(false);
    QTextCursor cursor(&m_document);
    cursor.beginEditBlock();
    for (qsizetype place : places) {
        m_pieces.append({place, ++m_lastNumber});
        cursor.setPosition(int(place + 1));
        cursor.setBlockFormat(formatWith(m_lastNumber));
    }
    cursor.endEditBlock();
    m_document.setUndoRedoEnabled(true);
}

bool TextPieces::isTaken(int number) const
{
    return std::ranges::contains(m_pieces, number, &Piece::number);
}

void TextPieces::follow(int from, int removed, int added)
{
    const bool mayGrow = added > removed;
    if (mayGrow) {
        m_changedFrom = m_changedFrom < 0 ? from : std::min(m_changedFrom, from);
        m_changedTo = std::max(m_changedTo, from + added);
    }
    if (m_lastNumber == 0)
        return;
    m_pieces.removeIf([&](const Piece &piece) { return piece.end >= from && piece.end < from + removed; });
    for (Piece &piece : m_pieces)
        piece.end += piece.end >= from ? added - removed : 0;
    const QTextBlock first = m_document.findBlock(from);
    // What ends the block before was not touched, though the block may have got the number of another.
    const int own = numberOf(first);
    const auto before = std::ranges::find(m_pieces, first.position() - 1, &Piece::end);
    if (before != m_pieces.end() && own > 0 && !isTaken(own))
        before->number = own;
    else if (own != (before != m_pieces.end() ? before->number : 0))
        m_wrong.append(first.position());
    for (QTextBlock block = first.next(); block.isValid() && block.position() <= from + added; block = block.next()) {
        const int number = numberOf(block);
        const Piece piece{block.position() - 1, number};
        if (number > 0 && (number == own || isTaken(number)))
            m_wrong.append(block.position());
        else if (number > 0)
            m_pieces.insert(std::ranges::upper_bound(m_pieces, piece.end, {}, &Piece::end), piece);
    }
}

/// Within the step that is undone with it. Undoing itself brings back what was right.
void TextPieces::mend()
{
    const QList<int> wrong = std::exchange(m_wrong, {});
    const QList<qsizetype> places = placesInChanged();
    m_changedFrom = m_changedTo = -1;
    if ((wrong.isEmpty() && places.isEmpty()) || m_document.isRedoAvailable())
        return;
    QTextCursor cursor(&m_document);
    cursor.joinPreviousEditBlock();
    for (int position : wrong) {
        cursor.setPosition(position);
        const auto piece = std::ranges::find(m_pieces, position - 1, &Piece::end);
        if (piece != m_pieces.end())
            piece->number = ++m_lastNumber;
        cursor.setBlockFormat(formatWith(piece != m_pieces.end() ? piece->number : 0));
    }
    for (qsizetype place : places) {
        cursor.setPosition(int(place));
        cursor.setPosition(int(place + 1), QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        cursor.insertBlock(formatWith(++m_lastNumber));
    }
    cursor.endEditBlock();
}

QList<qsizetype> TextPieces::placesInChanged() const
{
    QList<qsizetype> places;
    if (m_changedFrom < 0)
        return places;
    for (QTextBlock block = m_document.findBlock(m_changedFrom); block.isValid() && block.position() <= m_changedTo; block = block.next()) {
        if (block.length() > longest)
            addPlaces(block.text(), block.position(), places);
    }
    return places;
}

void TextPieces::putSpaces(QString &text, qsizetype from) const
{
    auto piece = std::ranges::lower_bound(m_pieces, from, {}, &Piece::end);
    for (; piece != m_pieces.end() && piece->end < from + text.size(); ++piece)
        text[piece->end - from] = u' ';
}

} // namespace redoubt
