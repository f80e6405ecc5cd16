#include "ui/sources/findbar.h"

#include "ui/look/look.h"
#include "ui/sources/readingtext.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

FindBar::FindBar(ReadingText *text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    m_field->setObjectName(u"findField"_s);
    m_field->setPlaceholderText(tr("Find in text"));
    m_field->setAccessibleName(tr("Find in text"));
    m_field->setClearButtonEnabled(true);
    m_count->setObjectName(u"findCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setFont(look::font(look::Text::Caption));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::group, look::tight, look::related, look::tight);
    row->setSpacing(look::tight);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    const auto addButton = [&](const QString &icon, const QString &words, auto act) {
        auto *button = new QToolButton(this);
        button->setIcon(look::icon(icon));
        button->setToolTip(words);
        button->setAccessibleName(words);
        connect(button, &QToolButton::clicked, this, act);
        row->addWidget(button);
    };
    addButton(u"up"_s, tr("Place before (Shift+Return)"), [this] { step(-1); });
    addButton(u"down"_s, tr("Next place (Return)"), [this] { step(1); });
    addButton(u"close"_s, tr("Close (Esc)"), [this] { close(); });
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    hide();
}

void FindBar::open()
{
    QWidget::show();
    const QString selected = m_text->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_field->setText(selected);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search();
}

void FindBar::close()
{
    hide();
    m_text->setFocus(Qt::OtherFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

void FindBar::search()
{
    m_places = m_text->occurrences(m_field->text());
    const qsizetype from = m_text->selectionStart();
    const auto next = std::ranges::lower_bound(std::as_const(m_places), from);
    show(next == m_places.cend() ? 0 : next - m_places.cbegin());
}

void FindBar::step(int by)
{
    if (!m_places.isEmpty())
        show((m_at + by + m_places.size()) % m_places.size());
}

void FindBar::show(qsizetype number)
{
    m_at = number;
    if (m_places.isEmpty()) {
        m_count->setText(m_field->text().isEmpty() ? QString() : tr("not found"));
        return;
    }
    m_count->setText(tr("%1 of %2").arg(locale().toString(m_at + 1), locale().toString(m_places.size())));
    m_text->selectPassage(m_places.at(m_at), m_places.at(m_at) + m_field->text().size());
}

} // namespace redoubt
