#include "ui/brief/versions/comparisonview.h"

#include "ui/brief/versions/comparisondelegate.h"
#include "ui/look/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Of more rows only those in sight have their own height.
constexpr int mostFitted = 300;
constexpr int usualLines = 4;

} // namespace

ComparisonView::ComparisonView(QWidget *parent)
    : QTableView(parent)
{
    setObjectName(u"versionComparison"_s);
    setAccessibleName(tr("Comparison of two versions"));
    setModel(&m_model);
    setItemDelegate(new ComparisonDelegate(this));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(0);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFont(look::font(look::Text::Caption));
    horizontalHeader()->setMinimumSectionSize(0);
    setToolTip(tr("Return opens what is folded, or goes to the other place of what moved"));
    connect(this, &QAbstractItemView::activated, this, &ComparisonView::act);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (m_model.isFold(index.row()))
            act(index);
    });
}

void ComparisonView::setComparison(const VersionComparison &comparison, const QString &earlier, const QString &later)
{
    m_model.setComparison(comparison, earlier, later);
    fitAll();
    if (!m_model.changes().isEmpty())
        goTo(m_model.changes().first());
    else
        scrollToTop();
    Q_EMIT stepped();
}

void ComparisonView::setArrangement(ComparisonModel::Arrangement arrangement)
{
    const int row = currentIndex().row();
    m_model.setArrangement(arrangement);
    fitAll();
    if (row >= 0)
        goTo(row);
    Q_EMIT stepped();
}

qsizetype ComparisonView::currentChange() const
{
    const QList<int> &changes = m_model.changes();
    return std::ranges::upper_bound(changes, currentIndex().row()) - changes.begin() - 1;
}

void ComparisonView::step(int by)
{
    const QList<int> &changes = m_model.changes();
    if (changes.isEmpty())
        return;
    qsizetype from = currentChange();
    const bool isBehind = from >= 0 && changes[from] != currentIndex().row();
    if (by < 0 && (from < 0 || isBehind))
        ++from;
    goTo(changes.at((from + by + changes.size()) % changes.size()));
}

/// Heights are known once a row is in sight, so it is gone there twice.
void ComparisonView::goTo(int row)
{
    const QModelIndex place = m_model.index(row, ComparisonModel::First);
    setCurrentIndex(place);
    for (int i = 0; i < 2; ++i) {
        scrollTo(place, rowHeight(row) < viewport()->height() ? PositionAtCenter : PositionAtTop);
        fitShown();
    }
}

void ComparisonView::act(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (m_model.isFold(index.row())) {
        m_model.unfold(index.row());
        fitRow(index.row());
        fitShown();
        setCurrentIndex(m_model.index(index.row(), ComparisonModel::First));
    } else if (const int other = m_model.otherPlace(index.row()); other >= 0) {
        goTo(other);
    }
}

void ComparisonView::copyWording()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model.wording(currentIndex().row()));
}

bool ComparisonView::fitRow(int row)
{
    int height = look::page;
    for (int column = ComparisonModel::First; column < m_model.columnCount(); ++column)
        height = std::max(height, ComparisonDelegate::heightOf(m_model.index(row, column), columnWidth(column)));
    if (height == rowHeight(row))
        return false;
    setRowHeight(row, height);
    return true;
}

void ComparisonView::fitShown()
{
    if (m_isFitting)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const int first = std::max(rowAt(0), 0);
    int top = m_model.rowCount() > 0 ? rowViewportPosition(first) : 0;
    for (int row = first; row < m_model.rowCount() && top < viewport()->height(); ++row) {
        fitRow(row);
        top += rowHeight(row);
    }
}

void ComparisonView::fitAll()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    QHeaderView *columns = horizontalHeader();
    const int texts = m_model.columnCount() - 1;
    const int room = viewport()->width() - look::page;
    columns->resizeSection(ComparisonModel::Mark, look::page);
    for (int column = 1; column <= texts; ++column)
        columns->resizeSection(column, column < texts ? room / texts : room - room / texts * (texts - 1));
    verticalHeader()->setDefaultSectionSize(usualLines * QFontMetrics(look::writingFont()).lineSpacing());
    for (int row = 0; row < std::min(m_model.rowCount(), mostFitted); ++row)
        fitRow(row);
}

void ComparisonView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT escaped();
    else if (event->matches(QKeySequence::Copy))
        copyWording();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        act(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void ComparisonView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitAll();
    fitShown();
}

void ComparisonView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    fitShown();
}

void ComparisonView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT stepped();
}

void ComparisonView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitAll();
}

} // namespace redoubt
