// What the margin shows of the findings.
#include "ui/brief/briefmargin.h"
#include "ui/brief/brieftextedit.h"
#include "ui/look/look.h"
#include "ui/workbench/review.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace redoubt {

void BriefMargin::setReview(const Review &review)
{
    m_review = &review;
    connect(&review, &Review::findingsChanged, this, qOverload<>(&QWidget::update));
}

QList<BriefMargin::FindingLine> BriefMargin::findingLines() const
{
    QList<FindingLine> lines;
    if (!m_review)
        return lines;
    for (const qsizetype index : m_review->findingsIn(m_editor.shownRange())) {
        const TextRange place = m_review->placeOf(m_review->findings().at(index).range);
        const auto isSame = [&](const Placed &placed) {
            return placed.cursor.position() == place.offset && placed.entry.range.length == place.length;
        };
        if (std::ranges::any_of(m_entries, isSame))
            continue;
        const QRect line = m_editor.lineOf(place.offset);
        if (lines.isEmpty() || lines.last().line.top() != line.top())
            lines.append({line, {}});
        lines.last().findings.append(index);
    }
    for (FindingLine &line : lines) {
        std::ranges::stable_sort(line.findings, {}, [this](qsizetype index) { return m_review->findings().at(index).severity; });
    }
    return lines;
}

QList<BriefMargin::FindingMark> BriefMargin::findingMarks() const
{
    QList<FindingMark> marks;
    for (const FindingLine &line : findingLines())
        marks.append({markRect(line.line, 0, 1), line.findings});
    return marks;
}

void BriefMargin::paintFindings(QPainter &painter) const
{
    painter.setFont(look::font(look::Text::Caption));
    for (const FindingMark &mark : findingMarks()) {
        const Severity severity = m_review->findings().at(mark.findings.first()).severity;
        painter.setPen(severityColour(severity, palette()));
        painter.drawText(mark.place, Qt::AlignCenter, severityGlyph(severity));
    }
}

QString BriefMargin::findingsAt(QPoint point) const
{
    QString text;
    for (const FindingMark &mark : findingMarks()) {
        if (!mark.place.contains(point))
            continue;
        for (const qsizetype index : mark.findings) {
            const Finding &finding = m_review->findings().at(index);
            text += u"<p>%1 %2<br>%3</p>"_s.arg(
                severityGlyph(finding.severity), m_review->ruleOf(finding).title.toHtmlEscaped(), finding.message.toHtmlEscaped());
        }
    }
    return text;
}

bool BriefMargin::chooseFinding(QPoint point)
{
    for (const FindingMark &mark : findingMarks()) {
        if (!mark.place.contains(point))
            continue;
        const qsizetype at = mark.findings.indexOf(m_review->current());
        Q_EMIT findingChosen(mark.findings.at((at + 1) % mark.findings.size()));
        return true;
    }
    return false;
}

} // namespace redoubt
