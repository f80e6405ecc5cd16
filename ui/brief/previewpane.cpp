#include "ui/brief/previewpane.h"

#include "app/publish/edition.h"
#include "app/timeline/event.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/pagesheets.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int shortestPause = 400; // ms after a key
constexpr int longestPause = 4000;
constexpr int untilWorkIsShown = 200; // ms
constexpr int untilProgressIsShown = 1000; // ms
/// More would fill the pages with their table, and memory with the pages.
constexpr qint64 mostEvents = 20'000;

Result<std::shared_ptr<const ViewedPages>> setPages(const Reader &reader, JobState &state, Id<Brief> id, const QString &text)
{
    reader.stopWith(&state);
    const QString what = PreviewPane::tr("The pages cannot be shown.");
    const auto found = brief(reader, id);
    if (!found)
        return failure(found);
    if (!*found)
        return failure(what, PreviewPane::tr("The brief is not in the project any more."));
    const auto events = eventCount(reader);
    if (!events)
        return failure(events);
    if (*events > mostEvents) {
        return failure(what, PreviewPane::tr("The chronology has %1 events, too many to be set while you write.").arg(QLocale().toString(*events)),
            PreviewPane::tr("Export the brief to see all of it."));
    }
    Brief present = **found;
    present.text = text;
    const auto publication = publicationOf(reader, present);
    if (!publication)
        return failure(publication);
    auto pages = setInPages(*publication, Paper::A4, &state);
    if (!pages)
        return failure(pages);
    return std::make_shared<const ViewedPages>(*std::move(pages));
}

} // namespace

PreviewPane::PreviewPane(const Project &project, BriefTextEdit &editor, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_editor(editor)
    , m_sheets(new PageSheets(this))
    , m_message(new QLabel(this))
    , m_work(new QLabel(this))
    , m_count(new QLabel(this))
    , m_zoom(new QLabel(this))
    , m_number(new QSpinBox(this))
    , m_reading(project)
{
    setObjectName(u"preview"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMargin(look::group);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_message);
    column->addWidget(m_sheets, 1);
    setFocusProxy(m_sheets);

    m_pause.setSingleShot(true);
    m_pause.setInterval(shortestPause);
    m_working.setInterval(untilWorkIsShown);
    connect(&m_pause, &QTimer::timeout, this, &PreviewPane::start);
    connect(&m_working, &QTimer::timeout, this, &PreviewPane::showWork);
    connect(m_sheets, &PageSheets::viewChanged, this, &PreviewPane::showView);
    connect(m_sheets, &PageSheets::sourceChosen, this, [this](qsizetype source) { Q_EMIT placeChosen(now(source)); });
    connect(m_number, &QSpinBox::valueChanged, this, [this](int number) { m_sheets->goToPage(number - 1); });
    connect(&editor, &BriefTextEdit::edited, this, &PreviewPane::refresh);
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &PreviewPane::followCursor);
    connect(editor.document(), &QTextDocument::contentsChange, this, [this](int from, int removed, int added) {
        // A highlighter tells of what has stayed as long as it was.
        if (removed != added && (m_sheets->pages() || m_reading.isRunning()))
            m_edits.append({from, removed, added});
    });
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (changes.touchesAny({u"project", u"lane", u"event", u"event_source", u"source", u"origin", u"indicator", u"outcome", u"forecast"}))
            refresh();
    });
    showView();
}

PreviewPane::~PreviewPane()
{
    stop();
}

void PreviewPane::stop()
{
    m_pause.stop();
    m_working.stop();
    m_reading.stop();
}

QWidget *PreviewPane::makeBar()
{
    auto *bar = new QWidget(this);
    m_number->setObjectName(u"previewPage"_s);
    m_number->setAccessibleName(tr("Page"));
    m_number->setToolTip(tr("The page that is shown (Ctrl+PgUp, Ctrl+PgDown)"));
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_number->setKeyboardTracking(false);
    m_number->setFont(look::tabular(look::font(look::Text::Caption)));
    for (QLabel *label : {m_count, m_work, m_zoom}) {
        label->setFont(look::tabular(look::font(look::Text::Caption)));
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_work->setObjectName(u"previewWork"_s);
    m_zoom->setObjectName(u"previewZoom"_s);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(look::group, look::tight, look::related, look::tight);
    row->setSpacing(look::tight);
    row->addWidget(m_number);
    row->addWidget(m_count);
    row->addSpacing(look::related);
    row->addWidget(m_work);
    row->addStretch(1);
    row->addWidget(m_zoom);
    const auto addZoom = [&](const QString &name, const QString &icon, const QString &words, int by) {
        connect(addButton(bar, name, icon, words), &QToolButton::clicked, m_sheets, [this, by] { m_sheets->zoom(by); });
    };
    addZoom(u"previewSmaller"_s, u"zoom-out"_s, tr("Smaller (Ctrl+-)"), -1);
    addZoom(u"previewLarger"_s, u"zoom-in"_s, tr("Larger (Ctrl++)"), 1);
    addZoom(u"previewFit"_s, u"fit"_s, tr("As wide as the pane (Ctrl+0)"), 0);
    connect(addButton(bar, u"closePreview"_s, u"close"_s, tr("Close the pages (Esc)")), &QToolButton::clicked, this, &PreviewPane::closed);
    return bar;
}

QToolButton *PreviewPane::addButton(QWidget *bar, const QString &name, const QString &icon, const QString &words)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(name);
    button->setIcon(look::icon(icon));
    button->setToolTip(words);
    button->setAccessibleName(words);
    bar->layout()->addWidget(button);
    return button;
}

QString PreviewPane::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

bool PreviewPane::isUpToDate() const
{
    return !m_isOld && !m_reading.isRunning();
}

void PreviewPane::setBrief(Id<Brief> brief)
{
    if (std::exchange(m_brief, brief) != brief) {
        m_sheets->setPages(nullptr);
        m_edits.clear();
    }
    refresh();
}

void PreviewPane::refresh()
{
    m_isOld = true;
    m_reading.cancel();
    m_working.stop();
    m_work->clear();
    if (isVisible())
        m_pause.start();
}

void PreviewPane::start()
{
    m_pause.stop();
    m_begun = m_edits.size();
    m_message->hide();
    m_elapsed.start();
    if (!m_brief.isValid()) {
        m_sheets->setPages(nullptr);
        return;
    }
    m_working.start();
    m_reading.start<Pages>(
        [id = m_brief, text = m_editor.text()](const Reader &reader, JobState &state) { return setPages(reader, state, id, text); },
        [this](const Result<Pages> &pages) { take(pages); });
}

void PreviewPane::take(const Result<Pages> &pages)
{
    m_working.stop();
    m_work->clear();
    if (!pages) {
        m_message->setText(pages.error().text());
        m_message->setVisible(pages.error().kind != Error::Kind::Cancelled);
        return;
    }
    const qsizetype cursor = onPages(m_editor.textCursor().position());
    const qsizetype before = m_sheets->isOnScreen(cursor) ? cursor : m_sheets->topSource();
    const qsizetype present = before < 0 ? -1 : now(before);
    m_isOld = false;
    // What takes long is not begun in every short pause.
    m_pause.setInterval(std::clamp(int(m_elapsed.elapsed()), shortestPause, longestPause));
    m_edits.remove(0, m_begun);
    m_begun = 0;
    m_sheets->setPages(*pages, before, present < 0 ? -1 : onPages(present));
    followCursor();
}

void PreviewPane::followCursor()
{
    if (isVisible() && m_sheets->pages())
        m_sheets->follow(onPages(m_editor.textCursor().position()));
}

qsizetype PreviewPane::now(qsizetype source) const
{
    for (const Edit &edit : m_edits) {
        if (source >= edit.from + edit.removed)
            source += edit.added - edit.removed;
        else if (source > edit.from)
            source = edit.from + std::min<qsizetype>(source - edit.from, edit.added);
    }
    return source;
}

qsizetype PreviewPane::onPages(qsizetype position) const
{
    for (auto edit = m_edits.crbegin(); edit != m_edits.crend(); ++edit) {
        if (position >= edit->from + edit->added)
            position += edit->removed - edit->added;
        else if (position > edit->from)
            position = edit->from + std::min<qsizetype>(position - edit->from, edit->removed);
    }
    return position;
}

void PreviewPane::showView()
{
    const int pages = m_sheets->pages() ? m_sheets->pages()->count() : 0;
    const QSignalBlocker quiet(m_number);
    m_number->setRange(std::min(1, pages), pages);
    m_number->setValue(m_sheets->page() + 1);
    m_number->setEnabled(pages > 0);
    m_count->setText(pages > 0 ? tr("of %1").arg(locale().toString(pages)) : QString());
    const int percent = qRound(m_sheets->zoomFactor() * 100);
    m_zoom->setText(pages > 0 ? tr("%1 %").arg(locale().toString(percent)) : QString());
    m_sheets->setAccessibleDescription(pages > 0 ? tr("Page %1 of %2").arg(m_sheets->page() + 1).arg(pages) : QString());
}

/// That it is at work after a moment, how far after a second.
void PreviewPane::showWork()
{
    constexpr double shareOfSetting = 0.6; // the rest is for writing a PDF
    const int percent = std::min(99, int(m_reading.progress() / shareOfSetting * 100));
    m_work->setText(m_elapsed.elapsed() < untilProgressIsShown ? tr("Setting the pages…") : tr("Setting the pages… %1 %").arg(percent));
}

void PreviewPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isOld)
        start();
    followCursor();
}

void PreviewPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous())
        return;
    // Pages that nobody sees take no memory.
    refresh();
    m_pause.stop();
    m_sheets->setPages(nullptr);
    m_edits.clear();
    m_begun = 0;
}

void PreviewPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace redoubt
