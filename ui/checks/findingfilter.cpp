#include "ui/checks/findingfilter.h"

#include "app/base/folding.h"

namespace redoubt {

FindingFilter::FindingFilter(FindingModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void FindingFilter::setText(const QString &text)
{
    QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
    if (std::exchange(m_words, words) != words)
        invalidateRowsFilter();
}

void FindingFilter::setSeverityShown(Severity severity, bool isShown)
{
    if (isShown)
        m_hidden.remove(severity);
    else
        m_hidden.insert(severity);
    invalidateRowsFilter();
}

void FindingFilter::setRule(const QString &rule)
{
    if (std::exchange(m_rule, rule) != rule)
        invalidateRowsFilter();
}

void FindingFilter::setIgnoredShown(bool isShown)
{
    if (std::exchange(m_isIgnoredShown, isShown) != isShown)
        invalidateRowsFilter();
}

void FindingFilter::setOrder(Order order)
{
    m_order = order;
    invalidate();
    // The model's own order is that of the places.
    sort(order == Order::Place ? -1 : 0);
}

const Finding *FindingFilter::at(const QModelIndex &index) const
{
    return index.isValid() ? &m_model.at(mapToSource(index).row()) : nullptr;
}

QModelIndex FindingFilter::indexOf(qsizetype finding) const
{
    return finding < 0 || finding >= m_model.rowCount() ? QModelIndex() : mapFromSource(m_model.index(int(finding)));
}

bool FindingFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Finding &finding = m_model.at(row);
    if (finding.ignored.isValid() && !m_isIgnoredShown)
        return false;
    if (m_hidden.contains(finding.severity) || (!m_rule.isEmpty() && finding.rule != m_rule))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString searched = folded(QStringList{severityText(finding.severity), finding.message,
        m_model.index(row).data(FindingModel::AboutRole).toString()}.join(u' '));
    return std::ranges::all_of(m_words, [&](const QString &word) { return searched.contains(word); });
}

bool FindingFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const Finding &a = m_model.at(left.row());
    const Finding &b = m_model.at(right.row());
    if (m_order == Order::Severity && a.severity != b.severity)
        return a.severity < b.severity;
    if (m_order == Order::Rule && a.rule != b.rule)
        return m_model.review().ruleOf(a).title.localeAwareCompare(m_model.review().ruleOf(b).title) < 0;
    return left.row() < right.row();
}

} // namespace redoubt
