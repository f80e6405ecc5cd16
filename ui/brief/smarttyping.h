#pragma once

#include "app/brief/tableediting.h"
#include "app/brief/typing.h"

#include <QObject>

class QKeyEvent;

namespace redoubt {

class BriefTextEdit;

/// What keys do in a brief beside writing letters: lists go on, Tab walks through tables, straight marks become those of the
/// brief's language, a mark is put around what is selected. Each is one step of the editor's undo stack, and what takes the place
/// of a typed letter is a step apart from it. Looks only at the lines around the cursor.
class SmartTyping : public QObject
{
    Q_OBJECT

public:
    explicit SmartTyping(BriefTextEdit &editor);

    /// A BCP 47 language, whose quotation marks are set.
    void setLanguage(const QString &language);

    /// Whether typed quotation marks and hyphens are replaced.
    [[nodiscard]] bool setsMarks() const { return m_setsMarks; }
    void setSetsMarks(bool sets) { m_setsMarks = sets; }

    /// False when the cursor is in no table.
    bool changeTable(TableAct act);
    /// False when the cursor is in no list.
    bool renumberList();
    void toggleComment();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool press(const QKeyEvent &key);
    bool breakLine();
    bool tab(bool forwards);
    bool type(QChar letter);
    bool wrapSelection(QChar letter);
    void replaceTyped();

    BriefTextEdit &m_editor;
    QuotationStyle m_style;
    bool m_setsMarks = true;
};

} // namespace redoubt
