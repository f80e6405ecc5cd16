#include "ui/sources/restinglist.h"

#include "ui/look/look.h"
#include "ui/sources/formparts.h"
#include "ui/workbench/selection.h"

#include <QListWidget>
#include <QTextDocument>

namespace redoubt {

namespace {

constexpr int placeRole = Qt::UserRole; ///< among the lines; none for a heading
constexpr int rowsSeen = 10;

QString kindText(RestingLine::Kind kind)
{
    switch (kind) {
    case RestingLine::Kind::Event:
        return RestingList::tr("Events");
    case RestingLine::Kind::Excerpt:
        return RestingList::tr("Excerpts");
    case RestingLine::Kind::Sentence:
        break;
    }
    return RestingList::tr("Sentences of briefs");
}

} // namespace

RestingList::RestingList(const Project &project, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_content(new QWidget(this))
    , m_summary(new QLabel(m_content))
    , m_list(new QListWidget(m_content))
    , m_reading(project)
{
    m_fold = formparts::fold(u"restsOnThis"_s, tr("Rests on this"), m_content, this);
    m_fold->setToolTip(tr("What falls when this source is retracted"));
    m_summary->setObjectName(u"restingSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_list->setObjectName(u"restingList"_s);
    m_list->setAccessibleName(tr("Rests on this"));
    m_list->setToolTip(tr("A click or Return shows it"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    auto *below = new QVBoxLayout(m_content);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(look::tight);
    below->addWidget(m_summary);
    below->addWidget(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::tight);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_content);
    connect(m_fold, &QToolButton::toggled, this, &RestingList::read);
    connect(m_list, &QListWidget::itemClicked, this, &RestingList::look);
    connect(m_list, &QListWidget::itemActivated, this, &RestingList::look);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        m_isStale = m_isStale || changes.touchesAny({u"source", u"origin", u"event", u"event_source", u"excerpt", u"capture", u"brief"});
        read();
    });
}

void RestingList::setSource(Id<Source> id, bool isRetracted)
{
    const bool isOther = std::exchange(m_source, id) != id;
    const bool turned = std::exchange(m_isRetracted, isRetracted) != isRetracted;
    if (!isOther && !turned)
        return;
    m_isStale = true;
    if (isOther)
        show({});
    m_fold->setChecked(isRetracted);
    read();
}

void RestingList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

/// Only what is seen.
void RestingList::read()
{
    if (!m_isStale || !m_content->isVisible() || !m_source.isValid())
        return;
    m_isStale = false;
    m_reading.start<RestingLines>([id = m_source](const Reader &reader, JobState &) { return restingLines(reader, id); },
        [this](Result<RestingLines> lines) {
            if (!lines)
                Q_EMIT failed(lines.error());
            show(lines.value_or(RestingLines()));
        });
}

void RestingList::show(const RestingLines &resting)
{
    const int row = m_list->currentRow();
    m_lines = resting.lines;
    m_list->clear();
    std::optional<RestingLine::Kind> kind;
    for (qsizetype place = 0; place < m_lines.size(); ++place) {
        const RestingLine &line = m_lines.at(place);
        if (kind != line.kind)
            addHeading(kindText(line.kind));
        kind = line.kind;
        const QString text = line.detail.isEmpty() ? line.text : tr("%1 · %2", "what rests on a source, and what is left of it").arg(line.detail, line.text);
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(placeRole, place);
        item->setToolTip(Qt::convertFromPlainText(text));
        if (line.isBare)
            item->setForeground(look::colours(palette()).notFound);
    }
    const bool hasAny = !m_lines.isEmpty();
    m_summary->setText(hasAny ? tr("%1, %2 and %3 rest on it.")
                                    .arg(tr("%n event(s)", nullptr, int(resting.events)), tr("%n excerpt(s)", nullptr, int(resting.excerpts)),
                                        tr("%n sentence(s)", nullptr, int(resting.sentences)))
                              : tr("No event, excerpt or sentence rests on it."));
    const int height = look::rowHeight(look::rowDense, font());
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setSizeHint({0, height});
    m_list->setFixedHeight(std::min(m_list->count(), rowsSeen) * height);
    m_list->setVisible(hasAny);
    m_list->setCurrentRow(std::min(std::max(row, 1), m_list->count() - 1));
}

void RestingList::addHeading(const QString &text)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setFlags(Qt::NoItemFlags);
    item->setFont(look::font(look::Text::Caption, true));
}

/// A brief is opened, and what it cites is chosen, which marks the place.
void RestingList::look(const QListWidgetItem *item)
{
    const QVariant place = item->data(placeRole);
    if (!place.isValid())
        return;
    const RestingLine line = m_lines.at(place.toLongLong());
    switch (line.kind) {
    case RestingLine::Kind::Event:
        return m_selection.select(Thing::of(Id<Event>{line.number}));
    case RestingLine::Kind::Excerpt:
        return m_selection.select(Thing::of(Id<Excerpt>{line.number}));
    case RestingLine::Kind::Sentence:
        m_selection.select(Thing::of(Id<Brief>{line.number}));
        m_selection.select(Thing::of(line.source));
    }
}

} // namespace redoubt
