#include "ui/brief/briefmargin.h"

#include "ui/brief/brieftextedit.h"
#include "ui/brief/quotationstate.h"
#include "ui/look/look.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace redoubt {

BriefMargin::BriefMargin(BriefTextEdit &editor)
    : QWidget(&editor)
    , m_editor(editor)
{
    setMouseTracking(true);
    setAccessibleName(tr("States of quotations"));
    connect(&editor, &BriefTextEdit::marginMoved, this, &BriefMargin::fit);
    fit();
}

void BriefMargin::fit()
{
    setGeometry(m_editor.marginArea());
    update();
}

void BriefMargin::setEntries(const QList<Entry> &entries, const QList<Heading> &headings)
{
    const int length = m_editor.document()->characterCount() - 1;
    const auto cursorAt = [&](qsizetype position) {
        QTextCursor cursor(m_editor.document());
        cursor.setPosition(std::min(int(position), length));
        cursor.setKeepPositionOnInsert(false);
        return cursor;
    };
    m_entries.clear();
    for (const Entry &entry : entries)
        m_entries.append({cursorAt(entry.range.offset), entry});
    m_headings.clear();
    for (const Heading &heading : headings)
        m_headings.append({cursorAt(heading.range.offset), heading.name});
    setAccessibleDescription(shownEntries().join(u'\n'));
    update();
}

/// Marks go from right to left, the first quotation of a line nearest to it.
QRect BriefMargin::markRect(QRect line, int before) const
{
    const int side = fontMetrics().height();
    const int right = width() - before * side;
    return {right - side, line.center().y() - side / 2, side, side};
}

QList<std::pair<qsizetype, QRect>> BriefMargin::visibleEntries() const
{
    QList<std::pair<qsizetype, QRect>> list;
    const TextRange shown = m_editor.shownRange();
    int lineTop = -1;
    int before = 0;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const int position = m_entries[i].cursor.position();
        if (position < shown.offset || position > shown.end())
            continue;
        const QRect line = m_editor.lineOf(position);
        before = line.top() == lineTop ? before + 1 : 0;
        lineTop = line.top();
        list.append({i, markRect(line, before)});
    }
    return list;
}

QRect BriefMargin::entryRect(qsizetype index) const
{
    const auto visible = visibleEntries();
    const auto found = std::ranges::find(visible, index, &std::pair<qsizetype, QRect>::first);
    return found == visible.end() ? QRect() : found->second;
}

qsizetype BriefMargin::entryAt(QPoint point) const
{
    const auto visible = visibleEntries();
    const auto found = std::ranges::find_if(visible, [&](const auto &entry) { return entry.second.contains(point); });
    return found == visible.end() ? -1 : found->first;
}

QStringList BriefMargin::shownEntries() const
{
    QStringList lines;
    for (const Placed &placed : m_entries)
        lines.append(quotationGlyph(placed.entry.status) + u' ' + placed.entry.sentence);
    return lines;
}

void BriefMargin::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.paper);
    painter.setFont(look::font(look::Text::Body, true));
    for (const auto &[index, place] : visibleEntries()) {
        const Verification::Status status = m_entries[index].entry.status;
        painter.setPen(quotationColour(status, palette()));
        painter.drawText(place, Qt::AlignCenter, quotationGlyph(status));
    }
    painter.setFont(look::font(look::Text::Caption));
    painter.setPen(colours.inkFaint);
    const TextRange shown = m_editor.shownRange();
    for (const PlacedHeading &heading : std::as_const(m_headings)) {
        const int position = heading.cursor.position();
        if (position < shown.offset || position > shown.end())
            continue;
        const QRect line = m_editor.lineOf(position);
        const int room = width() - look::group;
        if (painter.fontMetrics().horizontalAdvance(heading.name) <= room)
            painter.drawText(QRect(look::related, line.top(), room, line.height()), Qt::AlignRight | Qt::AlignVCenter, heading.name);
    }
}

QString BriefMargin::toolTipOf(const Entry &entry) const
{
    const QString sentence = u"<p>%1</p>"_s.arg(entry.sentence.toHtmlEscaped());
    return entry.difference.isEmpty() ? sentence : sentence + u"<p>%1</p>"_s.arg(differenceHtml(entry.difference, palette()));
}

bool BriefMargin::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype index = entryAt(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), toolTipOf(m_entries[index].entry), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void BriefMargin::mousePressEvent(QMouseEvent *event)
{
    const qsizetype index = entryAt(event->position().toPoint());
    if (index >= 0)
        Q_EMIT quotationChosen(m_entries[index].cursor.position());
}

void BriefMargin::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(entryAt(event->position().toPoint()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace redoubt
