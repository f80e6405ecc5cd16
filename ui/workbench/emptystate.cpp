#include "ui/workbench/emptystate.h"

#include "ui/look/look.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace redoubt {

EmptyState::EmptyState(const QString &sentence, const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_text(sentence)
    , m_actions(actions)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_text = sentence;
    if (m_sentence)
        m_sentence->setText(sentence);
}

void EmptyState::showEvent(QShowEvent *event)
{
    if (!m_sentence)
        make();
    QWidget::showEvent(event);
}

void EmptyState::make()
{
    m_sentence = new QLabel(m_text, this);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::page, look::page, look::page, look::page);
    column->setSpacing(look::group);
    column->addStretch(2);
    column->addWidget(m_sentence);
    for (QAction *action : std::as_const(m_actions))
        addButton(action);
    column->addStretch(3);
    // What is added to a widget that is seen is itself seen a moment later, unless it is told.
    for (QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        part->show();
}

void EmptyState::addButton(QAction *action)
{
    auto *button = new QPushButton(this);
    const auto follow = [button, action] {
        button->setIcon(action->icon());
        button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    if (action->menu())
        button->setMenu(action->menu());
    else
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    static_cast<QBoxLayout *>(layout())->addWidget(button, 0, Qt::AlignHCenter);
}

} // namespace redoubt
