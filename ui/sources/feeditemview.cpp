#include "ui/sources/feeditemview.h"

#include "app/sources/capture.h"
#include "ui/look/look.h"
#include "ui/sources/feedwords.h"
#include "ui/sources/sourcetext.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Of a summary; a feed may carry a whole book.
constexpr qsizetype longestSummary = 200'000;

/// As it stands, in the direction of its script.
void addParagraph(QTextCursor &cursor, const QString &text, const QFont &font, const QColor &colour, int space)
{
    if (text.isEmpty())
        return;
    QTextBlockFormat block;
    block.setTopMargin(space);
    const bool rightToLeft = text.isRightToLeft();
    block.setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    block.setAlignment(Qt::AlignAbsolute | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    QTextCharFormat letters;
    letters.setFont(font);
    letters.setForeground(colour);
    if (cursor.position() == 0) {
        cursor.setBlockFormat(block);
        cursor.setBlockCharFormat(letters);
    } else {
        cursor.insertBlock(block, letters);
    }
    cursor.insertText(text, letters);
}

} // namespace

FeedItemView::FeedItemView(const Project &project, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_text(new QTextEdit(this))
    , m_state(new QLabel(this))
{
    setObjectName(u"feedItem"_s);
    setAccessibleName(tr("Item"));
    m_text->setObjectName(u"feedItemText"_s);
    m_text->setAccessibleName(tr("What the feed says"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(look::group);
    m_state->setObjectName(u"feedItemState"_s);
    m_state->setFont(look::font(look::Text::Caption));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setContentsMargins(look::group, 0, look::group, 0);
    setFocusProxy(m_text);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(look::group, 0, look::related, look::tight);
    row->setSpacing(look::related);
    for (QAction *action : {actions.addSource, actions.showSource}) {
        auto *button = new QPushButton(this);
        button->setObjectName(action->objectName() + u"Button"_s);
        const auto follow = [=] {
            button->setText(action->text());
            button->setToolTip(action->toolTip());
            button->setEnabled(action->isEnabled());
            button->setVisible(action->isVisible());
        };
        follow();
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        row->addWidget(button);
    }
    row->addStretch(1);
    for (QAction *action : {actions.openAddress, actions.close}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, look::tight);
    column->setSpacing(look::tight);
    column->addWidget(m_text, 1);
    column->addWidget(m_state);
    column->addLayout(row);
}

void FeedItemView::show(Id<FeedItem> id)
{
    const auto before = m_item;
    auto item = feedItem(m_project.reader(), id);
    if (!item)
        Q_EMIT failed(item.error());
    m_item = item ? *item : std::nullopt;
    const auto owner = m_item ? feed(m_project.reader(), m_item->feed) : Result<std::optional<Feed>>();
    m_feedTitle = owner && *owner ? (*owner)->title : QString();
    auto kept = before;
    if (kept && m_item) {
        kept->state = m_item->state;
        kept->source = m_item->source;
    }
    if (kept != m_item || !m_item)
        write();
}

void FeedItemView::write()
{
    m_text->clear();
    if (!m_item)
        return;
    const look::Colours &colours = look::colours(palette());
    QTextCursor cursor(m_text->document());
    addParagraph(cursor, feedwords::title(*m_item), look::font(look::Text::Title, true), colours.ink, 0);
    QStringList about{feedwords::by(*m_item, m_feedTitle), feedwords::moment(m_item->published)};
    about.removeAll(QString());
    addParagraph(cursor, about.join(u" · "_s), look::font(look::Text::Caption), colours.inkSoft, look::tight);
    addParagraph(cursor, m_item->link, look::font(look::Text::Caption), colours.inkSoft, look::tight);
    int space = look::group;
    for (const QString &paragraph : m_item->summary.left(longestSummary).split(u'\n')) {
        addParagraph(cursor, paragraph, look::font(look::Text::Body), colours.ink, space);
        space = look::related;
    }
    m_text->moveCursor(QTextCursor::Start);
}

/// What the project has of the source that was made of the item.
QString FeedItemView::sourceText() const
{
    if (!m_item || !m_item->source.isValid())
        return {};
    const auto source = redoubt::source(m_project.reader(), m_item->source);
    if (!source || !*source)
        return {};
    const auto latest = latestCapture(m_project.reader(), m_item->source);
    const QString captured = latest && *latest ? tr("captured %1 ✓").arg(sourcetext::day((*latest)->capturedAt)) : tr("nothing captured ○");
    return tr("In the sources as @%1 · %2").arg((*source)->key, captured);
}

void FeedItemView::setCapture(const FeedCapture &capture)
{
    const QString words = capture.words.isEmpty() ? sourceText() : capture.words;
    const look::Colours &colours = look::colours(QWidget::palette());
    QPalette own = palette();
    own.setColor(m_state->foregroundRole(), capture.isBad ? colours.notFound : colours.inkSoft);
    m_state->setPalette(own);
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
}

void FeedItemView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        write();
    QWidget::changeEvent(event);
}

} // namespace redoubt
