#include "ui/brief/spelling.h"

#include "ui/brief/brieftextedit.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype mostSuggestions = 8;

} // namespace

Spelling::Spelling(Project &project, BriefTextEdit &editor, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_editor(editor)
    , m_checker(new SpellChecker(&openSonnet, this))
    , m_marks(new SpellingMarks(editor, *m_checker, this))
{
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (changes.touches(u"project_word"_s))
            takeWords();
    });
    connect(m_checker, &SpellChecker::missingChanged, this, &Spelling::missingChanged);
    connect(m_marks, &SpellingMarks::noneFound, this, &Spelling::noneFound);
    editor.viewport()->installEventFilter(this);
}

void Spelling::setDictionaries(OpenDictionary open)
{
    m_checker->setDictionaries(std::move(open));
}

void Spelling::setBrief(const Brief &brief)
{
    const bool isOther = std::exchange(m_brief, brief.id) != brief.id;
    m_marks->setLanguage(brief.language);
    if (isOther)
        takeWords();
    Q_EMIT missingChanged();
}

void Spelling::setOn(bool on)
{
    m_marks->setOn(on);
}

void Spelling::takeWords()
{
    const auto words = projectWords(m_project.reader());
    if (words)
        m_marks->setKnownWords(KnownWords(*words, m_brief));
    else
        Q_EMIT failed(words.error());
}

QString Spelling::missingText() const
{
    const QString language = m_marks->language();
    if (!m_checker->missing().contains(language))
        return {};
    return tr("No dictionary for “%1” is installed (Debian: sonnet6-plugins and hunspell-%2)").arg(language, language.toLower());
}

bool Spelling::openMenu()
{
    const auto word = m_marks->misspellingAt(m_editor.textCursor().position());
    if (!word)
        return false;
    auto *menu = new QMenu(&m_editor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu, *word);
    m_menu = menu;
    menu->popup(m_editor.viewport()->mapToGlobal(m_editor.cursorRect().bottomLeft()));
    return true;
}

bool Spelling::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ContextMenu || !isOn())
        return QObject::eventFilter(watched, event);
    const auto *asked = static_cast<QContextMenuEvent *>(event);
    const bool byKey = asked->reason() == QContextMenuEvent::Keyboard;
    const int position = byKey ? m_editor.textCursor().position() : m_editor.cursorForPosition(asked->pos()).position();
    const auto word = m_marks->misspellingAt(position);
    if (!word)
        return QObject::eventFilter(watched, event);
    QMenu *menu = m_editor.createStandardContextMenu(asked->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QAction *> usual = menu->actions();
    fill(*menu, *word);
    // What is filled in stands last; the usual ones go behind it.
    menu->addSeparator();
    for (QAction *action : usual) {
        menu->removeAction(action);
        menu->addAction(action);
    }
    m_menu = menu;
    menu->popup(byKey ? m_editor.viewport()->mapToGlobal(m_editor.cursorRect().bottomLeft()) : asked->globalPos());
    return true;
}

void Spelling::fill(QMenu &menu, const Misspelling &word)
{
    QAction *waiting = menu.addAction(tr("Looking for what was meant…"));
    waiting->setEnabled(false);
    waiting->setObjectName(u"spelling.waiting"_s);
    menu.addSeparator();
    QAction *keeping = menu.addAction(tr("Add “%1” to the Project’s Words").arg(word.word), this, [this, text = word.word] {
        keep(text, {}, tr("Add “%1” to the project’s words").arg(text));
    });
    keeping->setObjectName(u"spelling.keep"_s);
    QAction *ignoring = menu.addAction(tr("Ignore “%1” Everywhere in This Brief").arg(word.word), this, [this, text = word.word] {
        keep(text, m_brief, tr("Ignore the spelling of “%1” in the brief").arg(text));
    });
    ignoring->setObjectName(u"spelling.ignore"_s);
    for (QAction *action : {keeping, ignoring})
        action->setEnabled(!m_project.isReadOnly());
    m_checker->suggest(word.language, word.word, [this, shown = QPointer(&menu), word](const QStringList &suggestions) {
        if (shown)
            offer(*shown, word, suggestions);
    });
}

void Spelling::offer(QMenu &menu, const Misspelling &word, const QStringList &suggestions)
{
    auto *waiting = menu.findChild<QAction *>(u"spelling.waiting"_s);
    if (!waiting)
        return;
    if (suggestions.isEmpty())
        waiting->setText(tr("Nothing like it is known"));
    QAction *first = nullptr;
    for (const QString &suggestion : suggestions.first(std::min(mostSuggestions, suggestions.size()))) {
        auto *action = new QAction(suggestion, &menu);
        action->setEnabled(!m_editor.isReadOnly());
        connect(action, &QAction::triggered, this, [this, word, suggestion] { put(word, suggestion); });
        menu.insertAction(waiting, action);
        first = first ? first : action;
    }
    if (!first)
        return;
    delete waiting;
    if (!menu.activeAction())
        menu.setActiveAction(first);
}

/// The menu may have been open for long.
void Spelling::put(const Misspelling &word, const QString &text)
{
    const auto present = m_marks->misspellingAt(word.range.offset);
    if (!present || *present != word || m_editor.isReadOnly())
        return;
    m_editor.replace(word.range, text);
}

void Spelling::keep(const QString &word, Id<Brief> brief, const QString &what)
{
    const auto done = m_project.edit(what, [&](Writer &writer) { return addProjectWord(writer, word, brief); });
    if (!done)
        Q_EMIT failed(done.error());
}

} // namespace redoubt
