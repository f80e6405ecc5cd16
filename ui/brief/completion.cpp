#include "ui/brief/completion.h"

#include "ui/brief/brieftextedit.h"
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

/// The key and its grade, and below them the title and where it is from.
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
        const QString grade = index.data(CompletionModel::GradeRole).toString();
        painter->drawText(inner, Qt::AlignRight | Qt::AlignTop, grade);
        painter->setPen(colours.ink);
        const int room = inner.width() - painter->fontMetrics().horizontalAdvance(grade) - look::related;
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop,
            painter->fontMetrics().elidedText(index.data(CompletionModel::KeyRole).toString(), Qt::ElideMiddle, room));
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

} // namespace

Completion::Completion(const Project &project, BriefTextEdit &editor)
    : QFrame(&editor)
    , m_project(project)
    , m_editor(editor)
    , m_list(new QListView(this))
{
    setAccessibleName(tr("Keys that fit"));
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
    editor.installEventFilter(this);
    hide();
}

std::optional<Completion::Place> Completion::placeAtCursor() const
{
    const QTextCursor cursor = m_editor.textCursor();
    if (cursor.hasSelection())
        return std::nullopt;
    const QString line = cursor.block().text();
    const int start = cursor.block().position();
    const int column = cursor.positionInBlock();
    if (const auto key = citationKeyAt(line, column))
        return Place{CompletionModel::Kind::Source, {start + key->offset, key->length}};
    static const QRegularExpression address(u"\\]\\((event|indicator):([\\w-]*)$"_s);
    const auto match = address.match(line.first(column));
    if (!match.hasMatch())
        return std::nullopt;
    qsizetype end = column;
    while (end < line.size() && (line[end].isLetterOrNumber() || line[end] == u'-'))
        ++end;
    const auto kind = match.captured(1) == "event"_L1 ? CompletionModel::Kind::Event : CompletionModel::Kind::Indicator;
    return Place{kind, {start + match.capturedStart(2), end - match.capturedStart(2)}};
}

/// Opens when a key begins to be typed, and closes when the cursor leaves it; walking over a key opens nothing.
void Completion::follow()
{
    const int revision = m_editor.document()->revision();
    const bool typed = std::exchange(m_revision, revision) != revision;
    const auto found = placeAtCursor();
    const bool sameKey = found && m_place && found->key.offset == m_place->key.offset;
    if (!found || !m_editor.hasFocus() || (!typed && !(isVisible() && sameKey))) {
        m_place.reset();
        hide();
        return;
    }
    const bool isNew = !sameKey || !isVisible();
    m_place = found;
    if (m_refused && m_refused->key.offset == found->key.offset)
        return;
    m_refused.reset();
    if (isNew && !m_model.load(m_project, found->kind))
        return;
    offer();
}

void Completion::offer()
{
    const QString line = m_editor.document()->findBlock(int(m_place->key.offset)).text();
    const qsizetype column = m_place->key.offset - m_editor.document()->findBlock(int(m_place->key.offset)).position();
    const QString written = line.mid(column, m_editor.textCursor().positionInBlock() - column);
    m_model.narrow(written);
    const bool done = m_model.rowCount() == 1 && m_model.index(0).data(CompletionModel::KeyRole).toString() == written;
    if (m_model.rowCount() == 0 || done) {
        hide();
        return;
    }
    m_list->setCurrentIndex(m_model.index(0));
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
    const QRect line = m_editor.lineOf(m_place->key.offset).translated(area.topLeft());
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
    const int row = m_list->currentIndex().row();
    const int rows = m_model.rowCount();
    switch (key.key()) {
    case Qt::Key_Up:
        m_list->setCurrentIndex(m_model.index((row + rows - 1) % rows));
        return true;
    case Qt::Key_Down:
        m_list->setCurrentIndex(m_model.index((row + 1) % rows));
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key.modifiers() & ~Qt::KeypadModifier)
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

void Completion::take()
{
    const QString key = m_list->currentIndex().data(CompletionModel::KeyRole).toString();
    if (!m_place || key.isEmpty())
        return;
    const Place taken = *m_place;
    hide();
    m_editor.replace(taken.key, key);
    QTextCursor cursor = m_editor.textCursor();
    cursor.setPosition(int(taken.key.offset + key.size()));
    if (taken.kind != CompletionModel::Kind::Source) {
        if (m_editor.document()->characterAt(cursor.position()) == u')')
            cursor.movePosition(QTextCursor::Right);
        else
            cursor.insertText(u")"_s);
    }
    m_editor.setTextCursor(cursor);
    hide();
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
