#include "ui/sources/capturetext.h"

#include "ui/look/look.h"
#include "ui/workbench/draggedtext.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>

namespace redoubt {

namespace {

/// Where the pages of a text begin; empty where it has no pages.
QList<qsizetype> pagesOf(const Capture &capture)
{
    QList<qsizetype> pages;
    for (qsizetype at = capture.text.indexOf(u'\f'); at >= 0; at = capture.text.indexOf(u'\f', at + 1))
        pages.append(at + 1);
    if (!pages.isEmpty() || capture.pageCount > 0)
        pages.prepend(0);
    return pages;
}

} // namespace

CaptureText::CaptureText(QWidget *parent)
    : ReadingText(parent)
    , m_keepButton(new QPushButton(viewport()))
{
    setObjectName(u"captureText"_s);
    setAccessibleName(tr("Captured text"));
    viewport()->setMouseTracking(true);
    m_keepButton->setObjectName(u"keepButton"_s);
    m_keepButton->setFocusPolicy(Qt::NoFocus);
    m_keepButton->setCursor(Qt::ArrowCursor);
    m_keepButton->hide();
    connect(this, &QTextEdit::selectionChanged, this, [this] {
        if (!textCursor().hasSelection())
            m_keepButton->hide();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_keepButton, &QWidget::hide);
}

void CaptureText::setCapture(const Capture &capture)
{
    if (m_capture == capture)
        return;
    m_capture = capture;
    m_excerpts.clear();
    m_chosen = {};
    m_pages = pagesOf(capture);
    showText(capture.text, {}, m_pages);
}

void CaptureText::setExcerpts(const QList<Excerpt> &excerpts)
{
    m_excerpts = excerpts;
    fit();
    viewport()->update();
}

void CaptureText::setChosen(Id<Excerpt> id)
{
    m_chosen = id;
    viewport()->update();
}

void CaptureText::showExcerpt(Id<Excerpt> id)
{
    const auto found = std::ranges::find(std::as_const(m_excerpts), id, &Excerpt::id);
    if (found == m_excerpts.cend())
        return;
    setChosen(id);
    showPassage(found->start, found->end);
}

void CaptureText::showPassage(qsizetype start, qsizetype end)
{
    const auto isInView = [&] {
        const auto rects = strokes(start, end);
        return !rects.isEmpty() && rects.first().top() >= 0 && rects.last().bottom() <= viewport()->height();
    };
    if (isInView())
        return;
    // Brings the text up to there into shape, and with it the range of the scroll bar.
    selectPassage(start, start);
    const auto rects = strokes(start, end);
    if (rects.isEmpty())
        return;
    const qreal top = rects.first().top();
    const qreal bottom = rects.last().bottom();
    const int height = viewport()->height();
    const qreal wanted = bottom - top < height ? (top + bottom - height) / 2 : top - look::page;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(wanted));
}

int CaptureText::pageOf(qsizetype position) const
{
    const auto behind = std::ranges::upper_bound(m_pages, position);
    return std::max(0, int(behind - m_pages.cbegin()) - 1);
}

qsizetype CaptureText::startOfPage(int page) const
{
    return m_pages.isEmpty() ? 0 : m_pages.at(std::clamp<qsizetype>(page, 0, m_pages.size() - 1));
}

void CaptureText::setKeepAction(QAction *action)
{
    m_keep = action;
    m_keepButton->setText(action->text());
    m_keepButton->setIcon(action->icon());
    m_keepButton->setToolTip(action->toolTip());
    connect(m_keepButton, &QPushButton::clicked, action, &QAction::trigger);
}

void CaptureText::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier) {
        if (const Excerpt *excerpt = excerptAt(cursorRect().center()))
            Q_EMIT excerptClicked(excerpt->id);
    } else {
        ReadingText::keyPressEvent(event);
        placeKeepButton();
    }
}

void CaptureText::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    m_mayDrag = event->button() == Qt::LeftButton && m_quote && isOnChosen(m_pressed);
    ReadingText::mousePressEvent(event);
}

void CaptureText::mouseReleaseEvent(QMouseEvent *event)
{
    ReadingText::mouseReleaseEvent(event);
    m_mayDrag = false;
    if (event->button() != Qt::LeftButton)
        return;
    if (textCursor().hasSelection())
        placeKeepButton();
    else if (const Excerpt *excerpt = excerptAt(m_pressed))
        Q_EMIT excerptClicked(excerpt->id);
}

void CaptureText::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    if (m_mayDrag) {
        if ((place - m_pressed).manhattanLength() >= QApplication::startDragDistance())
            dragChosen();
        return;
    }
    ReadingText::mouseMoveEvent(event);
    if (event->buttons())
        return;
    const Excerpt *excerpt = excerptAt(place);
    const bool isChosen = excerpt && excerpt->id == m_chosen;
    viewport()->setCursor(!excerpt ? Qt::IBeamCursor : isChosen ? Qt::OpenHandCursor : Qt::PointingHandCursor);
    viewport()->setToolTip(excerpt && !excerpt->note.isEmpty() ? Qt::convertFromPlainText(excerpt->note, Qt::WhiteSpaceNormal) : QString());
}

void CaptureText::dragChosen()
{
    m_mayDrag = false;
    const auto found = std::ranges::find(std::as_const(m_excerpts), m_chosen, &Excerpt::id);
    if (found != m_excerpts.cend())
        dragText(m_quote(*found), this);
}

void CaptureText::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    if (m_keep)
        menu.addAction(m_keep);
    QAction *copyText = menu.addAction(tr("Copy"), QKeySequence::Copy, this, &QTextEdit::copy);
    copyText->setEnabled(textCursor().hasSelection());
    menu.addAction(tr("Select all"), QKeySequence::SelectAll, this, &QTextEdit::selectAll);
    menu.addSeparator();
    menu.addAction(tr("Find in text…"), QKeySequence::Find, this, &CaptureText::findRequested);
    menu.exec(event->globalPos());
}

void CaptureText::resizeEvent(QResizeEvent *event)
{
    ReadingText::resizeEvent(event);
    m_keepButton->hide();
}

void CaptureText::placeKeepButton()
{
    if (!m_keep || !m_keep->isEnabled() || !textCursor().hasSelection()) {
        m_keepButton->hide();
        return;
    }
    m_keepButton->adjustSize();
    const QRect end = cursorRect();
    const int left = std::clamp(end.center().x() - m_keepButton->width() / 2, look::related,
        std::max(look::related, viewport()->width() - m_keepButton->width() - look::related));
    const int below = end.bottom() + look::tight;
    const bool fits = below + m_keepButton->height() < viewport()->height();
    m_keepButton->move(left, fits ? below : end.top() - m_keepButton->height() - look::tight);
    m_keepButton->show();
}

const Excerpt *CaptureText::excerptAt(const QPoint &point) const
{
    const qsizetype position = inText(cursorForPosition(point).position());
    const Excerpt *found = nullptr;
    for (const Excerpt &excerpt : m_excerpts) {
        if (position < excerpt.start - 1 || position > excerpt.end + 1)
            continue;
        const auto rects = strokes(excerpt.start, excerpt.end);
        const bool hit = std::ranges::any_of(rects, [&](const QRectF &rect) { return rect.contains(point); });
        // Of several, the shortest is the one that cannot be reached elsewhere.
        if (hit && (!found || excerpt.exact.size() < found->exact.size()))
            found = &excerpt;
    }
    return found;
}

bool CaptureText::isOnChosen(const QPoint &point) const
{
    const Excerpt *excerpt = excerptAt(point);
    return excerpt && excerpt->id == m_chosen;
}

} // namespace redoubt
