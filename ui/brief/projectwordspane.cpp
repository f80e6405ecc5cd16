#include "ui/brief/projectwordspane.h"

#include "ui/look/look.h"
#include "ui/workbench/paneheader.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

ProjectWordsPane::ProjectWordsPane(Project &project, QWidget *parent)
    : QFrame(parent)
    , m_project(project)
    , m_list(new QListWidget(this))
    , m_word(new QLineEdit(this))
    , m_add(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    layOut();
    connect(m_word, &QLineEdit::returnPressed, this, &ProjectWordsPane::add);
    connect(m_add, &QToolButton::clicked, this, &ProjectWordsPane::add);
    connect(m_remove, &QToolButton::clicked, this, &ProjectWordsPane::remove);
    connect(m_list, &QListWidget::itemChanged, this, &ProjectWordsPane::change);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0 && !m_project.isReadOnly()); });
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (isVisible() && changes.touchesAny({u"project_word", u"brief"}))
            read();
    });
    hide();
}

void ProjectWordsPane::layOut()
{
    setAccessibleName(tr("Words of this project"));
    auto *header = new PaneHeader(tr("WORDS OF THIS PROJECT"), {u"closeWords"_s, tr("Close (Esc)"), tr("Close the words of this project")}, this);
    connect(header, &PaneHeader::closed, this, &ProjectWordsPane::leave);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Words of this project"));
    m_list->setToolTip(tr("What the spelling takes for right: F2 changes a word, Delete removes it"));
    m_word->setPlaceholderText(tr("A name or a word that is right"));
    m_word->setAccessibleName(tr("Word to add"));
    m_add->setText(tr("Add"));
    m_add->setToolTip(tr("Add the word, for all briefs (Enter)"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Remove the chosen word (Delete)"));
    m_remove->setEnabled(false);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_word, 1);
    foot->addWidget(m_add);
    foot->addWidget(m_remove);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(hairLine(this));
    auto *layout = new QVBoxLayout;
    whole->addLayout(layout, 1);
    layout->setContentsMargins(look::group, look::tight, look::related, look::tight);
    layout->setSpacing(look::tight);
    layout->addWidget(header);
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);
}

void ProjectWordsPane::open()
{
    show();
    read();
    m_word->setEnabled(!m_project.isReadOnly());
    m_add->setEnabled(!m_project.isReadOnly());
    m_word->setFocus(Qt::ShortcutFocusReason);
}

void ProjectWordsPane::read()
{
    const auto words = projectWords(m_project.reader());
    const auto all = briefs(m_project.reader());
    if (!words || !all) {
        Q_EMIT failed(words ? all.error() : words.error());
        return;
    }
    const QSignalBlocker quietly(m_list);
    const int row = m_list->currentRow();
    m_words = *words;
    m_list->clear();
    for (const ProjectWord &word : std::as_const(m_words)) {
        auto *item = new QListWidgetItem(word.word, m_list);
        item->setFlags(m_project.isReadOnly() ? item->flags() : item->flags() | Qt::ItemIsEditable);
        const auto brief = std::ranges::find(*all, word.brief, &Brief::id);
        if (brief != all->end()) {
            item->setToolTip(tr("Only in “%1”").arg(brief->title));
            item->setForeground(palette().placeholderText());
        }
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_remove->setEnabled(m_list->currentRow() >= 0 && !m_project.isReadOnly());
}

void ProjectWordsPane::edit(const QString &what, const std::function<Result<>(Writer &)> &work)
{
    const auto done = m_project.edit(what, work);
    if (done)
        return;
    read();
    Q_EMIT failed(done.error());
}

void ProjectWordsPane::add()
{
    const QString word = m_word->text().trimmed();
    if (word.isEmpty())
        return;
    edit(tr("Add “%1” to the project’s words").arg(word), [&](Writer &writer) { return addProjectWord(writer, word); });
    m_word->clear();
}

void ProjectWordsPane::change(const QListWidgetItem *item)
{
    const ProjectWord before = m_words.value(m_list->row(item));
    const QString word = item->text();
    if (word == before.word)
        return;
    // The list is read anew, which must not be done while its editor closes.
    QMetaObject::invokeMethod(this, [this, before, word] {
        edit(tr("Change “%1” to “%2” in the project’s words").arg(before.word, word), [&](Writer &writer) { return updateProjectWord(writer, before.id, word); });
    }, Qt::QueuedConnection);
}

void ProjectWordsPane::remove()
{
    const int row = m_list->currentRow();
    if (row < 0 || m_project.isReadOnly())
        return;
    const ProjectWord word = m_words.at(row);
    edit(tr("Remove “%1” from the project’s words").arg(word.word), [&](Writer &writer) { return removeProjectWord(writer, word.id); });
}

void ProjectWordsPane::leave()
{
    hide();
    Q_EMIT closed();
}

void ProjectWordsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (event->key() == Qt::Key_Delete && m_list->hasFocus())
        remove();
    else
        QFrame::keyPressEvent(event);
}

} // namespace redoubt
