#include "ui/sources/carryoverpane.h"

#include "ui/look/look.h"
#include "ui/workbench/linesdelegate.h"
#include "ui/workbench/paneheader.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTextDocument>
#include <QtConcurrentRun>

namespace redoubt {

namespace {

using Kind = Anchoring::Kind;

QString stateText(const Anchoring &place)
{
    switch (place.kind) {
    case Kind::Exact:
        return CarryOverPane::tr("✓ word for word");
    case Kind::Context:
        return CarryOverPane::tr("≈ in other words, between the same ones");
    case Kind::Approximate:
        return CarryOverPane::tr("≠ alike, %1 of the letters").arg(QLocale().toString(qRound(100 * place.score)) + u" %"_s);
    case Kind::Lost:
        return CarryOverPane::tr("✕ lost: not in this capture");
    }
    return {};
}

QString inQuotes(const QString &passage)
{
    return CarryOverPane::tr("“%1”").arg(passage.simplified());
}

QString passageOf(const Capture &capture, const Anchoring &place)
{
    return capture.text.sliced(place.start, place.end - place.start);
}

} // namespace

CarryOverPane::CarryOverPane(Project &project, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_note(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_carry(new QPushButton(tr("Carry over what is ticked"), this))
{
    setObjectName(u"carryOver"_s);
    setAccessibleName(tr("Excerpts of earlier captures"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_note->setObjectName(u"carryOverNote"_s);
    m_note->setFont(look::font(look::Text::Caption));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_list->setObjectName(u"carryOverList"_s);
    m_list->setAccessibleName(accessibleName());
    new LinesDelegate(LinesDelegate::Small::First, 3, m_list);
    m_carry->setObjectName(u"carryTicked"_s);
    m_carry->setToolTip(tr("Keep the ticked passages as excerpts of this capture too (Ctrl+Return)"));
    setFocusProxy(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::group, look::related, look::group, look::related);
    column->setSpacing(look::related);
    column->addWidget(makeHeader());
    column->addWidget(m_note);
    column->addWidget(m_list, 1);
    column->addWidget(m_carry, 0, Qt::AlignLeft);
    connect(m_list, &QListWidget::currentRowChanged, this, &CarryOverPane::lookAtCurrent);
    connect(m_list, &QListWidget::itemChanged, this, &CarryOverPane::tellCount);
    connect(m_carry, &QPushButton::clicked, this, &CarryOverPane::carry);
    connect(&m_finding, &QFutureWatcherBase::finished, this, &CarryOverPane::finish);
}

QWidget *CarryOverPane::makeHeader()
{
    auto *header = new PaneHeader(tr("EXCERPTS OF EARLIER CAPTURES"), {u"closeCarryOver"_s, tr("Back to the list (Esc)"), tr("Back to the list")}, this);
    connect(header, &PaneHeader::closed, this, &CarryOverPane::closed);
    return header;
}

void CarryOverPane::show(const QList<Capture> &captures, Id<Capture> later)
{
    const auto now = std::ranges::find(captures, later, &Capture::id);
    if (now == captures.cend())
        return;
    m_later = *now;
    m_found.clear();
    m_list->clear();
    m_carry->setEnabled(false);
    m_note->setText(tr("Looking for them…"));
    QList<Excerpt> earlier;
    for (auto capture = now + 1; capture != captures.cend(); ++capture) {
        auto of = excerpts(m_project.reader(), capture->id);
        if (!of)
            return Q_EMIT failed(of.error());
        earlier += std::move(*of);
    }
    auto there = excerpts(m_project.reader(), later);
    if (!there)
        return Q_EMIT failed(there.error());
    m_finding.setFuture(QtConcurrent::run(
        [earlier, there = std::move(*there), text = m_later.text] { return findAgain(earlier, there, text); }));
}

void CarryOverPane::finish()
{
    m_found = m_finding.result();
    {
        const QSignalBlocker quiet(m_list);
        for (const FoundAgain &found : std::as_const(m_found))
            addRow(found);
    }
    if (!m_found.isEmpty())
        m_list->setCurrentRow(0);
    tellCount();
}

void CarryOverPane::addRow(const FoundAgain &found)
{
    QStringList lines{stateText(found.place), inQuotes(found.excerpt.exact)};
    const bool isLost = found.place.kind == Kind::Lost;
    if (!isLost && found.place.kind != Kind::Exact)
        lines.append(tr("here: %1").arg(inQuotes(passageOf(m_later, found.place))));
    auto *item = new QListWidgetItem(lines.join(u'\n'), m_list);
    item->setToolTip(Qt::convertFromPlainText(item->text(), Qt::WhiteSpaceNormal));
    if (isLost) {
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setForeground(look::colours(palette()).inkFaint);
    } else {
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(found.place.kind == Kind::Approximate ? Qt::Unchecked : Qt::Checked);
    }
}

QList<FoundAgain> CarryOverPane::ticked() const
{
    QList<FoundAgain> all;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->flags() & Qt::ItemIsUserCheckable && item->checkState() == Qt::Checked)
            all.append(m_found.at(row));
    }
    return all;
}

void CarryOverPane::tellCount()
{
    const QLocale locale;
    const auto lost = std::ranges::count_if(m_found, [](const FoundAgain &found) { return found.place.kind == Kind::Lost; });
    if (m_found.isEmpty())
        m_note->setText(tr("All excerpts of the earlier captures stand in this one already."));
    else if (lost > 0)
        m_note->setText(tr("Found: %1. Lost: %2; these stay where they are.").arg(locale.toString(m_found.size() - lost), locale.toString(lost)));
    else
        m_note->setText(tr("Found: %1.").arg(locale.toString(m_found.size())));
    const qsizetype count = ticked().size();
    m_carry->setText(tr("Carry over what is ticked (%1)").arg(locale.toString(count)));
    m_carry->setEnabled(count > 0 && !m_project.isReadOnly());
}

void CarryOverPane::lookAtCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_found.size())
        return;
    const Anchoring &place = m_found[row].place;
    if (place.kind != Kind::Lost)
        Q_EMIT looked(place.start, place.end);
}

void CarryOverPane::carry()
{
    const QList<FoundAgain> all = ticked();
    if (all.isEmpty() || !m_carry->isEnabled())
        return;
    const auto done = m_project.edit(tr("Carry excerpts over to a later capture"), [&](Writer &writer) -> Result<> {
        for (const FoundAgain &found : all) {
            if (const auto carriedOver = carryOver(writer, found.excerpt, m_later, found.place); !carriedOver)
                return failure(carriedOver);
        }
        return {};
    });
    if (done)
        Q_EMIT carried(int(all.size()));
    else
        Q_EMIT failed(done.error());
}

void CarryOverPane::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (enter && event->modifiers() & Qt::ControlModifier)
        carry();
    else
        QWidget::keyPressEvent(event);
}

} // namespace redoubt
