#include "ui/timeline/chronologytable.h"

#include "ui/look/look.h"
#include "ui/timeline/chronologydelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Breadths of the columns in the widths of a letter, before the user has changed them; 0 = hidden.
constexpr std::array<int, chronologyColumns> usualWidths{21, 42, 16, 20, 22, 11, 8, 0, 0, 0};

constexpr qint32 arrangementFormat = 1;

/// A selection of so many rows is not kept over a change of the rows.
constexpr qsizetype mostKept = 10'000;

bool goesToAll(ChronologyColumn column)
{
    return column != ChronologyColumn::Title && column != ChronologyColumn::Date;
}

QString tsvCell(const QString &text)
{
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r') && !text.contains(u'"'))
        return text;
    QString quoted = text;
    return u'"' + quoted.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

ChronologyTable::ChronologyTable(Project &project, QWidget *parent)
    : QTableView(parent)
    , m_project(project)
    , m_model(new ChronologyModel(project, this))
    , m_delegate(new ChronologyDelegate(this))
{
    setObjectName(u"chronology-table"_s);
    setAccessibleName(tr("Chronology"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setModel(m_model);
    setItemDelegate(m_delegate);
    makeHeader();
    fitRows();
    connect(m_delegate, &ChronologyDelegate::entered, this, &ChronologyTable::enter);
    connect(m_model, &ChronologyModel::failed, this, &ChronologyTable::failed);
}

void ChronologyTable::makeHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setTextElideMode(Qt::ElideRight);
    header->setFont(look::font(look::Text::Caption, true));
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setMinimumSectionSize(look::page * 2);
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < chronologyColumns; ++column) {
        const int width = usualWidths.at(size_t(column));
        setColumnHidden(column, width == 0);
        setColumnWidth(column, (width == 0 ? 16 : width) * letter + look::group);
    }
    setSortingEnabled(true);
    sortByColumn(int(ChronologyColumn::Date), Qt::AscendingOrder);
    connect(header, &QHeaderView::customContextMenuRequested, this, &ChronologyTable::showHeaderMenu);
    connect(header, &QHeaderView::sectionResized, this, &ChronologyTable::arrangementChanged);
    connect(header, &QHeaderView::sectionMoved, this, &ChronologyTable::arrangementChanged);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ChronologyTable::arrangementChanged);
}

void ChronologyTable::fitRows()
{
    const int height = look::rowHeight(look::rowDense, font());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void ChronologyTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void ChronologyTable::showHeaderMenu(QPoint place)
{
    QMenu menu(this);
    menu.setObjectName(u"columns-menu"_s);
    for (int i = 0; i < chronologyColumns; ++i) {
        const auto column = ChronologyColumn(i);
        QAction *action = menu.addAction(columnTitle(column));
        action->setCheckable(true);
        action->setChecked(isShown(column));
        action->setEnabled(column != ChronologyColumn::Title);
        connect(action, &QAction::triggered, this, [this, column](bool isChecked) { showColumn(column, isChecked); });
    }
    menu.exec(horizontalHeader()->mapToGlobal(place));
}

void ChronologyTable::showColumn(ChronologyColumn column, bool isShown)
{
    setColumnHidden(int(column), !isShown);
    Q_EMIT arrangementChanged();
}

void ChronologyTable::keepSelection(const std::function<void()> &change)
{
    const QList<Id<Event>> selected = selectedEvents();
    const Id<Event> current = chosen();
    const int column = std::max(currentIndex().column(), 0);
    bool wasReset = false;
    const auto connection = connect(m_model, &ChronologyModel::modelReset, this, [&] { wasReset = true; });
    {
        const QScopedValueRollback following(m_isFollowing, true);
        change();
    }
    disconnect(connection);
    if (!wasReset)
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    if (const int row = m_model->rowOf(current); row >= 0)
        selectionModel()->setCurrentIndex(m_model->index(row, column), QItemSelectionModel::NoUpdate);
    QItemSelection again;
    const QSet<Id<Event>> wanted(selected.begin(), selected.end());
    for (int row = 0; row < m_model->rowCount() && !wanted.isEmpty() && wanted.size() <= mostKept; ++row) {
        if (wanted.contains(m_model->idAt(row)))
            again.select(m_model->index(row, 0), m_model->index(row, chronologyColumns - 1));
    }
    selectionModel()->select(again, QItemSelectionModel::ClearAndSelect);
    if (current.isValid() && currentIndex().isValid())
        scrollTo(currentIndex());
}

void ChronologyTable::setChronology(std::shared_ptr<const Chronology> chronology, std::shared_ptr<const Matches> matches)
{
    keepSelection([&] { m_model->setChronology(std::move(chronology), std::move(matches)); });
}

void ChronologyTable::setMatches(std::shared_ptr<const Matches> matches)
{
    keepSelection([&] { m_model->setMatches(std::move(matches)); });
}

void ChronologyTable::forget(const Changes &changes)
{
    m_model->stop();
    m_model->forget(changes);
}

void ChronologyTable::choose(Id<Event> id)
{
    const QScopedValueRollback following(m_isFollowing, true);
    const int row = id.isValid() ? m_model->rowOf(id) : -1;
    if (row < 0) {
        clearSelection();
        return;
    }
    const QModelIndex index = m_model->index(row, std::max(currentIndex().column(), 0));
    const bool isSelected = selectionModel()->isRowSelected(row);
    selectionModel()->setCurrentIndex(
        index, isSelected ? QItemSelectionModel::NoUpdate : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void ChronologyTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_isFollowing && current.isValid() && current.row() != previous.row())
        Q_EMIT eventChosen(m_model->idAt(current.row()));
}

QList<int> ChronologyTable::selectedRows() const
{
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.append({range.top(), range.bottom()});
    std::ranges::sort(ranges);
    QList<int> rows;
    int next = 0;
    for (const auto &[top, bottom] : std::as_const(ranges)) {
        for (int row = std::max(top, next); row <= bottom; ++row)
            rows.append(row);
        next = std::max(next, bottom + 1);
    }
    return rows;
}

QList<Id<Event>> ChronologyTable::selectedEvents() const
{
    QList<Id<Event>> ids;
    for (const int row : selectedRows())
        ids.append(m_model->idAt(row));
    return ids;
}

void ChronologyTable::enter(const QModelIndex &index, const QVariant &value)
{
    const auto column = ChronologyColumn(index.column());
    const Id<Event> id = m_model->idAt(index.row());
    const QList<Id<Event>> selected = selectedEvents();
    m_model->change(goesToAll(column) && selected.contains(id) ? selected : QList{id}, column, value);
}

QString ChronologyTable::selectedText() const
{
    QList<ChronologyColumn> columns;
    QStringList cells;
    for (int place = 0; place < chronologyColumns; ++place) {
        const auto column = ChronologyColumn(horizontalHeader()->logicalIndex(place));
        if (!isShown(column))
            continue;
        columns.append(column);
        cells.append(tsvCell(columnTitle(column)));
    }
    QString text = cells.join(u'\t') + u'\n';
    for (const int row : selectedRows()) {
        cells.clear();
        for (const ChronologyColumn column : std::as_const(columns))
            cells.append(tsvCell(m_model->textAt(row, column)));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

void ChronologyTable::copy() const
{
    if (selectionModel()->hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

void ChronologyTable::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT openRequested(chosen());
    else if (isReturn && currentIndex().isValid() && state() != EditingState)
        edit(currentIndex(), EditKeyPressed, event);
    else if (event->key() == Qt::Key_Delete && !m_project.isReadOnly() && selectionModel()->hasSelection())
        Q_EMIT deleteRequested(selectedEvents());
    else
        QTableView::keyPressEvent(event);
}

void ChronologyTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isSome = selectionModel()->hasSelection();
    const bool canWrite = isSome && !m_project.isReadOnly();
    QMenu menu(this);
    menu.addAction(tr("Open event"), Qt::CTRL | Qt::Key_Return, this, [this] { Q_EMIT openRequested(chosen()); })->setEnabled(isSome);
    menu.addAction(tr("Change cell"), Qt::Key_F2, this, [this] { edit(currentIndex()); })
        ->setEnabled(canWrite && m_model->flags(currentIndex()).testFlag(Qt::ItemIsEditable));
    auto *lanes = menu.addMenu(tr("Lane"));
    for (const Lane &lane : m_model->lanes()) {
        lanes->addAction(lane.id.isValid() ? lane.title : tr("No lane"), this, [this, id = lane.id.number] {
            m_model->change(selectedEvents(), ChronologyColumn::Lane, id);
        });
    }
    auto *certainties = menu.addMenu(tr("Certainty"));
    for (const auto &[certainty, name] : certaintyNames.table) {
        certainties->addAction(certaintyText(certainty), this, [this, value = int(certainty)] {
            m_model->change(selectedEvents(), ChronologyColumn::Certainty, value);
        });
    }
    lanes->setEnabled(canWrite);
    certainties->setEnabled(canWrite);
    menu.addSeparator();
    menu.addAction(tr("Copy"), QKeySequence::Copy, this, &ChronologyTable::copy)->setEnabled(isSome);
    menu.addAction(tr("Select all"), QKeySequence::SelectAll, this, &ChronologyTable::selectAll);
    menu.addActions(actions());
    menu.addSeparator();
    menu.addAction(tr("Delete"), QKeySequence::Delete, this, [this] { Q_EMIT deleteRequested(selectedEvents()); })->setEnabled(canWrite);
    menu.exec(event->globalPos());
}

QByteArray ChronologyTable::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << arrangementFormat << horizontalHeader()->saveState();
    return bytes;
}

void ChronologyTable::setArrangement(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    qint32 format = 0;
    QByteArray header;
    stream >> format >> header;
    if (format == arrangementFormat && stream.status() == QDataStream::Ok)
        horizontalHeader()->restoreState(header);
}

} // namespace redoubt
