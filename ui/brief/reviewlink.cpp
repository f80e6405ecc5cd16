#include "ui/brief/reviewlink.h"

#include "ui/brief/brieftextedit.h"
#include "ui/brief/findingcard.h"
#include "ui/brief/textmarks.h"

#include <QHelpEvent>

namespace redoubt {

namespace {

/// A document has other line ends than its text, and other spaces perhaps.
QString plain(QString text)
{
    return text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::Nbsp, u' ');
}

} // namespace

ReviewLink::ReviewLink(Review &review, BriefTextEdit &editor, QObject *parent)
    : QObject(parent)
    , m_review(review)
    , m_editor(editor)
    , m_card([this] { return makeCard(); })
{
    connect(editor.document(), &QTextDocument::contentsChange, this, [this](int from, int removed, int added) {
        if (removed != added) // else only the looks, or letters for letters
            m_review.moveText(from, removed, added);
    });
    connect(&editor, &BriefTextEdit::edited, &review, &Review::outdate);
    connect(&review, &Review::findingsChanged, this, &ReviewLink::underline);
    connect(&review, &Review::stepWanted, this, &ReviewLink::step);
    review.setReplace([this](const QList<Review::Replacement> &replacements) { return replace(replacements); });
    editor.viewport()->installEventFilter(this);
}

FindingCard *ReviewLink::makeCard()
{
    auto *card = new FindingCard(m_review, m_editor);
    connect(card, &FindingCard::failed, this, &ReviewLink::failed);
    connect(card, &FindingCard::ignored, this, &ReviewLink::ignored);
    return card;
}

void ReviewLink::underline()
{
    using Kind = TextMarks::Kind;
    for (const auto &[severity, kind] : {std::pair{Severity::Error, Kind::Error}, std::pair{Severity::Warning, Kind::Warning},
             std::pair{Severity::Note, Kind::Note}})
        m_editor.marks().set(kind, m_review.found().places[size_t(severity)]);
}

void ReviewLink::step(bool forward)
{
    const QTextCursor cursor = m_editor.textCursor();
    const qsizetype start = cursor.selectionStart();
    const qsizetype found = m_review.findingFrom({start, cursor.selectionEnd() - start}, forward);
    if (found < 0)
        return;
    m_review.setCurrent(found);
    m_editor.showPassage(m_review.placeOf(m_review.findings().at(found).range));
    Q_EMIT m_review.textWanted();
    m_card->show(found, FindingCard::By::Pointer);
}

bool ReviewLink::showAtCursor()
{
    const qsizetype found = m_review.findingAt(m_editor.textCursor().position());
    if (found < 0)
        return false;
    m_review.setCurrent(found);
    m_card->show(found, FindingCard::By::Key);
    return true;
}

void ReviewLink::show(qsizetype finding)
{
    m_review.setCurrent(finding);
    m_card->show(finding, FindingCard::By::Pointer);
}

/// From the end to the start, so that the ranges before hold.
qsizetype ReviewLink::replace(const QList<Review::Replacement> &replacements)
{
    QList<Review::Replacement> backwards = replacements;
    std::ranges::stable_sort(backwards, std::greater(), [](const Review::Replacement &one) { return one.range.offset; });
    qsizetype done = 0;
    qsizetype next = m_editor.document()->characterCount();
    QTextCursor cursor(m_editor.document());
    cursor.beginEditBlock();
    for (const Review::Replacement &one : std::as_const(backwards)) {
        if (one.range.end() > next)
            continue;
        cursor.setPosition(int(one.range.offset));
        cursor.setPosition(int(one.range.end()), QTextCursor::KeepAnchor);
        if (plain(cursor.selectedText()) != plain(one.before))
            continue;
        cursor.insertText(one.after);
        next = one.range.offset;
        ++done;
    }
    cursor.endEditBlock();
    return done;
}

bool ReviewLink::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QObject::eventFilter(watched, event);
    const QPoint point = static_cast<QHelpEvent *>(event)->pos();
    const qsizetype position = m_editor.cursorForPosition(point).position();
    const qsizetype found = m_editor.lineOf(position).adjusted(-m_editor.fontMetrics().height(), 0, m_editor.fontMetrics().height(), 0).contains(point)
        ? m_review.findingAt(position)
        : -1;
    if (found < 0 || (m_card.made() && m_card->isVisible()))
        return QObject::eventFilter(watched, event);
    m_card->show(found, FindingCard::By::Hover);
    return true;
}

} // namespace redoubt
