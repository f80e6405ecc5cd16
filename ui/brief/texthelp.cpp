#include "ui/brief/texthelp.h"

#include "ui/brief/brieftextedit.h"

namespace redoubt {

TextHelp::TextHelp(const Project &project, Selection &selection, BriefTextEdit &editor, const DraftReader &reader,
    const FallenCitations &fallen, QObject *parent)
    : QObject(parent)
    , m_selection(selection)
    , m_editor(editor)
    , m_hints(project, reader, editor)
    , m_completion(new Completion(project, editor, reader))
    , m_card(new HintCard(editor, m_hints))
{
    new StateMarks(project, editor, reader, fallen, this);
    connect(m_card, &HintCard::goWanted, this, &TextHelp::go);
}

TextHelp::~TextHelp()
{
    // They ask for what goes with this.
    delete m_card;
    delete m_completion;
}

void TextHelp::setScale(LikelihoodScale scale)
{
    m_hints.setScale(scale);
    m_completion->setScale(scale);
}

std::optional<Hint> TextHelp::hint() const
{
    return m_hints.at(m_editor.textCursor().position());
}

void TextHelp::go(const Hint &hint)
{
    if (hint.place >= 0) {
        m_editor.goTo(hint.place);
        m_editor.setFocus(Qt::OtherFocusReason);
    } else if (!hint.thing.isNone()) {
        m_selection.open(hint.thing);
    }
}

} // namespace redoubt
