#pragma once

#include "app/base/result.h"

#include <QSaveFile>

namespace redoubt {

/// A file that is written piece by piece and stands at its place only once all of it is on the disk: after a failure,
/// or without commit(), what was there before is there still.
class OutFile
{
public:
    explicit OutFile(const QString &path);

    /// Each fails with what to do about it.
    Result<> open();
    Result<> write(const QByteArray &bytes);
    /// Its size in bytes.
    Result<qint64> commit();

    [[nodiscard]] QIODevice &device() { return m_file; }
    /// Why the device would take no more.
    [[nodiscard]] Error failed() const;

private:
    [[nodiscard]] Error failed(const QString &why) const;

    QSaveFile m_file;
};

} // namespace redoubt
