#include "app/publish/outfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::OutFile)
};

} // namespace

OutFile::OutFile(const QString &path)
    : m_file(path)
{
}

Result<> OutFile::open()
{
    // A device would be replaced by a file.
    if (const QFileInfo there(m_file.fileName()); there.exists() && !there.isFile() && !there.isDir())
        return std::unexpected(failed(Tr::tr("It is not a file.")));
    if (!m_file.open(QIODevice::WriteOnly))
        return std::unexpected(failed());
    return {};
}

Result<> OutFile::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) != bytes.size())
        return std::unexpected(failed());
    return {};
}

Result<qint64> OutFile::commit()
{
    if (!m_file.flush()) {
        const Error error = failed();
        m_file.cancelWriting();
        return std::unexpected(error);
    }
    const qint64 size = m_file.size();
    if (!m_file.commit())
        return std::unexpected(failed());
    return size;
}

Error OutFile::failed() const
{
    return failed(m_file.errorString());
}

Error OutFile::failed(const QString &why) const
{
    const bool full = m_file.error() == QFileDevice::ResourceError || m_file.error() == QFileDevice::WriteError;
    return {Tr::tr("“%1” could not be written.").arg(m_file.fileName()), why,
        full ? Tr::tr("Make room on that disk, or choose another place.")
             : Tr::tr("Choose a folder that you may write to, and a file name that is not a folder's."),
        full ? Error::Kind::DiskFull : Error::Kind::NotAllowed};
}

} // namespace redoubt
