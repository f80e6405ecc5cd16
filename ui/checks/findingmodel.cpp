#include "ui/checks/findingmodel.h"

#include "app/base/lettinggo.h"

namespace redoubt {

FindingModel::FindingModel(const Review &review, QObject *parent)
    : QAbstractListModel(parent)
    , m_review(review)
{
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size() - m_gap.length);
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Finding &finding = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return finding.message;
    case Qt::ToolTipRole:
        return toolTip(finding);
    case Qt::AccessibleTextRole:
        return spoken(finding);
    case FindingRole:
        return QVariant::fromValue(&finding);
    case AboutRole:
        return about(finding);
    case FixRole:
        return finding.ignored.isValid() ? tr("Take back")
            : finding.fix               ? finding.fix->what
            : finding.offers.isEmpty()  ? QString()
                                        : tr("Replace by…");
    default:
        return {};
    }
}

void FindingModel::refresh()
{
    const QList<ReviewFindings::Row> wanted = m_review.found().rows;
    const qsizetype longer = m_review.checkedText().size() - std::exchange(m_textSize, m_review.checkedText().size());
    const qsizetype shorter = std::min(m_rows.size(), wanted.size());
    // Where one wrote between them, those before stay at their places, and those behind move together with the end of the text.
    const auto staysBefore = [](const ReviewFindings::Row &a, const ReviewFindings::Row &b) { return a.look == b.look && a.range.offset == b.range.offset; };
    const auto staysBehind = [longer](const ReviewFindings::Row &a, const ReviewFindings::Row &b) { return a.look == b.look && a.range.end() + longer == b.range.end(); };
    qsizetype same = 0;
    while (same < shorter && staysBefore(m_rows[same], wanted[same]))
        ++same;
    qsizetype sameAtEnd = 0;
    while (same + sameAtEnd < shorter && staysBehind(m_rows[m_rows.size() - 1 - sameAtEnd], wanted[wanted.size() - 1 - sameAtEnd]))
        ++sameAtEnd;
    if (const qsizetype gone = m_rows.size() - same - sameAtEnd; gone > 0) {
        beginRemoveRows({}, int(same), int(same + gone - 1));
        m_gap = {same, gone};
        endRemoveRows();
    }
    const qsizetype come = wanted.size() - same - sameAtEnd;
    if (come > 0)
        beginInsertRows({}, int(same), int(same + come - 1));
    letGo(std::exchange(m_findings, m_review.findings()));
    m_rows = wanted;
    m_gap = {};
    if (come > 0)
        endInsertRows();
}

QString FindingModel::about(const Finding &finding) const
{
    const DraftSection *section = m_review.draft().sectionAt(finding.range.offset);
    QStringList parts{m_review.ruleOf(finding).title};
    if (section)
        parts.append(tr("§ %1").arg(section->entry.text));
    if (finding.ignored.isValid())
        parts.prepend(tr("Ignored: %1").arg(m_review.reasonOf(finding)));
    return parts.join(u" · "_s);
}

QString FindingModel::toolTip(const Finding &finding) const
{
    return u"<p>%1 %2<br>%3</p><p>%4</p>"_s.arg(severityGlyph(finding.severity), severityText(finding.severity),
        finding.message.toHtmlEscaped(), m_review.ruleOf(finding).explanation.toHtmlEscaped());
}

QString FindingModel::spoken(const Finding &finding) const
{
    QStringList parts{u"%1: %2"_s.arg(severityText(finding.severity), finding.message), about(finding)};
    if (finding.fix && !finding.ignored.isValid())
        parts.append(tr("Fix: %1").arg(finding.fix->what));
    return parts.join(u' ');
}

} // namespace redoubt
