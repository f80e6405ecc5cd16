#pragma once

#include <QHash>
#include <QMetaType>
#include <QSet>
#include <QString>

namespace redoubt {

/// What one edit, undo, redo or autosave changed: for each table the ids of the rows that were added, changed
/// or removed, cascades included. Views refresh from this, and from nothing else.
struct Changes
{
    QHash<QString, QSet<qint64>> rows;
    /// Tables in which so many rows changed that they are not named one by one (an import): any of them may have.
    QSet<QString> whole{};

    [[nodiscard]] bool isEmpty() const { return rows.isEmpty() && whole.isEmpty(); }
    [[nodiscard]] bool touches(const QString &table) const { return rows.contains(table) || whole.contains(table); }
    [[nodiscard]] bool touches(const QString &table, qint64 row) const
    {
        return whole.contains(table) || rows.value(table).contains(row);
    }
    [[nodiscard]] bool touchesAny(std::initializer_list<QStringView> tables) const
    {
        for (QStringView table : tables) {
            if (touches(table.toString()))
                return true;
        }
        return false;
    }

    bool operator==(const Changes &) const = default;
};

} // namespace redoubt

Q_DECLARE_METATYPE(redoubt::Changes)
