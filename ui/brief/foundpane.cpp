#include "ui/brief/foundpane.h"

#include "ui/look/look.h"
#include "ui/workbench/paneheader.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int pauseAfterChange = 200; // ms

/// A line with what is found in it marked; what would come there stands right behind.
class PlaceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, look::rowHeight(look::rowDense, look::font(look::Text::Body))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem box = option;
        initStyleOption(&box, index);
        if (FoundModel::isPlace(index))
            box.text.clear();
        const QStyle *style = option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &box, painter, option.widget);
        if (FoundModel::isPlace(index))
            drawLine(*painter, option, style->subElementRect(QStyle::SE_ItemViewItemText, &box, option.widget), index);
    }

private:
    static void drawLine(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area, const QModelIndex &index)
    {
        const look::Colours &colours = look::colours(option.palette);
        const QString before = index.data(FoundModel::BeforeRole).toString();
        const QString found = index.data(FoundModel::FoundRole).toString();
        const QVariant by = index.data(FoundModel::ReplacementRole);
        const QString put = by.isNull() ? QString() : by.toString();
        QTextLayout::FormatRange old{int(before.size()), int(found.size()), {}};
        QTextLayout::FormatRange fresh{int(before.size() + found.size()), int(put.size()), {}};
        old.format.setBackground(by.isNull() ? colours.marker : colours.removed);
        old.format.setFontStrikeOut(!by.isNull());
        fresh.format.setBackground(colours.added);
        QTextLayout layout(before + found + put + index.data(FoundModel::BehindRole).toString(), look::font(look::Text::Body));
        QTextOption oneLine;
        oneLine.setWrapMode(QTextOption::NoWrap);
        layout.setTextOption(oneLine);
        layout.setFormats({old, fresh});
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(area.width());
        layout.endLayout();
        painter.save();
        painter.setClipRect(area);
        painter.setPen(colours.ink);
        layout.draw(&painter, QPointF(area.left() + look::tight, area.top() + (area.height() - line.height()) / 2));
        painter.restore();
    }
};

} // namespace

FoundPane::FoundPane(Project &project, QWidget *parent)
    : QFrame(parent)
    , m_project(project)
    , m_note(new QLabel(this))
    , m_view(new QTreeView(this))
    , m_replace(new QPushButton(tr("Replace the ticked ones"), this))
    , m_reading(project)
{
    layOut();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseAfterChange);
    connect(&m_pause, &QTimer::timeout, this, &FoundPane::read);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (isVisible() && changes.touches(u"brief"_s))
            m_pause.start();
    });
    connect(m_view, &QTreeView::activated, this, &FoundPane::choose);
    connect(m_view, &QTreeView::clicked, this, &FoundPane::choose);
    connect(m_replace, &QPushButton::clicked, this, &FoundPane::replace);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &FoundPane::tell);
    hide();
}

void FoundPane::layOut()
{
    setAccessibleName(tr("Found in all briefs"));
    auto *header = new PaneHeader(tr("FOUND IN ALL BRIEFS"), {u"closeFound"_s, tr("Close (Esc)"), tr("Close what was found in all briefs")}, this);
    connect(header, &PaneHeader::closed, this, [this] {
        hide();
        Q_EMIT closed();
    });
    m_note->setFont(look::font(look::Text::Caption));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new PlaceDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Places, by brief"));
    m_replace->setToolTip(tr("Replace all places that are ticked; one undo takes it back"));
    m_replace->setEnabled(false);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_note, 1);
    foot->addWidget(m_replace);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(hairLine(this));
    auto *layout = new QVBoxLayout;
    whole->addLayout(layout, 1);
    layout->setContentsMargins(look::group, look::tight, look::related, look::tight);
    layout->setSpacing(look::tight);
    layout->addWidget(header);
    layout->addWidget(m_view, 1);
    layout->addLayout(foot);
}

void FoundPane::look(const Sought &sought, const QString &by)
{
    m_sought = sought;
    m_by = by;
    if (!isHidden())
        m_pause.start();
}

void FoundPane::read()
{
    const auto finder = Finder::make(m_sought);
    if (!finder) {
        m_reading.cancel();
        return take(failure(finder));
    }
    Q_EMIT aboutToRead();
    m_reading.start<QList<PlacesInBrief>>(
        [finder = *finder, by = m_by](const Reader &reader, const JobState &state) { return placesInBriefs(reader, finder, by, state); },
        [this](const Result<QList<PlacesInBrief>> &places) { take(places); });
}

void FoundPane::take(const Result<QList<PlacesInBrief>> &places)
{
    m_model.setPlaces(places ? *places : QList<PlacesInBrief>(), !m_by.isNull());
    m_view->expandAll();
    tell();
    if (!places)
        m_note->setText(places.error().text());
}

QString FoundPane::note() const
{
    return m_note->text();
}

void FoundPane::tell()
{
    const qsizetype ticked = m_model.tickedCount();
    const QString places = tr("%n places", nullptr, int(m_model.placeCount()));
    const QString inBriefs = tr("in %n briefs", nullptr, int(m_model.rowCount()));
    m_note->setText(m_sought.text.isEmpty() ? tr("Type what to look for below.")
            : m_model.rowCount() == 0       ? tr("No brief of the project has it.")
                                            : tr("%1 %2, %3 ticked").arg(places, inBriefs, locale().toString(ticked)));
    m_replace->setVisible(!m_by.isNull());
    m_replace->setEnabled(ticked > 0 && !m_project.isReadOnly());
}

void FoundPane::replace()
{
    const QList<PlacesInBrief> chosen = m_model.ticked();
    const qsizetype places = m_model.tickedCount();
    Q_EMIT aboutToRead();
    const QString what = m_sought.isExpression ? tr("Replace in all briefs: %1").arg(m_sought.text)
                                               : tr("Replace “%1” by “%2” in all briefs").arg(m_sought.text, m_by);
    const auto done = m_project.edit(what, [&](Writer &writer) { return replaceInBriefs(writer, chosen); });
    if (!done) {
        m_pause.start();
        Q_EMIT failed(done.error());
        return;
    }
    Q_EMIT replaced(places);
}

void FoundPane::choose(const QModelIndex &index)
{
    if (!index.isValid() || !FoundModel::isPlace(index))
        return;
    const PlacesInBrief &brief = m_model.places().at(index.parent().row());
    Q_EMIT placeChosen(brief.brief, brief.places.at(index.row()).range);
}

void FoundPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QFrame::keyPressEvent(event);
        return;
    }
    hide();
    Q_EMIT closed();
}

} // namespace redoubt
