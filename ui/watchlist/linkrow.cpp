#include "ui/watchlist/linkrow.h"

#include "ui/look/look.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

LinkRow::LinkRow(const QString &text, const QString &second, bool leads, const QString &removeTip, QWidget *parent)
    : QWidget(parent)
{
    auto *label = new QLabel(this);
    label->setWordWrap(true);
    label->setTextFormat(leads ? Qt::RichText : Qt::PlainText);
    label->setText(leads ? u"<a href=\"#\" style=\"text-decoration: none\">%1</a>"_s.arg(text.toHtmlEscaped()) : text);
    label->setTextInteractionFlags(leads ? Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard : Qt::TextSelectableByMouse);
    label->setAccessibleName(text);
    connect(label, &QLabel::linkActivated, this, &LinkRow::followed);
    auto *remove = new QToolButton(this);
    remove->setIcon(look::icon(u"close"_s));
    remove->setToolTip(removeTip);
    remove->setAccessibleName(removeTip);
    connect(remove, &QToolButton::clicked, this, &LinkRow::removeRequested);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(label);
    if (!second.isEmpty()) {
        auto *quiet = new QLabel(second, this);
        quiet->setTextFormat(Qt::PlainText);
        quiet->setWordWrap(true);
        quiet->setFont(look::font(look::Text::Caption));
        quiet->setForegroundRole(QPalette::PlaceholderText);
        words->addWidget(quiet);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::tight);
    layout->addLayout(words, 1);
    layout->addWidget(remove, 0, Qt::AlignTop);
}

} // namespace redoubt
