#include "ui/timeline/readfield.h"

#include "ui/look/look.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace redoubt {

ReadField::ReadField(QWidget *parent)
    : QWidget(parent)
    , m_line(new QHBoxLayout)
    , m_reading(new QLabel(this))
{
    m_reading->setFont(look::font(look::Text::Caption));
    m_reading->setWordWrap(true);
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::tight / 2);
    m_line->setSpacing(look::tight);
    layout->addLayout(m_line);
    layout->addWidget(m_reading);
}

void ReadField::showReading(const QString &text)
{
    show(text.isEmpty() ? QString() : u"= "_s + text, false);
}

void ReadField::showProblem(const QString &text)
{
    show(u"✕ "_s + text, true);
}

void ReadField::show(const QString &text, bool isProblem)
{
    const auto &colours = look::colours(palette());
    QPalette ink = m_reading->palette();
    ink.setColor(QPalette::WindowText, isProblem ? colours.notFound : colours.inkSoft);
    m_reading->setPalette(ink);
    m_reading->setText(text);
    m_reading->setVisible(!text.isEmpty());
    for (QLineEdit *field : findChildren<QLineEdit *>())
        field->setAccessibleDescription(text);
}

} // namespace redoubt
