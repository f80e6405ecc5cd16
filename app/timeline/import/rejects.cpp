#include "app/timeline/import/rejects.h"

#include "app/timeline/import/importedevent.h"

#include <QCoreApplication>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

QString quoted(const QString &field, QChar separator)
{
    if (!field.contains(separator) && !field.contains(u'"') && !field.contains(u'\n') && !field.contains(u'\r'))
        return field;
    return u'"' + QString(field).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

Rejects::Rejects(const QString &path, const QStringList &columns, char separator)
    : m_file(path)
    , m_columns(columns)
    , m_separator(separator == 0 ? u',' : QChar::fromLatin1(separator))
    , m_isTable(separator != 0)
{
}

Error Rejects::failed() const
{
    return {Words::tr("Nothing was imported."), Words::tr("The skipped rows could not be written to “%1”: %2.").arg(m_file.fileName(), m_file.errorString()),
        Words::tr("Choose another file for them."), Error::Kind::NotAllowed};
}

Result<> Rejects::open()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return std::unexpected(failed());
    QStringList header{u"line"_s, u"reason"_s};
    if (m_columns.isEmpty() && !m_isTable)
        header.append(u"row"_s);
    return write(header + m_columns, {});
}

Result<> Rejects::write(const QStringList &fields, const QString &tail)
{
    QStringList parts;
    for (const QString &field : fields)
        parts.append(quoted(field, m_separator));
    const QByteArray line = (parts.join(m_separator) + (tail.isEmpty() ? QString() : m_separator + tail) + u'\n').toUtf8();
    return m_file.write(line) == line.size() ? Result<>() : Result<>(std::unexpected(failed()));
}

Result<> Rejects::add(const ImportedRow &row, const QString &why)
{
    // A row with a mark that is not closed would swallow those after it.
    const bool asItStands = m_isTable && row.raw.count('"') % 2 == 0;
    const QString raw = QString::fromUtf8(row.raw);
    return write({QString::number(row.line), why}, asItStands ? raw : quoted(raw, m_separator));
}

Result<> Rejects::commit()
{
    return m_file.commit() ? Result<>() : Result<>(std::unexpected(failed()));
}

} // namespace redoubt
