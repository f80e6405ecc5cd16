#pragma once

#include <atomic>

namespace redoubt {

/// What a long piece of work and the one who waits for it tell each other: how far it is, and that it shall stop. May
/// be used from any threads at once; whoever starts the work owns it and keeps it until the work has returned.
class JobState
{
public:
    /// 0 to 1.
    void setProgress(double progress) { m_progress = progress; }
    [[nodiscard]] double progress() const { return m_progress; }

    /// The work returns soon after with Error::Kind::Cancelled and leaves nothing half done.
    void stop() { m_stop = true; }
    [[nodiscard]] bool isStopped() const { return m_stop; }

private:
    std::atomic<double> m_progress = 0;
    std::atomic<bool> m_stop = false;
};

} // namespace redoubt
