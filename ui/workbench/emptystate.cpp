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
    , m_sentence(new QLabel(sentence, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::page, look::page, look::page, look::page);
    layout->setSpacing(look::group);
    layout->addStretch(2);
    layout->addWidget(m_sentence);
    for (QAction *action : actions) {
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
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(3);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

} // namespace redoubt
