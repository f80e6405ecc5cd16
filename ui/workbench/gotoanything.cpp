#include "ui/workbench/gotoanything.h"

#include "app/base/folding.h"
#include "ui/look/look.h"

#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int mostShown = 12;

/// How well the words fit: 0 not at all; the start of the text counts most, then the start of a word.
int fit(const QString &text, const QStringList &words)
{
    int total = 0;
    for (const QString &word : words) {
        const qsizetype at = text.indexOf(word);
        if (at < 0)
            return 0;
        total += at == 0 ? 4 : !text.at(at - 1).isLetterOrNumber() ? 3 : 1;
    }
    return total;
}

} // namespace

GoToAnything::GoToAnything(std::function<QList<Destination>()> destinations, QWidget *parent)
    : QLineEdit(parent)
    , m_ask(std::move(destinations))
    , m_list([this] { return makeList(); })
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"go-to-anything"_s);
    setPlaceholderText(tr("Go to anything (Ctrl+K)"));
    setToolTip(tr("Find events, sources, indicators, sections and commands (Ctrl+K)"));
    setAccessibleName(tr("Go to anything"));
    setClearButtonEnabled(true);
    addAction(look::icon(u"search"_s), LeadingPosition);

    connect(this, &QLineEdit::textEdited, this, &GoToAnything::show);
}

QListView *GoToAnything::makeList()
{
    auto *list = new QListView(this);
    list->setWindowFlags(Qt::ToolTip);
    list->setFocusPolicy(Qt::NoFocus);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setUniformItemSizes(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setModel(m_model);
    connect(list, &QListView::clicked, this, [this](const QModelIndex &index) { go(index.row()); });
    return list;
}

void GoToAnything::hideList()
{
    if (QListView *list = m_list.made())
        list->hide();
}

void GoToAnything::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    m_all = m_ask();
    m_folded.clear();
    for (const Destination &destination : std::as_const(m_all))
        m_folded.append(folded(destination.text));
}

void GoToAnything::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    hideList();
}

void GoToAnything::show(const QString &words)
{
    const QStringList parts = folded(words).split(u' ', Qt::SkipEmptyParts);
    QList<std::pair<int, int>> found;
    for (int i = 0; i < int(m_all.size()) && !parts.isEmpty(); ++i) {
        if (const int value = fit(m_folded.at(i), parts); value > 0)
            found.append({-value, i});
    }
    std::ranges::sort(found);
    m_model->clear();
    m_shown.clear();
    for (const auto &[value, index] : found.mid(0, mostShown)) {
        const Destination &destination = m_all.at(index);
        offer(destination, tr("%1 — %2").arg(destination.text, destination.kind));
    }
    const Destination last = m_lastResort && !parts.isEmpty() ? m_lastResort(words.simplified()) : Destination();
    if (last.go)
        offer(last, last.text);
    if (m_shown.isEmpty())
        hideList();
    else
        placeList();
}

void GoToAnything::offer(const Destination &destination, const QString &shown)
{
    auto *item = new QStandardItem(destination.icon, shown);
    item->setToolTip(Qt::convertFromPlainText(destination.text, Qt::WhiteSpaceNormal));
    m_model->appendRow(item);
    m_shown.append(destination);
}

void GoToAnything::placeList()
{
    m_list->setCurrentIndex(m_model->index(0, 0));
    const int row = look::rowHeight(look::rowDense, font());
    m_list->setIconSize(QSize(look::group, look::group));
    m_list->setGridSize(QSize(1, row));
    const int listWidth = std::max(width(), look::page * 18);
    m_list->setGeometry(QRect(mapToGlobal(QPoint(width() - listWidth, height() + look::tight)),
        QSize(listWidth, row * int(m_shown.size()) + 2 * look::hair)));
    m_list->show();
}

void GoToAnything::keyPressEvent(QKeyEvent *event)
{
    const bool open = m_list.made() && m_list->isVisible();
    const int row = open ? m_list->currentIndex().row() : -1;
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (open && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        const int next = std::clamp(row + (event->key() == Qt::Key_Down ? 1 : -1), 0, m_model->rowCount() - 1);
        m_list->setCurrentIndex(m_model->index(next, 0));
    } else if (open && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        go(row);
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void GoToAnything::go(int row)
{
    if (row < 0 || row >= m_shown.size())
        return;
    const auto destination = m_shown.at(row).go;
    leave();
    destination();
}

void GoToAnything::leave()
{
    hideList();
    clear();
    if (QWidget *before = nextInFocusChain())
        before->setFocus();
}

} // namespace redoubt
