// What the margin shows of the findings.
#include "ui/brief/briefmargin.h"
#include "ui/brief/brieftextedit.h"
#include "ui/look/look.h"
#include "ui/workbench/review.h"

#include <QPainter>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace redoubt {

void BriefMargin::setReview(const Review &review)
{
    m_review = &review;
    connect(&review, &Review::findingsChanged, this, qOverload<>(&QWidget::update));
}

/// A quotation or a citation whose state the margin shows.
bool BriefMargin::hasEntry(TextRange place) const
{
    const auto [first, behind] = std::ranges::equal_range(m_entries, place.offset, {}, [](const Entry &entry) { return entry.range.offset; });
    return std::any_of(first, behind, [&](const Entry &entry) { return entry.range.length == place.length; });
}

QList<BriefMargin::FindingLine> BriefMargin::findingLines() const
{
    QList<FindingLine> lines;
    if (!m_review)
        return lines;
    qsizetype end = -1; // of the last line
    for (const qsizetype index : m_review->findingsIn(m_editor.shownRange())) {
        const TextRange place = m_review->placeOf(m_review->findings().at(index).range);
        if (hasEntry(place))
            continue;
        if (place.offset >= end) {
            const QTextBlock block = m_editor.document()->findBlock(int(place.offset));
            const QTextLine line = block.layout()->lineForTextPosition(int(place.offset) - block.position());
            const bool isLast = !line.isValid() || line.lineNumber() + 1 == block.layout()->lineCount();
            end = block.position() + (isLast ? block.length() : line.textStart() + line.textLength());
            lines.append({m_editor.lineOf(place.offset), {}});
        }
        lines.last().findings.append(index);
    }
    for (FindingLine &line : lines)
        std::ranges::stable_sort(line.findings, {}, [this](qsizetype index) { return m_review->findings().at(index).severity; });
    return lines;
}

QList<BriefMargin::FindingMark> BriefMargin::findingMarks() const
{
    return marksOf(shown());
}

QList<BriefMargin::FindingMark> BriefMargin::marksOf(const Shown &shown) const
{
    QList<FindingMark> marks;
    for (const FindingLine &line : shown.findings) {
        const int top = markRect(line.line, 0, 1).top();
        const auto beside = std::ranges::count_if(shown.entries, [top](const auto &entry) { return entry.second.top() == top; });
        marks.append({markRect(line.line, 0, 1 + int(beside)), line.findings});
    }
    return marks;
}

void BriefMargin::paintFindings(QPainter &painter, const QList<FindingMark> &marks) const
{
    painter.setFont(look::font(look::Text::Caption));
    for (const FindingMark &mark : marks) {
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
