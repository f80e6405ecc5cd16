#include "ui/brief/briefpanel.h"

#include "app/brief/wordtarget.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/dateentry.h"
#include "ui/brief/draftreader.h"
#include "ui/brief/focusmode.h"
#include "ui/brief/folding.h"
#include "ui/brief/insertion.h"
#include "ui/brief/smarttyping.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// The first lines of a text, up to the end of its metadata and a whole line behind it; nothing when it has none.
QString metadataOf(const QTextDocument &text)
{
    static constexpr int longest = 100; // lines
    QStringList lines{text.firstBlock().text()};
    if (lines.first().trimmed() != "---"_L1)
        return {};
    bool isClosed = false;
    for (QTextBlock line = text.firstBlock().next(); line.isValid() && lines.size() < longest; line = line.next()) {
        lines.append(line.text());
        if (isClosed)
            return lines.join(u'\n') + (line.next().isValid() ? u"\n"_s : QString());
        isClosed = line.text().trimmed() == "---"_L1 || line.text().trimmed() == "..."_L1;
    }
    return isClosed ? lines.join(u'\n') : QString();
}

} // namespace

QAction *BriefPanel::addWriteAct(const QString &name, const QString &text, const QString &toolTip, const QKeySequence &shortcut,
    std::function<void()> act)
{
    QAction *action = addAct(name, {}, text, toolTip, shortcut, std::move(act));
    m_writeActions.append(action);
    return action;
}

QAction *BriefPanel::addInsertAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
    const QKeySequence &shortcut, Result<> (*insert)(const Project &, const Thing &, BriefTextEdit &))
{
    QAction *action = addAct(name, icon, text, toolTip, shortcut, [this, insert] {
        if (tell(insert(m_project, m_selection.current(), *m_editor)))
            m_editor->setFocus(Qt::OtherFocusReason);
    });
    m_writeActions.append(action);
    return action;
}

void BriefPanel::makeInsertActions()
{
    m_insert = addAct(u"brief.insert"_s, u"brief"_s, tr("Insert in Brief"),
        tr("Put the selected event, source, excerpt or indicator where the cursor of the brief is"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), [this] { insertSelected(); });
    m_insert->setShortcutContext(Qt::WindowShortcut);
    m_writeActions.append(m_insert);
    addMoreMenu(tr("Insert"),
        {m_insert, addInsertAction(u"brief.insertCitation"_s, u"sources"_s, tr("Insert Citation"), tr("Cite the selected source here"),
             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &insertion::citation),
            addInsertAction(u"brief.insertQuotation"_s, u"excerpt"_s, tr("Insert Quotation"),
                tr("Quote the selected excerpt here, with its citation"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q),
                &insertion::quotation),
            addInsertAction(u"brief.insertLink"_s, u"link"_s, tr("Insert Link"),
                tr("Link to the selected event or indicator here"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
                &insertion::link),
            nullptr,
            addWriteAct(u"brief.link"_s, tr("Web Link"), tr("Make the selected words a link"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [this] { insertMarkdownLink(); }),
            addWriteAct(u"brief.insertDate"_s, tr("Insert Date…"),
                tr("Insert today's date, or one as you say it, in the language of the brief or as EDTF"),
                QKeySequence(Qt::CTRL | Qt::Key_Semicolon), [this] { askDate(); }),
            addWriteAct(u"brief.insertTable"_s, tr("Insert Table"),
                tr("Begin a table here; Tab goes from cell to cell and keeps the columns aligned"), {},
                [this] { insertTable(); })});
}

void BriefPanel::makeFormatActions()
{
    QAction *marks = addWriteAct(u"brief.typographicMarks"_s, tr("Typographic Marks While Typing"),
        tr("Set quotation marks of the brief's language for straight ones, and dashes for two or three hyphens"), {},
        [this] { m_typing->setSetsMarks(m_marksAction->isChecked()); });
    marks->setCheckable(true);
    marks->setChecked(m_typing->setsMarks());
    m_marksAction = marks;
    addMoreMenu(tr("Format"),
        {addWriteAct(u"brief.strong"_s, tr("Strong"), tr("Set the selected words strong"), QKeySequence::Bold,
             [this] { m_editor->toggleAround(u"**"_s); }),
            addWriteAct(u"brief.emphasis"_s, tr("Emphasis"), tr("Emphasise the selected words"), QKeySequence::Italic,
                [this] { m_editor->toggleAround(u"*"_s); }),
            addWriteAct(u"brief.comment"_s, tr("Comment"),
                tr("Make the selection or the line a comment, which is not printed and not counted, or text again"),
                QKeySequence(Qt::CTRL | Qt::Key_Slash), [this] { m_typing->toggleComment(); }),
            nullptr,
            addWriteAct(u"brief.renumber"_s, tr("Renumber List"), tr("Number the list at the cursor from its first number on"),
                {},
                [this] {
                    if (!m_typing->renumberList())
                        notice()->show(Notice::Severity::Done, tr("There is no list at the cursor."));
                }),
            marks});
}

QAction *BriefPanel::addTableAct(
    const QString &name, const QString &text, const QString &toolTip, TableAct act, const QKeySequence &shortcut)
{
    return addWriteAct(u"brief.table."_s + name, text, toolTip, shortcut, [this, act] {
        if (!m_typing->changeTable(act))
            notice()->show(Notice::Severity::Done, tr("There is no table at the cursor."));
    });
}

void BriefPanel::makeTableActions()
{
    using enum TableAct;
    const auto keys = [](Qt::Key key) { return QKeySequence(Qt::ALT | Qt::SHIFT | key); };
    addMoreMenu(tr("Table"),
        {addTableAct(u"rowAbove"_s, tr("Insert Row Above"), tr("Insert a row above the one at the cursor"), InsertRowAbove),
            addTableAct(u"rowBelow"_s, tr("Insert Row Below"), tr("Insert a row below the one at the cursor"), InsertRowBelow),
            addTableAct(u"removeRow"_s, tr("Remove Row"), tr("Remove the row at the cursor"), RemoveRow),
            addTableAct(u"rowUp"_s, tr("Move Row Up"), tr("Move the row at the cursor up"), MoveRowUp, keys(Qt::Key_Up)),
            addTableAct(u"rowDown"_s, tr("Move Row Down"), tr("Move the row at the cursor down"), MoveRowDown, keys(Qt::Key_Down)),
            nullptr,
            addTableAct(u"columnLeft"_s, tr("Insert Column Left"), tr("Insert a column left of the one at the cursor"), InsertColumnLeft),
            addTableAct(u"columnRight"_s, tr("Insert Column Right"), tr("Insert a column right of the one at the cursor"), InsertColumnRight),
            addTableAct(u"removeColumn"_s, tr("Remove Column"), tr("Remove the column at the cursor"), RemoveColumn),
            addTableAct(u"moveLeft"_s, tr("Move Column Left"), tr("Move the column at the cursor to the left"), MoveColumnLeft),
            addTableAct(u"moveRight"_s, tr("Move Column Right"), tr("Move the column at the cursor to the right"), MoveColumnRight),
            nullptr,
            addTableAct(u"alignLeft"_s, tr("Column to the Left"), tr("Set the column at the cursor to the left, or as usual again"), AlignLeft),
            addTableAct(u"alignCentre"_s, tr("Column Centred"), tr("Centre the column at the cursor, or set it as usual again"), AlignCentre),
            addTableAct(u"alignRight"_s, tr("Column to the Right"), tr("Set the column at the cursor to the right, or as usual again"), AlignRight),
            addTableAct(u"align"_s, tr("Align Table"), tr("Set the columns of the table at the cursor below each other"), Align)});
}

void BriefPanel::makeFoldActions()
{
    const QList<QAction *> folding{
        addAct(u"brief.fold"_s, {}, tr("Fold Section"), tr("Hide or show what stands below the heading of this section"),
            QKeySequence(Qt::Key_F9), [this] { m_folding->toggleAtCursor(); }),
        addAct(u"brief.foldAll"_s, {}, tr("Fold All Sections"), tr("Show the headings of the highest level alone"), {},
            [this] { m_folding->foldAll(); }),
        addAct(u"brief.unfoldAll"_s, {}, tr("Unfold All Sections"), tr("Show all text again"), {},
            [this] { m_folding->unfoldAll(); })};
    m_briefActions += folding;
    addMoreMenu(tr("Sections"),
        folding
            + QList<QAction *>{nullptr,
                addWriteAct(u"brief.sectionTarget"_s, tr("Word Target of the Section…"),
                    tr("Say how many words this section is meant to have"), {}, [this] { askSectionTarget(); }),
                addWriteAct(u"brief.target"_s, tr("Word Target of the Brief…"),
                    tr("Say how many words the brief is meant to have"), {}, [this] { askBriefTarget(); })});
}

void BriefPanel::makeFocusActions()
{
    m_focusAction = addAct(u"brief.focus"_s, {}, tr("Focus Mode"),
        tr("Hide all but the text, and dim all but where you write; Escape leaves it"), QKeySequence(Qt::Key_F11),
        [this] { m_focus->setOn(m_focusAction->isChecked()); });
    m_focusAction->setCheckable(true);
    m_typewriterAction = addAct(u"brief.typewriter"_s, {}, tr("Typewriter Mode"),
        tr("Keep the line that is written at half the height"), QKeySequence(Qt::SHIFT | Qt::Key_F11),
        [this] { m_focus->setTypewriter(m_typewriterAction->isChecked()); });
    m_typewriterAction->setCheckable(true);
    m_briefActions += {m_focusAction, m_typewriterAction};

    using enum FocusMode::Lit;
    m_litActions = new QActionGroup(this);
    const std::array choices{std::tuple{All, u"brief.lit.all"_s, tr("Dim Nothing")},
        std::tuple{Paragraph, u"brief.lit.paragraph"_s, tr("Dim All but the Paragraph")},
        std::tuple{Sentence, u"brief.lit.sentence"_s, tr("Dim All but the Sentence")}};
    QList<QAction *> entries{m_focusAction, m_typewriterAction, nullptr};
    for (const auto &[lit, name, text] : choices) {
        QAction *choice = addAct(name, {}, text, tr("What is dimmed in focus mode"), {}, [this, lit] { m_focus->setLit(lit); });
        choice->setCheckable(true);
        choice->setChecked(m_focus->lit() == lit);
        choice->setData(int(lit));
        m_litActions->addAction(choice);
        entries.append(choice);
    }
    addMoreMenu(tr("Calm Writing"), entries);
}

void BriefPanel::insertMarkdownLink()
{
    QTextCursor cursor = m_editor->textCursor();
    cursor.insertText(u"[%1]()"_s.arg(cursor.selectedText()));
    cursor.movePosition(QTextCursor::Left);
    m_editor->setTextCursor(cursor);
}

void BriefPanel::askDate()
{
    const QRect line = m_editor->cursorRect();
    m_date->open(m_editor->viewport()->mapToGlobal(line.bottomLeft()), shownBrief().language);
}

void BriefPanel::insertTable()
{
    static constexpr int rows = 2;
    static constexpr int columns = 3;
    static constexpr qsizetype firstCell = 2;
    const QTextCursor cursor = m_editor->textCursor();
    const QString before = cursor.block().text().trimmed().isEmpty() ? QString() : u"\n\n"_s;
    const int at = before.isEmpty() ? cursor.block().position() : cursor.block().position() + cursor.block().length() - 1;
    m_editor->carryOut({{0, 0}, before + emptyTable(rows, columns) + u"\n"_s, {before.size() + firstCell, 0}}, at);
}

void BriefPanel::askTarget(const QString &question, int present, const std::function<void(int)> &set)
{
    ask(question, tr("Set target"), tr("No target"), present > 0 ? locale().toString(present) : QString(),
        [this, set](const QString &answer) {
            bool isNumber = false;
            const int words = answer.isEmpty() ? 0 : locale().toInt(answer, &isNumber);
            if (!answer.isEmpty() && (!isNumber || words < 0)) {
                notice()->show(Notice::Severity::Warning, tr("“%1” is no number of words. No target was set.").arg(answer));
                return;
            }
            const QTextCursor cursor = m_editor->textCursor();
            set(words);
            m_editor->setTextCursor(cursor);
        });
}

void BriefPanel::askSectionTarget()
{
    const DraftSection *section = m_reader->draft().sectionAt(m_editor->textCursor().position());
    if (!section || !m_reader->isOfPresentText()) {
        notice()->show(Notice::Severity::Done, tr("The cursor is in no section yet."));
        return;
    }
    QTextCursor heading(m_editor->document());
    heading.setPosition(int(section->entry.heading.offset));
    askTarget(tr("How many words is “%1” meant to have?").arg(section->entry.text), section->entry.target,
        [this, heading](int words) {
            const QTextBlock line = heading.block();
            m_editor->carryOut(setSectionTarget(line.text(), words), line.position());
        });
}

void BriefPanel::askBriefTarget()
{
    askTarget(tr("How many words is the brief meant to have?"), m_reader->draft().target,
        [this](int words) { m_editor->carryOut(setBriefTarget(metadataOf(*m_editor->document()), words), 0); });
}

} // namespace redoubt
