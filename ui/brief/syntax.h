#pragma once

#include <KSyntaxHighlighting/Repository>

#include <future>

namespace redoubt {

/// The definitions and themes that briefs are set by. Reading the library's own ones takes as long as a panel, so it begins
/// on a thread with construction, and who needs them waits for the rest of it.
class Syntax
{
public:
    /// Begins after what is needed sooner, where that is under way.
    explicit Syntax(std::shared_future<void> sooner = {});

    /// Belongs to the thread that asks first.
    [[nodiscard]] KSyntaxHighlighting::Repository &repository();

private:
    std::future<std::unique_ptr<KSyntaxHighlighting::Repository>> m_reading;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
};

} // namespace redoubt
