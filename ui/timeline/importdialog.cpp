#include "ui/timeline/importdialog.h"

#include "app/brief/importhooks.h"
#include "ui/look/look.h"
#include "ui/timeline/importpreviewmodel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int previewRows = 100;
constexpr int countAfter = 300; // ms
constexpr int mappingColumns = 4;

} // namespace

ImportDialog::ImportDialog(Project &project, const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_project(project)
    , m_path(path)
    , m_model(new ImportPreviewModel(this))
    , m_format(new QComboBox(this))
    , m_mapping(makeMapping())
    , m_table(new QTableView(this))
    , m_state(new QLabel(this))
    , m_idle(new QTimer(this))
{
    setObjectName(u"import-dialog"_s);
    setWindowTitle(tr("Import events from “%1”").arg(QFileInfo(path).fileName()));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("The first rows as events"));
    m_table->setToolTip(tr("The first rows as they will become events"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_state->setObjectName(u"import-state"_s);
    m_state->setWordWrap(true);
    makeFormats();

    auto *formatLabel = new QLabel(tr("&Format:"), this);
    formatLabel->setBuddy(m_format);
    auto *top = new QHBoxLayout;
    top->addWidget(formatLabel);
    top->addWidget(m_format);
    top->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setToolTip(tr("Take the events in; one step of Undo takes them back"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(look::related);
    layout->addLayout(top);
    layout->addWidget(m_mapping);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    resize(look::page * 40, look::page * 26);
    m_idle->setSingleShot(true);
    m_idle->setInterval(countAfter);
    connect(m_idle, &QTimer::timeout, this, &ImportDialog::count);
    refresh();
}

ImportDialog::~ImportDialog()
{
    if (m_counting)
        m_counting->stop();
}

void ImportDialog::makeFormats()
{
    m_format->setObjectName(u"import-format"_s);
    m_format->setAccessibleName(tr("Format"));
    m_format->setToolTip(tr("How the file is to be read; guessed from what it holds"));
    for (const auto &[format, name] : importFormatNames.table)
        m_format->addItem(formatText(format), int(format));
    if (const auto guess = guessFormat(m_path))
        m_format->setCurrentIndex(m_format->findData(int(*guess)));
    const auto known = dataSets(m_project.reader());
    for (const DataSet &set : known.value_or(QList<DataSet>())) {
        if (set.file == QFileInfo(m_path).fileName() && set.format == ImportFormat::Csv)
            m_earlier = set.mapping;
    }
    if (const auto columns = columnsOf(m_path); !m_earlier && columns)
        m_earlier = mappingFor(m_project.reader(), *columns).value_or(std::nullopt);
    connect(m_format, &QComboBox::activated, this, &ImportDialog::refresh);
}

QWidget *ImportDialog::makeMapping()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(look::related);
    const auto add = [&](const QString &name, const QString &text, int place) {
        auto *field = new QComboBox(box);
        field->setObjectName(u"import-field-"_s + name);
        field->setAccessibleName(text);
        field->setToolTip(tr("The column that holds: %1").arg(text));
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->setMinimumContentsLength(10);
        auto *label = new QLabel(text, box);
        label->setBuddy(field);
        grid->addWidget(label, place / mappingColumns, place % mappingColumns * 2);
        grid->addWidget(field, place / mappingColumns, place % mappingColumns * 2 + 1);
        connect(field, &QComboBox::activated, this, &ImportDialog::refresh);
        return field;
    };
    int place = 0;
    for (const QString &field : mappedFields())
        m_fields.insert(field, add(field, fieldText(field), place++));
    m_order = add(u"order"_s, tr("Dates such as 3/4"), place);
    m_order->setToolTip(tr("Which number of such a date is the day; guessed from other dates of the file"));
    for (const auto &[order, text] : {std::pair{ImportDates::Order::Unknown, tr("Either")}, {ImportDates::Order::DayFirst, tr("Day first")}, {ImportDates::Order::MonthFirst, tr("Month first")}})
        m_order->addItem(text, int(order));
    return box;
}

ImportFile ImportDialog::file() const
{
    ImportFile file{m_path, ImportFormat(m_format->currentData().toInt()), {}};
    if (*file.format != ImportFormat::Csv || m_fields.value(u"date"_s)->count() == 0)
        return file;
    ColumnMapping mapping;
    for (const auto &[field, column] : m_fields.asKeyValueRange()) {
        if (column->currentIndex() > 0)
            mapping.columns.insert(field, column->currentText());
    }
    mapping.order = ImportDates::Order(m_order->currentData().toInt());
    file.mapping = mapping;
    return file;
}

void ImportDialog::showMapping(const ImportPreview &preview)
{
    m_mapping->setVisible(preview.format == ImportFormat::Csv);
    if (preview.format != ImportFormat::Csv || m_fields.value(u"date"_s)->count() > 0)
        return;
    for (const auto &[field, column] : m_fields.asKeyValueRange()) {
        column->addItem(tr("(none)"));
        column->addItems(preview.columns);
        column->setCurrentIndex(std::max(0, column->findText(preview.mapping.columns.value(field))));
    }
    m_order->setCurrentIndex(m_order->findData(int(preview.mapping.order)));
}

void ImportDialog::refresh()
{
    if (m_counting)
        m_counting->stop();
    ImportFile chosen = file();
    if (!chosen.mapping && m_earlier && chosen.format == ImportFormat::Csv)
        chosen.mapping = m_earlier;
    auto preview = previewImport(chosen, previewRows);
    if (!preview && chosen.format == ImportFormat::Csv && m_fields.value(u"date"_s)->count() == 0) {
        // Nothing can be guessed from these names; they are there to choose from all the same.
        if (const auto names = columnsOf(m_path))
            showMapping({ImportFormat::Csv, *names, guessMapping(*names), {}});
    }
    m_import->setEnabled(preview && !preview->rows.isEmpty());
    if (!preview) {
        m_mapping->setVisible(chosen.format == ImportFormat::Csv);
        m_model->setRows({});
        m_state->setText(preview.error().text());
        m_idle->stop();
        return;
    }
    showMapping(*preview);
    m_model->setRows(preview->rows);
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), look::page * 12));
    m_state->setText(m_model->wrongRows() > 0 ? tr("%n of the first rows give no event; hover over one to read why. The others go in.", nullptr, int(m_model->wrongRows()))
                                              : tr("Looking at the whole file…"));
    m_idle->start();
}

void ImportDialog::count()
{
    const auto state = std::make_shared<JobState>();
    m_counting = state;
    auto *watcher = new QFutureWatcher<std::shared_ptr<Result<ImportReport>>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, state] {
        const auto report = watcher->result();
        watcher->deleteLater();
        if (m_counting == state && !state->isStopped())
            showCounts(*report);
    });
    watcher->setFuture(QtConcurrent::run([path = m_project.path(), options = ImportOptions{file(), true, {}}, state] {
        const auto project = Project::open(path, Project::Mode::ReadOnly);
        return std::make_shared<Result<ImportReport>>(
            project ? importEvents(**project, options, importHooks((*project)->reader()), state.get()) : Result<ImportReport>(failure(project)));
    }));
}

void ImportDialog::showCounts(const Result<ImportReport> &report)
{
    m_counting.reset();
    if (!report) {
        m_state->setText(report.error().text());
        m_import->setEnabled(false);
        Q_EMIT counted();
        return;
    }
    const QLocale locale;
    QString text = tr("%1 added, %2 changed, %3 removed, %4 unchanged, %5 skipped.")
                       .arg(locale.toString(report->added), locale.toString(report->updated), locale.toString(report->removed), locale.toString(report->unchanged),
                           locale.toString(report->skipped));
    if (report->keptFields > 0)
        text += u' ' + tr("%n fields that you have written yourself stay as they are.", nullptr, int(report->keptFields));
    if (report->kept > 0)
        text += u' ' + tr("%n events are gone from the data set, but you have worked on them: they stay.", nullptr, int(report->kept));
    m_state->setText(text);
    m_import->setEnabled(report->added + report->updated + report->removed > 0);
    Q_EMIT counted();
}

} // namespace redoubt
