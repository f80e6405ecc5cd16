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

    [[nodiscard]] bool isEmpty() const { return rows.isEmpty(); }
    [[nodiscard]] bool touches(const QString &table) const { return rows.contains(table); }
    [[nodiscard]] bool touchesAny(std::initializer_list<QStringView> tables) const
    {
        for (QStringView table : tables) {
            if (rows.contains(table.toString()))
                return true;
        }
        return false;
    }

    bool operator==(const Changes &) const = default;
};

} // namespace redoubt

Q_DECLARE_METATYPE(redoubt::Changes)
