#include "ui/timeline/patternspane.h"

#include "app/publish/patternexport.h"
#include "ui/look/look.h"
#include "ui/timeline/countchart.h"
#include "ui/timeline/lagchart.h"
#include "ui/timeline/picture.h"
#include "ui/timeline/timelinedata.h"
#include "ui/workbench/paneheader.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// A picture of a plot, whatever the size of its panel: half a page across.
constexpr QSizeF pictureSize{760, 400};

constexpr std::array lagKinds{LinkKind::ResponseTo, LinkKind::Escalates, LinkKind::PrecedentOf};

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(look::font(look::Text::Body, true));
    return label;
}

Result<> writeChart(PatternChart *chart, const QString &file, const QString &title)
{
    return writePicture(file, pictureSize, title, [&](QPainter &painter) {
        painter.fillRect(QRectF({0, 0}, pictureSize), look::light().paper);
        chart->paintInto(painter, QRectF({0, 0}, pictureSize).adjusted(look::related, look::related, -look::related, -look::related),
            look::light());
        chart->update();
    });
}

} // namespace

PatternsPane::PatternsPane(Project &project, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_kind(new QComboBox(this))
    , m_lags(new LagChart(project.reader(), this))
    , m_lagNote(new QLabel(this))
    , m_counts(new CountChart(project.reader(), this))
    , m_countNote(new QLabel(this))
{
    setObjectName(u"patterns"_s);
    setAccessibleName(tr("Patterns"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_kind->setObjectName(u"pattern-kind"_s);
    m_kind->setAccessibleName(tr("Kind of link"));
    m_kind->setToolTip(tr("Which links are shown: the lag is from the date of the cause to that of its effect"));
    for (const LinkKind kind : lagKinds)
        m_kind->addItem(linkKindText(kind), int(kind));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::group, look::related, look::group, look::group);
    layout->setSpacing(look::related);
    layout->addWidget(makeHeader());
    auto *plots = new QWidget;
    auto *column = new QVBoxLayout(plots);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::related);
    column->addWidget(makeLags(), 1);
    column->addWidget(makeCounts(), 1);
    // In a low pane the plots are scrolled: their names need the room that they have.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(plots);
    plots->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PatternsPane::fillLags);
    connect(m_lags, &PatternChart::chosen, this, &PatternsPane::chosen);
    connect(m_counts, &PatternChart::chosen, this, &PatternsPane::chosen);
}

QWidget *PatternsPane::makeHeader()
{
    auto *header = new PaneHeader(tr("PATTERNS"), {u"close-patterns"_s, tr("Close (Esc)"), tr("Close the patterns")}, this);
    connect(header, &PaneHeader::closed, this, &PatternsPane::closed);
    return header;
}

QWidget *PatternsPane::makeLags()
{
    auto *title = new QWidget(this);
    auto *row = new QHBoxLayout(title);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::related);
    row->addWidget(heading(tr("How much later"), title));
    row->addWidget(m_kind);
    row->addStretch(1);
    return makePart(title, m_lags, m_lagNote, u"export-lags"_s, &PatternsPane::exportLags);
}

QWidget *PatternsPane::makeCounts()
{
    return makePart(heading(tr("How many a month"), this), m_counts, m_countNote, u"export-counts"_s, &PatternsPane::exportCounts);
}

QWidget *PatternsPane::makePart(QWidget *title, PatternChart *chart, QLabel *note, const QString &name,
    Result<> (PatternsPane::*write)(const QString &) const)
{
    auto *part = new QWidget(this);
    auto *save = new QToolButton(part);
    save->setObjectName(name);
    save->setIcon(look::icon(u"export"_s));
    save->setToolTip(tr("Export the numbers as CSV, or the picture as SVG or PNG"));
    save->setAccessibleName(tr("Export: %1").arg(chart->accessibleName()));
    connect(save, &QToolButton::clicked, this, [=, this] { exportAs(name.section(u'-', 1), write); });
    note->setFont(look::font(look::Text::Caption));
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->addWidget(title, 1);
    top->addWidget(save);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::tight);
    layout->addLayout(top);
    layout->addWidget(chart, 1);
    layout->addWidget(note);
    return part;
}

LinkKind PatternsPane::kind() const
{
    return LinkKind(m_kind->currentData().toInt());
}

void PatternsPane::show(std::shared_ptr<const Chronology> chronology, std::shared_ptr<const std::vector<Truth>> matches)
{
    m_chronology = std::move(chronology);
    m_matches = matches ? std::move(matches) : std::make_shared<const std::vector<Truth>>();
    m_counts->show(m_chronology, m_matches);
    tellCounts();
    fillLags();
}

void PatternsPane::fillLags()
{
    if (!m_chronology)
        return;
    const auto found = lags(m_project.reader(), *m_chronology, kind(), *m_matches);
    if (!found) {
        Q_EMIT failed(found.error());
        return;
    }
    m_lags->show(*found);
    m_lagNote->setText(found->isEmpty()
            ? tr("No events are linked this way yet. Choose an event, edit it, and link it to what it follows.")
            : tr("%n link(s). Upwards: how much later, by a scale that gives short lags room. A bar reaches as far as the dates are "
                 "uncertain; red is before its cause.", nullptr, int(found->size())));
}

void PatternsPane::tellCounts()
{
    const PeriodCounts &counts = m_counts->counts();
    const QString unit = counts.months == 1    ? tr("a month")
                         : counts.months == 12 ? tr("a year")
                                               : tr("in %n years", nullptr, counts.months / 12);
    m_countNote->setText(counts.size() == 0
            ? tr("There are no events with a date.")
            : tr("Events %1. Solid: certainly then. Lighter: possibly then, for the date leaves it open.").arg(unit));
}

Result<> PatternsPane::exportLags(const QString &file) const
{
    if (file.endsWith(".csv"_L1, Qt::CaseInsensitive)) {
        const auto written = writeLags(m_project.reader(), file, kind(), m_lags->points());
        return written ? Result<>() : Result<>(failure(written));
    }
    return writeChart(m_lags, file, tr("How much later: %1").arg(linkKindText(kind())));
}

Result<> PatternsPane::exportCounts(const QString &file) const
{
    if (file.endsWith(".csv"_L1, Qt::CaseInsensitive)) {
        const auto written = writeCounts(file, m_counts->counts());
        return written ? Result<>() : Result<>(failure(written));
    }
    return writeChart(m_counts, file, tr("Events over time"));
}

void PatternsPane::exportAs(const QString &name, Result<> (PatternsPane::*write)(const QString &) const)
{
    const QString folder = QFileInfo(m_project.path()).absolutePath();
    const QString file = QFileDialog::getSaveFileName(this, tr("Export a pattern"), u"%1/%2.csv"_s.arg(folder, name),
        tr("Numbers (*.csv)") + u";;"_s + pictureFilters());
    if (file.isEmpty())
        return;
    if (const auto written = (this->*write)(file); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT exported(file);
}

void PatternsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace redoubt
