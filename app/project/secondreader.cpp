#include "app/project/secondreader.h"

#include "app/project/opening.h"

namespace redoubt {

Result<std::unique_ptr<SecondReader>> SecondReader::open(const QString &path)
{
    const auto header = opening::look(path);
    if (!header)
        return failure(header);
    const auto connection = opening::connectToRead(path, *header);
    if (!connection)
        return failure(connection);
    return std::unique_ptr<SecondReader>(new SecondReader(*connection));
}

SecondReader::SecondReader(const QSqlDatabase &connection)
    : m_connectionName(connection.connectionName())
    , m_reader(std::make_unique<Reader>(connection))
{
}

SecondReader::~SecondReader()
{
    m_reader.reset();
    opening::disconnect(QSqlDatabase::database(m_connectionName, false), false);
}

} // namespace redoubt
