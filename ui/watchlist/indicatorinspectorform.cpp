// The inside of the inspector: which widgets there are and where. What they do is in indicatorinspector.cpp.
#include "ui/watchlist/indicatorinspector.h"

#include "ui/look/look.h"
#include "ui/watchlist/duefield.h"
#include "ui/watchlist/eventlinks.h"
#include "ui/watchlist/forecastchart.h"
#include "ui/watchlist/observationlog.h"
#include "ui/watchlist/outcomeseditor.h"
#include "ui/watchlist/textfield.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

void IndicatorInspector::build()
{
    setObjectName(u"indicatorInspector"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(makeForm());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_scroll, 1);
}

QWidget *IndicatorInspector::makeHeader()
{
    auto *header = new QWidget(this);
    m_name = makeHeading({}, header);
    m_add = new QPushButton(tr("Add indicator"), header);
    m_add->setObjectName(u"addIndicatorButton"_s);
    m_discard = new QPushButton(tr("Discard"), header);
    m_discard->setObjectName(u"discardButton"_s);
    m_discard->setToolTip(tr("Throw this draft away"));
    m_close = new QToolButton(header);
    m_close->setObjectName(u"closeInspector"_s);
    m_close->setIcon(look::icon(u"close"_s));
    m_close->setToolTip(tr("Back to the list (Esc)"));
    m_close->setAccessibleName(tr("Back to the list"));
    m_missing = new QLabel(header);
    m_missing->setFont(look::font(look::Text::Caption));
    m_missing->setForegroundRole(QPalette::PlaceholderText);
    m_missing->setObjectName(u"missing"_s);
    m_missing->setWordWrap(true);

    auto *row = new QHBoxLayout;
    row->setSpacing(look::related);
    row->addWidget(m_name);
    row->addStretch();
    row->addWidget(m_discard);
    row->addWidget(m_add);
    row->addWidget(m_close);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(look::group, look::related, look::related, look::tight);
    layout->setSpacing(look::tight);
    layout->addLayout(row);
    layout->addWidget(m_missing);
    return header;
}

QLabel *IndicatorInspector::makeHeading(const QString &text, QWidget *parent)
{
    auto *heading = new QLabel(text, parent);
    heading->setFont(look::font(look::Text::Caption, true));
    heading->setForegroundRole(QPalette::PlaceholderText);
    return heading;
}

void IndicatorInspector::addField(QVBoxLayout *form, const QString &label, QWidget *field)
{
    auto *name = new QLabel(label, field->parentWidget());
    name->setFont(look::font(look::Text::Caption));
    name->setForegroundRole(QPalette::PlaceholderText);
    name->setBuddy(field);
    form->addWidget(name);
    form->addWidget(field);
    form->addSpacing(look::related);
}

QWidget *IndicatorInspector::makeForm()
{
    // Made in the order in which the Tab key visits them.
    auto *form = new QWidget;
    form->setBackgroundRole(QPalette::Base);
    m_title = new TextField(tr("Title"), false, form);
    m_title->setObjectName(u"title"_s);
    m_title->setFont(look::font(look::Text::Body, true));
    m_question = new TextField(tr("Question"), false, form);
    m_question->setObjectName(u"question"_s);
    m_question->setPlaceholderText(tr("What will one be able to see, one way or the other?"));
    m_due = new DueField(form);
    m_due->setObjectName(u"due"_s);
    m_threshold = new TextField(tr("What counts"), false, form);
    m_threshold->setObjectName(u"threshold"_s);
    m_threshold->setPlaceholderText(tr("What has to be seen for an outcome to count"));
    m_outcomes = new OutcomesEditor(form);
    m_chartHeading = makeHeading(tr("Forecasts so far"), form);
    m_chart = new ForecastChart(form);
    m_logHeading = makeHeading(tr("Observations"), form);
    m_log = new ObservationLog(form);
    m_events = new EventLinks(form);
    m_note = new TextField(tr("Note"), true, form);
    m_note->setObjectName(u"note"_s);

    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(look::group, look::tight, look::group, look::page);
    layout->setSpacing(look::tight);
    addField(layout, tr("Title"), m_title);
    addField(layout, tr("Question"), m_question);
    addField(layout, tr("Due"), m_due);
    addField(layout, tr("What counts"), m_threshold);
    const auto addPart = [&](QLabel *heading, QWidget *part) {
        layout->addSpacing(look::related);
        layout->addWidget(heading);
        layout->addWidget(part);
    };
    addPart(makeHeading(tr("Outcomes"), form), m_outcomes);
    addPart(m_chartHeading, m_chart);
    addPart(m_logHeading, m_log);
    addPart(makeHeading(tr("Bears on"), form), m_events);
    layout->addSpacing(look::group);
    addField(layout, tr("Note"), m_note);
    layout->addStretch();
    return form;
}

} // namespace redoubt
