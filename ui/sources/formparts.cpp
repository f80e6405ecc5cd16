#include "ui/sources/formparts.h"

#include "ui/look/look.h"

#include <QFormLayout>
#include <QLabel>
#include <QTextDocument>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt::formparts {

namespace {

constexpr int labelCharacters = 13;

void show(QLabel *hint, const QString &text, const QColor &ink)
{
    QPalette colours = hint->palette();
    colours.setColor(QPalette::WindowText, ink);
    hint->setPalette(colours);
    hint->setText(text);
    hint->setVisible(!text.isEmpty());
}

} // namespace

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(look::font(look::Text::Caption, true));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(0, look::related, 0, 0);
    return label;
}

QLabel *hint(const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setFont(look::font(look::Text::Caption));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

void showHint(QLabel *hint, const QString &text)
{
    show(hint, text, look::colours(hint->palette()).inkSoft);
}

void showProblem(QLabel *hint, const QString &text)
{
    show(hint, text.isEmpty() ? text : u"✕ "_s + text, look::colours(hint->palette()).notFound);
}

QFormLayout *form(QWidget *widget)
{
    auto *layout = new QFormLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(look::related);
    layout->setVerticalSpacing(look::tight);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return layout;
}

void addRow(QFormLayout *form, const QString &label, QWidget *field, QWidget *content)
{
    auto *caption = new QLabel(label, form->parentWidget());
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setBuddy(field);
    caption->setTextFormat(Qt::PlainText);
    caption->setFixedWidth(labelCharacters * caption->fontMetrics().averageCharWidth());
    caption->setText(caption->fontMetrics().elidedText(label, Qt::ElideMiddle, caption->width()));
    if (caption->text() != label)
        caption->setToolTip(Qt::convertFromPlainText(label));
    field->setAccessibleName(label);
    form->addRow(caption, content ? content : field);
}

QToolButton *fold(const QString &objectName, const QString &text, QWidget *content, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setArrowType(Qt::RightArrow);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    content->hide();
    QObject::connect(button, &QToolButton::toggled, content, [button, content](bool open) {
        button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        content->setVisible(open);
    });
    return button;
}

} // namespace redoubt::formparts
