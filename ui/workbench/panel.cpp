#include "ui/workbench/panel.h"

#include "ui/look/look.h"
#include "ui/workbench/paneheader.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

Panel::Panel(const QString &title, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_header(new QWidget(this))
    , m_headerRow(new QHBoxLayout)
    , m_count(new QLabel(m_header))
    , m_filter(new QLineEdit(m_header))
    , m_more(new QToolButton(m_header))
    , m_moreMenu(new QMenu(m_header))
    , m_notice(new Notice(this))
    , m_body(new QVBoxLayout(this))
{
    // A dock shows what it is given, and all of it would be laid out for that: here there is nothing in it yet.
    if (parent)
        show();
    setObjectName(name);
    setAccessibleName(title);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_header->setBackgroundRole(QPalette::Base);
    m_header->setAutoFillBackground(true);

    auto *label = new QLabel(title.toUpper(), m_header);
    QFont caption = look::font(look::Text::Caption, true);
    caption.setLetterSpacing(QFont::PercentageSpacing, 106);
    label->setFont(caption);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_count->setFont(look::font(look::Text::Caption));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_filter->hide();
    m_filter->setClearButtonEnabled(true);
    m_more->setIcon(look::icon(u"more"_s));
    m_more->setToolTip(tr("More for %1").arg(title));
    m_more->setAccessibleName(tr("More for %1").arg(title));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_moreMenu);
    m_more->hide();

    auto *headerColumn = new QVBoxLayout(m_header);
    headerColumn->setContentsMargins(0, 0, 0, 0);
    headerColumn->setSpacing(0);
    headerColumn->addLayout(m_headerRow);
    headerColumn->addWidget(hairLine(m_header));
    m_headerRow->setContentsMargins(look::group, look::tight, look::related, look::tight);
    m_headerRow->setSpacing(look::tight);
    m_headerRow->addWidget(label);
    m_headerRow->addWidget(m_count);
    m_headerRow->addSpacing(look::related);
    m_headerRow->addWidget(m_filter, 1);
    m_headerRow->addStretch(0); // takes the room only where there is no filter
    m_headerRow->addWidget(m_more);

    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_body->addWidget(m_header);
    m_body->addWidget(m_notice);
}

void Panel::settle()
{
    for (auto *view : findChildren<QAbstractItemView *>()) {
        if (view->isVisible())
            view->doItemsLayout();
    }
}

void Panel::leaveFields()
{
    QWidget *field = QApplication::focusWidget();
    if (field && isAncestorOf(field))
        field->clearFocus();
}

void Panel::runLong(const QString &title, Work work, WhenDone done)
{
    if (!m_runner) {
        JobState state;
        done(work(state));
        return;
    }
    const auto back = [panel = QPointer(this), done = std::move(done)](const Result<QString> &result) {
        if (panel)
            done(result);
    };
    if (!m_runner(title, std::move(work), back))
        m_notice->show(Notice::Severity::Warning, tr("Other long work is still running; wait for it or stop it."));
}

void Panel::setContent(QWidget *content)
{
    delete std::exchange(m_content, content);
    m_body->addWidget(content, 1);
    setFocusProxy(content);
}

void Panel::showFilter(const QString &hint)
{
    m_filter->setPlaceholderText(hint);
    m_filter->setAccessibleName(hint);
    m_filter->setToolTip(tr("%1 (Ctrl+F)").arg(hint));
    m_filter->show();
    auto *find = new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
}

void Panel::setCount(qsizetype shown, qsizetype all)
{
    m_count->setText(shown == all ? locale().toString(all) : tr("%1 of %2").arg(locale().toString(shown), locale().toString(all)));
}

void Panel::setStatusText(const QString &text)
{
    if (std::exchange(m_statusText, text) != text)
        Q_EMIT statusTextChanged(text);
}

void Panel::addHeaderWidget(QWidget *widget)
{
    m_headerRow->insertWidget(m_headerRow->indexOf(m_filter), widget);
}

void Panel::addHeaderAction(QAction *action)
{
    auto *button = new QToolButton(m_header);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->text());
    m_headerRow->insertWidget(m_headerRow->indexOf(m_more), button);
    m_menuActions.append(action);
}

void Panel::addMoreAction(QAction *action)
{
    m_moreMenu->addAction(action);
    m_more->show();
    m_menuActions.append(action);
}

void Panel::addMoreSeparator()
{
    m_menuActions.append(m_moreMenu->addSeparator());
}

void Panel::addMoreMenu(const QString &title, const QList<QAction *> &actions)
{
    auto *menu = new QMenu(title, this);
    menu->setToolTipsVisible(true);
    for (QAction *action : actions)
        action ? menu->addAction(action) : (void)menu->addSeparator();
    addMoreAction(menu->menuAction());
}

QAction *Panel::makeAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
    const QKeySequence &shortcut, bool anywhere)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : look::icon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(anywhere ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    action->setToolTip(
        shortcut.isEmpty() ? toolTip : u"%1 (%2)"_s.arg(toolTip, shortcut.toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

} // namespace redoubt
