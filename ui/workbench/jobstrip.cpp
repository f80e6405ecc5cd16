#include "ui/workbench/jobstrip.h"

#include "ui/look/look.h"

#include <QBoxLayout>
#include <QFutureWatcher>
#include <QLabel>
#include <QProgressBar>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int showAfter = 200; // ms
constexpr int steps = 1000;

} // namespace

JobStrip::JobStrip(QWidget *parent)
    : QWidget(parent)
    , m_timer(new QTimer(this))
{
    m_timer->setInterval(showAfter);
    connect(m_timer, &QTimer::timeout, this, [this] {
        m_bar->setValue(int(m_state->progress() * steps));
        show();
    });
    hide();
}

void JobStrip::make()
{
    m_title = new QLabel(this);
    m_bar = new QProgressBar(this);
    auto *stop = new QToolButton(this);
    m_title->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar->setRange(0, steps);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(look::page * 6);
    m_bar->setMaximumHeight(look::group);
    stop->setIcon(look::icon(u"close"_s));
    stop->setToolTip(tr("Stop; nothing half done stays"));
    stop->setAccessibleName(tr("Stop"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::related);
    layout->addWidget(m_title);
    layout->addWidget(m_bar);
    layout->addWidget(stop);
    connect(stop, &QToolButton::clicked, this, [this] {
        if (m_state)
            m_state->stop();
    });
}

JobStrip::~JobStrip()
{
    if (m_state)
        m_state->stop();
    m_work.waitForFinished();
}

bool JobStrip::start(const QString &title, std::function<Result<QString>(JobState &)> work,
    std::function<void(const Result<QString> &)> done, std::function<void()> stopped)
{
    if (isRunning())
        return false;
    if (!m_title)
        make();
    m_state = std::make_shared<JobState>();
    m_title->setText(title);
    m_bar->setValue(0);
    m_timer->start();
    auto *watcher = new QFutureWatcher<std::shared_ptr<Result<QString>>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, done = std::move(done), stopped = std::move(stopped)] {
        const auto result = watcher->result();
        watcher->deleteLater();
        finish();
        if (*result || result->error().kind != Error::Kind::Cancelled)
            done(*result);
        else if (stopped)
            stopped();
    });
    const auto running = QtConcurrent::run([state = m_state, work = std::move(work)] { return std::make_shared<Result<QString>>(work(*state)); });
    m_work = QFuture<void>(running);
    watcher->setFuture(running);
    return true;
}

void JobStrip::finish()
{
    m_timer->stop();
    m_state.reset();
    hide();
}

} // namespace redoubt
