#include "ui/brief/briefhighlighter.h"

#include "ui/brief/textpieces.h"
#include "ui/brief/writinglayout.h"
#include "ui/look/look.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QDeadlineTimer>
#include <QFontDatabase>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int mostAtOnce = 32; // blocks
constexpr double atOnce = 1.5; // ms
constexpr double inPassing = 2;
constexpr int untilPainted = 20;   // ms: what is seen is set when it is painted

/// The size of a style, in sizes of the text.
double sizeOf(const QString &style)
{
    static const QSet<QString> asides{u"Citation"_s, u"Citation Key"_s, u"Link Target"_s, u"Footnote"_s, u"Attribute"_s,
        u"Section Role"_s, u"Attribute Value"_s, u"Block Mark"_s, u"Block Name"_s, u"Fence"_s};
    if (style == "Heading"_L1 || style == "Heading Mark"_L1)
        return look::writingHeading;
    return asides.contains(style) ? look::writingAside : 1;
}

bool isTableRow(QStringView line)
{
    const auto first = std::ranges::find_if_not(line, [](QChar c) { return c == u' ' || c == u'\t' || c == u'>'; });
    return first != line.end() && *first == u'|';
}

} // namespace

/// What is known of a block that is set.
struct BriefHighlighter::Known : QTextBlockUserData
{
    KSyntaxHighlighting::State before;
    KSyntaxHighlighting::State after;
    int look = 0;

    static Known *of(const QTextBlock &block) { return block.isValid() ? dynamic_cast<Known *>(block.userData()) : nullptr; }
    static KSyntaxHighlighting::State stateBefore(const QTextBlock &block)
    {
        const Known *previous = of(block.previous());
        return previous ? previous->after : KSyntaxHighlighting::State();
    }
};

BriefHighlighter::BriefHighlighter(std::shared_ptr<Syntax> syntax, WritingLayout &layout, QObject *parent)
    : QObject(parent)
    , m_syntax(std::move(syntax))
    , m_layout(layout)
    , m_document(*layout.document())
{
    connect(&m_document, &QTextDocument::contentsChange, this, &BriefHighlighter::follow);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        m_idle.setInterval(0);
        work(inPassing);
    });
}

void BriefHighlighter::fit(const QPalette &palette, const QFont &font)
{
    m_isDark = &look::colours(palette) == &look::dark();
    m_isDressed = false;
    m_size = font.pointSizeF();
    m_formats.clear();
    ++m_look;
    m_from = 0;
    m_to = m_document.characterCount();
    m_idle.start(untilPainted);
}

void BriefHighlighter::dress()
{
    if (std::exchange(m_isDressed, true))
        return;
    setTheme(m_syntax->repository().theme(m_isDark ? u"Redoubt Dark"_s : u"Redoubt Light"_s));
    if (!definition().isValid())
        setDefinition(m_syntax->repository().definitionForName(u"Redoubt Brief"_s));
}

void BriefHighlighter::show(const QTextBlock &block)
{
    if (isDone() || isSet(block))
        return;
    set(block);
    // What follows may begin in another state now, and has to be come to.
    m_to = std::max<qsizetype>(m_to, block.position() + block.length());
}

void BriefHighlighter::follow(int from, int removed, int added)
{
    const QTextBlock first = m_document.findBlock(from);
    const QTextBlock last = m_document.findBlock(std::min(from + added, m_document.characterCount() - 1));
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        if (block.userData())
            block.setUserData(nullptr);
        if (block == last)
            break;
    }
    const qsizetype end = last.position() + last.length();
    const auto moved = [&](qsizetype position) { return position >= from + removed ? position + added - removed : std::min<qsizetype>(position, from); };
    const bool wasDone = isDone();
    const qsizetype start = first.position();
    m_from = wasDone ? start : std::min(start, moved(m_from));
    m_to = wasDone ? end : std::max(end, moved(m_to));
    if (m_from == start && last.blockNumber() - first.blockNumber() < mostAtOnce)
        work(atOnce);
    if (!isDone())
        m_idle.start(untilPainted);
}

void BriefHighlighter::work(double milliseconds)
{
    const QDeadlineTimer deadline(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double, std::milli>(milliseconds)),
        Qt::PreciseTimer);
    QTextBlock block = m_document.findBlock(int(m_from));
    for (; block.isValid(); block = block.next()) {
        const bool isRight = isSet(block);
        if (isRight && block.position() > m_to)
            break;
        if (!isRight)
            set(block);
        if (deadline.hasExpired()) {
            m_from = block.position() + block.length();
            // What follows may begin in another state now.
            m_to = std::max(m_to, m_from);
            return;
        }
    }
    m_from = 0;
    m_to = -1;
    m_idle.stop();
}

bool BriefHighlighter::isSet(const QTextBlock &block) const
{
    const Known *known = Known::of(block);
    return known && known->look == m_look && known->before == Known::stateBefore(block);
}

void BriefHighlighter::set(const QTextBlock &block)
{
    dress();
    auto known = std::make_unique<Known>();
    known->look = m_look;
    known->before = Known::stateBefore(block);
    m_ranges.clear();
    const bool isTooLong = block.length() > 2 * TextPieces::longest;
    const QString text = isTooLong ? QString() : block.text();
    known->after = isTooLong ? known->before : highlightLine(text, known->before);
    if (isTableRow(text))
        setRow(int(text.size()));
    QTextBlock(block).setUserData(known.release());

    // What an input method is composing keeps its own look, and moves what is behind it.
    const QTextLayout *layout = block.layout();
    const int start = layout->preeditAreaPosition();
    const int length = int(layout->preeditAreaText().size());
    if (length > 0) {
        for (QTextLayout::FormatRange &range : m_ranges) {
            if (range.start >= start)
                range.start += length;
            else if (range.start + range.length > start)
                range.length += length;
        }
        for (const QTextLayout::FormatRange &range : layout->formats()) {
            if (range.start >= start && range.start + range.length <= start + length)
                m_ranges.append(range);
        }
    }
    m_layout.setFormats(block, m_ranges);
}

void BriefHighlighter::setRow(int length)
{
    static const QStringList families = QFontDatabase::systemFont(QFontDatabase::FixedFont).families();
    QList<QTextLayout::FormatRange> whole;
    int end = 0;
    for (const QTextLayout::FormatRange &range : std::as_const(m_ranges)) {
        if (range.start > end)
            whole.append({end, range.start - end, {}});
        whole.append(range);
        end = range.start + range.length;
    }
    if (end < length)
        whole.append({end, length - end, {}});
    for (QTextLayout::FormatRange &range : whole) {
        range.format.setFontFamilies(families);
        range.format.setFontPointSize(m_size * look::writingAside);
    }
    m_ranges = whole;
}

QTextCharFormat BriefHighlighter::formatOf(const KSyntaxHighlighting::Format &format) const
{
    QTextCharFormat made;
    made.setForeground(format.textColor(theme()));
    if (format.hasBackgroundColor(theme()))
        made.setBackground(format.backgroundColor(theme()));
    if (format.isBold(theme()))
        made.setFontWeight(QFont::Bold);
    if (format.isItalic(theme()))
        made.setFontItalic(true);
    if (format.isUnderline(theme()))
        made.setFontUnderline(true);
    if (format.isStrikeThrough(theme()))
        made.setFontStrikeOut(true);
    const double factor = sizeOf(format.name());
    if (m_size > 0 && factor != 1)
        made.setFontPointSize(m_size * factor);
    if (!format.spellCheck())
        made.setProperty(NoProse, true);
    return made;
}

void BriefHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    if (length == 0)
        return;
    auto known = m_formats.constFind(format.id());
    if (known == m_formats.constEnd())
        known = m_formats.insert(format.id(), formatOf(format));
    m_ranges.append({offset, length, *known});
}

} // namespace redoubt
