#include "ui/sources/importreportpane.h"

#include "ui/look/look.h"
#include "ui/sources/bibliographyflow.h"
#include "ui/workbench/linesdelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QTextDocument>

namespace redoubt {

ImportReportPane::ImportReportPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"importReport"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setFont(look::font(look::Text::Caption, true));
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_title->setTextFormat(Qt::PlainText);
    m_summary->setObjectName(u"reportSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_list->setObjectName(u"reportList"_s);
    m_list->setAccessibleName(tr("What is wrong with the file"));
    new LinesDelegate(LinesDelegate::Small::First, 3, m_list);
    setFocusProxy(m_list);
    auto *close = new QToolButton(this);
    close->setObjectName(u"closeReport"_s);
    close->setIcon(look::icon(u"close"_s));
    close->setToolTip(tr("Back to the sources (Esc)"));
    close->setAccessibleName(tr("Close the report"));
    auto *copyAll = new QPushButton(tr("Copy"), this);
    copyAll->setObjectName(u"copyReport"_s);
    copyAll->setToolTip(tr("Copy the report as text"));
    auto *header = new QHBoxLayout;
    header->addWidget(m_title, 1);
    header->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::group, look::related, look::group, look::related);
    layout->setSpacing(look::related);
    layout->addLayout(header);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addWidget(copyAll, 0, Qt::AlignLeft);
    connect(close, &QToolButton::clicked, this, &ImportReportPane::closed);
    connect(copyAll, &QPushButton::clicked, this, &ImportReportPane::copy);
}

void ImportReportPane::show(const BibliographyReport &report, const QString &file)
{
    m_title->setText(tr("IMPORT OF “%1”").arg(file));
    m_summary->setText(BibliographyFlow::reportText(report));
    m_list->clear();
    for (const BibliographyProblem &problem : report.errors) {
        const QString kind = problem.lost ? tr("✕ skipped") : tr("▲ read all the same");
        auto *item = new QListWidgetItem(tr("Line %1 · %2").arg(locale().toString(problem.line), kind) + u'\n' + problem.message.simplified(), m_list);
        item->setToolTip(Qt::convertFromPlainText(problem.message));
    }
    m_list->setCurrentRow(0);
}

void ImportReportPane::copy()
{
    QStringList lines{m_title->text(), m_summary->text()};
    for (int row = 0; row < m_list->count(); ++row)
        lines.append(m_list->item(row)->text().replace(u'\n', u" · "_s));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ImportReportPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace redoubt
