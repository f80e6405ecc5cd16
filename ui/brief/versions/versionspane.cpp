#include "ui/brief/versions/versionspane.h"

#include "app/brief/document.h"
#include "ui/brief/versions/comparisonview.h"
#include "ui/brief/versions/versionlist.h"
#include "ui/look/look.h"
#include "ui/workbench/paneheader.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// The list stands beside the comparison where there is room for both.
constexpr int charactersBeside = 130;

/// The text of a version; of none, the present one.
Result<QString> textOf(const Reader &reader, Id<Brief> id, Id<Revision> version)
{
    if (version.isValid())
        return revisionText(reader, version);
    const auto present = brief(reader, id);
    if (!present)
        return failure(present);
    return present->value_or(Brief()).text;
}

} // namespace

VersionsPane::VersionsPane(Project &project, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_list(new VersionList)
    , m_view(new ComparisonView)
    , m_note(new QLabel(this))
    , m_count(new QLabel)
    , m_reading(project)
    , m_comparing(project)
{
    setObjectName(u"versions"_s);
    setAccessibleName(tr("Versions"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_note->setObjectName(u"versionsNote"_s);
    m_note->setFont(look::font(look::Text::Caption));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(look::group, 0, look::group, look::related);
    auto *header = new PaneHeader(tr("VERSIONS"), {u"closeVersions"_s, tr("Back to the text (Esc)"), tr("Close the versions")}, this);
    header->setContentsMargins(look::group, look::tight, look::related, 0);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(makeComparison());
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 5);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_note);
    column->addWidget(m_splitter, 1);
    setFocusProxy(m_list);
    makeMenu();
    connect(header, &PaneHeader::closed, this, &VersionsPane::closed);
    connect(m_list, &VersionList::chosenChanged, this, &VersionsPane::compare);
    connect(m_list, &VersionList::nameGiven, this, &VersionsPane::giveName);
    connect(m_view, &ComparisonView::stepped, this, &VersionsPane::tellCount);
    connect(m_view, &ComparisonView::escaped, this, &VersionsPane::closed);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (isVisible() && changes.touchesAny({u"brief", u"revision"}))
            read();
    });
}

VersionsPane::~VersionsPane() = default;

QWidget *VersionsPane::makeComparison()
{
    auto *side = new QWidget;
    auto *bar = new QWidget(side);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(look::group, look::tight, look::related, look::tight);
    row->setSpacing(look::tight);
    m_count->setObjectName(u"versionChanges"_s);
    m_count->setFont(look::font(look::Text::Caption));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setMinimumWidth(1);
    row->addWidget(m_count, 1);
    makeActions(bar);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_view, 1);
    return side;
}

QToolButton *VersionsPane::addTool(QWidget *bar, const QString &name, const QString &icon, const QString &text, const QString &toolTip,
    const QKeySequence &shortcut, std::function<void()> act)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : look::icon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(shortcut.isEmpty() ? toolTip : u"%1 (%2)"_s.arg(toolTip, shortcut.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    addAction(action);
    auto *button = new QToolButton(bar);
    button->setDefaultAction(action);
    button->setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    button->setAccessibleName(text);
    bar->layout()->addWidget(button);
    return button;
}

void VersionsPane::makeActions(QWidget *bar)
{
    m_restore = addTool(bar, u"versions.restore"_s, {}, tr("Restore"), tr("Make this version the text again; the present text is kept as a version first"),
        QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { restore(); })->defaultAction();
    m_inline = addTool(bar, u"versions.inline"_s, u"compare"_s, tr("Laid Over Each Other"), tr("Both versions in one column instead of side by side"),
        QKeySequence(Qt::CTRL | Qt::Key_I), [this] { setInline(m_inline->defaultAction()->isChecked()); });
    m_inline->defaultAction()->setCheckable(true);
    m_previous = addTool(bar, u"versions.previous"_s, u"up"_s, tr("Change Before"), tr("Change before"), QKeySequence(Qt::SHIFT | Qt::Key_F7), [this] { m_view->step(-1); });
    m_next = addTool(bar, u"versions.next"_s, u"down"_s, tr("Next Change"), tr("Next change"), QKeySequence(Qt::Key_F7), [this] { m_view->step(1); });
}

/// What concerns one version, behind a right click on it.
void VersionsPane::makeMenu()
{
    const auto add = [this](const QString &name, const QString &text, const QString &toolTip, const QKeySequence &shortcut, auto act) {
        auto *action = new QAction(text, m_list);
        action->setObjectName(name);
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setToolTip(toolTip);
        connect(action, &QAction::triggered, this, act);
        m_list->addAction(action);
        return action;
    };
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_withBefore = add(u"versions.withBefore"_s, tr("Compare with the Version Before"), tr("Compare this version with the one before it"),
        QKeySequence(Qt::CTRL | Qt::Key_B), [this] { m_list->chooseWithBefore(m_list->chosen().first().id); });
    m_list->addAction(m_restore);
    m_rename = add(u"versions.rename"_s, tr("Name…"), tr("Give this version a name, or another one: it is kept for good"), QKeySequence(Qt::Key_F2), [this] { m_list->editName(chosenVersion()->id); });
    m_copy = add(u"versions.copy"_s, tr("Copy Its Text"), tr("Copy the whole text of this version"), QKeySequence::Copy, [this] { copyText(); });
    m_remove = add(u"versions.remove"_s, tr("Delete"), tr("Delete this version"), QKeySequence::Delete, [this] { remove(); });
}

void VersionsPane::open(Id<Brief> brief)
{
    if (std::exchange(m_brief, brief) != brief) {
        m_list->setVersions({}, -1, false);
        m_view->setComparison({}, {}, {});
    }
    read();
}

/// What is being compared may be gone; it is compared again with what is read.
void VersionsPane::read()
{
    m_comparing.cancel();
    m_reading.start<Read>([id = m_brief](const Reader &reader, JobState &) -> Result<Read> {
        const auto versions = revisions(reader, id);
        const auto text = textOf(reader, id, {});
        if (!versions || !text)
            return !versions ? Result<Read>(failure(versions)) : Result<Read>(failure(text));
        return Read{*versions, wordCount(readDocument(*text))};
    }, [this](Result<Read> read) {
        if (read)
            return show(*read);
        m_count->clear();
        Q_EMIT failed(read.error());
    });
}

void VersionsPane::show(const Read &read)
{
    m_note->setText(read.versions.isEmpty()
                        ? tr("No version of this brief is kept yet. One is kept every five minutes while you write, and whenever you name one (Ctrl+S).")
                        : tr("Kept every five minutes while you write, fewer of them as they get older; those with a name stay."));
    m_list->setVersions(read.versions, read.words, !m_project.isReadOnly());
    if (m_list->chosen().isEmpty() && !read.versions.isEmpty()) {
        const auto named = std::ranges::find_if(read.versions, [](const Revision &version) { return !version.name.isEmpty(); });
        m_list->choose({(named != read.versions.end() ? *named : read.versions.first()).id});
    }
}

std::optional<Revision> VersionsPane::chosenVersion() const
{
    QList<Revision> kept = m_list->chosen();
    kept.removeIf([](const Revision &version) { return !version.id.isValid(); });
    return kept.size() == 1 ? std::optional(kept.first()) : std::nullopt;
}

/// The two that are chosen; a single one with the present text.
void VersionsPane::compare()
{
    updateActions();
    const QList<Revision> chosen = m_list->chosen();
    const bool isPresentAlone = chosen.size() == 1 && !chosen.first().id.isValid();
    if (chosen.isEmpty() || chosen.size() > 2 || isPresentAlone) {
        m_comparing.cancel();
        m_view->setComparison({}, {}, {});
        m_count->setText(chosen.size() > 2 ? tr("Choose two to compare them") : isPresentAlone ? tr("Choose a version to compare with") : QString());
        return;
    }
    const Revision later = chosen.size() == 2 ? chosen.first() : Revision();
    const Revision earlier = chosen.last();
    m_count->setText(tr("comparing…"));
    m_comparing.start<VersionComparison>([id = m_brief, earlier = earlier.id, later = later.id](const Reader &reader, JobState &job) -> Result<VersionComparison> {
        const auto before = textOf(reader, id, earlier);
        const auto after = textOf(reader, id, later);
        if (!before || !after)
            return !before ? Result<VersionComparison>(failure(before)) : Result<VersionComparison>(failure(after));
        return compareVersions(*before, *after, &job).value_or(VersionComparison());
    }, [this, earlier, later](Result<VersionComparison> comparison) {
        if (comparison)
            return showComparison(*comparison, earlier, later);
        m_count->clear();
        Q_EMIT failed(comparison.error());
    });
}

void VersionsPane::showComparison(const VersionComparison &comparison, const Revision &earlier, const Revision &later)
{
    // What was read again stays where it is.
    if (!comparison.rows.isEmpty() && comparison == m_view->comparisonModel().comparison()) {
        m_view->setTitles(versionTitle(earlier), versionTitle(later));
        return tellCount();
    }
    m_view->setComparison(comparison, versionTitle(earlier), versionTitle(later));
}

void VersionsPane::tellCount()
{
    const VersionComparison &comparison = m_view->comparisonModel().comparison();
    const qsizetype count = m_view->changeCount();
    for (QToolButton *button : {m_previous, m_next})
        button->defaultAction()->setEnabled(count > 0);
    if (comparison.rows.isEmpty())
        return;
    if (count == 0)
        return m_count->setText(comparison.otherLayout ? tr("only blank lines or line ends differ") : tr("no change"));
    QStringList parts{tr("%1 of %2").arg(locale().toString(m_view->currentChange() + 1), locale().toString(count))};
    if (comparison.changed > 0)
        parts.append(tr("%n changed", "paragraphs", comparison.changed));
    if (comparison.added > 0)
        parts.append(tr("%n added", "paragraphs", comparison.added));
    if (comparison.removed > 0)
        parts.append(tr("%n removed", "paragraphs", comparison.removed));
    if (comparison.moved > 0)
        parts.append(tr("%n moved", "paragraphs", comparison.moved));
    parts.append(tr("words +%1 −%2").arg(locale().toString(comparison.wordsAdded), locale().toString(comparison.wordsRemoved)));
    m_count->setText(parts.join(u" · "_s));
    m_count->setToolTip(m_count->text());
}

void VersionsPane::updateActions()
{
    const bool isOne = chosenVersion().has_value();
    const bool mayChange = !m_project.isReadOnly();
    m_withBefore->setEnabled(m_list->chosen().size() == 1);
    m_copy->setEnabled(isOne);
    for (QAction *action : {m_restore, m_rename, m_remove})
        action->setEnabled(isOne && mayChange);
}

bool VersionsPane::edit(const QString &what, const std::function<Result<>(Writer &)> &work)
{
    const auto done = m_project.edit(what, work);
    if (!done)
        Q_EMIT failed(done.error());
    return done.has_value();
}

void VersionsPane::giveName(Id<Revision> version, const QString &name)
{
    if (!edit(tr("Name version “%1”").arg(name), [&](Writer &writer) { return renameVersion(writer, version, name); }))
        read();
}

void VersionsPane::restore()
{
    const auto version = chosenVersion();
    if (!version)
        return;
    const QString title = versionTitle(*version);
    if (edit(tr("Restore version %1").arg(title), [&](Writer &writer) { return restoreVersion(writer, version->id, QDateTime::currentDateTimeUtc()); }))
        Q_EMIT restored(tr("The text is that of version %1 again.").arg(title));
}

void VersionsPane::remove()
{
    const auto version = chosenVersion();
    if (!version)
        return;
    const QString title = versionTitle(*version);
    if (edit(tr("Delete version %1").arg(title), [&](Writer &writer) { return removeVersion(writer, version->id); }))
        Q_EMIT changed(tr("Deleted version %1.").arg(title));
}

void VersionsPane::copyText()
{
    const auto version = chosenVersion();
    if (!version)
        return;
    const auto text = revisionText(m_project.reader(), version->id);
    if (text)
        QGuiApplication::clipboard()->setText(*text);
    else
        Q_EMIT failed(text.error());
}

void VersionsPane::setInline(bool isInline)
{
    m_view->setArrangement(isInline ? ComparisonModel::Arrangement::Inline : ComparisonModel::Arrangement::SideBySide);
}

void VersionsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void VersionsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isBeside = width() > charactersBeside * fontMetrics().averageCharWidth();
    m_splitter->setOrientation(isBeside ? Qt::Horizontal : Qt::Vertical);
}

} // namespace redoubt
