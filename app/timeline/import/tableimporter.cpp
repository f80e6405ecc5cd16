#include "app/timeline/import/tableimporter.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

QStringList namesIn(const TextRecord &record)
{
    QStringList names;
    for (const QByteArrayView field : record.fields)
        names.append(QString::fromUtf8(field).trimmed());
    return names;
}

class TableImporter : public EventImporter
{
public:
    TableImporter(const QString &path, std::unique_ptr<TableFormat> format, const TableShape &shape, const ColumnMapping &mapping)
        : m_input(path)
        , m_reader(m_input, shape.separator, shape.quotes)
        , m_format(std::move(format))
        , m_shape(shape)
        , m_mapping(mapping)
    {
    }

    Result<> begin()
    {
        if (auto opened = m_input.open(); !opened)
            return opened;
        if (m_shape.separator == 0) {
            const auto separator = m_reader.guessSeparator();
            if (!separator)
                return failure(separator);
            m_shape.separator = *separator;
            m_reader.setSeparator(*separator);
        }
        const auto first = m_reader.next(m_record);
        if (!first)
            return failure(first);
        const QStringList names = namesIn(m_record);
        m_hasHeader = m_shape.columns.isEmpty() || names.value(0).compare(m_shape.columns.first(), Qt::CaseInsensitive) == 0;
        m_columns = m_hasHeader ? names : m_shape.columns;
        m_first = *first && !m_hasHeader;
        if (!*first)
            return failure(Words::tr("Nothing was imported."), Words::tr("“%1” is empty.").arg(m_input.fileName()), {}, Error::Kind::Invalid);
        QHash<QString, int> indexes;
        for (qsizetype i = m_columns.size() - 1; i >= 0; --i)
            indexes.insert(m_columns.at(i).toLower(), int(i));
        return m_format->begin([&](const char *name) { return indexes.value(QString::fromUtf8(name).toLower(), -1); });
    }

    Result<bool> next(ImportedRow &row) override
    {
        if (!std::exchange(m_first, false)) {
            const auto more = m_reader.next(m_record);
            if (!more || !*more)
                return more;
        }
        row.line = m_record.line;
        row.raw = m_record.raw.toByteArray();
        row.problem = problem();
        row.isRemark = false;
        row.event = {};
        if (!row.problem.isEmpty())
            return true;
        const TableRow fields(m_record);
        row.isRemark = m_format->isRemark(fields);
        if (row.isRemark)
            return true;
        auto event = m_format->read(fields);
        if (event)
            row.event = std::move(*event);
        else
            row.problem = event.error().why;
        return true;
    }

    [[nodiscard]] double progress() const override { return m_input.progress(); }
    [[nodiscard]] QStringList columns() const override { return m_hasHeader ? m_columns : QStringList(); }
    [[nodiscard]] ColumnMapping mapping() const override { return m_mapping; }
    [[nodiscard]] QString sha256() const override { return m_input.sha256(); }
    [[nodiscard]] char separator() const override { return m_shape.separator; }

private:
    [[nodiscard]] QString problem() const
    {
        if (m_record.unclosed)
            return Words::tr("A quotation mark is opened here and never closed.");
        const auto fields = qsizetype(m_record.fields.size());
        if (fields == m_columns.size())
            return {};
        return Words::tr("It has %n fields", nullptr, int(fields)) + u' ' + Words::tr("where the table has %n columns.", nullptr, int(m_columns.size()));
    }

    TextInput m_input;
    RecordReader m_reader;
    std::unique_ptr<TableFormat> m_format;
    TableShape m_shape;
    ColumnMapping m_mapping;
    TextRecord m_record;
    QStringList m_columns;
    bool m_hasHeader = true;
    bool m_first = false; ///< the record is a row that was read in search of a header
};

} // namespace

std::optional<qint64> TableRow::number(int column) const
{
    const QByteArrayView field = bytes(column);
    bool isNumber = false;
    const qint64 whole = field.toLongLong(&isNumber);
    if (isNumber)
        return whole;
    const double value = field.toDouble(&isNumber);
    if (!isNumber || !(std::abs(value) < 9e15) || value != std::floor(value))
        return {};
    return qint64(value);
}

std::optional<int> TableRow::count(int column) const
{
    const auto value = number(column);
    return value && *value >= 0 && *value <= std::numeric_limits<int>::max() ? std::optional<int>(int(*value)) : std::nullopt;
}

QStringList TableRow::list(int column, char separator) const
{
    QStringList all;
    QByteArrayView rest = bytes(column);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf(separator);
        const QString text = QString::fromUtf8(rest.first(end < 0 ? rest.size() : end).trimmed());
        if (!text.isEmpty() && !all.contains(text))
            all.append(text);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    }
    return all;
}

Result<std::optional<Coordinates>> coordinatesOf(const QString &latitude, const QString &longitude)
{
    if (latitude.isEmpty() && longitude.isEmpty())
        return std::optional<Coordinates>();
    // A comma is what some languages write for the point.
    const auto degrees = [](QString text, bool &good) { return text.replace(u',', u'.').toDouble(&good); };
    bool isLatitude = false;
    bool isLongitude = false;
    const Coordinates place{degrees(latitude, isLatitude), degrees(longitude, isLongitude)};
    if (!isLatitude || !isLongitude || !(std::abs(place.latitude) <= 90) || !(std::abs(place.longitude) <= 180))
        return refuseRow(Words::tr("“%1, %2” is no place on Earth.").arg(latitude.left(40), longitude.left(40)));
    return std::optional(place);
}

std::unexpected<Error> refuseRow(const QString &why)
{
    return failure({}, why, {}, Error::Kind::Invalid);
}

void setDate(ImportedEvent &event, const Edtf &date)
{
    event.date = date.text;
    event.bounds = date.bounds;
}

QString joined(const QStringList &parts, const QString &separator)
{
    QString text;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            text += (text.isEmpty() ? QString() : separator) + part;
    }
    return text;
}

Result<std::unique_ptr<EventImporter>> openTable(
    const QString &path, std::unique_ptr<TableFormat> format, const TableShape &shape, const ColumnMapping &mapping)
{
    auto importer = std::make_unique<TableImporter>(path, std::move(format), shape, mapping);
    if (auto begun = importer->begin(); !begun)
        return failure(begun);
    return importer;
}

Result<TableSample> sampleTable(const QString &path, int rows)
{
    TextInput input(path);
    if (auto opened = input.open(); !opened)
        return failure(opened);
    RecordReader reader(input, ',');
    const auto separator = reader.guessSeparator();
    if (!separator)
        return failure(separator);
    reader.setSeparator(*separator);
    TableSample sample{{}, {}, *separator};
    TextRecord record;
    for (int row = 0; row <= rows; ++row) {
        const auto more = reader.next(record);
        if (!more)
            return failure(more);
        if (!*more)
            break;
        if (row == 0)
            sample.columns = namesIn(record);
        else
            sample.rows.append(namesIn(record));
    }
    return sample;
}

} // namespace redoubt
