#include "ui/brief/folding.h"

#include "app/brief/verbatim.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/surroundings.h"
#include "ui/look/look.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// By the marks in front of it; 0 when a line looks like none.
int markedLevel(const QTextBlock &line)
{
    static constexpr int deepest = 6;
    const QTextDocument *document = line.document();
    int level = 0;
    while (level < line.length() - 1 && level <= deepest && document->characterAt(line.position() + level) == u'#')
        ++level;
    const bool isApart = level == line.length() - 1 || document->characterAt(line.position() + level).isSpace();
    return level > 0 && level <= deepest && isApart ? level : 0;
}

/// Asked of each line that is painted: only a short fence is told from a section.
bool isHeading(const QTextBlock &line)
{
    static constexpr int reach = 200;
    return markedLevel(line) > 0 && !isInFence(line, reach);
}

/// The line behind a heading's section; not valid at the end of the text.
QTextBlock endOfSection(const QTextBlock &heading)
{
    const int level = markedLevel(heading);
    QStringList fences;
    QTextBlock line = heading.next();
    for (; line.isValid(); line = line.next()) {
        const int other = markedLevel(line);
        if (other > 0 && other <= level && !isInFence(fences))
            break;
        const QChar first = line.document()->characterAt(line.position());
        if ((first == u'`' || first == u'~' || first == u' ' || first == u'>') && mayBeFence(line.text()))
            fences.append(line.text());
        if (!fences.isEmpty() && !isInFence(fences))
            fences.clear();
    }
    return line;
}

/// The next line that is not folded away, however much is; lines that are take no room among the lines of the layout.
QTextBlock nextShown(const QTextBlock &line)
{
    QTextBlock next = line.next();
    if (!next.isValid() || next.isVisible())
        return next;
    const QTextBlock found = line.document()->findBlockByLineNumber(next.firstLineNumber());
    if (found.isValid() && found.isVisible() && found.blockNumber() > line.blockNumber())
        return found;
    while (next.isValid() && !next.isVisible())
        next = next.next();
    return next;
}

QTextBlock headingAbove(QTextBlock line)
{
    while (line.isValid() && !(line.isVisible() && isHeading(line)))
        line = line.previous();
    return line;
}

void paintMark(QPainter &painter, QRect place, bool folded)
{
    const QPointF centre = QRectF(place).center();
    const qreal side = look::tight;
    const QPolygonF down{centre + QPointF(-side, -side / 2), centre + QPointF(side, -side / 2), centre + QPointF(0, side / 2)};
    const QPolygonF right{centre + QPointF(-side / 2, -side), centre + QPointF(side / 2, 0), centre + QPointF(-side / 2, side)};
    painter.drawPolygon(folded ? right : down);
}

} // namespace

Folding::Folding(BriefTextEdit &editor)
    : QWidget(&editor)
    , m_editor(editor)
{
    setMouseTracking(true);
    setAccessibleName(tr("Marks that fold sections"));
    connect(&editor, &BriefTextEdit::marginMoved, this, &Folding::fit);
    connect(&editor, &BriefTextEdit::painted, this, &Folding::paintEllipses);
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &Folding::revealCursor);
    connect(editor.document(), &QTextDocument::contentsChange, this,
        [this](int position, int, int added) { m_changed = {position, position + added}; });
    connect(&editor, &BriefTextEdit::edited, this, &Folding::revealOrphans);
    fit();
}

void Folding::fit()
{
    const QRect text = m_editor.viewport()->geometry();
    setGeometry(text.x(), text.y(), int(m_editor.document()->documentMargin()), text.height());
    update();
}

bool Folding::isFolded(const QTextBlock &heading) const
{
    return heading.isVisible() && heading.next().isValid() && !heading.next().isVisible();
}

void Folding::setShown(QTextBlock first, const QTextBlock &end, bool shown)
{
    if (!first.isValid() || first == end)
        return;
    QTextDocument *document = m_editor.document();
    const int from = first.position();
    const int to = end.isValid() ? end.position() : document->characterCount() - 1;
    for (; first.isValid() && first != end; first = first.next()) {
        first.setVisible(shown);
        first.setLineCount(shown ? std::max(1, first.layout()->lineCount()) : 0);
    }
    document->markContentsDirty(from, to - from);
    auto *layout = static_cast<QPlainTextDocumentLayout *>(document->documentLayout());
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
    layout->requestUpdate();
    update();
}

void Folding::fold(const QTextBlock &heading)
{
    const QTextBlock end = endOfSection(heading);
    const int from = heading.position() + heading.length() - 1;
    const int to = end.isValid() ? end.position() : m_editor.document()->characterCount();
    const QTextCursor cursor = m_editor.textCursor();
    const auto isHidden = [&](int position) { return position > from && position < to; };
    if (isHidden(cursor.position()) || isHidden(cursor.anchor())) {
        QTextCursor moved = cursor;
        moved.setPosition(from);
        m_editor.setTextCursor(moved);
    }
    setShown(heading.next(), end, false);
}

void Folding::unfold(const QTextBlock &heading)
{
    reveal(heading.next());
}

void Folding::toggle(const QTextBlock &heading)
{
    if (heading.isValid())
        isFolded(heading) ? unfold(heading) : fold(heading);
}

/// What is hidden around a line that is.
void Folding::reveal(QTextBlock hidden)
{
    while (hidden.previous().isValid() && !hidden.previous().isVisible())
        hidden = hidden.previous();
    QTextBlock end = hidden;
    while (end.isValid() && !end.isVisible())
        end = end.next();
    setShown(hidden, end, true);
}

void Folding::toggleAtCursor()
{
    toggle(headingAbove(m_editor.textCursor().block()));
}

void Folding::foldAll()
{
    unfoldAll();
    QTextBlock line = m_editor.document()->begin();
    while (line.isValid()) {
        if (!isHeading(line)) {
            line = line.next();
            continue;
        }
        const QTextBlock end = endOfSection(line);
        fold(line);
        line = end;
    }
}

void Folding::unfoldAll()
{
    for (QTextBlock line = m_editor.document()->begin(); line.isValid(); line = line.next()) {
        if (!line.isVisible())
            reveal(line);
    }
}

Folding::Folds Folding::folds() const
{
    Folds folds;
    for (QTextBlock line = m_editor.document()->begin(); line.isValid(); line = line.next()) {
        if (isFolded(line))
            folds.append({line.blockNumber(), line.text()});
    }
    return folds;
}

void Folding::setFolds(const Folds &folds)
{
    for (const auto &[number, heading] : folds) {
        const QTextBlock line = m_editor.document()->findBlockByNumber(number);
        if (line.isValid() && line.isVisible() && line.text() == heading && isHeading(line))
            fold(line);
    }
}

void Folding::revealCursor()
{
    const QTextBlock line = m_editor.textCursor().block();
    if (line.isVisible())
        return;
    reveal(line);
    m_editor.ensureCursorVisible();
}

/// A heading was taken off what is folded below it.
void Folding::revealOrphans()
{
    for (const int position : {m_changed.first, m_changed.second}) {
        const QTextBlock line = m_editor.document()->findBlock(position);
        if (line.isValid() && isFolded(line) && !isHeading(line))
            reveal(line.next());
    }
    revealCursor();
}

QList<QTextBlock> Folding::headingsOnScreen() const
{
    QList<QTextBlock> headings;
    const TextRange shown = m_editor.shownRange();
    QTextBlock line = m_editor.document()->findBlock(int(shown.offset));
    for (; line.isValid() && line.position() <= shown.end(); line = nextShown(line)) {
        if (line.isVisible() && isHeading(line))
            headings.append(line);
    }
    return headings;
}

QRect Folding::markOf(const QTextBlock &heading) const
{
    const QRect line = m_editor.lineOf(heading.position());
    return {0, line.top(), width(), line.height()};
}

QTextBlock Folding::headingAt(QPoint point) const
{
    const QList<QTextBlock> headings = headingsOnScreen();
    const auto found = std::ranges::find_if(headings, [&](const QTextBlock &line) { return markOf(line).contains(point); });
    return found == headings.end() ? QTextBlock() : *found;
}

void Folding::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const look::Colours &colours = look::colours(palette());
    for (const QTextBlock &heading : headingsOnScreen()) {
        const bool folded = isFolded(heading);
        painter.setBrush(folded ? colours.accent : colours.line);
        paintMark(painter, markOf(heading), folded);
    }
}

/// Behind a folded heading stands that there is more.
void Folding::paintEllipses()
{
    const look::Colours &colours = look::colours(palette());
    std::optional<QPainter> painter;
    const TextRange shown = m_editor.shownRange();
    QTextBlock heading = m_editor.document()->findBlock(int(shown.offset));
    for (; heading.isValid() && heading.position() <= shown.end(); heading = nextShown(heading)) {
        if (!isFolded(heading))
            continue;
        if (!painter) {
            painter.emplace(m_editor.viewport());
            painter->setFont(m_editor.font());
            painter->setPen(colours.accent);
        }
        const QRect end = m_editor.lineOf(heading.position() + heading.length() - 1);
        painter->drawText(QRect(end.left() + look::related, end.top(), look::page * 2, end.height()), Qt::AlignVCenter, u"⋯"_s);
    }
}

bool Folding::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QTextBlock heading = headingAt(help->pos());
        if (heading.isValid())
            QToolTip::showText(help->globalPos(), isFolded(heading) ? tr("Unfold this section") : tr("Fold this section"), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void Folding::mousePressEvent(QMouseEvent *event)
{
    const QTextBlock heading = headingAt(event->position().toPoint());
    if (heading.isValid())
        toggle(heading);
    else
        event->ignore();
}

void Folding::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(headingAt(event->position().toPoint()).isValid() ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

} // namespace redoubt
