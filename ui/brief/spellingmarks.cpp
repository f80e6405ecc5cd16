#include "ui/brief/spellingmarks.h"

#include "ui/brief/briefhighlighter.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/textmarks.h"
#include "ui/brief/textpieces.h"

#include <QEvent>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int soon = 80;             // ms: many changes are looked at once
constexpr int rest = 1200;           // ms after the last key, in which a word is being typed
constexpr int longestLine = 2 * int(TextPieces::longest); // letters; the highlighter, which knows what is prose, goes no further
constexpr int blocksUpwards = 500;   // in which the div around a block is looked for
constexpr int blocksAtOnce = 32;

QList<TextRange> apartIn(const QTextBlock &block)
{
    QList<TextRange> apart;
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        if (range.format.boolProperty(BriefHighlighter::NoProse))
            apart.append({range.start, range.length});
    }
    return apart;
}

} // namespace

SpellingMarks::SpellingMarks(BriefTextEdit &editor, SpellChecker &checker, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_checker(checker)
{
    for (QTimer *timer : {&m_soon, &m_rest})
        timer->setSingleShot(true);
    m_soon.setInterval(soon);
    m_rest.setInterval(rest);
    connect(&m_soon, &QTimer::timeout, this, &SpellingMarks::mark);
    connect(&m_rest, &QTimer::timeout, this, &SpellingMarks::mark);
    connect(&editor, &BriefTextEdit::edited, this, &SpellingMarks::typed);
    connect(&editor, &BriefTextEdit::marginMoved, this, &SpellingMarks::schedule);
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &SpellingMarks::moved);
    connect(&checker, &SpellChecker::answered, this, [this] {
        schedule();
        if (m_search)
            search();
    });
    editor.installEventFilter(this);
}

void SpellingMarks::setOn(bool on)
{
    m_isOn = on;
    m_search.reset();
    mark();
}

void SpellingMarks::setLanguage(const QString &language)
{
    if (std::exchange(m_language, language) != language)
        schedule();
}

void SpellingMarks::setKnownWords(const KnownWords &words)
{
    if (m_known == words)
        return;
    m_known = words;
    mark();
}

void SpellingMarks::schedule()
{
    if (m_isOn && !m_soon.isActive() && m_editor.isVisible())
        m_soon.start();
}

void SpellingMarks::typed()
{
    m_search.reset();
    m_rest.start();
    schedule();
}

/// The cursor comes with what is typed, too, but then the text has been told of just before.
void SpellingMarks::moved()
{
    if (m_rest.isActive())
        schedule();
}

bool SpellingMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        m_soon.start();
    return QObject::eventFilter(watched, event);
}

/// The language that the divs around a block say.
QString SpellingMarks::languageAt(QTextBlock block) const
{
    int closed = 0;
    block = block.previous();
    for (int i = 0; i < blocksUpwards && block.isValid(); ++i, block = block.previous()) {
        if (block.length() < 4 || block.length() > longestLine)
            continue;
        const auto fence = divFence(block.text());
        if (!fence)
            continue;
        if (!fence->opens)
            ++closed;
        else if (closed > 0)
            --closed;
        else if (!fence->language.isEmpty())
            return fence->language;
    }
    return m_language;
}

QList<Misspelling> SpellingMarks::wordsOf(const QTextBlock &block, const QString &language) const
{
    if (block.length() > longestLine || !block.isVisible())
        return {};
    const QString line = block.text();
    const QList<ForeignStretch> foreign = foreignStretches(line);
    QList<Misspelling> words;
    for (const TextRange &range : checkedWords(line, apartIn(block))) {
        const auto own = std::ranges::find_if(foreign, [&](const ForeignStretch &stretch) {
            return range.offset >= stretch.range.offset && range.end() <= stretch.range.end();
        });
        words.append({{block.position() + range.offset, range.length}, dictionaryWord(QStringView(line).sliced(range.offset, range.length)),
            own == foreign.end() ? language : own->language});
    }
    return words;
}

bool SpellingMarks::isKnown(const Misspelling &word, bool &waits) const
{
    const SpellChecker::Answer answer = m_checker.answer(word.language, word.word);
    waits = waits || answer == SpellChecker::Answer::NotYet;
    return answer != SpellChecker::Answer::Wrong || m_known.contains(word.word);
}

void SpellingMarks::mark()
{
    QList<TextRange> misspelt;
    const int cursor = m_editor.textCursor().position();
    const TextRange shown = m_isOn && m_editor.isVisible() ? m_editor.shownRange() : TextRange{0, -1};
    QTextBlock block = m_editor.document()->findBlock(int(shown.offset));
    QString language;
    bool isBehindDiv = true;
    bool waits = false;
    for (; shown.length >= 0 && block.isValid() && block.position() <= shown.end(); block = block.next()) {
        if (isBehindDiv)
            language = languageAt(block);
        isBehindDiv = block.length() < longestLine && block.text().startsWith(":::"_L1);
        for (const Misspelling &word : wordsOf(block, language)) {
            const bool isBeingTyped = m_rest.isActive() && word.range.touches(cursor);
            if (!isBeingTyped && !isKnown(word, waits))
                misspelt.append(word.range);
        }
    }
    m_editor.marks().set(TextMarks::Kind::Misspelt, misspelt);
}

std::optional<Misspelling> SpellingMarks::misspellingAt(qsizetype position) const
{
    const QTextBlock block = m_editor.document()->findBlock(int(position));
    bool waits = false;
    for (const Misspelling &word : wordsOf(block, languageAt(block))) {
        if (word.range.touches(position) && !isKnown(word, waits))
            return word;
    }
    return {};
}

void SpellingMarks::goTo(int direction)
{
    const QTextCursor cursor = m_editor.textCursor();
    const QTextBlock block = cursor.block();
    m_search = Search{.direction = direction, .block = block.blockNumber(), .left = m_editor.document()->blockCount() + 1,
        .from = direction > 0 ? cursor.selectionEnd() : cursor.selectionStart()};
    search();
}

std::optional<Misspelling> SpellingMarks::firstIn(const QTextBlock &block, bool &waits) const
{
    QList<Misspelling> words = wordsOf(block, languageAt(block));
    const bool forwards = m_search->direction > 0;
    if (m_search->isFirst) {
        words.removeIf([&](const Misspelling &word) {
            return forwards ? word.range.offset < m_search->from : word.range.end() > m_search->from;
        });
    }
    if (!forwards)
        std::ranges::reverse(words);
    for (const Misspelling &word : std::as_const(words)) {
        const bool waited = waits;
        if (!isKnown(word, waits) && !waited)
            return word;
    }
    return {};
}

/// A few blocks at a time; where the dictionary has yet to answer, it goes on from there when it has.
void SpellingMarks::search()
{
    for (int i = 0; i < blocksAtOnce && m_search->left > 0; ++i) {
        const QTextBlock block = m_editor.document()->findBlockByNumber(m_search->block);
        bool waits = false;
        const auto found = firstIn(block, waits);
        if (found) {
            m_search.reset();
            m_editor.showPassage(found->range);
            Q_EMIT selected();
            return;
        }
        if (waits)
            return;
        const int count = m_editor.document()->blockCount();
        m_search->block = (m_search->block + m_search->direction + count) % count;
        m_search->isFirst = false;
        --m_search->left;
    }
    if (m_search->left > 0) {
        QTimer::singleShot(0, this, [this] {
            if (m_search)
                search();
        });
        return;
    }
    m_search.reset();
    Q_EMIT noneFound();
}

} // namespace redoubt
