#pragma once

#include <KSyntaxHighlighting/Repository>

#include <QThreadPool>

#include <future>

namespace redoubt {

/// The definitions and themes that briefs are set by. Reading the library's own ones takes as long as a panel, so it begins
/// on a thread with construction, and who needs them waits for the rest of it.
class Syntax
{
public:
    /// Begins behind what is to be done aside already.
    explicit Syntax(QThreadPool &aside = *QThreadPool::globalInstance());

    /// Belongs to the thread that asks first.
    [[nodiscard]] KSyntaxHighlighting::Repository &repository();

private:
    std::future<std::unique_ptr<KSyntaxHighlighting::Repository>> m_reading;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
};

} // namespace redoubt
