#include "ui/brief/writingdesk.h"

#include "ui/brief/brieftextedit.h"
#include "ui/brief/pagesheets.h"
#include "ui/brief/previewpane.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QScrollBar>

namespace redoubt {

namespace {

/// Where a view is in the text.
struct View
{
    QTextCursor cursor;
    int top = 0;
};

View viewOf(const BriefTextEdit &editor)
{
    return {editor.textCursor(), editor.verticalScrollBar()->value()};
}

void setView(BriefTextEdit &editor, const View &view)
{
    editor.setTextCursor(view.cursor);
    editor.verticalScrollBar()->setValue(view.top);
}

} // namespace

WritingDesk::WritingDesk(const Project &project, BriefTextEdit &editor, QWidget *parent)
    : QSplitter(parent)
    , m_project(project)
    , m_editor(editor)
    , m_views(new QSplitter(Qt::Vertical))
{
    m_views->setChildrenCollapsible(false);
    m_views->addWidget(&editor);
    setChildrenCollapsible(false);
    addWidget(m_views);
    setFocusProxy(&editor);
}

WritingDesk::~WritingDesk()
{
    // Before the editor goes, whose text it shows.
    delete m_other;
}

void WritingDesk::setBrief(Id<Brief> brief)
{
    m_brief = brief;
    if (m_other)
        m_other->setReadOnly(m_editor.isReadOnly());
    if (m_pages)
        m_pages->setBrief(brief);
}

void WritingDesk::showTwoViews(bool two)
{
    if (two == (m_other != nullptr))
        return;
    if (!two) {
        delete std::exchange(m_other, nullptr);
        return;
    }
    m_other = new BriefTextEdit(m_editor);
    m_other->setAccessibleName(tr("Text of the brief, second view"));
    const int half = std::max(1, m_views->height() / 2);
    m_views->addWidget(m_other);
    m_views->setSizes({half, half});
    setView(*m_other, viewOf(m_editor));
    m_editor.ensureCursorVisible();
    m_other->installEventFilter(this);
    m_other->viewport()->installEventFilter(this);
}

void WritingDesk::showPages(bool shown)
{
    if (!shown) {
        if (m_pages)
            m_pages->hide();
        return;
    }
    if (!m_pages) {
        m_pages = new PreviewPane(m_project, m_editor);
        m_pages->setBrief(m_brief);
        addWidget(m_pages);
        connect(m_pages, &PreviewPane::closed, this, &WritingDesk::pagesClosed);
        connect(m_pages, &PreviewPane::placeChosen, this, [this](qsizetype position) {
            m_editor.goTo(position);
            m_editor.setFocus(Qt::OtherFocusReason);
        });
        fitDirection();
        const int half = std::max(1, (orientation() == Qt::Horizontal ? width() : height()) / 2);
        setSizes({half, half});
    }
    m_pages->show();
}

void WritingDesk::stop()
{
    if (m_pages)
        m_pages->stop();
}

/// The editor takes the place of the other view.
void WritingDesk::enterOther()
{
    const View here = viewOf(m_editor);
    const View there = viewOf(*m_other);
    const QList<int> sizes = m_views->sizes();
    m_views->setUpdatesEnabled(false);
    m_views->insertWidget(0, m_views->widget(1));
    m_views->setSizes(sizes);
    setView(m_editor, there);
    setView(*m_other, here);
    m_views->setUpdatesEnabled(true);
    m_editor.setFocus(Qt::OtherFocusReason);
}

bool WritingDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_other)
        return QSplitter::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::FocusIn:
        if (watched == m_other)
            QMetaObject::invokeMethod(this, [this] {
                if (m_other && m_other->hasFocus())
                    enterOther();
            }, Qt::QueuedConnection);
        return false;
    case QEvent::MouseButtonPress:
        if (watched == m_other)
            return false;
        m_isPassingOn = true;
        enterOther();
        [[fallthrough]];
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
        if (watched == m_other || !m_isPassingOn)
            return false;
        m_isPassingOn = event->type() != QEvent::MouseButtonRelease;
        {
            // The button stays with the view that it was pressed in; where the mouse is, is said anew.
            const auto *mouse = static_cast<QMouseEvent *>(event);
            const QPointF place = m_editor.viewport()->mapFromGlobal(mouse->globalPosition());
            const QPointF local = event->type() == QEvent::MouseButtonPress ? mouse->position() : place;
            QMouseEvent passed(mouse->type(), local, mouse->globalPosition(), mouse->button(), mouse->buttons(), mouse->modifiers(),
                mouse->pointingDevice());
            QCoreApplication::sendEvent(m_editor.viewport(), &passed);
        }
        return true;
    default:
        return false;
    }
}

/// Pages stand beside the text where both have the room of a page in a reader's hand.
void WritingDesk::fitDirection()
{
    const Qt::Orientation wanted = width() > height() ? Qt::Horizontal : Qt::Vertical;
    if (wanted == orientation())
        return;
    const QList<int> before = sizes();
    setOrientation(wanted);
    if (before.size() == 2 && before.first() + before.last() > 0) {
        const int all = wanted == Qt::Horizontal ? width() : height();
        const int first = all * before.first() / (before.first() + before.last());
        setSizes({first, all - first});
    }
}

void WritingDesk::resizeEvent(QResizeEvent *event)
{
    fitDirection();
    QSplitter::resizeEvent(event);
}

} // namespace redoubt
