#include "app/project/lentedit.h"

#include <QtConcurrentRun>

namespace redoubt {

namespace {

constexpr std::chrono::milliseconds tryInterval{200};
constexpr int mostTries = 300;

Error cannotBeChanged(const QString &what)
{
    return {LentEdit::tr("“%1” was not done.").arg(what), LentEdit::tr("The project cannot be changed now."), LentEdit::tr("Try again."), Error::Kind::InUse};
}

} // namespace

LentEdit::LentEdit(Project &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
{
    m_thread.setMaxThreadCount(1);
    m_again.setInterval(tryInterval);
    connect(&m_again, &QTimer::timeout, this, &LentEdit::tryToStart);
    connect(&m_outcome, &QFutureWatcherBase::finished, this, &LentEdit::settle);
}

LentEdit::~LentEdit()
{
    m_thread.waitForDone();
    if (m_isLent)
        m_project.settle({});
}

void LentEdit::start(const QString &what, Work work, WhenDone done)
{
    begin(what, true, std::move(work), std::move(done));
}

void LentEdit::keep(const QString &what, Work work, WhenDone done)
{
    begin(what, false, std::move(work), std::move(done));
}

void LentEdit::begin(const QString &what, bool isAction, Work work, WhenDone done)
{
    if (isRunning())
        return done(std::unexpected(cannotBeChanged(what)));
    m_what = what;
    m_isAction = isAction;
    m_work = std::move(work);
    m_done = std::move(done);
    m_tries = 0;
    tryToStart();
}

void LentEdit::tryToStart()
{
    m_isLent = m_project.lend(m_isAction ? std::function<void()>() : [this] { wait(); });
    if (m_isLent)
        return run();
    // What can never be changed says so itself.
    if (m_project.isReadOnly())
        return finish(m_isAction ? m_project.edit(m_what, m_work) : m_project.keep(m_work));
    if (++m_tries > mostTries)
        return finish(std::unexpected(cannotBeChanged(m_what)));
    m_again.start();
}

void LentEdit::run()
{
    m_again.stop();
    m_outcome.setFuture(QtConcurrent::run(&m_thread, [path = m_project.path(), what = m_what, isAction = m_isAction, work = m_work] {
        auto outcome = std::make_shared<Outcome>();
        const auto project = Project::openLent(path);
        if (!project) {
            outcome->written = failure(project);
            return outcome;
        }
        QObject::connect(project->get(), &Project::changed, project->get(), [&outcome](const Changes &made) { outcome->changes = made; });
        outcome->written = isAction ? (*project)->edit(what, work) : (*project)->keep(work);
        return outcome;
    }));
}

void LentEdit::settle()
{
    if (!m_isLent || !m_outcome.future().isFinished())
        return; // somebody has waited for it
    const auto outcome = m_outcome.result();
    m_project.settle(outcome->changes);
    m_isLent = false;
    finish(outcome->written);
}

void LentEdit::wait()
{
    if (m_isLent) {
        m_outcome.waitForFinished();
        settle();
    } else if (isRunning()) {
        finish(std::unexpected(cannotBeChanged(m_what)));
    }
}

void LentEdit::finish(const Result<> &written)
{
    m_again.stop();
    m_work = nullptr;
    const WhenDone done = std::exchange(m_done, nullptr);
    done(written);
}

} // namespace redoubt
