#include "ui/sources/sourcereader.h"

#include "app/sources/resting.h"
#include "ui/look/look.h"
#include "ui/sources/captureheader.h"
#include "ui/sources/capturetext.h"
#include "ui/sources/comparison.h"
#include "ui/sources/excerptbar.h"
#include "ui/sources/findbar.h"
#include "ui/sources/pageview.h"
#include "ui/sources/pictureview.h"
#include "ui/workbench/emptystate.h"

#include <QAction>
#include <QBoxLayout>
#include <QStackedWidget>

namespace redoubt {

SourceReader::SourceReader(Project &project, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_pages(new QStackedWidget(this))
    , m_nothing(new EmptyState(
          tr("Nothing of this source is captured yet. Capture it from its address, drop a file here, or copy its text and paste it."), {actions.capture, actions.paste}, this))
    , m_header(new CaptureHeader({actions.compare, actions.showPages}, this))
    , m_views(new QStackedWidget(this))
    , m_text(new CaptureText(this))
    , m_excerptBar(new ExcerptBar(project, {actions.attach, actions.copyQuotation, actions.removeExcerpt}, this))
    , m_comparison([this] { return makeComparison(); })
    , m_pageView([this] { return makePages(); })
    , m_picture([this] { return makePicture(); })
{
    m_find = new FindBar(m_text, this);
    layOut(actions);
    m_text->setQuoting([this](const Excerpt &excerpt) { return quote(excerpt); });
    m_excerptBar->setQuoting([this](const Excerpt &excerpt) { return quote(excerpt); });
    connect(m_header, &CaptureHeader::chosen, this, &SourceReader::show);
    connect(m_text, &CaptureText::findRequested, m_find, &FindBar::open);
    connect(m_text, &CaptureText::escaped, this, &SourceReader::escaped);
    connect(m_text, &ReadingText::typeSizeAsked, this, &SourceReader::zoom);
    connect(m_text, &QTextEdit::selectionChanged, this, &SourceReader::stateChanged);
    connect(m_text, &CaptureText::excerptClicked, this, &SourceReader::excerptChosen);
    connect(m_excerptBar, &ExcerptBar::failed, this, &SourceReader::failed);
    connect(m_excerptBar, &ExcerptBar::left, m_text, [this] { m_text->setFocus(Qt::OtherFocusReason); });
    connect(&project, &Project::changed, this, &SourceReader::refresh);
    load();
}

void SourceReader::layOut(const Actions &actions)
{
    m_text->setKeepAction(actions.keep);
    m_excerptBar->addAlternative(actions.attach, actions.dispute);

    auto *text = new QWidget(this);
    auto *textColumn = new QVBoxLayout(text);
    textColumn->setContentsMargins(0, 0, 0, 0);
    textColumn->setSpacing(0);
    textColumn->addWidget(m_find);
    textColumn->addWidget(m_text, 1);
    textColumn->addWidget(m_excerptBar);
    m_views->addWidget(text);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_views, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(page);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
}

void SourceReader::setSource(Id<Source> id)
{
    if (std::exchange(m_source, id) != id)
        load();
}

void SourceReader::choose(Id<Excerpt> id)
{
    const auto found = excerpt(m_project.reader(), id);
    if (!found) {
        Q_EMIT failed(found.error());
        return;
    }
    if (*found)
        showCapture((*found)->capture);
    if (*found && m_view == View::Comparison)
        setView(View::Text);
    if (*found && m_view == View::Pages)
        m_pageView->show((*found)->capture, m_text->pageOf((*found)->start));
    m_text->setChosen({});
    m_text->showExcerpt(id);
    m_excerptBar->setExcerpt(chosen());
    Q_EMIT stateChanged();
}

std::optional<Excerpt> SourceReader::chosen() const
{
    for (const Excerpt &excerpt : m_text->excerpts()) {
        if (excerpt.id == m_text->chosen())
            return excerpt;
    }
    return std::nullopt;
}

void SourceReader::showPlace(Id<Capture> capture, qsizetype start, qsizetype length)
{
    if (!showCapture(capture))
        return;
    m_text->setChosen({});
    m_excerptBar->setExcerpt({});
    setView(View::Text);
    m_text->showPassage(start, start + length);
    m_text->selectPassage(start, start + length);
    Q_EMIT stateChanged();
}

bool SourceReader::showCapture(Id<Capture> id)
{
    if (m_text->capture().id == id)
        return true;
    const auto holder = std::ranges::find(std::as_const(m_captures), id, &Capture::id);
    if (holder == m_captures.cend())
        return false;
    show(int(holder - m_captures.cbegin()));
    return true;
}

void SourceReader::stepExcerpt(int by)
{
    const QList<Excerpt> &all = m_text->excerpts();
    if (all.isEmpty())
        return;
    const auto now = std::ranges::find(all, m_text->chosen(), &Excerpt::id);
    const qsizetype at = now == all.cend() ? (by > 0 ? -1 : all.size()) : now - all.cbegin();
    Q_EMIT excerptChosen(all.at((at + by + all.size()) % all.size()).id);
}

void SourceReader::openFind()
{
    if (!m_source.isValid() || m_captures.isEmpty())
        return;
    setView(View::Text);
    m_find->open();
}

QString SourceReader::quote(const Excerpt &excerpt) const
{
    const auto of = redoubt::source(m_project.reader(), m_source);
    return quotation(excerpt, of ? of->value_or(Source()).key : QString());
}

void SourceReader::editSpeaker()
{
    m_excerptBar->editSpeaker();
}

void SourceReader::refresh(const Changes &changes)
{
    if (changes.touches(u"capture"_s))
        load();
    else if (changes.touches(u"excerpt"_s))
        loadExcerpts();
    if (changes.touchesAny({u"source", u"origin"}))
        sayRetraction();
}

void SourceReader::sayRetraction()
{
    const auto fallen = retractionsAmong(m_project.reader(), {m_source});
    if (!fallen)
        Q_EMIT failed(fallen.error());
    QString why;
    if (fallen && !fallen->isEmpty()) {
        const auto retracted = redoubt::source(m_project.reader(), fallen->value(m_source));
        why = retracted && *retracted ? retractionText(m_source, **retracted) : QString();
    }
    m_excerptBar->setRetraction(why);
}

/// Keeps the capture that is shown where it is still there and no later one came.
void SourceReader::load()
{
    auto found = m_source.isValid() ? redoubt::captures(m_project.reader(), m_source) : Result<QList<Capture>>(QList<Capture>());
    if (!found)
        Q_EMIT failed(found.error());
    QList<Capture> now = found ? std::move(*found) : QList<Capture>();
    const bool sameLatest = !now.isEmpty() && !m_captures.isEmpty() && now.first() == m_captures.first();
    const Id<Capture> before = sameLatest ? m_text->capture().id : Id<Capture>();
    m_captures = std::move(now);
    const auto kept = std::ranges::find(std::as_const(m_captures), before, &Capture::id);
    const int number = kept == m_captures.cend() ? 0 : int(kept - m_captures.cbegin());

    m_header->setCaptures(m_captures);
    m_pages->setCurrentIndex(m_captures.isEmpty() ? 0 : 1);
    sayRetraction();
    show(number);
}

/// What was shown as pages, or compared, is that again where it can be.
void SourceReader::show(int number)
{
    const Capture capture = m_captures.value(number);
    const bool isSameSource = m_text->capture().source == capture.source;
    m_text->setCapture(capture);
    m_header->setCurrent(m_captures.isEmpty() ? -1 : number);
    loadExcerpts();
    showView(isSameSource ? m_view : View::Text);
}

void SourceReader::loadExcerpts()
{
    const Id<Capture> id = m_text->capture().id;
    const auto found = excerpts(m_project.reader(), id);
    if (!found)
        Q_EMIT failed(found.error());
    m_text->setExcerpts(found ? *found : QList<Excerpt>());
    if (!chosen())
        m_text->setChosen({});
    m_excerptBar->setExcerpt(chosen());
    Q_EMIT stateChanged();
}

} // namespace redoubt
