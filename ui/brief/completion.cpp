#include "ui/brief/completion.h"

#include "ui/brief/brieftextedit.h"
#include "ui/brief/draftreader.h"
#include "ui/look/listrow.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int mostRows = 6;

/// What is put in, and aside a grade or a band; below them what it means.
class CompletionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, QFontMetrics(look::font(look::Text::Body, true)).height()
                + QFontMetrics(look::font(look::Text::Caption)).height() + look::related + look::tight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const look::Colours &colours = look::colours(option.palette);
        const QRect row = option.rect;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(row, colours.selection);
        const QRect inner = row.adjusted(look::related, look::tight, -look::related, -look::tight);
        painter->setPen(colours.inkSoft);
        painter->setFont(look::font(look::Text::Body, true));
        const QString aside = index.data(CompletionModel::AsideRole).toString();
        painter->drawText(inner, Qt::AlignRight | Qt::AlignTop, aside);
        painter->setPen(colours.ink);
        const int room = inner.width() - painter->fontMetrics().horizontalAdvance(aside) - look::related;
        look::drawElided(*painter, {inner.topLeft(), QSize(room, inner.height())}, index.data(CompletionModel::TextRole).toString(), Qt::ElideMiddle, Qt::AlignLeft | Qt::AlignTop);
        painter->setPen(colours.inkSoft);
        painter->setFont(look::font(look::Text::Caption));
        const QString detail = index.data(CompletionModel::DetailRole).toString();
        const QFontMetrics metrics = painter->fontMetrics();
        const QString behind = detail.isEmpty()
            ? detail
            : u" · "_s + metrics.elidedText(detail, Qt::ElideMiddle, inner.width() / 2);
        const QString title = metrics.elidedText(index.data(CompletionModel::TitleRole).toString(), Qt::ElideMiddle,
            inner.width() - metrics.horizontalAdvance(behind));
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignBottom, title + behind);
    }
};

/// The language of the fence that a line stands in, as far as its first line is near; null outside.
QString fenceAround(QTextBlock line)
{
    constexpr int furthest = 500;
    constexpr int longest = 200;
    static const QRegularExpression fence(u"^ {0,3}(?:`{3,}|~{3,})\\s*(?:\\{\\s*\\.)?([\\w-]*)"_s);
    for (int i = 0; i < furthest && line.previous().isValid(); ++i) {
        line = line.previous();
        if (line.length() > longest)
            continue;
        const QString text = line.text();
        if (const auto match = fence.match(text); match.hasMatch())
            return match.captured(1).isEmpty() ? QString() : match.captured(1);
    }
    return {};
}

} // namespace

Completion::Completion(const Project &project, BriefTextEdit &editor, const DraftReader &reader)
    : QFrame(&editor)
    , m_editor(editor)
    , m_reader(reader)
    , m_items(project)
    , m_list(new QListView(this))
{
    setAccessibleName(tr("What fits here"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CompletionDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(accessibleName());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::hair, look::tight, look::hair, look::tight);
    layout->addWidget(m_list);

    connect(m_list, &QListView::clicked, this, &Completion::take);
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &Completion::follow);
    connect(&editor, &BriefTextEdit::marginMoved, this, &Completion::place);
    connect(&m_items, &CompletionItems::arrived, this, [this](CompletionKind kind) {
        if (m_place && m_place->kind == kind && m_refused != m_place) {
            load();
            offer();
        }
    });
    editor.installEventFilter(this);
    hide();
}

std::optional<CompletionPlace> Completion::placeAtCursor(bool asked) const
{
    const QTextCursor cursor = m_editor.textCursor();
    if (cursor.hasSelection() || m_editor.isReadOnly())
        return std::nullopt;
    const QTextBlock block = cursor.block();
    const QString line = block.text();
    auto found = completionPlace({line, cursor.positionInBlock(), m_scale, [&] { return fenceAround(block); }}, asked);
    if (found)
        found->written.offset += block.position();
    return found;
}

QList<CompletionItem> Completion::itemsOf(CompletionKind kind)
{
    const auto titles = [](const QStringList &list) {
        QList<CompletionItem> items;
        for (const QString &title : list)
            items.append(CompletionItem::of(title));
        return items;
    };
    switch (kind) {
    case CompletionKind::Source:
    case CompletionKind::Event:
    case CompletionKind::Indicator:
        return m_items.of(kind);
    case CompletionKind::Role:
        return roleItems();
    case CompletionKind::Likelihood:
        return likelihoodItems(m_scale);
    case CompletionKind::Statement:
        return titles(m_reader.draft().argument.statements);
    case CompletionKind::Argument:
        return titles(m_reader.draft().argument.arguments);
    }
    return {};
}

/// How often each key is in the brief already.
QHash<QString, int> Completion::uses(CompletionKind kind) const
{
    static const QHash<CompletionKind, Mention::Kind> kinds{{CompletionKind::Source, Mention::Kind::Source},
        {CompletionKind::Event, Mention::Kind::Event}, {CompletionKind::Indicator, Mention::Kind::Indicator}};
    const auto wanted = kinds.constFind(kind);
    QHash<QString, int> counts;
    if (wanted == kinds.cend())
        return counts;
    for (const Mention &mention : m_reader.draft().mentions) {
        if (mention.kind == *wanted)
            ++counts[mention.key];
    }
    return counts;
}

QString Completion::written() const
{
    const QTextBlock block = m_editor.document()->findBlock(int(m_place->written.offset));
    const qsizetype column = m_place->written.offset - block.position();
    return block.text().mid(column, m_editor.textCursor().position() - m_place->written.offset);
}

void Completion::close()
{
    m_place.reset();
    m_asked = false;
    hide();
}

/// Opens when a word begins to be typed, and closes when the cursor leaves it; walking over one opens nothing.
void Completion::follow()
{
    const int revision = m_editor.document()->revision();
    const bool typed = std::exchange(m_revision, revision) != revision;
    const auto found = typed || isVisible() ? placeAtCursor(m_asked) : std::nullopt;
    const bool isSame = found && m_place && found->kind == m_place->kind && found->written.offset == m_place->written.offset;
    if (!found || !m_editor.hasFocus() || (!typed && !isSame))
        return close();
    const bool isNew = !isSame || !isVisible();
    m_place = found;
    if (m_refused && m_refused->kind == found->kind && m_refused->written.offset == found->written.offset) {
        m_refused = found;
        return;
    }
    m_refused.reset();
    if (isNew)
        load();
    offer();
}

void Completion::ask()
{
    m_refused.reset();
    m_place = placeAtCursor(true);
    if (!m_place)
        return close();
    m_asked = true;
    load();
    offer();
}

void Completion::load()
{
    m_model.setItems(itemsOf(m_place->kind), uses(m_place->kind));
}

void Completion::offer()
{
    const QString typed = written();
    m_model.narrow(typed);
    const bool isDone = m_model.rowCount() == 1
        && m_model.index(0).data(CompletionModel::TextRole).toString().compare(typed, Qt::CaseInsensitive) == 0;
    if (m_model.rowCount() == 0 || isDone)
        return hide();
    const bool isProse = m_place->kind == CompletionKind::Likelihood && !m_asked;
    m_list->setCurrentIndex(isProse ? QModelIndex() : m_model.index(0));
    show();
    raise();
    place();
}

void Completion::place()
{
    if (!isVisible() || !m_place)
        return;
    const QRect area = m_editor.viewport()->geometry();
    const int rows = std::min(mostRows, m_model.rowCount());
    const int rowHeight = m_list->sizeHintForRow(0);
    const QSize size(std::min(area.width(), m_editor.fontMetrics().averageCharWidth() * 48), rows * rowHeight + 2 * look::tight);
    const QRect line = m_editor.lineOf(m_place->written.offset).translated(area.topLeft());
    const bool below = line.bottom() + look::tight + size.height() <= m_editor.height();
    const int left = std::clamp(line.left() - look::related, 0, std::max(0, area.right() - size.width()));
    setGeometry(QRect({left, below ? line.bottom() + look::tight : line.top() - look::tight - size.height()}, size));
}

bool Completion::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_editor && event->type() == QEvent::FocusOut)
        hide();
    if (watched == &m_editor && isVisible() && event->type() == QEvent::KeyPress)
        return handle(*static_cast<QKeyEvent *>(event));
    return QFrame::eventFilter(watched, event);
}

bool Completion::handle(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Up:
        walk(-1);
        return true;
    case Qt::Key_Down:
        walk(1);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key.modifiers() & ~Qt::KeypadModifier)
            return false;
        if (!m_list->currentIndex().isValid() && key.key() != Qt::Key_Tab)
            return false;
        take();
        return true;
    case Qt::Key_Escape:
        hide();
        m_refused = m_place;
        return true;
    default:
        return false;
    }
}

void Completion::walk(int rows)
{
    const int count = m_model.rowCount();
    const QModelIndex current = m_list->currentIndex();
    const int from = current.isValid() ? current.row() : rows > 0 ? -1 : 0;
    m_list->setCurrentIndex(m_model.index((from + rows + count) % count));
}

void Completion::take()
{
    const QModelIndex current = m_list->currentIndex().isValid() ? m_list->currentIndex() : m_model.index(0);
    QString text = current.data(CompletionModel::TextRole).toString();
    if (!m_place || text.isEmpty())
        return;
    const CompletionPlace taken = *m_place;
    if (taken.kind == CompletionKind::Likelihood && written().left(1).isUpper())
        text[0] = text[0].toUpper();
    const QChar closing = closingMark(taken.kind);
    const bool isClosed = closing.isNull() || m_editor.document()->characterAt(int(taken.written.end())) == closing;
    close();
    m_editor.replace(taken.written, isClosed ? text : text + closing);
    QTextCursor cursor = m_editor.textCursor();
    cursor.setPosition(int(taken.written.offset + text.size()) + (closing.isNull() ? 0 : 1));
    m_editor.setTextCursor(cursor);
    close();
}

void Completion::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.raised);
    painter.setPen(colours.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace redoubt
