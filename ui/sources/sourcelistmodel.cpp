#include "ui/sources/sourcelistmodel.h"

#include "app/sources/resting.h"
#include "ui/sources/sourcetext.h"
#include "ui/workbench/draggedtext.h"

#include <QMimeData>

namespace redoubt {

namespace {

/// The tables of which a row makes a source's card say something else.
const QStringList hangingTables{u"capture"_s, u"excerpt"_s, u"event_source"_s, u"origin"_s};

/// Above this many sources at once, loading all is quicker.
constexpr qsizetype manySources = 500;

} // namespace

SourceListModel::SourceListModel(const Project &project, QObject *parent)
    : QAbstractListModel(parent)
    , m_project(project)
{
    load();
    connect(&project, &Project::changed, this, &SourceListModel::refresh);
}

int SourceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant SourceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SourceCard &card = m_cards.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return card.source.title;
    case Qt::ToolTipRole:
        return sourcetext::toolTip(card, title(card.source.origin), fallen(card.source));
    case Qt::AccessibleTextRole:
        return sourcetext::spoken(card, title(card.source.origin), fallen(card.source));
    case CardRole:
        return QVariant::fromValue(card);
    case OriginRole:
        return title(card.source.origin);
    case RelatedRole:
        return m_related.contains(card.source.id);
    case FallenRole:
        return fallen(card.source);
    default:
        return {};
    }
}

Qt::ItemFlags SourceListModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList SourceListModel::mimeTypes() const
{
    return {u"text/plain"_s};
}

QMimeData *SourceListModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList citations;
    for (const QModelIndex &index : indexes)
        citations.append(u'@' + m_cards.at(index.row()).source.key);
    return draggedText(u'[' + citations.join(u"; "_s) + u']');
}

QString SourceListModel::fallen(const Source &source) const
{
    return source.retracted ? QString() : title(m_retractions.value(source.id));
}

/// A retraction, or another origin, concerns rows that have not changed themselves.
void SourceListModel::refreshFallen()
{
    const auto now = retractions(m_project.reader());
    if (!now) {
        Q_EMIT failed(now.error());
        return;
    }
    const QHash<Id<Source>, Id<Source>> before = std::exchange(m_retractions, *now);
    QSet<Id<Source>> turned;
    for (const Id<Source> source : before.keys() + now->keys()) {
        if (before.value(source) != now->value(source))
            turned.insert(source);
    }
    reportRows(turned, {FallenRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

QString SourceListModel::title(Id<Source> id) const
{
    const int row = rowOf(id);
    return row < 0 ? QString() : m_cards.at(row).source.title;
}

void SourceListModel::setRelated(const QSet<Id<Source>> &related)
{
    const QSet<Id<Source>> before = std::exchange(m_related, related);
    reportRows((before | related) - (before & related), {RelatedRole});
}

void SourceListModel::load()
{
    std::optional<Error> first;
    const auto taken = [&first](auto read) {
        if (!read && !first)
            first = read.error();
        return read ? std::move(*read) : std::decay_t<decltype(*read)>();
    };
    beginResetModel();
    m_rows.clear();
    m_owners.clear();
    m_cards = taken(sourceCards(m_project.reader()));
    m_retractions = taken(retractions(m_project.reader()));
    for (int row = 0; row < m_cards.size(); ++row)
        m_rows.insert(m_cards.at(row).source.id, row);
    for (const QString &table : hangingTables)
        m_owners.insert(table, taken(sourcesOfRows(m_project.reader(), table)));
    endResetModel();
    // Soon: the first time nobody listens yet.
    if (first)
        QMetaObject::invokeMethod(this, [this, error = *first] { Q_EMIT failed(error); }, Qt::QueuedConnection);
}

void SourceListModel::refresh(const Changes &changes)
{
    if (changes.whole.contains(u"source"_s) || changes.whole.intersects(QSet(hangingTables.begin(), hangingTables.end())))
        return load();
    const QSet<Id<Source>> ids = concerned(changes);
    if (ids.size() > manySources)
        return load();
    for (const Id<Source> id : ids)
        refreshRow(id);
    if (changes.touchesAny({u"source", u"origin"}))
        refreshFallen();
    if (!changes.touches(u"source"_s))
        return;
    // Those that repeat a source show its title.
    QSet<Id<Source>> repeating;
    for (const SourceCard &card : std::as_const(m_cards)) {
        if (card.source.origin.isValid() && ids.contains(card.source.origin))
            repeating.insert(card.source.id);
    }
    reportRows(repeating, {OriginRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

QSet<Id<Source>> SourceListModel::concerned(const Changes &changes)
{
    QSet<Id<Source>> ids;
    for (const qint64 number : changes.rows.value(u"source"_s))
        ids.insert({number});
    for (const QString &table : hangingTables) {
        auto &owners = m_owners[table];
        for (const qint64 number : changes.rows.value(table)) {
            if (const auto before = owners.constFind(number); before != owners.constEnd())
                ids.insert(*before);
            const auto owner = sourceOfRow(m_project.reader(), table, number);
            if (!owner) {
                Q_EMIT failed(owner.error());
                return ids;
            }
            if (owner->isValid()) {
                owners.insert(number, *owner);
                ids.insert(*owner);
            } else {
                owners.remove(number);
            }
        }
    }
    return ids;
}

void SourceListModel::refreshRow(Id<Source> id)
{
    const auto card = sourceCard(m_project.reader(), id);
    if (!card) {
        Q_EMIT failed(card.error());
        return;
    }
    const int row = rowOf(id);
    if (!*card) {
        if (row >= 0)
            removeRow(row);
        return;
    }
    if (row < 0) {
        const int last = int(m_cards.size());
        beginInsertRows({}, last, last);
        m_cards.append(**card);
        m_rows.insert(id, last);
        endInsertRows();
    } else if (m_cards.at(row) != **card) {
        m_cards[row] = **card;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void SourceListModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.remove(m_cards.at(row).source.id);
    m_cards.removeAt(row);
    for (int below = row; below < m_cards.size(); ++below)
        m_rows[m_cards.at(below).source.id] = below;
    endRemoveRows();
}

void SourceListModel::reportRows(const QSet<Id<Source>> &ids, const QList<int> &roles)
{
    for (const Id<Source> id : ids) {
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), roles);
    }
}

} // namespace redoubt
