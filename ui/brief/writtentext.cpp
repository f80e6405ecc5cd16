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

void WrittenText::apply(const QList<Edit> &edits, QString &text)
{
    for (const Edit &edit : edits)
        text.replace(edit.from, edit.removed, edit.added);
}

void WrittenText::setBase(const QString &text) const
{
    m_text = text;
    m_edits.clear();
    m_taken = 0;
    ++m_generation;
}

QString WrittenText::text() const
{
    if (!m_isKnown || m_length != documentLength()) {
        QString text = withLineEnds(m_document.toRawText());
        m_pieces.putSpaces(text, 0);
        m_length = text.size();
        m_isKnown = m_length == documentLength();
        setBase(text);
    } else if (!m_edits.isEmpty()) {
        QString text = std::exchange(m_text, {});
        apply(m_edits, text);
        setBase(text);
    }
    return m_text;
}

QString WrittenText::Snapshot::text() const
{
    QString text = m_base;
    apply(m_edits, text);
    return text;
}

WrittenText::Snapshot WrittenText::snapshot() const
{
    Snapshot taken;
    taken.m_base = m_isKnown && m_length == documentLength() ? m_text : text();
    taken.m_edits = m_edits;
    taken.m_generation = m_generation;
    m_taken = m_edits.size();
    return taken;
}

void WrittenText::take(const Snapshot &snapshot, const QString &text)
{
    const qsizetype edits = snapshot.m_edits.size();
    if (!m_isKnown || snapshot.m_generation != m_generation || edits == 0)
        return;
    QList<Edit> behind = m_edits.sliced(edits);
    const qsizetype taken = m_taken - edits;
    setBase(text);
    m_edits = std::move(behind);
    m_taken = taken;
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
    setBase(text);
    m_length = text.size();
    m_isKnown = m_length == documentLength();
}

QString WrittenText::text(TextRange range) const
{
    QTextCursor cursor(&m_document);
    cursor.setPosition(int(range.offset));
    cursor.setPosition(int(range.end()), QTextCursor::KeepAnchor);
    QString text = withLineEnds(cursor.selectedText());
    m_pieces.putSpaces(text, range.offset);
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
        setBase({});
        return;
    }
    m_length += added - removed;
    add({from, removed, text({from, added})});
    if (m_edits.size() > mostEdits)
        (void)text();
}

/// What is typed on, or taken back letter by letter, stays one edit.
void WrittenText::add(Edit edit)
{
    if (m_edits.size() > m_taken) {
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
