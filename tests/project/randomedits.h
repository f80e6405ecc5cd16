#pragma once

#include "app/project/reader.h"

#include <QRandomGenerator>

namespace redoubt {

/// Makes changes that a user could make, in every table of the schema, the same ones for the same seed.
class RandomEdits
{
public:
    explicit RandomEdits(quint32 seed);

    /// One change: a row more, a row changed, a row less with all that hangs on it, or two unique names exchanged. Rules of the
    /// data that it would break are the schema's to keep: such a change does nothing. Only what else fails is an error.
    Result<> change(Writer &writer);

    /// What is written while a brief is typed: its text, and now and then an automatic revision. Nothing without a brief.
    Result<> type(Writer &writer);

    [[nodiscard]] int below(int end) { return int(m_random.bounded(end)); }

private:
    struct Column
    {
        QString name;
        QVariant value;
    };
    [[nodiscard]] QList<Column> row(const Reader &reader, const QString &table);
    [[nodiscard]] QVariant anyOf(const Reader &reader, const QString &table, bool mayBeNone = false);
    [[nodiscard]] QString word();
    [[nodiscard]] QString name();
    [[nodiscard]] QString oneOf(const QStringList &values) { return values.at(below(int(values.size()))); }

    Result<> insert(Writer &writer, const QString &table);
    Result<> update(Writer &writer, const QString &table);
    Result<> remove(Writer &writer, const QString &table);
    Result<> exchangeKeys(Writer &writer, const QString &table);

    QRandomGenerator m_random;
    int m_number = 0;
};

} // namespace redoubt
