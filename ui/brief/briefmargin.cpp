#include "ui/brief/briefmargin.h"

#include "app/base/lettinggo.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/quotationstate.h"
#include "ui/look/look.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

bool isRetraction(const BriefMargin::Entry &entry)
{
    return !entry.retracted.isEmpty();
}

QString glyphOf(const BriefMargin::Entry &entry)
{
    return isRetraction(entry) ? u"⊘"_s : quotationGlyph(entry.status);
}

QColor colourOf(const BriefMargin::Entry &entry, const QPalette &palette)
{
    return isRetraction(entry) ? look::colours(palette).notFound : quotationColour(entry.status, palette);
}

constexpr qsizetype mostDescribed = 50; // to a screen reader, in one go
constexpr auto offsetOf = [](const auto &placed) { return placed.range.offset; };

} // namespace

BriefMargin::BriefMargin(BriefTextEdit &editor)
    : QWidget(&editor)
    , m_editor(editor)
{
    setMouseTracking(true);
    setAccessibleName(tr("States of quotations, and findings"));
    connect(&editor, &BriefTextEdit::marginMoved, this, &BriefMargin::fit);
    connect(editor.document(), &QTextDocument::contentsChange, this, &BriefMargin::follow);
    fit();
}

void BriefMargin::fit()
{
    setGeometry(m_editor.marginArea());
    update();
}

void BriefMargin::follow(int from, int removed, int added)
{
    if (removed == added)
        return; // only the looks, or letters for letters
    const auto move = [&](auto &list) {
        for (auto placed = std::ranges::lower_bound(list, from, {}, offsetOf); placed != list.end(); ++placed)
            placed->range.offset = placed->range.offset < from + removed ? from + added : placed->range.offset + added - removed;
    };
    move(m_entries);
    move(m_headings);
}

void BriefMargin::setEntries(const QList<Entry> &entries, const QList<Heading> &headings)
{
    m_headings = headings;
    QList<Entry> before = std::exchange(m_entries, entries);
    if (m_hasRetractions)
        std::ranges::copy_if(before, std::back_inserter(m_entries), isRetraction);
    letGo(std::move(before));
    entriesChanged();
}

void BriefMargin::setRetractions(const QList<Entry> &entries)
{
    if (!m_hasRetractions && entries.isEmpty())
        return;
    m_entries.removeIf(isRetraction);
    m_hasRetractions = !entries.isEmpty();
    m_entries += entries;
    entriesChanged();
}

void BriefMargin::entriesChanged()
{
    if (!std::ranges::is_sorted(m_entries, {}, offsetOf))
        std::ranges::stable_sort(m_entries, {}, offsetOf);
    setAccessibleDescription(shownEntries(mostDescribed).join(u'\n'));
    update();
}

/// Marks go from right to left, the first one of a line nearest to it; many of a line stand closer.
QRect BriefMargin::markRect(QRect line, int before, int all) const
{
    const int height = fontMetrics().height();
    const int side = std::min(height, width() / all);
    const int right = width() - before * side;
    return {right - side, line.center().y() - height / 2, side, height};
}

bool BriefMargin::standsBeside(const QList<FindingLine> &found, QRect line)
{
    return std::ranges::contains(found, line.top(), [](const FindingLine &one) { return one.line.top(); });
}

BriefMargin::Shown BriefMargin::shown() const
{
    QList<FindingLine> found = findingLines();
    QList<PlacedEntry> entries = placedEntries(found);
    return {std::move(found), std::move(entries)};
}

QList<BriefMargin::PlacedEntry> BriefMargin::placedEntries(const QList<FindingLine> &found) const
{
    QList<PlacedEntry> list;
    const TextRange shown = m_editor.shownRange();
    const auto first = std::ranges::lower_bound(m_entries, shown.offset, {}, offsetOf);
    for (auto entry = first; entry != m_entries.end() && entry->range.offset <= shown.end(); ++entry) {
        if (m_editor.isUnfolded(entry->range.offset))
            list.append({entry - m_entries.begin(), m_editor.lineOf(entry->range.offset)});
    }
    const auto isOtherLine = [](const auto &a, const auto &b) { return a.second.top() != b.second.top(); };
    for (auto next = list.begin(); next != list.end();) {
        auto behind = std::adjacent_find(next, list.end(), isOtherLine);
        behind = behind == list.end() ? behind : std::next(behind);
        int before = standsBeside(found, next->second) ? 1 : 0;
        const int all = int(behind - next) + before;
        for (; next != behind; ++next, ++before)
            next->second = markRect(next->second, before, all);
    }
    return list;
}

QRect BriefMargin::entryRect(qsizetype index) const
{
    const QList<PlacedEntry> visible = shown().entries;
    const auto found = std::ranges::find(visible, index, &PlacedEntry::first);
    return found == visible.end() ? QRect() : found->second;
}

qsizetype BriefMargin::entryAt(QPoint point) const
{
    const QList<PlacedEntry> visible = shown().entries;
    const auto found = std::ranges::find_if(visible, [&](const auto &entry) { return entry.second.contains(point); });
    return found == visible.end() ? -1 : found->first;
}

QStringList BriefMargin::shownEntries(qsizetype most) const
{
    QStringList lines;
    for (const Entry &entry : std::span(m_entries).first(size_t(std::min(most, m_entries.size()))))
        lines.append(glyphOf(entry) + u' ' + entry.sentence);
    return lines;
}

void BriefMargin::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::colours(palette()).paper);
    const Shown shown = this->shown();
    paintEntries(painter, shown.entries);
    paintFindings(painter, marksOf(shown));
    paintHeadings(painter, shown.findings);
}

/// A retraction says its word where there is room left of the mark.
void BriefMargin::paintEntries(QPainter &painter, const QList<PlacedEntry> &entries) const
{
    const QFont heavy = look::font(look::Text::Body, true);
    const QFont caption = look::font(look::Text::Caption);
    const QString word = tr("retracted");
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto &[index, place] = entries[i];
        const Entry &entry = m_entries[index];
        painter.setFont(heavy);
        painter.setPen(colourOf(entry, palette()));
        painter.drawText(place, Qt::AlignCenter, glyphOf(entry));
        const bool isLast = i + 1 == entries.size() || entries[i + 1].second.top() != place.top();
        const int room = place.left() - look::related - look::tight;
        if (!isRetraction(entry) || !isLast || QFontMetrics(caption).horizontalAdvance(word) > room)
            continue;
        painter.setFont(caption);
        painter.drawText(QRect(look::related, place.top(), room, place.height()), Qt::AlignRight | Qt::AlignVCenter, word);
    }
}

void BriefMargin::paintHeadings(QPainter &painter, const QList<FindingLine> &found) const
{
    painter.setFont(look::font(look::Text::Caption));
    painter.setPen(look::colours(palette()).inkFaint);
    const TextRange shown = m_editor.shownRange();
    const auto first = std::ranges::lower_bound(m_headings, shown.offset, {}, offsetOf);
    for (auto next = first; next != m_headings.end() && next->range.offset <= shown.end(); ++next) {
        const Heading &heading = *next;
        if (!m_editor.isUnfolded(heading.range.offset))
            continue;
        const QRect line = m_editor.lineOf(heading.range.offset);
        const int room = width() - look::group - (standsBeside(found, line) ? fontMetrics().height() : 0);
        if (painter.fontMetrics().horizontalAdvance(heading.name) <= room)
            painter.drawText(QRect(look::related, line.top(), room, line.height()), Qt::AlignRight | Qt::AlignVCenter, heading.name);
    }
}

QString BriefMargin::toolTipOf(const Entry &entry) const
{
    const QString sentence = u"<p>%1</p>"_s.arg(entry.sentence.toHtmlEscaped().replace(u'\n', u"<br>"_s));
    return entry.difference.isEmpty() ? sentence : sentence + u"<p>%1</p>"_s.arg(differenceHtml(entry.difference, palette()));
}

bool BriefMargin::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype index = entryAt(help->pos());
        const QString text = index >= 0 ? toolTipOf(m_entries[index]) : findingsAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void BriefMargin::mousePressEvent(QMouseEvent *event)
{
    const qsizetype index = entryAt(event->position().toPoint());
    if (chooseFinding(event->position().toPoint()) || index < 0)
        return;
    const QString key = m_entries[index].retracted;
    if (key.isEmpty())
        Q_EMIT quotationChosen(m_entries[index].range.offset);
    else
        Q_EMIT sourceChosen(key);
}

void BriefMargin::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    setCursor(entryAt(point) >= 0 || !findingsAt(point).isEmpty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace redoubt
