#include "ui/brief/findreplacebar.h"

#include "ui/brief/brieftextedit.h"
#include "ui/brief/textmarks.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QToolButton *makeButton(const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

} // namespace

FindReplaceBar::FindReplaceBar(BriefTextEdit &editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_sought(new QLineEdit(this))
    , m_replacement(new QLineEdit(this))
    , m_place(new QLabel(this))
    , m_replaceOne(makeButton(tr("Replace"), tr("Replace this place and go to the next"), this))
    , m_replaceAll(makeButton(tr("All"), tr("Replace all places"), this))
{
    m_sought->setPlaceholderText(tr("Find"));
    m_sought->setAccessibleName(tr("Find in the brief"));
    m_sought->setClearButtonEnabled(true);
    m_replacement->setPlaceholderText(tr("Replace by"));
    m_replacement->setAccessibleName(tr("Replace by"));
    m_place->setFont(look::font(look::Text::Caption));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    auto *before = makeButton(u"↑"_s, tr("Previous place (Shift+F3)"), this);
    auto *behind = makeButton(u"↓"_s, tr("Next place (F3)"), this);
    auto *closing = makeButton({}, tr("Close (Esc)"), this);
    closing->setIcon(look::icon(u"close"_s));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::group, look::tight, look::related, look::tight);
    layout->setSpacing(look::tight);
    layout->addWidget(m_sought, 3);
    layout->addWidget(m_place);
    layout->addWidget(before);
    layout->addWidget(behind);
    layout->addSpacing(look::related);
    layout->addWidget(m_replacement, 2);
    layout->addWidget(m_replaceOne);
    layout->addWidget(m_replaceAll);
    layout->addWidget(closing);
    setTabOrder(m_sought, m_replacement);

    connect(m_sought, &QLineEdit::textChanged, this, [this] {
        seek();
        step(0);
    });
    connect(before, &QToolButton::clicked, this, &FindReplaceBar::previous);
    connect(behind, &QToolButton::clicked, this, &FindReplaceBar::next);
    connect(m_replaceOne, &QToolButton::clicked, this, &FindReplaceBar::replaceOne);
    connect(m_replaceAll, &QToolButton::clicked, this, &FindReplaceBar::replaceAll);
    connect(m_replacement, &QLineEdit::returnPressed, this, &FindReplaceBar::replaceOne);
    connect(closing, &QToolButton::clicked, this, &QWidget::hide);
    connect(&editor, &BriefTextEdit::edited, this, [this] {
        if (isVisible())
            seek();
    });
    hide();
}

void FindReplaceBar::open()
{
    const QString chosen = m_editor.textCursor().selectedText();
    show();
    if (!chosen.isEmpty() && !chosen.contains(QChar::ParagraphSeparator))
        m_sought->setText(chosen);
    seek();
    m_replacement->setEnabled(!m_editor.isReadOnly());
    m_sought->setFocus(Qt::ShortcutFocusReason);
    m_sought->selectAll();
}

void FindReplaceBar::seek()
{
    m_found.clear();
    const QString sought = m_sought->text();
    const bool hasCase = std::ranges::any_of(sought, [](QChar c) { return c.isUpper(); });
    if (!sought.isEmpty()) {
        const QString text = m_editor.text();
        const auto caseRule = hasCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
        for (qsizetype at = text.indexOf(sought, 0, caseRule); at >= 0; at = text.indexOf(sought, at + sought.size(), caseRule))
            m_found.append({at, sought.size()});
    }
    m_editor.marks().set(TextMarks::Kind::Found, m_found);
    m_replaceOne->setEnabled(!m_found.isEmpty() && !m_editor.isReadOnly());
    m_replaceAll->setEnabled(m_replaceOne->isEnabled());
    tellPlace();
}

void FindReplaceBar::tellPlace()
{
    if (m_sought->text().isEmpty()) {
        m_place->clear();
        return;
    }
    const auto current = std::ranges::find(m_found, qsizetype(m_editor.textCursor().selectionStart()), &TextRange::offset);
    if (m_found.isEmpty())
        m_place->setText(tr("none"));
    else if (current == m_found.end())
        m_place->setText(locale().toString(m_found.size()));
    else
        m_place->setText(tr("%1 of %2").arg(locale().toString(current - m_found.begin() + 1), locale().toString(m_found.size())));
}

/// 0 is the place at the cursor or the next one.
void FindReplaceBar::step(int direction)
{
    if (isHidden())
        open();
    if (m_found.isEmpty())
        return;
    const QTextCursor cursor = m_editor.textCursor();
    const qsizetype from = direction > 0 && cursor.hasSelection() ? cursor.selectionEnd() : cursor.selectionStart();
    auto next = std::ranges::lower_bound(m_found, from, {}, &TextRange::offset);
    if (direction < 0)
        next = next == m_found.begin() ? m_found.end() - 1 : next - 1;
    else if (next == m_found.end())
        next = m_found.begin();
    choose(*next);
}

void FindReplaceBar::choose(TextRange range)
{
    QTextCursor cursor = m_editor.textCursor();
    cursor.setPosition(int(range.offset));
    cursor.setPosition(int(range.end()), QTextCursor::KeepAnchor);
    m_editor.setTextCursor(cursor);
    tellPlace();
}

void FindReplaceBar::replaceOne()
{
    QTextCursor cursor = m_editor.textCursor();
    const TextRange chosen{cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()};
    if (m_found.contains(chosen))
        cursor.insertText(m_replacement->text());
    step(1);
}

void FindReplaceBar::replaceAll()
{
    const QString replacement = m_replacement->text();
    QTextCursor cursor(m_editor.document());
    const QList<TextRange> places = m_found;
    cursor.beginEditBlock();
    for (qsizetype i = places.size(); i-- > 0;) {
        cursor.setPosition(int(places[i].offset));
        cursor.setPosition(int(places[i].end()), QTextCursor::KeepAnchor);
        cursor.insertText(replacement);
    }
    cursor.endEditBlock();
    m_place->setText(tr("%n replaced", nullptr, int(places.size())));
}

void FindReplaceBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else if (event->key() == Qt::Key_Return && m_sought->hasFocus())
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        QFrame::keyPressEvent(event);
}

void FindReplaceBar::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_editor.marks().set(TextMarks::Kind::Found, {});
    if (isAncestorOf(QApplication::focusWidget()))
        m_editor.setFocus(Qt::OtherFocusReason);
}

} // namespace redoubt
