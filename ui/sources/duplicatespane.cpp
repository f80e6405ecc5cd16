#include "ui/sources/duplicatespane.h"

#include "app/brief/citingsentences.h"
#include "app/brief/sourcemerging.h"
#include "ui/look/look.h"
#include "ui/sources/sourcetext.h"
#include "ui/workbench/linesdelegate.h"
#include "ui/workbench/paneheader.h"

#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QTextDocument>

namespace redoubt {

namespace {

constexpr int labelCharacters = 13;

QString lineOf(const DuplicatePair::Side &side)
{
    const QString who = sourcetext::who(side.card.source);
    return QStringList{side.card.source.title.simplified(), who, sourcetext::kind(side.card.source)}.filter(QRegularExpression(u"."_s)).join(u" · "_s);
}

QTableWidgetItem *cell(const QString &text)
{
    auto *item = new QTableWidgetItem(text.isEmpty() ? u"–"_s : text.simplified());
    item->setToolTip(text.isEmpty() ? QString() : Qt::convertFromPlainText(text));
    return item;
}

} // namespace

DuplicatesPane::DuplicatesPane(Project &project, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_note(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_reading(project)
{
    setObjectName(u"duplicates"_s);
    setAccessibleName(tr("Possible duplicates"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_note->setObjectName(u"duplicatesNote"_s);
    m_note->setFont(look::font(look::Text::Caption));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    makeList();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::group, look::related, look::group, look::related);
    layout->setSpacing(look::related);
    layout->addWidget(makeHeader());
    layout->addWidget(m_note);
    layout->addWidget(m_list, 2);
    layout->addWidget(makeComparison(), 3);
    layout->addWidget(makeButtons());
    connect(&m_reading, &NewestRead::runningChanged, this, &DuplicatesPane::tellCount);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        m_isStale = m_isStale || changes.touchesAny({u"source", u"origin", u"not_same_source", u"capture", u"excerpt", u"event_source"});
        if (m_isStale && isVisible())
            look();
    });
    showPair();
}

void DuplicatesPane::makeList()
{
    m_list->setObjectName(u"duplicateList"_s);
    m_list->setAccessibleName(accessibleName());
    m_list->setToolTip(tr("Return merges the pair, Del keeps it apart, ← and → choose which one is kept"));
    new LinesDelegate(LinesDelegate::Small::Last, 1, m_list);
    m_list->installEventFilter(this);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &DuplicatesPane::showPair);
}

QWidget *DuplicatesPane::makeHeader()
{
    auto *header = new PaneHeader(tr("PERHAPS THE SAME SOURCE"), {u"closeDuplicates"_s, tr("Back to the sources (Esc)"), tr("Close the duplicates")}, this);
    connect(header, &PaneHeader::closed, this, &DuplicatesPane::closed);
    return header;
}

QWidget *DuplicatesPane::makeComparison()
{
    m_comparison = new QWidget(this);
    m_keepFirst = new QRadioButton(m_comparison);
    m_keepFirst->setObjectName(u"keepFirst"_s);
    m_keepSecond = new QRadioButton(m_comparison);
    m_keepSecond->setObjectName(u"keepSecond"_s);
    m_table = new QTableWidget(0, 3, m_comparison);
    m_table->setObjectName(u"differences"_s);
    m_table->setAccessibleName(tr("Where the two differ"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::TabFocus);
    m_table->setTabKeyNavigation(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(look::rowHeight(look::rowDense, font()));
    const int labels = labelCharacters * fontMetrics().averageCharWidth();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    m_table->setColumnWidth(0, labels);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(0);
    auto *keep = new QLabel(tr("Keep"), m_comparison);
    keep->setForegroundRole(QPalette::PlaceholderText);
    keep->setFixedWidth(labels);
    choice->addWidget(keep);
    choice->addWidget(m_keepFirst, 1);
    choice->addSpacing(look::related);
    choice->addWidget(m_keepSecond, 1);
    auto *column = new QVBoxLayout(m_comparison);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::tight);
    column->addLayout(choice);
    column->addWidget(m_table, 1);
    for (QRadioButton *button : {m_keepFirst, m_keepSecond}) {
        button->setMinimumWidth(1);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->installEventFilter(this);
        connect(button, &QRadioButton::clicked, this, [this] {
            const DuplicatePair *pair = current();
            if (pair)
                Q_EMIT chosen(m_keepFirst->isChecked() ? pair->why.first : pair->why.second);
        });
    }
    return m_comparison;
}

QWidget *DuplicatesPane::makeButtons()
{
    auto *buttons = new QWidget(this);
    m_merge = new QPushButton(tr("Merge"), buttons);
    m_merge->setObjectName(u"mergePair"_s);
    m_merge->setToolTip(tr("Make one source of the two: captures, excerpts, events, tags and citations go to the one that is kept (Return)"));
    m_part = new QPushButton(tr("Keep apart"), buttons);
    m_part->setObjectName(u"partPair"_s);
    m_part->setToolTip(tr("They are two documents: do not offer this pair again (Del)"));
    auto *again = new QPushButton(tr("Look again"), buttons);
    again->setObjectName(u"lookAgain"_s);
    again->setToolTip(tr("Look through all sources again"));
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesPane::merge);
    connect(m_part, &QPushButton::clicked, this, &DuplicatesPane::part);
    connect(again, &QPushButton::clicked, this, &DuplicatesPane::look);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::related);
    row->addWidget(m_merge);
    row->addWidget(m_part);
    row->addStretch(1);
    row->addWidget(again);
    return buttons;
}

void DuplicatesPane::look()
{
    m_isStale = false;
    m_reading.start<QList<DuplicatePair>>([](const Reader &reader, JobState &job) { return duplicatePairs(reader, most, job); },
        [this](Result<QList<DuplicatePair>> pairs) {
            if (!pairs)
                Q_EMIT failed(pairs.error());
            show(pairs.value_or(QList<DuplicatePair>()));
        });
}

void DuplicatesPane::show(const QList<DuplicatePair> &pairs)
{
    if (pairs == m_pairs)
        return tellCount();
    const DuplicatePair *before = current();
    const auto again = std::ranges::find_if(pairs, [&](const DuplicatePair &pair) {
        return before && pair.why.first == before->why.first && pair.why.second == before->why.second;
    });
    const int row = again != pairs.end() ? int(again - pairs.begin()) : std::clamp(m_list->currentRow(), 0, std::max(0, int(pairs.size()) - 1));
    {
        const QSignalBlocker quiet(m_list);
        m_pairs = pairs;
        m_list->clear();
        for (const DuplicatePair &pair : pairs) {
            const QStringList lines{lineOf(pair.first), lineOf(pair.second), reasonText(pair.why)};
            auto *item = new QListWidgetItem(lines.join(u'\n'), m_list);
            item->setToolTip(Qt::convertFromPlainText(item->text()));
        }
        m_list->setCurrentRow(pairs.isEmpty() ? -1 : row);
    }
    showPair();
}

const DuplicatePair *DuplicatesPane::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_pairs.size() ? &m_pairs.at(row) : nullptr;
}

void DuplicatesPane::showPair()
{
    const DuplicatePair *pair = current();
    m_comparison->setVisible(pair);
    if (pair)
        compare(*pair);
    tellCount();
}

void DuplicatesPane::compare(const DuplicatePair &pair)
{
    for (const auto &[button, side] : {std::pair{m_keepFirst, &pair.first}, std::pair{m_keepSecond, &pair.second}}) {
        const QString key = side->card.source.key;
        button->setAccessibleName(tr("Keep @%1").arg(key));
        button->setToolTip(Qt::convertFromPlainText(tr("Keep “%1” (@%2) when the two are merged").arg(side->card.source.title.simplified(), key)));
    }
    (isFirstRicher(pair) ? m_keepFirst : m_keepSecond)->setChecked(true);
    labelChoices();
    const QList<PairLine> lines = differences(pair);
    m_table->setRowCount(int(lines.size()));
    for (int row = 0; row < lines.size(); ++row) {
        auto *label = cell(lines.at(row).label);
        label->setForeground(palette().placeholderText());
        m_table->setItem(row, 0, label);
        m_table->setItem(row, 1, cell(lines.at(row).first));
        m_table->setItem(row, 2, cell(lines.at(row).second));
    }
}

void DuplicatesPane::labelChoices()
{
    const DuplicatePair *pair = current();
    if (!pair)
        return;
    const int mark = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth) + style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing);
    for (const auto &[button, side] : {std::pair{m_keepFirst, &pair->first}, std::pair{m_keepSecond, &pair->second}}) {
        const QString label = fontMetrics().elidedText(u'@' + side->card.source.key, Qt::ElideMiddle, button->width() - mark);
        button->setText(QString(label).replace(u'&', u"&&"_s));
    }
}

void DuplicatesPane::tellCount()
{
    const bool hasAny = !m_pairs.isEmpty();
    m_note->setText(m_reading.isRunning() && !hasAny ? tr("Looking through the sources…")
                    : !hasAny                        ? tr("No two sources look like the same document.")
                    : m_pairs.size() == most         ? tr("The %n likeliest pair(s); more come when these are decided.", nullptr, most)
                                                     : tr("%n pair(s), the likeliest first.", nullptr, int(m_pairs.size())));
    const bool canDecide = current() && !m_project.isReadOnly();
    m_merge->setEnabled(canDecide);
    m_part->setEnabled(canDecide);
}

void DuplicatesPane::merge()
{
    if (!current() || !m_merge->isEnabled())
        return;
    const DuplicatePair pair = *current();
    const auto &[kept, gone] = m_keepFirst->isChecked() ? std::tie(pair.first, pair.second) : std::tie(pair.second, pair.first);
    const Source &keep = kept.card.source;
    const Source &away = gone.card.source;
    const auto citing = sentencesCiting(m_project.reader(), {away.key});
    SourceMerge outcome;
    const auto done = m_project.edit(tr("Merge “%1” into “%2”").arg(away.title.simplified(), keep.title.simplified()), [&](Writer &writer) -> Result<> {
        const auto one = mergeSources(writer, keep.id, away.id);
        if (!one)
            return failure(one);
        outcome = *one;
        return {};
    });
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    drop([&](const DuplicatePair &other) { return other.concerns(away.id); });
    Q_EMIT merged(keep.id, mergedText(kept, gone, citing ? citing->size() : 0, outcome.otherStance.size()));
}

QString DuplicatesPane::mergedText(const DuplicatePair::Side &kept, const DuplicatePair::Side &gone, qsizetype sentences, qsizetype disagreements) const
{
    QStringList parts;
    if (gone.card.captures > 0)
        parts.append(tr("%n capture(s)", nullptr, gone.card.captures));
    if (const QString counts = sourcetext::counts(gone.card); !counts.isEmpty())
        parts.append(counts);
    if (sentences > 0)
        parts.append(tr("%n citing sentence(s)", nullptr, int(sentences)));
    QString text = tr("Merged @%1 into @%2.").arg(gone.card.source.key, kept.card.source.key);
    if (!parts.isEmpty())
        text += u' ' + tr("Moved: %1.").arg(parts.join(u" · "_s));
    if (disagreements > 0)
        text += u' ' + tr("The two disagreed on %n event(s): check what is said there.", nullptr, int(disagreements));
    return text;
}

void DuplicatesPane::part()
{
    if (!current() || !m_part->isEnabled())
        return;
    const DuplicatePair pair = *current();
    const auto done = m_project.edit(tr("Keep two sources apart"), [&](Writer &writer) { return keepApart(writer, pair.why.first, pair.why.second); });
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    drop([&](const DuplicatePair &other) { return other == pair; });
    Q_EMIT keptApart(tr("@%1 and @%2 are kept apart.").arg(pair.first.card.source.key, pair.second.card.source.key));
}

/// At once; what is left is looked for anew meanwhile.
void DuplicatesPane::drop(const std::function<bool(const DuplicatePair &)> &isDecided)
{
    QList<DuplicatePair> left = m_pairs;
    left.removeIf(isDecided);
    show(left);
}

void DuplicatesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        look();
}

bool DuplicatesPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_keepSecond && event->type() == QEvent::Resize)
        labelChoices();
    if (watched == m_list && event->type() == QEvent::KeyPress && current()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            (key == Qt::Key_Left ? m_keepFirst : m_keepSecond)->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DuplicatesPane::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return merge();
    case Qt::Key_Delete:
        return part();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace redoubt
