#include "ui/timeline/importpreviewmodel.h"

#include "app/timeline/datetext.h"

using namespace Qt::StringLiterals;

namespace redoubt {

ImportPreviewModel::ImportPreviewModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ImportPreviewModel::setRows(QList<ImportedRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

qsizetype ImportPreviewModel::wrongRows() const
{
    return std::ranges::count_if(m_rows, [](const ImportedRow &row) { return !row.problem.isEmpty(); });
}

int ImportPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString ImportPreviewModel::text(const ImportedRow &row, int column) const
{
    if (column == Line)
        return QLocale().toString(row.line);
    if (!row.problem.isEmpty())
        return column == Title ? u"✕ "_s + row.problem : QString();
    const ImportedEvent &event = row.event;
    switch (column) {
    case Date: {
        const auto date = readEdtf(event.date);
        return date ? dateText(*date) : event.date;
    }
    case Title:
        return event.title;
    case LaneTitle:
        return event.lane;
    case Place:
        return event.place;
    case Actors:
        return event.actors.join(u", "_s);
    case Casualties: {
        const auto number = event.casualtiesBest ? event.casualtiesBest : event.casualtiesLow;
        return number ? QLocale().toString(*number) : QString();
    }
    case Source: {
        QStringList titles;
        for (const ImportedSource &source : event.sources)
            titles.append(source.title);
        return titles.join(u", "_s);
    }
    default:
        return {};
    }
}

QVariant ImportPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportedRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Date && row.problem.isEmpty() ? row.event.date : text(row, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Line || index.column() == Casualties ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columns)
        return {};
    static constexpr std::array names{QT_TR_NOOP("Line"), QT_TR_NOOP("Date"), QT_TR_NOOP("Title"), QT_TR_NOOP("Lane"), QT_TR_NOOP("Place"),
        QT_TR_NOOP("Actors"), QT_TR_NOOP("Casualties"), QT_TR_NOOP("Sources")};
    return tr(names[size_t(section)]);
}

} // namespace redoubt
