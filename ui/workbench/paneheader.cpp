#include "ui/workbench/paneheader.h"

#include "ui/look/look.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

PaneHeader::PaneHeader(const QString &name, const Closing &closing, QWidget *parent)
    : QWidget(parent)
{
    auto *label = new QLabel(name, this);
    label->setFont(look::font(look::Text::Caption, true));
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *close = new QToolButton(this);
    close->setObjectName(closing.name);
    close->setIcon(look::icon(u"close"_s));
    close->setToolTip(closing.toolTip);
    close->setAccessibleName(closing.accessibleName);
    connect(close, &QToolButton::clicked, this, &PaneHeader::closed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label, 1);
    row->addWidget(close);
}

QWidget *hairLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFixedHeight(look::hair);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    return line;
}

} // namespace redoubt
