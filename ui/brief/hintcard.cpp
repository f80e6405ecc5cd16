#include "ui/brief/hintcard.h"

#include "ui/brief/brieftextedit.h"
#include "ui/look/look.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int leavingTime = 300; // ms that the pointer may be elsewhere

} // namespace

HintCard::HintCard(BriefTextEdit &editor, const Hints &hints)
    : PassageCard(editor)
    , m_hints(hints)
    , m_label(new QLabel(this))
{
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setFont(look::font(look::Text::Body));
    m_label->setMinimumWidth(look::page * 12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::group, look::related, look::group, look::related);
    layout->addWidget(m_label);
    m_leaving.setSingleShot(true);
    m_leaving.setInterval(leavingTime);
    connect(&m_leaving, &QTimer::timeout, this, &QWidget::hide);
    editor.viewport()->setMouseTracking(true);
}

void HintCard::showHint(const Hint &hint)
{
    m_leaving.stop();
    const QString where = hint.leadsOn() ? u"<br><span style='color:%1'>%2</span>"_s.arg(
                              look::colours(palette()).inkFaint.name(), tr("Ctrl+click goes there").toHtmlEscaped())
                                         : QString();
    m_label->setText(hint.text + where);
    setAccessibleName(QTextDocumentFragment::fromHtml(m_label->text()).toPlainText());
    showAt(hint.range);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString HintCard::text() const
{
    return isVisible() ? QTextDocumentFragment::fromHtml(m_label->text()).toPlainText() : QString();
}

/// Of what stands under a point of the viewport; beside the lines there is nothing.
std::optional<Hint> HintCard::hintAt(QPoint point) const
{
    const QTextCursor cursor = editor().cursorForPosition(point);
    const QRect line = editor().cursorRect(cursor);
    constexpr int beside = look::group;
    if (point.y() < line.top() || point.y() > line.bottom() || point.x() > line.right() + beside)
        return {};
    return m_hints.at(cursor.position());
}

void HintCard::follow(const QPoint &at, bool isControlHeld)
{
    if (!isVisible() && !isControlHeld) {
        editor().viewport()->setCursor(Qt::IBeamCursor);
        return;
    }
    const auto hint = hintAt(at);
    editor().viewport()->setCursor(isControlHeld && hint && hint->leadsOn() ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (hint && hint->range == passage())
        m_leaving.stop();
    else if (!m_leaving.isActive())
        m_leaving.start();
}

/// A card with something to do on it is not taken away by pointing.
bool HintCard::isOtherShown() const
{
    return std::ranges::any_of(editor().findChildren<PassageCard *>(Qt::FindDirectChildrenOnly),
        [this](const PassageCard *card) { return card != this && card->isVisible(); });
}

bool HintCard::click(const QPoint &at)
{
    const auto hint = hintAt(at);
    if (!hint || !hint->leadsOn())
        return false;
    hide();
    Q_EMIT goWanted(*hint);
    return true;
}

bool HintCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &editor()) {
        const auto *mouse = event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonPress
            ? static_cast<QMouseEvent *>(event)
            : nullptr;
        if (event->type() == QEvent::ToolTip) {
            if (isOtherShown())
                return PassageCard::eventFilter(watched, event);
            const auto hint = hintAt(static_cast<QHelpEvent *>(event)->pos());
            hint ? showHint(*hint) : hide();
            return true;
        }
        if (event->type() == QEvent::Leave && isVisible())
            m_leaving.start();
        if (mouse && event->type() == QEvent::MouseMove && mouse->buttons() == Qt::NoButton)
            follow(mouse->position().toPoint(), mouse->modifiers() == Qt::ControlModifier);
        const bool isGo = mouse && event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton
            && mouse->modifiers() == Qt::ControlModifier;
        if (isGo && click(mouse->position().toPoint()))
            return true;
    }
    return PassageCard::eventFilter(watched, event);
}

} // namespace redoubt
