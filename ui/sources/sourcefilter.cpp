#include "ui/sources/sourcefilter.h"

namespace redoubt {

namespace {

bool isIn(SourceFilter::Grades grades, const Source &source)
{
    const QChar reliability = source.grade.reliability;
    const int credibility = source.grade.credibility;
    switch (grades) {
    case SourceFilter::Grades::All:
        return true;
    case SourceFilter::Grades::Reliable:
        return reliability == u'A' || reliability == u'B';
    case SourceFilter::Grades::Probable:
        return credibility <= 2;
    case SourceFilter::Grades::Doubtful:
        return reliability == u'D' || reliability == u'E' || credibility == 4 || credibility == 5 || source.retracted;
    case SourceFilter::Grades::NotRated:
        return reliability == u'F' || credibility == 6;
    }
    return true;
}

/// A date's text from its first digit: a set's bracket does not count.
QStringView sortable(const QString &edtf)
{
    qsizetype start = 0;
    while (start < edtf.size() && !edtf.at(start).isDigit())
        ++start;
    return QStringView(edtf).sliced(start);
}

} // namespace

SourceFilter::SourceFilter(SourceListModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    sort(0);
}

void SourceFilter::setGrades(Grades grades)
{
    if (std::exchange(m_grades, grades) != grades)
        invalidateRowsFilter();
}

void SourceFilter::setOrder(Order order)
{
    if (std::exchange(m_order, order) != order)
        invalidate();
}

QModelIndex SourceFilter::indexOf(Id<Source> id) const
{
    const int row = m_model.rowOf(id);
    return row < 0 ? QModelIndex() : mapFromSource(m_model.index(row));
}

Id<Source> SourceFilter::at(const QModelIndex &index) const
{
    return index.isValid() ? m_model.card(mapToSource(index).row()).source.id : Id<Source>();
}

bool SourceFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return isIn(m_grades, m_model.card(row).source);
}

bool SourceFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const Source &a = m_model.card(left.row()).source;
    const Source &b = m_model.card(right.row()).source;
    if (m_order == Order::Newest) {
        if (const int order = sortable(a.published).compare(sortable(b.published)); order != 0)
            return order > 0;
    } else if (m_order == Order::Grade) {
        const auto grade = [](const Source &source) {
            return std::pair(source.grade.reliability, source.grade.credibility);
        };
        if (grade(a) != grade(b))
            return grade(a) < grade(b);
    }
    return a.key < b.key;
}

} // namespace redoubt
