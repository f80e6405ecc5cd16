// The parts of the timeline panel that look at all events: files of them, patterns, and pairs that are perhaps the same.

#include "app/publish/eventexport.h"
#include "ui/timeline/candidatespane.h"
#include "ui/timeline/patternspane.h"
#include "ui/timeline/picture.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Format
{
    EventFormat format;
    QString suffix;
    QString filter; ///< of a file dialog
};

QList<Format> formats()
{
    return {{EventFormat::Csv, u"csv"_s, TimelinePanel::tr("Table (*.csv)")},
        {EventFormat::TimelineJs, u"json"_s, TimelinePanel::tr("TimelineJS (*.json)")},
        {EventFormat::Svg, u"svg"_s, TimelinePanel::tr("The timeline as it is shown, SVG (*.svg)")},
        {EventFormat::Png, u"png"_s, TimelinePanel::tr("The timeline as it is shown, PNG (*.png)")}};
}

} // namespace

void TimelinePanel::makeOutputActions()
{
    auto *patterns = makeAction(u"show-patterns"_s, {}, tr("&Patterns"), tr("How much later effects came, and how many events there were a month"));
    auto *same = makeAction(u"show-candidates"_s, {}, tr("Sa&me-incident candidates…"),
        tr("Pairs of events that perhaps tell of the same incident, to be linked or kept apart"));
    auto *write = makeAction(u"export-events"_s, u"export"_s, tr("E&xport events…"), tr("Write the events as a table or for TimelineJS, or the timeline as a picture"));
    addMoreSeparator();
    addMoreAction(patterns);
    addMoreAction(same);
    addMoreAction(write);
    connect(patterns, &QAction::triggered, this, &TimelinePanel::showPatterns);
    connect(same, &QAction::triggered, this, &TimelinePanel::showCandidates);
    connect(write, &QAction::triggered, this, &TimelinePanel::chooseExport);
}

void TimelinePanel::chooseExport()
{
    QStringList filters;
    for (const Format &format : formats())
        filters.append(format.filter);
    const QFileInfo project(m_project.path());
    QString filter = filters.first();
    QString file = QFileDialog::getSaveFileName(this, tr("Export events"),
        u"%1/%2.csv"_s.arg(project.absolutePath(), project.completeBaseName()), filters.join(u";;"_s), &filter);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += u'.' + formats().at(filters.indexOf(filter)).suffix;
    exportEvents(file);
}

void TimelinePanel::exportEvents(const QString &file)
{
    const QList<Format> all = formats();
    const auto format = std::ranges::find(all, QFileInfo(file).suffix().toLower(), &Format::suffix);
    if (format == all.end()) {
        notice()->show({tr("The events were not exported."), tr("The format of “%1” is not known.").arg(QFileInfo(file).fileName()),
            tr("Give the file a name that ends in .csv, .json, .svg or .png."), Error::Kind::Invalid});
        return;
    }
    if (!tell(flush()))
        return;
    const auto showIt = [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); };
    if (format->format == EventFormat::Svg || format->format == EventFormat::Png) {
        if (tell(writePicture(file, m_view->size(), tr("Timeline"), [this](QPainter &painter) { m_view->drawPicture(painter); })))
            notice()->show(Notice::Severity::Done, tr("The timeline is in %1.").arg(QDir::toNativeSeparators(file)), tr("Show it"), showIt);
        return;
    }
    EventChoice choice;
    if (m_view->density().size() != m_chronology->size()) {
        QSet<Id<Event>> shown;
        for (int row = 0; row < m_chronology->size(); ++row) {
            if (m_view->isShown(row))
                shown.insert(m_chronology->id(row));
        }
        choice = [shown](const Event &event) { return shown.contains(event.id); };
    }
    const auto work = [path = m_project.path(), file, format = format->format, choice](JobState &state) -> Result<QString> {
        const auto project = Project::open(path, Project::Mode::ReadOnly);
        if (!project)
            return failure(project);
        const auto written = writeEvents((*project)->reader(), file, format, choice, &state);
        if (!written)
            return failure(written);
        return tr("%n event(s) exported to %1.", nullptr, int(written->events)).arg(QDir::toNativeSeparators(file));
    };
    runLong(tr("Exporting events"), work, [this, showIt](const Result<QString> &done) {
        if (tell(done))
            notice()->show(Notice::Severity::Done, *done, tr("Show it"), showIt);
    });
}

void TimelinePanel::showPatterns()
{
    if (!m_patterns) {
        m_patterns = new PatternsPane(m_project, this);
        m_aside->addWidget(m_patterns);
        connect(m_patterns, &PatternsPane::chosen, this, [this](Id<Event> id) { m_selection.select(Thing::of(id)); });
        connect(m_patterns, &PatternsPane::failed, this, [this](const Error &error) { notice()->show(error); });
        connect(m_patterns, &PatternsPane::exported, this, [this](const QString &file) {
            notice()->show(Notice::Severity::Done, tr("Exported to %1.").arg(QDir::toNativeSeparators(file)), tr("Show it"),
                [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
        });
        connect(m_patterns, &PatternsPane::closed, this, &TimelinePanel::closeAside);
    }
    showAside(m_patterns);
    fillPatterns();
    m_patterns->setFocus(Qt::ShortcutFocusReason);
}

/// Only while they are seen.
void TimelinePanel::fillPatterns()
{
    if (!m_patterns || !m_aside->isVisibleTo(this) || m_aside->currentWidget() != m_patterns)
        return;
    auto matches = std::make_shared<std::vector<Truth>>(size_t(m_chronology->size()), Truth::No);
    for (int row = 0; row < m_chronology->size(); ++row)
        (*matches)[size_t(row)] = m_view->isShown(row) ? Truth::Yes : Truth::No;
    m_patterns->show(m_chronology, matches);
}

void TimelinePanel::showCandidates()
{
    if (!m_candidates) {
        m_candidates = new CandidatesPane(m_project, this);
        m_aside->addWidget(m_candidates);
        connect(m_candidates, &CandidatesPane::chosen, this, [this](Id<Event> id) { m_selection.select(Thing::of(id)); });
        connect(m_candidates, &CandidatesPane::failed, this, [this](const Error &error) { notice()->show(error); });
        connect(m_candidates, &CandidatesPane::asked, this, &TimelinePanel::findCandidates);
        connect(m_candidates, &CandidatesPane::closed, this, &TimelinePanel::closeAside);
    }
    showAside(m_candidates);
    m_candidates->setFocus(Qt::ShortcutFocusReason);
    findCandidates();
}

void TimelinePanel::findCandidates()
{
    if (!tell(flush()))
        return;
    const auto found = std::make_shared<QList<Candidate>>();
    const auto work = [path = m_project.path(), found](JobState &state) -> Result<QString> {
        const auto project = Project::open(path, Project::Mode::ReadOnly);
        if (!project)
            return failure(project);
        auto all = redoubt::candidates((*project)->reader(), CandidatesPane::most, {}, &state);
        if (!all)
            return failure(all);
        *found = *std::move(all);
        return QString();
    };
    runLong(tr("Looking for same incidents"), work, [this, found](const Result<QString> &done) {
        if (tell(done))
            m_candidates->show(*found);
    });
}

} // namespace redoubt
