#include "ui/sources/sourcereader.h"

#include "app/sources/resting.h"
#include "ui/look/look.h"
#include "ui/sources/capturetext.h"
#include "ui/sources/excerptbar.h"
#include "ui/sources/findbar.h"
#include "ui/sources/sourcetext.h"
#include "ui/workbench/emptystate.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>

namespace redoubt {

namespace {

constexpr qsizetype shownOfHash = 12;

} // namespace

SourceReader::SourceReader(Project &project, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_pages(new QStackedWidget(this))
    , m_nothing(new EmptyState(
          tr("Nothing of this source is captured yet. Copy its text, then paste it here."), {actions.paste}, this))
    , m_chooser(new QComboBox(this))
    , m_only(new QLabel(this))
    , m_hash(new QLabel(this))
    , m_text(new CaptureText(this))
    , m_excerptBar(new ExcerptBar(project, {actions.attach, actions.copyQuotation, actions.removeExcerpt}, this))
{
    m_find = new FindBar(m_text, this);
    layOut(actions);
    connect(m_chooser, &QComboBox::activated, this, &SourceReader::show);
    connect(m_text, &CaptureText::findRequested, m_find, &FindBar::open);
    connect(m_text, &CaptureText::escaped, this, &SourceReader::escaped);
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
    m_chooser->setObjectName(u"captureChooser"_s);
    m_chooser->setAccessibleName(tr("Capture"));
    m_chooser->setToolTip(tr("When this was captured; earlier captures to choose from"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_hash->setObjectName(u"captureHash"_s);
    for (QLabel *label : {m_only, m_hash}) {
        label->setFont(look::font(look::Text::Caption));
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }

    auto *facts = new QHBoxLayout;
    facts->setContentsMargins(look::group, look::tight, look::group, look::tight);
    facts->addWidget(m_only);
    facts->addWidget(m_chooser);
    facts->addStretch(1);
    facts->addWidget(m_hash);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(facts);
    column->addWidget(m_find);
    column->addWidget(m_text, 1);
    column->addWidget(m_excerptBar);
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
    m_text->showPassage(start, start + length);
    Q_EMIT stateChanged();
}

bool SourceReader::showCapture(Id<Capture> id)
{
    if (m_text->capture().id == id)
        return true;
    const auto holder = std::ranges::find(std::as_const(m_captures), id, &Capture::id);
    if (holder == m_captures.cend())
        return false;
    m_chooser->setCurrentIndex(int(holder - m_captures.cbegin()));
    show(m_chooser->currentIndex());
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
    if (m_source.isValid() && !m_captures.isEmpty())
        m_find->open();
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
    auto found = m_source.isValid() ? captures(m_project.reader(), m_source) : Result<QList<Capture>>(QList<Capture>());
    if (!found)
        Q_EMIT failed(found.error());
    QList<Capture> now = found ? std::move(*found) : QList<Capture>();
    const bool sameLatest = !now.isEmpty() && !m_captures.isEmpty() && now.first() == m_captures.first();
    const Id<Capture> before = sameLatest ? m_text->capture().id : Id<Capture>();
    m_captures = std::move(now);
    const auto kept = std::ranges::find(std::as_const(m_captures), before, &Capture::id);
    const int number = kept == m_captures.cend() ? 0 : int(kept - m_captures.cbegin());

    m_chooser->clear();
    for (const Capture &capture : std::as_const(m_captures)) {
        const QString at = sourcetext::minute(capture.capturedAt);
        m_chooser->addItem(m_chooser->count() == 0 ? tr("Captured %1").arg(at) : tr("Earlier: %1").arg(at));
    }
    m_chooser->setVisible(m_captures.size() > 1);
    m_only->setVisible(m_captures.size() == 1);
    m_only->setText(m_chooser->itemText(0));
    m_chooser->setCurrentIndex(m_captures.isEmpty() ? -1 : number);
    m_pages->setCurrentIndex(m_captures.isEmpty() ? 0 : 1);
    sayRetraction();
    show(number);
}

void SourceReader::show(int number)
{
    const Capture capture = number >= 0 && number < m_captures.size() ? m_captures.at(number) : Capture();
    m_text->setCapture(capture);
    m_hash->setText(tr("SHA-256 %1…").arg(capture.sha256.first(std::min(shownOfHash, capture.sha256.size()))));
    m_hash->setToolTip(tr("SHA-256 of the captured bytes: %1").arg(capture.sha256));
    loadExcerpts();
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
