#include "ui/workbench/review.h"

#include "app/base/lettinggo.h"
#include "ui/look/look.h"

#include <QDateTime>

#include <numeric>

namespace redoubt {

ReviewFindings::ReviewFindings(QList<Finding> all, QList<Ignoring> ignored)
    : findings(std::move(all))
    , ignorings(std::move(ignored))
{
    rows.reserve(findings.size());
    for (const Finding &finding : std::as_const(findings)) {
        const size_t offers = finding.fix ? qHash(finding.fix->what) : size_t(finding.offers.isEmpty());
        rows.append({qHashMulti(0, finding.rule, int(finding.severity), finding.ignored, finding.message, finding.fix.has_value(), offers),
            finding.range});
        if (finding.ignored.isValid())
            continue;
        ++counts[size_t(finding.severity)];
        if (!finding.range.isEmpty())
            places[size_t(finding.severity)].append(finding.range);
    }
}

Review::Review(Project &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_rules(redoubt::rules())
{
}

void Review::setDraft(Id<Brief> brief, const Draft &draft)
{
    if (brief != m_brief)
        clear();
    m_brief = brief;
    letGo(std::exchange(m_draft, draft));
    m_isRead = true;
    Q_EMIT draftRead();
}

void Review::clear()
{
    m_brief = {};
    m_draft = {};
    m_isRead = false;
    m_isChecked = false;
    m_checkedText.clear();
    m_moves.clear();
    m_found = {};
    Q_EMIT outdated();
    setCurrent(-1);
    Q_EMIT findingsChanged();
}

void Review::outdate()
{
    m_isRead = false;
    Q_EMIT outdated();
}

void Review::moveText(qsizetype position, qsizetype removed, qsizetype added)
{
    Move *last = m_moves.isEmpty() ? nullptr : &m_moves.last();
    // What is typed on is one move.
    if (last && position >= last->position && position + removed <= last->position + last->added)
        last->added += added - removed;
    else
        m_moves.append({position, removed, added});
}

void Review::setFound(const ReviewFindings &found)
{
    const QList<Finding> &findings = found.findings;
    const bool isAnother = !m_isChecked || !m_moves.isEmpty() || findings != m_found.findings || found.ignorings != m_found.ignorings;
    const std::optional<Finding> before = m_current >= 0 ? std::optional(m_found.findings[m_current]) : std::nullopt;
    if (before) {
        const TextRange place = placeOf(before->range);
        const auto same = std::ranges::find_if(findings,
            [&](const Finding &finding) { return finding.rule == before->rule && finding.range.offset == place.offset; });
        m_current = same == findings.end() ? -1 : same - findings.begin();
    }
    letGo(std::exchange(m_found, found));
    m_checkedText = m_draft.text;
    m_moves.clear();
    m_isChecked = true;
    if (isAnother)
        Q_EMIT findingsChanged();
}

int Review::count() const
{
    return std::accumulate(m_found.counts.begin(), m_found.counts.end(), 0);
}

QString Review::reasonOf(const Finding &finding) const
{
    const auto found = std::ranges::find(m_found.ignorings, finding.ignored, &Ignoring::id);
    return finding.ignored.isValid() && found != m_found.ignorings.end() ? found->reason : QString();
}

const Rule &Review::ruleOf(const Finding &finding) const
{
    static const Rule unknown;
    const auto found = std::ranges::find(m_rules, finding.rule, &Rule::id);
    return found == m_rules.end() ? unknown : *found;
}

qsizetype Review::placeOf(qsizetype position) const
{
    for (const Move &move : m_moves) {
        if (position >= move.position + move.removed)
            position += move.added - move.removed;
        else if (position > move.position)
            position = std::min(position, move.position + move.added);
    }
    return position;
}

TextRange Review::placeOf(TextRange range) const
{
    const qsizetype start = placeOf(range.offset);
    // What is typed behind the last letter is not part of it.
    const qsizetype end = range.isEmpty() ? start : placeOf(range.end() - 1) + 1;
    return {start, std::max<qsizetype>(0, end - start)};
}

qsizetype Review::findingAt(qsizetype position) const
{
    qsizetype best = -1;
    for (qsizetype i = 0; i < m_found.findings.size(); ++i) {
        const Finding &finding = m_found.findings[i];
        const TextRange place = placeOf(finding.range);
        if (place.offset > position)
            break;
        if (finding.ignored.isValid() || !place.touches(position))
            continue;
        const auto rank = [](const Finding &one) { return std::pair(one.severity, one.range.length); };
        if (best < 0 || rank(finding) < rank(m_found.findings[best]))
            best = i;
    }
    return best;
}

qsizetype Review::firstFrom(qsizetype position) const
{
    const auto place = [this](const Finding &finding) { return placeOf(finding.range.offset); };
    return std::ranges::lower_bound(m_found.findings, position, {}, place) - m_found.findings.begin();
}

QList<qsizetype> Review::findingsIn(TextRange stretch) const
{
    QList<qsizetype> found;
    for (qsizetype i = firstFrom(stretch.offset); i < m_found.findings.size() && placeOf(m_found.findings[i].range.offset) <= stretch.end(); ++i) {
        if (!m_found.findings[i].ignored.isValid())
            found.append(i);
    }
    return found;
}

qsizetype Review::findingFrom(TextRange from, bool forward) const
{
    const qsizetype size = m_found.findings.size();
    const bool isAtCurrent = m_current >= 0 && placeOf(m_found.findings[m_current].range) == from;
    const qsizetype start = !isAtCurrent ? firstFrom(from.offset) : forward ? m_current + 1 : m_current;
    for (qsizetype step = 0; step < size; ++step) {
        const qsizetype index = forward ? (start + step) % size : (start - 1 - step + 2 * size) % size;
        if (!m_found.findings[index].ignored.isValid())
            return index;
    }
    return -1;
}

void Review::setCurrent(qsizetype finding)
{
    m_current = finding;
    Q_EMIT currentChanged(finding);
}

Result<> Review::apply(const QList<Fix> &fixes)
{
    QList<Replacement> replacements;
    for (const Fix &fix : fixes)
        replacements.append({placeOf(fix.range), m_checkedText.sliced(fix.range.offset, fix.range.length), fix.replacement});
    if (m_replace && m_replace(replacements) > 0)
        return {};
    return failure(tr("The text was left as it is."), tr("It has changed there since it was checked."), tr("Wait a moment, and try again."));
}

QList<Fix> Review::certainFixes(const QString &rule) const
{
    QList<Fix> fixes;
    for (const Finding &finding : m_found.findings) {
        if (finding.rule == rule && finding.fix && !finding.ignored.isValid())
            fixes.append(*finding.fix);
    }
    return fixes;
}

Result<> Review::ignore(const Finding &finding, const QString &text, const QString &reason)
{
    return m_project.edit(tr("Let “%1” stand").arg(ruleOf(finding).title), [&](Writer &writer) {
        return ignoreFinding(writer, m_brief, finding, text, reason, QDateTime::currentDateTimeUtc());
    });
}

Result<> Review::takeBack(const Finding &finding)
{
    return m_project.edit(tr("Let “%1” count again").arg(ruleOf(finding).title),
        [&](Writer &writer) { return dropIgnoring(writer, finding.ignored); });
}

QString severityGlyph(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"●"_s;
    case Severity::Warning:
        return u"▲"_s;
    case Severity::Note:
        return u"■"_s;
    }
    return {};
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Review::tr("Error");
    case Severity::Warning:
        return Review::tr("Warning");
    case Severity::Note:
        return Review::tr("Note");
    }
    return {};
}

QColor severityColour(Severity severity, const QPalette &palette)
{
    const look::Colours &colours = look::colours(palette);
    switch (severity) {
    case Severity::Error:
        return colours.notFound;
    case Severity::Warning:
        return colours.altered;
    case Severity::Note:
        return colours.inkFaint;
    }
    return {};
}

} // namespace redoubt
