#pragma once

#include "app/project/project.h"

#include <QTemporaryDir>
#include <QTest>

namespace redoubt {

using namespace Qt::StringLiterals;

/// The value of a result, for a test that goes no further without it.
template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// A new, empty project in a folder that goes with it.
class TemporaryProject
{
public:
    TemporaryProject()
    {
        must(Project::create(path(), u"Test"_s));
        m_project = must(Project::open(path()));
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(u"test.redoubt"_s); }
    [[nodiscard]] Project &project() { return *m_project; }
    [[nodiscard]] const Reader &reader() { return m_project->reader(); }
    Project *operator->() { return m_project.get(); }

    /// One action, that must be possible.
    void edit(const std::function<Result<>(Writer &)> &work) { must(m_project->edit(u"Test"_s, work)); }

    /// Closes the project and opens it again.
    void reopen(Project::Mode mode = Project::Mode::ReadWrite)
    {
        m_project.reset();
        m_project = must(Project::open(path(), mode));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Project> m_project;
};

} // namespace redoubt
