#include "ui/timeline/chronologymodel.h"

#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "app/timeline/ordering.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Up to so many events are put in order within a frame.
constexpr int few = 5000;
/// Rows read together, and kept at most.
constexpr int batch = 64;
constexpr qsizetype mostKept = 4096;

std::optional<EventOrder> orderOf(ChronologyColumn column)
{
    switch (column) {
    case ChronologyColumn::Title:
        return EventOrder::Title;
    case ChronologyColumn::Lane:
        return EventOrder::Lane;
    case ChronologyColumn::Place:
        return EventOrder::Place;
    case ChronologyColumn::Actors:
        return EventOrder::Actor;
    case ChronologyColumn::Certainty:
        return EventOrder::Certainty;
    case ChronologyColumn::Tags:
        return EventOrder::Tag;
    case ChronologyColumn::Casualties:
        return EventOrder::Casualties;
    case ChronologyColumn::Key:
        return EventOrder::Key;
    default:
        return {};
    }
}

Result<std::vector<int>> rowsByColumn(
    const Reader &reader, const Chronology &chronology, ChronologyColumn column, const JobState *state)
{
    if (const auto order = orderOf(column))
        return rowsInOrder(reader, chronology, *order, state);
    const auto counts = sourceCounts(reader);
    if (!counts)
        return failure(counts);
    std::vector<std::optional<qint64>> numbers(size_t(chronology.size()));
    for (const auto &[id, count] : counts->asKeyValueRange()) {
        if (const int row = chronology.row(id); row >= 0)
            numbers[size_t(row)] = count.independent;
    }
    return placesInOrder(numbers);
}

} // namespace

ChronologyModel::ChronologyModel(Project &project, QObject *parent)
    : QAbstractTableModel(parent)
    , m_project(project)
    , m_order(project)
    , m_chronology(std::make_shared<const Chronology>())
    , m_matches(std::make_shared<const Matches>())
{
}

void ChronologyModel::setChronology(std::shared_ptr<const Chronology> chronology, std::shared_ptr<const Matches> matches)
{
    m_chronology = std::move(chronology);
    m_matches = std::move(matches);
    putInOrder();
}

void ChronologyModel::setMatches(std::shared_ptr<const Matches> matches)
{
    m_matches = std::move(matches);
    show(m_isInOrder ? shownOf(m_rows) : asTheyStood());
}

void ChronologyModel::sort(int column, Qt::SortOrder order)
{
    const auto wanted = ChronologyColumn(column);
    const bool isTurned = wanted == m_sortColumn && m_isInOrder;
    m_sortColumn = wanted;
    m_sortOrder = order;
    if (isTurned)
        show(shownOf(m_rows));
    else
        putInOrder();
}

void ChronologyModel::putInOrder()
{
    m_order.stop();
    if (m_sortColumn == ChronologyColumn::Date)
        return takeOrder(std::vector<int>());
    if (m_chronology->size() <= few)
        return takeOrder(rowsByColumn(m_project.reader(), *m_chronology, m_sortColumn, nullptr));
    m_isInOrder = false;
    show(asTheyStood());
    m_order.start<std::vector<int>>(
        [chronology = m_chronology, column = m_sortColumn](const Reader &reader, const JobState &state) {
            return rowsByColumn(reader, *chronology, column, &state);
        },
        [this](Result<std::vector<int>> rows) { takeOrder(std::move(rows)); });
}

void ChronologyModel::takeOrder(Result<std::vector<int>> rows)
{
    if (!rows) {
        Q_EMIT failed(rows.error());
        return;
    }
    m_rows = std::move(*rows);
    m_isInOrder = true;
    show(shownOf(m_rows));
}

std::vector<qint64> ChronologyModel::shownOf(const std::vector<int> &rows) const
{
    std::vector<qint64> ids;
    ids.reserve(size_t(m_chronology->size()));
    const int size = m_chronology->size();
    const bool isTurned = m_sortOrder == Qt::DescendingOrder;
    for (int i = 0; i < size; ++i) {
        const int place = isTurned ? size - 1 - i : i;
        const int row = rows.empty() ? place : rows[size_t(place)];
        if (m_matches->empty() || (*m_matches)[size_t(row)] != Truth::No)
            ids.push_back(m_chronology->id(row).number);
    }
    return ids;
}

std::vector<qint64> ChronologyModel::asTheyStood() const
{
    std::vector<char> isShown(size_t(m_chronology->size()));
    std::vector<qint64> ids;
    const auto add = [&](int row) {
        const bool passes = row >= 0 && (m_matches->empty() || (*m_matches)[size_t(row)] != Truth::No);
        if (passes && !std::exchange(isShown[size_t(row)], 1))
            ids.push_back(m_chronology->id(row).number);
    };
    for (const qint64 id : m_ids)
        add(m_chronology->row({id}));
    for (int row = 0; row < m_chronology->size(); ++row)
        add(row);
    return ids;
}

/// Selections and open editors stay where the rows are the same, in this order or another.
void ChronologyModel::show(std::vector<qint64> ids)
{
    if (ids == m_ids) {
        if (!ids.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    const auto sorted = [](std::vector<qint64> list) {
        std::ranges::sort(list);
        return list;
    };
    if (ids.size() != m_ids.size() || sorted(ids) != sorted(m_ids)) {
        beginResetModel();
        m_ids = std::move(ids);
        endResetModel();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<qint64> held;
    for (const QModelIndex &index : before)
        held.append(m_ids[size_t(index.row())]);
    m_ids = std::move(ids);
    QModelIndexList after;
    QHash<qint64, int> places;
    for (const qint64 id : std::as_const(held))
        places.insert(id, 0);
    for (size_t i = 0; i < m_ids.size() && !places.isEmpty(); ++i) {
        if (const auto found = places.find(m_ids[i]); found != places.end())
            *found = int(i);
    }
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(places.value(held[i]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void ChronologyModel::forget(const Changes &changes)
{
    const QSet<qint64> events = changes.rows.value(u"event"_s);
    const bool isOnlyEvents = changes.whole.isEmpty() && changes.rows.size() == 1 && changes.touches(u"event"_s);
    if (!isOnlyEvents) {
        m_read.clear();
        return;
    }
    for (const qint64 id : events)
        m_read.remove({id});
}

Id<Event> ChronologyModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? Id<Event>{m_ids[size_t(row)]} : Id<Event>();
}

int ChronologyModel::rowOf(Id<Event> id) const
{
    const auto found = std::ranges::find(m_ids, id.number);
    return found == m_ids.end() ? -1 : int(found - m_ids.begin());
}

const ChronologyRow &ChronologyModel::row(int row) const
{
    static const ChronologyRow nothing;
    const Id<Event> id = idAt(row);
    if (const auto known = m_read.constFind(id); known != m_read.constEnd())
        return *known;
    if (m_read.size() > mostKept)
        m_read.clear();
    QList<Id<Event>> ids;
    for (int i = row - row % batch; i < std::min(row - row % batch + batch, rowCount()); ++i)
        ids.append(idAt(i));
    auto read = readChronologyRows(m_project.reader(), ids);
    if (!read) {
        Q_EMIT failed(read.error());
        return nothing;
    }
    m_read.insert(*read);
    const auto found = m_read.constFind(id);
    return found == m_read.constEnd() ? nothing : *found;
}

Truth ChronologyModel::truth(int row) const
{
    const int place = m_matches->empty() ? -1 : m_chronology->row(idAt(row));
    return place < 0 ? Truth::Yes : (*m_matches)[size_t(place)];
}

QString ChronologyModel::laneTitle(int row) const
{
    const Id<Lane> lane = this->row(row).event.lane;
    const auto found = std::ranges::find(lanes(), lane, &Lane::id);
    return lane.isValid() && found != lanes().end() ? found->title : QString();
}

QString ChronologyModel::textAt(int row, ChronologyColumn column) const
{
    return cellText(this->row(row), column, column == ChronologyColumn::Lane ? laneTitle(row) : QString());
}

int ChronologyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int ChronologyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : chronologyColumns;
}

QVariant ChronologyModel::editValue(const ChronologyRow &row, ChronologyColumn column) const
{
    switch (column) {
    case ChronologyColumn::Date:
        return row.event.date;
    case ChronologyColumn::Lane:
        return row.event.lane.number;
    case ChronologyColumn::Certainty:
        return int(row.event.certainty);
    default:
        return cellText(row, column, {});
    }
}

QString ChronologyModel::toolTip(int row, ChronologyColumn column) const
{
    const QString text = textAt(row, column);
    QStringList lines{column == ChronologyColumn::Date ? u"%1 · %2"_s.arg(text, this->row(row).event.date) : text};
    if (column == ChronologyColumn::Sources && !text.isEmpty())
        lines = QStringList{supportText(this->row(row).sources, this->row(row).shaken)};
    if (truth(row) == Truth::Possibly)
        lines.append(tr("Possibly meant by the filter: its date is not certain enough to say."));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QVariant ChronologyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = ChronologyColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return textAt(index.row(), column);
    case Qt::EditRole:
        return editValue(row(index.row()), column);
    case Qt::ToolTipRole:
        return toolTip(index.row(), column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter |
                   (column == ChronologyColumn::Sources || column == ChronologyColumn::Casualties ? Qt::AlignRight : Qt::AlignLeft));
    case TruthRole:
        return int(truth(index.row()));
    case CertaintyRole:
        return int(row(index.row()).event.certainty);
    case ColourRole: {
        const auto lane = std::ranges::find(lanes(), row(index.row()).event.lane, &Lane::id);
        return lane == lanes().end() || !lane->id.isValid() ? -1 : lane->colour;
    }
    default:
        return {};
    }
}

QVariant ChronologyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= chronologyColumns)
        return {};
    const auto column = ChronologyColumn(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (role == Qt::ToolTipRole)
        return column == ChronologyColumn::Sources ? tr("Sources that repeat no other one, of all") : columnTitle(column);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter |
                   (column == ChronologyColumn::Sources || column == ChronologyColumn::Casualties ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

bool ChronologyModel::isEditable(ChronologyColumn column)
{
    return column != ChronologyColumn::Sources && column != ChronologyColumn::Key;
}

Qt::ItemFlags ChronologyModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && isEditable(ChronologyColumn(index.column())) && !m_project.isReadOnly())
        flags |= Qt::ItemIsEditable;
    return index.isValid() ? flags | Qt::ItemNeverHasChildren : flags;
}

bool ChronologyModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    return change({idAt(index.row())}, ChronologyColumn(index.column()), value);
}

} // namespace redoubt
