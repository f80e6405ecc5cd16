#include "ui/brief/versions/comparisonmodel.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

using Kind = ComparisonRow::Kind;

/// Longer stretches are shortened: what has not changed, and what has.
constexpr qsizetype longestSame = 700;
constexpr qsizetype longestChange = 4000;
constexpr qsizetype longestCell = 20'000;
constexpr qsizetype fewestFolded = 2;

/// Without the runs of one kind.
QList<TextRun> shownRuns(const QList<TextRun> &runs, std::optional<TextRun::Kind> without = {})
{
    QList<TextRun> shown;
    qsizetype length = 0;
    for (const TextRun &run : shortenedRuns(runs, longestSame, longestChange)) {
        if (run.kind == without || length > longestCell)
            continue;
        shown.append(run);
        length += run.text.size();
    }
    if (length > longestCell)
        shown.append({TextRun::Kind::Unchanged, u" […]"_s});
    return shown;
}

QList<TextRun> whole(const QString &text, TextRun::Kind kind)
{
    return shownRuns({{kind, text}});
}

QString sectionName(const QString &section)
{
    return section.isEmpty() ? ComparisonModel::tr("the beginning") : u"§ "_s + section;
}

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Same: return ComparisonModel::tr("unchanged");
    case Kind::Changed: return ComparisonModel::tr("changed");
    case Kind::Added: return ComparisonModel::tr("added");
    case Kind::Removed: return ComparisonModel::tr("removed");
    case Kind::MovedHere:
    case Kind::MovedAway: return ComparisonModel::tr("moved");
    }
    return {};
}

QString movedText(const ComparisonRow &row)
{
    if (row.kind == Kind::MovedAway)
        return ComparisonModel::tr("moved to %1").arg(sectionName(row.otherSection));
    return row.runs.isEmpty() ? ComparisonModel::tr("moved from %1").arg(sectionName(row.otherSection))
                              : ComparisonModel::tr("moved from %1 and changed").arg(sectionName(row.otherSection));
}

/// What stands in the column of the earlier version.
ComparisonCell earlierCell(const ComparisonRow &row)
{
    switch (row.kind) {
    case Kind::Same: return {{}, whole(row.before, TextRun::Kind::Unchanged), true};
    case Kind::Changed: return {{}, shownRuns(row.runs, TextRun::Kind::Added)};
    case Kind::Removed: return {{}, whole(row.before, TextRun::Kind::Removed)};
    case Kind::MovedAway: return {movedText(row), whole(row.before, TextRun::Kind::Unchanged)};
    case Kind::Added:
    case Kind::MovedHere: return {};
    }
    return {};
}

ComparisonCell laterCell(const ComparisonRow &row)
{
    switch (row.kind) {
    case Kind::Same: return {{}, whole(row.after, TextRun::Kind::Unchanged), true};
    case Kind::Changed: return {{}, shownRuns(row.runs, TextRun::Kind::Removed)};
    case Kind::Added: return {{}, whole(row.after, TextRun::Kind::Added)};
    case Kind::MovedHere:
        return {movedText(row), row.runs.isEmpty() ? whole(row.after, TextRun::Kind::Unchanged) : shownRuns(row.runs, TextRun::Kind::Removed)};
    case Kind::Removed:
    case Kind::MovedAway: return {};
    }
    return {};
}

/// Both laid over each other.
ComparisonCell inlineCell(const ComparisonRow &row)
{
    if (row.kind == Kind::MovedAway)
        return {movedText(row), whole(row.before, TextRun::Kind::Unchanged), true};
    if (!row.runs.isEmpty())
        return {row.kind == Kind::MovedHere ? movedText(row) : QString(), shownRuns(row.runs)};
    return row.kind == Kind::Removed ? earlierCell(row) : laterCell(row);
}

} // namespace

void ComparisonModel::setComparison(const VersionComparison &comparison, const QString &earlier, const QString &later)
{
    beginResetModel();
    m_comparison = comparison;
    m_earlier = earlier;
    m_later = later;
    fold();
    endResetModel();
}

void ComparisonModel::setTitles(const QString &earlier, const QString &later)
{
    m_earlier = earlier;
    m_later = later;
    Q_EMIT headerDataChanged(Qt::Horizontal, First, columnCount() - 1);
}

void ComparisonModel::setArrangement(Arrangement arrangement)
{
    beginResetModel();
    m_arrangement = arrangement;
    endResetModel();
}

void ComparisonModel::fold()
{
    m_lines.clear();
    const QList<ComparisonRow> &rows = m_comparison.rows;
    const auto isSame = [&](qsizetype row) { return row >= 0 && row < rows.size() && rows[row].kind == Kind::Same; };
    for (qsizetype row = 0; row < rows.size();) {
        qsizetype end = row;
        while (isSame(end))
            ++end;
        const qsizetype from = row > 0 && end > row ? row + 1 : row;
        const qsizetype to = end < rows.size() && end > from ? end - 1 : end;
        const bool isFolded = to - from >= fewestFolded;
        for (qsizetype i = row; i < (isFolded ? from : end); ++i)
            m_lines.append({i, 0});
        if (isFolded)
            m_lines.append({from, to - from});
        for (qsizetype i = to; isFolded && i < end; ++i)
            m_lines.append({i, 0});
        if (end < rows.size())
            m_lines.append({end++, 0});
        row = end;
    }
    findChanges();
}

void ComparisonModel::findChanges()
{
    m_changes.clear();
    for (int line = 0; line < m_lines.size(); ++line) {
        const Kind kind = m_comparison.rows.at(m_lines[line].row).kind;
        if (kind != Kind::Same && kind != Kind::MovedAway)
            m_changes.append(line);
    }
}

void ComparisonModel::unfold(int row)
{
    const Line line = m_lines.at(row);
    if (line.folded == 0)
        return;
    beginInsertRows({}, row + 1, row + int(line.folded) - 1);
    QList<Line> open;
    for (qsizetype i = 0; i < line.folded; ++i)
        open.append({line.row + i, 0});
    m_lines = m_lines.first(row) + open + m_lines.sliced(row + 1);
    findChanges();
    endInsertRows();
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int ComparisonModel::otherPlace(int row) const
{
    const Line &line = m_lines.at(row);
    const qsizetype other = line.folded > 0 ? -1 : m_comparison.rows.at(line.row).otherRow;
    if (other < 0)
        return -1;
    return int(std::ranges::lower_bound(m_lines, other, {}, &Line::row) - m_lines.begin());
}

QString ComparisonModel::wording(int row) const
{
    const Line &line = m_lines.at(row);
    const ComparisonRow &shown = m_comparison.rows.at(line.row);
    return line.folded > 0 ? QString() : shown.before.isEmpty() ? shown.after : shown.before;
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_arrangement == Arrangement::SideBySide ? 3 : 2;
}

ComparisonCell ComparisonModel::cell(const Line &line, int column) const
{
    if (column == Mark)
        return {};
    if (line.folded > 0)
        return {column == First ? tr("⋯ %n paragraph(s) unchanged", nullptr, int(line.folded)) : QString(), {}, true};
    const ComparisonRow &row = m_comparison.rows.at(line.row);
    if (m_arrangement == Arrangement::Inline)
        return inlineCell(row);
    return column == First ? earlierCell(row) : laterCell(row);
}

QString ComparisonModel::mark(const Line &line) const
{
    const ComparisonRow &row = m_comparison.rows.at(line.row);
    switch (row.kind) {
    case Kind::Same: return {};
    case Kind::Changed: return u"≠"_s;
    case Kind::Added: return u"+"_s;
    case Kind::Removed: return u"−"_s;
    case Kind::MovedHere: return row.otherRow < line.row ? u"↧"_s : u"↥"_s;
    case Kind::MovedAway: return row.otherRow > line.row ? u"↧"_s : u"↥"_s;
    }
    return {};
}

/// What a change is, in words, for those who do not see it.
QString ComparisonModel::spoken(const Line &line, int column) const
{
    if (column == Mark)
        return line.folded > 0 ? QString() : kindText(m_comparison.rows.at(line.row).kind);
    const ComparisonCell shown = cell(line, column);
    QString words = shown.label;
    if (!words.isEmpty() && !shown.runs.isEmpty())
        words += u": "_s;
    for (const TextRun &run : shown.runs) {
        words += run.kind == TextRun::Kind::Added     ? tr("[added: %1]").arg(run.text)
                 : run.kind == TextRun::Kind::Removed ? tr("[removed: %1]").arg(run.text)
                                                      : run.text;
    }
    return words;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == CellRole)
        return QVariant::fromValue(cell(line, index.column()));
    if (role == Qt::DisplayRole && index.column() == Mark)
        return mark(line);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return spoken(line, index.column());
    if (role == Qt::ToolTipRole && index.column() == Mark)
        return spoken(line, Mark);
    if (role == Qt::ToolTipRole && line.folded > 0)
        return tr("Show them (Return)");
    return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section == Mark)
        return {};
    if (m_arrangement == Arrangement::Inline)
        return tr("%1 → %2").arg(m_earlier, m_later);
    return section == First ? m_earlier : m_later;
}

} // namespace redoubt
