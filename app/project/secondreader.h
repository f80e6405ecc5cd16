#pragma once

#include "app/project/reader.h"

namespace redoubt {

/// A reader for another thread of a project that is open: its own connection, that may not write. Sees what was
/// committed when each query begins. Opened, used and closed on one thread, before the project is closed.
class SecondReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SecondReader>> open(const QString &path);
    ~SecondReader();
    SecondReader(const SecondReader &) = delete;
    SecondReader &operator=(const SecondReader &) = delete;

    [[nodiscard]] const Reader &reader() const { return *m_reader; }

private:
    explicit SecondReader(const QSqlDatabase &connection);

    QString m_connectionName;
    std::unique_ptr<Reader> m_reader;
};

} // namespace redoubt
