#pragma once

#include "app/project/project.h"
#include "ui/brief/spellingmarks.h"

#include <QMenu>
#include <QPointer>

namespace redoubt {

/// The spelling of the brief that is written: misspelt words are marked; a menu at each offers what was meant, and keeps the word as right
/// in the project or in this brief.
class Spelling : public QObject
{
    Q_OBJECT

public:
    /// Both must live longer. The dictionaries are those of the system, opened when the first word is looked at.
    Spelling(Project &project, BriefTextEdit &editor, QObject *parent = nullptr);

    void setDictionaries(OpenDictionary open);

    void setBrief(const Brief &brief);
    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_marks->isOn(); }

    /// Why nothing is underlined although it is on, in words; empty when a dictionary is there.
    [[nodiscard]] QString missingText() const;

    /// Opens the menu of the word at the cursor. False when that is not misspelt.
    bool openMenu();
    /// To the next misspelt word (1) or the one before (-1).
    void goTo(int direction) { m_marks->goTo(direction); }

    /// The menu that is open; null when there is none.
    [[nodiscard]] QMenu *menu() const { return m_menu; }

Q_SIGNALS:
    void missingChanged();
    void noneFound();
    void failed(const redoubt::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeWords();
    void fill(QMenu &menu, const Misspelling &word);
    void offer(QMenu &menu, const Misspelling &word, const QStringList &suggestions);
    void put(const Misspelling &word, const QString &text);
    void keep(const QString &word, Id<Brief> brief, const QString &what);

    Project &m_project;
    BriefTextEdit &m_editor;
    SpellChecker *m_checker;
    SpellingMarks *m_marks;
    Id<Brief> m_brief;
    QPointer<QMenu> m_menu;
};

} // namespace redoubt
