#include "ui/brief/findreplacebar.h"

#include "ui/brief/brieftextedit.h"
#include "ui/brief/findfield.h"
#include "ui/brief/textfinding.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int untilToldOfWork = 200; // ms

const QString historyName = u"sought"_s;
const QString replacementsName = u"replacements"_s;
const QString exactName = u"exact"_s;
const QString wordsName = u"words"_s;
const QString expressionName = u"expression"_s;

} // namespace

FindReplaceBar::FindReplaceBar(BriefTextEdit &editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_finding(new TextFinding(editor, this))
    , m_sought(new FindField(this))
    , m_replacement(new FindField(this))
    , m_place(new QLabel(this))
    , m_error(new QLabel(this))
    , m_replacing(new QWidget(this))
    , m_before(addButton(u"↑"_s, tr("Previous place (Shift+F3)")))
    , m_behind(addButton(u"↓"_s, tr("Next place (F3)")))
    , m_exact(addToggle(tr("Aa"), tr("Letter case and accents count")))
    , m_words(addToggle(tr("Words"), tr("Whole words only")))
    , m_expression(addToggle(u".*"_s, tr("Regular expression: what its groups ( ) catch is $1, $2 … in the replacement")))
    , m_within(addToggle(tr("Selection"), tr("Only within the text that is selected now")))
    , m_more(addToggle(tr("Replace"), tr("Show what to replace it by (Ctrl+R)")))
    , m_close(addButton({}, tr("Close (Esc)")))
    , m_replaceOne(addButton(tr("Replace this"), tr("Replace this place and go to the next (Enter)")))
    , m_replaceAll(addButton(tr("Replace all"), tr("Replace all places; one undo takes it back")))
    , m_allBriefs(addButton(tr("All briefs…"), tr("Find in all briefs of the project, and choose what to replace (Ctrl+Alt+H)")))
{
    layOut();
    connectParts();
    hide();
}

QToolButton *FindReplaceBar::addButton(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

QToolButton *FindReplaceBar::addToggle(const QString &text, const QString &toolTip)
{
    QToolButton *button = addButton(text, toolTip);
    button->setCheckable(true);
    return button;
}

void FindReplaceBar::layOut()
{
    m_sought->setPlaceholderText(tr("Find"));
    m_sought->setAccessibleName(tr("Find in the brief"));
    m_sought->setToolTip(tr("Up and Down bring back what was looked for before"));
    m_sought->setClearButtonEnabled(true);
    m_replacement->setPlaceholderText(tr("Replace by"));
    m_replacement->setAccessibleName(tr("Replace by"));
    m_place->setFont(look::font(look::Text::Caption));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_error->setFont(look::font(look::Text::Caption));
    m_error->setWordWrap(true);
    m_error->hide();
    m_close->setIcon(look::icon(u"close"_s));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::group, look::tight, look::related, look::tight);
    layout->setSpacing(look::tight);
    auto *finding = new QHBoxLayout;
    finding->setSpacing(look::tight);
    finding->addWidget(m_sought, 1);
    finding->addWidget(m_place);
    for (QToolButton *button : {m_before, m_behind, m_exact, m_words, m_expression, m_within, m_more, m_close})
        finding->addWidget(button);
    layout->addLayout(finding);
    layout->addWidget(m_error);
    auto *replacing = new QHBoxLayout(m_replacing);
    replacing->setContentsMargins(0, 0, 0, 0);
    replacing->setSpacing(look::tight);
    replacing->addWidget(m_replacement, 1);
    for (QToolButton *button : {m_replaceOne, m_replaceAll, m_allBriefs})
        replacing->addWidget(button);
    layout->addWidget(m_replacing);
    m_replacing->hide();
    setTabOrder(m_sought, m_replacement);
    setFocusProxy(m_sought);
}

void FindReplaceBar::connectParts()
{
    connect(m_sought, &QLineEdit::textChanged, this, &FindReplaceBar::look);
    for (QToolButton *toggle : {m_exact, m_words, m_expression, m_within})
        connect(toggle, &QToolButton::toggled, this, &FindReplaceBar::look);
    connect(m_more, &QToolButton::toggled, m_replacing, &QWidget::setVisible);
    connect(m_more, &QToolButton::toggled, this, &FindReplaceBar::soughtChanged);
    connect(m_before, &QToolButton::clicked, this, &FindReplaceBar::previous);
    connect(m_behind, &QToolButton::clicked, this, &FindReplaceBar::next);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_replaceOne, &QToolButton::clicked, this, &FindReplaceBar::replaceOne);
    connect(m_replaceAll, &QToolButton::clicked, this, &FindReplaceBar::replaceAll);
    connect(m_allBriefs, &QToolButton::clicked, this, &FindReplaceBar::allBriefsWanted);
    connect(m_replacement, &QLineEdit::textChanged, this, &FindReplaceBar::soughtChanged);
    connect(m_finding, &TextFinding::found, this, &FindReplaceBar::take);
    connect(m_finding, &TextFinding::failed, this, [this](const Error &error) { tellError(error.text()); });
    connect(m_finding, &TextFinding::replaced, this, [this](qsizetype places) {
        m_replaced = places;
        tellPlace();
    });
    connect(&m_editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (isVisible() && !m_finding->isAtWork())
            tellPlace();
    });
    m_editor.installEventFilter(this);
}

void FindReplaceBar::open(bool withReplacement)
{
    const QString chosen = m_editor.textCursor().selectedText();
    const bool severalLines = chosen.contains(QChar::ParagraphSeparator);
    const bool wasOpen = isVisible() && isAncestorOf(QApplication::focusWidget());
    m_more->setChecked(withReplacement || (isVisible() && m_more->isChecked()));
    show();
    if (!wasOpen) {
        const QSignalBlocker withinQuietly(m_within);
        const QSignalBlocker soughtQuietly(m_sought);
        m_finding->stop();
        m_within->setChecked(severalLines);
        if (!chosen.isEmpty() && !severalLines && !m_expression->isChecked())
            m_sought->setText(chosen);
        look();
    }
    QLineEdit *first = withReplacement && wasOpen ? m_replacement : m_sought;
    first->setFocus(Qt::ShortcutFocusReason);
    first->selectAll();
}

Sought FindReplaceBar::sought() const
{
    return {.text = m_sought->text(), .isExpression = m_expression->isChecked(), .isExact = m_exact->isChecked(), .wholeWords = m_words->isChecked()};
}

QString FindReplaceBar::replacement() const
{
    return m_replacing->isHidden() ? QString() : u""_s + m_replacement->text();
}

void FindReplaceBar::startAnew()
{
    const QSignalBlocker quietly(m_within);
    m_within->setChecked(false);
    m_finding->stop();
    look();
}

void FindReplaceBar::look()
{
    if (isHidden())
        return;
    const std::optional<TextRange> scope = takeScope();
    m_replaced.reset();
    tellError({});
    m_wanted = 0;
    m_finding->look(sought(), scope);
    QTimer::singleShot(untilToldOfWork, this, [this] {
        if (m_finding->isAtWork() && m_wanted)
            m_place->setText(tr("looking…"));
    });
    Q_EMIT soughtChanged();
}

/// Where is looked: what was selected when one began to look within the selection.
std::optional<TextRange> FindReplaceBar::takeScope()
{
    if (!m_within->isChecked() || m_finding->scope())
        return m_within->isChecked() ? m_finding->scope() : std::nullopt;
    QTextCursor cursor = m_editor.textCursor();
    const TextRange chosen{cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()};
    if (chosen.isEmpty()) {
        const QSignalBlocker quietly(m_within);
        m_within->setChecked(false);
        return {};
    }
    // Its first place is gone to, not the one at the cursor, which may stand at its end.
    cursor.setPosition(int(chosen.offset));
    m_editor.setTextCursor(cursor);
    return chosen;
}

void FindReplaceBar::take()
{
    updateButtons();
    if (m_finding->error())
        tellError(m_finding->error()->text());
    if (const auto wanted = std::exchange(m_wanted, std::nullopt); wanted && !m_finding->places().isEmpty())
        step(*wanted);
    else
        tellPlace();
}

void FindReplaceBar::updateButtons()
{
    const bool isAny = !m_finding->places().isEmpty();
    m_before->setEnabled(isAny);
    m_behind->setEnabled(isAny);
    m_replaceOne->setEnabled(isAny && !m_editor.isReadOnly());
    m_replaceAll->setEnabled(isAny && !m_editor.isReadOnly());
    m_replacement->setEnabled(!m_editor.isReadOnly());
}

void FindReplaceBar::tellError(const QString &text)
{
    m_error->setText(text.isEmpty() ? text : tr("✕ %1").arg(text));
    m_error->setVisible(!text.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, look::colours(palette()).notFound);
    m_error->setPalette(colours);
}

void FindReplaceBar::tellPlace()
{
    const QList<TextRange> &places = m_finding->places();
    if (m_sought->text().isEmpty() || m_finding->error()) {
        m_place->clear();
        return;
    }
    const QTextCursor cursor = m_editor.textCursor();
    const TextRange chosen{cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()};
    const auto current = std::ranges::lower_bound(places, chosen.offset, {}, &TextRange::offset);
    if (m_replaced)
        m_place->setText(tr("%n replaced", nullptr, int(*m_replaced)));
    else if (places.isEmpty())
        m_place->setText(tr("none"));
    else if (current == places.end() || *current != chosen)
        m_place->setText(tr("%n places", nullptr, int(places.size())));
    else
        m_place->setText(tr("%1 of %2").arg(locale().toString(current - places.begin() + 1), locale().toString(places.size())));
}

/// 0 is the place at the cursor or the next one.
void FindReplaceBar::step(int direction)
{
    if (isHidden() && m_sought->text().isEmpty())
        return open(false);
    if (isHidden()) {
        show();
        look();
    }
    if (direction != 0)
        m_sought->remember();
    if (m_wanted) {
        m_wanted = direction;
        return;
    }
    const QList<TextRange> &places = m_finding->places();
    if (places.isEmpty())
        return;
    const QTextCursor cursor = m_editor.textCursor();
    const TextRange chosen{cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()};
    auto next = std::ranges::lower_bound(places, chosen.offset, {}, &TextRange::offset);
    if (direction > 0 && next != places.end() && *next == chosen)
        ++next;
    if (direction < 0)
        next = next == places.begin() ? places.end() - 1 : next - 1;
    else if (next == places.end())
        next = places.begin();
    choose(*next);
}

void FindReplaceBar::choose(TextRange range)
{
    QTextCursor cursor = m_editor.textCursor();
    cursor.setPosition(int(range.offset));
    cursor.setPosition(int(range.end()), QTextCursor::KeepAnchor);
    m_editor.setTextCursor(cursor);
    m_replaced.reset();
    tellPlace();
}

void FindReplaceBar::replaceOne()
{
    if (m_editor.isReadOnly())
        return;
    m_sought->remember();
    m_replacement->remember();
    const QTextCursor cursor = m_editor.textCursor();
    const auto replaced = m_finding->replace({cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()}, replacement());
    tellError(replaced ? QString() : replaced.error().text());
    if (replaced)
        step(*replaced ? 0 : 1);
}

void FindReplaceBar::replaceAll()
{
    if (m_editor.isReadOnly())
        return;
    m_sought->remember();
    m_replacement->remember();
    tellError({});
    m_finding->replaceAll(replacement());
}

QJsonObject FindReplaceBar::state() const
{
    return {{historyName, QJsonArray::fromStringList(m_sought->history())},
        {replacementsName, QJsonArray::fromStringList(m_replacement->history())}, {exactName, m_exact->isChecked()},
        {wordsName, m_words->isChecked()}, {expressionName, m_expression->isChecked()}};
}

void FindReplaceBar::setState(const QJsonObject &state)
{
    m_sought->setHistory(state.value(historyName).toVariant().toStringList());
    m_replacement->setHistory(state.value(replacementsName).toVariant().toStringList());
    m_exact->setChecked(state.value(exactName).toBool());
    m_words->setChecked(state.value(wordsName).toBool());
    m_expression->setChecked(state.value(expressionName).toBool());
}

/// Ctrl+Enter in the replacement is its own, not that of the text.
bool FindReplaceBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_replacement->hasFocus()) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            key->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

bool FindReplaceBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isVisible()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier) {
            hide();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void FindReplaceBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        hide();
    else if (isEnter && m_sought->hasFocus())
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else if (isEnter && m_replacement->hasFocus())
        event->modifiers() & Qt::ControlModifier ? replaceAll() : replaceOne();
    else
        QFrame::keyPressEvent(event);
}

void FindReplaceBar::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (!isHidden())
        return; // the panel around it is hidden
    m_sought->remember();
    m_finding->stop();
    m_wanted.reset();
    m_replaced.reset();
    if (isAncestorOf(QApplication::focusWidget()))
        m_editor.setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

} // namespace redoubt
