#include "ui/timeline/foldsection.h"

#include "ui/look/look.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace redoubt {

FoldSection::FoldSection(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QToolButton(this))
    , m_detail(new QLabel(this))
    , m_content(content)
{
    m_heading->setText(title);
    m_heading->setFont(look::font(look::Text::Body, true));
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setCheckable(true);
    m_heading->setChecked(true);
    m_heading->setAutoRaise(true);
    m_heading->setAccessibleName(title);
    m_heading->setFocusPolicy(Qt::TabFocus);
    m_detail->setFont(look::font(look::Text::Caption));
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setTextFormat(Qt::PlainText);

    auto *line = new QFrame(this);
    line->setFixedHeight(look::hair);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(look::related);
    top->addWidget(m_heading);
    top->addWidget(m_detail, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::related);
    layout->addWidget(line);
    layout->addLayout(top);
    content->setParent(this);
    layout->addWidget(content);
    connect(m_heading, &QToolButton::toggled, this, [this](bool open) { setFolded(!open); });
    setFolded(false);
}

void FoldSection::setDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_heading->setAccessibleDescription(detail);
}

void FoldSection::setFolded(bool folded)
{
    const bool opens = !folded && m_content->isHidden();
    m_heading->setChecked(!folded);
    m_heading->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    m_heading->setToolTip(folded ? tr("Show what is below") : tr("Fold what is below"));
    m_content->setVisible(!folded);
    if (opens)
        Q_EMIT unfolded();
}

bool FoldSection::isFolded() const
{
    return m_content->isHidden();
}

} // namespace redoubt
