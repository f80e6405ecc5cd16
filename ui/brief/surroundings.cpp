#include "ui/brief/surroundings.h"

#include "app/brief/listlines.h"
#include "app/brief/verbatim.h"
#include "ui/brief/brieftextedit.h"

#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int linesEachWay = 200;
constexpr int mostLetters = 1 << 16;
constexpr int indentReach = 50;    // lines
constexpr int metadataReach = 100; // lines
constexpr int codeIndent = 4;

/// The first letter of a line that is no space and no mark of a quotation, without reading the line.
QChar firstLetter(const QTextBlock &line)
{
    static constexpr int deepest = 16;
    const QTextDocument *document = line.document();
    for (int i = 0; i < std::min(line.length() - 1, deepest); ++i) {
        const QChar letter = document->characterAt(line.position() + i);
        if (!letter.isSpace() && letter != u'>')
            return letter;
    }
    return {};
}

bool isInMetadata(const QTextBlock &line)
{
    QTextBlock above = line.document()->begin();
    if (line.blockNumber() > metadataReach || above == line || above.text().trimmed() != "---"_L1)
        return false;
    for (above = above.next(); above != line; above = above.next()) {
        if (above.text().trimmed() == "---"_L1 || above.text().trimmed() == "..."_L1)
            return false;
    }
    return true;
}

bool isIndented(const QTextBlock &line)
{
    const QTextDocument *document = line.document();
    for (int i = 0; i < codeIndent; ++i) {
        const QChar letter = i < line.length() - 1 ? document->characterAt(line.position() + i) : QChar();
        if (letter == u'\t')
            return true;
        if (letter != u' ')
            return false;
    }
    return true;
}

/// Set in by four spaces behind a blank line, and not what belongs to a list or a footnote.
bool isIndentedCode(const QTextBlock &line)
{
    if (!isIndented(line) || listItem(line.text()))
        return false;
    bool isBehindBlank = false;
    QTextBlock above = line.previous();
    for (int i = 0; i < indentReach && above.isValid(); ++i, above = above.previous()) {
        if (firstLetter(above).isNull())
            isBehindBlank = true;
        else if (!isIndented(above))
            return isBehindBlank && !listItem(above.text()) && firstLetter(above) != u'[';
        else if (listItem(above.text()))
            return false;
    }
    return isBehindBlank || !above.isValid();
}

} // namespace

Surroundings Surroundings::of(const BriefTextEdit &editor)
{
    const QTextCursor cursor = editor.textCursor();
    QTextBlock first = editor.document()->findBlock(cursor.selectionStart());
    QTextBlock last = editor.document()->findBlock(cursor.selectionEnd());
    const auto letters = [&] { return last.position() + last.length() - first.position(); };
    for (int i = 0; i < linesEachWay && letters() < mostLetters; ++i) {
        if (first.previous().isValid())
            first = first.previous();
        if (last.next().isValid())
            last = last.next();
    }
    Surroundings found{editor.text({first.position(), letters() - 1}), first.position(), {}};
    found.selection = {cursor.selectionStart() - found.offset, cursor.selectionEnd() - cursor.selectionStart()};
    return found;
}

bool isInFence(const QTextBlock &line, int reach)
{
    QStringList fences;
    QTextBlock above = line.previous();
    for (int i = 0; i < reach && above.isValid(); ++i, above = above.previous()) {
        const QChar letter = firstLetter(above);
        if ((letter == u'`' || letter == u'~') && mayBeFence(above.text()))
            fences.prepend(above.text());
    }
    return isInFence(fences);
}

bool isProse(const QTextBlock &line)
{
    return !isInFence(line) && !isInMetadata(line) && !isIndentedCode(line);
}

} // namespace redoubt
